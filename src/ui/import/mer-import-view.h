/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/import/mer-import-state.h"

G_BEGIN_DECLS

/**
 * MerImportView:
 *
 * The import flow: file, columns, check, outcome. It fills a window and brings its own
 * header bar.
 *
 * Signal `closed` (gboolean imported): the user is done with it.
 */
#define MER_TYPE_IMPORT_VIEW (mer_import_view_get_type ())
G_DECLARE_FINAL_TYPE (MerImportView, mer_import_view, MER, IMPORT_VIEW, GtkBox)

/* An import into the session's document, at its first step. */
GtkWidget *mer_import_view_new (MerSession *session);
/* (transfer none): what the steps share. */
MerImportState *mer_import_view_get_state (MerImportView *self);

typedef enum
{
  MER_IMPORT_STEP_FILE,
  MER_IMPORT_STEP_COLUMNS,
  MER_IMPORT_STEP_CHECK,
  MER_IMPORT_STEP_OUTCOME,
} MerImportStep;
#define MER_N_IMPORT_STEPS 4

MerImportStep mer_import_view_get_step (MerImportView *self);
/* Whether «Далее» may be pressed. */
gboolean mer_import_view_can_go_on (MerImportView *self);

G_END_DECLS
