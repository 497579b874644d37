/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/mer-session.h"

G_BEGIN_DECLS

/* Called in the main thread when it is over, always; `changed`: whether it happened. */
typedef void (*MerChangeDone) (gboolean changed,
                               gpointer user_data);

/**
 * mer_session_perform_in_thread:
 * @self: a session
 * @label: as of mer_session_perform()
 * @change: called in a thread with a connection of its own, inside the transaction
 * @user_data: for both; of the thread alone until @done
 * @done: tells what was done, and frees @user_data
 *
 * As mer_session_perform(), for changes that take longer than people wait for a key. The session is
 * busy meanwhile; it, and its document, live until it is over.
 */
void mer_session_perform_in_thread (MerSession   *self,
                                    const char   *label,
                                    MerChangeFunc change,
                                    gpointer      user_data,
                                    MerChangeDone done);

G_END_DECLS
