/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/mer-record.h"
#include "ui/mer-session.h"

G_BEGIN_DECLS

/**
 * MerRecordEditor:
 *
 * Some fields of a record, edited in place: what was typed is saved when the field is left or Enter
 * is pressed, what was chosen at once, each as one undoable action without a toast. What is wrong
 * stands below the field, and the record keeps its value.
 */
#define MER_TYPE_RECORD_EDITOR (mer_record_editor_get_type ())
G_DECLARE_FINAL_TYPE (MerRecordEditor, mer_record_editor, MER, RECORD_EDITOR, AdwBin)

/* Stores a changed record inside an action, for what goes with it. */
typedef gboolean (*MerRecordSaveFunc) (MerDocument *document,
                                       gpointer     record,
                                       GError     **error);

/* (transfer floating): `keys` is static and ends with NULL; `save` NULL: as it is. */
GtkWidget *mer_record_editor_new (MerSession          *session,
                                  const MerRecordKind *kind,
                                  const char *const   *keys,
                                  MerRecordSaveFunc    save);
/* Shows the record, copied: its fields that are not as they were shown. `names`: what references
 * may be to changed; their rows are made anew. */
void mer_record_editor_show (MerRecordEditor *self,
                             gconstpointer    record,
                             gboolean         names);
/* Saves what was typed and not yet left. */
void mer_record_editor_commit (MerRecordEditor *self);
/* The row of a field: (transfer none) (nullable). */
GtkWidget *mer_record_editor_get_row (MerRecordEditor *self,
                                      const char      *key);

G_END_DECLS
