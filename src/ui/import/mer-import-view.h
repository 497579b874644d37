/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/import/mer-import-queue.h"

G_BEGIN_DECLS

/**
 * MerImportView:
 *
 * The import flow: files, and for each of them columns, organizations, check and summary. It
 * fills a window and brings its own header bar.
 *
 * Signal `closed` (const char *page): the user is done with it, and wants to see the page of that
 * id; %NULL: where they were.
 */
#define MER_TYPE_IMPORT_VIEW (mer_import_view_get_type ())
G_DECLARE_FINAL_TYPE (MerImportView, mer_import_view, MER, IMPORT_VIEW, GtkBox)

/* An import into the session's document, at its first step. */
GtkWidget *mer_import_view_new (MerSession *session);
/* (transfer none): its state. */
MerImportState *mer_import_view_add_file (MerImportView *self,
                                          const char    *path);
/* (transfer none) (nullable): the file that is worked on, or comes first. */
MerImportState *mer_import_view_get_state (MerImportView *self);
MerImportQueue *mer_import_view_get_queue (MerImportView *self);

typedef enum
{
  MER_IMPORT_STEP_FILE,
  MER_IMPORT_STEP_COLUMNS,
  MER_IMPORT_STEP_NAMES,
  MER_IMPORT_STEP_CHECK,
  MER_IMPORT_STEP_OUTCOME,
} MerImportStep;
#define MER_N_IMPORT_STEPS 5

MerImportStep mer_import_view_get_step (MerImportView *self);
/* Whether «Далее» may be pressed. */
gboolean mer_import_view_can_go_on (MerImportView *self);

G_END_DECLS
