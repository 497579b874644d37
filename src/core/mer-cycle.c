/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A cycle as a boxed value; its reference count is atomic, workers share it. */

#include "core/mer-cycle.h"

G_DEFINE_BOXED_TYPE (MerCycle, mer_cycle, mer_cycle_ref, mer_cycle_unref)

/**
 * mer_cycle_new:
 * @title: what people call it
 * @year: of the assessment
 *
 * Returns: (transfer full): a cycle that is not stored yet
 */
MerCycle *
mer_cycle_new (const char *title,
               int         year)
{
  MerCycle *self = g_atomic_rc_box_new0 (MerCycle);

  self->title = g_strdup (title);
  self->year = year;
  return self;
}

/**
 * mer_cycle_ref:
 * @self: a cycle
 *
 * Any thread.
 *
 * Returns: (transfer full): @self
 */
MerCycle *
mer_cycle_ref (MerCycle *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
cycle_clear (gpointer data)
{
  MerCycle *self = data;

  g_free (self->title);
  g_free (self->operator_name);
}

/**
 * mer_cycle_unref:
 * @self: (transfer full): a cycle
 *
 * Any thread.
 */
void
mer_cycle_unref (MerCycle *self)
{
  g_atomic_rc_box_release_full (self, cycle_clear);
}

/**
 * mer_cycle_member_free:
 * @self: (transfer full) (nullable): an organization's part in a cycle
 */
void
mer_cycle_member_free (MerCycleMember *self)
{
  if (self == NULL)
    return;
  g_free (self->recipients_source);
  g_free (self->ground);
  g_free (self);
}
