/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-results.h"

G_BEGIN_DECLS

typedef enum
{
  MER_DIFFERENCE_VALUE,           /* both have a value, and they differ */
  MER_DIFFERENCE_NO_OURS,         /* the operator has one, we have none */
  MER_DIFFERENCE_NO_THEIRS,       /* we have one, the operator's table leaves it empty */
  MER_DIFFERENCE_NO_ORGANIZATION, /* the operator's tables lack the organization: one line */
  MER_DIFFERENCE_NONE,            /* both have the same */
} MerDifferenceKind;

/* One cell of the operator's table and ours. Numbers are decimal text with a
 * point; mer_format_rational() and the like put them into a language. */
typedef struct
{
  MerDifferenceKind kind;
  MerOrganization  *organization; /* owned */
  const char       *code;         /* "1.1", "K1", "S", "" of a whole organization;
                                   * owned by the comparison */
  const char *symbol;             /* as it is shown, «К1»; owned by the methodology */
  char       *theirs;             /* nullable */
  char       *ours;               /* nullable */
  char       *difference;         /* theirs − ours, with as many places as both; nullable */
  gint64      batch_id;           /* of theirs; 0: none */
  gint64      row;                /* in its file; 0: theirs was typed in */
} MerDifference;

/**
 * MerComparison:
 *
 * The operator's values and ours, cell by cell. A cell of which neither has a value is none,
 * nor are those of an organization that the operator's tables lack.
 * Values are equal when ours, rounded to the decimals that the operator's column was given
 * with (at most those of the methodology), is theirs rounded so; a spreadsheet drops zeros at
 * the end, so that the column and not the cell tells how many there are.
 */
typedef struct
{
  GPtrArray      *differences; /* of MerDifference: in rating order, then by code */
  GPtrArray      *matches;     /* of MerDifference: the cells that are equal, in that order */
  guint           n_cells;     /* cells that either has */
  guint           n_values;    /* values of the operator's that count */
  MerMethodology *methodology; /* owned */
  GPtrArray      *codes;       /* private: of char* */
} MerComparison;

/* NULL and error when the document cannot be read. Of several tables of the operator's the
 * newest that has a cell wins it; what was typed in wins over them all. */
MerComparison *mer_comparison_new (MerResults  *results,
                                   MerDocument *doc,
                                   GError     **error);
void           mer_comparison_free (MerComparison *self);
/* The differences and then the matches, as one list: (transfer none) (nullable). */
const MerDifference *mer_comparison_get (const MerComparison *self,
                                         guint                index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerComparison, mer_comparison_free)

G_END_DECLS
