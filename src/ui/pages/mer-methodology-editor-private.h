/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/pages/mer-methodology-editor.h"

G_BEGIN_DECLS

struct _MerMethodologyEditor
{
  AdwBin parent_instance;

  /* template children */
  GtkScrolledWindow *scrolled;
  GtkLabel          *kind;
  GtkLabel          *title;
  GtkWidget         *differs;
  GtkLabel          *differs_label;
  GtkWidget         *restore;
  GtkWidget         *doubt;
  GtkWidget         *confirm;
  GtkWidget         *troubles;
  GtkLabel          *troubles_label;
  GtkWidget         *normalize;
  GtkWidget         *formula;
  GtkLabel          *signs;
  GtkLabel          *words;
  GtkLabel          *terms;
  GtkBox            *fields;

  /* owned */
  MerMethodologyEditing *editing;
  char                  *row;
  char                  *fields_of; /* the row whose fields there are */

  guint  serial;   /* of the rules that they were filled from */
  gint64 cycle_id; /* whose rules those were */

  gboolean stacked; /* labels stand above their fields */
};

/* Whether a row has fields: a part, or the rules as a whole (""). */
gboolean mer_methodology_editor_has_fields (const char *row);
/* (transfer none) (nullable): the error of a property of the row; NULL: of the row. */
const MerMethodologyProblem *mer_methodology_editor_find_problem (MerMethodologyEditor *self,
                                                                  const char           *property);
/* What stands above the fields (mer-methodology-editor-heading.c). */
void mer_methodology_editor_show_heading (MerMethodologyEditor *self);

G_END_DECLS
