/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/mer-cli.h"

G_BEGIN_DECLS

/* What stands behind `merilo-cli methodology draft` and `versions`. */
typedef struct
{
  char      **arguments; /* behind the verb */
  int         n_arguments;
  gint64      cycle_id; /* 0: the latest */
  const char *reason;   /* nullable */
  const char *decision; /* nullable */
} MerDraftGiven;

/* FALSE: the arguments fit none of the forms. */
gboolean mer_cli_draft (const MerDraftGiven *given,
                        MerExit             *status);
MerExit  mer_cli_versions (const MerDraftGiven *given);

G_END_DECLS
