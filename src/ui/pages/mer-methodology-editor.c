/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pane that edits one row of the rules. A text that is typed is tried on the stored rules at
 * each key: what cannot stand is said below its field, what can is shown everywhere at once, and
 * becomes an action when the keyboard leaves the field. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "methodology/mer-measure.h"
#include "ui/mer-ui.h"
#include "ui/pages/mer-methodology-editor-private.h"
#include "ui/pages/mer-methodology-field.h"
#include "ui/pages/mer-methodology-naming.h"
#include "ui/pages/mer-methodology-outline.h"
#include "ui/pages/mer-methodology-policy.h"
#include "ui/widgets/mer-children.h"

G_DEFINE_FINAL_TYPE (MerMethodologyEditor, mer_methodology_editor, ADW_TYPE_BIN)

enum
{
  RENAMED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static MerMethodologyField *
next_field (GtkWidget *widget)
{
  while (widget != NULL && !MER_IS_METHODOLOGY_FIELD (widget))
    widget = gtk_widget_get_next_sibling (widget);
  return widget != NULL ? MER_METHODOLOGY_FIELD (widget) : NULL;
}

static MerMethodologyField *
first_field (MerMethodologyEditor *self)
{
  return next_field (gtk_widget_get_first_child (GTK_WIDGET (self->fields)));
}

static MerMethodologyField *
field_after (MerMethodologyField *field)
{
  return next_field (gtk_widget_get_next_sibling (GTK_WIDGET (field)));
}

static MerMethodologyField *
typing_field (MerMethodologyEditor *self)
{
  MerMethodologyField *field = first_field (self);

  while (field != NULL && !mer_methodology_field_is_typing (field))
    field = field_after (field);
  return field;
}

/* --- editing a property ------------------------------------------------------------------ */

static MerMethodology *
try_field (MerMethodologyEditor *self,
           MerMethodologyField  *field,
           GError              **error)
{
  MerMethodology  *stored = mer_methodology_editing_get_stored (self->editing);
  g_autofree char *value = mer_methodology_field_read (field);

  return mer_naming_set (stored, self->row, mer_methodology_field_get_property_name (field), value,
                         error);
}

static gboolean
is_code (MerMethodologyEditor *self,
         MerMethodologyField  *field)
{
  return *self->row != '\0' &&
         mer_part_property_value (mer_part_kind_of (self->row),
                                  mer_methodology_field_get_property_name (field)) ==
           MER_VALUE_CODE;
}

/* A code names its part: it changes when it is entered, and not letter by letter. */
static void
typed_cb (MerMethodologyEditor *self,
          MerMethodologyField  *field)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) methodology = try_field (self, field, &error);

  mer_methodology_editing_preview (self->editing, is_code (self, field) ? NULL : methodology);
  if (error != NULL)
    mer_methodology_field_set_problem (field, error->message);
}

/* «criterion/K1» → «criterion/K9» */
static char *
renamed_row (MerMethodologyEditor *self,
             MerMethodologyField  *field)
{
  g_autofree char *value = mer_methodology_field_read (field);

  return g_strdup_printf ("%.*s/%s", (int) (strchr (self->row, '/') - self->row), self->row, value);
}

static void
rename_row (MerMethodologyEditor *self,
            const char           *from,
            const char           *to)
{
  g_signal_emit (self, signals[RENAMED], 0, from, to);
  g_free (self->row);
  self->row = g_strdup (to);
  g_free (self->fields_of);
  self->fields_of = g_strdup (to);
}

static char *
action_label (MerMethodologyEditor *self,
              MerMethodologyField  *field)
{
  MerMethodology *stored = mer_methodology_editing_get_stored (self->editing);
  MerPartKind     kind = mer_methodology_field_get_kind (field);
  const char     *property =
    _(mer_part_property_label (kind, mer_methodology_field_get_property_name (field)));
  g_autofree char *name = mer_part_name (stored, self->row);

  if (*self->row == '\0')
    /* Translators: an action; %s is a property: "Changing the methodology: Maximum". */
    return g_strdup_printf (_("Changing the methodology: %s"), property);
  /* Translators: an action; the name of a part and a property of it. */
  return g_strdup_printf (_("Changing %s: %s"), name, property);
}

/* What was not stored is still being typed. */
static void
store (MerMethodologyEditor *self,
       MerMethodologyField  *field,
       const char           *label,
       const char           *new_row,
       MerMethodology       *methodology)
{
  g_autofree char *old_row = g_strdup (self->row);
  gboolean         renamed = !g_str_equal (old_row, new_row);

  mer_methodology_field_set_typing (field, FALSE);
  if (renamed)
    rename_row (self, old_row, new_row);
  if (mer_methodology_editing_store (self->editing, label, NULL, methodology))
    return;
  mer_methodology_field_set_typing (field, TRUE);
  if (renamed)
    rename_row (self, new_row, old_row);
}

static void
entered_cb (MerMethodologyEditor *self,
            MerMethodologyField  *field)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) methodology = NULL;
  g_autofree char *label = NULL;
  g_autofree char *old_row = NULL;
  g_autofree char *new_row = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  const char      *property = mer_methodology_field_get_property_name (field);
  MerMethodology  *stored = mer_methodology_editing_get_stored (self->editing);

  if (!mer_methodology_editing_may_edit (self->editing))
    return;
  methodology = try_field (self, field, &error);
  if (methodology == NULL)
    {
      mer_methodology_field_set_problem (field, error->message);
      return;
    }
  old_row = g_strdup (self->row);
  new_row = is_code (self, field) ? renamed_row (self, field) : g_strdup (self->row);
  before = mer_methodology_get (stored, old_row, property);
  after = mer_methodology_get (methodology, new_row, property);
  if (g_strcmp0 (before, after) == 0)
    {
      mer_methodology_field_show (field, stored, old_row, TRUE);
      mer_methodology_editing_preview (self->editing, NULL);
      return;
    }
  label = action_label (self, field);
  store (self, field, label, new_row, methodology);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  MerMethodologyEditor *self = MER_METHODOLOGY_EDITOR (widget);
  MerMethodologyField  *field = typing_field (self);

  if (field == NULL)
    return GDK_EVENT_PROPAGATE;
  mer_methodology_field_show (field, mer_methodology_editing_get_stored (self->editing), self->row,
                              TRUE);
  mer_methodology_field_set_problem (field, NULL);
  mer_methodology_editing_preview (self->editing, NULL);
  return GDK_EVENT_STOP;
}

static void
confirm_cb (MerMethodologyEditor *self)
{
  const char      *policy = mer_outline_policy (self->row);
  g_autofree char *property =
    policy != NULL ? g_strconcat ("unconfirmed:", policy, NULL) : g_strdup ("unconfirmed");
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) methodology =
    mer_methodology_set (mer_methodology_editing_get_stored (self->editing),
                         policy != NULL ? "" : self->row, property, "no", &error);

  if (methodology != NULL)
    mer_methodology_editing_store (self->editing, _("Confirming a part of the methodology"), NULL,
                                                     methodology);
  else
    mer_session_fail (mer_methodology_editing_get_session (self->editing),
                      _("The part was not confirmed"), error);
}

/* --- fields ------------------------------------------------------------------------------ */

/* What only some kinds of measure use. */
static gboolean
applies (const MerMethodology *methodology,
         const char           *row,
         const char           *property)
{
  static const struct
  {
    const char *property;
    guint       uses;
  } table[] = {
    { "points", MER_MEASURE_POINTS },
    { "base", MER_MEASURE_BASE },
    { "input-weights", MER_MEASURE_WEIGHTS },
    { "bands", MER_MEASURE_BANDS },
    { "inputs", MER_MEASURE_PLACES | MER_MEASURE_QUESTIONS },
  };
  g_autofree char      *measure = NULL;
  g_autofree char      *value = NULL;
  const MerMeasureKind *kind = NULL;

  if (*row == '\0' || mer_part_kind_of (row) != MER_PART_INDICATOR)
    return TRUE;
  measure = mer_methodology_get (methodology, row, "measure");
  kind = measure != NULL ? mer_measure_kind_find (measure) : NULL;
  value = mer_methodology_get (methodology, row, property);
  for (guint i = 0; kind != NULL && i < G_N_ELEMENTS (table); i++)
    if (g_str_equal (table[i].property, property))
      return (kind->uses & table[i].uses) != 0 || (value != NULL && *value != '\0');
  return TRUE;
}

static void
add_field (MerMethodologyEditor *self,
           MerPartKind           kind,
           const char           *property)
{
  GtkWidget *field = mer_methodology_field_new (kind, property);

  mer_methodology_field_set_stacked (MER_METHODOLOGY_FIELD (field), self->stacked);
  g_signal_connect_object (field, "typed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (field, "entered", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->fields, field);
}

static void
make_fields (MerMethodologyEditor *self)
{
  const char *policy = self->row != NULL ? mer_outline_policy (self->row) : NULL;
  MerPartKind kind = MER_PART_METHODOLOGY;

  mer_box_clear (self->fields);
  g_free (self->fields_of);
  self->fields_of = g_strdup (self->row);
  if (policy != NULL)
    gtk_box_append (self->fields, mer_methodology_policy_new (self->editing, policy));
  if (self->row == NULL || !mer_methodology_editor_has_fields (self->row))
    return;
  kind = *self->row != '\0' ? mer_part_kind_of (self->row) : MER_PART_METHODOLOGY;
  for (const char *const *property = mer_part_properties (kind); *property != NULL; property++)
    add_field (self, kind, *property);
}

/* Fields of one kind of part serve for all parts of that kind. */
static gboolean
fields_fit (MerMethodologyEditor *self)
{
  if (self->fields_of == NULL || self->row == NULL)
    return FALSE;
  if (mer_outline_is_part (self->row) && mer_outline_is_part (self->fields_of))
    return mer_part_kind_of (self->row) == mer_part_kind_of (self->fields_of);
  return g_str_equal (self->row, self->fields_of);
}

static void
show_field (MerMethodologyEditor *self,
            MerMethodologyField  *field,
            gboolean              force)
{
  MerMethodology              *methodology = mer_methodology_editing_get (self->editing);
  const char                  *property = mer_methodology_field_get_property_name (field);
  const MerMethodologyProblem *problem = mer_methodology_editor_find_problem (self, property);

  mer_methodology_field_show (field, methodology, self->row, force);
  mer_methodology_field_set_problem (field, problem != NULL ? problem->text : NULL);
  mer_methodology_field_set_editable (field, mer_methodology_editing_may_edit (self->editing));
  gtk_widget_set_visible (GTK_WIDGET (field), applies (methodology, self->row, property));
}

/* Whether what is typed in the fields has nothing to stand in any longer. */
static gboolean
must_forget (MerMethodologyEditor *self)
{
  gint64 cycle_id = mer_session_get_cycle_id (mer_methodology_editing_get_session (self->editing));

  return g_strcmp0 (self->row, self->fields_of) != 0 || self->cycle_id != cycle_id ||
         !mer_methodology_editing_may_edit (self->editing);
}

/* The document may change under what is being typed: that stays, and is tried on the new rules. */
static void
show_fields (MerMethodologyEditor *self)
{
  MerSession          *session = mer_methodology_editing_get_session (self->editing);
  MerMethodologyField *typing = NULL;
  guint                serial = mer_methodology_editing_get_serial (self->editing);
  gboolean             is_new = self->serial != serial;
  gboolean             force = must_forget (self);

  if (!fields_fit (self))
    make_fields (self);
  g_free (self->fields_of);
  self->fields_of = g_strdup (self->row);
  for (MerMethodologyField *field = first_field (self); field != NULL; field = field_after (field))
    show_field (self, field, force);
  self->serial = serial;
  self->cycle_id = mer_session_get_cycle_id (session);
  typing = is_new ? typing_field (self) : NULL;
  if (typing != NULL)
    typed_cb (self, typing);
}

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
  show_fields (self);
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
  signals[RENAMED] = g_signal_new ("renamed", MER_TYPE_METHODOLOGY_EDITOR, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING,
                                   G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MER_UI_RESOURCE ("mer-methodology-editor.ui"));
  gtk_widget_class_bind_template_child (widget_class, MerMethodologyEditor, scrolled);
  gtk_widget_class_bind_template_child (widget_class, MerMethodologyEditor, kind);
  gtk_widget_class_bind_template_child (widget_class, MerMethodologyEditor, title);
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
  gtk_widget_class_bind_template_callback (widget_class, confirm_cb);
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
  MerMethodologyField *field = first_field (self);

  while (field != NULL &&
         g_strcmp0 (mer_methodology_field_get_property_name (field), property) != 0)
    field = field_after (field);
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
  for (MerMethodologyField *field = first_field (self); field != NULL; field = field_after (field))
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
  field = typing_field (self);
  if (field != NULL)
    entered_cb (self, field);
}
