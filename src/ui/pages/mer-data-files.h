/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/pages/mer-data-view.h"

G_BEGIN_DECLS

/**
 * MerDataFiles:
 *
 * The files that were imported into a cycle, with what became of their rows. A file can
 * be taken out again, as one action.
 */
#define MER_TYPE_DATA_FILES (mer_data_files_get_type ())
G_DECLARE_FINAL_TYPE (MerDataFiles, mer_data_files, MER, DATA_FILES, MerDataView)

/* Whether the cycle at hand has any file. */
gboolean mer_data_files_any (MerSession *session);
guint    mer_data_files_get_n (MerDataFiles *self);
/* Of the import in that row; 0: there is none. */
gint64 mer_data_files_get_id (MerDataFiles *self,
                              guint         position);
/* On the selected file. */
void     mer_data_files_remove (MerDataFiles *self);
void     mer_data_files_show_problems (MerDataFiles *self);
gboolean mer_data_files_has_selection (MerDataFiles *self);

G_END_DECLS
