/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/mer-document.h"

G_BEGIN_DECLS

/**
 * MerNewDocumentDialog:
 *
 * Asks for title, methodology and place of a new document and makes it. Signal
 * `created` (MerDocument) when it is there.
 */
#define MER_TYPE_NEW_DOCUMENT_DIALOG (mer_new_document_dialog_get_type ())
/* clang-format off */
G_DECLARE_FINAL_TYPE (MerNewDocumentDialog, mer_new_document_dialog, MER, NEW_DOCUMENT_DIALOG,
                      AdwWindow)
/* clang-format on */

/* `folder`: (type filename): where to put it; empty for the user's documents. */
GtkWidget *mer_new_document_dialog_new (GtkWindow  *parent,
                                        const char *folder);

G_END_DECLS
