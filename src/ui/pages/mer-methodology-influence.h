/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/pages/mer-methodology-editing.h"

G_BEGIN_DECLS

/**
 * MerMethodologyInfluence:
 *
 * The bar under rules that are being edited: what they would change in the rating, and the
 * buttons that end the edit. It is computed by a worker; while one runs, further edits wait for
 * it and are then computed at once.
 */
#define MER_TYPE_METHODOLOGY_INFLUENCE (mer_methodology_influence_get_type ())
G_DECLARE_FINAL_TYPE (MerMethodologyInfluence,
                      mer_methodology_influence,
                      MER,
                      METHODOLOGY_INFLUENCE,
                      AdwBin)

void mer_methodology_influence_set_editing (MerMethodologyInfluence *self,
                                            MerMethodologyEditing   *editing);
/* What it says: (transfer none). */
const char *mer_methodology_influence_get_text (MerMethodologyInfluence *self);
/* Whether what it says belongs to the rules that are shown. */
gboolean mer_methodology_influence_is_current (MerMethodologyInfluence *self);

G_END_DECLS
