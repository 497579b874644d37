/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One reading of the rules that is open (domain A1.5) and that the council decides. */
typedef struct
{
  const char *value;       /* "answered" */
  const char *title;       /* English msgid, marked N_(): a short phrase for a combo box */
  const char *explanation; /* English msgid: the note that a report prints when it is in force */
} MerPolicyChoice;

typedef struct
{
  const char            *key;           /* "base" */
  const char            *title;         /* English msgid */
  const char            *default_value; /* the recommended reading */
  const MerPolicyChoice *choices;       /* ends with a NULL value */
} MerPolicy;

/* The table of all policies. Keys and values (the default first):
 *   rounding            stages | exact
 *   rounding.decimals   2 | 0 | 1 | 3 | 4     places at each stage, and of what is displayed
 *   base                answered | all        shares of 2.3, 4.1, 4.2, 5.x
 *   base.channel        filter | all          shares of 1.3 and 4.3
 *   norm                separate | pooled     1.1
 *   items.excess        cut                   more items than the cap
 *   undefined           undecided | zero | mean | hundred | exclude   an indicator without a base
 *   channel.missing     available | zero      1.3 when one channel has no users
 *   hard-to-say         answered | blank      answers that fit no option
 *   ties                competition | dense | ordinal
 *   branches            separate | average    organizations with branches
 *   show.2.2            no | yes              calculated rows, printed as information
 *   band.edge           half | over | from    where a band begins between whole points
 *   council.criteria    beside | total         criteria that the council added
 * Besides these a methodology has, for each indicator that may be undefined,
 *   undefined.CODE      inherit | as `undefined`
 */
const MerPolicy *mer_policies (guint *n);

/* The policy of a key; for "undefined.CODE" the one that they all share, whose key is
 * "undefined.*". NULL when there is no such policy. */
const MerPolicy *mer_policy_find (const char *key);

/* The choice of that value; NULL when the policy has none. */
const MerPolicyChoice *mer_policy_choice (const MerPolicy *self,
                                          const char      *value);

G_END_DECLS
