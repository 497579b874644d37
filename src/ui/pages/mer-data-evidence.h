/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/pages/mer-data-view.h"

G_BEGIN_DECLS

/**
 * MerDataEvidence:
 *
 * What a cycle has besides questionnaires and checklists: ready counts, the operator's values
 * beside ours, facts from open sources; a section each.
 */
#define MER_TYPE_DATA_EVIDENCE (mer_data_evidence_get_type ())
G_DECLARE_FINAL_TYPE (MerDataEvidence, mer_data_evidence, MER, DATA_EVIDENCE, MerDataView)

/* Brings a section to the front: "counts", "compare", "facts". */
void mer_data_evidence_show_section (MerDataEvidence *self,
                                     const char      *section);
/* How many rows the section that is shown lists. */
guint mer_data_evidence_get_n (MerDataEvidence *self);
/* Whether the comparison lists values that are equal, too. */
void mer_data_evidence_show_all (MerDataEvidence *self,
                                 gboolean         all);

G_END_DECLS
