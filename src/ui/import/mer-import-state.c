/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The model of one table's import: the options and what must be decided about its columns.
 * Invariant: a preview belongs to the present options; while a worker reads for older ones, its
 * answer is thrown away by its serial number. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/mer-name.h"
#include "import/mer-import-problems.h"
#include "ui/import/mer-import-state-private.h"

G_DEFINE_FINAL_TYPE (MerImportState, mer_import_state, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

void
mer_import_state_emit_changed (MerImportState *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
mer_import_target_free (MerImportTarget *self)
{
  g_free (self->code);
  g_free (self->title);
  g_free (self);
}

/* --- the file ----------------------------------------------------------------------- */

MerSession *
mer_import_state_get_session (MerImportState *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_STATE (self), NULL);
  return self->session;
}

void
mer_import_state_read_again (MerImportState *self)
{
  g_return_if_fail (MER_IS_IMPORT_STATE (self));
  mer_import_state_start_reading (self);
}

const char *
mer_import_state_get_file (MerImportState *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_STATE (self), NULL);
  return self->options->path;
}

char *
mer_import_state_get_file_name (MerImportState *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_STATE (self), NULL);
  return g_filename_display_basename (self->options->path);
}

/* Columns are decided by number, and a correspondence may be chosen for another header. */
static void
forget_columns (MerImportState *self)
{
  g_clear_pointer (&self->options->columns, g_ptr_array_unref);
  g_clear_pointer (&self->options->mapping, g_free);
}

void
mer_import_state_set_kind (MerImportState *self,
                           MerBatchKind    kind)
{
  g_return_if_fail (MER_IS_IMPORT_STATE (self));
  if (self->kind_known && self->options->kind == kind)
    return;
  self->options->kind = kind;
  self->kind_known = TRUE;
  forget_columns (self);
  g_clear_pointer (&self->options->values, g_ptr_array_unref);
  mer_import_state_start_reading (self);
}

gboolean
mer_import_state_get_kind (MerImportState *self,
                           MerBatchKind   *kind)
{
  g_return_val_if_fail (MER_IS_IMPORT_STATE (self), FALSE);
  if (!self->kind_known)
    return FALSE;
  *kind = self->options->kind;
  return TRUE;
}

static void
set_text (MerImportState *self,
          char          **text,
          const char     *value)
{
  if (g_strcmp0 (*text, value) == 0)
    return;
  g_free (*text);
  *text = g_strdup (value);
  forget_columns (self);
  mer_import_state_start_reading (self);
}

void
mer_import_state_set_sheet (MerImportState *self,
                            const char     *sheet)
{
  g_return_if_fail (MER_IS_IMPORT_STATE (self));
  self->options->header_row = 0;
  set_text (self, &self->options->sheet, sheet);
}

void
mer_import_state_set_encoding (MerImportState *self,
                               const char     *encoding)
{
  g_return_if_fail (MER_IS_IMPORT_STATE (self));
  set_text (self, &self->options->encoding, encoding);
}

gboolean
mer_import_state_has_own_encoding (MerImportState *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_STATE (self), FALSE);
  return self->options->encoding != NULL;
}

void
mer_import_state_set_separator (MerImportState *self,
                                char            separator)
{
  g_return_if_fail (MER_IS_IMPORT_STATE (self));
  if (self->options->separator == separator)
    return;
  self->options->separator = separator;
  forget_columns (self);
  mer_import_state_start_reading (self);
}

/**
 * mer_import_state_set_header_row:
 * @self: a state
 * @row: as the spreadsheet counts, from 1
 */
void
mer_import_state_set_header_row (MerImportState *self,
                                 guint           row)
{
  g_return_if_fail (MER_IS_IMPORT_STATE (self));
  if (self->options->header_row == row)
    return;
  self->options->header_row = row;
  forget_columns (self);
  mer_import_state_start_reading (self);
}

/**
 * mer_import_state_get_earlier:
 * @self: a state
 *
 * Returns: (transfer none) (nullable): the import of the very file, sheet and kind
 */
const MerBatch *
mer_import_state_get_earlier (MerImportState *self)
{
  const char *sheet = NULL;

  g_return_val_if_fail (MER_IS_IMPORT_STATE (self), NULL);
  sheet = self->preview != NULL ? self->preview->info.sheet : NULL;
  for (guint i = 0; self->earlier != NULL && self->preview != NULL && i < self->earlier->len; i++)
    {
      const MerBatch *batch = g_ptr_array_index (self->earlier, i);

      if (batch->kind == self->options->kind && g_strcmp0 (batch->sheet, sheet) == 0)
        return batch;
    }
  return NULL;
}

void
mer_import_state_set_keep_duplicates (MerImportState *self,
                                      gboolean        keep)
{
  g_return_if_fail (MER_IS_IMPORT_STATE (self));
  if (self->options->keep_duplicates == keep)
    return;
  self->options->keep_duplicates = keep;
  mer_import_state_drop_result (self);
  mer_import_state_emit_changed (self);
}

gboolean
mer_import_state_get_keep_duplicates (MerImportState *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_STATE (self), FALSE);
  return self->options->keep_duplicates;
}

void
mer_import_state_set_source (MerImportState *self,
                             const char     *source)
{
  g_return_if_fail (MER_IS_IMPORT_STATE (self));
  g_free (self->options->source);
  self->options->source = source != NULL && *source != '\0' ? g_strdup (source) : NULL;
}

void
mer_import_state_set_counted (MerImportState *self,
                              gboolean        counted)
{
  g_return_if_fail (MER_IS_IMPORT_STATE (self));
  self->options->not_counted = !counted;
}

gboolean
mer_import_state_get_counted (MerImportState *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_STATE (self), FALSE);
  return !self->options->not_counted;
}

/* --- columns --------------------------------------------------------------- */

/* A meaning belongs to one column: the one that had it by decision loses it. */
static void
forget_code (MerImportState *self,
             const char     *code)
{
  GPtrArray       *columns = self->options->columns;
  g_autofree char *prefix = g_strconcat (code, "=", NULL);

  for (guint i = columns != NULL ? columns->len : 0; i > 0; i--)
    if (!g_str_equal (code, "skip") && g_str_has_prefix (columns->pdata[i - 1], prefix))
      g_ptr_array_remove_index (columns, i - 1);
}

/**
 * mer_import_state_decide:
 * @self: a state with a preview
 * @column: from 0
 * @code: (nullable): a target's code, "skip", or %NULL for what was recognized
 *
 * A correspondence that was recognized stays in use for all other columns.
 */
void
mer_import_state_decide (MerImportState *self,
                         guint           column,
                         const char     *code)
{
  g_return_if_fail (MER_IS_IMPORT_STATE (self) && self->preview != NULL);
  if (self->options->mapping == NULL)
    self->options->mapping = g_strdup (self->preview->mapping);
  mer_import_state_update_remember (self, TRUE);
  if (code != NULL)
    forget_code (self, code);
  mer_import_options_decide_column (self->options, column, code);
  mer_import_state_start_reading (self);
}

const MerImportPreview *
mer_import_state_get_preview (MerImportState *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_STATE (self), NULL);
  return self->preview;
}

const GError *
mer_import_state_get_error (MerImportState *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_STATE (self), NULL);
  return self->error;
}

gboolean
mer_import_state_is_reading (MerImportState *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_STATE (self), FALSE);
  return self->reading;
}

const MerMethodology *
mer_import_state_get_methodology (MerImportState *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_STATE (self), NULL);
  return self->methodology;
}

GPtrArray *
mer_import_state_get_targets (MerImportState *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_STATE (self), NULL);
  return self->targets;
}

/* «E, H» */
static char *
undecided_columns (const MerImportPreview *preview,
                   guint                  *n)
{
  g_autoptr (GString) letters = g_string_new (NULL);

  for (guint i = 0; i < preview->columns->len; i++)
    {
      const MerImportColumn *column = g_ptr_array_index (preview->columns, i);
      g_autofree char       *letter = NULL;

      if (column->state != MER_COLUMN_DECIDE)
        continue;
      letter = mer_import_column_letters (column->index);
      g_string_append_printf (letters, "%s%s", letters->len > 0 ? ", " : "", letter);
      (*n)++;
    }
  return letters->len > 0 ? g_strdup (letters->str) : NULL;
}

/**
 * mer_import_state_get_need:
 * @self: a state
 *
 * Returns: (transfer full) (nullable): what must be done before the table can be imported
 */
char *
mer_import_state_get_need (MerImportState *self)
{
  guint            n = 0;
  g_autofree char *letters = NULL;
  g_autofree char *missing = NULL;

  g_return_val_if_fail (MER_IS_IMPORT_STATE (self), NULL);
  if (self->error != NULL)
    return g_strdup (self->error->message);
  if (!self->kind_known && !self->reading)
    return g_strdup (_("Say what the file holds: it was not recognized."));
  if (self->preview == NULL)
    return g_strdup (_("The file is being read."));
  letters = undecided_columns (self->preview, &n);
  if (letters != NULL)
    return g_strdup_printf (
      ngettext ("To continue, decide column %s.", "To continue, decide columns %s.", n), letters);
  if (self->preview->missing != NULL && self->preview->missing[0] != NULL)
    {
      missing = g_strjoinv ("; ", self->preview->missing);
      return g_strdup_printf (_("Columns are missing: %s. Choose them above the columns."),
                                 missing);
    }
  if (self->preview->obstacle != NULL)
    return g_strdup (self->preview->obstacle->message);
  return NULL;
}

/* --- what is nobody's business -------------------------------------------------------- */

/* A question that speaks of the telephone is a sentence; a column of telephones is a word. */
#define LONGEST_PRIVATE_HEADER 48

/* Whether the folded text has the word, or a word that begins so. */
static gboolean
has_word (const char *folded,
          const char *word,
          gboolean    whole)
{
  gsize length = strlen (word);

  for (const char *at = strstr (folded, word); at != NULL; at = strstr (at + 1, word))
    {
      if (at > folded && at[-1] != ' ')
        continue;
      if (!whole || at[length] == '\0' || at[length] == ' ')
        return TRUE;
    }
  return FALSE;
}

/**
 * mer_import_column_is_private:
 * @column: of a preview
 *
 * Telephone numbers, addresses and names of those who answered. A column that is imported as
 * something is not private: the user decided so, or it is a registry's.
 */
gboolean
mer_import_column_is_private (const MerImportColumn *column)
{
  static const char *const beginnings[] = { "телефон", "e mail", "e-mail", "email", "эл почт",
                                            "электронная почта", "электронной почты",
                                            "адрес электронной", "паспорт", "снилс",
                                            "дата рождения", "ip адрес", "ip-адрес", "ip address",
                                            "phone", "фамили", "отчеств", "логин", "username" };
  static const char *const words[] = { "фио", "ф и о", "имя", "почта", "mail" };
  g_autofree char         *folded = NULL;

  if ((column->state != MER_COLUMN_EXTRA && column->state != MER_COLUMN_DECIDE) ||
      g_utf8_strlen (column->header, -1) > LONGEST_PRIVATE_HEADER)
    return FALSE;
  folded = mer_name_fold (column->header, -1);
  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (has_word (folded, beginnings[i], FALSE))
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (has_word (folded, words[i], TRUE))
      return TRUE;
  return FALSE;
}

/* --- the object ------------------------------------------------------------ */

/**
 * mer_import_state_close:
 * @self: a state
 *
 * Workers hold a reference to the state until they notice.
 */
void
mer_import_state_close (MerImportState *self)
{
  g_return_if_fail (MER_IS_IMPORT_STATE (self));
  self->closed = TRUE;
  mer_import_state_drop_scan (self);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static void
mer_import_state_dispose (GObject *object)
{
  mer_import_state_close (MER_IMPORT_STATE (object));
  G_OBJECT_CLASS (mer_import_state_parent_class)->dispose (object);
}

static void
mer_import_state_finalize (GObject *object)
{
  MerImportState *self = MER_IMPORT_STATE (object);

  g_clear_pointer (&self->options, mer_import_options_free);
  g_clear_pointer (&self->preview, mer_import_preview_free);
  g_clear_pointer (&self->result, mer_import_result_free);
  g_clear_pointer (&self->methodology, mer_methodology_unref);
  g_clear_pointer (&self->targets, g_ptr_array_unref);
  g_clear_pointer (&self->earlier, g_ptr_array_unref);
  g_clear_error (&self->error);
  g_clear_error (&self->run_error);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->progress);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (mer_import_state_parent_class)->finalize (object);
}

static void
mer_import_state_class_init (MerImportStateClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mer_import_state_dispose;
  G_OBJECT_CLASS (klass)->finalize = mer_import_state_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MER_TYPE_IMPORT_STATE, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mer_import_state_init (MerImportState *self)
{
  self->targets = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_import_target_free);
}

/**
 * mer_import_state_new:
 * @session: whose document the file goes into; kept
 * @path: (type filename): the table
 *
 * Returns: (transfer full): a state that reads the head of its table
 */
MerImportState *
mer_import_state_new (MerSession *session,
                      const char *path)
{
  MerImportState *self = g_object_new (MER_TYPE_IMPORT_STATE, NULL);

  self->session = g_object_ref (session);
  self->options = mer_import_options_new (MER_BATCH_SURVEY, path);
  self->options->cycle_id = mer_session_get_cycle_id (session);
  mer_import_state_start_reading (self);
  mer_import_state_start_hashing (self);
  return self;
}
