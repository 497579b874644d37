/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-progress.h"
#include "import/mer-importer.h"

G_BEGIN_DECLS

/* What a run in a thread of its own is given. */
typedef struct _MerImportWork MerImportWork;

/* In the thread: what was found, or NULL and error. `doc` is a connection of this thread alone. */
typedef gpointer (*MerImportWorkFunc) (MerDocument         *doc,
                                       const MerImportWork *work,
                                       GCancellable        *cancellable,
                                       GError             **error);

struct _MerImportWork
{
  char             *document_path;
  MerImportOptions *options;
  char             *label;    /* of the action; nullable */
  MerProgress      *progress; /* nullable */

  /*< private >*/
  MerImportWorkFunc run;
  GDestroyNotify    free_result;
};

/* Runs `run` in a thread on copies of all that is given; its result, which `free_result` frees,
 * is the task's. */
void mer_import_work_start (GTask                  *task,
                            const char             *document_path,
                            const MerImportOptions *options,
                            const char             *label,
                            MerProgress            *progress,
                            MerImportWorkFunc       run,
                            GDestroyNotify          free_result);

G_END_DECLS
