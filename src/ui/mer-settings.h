/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The program's settings: its schema is found beside an uninstalled program as well, and
 * on a desktop without a settings service they are kept in a key file. (transfer full) */
GSettings *mer_settings_new (void);

G_END_DECLS
