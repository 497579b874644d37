/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the filled form of a plan. The file comes from outside: nothing in it is believed before it
 * was held against the plans that are in force, and what the form does not say is said. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/mer-plan-form-private.h"
#include "store/mer-registry-store.h"

/* People put a title above the table. */
#define HEADER_ROWS 20
#define MOST_ROWS 100000
#define MOST_PROBLEMS 200

#define KEY(id) GSIZE_TO_POINTER ((gsize) (id))

/* --- what is wrong --------------------------------------------------------------------------- */

static void
add_problem (MerFormReader *self,
             char          *text)
{
  GPtrArray *problems = self->reading->problems;

  if (problems->len < MOST_PROBLEMS)
    {
      g_ptr_array_add (problems, text);
      return;
    }
  g_free (text);
  if (problems->len == MOST_PROBLEMS)
    g_ptr_array_add (problems, g_strdup_printf (_("%s: there is more of the kind, which is not "
                                                  "listed."),
                                                   self->reading->file));
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
  add_problem (self, g_strdup_printf (_("%s, row %d, column “%s”: %s"), self->reading->file,
                                         (int) row->number, mer_form_column_name (self, column), what));
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

static gboolean
find_header (MerFormReader  *self,
             MerTableReader *table,
             GError        **error)
{
  MerRow row;

  for (guint i = 0; i < HEADER_ROWS; i++)
    {
      int got = mer_table_reader_next (table, &row, error);

      if (got < 0)
        return FALSE;
      if (got == 0)
        break;
      if (mer_form_take_header (self, &row))
        return TRUE;
    }
  g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_COLUMNS,
               /* Translators: a file, headers of columns. */
               _("%s: this is no form of a plan. It has no columns “%s” and “%s”."),
                  self->reading->file,
                  mer_tr (self->options->language, mer_plan_form_header (MER_FORM_MEASURE)),
                  mer_tr (self->options->language, mer_plan_form_header (MER_FORM_CODE)));
  return FALSE;
}

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

static void
change_free (gpointer data)
{
  MerFormChange *self = data;

  g_free (self->doubt);
  mer_record_free (self->item);
  g_free (self);
}

/* The item is in the form as it is in the book. */
static void
remember (MerFormReader     *self,
          const MerPlanItem *item)
{
  g_hash_table_insert (self->seen, KEY (item->record.id), (gpointer) (guintptr) item);
}

static void
add_change (MerFormReader      *self,
            MerFormRow         *row,
            const MerFormMatch *match,
            MerPlanItem        *item)
{
  MerFormChange *change = NULL;

  if (match->known != NULL)
    g_hash_table_insert (self->seen, KEY (match->known->record.id), item);
  if (match->known != NULL && mer_record_equal (match->known, item) && row->doubt == NULL)
    {
      self->reading->unchanged++;
      remember (self, match->known);
      mer_record_free (item);
      return;
    }
  change = g_new0 (MerFormChange, 1);
  change->kind = match->known != NULL ? MER_FORM_CHANGED : MER_FORM_ADDED;
  change->row = row->number;
  change->item = item;
  change->was = match->known;
  change->doubt = row->doubt != NULL ? g_string_free (g_steal_pointer (&row->doubt), FALSE) : NULL;
  change->taken = change->doubt == NULL;
  g_ptr_array_add (self->reading->changes, change);
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
  if (mer_form_take_cells (self, row, &match, item))
    add_change (self, row, &match, g_steal_pointer (&item));
  else
    {
      self->reading->refused++;
      if (match.known != NULL)
        remember (self, match.known);
    }
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

static gboolean
read_rows (MerFormReader  *self,
           MerTableReader *table,
           GError        **error)
{
  MerRow source;
  guint  n = 0;
  int    got = 0;

  while ((got = mer_table_reader_next (table, &source, error)) > 0)
    {
      if (++n > MOST_ROWS)
        {
          g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_LIMIT,
                       _("%s: there are more rows than a plan can have."), self->reading->file);
          return FALSE;
        }
      read_source (self, &source);
    }
  return got == 0;
}

/* --- what the form does not say --------------------------------------------------------------- */

static void
add_missing (MerFormReader     *self,
             const MerPlanLine *line)
{
  MerFormChange *change = g_new0 (MerFormChange, 1);

  change->kind = MER_FORM_MISSING;
  change->was = line->item;
  change->item = mer_record_copy (line->item);
  change->item->state = MER_PLAN_ITEM_DROPPED;
  change->doubt = g_strdup_printf (_("The form has no row of M%d, “%s”."),
                                      (int) line->item->record.id,
                                      line->item->problem != NULL ? line->item->problem
                                                                  : line->item->measure);
  g_ptr_array_add (self->reading->changes, change);
}

/* Of plans that have a row in the form, all items should have one. */
static void
find_missing (MerFormReader *self)
{
  for (guint i = 0; i < self->book->n_lines; i++)
    {
      const MerPlanLine *line = &self->book->lines[i];
      gint64             id = line->organization != NULL ? line->organization->id : 0;

      if (line->standing != MER_STANDING_DROPPED && g_hash_table_contains (self->met, KEY (id)) &&
          !g_hash_table_contains (self->seen, KEY (line->item->record.id)))
        add_missing (self, line);
    }
}

static void
tell_unread (MerFormReader *self)
{
  for (guint i = 0; i < self->others->len; i++)
    {
      const char *header = self->others->pdata[i];

      if (!g_hash_table_contains (self->unread, GUINT_TO_POINTER (i)))
        continue;
      if (header != NULL && *header != '\0')
        add_problem (self, g_strdup_printf (_("%s: the column “%s” is not of the form; it was not "
                                              "read."),
                                               self->reading->file, header));
      else
        add_problem (self, g_strdup_printf (_("%s: column %u has no header; it was not read."),
                                               self->reading->file, i + 1));
    }
}

/* Sheets that a form has beside its rows. */
static gboolean
is_own_sheet (const char *sheet)
{
  static const MerLanguage languages[] = { MER_LANGUAGE_RU, MER_LANGUAGE_EN };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (mer_form_same_text (sheet, mer_tr (languages[i], "How to fill in")) ||
        mer_form_same_text (sheet, mer_tr (languages[i], "Lists")))
      return TRUE;
  return FALSE;
}

static void
tell_sheets (MerFormReader        *self,
             const MerTableReader *table)
{
  for (guint i = 0; table->info.sheets != NULL && table->info.sheets[i] != NULL; i++)
    {
      const char *sheet = table->info.sheets[i];

      if (g_strcmp0 (sheet, table->info.sheet) != 0 && !is_own_sheet (sheet))
        add_problem (self, g_strdup_printf (_("%s: the sheet “%s” was not read."),
                                               self->reading->file, sheet));
    }
}

/* --- the reading ------------------------------------------------------------------------------ */

static void
reader_init (MerFormReader            *self,
             MerPlanBook              *book,
             const MerPlanFormOptions *options,
             const char               *path)
{
  MerPlanReading *reading = g_new0 (MerPlanReading, 1);

  reading->book = mer_plan_book_ref (book);
  reading->file = g_filename_display_basename (path);
  reading->changes = g_ptr_array_new_with_free_func (change_free);
  reading->problems = g_ptr_array_new_with_free_func (g_free);
  self->reading = reading;
  self->book = book;
  self->options = options;
  self->unread = g_hash_table_new (NULL, NULL);
  self->seen = g_hash_table_new (NULL, NULL);
  self->met = g_hash_table_new (NULL, NULL);
  self->told = g_hash_table_new (NULL, NULL);
  self->fresh = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
reader_clear (MerFormReader *self)
{
  mer_form_forget_columns (self);
  g_hash_table_unref (self->unread);
  g_hash_table_unref (self->seen);
  g_hash_table_unref (self->met);
  g_hash_table_unref (self->told);
  g_hash_table_unref (self->fresh);
  g_clear_pointer (&self->heading, g_free);
  g_clear_pointer (&self->old, g_hash_table_unref);
  g_clear_pointer (&self->heirs, g_hash_table_unref);
  g_clear_pointer (&self->settled, g_hash_table_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);
}

MerPlanReading *
mer_plan_form_read (MerPlanBook              *book,
                    const MerTableOptions    *source,
                    const MerPlanFormOptions *options,
                    GError                  **error)
{
  g_autoptr (MerTableReader) table = mer_table_reader_open (source, error);
  g_autoptr (MerPlanReading) reading = NULL;
  MerFormReader self = { 0 };
  gboolean      done = FALSE;

  if (table == NULL)
    return NULL;
  reader_init (&self, book, options, source->path);
  reading = self.reading;
  done = find_header (&self, table, error) && read_rows (&self, table, error);
  if (done)
    {
      find_missing (&self);
      tell_unread (&self);
      tell_sheets (&self, table);
      mer_plan_reading_count (reading);
    }
  reader_clear (&self);
  return done ? g_steal_pointer (&reading) : NULL;
}

void
mer_plan_reading_count (MerPlanReading *self)
{
  self->changed = self->added = self->dropped = self->doubtful = self->missing = 0;
  for (guint i = 0; i < self->changes->len; i++)
    {
      const MerFormChange *change = self->changes->pdata[i];
      guint               *counts[] = { [MER_FORM_CHANGED] = &self->changed,
                                        [MER_FORM_ADDED] = &self->added,
                                        [MER_FORM_MISSING] = &self->dropped };

      if (change->taken)
        (*counts[change->kind])++;
      else if (change->kind == MER_FORM_MISSING)
        self->missing++;
      else
        self->doubtful++;
    }
}

void
mer_plan_reading_take (MerPlanReading *self,
                       gboolean        doubtful,
                       gboolean        missing)
{
  for (guint i = 0; i < self->changes->len; i++)
    {
      MerFormChange *change = self->changes->pdata[i];

      change->taken = change->taken || (change->kind == MER_FORM_MISSING ? missing : doubtful);
    }
  mer_plan_reading_count (self);
}

gboolean
mer_plan_reading_apply (MerPlanReading *self,
                        MerDocument    *doc,
                        guint          *n_versions,
                        GError        **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (mer_record_free);

  for (guint i = 0; i < self->changes->len; i++)
    {
      const MerFormChange *change = self->changes->pdata[i];

      if (change->taken)
        g_ptr_array_add (items, mer_record_copy (change->item));
    }
  return mer_plans_save_items (doc, items, n_versions, error);
}

void
mer_plan_reading_free (MerPlanReading *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->changes);
  g_ptr_array_unref (self->problems);
  mer_plan_book_unref (self->book);
  g_free (self->file);
  g_free (self);
}

static char *
name_of (MerDocument *doc,
         gint64       organization)
{
  g_autoptr (GPtrArray) registry = mer_store_organizations (doc, NULL);

  for (guint i = 0; registry != NULL && i < registry->len; i++)
    {
      const MerOrganization *one = registry->pdata[i];

      if (one->id == organization)
        return g_strdup (one->name);
    }
  return g_strdup (_("The municipality"));
}

char *
mer_plan_form_elsewhere (gint64   item_id,
                         gpointer doc)
{
  g_autoptr (MerPlanItem) item = mer_store_record (doc, &mer_record_plan_item, item_id, NULL);
  g_autoptr (MerPlan) plan = NULL;
  g_autoptr (MerCycle) cycle = NULL;
  g_autofree char *name = NULL;

  plan = item != NULL ? mer_store_record (doc, &mer_record_plan, item->plan, NULL) : NULL;
  cycle = plan != NULL ? mer_store_cycle (doc, plan->record.cycle_id, NULL) : NULL;
  if (cycle == NULL)
    return NULL;
  name = name_of (doc, plan->organization);
  return g_strdup_printf ("%s, %s", cycle->title, name);
}
