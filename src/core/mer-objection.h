/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-language.h"
#include "core/mer-struct.h"

G_BEGIN_DECLS

/* An organization objects to a mark or a score, and what became of it. */
typedef enum
{
  MER_OBJECTION_OPEN,
  MER_OBJECTION_ACCEPTED,
  MER_OBJECTION_PARTLY, /* accepted in part */
  MER_OBJECTION_REJECTED,
} MerObjectionState;
#define MER_N_OBJECTION_STATES (MER_OBJECTION_REJECTED + 1)

typedef struct
{
  gint64            id; /* 0: not stored yet */
  gint64            cycle_id;
  gint64            organization_id;
  char             *subject;  /* code of an indicator or a criterion, or "S" */
  gint64            item_id;  /* the checklist item whose mark it is about; 0: none */
  char             *received; /* ISO 8601 day; nullable */
  char             *ground;   /* what the organization says */
  MerObjectionState state;
  char             *decision; /* in words; nullable */
  char             *decided;  /* ISO 8601 day; nullable */
  char             *before;   /* score of the subject, as an exact number; NULL: undefined */
  char             *after;    /* the same after the decision; NULL: undefined, or still open */
} MerObjection;

extern const MerStruct mer_objection_struct;

/* (transfer full) */
MerObjection *mer_objection_new (const char *subject,
                                 const char *ground);
MerObjection *mer_objection_copy (const MerObjection *self);
void          mer_objection_free (MerObjection *self);

/* "open", "accepted", "partly", "rejected": as stored and printed by the tool. */
const char *mer_objection_state_to_code (MerObjectionState state);
gboolean    mer_objection_state_from_code (const char        *code,
                                           MerObjectionState *out);
/* «открыто», «принято» …: never freed. */
const char *mer_objection_state_words (MerLanguage       language,
                                       MerObjectionState state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerObjection, mer_objection_free)

G_END_DECLS
