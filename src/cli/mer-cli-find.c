/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whom of a cycle a user of merilo-cli means. */

#include "config.h"

#include "cli/mer-cli-find.h"

#include <glib/gi18n.h>

#include "store/mer-store-error.h"

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

  if (row == NULL)
    g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND,
                 _("No organization “%s” takes part in the cycle “%s”."), name,
                    results->cycle->title);
  return row;
}
