/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/mer-document.h"

G_BEGIN_DECLS

/* What the forms of all dialogs do alike. */

/* The action "form.confirm", Ctrl+Enter for it, and Escape that closes the window. */
void mer_form_class_install (GtkWidgetClass             *klass,
                             GtkWidgetActionActivateFunc confirm);
/* For forms with texts of several lines, which take Ctrl+Enter for a new line otherwise; where
 * there is an action "form.confirm-more", Ctrl+Shift+Enter is it. */
void mer_form_capture_keys (GtkWidget *form);
/* What is typed, without white space around it: (transfer full). */
char *mer_form_text (GtkEditable *row);
/* Shows the sentence; NULL hides the label. */
void mer_form_show_problem (GtkLabel   *label,
                            const char *problem);
/* Fills the drop-down with a request to choose and with the registry: (transfer full)
 * (element-type MerOrganization), in the order of its lines. */
GPtrArray *mer_form_fill_organizations (GtkDropDown *drop_down,
                                        MerDocument *document,
                                        gint64       selected);
/* A header bar with «Cancel», which closes the window, and the button that does it: `confirm` is
 * its label with a mnemonic; *button (transfer none). (transfer floating) */
GtkWidget *mer_form_header (GtkWindow  *window,
                            const char *confirm,
                            GtkWidget **button);
/* A chosen line that is too long for the form is elided; in the list it stands in full. */
void mer_form_elide (GtkDropDown *drop_down);
/* What there is to choose from, of GtkStringObject. The list has it in full, with the mark of the
 * chosen one: libadwaita 1.2 cuts it to twenty characters. */
void mer_form_set_choices (AdwComboRow *row,
                           GListModel  *choices);
/* What is chosen where the first line is a request to choose: (transfer none) (nullable). */
gpointer mer_form_chosen (GtkDropDown     *drop_down,
                          const GPtrArray *list);

G_END_DECLS
