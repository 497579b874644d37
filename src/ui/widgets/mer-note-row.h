/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MerNoteRow:
 *
 * A line of text between the rows of a form that the keyboard passes over.
 */
#define MER_TYPE_NOTE_ROW (mer_note_row_get_type ())
G_DECLARE_FINAL_TYPE (MerNoteRow, mer_note_row, MER, NOTE_ROW, AdwPreferencesRow)

/* (transfer floating) */
GtkWidget *mer_note_row_new (void);

G_END_DECLS
