/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-evidence.h"
#include "methodology/mer-methodology.h"
#include "store/mer-document.h"

G_BEGIN_DECLS

/* Paper questionnaires while they are typed in, a stack of paper an organization. Rows of an
 * open stack count nowhere; closing it makes a batch of them, and reopening, or removing that
 * batch in any other way, opens it again. Writers need an action under way and refuse a cycle
 * whose results are approved. */

typedef struct
{
  gint64 id;
  gint64 cycle_id;
  gint64 organization_id;
  char  *title;     /* «стопка 1» */
  gint64 expected;  /* how many lie on the table; −1: not counted */
  gint64 opened_at; /* seconds since the epoch, UTC */
  char  *who;
  gint64 batch_id; /* 0: open */
  gint64 entered;  /* read only: its rows */
} MerStack;
MerStack *mer_stack_new (gint64      cycle_id,
                         gint64      organization_id,
                         const char *title);
void      mer_stack_free (MerStack *self);

/* element-type MerStack, oldest first; cycle_id 0: of all cycles. */
GPtrArray *mer_store_stacks (MerDocument *doc,
                             gint64       cycle_id,
                             GError     **error);
/* Inserts when id is 0 (and sets it), else updates title and expected of an open one. */
gboolean mer_store_save_stack (MerDocument *doc,
                               MerStack    *stack,
                               GError     **error);
/* With its rows; INVALID when it is closed. */
gboolean mer_store_remove_stack (MerDocument *doc,
                                 gint64       id,
                                 GError     **error);

/* One questionnaire. */
typedef struct
{
  gint64  number; /* counts within the stack, from 1; 0: not stored yet */
  gint64  entered_at;
  guint   n_questions;
  guint8 *codes;   /* of each question of the methodology, as in blocks */
  char   *comment; /* nullable */
} MerStackRow;
MerStackRow *mer_stack_row_new (guint n_questions);
void         mer_stack_row_free (MerStackRow *self);

/* element-type MerStackRow, by number; DAMAGED when a row is not of this methodology. */
GPtrArray *mer_store_stack_rows (MerDocument          *doc,
                                 gint64                stack_id,
                                 const MerMethodology *methodology,
                                 GError              **error);
/* Adds the row under the next number when its number is 0 (and sets it), else replaces it.
 * INVALID when the stack is closed or the row has no answer. */
gboolean mer_store_save_stack_row (MerDocument          *doc,
                                   gint64                stack_id,
                                   const MerMethodology *methodology,
                                   MerStackRow          *row,
                                   GError              **error);
/* The others keep their numbers. */
gboolean mer_store_remove_stack_row (MerDocument *doc,
                                     gint64       stack_id,
                                     gint64       number,
                                     GError     **error);
/* How often each code was given: (transfer full). */
MerTally *mer_stack_rows_tally (GPtrArray            *rows,
                                const MerMethodology *methodology);

/* Seals the rows into a batch of their own, called by organization and title. Returns its id;
 * 0 and INVALID when the stack is closed already or empty. */
gint64 mer_store_close_stack (MerDocument *doc,
                              gint64       id,
                              GError     **error);
/* Removes its batch; the rows can be changed again. */
gboolean mer_store_reopen_stack (MerDocument *doc,
                                 gint64       id,
                                 GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerStack, mer_stack_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerStackRow, mer_stack_row_free)

G_END_DECLS
