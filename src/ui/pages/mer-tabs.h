/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/mer-page.h"
#include "ui/pages/mer-record-view.h"

G_BEGIN_DECLS

/**
 * MerTab:
 *
 * A tab of a page: a class derived from #MerDataView, or the records of one kind.
 */
typedef struct
{
  const char *id;
  const char *title;                 /* English msgid */
  GType (*get_type) (void);          /* derived from MerDataView; NULL: a MerRecordView */
  const MerRecordTableInfo *records; /* of a MerRecordView */
  const char *const        *kinds;   /* of records that another view shows; NULL ends them */
} MerTab;

/**
 * MerTabs:
 *
 * The content of a page of tabs, each a #MerDataView that is made when it is first shown. The
 * toolbar has the tabs, what the shown view has in sum and its tools; the page's actions `add`,
 * `find` and `export` become those of the shown view.
 *
 * Signal `view-made` (id, view): a view was made, before it is first updated.
 */
#define MER_TYPE_TABS (mer_tabs_get_type ())
G_DECLARE_FINAL_TYPE (MerTabs, mer_tabs, MER, TABS, AdwBin)

/* Once, when the page has its session; `tabs` is static. */
void mer_tabs_set_up (MerTabs      *self,
                      MerPage      *page,
                      const MerTab *tabs,
                      guint         n_tabs);
/* Shows what session and document have now. */
void mer_tabs_update (MerTabs *self);
/* Brings a tab to the front: (transfer none), its view. */
MerDataView *mer_tabs_show (MerTabs    *self,
                            const char *id);
/* Brings the tab of that kind of records to the front and selects the record there. */
void mer_tabs_show_record (MerTabs    *self,
                           const char *kind,
                           gint64      id);
/* (transfer none): the kinds of records of all tabs, as MerPageClass wants them: static. */
const char *const *mer_tabs_kinds (const MerTab *tabs,
                                   guint         n_tabs);
/* (transfer none): the view that is shown, and the id of its tab. */
MerDataView *mer_tabs_get_shown (MerTabs *self);
const char  *mer_tabs_get_shown_id (MerTabs *self);

G_END_DECLS
