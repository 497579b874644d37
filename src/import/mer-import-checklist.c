/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checklists: one row an organization, one column an item. All rows are read before any is
 * written, because two different rows of one organization leave none of both. */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "import/mer-import-row.h"
#include "import/mer-mark-text.h"
#include "import/mer-timestamp.h"
#include "store/mer-batch-store.h"
#include "store/mer-mark-store.h"
#include "store/mer-registry-store.h"

#define ROWS_A_TICK 200

typedef struct
{
  const MerImportColumn *column;
  gint64                 item_id;   /* 0: a new item that is not stored yet */
  GHashTable            *decisions; /* nullable: what spellings of this column mean */
} ItemColumn;

typedef struct
{
  MerNameMatch *match;
  gint64        row;
  gint64        recipients;
  MerMark      *marks;  /* one an item column */
  MerMarkNote   note;   /* of the whole checklist: who looked, when, where the evidence is */
  gboolean      usable; /* FALSE: a twin of another row */
} Line;

typedef struct
{
  MerImportJob          *job;
  GArray                *items; /* of ItemColumn */
  GPtrArray             *lines; /* of Line */
  const MerImportColumn *organization;
  const MerImportColumn *recipients;
  const MerImportColumn *day;
  const MerImportColumn *inspector;
  const MerImportColumn *link;
  const MerImportColumn *note;
} Checklist;

static void
line_free (gpointer data)
{
  Line *line = data;

  g_free (line->marks);
  g_free (line->note.day);
  g_free (line->note.inspector);
  g_free (line->note.link);
  g_free (line->note.note);
  g_free (line);
}

static void
item_column_clear (gpointer data)
{
  g_clear_pointer (&((ItemColumn *) data)->decisions, g_hash_table_unref);
}

static void
find_columns (Checklist *self)
{
  const GPtrArray *columns = self->job->columns->columns;

  self->organization = mer_recognition_find (self->job->columns, MER_COLUMN_ORGANIZATION);
  self->recipients = mer_recognition_find (self->job->columns, MER_COLUMN_RECIPIENTS);
  self->day = mer_recognition_find (self->job->columns, "day");
  self->inspector = mer_recognition_find (self->job->columns, "inspector");
  self->link = mer_recognition_find (self->job->columns, "link");
  self->note = mer_recognition_find (self->job->columns, "note");
  for (guint i = 0; i < columns->len; i++)
    {
      ItemColumn item = { columns->pdata[i], 0, NULL };

      if (item.column->code == NULL || strchr (item.column->code, '/') == NULL)
        continue;
      if (item.column->item >= 0)
        item.item_id = ((MerCycleItem *) self->job->items->pdata[item.column->item])->id;
      item.decisions = mer_mark_decisions_new (self->job->options, item.column->code);
      g_array_append_val (self->items, item);
    }
}

/* --- reading -------------------------------------------------------------------------- */

static void
reject_cell (Checklist             *self,
             gint64                 row,
             const MerImportColumn *column,
             const char            *text)
{
  MerImportProblem *problem =
    mer_import_problems_count (self->job->problems, MER_PROBLEM_REJECTED, "bad-mark", row, column,
                               text, 1);
  g_autofree char *letters = mer_import_column_letters (column->index);
  g_autofree char *number = mer_row_number_text (row);
  g_autofree char *value = mer_text_shorten (text);

  if (problem->text == NULL)
    problem->text = g_strdup_printf (_("Row %s, column %s: “%s” is no mark. Write 1, 0 or ½, or "
                                       "leave the cell empty where the item is not required."),
                                        number, letters, value);
}

/* FALSE when a cell is no mark; every such cell of the row is told. */
static gboolean
read_marks (Checklist    *self,
            const MerRow *row,
            MerMark      *marks,
            gboolean     *any)
{
  gboolean good = TRUE;

  *any = FALSE;
  for (guint i = 0; i < self->items->len; i++)
    {
      const ItemColumn *item = &g_array_index (self->items, ItemColumn, i);
      g_autofree char  *text = mer_row_text (row, item->column);

      marks[i] = MER_MARK_NOT_REQUIRED;
      if (mer_mark_understand (item->decisions, text, &marks[i]))
        *any |= marks[i] != MER_MARK_NOT_REQUIRED;
      else
        {
          reject_cell (self, row->number, item->column, text);
          good = FALSE;
        }
    }
  return good;
}

static void
reject_empty (Checklist    *self,
              const MerRow *row)
{
  MerImportProblem *problem = mer_import_problems_count (
    self->job->problems, MER_PROBLEM_REJECTED, "no-marks", row->number, NULL, NULL, 1);
  g_autofree char *number = mer_row_number_text (row->number);

  self->job->result->rejected++;
  if (problem->text == NULL)
    problem->text = g_strdup_printf (_("Row %s: there is no mark."), number);
}

static MerNameMatch *
resolve (Checklist    *self,
         const MerRow *row)
{
  const MerCell  none = { "", 0 };
  const MerCell *cell =
    self->organization->index < row->n_cells ? &row->cells[self->organization->index] : &none;
  MerNameMatch *match = mer_name_matcher_resolve (self->job->matcher, cell->text, cell->length);

  if (match->n_rows++ == 0)
    match->first_row = row->number;
  return match;
}

static void
report_bad_day (Checklist  *self,
                gint64      row,
                const char *text)
{
  MerImportProblem *problem = mer_import_problems_count (self->job->problems, MER_PROBLEM_NOTE,
                                                         "bad-day", row, self->day, text, 1);
  g_autofree char  *letters = mer_import_column_letters (self->day->index);
  g_autofree char  *number = mer_row_number_text (row);
  g_autofree char  *value = mer_text_shorten (text);

  if (problem->text == NULL)
    problem->text = g_strdup_printf (_("Row %s, column %s: “%s” is no date; the marks were "
                                       "imported without it."),
                                        number, letters, value);
}

/* ISO 8601; NULL when the cell is empty or says no day. */
static char *
read_day (Checklist    *self,
          const MerRow *row)
{
  g_autofree char *text = mer_row_text (row, self->day);
  g_autoptr (GDateTime) day = NULL;
  gint64   seconds = 0;
  gboolean has_time = FALSE;

  if (*text == '\0')
    return NULL;
  if (mer_timestamp_parse (text, strlen (text), &seconds, &has_time))
    day = g_date_time_new_from_unix_utc (seconds);
  if (day == NULL)
    report_bad_day (self, row->number, text);
  return day != NULL ? g_date_time_format (day, "%Y-%m-%d") : NULL;
}

static void
read_note (Checklist    *self,
           const MerRow *row,
           MerMarkNote  *note)
{
  note->day = read_day (self, row);
  note->inspector = mer_row_text (row, self->inspector);
  note->link = mer_row_text (row, self->link);
  note->note = mer_row_text (row, self->note);
}

static void
read_row (Checklist    *self,
          const MerRow *row)
{
  MerNameMatch       *match;
  g_autofree MerMark *marks = NULL;
  g_autofree char    *recipients = NULL;
  gboolean            any;
  Line               *line;

  if (mer_row_is_ragged (self->job, row))
    {
      mer_row_reject_ragged (self->job, row);
      return;
    }
  match = resolve (self, row);
  marks = g_new (MerMark, self->items->len);
  if (!mer_name_match_is_usable (match))
    mer_name_match_reject (match, row->number);
  if (!read_marks (self, row, marks, &any) || !mer_name_match_is_usable (match))
    {
      self->job->result->rejected++;
      return;
    }
  if (!any)
    {
      reject_empty (self, row);
      return;
    }
  line = g_new0 (Line, 1);
  line->match = match;
  line->row = row->number;
  line->recipients = -1;
  line->usable = TRUE;
  recipients = mer_row_text (row, self->recipients);
  if (*recipients != '\0')
    mer_member_parse_recipients (self->job, row->number, self->recipients, recipients,
                                 &line->recipients);
  line->marks = g_steal_pointer (&marks);
  read_note (self, row, &line->note);
  g_ptr_array_add (self->lines, line);
}

static gboolean
read_rows (Checklist *self,
           GError   **error)
{
  MerRow row;
  int    result;

  for (guint64 n = 1; (result = mer_table_reader_next (self->job->reader, &row, error)) > 0; n++)
    {
      read_row (self, &row);
      if (n % ROWS_A_TICK == 0 && !mer_import_job_tick (self->job, error))
        return FALSE;
    }
  return result == 0;
}

/* --- an organization twice ------------------------------------------------------------ */

static void
report_twins (Checklist  *self,
              const Line *first,
              const Line *second)
{
  MerImportProblem *problem =
    mer_import_problems_count (self->job->problems, MER_PROBLEM_REJECTED, "different-twice",
                               first->row, self->organization, first->match->name, 1);
  g_autofree char *a = mer_row_number_text (first->row);
  g_autofree char *b = mer_row_number_text (second->row);

  mer_import_problem_add_rows (problem, &second->row, 1);
  if (problem->text == NULL)
    problem->text = g_strdup_printf (_("Rows %s and %s both give marks of “%s”, and they differ. "
                                       "Neither was imported."),
                                        a, b, first->match->name);
}

/* A later row of an organization that has one already. */
static void
settle_twin (Checklist *self,
             Line      *first,
             Line      *second)
{
  MerImportResult *result = self->job->result;

  second->usable = FALSE;
  if (memcmp (first->marks, second->marks, self->items->len * sizeof (MerMark)) == 0 &&
      first->recipients == second->recipients && first->usable)
    {
      result->duplicates++;
      return;
    }
  report_twins (self, first, second);
  result->rejected += first->usable ? 2 : 1;
  first->usable = FALSE;
}

static void
find_twins (Checklist *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = self->lines->pdata[i];
      Line *first = g_hash_table_lookup (seen, line->match->target);

      if (first == NULL)
        g_hash_table_insert (seen, line->match->target, line);
      else
        settle_twin (self, first, line);
    }
}

/* --- writing -------------------------------------------------------------------------- */

static void
report_new_item (Checklist             *self,
                 const MerImportColumn *column,
                 const MerCycleItem    *item)
{
  const MerMethodology *methodology = self->job->methodology;
  const MerPlace       *place =
    methodology->places->pdata[mer_methodology_find_place (methodology, item->place)];
  MerImportProblem *problem = mer_import_problems_count (self->job->problems, MER_PROBLEM_NOTE,
                                                         "new-item", 0, column, item->text, 1);
  g_autofree char  *letters = mer_import_column_letters (column->index);
  g_autofree char  *text = mer_text_shorten (item->text);

  if (problem->text == NULL)
    problem->text = g_strdup_printf (_("Column %s: “%s” was not in the list of “%s” and was added "
                                       "to it."),
                                        letters, text, place->title);
}

static gboolean
add_new_items (Checklist *self,
               GError   **error)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      ItemColumn *item = &g_array_index (self->items, ItemColumn, i);
      const char *slash = strchr (item->column->code, '/');
      g_autoptr (MerCycleItem) added = NULL;

      if (item->item_id != 0)
        continue;
      added = g_new0 (MerCycleItem, 1);
      added->place = g_strndup (item->column->code, (gsize) (slash - item->column->code));
      added->text = g_strdup (slash + 1);
      if (!mer_store_add_item (self->job->doc, self->job->cycle->id, added, error))
        return FALSE;
      item->item_id = added->id;
      report_new_item (self, item->column, added);
    }
  return TRUE;
}

static void
take_text (char      **into,
           const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  g_free (*into);
  *into = g_strdup (text);
}

/* What the file does not say of the checklist stays as it was noted. */
static gboolean
write_note (MerImportJob      *job,
            gint64             organization_id,
            const MerMarkNote *read,
            GError           **error)
{
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (MerMarkNote) note = NULL;

  if (read->day == NULL && *read->inspector == '\0' && *read->link == '\0' &&
      *read->note == '\0')
    return TRUE;
  notes = mer_store_mark_notes (job->doc, job->cycle->id, organization_id, error);
  if (notes == NULL)
    return FALSE;
  if (notes->len > 0 && ((MerMarkNote *) notes->pdata[0])->item_id == 0)
    note = g_ptr_array_steal_index (notes, 0);
  else
    note = g_new0 (MerMarkNote, 1);
  note->organization_id = organization_id;
  take_text (&note->day, read->day);
  take_text (&note->inspector, read->inspector);
  take_text (&note->link, read->link);
  take_text (&note->note, read->note);
  return mer_store_save_mark_note (job->doc, job->cycle->id, note, error);
}

static gboolean
write_line (Checklist       *self,
            const Line      *line,
            const gint64    *ids,
            MerMemberWriter *members,
            GError         **error)
{
  MerImportJob *job = self->job;

  return mer_name_matcher_store (job->matcher, line->match, error) &&
         mer_store_add_checklist (job->doc, job->batch->id, line->match->source_id, line->row,
                                  ids, line->marks, self->items->len, error) &&
         mer_member_writer_save (members, line->match->organization_id, line->recipients,
                                 line->row, error) &&
         write_note (job, line->match->organization_id, &line->note, error);
}

static gboolean
write_lines (Checklist *self,
             GError   **error)
{
  g_autoptr (MerMemberWriter) members = mer_member_writer_new (self->job, error);
  g_autofree gint64 *ids = g_new (gint64, self->items->len);

  if (members == NULL || !add_new_items (self, error))
    return FALSE;
  for (guint i = 0; i < self->items->len; i++)
    ids[i] = g_array_index (self->items, ItemColumn, i).item_id;
  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = self->lines->pdata[i];

      if (!line->usable)
        continue;
      if (!write_line (self, line, ids, members, error))
        return FALSE;
      self->job->result->accepted++;
      if (self->job->result->accepted % ROWS_A_TICK == 0 && !mer_import_job_tick (self->job, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_usable (const Checklist *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      if (((const Line *) self->lines->pdata[i])->usable)
        return TRUE;
    }
  return FALSE;
}

gboolean
mer_import_checklist_run (MerImportJob *job,
                          GError      **error)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (ItemColumn));
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (line_free);
  Checklist self = { .job = job, .items = items, .lines = lines };

  g_array_set_clear_func (items, item_column_clear);
  find_columns (&self);
  if (!read_rows (&self, error))
    return FALSE;
  find_twins (&self);
  return !has_usable (&self) || write_lines (&self, error);
}
