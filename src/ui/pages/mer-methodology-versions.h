/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/pages/mer-methodology-editing.h"

G_BEGIN_DECLS

/**
 * MerMethodologyVersions:
 *
 * All editions of the rules that the document has: when and why each was made, by which decision
 * of the council, what it changed, and which cycles it is of.
 */
#define MER_TYPE_METHODOLOGY_VERSIONS (mer_methodology_versions_get_type ())
G_DECLARE_FINAL_TYPE (MerMethodologyVersions,
                      mer_methodology_versions,
                      MER,
                      METHODOLOGY_VERSIONS,
                      AdwWindow)

/* (transfer none) */
MerMethodologyVersions *mer_methodology_versions_present (GtkWindow             *parent,
                                                          MerMethodologyEditing *editing);
/* Opens the row of a version and gives it the keyboard. */
void mer_methodology_versions_show (MerMethodologyVersions *self,
                                    gint64                  id);

G_END_DECLS
