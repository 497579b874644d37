/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether the name ends so ("xlsx", without its dot), in letters of any case. */
gboolean mer_save_path_ends (const char *path,
                             const char *ending);
/* A path of that stem and ending where no file is yet: (transfer full). */
char *mer_save_path_free (const char *stem,
                          const char *ending);
/* Where to write what somebody named `chosen`: (transfer full). */
char *mer_save_path (const char        *chosen,
                     const char *const *endings);
/* The same, where any format is written that there is; a spreadsheet without an ending. */
char *mer_save_path_table (const char *chosen);

G_END_DECLS
