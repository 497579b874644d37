/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-results.h"

G_BEGIN_DECLS

/**
 * MerSession:
 *
 * What the pages of one window work on: an open document, the cycle that is looked
 * at, and its results. Results are computed by a worker; pages show the newest there
 * are and refresh on #MerSession::results-changed. Main thread only.
 *
 * Properties: `document` (construct only), `cycle-id` (int64, 0: the latest), `busy`
 * (boolean: something is being computed or read).
 * Signals:
 *   `results-changed` ()         new results, or none; also after each failed try
 *   `records-read` ()            mer_session_has_records() from now on
 *   `performed` (text, undoable) an action was done: show a toast
 *   `failed` (heading, GError*)  an action did not happen: show a dialog
 */
#define MER_TYPE_SESSION (mer_session_get_type ())
G_DECLARE_FINAL_TYPE (MerSession, mer_session, MER, SESSION, GObject)

MerSession *mer_session_new (MerDocument *document);

/* (transfer none) */
MerDocument *mer_session_get_document (MerSession *self);
/* (transfer none) (nullable): NULL before the first are there and while there is no cycle. */
MerResults *mer_session_get_results (MerSession *self);
/* (transfer none) (nullable): why there are no results; NULL while they are being computed. */
const GError *mer_session_get_problem (MerSession *self);
/* Whether the worker has answered for the present state of the document. */
gboolean mer_session_is_current (MerSession *self);

/* Whether the records of the cycle can be had at once: mer_store_record_set() and the like. Else a
 * worker begins to read them, and `records-read` comes when it has. */
gboolean mer_session_has_records (MerSession *self);

/* The cycle that is looked at; 0: the latest, or none yet. */
gint64 mer_session_get_cycle_id (MerSession *self);
void   mer_session_set_cycle_id (MerSession *self,
                                 gint64      cycle_id);

/* Whether anything of the cycle that is looked at can be changed: the document is not open for
 * reading alone, and the cycle is not closed. */
gboolean mer_session_may_write (MerSession *self);
/* The sentence that says why not, for where the change would be made. (transfer none) (nullable) */
const char *mer_session_why_read_only (MerSession *self);

/* Counted: `busy` is TRUE until each hold is released. */
void     mer_session_hold_busy (MerSession *self);
void     mer_session_release_busy (MerSession *self);
gboolean mer_session_get_busy (MerSession *self);

/* What an action does to the document, inside its transaction. */
typedef gboolean (*MerChangeFunc) (MerDocument *document,
                                   gpointer     user_data,
                                   GError     **error);

/* One undoable action: begin, `change`, commit (or rollback). `label` names it in the menu
 * («Удаление организации»), `done` is the toast («Удалена 1 организация»), NULL for none.
 * FALSE: nothing happened, `failed` was emitted with `label` as its heading. */
gboolean mer_session_perform (MerSession   *self,
                              const char   *label,
                              const char   *done,
                              MerChangeFunc change,
                              gpointer      user_data);
/* The same, but the caller shows the error itself (a form: beside its field). */
gboolean mer_session_try (MerSession   *self,
                          const char   *label,
                          const char   *done,
                          MerChangeFunc change,
                          gpointer      user_data,
                          GError      **error);
/* Shows a failure of something else than a change, by the same dialog. */
void mer_session_fail (MerSession   *self,
                       const char   *heading,
                       const GError *error);
/* Shows a toast, with the undo button when `undoable`. */
void mer_session_tell (MerSession *self,
                       const char *text,
                       gboolean    undoable);

G_END_DECLS
