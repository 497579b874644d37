/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-finding.h"
#include "store/mer-document.h"

G_BEGIN_DECLS

/* Findings and proposals of a cycle. Undoable; writers need an action under way. */

/* (element-type MerFinding), in the order in which they were made; organization_id 0: of all. */
GPtrArray *mer_store_findings (MerDocument *doc,
                               gint64       cycle_id,
                               gint64       organization_id,
                               GError     **error);
/* (transfer full): NOT_FOUND when there is none of that id. */
MerFinding *mer_store_finding (MerDocument *doc,
                               gint64       id,
                               GError     **error);
/* Inserts when id is 0 (and sets it), else updates. INVALID when it says nothing. */
gboolean mer_store_save_finding (MerDocument *doc,
                                 MerFinding  *finding,
                                 GError     **error);
gboolean mer_store_delete_finding (MerDocument *doc,
                                   gint64       id,
                                   GError     **error);

G_END_DECLS
