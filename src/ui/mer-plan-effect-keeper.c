/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Nothing is computed before it is asked for: most cycles that people work in have no later one. */

#include "config.h"

#include "ui/mer-document-work.h"
#include "ui/mer-plan-effect-keeper.h"

struct _MerPlanEffectKeeper
{
  GObject parent_instance;

  /* owned */
  MerPlanEffects *effects; /* nullable */
  GHashTable     *by_item; /* id → MerPlanEffect */
  GCancellable   *cancellable;
  /* borrowed: it owns this */
  MerSession *session;

  gint64   cycle_id; /* that the effects are of, or that was asked for */
  gboolean asked;
};

G_DEFINE_FINAL_TYPE (MerPlanEffectKeeper, mer_plan_effect_keeper, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static gpointer
read_effects (MerDocument  *doc,
              gint64        cycle_id,
              GCancellable *cancellable,
              GError      **error)
{
  return mer_plan_effects_load (doc, cycle_id, 0, error);
}

/* What is under way is of what there was. */
static void
forget (MerPlanEffectKeeper *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_hash_table_remove_all (self->by_item);
  g_clear_pointer (&self->effects, mer_plan_effects_free);
  self->asked = FALSE;
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  MerPlanEffectKeeper *self = MER_PLAN_EFFECT_KEEPER (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (MerPlanEffects) effects = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->session == NULL)
    return;
  mer_session_release_busy (self->session);
  if (error != NULL && !g_error_matches (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_warning ("effects of plans: %s", error->message);
  if (effects == NULL || mer_document_work_get_cycle_id (G_TASK (result)) != self->cycle_id)
    return;
  g_clear_pointer (&self->effects, mer_plan_effects_free);
  self->effects = g_steal_pointer (&effects);
  for (guint i = 0; i < self->effects->effects->len; i++)
    {
      MerPlanEffect *one = &g_array_index (self->effects->effects, MerPlanEffect, i);

      g_hash_table_insert (self->by_item, GSIZE_TO_POINTER ((gsize) one->line->item->record.id),
                           one);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
load (MerPlanEffectKeeper *self)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, loaded_cb, NULL);

  self->cycle_id = mer_session_get_cycle_id (self->session);
  self->asked = TRUE;
  mer_session_hold_busy (self->session);
  g_task_set_source_tag (task, load);
  mer_document_work_run (task, mer_session_get_document (self->session), self->cycle_id,
                         read_effects, (GDestroyNotify) mer_plan_effects_free);
}

static void
let_go (gpointer data)
{
  MerPlanEffectKeeper *self = data;

  g_cancellable_cancel (self->cancellable);
  self->session = NULL;
  g_object_unref (self);
}

static void
mer_plan_effect_keeper_finalize (GObject *object)
{
  MerPlanEffectKeeper *self = MER_PLAN_EFFECT_KEEPER (object);

  g_hash_table_unref (self->by_item);
  g_clear_pointer (&self->effects, mer_plan_effects_free);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (mer_plan_effect_keeper_parent_class)->finalize (object);
}

static void
mer_plan_effect_keeper_class_init (MerPlanEffectKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mer_plan_effect_keeper_finalize;
  signals[CHANGED] = g_signal_new ("changed", MER_TYPE_PLAN_EFFECT_KEEPER, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mer_plan_effect_keeper_init (MerPlanEffectKeeper *self)
{
  self->cancellable = g_cancellable_new ();
  self->by_item = g_hash_table_new (NULL, NULL);
}

MerPlanEffectKeeper *
mer_plan_effect_keeper_of (MerSession *session)
{
  MerPlanEffectKeeper *self = NULL;

  g_return_val_if_fail (MER_IS_SESSION (session), NULL);
  self = g_object_get_data (G_OBJECT (session), "mer-plan-effect-keeper");
  if (self != NULL)
    return self;
  self = g_object_new (MER_TYPE_PLAN_EFFECT_KEEPER, NULL);
  self->session = session;
  g_object_set_data_full (G_OBJECT (session), "mer-plan-effect-keeper", self, let_go);
  g_signal_connect_object (session, "results-changed", G_CALLBACK (forget), self,
                           G_CONNECT_SWAPPED);
  return self;
}

const MerPlanEffect *
mer_plan_effect_keeper_find (MerPlanEffectKeeper *self,
                             gint64               item_id)
{
  g_return_val_if_fail (MER_IS_PLAN_EFFECT_KEEPER (self), NULL);
  if (self->cycle_id != mer_session_get_cycle_id (self->session))
    forget (self);
  if (mer_session_get_cycle_id (self->session) == 0) /* the latest: none is later */
    return NULL;
  if (!self->asked)
    load (self);
  return g_hash_table_lookup (self->by_item, GSIZE_TO_POINTER ((gsize) item_id));
}

const MerCycle *
mer_plan_effect_keeper_get_later (MerPlanEffectKeeper *self)
{
  g_return_val_if_fail (MER_IS_PLAN_EFFECT_KEEPER (self), NULL);
  return self->effects != NULL ? self->effects->comparison->one->cycle : NULL;
}
