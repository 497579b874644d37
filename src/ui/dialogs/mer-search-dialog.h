/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/mer-session.h"

G_BEGIN_DECLS

/**
 * MerSearchDialog:
 *
 * One field over everything in the document. What is found stands below it by kinds; Up and Down
 * choose while the field keeps the keyboard, Enter goes to what is chosen, Escape closes.
 */
#define MER_TYPE_SEARCH_DIALOG (mer_search_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MerSearchDialog, mer_search_dialog, MER, SEARCH_DIALOG, AdwWindow)

/* (transfer none) */
MerSearchDialog *mer_search_dialog_present (GtkWindow  *parent,
                                            MerSession *session);

G_END_DECLS
