/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The editions that come with the program, compiled into it. Adding one is a file in
 * data/methodologies and a line here. */

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "methodology/mer-methodologies-resource.h"
#include "methodology/mer-methodology-private.h"
#include "methodology/mer-methodology-xml.h"

#define FOLDER "/io/github/merilo/Merilo/methodologies/"

static const char *const ids[] = { "nok-2018-education", "nok-2018-culture", "nok-2018-social",
                                   "nok-2014-education", "blank", NULL };

GBytes *
mer_methodology_data (const char *file_name)
{
  g_autofree char *path = g_strconcat (FOLDER, file_name, NULL);

  return g_resource_lookup_data (mer_methodologies_get_resource (), path,
                                 G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

/**
 * mer_methodology_shipped_ids:
 *
 * Returns: (transfer none) (array zero-terminated=1): the ids of the shipped editions
 */
const char *const *
mer_methodology_shipped_ids (void)
{
  return ids;
}

/**
 * mer_methodology_shipped:
 * @id: the id of a shipped edition
 *
 * Returns: (transfer full) (nullable): the edition, or %NULL with @error (UNKNOWN). Any thread.
 */
MerMethodology *
mer_methodology_shipped (const char *id, GError **error)
{
  g_autofree char *file_name = g_strconcat (id, ".xml", NULL);
  g_autoptr (GBytes) data = NULL;
  gconstpointer text;
  gsize         length;

  if (!g_strv_contains (ids, id))
    {
      g_set_error (error, MER_METHODOLOGY_ERROR, MER_METHODOLOGY_ERROR_UNKNOWN,
                   _("There is no methodology “%s”."), id);
      return NULL;
    }
  data = mer_methodology_data (file_name);
  text = g_bytes_get_data (data, &length);
  return mer_methodology_from_xml (text, length, file_name, error);
}
