/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From gathered rows to blocks, organization by organization: all spellings of one are checked
 * against each other and against the cycle's earlier batches. The blocks that wait for being
 * written are smaller than the rows that they were made of, so their number needs no limit. */

#include "config.h"

#include "import/mer-survey-sealing.h"

struct _MerSurveySealing
{
  const GPtrArray      *list;
  const MerBlockLayout *layout;
  MerSurveyDuplicates  *duplicates;
  gboolean              keep_duplicates;
  MerSurveyProfile     *profile; /* NULL: the table has none */
  MerSurveyOutcome     *outcome;
  MerSealedSource      *at_hand;

  GThread     *thread;
  GAsyncQueue *sealed; /* of MerSealedSource */
  int          stop;   /* atomic */
};

void
mer_survey_outcome_clear (MerSurveyOutcome *self)
{
  mer_survey_count_clear (&self->duplicates);
  for (guint i = 0; i < MER_BLOCK_MAX_QUESTIONS; i++)
    mer_survey_count_clear (&self->contradictions[i]);
}

static MerSealedSource *
sealed_source_new (MerSource *source)
{
  MerSealedSource *self = g_new0 (MerSealedSource, 1);

  self->source = source;
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  self->dropped = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

void
mer_sealed_source_free (MerSealedSource *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->blocks);
  g_array_unref (self->dropped);
  g_clear_error (&self->error);
  g_free (self);
}

/* --- one source -------------------------------------------------------------------------- */

/* An answer to a question that its filter skipped. */
static void
count_contradictions (MerSurveySealing  *self,
                      const MerBlockRow *row)
{
  for (guint i = 0; i < self->layout->n_questions; i++)
    {
      int   filter = self->layout->questions[i].filter;
      guint given = 0;

      if (filter < 0 || mer_block_layout_get (self->layout, i, row->answers) == MER_ANSWER_BLANK)
        continue;
      given = mer_block_layout_get (self->layout, (guint) filter, row->answers);
      if (!(self->layout->questions[filter].passing >> given & 1))
        mer_survey_count_add (&self->outcome->contradictions[i], row->number,
                              MER_PROBLEM_NOTED_ROWS);
    }
}

static gboolean
keep_row_cb (const MerBlockRow *row,
             gpointer           user_data)
{
  MerSurveySealing *self = user_data;

  if (mer_survey_duplicates_seen (self->duplicates, row))
    {
      mer_survey_count_add (&self->outcome->duplicates, row->number, MER_PROBLEM_NOTED_ROWS);
      if (!self->keep_duplicates)
        {
          g_array_append_val (self->at_hand->dropped, row->number);
          return FALSE;
        }
    }
  mer_survey_profile_count (self->profile, row->riding);
  count_contradictions (self, row);
  return TRUE;
}

static void
seal (MerSurveySealing *self,
      MerSealedSource  *sealed)
{
  MerSource *source = sealed->source;

  self->at_hand = sealed;
  mer_survey_profile_begin (self->profile, source);
  mer_block_builder_filter (source->builder, keep_row_cb, self);
  mer_survey_profile_end (self->profile);
  sealed->n_rows = mer_block_builder_n_rows (source->builder);
  self->outcome->accepted += sealed->n_rows;
  while (mer_block_builder_n_rows (source->builder) > 0)
    g_ptr_array_add (sealed->blocks, mer_block_builder_finish (source->builder));
}

/* --- all of them ------------------------------------------------------------------------- */

static gint64
organization_at (const MerSurveySealing *self,
                 guint                   i)
{
  const MerSource *source = g_ptr_array_index (self->list, i);

  return source->match->organization_id;
}

/* Rows of all sources from `first` on that are of the same organization. */
static guint
count_rows (const MerSurveySealing *self,
            guint                   first)
{
  guint n = 0;

  for (guint i = first; i < self->list->len; i++)
    {
      const MerSource *source = g_ptr_array_index (self->list, i);

      if (organization_at (self, i) != organization_at (self, first))
        break;
      n += mer_block_builder_n_rows (source->builder);
    }
  return n;
}

static gpointer
run (gpointer data)
{
  MerSurveySealing *self = data;
  gboolean          is_sound = TRUE;

  for (guint i = 0; is_sound && i < self->list->len && g_atomic_int_get (&self->stop) == 0; i++)
    {
      MerSealedSource *sealed = sealed_source_new (g_ptr_array_index (self->list, i));

      if (i == 0 || organization_at (self, i) != organization_at (self, i - 1))
        is_sound = mer_survey_duplicates_begin (self->duplicates, organization_at (self, i),
                                                count_rows (self, i), &sealed->error);
      if (is_sound)
        seal (self, sealed);
      g_async_queue_push (self->sealed, sealed);
    }
  return NULL;
}

MerSurveySealing *
mer_survey_sealing_new (const GPtrArray      *list,
                        const MerBlockLayout *layout,
                        MerSurveyDuplicates  *duplicates,
                        gboolean              keep_duplicates,
                        MerSurveyProfile     *profile,
                        MerSurveyOutcome     *outcome)
{
  MerSurveySealing *self = g_new0 (MerSurveySealing, 1);

  self->list = list;
  self->layout = layout;
  self->duplicates = duplicates;
  self->keep_duplicates = keep_duplicates;
  self->profile = profile;
  self->outcome = outcome;
  self->sealed = g_async_queue_new_full ((GDestroyNotify) mer_sealed_source_free);
  self->thread = g_thread_new ("mer-sealing", run, self);
  return self;
}

void
mer_survey_sealing_free (MerSurveySealing *self)
{
  if (self == NULL)
    return;
  g_atomic_int_set (&self->stop, 1);
  g_thread_join (self->thread);
  g_async_queue_unref (self->sealed);
  g_free (self);
}

MerSealedSource *
mer_survey_sealing_next (MerSurveySealing *self)
{
  return g_async_queue_pop (self->sealed);
}
