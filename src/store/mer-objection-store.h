/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-objection.h"
#include "store/mer-document.h"

G_BEGIN_DECLS

/* Objections of a cycle. Undoable; writers need an action under way. What is approved stays as it
 * is: writers refuse with INVALID in a cycle whose results are approved. */

/* (element-type MerObjection), in the order in which they were entered; organization_id 0: of
 * all. */
GPtrArray *mer_store_objections (MerDocument *doc,
                                 gint64       cycle_id,
                                 gint64       organization_id,
                                 GError     **error);
/* (transfer full): NOT_FOUND when there is none of that id. */
MerObjection *mer_store_objection (MerDocument *doc,
                                   gint64       id,
                                   GError     **error);
/* Inserts when id is 0 (and sets it), else updates. INVALID without a ground, or when a day is
 * no day. */
gboolean mer_store_save_objection (MerDocument  *doc,
                                   MerObjection *objection,
                                   GError      **error);
gboolean mer_store_delete_objection (MerDocument *doc,
                                     gint64       id,
                                     GError     **error);

G_END_DECLS
