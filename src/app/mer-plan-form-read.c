/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the filled form of a plan. The file comes from outside: nothing in it is believed before it
 * was held against the plans that are in force. */

#include "config.h"

#include "app/mer-plan-form.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/mer-day.h"
#include "core/mer-name.h"

/* People put a title above the table. */
#define HEADER_ROWS 20
/* Longer texts are no measures. */
#define MOST_BYTES 8000
#define MOST_ROWS 100000
#define MOST_PROBLEMS 200

typedef struct
{
  const MerPlanBook *book;
  const char        *file;
  MerLanguage        language;
  gint64             organization;
  MerPlanReading    *reading;
  int                columns[MER_N_FORM_COLUMNS]; /* −1: not in the file */
  char              *headers[MER_N_FORM_COLUMNS]; /* as they stand there */
  GHashTable        *seen;                        /* ids of items */
} Reader;

/* One row: its texts by column, NULL where the column is not there. */
typedef struct
{
  gint64 number;
  char  *cells[MER_N_FORM_COLUMNS];
} Row;

static void
row_clear (Row *self)
{
  for (guint i = 0; i < MER_N_FORM_COLUMNS; i++)
    g_clear_pointer (&self->cells[i], g_free);
}

/* --- what is wrong --------------------------------------------------------------------------- */

static void tell (Reader       *self,
                  const Row    *row,
                  MerFormColumn column,
                  const char   *format,
                  ...) G_GNUC_PRINTF (4, 5);

static void
tell (Reader       *self,
      const Row    *row,
      MerFormColumn column,
      const char   *format,
      ...)
{
  g_autofree char *what = NULL;
  va_list          arguments;

  if (self->reading->problems->len >= MOST_PROBLEMS)
    return;
  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (self->reading->problems,
                   /* Translators: file, row, column's header, what is wrong. */
                   g_strdup_printf (_("%s, row %d, column “%s”: %s"), self->file,
                                       (int) row->number,
                                       self->headers[column] != NULL
                                         ? self->headers[column]
                                         : mer_tr (self->language, mer_plan_form_header (column)),
                                       what));
}

/* --- columns --------------------------------------------------------------------------------- */

static char *
cell_text (const MerRow *row,
           guint         i)
{
  if (i >= row->n_cells || row->cells[i].length > MOST_BYTES)
    return NULL;
  return g_strstrip (g_strndup (row->cells[i].text, row->cells[i].length));
}

/* The column of this header, in Russian or in English; −1: none of ours. */
static int
find_column (const char *header)
{
  static const MerLanguage languages[] = { MER_LANGUAGE_RU, MER_LANGUAGE_EN };
  g_autofree char         *folded = mer_name_fold (header, -1);

  for (guint i = 0; i < MER_N_FORM_COLUMNS; i++)
    for (guint j = 0; j < G_N_ELEMENTS (languages); j++)
      {
        const char      *known = mer_tr (languages[j], mer_plan_form_header ((MerFormColumn) i));
        g_autofree char *other = mer_name_fold (known, -1);

        if (g_str_equal (folded, other))
          return (int) i;
      }
  return -1;
}

static void
forget_columns (Reader *self)
{
  for (guint i = 0; i < MER_N_FORM_COLUMNS; i++)
    {
      self->columns[i] = -1;
      g_clear_pointer (&self->headers[i], g_free);
    }
}

/* Whether the row is the header: it names the measure and the code. */
static gboolean
take_header (Reader       *self,
             const MerRow *row)
{
  forget_columns (self);
  for (guint i = 0; i < row->n_cells && i < 200; i++)
    {
      g_autofree char *text = cell_text (row, i);
      int              column = text != NULL && *text != '\0' ? find_column (text) : -1;

      if (column < 0 || self->columns[column] >= 0)
        continue;
      self->columns[column] = (int) i;
      self->headers[column] = g_steal_pointer (&text);
    }
  return self->columns[MER_FORM_MEASURE] >= 0 && self->columns[MER_FORM_CODE] >= 0;
}

static gboolean
find_header (Reader         *self,
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
      if (take_header (self, &row))
        return TRUE;
    }
  g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_COLUMNS,
               /* Translators: a file, headers of columns. */
               _("%s: this is no form of a plan. It has no columns “%s” and “%s”."), self->file,
                  mer_tr (self->language, mer_plan_form_header (MER_FORM_MEASURE)),
                  mer_tr (self->language, mer_plan_form_header (MER_FORM_CODE)));
  return FALSE;
}

/* --- rows ------------------------------------------------------------------------------------ */

static gboolean
take_row (Reader       *self,
          const MerRow *source,
          Row          *row)
{
  gboolean some = FALSE;

  row->number = source->number;
  for (guint i = 0; i < MER_N_FORM_COLUMNS; i++)
    {
      row->cells[i] = NULL;
      if (self->columns[i] < 0)
        continue;
      row->cells[i] = cell_text (source, (guint) self->columns[i]);
      if (row->cells[i] == NULL && (guint) self->columns[i] < source->n_cells)
        {
          tell (self, row, (MerFormColumn) i, "%s", _("The text is too long for a plan."));
          return FALSE;
        }
      if (row->cells[i] == NULL)
        row->cells[i] = g_strdup ("");
      some = some || (*row->cells[i] != '\0' && i != MER_FORM_ORGANIZATION &&
                      i != MER_FORM_CRITERION);
    }
  return some;
}

static const MerPlanItem *
find_item (Reader    *self,
           const Row *row,
           gboolean  *refused)
{
  const char        *code = row->cells[MER_FORM_CODE];
  const MerPlanLine *line = NULL;
  gint64             id = 0;
  g_autofree char   *folded = NULL;
  g_autofree char   *name = NULL;

  *refused = FALSE;
  if (code == NULL || *code == '\0')
    return NULL;
  *refused = TRUE;
  /* «М» is easily typed in Russian */
  if (g_str_has_prefix (code, "М") || g_str_has_prefix (code, "м"))
    code += strlen ("М");
  else if (*code == 'M' || *code == 'm')
    code++;
  if (g_ascii_string_to_signed (code, 10, 1, G_MAXINT32, &id, NULL))
    line = mer_plan_book_line (self->book, id);
  if (line == NULL)
    {
      /* clang-format off */
      tell (self, row, MER_FORM_CODE,
          _("“%s” is no code of a row of a plan that is in force."), row->cells[MER_FORM_CODE]);
      /* clang-format on */
      return NULL;
    }
  if (!g_hash_table_add (self->seen, GSIZE_TO_POINTER (id)))
    {
      /* clang-format off */
      tell (self, row, MER_FORM_CODE, _("The code “%s” stands in two rows."),
          row->cells[MER_FORM_CODE]);
      /* clang-format on */
      return NULL;
    }
  if (self->organization != 0 &&
      (line->organization == NULL || line->organization->id != self->organization))
    {
      /* clang-format off */
      tell (self, row, MER_FORM_CODE,
          _("The code “%s” is of the plan of another organization."), row->cells[MER_FORM_CODE]);
      /* clang-format on */
      return NULL;
    }
  if (row->cells[MER_FORM_ORGANIZATION] != NULL && *row->cells[MER_FORM_ORGANIZATION] != '\0' &&
      line->organization != NULL)
    {
      folded = mer_name_fold (row->cells[MER_FORM_ORGANIZATION], -1);
      name = mer_name_fold (line->organization->name, -1);
      if (!g_str_equal (folded, name))
        {
          tell (self, row, MER_FORM_ORGANIZATION,
                _("The code of the row is of “%s”; the form may be of another document."),
                   line->organization->name);
          return NULL;
        }
    }
  *refused = FALSE;
  return line->item;
}

/* --- cells ----------------------------------------------------------------------------------- */

static void
take_text (char      **text,
           const char *cell)
{
  if (cell == NULL || g_strcmp0 (*text != NULL ? *text : "", cell) == 0)
    return;
  g_free (*text);
  *text = *cell != '\0' ? g_strdup (cell) : NULL;
}

static gboolean
take_share (Reader      *self,
            const Row   *row,
            MerPlanItem *item)
{
  const char      *cell = row->cells[MER_FORM_SHARE];
  g_autofree char *text = NULL;
  gint64           share = 0;
  char            *end = NULL;

  if (cell == NULL)
    return TRUE;
  if (*cell == '\0')
    {
      item->share = -1;
      return TRUE;
    }
  text = g_strdup (cell);
  end = strchr (text, '%');
  if (end != NULL)
    *end = '\0';
  g_strstrip (text);
  if (!g_ascii_string_to_signed (text, 10, 0, 100, &share, NULL))
    {
      tell (self, row, MER_FORM_SHARE, _("“%s” is no whole number from 0 to 100."), cell);
      return FALSE;
    }
  item->share = share;
  return TRUE;
}

static gboolean
take_day (Reader      *self,
          const Row   *row,
          MerPlanItem *item)
{
  const char      *cell = row->cells[MER_FORM_DONE];
  g_autofree char *day = NULL;

  if (cell == NULL)
    return TRUE;
  day = *cell != '\0' ? mer_day_parse (cell) : NULL;
  if (*cell != '\0' && day == NULL)
    {
      tell (self, row, MER_FORM_DONE, _("“%s” is no day. Write it like 14.10.2024."), cell);
      return FALSE;
    }
  g_free (item->done_on);
  item->done_on = g_steal_pointer (&day);
  return TRUE;
}

/* «К1 Открытость», «К1» or «Открытость». */
static gboolean
take_criterion (Reader      *self,
                const Row   *row,
                MerPlanItem *item)
{
  const GPtrArray *criteria = self->book->facts.methodology->criteria;
  const char      *cell = row->cells[MER_FORM_CRITERION];
  g_autofree char *folded = NULL;

  if (cell == NULL || *cell == '\0' || item->criterion != NULL)
    return TRUE; /* of an item that there is the code decides */
  folded = mer_name_fold (cell, -1);
  for (guint i = 0; i < criteria->len; i++)
    {
      const MerCriterion *criterion = criteria->pdata[i];
      g_autofree char    *symbol = mer_name_fold (criterion->symbol, -1);
      g_autofree char    *title = mer_name_fold (criterion->title, -1);

      if (g_str_has_prefix (folded, symbol) || g_str_equal (folded, title))
        {
          item->criterion = g_strdup (criterion->code);
          return TRUE;
        }
    }
  tell (self, row, MER_FORM_CRITERION, _("“%s” is no criterion of the methodology."), cell);
  return FALSE;
}

/* What was done decides the state: evidence and a day close an item, a day alone does not. */
static void
settle_state (Reader      *self,
              const Row   *row,
              MerPlanItem *item)
{
  if (item->state == MER_PLAN_ITEM_DROPPED)
    return;
  if (item->done_on != NULL && item->evidence != NULL)
    {
      item->state = MER_PLAN_ITEM_DONE;
      return;
    }
  if (item->done_on != NULL)
    tell (self, row, MER_FORM_EVIDENCE, "%s",
          _("The measure is said to be done, but no evidence is named; it stays in work."));
  if (item->taken != NULL || item->done_on != NULL || item->share > 0)
    item->state = MER_PLAN_ITEM_WORK;
  else
    item->state = MER_PLAN_ITEM_PLANNED;
}

static gboolean
take_cells (Reader      *self,
            const Row   *row,
            MerPlanItem *item)
{
  g_autoptr (GError) error = NULL;

  take_text (&item->problem, row->cells[MER_FORM_PROBLEM]);
  take_text (&item->measure, row->cells[MER_FORM_MEASURE]);
  take_text (&item->deadline, row->cells[MER_FORM_DEADLINE]);
  take_text (&item->person, row->cells[MER_FORM_PERSON]);
  take_text (&item->post, row->cells[MER_FORM_POST]);
  take_text (&item->taken, row->cells[MER_FORM_TAKEN]);
  take_text (&item->evidence, row->cells[MER_FORM_EVIDENCE]);
  if (!take_share (self, row, item) || !take_day (self, row, item) ||
      !take_criterion (self, row, item))
    return FALSE;
  settle_state (self, row, item);
  if (item->measure == NULL)
    {
      tell (self, row, MER_FORM_MEASURE, "%s", _("The measure is missing."));
      return FALSE;
    }
  if (mer_record_check (item, &error))
    return TRUE;
  tell (self, row, MER_FORM_MEASURE, "%s", error->message);
  return FALSE;
}

/* --- what becomes of a row -------------------------------------------------------------------- */

static MerPlanItem *
new_item (Reader    *self,
          const Row *row)
{
  const MerPlanSheet *sheet = NULL;
  MerPlanItem        *item = NULL;

  if (self->organization != 0)
    sheet = mer_plan_book_sheet (self->book, self->organization);
  if (sheet == NULL || sheet->plan == NULL)
    {
      tell (self, row, MER_FORM_CODE, "%s",
            _("The row has no code, and it is not known whose plan it belongs to."));
      return NULL;
    }
  item = mer_record_new (&mer_record_plan_item, self->book->facts.cycle->id);
  item->plan = sheet->plan->record.id;
  return item;
}

static void
refuse (Reader *self)
{
  self->reading->refused++;
}

static void
read_row (Reader    *self,
          const Row *row)
{
  gboolean           refused = FALSE;
  const MerPlanItem *known = find_item (self, row, &refused);
  g_autoptr (MerPlanItem) item = NULL;

  if (!refused)
    item = known != NULL ? mer_record_copy (known) : new_item (self, row);
  if (item == NULL || !take_cells (self, row, item))
    {
      refuse (self);
      return;
    }
  if (known != NULL && mer_record_equal (known, item))
    {
      self->reading->unchanged++;
      return;
    }
  if (known != NULL)
    self->reading->changed++;
  else
    self->reading->added++;
  g_ptr_array_add (self->reading->items, g_steal_pointer (&item));
}

static gboolean
read_rows (Reader         *self,
           MerTableReader *table,
           GError        **error)
{
  MerRow source;
  guint  n = 0;
  int    got = 0;

  while ((got = mer_table_reader_next (table, &source, error)) > 0)
    {
      Row row = { 0 };

      if (++n > MOST_ROWS)
        {
          g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_LIMIT,
                       _("%s: there are more rows than a plan can have."), self->file);
          return FALSE;
        }
      if (take_row (self, &source, &row))
        read_row (self, &row);
      row_clear (&row);
    }
  return got == 0;
}

static MerPlanReading *
reading_new (void)
{
  MerPlanReading *self = g_new0 (MerPlanReading, 1);

  self->items = g_ptr_array_new_with_free_func (mer_record_free);
  self->problems = g_ptr_array_new_with_free_func (g_free);
  return self;
}

MerPlanReading *
mer_plan_form_read (const MerPlanBook     *book,
                    const MerTableOptions *options,
                    MerLanguage            language,
                    gint64                 organization,
                    GError               **error)
{
  g_autoptr (MerTableReader) table = mer_table_reader_open (options, error);
  g_autoptr (MerPlanReading) reading = NULL;
  g_autofree char *file = NULL;
  Reader           self = { .book = book, .language = language, .organization = organization };
  gboolean         done = FALSE;

  if (table == NULL)
    return NULL;
  file = g_filename_display_basename (options->path);
  reading = reading_new ();
  self.file = file;
  self.reading = reading;
  self.seen = g_hash_table_new (NULL, NULL);
  done = find_header (&self, table, error) && read_rows (&self, table, error);
  forget_columns (&self);
  g_hash_table_unref (self.seen);
  return done ? g_steal_pointer (&reading) : NULL;
}

gboolean
mer_plan_reading_apply (MerPlanReading *self,
                        MerDocument    *doc,
                        GError        **error)
{
  return mer_plans_save_items (doc, self->items, NULL, error);
}

void
mer_plan_reading_free (MerPlanReading *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->problems);
  g_free (self);
}
