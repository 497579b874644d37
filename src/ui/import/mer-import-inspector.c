/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pane beside the preview: the header in full, what the column may be, and its values. */

#include "config.h"

#include <glib/gi18n.h>

#include "import/mer-import-problems.h"
#include "ui/import/mer-import-column-head.h"
#include "ui/import/mer-import-inspector.h"
#include "ui/import/mer-import-values.h"
#include "ui/widgets/mer-children.h"

struct _MerImportInspector
{
  GtkBox parent_instance;

  /* template children */
  GtkLabel        *letter;
  GtkLabel        *header;
  GtkWidget       *warning;
  GtkLabel        *warning_text;
  GtkBox          *choices;
  MerImportValues *values;
  GtkWidget       *next;

  MerImportState         *state;   /* owned, nullable */
  const MerImportPreview *preview; /* borrowed, only compared */
  guint                   column;
};

G_DEFINE_FINAL_TYPE (MerImportInspector, mer_import_inspector, GTK_TYPE_BOX)

/* --- what it may be -------------------------------------------------------- */

static void
choice_toggled_cb (MerImportInspector *self,
                   GtkCheckButton     *button)
{
  const char *code = g_object_get_data (G_OBJECT (button), "code");

  if (gtk_check_button_get_active (button))
    mer_import_state_decide (self->state, self->column, code);
}

static GtkCheckButton *
add_choice (MerImportInspector *self,
            const char         *title,
            const char         *code,
            const char         *note,
            GtkCheckButton     *group)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), label);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), group);
  g_object_set_data_full (G_OBJECT (button), "code", g_strdup (code), g_free);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (choice_toggled_cb), self);
  gtk_box_append (GTK_BOX (row), button);
  if (note != NULL)
    {
      GtkWidget *side = gtk_label_new (note);

      gtk_widget_add_css_class (side, "small");
      gtk_widget_add_css_class (side, "mer-secondary");
      gtk_widget_add_css_class (side, "numeric");
      gtk_box_append (GTK_BOX (row), side);
    }
  gtk_box_append (self->choices, row);
  return GTK_CHECK_BUTTON (button);
}

/* The code of a target by its title: what a rival is known by. */
static const char *
code_of_title (MerImportInspector *self,
               const char         *title)
{
  GPtrArray *targets = mer_import_state_get_targets (self->state);
  guint      i;

  for (i = 0; i < targets->len; i++)
    {
      const MerImportTarget *target = g_ptr_array_index (targets, i);

      if (g_strcmp0 (target->title, title) == 0 || g_str_has_suffix (target->title, title))
        return target->code;
    }
  return NULL;
}

static void
show_choices (MerImportInspector    *self,
              const MerImportColumn *column)
{
  GtkCheckButton  *group = NULL;
  g_autofree char *likeness = NULL;
  const char      *rival = NULL;
  gboolean         decide = column->state == MER_COLUMN_DECIDE;

  mer_box_clear (self->choices);
  gtk_widget_set_visible (GTK_WIDGET (self->choices), decide);
  gtk_widget_set_visible (self->warning, decide);
  if (!decide)
    return;
  if (column->rival != NULL)
    rival = code_of_title (self, column->rival);
  gtk_label_set_text (self->warning_text,
                      rival != NULL
                      ? _("It resembles two meanings. Choose one, or leave the column out.")
                      : _("It is not certain what this column is. Choose, or leave it out."));
  likeness = g_strdup_printf (_("likeness %u %%"), column->similarity);
  if (column->code != NULL)
    group = add_choice (self, column->title != NULL ? column->title : column->code, column->code,
                        likeness, NULL);
  if (rival != NULL)
    group = add_choice (self, column->rival, rival, NULL, group);
  add_choice (self, _("Do not import"), "skip", NULL, group);
}

/* --- the object ------------------------------------------------------------ */

static void
mer_import_inspector_dispose (GObject *object)
{
  MerImportInspector *self = MER_IMPORT_INSPECTOR (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MER_TYPE_IMPORT_INSPECTOR);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (mer_import_inspector_parent_class)->dispose (object);
}

static void
mer_import_inspector_class_init (MerImportInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_import_inspector_dispose;
  g_type_ensure (MER_TYPE_IMPORT_VALUES);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/merilo/Merilo/ui/mer-import-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, MerImportInspector, letter);
  gtk_widget_class_bind_template_child (widget_class, MerImportInspector, header);
  gtk_widget_class_bind_template_child (widget_class, MerImportInspector, warning);
  gtk_widget_class_bind_template_child (widget_class, MerImportInspector, warning_text);
  gtk_widget_class_bind_template_child (widget_class, MerImportInspector, choices);
  gtk_widget_class_bind_template_child (widget_class, MerImportInspector, values);
  gtk_widget_class_bind_template_child (widget_class, MerImportInspector, next);
}

static void
mer_import_inspector_init (MerImportInspector *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Whether any other column waits for a decision. */
static gboolean
others_undecided (const MerImportPreview *preview,
                  guint                   column)
{
  guint i;

  for (i = 0; i < preview->columns->len; i++)
    {
      const MerImportColumn *other = g_ptr_array_index (preview->columns, i);

      if (i != column && other->state == MER_COLUMN_DECIDE)
        return TRUE;
    }
  return FALSE;
}

/**
 * mer_import_inspector_show:
 * @self: a pane
 * @state: with a preview
 * @column: which of its columns
 */
void
mer_import_inspector_show (MerImportInspector *self,
                           MerImportState     *state,
                           guint               column)
{
  const MerImportPreview *preview = mer_import_state_get_preview (state);
  const MerImportColumn  *shown = NULL;
  g_autofree char        *letters = mer_import_column_letters (column);
  g_autofree char        *title = g_strdup_printf (_("Column %s"), letters);
  gboolean                same =
    state == self->state && column == self->column && preview == self->preview;

  g_return_if_fail (preview != NULL && column < preview->columns->len);
  g_set_object (&self->state, state);
  self->preview = preview;
  self->column = column;
  shown = g_ptr_array_index (preview->columns, column);
  gtk_label_set_text (self->letter, title);
  gtk_label_set_text (self->header, *shown->header != '\0' ? shown->header : _("without a header"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->header), shown->header);
  if (!same)
    show_choices (self, shown);
  mer_import_values_show (self->values, state, column);
  gtk_widget_set_visible (self->next, others_undecided (preview, column));
}
