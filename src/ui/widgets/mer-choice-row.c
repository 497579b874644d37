/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A name and its mark. Only the marked button (or the first) takes the keyboard. */

#include "config.h"

#include "ui/widgets/mer-choice-row.h"

struct _MerChoiceRow
{
  GtkListBoxRow parent_instance;

  GPtrArray *buttons; /* of GtkToggleButton, children */
  int        choice;
  gboolean   blank;
  gboolean   setting;
};

G_DEFINE_FINAL_TYPE (MerChoiceRow, mer_choice_row, GTK_TYPE_LIST_BOX_ROW)

static guint chosen_signal;

static void
show (MerChoiceRow *self)
{
  self->setting = TRUE;
  for (guint i = 0; i < self->buttons->len; i++)
    {
      GtkWidget *button = self->buttons->pdata[i];

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), self->choice == (int) i);
      gtk_widget_set_focusable (button, (int) i == MAX (self->choice, 0));
    }
  self->setting = FALSE;
}

void
mer_choice_row_set (MerChoiceRow *self,
                    int           choice)
{
  g_return_if_fail (MER_IS_CHOICE_ROW (self));
  if (choice == self->choice)
    return;
  self->choice = choice;
  show (self);
}

int
mer_choice_row_get (MerChoiceRow *self)
{
  return self->choice;
}

static void
choose (MerChoiceRow *self,
        int           choice)
{
  int      before = self->choice;
  gboolean taken = FALSE;

  if (choice == self->choice)
    return;
  self->choice = choice;
  show (self);
  gtk_widget_grab_focus (self->buttons->pdata[MAX (choice, 0)]);
  g_signal_emit (self, chosen_signal, 0, choice, &taken);
  if (!taken)
    mer_choice_row_set (self, before);
}

static void
toggled_cb (GtkToggleButton *button,
            MerChoiceRow    *self)
{
  guint index = 0;

  if (self->setting || !g_ptr_array_find (self->buttons, button, &index))
    return;
  if (gtk_toggle_button_get_active (button))
    choose (self, (int) index);
  else if (self->blank)
    choose (self, -1);
  else
    show (self);
}

static void
step (MerChoiceRow *self,
      int           by)
{
  int most = (int) self->buttons->len - 1;

  choose (self, self->choice < 0 ? 0 : CLAMP (self->choice + by, 0, most));
}

static void
go (MerChoiceRow *self,
    gboolean      down)
{
  GtkWidget    *next = down ? gtk_widget_get_next_sibling (GTK_WIDGET (self))
                            : gtk_widget_get_prev_sibling (GTK_WIDGET (self));
  MerChoiceRow *row = MER_IS_CHOICE_ROW (next) ? MER_CHOICE_ROW (next) : NULL;

  if (row != NULL)
    gtk_widget_grab_focus (row->buttons->pdata[MAX (row->choice, 0)]);
}

static gboolean
key_cb (MerChoiceRow   *self,
        guint           key,
        guint           code,
        GdkModifierType state)
{
  gboolean backwards = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Left || key == GDK_KEY_KP_Left)
    step (self, backwards ? 1 : -1);
  else if (key == GDK_KEY_Right || key == GDK_KEY_KP_Right)
    step (self, backwards ? -1 : 1);
  else if (key == GDK_KEY_Up || key == GDK_KEY_KP_Up || key == GDK_KEY_Down ||
           key == GDK_KEY_KP_Down)
    go (self, key == GDK_KEY_Down || key == GDK_KEY_KP_Down);
  else if (self->blank && (key == GDK_KEY_Delete || key == GDK_KEY_BackSpace))
    choose (self, -1);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
mer_choice_row_finalize (GObject *object)
{
  g_ptr_array_unref (MER_CHOICE_ROW (object)->buttons);
  G_OBJECT_CLASS (mer_choice_row_parent_class)->finalize (object);
}

static void
mer_choice_row_class_init (MerChoiceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mer_choice_row_finalize;
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_BOOLEAN, 1, G_TYPE_INT);
}

static void
mer_choice_row_init (MerChoiceRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->buttons = g_ptr_array_new ();
  self->choice = -1;
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static GtkWidget *
make_button (MerChoiceRow *self,
             const char   *name,
             const char   *word)
{
  GtkWidget       *button = gtk_toggle_button_new_with_label (word);
  g_autofree char *label = g_strdup_printf ("%s: %s", name, word);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, 0);
  g_ptr_array_add (self->buttons, button);
  return button;
}

GtkWidget *
mer_choice_row_new (const char        *name,
                    const char *const *words,
                    guint              n,
                    gboolean           blank)
{
  MerChoiceRow *self = g_object_new (MER_TYPE_CHOICE_ROW, NULL);
  GtkWidget    *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget    *label = gtk_label_new (name);
  GtkWidget    *linked = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->blank = blank;
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, name);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (linked, "linked");
  gtk_widget_add_css_class (linked, "mer-marks");
  gtk_widget_set_valign (linked, GTK_ALIGN_CENTER);
  for (guint i = 0; i < n; i++)
    gtk_box_append (GTK_BOX (linked), make_button (self, name, words[i]));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), linked);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  show (self);
  return GTK_WIDGET (self);
}
