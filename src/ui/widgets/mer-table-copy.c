/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How rows get to the clipboard. What a table shows is meant for eyes: groups of digits with stiff
 * spaces, a typographic minus. A spreadsheet takes such a cell for text, so that numbers are
 * written plainly here. */

#include "config.h"

#include <string.h>

#include "core/mer-language.h"
#include "ui/widgets/mer-children.h"
#include "ui/widgets/mer-table-copy.h"

/* More digits than a spreadsheet keeps exactly in a number. */
#define MAX_DIGITS 15

struct _MerTableCopy
{
  GString *text;
  GString *html;
  gboolean in_row;
  gboolean header;
};

MerTableCopy *
mer_table_copy_new (void)
{
  MerTableCopy *self = g_new0 (MerTableCopy, 1);

  self->text = g_string_new (NULL);
  self->html = g_string_new ("<meta charset=\"utf-8\"><table>\n");
  self->header = TRUE;
  return self;
}

void
mer_table_copy_free (MerTableCopy *self)
{
  g_string_free (self->text, TRUE);
  g_string_free (self->html, TRUE);
  g_free (self);
}

/* --- numbers ----------------------------------------------------------------------------- */

static gboolean
is_group_mark (gunichar letter)
{
  return letter == ' ' || letter == 0x00a0 || letter == 0x202f;
}

/* The signs of a number in ASCII with a point, and whether it is one: "−1 345,50" → "-1345.50".
 * A plus of a difference goes. With the other decimal mark («1.3») it is a code. */
static gboolean
plain_number (const char *shown,
              GString    *out)
{
  g_autofree char *copy = g_strdup (shown);
  char            *p = copy;
  gunichar         mark = mer_language_of_locale () == MER_LANGUAGE_RU ? ',' : '.';
  guint            n_digits = 0, n_marks = 0;

  if (g_str_has_prefix (p, "−") || *p == '-')
    {
      p = g_utf8_next_char (p);
      g_string_append_c (out, '-');
    }
  else if (*p == '+')
    p++;
  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (letter >= '0' && letter <= '9')
        n_digits++;
      else if (letter == mark && n_digits > 0 && n_marks == 0)
        n_marks++;
      else if (!is_group_mark (letter) || n_digits == 0)
        return FALSE;
      if (letter == mark)
        g_string_append_c (out, '.');
      else if (!is_group_mark (letter))
        g_string_append_c (out, (char) letter);
    }
  return n_digits > 0 && n_digits <= MAX_DIGITS && out->str[out->len - 1] != '.';
}

/* Digits that are no number to reckon with: a zero in front is lost where they become one. */
static gboolean
is_code (const char *text)
{
  gsize digits = strspn (text, "0123456789");

  return digits > 1 && text[digits] == '\0' && (text[0] == '0' || digits > MAX_DIGITS);
}

/* --- cells ------------------------------------------------------------------------------- */

/* A name that begins like a formula would be reckoned out by the spreadsheet it is pasted into. */
static gboolean
looks_like_formula (const char *text)
{
  return *text == '=' || *text == '@' || *text == '+' || *text == '-';
}

static void
append_text (MerTableCopy *self,
             const char   *plain)
{
  g_autofree char *escaped = g_markup_escape_text (plain, -1);

  if (looks_like_formula (plain) && !self->header)
    g_string_append_c (self->text, '\'');
  g_string_append (self->text, plain);
  if (self->header)
    g_string_append_printf (self->html, "<th>%s</th>", escaped);
  else if (is_code (plain) || looks_like_formula (plain))
    g_string_append_printf (self->html, "<td sdnum=\"1033;0;@\" "
                                        "style='mso-number-format:\"\\@\"'>%s</td>",
                            escaped);
  else
    g_string_append_printf (self->html, "<td>%s</td>", escaped);
}

/* `number` has a point; sdval with the language of its mark is what LibreOffice takes, whatever
 * language it is in. */
static void
append_number (MerTableCopy *self,
               const char   *number)
{
  g_autofree char *local = g_strdup (number);

  if (mer_language_of_locale () == MER_LANGUAGE_RU)
    g_strdelimit (local, ".", ',');
  g_string_append (self->text, local);
  g_string_append_printf (self->html, "<td sdval=\"%s\" sdnum=\"1033;\">%s</td>", number,
                          local);
}

void
mer_table_copy_add (MerTableCopy *self,
                    const char   *text)
{
  g_autofree char *plain = g_strdelimit (g_strdup (text), "\t\r\n", ' ');
  g_autoptr (GString) number = g_string_new (NULL);

  if (self->in_row)
    g_string_append_c (self->text, '\t');
  else
    g_string_append (self->html, "<tr>");
  self->in_row = TRUE;
  if (!self->header && !is_code (plain) && plain_number (plain, number))
    append_number (self, number->str);
  else
    append_text (self, plain);
}

void
mer_table_copy_end_row (MerTableCopy *self)
{
  g_string_append_c (self->text, '\n');
  g_string_append (self->html, "</tr>\n");
  self->in_row = FALSE;
  self->header = FALSE;
}

const char *
mer_table_copy_get_text (const MerTableCopy *self)
{
  return self->text->str;
}

const char *
mer_table_copy_get_html (const MerTableCopy *self)
{
  return self->html->str;
}

/**
 * mer_table_copy_provider:
 * @self: rows
 *
 * Returns: (transfer full): what the clipboard takes
 */
GdkContentProvider *
mer_table_copy_provider (const MerTableCopy *self)
{
  g_autofree char *html = g_strconcat (self->html->str, "</table>\n", NULL);
  g_autoptr (GBytes) html_bytes = g_bytes_new (html, strlen (html));
  g_autoptr (GBytes) text_bytes = g_bytes_new (self->text->str, self->text->len);
  GdkContentProvider *providers[3];

  providers[0] = gdk_content_provider_new_for_bytes ("text/html", html_bytes);
  providers[1] = gdk_content_provider_new_for_bytes ("text/plain;charset=utf-8", text_bytes);
  providers[2] = gdk_content_provider_new_typed (G_TYPE_STRING, self->text->str);
  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}

/* --- a column view ----------------------------------------------------------------------- */

static gboolean
is_copied (GtkColumnViewColumn *column)
{
  const char *title = gtk_column_view_column_get_title (column);

  return gtk_column_view_column_get_visible (column) && title != NULL && *title != '\0';
}

/* `item` NULL: the headers. */
static void
add_row (MerTableCopy    *self,
         GtkColumnView   *view,
         gpointer         item,
         MerTableTextFunc text,
         gpointer         user_data)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      g_autofree char *cell = NULL;

      if (!is_copied (column))
        continue;
      cell = item != NULL ? text (column, item, user_data)
                          : g_strdup (gtk_column_view_column_get_title (column));
      mer_table_copy_add (self, cell);
    }
  mer_table_copy_end_row (self);
}

void
mer_table_select_current (GtkColumnView *view)
{
  GtkSelectionModel *model = gtk_column_view_get_model (view);
  g_autoptr (GtkBitset) rows = gtk_selection_model_get_selection (model);
  GtkWidget *focus = mer_focus_within (GTK_WIDGET (view));

  /* The action of GTK's rows is the only public way from a row to its position. */
  if (gtk_bitset_is_empty (rows) && focus != NULL)
    gtk_widget_activate_action (focus, "listitem.select", "(bb)", FALSE, FALSE);
}

/**
 * mer_table_copy_rows:
 * @view: a table
 * @text: what a cell says
 * @user_data: for @text
 *
 * Puts the selected rows on the clipboard.
 *
 * Returns: whether there were any
 */
gboolean
mer_table_copy_rows (GtkColumnView   *view,
                     MerTableTextFunc text,
                     gpointer         user_data)
{
  GtkSelectionModel *model = gtk_column_view_get_model (view);
  g_autoptr (GtkBitset) rows = NULL;
  g_autoptr (MerTableCopy) copy = mer_table_copy_new ();
  g_autoptr (GdkContentProvider) provider = NULL;

  mer_table_select_current (view);
  rows = gtk_selection_model_get_selection (model);
  if (gtk_bitset_is_empty (rows))
    return FALSE;
  add_row (copy, view, NULL, text, user_data);
  for (guint i = 0; i < gtk_bitset_get_size (rows); i++)
    {
      g_autoptr (GObject) item =
        g_list_model_get_item (G_LIST_MODEL (model), gtk_bitset_get_nth (rows, i));

      add_row (copy, view, item, text, user_data);
    }
  provider = mer_table_copy_provider (copy);
  return gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (view)), provider);
}
