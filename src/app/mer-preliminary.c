/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Putting results to discussion keeps their scores beside the ids of organizations, so that they
 * are found again under corrected names. */

#include "config.h"

#include "app/mer-preliminary.h"

#include <glib/gi18n.h>

#include "app/mer-approval-private.h"
#include "app/mer-score-csv.h"
#include "core/mer-day.h"

static gboolean
refuse (GError    **error,
        const char *sentence)
{
  g_set_error_literal (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID, sentence);
  return FALSE;
}

static char *
day_of (gint64 seconds)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (seconds);

  return moment != NULL ? g_date_time_format (moment, "%Y-%m-%d") : g_strdup ("");
}

/**
 * mer_preliminary_publish:
 * @doc: a document with an action under way
 * @cycle_id: the cycle, 0: the latest
 * @decision: (nullable): who decided to put them to discussion, in words
 * @error: what is in the way, in a sentence
 *
 * Returns: whether the scores of now are kept as preliminary
 */
gboolean
mer_preliminary_publish (MerDocument *doc,
                         gint64       cycle_id,
                         const char  *decision,
                         GError     **error)
{
  g_autoptr (MerResults) results = mer_results_load (doc, cycle_id, MER_RESULTS_AS_RULED, error);
  g_autoptr (MerApproval) before = NULL;
  g_autoptr (MerApproval) kept = NULL;

  if (results == NULL || !mer_approval_check (doc, results, error) ||
      !mer_store_find_approval (doc, MER_APPROVAL_PRELIMINARY, results->cycle->id, &before, error))
    return FALSE;
  if (before != NULL)
    return refuse (error, _("Preliminary results of this cycle are under discussion already. "
                            "Withdraw them first."));
  kept =
    mer_approval_new (results, decision, mer_score_table_to_csv_with_ids (results->scores));
  return mer_store_save_approval (doc, MER_APPROVAL_PRELIMINARY, kept, error);
}

/**
 * mer_preliminary_withdraw:
 * @doc: a document with an action under way
 * @cycle_id: the cycle, 0: the latest
 * @error: what is in the way, in a sentence
 *
 * Returns: whether there are no preliminary results any more
 */
gboolean
mer_preliminary_withdraw (MerDocument *doc,
                          gint64       cycle_id,
                          GError     **error)
{
  g_autoptr (MerCycle) cycle = mer_store_cycle (doc, cycle_id, error);
  g_autoptr (MerApproval) kept = NULL;

  if (cycle == NULL ||
      !mer_store_find_approval (doc, MER_APPROVAL_PRELIMINARY, cycle->id, &kept, error))
    return FALSE;
  if (kept == NULL)
    return refuse (error, _("No preliminary results of this cycle are under discussion."));
  if (cycle->approved)
    return refuse (error, _("The results of this cycle are approved: what was under discussion "
                            "stays as it was."));
  return mer_store_delete_approval (doc, MER_APPROVAL_PRELIMINARY, cycle->id, error);
}

void
mer_preliminary_free (MerPreliminary *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->kept, mer_approval_free);
  g_clear_pointer (&self->differences, g_ptr_array_unref);
  g_free (self->day);
  g_free (self);
}

/**
 * mer_preliminary_load:
 * @doc: a document of the calling thread
 * @results: a cycle of it
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what was put to discussion, and what has become of it;
 *   %NULL without error when nothing was
 */
MerPreliminary *
mer_preliminary_load (MerDocument      *doc,
                      const MerResults *results,
                      GError          **error)
{
  g_autoptr (MerPreliminary) self = g_new0 (MerPreliminary, 1);

  if (!mer_store_find_approval (doc, MER_APPROVAL_PRELIMINARY, results->cycle->id, &self->kept,
                                error) ||
      self->kept == NULL)
    return NULL;
  self->day = day_of (self->kept->approved_at);
  self->differences =
    mer_score_differences (self->kept->scores, results->scores, &self->n_kept);
  if (self->differences == NULL)
    {
      g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_DAMAGED,
                   _("The preliminary results of “%s” cannot be read: they were altered by "
                     "another program."),
                      results->cycle->title);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * mer_preliminary_verify:
 * @doc: a document of the calling thread
 * @cycle: one of its cycles
 * @problems: (element-type utf8): grows by a sentence when something is wrong
 * @error: return location
 *
 * Returns: %FALSE and error when the document cannot be read
 */
gboolean
mer_preliminary_verify (MerDocument    *doc,
                        const MerCycle *cycle,
                        GPtrArray      *problems,
                        GError        **error)
{
  g_autoptr (MerApproval) kept = NULL;
  g_autofree char *hash = NULL;

  if (!mer_store_find_approval (doc, MER_APPROVAL_PRELIMINARY, cycle->id, &kept, error))
    return FALSE;
  if (kept == NULL)
    return TRUE;
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, kept->scores, -1);
  if (!g_str_equal (hash, kept->sha256))
    g_ptr_array_add (problems, g_strdup_printf (_("“%s”: the preliminary scores were altered by "
                                                  "another program."),
                                                   cycle->title));
  return TRUE;
}
