/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/mer-session.h"

G_BEGIN_DECLS

/* Rows of organization, question, asked, positively and, if there is one, source, from the
 * clipboard, in one action. Where a row names no source it is asked for. */
void mer_evidence_paste (GtkWidget  *widget,
                         MerSession *session);
/* The same with a text. `source`: of the rows that name none; NULL: ask. */
void mer_evidence_paste_text (GtkWidget  *widget,
                              MerSession *session,
                              const char *text,
                              const char *source);

G_END_DECLS
