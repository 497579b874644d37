/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/mer-stack-store.h"
#include "ui/mer-session.h"

G_BEGIN_DECLS

/**
 * MerStackDialog:
 *
 * Asks whose paper questionnaires a stack holds, what it is called and how many there are, and
 * stores it.
 *
 * Signal `stored` (int64 id): the stack is in the document.
 */
#define MER_TYPE_STACK_DIALOG (mer_stack_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MerStackDialog, mer_stack_dialog, MER, STACK_DIALOG, AdwWindow)

/* `stack`: what is changed; NULL: a new one of `cycle_id`, of `organization_id` unless another
 * is chosen (0: none yet). Returns the dialog, which is shown. */
MerStackDialog *mer_stack_dialog_present (GtkWindow      *parent,
                                          MerSession     *session,
                                          gint64          cycle_id,
                                          gint64          organization_id,
                                          const MerStack *stack);

G_END_DECLS
