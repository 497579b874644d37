/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What people set most, under short keys: policies, "maximum", "weight.K1", "weight.1.1",
 * "band.excellent". They are properties of parts under other names. */

#include <glib/gi18n.h>

#include "methodology/mer-methodology-edit-private.h"

#define WEIGHT "weight."
#define BAND "band."

static void
add_key (GStrvBuilder *keys, const char *prefix, const char *code)
{
  g_autofree char *key = g_strconcat (prefix, code, NULL);

  g_strv_builder_add (keys, key);
}

/**
 * mer_methodology_keys:
 * @self: a methodology
 *
 * Returns: (transfer full): the keys of all its policies, of its maximum, weights and bands
 */
GStrv
mer_methodology_keys (const MerMethodology *self)
{
  g_auto (GStrv) policies = mer_methodology_policy_keys (self);
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();

  for (guint i = 0; policies[i] != NULL; i++)
    g_strv_builder_add (keys, policies[i]);
  g_strv_builder_add (keys, "maximum");
  for (guint i = 0; i < self->criteria->len; i++)
    {
      const MerCriterion *criterion = self->criteria->pdata[i];

      add_key (keys, WEIGHT, criterion->code);
      for (guint j = 0; j < criterion->indicators->len; j++)
        add_key (keys, WEIGHT, ((MerIndicator *) criterion->indicators->pdata[j])->code);
    }
  for (guint i = 0; i < self->bands->len; i++)
    add_key (keys, BAND, ((MerBand *) self->bands->pdata[i])->code);
  return g_strv_builder_end (keys);
}

/* Policies first: one of them begins like a band. */
static char *
find_part (const MerMethodology *self, const char *key, const char **property)
{
  g_autofree char *path = NULL;

  *property = key;
  if (g_hash_table_contains (self->policies, key))
    return NULL;
  if (strcmp (key, "maximum") == 0)
    return g_strdup ("");
  if (g_str_has_prefix (key, BAND))
    {
      *property = "from";
      path = g_strconcat ("band/", key + strlen (BAND), NULL);
    }
  else if (g_str_has_prefix (key, WEIGHT))
    {
      const char *code = key + strlen (WEIGHT);

      *property = "weight";
      path = g_strconcat ("indicator/", code, NULL);
      if (!mer_methodology_has_part (self, path))
        {
          g_free (path);
          path = g_strconcat ("criterion/", code, NULL);
        }
    }
  return path != NULL && mer_methodology_has_part (self, path) ? g_steal_pointer (&path) : NULL;
}

/**
 * mer_methodology_key_path:
 * @self: a methodology
 * @key: one of its keys
 *
 * Returns: (transfer full) (nullable): the path of the part whose property the key is; %NULL of
 *   policies and of what is no key
 */
char *
mer_methodology_key_path (const MerMethodology *self, const char *key)
{
  const char *property;

  return find_part (self, key, &property);
}

/**
 * mer_methodology_get_key:
 * @self: a methodology
 * @key: one of its keys
 *
 * Returns: (transfer full) (nullable): its value as text; %NULL when there is no such key
 */
char *
mer_methodology_get_key (const MerMethodology *self, const char *key)
{
  const char      *property;
  g_autofree char *path = find_part (self, key, &property);

  return path != NULL ? mer_methodology_get (self, path, property)
                      : g_strdup (g_hash_table_lookup (self->policies, key));
}

/**
 * mer_methodology_set_key:
 * @self: a methodology
 * @key: one of its keys
 * @value: its new value as text
 * @error: why not
 *
 * Returns: (transfer full) (nullable): the methodology with the edit, or %NULL with @error
 */
MerMethodology *
mer_methodology_set_key (const MerMethodology *self,
                         const char           *key,
                         const char           *value,
                         GError              **error)
{
  const char      *property;
  g_autofree char *path = find_part (self, key, &property);

  return path != NULL ? mer_methodology_set (self, path, property, value, error)
                      : mer_methodology_with_policy (self, key, value, error);
}
