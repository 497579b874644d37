/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "methodology/mer-methodology.h"
#include "ui/mer-session.h"

G_BEGIN_DECLS

/* Exchange of the rules: what the page «Методика» puts into its menu. `parent` is the page; each
 * asks what it has to ask, and tells the outcome through the session (toast or dialog).
 * `methodology` (nullable): a draft that is being edited; else the rules in force in the cycle
 * that is looked at. */

/* «Сохранить методику…»: asks for a file and writes the XML. */
void mer_methodology_exchange_save (GtkWidget      *parent,
                                    MerSession     *session,
                                    MerMethodology *methodology);
/* «Загрузить методику…»: asks for a file; everything that is wrong with it is listed with its
 * line. What is sound becomes the draft of the cycle, or its new version. */
void mer_methodology_exchange_load (GtkWidget  *parent,
                                    MerSession *session);
/* The same after the file was chosen. */
void mer_methodology_exchange_load_from (GtkWidget  *parent,
                                         MerSession *session,
                                         const char *path);
/* «Печать анкеты…» ("questionnaire") and «Печать чек-листа…» ("checklist"): the form as it is
 * given to people. */
void mer_methodology_exchange_print (GtkWidget      *parent,
                                     MerSession     *session,
                                     MerMethodology *methodology,
                                     const char     *kind);
/* «Сохранить анкету…»: the same form as a file. */
void mer_methodology_exchange_export (GtkWidget      *parent,
                                      MerSession     *session,
                                      MerMethodology *methodology,
                                      const char     *kind);

/* «Сохранить шаблон таблицы…» is mer_template_save() of ui/print/mer-template-actions.h with the
 * kinds "survey" and "checklist". */

G_END_DECLS
