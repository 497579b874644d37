/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a table cannot be imported as it stands, in the user's words: what is missing,
 * what was found instead, and what is not certain. */
#include "config.h"

#include <glib/gi18n.h>

#include "import/mer-import-problems.h"
#include "import/mer-recognition.h"

/* Columns that a message lists, and letters of each. */
#define LISTED_COLUMNS 40
#define LISTED_LETTERS 60

static char *
shorten (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= LISTED_LETTERS)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, LISTED_LETTERS - 1);
  return g_strconcat (g_strchomp (start), "…", NULL);
}

/* «Отметка времени, 1, 2, 3». */
static char *
list_headers (GPtrArray *columns)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint listed = 0;

  for (guint i = 0; i < columns->len; i++)
    {
      const MerImportColumn *column = columns->pdata[i];
      g_autofree char       *header = shorten (column->header);

      if (*header == '\0')
        continue;
      if (listed == LISTED_COLUMNS)
        {
          g_string_append (list, ", …");
          break;
        }
      g_string_append_printf (list, "%s%s", listed++ > 0 ? ", " : "", header);
    }
  return g_strdup (list->str);
}

/* «„Организация“, „Сайт: довольны“». */
static char *
list_quoted (GStrv names)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *name = shorten (names[i]);

      if (i > 0)
        g_string_append (list, ", ");
      g_string_append_printf (list, _("“%s”"), name);
    }
  return g_strdup (list->str);
}

static void
append_missing (GString              *message,
                const MerRecognition *self)
{
  g_autofree char *headers = list_headers (self->columns);
  g_autofree char *names = list_quoted (self->missing);
  guint            n = g_strv_length (self->missing);

  if (n == 0)
    return;
  g_string_append_printf (message,
                          ngettext ("The column %s is missing.", "The columns %s are missing.", n),
                          names);
  g_string_append_c (message, ' ');
  if (*headers == '\0')
    g_string_append (message, _("No header was found."));
  else
    g_string_append_printf (message, _("Found: %s."), headers);
}

/* The next column from `from` on that may be the same as `column`; NULL when there is none. */
static const MerImportColumn *
find_other_claim (const MerRecognition  *self,
                  const MerImportColumn *column,
                  guint                  from)
{
  for (guint i = from; i < self->columns->len; i++)
    {
      const MerImportColumn *other = self->columns->pdata[i];

      if (other != column && other->state == MER_COLUMN_DECIDE &&
          g_strcmp0 (other->code, column->code) == 0)
        return other;
    }
  return NULL;
}

/* TRUE also when the pair was told at its first column. */
static gboolean
append_pair (GString               *message,
             const MerRecognition  *self,
             const MerImportColumn *column)
{
  const MerImportColumn *other = find_other_claim (self, column, 0);
  g_autofree char       *first = NULL;
  g_autofree char       *second = NULL;

  if (other == NULL || column->rival != NULL || other->rival != NULL)
    return FALSE;
  if (other->index < column->index)
    return TRUE;
  first = mer_import_column_letters (column->index);
  second = mer_import_column_letters (other->index);
  if (message->len > 0)
    g_string_append_c (message, ' ');
  /* Translators: letters of two columns, and what both may be. */
  g_string_append_printf (message, _("The columns %s and %s may both be “%s”: decide which."),
                                      first, second, column->title);
  return TRUE;
}

static void
append_undecided (GString              *message,
                  const MerRecognition *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const MerImportColumn *column = self->columns->pdata[i];
      g_autofree char       *letters = mer_import_column_letters (i);
      g_autofree char       *header = shorten (column->header);

      if (column->state != MER_COLUMN_DECIDE || append_pair (message, self, column))
        continue;
      if (message->len > 0)
        g_string_append_c (message, ' ');
      if (column->rival != NULL)
        /* Translators: a column's letter, its header, and two things that it may be. */
        g_string_append_printf (message,
                                _("Column %s, “%s”, may be “%s” or “%s”: decide which."),
                                   letters, header, column->title, column->rival);
      else
        g_string_append_printf (message,
                                _("It is not certain whether column %s, “%s”, is “%s”: decide."),
                                   letters, header, column->title);
    }
}

gboolean
mer_recognition_check (const MerRecognition *self,
                       GError              **error)
{
  g_autoptr (GString) message = g_string_new (NULL);

  append_missing (message, self);
  append_undecided (message, self);
  if (message->len == 0)
    return TRUE;
  g_set_error_literal (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_COLUMNS, message->str);
  return FALSE;
}
