/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From gathered rows to blocks in the document, organization by organization: all spellings of
 * one are checked against each other and against the cycle's earlier batches. */

#include "config.h"

#include "import/mer-survey-writing.h"

#include "import/mer-survey-duplicates.h"
#include "import/mer-survey-profile.h"
#include "store/mer-batch-store.h"

#define SOURCES_A_TICK 64

typedef struct
{
  MerImportJob         *job;
  const MerBlockLayout *layout;
  MerSurveyComments    *comments;
  MerSurveyOutcome     *outcome;
  MerSurveyDuplicates  *duplicates;
  MerSurveyProfile     *profile; /* NULL: the table has none */
  GArray               *dropped; /* of gint64: rows of the source at hand that are not written */
} Writing;

static void
writing_clear (Writing *self)
{
  g_clear_pointer (&self->duplicates, mer_survey_duplicates_free);
  g_clear_pointer (&self->profile, mer_survey_profile_free);
  g_clear_pointer (&self->dropped, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writing, writing_clear)

/* An answer to a question that its filter skipped. */
static void
count_contradictions (Writing           *self,
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
  Writing *self = user_data;

  if (mer_survey_duplicates_seen (self->duplicates, row))
    {
      mer_survey_count_add (&self->outcome->duplicates, row->number, MER_PROBLEM_NOTED_ROWS);
      if (!self->job->options->keep_duplicates)
        {
          g_array_append_val (self->dropped, row->number);
          mer_survey_profile_next (self->profile, FALSE);
          return FALSE;
        }
    }
  mer_survey_profile_next (self->profile, TRUE);
  count_contradictions (self, row);
  return TRUE;
}

static gboolean
write_blocks (Writing   *self,
              MerSource *source,
              GError   **error)
{
  for (guint segment = 0; mer_block_builder_n_rows (source->builder) > 0; segment++)
    {
      g_autoptr (GBytes) block = mer_block_builder_finish (source->builder);

      if (!mer_store_add_block (self->job->doc, self->job->batch->id, source->match->source_id,
                                segment, block, error))
        return FALSE;
    }
  return TRUE;
}

void
mer_survey_outcome_clear (MerSurveyOutcome *self)
{
  mer_survey_count_clear (&self->duplicates);
  for (guint i = 0; i < MER_BLOCK_MAX_QUESTIONS; i++)
    mer_survey_count_clear (&self->contradictions[i]);
}

/* Sources come by organization: one share an organization. An organization that this import
 * makes has no id that a dry run could keep. */
static void
count_share (Writing         *self,
             const MerSource *source,
             guint            n)
{
  const MerNameMatch *match = source->match;
  GArray             *shares = self->job->result->accepted_of;
  MerImportShare      share = { match->organization_id, n };
  MerImportShare     *last =
    shares->len > 0 ? &g_array_index (shares, MerImportShare, shares->len - 1) : NULL;

  if (match->state == MER_MATCH_CREATE && self->job->options->dry_run)
    share.organization_id = 0;
  if (last != NULL && last->organization_id == share.organization_id)
    last->n += n;
  else
    g_array_append_val (shares, share);
}

static gboolean
write_source (Writing   *self,
              MerSource *source,
              GError   **error)
{
  g_array_set_size (self->dropped, 0);
  mer_survey_profile_begin (self->profile, source);
  mer_block_builder_filter (source->builder, keep_row_cb, self);
  mer_survey_profile_end (self->profile);
  self->outcome->accepted += mer_block_builder_n_rows (source->builder);
  count_share (self, source, mer_block_builder_n_rows (source->builder));
  return write_blocks (self, source, error) &&
         mer_survey_comments_finish (self->comments, source, self->dropped, error);
}

static int
compare_sources (gconstpointer a,
                 gconstpointer b)
{
  const MerNameMatch *first = (*(MerSource *const *) a)->match;
  const MerNameMatch *second = (*(MerSource *const *) b)->match;

  if (first->organization_id != second->organization_id)
    return first->organization_id < second->organization_id ? -1 : 1;
  return (first->index > second->index) - (first->index < second->index);
}

/* Those that have rows, known to the document, by organization. */
static GPtrArray *
store_sources (Writing        *self,
               MerSourceTable *sources,
               GError        **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  GPtrArray *all = mer_source_table_sources (sources);

  for (guint i = 0; i < all->len; i++)
    {
      MerSource *source = g_ptr_array_index (all, i);

      if (mer_block_builder_n_rows (source->builder) == 0)
        continue;
      if (!mer_name_matcher_store (self->job->matcher, source->match, error))
        return NULL;
      g_ptr_array_add (list, source);
    }
  g_ptr_array_sort (list, compare_sources);
  return g_steal_pointer (&list);
}

/* Rows of all sources from `first` on that are of the same organization. */
static guint
count_rows (const GPtrArray *list,
            guint            first)
{
  const MerSource *head = g_ptr_array_index (list, first);
  guint            n = 0;

  for (guint i = first; i < list->len; i++)
    {
      const MerSource *source = g_ptr_array_index (list, i);
      if (source->match->organization_id != head->match->organization_id)
        break;
      n += mer_block_builder_n_rows (source->builder);
    }
  return n;
}

gboolean
mer_survey_write (MerImportJob           *job,
                  const MerSurveyColumns *columns,
                  const MerBlockLayout   *layout,
                  MerSourceTable         *sources,
                  MerSurveyComments      *comments,
                  MerSurveyOutcome       *outcome,
                  GError                **error)
{
  g_auto (Writing) self = { job, layout, comments, outcome, NULL, NULL, NULL };
  g_autoptr (GPtrArray) list = NULL;
  gint64 organization_id = 0;

  self.dropped = g_array_new (FALSE, FALSE, sizeof (gint64));
  self.profile = mer_survey_profile_new (columns);
  self.duplicates = mer_survey_duplicates_new (job->doc, job->cycle->id, layout, error);
  if (self.duplicates == NULL)
    return FALSE;
  list = store_sources (&self, sources, error);
  if (list == NULL)
    return FALSE;
  for (guint i = 0; i < list->len; i++)
    {
      MerSource *source = g_ptr_array_index (list, i);

      if (i % SOURCES_A_TICK == 0 && !mer_import_job_tick (job, error))
        return FALSE;
      if (source->match->organization_id != organization_id &&
          !mer_survey_duplicates_begin (self.duplicates, source->match->organization_id,
                                        count_rows (list, i), error))
        return FALSE;
      organization_id = source->match->organization_id;
      if (!write_source (&self, source, error))
        return FALSE;
    }
  return mer_survey_profile_write (self.profile, job, error);
}
