/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-record.h"
#include "store/mer-document.h"

G_BEGIN_DECLS

/* Items of an approved plan: what was planned stays as it was signed, whoever would change it; what
 * was done of it may be written down. INVALID with a sentence otherwise. Records of other kinds
 * and new ones pass. */
gboolean mer_plan_freeze_may_save (MerDocument     *doc,
                                   const MerRecord *record,
                                   GError         **error);
gboolean mer_plan_freeze_may_delete (MerDocument     *doc,
                                     const MerRecord *record,
                                     GError         **error);

G_END_DECLS
