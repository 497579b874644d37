/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/mer-session.h"
#include "ui/pages/mer-evidence-tables.h"

G_BEGIN_DECLS

/* Rows from the clipboard, in one action. Of ready counts: organization, question, asked,
 * positively and, if there is one, source. Of experts' points: a table with indicators as headers,
 * or organization, indicator, points and source. Where a row names no source it is asked for. */
void mer_evidence_paste (GtkWidget       *widget,
                         MerSession      *session,
                         MerEvidenceTable table);
/* The same with a text. `source`: of the rows that name none; NULL: ask. */
void mer_evidence_paste_text (GtkWidget       *widget,
                              MerSession      *session,
                              MerEvidenceTable table,
                              const char      *text,
                              const char      *source);

G_END_DECLS
