/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/pages/mer-data-checklists.h"

G_BEGIN_DECLS

/* What the parts of the view share: mer-data-checklists.c shows, mer-data-checklists-actions.c
 * changes. */

struct _MerDataChecklists
{
  MerDataView parent_instance;

  GtkBuilder            *builder; /* owned; what follows is its children */
  GtkStack              *content, *found;
  GtkEditable           *search;
  GtkDropDown           *scope;
  GtkToggleButton       *unfilled, *details;
  GtkLabel              *count;
  GtkWidget             *separator;
  MerChecklistGrid      *grid;
  MerChecklistInspector *inspector;
  GtkWidget             *menu; /* owned by the grid */

  MerChecklistData *data;     /* owned, nullable */
  GArray           *rows;     /* owned: of guint: shown rows of the data */
  GHashTable       *kept;     /* owned: ids of organizations that stay shown */
  gboolean          updating; /* the list of scopes is being made anew */
  guint             n_filled, n_missing;
  gint64            revision; /* of the document, that the data are of */
  gint64            cycle_id;
};

/* In mer-data-checklists-actions.c. */
void mer_data_checklists_add_actions (MerDataChecklists *self);
/* Sets a state, or %MER_MARK_CLEAR, in all chosen cells; or in the cursor's cell alone, which the
 * details are of. */
void mer_data_checklists_mark (MerDataChecklists *self,
                               int                state);
void mer_data_checklists_mark_one (MerDataChecklists *self,
                                   int                state);

G_END_DECLS
