/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What rules have to say, behind a button. */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/mer-ui.h"
#include "ui/widgets/mer-children.h"
#include "ui/widgets/mer-rule-list.h"

#define LIST_WIDTH 420
#define LIST_HEIGHT 400

struct _MerRuleList
{
  GtkBox parent_instance;

  GPtrArray     *notes; /* owned, of MerRuleNote */
  GtkMenuButton *button;
  GtkPopover    *popover;
  GtkListBox    *list;
};

G_DEFINE_FINAL_TYPE (MerRuleList, mer_rule_list, GTK_TYPE_BOX)

enum
{
  SIGNAL_NOTE_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

GtkWidget *
mer_rule_list_new (void)
{
  return g_object_new (MER_TYPE_RULE_LIST, NULL);
}

static GtkWidget *
make_row (const MerRuleNote *note)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *icon = gtk_image_new_from_icon_name (note->severity == MER_RULE_WARNING
                                                    ? "merilo-warning-symbolic"
                                                    : "merilo-info-symbolic");
  GtkWidget *label = gtk_label_new (note->text);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 46); /* or it asks for the height of one line */
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
update_button (MerRuleList *self)
{
  g_autofree char *label = self->notes->len > 0 ? g_strdup_printf (_("Check: %u"), self->notes->len)
                                                : g_strdup (_("Check: all is well"));

  gtk_menu_button_set_label (self->button, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), self->notes->len > 0);
}

void
mer_rule_list_take (MerRuleList *self,
                    GPtrArray   *notes)
{
  g_return_if_fail (MER_IS_RULE_LIST (self));
  g_ptr_array_unref (self->notes);
  self->notes = notes;
  mer_list_box_clear (self->list);
  for (guint i = 0; i < notes->len; i++)
    gtk_list_box_append (self->list, make_row (notes->pdata[i]));
  update_button (self);
}

const GPtrArray *
mer_rule_list_get_notes (MerRuleList *self)
{
  return self->notes;
}

static void
row_activated_cb (MerRuleList   *self,
                  GtkListBoxRow *row)
{
  const MerRuleNote *note = self->notes->pdata[gtk_list_box_row_get_index (row)];

  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[SIGNAL_NOTE_ACTIVATED], 0, note->kind, note->id);
}

static void
mer_rule_list_finalize (GObject *object)
{
  g_ptr_array_unref (MER_RULE_LIST (object)->notes);
  G_OBJECT_CLASS (mer_rule_list_parent_class)->finalize (object);
}

static void
mer_rule_list_class_init (MerRuleListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mer_rule_list_finalize;
  signals[SIGNAL_NOTE_ACTIVATED] =
    g_signal_new ("note-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);
}

static void
mer_rule_list_init (MerRuleList *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->notes = mer_rule_notes_new ();
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  self->popover = GTK_POPOVER (gtk_popover_new ());
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "mer-rules");
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT);
  gtk_widget_set_size_request (scroller, LIST_WIDTH, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_popover_set_child (self->popover, scroller);
  gtk_menu_button_set_popover (self->button, GTK_WIDGET (self->popover));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->button));
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  update_button (self);
}
