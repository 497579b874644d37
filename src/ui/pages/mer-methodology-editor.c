/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pane that edits one row of the rules. A text that is typed is tried on the stored rules at
 * each key: what cannot stand is said below its field, what can is shown everywhere at once, and
 * becomes an action when the keyboard leaves the field (mer-methodology-editor-edit.c). */

#include "config.h"

#include "ui/mer-ui.h"
#include "ui/pages/mer-methodology-editor-private.h"
#include "ui/pages/mer-methodology-outline.h"
#include "ui/widgets/mer-wrap-bar.h"

G_DEFINE_FINAL_TYPE (MerMethodologyEditor, mer_methodology_editor, ADW_TYPE_BIN)

enum
{
  RENAMED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

/* --- showing --------------------------------------------------------------------------- */

static void
update (MerMethodologyEditor *self)
{
  MerMethodology *methodology = mer_methodology_editing_get (self->editing);
  gboolean        there = self->row != NULL && methodology != NULL &&
                   (!mer_outline_is_part (self->row) ||
                    mer_methodology_has_part (methodology, self->row));

  gtk_widget_set_visible (GTK_WIDGET (self->scrolled), there);
  if (!there)
    return;
  mer_methodology_editor_show_heading (self);
  mer_methodology_editor_show_fields (self);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  return mer_methodology_editor_escape (MER_METHODOLOGY_EDITOR (widget)) ? GDK_EVENT_STOP
                                                                         : GDK_EVENT_PROPAGATE;
}

/* --- the object -------------------------------------------------------------------------- */

static void
mer_methodology_editor_dispose (GObject *object)
{
  MerMethodologyEditor *self = MER_METHODOLOGY_EDITOR (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MER_TYPE_METHODOLOGY_EDITOR);
  g_clear_pointer (&self->row, g_free);
  g_clear_pointer (&self->fields_of, g_free);
  g_clear_object (&self->editing);
  G_OBJECT_CLASS (mer_methodology_editor_parent_class)->dispose (object);
}

static void
mer_methodology_editor_class_init (MerMethodologyEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_methodology_editor_dispose;
  g_type_ensure (MER_TYPE_WRAP_BAR);
  signals[RENAMED] = g_signal_new ("renamed", MER_TYPE_METHODOLOGY_EDITOR, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING,
                                   G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MER_UI_RESOURCE ("mer-methodology-editor.ui"));
  gtk_widget_class_bind_template_child (widget_class, MerMethodologyEditor, scrolled);
  gtk_widget_class_bind_template_child (widget_class, MerMethodologyEditor, kind);
  gtk_widget_class_bind_template_child (widget_class, MerMethodologyEditor, title);
  gtk_widget_class_bind_template_child (widget_class, MerMethodologyEditor, about);
  gtk_widget_class_bind_template_child (widget_class, MerMethodologyEditor, differs);
  gtk_widget_class_bind_template_child (widget_class, MerMethodologyEditor, differs_label);
  gtk_widget_class_bind_template_child (widget_class, MerMethodologyEditor, restore);
  gtk_widget_class_bind_template_child (widget_class, MerMethodologyEditor, doubt);
  gtk_widget_class_bind_template_child (widget_class, MerMethodologyEditor, confirm);
  gtk_widget_class_bind_template_child (widget_class, MerMethodologyEditor, troubles);
  gtk_widget_class_bind_template_child (widget_class, MerMethodologyEditor, troubles_label);
  gtk_widget_class_bind_template_child (widget_class, MerMethodologyEditor, normalize);
  gtk_widget_class_bind_template_child (widget_class, MerMethodologyEditor, formula);
  gtk_widget_class_bind_template_child (widget_class, MerMethodologyEditor, signs);
  gtk_widget_class_bind_template_child (widget_class, MerMethodologyEditor, words);
  gtk_widget_class_bind_template_child (widget_class, MerMethodologyEditor, terms);
  gtk_widget_class_bind_template_child (widget_class, MerMethodologyEditor, fields);
  gtk_widget_class_bind_template_callback_full (widget_class, "confirm_cb",
                                                G_CALLBACK (mer_methodology_editor_confirm));
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
mer_methodology_editor_init (MerMethodologyEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mer_methodology_editor_new:
 * @editing: the rules
 *
 * Returns: (transfer floating): a pane that shows nothing yet
 */
MerMethodologyEditor *
mer_methodology_editor_new (MerMethodologyEditing *editing)
{
  MerMethodologyEditor *self = g_object_new (MER_TYPE_METHODOLOGY_EDITOR, NULL);

  self->editing = g_object_ref (editing);
  g_signal_connect_object (editing, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return self;
}

void
mer_methodology_editor_set_row (MerMethodologyEditor *self,
                                const char           *row)
{
  g_return_if_fail (MER_IS_METHODOLOGY_EDITOR (self));
  if (g_strcmp0 (self->row, row) == 0)
    return;
  mer_methodology_editor_finish (self);
  g_free (self->row);
  self->row = g_strdup (row);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  update (self);
}

static MerMethodologyField *
find_field (MerMethodologyEditor *self,
            const char           *property)
{
  MerMethodologyField *field = mer_methodology_editor_first_field (self);

  while (field != NULL &&
         g_strcmp0 (mer_methodology_field_get_property_name (field), property) != 0)
    field = mer_methodology_editor_field_after (field);
  return field;
}

void
mer_methodology_editor_focus (MerMethodologyEditor *self,
                              const char           *property)
{
  MerMethodologyField *field = NULL;

  g_return_if_fail (MER_IS_METHODOLOGY_EDITOR (self));
  field = find_field (self, property);
  if (field != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (field));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->fields), GTK_DIR_TAB_FORWARD);
}

/* The formula, as the template has it, or one below the other. */
static void
stack_formula (MerMethodologyEditor *self)
{
  static const struct
  {
    int column;
    int row;
    int span;
  } beside[] = { { 0, 0, 3 }, { 3, 0, 7 }, { 0, 1, 3 }, { 3, 1, 7 }, { 3, 2, 7 } };
  GtkLayoutManager *grid = gtk_widget_get_layout_manager (self->formula);
  GtkWidget        *child = gtk_widget_get_first_child (self->formula);

  for (int i = 0; child != NULL && i < (int) G_N_ELEMENTS (beside); i++)
    {
      GtkGridLayoutChild *cell =
        GTK_GRID_LAYOUT_CHILD (gtk_layout_manager_get_layout_child (grid, child));

      gtk_grid_layout_child_set_column (cell, self->stacked ? 0 : beside[i].column);
      gtk_grid_layout_child_set_row (cell, self->stacked ? i : beside[i].row);
      gtk_grid_layout_child_set_column_span (cell, self->stacked ? 10 : beside[i].span);
      child = gtk_widget_get_next_sibling (child);
    }
}

void
mer_methodology_editor_set_stacked (MerMethodologyEditor *self,
                                    gboolean              stacked)
{
  g_return_if_fail (MER_IS_METHODOLOGY_EDITOR (self));
  if (self->stacked == stacked)
    return;
  self->stacked = stacked;
  stack_formula (self);
  for (MerMethodologyField *field = mer_methodology_editor_first_field (self); field != NULL;
       field = mer_methodology_editor_field_after (field))
    mer_methodology_field_set_stacked (field, stacked);
}

void
mer_methodology_editor_complain (MerMethodologyEditor *self,
                                 const char           *property,
                                 const char           *text)
{
  MerMethodologyField *field = NULL;

  g_return_if_fail (MER_IS_METHODOLOGY_EDITOR (self));
  field = find_field (self, property);
  if (field != NULL)
    mer_methodology_field_set_problem (field, text);
}

void
mer_methodology_editor_finish (MerMethodologyEditor *self)
{
  MerMethodologyField *field = NULL;

  g_return_if_fail (MER_IS_METHODOLOGY_EDITOR (self));
  field = mer_methodology_editor_typing_field (self);
  if (field != NULL)
    mer_methodology_editor_entered (self, field);
}
