/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The sample rule of order 675н as domain A3 has it: 40 % of the recipients,
 * rounded up, at most 600. Both numbers are settings. */
typedef struct
{
  guint percent; /* 1..100 */
  guint most;    /* 1.. */
} MerSampleRule;

#define MER_SAMPLE_RULE_DEFAULT ((MerSampleRule){ 40, 600 })

/* Questionnaires that `recipients` people ask for; −1 when recipients is negative (unknown). */
gint64 mer_sample_rule_required (const MerSampleRule *rule,
                                 gint64               recipients);

G_END_DECLS
