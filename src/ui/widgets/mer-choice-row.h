/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MerChoiceRow:
 *
 * A row of a roll: a name and one of a few marks, as buttons side by side. One stop of Tab: Left
 * and Right mark, Up and Down go to the next row, Delete takes the mark away where that is allowed.
 *
 * Signal `chosen` (int) → gboolean: the user marked; −1: took the mark away. FALSE: it was not
 * taken, and the row shows what it did before.
 */
#define MER_TYPE_CHOICE_ROW (mer_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (MerChoiceRow, mer_choice_row, MER, CHOICE_ROW, GtkListBoxRow)

/* `words`: of the marks, translated; `blank`: it can have none. */
GtkWidget *mer_choice_row_new (const char        *name,
                               const char *const *words,
                               guint              n,
                               gboolean           blank);
/* −1: none. */
void mer_choice_row_set (MerChoiceRow *self,
                         int           choice);
int  mer_choice_row_get (MerChoiceRow *self);

G_END_DECLS
