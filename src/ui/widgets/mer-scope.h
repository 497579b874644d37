/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "store/mer-registry-store.h"

G_BEGIN_DECLS

/**
 * MerScope:
 *
 * A choice of organizations to look at: all, one kind, or a group of the user's. An item
 * of the drop-down of the page of organizations. Immutable;
 * its property `title` is what the drop-down shows.
 */
#define MER_TYPE_SCOPE (mer_scope_get_type ())
G_DECLARE_FINAL_TYPE (MerScope, mer_scope, MER, SCOPE, GObject)

/* (element-type MerScope): all, then the kinds that there are, then the groups. */
GListModel *mer_scope_list_new (MerDocument *document);

/* (transfer none): what the drop-down shows. */
const char *mer_scope_get_title (MerScope *self);
/* Stable word by which it is found in a new list: "all", "kind:general", "group:3". */
const char *mer_scope_get_id (MerScope *self);
gboolean    mer_scope_contains (MerScope              *self,
                                const MerOrganization *organization);
/* The group's id, 0 when it is none. */
gint64 mer_scope_get_group_id (MerScope *self);
/* Position of the scope with this id; 0 (all) when it is gone. */
guint mer_scope_list_find (GListModel *scopes,
                           const char *id);

/* «действует»: the word for a state, in the language of the desktop. */
const char *mer_organization_state_title (MerOrganizationState state);

G_END_DECLS
