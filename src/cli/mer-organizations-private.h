/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/mer-cli.h"
#include "core/mer-organization.h"

G_BEGIN_DECLS

/* Parts of `merilo-cli organizations`. */

/* The registry with the numbers of recipients of a cycle. */
MerExit mer_cli_list_organizations (MerDocument *doc,
                                    gint64       cycle_id,
                                    gboolean     json);
/* Writes one "KEY=VALUE" into an organization; an empty value takes it away. FALSE when the key
 * or the value is wrong, or the parent is not in the registry, and it has been said why. */
gboolean mer_cli_set_field (MerDocument     *doc,
                            MerOrganization *organization,
                            const char      *pair,
                            MerExit         *status);

G_END_DECLS
