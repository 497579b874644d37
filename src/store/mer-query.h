/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mer-document-private.h"

G_BEGIN_DECLS

/**
 * MerQuery:
 *
 * One prepared statement in use, for a function of src/store. Statements are kept by the
 * document and reused; leaving the scope resets it, so that no statement stays open
 * across the main loop. Declare it `g_auto (MerQuery) query = MER_QUERY_INIT;`.
 */
typedef struct
{
  MerDocument  *document; /* borrowed */
  sqlite3_stmt *statement;
  gboolean      kept; /* belongs to the document's cache */
  int           rc;
} MerQuery;

#define MER_QUERY_INIT           \
  {                              \
    NULL, NULL, FALSE, SQLITE_OK \
  }

/* `sql` must be a string literal: the cache is keyed by its address. */
gboolean mer_query_prepare (MerQuery    *self,
                            MerDocument *document,
                            const char  *sql,
                            GError     **error);
/* The text of a statement that was put together: (transfer full) in, and the same text out at an
 * address that lives as long as the program. Not GLib's interned strings: those are for names, and
 * their table is never made smaller. Any thread. */
const char *mer_query_keep (char *sql);
/* Parameters count from 1. A failure is reported by the next step. */
void mer_query_bind_int (MerQuery *self,
                         int       index,
                         gint64    value);
/* 0 is stored as NULL: ids of rows that may be missing. */
void mer_query_bind_id (MerQuery *self,
                        int       index,
                        gint64    id);
/* NaN is stored as NULL. */
void mer_query_bind_real (MerQuery *self,
                          int       index,
                          double    value);
/* NULL is stored as NULL. `text` and `data` must live until the query is cleared. */
void mer_query_bind_text (MerQuery   *self,
                          int         index,
                          const char *text);
void mer_query_bind_blob (MerQuery     *self,
                          int           index,
                          gconstpointer data,
                          gsize         size);
/* TRUE: there is a row. FALSE: no more rows, or an error; see mer_query_done(). */
gboolean mer_query_next (MerQuery *self,
                         GError  **error);
/* Whether the last mer_query_next() ended without an error. */
gboolean mer_query_done (const MerQuery *self);
/* Steps a statement without result to its end and resets it, ready for new values. */
gboolean mer_query_run (MerQuery *self,
                        GError  **error);
/* Columns count from 0. */
gint64 mer_query_int (MerQuery *self,
                      int       column);
/* NaN for NULL. */
double   mer_query_real_or_nan (MerQuery *self,
                                int       column);
gboolean mer_query_is_null (MerQuery *self,
                            int       column);
/* (transfer full): valid UTF-8 whatever the file holds; NULL for NULL. */
char *mer_query_text (MerQuery *self,
                      int       column);
/* The same, never NULL. */
char *mer_query_text_or_empty (MerQuery *self,
                               int       column);
/* (transfer full) */
GBytes *mer_query_bytes (MerQuery *self,
                         int       column);
/* (transfer full): without a copy; valid only until the next step. */
GBytes *mer_query_bytes_in_place (MerQuery *self,
                                  int       column);
void    mer_query_clear (MerQuery *self);

/* Runs SQL without parameters and result. */
gboolean mer_query_exec (MerDocument *document,
                         const char  *sql,
                         GError     **error);
/* The first column of the first row, or `otherwise` when there is none. */
gboolean mer_query_value (MerDocument *document,
                          const char  *sql,
                          gint64       otherwise,
                          gint64      *out,
                          GError     **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MerQuery, mer_query_clear)

G_END_DECLS
