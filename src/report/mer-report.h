/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/mer-cycle.h"
#include "core/mer-language.h"
#include "core/mer-record.h"
#include "cycle/mer-sample-structure.h"
#include "report/mer-blocks.h"
#include "scoring/mer-score-table.h"

G_BEGIN_DECLS

#define MER_REPORT_ERROR (mer_report_error_quark ())
GQuark mer_report_error_quark (void);
typedef enum
{
  MER_REPORT_ERROR_KIND,   /* no such kind */
  MER_REPORT_ERROR_FORMAT, /* this kind cannot be written in that format */
  MER_REPORT_ERROR_IO,
} MerReportError;

typedef enum
{
  MER_REPORT_RANKS_ALL,
  MER_REPORT_RANKS_IN_KIND,
} MerReportRanks;

/* How a cycle stands, in words: rows of cells (element-type GStrv). */
typedef struct
{
  char      *day;       /* ISO 8601 */
  GPtrArray *figures;   /* what, value, note */
  GPtrArray *stages;    /* which, state, note */
  GPtrArray *attention; /* what, why */
  GPtrArray *deadlines; /* day, what, how long it is until then */
  GPtrArray *rules;     /* sentence, state */
} MerReportOverview;

/* (transfer full): without rows. */
MerReportOverview *mer_report_overview_new (void);
void               mer_report_overview_free (MerReportOverview *self);

/* Did it help: an item of a plan, and what it is about before and in a later cycle. Numbers are
 * borrowed. */
typedef struct
{
  const MerOrganization *organization;
  const char            *criterion; /* code */
  const char            *measure;
  gboolean               has_before;
  gboolean               has_after;
  MerRational            before;
  MerRational            after;
} MerReportEffect;

/* Everything that a document kind may draw upon. Borrowed; NULL where absent. */
typedef struct
{
  MerLanguage           language;
  const char           *title;     /* of the document: «Верхнеольховский район» */
  const char           *territory; /* genitive: «Верхнеольховского района» */
  const char           *department;
  const char           *signatory_post;
  const char           *signatory_name;
  const char           *annex; /* lines of the annex mark */
  const MerCycle       *cycle;
  MerScoreTable        *scores;     /* NULL or without rows: the document says so on its page */
  GPtrArray            *past;       /* of MerPastYear: assessments before */
  guint                 n_registry; /* organizations of which a share is taken: MerSelection */
  MerReportRanks        ranks;
  guint                 kinds;         /* mask of MerOrganizationKind to print, 0: all */
  GArray               *organizations; /* of gint64: only these (a group); NULL: all */
  const char           *group_name;    /* of that group */
  GPtrArray            *profile;       /* of MerProfileCount: what respondents told of themselves */
  const MerMethodology *methodology;   /* the rules, also where there are no scores yet */
  GPtrArray            *batches;       /* of MerBatch: where the scores are from */
  GPtrArray            *objections;    /* of MerObjection: of the cycle */
  MerRecordSet         *records;       /* of the cycle and of the department */
  GPtrArray            *registry;      /* of MerOrganization: all, for their names */
  GPtrArray            *findings;      /* of MerFinding: of the cycle */
  GHashTable           *settings;      /* of the cycle (cycle/mer-cycle-settings.h) */
  gint64                record_id;     /* the meeting, the plan … that is printed; 0: the first */
  gboolean              inside;        /* for work in the department: places, whatever the form of
                                        * publication */

  const MerReportOverview *overview; /* only the document of that kind asks for it */
  const GArray            *effects;  /* of MerReportEffect, for the control of plans; NULL: there
                                      * is no later cycle */
  const MerCycle *effects_cycle;     /* the later one */

  const char *issued_number; /* of the document that is issued with it; NULL: not issued */
  const char *issued_day;    /* ISO 8601; NULL: not issued */

  GPtrArray  *members;       /* of MerCycleMember: of the cycle */
  GPtrArray  *differences;   /* of MerScoreDifference: to the preliminary results */
  guint       n_preliminary; /* organizations that those have */
  const char *preliminary_day;
  const char *preliminary_decision;
} MerReportInput;

/* A kind of document: one file with such an entry and one line in mer-report.c. */
typedef struct
{
  const char *id;    /* "rating" */
  const char *title; /* English msgid */
  MerBlocks *(*build) (const MerReportInput *input);
  gboolean numbered; /* it prints the number of what it is of, and no other when it is issued */
} MerReportKind;
/* (transfer none): all kinds of documents, as the tool lists them. */
const MerReportKind *const *mer_report_kinds (void); /* ends with NULL */
const MerReportKind        *mer_report_kind_find (const char *id);

/* A way to write blocks: one file with such an entry and one line in mer-report.c. */
typedef struct
{
  const char *extension; /* "pdf" */
  const char *title;     /* English msgid: «Документ PDF» */
  GBytes *(*render) (const MerBlocks *blocks,
                     GError         **error);
} MerRenderer;
/* (transfer none): all formats, the usual one first; ends with NULL. */
const MerRenderer *const *mer_renderers (void);
/* The renderer for a file of this name; NULL and error when there is none. */
const MerRenderer *mer_renderer_for_path (const char *path,
                                          GError    **error);

/* Builds and writes; the renderer follows from the extension of `path`. An existing
 * file is replaced at once or not at all. Any thread. */
gboolean mer_report_write (const char           *kind,
                           const MerReportInput *input,
                           const char           *path,
                           GError              **error);

/* The same in memory, in the format of that extension: (transfer full). */
GBytes *mer_report_render (const char           *kind,
                           const MerReportInput *input,
                           const char           *extension,
                           GError              **error);
/* The blocks of a document, with number and day where it is issued: (transfer full). */
MerBlocks *mer_report_build (const MerReportKind  *kind,
                             const MerReportInput *input);

/* When what is written is said to be made: SOURCE_DATE_EPOCH, or now. UTC. */
GDateTime *mer_report_now (void);

/* Writes bytes to a file, which is replaced at once or not at all; errors are sentences
 * that name the file and say that it was not changed. */
gboolean mer_report_save (GBytes     *bytes,
                          const char *path,
                          GError    **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerReportOverview, mer_report_overview_free)

G_END_DECLS
