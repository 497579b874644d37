/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/mer-evidence-store.h"
#include "ui/mer-session.h"

G_BEGIN_DECLS

/**
 * MerFactDialog:
 *
 * The form of a fact from an open source: whose, when, who says so, where, what.
 */
#define MER_TYPE_FACT_DIALOG (mer_fact_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MerFactDialog, mer_fact_dialog, MER, FACT_DIALOG, AdwWindow)

/* `fact`: (nullable): the one to change; NULL adds one. */
void mer_fact_dialog_present (GtkWindow     *parent,
                              MerSession    *session,
                              gint64         cycle_id,
                              const MerFact *fact);

G_END_DECLS
