/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The tabs of a stack (property `stack`); where they do not fit, a list to choose from. */
#define MER_TYPE_TAB_SWITCH (mer_tab_switch_get_type ())
G_DECLARE_FINAL_TYPE (MerTabSwitch, mer_tab_switch, MER, TAB_SWITCH, GtkWidget)

G_END_DECLS
