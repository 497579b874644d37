/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cycle/mer-improvement.h"
#include "ui/mer-session.h"

G_BEGIN_DECLS

typedef void (*MerMeasureFunc) (const MerMeasureTaken *measure,
                                gpointer               user_data);

/**
 * mer_measure_dialog_present:
 * @parent: (nullable): the window that asks
 * @session: whose document it is in
 * @criterion: (nullable): whose measures come first
 * @chosen: called with what was chosen, or typed
 * @user_data: for @chosen
 * @destroy: (nullable): of @user_data, when the dialog is gone
 *
 * The library of measures to choose from: a measure of it, or words of one's own, which may be
 * added to the library too.
 *
 * Returns: (transfer none): the dialog
 */
GtkWindow *mer_measure_dialog_present (GtkWindow     *parent,
                                       MerSession    *session,
                                       const char    *criterion,
                                       MerMeasureFunc chosen,
                                       gpointer       user_data,
                                       GDestroyNotify destroy);

G_END_DECLS
