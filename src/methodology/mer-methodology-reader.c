/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a tree that fits the schema to the model. What the schema cannot say (references,
 * sums, kinds of measures) is found here and in the check, with the line it stands in. */

#include <glib/gi18n.h>

#include "methodology/mer-measure.h"
#include "methodology/mer-methodology-private.h"
#include "methodology/mer-methodology-xml.h"
#include "methodology/mer-policy.h"

typedef struct
{
  MerMethodology *methodology;
  const char     *name;  /* of the file */
  GHashTable     *lines; /* part of the model → its line */
  GError        **error;
} Reader;

static gboolean
complain (Reader *reader, const xmlNode *node, const char *text)
{
  g_set_error (reader->error, MER_METHODOLOGY_ERROR, MER_METHODOLOGY_ERROR_INVALID,
               _("%s, line %ld: %s"), reader->name, xmlGetLineNo (node), text);
  return FALSE;
}

static void
remember_line (Reader *reader, gpointer part, const xmlNode *node)
{
  g_hash_table_insert (reader->lines, part, GINT_TO_POINTER (xmlGetLineNo (node)));
}

static xmlNode *
first_child (const xmlNode *node, const char *name)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && strcmp ((const char *) child->name, name) == 0)
      return child;
  return NULL;
}

static xmlNode *
next_child (const xmlNode *node, const char *name)
{
  for (xmlNode *next = node->next; next != NULL; next = next->next)
    if (next->type == XML_ELEMENT_NODE && strcmp ((const char *) next->name, name) == 0)
      return next;
  return NULL;
}

#define FOR_EACH_CHILD(child, node, name) \
  for (xmlNode *child = first_child (node, name); child != NULL; child = next_child (child, name))

static char *
attribute (const xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, (const xmlChar *) name);
  char    *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy != NULL ? g_strstrip (copy) : NULL;
}

static gboolean
says_yes (const xmlNode *node, const char *name)
{
  g_autofree char *value = attribute (node, name);

  return g_strcmp0 (value, "yes") == 0;
}

/* The text of an element with runs of white space made one space. */
static char *
text_of (const xmlNode *node)
{
  xmlChar *content = xmlNodeGetContent (node);
  GString *text = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *c = (const char *) content; c != NULL && *c != '\0'; c++)
    {
      if (*c == ' ' || *c == '\t' || *c == '\n' || *c == '\r')
        space = TRUE;
      else
        {
          if (space && text->len > 0)
            g_string_append_c (text, ' ');
          g_string_append_c (text, *c);
          space = FALSE;
        }
    }
  xmlFree (content);
  return g_string_free (text, FALSE);
}

static char *
child_text (const xmlNode *node, const char *name)
{
  const xmlNode *child = first_child (node, name);

  return child != NULL ? text_of (child) : g_strdup ("");
}

static GStrv
child_texts (const xmlNode *node, const char *name)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();

  FOR_EACH_CHILD (child, node, name)
  {
    g_autofree char *text = text_of (child);

    g_strv_builder_add (texts, text);
  }
  return g_strv_builder_end (texts);
}

/* Larger denominators could not be written back in the form that the schema allows. */
#define MAX_DENOMINATOR 1000000

static gboolean
read_number (Reader *reader, const xmlNode *node, const char *name, MerRational *number)
{
  g_autofree char *value = attribute (node, name);
  g_autofree char *text = NULL;
  g_auto (MerRational) parsed = MER_RATIONAL_ZERO;

  if (value == NULL)
    return TRUE;
  if (mer_rational_parse (value, &parsed) && parsed.big == NULL && parsed.den <= MAX_DENOMINATOR)
    {
      *number = mer_rational_copy (&parsed);
      return TRUE;
    }
  text = g_strdup_printf (_("“%s” is not a number that can be used here."), value);
  return complain (reader, node, text);
}

static void
read_options (const xmlNode *node, MerQuestion *question)
{
  FOR_EACH_CHILD (child, node, "option")
  {
    MerOption *option = mer_option_new ();

    option->text = child_text (child, "text");
    option->positive = says_yes (child, "positive");
    option->unsure = says_yes (child, "unsure");
    option->variants = child_texts (child, "variant");
    g_ptr_array_add (question->options, option);
  }
}

static gboolean
read_filter (Reader *reader, const xmlNode *node, MerQuestion *question)
{
  g_autofree char *code = attribute (node, "filter");
  g_autofree char *text = NULL;

  if (code == NULL)
    return TRUE;
  question->filter = mer_methodology_find_question (reader->methodology, code);
  if (question->filter >= 0)
    return TRUE;
  text = g_strdup_printf (_("The filter “%s” is not one of the questions before it."), code);
  return complain (reader, node, text);
}

static gboolean
read_question (Reader *reader, const xmlNode *node)
{
  MerQuestion *question = mer_question_new ();
  gboolean     found;

  question->code = attribute (node, "code");
  question->text = child_text (node, "text");
  question->short_text = child_text (node, "short-text");
  if (first_child (node, "nobody") != NULL)
    question->nobody = child_text (node, "nobody");
  question->required = says_yes (node, "required");
  question->variants = child_texts (node, "variant");
  read_options (node, question);
  remember_line (reader, question, node);
  found = read_filter (reader, node, question);
  g_ptr_array_add (reader->methodology->questions, question);
  return found;
}

static gboolean
read_column (Reader *reader, const xmlNode *node)
{
  MerColumn *column = mer_column_new ();

  column->code = attribute (node, "code");
  column->title = child_text (node, "title");
  column->required = says_yes (node, "required");
  column->variants = child_texts (node, "variant");
  remember_line (reader, column, node);
  g_ptr_array_add (reader->methodology->columns, column);
  return TRUE;
}

/* The kinds of organizations that an item is for; all where nothing is said. */
static guint
read_kinds (const xmlNode *node)
{
  g_autofree char *words = attribute (node, "kinds");
  g_auto (GStrv) list = g_strsplit_set (words != NULL ? words : "", " \t\n\r", -1);
  MerOrganizationKind kind;
  guint               kinds = 0;

  for (guint i = 0; list[i] != NULL; i++)
    if (mer_organization_kind_from_code (list[i], &kind))
      kinds |= 1u << kind;
  return kinds != 0 ? kinds : (1u << MER_N_ORGANIZATION_KINDS) - 1;
}

static gboolean
read_place (Reader *reader, const xmlNode *node)
{
  MerPlace *place = mer_place_new ();

  place->code = attribute (node, "code");
  place->title = child_text (node, "title");
  place->header_words = child_texts (node, "header-word");
  FOR_EACH_CHILD (child, node, "item")
  {
    MerItem *item = mer_item_new ();

    item->code = attribute (child, "code");
    item->text = child_text (child, "text");
    item->variants = child_texts (child, "variant");
    item->kinds = read_kinds (child);
    remember_line (reader, item, child);
    g_ptr_array_add (place->items, item);
  }
  remember_line (reader, place, node);
  g_ptr_array_add (reader->methodology->places, place);
  return TRUE;
}

static gboolean
read_input (Reader *reader, const xmlNode *node, MerIndicator *indicator)
{
  g_autofree char *place = attribute (node, "place");
  g_autofree char *question = attribute (node, "question");
  g_autofree char *text = NULL;
  MerMeasureInput  input = { -1, -1 };

  if (place != NULL)
    input.place = mer_methodology_find_place (reader->methodology, place);
  else
    input.question = mer_methodology_find_question (reader->methodology, question);
  g_array_append_val (indicator->inputs, input);
  if (input.place >= 0 || input.question >= 0)
    return TRUE;
  text = place != NULL ? g_strdup_printf (_("There is no place “%s” in the checklist."), place)
                       : g_strdup_printf (_("There is no question “%s”."), question);
  return complain (reader, node, text);
}

static MerBase
read_base (const xmlNode *node)
{
  g_autofree char *base = attribute (node, "base");

  if (g_strcmp0 (base, "answers") == 0)
    return MER_BASE_ANSWERS;
  if (g_strcmp0 (base, "channel") == 0)
    return MER_BASE_CHANNEL;
  return g_strcmp0 (base, "filter") == 0 ? MER_BASE_FILTER : MER_BASE_NONE;
}

static gboolean
read_measure (Reader *reader, const xmlNode *node, MerIndicator *indicator)
{
  g_autofree char *measure = attribute (node, "measure");
  g_autofree char *text = NULL;

  indicator->kind = mer_measure_kind_find (measure);
  if (indicator->kind != NULL)
    return TRUE;
  text = g_strdup_printf (_("There is no kind of measure “%s”."), measure);
  return complain (reader, node, text);
}

static gboolean
read_indicator (Reader *reader, const xmlNode *node, MerCriterion *criterion)
{
  MerIndicator *indicator = mer_indicator_new ();

  g_ptr_array_add (criterion->indicators, indicator);
  remember_line (reader, indicator, node);
  indicator->code = attribute (node, "code");
  indicator->full_title = child_text (node, "full-title");
  indicator->title = child_text (node, "title");
  indicator->short_title = child_text (node, "short-title");
  indicator->base = read_base (node);
  indicator->may_be_undefined =
    indicator->base == MER_BASE_CHANNEL || indicator->base == MER_BASE_FILTER;
  FOR_EACH_CHILD (child, node, "input")
  if (!read_input (reader, child, indicator))
    return FALSE;
  return read_measure (reader, node, indicator) &&
         read_number (reader, node, "weight", &indicator->weight) &&
         read_number (reader, node, "points", &indicator->points) &&
         read_number (reader, node, "cap", &indicator->cap);
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
read_calculated (Reader *reader, const xmlNode *node, MerCriterion *criterion)
{
  MerCalculated   *calculated = mer_calculated_new ();
  g_autofree char *codes = attribute (node, "mean-of");
  g_auto (GStrv) list = g_strsplit_set (codes, " \t\n\r", -1);
  guint index = 0;

  g_ptr_array_add (criterion->calculated, calculated);
  remember_line (reader, calculated, node);
  calculated->code = attribute (node, "code");
  calculated->title = child_text (node, "title");
  calculated->short_title = child_text (node, "short-title");
  for (guint i = 0; list[i] != NULL; i++)
    {
      if (list[i][0] == '\0')
        continue;
      if (!find_in_criterion (criterion, list[i], &index))
        return complain (reader, node,
                         _("A calculated row is the mean of indicators of its own criterion."));
      g_array_append_val (calculated->indicators, index);
    }
  return TRUE;
}

static gboolean
read_criterion (Reader *reader, const xmlNode *node)
{
  MerCriterion *criterion = mer_criterion_new ();

  g_ptr_array_add (reader->methodology->criteria, criterion);
  remember_line (reader, criterion, node);
  criterion->code = attribute (node, "code");
  criterion->symbol = attribute (node, "symbol");
  criterion->council = says_yes (node, "council");
  criterion->full_title = child_text (node, "full-title");
  criterion->title = child_text (node, "title");
  criterion->short_title = child_text (node, "short-title");
  FOR_EACH_CHILD (child, node, "indicator")
  if (!read_indicator (reader, child, criterion))
    return FALSE;
  FOR_EACH_CHILD (child, node, "calculated")
  if (!read_calculated (reader, child, criterion))
    return FALSE;
  return read_number (reader, node, "weight", &criterion->weight) &&
         read_number (reader, node, "maximum", &criterion->maximum);
}

static gboolean
read_band (Reader *reader, const xmlNode *node)
{
  MerBand *band = mer_band_new ();

  g_ptr_array_add (reader->methodology->bands, band);
  remember_line (reader, band, node);
  band->code = attribute (node, "code");
  band->title = child_text (node, "title");
  band->short_title = child_text (node, "short-title");
  return read_number (reader, node, "from", &band->from);
}

/* "undefined.CODE" exists for indicators that may be undefined only. */
static gboolean
is_own_policy (const MerMethodology *methodology, const char *key)
{
  const MerIndicator *indicator;

  if (!g_str_has_prefix (key, "undefined."))
    return TRUE;
  indicator = mer_methodology_find_indicator (methodology, key + strlen ("undefined."));
  return indicator != NULL && indicator->may_be_undefined;
}

static gboolean
read_policy (Reader *reader, const xmlNode *node)
{
  MerMethodology  *methodology = reader->methodology;
  g_autofree char *key = attribute (node, "key");
  g_autofree char *value = attribute (node, "value");
  g_autofree char *decided = attribute (node, "decided");
  g_autofree char *text = NULL;
  const MerPolicy *policy = mer_policy_find (key);

  if (policy == NULL || !is_own_policy (methodology, key))
    text = g_strdup_printf (_("There is no setting “%s”."), key);
  else if (mer_policy_choice (policy, value) == NULL)
    text = g_strdup_printf (_("The setting “%s” has no value “%s”."), key, value);
  else if (g_hash_table_contains (methodology->policies, key))
    text = g_strdup_printf (_("The setting “%s” is given twice."), key);
  if (text != NULL)
    return complain (reader, node, text);
  if (decided != NULL)
    g_hash_table_insert (methodology->decided, g_strdup (key), g_steal_pointer (&decided));
  g_hash_table_insert (methodology->policies, g_steal_pointer (&key), g_steal_pointer (&value));
  return TRUE;
}

/* The sections, in an order in which references point backwards. */
static const struct
{
  const char *section;
  const char *element;
  gboolean (*read) (Reader *reader, const xmlNode *node);
} sections[] = {
  { "columns", "column", read_column },
  { "questions", "question", read_question },
  { "checklist", "place", read_place },
  { "criteria", "criterion", read_criterion },
  { "bands", "band", read_band },
  { "policies", "policy", read_policy },
};

static gboolean
read_sections (Reader *reader, const xmlNode *root)
{
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      const xmlNode *section = first_child (root, sections[i].section);

      if (section == NULL)
        continue;
      FOR_EACH_CHILD (child, section, sections[i].element)
      if (!sections[i].read (reader, child))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_methodology (Reader *reader, const xmlNode *root)
{
  MerMethodology  *methodology = reader->methodology;
  g_autofree char *problem = NULL;
  gconstpointer    part = NULL;
  int              line;

  methodology->id = attribute (root, "id");
  methodology->language = attribute (root, "language");
  methodology->date = attribute (root, "date");
  methodology->title = child_text (root, "title");
  if (!read_number (reader, root, "maximum", &methodology->maximum) ||
      !read_sections (reader, root))
    return FALSE;
  mer_methodology_complete_policies (methodology);
  problem = mer_methodology_check (methodology, &part);
  if (problem == NULL)
    return TRUE;
  line = GPOINTER_TO_INT (g_hash_table_lookup (reader->lines, part));
  g_set_error (reader->error, MER_METHODOLOGY_ERROR, MER_METHODOLOGY_ERROR_INVALID,
               _("%s, line %ld: %s"), reader->name, line > 0 ? line : xmlGetLineNo (root), problem);
  return FALSE;
}

/**
 * mer_methodology_from_xml:
 * @text: (array length=length): the file's bytes
 * @length: how many
 * @name: names it in messages
 *
 * Returns: (transfer full) (nullable): the methodology, or %NULL with @error
 *   (#MerMethodologyError). Any thread.
 */
MerMethodology *
mer_methodology_from_xml (const char *text, gsize length, const char *name, GError **error)
{
  g_autoptr (xmlDoc) tree = mer_methodology_parse_tree (text, length, name, error);
  g_autoptr (MerMethodology) methodology = NULL;
  g_autoptr (GHashTable) lines = NULL;
  Reader reader;

  if (tree == NULL || !mer_methodology_validate_tree (tree, name, error))
    return NULL;
  methodology = mer_methodology_new ();
  lines = g_hash_table_new (NULL, NULL);
  reader = (Reader){ methodology, name, lines, error };
  if (!read_methodology (&reader, xmlDocGetRootElement (tree)))
    return NULL;
  return g_steal_pointer (&methodology);
}
