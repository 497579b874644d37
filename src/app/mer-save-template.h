/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/mer-template.h"
#include "store/mer-document.h"

G_BEGIN_DECLS

/* The template of a kind for a cycle (0: the latest, or none yet) as the bytes of a workbook. */
GBytes *mer_template_of_document (MerDocument           *doc,
                                  const MerTemplateKind *kind,
                                  gint64                 cycle_id,
                                  GError               **error);
/* All templates that the rules of the cycle ask for, a workbook each into the folder, named by what
 * they are of; files that are there already are not replaced. (transfer full) (element-type
 * filename): what was written; NULL and error: nothing was. */
GPtrArray *mer_save_template_set (MerDocument *doc,
                                  gint64       cycle_id,
                                  const char  *folder,
                                  GError     **error);
/* The registry with the numbers of recipients of a cycle, as CSV or as a workbook by the
 * extension of `path`; an existing file is replaced at once or not at all. */
gboolean mer_export_registry (MerDocument *doc,
                              gint64       cycle_id,
                              const char  *path,
                              GError     **error);

G_END_DECLS
