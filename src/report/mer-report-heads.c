/* SPDX-License-Identifier: GPL-3.0-or-later */
/* «Сводка по руководителям»: for the assessment of heads of organizations (system C, row 16). Who
 * was in office in the cycle's year, what the organization scored, and what of the plan was carried
 * out of what fell due in the head's own time. */
#include "config.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "core/mer-day.h"
#include "report/mer-head-change.h"
#include "report/mer-plan-words.h"
#include "report/mer-report-private.h"

typedef struct
{
  const MerReportInput *input;
  MerPlanBook          *book; /* nullable */
  MerLanguage           language;
} Heads;

/* «с 02.09.2019», «с 02.09.2019 по 31.08.2024» */
static char *
term_words (const Heads   *self,
            const MerHead *head)
{
  g_autofree char *since = mer_day_to_words (head->since);
  g_autofree char *until = mer_day_to_words (head->until);

  if (*since == '\0' && *until == '\0')
    return g_strdup ("—");
  if (*until == '\0')
    return g_strdup_printf (mer_tr (self->language, "since %s"), since);
  if (*since == '\0')
    return g_strdup_printf (mer_tr (self->language, "until %s"), until);
  return g_strdup_printf (mer_tr (self->language, "from %s to %s"), since, until);
}

/* In office on some day of the cycle's year or after it, when plans are carried out. */
static gboolean
is_shown (const Heads   *self,
          const MerHead *head)
{
  const MerOrganization *organization = mer_plan_book_organization (self->book,
                                                                    head->organization);
  g_autofree char       *first = g_strdup_printf ("%04d-01-01", self->book->facts.cycle->year);

  return organization != NULL && mer_report_is_printed (self->input, organization) &&
         mer_head_overlaps (head, mer_day_from_iso (first), self->book->facts.today);
}

static void
add_scores (const Heads   *self,
            const MerHead *head,
            GStrv          cells)
{
  const MerReportInput *input = self->input;
  const MerScoreRow    *now = NULL;
  guint                 decimals = input->scores != NULL ? input->scores->decimals : 2;
  g_auto (MerRational) change = MER_RATIONAL_ZERO;

  if (input->scores != NULL)
    now = mer_score_table_find (input->scores, head->organization);
  cells[3] = now != NULL && now->total.defined
               ? mer_format_rational (self->language, &now->total.value, decimals)
               : g_strdup ("—");
  if (input->cycle != NULL &&
      mer_head_change (head, input->scores, input->cycle->year, input->past, &change))
    cells[4] = mer_format_difference (self->language, &change, decimals);
  else
    cells[4] = g_strdup ("—");
  cells[5] = now != NULL && now->rank > 0 ? g_strdup_printf ("%u", now->rank) : g_strdup ("—");
}

static void
add_head (const Heads   *self,
          MerTable      *table,
          const MerHead *head)
{
  GStrv        cells = g_new0 (char *, 9);
  MerExecution execution = mer_plan_book_execution_of (self->book, head);
  guint        n = mer_execution_count (&execution);

  cells[0] = mer_plan_person_words (head->name, head->post);
  cells[1] = g_strdup (mer_plan_book_organization (self->book, head->organization)->name);
  cells[2] = term_words (self, head);
  add_scores (self, head, cells);
  cells[6] = n > 0 ? g_strdup_printf (mer_tr (self->language, "%u of %u"),
                                      execution.n[MER_STANDING_DONE], n)
                   : g_strdup ("—");
  cells[7] = mer_plan_share_words (self->language, &execution);
  mer_table_add_row (table, cells);
}

static MerTable *
start_table (MerLanguage language)
{
  MerTable *table = mer_table_new ();

  mer_table_add_column (table, mer_tr (language, "Head"), 0, MER_ALIGN_LEFT, FALSE);
  mer_table_add_column (table, mer_tr (language, "Organization"), 120, MER_ALIGN_LEFT, FALSE);
  mer_table_add_column (table, mer_tr (language, "In office"), 96, MER_ALIGN_LEFT, FALSE);
  mer_table_add_column (table, mer_tr (language, "Score"), 48, MER_ALIGN_RIGHT, TRUE);
  mer_table_add_column (table, mer_tr (language, "Change"), 62, MER_ALIGN_RIGHT, FALSE);
  mer_table_add_column (table, mer_tr (language, "Place"), 48, MER_ALIGN_RIGHT, FALSE);
  mer_table_add_column (table, mer_tr (language, "Items done"), 72, MER_ALIGN_LEFT, FALSE);
  mer_table_add_column (table, mer_tr (language, "Executed"), 72, MER_ALIGN_RIGHT, FALSE);
  return table;
}

static MerBlocks *
build_heads (const MerReportInput *input)
{
  Heads      self = { input, mer_plan_book_of (input), input->language };
  MerBlocks *blocks = mer_blocks_new (input->language,
                                      mer_tr (input->language, "Summary by heads"));
  MerTable  *table = start_table (input->language);

  blocks->landscape = TRUE;
  mer_plan_add_head (input, blocks, mer_tr (input->language, "SUMMARY BY HEADS OF ORGANIZATIONS"));
  for (guint i = 0; self.book != NULL && i < self.book->facts.heads->len; i++)
    if (is_shown (&self, self.book->facts.heads->pdata[i]))
      add_head (&self, table, self.book->facts.heads->pdata[i]);
  g_clear_pointer (&self.book, mer_plan_book_unref);
  if (table->rows->len == 0)
    {
      mer_table_free (table);
      mer_blocks_add_text (blocks, MER_BLOCK_PARAGRAPH,
                           mer_tr (input->language, "No heads of organizations are entered."));
      return blocks;
    }
  mer_blocks_add_table (blocks, table);
  mer_blocks_add_text (blocks, MER_BLOCK_NOTE,
                       mer_tr (input->language,
                               "Items are those whose deadline lies in the head's time in office; "
                               "items without a deadline are the present head's."));
  if (input->signatory_post != NULL)
    mer_blocks_add_signature (blocks, input->signatory_post, input->signatory_name);
  return blocks;
}

const MerReportKind mer_report_heads = {
  .id = "heads",
  .title = N_("Summary by heads of organizations"),
               .build = build_heads,
  };
