/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/pages/mer-methodology-editing.h"

G_BEGIN_DECLS

/**
 * MerMethodologyFindings:
 *
 * What is wrong with the rules, or how they differ from the federal edition, as a list in a
 * popover. It is made anew whenever it comes to be seen, and while it is seen.
 *
 * Signals:
 *   `chosen` (row, property)  the user wants to go there; property may be NULL
 *   `restore` (row)           it is to be as in the federal edition again; "all": everything
 */
#define MER_TYPE_METHODOLOGY_FINDINGS (mer_methodology_findings_get_type ())
G_DECLARE_FINAL_TYPE (MerMethodologyFindings,
                      mer_methodology_findings,
                      MER,
                      METHODOLOGY_FINDINGS,
                      AdwBin)

typedef enum
{
  MER_FINDINGS_PROBLEMS,
  MER_FINDINGS_DIFFERENCES,
} MerFindings;

GtkWidget *mer_methodology_findings_new (MerMethodologyEditing *editing,
                                         MerFindings            what);

/* «Вес: 0,4 вместо 0,3»: (transfer full). `base`: what theirs stands in. */
char *mer_methodology_difference_text (const MerMethodology           *methodology,
                                       const MerMethodology           *base,
                                       const MerMethodologyDifference *difference);
/* The name of the part, which may be gone: (transfer full). */
char *mer_methodology_difference_name (const MerMethodology           *methodology,
                                       const MerMethodology           *base,
                                       const MerMethodologyDifference *difference);

G_END_DECLS
