/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "app/mer-results.h"

G_BEGIN_DECLS

/* What a rating row can be shown and sorted by; criterion i is MER_RATING_CRITERION + i. */
enum
{
  MER_RATING_PLACE,
  MER_RATING_NAME,
  MER_RATING_TOTAL,
  MER_RATING_DIFFERENCE,
  MER_RATING_N,
  MER_RATING_CRITERION,
};

/**
 * MerRatingList:
 *
 * The rows of a cycle's rating in place order, as a list model of #MerRatingRow. Rows
 * are made when asked for and immutable; the order by any column is computed once.
 */
#define MER_TYPE_RATING_LIST (mer_rating_list_get_type ())
G_DECLARE_FINAL_TYPE (MerRatingList, mer_rating_list, MER, RATING_LIST, GObject)

#define MER_TYPE_RATING_ROW (mer_rating_row_get_type ())
G_DECLARE_FINAL_TYPE (MerRatingRow, mer_rating_row, MER, RATING_ROW, GObject)

MerRatingList *mer_rating_list_new (MerResults *results);
MerResults    *mer_rating_list_get_results (MerRatingList *self);
guint          mer_rating_list_n_columns (MerRatingList *self);
char          *mer_rating_list_column_title (MerRatingList *self,
                                             guint          column);
int            mer_rating_list_compare (MerRatingList      *self,
                                        guint               column,
                                        gboolean            inverted,
                                        const MerRatingRow *a,
                                        const MerRatingRow *b);

/* Which rows a filter lets through. */
typedef struct
{
  guint   kinds;         /* mask of 1 << MerOrganizationKind; 0: all */
  GArray *organizations; /* of gint64, ascending; NULL: all */
  char   *needle;        /* folded text to search; NULL or empty: all */
} MerRatingFilter;

guint              mer_rating_row_get_index (MerRatingRow *self);
const MerScoreRow *mer_rating_row_get_score (MerRatingRow *self);
gboolean           mer_rating_row_matches (MerRatingRow          *self,
                                           const MerRatingFilter *filter);
char              *mer_rating_row_get_text (MerRatingRow *self,
                                            guint         column,
                                            gboolean      ranks_in_kind);

G_END_DECLS
