/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Start of the user interface library. A static library's resources do not register
 * themselves, and templates need the types that they name. */

#include "config.h"

#include <adwaita.h>

#include "core/mer-locale.h"
#include "ui/mer-sidebar.h"
#include "ui/mer-start-view.h"
#include "ui/mer-ui-resources.h"
#include "ui/mer-ui.h"
#include "ui/pages/mer-tabs.h"
#include "ui/widgets/mer-tab-switch.h"
#include "ui/widgets/mer-wrap-bar.h"

void
mer_ui_init (void)
{
  static gsize done = 0;

  if (!g_once_init_enter (&done))
    return;
  mer_locale_init ();
  g_resources_register (mer_ui_get_resource ());
  g_type_ensure (MER_TYPE_SIDEBAR);
  g_type_ensure (MER_TYPE_START_VIEW);
  g_type_ensure (MER_TYPE_TABS);
  g_type_ensure (MER_TYPE_TAB_SWITCH);
  g_type_ensure (MER_TYPE_WRAP_BAR);
  g_once_init_leave (&done, 1);
}
