/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a tree that fits the schema to the model. What the schema cannot say (references,
 * sums, kinds of measures) is found here and in the check, with the line it stands in. */

#include <glib/gi18n.h>

#include "methodology/mer-methodology-reader-private.h"
#include "methodology/mer-policy.h"

static gboolean
read_band (MerReader *reader, const xmlNode *node)
{
  MerBand *band = mer_band_new ();

  g_ptr_array_add (reader->methodology->bands, band);
  mer_reader_remember_line (reader, band, node);
  band->code = mer_node_attribute (node, "code");
  band->title = mer_node_child_text (node, "title");
  band->short_title = mer_node_child_text (node, "short-title");
  band->unconfirmed = mer_node_says_yes (node, "unconfirmed");
  return mer_reader_number (reader, node, "from", &band->from);
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
read_policy (MerReader *reader, const xmlNode *node)
{
  MerMethodology  *methodology = reader->methodology;
  g_autofree char *key = mer_node_attribute (node, "key");
  g_autofree char *value = mer_node_attribute (node, "value");
  g_autofree char *decided = mer_node_attribute (node, "decided");
  g_autofree char *text = NULL;
  const MerPolicy *policy = mer_policy_find (key);

  if (policy == NULL || !is_own_policy (methodology, key))
    text = g_strdup_printf (_("There is no setting “%s”."), key);
  else if (mer_policy_choice (policy, value) == NULL)
    text = g_strdup_printf (_("The setting “%s” has no value “%s”."), key, value);
  else if (g_hash_table_contains (methodology->policies, key))
    text = g_strdup_printf (_("The setting “%s” is given twice."), key);
  if (text != NULL)
    return mer_reader_complain (reader, node, text);
  if (mer_node_says_yes (node, "unconfirmed"))
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
  gboolean (*read) (MerReader *reader, const xmlNode *node);
} sections[] = {
  { "columns", "column", mer_reader_column },
  { "questions", "question", mer_reader_question },
  { "checklist", "place", mer_reader_place },
  { "criteria", "criterion", mer_reader_criterion },
  { "bands", "band", read_band },
  { "policies", "policy", read_policy },
};

static gboolean
read_sections (MerReader *reader, const xmlNode *root)
{
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      const xmlNode *section = mer_node_first (root, sections[i].section);

      if (section == NULL)
        continue;
      MER_FOR_EACH_NODE (child, section, sections[i].element)
      if (!sections[i].read (reader, child))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_methodology (MerReader *reader, const xmlNode *root)
{
  MerMethodology *methodology = reader->methodology;

  methodology->id = mer_node_attribute (root, "id");
  methodology->language = mer_node_attribute (root, "language");
  methodology->date = mer_node_attribute (root, "date");
  methodology->title = mer_node_child_text (root, "title");
  mer_reader_remember_line (reader, methodology, root);
  if (!mer_reader_number (reader, root, "maximum", &methodology->maximum) ||
      !read_sections (reader, root) || !mer_reader_filters (reader, root))
    return FALSE;
  mer_methodology_complete_policies (methodology);
  return TRUE;
}

/* A problem of something without a line of its own, as an option, is told with its owner's. */
static char *
sentence_of (MerReader *reader, const MerFinding *finding)
{
  gpointer line = NULL;

  if (!g_hash_table_lookup_extended (reader->lines, finding->part, NULL, &line))
    line = g_hash_table_lookup (reader->lines, reader->methodology);
  return g_strdup_printf (_("%s, line %ld: %s"), reader->name, (long) GPOINTER_TO_INT (line),
                             finding->problem.text);
}

/* All errors as sentences. */
static GStrv
find_errors (MerReader *reader)
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
  MerReader reader;

  if (tree == NULL || !mer_methodology_validate_tree (tree, name, is_draft, error))
    return NULL;
  methodology = mer_methodology_new ();
  lines = g_hash_table_new (NULL, NULL);
  reader = (MerReader){ methodology, name, lines, error };
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
