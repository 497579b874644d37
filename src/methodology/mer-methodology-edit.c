/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading and setting properties of parts: by the tables, on a copy that nobody has seen yet. */

#include "methodology/mer-methodology-edit.h"

#include <glib/gi18n.h>

#include "methodology/mer-methodology-edit-private.h"

#define POLICY "policy:"
#define UNCONFIRMED "unconfirmed:"

static gpointer
field (const MerProperty *property, gpointer part)
{
  return G_STRUCT_MEMBER_P (part, property->offset);
}

static char *
get_field (const MerProperty *property, gpointer part)
{
  switch (property->value)
    {
    case MER_VALUE_NUMBER:
      return mer_rational_to_string (field (property, part));
    case MER_VALUE_YES_NO:
      return g_strdup (*(gboolean *) field (property, part) ? "yes" : "no");
    case MER_VALUE_LINES:
      return g_strjoinv ("\n", *(GStrv *) field (property, part));
    case MER_VALUE_TEXT:
    case MER_VALUE_OPTIONAL_TEXT:
    case MER_VALUE_CODE:
    case MER_VALUE_CHOICE:
    case MER_VALUE_CHOICES:
    case MER_VALUE_LINK:
    case MER_VALUE_LINKS:
    case MER_VALUE_DATE:
    case MER_VALUE_NUMBERS:
    case MER_VALUE_PAIRS:
    default:
      return g_strdup (*(char **) field (property, part));
    }
}

char *
mer_property_get (const MerProperty *self, const MerMethodology *methodology, const MerSpot *spot)
{
  return self->get != NULL ? self->get (methodology, spot) : get_field (self, spot->part);
}

static gboolean
set_number (MerRational *number, const char *value, GError **error)
{
  MerRational parsed = MER_RATIONAL_ZERO;

  if (!mer_value_number (value, &parsed, error))
    return FALSE;
  mer_rational_clear (number);
  *number = parsed;
  return TRUE;
}

static gboolean
set_lines (GStrv *lines, const char *value, GError **error)
{
  GStrv parsed = mer_value_lines (value, error);

  if (parsed == NULL)
    return FALSE;
  g_strfreev (*lines);
  *lines = parsed;
  return TRUE;
}

static gboolean
set_text (const MerProperty *property, char **text, const char *value, GError **error)
{
  g_autofree char *parsed = mer_value_text (value, MER_MAX_TEXT, error);

  if (parsed == NULL || (property->value == MER_VALUE_DATE && !mer_value_date (parsed, error)))
    return FALSE;
  if (property->value == MER_VALUE_OPTIONAL_TEXT && parsed[0] == '\0')
    g_clear_pointer (&parsed, g_free);
  g_free (*text);
  *text = g_steal_pointer (&parsed);
  return TRUE;
}

static gboolean
set_field (const MerProperty *property, gpointer part, const char *value, GError **error)
{
  switch (property->value)
    {
    case MER_VALUE_NUMBER:
      return set_number (field (property, part), value, error);
    case MER_VALUE_YES_NO:
      return mer_value_yes (value, field (property, part), error);
    case MER_VALUE_LINES:
      return set_lines (field (property, part), value, error);
    case MER_VALUE_TEXT:
    case MER_VALUE_OPTIONAL_TEXT:
    case MER_VALUE_CODE:
    case MER_VALUE_CHOICE:
    case MER_VALUE_CHOICES:
    case MER_VALUE_LINK:
    case MER_VALUE_LINKS:
    case MER_VALUE_DATE:
    case MER_VALUE_NUMBERS:
    case MER_VALUE_PAIRS:
    default:
      return set_text (property, field (property, part), value, error);
    }
}

static char *
get_unconfirmed (const MerMethodology *self, const char *key)
{
  if (!g_hash_table_contains (self->policies, key))
    return NULL;
  return g_strdup (g_hash_table_contains (self->unconfirmed, key) ? "yes" : "no");
}

static MerMethodology *
set_unconfirmed (const MerMethodology *self, const char *key, const char *value, GError **error)
{
  g_autoptr (MerMethodology) copy = mer_methodology_copy (self);
  gboolean yes = FALSE;

  if (!g_hash_table_contains (self->policies, key))
    {
      g_set_error (error, MER_METHODOLOGY_ERROR, MER_METHODOLOGY_ERROR_UNKNOWN,
                   _("The methodology has no setting “%s”."), key);
      return NULL;
    }
  if (!mer_value_yes (value, &yes, error))
    return NULL;
  if (yes)
    g_hash_table_add (copy->unconfirmed, g_strdup (key));
  else
    g_hash_table_remove (copy->unconfirmed, key);
  return g_steal_pointer (&copy);
}

/**
 * mer_methodology_get:
 * @self: a methodology
 * @path: the path of one of its parts
 * @property: one of the part's properties
 *
 * Returns: (transfer full) (nullable): the property as text; %NULL where the part has none, or
 *   there is no such part or property
 */
char *
mer_methodology_get (const MerMethodology *self, const char *path, const char *property)
{
  const MerProperty *found;
  MerSpot            spot;

  if (!mer_spot_find (&spot, self, path, NULL))
    return NULL;
  if (spot.kind == MER_PART_METHODOLOGY && g_str_has_prefix (property, POLICY))
    return g_strdup (g_hash_table_lookup (self->policies, property + strlen (POLICY)));
  if (spot.kind == MER_PART_METHODOLOGY && g_str_has_prefix (property, UNCONFIRMED))
    return get_unconfirmed (self, property + strlen (UNCONFIRMED));
  found = mer_part_find_property (spot.kind, property);
  if (found == NULL)
    return NULL;
  return mer_property_get (found, self, &spot);
}

/**
 * mer_methodology_set:
 * @self: a methodology
 * @path: the path of one of its parts
 * @property: one of the part's properties
 * @value: (nullable): its new value as text
 * @error: why not
 *
 * Returns: (transfer full) (nullable): the methodology with the edit, or %NULL with @error
 */
MerMethodology *
mer_methodology_set (const MerMethodology *self,
                     const char           *path,
                     const char           *property,
                     const char           *value,
                     GError              **error)
{
  g_autoptr (MerMethodology) copy = NULL;
  const MerProperty *found;
  const char        *text = value != NULL ? value : "";
  MerSpot            spot;

  if (!g_utf8_validate (text, -1, NULL))
    {
      mer_edit_fail (error, "%s", _("The text has characters that cannot be kept."));
      return NULL;
    }
  if (path[0] == '\0' && g_str_has_prefix (property, POLICY))
    return mer_methodology_with_policy (self, property + strlen (POLICY), text, error);
  if (path[0] == '\0' && g_str_has_prefix (property, UNCONFIRMED))
    return set_unconfirmed (self, property + strlen (UNCONFIRMED), text, error);
  copy = mer_methodology_thaw (self);
  if (!mer_spot_find (&spot, copy, path, error))
    return NULL;
  found = mer_part_find_property (spot.kind, property);
  if (found == NULL)
    {
      mer_edit_fail (error, _("“%s” has no property “%s”."), path, property);
      return NULL;
    }
  if (!(found->set != NULL ? found->set (copy, &spot, text, error)
                           : set_field (found, spot.part, text, error)))
    return NULL;
  mer_methodology_settle (copy);
  return g_steal_pointer (&copy);
}
