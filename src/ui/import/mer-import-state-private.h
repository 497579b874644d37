/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/import/mer-import-state.h"

G_BEGIN_DECLS

struct _MerImportState
{
  GObject parent_instance;

  MerSession       *session;     /* owned */
  MerImportOptions *options;     /* owned */
  gboolean          kind_known;  /* options->kind was recognized or chosen */
  MerMethodology   *methodology; /* owned, nullable: of the cycle that is imported into */
  GPtrArray        *targets;     /* owned: of MerImportTarget */

  guint             serial; /* of the last question put to a worker */
  gboolean          reading;
  MerImportPreview *preview; /* owned, nullable */
  GError           *error;   /* owned, nullable */
  GPtrArray        *earlier; /* owned, nullable: of MerBatch, imports of the very file */

  gboolean       scan_wanted;
  guint          scan_serial;
  GCancellable  *scan_cancellable; /* owned, nullable: while it runs */
  MerProgress   *scan_progress;    /* owned, nullable */
  MerImportScan *scan;             /* owned, nullable */
  GError        *scan_error;       /* owned, nullable */
  GPtrArray     *known;            /* owned, nullable: of MerImportKnown, with the scan */
  GHashTable    *known_by_id;      /* owned, nullable: into `known` */

  GCancellable    *cancellable; /* owned, nullable: of the run */
  MerProgress     *progress;    /* owned, nullable */
  MerImportResult *result;      /* owned, nullable */
  GError          *run_error;   /* owned, nullable */
  gboolean         running;
  gboolean         imported;
  gboolean         saving;           /* the rejected rows are being written */
  gboolean         remember_decided; /* by the user: options->save_mapping */
  gboolean         closed;           /* nobody looks any more */
};

void mer_import_state_emit_changed (MerImportState *self);
/* Reads the head of the table anew; what was found out about the whole table is forgotten. */
void mer_import_state_start_reading (MerImportState *self);
/* Looks for imports of the very file. */
void mer_import_state_start_hashing (MerImportState *self);
void mer_import_state_fill_targets (MerImportState *self);
/* Sets options->save_mapping unless the user has; `changed`: a known correspondence was. */
void mer_import_state_update_remember (MerImportState *self,
                                       gboolean        changed);
/* Scans the table if that is wanted and its columns are certain. */
void mer_import_state_update_scan (MerImportState *self);
void mer_import_state_drop_scan (MerImportState *self);
/* The result does not belong to what is decided any more. */
void mer_import_state_drop_result (MerImportState *self);

G_END_DECLS
