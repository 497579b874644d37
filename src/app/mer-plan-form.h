/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-plans.h"
#include "core/mer-progress.h"
#include "import/mer-table-reader.h"
#include "report/mer-template.h"

G_BEGIN_DECLS

/* The form of a plan as a table that is sent out, filled in and read back: one row an item, the
 * columns of the printed form, evidence, per cent, and in the last column a code that tells which
 * item the row is of. */

/* `sheet` NULL: the plans of all organizations in one table. (transfer full) */
MerTemplate *mer_plan_form_new (const MerPlanBook  *book,
                                const MerPlanSheet *sheet,
                                MerLanguage         language,
                                const char         *department);

/* A workbook for each plan that has items, in a folder, under the name of its organization, with a
 * number where two become one name of a file. Nothing is written when one of the names is taken: it
 * may be a form that came back; and nothing is left when one cannot be written. */
gboolean mer_plan_forms_write (MerDocument        *doc,
                               const MerPlanBook  *book,
                               const MerPlanScope *scope,
                               const char         *folder,
                               guint              *n_written,
                               GError            **error);

/* --- the way back ---------------------------------------------------------------------------- */

typedef enum
{
  MER_FORM_CHANGED,
  MER_FORM_ADDED,
  MER_FORM_MISSING, /* its row was taken out of the form: the item would be dropped */
} MerFormChangeKind;

/* What one row asks for. What is not certain is a question to the reader: it is stored only when
 * somebody says so. */
typedef struct
{
  MerFormChangeKind  kind;
  const char        *file;  /* its name; of a missing one, that of the form of its plan */
  gint64             row;   /* as the spreadsheet counts; 0: the form has none */
  MerPlanItem       *item;  /* as it would be stored */
  const MerPlanItem *was;   /* as it is, in the book; NULL: a new one */
  char              *doubt; /* sentences; NULL: certain */
  gboolean           taken;
} MerFormChange;

/* What a filled table would do. Nothing is written before mer_plan_reading_apply(). */
typedef struct
{
  MerPlanBook *book;
  GPtrArray   *files;     /* of char *: their names */
  GPtrArray   *changes;   /* of MerFormChange, in the order of the files and rows */
  guint        changed;   /* of the taken ones */
  guint        added;     /* the same */
  guint        dropped;   /* the same */
  guint        unchanged; /* rows */
  guint        doubtful;  /* rows that are not taken */
  guint        missing;   /* items whose rows are not there and that stay */
  guint        refused;   /* rows */
  guint        unread;    /* files that are no forms or cannot be read */
  GPtrArray   *problems;  /* of char *: a sentence each, naming file, row and column */
} MerPlanReading;

/* Tells of an item that the book does not have where it is, «план «СОШ № 1», цикл «НОКО 2021»»:
 * (transfer full) (nullable). */
typedef char *(*MerPlanFormElsewhere) (gint64   item_id,
                                       gpointer data);

/* How tables are read. */
typedef struct
{
  MerLanguage language;
  gint64      organization;       /* of rows without a code; 0: of those they name, or of the
                                   * one that all other rows of the file are of */
  MerPlanFormElsewhere elsewhere; /* nullable */
  gpointer             data;
  MerProgress         *progress;    /* in files; nullable */
  GCancellable        *cancellable; /* nullable */
} MerPlanFormOptions;

/* Reads a table of any format that imports know, with columns in any order. NULL and an error that
 * names the file when it is no such form. */
MerPlanReading *mer_plan_form_read (MerPlanBook              *book,
                                    const MerTableOptions    *table,
                                    const MerPlanFormOptions *options,
                                    GError                  **error);
/* The same of many tables (NULL-terminated), as one reading: no item is changed by two of them, and
 * what cannot be read is named among the problems. NULL when nothing can be read. */
MerPlanReading *mer_plan_forms_read (MerPlanBook              *book,
                                     const char *const        *paths,
                                     const MerPlanFormOptions *options,
                                     GError                  **error);
/* MerPlanFormElsewhere: looks in all cycles of the document, which is the data. */
char *mer_plan_form_elsewhere (gint64   item_id,
                               gpointer doc);
/* What is doubtful is taken as well, or what is missing dropped. */
void mer_plan_reading_take (MerPlanReading *self,
                            gboolean        doubtful,
                            gboolean        missing);
/* Counts anew, after `taken` of a change was set. */
void mer_plan_reading_count (MerPlanReading *self);
/* Stores what is taken; action under way. `n_versions`: (out) (optional): of approved plans. */
gboolean mer_plan_reading_apply (MerPlanReading *self,
                                 MerDocument    *doc,
                                 guint          *n_versions,
                                 GError        **error);
void     mer_plan_reading_free (MerPlanReading *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerPlanReading, mer_plan_reading_free)

/* --- columns, shared by both ways ------------------------------------------------------------ */

typedef enum
{
  MER_FORM_ORGANIZATION,
  MER_FORM_CRITERION,
  MER_FORM_PROBLEM,
  MER_FORM_MEASURE,
  MER_FORM_DEADLINE,
  MER_FORM_PERSON,
  MER_FORM_POST,
  MER_FORM_TAKEN,
  MER_FORM_DONE,
  MER_FORM_EVIDENCE,
  MER_FORM_SHARE,
  MER_FORM_CODE,
} MerFormColumn;
#define MER_N_FORM_COLUMNS (MER_FORM_CODE + 1)

/* English msgid of its header. */
const char *mer_plan_form_header (MerFormColumn column);

G_END_DECLS
