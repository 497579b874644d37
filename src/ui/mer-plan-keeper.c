/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Puts plans together apart from the results, because those of a region take longer to score than
 * an item of a plan takes to change. */

#include "config.h"

#include "ui/mer-plan-keeper.h"

struct _MerPlanKeeper
{
  GObject parent_instance;

  /* owned */
  MerPlanBook  *book; /* nullable */
  GCancellable *cancellable;
  /* borrowed: it owns this */
  MerSession *session;

  gint64   cycle_id; /* that was asked for */
  gint64   revision; /* of the book */
  gboolean loading;
  gboolean stale; /* the book is not of what there is now */
};

G_DEFINE_FINAL_TYPE (MerPlanKeeper, mer_plan_keeper, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

typedef struct
{
  MerPlanFacts facts;
  gint64       revision;
} Job;

static void load (MerPlanKeeper *self);

static void
job_free (gpointer data)
{
  mer_plan_facts_clear (&((Job *) data)->facts);
  g_free (data);
}

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Job *job = task_data;

  g_task_return_pointer (task, mer_plan_book_new (&job->facts),
                         (GDestroyNotify) mer_plan_book_unref);
}

static void
take_book (MerPlanKeeper *self,
           MerPlanBook   *book,
           gint64         revision)
{
  g_clear_pointer (&self->book, mer_plan_book_unref);
  self->book = book;
  self->revision = revision;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  MerPlanKeeper *self = MER_PLAN_KEEPER (source);
  const Job     *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (MerPlanBook) book = g_task_propagate_pointer (G_TASK (result), NULL);

  self->loading = FALSE;
  if (self->session == NULL)
    return;
  mer_session_release_busy (self->session);
  if (self->stale)
    load (self);
  else
    take_book (self, g_steal_pointer (&book), job->revision);
}

/* A document without a cycle has no plans; that is no failure. */
static void
find_nothing (MerPlanKeeper *self,
              const GError  *error,
              gint64         revision)
{
  if (!g_error_matches (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND))
    g_warning ("plans: %s", error->message);
  take_book (self, NULL, revision);
}

/* The records are there; putting them together is the worker's. */
static void
load (MerPlanKeeper *self)
{
  MerDocument *document = mer_session_get_document (self->session);
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;
  Job *job = NULL;

  self->stale = TRUE;
  if (self->loading || !mer_session_has_records (self->session))
    return; /* when it has ended, or when they have been read */
  self->stale = FALSE;
  job = g_new0 (Job, 1);
  job->revision = mer_document_get_revision (document);
  self->cycle_id = mer_session_get_cycle_id (self->session);
  if (!mer_plans_gather (document, self->cycle_id, &job->facts, &error))
    {
      find_nothing (self, error, job->revision);
      g_free (job);
      return;
    }
  self->loading = TRUE;
  mer_session_hold_busy (self->session);
  task = g_task_new (self, self->cancellable, loaded_cb, NULL);
  g_task_set_source_tag (task, load);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, load_in_thread);
}

static void
records_read_cb (MerPlanKeeper *self)
{
  if (self->stale && !self->loading)
    load (self);
}

static void
cycle_changed_cb (MerPlanKeeper *self)
{
  if (mer_session_get_cycle_id (self->session) != self->cycle_id)
    load (self);
}

/* The session is going. */
static void
let_go (gpointer data)
{
  MerPlanKeeper *self = data;

  g_cancellable_cancel (self->cancellable);
  self->session = NULL;
  g_object_unref (self);
}

static void
mer_plan_keeper_finalize (GObject *object)
{
  MerPlanKeeper *self = MER_PLAN_KEEPER (object);

  g_clear_pointer (&self->book, mer_plan_book_unref);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (mer_plan_keeper_parent_class)->finalize (object);
}

static void
mer_plan_keeper_class_init (MerPlanKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mer_plan_keeper_finalize;
  signals[CHANGED] = g_signal_new ("changed", MER_TYPE_PLAN_KEEPER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
mer_plan_keeper_init (MerPlanKeeper *self)
{
  self->cancellable = g_cancellable_new ();
  self->revision = -1;
}

MerPlanKeeper *
mer_plan_keeper_of (MerSession *session)
{
  MerPlanKeeper *self = NULL;

  g_return_val_if_fail (MER_IS_SESSION (session), NULL);
  self = g_object_get_data (G_OBJECT (session), "mer-plan-keeper");
  if (self != NULL)
    return self;
  self = g_object_new (MER_TYPE_PLAN_KEEPER, NULL);
  self->session = session;
  g_object_set_data_full (G_OBJECT (session), "mer-plan-keeper", self, let_go);
  g_signal_connect_object (mer_session_get_document (session), "changed", G_CALLBACK (load), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::cycle-id", G_CALLBACK (cycle_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "records-read", G_CALLBACK (records_read_cb), self,
                           G_CONNECT_SWAPPED);
  load (self);
  return self;
}

MerPlanBook *
mer_plan_keeper_get_book (MerPlanKeeper *self)
{
  g_return_val_if_fail (MER_IS_PLAN_KEEPER (self), NULL);
  return self->book;
}

gboolean
mer_plan_keeper_is_current (MerPlanKeeper *self)
{
  g_return_val_if_fail (MER_IS_PLAN_KEEPER (self), FALSE);
  return self->session != NULL && !self->loading && !self->stale &&
         self->revision == mer_document_get_revision (mer_session_get_document (self->session));
}
