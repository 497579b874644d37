/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cycle/mer-operator.h"
#include "ui/mer-session.h"

G_BEGIN_DECLS

/**
 * MerIssueDialog:
 *
 * Number, day, title and format of a document that is issued. A worker makes the file of what the
 * document holds then, while the window goes on; it can be stopped. Number and file are stored in
 * one undoable action, or neither.
 */
#define MER_TYPE_ISSUE_DIALOG (mer_issue_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MerIssueDialog, mer_issue_dialog, MER, ISSUE_DIALOG, AdwWindow)

/**
 * mer_issue_dialog_present:
 * @parent: (nullable): the window that asks
 * @session: whose document
 * @issued: as mer_issue_new() made it. Copied.
 *
 * Returns: (transfer none): the dialog
 */
MerIssueDialog *mer_issue_dialog_present (GtkWindow       *parent,
                                          MerSession      *session,
                                          const MerIssued *issued);
/* Whether the file is being made. */
gboolean mer_issue_dialog_is_working (MerIssueDialog *self);

G_END_DECLS
