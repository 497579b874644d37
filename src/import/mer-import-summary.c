/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The end of a run: what became of names, why nothing was accepted, what the batch keeps. */
#include "config.h"

#include <glib/gi18n.h>

#include "core/mer-name.h"
#include "import/mer-import-summary.h"
#include "store/mer-batch-store.h"

/* Names that one message lists. */
#define LISTED_NAMES 5

static char *
row_text (gint64 row)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, row);
}

static const MerImportColumn *
organization_column (const MerImportJob *job)
{
  return mer_recognition_find (job->columns, MER_COLUMN_ORGANIZATION);
}

/* --- names ------------------------------------------------------------------------ */

static char *
say_unknown (const MerImportJob *job,
             const MerNameMatch *match)
{
  g_autofree char *row = row_text (match->first_row);
  g_autofree char *near = mer_name_matcher_suggest (job->matcher, match);

  if (near == NULL)
    return g_strdup_printf (_("Row %s: the registry has no organization “%s”."), row, match->name);
  return g_strdup_printf (_("Row %s: the registry has no organization “%s”; the nearest "
                            "name is “%s”."),
                             row, match->name, near);
}

static char *
say_unusable (const MerImportJob *job,
              const MerNameMatch *match,
              const char        **code)
{
  g_autofree char *row = row_text (match->first_row);
  g_autofree char *candidates = NULL;

  if (match->state == MER_MATCH_EMPTY)
    {
      *code = "no-organization";
      return g_strdup_printf (_("Row %s: no organization is named."), row);
    }
  if (match->state == MER_MATCH_SKIPPED)
    {
      *code = "skipped-organization";
      return g_strdup_printf (_("Row %s: “%s” was set to belong to no organization."), row,
                                 match->name);
    }
  if (match->state == MER_MATCH_AMBIGUOUS)
    {
      candidates = mer_name_matcher_candidates (job->matcher, match);
      *code = "ambiguous-organization";
      return g_strdup_printf (_("Row %s: “%s” may be any of these: %s."), row, match->name,
                                 candidates);
    }
  *code = "unknown-organization";
  return say_unknown (job, match);
}

/* All spellings of one name are one problem, told by the first of them. */
static void
report_unusable (MerImportJob       *job,
                 const MerNameMatch *match)
{
  const char       *code;
  g_autofree char  *text = say_unusable (job, match, &code);
  g_autofree char  *key = mer_name_fold (match->name, -1);
  MerImportProblem *problem =
    mer_import_problems_count (job->problems, MER_PROBLEM_REJECTED, code, match->first_row,
                               organization_column (job), key, match->n_rows);

  if (problem->text == NULL)
    problem->text = g_steal_pointer (&text);
  /* One row was noted by counting it. */
  if (match->rejected != NULL && match->n_rows > 1)
    mer_import_problem_add_rows (problem, (const gint64 *) (gconstpointer) match->rejected->data,
                                 match->rejected->len);
}

/* Names without an organization, each in its first spelling. */
static void
list_unmatched (MerImportJob *job,
                GPtrArray    *matches)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < matches->len; i++)
    {
      const MerNameMatch *match = matches->pdata[i];

      if (match->n_rows > 0 &&
          (match->state == MER_MATCH_UNKNOWN || match->state == MER_MATCH_AMBIGUOUS) &&
          g_hash_table_add (seen, mer_name_fold (match->name, -1)))
        g_ptr_array_add (job->result->unmatched, g_strdup (match->name));
    }
}

/* A new organization whose name is nearly that of another is worth a look. */
static void
report_created (MerImportJob       *job,
                const MerNameMatch *match)
{
  g_autofree char  *near = mer_name_matcher_suggest (job->matcher, match);
  g_autofree char  *row = row_text (match->first_row);
  MerImportProblem *problem;

  if (near == NULL)
    return;
  problem = mer_import_problems_count (job->problems, MER_PROBLEM_NOTE, "similar-organization",
                                       match->first_row, organization_column (job), match->name,
                                       match->n_rows);
  if (problem->text == NULL)
    problem->text = g_strdup_printf (_("Row %s: “%s” was added as a new organization, although "
                                       "there is “%s”. If they are the same, merge them."),
                                        row, match->name, near);
}

void
mer_import_summarize_names (MerImportJob *job)
{
  GPtrArray *matches = mer_name_matcher_matches (job->matcher);

  for (guint i = 0; i < matches->len; i++)
    {
      const MerNameMatch *match = matches->pdata[i];

      if (match->n_rows == 0)
        continue;
      if (!mer_name_match_is_usable (match))
        report_unusable (job, match);
      else if (match->state == MER_MATCH_CREATE)
        report_created (job, match);
    }
  list_unmatched (job, matches);
  job->result->created += mer_name_matcher_n_created (job->matcher);
}

/* --- nothing accepted --------------------------------------------------------------- */

static GError *
names_obstacle (const MerImportResult *result)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint n = result->unmatched->len;

  for (guint i = 0; i < MIN (n, LISTED_NAMES); i++)
    {
      if (i > 0)
        g_string_append (list, ", ");
      g_string_append_printf (list, _("“%s”"), (const char *) result->unmatched->pdata[i]);
    }
  if (n > LISTED_NAMES)
    g_string_append (list, ", …");
  return g_error_new (MER_IMPORT_ERROR, MER_IMPORT_ERROR_ORGANIZATIONS,
                      ngettext ("Nothing was imported: the registry does not have the %u "
                                "organization that the table names: %s.",
                                "Nothing was imported: the registry does not have the %u "
                                "organizations that the table names: %s.",
                                n),
                      n, list->str);
}

GError *
mer_import_obstacle (const MerImportJob *job)
{
  const MerImportResult  *result = job->result;
  const MerImportProblem *first = NULL;

  if (result->rejected == 0 && result->duplicates == 0)
    return g_error_new (MER_IMPORT_ERROR, MER_IMPORT_ERROR_EMPTY,
                        _("There are no rows under the header."));
  if (result->rejected == 0)
    return g_error_new (MER_IMPORT_ERROR, MER_IMPORT_ERROR_ROWS,
                        _("Nothing was imported: all rows are in the document already."));
  if (result->unmatched->len > 0)
    return names_obstacle (result);
  for (guint i = 0; i < result->problems->len && first == NULL; i++)
    {
      const MerImportProblem *problem = result->problems->pdata[i];

      if (problem->severity == MER_PROBLEM_REJECTED)
        first = problem;
    }
  return g_error_new (MER_IMPORT_ERROR, MER_IMPORT_ERROR_ROWS,
                      _("Nothing was imported: no row could be accepted. %s"),
                         first != NULL ? first->text : "");
}

/* --- what the batch keeps -------------------------------------------------------------- */

static gboolean
store_problem (MerImportJob           *job,
               const MerImportProblem *problem,
               GError                **error)
{
  g_autofree char *count = g_strdup_printf ("%" G_GUINT64_FORMAT, problem->count);
  g_autofree char *text = problem->count > 1
    /* Translators: a sentence about the first row, then how many there are. */
    ? g_strdup_printf (_("%s Such cases in all: %s."), problem->text, count)
    : g_strdup (problem->text);
  g_autofree char      *rows = mer_import_problem_rows_text (problem);
  const MerBatchProblem stored = {
    .row = problem->row,
    .column = problem->header,
    .code = problem->code,
    .text = text,
    .rows = rows,
    .rejects = problem->severity == MER_PROBLEM_REJECTED,
  };

  return mer_store_add_problem (job->doc, job->batch->id, &stored, error);
}

gboolean
mer_import_store_summary (MerImportJob *job,
                          const char   *sha256,
                          GError      **error)
{
  const MerImportResult *result = job->result;
  MerBatch              *batch = job->batch;

  batch->accepted = (gint64) result->accepted;
  batch->rejected = (gint64) result->rejected;
  batch->duplicates = (gint64) result->duplicates;
  batch->contradictions = (gint64) result->contradictions;
  g_free (batch->mapping);
  batch->mapping = mer_recognition_to_text (job->columns);
  g_free (batch->sha256);
  batch->sha256 = g_strdup (sha256);
  for (guint i = 0; i < result->problems->len; i++)
    {
      if (!store_problem (job, result->problems->pdata[i], error))
        return FALSE;
    }
  return mer_store_save_batch (job->doc, batch, error);
}
