/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/mer-session.h"

G_BEGIN_DECLS

/**
 * MerRepeatsBar:
 *
 * Says what taking a file out has left undone in later files, until it is closed or the file is
 * back.
 */
#define MER_TYPE_REPEATS_BAR (mer_repeats_bar_get_type ())
G_DECLARE_FINAL_TYPE (MerRepeatsBar, mer_repeats_bar, MER, REPEATS_BAR, AdwBin)

GtkWidget *mer_repeats_bar_new (void);
/* A batch was taken out. */
void mer_repeats_bar_tell (MerRepeatsBar *self,
                           MerSession    *session,
                           gint64         batch_id);
/* The document has changed. */
void mer_repeats_bar_update (MerRepeatsBar *self,
                             MerSession    *session);
/* What is shown: "" nothing. */
const char *mer_repeats_bar_get_text (MerRepeatsBar *self);

G_END_DECLS
