/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-results.h"

G_BEGIN_DECLS

/* One organization under both rules. Totals are of the scale of their own rules; `change` is the
 * difference in percent of the maximum, which is the difference in points where both have 100. */
typedef struct
{
  const MerScoreRow *before; /* NULL only when it was not scored before */
  const MerScoreRow *after;
  gboolean           has_change; /* both totals are defined */
  MerRational        change;     /* after − before */
  int                places;     /* up: positive; 0 when it has no place before or after */
} MerWhatIfRow;

/**
 * MerWhatIf:
 *
 * What other rules would make of the evidence of a cycle. Immutable; pure, so that a window may
 * make one after each key.
 */
typedef struct
{
  MerScoreTable *before; /* owned */
  MerScoreTable *after;  /* owned */
  MerWhatIfRow  *rows;   /* in the order of `after` */
  guint          n_rows;
  guint          n_moved;     /* with another place */
  guint          n_changed;   /* with another total, if only of the exact value */
  guint          n_undefined; /* that lose their total */
  guint          n_defined;   /* that gain one */
  gboolean       same_scale;  /* both maxima are equal */
  guint          n_gains;     /* of by_change, from its beginning */
  guint          n_losses;    /* of by_change, from its end */
  guint         *by_change;   /* n_by_change indices of rows: the largest gain first */
  guint          n_by_change; /* those that have a change */
} MerWhatIf;

/* `evidence` (element-type MerEvidence): in terms of `rules`; NULL: that of `in_force`, which is
 * right as long as mer_what_if_needs_evidence() says no. Any thread. */
MerWhatIf *mer_what_if_new (MerScoreTable  *in_force,
                            MerMethodology *rules,
                            GPtrArray      *evidence);
/* Whether questions, options or filters differ, so that answers must be counted again. */
gboolean mer_what_if_needs_evidence (const MerMethodology *in_force,
                                     const MerMethodology *rules);
/* The same out of a document, which is read only where that is needed. NULL and error in a
 * sentence when the rules have an error or the document cannot be read. */
MerWhatIf *mer_what_if_for (MerDocument    *doc,
                            MerResults     *results,
                            MerMethodology *rules,
                            GError        **error);
void       mer_what_if_free (MerWhatIf *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerWhatIf, mer_what_if_free)

G_END_DECLS
