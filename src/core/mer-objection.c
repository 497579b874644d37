/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Objections as plain values. */
#include "config.h"

#include "core/mer-objection.h"

#include <glib/gi18n.h>

static const char *const state_codes[MER_N_OBJECTION_STATES + 1] = {
  "open", "accepted", "partly", "rejected"
};

/* clang-format off */
static const char *const state_titles[MER_N_OBJECTION_STATES] = {
  NC_("objection", "open"),
  NC_("objection", "accepted"),
  NC_("objection", "accepted in part"),
  NC_("objection", "rejected"),
};
/* clang-format on */

static const MerMember fields[] = {
  MER_MEMBER_ID (MerObjection, id),
  MER_MEMBER_INT (MerObjection, cycle_id),
  MER_MEMBER_INT (MerObjection, organization_id),
  MER_MEMBER_TEXT (MerObjection, subject),
  MER_MEMBER_REF (MerObjection, item_id),
  MER_MEMBER_DAY (MerObjection, received),
  MER_MEMBER_TEXT (MerObjection, ground, .required = N_("An objection needs its ground.")),
                   MER_MEMBER_CODE (MerObjection, state, state_codes),
                   MER_MEMBER_NOTE (MerObjection, decision),
                   MER_MEMBER_DAY (MerObjection, decided),
                   MER_MEMBER_NOTE (MerObjection, before),
                   MER_MEMBER_NOTE (MerObjection, after),
  };

const MerStruct mer_objection_struct = MER_STRUCT (MerObjection, fields);

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
  return mer_struct_copy (&mer_objection_struct, self);
}

void
mer_objection_free (MerObjection *self)
{
  mer_struct_free (&mer_objection_struct, self);
}

const char *
mer_objection_state_to_code (MerObjectionState state)
{
  g_return_val_if_fail ((guint) state < MER_N_OBJECTION_STATES, NULL);
  return state_codes[state];
}

gboolean
mer_objection_state_from_code (const char        *code,
                               MerObjectionState *out)
{
  int state = mer_codes_find (state_codes, code);

  if (state < 0)
    return FALSE;
  *out = (MerObjectionState) state;
  return TRUE;
}

const char *
mer_objection_state_words (MerLanguage       language,
                           MerObjectionState state)
{
  g_return_val_if_fail ((guint) state < MER_N_OBJECTION_STATES, NULL);
  return mer_trc (language, "objection", state_titles[state]);
}
