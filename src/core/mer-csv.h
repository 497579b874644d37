/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends a field of RFC 4180 to `csv`: in quotes where `text` (UTF-8) needs them. */
void mer_csv_append (GString    *csv,
                     const char *text,
                     char        separator);

G_END_DECLS
