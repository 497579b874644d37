/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/mer-session.h"

G_BEGIN_DECLS

/* Asks for the name of a group of organizations and stores it: a new group of `members`
 * (of gint64), or with `group_id` another name for a group that there is. */
void mer_group_dialog_present (GtkWindow  *parent,
                               MerSession *session,
                               gint64      group_id,
                               GArray     *members);

G_END_DECLS
