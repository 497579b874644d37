/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words that stand around the steps of an import: its titles, its foot, its last button, and
 * what is still missing before one may go on. */

#include "config.h"

#include "ui/import/mer-import-words.h"

#include <glib/gi18n.h>

#include "core/mer-language.h"

/* What is wrong with the list of files: (transfer full) (nullable). */
static char *
queue_need (const MerImportPlace *self)
{
  guint n = mer_import_queue_get_n (self->queue);

  if (mer_import_queue_get_next (self->queue) == NULL)
    return g_strdup (_("Choose a file."));
  for (guint i = 0; i < n; i++)
    {
      MerImportState  *state = mer_import_queue_get (self->queue, i);
      g_autofree char *name = mer_import_state_get_file_name (state);
      MerBatchKind     kind = MER_BATCH_SURVEY;

      if (mer_import_state_is_imported (state))
        continue;
      if (mer_import_state_is_reading (state))
        return g_strdup (_("The file is being read."));
      if (mer_import_state_get_error (state) != NULL)
        return g_strdup_printf (_("“%s” cannot be read: remove it from the list or choose another "
                                  "encoding."),
                                   name);
      if (!mer_import_state_get_kind (state, &kind))
        return g_strdup_printf (_("Say what “%s” holds."), name);
      if (mer_import_state_get_earlier (state) != NULL &&
          !mer_import_state_get_keep_duplicates (state))
        return g_strdup_printf (_("“%s” was imported before: leave it out or import it again."),
                                   name);
    }
  return NULL;
}

/* What must be decided about names. */
static char *
names_need (const MerImportPlace *self)
{
  guint n = mer_import_state_count_open_names (self->state);

  if (mer_import_state_get_scan_error (self->state) != NULL)
    return g_strdup (mer_import_state_get_scan_error (self->state)->message);
  if (mer_import_state_get_scan (self->state) == NULL)
    return g_strdup (_("The names in the file are being counted."));
  if (n == 0)
    return NULL;
  return g_strdup_printf (ngettext ("To continue, decide %u name.", "To continue, decide %u names.",
                                    n),
                          n);
}

/**
 * mer_import_words_need:
 * @self: where the flow stands
 *
 * Returns: (transfer full) (nullable): what is missing before one may go on, "" where the step
 *   says so itself; %NULL when nothing is
 */
char *
mer_import_words_need (const MerImportPlace *self)
{
  const MerImportResult *result = NULL;

  switch (self->step)
    {
    case MER_IMPORT_STEP_FILE:
      return queue_need (self);
    case MER_IMPORT_STEP_COLUMNS:
      return mer_import_state_get_need (self->state);
    case MER_IMPORT_STEP_NAMES:
      return names_need (self);
    case MER_IMPORT_STEP_CHECK:
      result = mer_import_state_get_result (self->state);
      return result != NULL && result->obstacle == NULL && result->accepted > 0 ? NULL
                                                                                : g_strdup ("");
    case MER_IMPORT_STEP_OUTCOME:
    default:
      return NULL;
    }
}

/* «Показаны строки 2–201 из 2 461.» */
static char *
rows_sentence (const MerImportPlace *self)
{
  const MerImportPreview *preview = mer_import_state_get_preview (self->state);
  const MerImportScan    *scan = mer_import_state_get_scan (self->state);
  guint                   n = preview->rows->len;
  gint64                  first = g_array_index (preview->row_numbers, gint64, 0);
  gint64                  last = g_array_index (preview->row_numbers, gint64, n - 1);
  g_autofree char        *total = NULL;

  if (scan == NULL || scan->n_rows <= n)
    return g_strdup_printf (_("Rows %d–%d are shown."), (int) first, (int) last);
  total = mer_format_count (mer_language_of_locale (), (gint64) scan->n_rows);
  return g_strdup_printf (ngettext ("Rows %d–%d of %s row are shown.",
                                    "Rows %d–%d of %s rows are shown.", scan->n_rows),
                          (int) first, (int) last, total);
}

static char *
columns_foot (const MerImportPlace *self,
              const char           *need)
{
  const MerImportPreview *preview = mer_import_state_get_preview (self->state);
  g_autofree char        *known = NULL;
  g_autofree char        *rows = NULL;

  if (preview == NULL)
    return g_strdup (need);
  if (preview->rows->len == 0)
    return g_strdup (need != NULL ? need : _("There are no rows under the header."));
  rows = rows_sentence (self);
  if (need != NULL)
    return g_strdup_printf ("%s %s", need, rows);
  if (preview->mapping == NULL)
    return g_steal_pointer (&rows);
  known = g_strdup_printf (_("Recognized by the mapping “%s”."), preview->mapping);
  return g_strdup_printf ("%s %s", known, rows);
}

/**
 * mer_import_words_foot:
 * @self: where the flow stands
 *
 * Returns: (transfer full): what stands under the step
 */
char *
mer_import_words_foot (const MerImportPlace *self)
{
  g_autofree char *need = mer_import_words_need (self);

  switch (self->step)
    {
    case MER_IMPORT_STEP_COLUMNS:
      return columns_foot (self, need);
    case MER_IMPORT_STEP_NAMES:
      return need != NULL ? g_steal_pointer (&need)
                          : g_strdup (_("What you decide is remembered with the import: the next "
                                        "file is understood by itself."));
    case MER_IMPORT_STEP_CHECK:
      return g_strdup (_("Nothing has been imported yet."));
    case MER_IMPORT_STEP_FILE:
    case MER_IMPORT_STEP_OUTCOME:
    default:
      return need != NULL ? g_steal_pointer (&need) : g_strdup ("");
    }
}

static gboolean
has_next_file (const MerImportPlace *self)
{
  guint n = mer_import_queue_get_n (self->queue);

  for (guint i = 0; i < n; i++)
    {
      MerImportState *state = mer_import_queue_get (self->queue, i);

      if (state != self->state && !mer_import_state_is_imported (state))
        return TRUE;
    }
  return FALSE;
}

/**
 * mer_import_words_next:
 * @self: where the flow stands
 *
 * Returns: (transfer none): what the button that goes on is called, with its mnemonic
 */
const char *
mer_import_words_next (const MerImportPlace *self)
{
  if (self->step == MER_IMPORT_STEP_CHECK)
    return _("_Import");
  if (self->step != MER_IMPORT_STEP_OUTCOME)
    return _("_Next");
  return has_next_file (self) ? _("_Next file") : _("_Done");
}

/**
 * mer_import_words_title:
 * @self: where the flow stands
 *
 * Returns: (transfer none): what is imported
 */
const char *
mer_import_words_title (const MerImportPlace *self)
{
  MerBatchKind kind = MER_BATCH_SURVEY;

  if (self->step == MER_IMPORT_STEP_FILE || !mer_import_state_get_kind (self->state, &kind))
    return _("Import");
  if (kind == MER_BATCH_ORGANIZATIONS)
    return _("Import of organizations");
  if (kind == MER_BATCH_CHECKLIST)
    return _("Import of checklists");
  return kind == MER_BATCH_SURVEY ? _("Import of questionnaires") : _("Import");
}

/**
 * mer_import_words_subtitle:
 * @self: where the flow stands
 *
 * Returns: (transfer full): «Файл 2 из 3: Анкеты.xlsx», "" while there is no file to name
 */
char *
mer_import_words_subtitle (const MerImportPlace *self)
{
  guint            n = mer_import_queue_get_n (self->queue);
  g_autofree char *name = NULL;

  if (self->step == MER_IMPORT_STEP_FILE)
    return g_strdup ("");
  name = mer_import_state_get_file_name (self->state);
  if (n < 2)
    return g_steal_pointer (&name);
  return g_strdup_printf (_("File %u of %u: %s"),
                             mer_import_queue_get_number (self->queue, self->state), n, name);
}
