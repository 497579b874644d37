/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-cycle-facts.h"
#include "cli/mer-cli.h"

G_BEGIN_DECLS

/* What the files of `merilo-cli select` share. */

typedef struct
{
  char    *cycle;
  char    *ground;
  char    *answers; /* "keep", "move" */
  char    *sheet;
  char    *encoding;
  gboolean pilot;
  gboolean json;
  gboolean propose;
  gboolean apply;
  gint64   cycle_id;
} MerSelectOptions;

/* argv begins with the document; `facts` are of the cycle. */
MerExit mer_select_list (MerDocument            *doc,
                         const MerCycleFacts    *facts,
                         const MerSelectOptions *given,
                         char                  **argv);
MerExit mer_select_share (MerDocument            *doc,
                          const MerCycleFacts    *facts,
                          const MerSelectOptions *given,
                          char                  **argv);
MerExit mer_select_propose (MerDocument            *doc,
                            const MerCycleFacts    *facts,
                            const MerSelectOptions *given,
                            char                  **argv);
MerExit mer_select_schedule (MerDocument            *doc,
                             const MerCycleFacts    *facts,
                             const MerSelectOptions *given,
                             char                  **argv);

G_END_DECLS
