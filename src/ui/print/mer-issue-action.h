/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cycle/mer-operator.h"
#include "ui/mer-session.h"

G_BEGIN_DECLS

/* Issuing a document: number, day, title and format are asked for, then it is printed into a file
 * that stays in the document as it is. */

/* Opens the form. `report`: a kind of document; `record_id`: the meeting, the contract … that it is
 * of; 0: the usual one. */
void mer_issue_present (GtkWidget  *parent,
                        MerSession *session,
                        const char *report,
                        gint64      record_id);

/* Opens a copy of the file with the program that the desktop has for its format. */
void mer_issue_open (GtkWidget       *parent,
                     MerSession      *session,
                     const MerIssued *issued);
/* Asks where to, and writes the file as it was issued. */
void mer_issue_save (GtkWidget       *parent,
                     MerSession      *session,
                     const MerIssued *issued);

G_END_DECLS
