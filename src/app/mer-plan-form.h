/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-plans.h"
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

/* What a filled table would do. Nothing is written before mer_plan_reading_apply(). */
typedef struct
{
  GPtrArray *items; /* of MerPlanItem: changed and new ones */
  guint      changed;
  guint      added;
  guint      unchanged;
  guint      refused;  /* rows */
  GPtrArray *problems; /* of char *: a sentence each, naming file, row and column */
} MerPlanReading;

/* Reads a table of any format that imports know. A row without a code becomes a new item of the
 * plan of `organization` (0: such rows are refused). NULL and an error that names the file when it
 * is no such form. */
MerPlanReading *mer_plan_form_read (const MerPlanBook     *book,
                                    const MerTableOptions *table,
                                    MerLanguage            language,
                                    gint64                 organization,
                                    GError               **error);
/* Stores what is there; action under way. */
gboolean mer_plan_reading_apply (MerPlanReading *self,
                                 MerDocument    *doc,
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
