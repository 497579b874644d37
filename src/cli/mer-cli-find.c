/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whom of a cycle a user of merilo-cli means. */

#include "config.h"

#include "cli/mer-cli-find.h"

#include <glib/gi18n.h>

#include "core/mer-name.h"
#include "store/mer-store-error.h"

/* Likeness from which on a name is worth telling. */
#define NEAR 70

/* The name in the rating that is most like what the user typed; NULL when none is near. */
static const char *
nearest_name (const MerScoreTable *table,
              const char          *typed)
{
  g_autofree char *folded = mer_name_fold (typed, -1);
  const char      *nearest = NULL;
  guint            best = NEAR - 1;

  for (guint i = 0; i < table->n_rows; i++)
    {
      const char      *name = table->rows[i].organization->name;
      g_autofree char *candidate = mer_name_fold (name, -1);
      guint            similarity = mer_name_similarity (folded, candidate);

      if (similarity > best)
        {
          best = similarity;
          nearest = name;
        }
    }
  return nearest;
}

/**
 * mer_cli_find_row:
 * @results: of the cycle
 * @doc: its document
 * @name: what the user gave
 * @error: return location
 *
 * Returns: (transfer none) (nullable): the row of the organization
 */
const MerScoreRow *
mer_cli_find_row (MerResults  *results,
                  MerDocument *doc,
                  const char  *name,
                  GError     **error)
{
  const MerScoreRow *row = mer_results_find_organization (results, doc, name);

  const char *nearest = row == NULL ? nearest_name (results->scores, name) : NULL;

  if (nearest != NULL)
    g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND,
                 _("No organization “%s” takes part in the cycle “%s”. The nearest name is “%s”."),
                    name, results->cycle->title, nearest);
  else if (row == NULL)
    g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND,
                 _("No organization “%s” takes part in the cycle “%s”."), name,
                    results->cycle->title);
  return row;
}
