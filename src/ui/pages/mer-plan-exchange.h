/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cycle/mer-plan-book.h"
#include "ui/mer-session.h"

G_BEGIN_DECLS

/* Plans on their way out of the window and back: the form to be filled in, the document to be
 * signed, and how it will look. `parent` is a widget of the window. */

/* Asks where and writes the workbook; `sheet` NULL: of all organizations. */
void mer_plan_exchange_save_form (GtkWidget          *parent,
                                  MerSession         *session,
                                  MerPlanBook        *book,
                                  const MerPlanSheet *sheet);
/* The same for several: asks for a folder, a workbook for each of them. */
void mer_plan_exchange_save_forms (GtkWidget   *parent,
                                   MerSession  *session,
                                   MerPlanBook *book,
                                   GArray      *organizations);
/* The part after the file was chosen. */
void mer_plan_exchange_save_form_to (MerSession         *session,
                                     MerPlanBook        *book,
                                     const MerPlanSheet *sheet,
                                     const char         *path);
/* Asks which and reads them; rows without a code are the organization's (0: nobody's). */
void mer_plan_exchange_read_form (GtkWidget   *parent,
                                  MerSession  *session,
                                  MerPlanBook *book,
                                  gint64       organization);
/* The part after files (NULL-terminated) were chosen; of several, rows without a code are nobody's
 * but of those that they name. */
void mer_plan_exchange_read_forms (GtkWidget         *parent,
                                   MerSession        *session,
                                   MerPlanBook       *book,
                                   gint64             organization,
                                   const char *const *paths);
/* The form as pages, made anew after each change; 0: the municipal plan. */
void mer_plan_exchange_preview (GtkWidget  *parent,
                                MerSession *session,
                                gint64      organization);
/* Asks where and writes a kind of document, of these organizations where there are some. */
void mer_plan_exchange_export (GtkWidget  *parent,
                               MerSession *session,
                               const char *kind,
                               GArray     *organizations);
void mer_plan_exchange_print (GtkWidget  *parent,
                              MerSession *session,
                              const char *kind,
                              GArray     *organizations);

G_END_DECLS
