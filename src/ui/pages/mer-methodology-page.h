/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/mer-page.h"
#include "ui/pages/mer-methodology-editing.h"
#include "ui/pages/mer-methodology-view.h"

G_BEGIN_DECLS

/**
 * MerMethodologyPage:
 *
 * «Методика»: the rules of the cycle as four tabs, edited in a draft of the document; what a
 * draft would change in the rating stands at the bottom until it is applied or dropped.
 */
#define MER_TYPE_METHODOLOGY_PAGE (mer_methodology_page_get_type ())
G_DECLARE_FINAL_TYPE (MerMethodologyPage,
                      mer_methodology_page,
                      MER,
                      METHODOLOGY_PAGE,
                      MerPage)

/* (transfer none) */
MerMethodologyEditing *mer_methodology_page_get_editing (MerMethodologyPage *self);
/* Brings a tab to the front: (transfer none). */
MerMethodologyView *mer_methodology_page_show_outline (MerMethodologyPage *self,
                                                       MerOutline          outline);
/* Goes to a row, and to the field of a property of it. */
gboolean mer_methodology_page_show (MerMethodologyPage *self,
                                    const char         *row,
                                    const char         *property);

G_END_DECLS
