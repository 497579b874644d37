/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of the rating for a spreadsheet or a letter. */

#include "config.h"

#include "ui/pages/mer-rating-copy.h"
#include "ui/widgets/mer-table-copy.h"

/* The cells of a row, or the headers; n, the questionnaires, stands last as on the screen. */
static void
add_row (MerTableCopy  *copy,
         MerRatingList *list,
         MerRatingRow  *row,
         gboolean       ranks_in_kind)
{
  guint n = mer_rating_list_n_columns (list);

  for (guint i = 0; i <= n; i++)
    {
      guint            column = i == n ? MER_RATING_N : i;
      g_autofree char *cell = NULL;

      if (i == MER_RATING_N)
        continue;
      cell = row != NULL ? mer_rating_row_get_text (row, column, ranks_in_kind)
                         : mer_rating_list_column_title (list, column);
      mer_table_copy_add (copy, cell);
    }
  mer_table_copy_end_row (copy);
}

GdkContentProvider *
mer_rating_copy (MerRatingList *list,
                 GListModel    *rows,
                 GtkBitset     *selected,
                 gboolean       ranks_in_kind)
{
  g_autoptr (MerTableCopy) copy = mer_table_copy_new ();
  GtkBitsetIter iter;
  guint         position = 0;
  gboolean      more = gtk_bitset_iter_init_first (&iter, selected, &position);

  add_row (copy, list, NULL, ranks_in_kind);
  for (; more; more = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (MerRatingRow) row = g_list_model_get_item (rows, position);

      add_row (copy, list, row, ranks_in_kind);
    }
  return mer_table_copy_provider (copy);
}
