/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Names of versions: the methodology's title and how many versions it had until then. */

#include "config.h"

#include "app/mer-rules-versions.h"

#include <glib/gi18n.h>

#include "store/mer-draft-store.h"
#include "store/mer-registry-store.h"

/* Versions come oldest first, each knows the one that it was made of. */
static guint
edition_of (const GPtrArray *versions,
            gint64           id)
{
  guint n = 0;

  for (guint i = versions->len; i > 0; i--)
    {
      const MerRulesVersion *version = versions->pdata[i - 1];

      if (version->id != id)
        continue;
      n++;
      id = version->base_id;
    }
  return MAX (n, 1);
}

char *
mer_rules_version_words (MerDocument     *doc,
                         const GPtrArray *versions,
                         gint64           id)
{
  g_autoptr (MerMethodology) methodology = mer_store_methodology (doc, id, NULL);

  if (methodology == NULL)
    return NULL;
  return g_strdup_printf (_("%s, ed. %u"), methodology->title, edition_of (versions, id));
}
