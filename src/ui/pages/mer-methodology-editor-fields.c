/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of the pane of a row: which there are for its kind of part, which apply to its kind of
 * measure, and what they show when the rules change under what is being typed. */

#include "config.h"

#include <string.h>

#include "methodology/mer-measure.h"
#include "ui/pages/mer-methodology-editor-private.h"
#include "ui/pages/mer-methodology-outline.h"
#include "ui/pages/mer-methodology-policy.h"
#include "ui/widgets/mer-children.h"

static MerMethodologyField *
next_field (GtkWidget *widget)
{
  while (widget != NULL && !MER_IS_METHODOLOGY_FIELD (widget))
    widget = gtk_widget_get_next_sibling (widget);
  return widget != NULL ? MER_METHODOLOGY_FIELD (widget) : NULL;
}

MerMethodologyField *
mer_methodology_editor_first_field (MerMethodologyEditor *self)
{
  return next_field (gtk_widget_get_first_child (GTK_WIDGET (self->fields)));
}

MerMethodologyField *
mer_methodology_editor_field_after (MerMethodologyField *field)
{
  return next_field (gtk_widget_get_next_sibling (GTK_WIDGET (field)));
}

MerMethodologyField *
mer_methodology_editor_typing_field (MerMethodologyEditor *self)
{
  MerMethodologyField *field = mer_methodology_editor_first_field (self);

  while (field != NULL && !mer_methodology_field_is_typing (field))
    field = mer_methodology_editor_field_after (field);
  return field;
}

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
  g_signal_connect_object (field, "typed", G_CALLBACK (mer_methodology_editor_typed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (field, "entered", G_CALLBACK (mer_methodology_editor_entered), self,
                           G_CONNECT_SWAPPED);
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
void
mer_methodology_editor_show_fields (MerMethodologyEditor *self)
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
  for (MerMethodologyField *field = mer_methodology_editor_first_field (self); field != NULL;
       field = mer_methodology_editor_field_after (field))
    show_field (self, field, force);
  self->serial = serial;
  self->cycle_id = mer_session_get_cycle_id (session);
  typing = is_new ? mer_methodology_editor_typing_field (self) : NULL;
  if (typing != NULL)
    mer_methodology_editor_typed (self, typing);
}
