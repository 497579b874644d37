/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The plan of an organization follows from its recipients by the rule of src/cycle and is never
 * stored. */

#include "config.h"

#include "ui/widgets/mer-sample-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/mer-language.h"
#include "core/mer-name.h"
#include "cycle/mer-sample-rule.h"

G_DEFINE_FINAL_TYPE (MerSampleRow, mer_sample_row, G_TYPE_OBJECT)

static guint changed_signal;

static void
mer_sample_row_finalize (GObject *object)
{
  MerSampleRow *self = MER_SAMPLE_ROW (object);

  g_free (self->name);
  g_free (self->sort_key);
  g_free (self->source);
  G_OBJECT_CLASS (mer_sample_row_parent_class)->finalize (object);
}

static void
mer_sample_row_class_init (MerSampleRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mer_sample_row_finalize;
  changed_signal = g_signal_new ("changed", MER_TYPE_SAMPLE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
mer_sample_row_init (MerSampleRow *self)
{
}

static const MerCycleMember *
find_member (MerResults *results,
             gint64      organization_id)
{
  for (guint i = 0; results != NULL && i < results->members->len; i++)
    {
      const MerCycleMember *member = g_ptr_array_index (results->members, i);

      if (member->organization_id == organization_id)
        return member;
    }
  return NULL;
}

static gint64
plan_of (const MerResults     *results,
         const MerCycleMember *member)
{
  return member != NULL ? mer_sample_rule_required (&results->sample, member->recipients) : -1;
}

static gint64
fact_of (const MerScoreRow *row)
{
  return row != NULL && row->evidence != NULL && row->evidence->tally != NULL
           ? row->evidence->tally->n
           : 0;
}

/**
 * mer_sample_row_new:
 * @results: (nullable): a scored cycle
 * @organization_id: an organization; 0 for those that are not there yet
 * @name: what it is called
 *
 * Returns: (transfer full): its row
 */
MerSampleRow *
mer_sample_row_new (MerResults *results,
                    gint64      organization_id,
                    const char *name)
{
  const MerCycleMember *member = find_member (results, organization_id);
  const MerScoreRow    *score =
    results != NULL ? mer_score_table_find (results->scores, organization_id) : NULL;
  MerSampleRow *self = g_object_new (MER_TYPE_SAMPLE_ROW, NULL);

  self->organization_id = organization_id;
  self->selected = member == NULL || member->selected;
  self->name = g_strdup (name);
  self->sort_key = mer_name_sort_key (name);
  self->recipients = member != NULL ? member->recipients : -1;
  if (member != NULL && member->recipients >= 0 && member->recipients_source != NULL)
    /* Translators: where a number of recipients is from: a file and its row, a form. */
    self->source = g_strdup_printf (_("Source: %s"), member->recipients_source);
  self->plan = plan_of (results, member);
  self->fact = fact_of (score);
  return self;
}

static gboolean
says_the_same (const MerSampleRow *a,
               const MerSampleRow *b)
{
  return a->selected == b->selected && a->recipients == b->recipients && a->plan == b->plan &&
         a->fact == b->fact && a->coming == b->coming && strcmp (a->name, b->name) == 0 &&
         g_strcmp0 (a->source, b->source) == 0;
}

gboolean
mer_sample_row_follow (MerSampleRow       *self,
                       const MerSampleRow *newer)
{
  g_return_val_if_fail (self->organization_id == newer->organization_id, FALSE);

  if (says_the_same (self, newer))
    return FALSE;
  g_free (self->name);
  self->name = g_strdup (newer->name);
  g_free (self->sort_key);
  self->sort_key = g_strdup (newer->sort_key);
  g_free (self->source);
  self->source = g_strdup (newer->source);
  self->selected = newer->selected;
  self->recipients = newer->recipients;
  self->plan = newer->plan;
  self->fact = newer->fact;
  self->coming = newer->coming;
  g_signal_emit (self, changed_signal, 0);
  return TRUE;
}

gint64
mer_sample_row_percent (const MerSampleRow *self)
{
  return self->plan > 0 ? (self->fact + self->coming) * 100 / self->plan : -1;
}

int
mer_sample_row_compare (gconstpointer a,
                        gconstpointer b)
{
  const MerSampleRow *const *first = a;
  const MerSampleRow *const *second = b;

  return strcmp ((*first)->sort_key, (*second)->sort_key);
}

char *
mer_sample_number_text (gint64 number)
{
  if (number < 0)
    return g_strdup ("—");
  return mer_format_count (mer_language_of_locale (), number);
}

void
mer_sample_totals (MerResults *results,
                   gint64     *fact,
                   gint64     *plan)
{
  *fact = 0;
  *plan = 0;
  for (guint i = 0; results != NULL && i < results->members->len; i++)
    {
      const MerCycleMember *member = g_ptr_array_index (results->members, i);
      const MerScoreRow    *row = mer_score_table_find (results->scores, member->organization_id);
      gint64                required = plan_of (results, member);

      if (row == NULL || required <= 0)
        continue;
      *fact += MIN (fact_of (row), required);
      *plan += required;
    }
}
