/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Objections as plain values. */
#include "config.h"

#include "core/mer-objection.h"

#include <glib/gi18n.h>

/* clang-format off */
static const struct
{
  const char *code;
  const char *title;
} states[MER_N_OBJECTION_STATES] = {
  { "open", NC_("objection", "open") },
  { "accepted", NC_("objection", "accepted") },
  { "partly", NC_("objection", "accepted in part") },
  { "rejected", NC_("objection", "rejected") },
};
/* clang-format on */

MerObjection *
mer_objection_new (const char *subject,
                   const char *ground)
{
  MerObjection *self = g_new0 (MerObjection, 1);

  self->subject = g_strdup (subject);
  self->ground = g_strdup (ground);
  return self;
}

MerObjection *
mer_objection_copy (const MerObjection *self)
{
  MerObjection *copy = g_memdup2 (self, sizeof *self);

  copy->subject = g_strdup (self->subject);
  copy->received = g_strdup (self->received);
  copy->ground = g_strdup (self->ground);
  copy->decision = g_strdup (self->decision);
  copy->decided = g_strdup (self->decided);
  copy->before = g_strdup (self->before);
  copy->after = g_strdup (self->after);
  return copy;
}

void
mer_objection_free (MerObjection *self)
{
  if (self == NULL)
    return;
  g_free (self->subject);
  g_free (self->received);
  g_free (self->ground);
  g_free (self->decision);
  g_free (self->decided);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

const char *
mer_objection_state_to_code (MerObjectionState state)
{
  g_return_val_if_fail ((guint) state < MER_N_OBJECTION_STATES, NULL);
  return states[state].code;
}

gboolean
mer_objection_state_from_code (const char        *code,
                               MerObjectionState *out)
{
  for (guint i = 0; code != NULL && i < MER_N_OBJECTION_STATES; i++)
    {
      if (g_str_equal (states[i].code, code))
        {
          *out = (MerObjectionState) i;
          return TRUE;
        }
    }
  return FALSE;
}

const char *
mer_objection_state_words (MerLanguage       language,
                           MerObjectionState state)
{
  g_return_val_if_fail ((guint) state < MER_N_OBJECTION_STATES, NULL);
  return mer_trc (language, "objection", states[state].title);
}
