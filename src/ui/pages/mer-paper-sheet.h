/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cycle/mer-paper-form.h"

G_BEGIN_DECLS

/**
 * MerPaperSheet:
 *
 * One paper questionnaire on the screen: a row a question, a line for the comment, and the
 * keys that fill them. It knows no document: what is entered stands in its form.
 *
 * Signals:
 *   `finished` ()      Enter after the comment, or Ctrl+Enter anywhere
 *   `walk` (int)       −1: to the questionnaire before (Page Up), 1: after (Page Down)
 *   `removed` ()       Delete on a question
 *   `left` ()          Shift+Tab: to what stands before the sheet
 */
#define MER_TYPE_PAPER_SHEET (mer_paper_sheet_get_type ())
G_DECLARE_FINAL_TYPE (MerPaperSheet, mer_paper_sheet, MER, PAPER_SHEET, GtkBox)

/* Makes the rows anew, unless it has those of this very methodology. */
void mer_paper_sheet_set_methodology (MerPaperSheet  *self,
                                      MerMethodology *methodology);
/* (transfer none) (nullable): with what is in the comment's line. */
MerPaperForm *mer_paper_sheet_get_form (MerPaperSheet *self);
/* A new questionnaire (codes NULL) or one that was entered before. */
void mer_paper_sheet_load (MerPaperSheet *self,
                           const guint8  *codes,
                           const char    *comment);
/* Whether answers can be given; walking always works. */
void mer_paper_sheet_set_editable (MerPaperSheet *self,
                                   gboolean       editable);
void mer_paper_sheet_set_narrow (MerPaperSheet *self,
                                 gboolean       narrow);
/* The lines above and below the questions; NULL or "" hides a notice. */
void mer_paper_sheet_set_title (MerPaperSheet *self,
                                const char    *title);
void mer_paper_sheet_set_number (MerPaperSheet *self,
                                 const char    *number);
void mer_paper_sheet_set_progress (MerPaperSheet *self,
                                   const char    *progress);
void mer_paper_sheet_set_notice (MerPaperSheet *self,
                                 const char    *notice,
                                 gboolean       warning);

G_END_DECLS
