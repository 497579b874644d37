/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the rows of a filled form of a plan: what each would change, and what is wrong with it. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-plan-form-private.h"

#define MOST_ROWS 100000
#define MOST_PROBLEMS 200

#define KEY(id) GSIZE_TO_POINTER ((gsize) (id))

/* --- what is wrong --------------------------------------------------------------------------- */

void
mer_form_add_problem (MerFormReader *self,
                      char          *text)
{
  GPtrArray *problems = self->reading->problems;

  if (++self->n_problems <= MOST_PROBLEMS)
    {
      g_ptr_array_add (problems, text);
      return;
    }
  g_free (text);
  if (self->n_problems == MOST_PROBLEMS + 1)
    g_ptr_array_add (problems, g_strdup_printf (_("%s: there is more of the kind, which is not "
                                                  "listed."),
                                                   self->file));
}

const char *
mer_form_column_name (const MerFormReader *self,
                      MerFormColumn        column)
{
  if (self->headers[column] != NULL)
    return self->headers[column];
  return mer_tr (self->options->language, mer_plan_form_header (column));
}

void
mer_form_tell (MerFormReader    *self,
               const MerFormRow *row,
               MerFormColumn     column,
               const char       *format,
               ...)
{
  g_autofree char *what = NULL;
  va_list          arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  /* Translators: file, row, column's header, what is wrong. */
  mer_form_add_problem (self, g_strdup_printf (_("%s, row %d, column “%s”: %s"), self->file,
                                                  (int) row->number,
                                                  mer_form_column_name (self, column), what));
}

void
mer_form_doubt (MerFormRow *row,
                const char *format,
                ...)
{
  va_list arguments;

  if (row->doubt == NULL)
    row->doubt = g_string_new (NULL);
  else
    g_string_append_c (row->doubt, ' ');
  va_start (arguments, format);
  g_string_append_vprintf (row->doubt, format, arguments);
  va_end (arguments);
}

/* --- rows ------------------------------------------------------------------------------------ */

static void
row_clear (MerFormRow *self)
{
  for (guint i = 0; i < MER_N_FORM_COLUMNS; i++)
    g_clear_pointer (&self->cells[i], g_free);
  if (self->doubt != NULL)
    g_string_free (self->doubt, TRUE);
}

/* Columns that are not ours and yet have something below their header. */
static void
notice_others (MerFormReader *self,
               const MerRow  *source)
{
  for (guint i = 0; i < source->n_cells && i < self->others->len; i++)
    {
      gboolean ours = source->cells[i].length == 0;

      for (guint k = 0; k < MER_N_FORM_COLUMNS; k++)
        ours = ours || self->columns[k] == (int) i;
      if (!ours)
        g_hash_table_add (self->unread, GUINT_TO_POINTER (i));
    }
}

/* FALSE: there is nothing in it. `bad`: (out): a column whose text is too long, or −1. */
static gboolean
take_row (MerFormReader *self,
          const MerRow  *source,
          MerFormRow    *row,
          int           *bad)
{
  gboolean some = FALSE;

  row->number = source->number;
  *bad = -1;
  for (guint i = 0; i < MER_N_FORM_COLUMNS; i++)
    {
      if (self->columns[i] < 0)
        continue;
      row->cells[i] = mer_form_cell (source, (guint) self->columns[i]);
      if (row->cells[i] == NULL && (guint) self->columns[i] < source->n_cells)
        *bad = (int) i;
      if (row->cells[i] == NULL)
        row->cells[i] = g_strdup ("");
      some = some || (*row->cells[i] != '\0' && i != MER_FORM_ORGANIZATION &&
                      i != MER_FORM_CRITERION);
    }
  return some;
}

static MerPlanItem *
item_of (MerFormReader      *self,
         const MerFormMatch *match)
{
  MerPlanItem *item = NULL;

  if (match->known != NULL)
    return mer_record_copy (match->known);
  item = mer_record_new (&mer_record_plan_item, self->book->facts.cycle->id);
  item->plan = match->plan;
  return item;
}

void
mer_form_change_free (gpointer data)
{
  MerFormChange *self = data;

  g_free (self->doubt);
  mer_record_free (self->item);
  g_free (self);
}

/* The form has the item so; what is not changed is that of the book. */
static void
remember (MerFormReader     *self,
          gint64             id,
          const MerPlanItem *item)
{
  MerFormSeen *seen = g_new (MerFormSeen, 1);

  seen->file = self->file;
  seen->item = item;
  g_hash_table_insert (self->seen, KEY (id), seen);
}

static void
add_change (MerFormReader      *self,
            MerFormRow         *row,
            const MerFormMatch *match,
            MerPlanItem        *item)
{
  MerFormChange *change = g_new0 (MerFormChange, 1);

  change->kind = match->known != NULL ? MER_FORM_CHANGED : MER_FORM_ADDED;
  change->file = self->file;
  change->row = row->number;
  change->item = item;
  change->was = match->known;
  change->doubt = row->doubt != NULL ? g_string_free (g_steal_pointer (&row->doubt), FALSE) : NULL;
  change->taken = change->doubt == NULL;
  g_ptr_array_add (self->reading->changes, change);
  if (match->known != NULL)
    remember (self, match->known->record.id, item);
}

/* A file before has the item too: two changes of one item cannot both be stored. */
static void
hold_against_other (MerFormReader      *self,
                    const MerFormRow   *row,
                    const MerFormMatch *match,
                    const MerPlanItem  *item)
{
  if (mer_record_equal (match->known, item) || mer_record_equal (match->other->item, item))
    {
      self->reading->unchanged++;
      return;
    }
  self->reading->refused++;
  mer_form_tell (self, row, MER_FORM_CODE,
                 _("M%d stands in “%s” too, and otherwise; it is taken from there."),
                    (int) match->known->record.id, match->other->file);
}

static void
read_row (MerFormReader *self,
          MerFormRow    *row)
{
  MerFormMatch match;
  g_autoptr (MerPlanItem) item = NULL;

  if (!mer_form_match (self, row, &match))
    {
      self->reading->refused++;
      return;
    }
  item = item_of (self, &match);
  if (!mer_form_take_cells (self, row, &match, item))
    {
      self->reading->refused++;
      if (match.known != NULL && match.other == NULL)
        remember (self, match.known->record.id, match.known);
    }
  else if (match.other != NULL)
    hold_against_other (self, row, &match, item);
  else if (match.known != NULL && mer_record_equal (match.known, item) && row->doubt == NULL)
    {
      self->reading->unchanged++;
      remember (self, match.known->record.id, match.known);
    }
  else
    add_change (self, row, &match, g_steal_pointer (&item));
}

static void
read_source (MerFormReader *self,
             const MerRow  *source)
{
  MerFormRow row = { 0 };
  int        bad = -1;
  gboolean   some = take_row (self, source, &row, &bad);

  notice_others (self, source);
  if (bad >= 0)
    {
      mer_form_tell (self, &row, (MerFormColumn) bad, "%s",
                     _("The text is too long for a plan."));
      self->reading->refused++;
    }
  else if (!mer_form_take_heading (self, &row, source) && some)
    read_row (self, &row);
  row_clear (&row);
}

gboolean
mer_form_read_rows (MerFormReader  *self,
                    MerTableReader *table,
                    GError        **error)
{
  MerRow source;
  guint  n = 0;
  int    got = 0;

  while ((got = mer_table_reader_next (table, &source, error)) > 0)
    {
      if (g_cancellable_set_error_if_cancelled (self->options->cancellable, error))
        return FALSE;
      if (++n > MOST_ROWS)
        {
          g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_LIMIT,
                       _("%s: there are more rows than a plan can have."), self->file);
          return FALSE;
        }
      read_source (self, &source);
    }
  return got == 0;
}
