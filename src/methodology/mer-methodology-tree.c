/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Hostile XML into a tree that fits the schema. Nothing outside the given bytes is ever
 * read: no network, no DTD, no entities, a loader that refuses, and a size limit. */

#include "methodology/mer-methodology-private.h"

#include <glib/gi18n.h>
#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <libxml/xmlerror.h>

#include "methodology/mer-methodology-xml.h"

#define MAX_BYTES ((gsize) 8 * 1024 * 1024)

G_DEFINE_QUARK (mer - methodology - error - quark, mer_methodology_error)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlParserCtxt, xmlFreeParserCtxt)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlRelaxNG, xmlRelaxNGFree)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlRelaxNGParserCtxt, xmlRelaxNGFreeParserCtxt)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlRelaxNGValidCtxt, xmlRelaxNGFreeValidCtxt)

static xmlParserInputPtr
refuse_entity (const char *url, const char *id, xmlParserCtxtPtr context)
{
  return NULL;
}

static void
initialize_once (void)
{
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      xmlInitParser ();
      xmlSetExternalEntityLoader (refuse_entity);
      g_once_init_leave (&done, 1);
    }
}

/* A document type declaration is where entities come from: reading ends there. */
static void
refuse_dtd_cb (void *data, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id)
{
  xmlParserCtxt *context = data;

  *(gboolean *) context->_private = TRUE;
  xmlStopParser (context);
}

static void
silence_cb (void *data, xmlErrorPtr problem)
{
}

/* Kept by hand: the formatter takes N_() in braces for code. */
/* clang-format off */

/* What is most often wrong with XML, in words of our own. */
static const struct
{
  int         code;
  const char *text;
} parse_words[] = {
  { XML_ERR_DOCUMENT_EMPTY, N_("The file is empty, or it is no XML.") },
  { XML_ERR_DOCUMENT_END, N_("Something stands behind the end of the methodology.") },
  { XML_ERR_INVALID_CHAR, N_("A character that XML does not allow stands here.") },
  { XML_ERR_INVALID_CHARREF, N_("A character that XML does not allow stands here.") },
  { XML_ERR_INVALID_ENCODING, N_("The bytes do not fit the encoding. Save the file as UTF-8.") },
  { XML_ERR_LT_IN_ATTRIBUTE, N_("The value of an attribute may not have “<” in it.") },
  { XML_ERR_ATTRIBUTE_NOT_STARTED, N_("The value of an attribute needs quotes around it.") },
  { XML_ERR_INTERNAL_ERROR, N_("The elements are nested too deeply.") },
};
/* clang-format on */

/* Those that name something. */
static char *
describe_names (const xmlError *problem)
{
  const char *name = problem->str1 != NULL ? problem->str1 : "";
  const char *other = problem->str2 != NULL ? problem->str2 : "";
  int         line = problem->int1;

  switch (problem->code)
    {
    case XML_ERR_UNDECLARED_ENTITY:
      return g_strdup_printf (_("The entity “%s” is not known."), name);
    case XML_ERR_UNKNOWN_ENCODING:
    case XML_ERR_UNSUPPORTED_ENCODING:
      return g_strdup_printf (_("The encoding “%s” is not known. Save the file as UTF-8."), name);
    case XML_ERR_INVALID_CHAR: /* the bytes, where they are no character at all */
      return problem->str1 != NULL
        ? g_strdup (_("The bytes do not fit the encoding. Save the file as UTF-8."))
        : NULL;
    case XML_ERR_ATTRIBUTE_REDEFINED:
      return g_strdup_printf (_("The attribute “%s” is given twice."), name);
    case XML_ERR_TAG_NAME_MISMATCH:
      return g_strdup_printf (_("“%s” of line %d is closed by “%s”."), name, line, other);
    case XML_ERR_TAG_NOT_FINISHED:
      return g_strdup_printf (_("The file ends before “%s” of line %d is closed."), name, line);
    default:
      return NULL;
    }
}

static char *
describe (const xmlError *problem)
{
  g_autofree char *said = NULL;
  char            *names;

  if (problem == NULL || problem->message == NULL)
    return g_strdup (_("The file is empty."));
  names = describe_names (problem);
  if (names != NULL)
    return names;
  for (guint i = 0; i < G_N_ELEMENTS (parse_words); i++)
    if (parse_words[i].code == problem->code)
      return g_strdup (_(parse_words[i].text));
  said = g_strchomp (g_utf8_make_valid (problem->message, -1));
  return g_strdup_printf (_("The XML is not well formed: %s."), said);
}

static void
take_parse_error (xmlParserCtxt *context, gboolean has_dtd, const char *name, GError **error)
{
  const xmlError  *problem = xmlCtxtGetLastError (context);
  g_autofree char *what = NULL;

  if (has_dtd)
    what = g_strdup (_("A document type declaration is not allowed."));
  else
    what = describe (problem);
  g_set_error (error, MER_METHODOLOGY_ERROR, MER_METHODOLOGY_ERROR_XML,
               _("%s, line %d: %s"), name,
                  has_dtd ? context->input != NULL ? context->input->line : 1
                          : (problem != NULL ? problem->line : 1),
                  what);
}

/**
 * mer_methodology_parse_tree:
 * @text: (array length=length): what is to be parsed
 * @length: its bytes
 * @name: names it in messages
 *
 * Returns: (transfer full) (nullable): the tree, or %NULL with @error (XML). Any thread.
 */
xmlDoc *
mer_methodology_parse_tree (const char *text, gsize length, const char *name, GError **error)
{
  g_autoptr (xmlParserCtxt) context = NULL;
  g_autoptr (xmlDoc) tree = NULL;
  gboolean has_dtd = FALSE;

  initialize_once ();
  if (length > MAX_BYTES)
    {
      g_set_error (error, MER_METHODOLOGY_ERROR, MER_METHODOLOGY_ERROR_XML,
                   _("%s is too large for a methodology."), name);
      return NULL;
    }
  context = xmlNewParserCtxt ();
  context->_private = &has_dtd;
  context->sax->internalSubset = refuse_dtd_cb;
  /* some complaints about encodings belong to no context, and would be printed */
  xmlSetStructuredErrorFunc (NULL, silence_cb);
  tree = xmlCtxtReadMemory (context, text, (int) length, NULL, NULL,
                            XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                              XML_PARSE_NOCDATA);
  xmlSetStructuredErrorFunc (NULL, NULL);
  if (tree == NULL || has_dtd || !context->wellFormed)
    {
      take_parse_error (context, has_dtd, name, error);
      return NULL;
    }
  return g_steal_pointer (&tree);
}

/* The first complaint is the cause, the rest follow from it. */
static void
complaint_cb (void *data, xmlErrorPtr problem)
{
  long *line = data;

  if (*line == 0)
    *line = problem->line;
}

/* Makes a schema out of the schema, in which "one or more" is "any" and texts may be empty. */
static void
loosen (xmlNode *node)
{
  for (; node != NULL; node = node->next)
    {
      g_autofree char *name = NULL;
      xmlChar         *value;

      if (node->type != XML_ELEMENT_NODE)
        continue;
      if (strcmp ((const char *) node->name, "oneOrMore") == 0)
        xmlNodeSetName (node, (const xmlChar *) "zeroOrMore");
      value = xmlGetNoNsProp (node, (const xmlChar *) "name");
      name = g_strdup ((const char *) value);
      xmlFree (value);
      if (g_strcmp0 (name, "minLength") == 0)
        xmlNodeSetContent (node, (const xmlChar *) "0");
      loosen (node->children);
    }
}

static xmlRelaxNG *
load_schema (gboolean is_draft)
{
  g_autoptr (GBytes) data = mer_methodology_data ("methodology.rng");
  g_autoptr (xmlRelaxNGParserCtxt) context = NULL;
  g_autoptr (xmlDoc) schema = NULL;
  gsize         length;
  gconstpointer bytes = g_bytes_get_data (data, &length);

  schema = mer_methodology_parse_tree (bytes, length, "methodology.rng", NULL);
  if (schema == NULL)
    return NULL;
  if (is_draft)
    loosen (xmlDocGetRootElement (schema));
  /* the parser context takes a copy of the tree */
  context = xmlRelaxNGNewDocParserCtxt (schema);
  xmlRelaxNGSetParserStructuredErrors (context, silence_cb, NULL);
  return xmlRelaxNGParse (context);
}

/* A schema takes longer to read than a file of rules, so both are kept. Validators may share one
 * only one after the other. */
static GMutex      schema_lock;
static xmlRelaxNG *schemas[2];

static gboolean
fits_schema (xmlDoc *tree, gboolean is_draft, long *line)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&schema_lock);
  guint index = is_draft ? 1 : 0;
  g_autoptr (xmlRelaxNGValidCtxt) context = NULL;

  if (schemas[index] == NULL)
    schemas[index] = load_schema (is_draft);
  g_return_val_if_fail (schemas[index] != NULL, FALSE);
  context = xmlRelaxNGNewValidCtxt (schemas[index]);
  xmlRelaxNGSetValidStructuredErrors (context, complaint_cb, line);
  return xmlRelaxNGValidateDoc (context, tree) == 0;
}

/**
 * mer_methodology_validate_tree:
 * @tree: a parsed file
 * @name: names it in messages
 * @is_draft: whether it may leave out what the schema asks for
 *
 * Returns: whether it fits the schema, else %FALSE with @error (SCHEMA). Any thread.
 */
gboolean
mer_methodology_validate_tree (xmlDoc *tree, const char *name, gboolean is_draft, GError **error)
{
  g_autofree char *text = NULL;
  long             line = 0, stumble = 0;

  if (fits_schema (tree, is_draft, &line))
    return TRUE;
  text = mer_methodology_find_stumble (tree, &stumble);
  if (text == NULL)
    text = g_strdup (_("This does not fit the schema of methodologies."));
  else
    line = stumble;
  g_set_error (error, MER_METHODOLOGY_ERROR, MER_METHODOLOGY_ERROR_SCHEMA,
               _("%s, line %ld: %s"), name, line, text);
  return FALSE;
}
