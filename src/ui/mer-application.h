/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/mer-recent-files.h"

G_BEGIN_DECLS

/**
 * MerApplication:
 *
 * The program: its windows, its settings, its list of recent files and its keys.
 */
#define MER_TYPE_APPLICATION (mer_application_get_type ())
G_DECLARE_FINAL_TYPE (MerApplication, mer_application, MER, APPLICATION, AdwApplication)

MerApplication *mer_application_new (const char       *application_id,
                                     GApplicationFlags flags);
/* (transfer none) */
GSettings      *mer_application_get_settings (MerApplication *self);
MerRecentFiles *mer_application_get_recent_files (MerApplication *self);

G_END_DECLS
