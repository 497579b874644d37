/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads filled forms of plans, one or many. Files come from outside: nothing in them is believed
 * before it was held against the plans that are in force, and what the forms do not say is said. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-plan-form-private.h"

/* People put a title above the table. */
#define HEADER_ROWS 20

#define KEY(id) GSIZE_TO_POINTER ((gsize) (id))

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
                  self->file,
                  mer_tr (self->options->language, mer_plan_form_header (MER_FORM_MEASURE)),
                  mer_tr (self->options->language, mer_plan_form_header (MER_FORM_CODE)));
  return FALSE;
}

/* --- what the form does not say --------------------------------------------------------------- */

static void
add_missing (MerFormReader     *self,
             const MerPlanLine *line,
             gint64             organization)
{
  MerFormChange *change = g_new0 (MerFormChange, 1);

  change->kind = MER_FORM_MISSING;
  change->file = g_hash_table_lookup (self->met, KEY (organization));
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
        add_missing (self, line, id);
    }
}

static void
tell_unread (MerFormReader *self)
{
  for (guint i = 0; i < self->others->len; i++)
    {
      const char *header = self->others->pdata[i];
      char       *text = NULL;

      if (!g_hash_table_contains (self->unread, GUINT_TO_POINTER (i)))
        continue;
      if (header != NULL && *header != '\0')
        text = g_strdup_printf (_("%s: the column “%s” is not of the form; it was not read."),
                                   self->file, header);
      else
        text = g_strdup_printf (_("%s: column %u has no header; it was not read."), self->file,
                                   i + 1);
      mer_form_add_problem (self, text);
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
        mer_form_add_problem (self, g_strdup_printf (_("%s: the sheet “%s” was not read."),
                                                        self->file, sheet));
    }
}

/* --- files ------------------------------------------------------------------------------------ */

static void
begin_file (MerFormReader *self,
            const char    *path)
{
  char *name = g_filename_display_basename (path);

  g_ptr_array_add (self->reading->files, name);
  self->file = name;
  self->n_problems = 0;
  self->whose = -1;
  self->section = NULL;
  g_clear_pointer (&self->heading, g_free);
  g_hash_table_remove_all (self->unread);
}

static gboolean
is_value (gpointer key,
          gpointer value,
          gpointer data)
{
  return value == data;
}

static gboolean
is_fresh_of (gpointer key,
             gpointer value,
             gpointer data)
{
  return ((const MerFormPlace *) value)->file == data;
}

static gboolean
is_seen_in (gpointer key,
            gpointer value,
            gpointer data)
{
  return ((const MerFormSeen *) value)->file == data;
}

/* A file that breaks off says nothing. */
static void
drop_file (MerFormReader *self,
           guint          n_changes)
{
  gpointer file = (gpointer) (guintptr) self->file;

  g_hash_table_foreach_remove (self->seen, is_seen_in, file);
  g_hash_table_foreach_remove (self->met, is_value, file);
  g_hash_table_foreach_remove (self->fresh, is_fresh_of, file);
  g_ptr_array_set_size (self->reading->changes, (int) n_changes);
}

static gboolean
read_file (MerFormReader         *self,
           const MerTableOptions *source,
           GError               **error)
{
  g_autoptr (MerTableReader) table = NULL;
  guint    n_changes = self->reading->changes->len;
  guint    unchanged = self->reading->unchanged;
  guint    refused = self->reading->refused;
  gboolean done = FALSE;

  begin_file (self, source->path);
  table = mer_table_reader_open (source, error);
  done = table != NULL && find_header (self, table, error) &&
         mer_form_read_rows (self, table, error);
  if (done)
    {
      tell_unread (self);
      tell_sheets (self, table);
      return TRUE;
    }
  drop_file (self, n_changes);
  self->reading->unchanged = unchanged;
  self->reading->refused = refused;
  return FALSE;
}

static void
reader_init (MerFormReader            *self,
             MerPlanBook              *book,
             const MerPlanFormOptions *options)
{
  MerPlanReading *reading = g_new0 (MerPlanReading, 1);

  reading->book = mer_plan_book_ref (book);
  reading->files = g_ptr_array_new_with_free_func (g_free);
  reading->changes = g_ptr_array_new_with_free_func (mer_form_change_free);
  reading->problems = g_ptr_array_new_with_free_func (g_free);
  self->reading = reading;
  self->book = book;
  self->options = options;
  self->unread = g_hash_table_new (NULL, NULL);
  self->seen = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->met = g_hash_table_new (NULL, NULL);
  self->told = g_hash_table_new (NULL, NULL);
  self->fresh = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
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
                    const MerTableOptions    *table,
                    const MerPlanFormOptions *options,
                    GError                  **error)
{
  MerFormReader self = { 0 };
  g_autoptr (MerPlanReading) reading = NULL;
  gboolean done = FALSE;

  reader_init (&self, book, options);
  reading = self.reading;
  done = read_file (&self, table, error);
  if (done)
    find_missing (&self);
  reader_clear (&self);
  mer_plan_reading_count (reading);
  return done ? g_steal_pointer (&reading) : NULL;
}

/* FALSE: the user stopped it. What cannot be read is named before all that was read otherwise. */
static gboolean
read_one_of (MerFormReader *self,
             const char    *path,
             GError       **first,
             GError       **error)
{
  MerTableOptions table = { .path = path };
  GError         *problem = NULL;

  if (g_cancellable_set_error_if_cancelled (self->options->cancellable, error))
    return FALSE;
  if (read_file (self, &table, &problem))
    return TRUE;
  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, problem);
      return FALSE;
    }
  g_ptr_array_insert (self->reading->problems, (int) self->reading->unread++,
                      g_strdup (problem->message));
  if (*first == NULL)
    *first = problem;
  else
    g_error_free (problem);
  return TRUE;
}

MerPlanReading *
mer_plan_forms_read (MerPlanBook              *book,
                     const char *const        *paths,
                     const MerPlanFormOptions *options,
                     GError                  **error)
{
  MerFormReader self = { 0 };
  g_autoptr (MerPlanReading) reading = NULL;
  g_autoptr (GError) first = NULL;
  guint    n = 0;
  gboolean going = TRUE;

  while (paths[n] != NULL)
    n++;
  reader_init (&self, book, options);
  reading = self.reading;
  for (guint i = 0; going && i < n; i++)
    {
      going = read_one_of (&self, paths[i], &first, error);
      if (options->progress != NULL)
        mer_progress_set (options->progress, i + 1, n);
    }
  if (going)
    find_missing (&self);
  reader_clear (&self);
  mer_plan_reading_count (reading);
  if (going && reading->unread == n)
    g_propagate_error (error, g_steal_pointer (&first));
  return going && reading->unread < n ? g_steal_pointer (&reading) : NULL;
}
