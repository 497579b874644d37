/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mer-document.h"

G_BEGIN_DECLS

#define MER_DEFAULT_METHODOLOGY "nok-2018-education"

/* A new document with a shipped methodology copied into it, and no cycle yet. */
MerDocument *mer_new_document (const char *path,
                               const char *title,
                               const char *methodology_id,
                               GError    **error);

/* The invented district: three cycles, made by the ordinary import from tables that are
 * made from a fixed seed. Replaces nothing: EXISTS when there is a file. */
MerDocument *mer_demo_document (const char *path,
                                GError    **error);
/* The same tables as files to import by hand, CSV and XLSX. */
gboolean mer_demo_write_tables (const char *folder,
                                GError    **error);

G_END_DECLS
