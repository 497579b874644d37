/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-comparison.h"
#include "ui/pages/mer-data-evidence.h"
#include "ui/pages/mer-evidence-tables.h"
#include "ui/widgets/mer-poll-list.h"
#include "ui/widgets/mer-text-item.h"

G_BEGIN_DECLS

struct _MerDataEvidence
{
  MerDataView parent_instance;

  /* owned */
  GListStore    *stores[MER_EVIDENCE_N_TABLES];
  MerComparison *comparison; /* nullable: no results, or it cannot be read */

  /* children */
  GtkStack      *sections;
  GtkLabel      *summary;
  GtkStack      *tools;
  GtkStack      *states[MER_EVIDENCE_N_TABLES]; /* a table, or why there is none */
  GtkColumnView *views[MER_EVIDENCE_N_TABLES];
  AdwStatusPage *equal; /* compared, and no difference */
  GtkWidget     *all;   /* toggle: values that are equal, too */
  gboolean       narrow;
  MerPollList   *polls;
};

/* mer-data-evidence-layout.c: makes the children. */
void        mer_data_evidence_build (MerDataEvidence *self);
const char *mer_data_evidence_section_id (MerEvidenceTable table);

G_END_DECLS
