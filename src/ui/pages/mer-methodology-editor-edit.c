/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What becomes of an edit in the pane of a row: tried on the stored rules while it is typed, stored
 * as one action when it is entered, forgotten with Escape. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ui/pages/mer-methodology-editor-private.h"
#include "ui/pages/mer-methodology-naming.h"
#include "ui/pages/mer-methodology-outline.h"

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
void
mer_methodology_editor_typed (MerMethodologyEditor *self,
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
  g_signal_emit_by_name (self, "renamed", from, to);
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

void
mer_methodology_editor_entered (MerMethodologyEditor *self,
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

gboolean
mer_methodology_editor_escape (MerMethodologyEditor *self)
{
  MerMethodologyField *field = mer_methodology_editor_typing_field (self);

  if (field == NULL)
    return FALSE;
  mer_methodology_field_show (field, mer_methodology_editing_get_stored (self->editing), self->row,
                              TRUE);
  mer_methodology_field_set_problem (field, NULL);
  mer_methodology_editing_preview (self->editing, NULL);
  return TRUE;
}

void
mer_methodology_editor_confirm (MerMethodologyEditor *self)
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
