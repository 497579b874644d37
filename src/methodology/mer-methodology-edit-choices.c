/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The values that properties of a few values may have, and what they are called. */

#include <glib/gi18n.h>

#include "methodology/mer-measure.h"
#include "methodology/mer-methodology-edit-private.h"
#include "methodology/mer-policy.h"

#define POLICY "policy:"

/* Kept by hand: the formatter takes N_() in braces for code. */
/* clang-format off */
static const struct
{
  const char *property;
  const char *choice;
  const char *label;
} labels[] = {
  { "base", "", N_("none") },
  { "base", "answers", N_("those who answered the question") },
  { "base", "channel", N_("those who used the channel, or all: as the rules say") },
  { "base", "filter", N_("those who said yes to the question before it") },
  { "kinds", "preschool", N_("preschool") },
  { "kinds", "general", N_("general") },
  { "kinds", "additional", N_("additional") },
  { "kinds", "vocational", N_("vocational") },
  { "kinds", "other", N_("other") },
};
/* clang-format on */

/* Word lists that last as long as the program: by property. */
static const char *const *
keep (const char *property, GArray *words)
{
  static GMutex      mutex;
  static GHashTable *kept = NULL;
  gpointer           list;

  g_mutex_lock (&mutex);
  if (kept == NULL)
    kept = g_hash_table_new (g_str_hash, g_str_equal);
  list = g_hash_table_lookup (kept, property);
  if (list == NULL)
    {
      list = g_array_steal (words, NULL);
      g_hash_table_insert (kept, g_strdup (property), list);
    }
  g_mutex_unlock (&mutex);
  return list;
}

static const char *const *
choices_of_policy (const char *property)
{
  const MerPolicy *policy = mer_policy_find (property + strlen (POLICY));
  g_autoptr (GArray) words = g_array_new (TRUE, FALSE, sizeof (char *));

  if (policy == NULL)
    return NULL;
  for (const MerPolicyChoice *choice = policy->choices; choice->value != NULL; choice++)
    g_array_append_val (words, choice->value);
  return keep (policy->key, words);
}

/**
 * mer_part_property_choices:
 * @kind: a kind of part
 * @property: one of its properties, or "policy:KEY" of the whole
 *
 * Returns: (transfer none) (array zero-terminated=1) (nullable): the values that it may have
 */
const char *const *
mer_part_property_choices (MerPartKind kind, const char *property)
{
  g_autoptr (GArray) words = g_array_new (TRUE, FALSE, sizeof (char *));
  guint n = 0;

  if (kind == MER_PART_METHODOLOGY && g_str_has_prefix (property, POLICY))
    return choices_of_policy (property);
  if (kind == MER_PART_INDICATOR && strcmp (property, "measure") == 0)
    {
      const MerMeasureKind *const *measures = mer_measure_kinds (&n);

      for (guint i = 0; i < n; i++)
        g_array_append_val (words, measures[i]->id);
    }
  else if (mer_part_find_property (kind, property) != NULL)
    for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
      if (strcmp (labels[i].property, property) == 0)
        g_array_append_val (words, labels[i].choice);
  return words->len > 0 ? keep (property, words) : NULL;
}

/**
 * mer_part_choice_label:
 * @kind: a kind of part
 * @property: one of its properties that has choices
 * @choice: one of them
 *
 * Returns: (transfer none): what it is called, a msgid; the choice itself when it is unknown
 */
const char *
mer_part_choice_label (MerPartKind kind, const char *property, const char *choice)
{
  const MerMeasureKind  *measure;
  const MerPolicyChoice *policy;

  if (kind == MER_PART_METHODOLOGY && g_str_has_prefix (property, POLICY))
    {
      const MerPolicy *found = mer_policy_find (property + strlen (POLICY));

      policy = found != NULL ? mer_policy_choice (found, choice) : NULL;
      return policy != NULL ? policy->title : choice;
    }
  measure = strcmp (property, "measure") == 0 ? mer_measure_kind_find (choice) : NULL;
  if (measure != NULL)
    return measure->title;
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (strcmp (labels[i].property, property) == 0 && strcmp (labels[i].choice, choice) == 0)
      return labels[i].label;
  return choice;
}
