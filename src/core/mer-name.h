/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * mer_name_fold:
 * @name: (array length=length): UTF-8, valid
 * @length: bytes, or -1 when zero-terminated
 *
 * The key by which two spellings of an organization's name, of a header or of
 * an answer are equal: case, ё/е, all quotes, dashes, points, runs of spaces,
 * and `№`, `N`, `No` before a number are folded (design, Decisions: Names).
 *
 * Returns: (transfer full): the key; empty when nothing is left
 */
char *mer_name_fold (const char *name,
                     gssize      length);

/* As mer_name_fold(), into a caller's reusable buffer. */
void mer_name_fold_into (const char *name,
                         gssize      length,
                         GString    *out);

/* Likeness of two folded names, 0..100, 100 only for equal ones. */
guint mer_name_similarity (const char *folded_a,
                           const char *folded_b);
/* A folded name as its likeness sees it, without legal form: (transfer full). */
char *mer_name_even_out (const char *folded);

/* A key for sorting names as a reader of Russian expects: case and ё folded,
 * numbers by value («СОШ № 3» before «СОШ № 12»). Compare with strcmp(). */
char *mer_name_sort_key (const char *name);

G_END_DECLS
