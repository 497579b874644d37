/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What every part of the reader needs of the tree: children, attributes, texts and lines. */

#include <glib/gi18n.h>

#include "methodology/mer-methodology-reader-private.h"

gboolean
mer_reader_complain (MerReader *reader, const xmlNode *node, const char *text)
{
  g_set_error (reader->error, MER_METHODOLOGY_ERROR, MER_METHODOLOGY_ERROR_INVALID,
               _("%s, line %ld: %s"), reader->name, xmlGetLineNo (node), text);
  return FALSE;
}

void
mer_reader_remember_line (MerReader *reader, gpointer part, const xmlNode *node)
{
  g_hash_table_insert (reader->lines, part, GINT_TO_POINTER (xmlGetLineNo (node)));
}

xmlNode *
mer_node_first (const xmlNode *node, const char *name)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && strcmp ((const char *) child->name, name) == 0)
      return child;
  return NULL;
}

xmlNode *
mer_node_next (const xmlNode *node, const char *name)
{
  for (xmlNode *next = node->next; next != NULL; next = next->next)
    if (next->type == XML_ELEMENT_NODE && strcmp ((const char *) next->name, name) == 0)
      return next;
  return NULL;
}

char *
mer_node_attribute (const xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, (const xmlChar *) name);
  char    *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy != NULL ? g_strstrip (copy) : NULL;
}

gboolean
mer_node_says_yes (const xmlNode *node, const char *name)
{
  g_autofree char *value = mer_node_attribute (node, name);

  return g_strcmp0 (value, "yes") == 0;
}

/* The text of an element with runs of white space made one space. */
char *
mer_node_text (const xmlNode *node)
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

char *
mer_node_child_text (const xmlNode *node, const char *name)
{
  const xmlNode *child = mer_node_first (node, name);

  return child != NULL ? mer_node_text (child) : g_strdup ("");
}

GStrv
mer_node_child_texts (const xmlNode *node, const char *name)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();

  MER_FOR_EACH_NODE (child, node, name)
  {
    g_autofree char *text = mer_node_text (child);

    g_strv_builder_add (texts, text);
  }
  return g_strv_builder_end (texts);
}

gboolean
mer_reader_number (MerReader *reader, const xmlNode *node, const char *name, MerRational *number)
{
  g_autofree char *value = mer_node_attribute (node, name);
  g_autofree char *text = NULL;

  if (value == NULL || mer_methodology_parse_number (value, number))
    return TRUE;
  text = g_strdup_printf (_("“%s” is not a number that can be used here."), value);
  return mer_reader_complain (reader, node, text);
}
