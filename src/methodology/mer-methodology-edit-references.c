/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What refers to what: inputs of indicators, filters of questions, the means of calculated rows.
 * They are indices into lists, so an edit that changes a list pins them first. And the policies
 * of single indicators, which refer by code. */

#include "methodology/mer-methodology-edit-private.h"

#define PREFIX "undefined."

static gpointer
target_of_input (const MerMethodology *self, const MerMeasureInput *input)
{
  return input->place >= 0 ? self->places->pdata[input->place]
                           : self->questions->pdata[input->question];
}

static void
pin (MerReferences *self, gpointer part, gpointer target)
{
  GPtrArray *targets = g_hash_table_lookup (self, part);

  if (targets == NULL)
    {
      targets = g_ptr_array_new ();
      g_hash_table_insert (self, part, targets);
    }
  g_ptr_array_add (targets, target);
}

static void
pin_criterion (MerReferences *references, const MerMethodology *self, const MerCriterion *criterion)
{
  for (guint i = 0; i < criterion->indicators->len; i++)
    {
      MerIndicator *indicator = criterion->indicators->pdata[i];

      for (guint j = 0; j < indicator->inputs->len; j++)
        pin (references, indicator,
             target_of_input (self, &g_array_index (indicator->inputs, MerMeasureInput, j)));
    }
  for (guint i = 0; i < criterion->calculated->len; i++)
    {
      MerCalculated *calculated = criterion->calculated->pdata[i];

      for (guint j = 0; j < calculated->indicators->len; j++)
        pin (references, calculated,
             criterion->indicators->pdata[g_array_index (calculated->indicators, guint, j)]);
    }
}

MerReferences *
mer_references_pin (const MerMethodology *self)
{
  MerReferences *references =
    g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < self->criteria->len; i++)
    pin_criterion (references, self, self->criteria->pdata[i]);
  for (guint i = 0; i < self->questions->len; i++)
    {
      MerQuestion *question = self->questions->pdata[i];

      if (question->filter >= 0)
        pin (references, question, self->questions->pdata[question->filter]);
    }
  return references;
}

void
mer_references_add (MerReferences *self, gpointer part, gconstpointer like)
{
  GPtrArray *targets = g_hash_table_lookup (self, like);

  if (targets != NULL)
    g_hash_table_insert (self, part, g_ptr_array_ref (targets));
}

static int
index_in (GPtrArray *list, gconstpointer part)
{
  guint index = 0;

  return g_ptr_array_find (list, part, &index) ? (int) index : -1;
}

/* Backwards, so that those that are gone can be taken out. */
static void
restore_inputs (const GPtrArray *targets, const MerMethodology *self, MerIndicator *indicator)
{
  for (guint i = indicator->inputs->len; i-- > 0;)
    {
      MerMeasureInput *input = &g_array_index (indicator->inputs, MerMeasureInput, i);

      input->place = index_in (self->places, targets->pdata[i]);
      input->question = index_in (self->questions, targets->pdata[i]);
      if (input->place < 0 && input->question < 0)
        g_array_remove_index (indicator->inputs, i);
    }
}

static void
restore_means (const GPtrArray *targets, MerCriterion *criterion, MerCalculated *calculated)
{
  for (guint i = calculated->indicators->len; i-- > 0;)
    {
      int index = index_in (criterion->indicators, targets->pdata[i]);

      if (index < 0)
        g_array_remove_index (calculated->indicators, i);
      else
        g_array_index (calculated->indicators, guint, i) = (guint) index;
    }
}

static void
restore_criterion (MerReferences *references, MerMethodology *self, MerCriterion *criterion)
{
  for (guint i = 0; i < criterion->indicators->len; i++)
    {
      MerIndicator    *indicator = criterion->indicators->pdata[i];
      const GPtrArray *targets = g_hash_table_lookup (references, indicator);

      if (targets != NULL)
        restore_inputs (targets, self, indicator);
    }
  for (guint i = 0; i < criterion->calculated->len; i++)
    {
      MerCalculated   *calculated = criterion->calculated->pdata[i];
      const GPtrArray *targets = g_hash_table_lookup (references, calculated);

      if (targets != NULL)
        restore_means (targets, criterion, calculated);
    }
}

void
mer_references_restore (MerReferences *self, MerMethodology *methodology)
{
  for (guint i = 0; i < methodology->criteria->len; i++)
    restore_criterion (self, methodology, methodology->criteria->pdata[i]);
  for (guint i = 0; i < methodology->questions->len; i++)
    {
      MerQuestion     *question = methodology->questions->pdata[i];
      const GPtrArray *targets = g_hash_table_lookup (self, question);

      if (targets != NULL)
        question->filter = index_in (methodology->questions, targets->pdata[0]);
    }
}

/* Whether a policy of a single indicator has lost it. */
static gboolean
is_orphan (gpointer key, gpointer value, gpointer methodology)
{
  const MerIndicator *indicator;

  if (!g_str_has_prefix (key, PREFIX))
    return FALSE;
  indicator = mer_methodology_find_indicator (methodology, (const char *) key + strlen (PREFIX));
  return indicator == NULL || !indicator->may_be_undefined;
}

void
mer_methodology_settle (MerMethodology *self)
{
  g_autoptr (GPtrArray) indicators = mer_methodology_indicators (self);

  for (guint i = 0; i < indicators->len; i++)
    mer_indicator_settle (indicators->pdata[i]);
  g_hash_table_foreach_remove (self->policies, is_orphan, self);
  g_hash_table_foreach_remove (self->decided, is_orphan, self);
  g_hash_table_foreach_remove (self->unconfirmed, is_orphan, self);
  mer_methodology_complete_policies (self);
}

static void
rename_key (GHashTable *strings, const char *from, const char *to)
{
  gpointer key = NULL, value = NULL;

  if (!g_hash_table_steal_extended (strings, from, &key, &value))
    return;
  g_free (key);
  g_hash_table_insert (strings, g_strdup (to), value);
}

void
mer_methodology_rename_policy (MerMethodology *self, const char *from, const char *to)
{
  g_autofree char *old_key = g_strconcat (PREFIX, from, NULL);
  g_autofree char *new_key = g_strconcat (PREFIX, to, NULL);

  rename_key (self->policies, old_key, new_key);
  rename_key (self->decided, old_key, new_key);
  if (g_hash_table_remove (self->unconfirmed, old_key))
    g_hash_table_add (self->unconfirmed, g_strdup (new_key));
}
