/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rules as a value: shared by reference count, never changed once parsed. A copy with
 * another policy shares everything but the policies. */

#include "methodology/mer-methodology.h"

#include <glib/gi18n.h>

#include "methodology/mer-methodology-private.h"
#include "methodology/mer-methodology-xml.h"
#include "methodology/mer-policy.h"

G_DEFINE_BOXED_TYPE (MerMethodology, mer_methodology, mer_methodology_ref, mer_methodology_unref)

/**
 * mer_methodology_ref:
 * @self: a methodology
 *
 * Returns: (transfer full): @self; any thread
 */
MerMethodology *
mer_methodology_ref (MerMethodology *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_methodology (gpointer data)
{
  MerMethodology *self = data;

  g_free (self->id);
  g_free (self->title);
  g_free (self->language);
  g_free (self->date);
  mer_rational_clear (&self->maximum);
  g_ptr_array_unref (self->criteria);
  g_ptr_array_unref (self->questions);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->places);
  g_ptr_array_unref (self->bands);
  g_hash_table_unref (self->policies);
  g_hash_table_unref (self->decided);
  g_hash_table_unref (self->unconfirmed);
}

/**
 * mer_methodology_unref:
 * @self: (transfer full): a methodology
 */
void
mer_methodology_unref (MerMethodology *self)
{
  g_atomic_rc_box_release_full (self, clear_methodology);
}

/**
 * mer_methodology_policy:
 * @self: a methodology
 * @key: a policy's key
 *
 * Returns: (transfer none): the value in force; of a key that the methodology does not have,
 *   the policy's default
 */
const char *
mer_methodology_policy (const MerMethodology *self, const char *key)
{
  const char *value = g_hash_table_lookup (self->policies, key);

  if (value == NULL)
    {
      const MerPolicy *policy = mer_policy_find (key);

      g_return_val_if_fail (policy != NULL, "");
      value = policy->default_value;
    }
  return value;
}

/**
 * mer_methodology_undefined_policy:
 * @self: a methodology
 * @indicator: the code of an indicator
 *
 * Returns: (transfer none): how the indicator is settled when it is undefined
 */
const char *
mer_methodology_undefined_policy (const MerMethodology *self, const char *indicator)
{
  g_autofree char *key = g_strconcat ("undefined.", indicator, NULL);
  const char      *value = mer_methodology_policy (self, key);

  return strcmp (value, "inherit") == 0 ? mer_methodology_policy (self, "undefined") : value;
}

/**
 * mer_methodology_policy_keys:
 * @self: a methodology
 *
 * Returns: (transfer full): all keys in canonical order
 */
GStrv
mer_methodology_policy_keys (const MerMethodology *self)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  g_autoptr (GPtrArray) indicators = mer_methodology_indicators (self);
  guint            n;
  const MerPolicy *policies = mer_policies (&n);

  for (guint i = 0; i < n; i++)
    g_strv_builder_add (keys, policies[i].key);
  for (guint i = 0; i < indicators->len; i++)
    {
      const MerIndicator *indicator = g_ptr_array_index (indicators, i);
      g_autofree char    *key = g_strconcat ("undefined.", indicator->code, NULL);

      if (g_hash_table_contains (self->policies, key))
        g_strv_builder_add (keys, key);
    }
  return g_strv_builder_end (keys);
}

static GHashTable *
copy_strings (GHashTable *strings)
{
  GHashTable    *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer       key, value;

  g_hash_table_iter_init (&iter, strings);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (copy, g_strdup (key), g_strdup (value));
  return copy;
}

static GHashTable *
copy_set (GHashTable *set)
{
  GHashTable    *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer       key;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (copy, g_strdup (key));
  return copy;
}

MerMethodology *
mer_methodology_copy (const MerMethodology *self)
{
  MerMethodology *copy = g_atomic_rc_box_new0 (MerMethodology);

  copy->id = g_strdup (self->id);
  copy->title = g_strdup (self->title);
  copy->language = g_strdup (self->language);
  copy->date = g_strdup (self->date);
  copy->maximum = mer_rational_copy (&self->maximum);
  copy->criteria = g_ptr_array_ref (self->criteria);
  copy->questions = g_ptr_array_ref (self->questions);
  copy->columns = g_ptr_array_ref (self->columns);
  copy->places = g_ptr_array_ref (self->places);
  copy->bands = g_ptr_array_ref (self->bands);
  copy->policies = copy_strings (self->policies);
  copy->decided = copy_strings (self->decided);
  copy->unconfirmed = copy_set (self->unconfirmed);
  return copy;
}

static gboolean
check_policy (const MerMethodology *self, const char *key, const char *value, GError **error)
{
  const MerPolicy *policy = mer_policy_find (key);

  if (policy == NULL || !g_hash_table_contains (self->policies, key))
    {
      g_set_error (error, MER_METHODOLOGY_ERROR, MER_METHODOLOGY_ERROR_UNKNOWN,
                   _("The methodology has no setting “%s”."), key);
      return FALSE;
    }
  if (mer_policy_choice (policy, value) == NULL)
    {
      g_set_error (error, MER_METHODOLOGY_ERROR, MER_METHODOLOGY_ERROR_UNKNOWN,
                   _("The setting “%s” has no value “%s”."), key, value);
      return FALSE;
    }
  return TRUE;
}

/**
 * mer_methodology_with_decision:
 * @self: a methodology
 * @key: a policy's key
 * @value: its new value
 * @date: (nullable): when the council decided it, ISO 8601
 *
 * Who chooses a value has held it against the act: the policy is no longer unconfirmed.
 *
 * Returns: (transfer full) (nullable): a changed copy, or %NULL with @error (UNKNOWN)
 */
MerMethodology *
mer_methodology_with_decision (const MerMethodology *self,
                               const char           *key,
                               const char           *value,
                               const char           *date,
                               GError              **error)
{
  g_autoptr (MerMethodology) copy = NULL;

  if (!check_policy (self, key, value, error))
    return NULL;
  copy = mer_methodology_copy (self);
  g_hash_table_insert (copy->policies, g_strdup (key), g_strdup (value));
  g_hash_table_remove (copy->unconfirmed, key);
  if (date != NULL)
    g_hash_table_insert (copy->decided, g_strdup (key), g_strdup (date));
  else
    g_hash_table_remove (copy->decided, key);
  if (strcmp (key, "council.criteria") == 0 && !mer_methodology_settle_council (self, copy, error))
    return NULL;
  return g_steal_pointer (&copy);
}

/**
 * mer_methodology_with_policy:
 * @self: a methodology
 * @key: a policy's key
 * @value: its new value
 *
 * Returns: (transfer full) (nullable): a changed copy, or %NULL with @error (UNKNOWN)
 */
MerMethodology *
mer_methodology_with_policy (const MerMethodology *self,
                             const char           *key,
                             const char           *value,
                             GError              **error)
{
  return mer_methodology_with_decision (self, key, value, NULL, error);
}

/**
 * mer_methodology_find_question:
 * @self: a methodology
 * @code: a question's code
 *
 * Returns: its index, or −1
 */
int
mer_methodology_find_question (const MerMethodology *self, const char *code)
{
  for (guint i = 0; i < self->questions->len; i++)
    if (strcmp (((MerQuestion *) g_ptr_array_index (self->questions, i))->code, code) == 0)
      return (int) i;
  return -1;
}

/**
 * mer_methodology_find_place:
 * @self: a methodology
 * @code: a place's code
 *
 * Returns: its index, or −1
 */
int
mer_methodology_find_place (const MerMethodology *self, const char *code)
{
  for (guint i = 0; i < self->places->len; i++)
    if (strcmp (((MerPlace *) g_ptr_array_index (self->places, i))->code, code) == 0)
      return (int) i;
  return -1;
}

/**
 * mer_methodology_find_column:
 * @self: a methodology
 * @code: a column's code, as "organization"
 *
 * Returns: (transfer none) (nullable): the column
 */
const MerColumn *
mer_methodology_find_column (const MerMethodology *self, const char *code)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const MerColumn *column = g_ptr_array_index (self->columns, i);

      if (strcmp (column->code, code) == 0)
        return column;
    }
  return NULL;
}

/**
 * mer_methodology_find_criterion:
 * @self: a methodology
 * @code: a criterion's code
 *
 * Returns: (transfer none) (nullable): the criterion
 */
const MerCriterion *
mer_methodology_find_criterion (const MerMethodology *self, const char *code)
{
  for (guint i = 0; i < self->criteria->len; i++)
    {
      const MerCriterion *criterion = g_ptr_array_index (self->criteria, i);

      if (strcmp (criterion->code, code) == 0)
        return criterion;
    }
  return NULL;
}

/**
 * mer_methodology_find_indicator:
 * @self: a methodology
 * @code: an indicator's code
 *
 * Returns: (transfer none) (nullable): the indicator
 */
const MerIndicator *
mer_methodology_find_indicator (const MerMethodology *self, const char *code)
{
  g_autoptr (GPtrArray) indicators = mer_methodology_indicators (self);

  for (guint i = 0; i < indicators->len; i++)
    {
      const MerIndicator *indicator = g_ptr_array_index (indicators, i);

      if (strcmp (indicator->code, code) == 0)
        return indicator;
    }
  return NULL;
}

/**
 * mer_methodology_indicators:
 * @self: a methodology
 *
 * Returns: (transfer container) (element-type MerIndicator): all of them in order
 */
GPtrArray *
mer_methodology_indicators (const MerMethodology *self)
{
  GPtrArray *indicators = g_ptr_array_new ();

  for (guint i = 0; i < self->criteria->len; i++)
    {
      const MerCriterion *criterion = g_ptr_array_index (self->criteria, i);

      for (guint j = 0; j < criterion->indicators->len; j++)
        g_ptr_array_add (indicators, g_ptr_array_index (criterion->indicators, j));
    }
  return indicators;
}

/**
 * mer_methodology_band_from:
 * @self: a methodology
 * @band: one of its bands
 * @from: (out): where the band begins
 * @exclusive: (out): whether that very score is still below it
 *
 * Bands are printed in whole points («81–100»); what 80.5 belongs to is policy `band.edge`.
 */
void
mer_methodology_band_from (const MerMethodology *self,
                           const MerBand        *band,
                           MerRational          *from,
                           gboolean             *exclusive)
{
  const char *edge = mer_methodology_policy (self, "band.edge");
  g_auto (MerRational) half = mer_rational_new (1, 2);
  g_auto (MerRational) one = mer_rational_new (1, 1);

  *exclusive = FALSE;
  if (mer_rational_is_zero (&band->from) || strcmp (edge, "from") == 0)
    *from = mer_rational_copy (&band->from);
  else if (strcmp (edge, "over") == 0)
    {
      *from = mer_rational_sub (&band->from, &one);
      *exclusive = TRUE;
    }
  else
    *from = mer_rational_sub (&band->from, &half);
}

/**
 * mer_methodology_band_of:
 * @self: a methodology
 * @score: a total
 *
 * Returns: (transfer none) (nullable): the band of the score, in percent of the maximum
 */
const MerBand *
mer_methodology_band_of (const MerMethodology *self, const MerRational *score)
{
  g_auto (MerRational) hundred = mer_rational_new (100, 1);
  g_auto (MerRational) times = mer_rational_mul (score, &hundred);
  g_auto (MerRational) percent = mer_rational_div (&times, &self->maximum);

  for (guint i = 0; i < self->bands->len; i++)
    {
      const MerBand *band = g_ptr_array_index (self->bands, i);
      g_auto (MerRational) from = MER_RATIONAL_ZERO;
      gboolean exclusive;
      int      order;

      mer_methodology_band_from (self, band, &from, &exclusive);
      order = mer_rational_cmp (&percent, &from);
      if (order > 0 || (order == 0 && !exclusive))
        return band;
    }
  return NULL;
}
