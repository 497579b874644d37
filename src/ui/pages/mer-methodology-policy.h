/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/pages/mer-methodology-editing.h"

G_BEGIN_DECLS

/**
 * MerMethodologyPolicy:
 *
 * A reading of the rules that is open: what may be chosen, what each choice means, and the day
 * on which the council decided.
 */
#define MER_TYPE_METHODOLOGY_POLICY (mer_methodology_policy_get_type ())
G_DECLARE_FINAL_TYPE (MerMethodologyPolicy,
                      mer_methodology_policy,
                      MER,
                      METHODOLOGY_POLICY,
                      GtkBox)

GtkWidget *mer_methodology_policy_new (MerMethodologyEditing *editing,
                                       const char            *key);

G_END_DECLS
