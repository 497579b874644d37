/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The model of the import flow. Invariant: a preview belongs to the present options; while
 * a worker reads for older ones, its answer is thrown away by its serial number. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "import/mer-import-problems.h"
#include "import/mer-recognizer.h"
#include "ui/import/mer-import-state.h"

/* Rows of the preview: enough to see what a column holds, cheap enough for any file. */
#define PREVIEW_ROWS 200

struct _MerImportState
{
  GObject parent_instance;

  MerSession       *session;     /* owned */
  MerImportOptions *options;     /* owned, NULL before a file is chosen */
  gboolean          kind_known;  /* options->kind was recognized or chosen */
  MerMethodology   *methodology; /* owned, nullable: of the cycle that is imported into */
  GPtrArray        *targets;     /* owned, nullable: of MerImportTarget */

  guint             serial; /* of the last question put to a worker */
  gboolean          reading;
  MerImportPreview *preview; /* owned, nullable */
  GError           *error;   /* owned, nullable */

  GCancellable    *cancellable; /* owned, nullable: of the run */
  MerProgress     *progress;    /* owned, nullable */
  MerImportResult *result;      /* owned, nullable */
  GError          *run_error;   /* owned, nullable */
  gboolean         running;
  gboolean         imported;
};

G_DEFINE_FINAL_TYPE (MerImportState, mer_import_state, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static void
emit_changed (MerImportState *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
target_free (gpointer data)
{
  MerImportTarget *target = data;

  g_free (target->code);
  g_free (target->title);
  g_free (target);
}

/* --- reading --------------------------------------------------------------- */

typedef struct
{
  char             *document_path;
  MerImportOptions *options;
  gboolean          kind_known;
  guint             serial;
} ReadJob;

typedef struct
{
  MerImportPreview *preview; /* NULL: the kind was not recognized */
  MerBatchKind      kind;
} ReadAnswer;

static void
read_job_free (gpointer data)
{
  ReadJob *job = data;

  g_free (job->document_path);
  mer_import_options_free (job->options);
  g_free (job);
}

static void
read_answer_free (gpointer data)
{
  ReadAnswer *answer = data;

  g_clear_pointer (&answer->preview, mer_import_preview_free);
  g_free (answer);
}

/* Recognizes the kind when nobody said it, then reads the head of the table. */
static ReadAnswer *
read_table (const ReadJob *job,
            GError       **error)
{
  g_autoptr (MerDocument) document = mer_document_open_worker (job->document_path, error);
  g_autoptr (MerImportPreview) preview = NULL;
  ReadAnswer *answer = NULL;
  GError     *problem = NULL;

  if (document == NULL)
    return NULL;
  if (!job->kind_known &&
      !mer_import_guess_kind (document, job->options->path, &job->options->kind, &problem))
    {
      if (problem == NULL)
        return g_new0 (ReadAnswer, 1);
      g_propagate_error (error, problem);
      return NULL;
    }
  preview = mer_import_preview (document, job->options, PREVIEW_ROWS, error);
  if (preview == NULL)
    return NULL;
  answer = g_new0 (ReadAnswer, 1);
  answer->preview = g_steal_pointer (&preview);
  answer->kind = job->options->kind;
  return answer;
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError     *error = NULL;
  ReadAnswer *answer = read_table (task_data, &error);

  if (answer == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, answer, read_answer_free);
}

static void fill_targets (MerImportState *self);

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  MerImportState *self = MER_IMPORT_STATE (source);
  const ReadJob  *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  ReadAnswer *answer = g_task_propagate_pointer (G_TASK (result), &error);

  if (job->serial == self->serial)
    {
      self->reading = FALSE;
      g_clear_pointer (&self->preview, mer_import_preview_free);
      g_clear_error (&self->error);
      if (answer != NULL && answer->preview != NULL)
        {
          self->preview = g_steal_pointer (&answer->preview);
          self->options->kind = answer->kind;
          self->kind_known = TRUE;
          fill_targets (self);
        }
      self->error = g_steal_pointer (&error);
      emit_changed (self);
    }
  g_clear_pointer (&answer, read_answer_free);
}

/* The old preview stays until the new one is there: the table does not blink. */
static void
start_reading (MerImportState *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, read_cb, NULL);
  MerDocument *document = mer_session_get_document (self->session);
  ReadJob     *job = g_new0 (ReadJob, 1);

  job->document_path = g_strdup (mer_document_get_path (document));
  job->options = mer_import_options_copy (self->options);
  job->kind_known = self->kind_known;
  job->serial = ++self->serial;
  self->reading = TRUE;
  g_clear_pointer (&self->result, mer_import_result_free);
  g_task_set_source_tag (task, start_reading);
  g_task_set_task_data (task, job, read_job_free);
  g_task_run_in_thread (task, read_in_thread);
  emit_changed (self);
}

/* --- targets --------------------------------------------------------------- */

static void
add_target (MerImportState *self,
            const char     *code,
            char           *title)
{
  MerImportTarget *target = g_new0 (MerImportTarget, 1);

  target->code = g_strdup (code);
  target->title = title;
  g_ptr_array_add (self->targets, target);
}

static void
add_word_targets (MerImportState *self)
{
  static const char *const codes[] = { "organization", "full-name", "kind", "inn",
                                       "ogrn", "address", "site", "bus-gov-id",
                                       "head", "recipients", "parent", "date",
                                       "respondent", "comment", "profile:sex", "profile:age",
                                       "profile:role", "day", "inspector", "link", "note",
                                       "question", "asked", "positive", "source", "text" };
  guint                    i;

  for (i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      const char *title = mer_column_words_title (self->options->kind, codes[i]);

      if (title != NULL)
        add_target (self, codes[i], g_strdup (title));
    }
}

static void
add_evidence_targets (MerImportState *self)
{
  g_auto (GStrv) codes = mer_evidence_columns_codes (self->options->kind, self->methodology);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autofree char *title =
        mer_evidence_columns_title (self->options->kind, self->methodology, codes[i]);

      add_target (self, codes[i], g_strdup_printf ("%s %s", codes[i], title));
    }
}

static void
add_question_targets (MerImportState *self)
{
  guint i;

  for (i = 0; i < self->methodology->questions->len; i++)
    {
      const MerQuestion *question = g_ptr_array_index (self->methodology->questions, i);

      add_target (self, question->code,
                  g_strdup_printf ("%u. %s", i + 1, mer_question_title (question)));
    }
}

static void
add_item_targets (MerImportState *self)
{
  guint i;
  guint k;

  for (i = 0; i < self->methodology->places->len; i++)
    {
      const MerPlace *place = g_ptr_array_index (self->methodology->places, i);

      for (k = 0; k < place->items->len; k++)
        {
          const MerItem   *item = g_ptr_array_index (place->items, k);
          g_autofree char *code = g_strdup_printf ("%s/%s", place->code, item->code);

          add_target (self, code, g_strdup_printf ("%s: %s", place->title, item->text));
        }
    }
}

static gboolean
has_target (MerImportState *self,
            const char     *code)
{
  guint i;

  for (i = 0; i < self->targets->len; i++)
    {
      const MerImportTarget *target = g_ptr_array_index (self->targets, i);

      if (g_str_equal (target->code, code))
        return TRUE;
    }
  return FALSE;
}

/* Items that files added, and whatever else was recognized, can be chosen again. */
static void
add_recognized_targets (MerImportState *self)
{
  guint i;

  for (i = 0; i < self->preview->columns->len; i++)
    {
      const MerImportColumn *column = g_ptr_array_index (self->preview->columns, i);

      if (column->code != NULL && !has_target (self, column->code))
        add_target (self, column->code,
                    g_strdup (column->title != NULL ? column->title : column->header));
    }
}

static void
fill_targets (MerImportState *self)
{
  MerDocument *document = mer_session_get_document (self->session);
  g_autoptr (MerCycle) cycle = mer_store_cycle (document, self->options->cycle_id, NULL);
  gint64 id =
    cycle != NULL ? cycle->methodology_id : mer_store_latest_methodology_id (document);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->methodology, mer_methodology_unref);
  self->methodology = mer_store_methodology (document, id, &error);
  if (self->methodology == NULL)
    g_warning ("the methodology of the cycle: %s", error->message);
  g_ptr_array_set_size (self->targets, 0);
  add_word_targets (self);
  if (self->methodology != NULL && self->options->kind == MER_BATCH_SURVEY)
    add_question_targets (self);
  else if (self->methodology != NULL && self->options->kind > MER_BATCH_SURVEY)
    add_evidence_targets (self);
  else if (self->methodology != NULL && self->options->kind == MER_BATCH_CHECKLIST)
    add_item_targets (self);
  add_recognized_targets (self);
}

/* --- the run --------------------------------------------------------------- */

static char *
run_label (MerImportState *self)
{
  g_autofree char *name = mer_import_state_get_file_name (self);

  return g_strdup_printf (_("Importing “%s”"), name);
}

static void
run_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (MerImportState) self = user_data;
  gboolean written = self->options != NULL && !self->options->dry_run;

  self->running = FALSE;
  mer_session_release_busy (self->session);
  g_clear_error (&self->run_error);
  g_clear_pointer (&self->result, mer_import_result_free);
  self->result = mer_import_run_finish (result, &self->run_error);
  self->imported = written && self->result != NULL && self->result->obstacle == NULL;
  if (written)
    mer_document_refresh (mer_session_get_document (self->session));
  emit_changed (self);
}

/**
 * mer_import_state_run:
 * @self: a state with a preview
 * @dry_run: whether nothing is to be written
 *
 * Starts the worker; nothing happens while one is running.
 */
void
mer_import_state_run (MerImportState *self,
                      gboolean        dry_run)
{
  MerDocument     *document;
  g_autofree char *label = NULL;

  g_return_if_fail (MER_IS_IMPORT_STATE (self) && self->options != NULL);
  if (self->running)
    return;
  document = mer_session_get_document (self->session);
  label = run_label (self);
  self->options->dry_run = dry_run;
  self->running = TRUE;
  g_clear_error (&self->run_error);
  g_clear_pointer (&self->result, mer_import_result_free);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->progress);
  self->cancellable = g_cancellable_new ();
  self->progress = mer_progress_new ();
  mer_session_hold_busy (self->session);
  mer_import_run_async (mer_document_get_path (document), self->options, label, self->progress,
                        self->cancellable, run_cb, g_object_ref (self));
  emit_changed (self);
}

void
mer_import_state_cancel (MerImportState *self)
{
  g_return_if_fail (MER_IS_IMPORT_STATE (self));
  if (self->running)
    g_cancellable_cancel (self->cancellable);
}

gboolean
mer_import_state_is_running (MerImportState *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_STATE (self), FALSE);
  return self->running;
}

MerProgress *
mer_import_state_get_progress (MerImportState *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_STATE (self), NULL);
  return self->progress;
}

const MerImportResult *
mer_import_state_get_result (MerImportState *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_STATE (self), NULL);
  return self->result;
}

const GError *
mer_import_state_get_run_error (MerImportState *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_STATE (self), NULL);
  return self->run_error;
}

gboolean
mer_import_state_is_imported (MerImportState *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_STATE (self), FALSE);
  return self->imported;
}

/**
 * mer_import_state_undo:
 * @self: a state whose import stands in the document
 *
 * Undoes the last action, which is the import: the flow fills the window, so that nothing
 * else can have been done since.
 *
 * Returns: whether it was taken back; if not, the session has said why
 */
gboolean
mer_import_state_undo (MerImportState *self)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (MER_IS_IMPORT_STATE (self) && self->imported, FALSE);
  if (!mer_document_undo (mer_session_get_document (self->session), &error))
    {
      mer_session_fail (self->session, _("The import was not undone"), error);
      return FALSE;
    }
  self->imported = FALSE;
  emit_changed (self);
  return TRUE;
}

/* --- options --------------------------------------------------------------- */

/**
 * mer_import_state_set_file:
 * @self: a state
 * @path: (type filename): the table to import
 *
 * Forgets everything about the file before and starts to read this one.
 */
void
mer_import_state_set_file (MerImportState *self,
                           const char     *path)
{
  g_return_if_fail (MER_IS_IMPORT_STATE (self) && path != NULL);
  g_clear_pointer (&self->options, mer_import_options_free);
  g_clear_pointer (&self->preview, mer_import_preview_free);
  g_clear_error (&self->error);
  self->options = mer_import_options_new (MER_BATCH_SURVEY, path);
  self->options->cycle_id = mer_session_get_cycle_id (self->session);
  self->options->columns = g_ptr_array_new_with_free_func (g_free);
  self->kind_known = FALSE;
  self->imported = FALSE;
  start_reading (self);
}

const char *
mer_import_state_get_file (MerImportState *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_STATE (self), NULL);
  return self->options != NULL ? self->options->path : NULL;
}

char *
mer_import_state_get_file_name (MerImportState *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_STATE (self), NULL);
  return self->options != NULL ? g_filename_display_basename (self->options->path) : g_strdup ("");
}

void
mer_import_state_set_kind (MerImportState *self,
                           MerBatchKind    kind)
{
  g_return_if_fail (MER_IS_IMPORT_STATE (self));
  if (self->options == NULL || (self->kind_known && self->options->kind == kind))
    return;
  self->options->kind = kind;
  self->kind_known = TRUE;
  g_ptr_array_set_size (self->options->columns, 0);
  start_reading (self);
}

gboolean
mer_import_state_get_kind (MerImportState *self,
                           MerBatchKind   *kind)
{
  g_return_val_if_fail (MER_IS_IMPORT_STATE (self), FALSE);
  if (self->options == NULL || !self->kind_known)
    return FALSE;
  *kind = self->options->kind;
  return TRUE;
}

/* Columns are decided by number: another sheet has others. */
static void
set_text (MerImportState *self,
          char          **text,
          const char     *value)
{
  if (g_strcmp0 (*text, value) == 0)
    return;
  g_free (*text);
  *text = g_strdup (value);
  g_ptr_array_set_size (self->options->columns, 0);
  start_reading (self);
}

void
mer_import_state_set_sheet (MerImportState *self,
                            const char     *sheet)
{
  g_return_if_fail (MER_IS_IMPORT_STATE (self) && self->options != NULL);
  self->options->header_row = 0;
  set_text (self, &self->options->sheet, sheet);
}

void
mer_import_state_set_encoding (MerImportState *self,
                               const char     *encoding)
{
  g_return_if_fail (MER_IS_IMPORT_STATE (self) && self->options != NULL);
  set_text (self, &self->options->encoding, encoding);
}

void
mer_import_state_set_separator (MerImportState *self,
                                char            separator)
{
  g_return_if_fail (MER_IS_IMPORT_STATE (self) && self->options != NULL);
  if (self->options->separator == separator)
    return;
  self->options->separator = separator;
  g_ptr_array_set_size (self->options->columns, 0);
  start_reading (self);
}

/**
 * mer_import_state_set_header_row:
 * @self: a state with a file
 * @row: as the spreadsheet counts, from 1
 */
void
mer_import_state_set_header_row (MerImportState *self,
                                 guint           row)
{
  g_return_if_fail (MER_IS_IMPORT_STATE (self) && self->options != NULL);
  if (self->options->header_row == row)
    return;
  self->options->header_row = row;
  g_ptr_array_set_size (self->options->columns, 0);
  start_reading (self);
}

/* --- columns --------------------------------------------------------------- */

/* Takes back what was decided about a column. */
static void
forget_decision (MerImportState *self,
                 const char     *suffix)
{
  guint i;

  for (i = self->options->columns->len; i > 0; i--)
    if (g_str_has_suffix (g_ptr_array_index (self->options->columns, i - 1), suffix))
      g_ptr_array_remove_index (self->options->columns, i - 1);
}

/* A meaning belongs to one column: the one that had it by decision loses it. */
static void
forget_code (MerImportState *self,
             const char     *code)
{
  g_autofree char *prefix = g_strconcat (code, "=", NULL);
  guint            i;

  for (i = self->options->columns->len; i > 0; i--)
    if (!g_str_equal (code, "skip") &&
        g_str_has_prefix (g_ptr_array_index (self->options->columns, i - 1), prefix))
      g_ptr_array_remove_index (self->options->columns, i - 1);
}

/**
 * mer_import_state_decide:
 * @self: a state with a preview
 * @column: from 0
 * @code: (nullable): a target's code, "skip", or %NULL for what was recognized
 */
void
mer_import_state_decide (MerImportState *self,
                         guint           column,
                         const char     *code)
{
  g_autofree char *suffix = NULL;

  g_return_if_fail (MER_IS_IMPORT_STATE (self) && self->options != NULL);
  suffix = g_strdup_printf ("=%u", column + 1);
  forget_decision (self, suffix);
  if (code != NULL)
    {
      forget_code (self, code);
      g_ptr_array_add (self->options->columns, g_strconcat (code, suffix, NULL));
    }
  start_reading (self);
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
  guint i;

  for (i = 0; i < preview->columns->len; i++)
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
  if (self->options == NULL)
    return g_strdup (_("Choose a file."));
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

void
mer_import_state_set_create (MerImportState *self,
                             gboolean        create)
{
  g_return_if_fail (MER_IS_IMPORT_STATE (self) && self->options != NULL);
  self->options->create_organizations = create;
}

gboolean
mer_import_state_get_create (MerImportState *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_STATE (self), FALSE);
  return self->options != NULL && self->options->create_organizations;
}

/* --- the object ------------------------------------------------------------ */

static void
mer_import_state_finalize (GObject *object)
{
  MerImportState *self = MER_IMPORT_STATE (object);

  g_clear_pointer (&self->options, mer_import_options_free);
  g_clear_pointer (&self->preview, mer_import_preview_free);
  g_clear_pointer (&self->result, mer_import_result_free);
  g_clear_pointer (&self->methodology, mer_methodology_unref);
  g_clear_pointer (&self->targets, g_ptr_array_unref);
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
  G_OBJECT_CLASS (klass)->finalize = mer_import_state_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", MER_TYPE_IMPORT_STATE, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mer_import_state_init (MerImportState *self)
{
  self->targets = g_ptr_array_new_with_free_func (target_free);
}

/**
 * mer_import_state_new:
 * @session: whose document the file goes into; kept
 *
 * Returns: (transfer full): a state without a file
 */
MerImportState *
mer_import_state_new (MerSession *session)
{
  MerImportState *self = g_object_new (MER_TYPE_IMPORT_STATE, NULL);

  self->session = g_object_ref (session);
  return self;
}
