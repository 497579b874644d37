/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "app/mer-results.h"

G_BEGIN_DECLS

/**
 * MerSampleRow:
 *
 * The part of an organization in the sample of a cycle, for a table: its recipients, its plan by
 * the sample rule, and what it has of it.
 *
 * Signals: `changed` (): mer_sample_row_follow() has brought other numbers.
 */
#define MER_TYPE_SAMPLE_ROW (mer_sample_row_get_type ())
G_DECLARE_FINAL_TYPE (MerSampleRow, mer_sample_row, MER, SAMPLE_ROW, GObject)

struct _MerSampleRow
{
  GObject parent_instance;

  gint64   organization_id;
  gboolean selected;   /* of the member */
  char    *name;       /* owned */
  char    *sort_key;   /* owned */
  gint64   recipients; /* −1: unknown */
  char    *source;     /* of that number, as a sentence; owned, nullable */
  gint64   plan;       /* −1: unknown */
  gint64   fact;
  gint64   coming; /* what a file is going to add */
};

/* (transfer full): as `results` have it; nobody knows of an organization where they are NULL. */
MerSampleRow *mer_sample_row_new (MerResults *results,
                                  gint64      organization_id,
                                  const char *name);
/* Takes over what `newer` says of the same organization, and tells whether that is anything new: a
 * table keeps its rows, and with them the cell that is being typed in. */
gboolean mer_sample_row_follow (MerSampleRow       *self,
                                const MerSampleRow *newer);
/* Percent of the plan with what is coming, rounded down: 100 is only said when it is reached.
 * −1: there is no plan. */
gint64 mer_sample_row_percent (const MerSampleRow *self);
/* Of arrays of rows, by name. */
int mer_sample_row_compare (gconstpointer a,
                            gconstpointer b);
/* A number of a row, «—» where it is unknown: (transfer full). */
char *mer_sample_number_text (gint64 number);

/* Fact and plan of all organizations whose plan is known. */
void mer_sample_totals (MerResults *results,
                        gint64     *fact,
                        gint64     *plan);

G_END_DECLS
