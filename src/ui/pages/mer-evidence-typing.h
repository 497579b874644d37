/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/mer-session.h"
#include "ui/pages/mer-evidence-tables.h"

G_BEGIN_DECLS

/* Typing in, changing and removing ready counts (MER_EVIDENCE_TABLE_COUNTS), the operator's
 * values (MER_EVIDENCE_TABLE_DIFFERENCES) and experts' points (MER_EVIDENCE_TABLE_POINTS).
 * `key`: of a row of the table, mer_evidence_key(). */
void mer_evidence_typing_add (GtkWidget       *widget,
                              MerSession      *session,
                              MerEvidenceTable table);
/* A count of a file is not changed: the window says so. */
void mer_evidence_typing_edit (GtkWidget           *widget,
                               MerSession          *session,
                               MerEvidenceTable     table,
                               const MerComparison *comparison,
                               const char          *key);
void mer_evidence_typing_delete (MerSession          *session,
                                 MerEvidenceTable     table,
                                 const MerComparison *comparison,
                                 const char          *key);

G_END_DECLS
