/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the whole table holds, counted by a worker, and what the user decides about it. A
 * decision changes the options and the scan alike: nothing has to be read again for it. */

#include "config.h"

#include <string.h>

#include "core/mer-evidence.h"
#include "core/mer-name.h"
#include "store/mer-registry-store.h"
#include "ui/import/mer-import-state-private.h"

/* --- scanning ------------------------------------------------------------------------- */

typedef struct
{
  char             *document_path;
  MerImportOptions *options;
  MerProgress      *progress;
  guint             serial;
} ScanJob;

typedef struct
{
  MerImportScan *scan;
  GPtrArray     *known;
} ScanAnswer;

static void
scan_job_free (gpointer data)
{
  ScanJob *job = data;

  g_free (job->document_path);
  mer_import_options_free (job->options);
  g_object_unref (job->progress);
  g_free (job);
}

static void
scan_answer_free (gpointer data)
{
  ScanAnswer *answer = data;

  g_clear_pointer (&answer->scan, mer_import_scan_free);
  g_clear_pointer (&answer->known, g_ptr_array_unref);
  g_free (answer);
}

static void
known_free (gpointer data)
{
  MerImportKnown *known = data;

  g_free (known->name);
  g_free (known->key);
  g_free (known);
}

/* The registry: (transfer full) (element-type MerImportKnown). */
static GPtrArray *
read_known (MerDocument *document,
            GError     **error)
{
  g_autoptr (GPtrArray) organizations = mer_store_organizations (document, error);
  GPtrArray *all = NULL;

  if (organizations == NULL)
    return NULL;
  all = g_ptr_array_new_full (organizations->len, known_free);
  for (guint i = 0; i < organizations->len; i++)
    {
      const MerOrganization *organization = g_ptr_array_index (organizations, i);
      const char            *full = organization->full_name;
      g_autofree char       *words =
        g_strjoin (" ", organization->name, full != NULL ? full : "", organization->inn, NULL);
      MerImportKnown *known = g_new0 (MerImportKnown, 1);

      known->id = organization->id;
      known->name = g_strdup (organization->name);
      known->key = mer_name_fold (words, -1);
      g_ptr_array_add (all, known);
    }
  return all;
}

static void
scan_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const ScanJob *job = task_data;
  ScanAnswer    *answer = g_new0 (ScanAnswer, 1);
  GError        *error = NULL;
  g_autoptr (MerDocument) document = mer_document_open_worker (job->document_path, &error);

  if (document != NULL)
    answer->scan = mer_import_scan (document, job->options, job->progress, cancellable, &error);
  if (answer->scan != NULL)
    answer->known = read_known (document, &error);
  if (answer->known != NULL)
    {
      g_task_return_pointer (task, answer, scan_answer_free);
      return;
    }
  scan_answer_free (answer);
  g_task_return_error (task, error);
}

static void
take_known (MerImportState *self,
            GPtrArray      *known)
{
  self->known = known;
  self->known_by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < known->len; i++)
    {
      MerImportKnown *one = g_ptr_array_index (known, i);

      g_hash_table_insert (self->known_by_id, &one->id, one);
    }
}

static void
scan_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  MerImportState *self = MER_IMPORT_STATE (source);
  const ScanJob  *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  ScanAnswer *answer = g_task_propagate_pointer (G_TASK (result), &error);

  if (job->serial == self->scan_serial && !self->closed)
    {
      g_clear_object (&self->scan_cancellable);
      if (answer != NULL)
        {
          self->scan = g_steal_pointer (&answer->scan);
          take_known (self, g_steal_pointer (&answer->known));
        }
      self->scan_error = g_steal_pointer (&error);
      mer_import_state_emit_changed (self);
    }
  g_clear_pointer (&answer, scan_answer_free);
}

void
mer_import_state_drop_scan (MerImportState *self)
{
  self->scan_serial++;
  if (self->scan_cancellable != NULL)
    g_cancellable_cancel (self->scan_cancellable);
  g_clear_object (&self->scan_cancellable);
  g_clear_object (&self->scan_progress);
  g_clear_pointer (&self->scan, mer_import_scan_free);
  g_clear_pointer (&self->known_by_id, g_hash_table_unref);
  g_clear_pointer (&self->known, g_ptr_array_unref);
  g_clear_error (&self->scan_error);
}

void
mer_import_state_update_scan (MerImportState *self)
{
  g_autoptr (GTask) task = NULL;
  ScanJob *job = NULL;

  if (!self->scan_wanted || self->reading || self->preview == NULL ||
      self->preview->obstacle != NULL || self->scan != NULL || self->scan_cancellable != NULL)
    return;
  mer_import_state_drop_scan (self);
  self->scan_cancellable = g_cancellable_new ();
  self->scan_progress = mer_progress_new ();
  task = g_task_new (self, self->scan_cancellable, scan_cb, NULL);
  job = g_new0 (ScanJob, 1);
  job->document_path =
    g_strdup (mer_document_get_path (mer_session_get_document (self->session)));
  job->options = mer_import_options_copy (self->options);
  job->progress = g_object_ref (self->scan_progress);
  job->serial = self->scan_serial;
  g_task_set_source_tag (task, mer_import_state_update_scan);
  g_task_set_task_data (task, job, scan_job_free);
  g_task_run_in_thread (task, scan_in_thread);
}

/**
 * mer_import_state_want_scan:
 * @self: a state
 *
 * The table is the one that the user works on: it may be read whole in the background.
 */
void
mer_import_state_want_scan (MerImportState *self)
{
  g_return_if_fail (MER_IS_IMPORT_STATE (self));
  self->scan_wanted = TRUE;
  mer_import_state_update_scan (self);
}

const MerImportScan *
mer_import_state_get_scan (MerImportState *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_STATE (self), NULL);
  return self->scan;
}

const GError *
mer_import_state_get_scan_error (MerImportState *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_STATE (self), NULL);
  return self->scan_error;
}

gboolean
mer_import_state_is_scanning (MerImportState *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_STATE (self), FALSE);
  return self->scan_cancellable != NULL;
}

MerProgress *
mer_import_state_get_scan_progress (MerImportState *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_STATE (self), NULL);
  return self->scan_progress;
}

/* --- values --------------------------------------------------------------------------- */

const MerImportColumnValues *
mer_import_state_get_values (MerImportState *self,
                             guint           column)
{
  g_return_val_if_fail (MER_IS_IMPORT_STATE (self), NULL);
  for (guint i = 0; self->scan != NULL && i < self->scan->columns->len; i++)
    {
      const MerImportColumnValues *values = g_ptr_array_index (self->scan->columns, i);

      if (values->index == column)
        return values;
    }
  return NULL;
}

/* As MerImportValue.option has it: −1 when the column has no such option. */
static int
option_of (MerImportState        *self,
           const MerImportColumn *column,
           const char            *option)
{
  static const struct
  {
    const char *text;
    MerMark     mark;
  } marks[] = { { "1", MER_MARK_PRESENT },
                { "0.5", MER_MARK_HALF },
                { "0", MER_MARK_ABSENT },
                { "", MER_MARK_NOT_REQUIRED } };
  const MerQuestion *question = NULL;
  int                index = -1;

  if (strchr (column->code, '/') != NULL)
    {
      for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
        if (g_str_equal (marks[i].text, option))
          return (int) marks[i].mark;
      return -1;
    }
  if (*option == '\0')
    return MER_IMPORT_VALUE_BLANK;
  index = mer_methodology_find_question (self->methodology, column->code);
  question = index >= 0 ? g_ptr_array_index (self->methodology->questions, index) : NULL;
  for (guint i = 0; question != NULL && i < question->options->len; i++)
    if (g_str_equal (((const MerOption *) question->options->pdata[i])->text, option))
      return (int) i;
  return -1;
}

/* The same decision in what is counted already. */
static void
note_value (MerImportState              *self,
            const MerImportColumnValues *values,
            const char                  *spelling,
            const char                  *option)
{
  const MerImportColumn *column = g_ptr_array_index (self->preview->columns, values->index);
  g_autofree char       *key = mer_name_fold (spelling, -1);

  for (guint i = 0; i < values->values->len; i++)
    {
      MerImportValue  *value = g_ptr_array_index (values->values, i);
      g_autofree char *other = mer_name_fold (value->spelling, -1);

      if (!g_str_equal (key, other))
        continue;
      value->option = option_of (self, column, option);
      value->decided = TRUE;
    }
}

/**
 * mer_import_state_decide_value:
 * @self: a state with a scan
 * @column: from 0
 * @spelling: as it stands in the file
 * @option: what it means, as in MerValueDecision
 * @everywhere: in all columns that have it, too
 */
void
mer_import_state_decide_value (MerImportState *self,
                               guint           column,
                               const char     *spelling,
                               const char     *option,
                               gboolean        everywhere)
{
  const MerImportColumn *of = NULL;

  g_return_if_fail (MER_IS_IMPORT_STATE (self) && self->preview != NULL);
  g_return_if_fail (column < self->preview->columns->len);
  of = g_ptr_array_index (self->preview->columns, column);
  g_return_if_fail (of->code != NULL);
  if (self->options->mapping == NULL)
    self->options->mapping = g_strdup (self->preview->mapping);
  mer_import_state_update_remember (self, TRUE);
  mer_import_options_decide_value (self->options, of->code, spelling, option);
  if (everywhere)
    mer_import_options_decide_value (self->options, "*", spelling, option);
  for (guint i = 0; self->scan != NULL && i < self->scan->columns->len; i++)
    {
      const MerImportColumnValues *values = g_ptr_array_index (self->scan->columns, i);

      if (everywhere || values->index == column)
        note_value (self, values, spelling, option);
    }
  mer_import_state_drop_result (self);
  mer_import_state_emit_changed (self);
}

/* --- names ---------------------------------------------------------------------------- */

const GPtrArray *
mer_import_state_get_known (MerImportState *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_STATE (self), NULL);
  return self->known;
}

const char *
mer_import_state_get_known_name (MerImportState *self,
                                 gint64          id)
{
  const MerImportKnown *known = NULL;

  g_return_val_if_fail (MER_IS_IMPORT_STATE (self), NULL);
  if (self->known_by_id != NULL)
    known = g_hash_table_lookup (self->known_by_id, &id);
  return known != NULL ? known->name : NULL;
}

gboolean
mer_import_state_has_names (MerImportState *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_STATE (self), FALSE);
  return self->kind_known && self->options->kind != MER_BATCH_ORGANIZATIONS;
}

/**
 * mer_import_name_is_open:
 * @name: of a scan
 *
 * What is only like a name of the registry is never taken for it without being asked.
 */
gboolean
mer_import_name_is_open (const MerImportName *name)
{
  return !name->decided &&
         (name->state == MER_IMPORT_NAME_SIMILAR || name->state == MER_IMPORT_NAME_AMBIGUOUS ||
          name->state == MER_IMPORT_NAME_UNKNOWN);
}

guint
mer_import_state_count_open_names (MerImportState *self)
{
  guint n = 0;

  g_return_val_if_fail (MER_IS_IMPORT_STATE (self), 0);
  for (guint i = 0; self->scan != NULL && i < self->scan->names->len; i++)
    n += mer_import_name_is_open (g_ptr_array_index (self->scan->names, i)) ? 1 : 0;
  return n;
}

/* The scan is ours: its names are const only for those who look at them. */
static MerImportName *
own_name (MerImportState      *self,
          const MerImportName *name)
{
  guint at = 0;

  if (self->scan == NULL || !g_ptr_array_find (self->scan->names, name, &at))
    return NULL;
  return g_ptr_array_index (self->scan->names, at);
}

static void
decide_name (MerImportState *self,
             MerImportName  *name,
             MerNameAction   action,
             gint64          organization_id)
{
  name->decided = TRUE;
  name->decision.name = name->name;
  name->decision.action = action;
  name->decision.organization_id = organization_id;
  mer_import_options_decide_name (self->options, name->name, action, organization_id);
}

static void
names_changed (MerImportState *self)
{
  mer_import_state_drop_result (self);
  mer_import_state_emit_changed (self);
}

void
mer_import_state_decide_name (MerImportState      *self,
                              const MerImportName *name,
                              MerNameAction        action,
                              gint64               organization_id)
{
  MerImportName *own;

  g_return_if_fail (MER_IS_IMPORT_STATE (self));
  own = own_name (self, name);
  g_return_if_fail (own != NULL);
  decide_name (self, own, action, organization_id);
  names_changed (self);
}

void
mer_import_state_forget_name (MerImportState      *self,
                              const MerImportName *name)
{
  MerImportName *own;

  g_return_if_fail (MER_IS_IMPORT_STATE (self));
  own = own_name (self, name);
  g_return_if_fail (own != NULL);
  own->decided = FALSE;
  mer_import_options_forget_name (self->options, own->name);
  names_changed (self);
}

void
mer_import_state_decide_unknown (MerImportState *self,
                                 MerNameAction   action)
{
  g_return_if_fail (MER_IS_IMPORT_STATE (self) && action != MER_NAME_CHOOSE);
  for (guint i = 0; self->scan != NULL && i < self->scan->names->len; i++)
    {
      MerImportName *name = g_ptr_array_index (self->scan->names, i);

      if (name->state == MER_IMPORT_NAME_UNKNOWN && !name->decided)
        decide_name (self, name, action, 0);
    }
  names_changed (self);
}

void
mer_import_state_accept_exact (MerImportState *self)
{
  g_return_if_fail (MER_IS_IMPORT_STATE (self));
  for (guint i = 0; self->scan != NULL && i < self->scan->names->len; i++)
    {
      MerImportName *name = g_ptr_array_index (self->scan->names, i);

      if (name->state != MER_IMPORT_NAME_EXACT && name->state != MER_IMPORT_NAME_ALIAS)
        continue;
      name->decided = FALSE;
      mer_import_options_forget_name (self->options, name->name);
    }
  names_changed (self);
}
