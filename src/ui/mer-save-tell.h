/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/mer-session.h"

G_BEGIN_DECLS

/* Tells that the file of that path (its name, of it) was written, by a toast; with `error`, by a
 * dialog, that and why it was not. Main thread. */
void mer_save_tell (MerSession   *session,
                    const char   *path,
                    const GError *error);

G_END_DECLS
