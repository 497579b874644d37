/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Marks to and from the clipboard. Nothing of a block is used unless all of it is understood. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/mer-language.h"
#include "core/mer-name.h"
#include "import/mer-mark-text.h"
#include "ui/widgets/mer-checklist-copy.h"

#define MOST_NAMED 3 /* of what cannot be understood */
#define MOST_LETTERS 40

/* --- copying -------------------------------------------------------------------------- */

static void
append_cell (GString    *tsv,
             GString    *html,
             const char *tag,
             const char *text)
{
  g_autofree char *plain = g_strdelimit (g_strdup (text), "\t\r\n", ' ');
  g_autofree char *escaped = g_markup_escape_text (plain, -1);

  if (tsv->len > 0 && tsv->str[tsv->len - 1] != '\n')
    g_string_append_c (tsv, '\t');
  g_string_append (tsv, plain);
  g_string_append_printf (html, "<%s>%s</%s>", tag, escaped, tag);
}

static void
end_row (GString *tsv,
         GString *html)
{
  g_string_append_c (tsv, '\n');
  g_string_append (html, "</tr>");
}

static char *
header_of (const MerChecklistData *data,
           guint                   column)
{
  return g_strdup_printf ("%s [%s]", mer_checklist_data_group (data, column)->title,
                          mer_checklist_data_item (data, column)->text);
}

/* As a spreadsheet understands it: ½ is a number there. */
static const char *
spreadsheet_sign (const MerMarkCell *cell)
{
  if (cell->line != 0 && cell->mark == MER_MARK_HALF)
    return mer_language_of_locale () == MER_LANGUAGE_RU ? "0,5" : "0.5";
  return mer_checklist_sign (cell);
}

static void
append_row (MerChecklistGrid        *grid,
            const MerChecklistRange *range,
            guint                    row,
            GString                 *tsv,
            GString                 *html)
{
  const MerChecklistData *data = mer_checklist_grid_get_data (grid);
  guint                   source = mer_checklist_grid_data_row (grid, row);

  g_string_append (html, "<tr>");
  append_cell (tsv, html, "td", mer_checklist_data_organization (data, source)->name);
  for (guint column = range->column; column <= range->last_column; column++)
    append_cell (tsv, html, "td",
                 spreadsheet_sign (mer_checklist_data_cell (data, source, column)));
  end_row (tsv, html);
}

void
mer_checklist_copy_text (MerChecklistGrid *grid,
                         char            **tsv,
                         char            **html)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  g_autoptr (GString) table = g_string_new ("<meta charset=\"utf-8\"><table><tr>");
  MerChecklistRange range;

  *tsv = *html = NULL;
  if (!mer_checklist_grid_get_range (grid, &range))
    return;
  append_cell (plain, table, "th", _("Organization"));
  for (guint column = range.column; column <= range.last_column; column++)
    {
      g_autofree char *header = header_of (mer_checklist_grid_get_data (grid), column);

      append_cell (plain, table, "th", header);
    }
  end_row (plain, table);
  for (guint row = range.row; row <= range.last_row; row++)
    append_row (grid, &range, row, plain, table);
  g_string_append (table, "</table>");
  *tsv = g_string_free (g_steal_pointer (&plain), FALSE);
  *html = g_string_free (g_steal_pointer (&table), FALSE);
}

static GdkContentProvider *
provider_new (const char *mime_type,
              const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return gdk_content_provider_new_for_bytes (mime_type, bytes);
}

void
mer_checklist_copy (MerChecklistGrid *grid)
{
  GdkContentProvider *providers[3];
  g_autoptr (GdkContentProvider) all = NULL;
  g_autofree char *tsv = NULL;
  g_autofree char *html = NULL;

  mer_checklist_copy_text (grid, &tsv, &html);
  if (tsv == NULL)
    return;
  providers[0] = provider_new ("text/html", html);
  providers[1] = provider_new ("text/plain;charset=utf-8", tsv);
  providers[2] = provider_new ("text/plain", tsv);
  all = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (grid)), all);
}

/* --- reading a block ------------------------------------------------------------------ */

typedef struct
{
  MerChecklistGrid *grid;
  MerChecklistData *data;
  MerChecklistRange range;
  GPtrArray        *lines;   /* of GStrv */
  GArray           *changes; /* of MerMarkChange */
  GPtrArray        *strange; /* of char*: what cannot be understood, each once */
} Paste;

static void
paste_clear (Paste *self)
{
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->changes, g_array_unref);
  g_clear_pointer (&self->strange, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Paste, paste_clear)

/* A cell without the quotes that spreadsheets put around it, and without blanks around it. */
static char *
trim_cell (const char *cell)
{
  g_autofree char *text = g_strdup (cell);
  gsize            length = 0;

  g_strstrip (text);
  length = strlen (text);
  if (length >= 2 && text[0] == '"' && text[length - 1] == '"')
    {
      text[length - 1] = '\0';
      return g_strstrip (g_strdup (text + 1));
    }
  return g_steal_pointer (&text);
}

static GStrv
split_line (const char *line)
{
  GStrv cells = g_strsplit (line, "\t", -1);

  for (guint i = 0; cells[i] != NULL; i++)
    {
      char *raw = cells[i];

      cells[i] = trim_cell (raw);
      g_free (raw);
    }
  return cells;
}

static GPtrArray *
split_lines (const char *text)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_auto (GStrv) raw = g_strsplit (text, "\n", -1);
  guint n = g_strv_length (raw);

  /* a spreadsheet ends the last row with an end of line too */
  while (n > 1 && *g_strstrip (raw[n - 1]) == '\0')
    n--;
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (lines, split_line (g_strdelimit (raw[i], "\r", ' ')));
  return lines;
}

static void
add_strange (Paste      *self,
             const char *text)
{
  g_autofree char *shown =
    g_utf8_strlen (text, -1) > MOST_LETTERS ? g_utf8_substring (text, 0, MOST_LETTERS) : NULL;
  char *kept = shown != NULL ? g_strconcat (shown, "…", NULL) : g_strdup (text);

  for (guint i = 0; i < self->strange->len; i++)
    if (g_str_equal (g_ptr_array_index (self->strange, i), kept))
      {
        g_free (kept);
        return;
      }
  g_ptr_array_add (self->strange, kept);
}

static gboolean
parse_state (const char *text,
             int        *out)
{
  MerMark          mark = MER_MARK_NOT_REQUIRED;
  g_autofree char *lower = g_utf8_strdown (text, -1);

  if (*text == '\0')
    *out = MER_MARK_CLEAR;
  else if (g_str_equal (lower, "н") || g_str_equal (lower, "n"))
    *out = MER_MARK_NOT_REQUIRED;
  else if (mer_mark_parse (text, &mark))
    *out = (int) mark;
  else
    return FALSE;
  return TRUE;
}

/* One cell of the block for one of the grid. */
static void
take_cell (Paste      *self,
           guint       row,
           guint       column,
           const char *text)
{
  guint         source = mer_checklist_grid_data_row (self->grid, row);
  MerMarkChange change = { mer_checklist_data_organization (self->data, source)->id,
                           mer_checklist_data_item (self->data, column), 0 };

  if (parse_state (text, &change.state))
    g_array_append_val (self->changes, change);
  else
    add_strange (self, text);
}

static guint
widest (const Paste *self)
{
  guint n = 0;

  for (guint i = 0; i < self->lines->len; i++)
    n = MAX (n, g_strv_length (g_ptr_array_index (self->lines, i)));
  return n;
}

/* --- a block with names and headers --------------------------------------------------- */

static gboolean
has_headers (const Paste *self)
{
  GStrv first = g_ptr_array_index (self->lines, 0);

  return self->lines->len > 1 && first[0] != NULL && first[1] != NULL &&
         (g_str_equal (first[0], _("Organization")) || g_str_equal (first[0], "Organization"));
}

static int
find_column (const Paste *self,
             const char  *header)
{
  g_autofree char *key = mer_name_fold (header, -1);

  for (guint i = 0; i < mer_checklist_data_n_columns (self->data); i++)
    {
      g_autofree char *whole = header_of (self->data, i);
      g_autofree char *folded = mer_name_fold (whole, -1);

      if (g_str_equal (folded, key))
        return (int) i;
    }
  return -1;
}

static int
find_row (const Paste *self,
          const char  *name)
{
  g_autofree char *key = mer_name_fold (name, -1);

  for (guint i = 0; i < mer_checklist_grid_n_rows (self->grid); i++)
    {
      guint source = mer_checklist_grid_data_row (self->grid, i);

      if (g_str_equal (g_ptr_array_index (self->data->sort_keys, source), key))
        return (int) i;
    }
  return -1;
}

static void
take_with_headers (Paste *self)
{
  GStrv           header = g_ptr_array_index (self->lines, 0);
  guint           n = g_strv_length (header);
  g_autofree int *columns = g_new0 (int, n);

  for (guint i = 1; i < n; i++)
    {
      columns[i] = find_column (self, header[i]);
      if (columns[i] < 0)
        add_strange (self, header[i]);
    }
  for (guint line = 1; line < self->lines->len; line++)
    {
      GStrv cells = g_ptr_array_index (self->lines, line);
      int   row = cells[0] != NULL ? find_row (self, cells[0]) : -1;

      if (row < 0)
        add_strange (self, cells[0] != NULL ? cells[0] : "");
      for (guint i = 1; row >= 0 && i < n && cells[i] != NULL; i++)
        if (columns[i] >= 0)
          take_cell (self, (guint) row, (guint) columns[i], cells[i]);
    }
}

/* --- a bare block --------------------------------------------------------------------- */

static void
fill_range (Paste      *self,
            const char *text)
{
  for (guint row = self->range.row; row <= self->range.last_row; row++)
    for (guint column = self->range.column; column <= self->range.last_column; column++)
      take_cell (self, row, column, text);
}

static gboolean
check_fits (const Paste *self,
            guint        n_columns,
            GError     **error)
{
  guint rows = mer_checklist_grid_n_rows (self->grid) - self->range.row;
  guint columns = mer_checklist_data_n_columns (self->data) - self->range.column;

  if (self->lines->len <= rows && n_columns <= columns)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               /* Translators: rows and columns of what is pasted; then of the room for it. */
               _("The copied block has %u × %u cells, but from the chosen cell on there are only "
                 "%u × %u. Nothing was changed."),
                  self->lines->len, n_columns, rows, columns);
  return FALSE;
}

static void
take_block (Paste *self)
{
  for (guint line = 0; line < self->lines->len; line++)
    {
      GStrv cells = g_ptr_array_index (self->lines, line);

      for (guint i = 0; cells[i] != NULL; i++)
        take_cell (self, self->range.row + line, self->range.column + i, cells[i]);
    }
}

static void
set_strange_error (const Paste *self,
                   GError     **error)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint shown = MIN (self->strange->len, MOST_NAMED);
  guint more = self->strange->len - shown;

  for (guint i = 0; i < shown; i++)
    {
      g_string_append (names, i > 0 ? ", " : "");
      g_string_append_printf (names, _("“%s”"), (char *) g_ptr_array_index (self->strange, i));
    }
  if (more > 0)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                 ngettext ("Not understood: %s and %u more. Nothing was changed.",
                           "Not understood: %s and %u more. Nothing was changed.", more),
                 names->str, more);
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                 _("Not understood: %s. Nothing was changed."), names->str);
}

/**
 * mer_checklist_parse:
 * @grid: the grid, with cells chosen
 * @text: what the clipboard holds
 * @error: return location
 *
 * Returns: (transfer full) (element-type MerMarkChange): what to change; %NULL and a sentence
 *   when anything in the block is no mark
 */
GArray *
mer_checklist_parse (MerChecklistGrid *grid,
                     const char       *text,
                     GError          **error)
{
  g_auto (Paste) self = { .grid = grid, .data = mer_checklist_grid_get_data (grid) };
  guint n_columns = 0;

  self.lines = split_lines (text);
  self.changes = g_array_new (FALSE, FALSE, sizeof (MerMarkChange));
  self.strange = g_ptr_array_new_with_free_func (g_free);
  if (!mer_checklist_grid_get_range (grid, &self.range))
    return g_steal_pointer (&self.changes);
  n_columns = widest (&self);
  if (has_headers (&self))
    take_with_headers (&self);
  else if (self.lines->len == 1 && n_columns <= 1)
    fill_range (&self, n_columns == 0 ? "" : *(GStrv) g_ptr_array_index (self.lines, 0));
  else if (!check_fits (&self, n_columns, error))
    return NULL;
  else
    take_block (&self);
  if (self.strange->len == 0)
    return g_steal_pointer (&self.changes);
  set_strange_error (&self, error);
  return NULL;
}
