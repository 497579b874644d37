/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/pages/mer-methodology-editing.h"

G_BEGIN_DECLS

/**
 * MerMethodologyEditor:
 *
 * The pane beside a tree of the rules: one row of it with all that can be said of it. Its fields
 * come from the table of properties; each is stored as an action of its own.
 *
 * Signals:
 *   `renamed` (row, new_row)  before a row gets another name
 */
#define MER_TYPE_METHODOLOGY_EDITOR (mer_methodology_editor_get_type ())
G_DECLARE_FINAL_TYPE (MerMethodologyEditor,
                      mer_methodology_editor,
                      MER,
                      METHODOLOGY_EDITOR,
                      AdwBin)

MerMethodologyEditor *mer_methodology_editor_new (MerMethodologyEditing *editing);

/* What is shown; NULL: nothing. */
void mer_methodology_editor_set_row (MerMethodologyEditor *self,
                                     const char           *row);
/* The keyboard goes to the field of a property; NULL or an unknown one: the first. */
void mer_methodology_editor_focus (MerMethodologyEditor *self,
                                   const char           *property);
/* Labels stand above their fields and not beside them: for large text. */
void mer_methodology_editor_set_stacked (MerMethodologyEditor *self,
                                         gboolean              stacked);
/* Says below the field of a property what is wrong with what was typed elsewhere. */
void mer_methodology_editor_complain (MerMethodologyEditor *self,
                                      const char           *property,
                                      const char           *text);
/* Stores what is being typed, as when the keyboard goes elsewhere. */
void mer_methodology_editor_finish (MerMethodologyEditor *self);

G_END_DECLS
