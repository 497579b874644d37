/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/mer-plan-form.h"
#include "ui/mer-session.h"

G_BEGIN_DECLS

/* Reads returned forms (paths, NULL-terminated), which a worker does, and shows what they would
 * change, with a question at each row that is in doubt; stores what is ticked as one change.
 * `organization`: of rows without a code; 0: of those they name. (transfer none): the window, which
 * is shown when there is something to see. */
GtkWindow *mer_plan_reading_dialog_read (GtkWindow         *parent,
                                         MerSession        *session,
                                         MerPlanBook       *book,
                                         gint64             organization,
                                         const char *const *paths);

G_END_DECLS
