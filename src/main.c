/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Starts the application: language first, then everything else is in src/ui. */

#include "config.h"

#include "ui/mer-application.h"
#include "ui/mer-ui.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr (MerApplication) application = NULL;

  mer_ui_init ();
  application = mer_application_new (MER_APP_ID, G_APPLICATION_HANDLES_OPEN);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
