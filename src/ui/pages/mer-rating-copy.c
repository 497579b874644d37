/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of the rating for a spreadsheet or a letter. */

#include "config.h"

#include "ui/pages/mer-rating-copy.h"

/* One line of the table as text and as HTML. */
static void
append_line (GString    *text,
             GString    *html,
             GPtrArray  *cells,
             const char *tag)
{
  guint i;

  g_string_append (html, "<tr>");
  for (i = 0; i < cells->len; i++)
    {
      const char      *cell = g_ptr_array_index (cells, i);
      g_autofree char *escaped = g_markup_escape_text (cell, -1);

      g_string_append_printf (text, "%s%s", i > 0 ? "\t" : "", cell);
      g_string_append_printf (html, "<%s>%s</%s>", tag, escaped, tag);
    }
  g_string_append_c (text, '\n');
  g_string_append (html, "</tr>\n");
}

/* The cells of a row, or the headers; n, the questionnaires, stands last as on the screen. */
static GPtrArray *
cells_of (MerRatingList *list,
          MerRatingRow  *row,
          gboolean       ranks_in_kind)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  guint      n = mer_rating_list_n_columns (list);
  guint      i;

  for (i = 0; i <= n; i++)
    {
      guint column = i == n ? MER_RATING_N : i;

      if (i == MER_RATING_N)
        continue;
      g_ptr_array_add (cells, row != NULL ? mer_rating_row_get_text (row, column, ranks_in_kind)
                                          : mer_rating_list_column_title (list, column));
    }
  return cells;
}

GdkContentProvider *
mer_rating_copy (MerRatingList *list,
                 GListModel    *rows,
                 GtkBitset     *selected,
                 gboolean       ranks_in_kind)
{
  GString *text = g_string_new (NULL);
  GString *html = g_string_new ("<meta charset=\"utf-8\"><table>\n");
  g_autoptr (GPtrArray) head = cells_of (list, NULL, ranks_in_kind);
  g_autoptr (GBytes) html_bytes = NULL;
  g_autofree char    *plain = NULL;
  GdkContentProvider *providers[2];
  GtkBitsetIter       iter;
  guint               position = 0;
  gboolean            more = gtk_bitset_iter_init_first (&iter, selected, &position);

  append_line (text, html, head, "th");
  for (; more; more = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (MerRatingRow) row = g_list_model_get_item (rows, position);
      g_autoptr (GPtrArray) cells = cells_of (list, row, ranks_in_kind);

      append_line (text, html, cells, "td");
    }
  g_string_append (html, "</table>\n");
  html_bytes = g_string_free_to_bytes (html);
  plain = g_string_free (text, FALSE);
  providers[0] = gdk_content_provider_new_for_bytes ("text/html", html_bytes);
  providers[1] = gdk_content_provider_new_typed (G_TYPE_STRING, plain);
  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}
