/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Questions, places of the checklist and criteria, from the tree to the model. */

#include <glib/gi18n.h>

#include "methodology/mer-measure.h"
#include "methodology/mer-methodology-reader-private.h"

static gboolean
read_options (MerReader *reader, const xmlNode *node, MerQuestion *question)
{
  MER_FOR_EACH_NODE (child, node, "option")
  {
    MerOption *option = mer_option_new ();

    option->text = mer_node_child_text (child, "text");
    option->positive = mer_node_says_yes (child, "positive");
    option->unsure = mer_node_says_yes (child, "unsure");
    option->has_score = xmlHasProp (child, (const xmlChar *) "score") != NULL;
    option->variants = mer_node_child_texts (child, "variant");
    g_ptr_array_add (question->options, option);
    if (!mer_reader_number (reader, child, "score", &option->score))
      return FALSE;
  }
  return TRUE;
}

gboolean
mer_reader_question (MerReader *reader, const xmlNode *node)
{
  MerQuestion *question = mer_question_new ();

  question->code = mer_node_attribute (node, "code");
  question->text = mer_node_child_text (node, "text");
  question->short_text = mer_node_child_text (node, "short-text");
  if (mer_node_first (node, "nobody") != NULL)
    question->nobody = mer_node_child_text (node, "nobody");
  question->required = mer_node_says_yes (node, "required");
  question->unconfirmed = mer_node_says_yes (node, "unconfirmed");
  question->variants = mer_node_child_texts (node, "variant");
  mer_reader_remember_line (reader, question, node);
  g_ptr_array_add (reader->methodology->questions, question);
  return read_options (reader, node, question);
}

/* When all questions are known: a draft may have a filter behind those whom it lets pass. */
static gboolean
read_filter (MerReader *reader, const xmlNode *node, guint index)
{
  MerQuestion     *question = reader->methodology->questions->pdata[index];
  g_autofree char *code = mer_node_attribute (node, "filter");
  g_autofree char *text = NULL;

  if (code == NULL)
    return TRUE;
  question->filter = mer_methodology_find_question (reader->methodology, code);
  if (question->filter >= 0 && (guint) question->filter != index)
    return TRUE;
  text = g_strdup_printf (_("The filter “%s” is not one of the questions before it."), code);
  return mer_reader_complain (reader, node, text);
}

gboolean
mer_reader_filters (MerReader *reader, const xmlNode *root)
{
  const xmlNode *section = mer_node_first (root, "questions");
  guint          index = 0;

  if (section == NULL)
    return TRUE;
  MER_FOR_EACH_NODE (child, section, "question")
  if (!read_filter (reader, child, index++))
    return FALSE;
  return TRUE;
}

gboolean
mer_reader_column (MerReader *reader, const xmlNode *node)
{
  MerColumn *column = mer_column_new ();

  column->code = mer_node_attribute (node, "code");
  column->title = mer_node_child_text (node, "title");
  column->required = mer_node_says_yes (node, "required");
  column->variants = mer_node_child_texts (node, "variant");
  mer_reader_remember_line (reader, column, node);
  g_ptr_array_add (reader->methodology->columns, column);
  return TRUE;
}

/* The kinds of organizations that an item is for; all where nothing is said. */
static guint
read_kinds (const xmlNode *node)
{
  g_autofree char *words = mer_node_attribute (node, "kinds");
  g_auto (GStrv) list = g_strsplit_set (words != NULL ? words : "", " \t\n\r", -1);
  MerOrganizationKind kind;
  guint               kinds = 0;

  for (guint i = 0; list[i] != NULL; i++)
    if (mer_organization_kind_from_code (list[i], &kind))
      kinds |= 1u << kind;
  return kinds != 0 ? kinds : (1u << MER_N_ORGANIZATION_KINDS) - 1;
}

gboolean
mer_reader_place (MerReader *reader, const xmlNode *node)
{
  MerPlace *place = mer_place_new ();

  place->code = mer_node_attribute (node, "code");
  place->title = mer_node_child_text (node, "title");
  place->header_words = mer_node_child_texts (node, "header-word");
  place->unconfirmed = mer_node_says_yes (node, "unconfirmed");
  MER_FOR_EACH_NODE (child, node, "item")
  {
    MerItem *item = mer_item_new ();

    item->code = mer_node_attribute (child, "code");
    item->text = mer_node_child_text (child, "text");
    item->variants = mer_node_child_texts (child, "variant");
    item->kinds = read_kinds (child);
    item->unconfirmed = mer_node_says_yes (child, "unconfirmed");
    mer_reader_remember_line (reader, item, child);
    g_ptr_array_add (place->items, item);
  }
  mer_reader_remember_line (reader, place, node);
  g_ptr_array_add (reader->methodology->places, place);
  return TRUE;
}

static gboolean
read_input (MerReader *reader, const xmlNode *node, MerIndicator *indicator)
{
  g_autofree char *place = mer_node_attribute (node, "place");
  g_autofree char *question = mer_node_attribute (node, "question");
  g_autofree char *text = NULL;
  MerMeasureInput  input = { -1, -1, MER_RATIONAL_ZERO };

  if (place != NULL)
    input.place = mer_methodology_find_place (reader->methodology, place);
  else
    input.question = mer_methodology_find_question (reader->methodology, question);
  if (!mer_reader_number (reader, node, "weight", &input.weight))
    return FALSE;
  g_array_append_val (indicator->inputs, input);
  if (input.place >= 0 || input.question >= 0)
    return TRUE;
  text = place != NULL ? g_strdup_printf (_("There is no place “%s” in the checklist."), place)
                       : g_strdup_printf (_("There is no question “%s”."), question);
  return mer_reader_complain (reader, node, text);
}

static gboolean
read_point_band (MerReader *reader, const xmlNode *node, MerIndicator *indicator)
{
  MerPointBand band = { MER_RATIONAL_ZERO, MER_RATIONAL_ZERO };

  if (!mer_reader_number (reader, node, "from", &band.from) ||
      !mer_reader_number (reader, node, "points", &band.points))
    return FALSE;
  g_array_append_val (indicator->bands, band);
  return TRUE;
}

static MerBase
read_base (const xmlNode *node)
{
  g_autofree char *base = mer_node_attribute (node, "base");

  for (guint i = MER_BASE_ANSWERS; base != NULL && i <= MER_BASE_FILTER; i++)
    if (strcmp (base, mer_base_words[i]) == 0)
      return (MerBase) i;
  return MER_BASE_NONE;
}

static gboolean
read_measure (MerReader *reader, const xmlNode *node, MerIndicator *indicator)
{
  g_autofree char *measure = mer_node_attribute (node, "measure");
  g_autofree char *text = NULL;

  indicator->kind = mer_measure_kind_find (measure);
  if (indicator->kind != NULL)
    return TRUE;
  text = g_strdup_printf (_("There is no kind of measure “%s”."), measure);
  return mer_reader_complain (reader, node, text);
}

static gboolean
read_indicator (MerReader *reader, const xmlNode *node, MerCriterion *criterion)
{
  MerIndicator *indicator = mer_indicator_new ();

  g_ptr_array_add (criterion->indicators, indicator);
  mer_reader_remember_line (reader, indicator, node);
  indicator->code = mer_node_attribute (node, "code");
  indicator->full_title = mer_node_child_text (node, "full-title");
  indicator->title = mer_node_child_text (node, "title");
  indicator->short_title = mer_node_child_text (node, "short-title");
  indicator->base = read_base (node);
  indicator->unconfirmed = mer_node_says_yes (node, "unconfirmed");
  mer_indicator_settle (indicator);
  MER_FOR_EACH_NODE (child, node, "input")
  if (!read_input (reader, child, indicator))
    return FALSE;
  MER_FOR_EACH_NODE (child, node, "band")
  if (!read_point_band (reader, child, indicator))
    return FALSE;
  return read_measure (reader, node, indicator) &&
         mer_reader_number (reader, node, "weight", &indicator->weight) &&
         mer_reader_number (reader, node, "points", &indicator->points) &&
         mer_reader_number (reader, node, "cap", &indicator->cap);
}

static gboolean
find_in_criterion (const MerCriterion *criterion, const char *code, guint *index)
{
  for (guint i = 0; i < criterion->indicators->len; i++)
    if (strcmp (((MerIndicator *) g_ptr_array_index (criterion->indicators, i))->code, code) == 0)
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
complain_of_mean (MerReader *reader, const xmlNode *node, const char *code)
{
  g_autofree char *text =
    g_strdup_printf (_("A row is calculated of its own criterion’s indicators, not “%s”."), code);

  return mer_reader_complain (reader, node, text);
}

static gboolean
read_calculated (MerReader *reader, const xmlNode *node, MerCriterion *criterion)
{
  MerCalculated   *calculated = mer_calculated_new ();
  g_autofree char *codes = mer_node_attribute (node, "mean-of");
  g_auto (GStrv) list = g_strsplit_set (codes, " \t\n\r", -1);
  guint index = 0;

  g_ptr_array_add (criterion->calculated, calculated);
  mer_reader_remember_line (reader, calculated, node);
  calculated->code = mer_node_attribute (node, "code");
  calculated->title = mer_node_child_text (node, "title");
  calculated->short_title = mer_node_child_text (node, "short-title");
  calculated->unconfirmed = mer_node_says_yes (node, "unconfirmed");
  for (guint i = 0; list[i] != NULL; i++)
    {
      if (list[i][0] == '\0')
        continue;
      if (!find_in_criterion (criterion, list[i], &index))
        return complain_of_mean (reader, node, list[i]);
      g_array_append_val (calculated->indicators, index);
    }
  return TRUE;
}

gboolean
mer_reader_criterion (MerReader *reader, const xmlNode *node)
{
  MerCriterion *criterion = mer_criterion_new ();

  g_ptr_array_add (reader->methodology->criteria, criterion);
  mer_reader_remember_line (reader, criterion, node);
  criterion->code = mer_node_attribute (node, "code");
  criterion->symbol = mer_node_attribute (node, "symbol");
  criterion->council = mer_node_says_yes (node, "council");
  criterion->full_title = mer_node_child_text (node, "full-title");
  criterion->title = mer_node_child_text (node, "title");
  criterion->short_title = mer_node_child_text (node, "short-title");
  criterion->unconfirmed = mer_node_says_yes (node, "unconfirmed");
  MER_FOR_EACH_NODE (child, node, "indicator")
  if (!read_indicator (reader, child, criterion))
    return FALSE;
  MER_FOR_EACH_NODE (child, node, "calculated")
  if (!read_calculated (reader, child, criterion))
    return FALSE;
  return mer_reader_number (reader, node, "weight", &criterion->weight) &&
         mer_reader_number (reader, node, "maximum", &criterion->maximum);
}
