/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-comparison.h"
#include "store/mer-evidence-store.h"

G_BEGIN_DECLS

/* Prints the evidence of a kind (−1: of all), a line an item, or JSON. */
gboolean mer_evidence_print (MerResults  *results,
                             MerDocument *doc,
                             int          kind,
                             gboolean     json,
                             GError     **error);
/* `format`: "csv", "json", or NULL for text. */
void mer_comparison_print (const MerComparison *comparison,
                           const char          *format);

G_END_DECLS
