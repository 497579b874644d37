/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-importer.h"

G_BEGIN_DECLS

/**
 * MerImportProblems:
 *
 * What is wrong with rows, as data: gathered while a table is read, equal ones as
 * one line with a count and the first row. Of one thread at a time.
 */
typedef struct _MerImportProblems MerImportProblems;

/* (transfer full): none yet. */
MerImportProblems *mer_import_problems_new (void);
void               mer_import_problems_free (MerImportProblems *self);

/**
 * mer_import_problems_count:
 * @code: stable word ("ragged-row"); static
 * @row: row in the file, 0: the whole file
 * @column: (nullable): the column it concerns
 * @value: (nullable): what makes it one group of its own, as the spelling of a cell
 * @count: rows or cells
 *
 * Counts a problem; a single row (@count 1) is noted among the group's rows, several are added by
 * mer_import_problem_add_rows(). Groups are equal in @code, @column and @value. A file that has
 * too many different values in one column gets one group for all the rest, with a sentence of
 * its own, so that hostile input cannot fill the memory.
 *
 * Returns: (transfer none): the group. When its `text` is NULL the group is new and the
 *   caller writes the sentence, which speaks of the first row and holds no count.
 */
MerImportProblem *mer_import_problems_count (MerImportProblems     *self,
                                             MerProblemSeverity     severity,
                                             const char            *code,
                                             gint64                 row,
                                             const MerImportColumn *column,
                                             const char            *value,
                                             guint64                count);

/* Notes rows that a group stands for, without counting them. */
void mer_import_problem_add_rows (MerImportProblem *self,
                                  const gint64     *rows,
                                  guint             n_rows);
/* «214,300-310»: the rows of a group, (transfer full). */
char *mer_import_problem_rows_text (const MerImportProblem *self);

/* The groups so far, in order of appearance: (transfer full) (element-type MerImportProblem);
 * self is empty afterwards. */
GPtrArray *mer_import_problems_steal (MerImportProblems *self);

void mer_import_problem_free (MerImportProblem *self);

/* «E», «AB»: how a spreadsheet calls the column with this index (from 0). */
char *mer_import_column_letters (guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerImportProblems, mer_import_problems_free)

G_END_DECLS
