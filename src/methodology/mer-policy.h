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
  const char *key;         /* "base" */
  const char *title;       /* English msgid */
  const char *default_value;
  const MerPolicyChoice *choices; /* ends with a NULL value; NULL itself: a free number, see `rounding.decimals` */
} MerPolicy;

/* The table of all policies. Keys and values:
 *   rounding            stages* | exact
 *   rounding.decimals   2* (0..4): places at each stage, and of what is displayed
 *   base                answered* | all              shares of 2.3, 4.1, 4.2, 5.x
 *   base.channel        filter* | all                shares of 1.3 and 4.3
 *   base.disabled       filter*                      (only reading known) share of 3.3
 *   norm                separate* | pooled           1.1
 *   undefined           undecided* | zero | mean | hundred | exclude   any indicator without a base
 *   undefined.CODE      inherit* | as above          for each indicator that may be undefined
 *   channel.missing     available* | zero            1.3 when one channel has no users
 *   hard-to-say         answered* | blank            "other" answers
 *   ties                competition* | dense | ordinal
 *   show.2.2            no* | yes
 *   band.edge           from* ...
 */
const MerPolicy *mer_policies (guint *n);
const MerPolicy *mer_policy_find (const char *key);

G_END_DECLS
