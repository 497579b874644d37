/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All pages of the program, in the order of the sidebar. */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/mer-page-table.h"
#include "ui/pages/mer-council-page.h"
#include "ui/pages/mer-data-page.h"
#include "ui/pages/mer-methodology-page.h"
#include "ui/pages/mer-organizations-page.h"
#include "ui/pages/mer-overview-page.h"
#include "ui/pages/mer-plans-page.h"
#include "ui/pages/mer-publications-page.h"
#include "ui/pages/mer-rating-page.h"
#include "ui/pages/mer-work-page.h"

/* clang-format off */
static const MerPageInfo pages[] = {
  { "overview", N_("Overview"), "merilo-home-symbolic", mer_overview_page_get_type, NULL },
  { "organizations", N_("Organizations"), "merilo-organizations-symbolic",
    mer_organizations_page_get_type, mer_organizations_page_counter },
  { "methodology", N_("Methodology"), "merilo-methodology-symbolic",
    mer_methodology_page_get_type, NULL },
  { "data", N_("Data"), "merilo-data-symbolic",
    mer_data_page_get_type, mer_data_page_counter },
  { "rating", N_("Rating"), "merilo-rating-symbolic",
    mer_rating_page_get_type, NULL },
  { "plans", N_("Plans"), "merilo-plans-symbolic",
    mer_plans_page_get_type, mer_plans_page_counter },
  { "workplan", N_("Work plan"), "merilo-calendar-symbolic",
    mer_work_page_get_type, mer_work_page_counter },
  { "council", N_("Council"), "merilo-group-symbolic",
    mer_council_page_get_type, mer_council_page_counter },
  { "publications", N_("Publications"), "merilo-publications-symbolic",
    mer_publications_page_get_type, mer_publications_page_counter },
};
/* clang-format on */

const MerPageInfo *
mer_page_table (guint *n_pages)
{
  *n_pages = G_N_ELEMENTS (pages);
  return pages;
}

int
mer_page_table_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_strcmp0 (pages[i].id, id) == 0)
      return (int) i;
  return -1;
}
