/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/mer-session.h"
#include "ui/widgets/mer-checklist-data.h"

G_BEGIN_DECLS

/**
 * MerChecklistInspector:
 *
 * Details of one cell of the grid of checklists: its mark, where that is from, and who saw
 * what and when; and the same of the organization's whole checklist. What is typed is saved
 * when the entry is left.
 *
 * Signal `mark` (int state): the mark is to be this MerMark.
 */
#define MER_TYPE_CHECKLIST_INSPECTOR (mer_checklist_inspector_get_type ())
G_DECLARE_FINAL_TYPE (MerChecklistInspector,
                      mer_checklist_inspector,
                      MER,
                      CHECKLIST_INSPECTOR,
                      AdwBin)

void mer_checklist_inspector_set_session (MerChecklistInspector *self,
                                          MerSession            *session);
/* What is shown: a row and a column of the data; NULL: nothing. What was typed and not saved yet
 * is saved first. */
void mer_checklist_inspector_show (MerChecklistInspector *self,
                                   MerChecklistData      *data,
                                   guint                  row,
                                   guint                  column);
/* Saves what was typed. */
void mer_checklist_inspector_save (MerChecklistInspector *self);
/* The keyboard to the link of the mark. */
void mer_checklist_inspector_edit (MerChecklistInspector *self);

G_END_DECLS
