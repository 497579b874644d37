/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mer-registry-store.h"
#include "store/mer-stack-store.h"
#include "ui/pages/mer-data-paper.h"
#include "ui/pages/mer-paper-sheet.h"

G_BEGIN_DECLS

struct _MerDataPaper
{
  MerDataView parent_instance;

  /* template children */
  GtkStack      *pages;
  GtkWidget     *stacks_pane;
  GtkListBox    *list;
  MerPaperSheet *sheet;
  GtkWidget     *totals_pane;
  GtkGrid       *totals;
  GtkLabel      *compare;
  GtkLabel      *reason;
  GtkWidget     *close_button;
  GtkWidget     *reopen_button;
  GtkWidget     *tools;

  /* owned; NULL while there is no cycle */
  MerCycle       *cycle;
  MerMethodology *methodology;
  GPtrArray      *stacks; /* of MerStack */
  GPtrArray      *rows;   /* of MerStackRow, of the stack that is shown */
  GArray         *times;  /* of gint64: when questionnaires of this sitting were finished */

  const char *read_only; /* why nothing of `cycle` can be changed; NULL: it can */

  gint64   stack_id; /* that is shown; 0: none */
  gint64   number;   /* of the questionnaire that is shown; 0: the next one */
  guint    pace_timer;
  gboolean filling; /* the list of stacks is being made */
};

/* The stack that is shown: (transfer none) (nullable). */
const MerStack *mer_data_paper_get_stack (MerDataPaper *self);
gboolean        mer_data_paper_is_editable (MerDataPaper *self);
/* Reads stacks and rows again and shows them; what is being typed stays. */
void mer_data_paper_refresh (MerDataPaper *self);
/* Shows a stack; what was typed into the one before is saved first. */
void mer_data_paper_show_stack (MerDataPaper *self,
                                gint64        stack_id);
/* A questionnaire was finished: it counts for the pace. */
void mer_data_paper_count (MerDataPaper *self);
/* Shows a questionnaire of the stack, 0: the next one. */
void mer_data_paper_show_number (MerDataPaper *self,
                                 gint64        number);

/* --- what changes the document (mer-data-paper-actions.c) ------------------------ */
void mer_data_paper_add_actions (MerDataPaper *self);
void mer_data_paper_update_actions (MerDataPaper *self);
/* Saves what is being typed. FALSE: it could not be saved, and stays. */
gboolean mer_data_paper_save (MerDataPaper *self);
/* Handlers of the sheet. */
void mer_data_paper_finished_cb (MerDataPaper *self);
void mer_data_paper_walk_cb (MerDataPaper *self,
                             int           direction);
void mer_data_paper_removed_cb (MerDataPaper *self);

G_END_DECLS
