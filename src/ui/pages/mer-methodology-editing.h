/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "methodology/mer-methodology-edit.h"
#include "ui/mer-session.h"

G_BEGIN_DECLS

/**
 * MerMethodologyEditing:
 *
 * The rules of the cycle that a session looks at, as they are being edited: the version in
 * force, the draft of the document where there is one, and what a field that is being typed in
 * would make of it. Problems and differences always belong to what is shown.
 *
 * Signals:
 *   `changed` ()  the rules that are shown, or whether they may be edited, are not what they were
 */
#define MER_TYPE_METHODOLOGY_EDITING (mer_methodology_editing_get_type ())
G_DECLARE_FINAL_TYPE (MerMethodologyEditing,
                      mer_methodology_editing,
                      MER,
                      METHODOLOGY_EDITING,
                      GObject)

MerMethodologyEditing *mer_methodology_editing_new (MerSession *session);
/* The document, or the cycle that is looked at, has changed. */
void mer_methodology_editing_reload (MerMethodologyEditing *self);

/* (transfer none) */
MerSession *mer_methodology_editing_get_session (MerMethodologyEditing *self);
/* What is shown: (transfer none) (nullable): what is typed, the draft, or what is in force. */
MerMethodology *mer_methodology_editing_get (MerMethodologyEditing *self);
/* The same without what is being typed. */
MerMethodology *mer_methodology_editing_get_stored (MerMethodologyEditing *self);
/* Another number after each change of the document: what was typed before is out of date. */
guint mer_methodology_editing_get_serial (MerMethodologyEditing *self);
/* The version in force: (transfer none) (nullable). */
MerMethodology *mer_methodology_editing_get_base (MerMethodologyEditing *self);
/* The shipped edition that they are of: (transfer none) (nullable). */
MerMethodology *mer_methodology_editing_get_federal (MerMethodologyEditing *self);
/* (element-type MerMethodologyProblem), and those among them that are errors. */
GPtrArray *mer_methodology_editing_get_problems (MerMethodologyEditing *self);
guint      mer_methodology_editing_count_errors (MerMethodologyEditing *self);
/* (element-type MerMethodologyDifference): from the federal edition. */
GPtrArray *mer_methodology_editing_get_differences (MerMethodologyEditing *self);
/* What is to be said of a row of the trees (mer-methodology-outline.h). */
typedef enum
{
  MER_MARK_DIFFERS = 1 << 0,     /* from the federal edition, or is not there */
  MER_MARK_ERROR = 1 << 1,       /* it, or a part of it, has a problem */
  MER_MARK_UNCONFIRMED = 1 << 2, /* «сверить с текстом приказа» */
} MerMethodologyMarks;
guint mer_methodology_editing_get_marks (MerMethodologyEditing *self,
                                         const char            *row);

/* «ред. 2» is of the version in force, and counts what it was made of. */
guint mer_methodology_editing_get_edition (MerMethodologyEditing *self);
/* Whether scores depend on the version in force. */
gboolean mer_methodology_editing_is_used (MerMethodologyEditing *self);
gboolean mer_methodology_editing_is_approved (MerMethodologyEditing *self);
/* Whether there is a draft. */
gboolean mer_methodology_editing_is_draft (MerMethodologyEditing *self);
/* Whether an edit is taken at once: there is a draft, or nothing depends on the rules yet. */
gboolean mer_methodology_editing_may_edit (MerMethodologyEditing *self);
/* Whether the document takes changes at all. */
gboolean mer_methodology_editing_is_writable (MerMethodologyEditing *self);

/* What a field that is being typed in would make of the stored rules; NULL: nothing. */
void mer_methodology_editing_preview (MerMethodologyEditing *self,
                                      MerMethodology        *methodology);
/* Makes it the draft, as one action. `done` (nullable) is the toast. */
gboolean mer_methodology_editing_store (MerMethodologyEditing *self,
                                        const char            *label,
                                        const char            *done,
                                        MerMethodology        *methodology);
/* One action each; a failure is told by the session. */
gboolean mer_methodology_editing_begin (MerMethodologyEditing *self);
gboolean mer_methodology_editing_drop (MerMethodologyEditing *self);
/* A new version that the cycle is bound to; the caller shows the error. */
gboolean mer_methodology_editing_apply (MerMethodologyEditing *self,
                                        const char            *reason,
                                        const char            *decision,
                                        GError               **error);

G_END_DECLS
