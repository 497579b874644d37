/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Headings between the rows of a returned form: of which criterion the rows below are. A form that
 * was typed anew has sections of its own; below one that is not known no criterion is guessed. */

#include "config.h"

#include "app/mer-plan-form-private.h"

/* Of a heading that is named in questions. */
#define MOST_CHARACTERS 100

static gboolean
is_filling (const char *cell)
{
  return cell == NULL || *cell == '\0' || g_str_equal (cell, "—") || g_str_equal (cell, "–") ||
         g_str_equal (cell, "-");
}

/* Cells of the row that say something, but for the organization. */
static guint
count_said (const MerFormRow *row)
{
  guint n = 0;

  for (guint i = 0; i < MER_N_FORM_COLUMNS; i++)
    n += i != MER_FORM_ORGANIZATION && !is_filling (row->cells[i]);
  return n;
}

static gboolean
has_letters (const char *text)
{
  for (const char *at = text; *at != '\0'; at += g_utf8_skip[(guchar) *at])
    if (g_unichar_isalpha (g_utf8_get_char (at)))
      return TRUE;
  return FALSE;
}

/* A row that says one thing where no item is told of: it stands above other rows. (transfer full)
 * (nullable) */
static char *
find_title (MerFormReader    *self,
            const MerFormRow *row,
            const MerRow     *source)
{
  guint own = 0;
  char *title = NULL;

  own += !is_filling (row->cells[MER_FORM_PROBLEM]);
  own += !is_filling (row->cells[MER_FORM_CRITERION]);
  for (guint i = 0; count_said (row) == own && title == NULL && i < source->n_cells; i++)
    {
      title = mer_form_cell (source, i);
      if (title != NULL && (!has_letters (title) || mer_form_is_whose (self, title)))
        g_clear_pointer (&title, g_free);
    }
  if (title != NULL && g_utf8_strlen (title, -1) > MOST_CHARACTERS)
    *g_utf8_offset_to_pointer (title, MOST_CHARACTERS) = '\0';
  return title;
}

/* Rows below are of this criterion, or below a heading of which it is not known what it means. */
static void
begin_section (MerFormReader      *self,
               const MerCriterion *criterion,
               char               *title)
{
  self->section = criterion != NULL ? criterion->code : NULL;
  g_free (self->heading);
  self->heading = title;
}

gboolean
mer_form_take_heading (MerFormReader    *self,
                       const MerFormRow *row,
                       const MerRow     *source)
{
  const char         *measure = row->cells[MER_FORM_MEASURE];
  const MerCriterion *criterion = NULL;
  char               *title = NULL;

  if (!is_filling (measure) || count_said (row) > 1)
    return FALSE;
  for (guint i = 0; criterion == NULL && i < source->n_cells; i++)
    {
      g_autofree char *text = mer_form_cell (source, i);

      if (text != NULL && *text != '\0')
        criterion = mer_form_find_criterion (self, text,
                                             (int) i != self->columns[MER_FORM_CRITERION]);
    }
  if (criterion == NULL && measure != NULL && *measure != '\0')
    return TRUE;
  if (criterion == NULL)
    title = find_title (self, row, source);
  if (criterion != NULL || title != NULL)
    begin_section (self, criterion, title);
  return criterion != NULL;
}
