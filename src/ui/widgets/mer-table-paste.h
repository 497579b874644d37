/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a spreadsheet puts on the clipboard as text: lines of cells with tabs between them, cells
 * with a line break or a quote in them in quotes. (transfer full) (element-type GStrv); empty
 * lines at the end are none. */
GPtrArray *mer_table_parse (const char *text);

G_END_DECLS
