/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/import/mer-import-state.h"

G_BEGIN_DECLS

/**
 * MerImportQueue:
 *
 * The files that were given at once, as a list of #MerImportState. They are gone through one
 * after the other: organizations first, then checklists, then questionnaires, each in the order
 * in which they were given.
 *
 * Signal `changed` (): files were added or removed, or one of them changed.
 */
#define MER_TYPE_IMPORT_QUEUE (mer_import_queue_get_type ())
G_DECLARE_FINAL_TYPE (MerImportQueue, mer_import_queue, MER, IMPORT_QUEUE, GObject)

MerImportQueue *mer_import_queue_new (MerSession *session);
/* Cancels all work for the files and forgets them. */
void mer_import_queue_close (MerImportQueue *self);

/* A file that is there already is not added again: (transfer none) its state. */
MerImportState *mer_import_queue_add (MerImportQueue *self,
                                      const char     *path);
void            mer_import_queue_remove (MerImportQueue *self,
                                         MerImportState *state);
guint           mer_import_queue_get_n (MerImportQueue *self);
/* (transfer none): in the order in which they were given. */
MerImportState *mer_import_queue_get (MerImportQueue *self,
                                      guint           position);
/* Whether all files have been read so far that their order is known. */
gboolean mer_import_queue_is_read (MerImportQueue *self);
/* (transfer none) (nullable): the next that is to be imported, NULL when none is left. */
MerImportState *mer_import_queue_get_next (MerImportQueue *self);
/* From 1, in the order of importing; those that are done count. */
guint mer_import_queue_get_number (MerImportQueue *self,
                                   MerImportState *state);
/* It was imported, or passed over. */
void mer_import_queue_set_done (MerImportQueue *self,
                                MerImportState *state);
/* The id of the page that shows what was imported: a register has its own; where anything else
 * came, too, all of it stands among the data. NULL: nothing was. */
const char *mer_import_queue_get_page (MerImportQueue *self);

G_END_DECLS
