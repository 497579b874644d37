/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The totals of a stack, to lay beside the paper. */

#include "config.h"

#include <glib/gi18n.h>

#include "core/mer-language.h"
#include "cycle/mer-paper-form.h"
#include "ui/pages/mer-paper-totals.h"
#include "ui/widgets/mer-children.h"

#define MOST_COLUMNS 4
/* A longer text would be wider than its numbers: the key stands for it. */
#define LONGEST_HEAD 8

static void
add_cell (GtkGrid    *grid,
          const char *text,
          int         column,
          int         row,
          const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_set_hexpand (label, column > 0);
  gtk_widget_add_css_class (label, "numeric");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (grid, label, column, row, 1, 1);
}

static guint
most_options (const MerMethodology *methodology)
{
  guint most = 0;

  for (guint q = 0; q < methodology->questions->len; q++)
    most = MAX (most,
                ((MerQuestion *) g_ptr_array_index (methodology->questions, q))->options->len);
  return most;
}

/* The text of an option, where all questions that have it call it so; else its key. */
static char *
column_title (const MerMethodology *methodology,
              guint                 column)
{
  const char *text = NULL;

  for (guint q = 0; q < methodology->questions->len; q++)
    {
      const MerQuestion *question = g_ptr_array_index (methodology->questions, q);
      const MerOption   *option = column < question->options->len
                                    ? g_ptr_array_index (question->options, column)
                                    : NULL;

      if (option == NULL)
        continue;
      if (text != NULL && !g_str_equal (text, option->text))
        return mer_paper_key_name (column, mer_language_of_locale ());
      text = option->text;
    }
  return g_utf8_strlen (text, -1) <= LONGEST_HEAD
           ? g_strdup (text)
           : mer_paper_key_name (column, mer_language_of_locale ());
}

static void
add_heads (GtkGrid              *grid,
           const MerMethodology *methodology,
           guint                 n_columns)
{
  for (guint column = 0; column < n_columns; column++)
    {
      g_autofree char *title = column_title (methodology, column);

      add_cell (grid, title, (int) column + 1, 0, "mer-section");
    }
  add_cell (grid, C_("paper", "No answer"), (int) n_columns + 1, 0, "mer-section");
}

static void
add_counts (GtkGrid                *grid,
            const MerQuestion      *question,
            const MerQuestionTally *tally,
            guint                   n_columns,
            int                     row)
{
  MerLanguage      language = mer_language_of_locale ();
  g_autofree char *blank = mer_format_count (language, tally->count[MER_ANSWER_BLANK]);

  for (guint i = 0; i < question->options->len; i++)
    {
      g_autofree char *count =
        mer_format_count (language, tally->count[i + MER_ANSWER_FIRST_OPTION]);

      add_cell (grid, count, (int) i + 1, row, NULL);
    }
  add_cell (grid, blank, (int) n_columns + 1, row, "mer-secondary");
}

/* «1: 12, 2: 3, а: 1» */
static void
add_line (GtkGrid                *grid,
          const MerQuestion      *question,
          const MerQuestionTally *tally,
          int                     row)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *label = NULL;

  for (guint i = 0; i < question->options->len; i++)
    {
      g_autofree char *key = mer_paper_key_name (i, mer_language_of_locale ());

      g_string_append_printf (text, "%s%s: %u", i > 0 ? ", " : "", key,
                              tally->count[i + MER_ANSWER_FIRST_OPTION]);
    }
  g_string_append_printf (text, ", 0: %u", tally->count[MER_ANSWER_BLANK]);
  label = gtk_label_new (text->str);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "numeric");
  gtk_grid_attach (grid, label, 1, row, 1, 1);
}

void
mer_paper_totals_fill (GtkGrid              *grid,
                       const MerMethodology *methodology,
                       const MerTally       *tally)
{
  guint    n_columns = most_options (methodology);
  gboolean columns = n_columns <= MOST_COLUMNS;

  mer_grid_clear (grid);
  if (columns)
    add_heads (grid, methodology, n_columns);
  for (guint q = 0; q < methodology->questions->len; q++)
    {
      const MerQuestion *question = g_ptr_array_index (methodology->questions, q);
      g_autofree char   *number = g_strdup_printf ("%u", q + 1);

      add_cell (grid, number, 0, (int) q + 1, "mer-secondary");
      gtk_widget_set_tooltip_text (gtk_grid_get_child_at (grid, 0, (int) q + 1), question->text);
      if (columns)
        add_counts (grid, question, &tally->questions[q], n_columns, (int) q + 1);
      else
        add_line (grid, question, &tally->questions[q], (int) q + 1);
    }
}

char *
mer_paper_totals_compare (gint64 entered,
                          gint64 expected)
{
  g_autofree char *count = NULL;
  gint64           difference = entered - expected;

  if (expected < 0)
    return g_strdup (_("The paper was not counted"));
  if (difference == 0)
    return g_strdup (_("✓ as many as lie on the table"));
  count = mer_format_count (mer_language_of_locale (), ABS (difference));
  if (difference > 0)
    return g_strdup_printf (ngettext ("%s more entered than lies on the table",
                                      "%s more entered than lie on the table",
                                      (unsigned long) difference),
                            count);
  return g_strdup_printf (ngettext ("%s of those on the table is not entered yet",
                                    "%s of those on the table are not entered yet",
                                    (unsigned long) -difference),
                          count);
}
