/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The bar of steps: numbers, and a check mark for what is done. */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/import/mer-import-steps.h"
#include "ui/widgets/mer-children.h"

struct _MerImportSteps
{
  GtkBox parent_instance;

  const char *const *titles;
  guint              n;
};

G_DEFINE_FINAL_TYPE (MerImportSteps, mer_import_steps, GTK_TYPE_BOX)

static void
mer_import_steps_class_init (MerImportStepsClass *klass)
{
}

static void
mer_import_steps_init (MerImportSteps *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 8);
}

static GtkWidget *
make_step (MerImportSteps *self,
           guint           number,
           guint           current)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *digit =
    number < current ? g_strdup ("✓") : g_strdup_printf ("%u", number + 1);
  GtkWidget       *mark = gtk_label_new (digit);
  GtkWidget       *label = gtk_label_new (_(self->titles[number]));
  g_autofree char *name =
    g_strdup_printf (number == current ? _("Step %u of %u, %s, current")
                                       : number < current
                     ? _("Step %u of %u, %s, done")
                     : _("Step %u of %u, %s"),
                          number + 1, self->n, _(self->titles[number]));

  gtk_widget_add_css_class (mark, "mer-step-number");
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, number == current  ? "mer-step-current"
                                 : number < current ? "mer-step-done"
                                                    : "mer-step-later");
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

void
mer_import_steps_set_titles (MerImportSteps    *self,
                             const char *const *titles)
{
  g_return_if_fail (MER_IS_IMPORT_STEPS (self));
  self->titles = titles;
  self->n = g_strv_length ((char **) (gpointer) (gsize) titles);
}

void
mer_import_steps_set_current (MerImportSteps *self,
                              guint           current)
{
  g_return_if_fail (MER_IS_IMPORT_STEPS (self));
  mer_box_clear (GTK_BOX (self));
  for (guint i = 0; i < self->n; i++)
    {
      if (i > 0)
        {
          GtkWidget *line = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);

          gtk_widget_set_size_request (line, 20, -1);
          gtk_widget_set_valign (line, GTK_ALIGN_CENTER);
          gtk_box_append (GTK_BOX (self), line);
        }
      gtk_box_append (GTK_BOX (self), make_step (self, i, current));
    }
}
