/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/pages/mer-methodology-editing.h"

G_BEGIN_DECLS

/**
 * MerMethodologyApply:
 *
 * The form that makes an edition of a draft: why, by which decision of the council, and what it
 * changes.
 */
#define MER_TYPE_METHODOLOGY_APPLY (mer_methodology_apply_get_type ())
G_DECLARE_FINAL_TYPE (MerMethodologyApply,
                      mer_methodology_apply,
                      MER,
                      METHODOLOGY_APPLY,
                      AdwWindow)

/* (transfer none). `influence`: what it changes in the rating, in words. */
MerMethodologyApply *mer_methodology_apply_present (GtkWindow             *parent,
                                                    MerMethodologyEditing *editing,
                                                    const char            *influence);

G_END_DECLS
