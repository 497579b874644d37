/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A line below a row of a form. It takes no keyboard, but GtkListBox 4.8 stops at a row that takes
 * none: what it is offered goes on to the next one that does. */

#include "config.h"

#include "ui/widgets/mer-note-row.h"

struct _MerNoteRow
{
  AdwPreferencesRow parent_instance;
};

G_DEFINE_FINAL_TYPE (MerNoteRow, mer_note_row, ADW_TYPE_PREFERENCES_ROW)

static gboolean
mer_note_row_focus (GtkWidget       *widget,
                    GtkDirectionType direction)
{
  gboolean back = direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP;

  for (GtkWidget *row = back ? gtk_widget_get_prev_sibling (widget)
                             : gtk_widget_get_next_sibling (widget);
       row != NULL; row = back ? gtk_widget_get_prev_sibling (row)
                               : gtk_widget_get_next_sibling (row))
    {
      if (MER_IS_NOTE_ROW (row) || !gtk_widget_get_visible (row))
        continue;
      if (gtk_widget_child_focus (row, direction))
        return TRUE;
    }
  return FALSE;
}

static void
mer_note_row_class_init (MerNoteRowClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = mer_note_row_focus;
}

static void
mer_note_row_init (MerNoteRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "mer-note");
}

GtkWidget *
mer_note_row_new (void)
{
  return g_object_new (MER_TYPE_NOTE_ROW, NULL);
}
