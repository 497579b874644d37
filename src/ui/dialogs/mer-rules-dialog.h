/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/mer-session.h"

G_BEGIN_DECLS

/**
 * MerRulesDialog:
 *
 * «Правила расчёта»: the open readings of the rules, each with what it means. Applying
 * binds the cycle to a new version of its methodology, as one action.
 */
#define MER_TYPE_RULES_DIALOG (mer_rules_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MerRulesDialog, mer_rules_dialog, MER, RULES_DIALOG, AdwWindow)

GtkWidget *mer_rules_dialog_new (MerSession *session);

G_END_DECLS
