/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lists behind «Проверка» and «Отличия». */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "methodology/mer-measure.h"
#include "methodology/mer-policy.h"
#include "ui/mer-text-scale.h"
#include "ui/pages/mer-methodology-findings.h"
#include "ui/pages/mer-methodology-outline.h"
#include "ui/widgets/mer-children.h"

#define WIDTH 420
#define MAX_HEIGHT 420
#define WIDTH_CHARS 36

struct _MerMethodologyFindings
{
  AdwBin parent_instance;

  MerMethodologyEditing *editing; /* owned */
  MerFindings            what;

  GtkWidget  *nothing; /* child */
  GtkListBox *list;    /* child */
  GtkWidget  *all;     /* child: returns everything */
};

G_DEFINE_FINAL_TYPE (MerMethodologyFindings, mer_methodology_findings, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  RESTORE,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

/* --- words ------------------------------------------------------------------------------- */

static char *
value_text (MerPartKind kind,
            const char *property,
            const char *value)
{
  const MerPolicy       *policy = mer_outline_policy (property) != NULL
                                    ? mer_policy_find (mer_outline_policy (property))
                                    : NULL;
  const MerPolicyChoice *choice = NULL;

  if (value == NULL || *value == '\0')
    return g_strdup ("—");
  if (policy != NULL)
    {
      choice = mer_policy_choice (policy, value);
      return g_strdup (choice != NULL ? _(choice->title) : value);
    }
  switch (mer_part_property_value (kind, property))
    {
    case MER_VALUE_NUMBER:
    case MER_VALUE_NUMBERS:
    case MER_VALUE_PAIRS:
      return mer_outline_number (value);
    case MER_VALUE_YES_NO:
      return g_strdup (g_str_equal (value, "yes") ? _("yes") : _("no"));
    case MER_VALUE_CHOICE:
      if (mer_measure_kind_find (value) != NULL)
        return g_strdup (_(mer_measure_kind_find (value)->title));
      return g_strdup (_(mer_part_choice_label (kind, property, value)));
    case MER_VALUE_TEXT:
    case MER_VALUE_OPTIONAL_TEXT:
    case MER_VALUE_CODE:
    case MER_VALUE_CHOICES:
    case MER_VALUE_LINK:
    case MER_VALUE_LINKS:
    case MER_VALUE_LINES:
    case MER_VALUE_DATE:
    default:
      return g_strdup (value);
    }
}

static const char *
property_text (MerPartKind kind,
               const char *property)
{
  const char *label = mer_part_property_label (kind, property);

  if (mer_outline_policy (property) != NULL)
    return _("Reading");
  return label != NULL ? _(label) : property;
}

char *
mer_methodology_difference_text (const MerMethodology           *methodology,
                                 const MerMethodology           *base,
                                 const MerMethodologyDifference *difference)
{
  MerPartKind kind =
    *difference->path != '\0' ? mer_part_kind_of (difference->path) : MER_PART_METHODOLOGY;
  g_autofree char *ours = NULL;
  g_autofree char *theirs = NULL;

  if (difference->property == NULL)
    return g_strdup (mer_methodology_has_part (methodology, difference->path) ? _("added")
                                                                              : _("removed"));
  if (g_str_equal (difference->property, "order"))
    return g_strdup (_("stands elsewhere"));
  ours = value_text (kind, difference->property, difference->ours);
  theirs = value_text (kind, difference->property, difference->theirs);
  /* Translators: a property, its value, and what it was: "Weight: 0.4 instead of 0.3". */
  return g_strdup_printf (_("%s: %s instead of %s"), property_text (kind, difference->property),
                             ours, theirs);
}

char *
mer_methodology_difference_name (const MerMethodology           *methodology,
                                 const MerMethodology           *base,
                                 const MerMethodologyDifference *difference)
{
  g_autofree char      *row = mer_outline_row_of (difference->path, difference->property);
  const MerMethodology *where = methodology;

  if (!mer_outline_is_part (row))
    return mer_outline_name (methodology, row);
  if (!mer_methodology_has_part (methodology, row))
    where = base;
  return mer_methodology_has_part (where, row) ? mer_part_name (where, row) : g_strdup (row);
}

/* --- rows -------------------------------------------------------------------------------- */

static GtkWidget *
text_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH_CHARS); /* else too low is asked for */
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
row_new (const char *name,
         const char *text,
         const char *row,
         const char *property)
{
  GtkWidget       *list_row = gtk_list_box_row_new ();
  GtkWidget       *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *spoken = g_strdup_printf ("%s. %s", name, text);

  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), text_label (name, "mer-strong"));
  gtk_box_append (GTK_BOX (box), text_label (text, "small"));
  gtk_box_append (GTK_BOX (line), box);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (list_row), line);
  g_object_set_data_full (G_OBJECT (list_row), "row", g_strdup (row), g_free);
  g_object_set_data_full (G_OBJECT (list_row), "property", g_strdup (property), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list_row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  return list_row;
}

static GtkWidget *
line_of (GtkWidget *list_row)
{
  return gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (list_row));
}

static void
restore_cb (MerMethodologyFindings *self,
            GtkWidget              *button)
{
  g_autofree char *row = g_strdup (g_object_get_data (G_OBJECT (button), "row"));

  g_signal_emit (self, signals[RESTORE], 0, row);
}

static char *
row_name (const MerMethodology *methodology,
          const char           *row)
{
  return mer_outline_is_part (row) ? mer_part_name (methodology, row)
                                   : mer_outline_name (methodology, row);
}

static void
add_problems (MerMethodologyFindings *self)
{
  MerMethodology *methodology = mer_methodology_editing_get (self->editing);
  GPtrArray      *problems = mer_methodology_editing_get_problems (self->editing);

  for (guint i = 0; i < problems->len; i++)
    {
      const MerMethodologyProblem *problem = problems->pdata[i];
      g_autofree char             *row = mer_outline_row_of (problem->path, problem->property);
      g_autofree char             *name = row_name (methodology, row);
      GtkWidget                   *list_row = row_new (name, problem->text, row, problem->property);
      const char                  *mark =
        problem->is_error ? "merilo-warning-symbolic" : "merilo-question-symbolic";
      GtkWidget *image = gtk_image_new_from_icon_name (mark);

      gtk_widget_set_valign (image, GTK_ALIGN_START);
      if (problem->is_error)
        gtk_widget_add_css_class (image, "mer-warning");
      gtk_box_prepend (GTK_BOX (line_of (list_row)), image);
      gtk_list_box_append (self->list, list_row);
    }
}

static void
add_restore (MerMethodologyFindings *self,
             GtkWidget              *list_row,
             const char             *name,
             const char             *row)
{
  GtkWidget       *button = gtk_button_new_with_mnemonic (_("_Return"));
  g_autofree char *spoken = g_strdup_printf (_("Return to the federal edition: %s"), name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, mer_methodology_editing_may_edit (self->editing));
  if (mer_outline_is_part (row))
    gtk_widget_set_tooltip_text (button,
                                 _("The whole part becomes as it is in the federal edition, with "
                                   "all that it holds, and not this property alone"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "row", g_strdup (row), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (restore_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line_of (list_row)), button);
}

static void
add_difference (MerMethodologyFindings         *self,
                const MerMethodology           *methodology,
                const MerMethodology           *federal,
                const MerMethodologyDifference *difference)
{
  const char      *property = difference->property;
  g_autofree char *row = mer_outline_row_of (difference->path, property);
  g_autofree char *name = mer_methodology_difference_name (methodology, federal, difference);
  g_autofree char *text = mer_methodology_difference_text (methodology, federal, difference);
  GtkWidget       *list_row = row_new (name, text, row, property);

  add_restore (self, list_row, name, row);
  gtk_list_box_append (self->list, list_row);
}

static void
add_differences (MerMethodologyFindings *self)
{
  MerMethodology *methodology = mer_methodology_editing_get (self->editing);
  MerMethodology *federal = mer_methodology_editing_get_federal (self->editing);
  GPtrArray      *differences = mer_methodology_editing_get_differences (self->editing);

  for (guint i = 0; i < differences->len; i++)
    add_difference (self, methodology, federal, differences->pdata[i]);
  gtk_widget_set_visible (self->all, differences->len > 1);
  gtk_widget_set_sensitive (self->all, mer_methodology_editing_may_edit (self->editing));
}

static void
fill (MerMethodologyFindings *self)
{
  GtkListBoxRow *row = NULL;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  if (mer_methodology_editing_get (self->editing) == NULL)
    return;
  if (self->what == MER_FINDINGS_PROBLEMS)
    add_problems (self);
  else
    add_differences (self);
  row = gtk_list_box_get_row_at_index (self->list, 0);
  gtk_widget_set_visible (self->nothing, row == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->list), row != NULL);
}

static void
changed_cb (MerMethodologyFindings *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
}

static void
activated_cb (MerMethodologyFindings *self,
              GtkListBoxRow          *list_row)
{
  g_autofree char *row = g_strdup (g_object_get_data (G_OBJECT (list_row), "row"));
  g_autofree char *property = g_strdup (g_object_get_data (G_OBJECT (list_row), "property"));

  g_signal_emit (self, signals[CHOSEN], 0, row, property);
}

static void
all_cb (MerMethodologyFindings *self)
{
  g_signal_emit (self, signals[RESTORE], 0, "all");
}

/* --- the object -------------------------------------------------------------------------- */

static void
mer_methodology_findings_map (GtkWidget *widget)
{
  fill (MER_METHODOLOGY_FINDINGS (widget));
  GTK_WIDGET_CLASS (mer_methodology_findings_parent_class)->map (widget);
}

static void
mer_methodology_findings_dispose (GObject *object)
{
  g_clear_object (&MER_METHODOLOGY_FINDINGS (object)->editing);
  G_OBJECT_CLASS (mer_methodology_findings_parent_class)->dispose (object);
}

static void
mer_methodology_findings_class_init (MerMethodologyFindingsClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_methodology_findings_dispose;
  GTK_WIDGET_CLASS (klass)->map = mer_methodology_findings_map;
  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[RESTORE] = g_signal_new ("restore", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
mer_methodology_findings_init (MerMethodologyFindings *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->nothing = gtk_label_new (NULL);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->all = gtk_button_new_with_mnemonic (_("Return _everything to federal"));
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "mer-findings");
  gtk_widget_set_visible (self->all, FALSE);
  gtk_widget_set_halign (self->all, GTK_ALIGN_END);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->all, "clicked", G_CALLBACK (all_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MAX_HEIGHT);
  gtk_widget_set_size_request (scrolled, mer_text_scale_px (GTK_WIDGET (self), WIDTH), -1);
  gtk_box_append (GTK_BOX (box), self->nothing);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), self->all);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * mer_methodology_findings_new:
 * @editing: the rules
 * @what: problems or differences
 *
 * Returns: (transfer floating): their list
 */
GtkWidget *
mer_methodology_findings_new (MerMethodologyEditing *editing,
                              MerFindings            what)
{
  MerMethodologyFindings *self = g_object_new (MER_TYPE_METHODOLOGY_FINDINGS, NULL);
  gboolean                problems = what == MER_FINDINGS_PROBLEMS;
  const char             *name = problems ? _("Check") : _("Differences");
  const char             *nothing = _("Nothing differs from the federal edition.");

  if (problems)
    nothing = _("Nothing is wrong with the rules.");
  self->editing = g_object_ref (editing);
  self->what = what;
  gtk_label_set_text (GTK_LABEL (self->nothing), nothing);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  g_signal_connect_object (editing, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
