/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of publications: three kinds of records as tabs. */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/pages/mer-publications-page.h"

struct _MerPublicationsPage
{
  MerTabPage parent_instance;
};

G_DEFINE_FINAL_TYPE (MerPublicationsPage, mer_publications_page, MER_TYPE_TAB_PAGE)

/* clang-format off */
static const MerRecordTableInfo publications = {
  .kind = "publication",
  .by_organization = TRUE,
  .empty_title = N_("There are no publications yet"),
  .empty_text = N_("Enter what has to be published, where and by when: the list of organizations, "
                   "the rules, the results, the plans."),
};

static const MerRecordTableInfo events = {
  .kind = "event",
  .empty_title = N_("There are no events yet"),
  .empty_text = N_("Seminars, contests, public discussions: planned and held, with the number of "
                   "participants and the results."),
};

static const MerRecordTableInfo papers = {
  .kind = "paper",
  .empty_title = N_("There are no papers on file yet"),
  .empty_text = N_("Orders, letters, instructions, the regulation of the council: what they are, "
                   "of which day, and where they lie."),
};

static const MerTab tabs[] = {
  { "publications", N_("Publications"), NULL, &publications },
  { "events", N_("Events"), NULL, &events },
  { "papers", N_("Papers on file"), NULL, &papers },
};
/* clang-format on */

char *
mer_publications_page_counter (MerSession *session)
{
  return NULL;
}

static void
mer_publications_page_class_init (MerPublicationsPageClass *klass)
{
  mer_tab_page_class_set_tabs (MER_TAB_PAGE_CLASS (klass), tabs, G_N_ELEMENTS (tabs));
}

static void
mer_publications_page_init (MerPublicationsPage *self)
{
}
