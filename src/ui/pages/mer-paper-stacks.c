/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of stacks of paper questionnaires: whose, how far, open or closed. */

#include "config.h"

#include <glib/gi18n.h>

#include "store/mer-registry-store.h"
#include "store/mer-stack-store.h"
#include "ui/pages/mer-paper-stacks.h"
#include "ui/widgets/mer-children.h"

static char *
organization_name (GPtrArray *organizations,
                   gint64     id)
{
  for (guint i = 0; organizations != NULL && i < organizations->len; i++)
    {
      const MerOrganization *organization = g_ptr_array_index (organizations, i);

      if (organization->id == id)
        return g_strdup (organization->name);
    }
  return g_strdup ("—");
}

/* «стопка 1 · 48 из 60 · открыта» */
static char *
stack_state (const MerStack *stack)
{
  MerLanguage      language = mer_language_of_locale ();
  g_autofree char *entered = mer_format_count (language, stack->entered);
  g_autofree char *expected = mer_format_count (language, stack->expected);
  const char      *state = stack->batch_id == 0 ? C_("stack", "open") : C_("stack", "closed");

  if (stack->expected < 0)
    /* Translators: name of a stack, questionnaires entered, "open" or "closed". */
    return g_strdup_printf (_("%s · %s · %s"), stack->title, entered, state);
  /* Translators: name of a stack, entered, how many lie on the table, "open" or "closed". */
  return g_strdup_printf (_("%s · %s of %s · %s"), stack->title, entered, expected, state);
}

static GtkWidget *
make_stack_row (const MerStack *stack,
                const char     *name)
{
  GtkWidget       *row = gtk_list_box_row_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget       *label = gtk_label_new (name);
  g_autofree char *state = stack_state (stack);
  GtkWidget       *state_label = gtk_label_new (state);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_add_css_class (label, "mer-strong");
  gtk_label_set_xalign (GTK_LABEL (state_label), 0);
  gtk_label_set_wrap (GTK_LABEL (state_label), TRUE);
  gtk_widget_add_css_class (state_label, "small");
  gtk_widget_add_css_class (state_label, "numeric");
  gtk_widget_add_css_class (state_label, "mer-secondary");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), state_label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, name);
  g_object_set_data_full (G_OBJECT (row), "stack", g_memdup2 (&stack->id, sizeof stack->id),
                          g_free);
  return row;
}

/**
 * mer_paper_stacks_get:
 * @row: a row of the list
 *
 * Returns: the stack that it stands for
 */
gint64
mer_paper_stacks_get (GtkListBoxRow *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "stack");

  return *id;
}

/**
 * mer_paper_stacks_fill:
 * @list: made anew
 * @document: names of organizations are read from it
 * @stacks: (element-type MerStack): in the order of the list
 * @selected: the stack whose row is selected
 *
 * Returns: (transfer full) (nullable): whose the selected one is
 */
char *
mer_paper_stacks_fill (GtkListBox  *list,
                       MerDocument *document,
                       GPtrArray   *stacks,
                       gint64       selected)
{
  g_autoptr (GPtrArray) organizations = mer_store_organizations (document, NULL);
  g_autofree char *found = NULL;

  mer_list_box_clear (list);
  for (guint i = 0; i < stacks->len; i++)
    {
      const MerStack  *stack = g_ptr_array_index (stacks, i);
      g_autofree char *name = organization_name (organizations, stack->organization_id);
      GtkWidget       *row = make_stack_row (stack, name);

      gtk_list_box_append (list, row);
      if (stack->id != selected)
        continue;
      gtk_list_box_select_row (list, GTK_LIST_BOX_ROW (row));
      found = g_steal_pointer (&name);
    }
  return g_steal_pointer (&found);
}
