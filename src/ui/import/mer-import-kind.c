/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What kinds of files are called. */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/import/mer-import-state.h"

/**
 * mer_import_kind_title:
 * @kind: what a file holds
 *
 * Returns: (transfer none): in the user's language
 */
const char *
mer_import_kind_title (MerBatchKind kind)
{
  switch (kind)
    {
    case MER_BATCH_ORGANIZATIONS:
      return _("Organizations");
    case MER_BATCH_CHECKLIST:
      return _("Checklists");
    case MER_BATCH_COUNTS:
      return _("Ready counts");
    case MER_BATCH_VALUES:
      return _("Operator's values");
    case MER_BATCH_POINTS:
      return _("Experts' points");
    case MER_BATCH_FACTS:
      return C_("evidence", "Facts");
    case MER_BATCH_RECIPIENTS:
      return _("Recipients");
    case MER_BATCH_SURVEY:
    default:
      return _("Questionnaires");
    }
}
