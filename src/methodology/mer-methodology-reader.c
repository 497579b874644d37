/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a tree that fits the schema to the model. What the schema cannot say (references,
 * sums, kinds of measures) is found here and in the check, with the line it stands in. */

#include <glib/gi18n.h>

#include "methodology/mer-measure.h"
#include "methodology/mer-methodology-problems-private.h"
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

static gboolean
read_number (Reader *reader, const xmlNode *node, const char *name, MerRational *number)
{
  g_autofree char *value = attribute (node, name);
  g_autofree char *text = NULL;

  if (value == NULL || mer_methodology_parse_number (value, number))
    return TRUE;
  text = g_strdup_printf (_("“%s” is not a number that can be used here."), value);
  return complain (reader, node, text);
}

static gboolean
read_options (Reader *reader, const xmlNode *node, MerQuestion *question)
{
  FOR_EACH_CHILD (child, node, "option")
  {
    MerOption *option = mer_option_new ();

    option->text = child_text (child, "text");
    option->positive = says_yes (child, "positive");
    option->unsure = says_yes (child, "unsure");
    option->has_score = xmlHasProp (child, (const xmlChar *) "score") != NULL;
    option->variants = child_texts (child, "variant");
    g_ptr_array_add (question->options, option);
    if (!read_number (reader, child, "score", &option->score))
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_question (Reader *reader, const xmlNode *node)
{
  MerQuestion *question = mer_question_new ();

  question->code = attribute (node, "code");
  question->text = child_text (node, "text");
  question->short_text = child_text (node, "short-text");
  if (first_child (node, "nobody") != NULL)
    question->nobody = child_text (node, "nobody");
  question->required = says_yes (node, "required");
  question->unconfirmed = says_yes (node, "unconfirmed");
  question->variants = child_texts (node, "variant");
  remember_line (reader, question, node);
  g_ptr_array_add (reader->methodology->questions, question);
  return read_options (reader, node, question);
}

/* When all questions are known: a draft may have a filter behind those whom it lets pass. */
static gboolean
read_filter (Reader *reader, const xmlNode *node, guint index)
{
  MerQuestion     *question = reader->methodology->questions->pdata[index];
  g_autofree char *code = attribute (node, "filter");
  g_autofree char *text = NULL;

  if (code == NULL)
    return TRUE;
  question->filter = mer_methodology_find_question (reader->methodology, code);
  if (question->filter >= 0 && (guint) question->filter != index)
    return TRUE;
  text = g_strdup_printf (_("The filter “%s” is not one of the questions before it."), code);
  return complain (reader, node, text);
}

static gboolean
read_filters (Reader *reader, const xmlNode *root)
{
  const xmlNode *section = first_child (root, "questions");
  guint          index = 0;

  if (section == NULL)
    return TRUE;
  FOR_EACH_CHILD (child, section, "question")
  if (!read_filter (reader, child, index++))
    return FALSE;
  return TRUE;
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
  place->unconfirmed = says_yes (node, "unconfirmed");
  FOR_EACH_CHILD (child, node, "item")
  {
    MerItem *item = mer_item_new ();

    item->code = attribute (child, "code");
    item->text = child_text (child, "text");
    item->variants = child_texts (child, "variant");
    item->kinds = read_kinds (child);
    item->unconfirmed = says_yes (child, "unconfirmed");
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
  MerMeasureInput  input = { -1, -1, MER_RATIONAL_ZERO };

  if (place != NULL)
    input.place = mer_methodology_find_place (reader->methodology, place);
  else
    input.question = mer_methodology_find_question (reader->methodology, question);
  if (!read_number (reader, node, "weight", &input.weight))
    return FALSE;
  g_array_append_val (indicator->inputs, input);
  if (input.place >= 0 || input.question >= 0)
    return TRUE;
  text = place != NULL ? g_strdup_printf (_("There is no place “%s” in the checklist."), place)
                       : g_strdup_printf (_("There is no question “%s”."), question);
  return complain (reader, node, text);
}

static gboolean
read_point_band (Reader *reader, const xmlNode *node, MerIndicator *indicator)
{
  MerPointBand band = { MER_RATIONAL_ZERO, MER_RATIONAL_ZERO };

  if (!read_number (reader, node, "from", &band.from) ||
      !read_number (reader, node, "points", &band.points))
    return FALSE;
  g_array_append_val (indicator->bands, band);
  return TRUE;
}

static MerBase
read_base (const xmlNode *node)
{
  g_autofree char *base = attribute (node, "base");

  for (guint i = MER_BASE_ANSWERS; base != NULL && i <= MER_BASE_FILTER; i++)
    if (strcmp (base, mer_base_words[i]) == 0)
      return (MerBase) i;
  return MER_BASE_NONE;
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
  indicator->unconfirmed = says_yes (node, "unconfirmed");
  mer_indicator_settle (indicator);
  FOR_EACH_CHILD (child, node, "input")
  if (!read_input (reader, child, indicator))
    return FALSE;
  FOR_EACH_CHILD (child, node, "band")
  if (!read_point_band (reader, child, indicator))
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
  calculated->unconfirmed = says_yes (node, "unconfirmed");
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
  criterion->unconfirmed = says_yes (node, "unconfirmed");
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
  band->unconfirmed = says_yes (node, "unconfirmed");
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
  if (says_yes (node, "unconfirmed"))
    g_hash_table_add (methodology->unconfirmed, g_strdup (key));
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
  MerMethodology *methodology = reader->methodology;

  methodology->id = attribute (root, "id");
  methodology->language = attribute (root, "language");
  methodology->date = attribute (root, "date");
  methodology->title = child_text (root, "title");
  remember_line (reader, methodology, root);
  if (!read_number (reader, root, "maximum", &methodology->maximum) ||
      !read_sections (reader, root) || !read_filters (reader, root))
    return FALSE;
  mer_methodology_complete_policies (methodology);
  return TRUE;
}

/* A problem of something without a line of its own, as an option, is told with its owner's. */
static char *
sentence_of (Reader *reader, const MerFinding *finding)
{
  gpointer line = NULL;

  if (!g_hash_table_lookup_extended (reader->lines, finding->part, NULL, &line))
    line = g_hash_table_lookup (reader->lines, reader->methodology);
  return g_strdup_printf (_("%s, line %ld: %s"), reader->name, (long) GPOINTER_TO_INT (line),
                             finding->problem.text);
}

/* All errors as sentences. */
static GStrv
find_errors (Reader *reader)
{
  g_autoptr (GPtrArray) findings = mer_methodology_findings (reader->methodology);
  g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();

  for (guint i = 0; i < findings->len; i++)
    {
      const MerFinding *finding = findings->pdata[i];
      g_autofree char  *sentence = NULL;

      if (!finding->problem.is_error)
        continue;
      sentence = sentence_of (reader, finding);
      g_strv_builder_add (sentences, sentence);
    }
  return g_strv_builder_end (sentences);
}

/* *errors (transfer full): what contradicts itself in what could be read. */
static MerMethodology *
read_xml (const char *text,
          gsize       length,
          const char *name,
          gboolean    is_draft,
          GStrv      *errors,
          GError    **error)
{
  g_autoptr (xmlDoc) tree = mer_methodology_parse_tree (text, length, name, error);
  g_autoptr (MerMethodology) methodology = NULL;
  g_autoptr (GHashTable) lines = NULL;
  Reader reader;

  if (tree == NULL || !mer_methodology_validate_tree (tree, name, is_draft, error))
    return NULL;
  methodology = mer_methodology_new ();
  lines = g_hash_table_new (NULL, NULL);
  reader = (Reader){ methodology, name, lines, error };
  if (!read_methodology (&reader, xmlDocGetRootElement (tree)))
    return NULL;
  if (errors != NULL)
    *errors = find_errors (&reader);
  return g_steal_pointer (&methodology);
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
  g_auto (GStrv) errors = NULL;
  g_autoptr (MerMethodology) methodology = read_xml (text, length, name, FALSE, &errors, error);

  if (methodology == NULL || errors[0] == NULL)
    return g_steal_pointer (&methodology);
  g_set_error_literal (error, MER_METHODOLOGY_ERROR, MER_METHODOLOGY_ERROR_INVALID, errors[0]);
  return NULL;
}

/**
 * mer_methodology_draft_from_xml:
 * @xml: (array length=length): a draft's bytes
 * @length: how many
 * @name: names it in messages
 * @error: why it cannot be read at all
 *
 * Returns: (transfer full) (nullable): the methodology with whatever problems it has, or %NULL
 *   with @error. Any thread.
 */
MerMethodology *
mer_methodology_draft_from_xml (const char *xml, gsize length, const char *name, GError **error)
{
  return read_xml (xml, length, name, TRUE, NULL, error);
}

/**
 * mer_methodology_validate:
 * @text: (array length=length): the file's bytes
 * @length: how many
 * @name: names it in messages
 *
 * Returns: (transfer full): sentences on all that is wrong with a file; empty when nothing is. Any
 *   thread.
 */
GStrv
mer_methodology_validate (const char *text, gsize length, const char *name)
{
  g_auto (GStrv) errors = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) methodology = read_xml (text, length, name, TRUE, &errors, &error);
  g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();

  if (methodology != NULL && errors[0] != NULL)
    return g_steal_pointer (&errors);
  g_clear_pointer (&methodology, mer_methodology_unref);
  /* what only a draft may leave out, and nobody else looks at */
  if (error == NULL)
    methodology = mer_methodology_from_xml (text, length, name, &error);
  if (error != NULL)
    g_strv_builder_add (sentences, error->message);
  return g_strv_builder_end (sentences);
}
