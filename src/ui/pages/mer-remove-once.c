/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows go away with the next results, which come a moment after the key that removed them. */

#include "config.h"

#include "ui/pages/mer-remove-once.h"

gboolean
mer_remove_once (MerSession   *session,
                 const char   *label,
                 const char   *done,
                 MerChangeFunc change,
                 gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (mer_session_try (session, label, done, change, user_data, &error))
    return TRUE;
  if (!g_error_matches (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND))
    mer_session_fail (session, label, error);
  return FALSE;
}
