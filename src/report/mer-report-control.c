/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How plans are carried out: by organization, by the ends of quarters, and what is overdue. */
#include "config.h"

#include <glib/gi18n.h>

#include "core/mer-day.h"
#include "cycle/mer-cycle-settings.h"
#include "report/mer-plan-words.h"
#include "report/mer-report-private.h"

#define COUNT_WIDTH 56.0
#define DAY_WIDTH 64.0
#define PERSON_WIDTH 110.0

typedef struct
{
  const MerReportInput *input;
  MerPlanBook          *book; /* nullable */
  MerLanguage           language;
  MerBlocks            *blocks;
} Control;

static char *
number (guint n)
{
  return g_strdup_printf ("%u", n);
}

static gboolean
is_shown (const Control      *self,
          const MerPlanSheet *sheet)
{
  return sheet->organization == NULL ? sheet->n_lines > 0
                                     : mer_report_is_printed (self->input, sheet->organization);
}

/* --- the sum ------------------------------------------------------------------------------- */

static MerExecution
add_up (const Control *self,
        guint         *n_organizations)
{
  MerExecution sum = { { 0 }, 0 };

  *n_organizations = 0;
  for (guint i = 0; i < self->book->sheets->len; i++)
    {
      const MerPlanSheet *sheet = &g_array_index (self->book->sheets, MerPlanSheet, i);

      if (!is_shown (self, sheet))
        continue;
      mer_execution_join (&sum, &sheet->execution);
      *n_organizations += sheet->plan != NULL && sheet->organization != NULL ? 1 : 0;
    }
  return sum;
}

/* As the cycle's settings name what organizations answer with. */
static void
add_plan_name (const Control *self)
{
  /* clang-format off */
  const char      *name = mer_cycle_settings_get (self->book->facts.settings,
      MER_SETTING_PLAN_NAME);
  /* clang-format on */
  /* Translators: «Предмет контроля: план по устранению недостатков.» */
  g_autofree char *text =
    g_strdup_printf (mer_tr (self->language, "What is carried out: %s."), name);

  mer_blocks_add_text (self->blocks, MER_BLOCK_PARAGRAPH, text);
}

static void
add_sum (const Control *self)
{
  guint            n = 0;
  MerExecution     sum = add_up (self, &n);
  g_autofree char *share = mer_plan_share_words (self->language, &sum);
  g_autofree char *today = mer_day_to_text (self->book->facts.today);
  g_autofree char *plans = g_strdup_printf (
    mer_trn (self->language, "%u organization has a plan.", "%u organizations have a plan.", n), n);
  /* Translators: «По состоянию на 03.12.2024. План есть у 8 организаций. Исполнено 41 из 66
   * (62,1 %), просрочено 3.» */
  g_autofree char *text = g_strdup_printf (
    mer_tr (self->language, "As of %s. %s Done: %u of %u (%s), overdue: %u."), today, plans,
    sum.n[MER_STANDING_DONE], mer_execution_count (&sum), share, sum.n[MER_STANDING_OVERDUE]);

  mer_blocks_add_text (self->blocks, MER_BLOCK_PARAGRAPH, text);
}

/* --- by organization ------------------------------------------------------------------------ */

static const char *
timing_words (MerLanguage   language,
              MerPlanTiming timing)
{
  switch (timing)
    {
    case MER_TIMING_AWAITED:
      return mer_tr (language, "awaited");
    case MER_TIMING_IN_TIME:
      return mer_tr (language, "in time");
    case MER_TIMING_LATE:
      return mer_tr (language, "late");
    case MER_TIMING_MISSING:
      return mer_tr (language, "not handed in");
    case MER_TIMING_FREE:
    default:
      return "—";
    }
}

static void
add_organization (const Control      *self,
                  MerTable           *table,
                  const MerPlanSheet *sheet)
{
  GStrv            cells = g_new0 (char *, 9);
  const guint     *n = sheet->execution.n;
  g_autofree char *due = mer_day_to_text (sheet->due);

  cells[0] = g_strdup (sheet->organization != NULL
                         ? sheet->organization->name
                         : mer_tr (self->language, "Measures of the municipality"));
  cells[1] = *due != '\0' ? g_strdup (due) : g_strdup ("—");
  cells[2] = g_strdup (timing_words (self->language, sheet->timing));
  cells[3] = number (mer_execution_count (&sheet->execution));
  cells[4] = number (n[MER_STANDING_DONE]);
  cells[5] = number (n[MER_STANDING_WORK]);
  cells[6] = number (n[MER_STANDING_OVERDUE]);
  cells[7] = mer_plan_share_words (self->language, &sheet->execution);
  mer_table_add_row (table, cells);
}

static void
add_organizations (const Control *self)
{
  MerTable *table = mer_table_new ();

  mer_table_add_column (table, mer_tr (self->language, "Organization"), 0, MER_ALIGN_LEFT, FALSE);
  mer_table_add_column (table, mer_tr (self->language, "Plan due"), DAY_WIDTH, MER_ALIGN_LEFT,
                        FALSE);
  mer_table_add_column (table, mer_tr (self->language, "Handed in"), 72, MER_ALIGN_LEFT, FALSE);
  mer_table_add_column (table, mer_tr (self->language, "Items"), COUNT_WIDTH, MER_ALIGN_RIGHT,
                        FALSE);
  mer_table_add_column (table, mer_tr (self->language, "Done"), COUNT_WIDTH, MER_ALIGN_RIGHT,
                        FALSE);
  mer_table_add_column (table, mer_trc (self->language, "column", "In work"), COUNT_WIDTH,
                        MER_ALIGN_RIGHT, FALSE);
  mer_table_add_column (table, mer_trc (self->language, "column", "Overdue"), 64, MER_ALIGN_RIGHT,
                        FALSE);
  mer_table_add_column (table, mer_tr (self->language, "Executed"), COUNT_WIDTH, MER_ALIGN_RIGHT,
                        TRUE);
  for (guint i = 0; i < self->book->sheets->len; i++)
    {
      const MerPlanSheet *sheet = &g_array_index (self->book->sheets, MerPlanSheet, i);

      if (is_shown (self, sheet))
        add_organization (self, table, sheet);
    }
  mer_blocks_add_text (self->blocks, MER_BLOCK_CAPTION,
                       mer_tr (self->language, "By organization"));
  mer_blocks_add_table (self->blocks, table);
}

/* --- by quarter ---------------------------------------------------------------------------- */

static void
add_quarters (const Control *self)
{
  static const char *const numerals[] = { "I", "II", "III", "IV" };
  g_autoptr (GArray) quarters = mer_plan_book_quarters (self->book, NULL);
  MerTable *table = mer_table_new ();

  mer_table_add_column (table, mer_tr (self->language, "At the end of the quarter"), 0,
                        MER_ALIGN_LEFT, FALSE);
  mer_table_add_column (table, mer_tr (self->language, "Due"), 70, MER_ALIGN_RIGHT, FALSE);
  mer_table_add_column (table, mer_tr (self->language, "Of these done"), 90, MER_ALIGN_RIGHT,
                        FALSE);
  mer_table_add_column (table, mer_tr (self->language, "Done in all"), 90, MER_ALIGN_RIGHT, FALSE);
  mer_table_add_column (table, mer_tr (self->language, "Executed"), 70, MER_ALIGN_RIGHT, TRUE);
  for (guint i = 0; i < quarters->len; i++)
    {
      const MerPlanQuarter *one = &g_array_index (quarters, MerPlanQuarter, i);
      GStrv                 cells = g_new0 (char *, 6);
      MerExecution          execution = { { 0 }, 0 };

      execution.n[MER_STANDING_DONE] = one->done;
      execution.n[MER_STANDING_PLANNED] = one->total - one->done;
      /* Translators: «IV квартал 2024 года» */
      cells[0] = g_strdup_printf (mer_tr (self->language, "quarter %s of %d"),
                                  numerals[one->quarter - 1], one->year);
      cells[1] = number (one->due);
      cells[2] = one->ahead ? g_strdup ("—") : number (one->kept);
      cells[3] = one->ahead ? g_strdup ("—") : number (one->done);
      cells[4] = one->ahead ? g_strdup ("—") : mer_plan_share_words (self->language, &execution);
      mer_table_add_row (table, cells);
    }
  mer_blocks_add_text (self->blocks, MER_BLOCK_CAPTION, mer_tr (self->language, "By quarter"));
  mer_blocks_add_table (self->blocks, table);
}

/* --- what is overdue ------------------------------------------------------------------------ */

static int
compare_last (gconstpointer a,
              gconstpointer b)
{
  const MerPlanLine *x = *(const MerPlanLine *const *) a;
  const MerPlanLine *y = *(const MerPlanLine *const *) b;

  return x->last != y->last ? (x->last < y->last ? -1 : 1) : (x < y ? -1 : 1);
}

/* (transfer container) (element-type MerPlanLine): the oldest first. */
static GPtrArray *
overdue_lines (const Control *self)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < self->book->n_lines; i++)
    {
      MerPlanLine *line = &self->book->lines[i];

      if (line->standing == MER_STANDING_OVERDUE &&
          (line->organization == NULL || mer_report_is_printed (self->input, line->organization)))
        g_ptr_array_add (list, line);
    }
  g_ptr_array_sort (list, compare_last);
  return list;
}

static void
add_overdue_line (const Control     *self,
                  MerTable          *table,
                  const MerPlanLine *line)
{
  GStrv            cells = g_new0 (char *, 6);
  g_autofree char *person = mer_plan_person_words (line->item->person, line->item->post);

  cells[0] = g_strdup (line->organization != NULL
                         ? line->organization->name
                         : mer_tr (self->language, "Measures of the municipality"));
  cells[1] = mer_typography (line->item->measure);
  cells[2] = mer_typography (line->item->deadline != NULL ? line->item->deadline : "");
  cells[3] = mer_typography (person);
  cells[4] = g_strdup_printf ("%d", self->book->facts.today - line->last);
  mer_table_add_row (table, cells);
}

static void
add_overdue (const Control *self)
{
  g_autoptr (GPtrArray) lines = overdue_lines (self);
  MerTable *table = NULL;

  if (lines->len == 0)
    return;
  table = mer_table_new ();
  mer_table_add_column (table, mer_tr (self->language, "Organization"), 110, MER_ALIGN_LEFT,
                        FALSE);
  mer_table_add_column (table, mer_tr (self->language, "Measure"), 0, MER_ALIGN_LEFT, FALSE);
  mer_table_add_column (table, mer_tr (self->language, "Deadline"), 84, MER_ALIGN_LEFT, FALSE);
  mer_table_add_column (table, mer_tr (self->language, "Responsible"), PERSON_WIDTH,
                        MER_ALIGN_LEFT, FALSE);
  mer_table_add_column (table, mer_tr (self->language, "Days late"), 64, MER_ALIGN_RIGHT, TRUE);
  for (guint i = 0; i < lines->len; i++)
    add_overdue_line (self, table, lines->pdata[i]);
  mer_blocks_add_text (self->blocks, MER_BLOCK_CAPTION, mer_tr (self->language, "Overdue items"));
  mer_blocks_add_table (self->blocks, table);
}

static void
add_body (const Control *self)
{
  add_plan_name (self);
  add_sum (self);
  add_organizations (self);
  add_quarters (self);
  add_overdue (self);
  mer_report_add_effects (self->input, self->blocks);
  if (self->input->signatory_post != NULL)
    mer_blocks_add_signature (self->blocks, self->input->signatory_post,
                              self->input->signatory_name);
}

static MerBlocks *
build_control (const MerReportInput *input)
{
  Control self = { input, mer_plan_book_of (input), input->language, NULL };

  self.blocks = mer_blocks_new (input->language,
                                mer_tr (input->language, "Execution of improvement plans"));
  self.blocks->landscape = TRUE;
  mer_plan_add_head (input, self.blocks,
                     mer_tr (input->language, "EXECUTION OF IMPROVEMENT PLANS"));
  if (self.book == NULL || self.book->sheets->len == 0)
    mer_blocks_add_text (self.blocks, MER_BLOCK_PARAGRAPH,
                         mer_tr (input->language, "There are no plans of improvement yet."));
  else
    add_body (&self);
  g_clear_pointer (&self.book, mer_plan_book_unref);
  return self.blocks;
}

const MerReportKind mer_report_control = {
  .id = "control",
  .title = N_("Execution of improvement plans"),
               .build = build_control,
  };
