/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/mer-page.h"
#include "ui/pages/mer-data-view.h"

G_BEGIN_DECLS

/**
 * MerDataPage:
 *
 * What has come in, in tabs: the sample of each organization, the files it came from, …
 */
#define MER_TYPE_DATA_PAGE (mer_data_page_get_type ())
G_DECLARE_FINAL_TYPE (MerDataPage, mer_data_page, MER, DATA_PAGE, MerPage)

/* Brings a tab ("sample", "files", …) to the front: its view, (transfer none). */
MerDataView *mer_data_page_show_view (MerDataPage *self,
                                      const char  *id);
/* «64 %» of the required sample, for the sidebar: (transfer full) (nullable). */
char *mer_data_page_counter (MerSession *session);

G_END_DECLS
