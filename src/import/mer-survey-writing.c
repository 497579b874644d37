/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Gathered rows into the document, organization by organization. */

#include "config.h"

#include "import/mer-survey-writing.h"

#include "store/mer-batch-store.h"

#define SOURCES_A_TICK 64

/* Sources come by organization: one share an organization. An organization that this import
 * makes has no id that a dry run could keep. */
static void
count_share (MerImportJob          *job,
             const MerSealedSource *sealed)
{
  const MerNameMatch *match = sealed->source->match;
  GArray             *shares = job->result->accepted_of;
  MerImportShare      share = { match->organization_id, sealed->n_rows };
  MerImportShare     *last =
    shares->len > 0 ? &g_array_index (shares, MerImportShare, shares->len - 1) : NULL;

  if (match->state == MER_MATCH_CREATE && job->options->dry_run)
    share.organization_id = 0;
  if (last != NULL && last->organization_id == share.organization_id)
    last->n += share.n;
  else
    g_array_append_val (shares, share);
}

static gboolean
write_source (MerImportJob          *job,
              MerSurveyComments     *comments,
              const MerSealedSource *sealed,
              GError               **error)
{
  for (guint i = 0; i < sealed->blocks->len; i++)
    {
      if (!mer_store_add_block (job->doc, job->batch->id, sealed->source->match->source_id, i,
                                g_ptr_array_index (sealed->blocks, i), error))
        return FALSE;
    }
  count_share (job, sealed);
  return mer_survey_comments_finish (comments, sealed->source, sealed->dropped, error);
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
store_sources (MerImportJob   *job,
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
      if (!mer_name_matcher_store (job->matcher, source->match, error))
        return NULL;
      g_ptr_array_add (list, source);
    }
  g_ptr_array_sort (list, compare_sources);
  return g_steal_pointer (&list);
}

static gboolean
write_all (MerImportJob      *job,
           MerSurveySealing  *sealing,
           guint              n,
           MerSurveyComments *comments,
           GError           **error)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MerSealedSource) sealed = NULL;

      if (i % SOURCES_A_TICK == 0 && !mer_import_job_tick (job, error))
        return FALSE;
      sealed = mer_survey_sealing_next (sealing);
      if (sealed->error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&sealed->error));
          return FALSE;
        }
      if (!write_source (job, comments, sealed, error))
        return FALSE;
    }
  return TRUE;
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
  g_autoptr (MerSurveyProfile) profile = mer_survey_profile_new (columns);
  g_autoptr (MerSurveyDuplicates) duplicates =
    mer_survey_duplicates_new (job->doc, job->cycle->id, job->methodology, layout, error);
  g_autoptr (GPtrArray) list = duplicates != NULL ? store_sources (job, sources, error) : NULL;
  g_autoptr (MerSurveySealing) sealing = NULL;
  gboolean ok = FALSE;

  if (list == NULL)
    return FALSE;
  sealing = mer_survey_sealing_new (list, layout, duplicates, job->options->keep_duplicates,
                                    profile, outcome);
  ok = write_all (job, sealing, list->len, comments, error);
  /* What it counted is complete when it is gone. */
  g_clear_pointer (&sealing, mer_survey_sealing_free);
  return ok && mer_survey_profile_write (profile, job, error);
}
