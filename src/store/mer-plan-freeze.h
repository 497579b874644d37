/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-record.h"
#include "store/mer-document.h"

G_BEGIN_DECLS

/* An approved plan and its items: what was planned stays as it was signed, whoever would change it,
 * and nothing is added; what was done of it may be written down. INVALID with a sentence otherwise.
 * Records of other kinds pass. */
gboolean mer_plan_freeze_may_save (MerDocument     *doc,
                                   const MerRecord *record,
                                   GError         **error);
gboolean mer_plan_freeze_may_delete (MerDocument     *doc,
                                     const MerRecord *record,
                                     GError         **error);
/* To another place among its like. */
gboolean mer_plan_freeze_may_move (MerDocument     *doc,
                                   const MerRecord *record,
                                   GError         **error);

G_END_DECLS
