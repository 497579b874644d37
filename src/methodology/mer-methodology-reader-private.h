/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "methodology/mer-methodology-problems-private.h"

G_BEGIN_DECLS

/* What the files of the reader share: a tree on its way into the model. */
typedef struct
{
  MerMethodology *methodology;
  const char     *name;  /* of the file */
  GHashTable     *lines; /* part of the model → its line */
  GError        **error;
} MerReader;

/* --- nodes (mer-methodology-reader-nodes.c) ------------------------------------------------ */

/* Sets the error, with file and line; FALSE. */
gboolean mer_reader_complain (MerReader *reader, const xmlNode *node, const char *text);
/* Where a part of the model stands in the file. */
void mer_reader_remember_line (MerReader *reader, gpointer part, const xmlNode *node);
/* The attribute's number, where there is one. */
gboolean
mer_reader_number (MerReader *reader, const xmlNode *node, const char *name, MerRational *number);

/* The first child, or the next sibling, that is an element of that name. */
xmlNode *mer_node_first (const xmlNode *node, const char *name);
xmlNode *mer_node_next (const xmlNode *node, const char *name);
#define MER_FOR_EACH_NODE(child, node, name)                        \
  for (xmlNode *child = mer_node_first (node, name); child != NULL; \
       child = mer_node_next (child, name))

/* (transfer full) (nullable) */
char    *mer_node_attribute (const xmlNode *node, const char *name);
gboolean mer_node_says_yes (const xmlNode *node, const char *name);
/* (transfer full): runs of white space made one space. */
char *mer_node_text (const xmlNode *node);
/* (transfer full): of the first child of that name, or ""; of all such children. */
char *mer_node_child_text (const xmlNode *node, const char *name);
GStrv mer_node_child_texts (const xmlNode *node, const char *name);

/* --- parts (mer-methodology-reader-parts.c) ------------------------------------------------ */

gboolean mer_reader_question (MerReader *reader, const xmlNode *node);
/* After all questions: a filter names one. */
gboolean mer_reader_filters (MerReader *reader, const xmlNode *root);
gboolean mer_reader_column (MerReader *reader, const xmlNode *node);
gboolean mer_reader_place (MerReader *reader, const xmlNode *node);
gboolean mer_reader_criterion (MerReader *reader, const xmlNode *node);

G_END_DECLS
