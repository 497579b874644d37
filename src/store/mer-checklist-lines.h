/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mer-document.h"

G_BEGIN_DECLS

/* A line of a checklist, its marks packed as mer_checklist_unpack() takes them. */
typedef struct
{
  gint64        batch_id;
  gint64        organization_id;
  gint64        row;   /* of its file */
  gboolean      typed; /* by hand, not out of a file */
  gconstpointer marks; /* valid during the call */
  gsize         length;
} MerChecklistLine;

/* FALSE when the marks are not sound. */
typedef gboolean (*MerChecklistLineFunc) (const MerChecklistLine *line,
                                          gpointer                user_data);

/* Calls `func` for the lines of the cycle whose imports stand and whose organizations are known,
 * in the order in which they are laid over each other: the newest last. FALSE and DAMAGED when it
 * finds a line unsound. */
gboolean mer_checklist_each_line (MerDocument         *doc,
                                  gint64               cycle_id,
                                  MerChecklistLineFunc func,
                                  gpointer             user_data,
                                  GError             **error);

G_END_DECLS
