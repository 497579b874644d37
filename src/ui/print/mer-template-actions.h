/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/mer-session.h"

G_BEGIN_DECLS

/* Saving tables to be filled in (report/mer-template.h). */

/* (transfer full): an item a kind that the rules ask for, each with the action `action` and the
 * kind's id. */
GMenuModel *mer_template_menu_new (const char           *action,
                                   const MerMethodology *methodology);
/* Asks for a file, beside the document at first, then writes it in a worker. */
void mer_template_save (GtkWidget  *parent,
                        MerSession *session,
                        const char *kind);
/* The same without a question: tells the outcome by the session. */
void mer_template_save_to (MerSession *session,
                           const char *kind,
                           const char *path);
/* Asks for a folder, then writes all templates that the rules ask for into it. */
void mer_template_save_set (GtkWidget  *parent,
                            MerSession *session);
/* The same without a question. */
void mer_template_save_set_to (MerSession *session,
                               const char *folder);

G_END_DECLS
