/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The overview of a cycle: stages and figures. */

#include "config.h"

#include "app/mer-overview.h"

#include "app/mer-check-rules.h"
#include "app/mer-overview-private.h"
#include "core/mer-spoken.h"
#include "cycle/mer-council.h"
#include "cycle/mer-cycle-settings.h"
#include "cycle/mer-improvement.h"
#include "report/mer-record-print.h"

static void
row_free (gpointer data)
{
  MerOverviewRow *self = data;

  g_free (self->title);
  g_free (self->detail);
  g_free (self);
}

static void
deadline_free (gpointer data)
{
  MerOverviewDeadline *self = data;

  g_free (self->text);
  g_free (self);
}

void
mer_overview_free (MerOverview *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < MER_N_STAGES; i++)
    g_free (self->stages[i].note);
  for (guint i = 0; i < MER_N_OVERVIEW_FIGURES; i++)
    {
      g_free (self->figures[i].value);
      g_free (self->figures[i].title);
      g_free (self->figures[i].note);
    }
  g_ptr_array_unref (self->attention);
  g_ptr_array_unref (self->deadlines);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

/* --- what there is --------------------------------------------------------------------------- */

static gint64
questionnaires_of (const MerScoreRow *row)
{
  return row->evidence != NULL && row->evidence->tally != NULL ? row->evidence->tally->n : 0;
}

static void
count_row (const MerCycleFacts *facts,
           const MerScoreRow   *row,
           MerOverviewData     *data)
{
  const MerSelectionRow *part = mer_selection_find (facts->selection, row->organization->id);
  gint64                 plan = part != NULL ? mer_selection_sample (facts->selection, part) : -1;
  gint64                 fact = questionnaires_of (row);

  data->n++;
  data->questionnaires += fact;
  data->checklists += row->evidence != NULL && row->evidence->marks != NULL ? 1 : 0;
  data->ranked += row->total.defined ? 1 : 0;
  if (plan > 0)
    {
      data->planned++;
      data->reached += fact >= plan ? 1 : 0;
      data->missing += MAX (plan - fact, 0);
    }
  if (!row->total.defined && row->evidence != NULL)
    {
      data->undefined++;
      data->first_undefined = data->first_undefined != NULL ? data->first_undefined : row;
    }
}

void
mer_overview_count (const MerCycleFacts *facts,
                    const MerResults    *results,
                    MerOverviewData     *data)
{
  *data = (MerOverviewData){ 0 };
  for (guint i = 0; results != NULL && i < results->scores->n_rows; i++)
    count_row (facts, &results->scores->rows[i], data);
  if (results == NULL)
    data->n = facts->selection->chosen;
}

guint
mer_overview_stage (const MerCycleFacts *facts,
                    const MerResults    *results)
{
  MerOverviewData data;

  if (g_hash_table_contains (facts->settings, MER_SETTING_STAGE))
    return mer_cycle_stage (facts);
  if (facts->cycle->approved)
    return 4;
  mer_overview_count (facts, results, &data);
  if (data.questionnaires == 0)
    return data.checklists > 0 ? 1 : 0;
  return data.planned > 0 && data.reached < data.planned ? 1 : 2;
}

/* --- stages ---------------------------------------------------------------------------------- */

static MerDay
last_window (const MerCycleFacts *facts)
{
  const GPtrArray *windows = mer_cycle_facts_records (facts, &mer_record_window);
  MerDay           last = MER_DAY_NONE;

  for (guint i = 0; i < windows->len; i++)
    {
      const MerWindowOfKind *window = windows->pdata[i];
      g_autoptr (MerPeriod) period = mer_period_parse (window->deadline, facts->cycle->year);

      last = MAX (last, mer_period_get_last (period));
    }
  return last;
}

/* The next meeting, else the last one. */
static MerDay
meeting_day (const MerCycleFacts *facts,
             MerDay               today)
{
  const GPtrArray *meetings = mer_cycle_facts_records (facts, &mer_record_meeting);
  MerDay           next = MER_DAY_NONE;
  MerDay           last = MER_DAY_NONE;

  for (guint i = 0; i < meetings->len; i++)
    {
      const MerMeeting *meeting = meetings->pdata[i];
      MerDay            day = mer_day_from_iso (meeting->day);

      if (day == MER_DAY_NONE || meeting->state == MER_MEETING_CANCELLED)
        continue;
      if (day >= today && (next == MER_DAY_NONE || day < next))
        next = day;
      last = MAX (last, day);
    }
  return next != MER_DAY_NONE ? next : last;
}

static char *
until_words (MerDay day)
{
  g_autofree char *words = mer_print_day_of_year (mer_spoken_language (), day);

  return day != MER_DAY_NONE ? g_strdup_printf (_("until %s"), words) : g_strdup ("");
}

static guint
count_approved (const MerPlanBook *plans)
{
  guint n = 0;

  for (guint i = 0; i < plans->sheets->len; i++)
    {
      const MerPlanSheet *sheet = &g_array_index (plans->sheets, MerPlanSheet, i);

      n += sheet->organization != NULL && sheet->plan != NULL &&
               sheet->plan->state == MER_PLAN_APPROVED
             ? 1
             : 0;
    }
  return n;
}

static double
share_of (gint64 part,
          gint64 whole)
{
  return whole > 0 ? (double) MIN (part, whole) / (double) whole : 0;
}

static char *
part_words (guint part,
            guint whole)
{
  /* Translators: a part of a whole: «36 из 98» */
  return whole > 0 ? g_strdup_printf (_("%u of %u"), part, whole) : g_strdup ("");
}

void
mer_overview_fill_stages (MerOverview           *self,
                          const MerCycleFacts   *facts,
                          const MerOverviewWork *work,
                          const MerOverviewData *data)
{
  guint  approved = count_approved (work->plans);
  guint  items = mer_execution_count (&work->plans->execution);
  guint  done = work->plans->execution.n[MER_STANDING_DONE];
  MerDay window = last_window (facts);
  double shares[MER_N_STAGES];

  shares[0] = share_of (facts->selection->chosen, mer_selection_required (facts->selection));
  shares[1] = share_of (data->reached, data->planned);
  shares[2] = share_of (data->ranked, data->n);
  shares[3] = facts->cycle->approved ? 1 : .5;
  shares[4] = share_of (approved, facts->selection->chosen);
  shares[5] = share_of (done, items);
  self->stages[0].note = part_words (facts->selection->chosen, facts->selection->total);
  self->stages[1].note =
    window != MER_DAY_NONE ? until_words (window) : part_words (data->reached, data->planned);
  self->stages[2].note = part_words (data->ranked, data->n);
  self->stages[3].note =
    mer_print_day_of_year (mer_spoken_language (), meeting_day (facts, self->today));
  self->stages[4].note = part_words (approved, approved > 0 ? facts->selection->chosen : 0);
  self->stages[5].note = part_words (done, items);
  for (guint i = 0; i < MER_N_STAGES; i++)
    {
      self->stages[i].title = mer_stage_to_words (i);
      self->stages[i].share = i < self->stage ? 1 : i > self->stage ? 0
                                                                    : MAX (shares[i], .05);
    }
}

/* --- figures --------------------------------------------------------------------------------- */

static void
fill_coverage (MerOverviewFigure   *figure,
               const MerCycleFacts *facts)
{
  const MerSelection *selection = facts->selection;
  g_auto (MerRational) share = mer_rational_new ((gint64) selection->chosen * 100,
                                                 selection->total > 0 ? selection->total : 1);
  g_autofree char *text = mer_format_rational (mer_spoken_language (), &share, 1);

  /* Translators: per cent; the space is a no-break space */
  figure->value = g_strdup_printf (_("%s %%"), text);
  figure->title = g_strdup (_("coverage of the year"));
  figure->note =
    g_strdup_printf (mer_selection_is_enough (selection) ? _("at least %d %%: kept")
                                                         : _("at least %d %%: not reached"),
                                                              selection->rules.share);
}

static void
fill_checklists (MerOverviewFigure     *figure,
                 const MerOverviewData *data)
{
  guint missing = data->n - data->checklists;

  figure->value = data->n > 0 ? part_words (data->checklists, data->n) : g_strdup ("—");
  figure->title = g_strdup (_("checklists"));
  figure->note = missing > 0 ? g_strdup_printf (ngettext ("%u is missing", "%u are missing",
                                                          missing),
                                                missing)
                             : data->n > 0
                   ? g_strdup (_("all received"))
                   : g_strdup ("");
}

static void
fill_questionnaires (MerOverviewFigure     *figure,
                     const MerOverviewData *data)
{
  figure->value = mer_format_count (mer_spoken_language (), data->questionnaires);
  figure->title =
    g_strdup (ngettext ("questionnaire", "questionnaires", (unsigned long) data->questionnaires));
  figure->note = data->planned > 0
    ? g_strdup_printf (_("the plan is reached by %u of %u"), data->reached,
                          data->planned)
    : g_strdup (_("there is no plan: recipients are unknown"));
}

static void
fill_mean (MerOverviewFigure *figure,
           MerResults        *results)
{
  MerLanguage    language = mer_spoken_language ();
  MerScoreTable *earlier = NULL;
  g_auto (MerRational) mean = MER_RATIONAL_ZERO;
  g_auto (MerRational) before = MER_RATIONAL_ZERO;
  g_auto (MerRational) change = MER_RATIONAL_ZERO;

  figure->title = g_strdup (_("mean score"));
  figure->note = g_strdup ("");
  if (results == NULL || !mer_score_table_mean (results->scores, &mean))
    {
      figure->value = g_strdup ("—");
      return;
    }
  figure->value = mer_format_rational (language, &mean, 2);
  /* scores of another edition do not compare */
  earlier = mer_score_past_of_cycle (results->past, results->previous_cycle);
  if (earlier == NULL ||
      results->previous_cycle->methodology_id != results->cycle->methodology_id ||
      !mer_score_table_mean (earlier, &before))
    return;
  change = mer_rational_sub (&mean, &before);
  {
    g_autofree char *text = mer_format_difference (language, &change, 2);

    g_free (figure->note);
    /* Translators: how far the mean score has changed since an earlier year */
    figure->note = g_strdup_printf (_("%s since %d"), text, results->previous_cycle->year);
  }
}

void
mer_overview_fill_figures (MerOverview           *self,
                           const MerCycleFacts   *facts,
                           MerResults            *results,
                           const MerOverviewData *data)
{
  fill_coverage (&self->figures[0], facts);
  fill_checklists (&self->figures[1], data);
  fill_questionnaires (&self->figures[2], data);
  fill_mean (&self->figures[3], results);
}

/* --- all ------------------------------------------------------------------------------------- */

static MerPlanBook *
make_plans (const MerCycleFacts *facts)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  MerPlanFacts plans = {
    .cycle = facts->cycle,
    .methodology = facts->methodology,
    .settings = facts->settings,
    .organizations = facts->organizations,
    .findings = none,
    .today = mer_day_from_iso (facts->today),
  };

  mer_plan_facts_take (&plans, facts->records);
  return mer_plan_book_new (&plans);
}

static void
work_init (MerOverviewWork     *self,
           const MerCycleFacts *facts)
{
  self->plans = make_plans (facts);
  self->work = mer_work_plan_new (facts->records, facts->settings, facts->cycle->year);
  self->publications =
    mer_due_dates_new (facts->records, &mer_record_publication, facts->cycle->year);
}

static void
work_clear (MerOverviewWork *self)
{
  mer_plan_book_unref (self->plans);
  mer_work_plan_unref (self->work);
  mer_due_dates_free (self->publications);
}

MerOverview *
mer_overview_new (const MerCycleFacts *facts,
                  MerResults          *results)
{
  MerOverview    *self = g_new0 (MerOverview, 1);
  MerOverviewWork work;
  MerOverviewData data;

  self->attention = g_ptr_array_new_with_free_func (row_free);
  self->deadlines = g_ptr_array_new_with_free_func (deadline_free);
  self->notes = mer_check_rules (facts);
  self->today = mer_day_from_iso (facts->today);
  self->stage = mer_overview_stage (facts, results);
  mer_overview_count (facts, results, &data);
  work_init (&work, facts);
  mer_overview_fill_stages (self, facts, &work, &data);
  mer_overview_fill_figures (self, facts, results, &data);
  mer_overview_fill_attention (self, facts, results, &work, &data);
  mer_overview_fill_deadlines (self, facts, &work);
  work_clear (&work);
  return self;
}

char *
mer_overview_in_days (const MerOverview         *self,
                      const MerOverviewDeadline *deadline)
{
  int days = deadline->day - self->today;

  if (days <= 0)
    return g_strdup (_("today"));
  if (days == 1)
    return g_strdup (_("tomorrow"));
  return g_strdup_printf (ngettext ("in %d day", "in %d days", (unsigned long) days), days);
}
