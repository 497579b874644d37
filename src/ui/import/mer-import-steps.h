/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MerImportSteps:
 *
 * The bar of steps: which are done, which is the present one, which are left out.
 */
#define MER_TYPE_IMPORT_STEPS (mer_import_steps_get_type ())
G_DECLARE_FINAL_TYPE (MerImportSteps, mer_import_steps, MER, IMPORT_STEPS, GtkBox)

/* `titles`: static, ends with NULL. */
void mer_import_steps_set_titles (MerImportSteps    *self,
                                  const char *const *titles);
void mer_import_steps_set_current (MerImportSteps *self,
                                   guint           current);

G_END_DECLS
