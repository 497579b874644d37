/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mer-registry-store.h"

G_BEGIN_DECLS

/* Stores an organization's part in a cycle as somebody typed it in: a number of recipients that is
 * not the one that is there names that as its source. Action under way. */
gboolean mer_recipients_save_typed (MerDocument          *doc,
                                    gint64                cycle_id,
                                    const MerCycleMember *member,
                                    GError              **error);
/* The number alone (−1: not known): whether the organization is chosen stays as it is stored; who
 * was no part of the cycle becomes a chosen one. Action under way. */
gboolean mer_recipients_save_number (MerDocument *doc,
                                     gint64       cycle_id,
                                     gint64       organization_id,
                                     gint64       recipients,
                                     GError     **error);

G_END_DECLS
