/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Sets the locale of the environment and binds the catalogue of the program: beside the
 * build when it runs uninstalled, else where it is installed. Once, first in main(). */
void mer_locale_init (void);

/* The folder of catalogues that mer_locale_init() would bind for a program at `executable`. */
char *mer_locale_find_folder (const char *executable);

G_END_DECLS
