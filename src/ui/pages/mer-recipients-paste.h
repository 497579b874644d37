/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers of recipients out of what a spreadsheet put on the clipboard. */

typedef struct
{
  gint64 organization_id;
  gint64 recipients;
} MerRecipientsValue;

typedef struct
{
  GArray    *values;  /* of MerRecipientsValue */
  GPtrArray *misread; /* of char*: names that mean nobody or several, cells that are no number */
  guint      beyond;  /* numbers for which there was no row any more */
} MerRecipientsPaste;
void mer_recipients_paste_free (MerRecipientsPaste *self);

/* Digits with or without blanks between; empty and «—» is unknown, −1. −2: no number. */
gint64 mer_recipients_parse (const char *text);
/* `rows`: of GStrv. A column of numbers goes to the organizations `ids` in their order, from
 * `start`; where there are names too, they say whose a number is: `by_name`, folded name →
 * gint64*, 0 where several are called so. Empty cells change nothing; a first row of headers
 * is passed over. */
MerRecipientsPaste *mer_recipients_paste (const GPtrArray *rows,
                                          const GArray    *ids,
                                          guint            start,
                                          GHashTable      *by_name);
/* What was not understood, in a sentence of the user's language: (transfer full) (nullable). */
char *mer_recipients_paste_complaint (const MerRecipientsPaste *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerRecipientsPaste, mer_recipients_paste_free)

G_END_DECLS
