/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define MER_TYPE_CONTRAST (mer_contrast_get_type ())
G_DECLARE_FINAL_TYPE (MerContrast, mer_contrast, MER, CONTRAST, GObject)

/* "high": whether contrast is high, by the desktop's wish or by the user's; it notifies. */
MerContrast *mer_contrast_get_default (void);
gboolean     mer_contrast_is_high (MerContrast *self);
/* What the user wants of this program; it cannot take away what the desktop asks for. */
void mer_contrast_set_wanted (MerContrast *self,
                              gboolean     wanted);

G_END_DECLS
