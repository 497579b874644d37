/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/import/mer-import-reason.h"
#include "ui/import/mer-import-state.h"

G_BEGIN_DECLS

/**
 * MerImportReasons:
 *
 * What is wrong with rows, by reason, and beneath it the rows of the reason that is selected, as
 * they stand in the file.
 *
 * Signal `remedy` (guint remedy, int column): the user wants to decide (#MerReasonRemedy).
 */
#define MER_TYPE_IMPORT_REASONS (mer_import_reasons_get_type ())
G_DECLARE_FINAL_TYPE (MerImportReasons, mer_import_reasons, MER, IMPORT_REASONS, GtkBox)

/* `remedies`: whether something can still be decided. */
void mer_import_reasons_show (MerImportReasons *self,
                              MerImportState   *state,
                              gboolean          remedies);
/* Forgets state and rows. */
void  mer_import_reasons_clear (MerImportReasons *self);
guint mer_import_reasons_get_n (MerImportReasons *self);

G_END_DECLS
