/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/mer-comparison.h"
#include "ui/mer-session.h"

G_BEGIN_DECLS

/* Asks for a file, beside the document at first, and writes the differences as a table to send
 * to the operator. The outcome is told through the session. */
void mer_comparison_export (GtkWidget           *parent,
                            MerSession          *session,
                            const MerComparison *comparison);
/* The part after the file was chosen; the extension decides the format. */
gboolean mer_comparison_write (const MerComparison *comparison,
                               MerLanguage          language,
                               const char          *path,
                               GError             **error);

G_END_DECLS
