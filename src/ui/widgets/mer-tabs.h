/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The tabs of a stack (property `stack`); where they do not fit, a list to choose from. */
#define MER_TYPE_TABS (mer_tabs_get_type ())
G_DECLARE_FINAL_TYPE (MerTabs, mer_tabs, MER, TABS, AdwBin)

G_END_DECLS
