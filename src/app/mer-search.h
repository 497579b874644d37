/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mer-document.h"

G_BEGIN_DECLS

/* One place in the document where a text was found. */
typedef struct
{
  const char *kind;     /* id of a kind of records, or "cycle", "organization", "finding",
                           "objection", "batch" */
  const char *title;    /* English msgid: «Council member» */
  gint64      id;       /* of the record */
  gint64      cycle_id; /* 0: of the department, whatever the cycle */
  const char *name;     /* what it is called */
  const char *field;    /* English msgid of the field where it was found */
  const char *text;     /* that field's value, in words */
} MerSearchHit;

/**
 * MerSearch:
 *
 * Every text of a document, ready to be searched while somebody types: records of all kinds,
 * organizations with all their spellings, findings, objections, batches, cycles. Equal is what
 * mer_name_fold() makes equal; of several words, each must occur in the record, whole or as a part.
 * Immutable: make a new one when the document has changed.
 */
typedef struct _MerSearch MerSearch;

/* (transfer full); NULL and error when the document cannot be read. Made in the thread of the
 * document; any thread may search. */
MerSearch *mer_search_new (MerDocument *doc,
                           GError     **error);
void       mer_search_free (MerSearch *self);
/* At most `most` (0: all), those found by their names first, then in the order of kinds and
 * records; `n` (nullable): how many there are in all. Empty when there is nothing to look for.
 * Hits are the search's: they live as long. (transfer full) (element-type MerSearchHit) */
GArray *mer_search_find (MerSearch  *self,
                         const char *text,
                         guint       most,
                         guint      *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerSearch, mer_search_free)

G_END_DECLS
