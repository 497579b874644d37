/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/pages/mer-tabs.h"

G_BEGIN_DECLS

/**
 * MerTabPage:
 *
 * A page that is nothing but #MerTabs, with «Add…» in the header. A page is a table of tabs:
 *
 *     static const MerTab tabs[] = {
 *       { "publications", N_("Publications"), NULL, &publications },
 *       { "papers", N_("Papers on file"), mer_papers_view_get_type, NULL },
 *     };
 *     G_DEFINE_FINAL_TYPE (MerPublicationsPage, mer_publications_page, MER_TYPE_TAB_PAGE)
 *
 * and in class_init mer_tab_page_class_set_tabs (MER_TAB_PAGE_CLASS (klass), tabs,
 * G_N_ELEMENTS (tabs)).
 */
#define MER_TYPE_TAB_PAGE (mer_tab_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (MerTabPage, mer_tab_page, MER, TAB_PAGE, MerPage)

struct _MerTabPageClass
{
  MerPageClass parent_class;

  const MerTab *tabs;
  guint         n_tabs;

  /* A view was made: what the page wants to connect. Optional. */
  void (*view_made) (MerTabPage  *self,
                     const char  *id,
                     MerDataView *view);
};

/* In class_init; `tabs` is static. */
void mer_tab_page_class_set_tabs (MerTabPageClass *klass,
                                  const MerTab    *tabs,
                                  guint            n_tabs);
/* Brings a tab to the front: (transfer none), its view. */
MerDataView *mer_tab_page_show_tab (MerTabPage *self,
                                    const char *id);
/* (transfer none): the view that is shown, and the id of its tab. */
MerDataView *mer_tab_page_get_shown (MerTabPage *self);
const char  *mer_tab_page_get_shown_id (MerTabPage *self);

G_END_DECLS
