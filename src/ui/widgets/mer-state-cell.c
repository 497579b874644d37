/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/widgets/mer-state-cell.h"

/* Colour never tells alone: each has an icon of its own, and words. */
static const struct
{
  const char *icon;
  const char *css_class;
} looks[] = {
  [MER_RECORD_STATE_NONE] = { NULL, NULL },
  [MER_RECORD_STATE_PLANNED] = { "merilo-planned-symbolic", "mer-planned" },
  [MER_RECORD_STATE_WORK] = { "merilo-work-symbolic", "mer-work" },
  [MER_RECORD_STATE_DONE] = { "merilo-check-symbolic", "mer-done" },
  [MER_RECORD_STATE_OVERDUE] = { "merilo-overdue-symbolic", "mer-overdue" },
  [MER_RECORD_STATE_WARNING] = { "merilo-warning-symbolic", "mer-warning" },
};

GtkWidget *
mer_state_cell_new (void)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *image = gtk_image_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (cell), image);
  gtk_box_append (GTK_BOX (cell), label);
  return cell;
}

void
mer_state_cell_show (GtkWidget     *cell,
                     MerRecordState state,
                     const char    *words)
{
  GtkWidget *image = gtk_widget_get_first_child (cell);
  GtkWidget *label = gtk_widget_get_last_child (cell);

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if (looks[i].css_class != NULL)
      gtk_widget_remove_css_class (cell, looks[i].css_class);
  if (looks[state].css_class != NULL)
    gtk_widget_add_css_class (cell, looks[state].css_class);
  gtk_image_set_from_icon_name (GTK_IMAGE (image), looks[state].icon);
  gtk_widget_set_visible (image, looks[state].icon != NULL);
  gtk_label_set_label (GTK_LABEL (label), words != NULL ? words : "");
}
