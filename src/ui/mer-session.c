/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The model of a document window: document, cycle, results. At most one worker runs; a
 * change that comes while it runs makes it start again when it has ended, so that what is
 * shown last always belongs to the last revision. */

#include "config.h"

#include <glib/gi18n.h>

#include "cycle/mer-cycle-settings.h"
#include "store/mer-record-store.h"
#include "ui/mer-document-work.h"
#include "ui/mer-record-reader.h"
#include "ui/mer-session.h"

struct _MerSession
{
  GObject parent_instance;

  /* owned */
  MerDocument  *document;
  MerResults   *results;
  GError       *problem;
  GCancellable *cancellable;

  gint64   cycle_id;
  gint64   loaded_revision;
  guint    busy;
  gboolean loading;
  gboolean stale;                     /* something changed while the worker was running */
  gboolean reading;                   /* the records */
  guint    told_idle;                 /* tells of a change that left the results as they were */
  gint64   read_revision, read_cycle; /* when the worker began */
  gboolean unread;                    /* they could not be: whoever wants them tries by himself */

  gboolean closed; /* the cycle, when it was last asked for */
  gint64   asked_revision, asked_cycle;
};

G_DEFINE_FINAL_TYPE (MerSession, mer_session, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_DOCUMENT,
  PROP_CYCLE_ID,
  PROP_BUSY,
  N_PROPS,
};
static GParamSpec *properties[N_PROPS];

enum
{
  RESULTS_CHANGED,
  RECORDS_READ,
  PERFORMED,
  FAILED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static void start_loading (MerSession *self);
static void want_records (MerSession *self);

/* What a worker reads: NOT_FOUND where there is no cycle. */
static gpointer
read_results (MerDocument  *document,
              gint64        cycle_id,
              GCancellable *cancellable,
              GError      **error)
{
  return mer_results_load_all_years (document, cycle_id, cancellable, error);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  MerSession *self = MER_SESSION (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (MerResults) read = g_task_propagate_pointer (G_TASK (result), &error);

  self->loading = FALSE;
  mer_session_release_busy (self);
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (self->stale)
    {
      start_loading (self);
      return;
    }
  /* the cycle that was looked at is gone: its making was undone, or another program deleted it */
  if (self->cycle_id != 0 &&
      g_error_matches (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND))
    {
      mer_session_set_cycle_id (self, 0);
      return;
    }
  g_clear_pointer (&self->results, mer_results_unref);
  self->results = g_steal_pointer (&read);
  g_clear_error (&self->problem);
  /* No cycle yet is a state of a document, not a problem of it. */
  if (error && !g_error_matches (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND))
    self->problem = g_steal_pointer (&error);
  self->loaded_revision = mer_document_work_get_revision (G_TASK (result));
  want_records (self);
  g_signal_emit (self, signals[RESULTS_CHANGED], 0);
}

static void
start_loading (MerSession *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->loading)
    {
      self->stale = TRUE;
      return;
    }
  self->loading = TRUE;
  self->stale = FALSE;
  mer_session_hold_busy (self);
  task = g_task_new (self, self->cancellable, loaded_cb, NULL);
  g_task_set_source_tag (task, start_loading);
  mer_document_work_run (task, self->document, self->cycle_id, read_results,
                         (GDestroyNotify) mer_results_unref);
}

/* --- records --------------------------------------------------------------------------------- */

static gboolean
are_records_there (MerSession *self)
{
  g_autoptr (MerCycle) cycle = NULL;

  return self->unread || !mer_store_find_cycle (self->document, self->cycle_id, &cycle, NULL) ||
         cycle == NULL || mer_store_has_snapshots (self->document, cycle->id);
}

static void start_reading (MerSession *self);

/* Whether nothing has happened since that would make another try end otherwise. */
static gboolean
is_as_when_read (MerSession *self)
{
  return self->read_revision == mer_document_get_revision (self->document) &&
         self->read_cycle == self->cycle_id;
}

static void
records_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (MerSession) self = user_data;
  g_autoptr (GError) error = NULL;

  mer_records_read_finish (result, &error);
  self->reading = FALSE;
  mer_session_release_busy (self);
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  /* the file may be of a revision that this connection has not heard of yet */
  if (!are_records_there (self) && (error != NULL || is_as_when_read (self)))
    self->unread = TRUE;
  if (!are_records_there (self))
    start_reading (self); /* it was written to meanwhile, or another cycle is looked at */
  else
    g_signal_emit (self, signals[RECORDS_READ], 0);
}

static void
start_reading (MerSession *self)
{
  if (self->reading)
    return;
  self->reading = TRUE;
  self->read_revision = mer_document_get_revision (self->document);
  self->read_cycle = self->cycle_id;
  mer_session_hold_busy (self);
  mer_records_read_async (self->document, self->cycle_id, self->cancellable, records_read_cb,
                          g_object_ref (self));
}

/* Those of the cycle that is looked at, wherever a page may want them soon. */
static void
want_records (MerSession *self)
{
  if (!self->reading && !are_records_there (self))
    start_reading (self);
}

gboolean
mer_session_has_records (MerSession *self)
{
  g_return_val_if_fail (MER_IS_SESSION (self), FALSE);
  want_records (self);
  return !self->reading;
}

/* --- changes --------------------------------------------------------------------------------- */

/* Scores of a region take longer to compute than an item of a plan takes to change, and do not
 * depend on it. */
static gboolean
are_results_as_before (MerSession *self)
{
  return !self->loading && self->results != NULL &&
         self->loaded_revision >= mer_document_get_scored_revision (self->document);
}

static gboolean
tell_cb (gpointer user_data)
{
  MerSession *self = user_data;

  self->told_idle = 0;
  g_signal_emit (self, signals[RESULTS_CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
document_changed_cb (MerSession *self)
{
  self->unread = FALSE;
  if (!are_results_as_before (self))
    {
      start_loading (self);
      return;
    }
  self->loaded_revision = mer_document_get_revision (self->document);
  want_records (self);
  if (self->told_idle == 0)
    self->told_idle = g_idle_add (tell_cb, self);
}

static void
mer_session_constructed (GObject *object)
{
  MerSession *self = MER_SESSION (object);

  G_OBJECT_CLASS (mer_session_parent_class)->constructed (object);
  g_signal_connect_object (self->document, "changed", G_CALLBACK (document_changed_cb), self,
                           G_CONNECT_SWAPPED);
  start_loading (self);
}

static void
mer_session_dispose (GObject *object)
{
  MerSession *self = MER_SESSION (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->told_idle, g_source_remove);
  G_OBJECT_CLASS (mer_session_parent_class)->dispose (object);
}

static void
mer_session_finalize (GObject *object)
{
  MerSession *self = MER_SESSION (object);

  g_clear_pointer (&self->results, mer_results_unref);
  g_clear_error (&self->problem);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (mer_session_parent_class)->finalize (object);
}

static void
mer_session_get_property (GObject    *object,
                          guint       property_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  MerSession *self = MER_SESSION (object);

  switch (property_id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    case PROP_CYCLE_ID:
      g_value_set_int64 (value, self->cycle_id);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->busy > 0);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mer_session_set_property (GObject      *object,
                          guint         property_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  MerSession *self = MER_SESSION (object);

  switch (property_id)
    {
    case PROP_DOCUMENT:
      self->document = g_value_dup_object (value);
      break;
    case PROP_CYCLE_ID:
      mer_session_set_cycle_id (self, g_value_get_int64 (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mer_session_class_init (MerSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = mer_session_constructed;
  object_class->dispose = mer_session_dispose;
  object_class->finalize = mer_session_finalize;
  object_class->get_property = mer_session_get_property;
  object_class->set_property = mer_session_set_property;

  properties[PROP_DOCUMENT] =
    g_param_spec_object ("document", NULL, NULL, MER_TYPE_DOCUMENT,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_CYCLE_ID] =
    g_param_spec_int64 ("cycle-id", NULL, NULL, 0, G_MAXINT64, 0,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_BUSY] =
    g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[RESULTS_CHANGED] = g_signal_new ("results-changed", MER_TYPE_SESSION, G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[RECORDS_READ] = g_signal_new ("records-read", MER_TYPE_SESSION, G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[PERFORMED] = g_signal_new ("performed", MER_TYPE_SESSION, G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                     G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[FAILED] = g_signal_new ("failed", MER_TYPE_SESSION, G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  G_TYPE_STRING, G_TYPE_ERROR);
}

static void
mer_session_init (MerSession *self)
{
  self->cancellable = g_cancellable_new ();
  self->loaded_revision = -1;
  self->asked_revision = -1;
}

/**
 * mer_session_new:
 * @document: an open document
 *
 * Starts to compute the results of its latest cycle at once.
 *
 * Returns: (transfer full): a session
 */
MerSession *
mer_session_new (MerDocument *document)
{
  g_return_val_if_fail (MER_IS_DOCUMENT (document), NULL);
  return g_object_new (MER_TYPE_SESSION, "document", document, NULL);
}

MerDocument *
mer_session_get_document (MerSession *self)
{
  g_return_val_if_fail (MER_IS_SESSION (self), NULL);
  return self->document;
}

MerResults *
mer_session_get_results (MerSession *self)
{
  g_return_val_if_fail (MER_IS_SESSION (self), NULL);
  return self->results;
}

const GError *
mer_session_get_problem (MerSession *self)
{
  g_return_val_if_fail (MER_IS_SESSION (self), NULL);
  return self->problem;
}

gboolean
mer_session_is_current (MerSession *self)
{
  g_return_val_if_fail (MER_IS_SESSION (self), FALSE);
  return !self->loading && !self->reading && self->told_idle == 0 &&
         self->loaded_revision == mer_document_get_revision (self->document);
}

gint64
mer_session_get_cycle_id (MerSession *self)
{
  g_return_val_if_fail (MER_IS_SESSION (self), 0);
  return self->cycle_id;
}

/**
 * mer_session_set_cycle_id:
 * @self: a session
 * @cycle_id: a cycle of the document, or 0 for the latest
 *
 * The old results stay until the worker has computed those of this cycle.
 */
void
mer_session_set_cycle_id (MerSession *self,
                          gint64      cycle_id)
{
  g_return_if_fail (MER_IS_SESSION (self));
  if (self->cycle_id == cycle_id)
    return;
  self->cycle_id = cycle_id;
  self->unread = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CYCLE_ID]);
  start_loading (self);
}

/**
 * mer_session_may_write:
 * @self: a session
 *
 * What a page asks before it offers to change something. While there is no cycle yet, the document
 * alone decides.
 *
 * Returns: whether a change of the cycle that is looked at can be stored
 */
gboolean
mer_session_may_write (MerSession *self)
{
  return mer_session_why_read_only (self) == NULL;
}

/* FALSE: it cannot be read. */
static gboolean
read_closed (MerSession *self,
             gboolean   *closed)
{
  g_autoptr (MerCycle) cycle = NULL;
  g_autoptr (GHashTable) settings = NULL;

  *closed = FALSE;
  if (!mer_store_find_cycle (self->document, self->cycle_id, &cycle, NULL))
    return FALSE;
  if (cycle == NULL)
    return TRUE;
  settings = mer_store_cycle_settings (self->document, cycle->id, NULL);
  *closed = settings == NULL || *mer_cycle_settings_get (settings, MER_SETTING_CLOSED) != '\0';
  return settings != NULL;
}

/* Every field of a form asks, and every action of a page: the document is asked once for each of
 * its revisions. */
static gboolean
is_closed (MerSession *self)
{
  gint64 revision = mer_document_get_revision (self->document);

  if (self->asked_revision != revision || self->asked_cycle != self->cycle_id)
    {
      self->asked_revision = read_closed (self, &self->closed) ? revision : -1;
      self->asked_cycle = self->cycle_id;
    }
  return self->closed;
}

/**
 * mer_session_why_read_only:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): a sentence for the user; NULL when
 *   mer_session_may_write()
 */
const char *
mer_session_why_read_only (MerSession *self)
{
  g_return_val_if_fail (MER_IS_SESSION (self), NULL);
  if (mer_document_is_read_only (self->document))
    return _("The document is open for reading only.");
  if (is_closed (self))
    return _("The cycle is closed. Open it again to change its records.");
  return NULL;
}

void
mer_session_hold_busy (MerSession *self)
{
  g_return_if_fail (MER_IS_SESSION (self));
  if (self->busy++ == 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

void
mer_session_release_busy (MerSession *self)
{
  g_return_if_fail (MER_IS_SESSION (self) && self->busy > 0);
  if (--self->busy == 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

gboolean
mer_session_get_busy (MerSession *self)
{
  g_return_val_if_fail (MER_IS_SESSION (self), FALSE);
  return self->busy > 0;
}

/**
 * mer_session_try:
 * @self: a session
 * @label: names the action in the menu and the journal, in the user's language
 * @done: (nullable): the toast
 * @change: what to do, inside the transaction
 * @user_data: for @change
 * @error: why nothing happened
 *
 * Returns: whether the change is in the document; if not, the document is as before
 */
gboolean
mer_session_try (MerSession   *self,
                 const char   *label,
                 const char   *done,
                 MerChangeFunc change,
                 gpointer      user_data,
                 GError      **error)
{
  g_return_val_if_fail (MER_IS_SESSION (self), FALSE);

  if (!mer_document_begin (self->document, label, error))
    return FALSE;
  if (!change (self->document, user_data, error))
    {
      mer_document_rollback (self->document);
      return FALSE;
    }
  if (!mer_document_commit (self->document, error))
    return FALSE;
  if (done)
    mer_session_tell (self, done, TRUE);
  return TRUE;
}

gboolean
mer_session_perform (MerSession   *self,
                     const char   *label,
                     const char   *done,
                     MerChangeFunc change,
                     gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (mer_session_try (self, label, done, change, user_data, &error))
    return TRUE;
  mer_session_fail (self, label, error);
  return FALSE;
}

void
mer_session_fail (MerSession   *self,
                  const char   *heading,
                  const GError *error)
{
  g_return_if_fail (MER_IS_SESSION (self));
  g_signal_emit (self, signals[FAILED], 0, heading, error);
}

void
mer_session_tell (MerSession *self,
                  const char *text,
                  gboolean    undoable)
{
  g_return_if_fail (MER_IS_SESSION (self));
  g_signal_emit (self, signals[PERFORMED], 0, text, undoable);
}
