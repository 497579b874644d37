/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-results.h"
#include "store/mer-mark-store.h"
#include "store/mer-objection-store.h"

G_BEGIN_DECLS

/* Objections with their scores: what the window and `merilo-cli objections` do. Writers need an
 * action under way; each score is calculated from the document as it stands in that action. */

/* Stores a new one with the present score of its subject as `before`. INVALID when the subject is
 * no code of the methodology, or the organization does not take part in the cycle. */
gboolean mer_objection_enter (MerDocument  *doc,
                              MerObjection *objection,
                              GError      **error);

/* What is decided of one. */
typedef struct
{
  gint64            objection_id;
  MerObjectionState state;
  const char       *decision; /* in words; nullable */
  const char       *day;      /* ISO 8601; nullable */
  gboolean          set_mark; /* whether the mark that it is about changes to `mark` */
  int               mark;     /* a MerMark, or MER_MARK_CLEAR */
} MerObjectionDecision;

/* Decides, changes the mark, and records the score of the subject after that. INVALID when a mark
 * is to be changed though the objection is about none, or was not accepted. */
gboolean mer_objection_decide (MerDocument                *doc,
                               const MerObjectionDecision *decision,
                               GError                    **error);

G_END_DECLS
