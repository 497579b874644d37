/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The choice of organizations as a table. */

#include "config.h"

#include "app/mer-selection-table.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/mer-find-organization.h"
#include "app/mer-recipients.h"
#include "core/mer-language.h"
#include "core/mer-name.h"
#include "core/mer-organization-words.h"
#include "report/mer-report.h"
#include "report/mer-template.h"

enum
{
  ORGANIZATION,
  SELECTED,
  PILOT,
  RECIPIENTS,
  GROUND,
  N_READ, /* what comes in again */
  KIND = N_READ,
  SAMPLE,
  LAST,
  DUE,
  N_COLUMNS,
};

/* clang-format off */
static const struct
{
  const char *title;
  double      width;
} columns[N_COLUMNS] = {
  { N_("Organization"), 36 },
  { N_("Chosen"), 10 },
  { N_("Pilot"), 10 },
  { N_("Recipients"), 12 },
  { N_("Ground"), 36 },
  { N_("Kind"), 18 },
  { N_("Required sample"), 12 },
  { N_("Last assessed"), 14 },
  { N_("Turn"), 28 },
};
/* clang-format on */

/* Read farther than this for a header, nobody has one. */
#define HEADER_ROWS 20
#define NONE G_MAXUINT
#define MAX_DIGITS 8

/* --- out ------------------------------------------------------------------------------------- */

static char *
number_or_blank (gint64 number)
{
  return number >= 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : g_strdup ("");
}

static char *
yes_or_no (MerLanguage language,
           gboolean    value)
{
  return g_strdup (mer_trc (language, "in a table", value ? "yes" : "no"));
}

static GStrv
cells_of (const MerCycleFacts   *facts,
          const MerSelectionRow *row,
          MerLanguage            language)
{
  const MerCycleMember *member = row->member;
  GStrv                 cells = g_new0 (char *, N_COLUMNS + 1);

  cells[ORGANIZATION] = g_strdup (row->organization->name);
  cells[SELECTED] = yes_or_no (language, row->selected);
  cells[PILOT] = yes_or_no (language, member != NULL && member->pilot);
  cells[RECIPIENTS] = number_or_blank (member != NULL ? member->recipients : -1);
  cells[GROUND] = g_strdup (member != NULL && member->ground != NULL ? member->ground : "");
  cells[KIND] = g_strdup (mer_organization_kind_words (language, row->organization->kind));
  cells[SAMPLE] = number_or_blank (mer_selection_sample (facts->selection, row));
  cells[LAST] = number_or_blank (row->last > 0 ? row->last : -1);
  cells[DUE] = g_strdup (row->counts ? mer_due_to_printed (row->due, language) : "");
  return cells;
}

static MerTemplate *
table_of (const MerCycleFacts *facts,
          MerLanguage          language)
{
  const GArray *rows = facts->selection->rows;
  /* Translators: sheet of a workbook with the organizations chosen for a cycle. */
  MerTemplate *table = mer_template_new (language, mer_tr (language, "Selection"));

  table->fixed = 1;
  table->n_rows = rows->len;
  for (guint i = 0; i < N_COLUMNS; i++)
    mer_template_add_column (table, mer_tr (language, columns[i].title), columns[i].width);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (table->rows,
                     cells_of (facts, &g_array_index (rows, MerSelectionRow, i), language));
  return table;
}

gboolean
mer_selection_table_save (const MerCycleFacts *facts,
                          MerLanguage          language,
                          const char          *path,
                          GError             **error)
{
  g_autofree char *low = g_ascii_strdown (path, -1);
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (MerTemplate) table = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!g_str_has_suffix (low, ".csv") && !g_str_has_suffix (low, ".xlsx"))
    {
      g_set_error (error, MER_REPORT_ERROR, MER_REPORT_ERROR_FORMAT,
                   _("“%s” ends neither in .csv nor in .xlsx."), name);
      return FALSE;
    }
  table = table_of (facts, language);
  bytes = g_str_has_suffix (low, ".csv") ? mer_template_render_csv (table)
                                         : mer_template_render (table, error);
  return bytes != NULL && mer_report_save (bytes, path, error);
}

/* --- in -------------------------------------------------------------------------------------- */

typedef struct
{
  MerDocument         *doc;
  const MerCycleFacts *facts;
  MerSelectionImport  *import;
  const char          *file;
  guint                at[N_READ]; /* columns of the table */
  gint64               row;
  GHashTable          *rows; /* organization → row in which it stands */
} Reading;

void
mer_selection_import_free (MerSelectionImport *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->members);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

static char *
cell_text (const MerRow *row,
           guint         column)
{
  char *text = column < row->n_cells
                 ? g_strndup (row->cells[column].text, row->cells[column].length)
                 : g_strdup ("");

  return g_strstrip (text);
}

static gboolean
is_title (const char *text,
          const char *title)
{
  g_autofree char *folded = mer_name_fold (text, -1);

  for (MerLanguage language = MER_LANGUAGE_RU; language <= MER_LANGUAGE_EN; language++)
    {
      g_autofree char *other = mer_name_fold (mer_tr (language, title), -1);

      if (g_str_equal (folded, other))
        return TRUE;
    }
  return FALSE;
}

static gboolean
read_header (Reading      *self,
             const MerRow *row)
{
  for (guint i = 0; i < N_READ; i++)
    self->at[i] = NONE;
  for (guint c = 0; c < row->n_cells; c++)
    {
      g_autofree char *text = cell_text (row, c);

      for (guint i = 0; i < N_READ; i++)
        if (self->at[i] == NONE && is_title (text, columns[i].title))
          self->at[i] = c;
    }
  return self->at[ORGANIZATION] != NONE;
}

static gboolean
refuse_cell (Reading    *self,
             guint       which,
             const char *text)
{
  g_autofree char *row = g_strdup_printf ("%" G_GINT64_FORMAT, self->row);

  self->import->refused++;
  g_ptr_array_add (self->import->problems,
                   /* Translators: file, row, title of the column, what stands there */
                   g_strdup_printf (_("%s: Row %s, column “%s”: “%s” cannot be understood."),
                                       self->file, row, _(columns[which].title), text));
  return FALSE;
}

static gboolean
read_flag (Reading      *self,
           const MerRow *row,
           guint         which,
           gboolean     *out)
{
  static const char *const yes[] = { "да", "yes", "1", "+", "x", "х", "true", "v" };
  static const char *const no[] = { "", "нет", "no", "0", "-", "—", "false" };
  g_autofree char         *text = cell_text (row, self->at[which]);
  g_autofree char         *low = g_utf8_strdown (text, -1);

  if (self->at[which] == NONE)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (yes); i++)
    if (g_str_equal (low, yes[i]))
      return *out = TRUE;
  *out = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (no); i++)
    if (g_str_equal (low, no[i]))
      return TRUE;
  return refuse_cell (self, which, text);
}

static gboolean
read_recipients (Reading      *self,
                 const MerRow *row,
                 gint64       *out)
{
  g_autofree char *text = cell_text (row, self->at[RECIPIENTS]);

  if (self->at[RECIPIENTS] == NONE)
    return TRUE;
  *out = -1;
  if (*text == '\0')
    return TRUE;
  if (strlen (text) > MAX_DIGITS || strspn (text, "0123456789") != strlen (text))
    return refuse_cell (self, RECIPIENTS, text);
  *out = g_ascii_strtoll (text, NULL, 10);
  return TRUE;
}

/* As it is now, or as one of whom nothing is known yet. */
static MerCycleMember *
member_of (const MerCycleFacts *facts,
           gint64               organization_id)
{
  const MerSelectionRow *row = mer_selection_find (facts->selection, organization_id);
  MerCycleMember        *member = g_new0 (MerCycleMember, 1);

  member->organization_id = organization_id;
  member->recipients = row != NULL && row->member != NULL ? row->member->recipients : -1;
  member->pilot = row != NULL && row->member != NULL && row->member->pilot;
  member->ground = row != NULL && row->member != NULL ? g_strdup (row->member->ground) : NULL;
  member->selected = TRUE;
  return member;
}

static void
read_ground (const Reading  *self,
             const MerRow   *row,
             MerCycleMember *member)
{
  g_autofree char *text = cell_text (row, self->at[GROUND]);

  if (self->at[GROUND] == NONE)
    return;
  g_free (member->ground);
  member->ground = *text != '\0' ? g_steal_pointer (&text) : NULL;
}

/* Which of two rows is meant nobody can tell. */
static gboolean
check_first (Reading               *self,
             const MerOrganization *organization,
             GError               **error)
{
  gint64 before = (gint64) (gintptr) g_hash_table_lookup (self->rows, &organization->id);

  if (before == 0)
    {
      g_hash_table_insert (self->rows, g_memdup2 (&organization->id, sizeof (gint64)),
                           (gpointer) (gintptr) self->row);
      return TRUE;
    }
  g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_ROWS,
               _("%s: “%s” stands in rows %d and %d. An organization may stand in one row only; "
                 "nothing was changed."),
                  self->file, organization->name, (int) before, (int) self->row);
  return FALSE;
}

static gboolean
read_row (Reading      *self,
          const MerRow *row,
          GError      **error)
{
  g_autofree char *text = cell_text (row, self->at[ORGANIZATION]);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (MerCycleMember) member = NULL;

  self->row = row->number;
  if (*text == '\0')
    return TRUE;
  found = mer_find_organizations (self->doc, self->facts->organizations, text, NULL);
  if (found == NULL || found->len != 1)
    {
      refuse_cell (self, ORGANIZATION, text);
      return TRUE;
    }
  if (!check_first (self, found->pdata[0], error))
    return FALSE;
  member = member_of (self->facts, ((const MerOrganization *) found->pdata[0])->id);
  if (!read_flag (self, row, SELECTED, &member->selected) ||
      !read_flag (self, row, PILOT, &member->pilot) ||
      !read_recipients (self, row, &member->recipients))
    return TRUE;
  read_ground (self, row, member);
  g_ptr_array_add (self->import->members, g_steal_pointer (&member));
  return TRUE;
}

static gboolean
find_header (Reading        *self,
             MerTableReader *reader,
             GError        **error)
{
  MerRow row = { 0 };
  int    more = 1;

  for (guint i = 0; i < HEADER_ROWS && more > 0; i++)
    {
      more = mer_table_reader_next (reader, &row, error);
      if (more > 0 && read_header (self, &row))
        return TRUE;
    }
  if (more >= 0)
    g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_COLUMNS,
                 _("“%s” has no column “%s”."), self->file, _(columns[ORGANIZATION].title));
  return FALSE;
}

MerSelectionImport *
mer_selection_import_read (MerDocument           *doc,
                           const MerCycleFacts   *facts,
                           const MerTableOptions *table,
                           GError               **error)
{
  g_autoptr (MerTableReader) reader = mer_table_reader_open (table, error);
  g_autoptr (MerSelectionImport) import = g_new0 (MerSelectionImport, 1);
  g_autofree char *file = g_filename_display_basename (table->path);
  g_autoptr (GHashTable) rows =
    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Reading self = { doc, facts, import, file, { 0 }, 0, rows };
  MerRow  row = { 0 };
  int     more = 1;

  import->members = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_cycle_member_free);
  import->problems = g_ptr_array_new_with_free_func (g_free);
  if (reader == NULL || !find_header (&self, reader, error))
    return NULL;
  while ((more = mer_table_reader_next (reader, &row, error)) > 0)
    if (!read_row (&self, &row, error))
      return NULL;
  return more == 0 ? g_steal_pointer (&import) : NULL;
}

gboolean
mer_selection_import_apply (const MerSelectionImport *self,
                            MerDocument              *doc,
                            gint64                    cycle_id,
                            GError                  **error)
{
  for (guint i = 0; i < self->members->len; i++)
    {
      const MerCycleMember *member = self->members->pdata[i];

      if (!mer_recipients_save_typed (doc, cycle_id, member, error) ||
          !mer_store_save_choice (doc, cycle_id, member, error))
        return FALSE;
    }
  return TRUE;
}
