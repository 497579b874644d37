/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which number belongs to whom in pasted rows. The columns are told by what stands in them: names
 * are what is no number, and the first column of numbers behind the names is meant, so that an
 * ordinal before them and other figures behind do no harm. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/mer-name.h"
#include "ui/pages/mer-recipients-paste.h"

#define NO_NUMBER (-2)
#define UNKNOWN (-1)
#define NO_COLUMN G_MAXUINT
#define MAX_DIGITS 8
/* Of what was not understood, this much is named. */
#define NAMED 3

void
mer_recipients_paste_free (MerRecipientsPaste *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->values);
  g_ptr_array_unref (self->misread);
  g_free (self);
}

/* A fraction of zeros, as spreadsheets add. */
static gboolean
is_zero_fraction (const char *text)
{
  return (*text == ',' || *text == '.') && text[1] != '\0' &&
         strspn (text + 1, "0") == strlen (text + 1);
}

gint64
mer_recipients_parse (const char *text)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  g_autofree char *copy = g_strdup (text);

  if (strcmp (text, "—") == 0)
    return UNKNOWN;
  for (char *p = copy; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (g_unichar_isdigit (letter))
        g_string_append_printf (digits, "%d", g_unichar_digit_value (letter));
      else if (digits->len > 0 && is_zero_fraction (p))
        break;
      else if (!g_unichar_isspace (letter))
        return NO_NUMBER;
    }
  if (digits->len == 0)
    return UNKNOWN;
  return digits->len > MAX_DIGITS ? NO_NUMBER : g_ascii_strtoll (digits->str, NULL, 10);
}

/* --- columns ----------------------------------------------------------------------------- */

static const char *
cell_at (const GPtrArray *rows,
         guint            row,
         guint            column)
{
  GStrv cells = rows->pdata[row];

  return column < g_strv_length (cells) ? cells[column] : "";
}

static guint
count_columns (const GPtrArray *rows)
{
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    n = MAX (n, g_strv_length (rows->pdata[i]));
  return n;
}

/* How many cells of a column are numbers, and how many are other text. */
static void
count_cells (const GPtrArray *rows,
             guint            column,
             guint           *numbers,
             guint           *texts)
{
  *numbers = *texts = 0;
  for (guint i = 0; i < rows->len; i++)
    {
      gint64 value = mer_recipients_parse (cell_at (rows, i, column));

      *numbers += value >= 0 ? 1 : 0;
      *texts += value == NO_NUMBER ? 1 : 0;
    }
}

static void
find_columns (const GPtrArray *rows,
              guint           *name,
              guint           *number)
{
  guint n = count_columns (rows);

  *name = *number = NO_COLUMN;
  for (guint i = 0; i < n && *number == NO_COLUMN; i++)
    {
      guint numbers, texts;

      count_cells (rows, i, &numbers, &texts);
      if (*name == NO_COLUMN && texts > numbers)
        *name = i;
      else if (numbers > 0 && numbers >= texts && (*name != NO_COLUMN || i + 1 == n))
        *number = i;
    }
}

/* --- rows -------------------------------------------------------------------------------- */

static void
add_value (MerRecipientsPaste *self,
           gint64              organization_id,
           gint64              recipients)
{
  MerRecipientsValue value = { organization_id, recipients };

  g_array_append_val (self->values, value);
}

static void
take_named (MerRecipientsPaste *self,
            const char         *name,
            gint64              recipients,
            GHashTable         *by_name)
{
  g_autofree char *key = mer_name_fold (name, -1);
  const gint64    *id = g_hash_table_lookup (by_name, key);

  if (id != NULL && *id != 0)
    add_value (self, *id, recipients);
  else
    g_ptr_array_add (self->misread, g_strdup (name));
}

/* Whether the first row says what stands below. */
static gboolean
is_head (const GPtrArray *rows,
         guint            number)
{
  return rows->len > 1 && mer_recipients_parse (cell_at (rows, 0, number)) == NO_NUMBER;
}

MerRecipientsPaste *
mer_recipients_paste (const GPtrArray *rows,
                      const GArray    *ids,
                      guint            start,
                      GHashTable      *by_name)
{
  MerRecipientsPaste *self = g_new0 (MerRecipientsPaste, 1);
  guint               name, number, place = start;

  self->values = g_array_new (FALSE, FALSE, sizeof (MerRecipientsValue));
  self->misread = g_ptr_array_new_with_free_func (g_free);
  find_columns (rows, &name, &number);
  for (guint i = number != NO_COLUMN && is_head (rows, number) ? 1 : 0; i < rows->len; i++)
    {
      const char *cell = number != NO_COLUMN ? cell_at (rows, i, number) : cell_at (rows, i, 0);
      gint64      value = mer_recipients_parse (cell);
      guint       row = place++;

      if (value == NO_NUMBER)
        g_ptr_array_add (self->misread, g_strdup (cell));
      else if (value >= 0 && name != NO_COLUMN)
        take_named (self, cell_at (rows, i, name), value, by_name);
      else if (value >= 0 && row < ids->len)
        add_value (self, g_array_index (ids, gint64, row), value);
      else if (value >= 0)
        self->beyond++;
    }
  return self;
}

/* --- words ------------------------------------------------------------------------------- */

static char *
list_misread (const MerRecipientsPaste *self)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < MIN (self->misread->len, NAMED); i++)
    {
      g_autofree char *quoted = g_strdup_printf (_("“%s”"), (char *) self->misread->pdata[i]);

      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", quoted);
    }
  if (self->misread->len > NAMED)
    g_string_append (list, ", …");
  return g_strdup (list->str);
}

char *
mer_recipients_paste_complaint (const MerRecipientsPaste *self)
{
  g_autofree char *list = NULL;

  if (self->misread->len > 0)
    {
      list = list_misread (self);
      /* Translators: %u cells, then the first of them. */
      return g_strdup_printf (ngettext ("%u cell was not understood: %s",
                                        "%u cells were not understood: %s", self->misread->len),
                              self->misread->len, list);
    }
  if (self->beyond > 0)
    return g_strdup_printf (ngettext ("for %u number there was no row any more",
                                      "for %u numbers there were no rows any more", self->beyond),
                            self->beyond);
  return NULL;
}
