/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/mer-comparison.h"

G_BEGIN_DECLS

/* The tables of other evidence: their columns, and their rows as #MerTextItem. */
typedef enum
{
  MER_EVIDENCE_TABLE_COUNTS,
  MER_EVIDENCE_TABLE_DIFFERENCES,
  MER_EVIDENCE_TABLE_FACTS,
  MER_EVIDENCE_TABLE_POINTS,
  MER_EVIDENCE_N_TABLES,
} MerEvidenceTable;

/* (transfer floating): a sortable table over `store`, one row selected at a time. `label` names
 * it for a reader who does not see it. */
GtkColumnView *mer_evidence_table_new (MerEvidenceTable table,
                                       GListStore      *store,
                                       const char      *label);
/* Columns that a narrow page has no room for. */
void mer_evidence_table_set_narrow (GtkColumnView   *view,
                                    MerEvidenceTable table,
                                    gboolean         narrow);

/* What a row of counts, differences or points is of, as the key of its item: (transfer full). */
char *mer_evidence_key (gint64      organization_id,
                        gint64      batch_id,
                        const char *code);

/* Rows as the document has them, the selected one kept: FALSE and error when it cannot be read. Ids
 * of rows are places among the cycle's counts and among the differences, and ids of facts. */
gboolean mer_evidence_fill_counts (GtkColumnView *view,
                                   GListStore    *store,
                                   MerResults    *results,
                                   MerDocument   *doc,
                                   GError       **error);
void     mer_evidence_fill_differences (GtkColumnView       *view,
                                        GListStore          *store,
                                        MerResults          *results,
                                        const MerComparison *comparison,
                                        gboolean             all);
gboolean mer_evidence_fill_facts (GtkColumnView *view,
                                  GListStore    *store,
                                  MerResults    *results,
                                  MerDocument   *doc,
                                  GError       **error);
/* Ids of rows are places among the cycle's points. */
gboolean mer_evidence_fill_points (GtkColumnView *view,
                                   GListStore    *store,
                                   MerResults    *results,
                                   MerDocument   *doc,
                                   GError       **error);

/* What a difference says: «−0,52», «нет у нас»: (transfer full). */
char *mer_difference_text (const MerDifference *difference,
                           MerLanguage          language);
/* «1.1 Стенды и сайт»: (transfer full). */
char *mer_difference_code_text (const MerDifference  *difference,
                                const MerMethodology *methodology);
/* «92,06» for "92.06", as many places as there are; «—» for NULL: (transfer full). */
char *mer_decimal_text (const char *decimal,
                        MerLanguage language);

G_END_DECLS
