/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "store/mer-document.h"

G_BEGIN_DECLS

/* Turns a result code of SQLite into a %MER_STORE_ERROR with a sentence that names the
 * document. `db` may be NULL; `name` is the file's display name. */
void mer_store_set_error (GError    **error,
                          sqlite3    *db,
                          int         rc,
                          const char *name);
/* The same for an errno of a file operation. */
void mer_store_set_error_from_errno (GError    **error,
                                     int         error_number,
                                     const char *name);

/* Sets the error and returns FALSE. */
gboolean mer_store_refuse (GError      **error,
                           MerStoreError code,
                           const char   *format,
                           ...) G_GNUC_PRINTF (3, 4);

G_END_DECLS
