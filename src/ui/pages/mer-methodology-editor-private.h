/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/pages/mer-methodology-editor.h"
#include "ui/pages/mer-methodology-field.h"

G_BEGIN_DECLS

struct _MerMethodologyEditor
{
  AdwBin parent_instance;

  /* template children */
  GtkScrolledWindow *scrolled;
  GtkLabel          *kind;
  GtkLabel          *title;
  GtkLabel          *about;
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

/* --- the fields (mer-methodology-editor-fields.c) ------------------------------------------ */

/* One after the other; the one that is being typed in: (transfer none) (nullable). */
MerMethodologyField *mer_methodology_editor_first_field (MerMethodologyEditor *self);
MerMethodologyField *mer_methodology_editor_field_after (MerMethodologyField *field);
MerMethodologyField *mer_methodology_editor_typing_field (MerMethodologyEditor *self);
/* As the rules are now, without what is being typed. */
void mer_methodology_editor_show_fields (MerMethodologyEditor *self);

/* --- edits (mer-methodology-editor-edit.c) ------------------------------------------------- */

/* A key was pressed in a field; the keyboard left it. */
void mer_methodology_editor_typed (MerMethodologyEditor *self,
                                   MerMethodologyField  *field);
void mer_methodology_editor_entered (MerMethodologyEditor *self,
                                     MerMethodologyField  *field);
/* Forgets what is being typed; FALSE when nothing is. */
gboolean mer_methodology_editor_escape (MerMethodologyEditor *self);
/* The row was held against the act. */
void mer_methodology_editor_confirm (MerMethodologyEditor *self);

G_END_DECLS
