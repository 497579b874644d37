/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-results.h"

G_BEGIN_DECLS

/* Whether the plans of a cycle helped, for documents that tell it. */
typedef struct _MerEffectReport MerEffectReport;

/* (transfer full) (nullable): NULL where the document of that kind does not tell it, or there is
 * no later cycle. `results` (nullable): of the cycle. Thread of the document. */
MerEffectReport *mer_effect_report_new (MerDocument *doc,
                                        const char  *kind,
                                        MerResults  *results);
void             mer_effect_report_free (MerEffectReport *self);
/* `input` borrows from it; nothing is done for NULL. */
void mer_effect_report_fill (const MerEffectReport *self,
                             MerReportInput        *input);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerEffectReport, mer_effect_report_free)

G_END_DECLS
