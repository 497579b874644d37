/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-import-job.h"
#include "store/mer-block.h"

G_BEGIN_DECLS

/* FALSE and %MER_IMPORT_ERROR_DUPLICATE_FILE when the job's batch, written already, has nothing but
 * the questionnaires of another batch of its cycle. */
gboolean mer_survey_check_repeat (const MerImportJob *job,
                                  GError            **error);

G_END_DECLS
