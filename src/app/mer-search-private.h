/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-record-names.h"
#include "app/mer-search.h"

G_BEGIN_DECLS

/* Begins what is found as one; the fields that follow are its. `kind` and `title` are static. */
void mer_search_begin (MerSearch  *self,
                       const char *kind,
                       const char *title,
                       gint64      id,
                       gint64      cycle_id,
                       const char *name);
/* `title` is static; a text of NULL or "" is left out. */
void mer_search_add (MerSearch  *self,
                     const char *title,
                     const char *text);

/* Cycles, organizations, findings, objections and batches. */
gboolean mer_search_add_registry (MerSearch      *self,
                                  MerDocument    *doc,
                                  MerRecordNames *names,
                                  GError        **error);

G_END_DECLS
