/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/mer-evidence-store.h"
#include "ui/mer-session.h"

G_BEGIN_DECLS

/**
 * MerTypedDialog:
 *
 * The form of what is typed in: a ready count, a value of the operator's or an
 * expert's points.
 */
#define MER_TYPE_TYPED_DIALOG (mer_typed_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MerTypedDialog, mer_typed_dialog, MER, TYPED_DIALOG, AdwWindow)

/* `count`: (nullable): the one to change; NULL adds one. */
void mer_typed_dialog_present_count (GtkWindow           *parent,
                                     MerSession          *session,
                                     const MerReadyCount *count);
/* `value`: (nullable): where the form starts from; one of a file is not changed, but what is
 * typed in stands above it. */
void mer_typed_dialog_present_value (GtkWindow           *parent,
                                     MerSession          *session,
                                     const MerReadyValue *value);
/* The same of an expert's points. */
void mer_typed_dialog_present_points (GtkWindow           *parent,
                                      MerSession          *session,
                                      const MerReadyValue *value);

G_END_DECLS
