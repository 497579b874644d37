/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The names of a part. A new part has the same placeholder for all of them, and a tree shows the
 * short one: as long as that is the same as the long one, it is what follows it. */

#include "config.h"

#include "ui/pages/mer-methodology-naming.h"

static const char *const followers[] = { "short-title", "full-title", "short-text" };

const char *
mer_naming_property (MerPartKind kind)
{
  switch (kind)
    {
    case MER_PART_QUESTION:
    case MER_PART_OPTION:
    case MER_PART_ITEM:
      return "text";
    case MER_PART_METHODOLOGY:
    case MER_PART_CRITERION:
    case MER_PART_INDICATOR:
    case MER_PART_CALCULATED:
    case MER_PART_PLACE:
    case MER_PART_BAND:
    case MER_PART_COLUMN:
    default:
      return "title";
    }
}

static gboolean
is_property_of (MerPartKind kind,
                const char *property)
{
  return g_strv_contains (mer_part_properties (kind), property);
}

static gboolean
follows (const MerMethodology *methodology,
         const char           *path,
         const char           *property,
         const char           *name)
{
  g_autofree char *value = NULL;

  if (!is_property_of (mer_part_kind_of (path), property))
    return FALSE;
  value = mer_methodology_get (methodology, path, property);
  return g_strcmp0 (value, name) == 0;
}

MerMethodology *
mer_naming_set (const MerMethodology *methodology,
                const char           *path,
                const char           *property,
                const char           *value,
                GError              **error)
{
  MerMethodology  *result = mer_methodology_set (methodology, path, property, value, error);
  g_autofree char *before = NULL;

  if (result == NULL || *path == '\0' ||
      !g_str_equal (property, mer_naming_property (mer_part_kind_of (path))))
    return result;
  before = mer_methodology_get (methodology, path, property);
  for (guint i = 0; i < G_N_ELEMENTS (followers); i++)
    {
      g_autoptr (MerMethodology) named = NULL;

      if (follows (methodology, path, followers[i], before))
        named = mer_methodology_set (result, path, followers[i], value, NULL);
      if (named != NULL)
        {
          mer_methodology_unref (result);
          result = g_steal_pointer (&named);
        }
    }
  return result;
}
