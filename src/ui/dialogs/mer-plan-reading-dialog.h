/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/mer-plan-form.h"
#include "ui/mer-session.h"

G_BEGIN_DECLS

/* Shows what a returned form would change, with a question at each row that is in doubt, and stores
 * what is ticked as one change. Owns the reading from now on. (transfer none): the window. */
GtkWindow *mer_plan_reading_dialog_present (GtkWindow      *parent,
                                            MerSession     *session,
                                            MerPlanReading *reading);

G_END_DECLS
