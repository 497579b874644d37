/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-import-row.h"

G_BEGIN_DECLS

/* What the tables of numbers by organization share: rows whose items are compared with those
 * of other rows before any is written. */

/* One number or pair of a row. */
typedef struct
{
  guint  key; /* which question or value it is */
  gint64 asked;
  gint64 positive;
  char  *value;
} MerEvidenceItem;

typedef struct
{
  MerNameMatch *match;
  gint64        number; /* in the file */
  GArray       *items;  /* of MerEvidenceItem */
  gboolean      usable; /* FALSE: repeated, or contradicts another row */
} MerEvidenceRow;

/* (transfer full): an empty row of the organization that it names; NULL when it cannot be
 * imported, which is then counted as rejected. */
MerEvidenceRow *mer_evidence_row_new (MerImportJob *job,
                                      const MerRow *row);
void            mer_evidence_row_free (MerEvidenceRow *self);
/* Takes `value`. */
void mer_evidence_row_add (MerEvidenceRow *self,
                           guint           key,
                           gint64          asked,
                           gint64          positive,
                           char           *value);

/* Rejects a row; takes the sentence, which stands for the first of its group. */
void mer_evidence_reject (MerImportJob          *job,
                          const char            *code,
                          gint64                 row,
                          const MerImportColumn *column,
                          const char            *value,
                          char                  *text);
void mer_evidence_reject_empty (MerImportJob *job,
                                gint64        row);

/* Finds rows (of MerEvidenceRow) that say again what another says: a row that adds nothing is a
 * duplicate, and of two that contradict each other neither is usable. Items that are repeated
 * are taken out. */
void mer_evidence_settle (MerImportJob *job,
                          GPtrArray    *rows);

/* Reads all rows of the table by `read`, telling progress. */
typedef void (*MerEvidenceReadFunc) (gpointer      user_data,
                                     const MerRow *row);
gboolean mer_evidence_read_rows (MerImportJob       *job,
                                 MerEvidenceReadFunc read,
                                 gpointer            user_data,
                                 GError            **error);
/* Writes the items of all usable rows by `write`, each row's organization being stored before;
 * counts the rows and tells progress. FALSE and error when `write` says so, too. */
typedef gboolean (*MerEvidenceWriteFunc) (gpointer               user_data,
                                          const MerEvidenceRow  *row,
                                          const MerEvidenceItem *item,
                                          GError               **error);
gboolean mer_evidence_write_rows (MerImportJob        *job,
                                  const GPtrArray     *rows,
                                  MerEvidenceWriteFunc write,
                                  gpointer             user_data,
                                  GError             **error);

/* A decimal as people write it, «92,06», «111, 83», «92.06 %», as text with a point: (transfer
 * full); NULL when it is none. */
char *mer_evidence_parse_decimal (const char *text);
/* Whether a cell says that there is nothing: empty, «—», «нет», «н/д». */
gboolean mer_evidence_is_nothing (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerEvidenceRow, mer_evidence_row_free)

G_END_DECLS
