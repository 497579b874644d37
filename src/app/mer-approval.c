/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Approval keeps the scores as text beside the version of the rules, so that later on it can be
 * shown that the same rules still make the same scores of the same data. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/mer-approval-private.h"
#include "app/mer-preliminary.h"
#include "app/mer-score-csv.h"
#include "cycle/mer-operator.h"
#include "store/mer-draft-store.h"
#include "store/mer-record-store.h"

static gboolean
refuse (GError    **error,
        const char *sentence)
{
  g_set_error_literal (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID, sentence);
  return FALSE;
}

gboolean
mer_approval_check (MerDocument      *doc,
                    const MerResults *results,
                    GError          **error)
{
  if (results->cycle->approved)
    return refuse (error, _("The results of this cycle are approved already."));
  if (mer_store_has_draft (doc, results->cycle->id))
    return refuse (error, _("The rules of this cycle are being edited. Apply the draft or drop it "
                            "first."));
  if (results->scores->n_ranked == 0)
    return refuse (error, _("No organization has a score yet: there is nothing to approve."));
  return TRUE;
}

MerApproval *
mer_approval_new (const MerResults *results,
                  const char       *decision,
                  char             *scores)
{
  MerApproval *approval = g_new0 (MerApproval, 1);

  approval->cycle_id = results->cycle->id;
  approval->approved_at = g_get_real_time () / G_USEC_PER_SEC;
  approval->who = g_strdup (g_get_user_name ());
  approval->decision = decision != NULL && *decision != '\0' ? g_strdup (decision) : NULL;
  approval->methodology_id = results->cycle->methodology_id;
  approval->scores = scores;
  return approval;
}

static gboolean
set_approved (MerDocument    *doc,
              const MerCycle *cycle,
              gboolean        approved,
              GError        **error)
{
  g_autoptr (MerCycle) changed = mer_cycle_new (cycle->title, cycle->year);

  changed->id = cycle->id;
  changed->methodology_id = cycle->methodology_id;
  changed->operator_name = g_strdup (cycle->operator_name);
  changed->approved = approved;
  return mer_store_save_cycle (doc, changed, error);
}

/**
 * mer_approve_results:
 * @doc: a document with an action under way
 * @cycle_id: the cycle, 0: the latest
 * @decision: (nullable): the council's decision in words
 * @error: what is in the way, in a sentence
 *
 * Returns: whether the results are approved now
 */
gboolean
mer_approve_results (MerDocument *doc,
                     gint64       cycle_id,
                     const char  *decision,
                     GError     **error)
{
  g_autoptr (MerResults) results = mer_results_load (doc, cycle_id, MER_RESULTS_AS_RULED, error);
  g_autoptr (MerApproval) approval = NULL;

  if (results == NULL || !mer_approval_check (doc, results, error))
    return FALSE;
  approval = mer_approval_new (results, decision, mer_score_table_to_csv (results->scores));
  return mer_store_save_approval (doc, MER_APPROVAL_FINAL, approval, error) &&
         set_approved (doc, results->cycle, TRUE, error);
}

/* Of the public discussion: those that nobody has decided on. */
static guint
count_open (GPtrArray *remarks)
{
  guint n = 0;

  for (guint i = 0; remarks != NULL && i < remarks->len; i++)
    {
      const MerRemark *remark = remarks->pdata[i];

      n += mer_remark_is_of_discussion (remark) && remark->state == MER_REMARK_OPEN ? 1 : 0;
    }
  return n;
}

static void
warn_of_discussion (MerDocument      *doc,
                    const MerResults *results,
                    GPtrArray        *warnings)
{
  g_autoptr (GPtrArray) remarks =
    mer_store_records (doc, &mer_record_remark, results->cycle->id, NULL);
  g_autoptr (MerPreliminary) preliminary = mer_preliminary_load (doc, results, NULL);
  guint n_open = count_open (remarks);

  if (n_open > 0)
    g_ptr_array_add (warnings,
                     g_strdup_printf (ngettext ("%u remark of the public discussion is open.",
                                                "%u remarks of the public discussion are open.",
                                                n_open),
                                      n_open));
  if (preliminary != NULL && preliminary->differences->len > 0)
    {
      guint n = preliminary->differences->len;

      g_ptr_array_add (warnings,
                       g_strdup_printf (
                         ngettext ("%u organization differs from the preliminary results.",
                                   "%u organizations differ from the preliminary results.", n),
                         n));
    }
}

/**
 * mer_approval_warnings:
 * @doc: the document
 * @results: a cycle of it that is to be approved
 *
 * Returns: (transfer full) (element-type utf8): sentences
 */
GPtrArray *
mer_approval_warnings (MerDocument      *doc,
                       const MerResults *results)
{
  GPtrArray *warnings = g_ptr_array_new_with_free_func (g_free);
  guint      n = results->scores->n_rows - results->scores->n_ranked;

  if (n > 0)
    g_ptr_array_add (warnings,
                     g_strdup_printf (ngettext ("%u organization has no total and no place.",
                                                "%u organizations have no total and no place.", n),
                                      n));
  warn_of_discussion (doc, results, warnings);
  return warnings;
}

/**
 * mer_reopen_results:
 * @doc: a document with an action under way
 * @cycle_id: the cycle, 0: the latest
 * @reason: why; required
 * @error: what is in the way, in a sentence
 *
 * Returns: whether the results are not approved any more
 */
gboolean
mer_reopen_results (MerDocument *doc,
                    gint64       cycle_id,
                    const char  *reason,
                    GError     **error)
{
  g_autoptr (MerCycle) cycle = mer_store_cycle (doc, cycle_id, error);

  if (cycle == NULL)
    return FALSE;
  if (!cycle->approved)
    return refuse (error, _("The results of this cycle are not approved."));
  if (reason == NULL || *reason == '\0')
    return refuse (error, _("Give the reason for reopening approved results."));
  return mer_store_delete_approval (doc, MER_APPROVAL_FINAL, cycle->id, error) &&
         set_approved (doc, cycle, FALSE, error);
}

/* --- checking ------------------------------------------------------------------------------ */

/* Where the first field of a line ends: behind its comma. */
static const char *
skip_name (const char *line)
{
  gboolean quoted = FALSE;

  for (; *line != '\0'; line++)
    {
      if (*line == '"')
        quoted = !quoted;
      else if (*line == ',' && !quoted)
        return line + 1;
    }
  return line;
}

/* The lines without the names, which may be corrected after the approval, in an order that does
 * not depend on them. A name may hold a line break: lines end outside of quotes only. */
static GPtrArray *
split_scores (const char *csv,
              GPtrArray  *names)
{
  GPtrArray  *lines = g_ptr_array_new_with_free_func (g_free);
  const char *start = csv;
  gboolean    quoted = FALSE;

  for (const char *at = csv; *at != '\0'; at++)
    {
      g_autofree char *line = NULL;
      const char      *scores = NULL;

      quoted = quoted != (*at == '"');
      if (*at != '\n' || quoted)
        continue;
      line = g_strndup (start, (gsize) (at - start));
      scores = skip_name (line);
      g_ptr_array_add (lines, g_strdup (scores));
      if (scores > line)
        g_ptr_array_add (names, g_strndup (line, (gsize) (scores - line) - 1));
      start = at + 1;
    }
  return lines;
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* How many lines of scores stand in only one of both. */
static guint
count_different (const char *approved,
                 const char *found)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) first = split_scores (approved, names);
  g_autoptr (GPtrArray) second = split_scores (found, names);
  guint i = 0, j = 0, missing = 0, added = 0;

  g_ptr_array_sort (first, compare_lines);
  g_ptr_array_sort (second, compare_lines);
  while (i < first->len || j < second->len)
    {
      int order = i >= first->len    ? 1
                  : j >= second->len ? -1
                                     : strcmp (first->pdata[i], second->pdata[j]);

      missing += order < 0;
      added += order > 0;
      i += order <= 0;
      j += order >= 0;
    }
  return MAX (missing, added);
}

static gboolean
verify_approval (MerDocument       *doc,
                 const MerCycle    *cycle,
                 const MerApproval *approval,
                 GPtrArray         *problems,
                 GError           **error)
{
  g_autoptr (MerMethodology) methodology =
    mer_store_methodology (doc, approval->methodology_id, error);
  g_autoptr (MerScoreTable) scores = NULL;
  g_autofree char *found = NULL;
  g_autofree char *hash = NULL;
  guint            n = 0;

  scores = methodology != NULL ? mer_score_cycle_by (doc, cycle, methodology, error) : NULL;
  if (scores == NULL)
    return FALSE;
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, approval->scores, -1);
  if (!g_str_equal (hash, approval->sha256))
    g_ptr_array_add (problems, g_strdup_printf (_("“%s”: the approved scores were altered by "
                                                  "another program."),
                                                   cycle->title));
  found = mer_score_table_to_csv (scores);
  n = count_different (approval->scores, found);
  if (n > 0)
    g_ptr_array_add (problems,
                     g_strdup_printf (ngettext ("“%s”: the scores of %u organization are not "
                                                "those that were approved.",
                                                "“%s”: the scores of %u organizations are not "
                                                "those that were approved.",
                                                n),
                                      cycle->title, n));
  return TRUE;
}

static void
note_rules (const MerCycle    *cycle,
            const MerApproval *approval,
            GPtrArray         *notes)
{
  if (notes == NULL || cycle->methodology_id == approval->methodology_id)
    return;
  g_ptr_array_add (notes, g_strdup_printf (_("“%s” was approved by version %lld of its rules; "
                                             "version %lld is in force."),
                                              cycle->title, (long long) approval->methodology_id,
                                              (long long) cycle->methodology_id));
}

/**
 * mer_approvals_verify:
 * @doc: a document of the calling thread
 * @problems: (element-type utf8): grows by a sentence for each cycle whose scores are not those
 *   that were approved
 * @notes: (nullable) (element-type utf8): grows by what is no problem but should be known
 * @error: return location
 *
 * Returns: %FALSE and error when the document cannot be read
 */
gboolean
mer_approvals_verify (MerDocument *doc,
                      GPtrArray   *problems,
                      GPtrArray   *notes,
                      GError     **error)
{
  g_autoptr (GPtrArray) cycles = mer_store_cycles (doc, error);

  for (guint i = 0; cycles != NULL && i < cycles->len; i++)
    {
      const MerCycle *cycle = g_ptr_array_index (cycles, i);
      g_autoptr (MerApproval) approval = NULL;
      g_autoptr (GError) local = NULL;

      if (!mer_preliminary_verify (doc, cycle, problems, error) ||
          !mer_store_find_approval (doc, MER_APPROVAL_FINAL, cycle->id, &approval, error))
        return FALSE;
      if (approval == NULL)
        continue;
      note_rules (cycle, approval, notes);
      if (!verify_approval (doc, cycle, approval, problems, &local))
        g_ptr_array_add (problems, g_strdup_printf ("“%s”: %s", cycle->title, local->message));
    }
  return cycles != NULL;
}
