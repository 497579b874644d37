/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/mer-session.h"

G_BEGIN_DECLS

/**
 * MerCompareWindow:
 *
 * The scores of the cycle that is looked at beside those of another one: a table of all
 * organizations, and under it the criteria of the one that is selected.
 */
#define MER_TYPE_COMPARE_WINDOW (mer_compare_window_get_type ())
G_DECLARE_FINAL_TYPE (MerCompareWindow, mer_compare_window, MER, COMPARE_WINDOW, AdwWindow)

/* `organization_id`: whom to select at first; 0: the first. The session has results. */
void mer_compare_window_present (GtkWindow  *parent,
                                 MerSession *session,
                                 gint64      organization_id);
/* Writes what is shown; its format follows from the extension. Tells the outcome by the session. */
void mer_compare_window_save_to (MerCompareWindow *self,
                                 const char       *path);

G_END_DECLS
