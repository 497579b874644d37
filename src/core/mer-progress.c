/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Progress of a worker. Invariant: fields are read and written under the mutex, and
 * at most one timeout is pending on the main context of the thread that made it. */

#include "core/mer-progress.h"

#define NOTIFY_INTERVAL_MS 100

struct _MerProgress
{
  GObject parent_instance;

  GMutex        mutex;
  GMainContext *context; /* owned: where `notify` is emitted */
  guint64       done;
  guint64       total;
  gint64        started_at; /* monotonic microseconds; 0 before the first set */
  gint64        set_at;
  gint64        notified_at;
  gboolean      pending;
};

G_DEFINE_FINAL_TYPE (MerProgress, mer_progress, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_DONE,
  PROP_TOTAL,
  PROP_RATE,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static gboolean
notify_cb (gpointer user_data)
{
  MerProgress *self = user_data;

  g_mutex_lock (&self->mutex);
  self->pending = FALSE;
  self->notified_at = g_get_monotonic_time ();
  g_mutex_unlock (&self->mutex);
  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = PROP_DONE; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  g_object_thaw_notify (G_OBJECT (self));
  return G_SOURCE_REMOVE;
}

/* With the mutex held. */
static void
schedule_notify (MerProgress *self,
                 gint64       now)
{
  gint64 wait = NOTIFY_INTERVAL_MS - (now - self->notified_at) / 1000;
  g_autoptr (GSource) source = NULL;

  if (self->pending)
    return;
  self->pending = TRUE;
  source = g_timeout_source_new ((guint) CLAMP (wait, 0, NOTIFY_INTERVAL_MS));
  g_source_set_callback (source, notify_cb, g_object_ref (self), g_object_unref);
  g_source_attach (source, self->context);
}

static void
mer_progress_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  MerProgress *self = MER_PROGRESS (object);

  switch (id)
    {
    case PROP_DONE:
      g_value_set_uint64 (value, mer_progress_get_done (self));
      break;
    case PROP_TOTAL:
      g_value_set_uint64 (value, mer_progress_get_total (self));
      break;
    case PROP_RATE:
      g_value_set_double (value, mer_progress_get_rate (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mer_progress_finalize (GObject *object)
{
  MerProgress *self = MER_PROGRESS (object);

  g_main_context_unref (self->context);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (mer_progress_parent_class)->finalize (object);
}

static void
mer_progress_class_init (MerProgressClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = mer_progress_get_property;
  object_class->finalize = mer_progress_finalize;
  properties[PROP_DONE] = g_param_spec_uint64 ("done", NULL, NULL, 0, G_MAXUINT64, 0, flags);
  properties[PROP_TOTAL] = g_param_spec_uint64 ("total", NULL, NULL, 0, G_MAXUINT64, 0, flags);
  properties[PROP_RATE] = g_param_spec_double ("rate", NULL, NULL, 0, G_MAXDOUBLE, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mer_progress_init (MerProgress *self)
{
  g_mutex_init (&self->mutex);
  self->context = g_main_context_ref_thread_default ();
}

/**
 * mer_progress_new:
 *
 * Returns: (transfer full): progress that tells the calling thread's main context
 */
MerProgress *
mer_progress_new (void)
{
  return g_object_new (MER_TYPE_PROGRESS, NULL);
}

/**
 * mer_progress_set:
 * @self: the progress
 * @done: how much is done, in any unit
 * @total: of how much; 0 when unknown
 *
 * Any thread; cheap enough for every few thousand rows.
 */
void
mer_progress_set (MerProgress *self,
                  guint64      done,
                  guint64      total)
{
  gint64 now = g_get_monotonic_time ();

  g_mutex_lock (&self->mutex);
  if (self->started_at == 0)
    self->started_at = now;
  self->set_at = now;
  self->done = done;
  self->total = total;
  schedule_notify (self, now);
  g_mutex_unlock (&self->mutex);
}

static guint64
read_field (MerProgress   *self,
            const guint64 *field)
{
  guint64 value = 0;

  g_mutex_lock (&self->mutex);
  value = *field;
  g_mutex_unlock (&self->mutex);
  return value;
}

/**
 * mer_progress_get_done:
 * @self: the progress
 *
 * Any thread.
 *
 * Returns: how much is done, in the worker's unit
 */
guint64
mer_progress_get_done (MerProgress *self)
{
  return read_field (self, &self->done);
}

/**
 * mer_progress_get_total:
 * @self: the progress
 *
 * Any thread.
 *
 * Returns: of how much; 0 when unknown
 */
guint64
mer_progress_get_total (MerProgress *self)
{
  return read_field (self, &self->total);
}

/* With the mutex held; 0 before anything can be said. */
static double
rate_locked (const MerProgress *self)
{
  gint64 elapsed = self->set_at - self->started_at;

  return elapsed > 0 ? (double) self->done * G_USEC_PER_SEC / (double) elapsed : 0;
}

/**
 * mer_progress_get_rate:
 * @self: the progress
 *
 * Returns: units a second since the first mer_progress_set(); 0 when unknown
 */
double
mer_progress_get_rate (MerProgress *self)
{
  double rate = 0;

  g_mutex_lock (&self->mutex);
  rate = rate_locked (self);
  g_mutex_unlock (&self->mutex);
  return rate;
}

/**
 * mer_progress_get_remaining:
 * @self: the progress
 *
 * Returns: seconds still needed at the rate so far; −1 when unknown
 */
double
mer_progress_get_remaining (MerProgress *self)
{
  double remaining = -1;

  g_mutex_lock (&self->mutex);
  if (self->total >= self->done && self->total > 0 && rate_locked (self) > 0)
    remaining = (double) (self->total - self->done) / rate_locked (self);
  g_mutex_unlock (&self->mutex);
  return remaining;
}
