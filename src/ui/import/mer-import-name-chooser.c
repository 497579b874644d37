/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The choice of an organization. The list is short at any time: candidates, or the first that
 * the search finds. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/mer-name.h"
#include "ui/import/mer-import-name-chooser.h"
#include "ui/widgets/mer-children.h"

#define MOST_FOUND 40

struct _MerImportNameChooser
{
  GtkPopover parent_instance;

  /* template children */
  GtkLabel       *heading;
  GtkSearchEntry *search;
  GtkListBox     *list;
  GtkWidget      *forget;

  MerImportState   *state; /* owned, nullable */
  MerImportNameRow *row;   /* owned, nullable */
};

G_DEFINE_FINAL_TYPE (MerImportNameChooser, mer_import_name_chooser, GTK_TYPE_POPOVER)

/* --- the list ------------------------------------------------------------------------- */

static void
add_line (MerImportNameChooser *self,
          gint64                id,
          const char           *name,
          const char           *note)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *side = gtk_label_new (note);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (label, name);
  gtk_widget_add_css_class (side, "small");
  gtk_widget_add_css_class (side, "mer-secondary");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), side);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "id", g_memdup2 (&id, sizeof id), g_free);
  gtk_list_box_append (self->list, row);
}

static void
list_candidates (MerImportNameChooser *self)
{
  const MerImportName *name = mer_import_name_row_get_name (self->row);

  for (guint i = 0; i < name->candidates->len; i++)
    {
      const MerImportCandidate *candidate = g_ptr_array_index (name->candidates, i);
      g_autofree char          *note =
        candidate->similarity == 100
        ? g_strdup (C_("name", "exact"))
        : g_strdup_printf (C_("name", "similar %u %%"), candidate->similarity);

      add_line (self, candidate->organization_id, candidate->name, note);
    }
}

static void
list_found (MerImportNameChooser *self,
            const char           *needle)
{
  const GPtrArray *known = mer_import_state_get_known (self->state);
  guint            n = 0;

  for (guint i = 0; known != NULL && i < known->len && n < MOST_FOUND; i++)
    {
      const MerImportKnown *one = g_ptr_array_index (known, i);

      if (strstr (one->key, needle) == NULL)
        continue;
      add_line (self, one->id, one->name, NULL);
      n++;
    }
}

static void
fill_list (MerImportNameChooser *self)
{
  g_autofree char *needle =
    mer_name_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);

  mer_list_box_clear (self->list);
  if (self->row == NULL)
    return;
  if (*needle == '\0')
    list_candidates (self);
  /* Without candidates the registry itself is the list. */
  if (*needle != '\0' || gtk_list_box_get_row_at_index (self->list, 0) == NULL)
    list_found (self, needle);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

/* --- deciding ------------------------------------------------------------------------- */

static void
decide (MerImportNameChooser *self,
        MerNameAction         action,
        gint64                id)
{
  g_autoptr (MerImportNameRow) row = g_object_ref (self->row);

  gtk_popover_popdown (GTK_POPOVER (self));
  mer_import_state_decide_name (self->state, mer_import_name_row_get_name (row), action, id);
}

static void
line_activated_cb (MerImportNameChooser *self,
                   GtkListBoxRow        *line)
{
  const gint64 *id = g_object_get_data (G_OBJECT (line), "id");

  decide (self, MER_NAME_CHOOSE, *id);
}

/* Enter in the search takes the first line. */
static void
search_activated_cb (MerImportNameChooser *self)
{
  GtkListBoxRow *line = NULL;

  fill_list (self); /* it may still be waiting for more letters */
  line = gtk_list_box_get_row_at_index (self->list, 0);
  if (line != NULL)
    line_activated_cb (self, line);
}

static void
create_cb (MerImportNameChooser *self)
{
  decide (self, MER_NAME_CREATE, 0);
}

static void
skip_cb (MerImportNameChooser *self)
{
  decide (self, MER_NAME_SKIP, 0);
}

static void
forget_cb (MerImportNameChooser *self)
{
  g_autoptr (MerImportNameRow) row = g_object_ref (self->row);

  gtk_popover_popdown (GTK_POPOVER (self));
  mer_import_state_forget_name (self->state, mer_import_name_row_get_name (row));
}

static void
closed_cb (MerImportNameChooser *self)
{
  g_clear_object (&self->row);
  g_clear_object (&self->state);
}

/* --- the object ----------------------------------------------------------------------- */

static void
mer_import_name_chooser_dispose (GObject *object)
{
  MerImportNameChooser *self = MER_IMPORT_NAME_CHOOSER (object);

  closed_cb (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), MER_TYPE_IMPORT_NAME_CHOOSER);
  G_OBJECT_CLASS (mer_import_name_chooser_parent_class)->dispose (object);
}

static void
mer_import_name_chooser_class_init (MerImportNameChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_import_name_chooser_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/merilo/Merilo/ui/mer-import-name-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, MerImportNameChooser, heading);
  gtk_widget_class_bind_template_child (widget_class, MerImportNameChooser, search);
  gtk_widget_class_bind_template_child (widget_class, MerImportNameChooser, list);
  gtk_widget_class_bind_template_child (widget_class, MerImportNameChooser, forget);
  gtk_widget_class_bind_template_callback (widget_class, fill_list);
  gtk_widget_class_bind_template_callback (widget_class, gtk_popover_popdown);
  gtk_widget_class_bind_template_callback (widget_class, line_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_bind_template_callback (widget_class, skip_cb);
  gtk_widget_class_bind_template_callback (widget_class, forget_cb);
}

static void
mer_import_name_chooser_init (MerImportNameChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
mer_import_name_chooser_new (GtkWidget *parent)
{
  MerImportNameChooser *self = g_object_new (MER_TYPE_IMPORT_NAME_CHOOSER, NULL);

  gtk_widget_set_parent (GTK_WIDGET (self), parent);
  return GTK_WIDGET (self);
}

void
mer_import_name_chooser_open (MerImportNameChooser *self,
                              MerImportState       *state,
                              MerImportNameRow     *row,
                              GtkWidget            *beside)
{
  const MerImportName *name = mer_import_name_row_get_name (row);
  GtkWidget           *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char     *heading = g_strdup_printf (_("Which organization is this: %s"), name->name);
  graphene_rect_t      bounds;

  g_set_object (&self->state, state);
  g_set_object (&self->row, row);
  gtk_label_set_text (self->heading, heading);
  gtk_widget_set_visible (self->forget, name->decided);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  fill_list (self);
  if (beside != NULL && gtk_widget_compute_bounds (beside, parent, &bounds))
    {
      GdkRectangle at = { (int) bounds.origin.x, (int) bounds.origin.y,
                          (int) bounds.size.width, (int) bounds.size.height };

      gtk_popover_set_pointing_to (GTK_POPOVER (self), &at);
    }
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
