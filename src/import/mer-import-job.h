/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-cycle.h"
#include "import/mer-import-problems.h"
#include "import/mer-name-matcher.h"
#include "import/mer-recognition.h"

G_BEGIN_DECLS

/**
 * MerImportJob:
 *
 * What one run shares between the importer, which prepares and finishes it, and the engine of its
 * kind, which reads the rows. Everything is borrowed by the engine. The action is under way and
 * the batch stands in the document, so that blocks, marks and comments can refer to it; on FALSE
 * from the engine all of it is taken back.
 *
 * The engine counts `accepted`, `rejected`, `duplicates` and `contradictions` of the result, and
 * n_rows and first_row of the matches. The importer writes what follows from these: the batch's
 * counts, `unmatched`, `created`, and the problems about names that match nothing.
 */
typedef struct
{
  MerDocument            *doc; /* of the importing thread */
  const MerImportOptions *options;
  const MerMethodology   *methodology;
  const MerCycle         *cycle;
  GPtrArray              *items;   /* of MerCycleItem; checklist only */
  MerTableReader         *reader;  /* before the first row under the header */
  const MerRecognition   *columns; /* certain: checked */
  MerNameMatcher         *matcher;
  MerBatch               *batch;     /* id is set */
  gboolean                day_first; /* of dates with slashes in the date column */
  MerImportProblems      *problems;
  MerProgress            *progress;    /* nullable; told by mer_import_job_tick() */
  GCancellable           *cancellable; /* nullable */
  MerImportResult        *result;
} MerImportJob;

/* Reports the reader's position and asks whether to stop: FALSE and error when cancelled.
 * Cheap, but not for each row: every thousand or so. */
gboolean mer_import_job_tick (MerImportJob *job,
                              GError      **error);
/* The same with a position that the caller knows, while the reader belongs to another thread. */
gboolean mer_import_job_tick_at (MerImportJob *job,
                                 guint64       done,
                                 guint64       total,
                                 GError      **error);

/* The engines, one a kind. TRUE also when no row was accepted; FALSE and error when reading or
 * writing failed or the run was cancelled. */
gboolean mer_import_organizations_run (MerImportJob *job,
                                       GError      **error);
gboolean mer_import_checklist_run (MerImportJob *job,
                                   GError      **error);
gboolean mer_import_counts_run (MerImportJob *job,
                                GError      **error);
gboolean mer_import_ready_values_run (MerImportJob *job,
                                      GError      **error);
gboolean mer_import_facts_run (MerImportJob *job,
                               GError      **error);
gboolean mer_import_recipients_run (MerImportJob *job,
                                    GError      **error);
/* In mer-import-survey.c. */
gboolean mer_import_survey_run (MerImportJob *job,
                                GError      **error);

G_END_DECLS
