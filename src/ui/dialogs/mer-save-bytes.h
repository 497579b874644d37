/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/mer-session.h"

G_BEGIN_DECLS

/* Asks where to put a file that is made already, writes it, and tells: a toast, or a dialog when it
 * was not written. `title`: of the chooser; `name`: proposed, with its suffix («План.ics»);
 * `format`: what the suffix means, for the chooser's filter. */
void mer_save_bytes (GtkWidget  *parent,
                     MerSession *session,
                     const char *title,
                     const char *name,
                     const char *format,
                     GBytes     *bytes);

G_END_DECLS
