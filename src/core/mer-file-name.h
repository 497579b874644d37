/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Names of files that are made of titles and names, which hold what file systems refuse. */

/* File systems take 255, some of those that encrypt names fewer, and while a file is written its
 * name is longer. */
#define MER_FILE_NAME_MOST_BYTES 200

/* What a file system may refuse becomes a dash; what is longer than a name may be is left out of
 * its middle: (transfer full). `suffix` without a point; nullable. */
char *mer_file_name (const char *stem,
                     const char *suffix);

/* A set of names that are taken: (transfer full). */
GHashTable *mer_file_names_new (void);
/* The same, and no other of the set is called so, upper and lower case taken for one as other
 * systems do: «СОШ № 1 (2).xlsx». Enters the set: (transfer full). */
char *mer_file_name_unique (GHashTable *taken,
                            const char *stem,
                            const char *suffix);

G_END_DECLS
