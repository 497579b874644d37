/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-results.h"

G_BEGIN_DECLS

/* The results of a cycle, and those of the cycles before its previous one. */
typedef struct
{
  MerResults *results;
  GPtrArray  *history; /* (element-type MerResults) */
} MerReadResults;

/* (nullable), and what of it was not taken. */
void mer_read_results_free (MerReadResults *self);
/* (transfer full): for mer_document_work_run(); NOT_FOUND where there is no cycle. */
gpointer mer_results_read (MerDocument  *document,
                           gint64        cycle_id,
                           GCancellable *cancellable,
                           GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerReadResults, mer_read_results_free)

G_END_DECLS
