/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is said of a file that somebody asked for, wherever it was made. */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/mer-save-tell.h"

void
mer_save_tell (MerSession   *session,
               const char   *path,
               const GError *error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *text = g_strdup_printf (error == NULL ? _("Written: “%s”")
                                                         : _("“%s” was not written"),
                                                              name);

  if (error == NULL)
    mer_session_tell (session, text, FALSE);
  else
    mer_session_fail (session, text, error);
}
