/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The schedule of assessments over several years. */

#include "config.h"

#include "cycle/mer-schedule-rules.h"

#include <string.h>

#include "core/mer-spoken.h"

int
mer_schedule_last_year (const MerSelection *self)
{
  return self->year + MAX (self->rules.interval_most, 1) - 1;
}

/* --- a proposal ------------------------------------------------------------------------------ */

typedef struct
{
  const MerSelection *selection;
  int                *years; /* by row; 0: not placed yet */
  int                 year;
  guint               room; /* in that year */
  guint               taken[MER_N_ORGANIZATION_KINDS];
  guint               total[MER_N_ORGANIZATION_KINDS];
} Plan;

static const MerSelectionRow *
row_at (const MerSelection *self,
        guint               i)
{
  return &g_array_index (self->rows, MerSelectionRow, i);
}

static gboolean
may_take (const Plan *plan,
          guint       i)
{
  const MerSelectionRow *row = row_at (plan->selection, i);

  return row->counts && plan->years[i] == 0 &&
         (row->last == 0 || plan->year - row->last >= plan->selection->rules.interval);
}

static void
take (Plan *plan,
      guint i)
{
  plan->years[i] = plan->year;
  plan->taken[row_at (plan->selection, i)->organization->kind]++;
  plan->room -= plan->room > 0 ? 1 : 0;
}

/* Whose last year it is. */
static gboolean
must_take (const Plan *plan,
           guint       i)
{
  const MerSelectionRow *row = row_at (plan->selection, i);

  if (!may_take (plan, i))
    return FALSE;
  return plan->year == mer_schedule_last_year (plan->selection) ||
         (row->selected && plan->year == plan->selection->year) ||
         (row->last != 0 && plan->year - row->last >= plan->selection->rules.interval_most);
}

static gboolean
goes_before (const Plan *plan,
             guint       a,
             guint       b)
{
  const MerSelectionRow *one = row_at (plan->selection, a);
  const MerSelectionRow *other = row_at (plan->selection, b);
  MerOrganizationKind    x = one->organization->kind;
  MerOrganizationKind    y = other->organization->kind;

  /* those of whom nothing is known are bound by nothing but the end of the schedule */
  if (one->last != other->last)
    return one->last != 0 && (other->last == 0 || one->last < other->last);
  return plan->taken[x] * plan->total[y] < plan->taken[y] * plan->total[x];
}

static void
fill_year (Plan *plan)
{
  guint n = plan->selection->rows->len;

  memset (plan->taken, 0, sizeof plan->taken);
  for (guint i = 0; i < n; i++)
    if (must_take (plan, i))
      take (plan, i);
  while (plan->room > 0)
    {
      guint best = n;

      for (guint i = 0; i < n; i++)
        if (may_take (plan, i) && (best == n || goes_before (plan, i, best)))
          best = i;
      if (best == n)
        return;
      take (plan, best);
    }
}

GArray *
mer_schedule_propose (const MerSelection *self)
{
  g_autofree int *years = g_new0 (int, self->rows->len + 1);
  Plan            plan = { self, years, 0, 0, { 0 }, { 0 } };
  GArray         *turns = g_array_new (FALSE, FALSE, sizeof (MerTurn));
  guint           n_years = (guint) (mer_schedule_last_year (self) - self->year + 1);

  for (guint i = 0; i < self->rows->len; i++)
    plan.total[row_at (self, i)->organization->kind] += row_at (self, i)->counts ? 1 : 0;
  for (guint k = 0; k < n_years; k++)
    {
      plan.year = self->year + (int) k;
      plan.room = self->total / n_years + (k < self->total % n_years ? 1 : 0);
      fill_year (&plan);
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      MerTurn turn = { row_at (self, i)->organization->id, years[i] };

      if (years[i] != 0)
        g_array_append_val (turns, turn);
    }
  return turns;
}

/* --- checks ---------------------------------------------------------------------------------- */

static void
add (GPtrArray      *notes,
     const char     *rule,
     MerRuleSeverity severity,
     char           *text,
     const char     *kind,
     gint64          id)
{
  g_ptr_array_add (notes, mer_rule_note_new (rule, severity, "organizations", kind, id, text));
}

static guint
count_year (const MerSelection *self,
            int                 year,
            guint              *any)
{
  guint n = 0;

  *any = 0;
  for (guint i = 0; i < self->scheduled->len; i++)
    {
      const MerScheduled    *line = self->scheduled->pdata[i];
      const MerSelectionRow *row = NULL;

      if (line->year != year)
        continue;
      (*any)++;
      row = mer_selection_find (self, line->organization);
      n += row != NULL && row->counts ? 1 : 0;
    }
  return n;
}

static void
check_year (const MerSelection *self,
            int                 year,
            GPtrArray          *notes)
{
  guint any = 0;
  guint n = count_year (self, year, &any);

  if (any == 0 || n * 100 >= self->total * (guint) self->rules.share)
    return;
  add (
    notes, "schedule.share", MER_RULE_WARNING,
    g_strdup_printf (_("The schedule of %d has %u of %u organizations, less than %d %%."), year, n,
                        self->total, self->rules.share),
                     "scheduled", 0);
}

static void
check_missing (const MerSelection *self,
               GPtrArray          *notes)
{
  const MerSelectionRow *first = NULL;
  guint                  n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const MerSelectionRow *row = row_at (self, i);

      if (!row->counts || (row->scheduled != 0 && row->scheduled <= mer_schedule_last_year (self)))
        continue;
      first = n++ == 0 ? row : first;
    }
  if (n > 0)
    add (
      notes, "schedule.missing", MER_RULE_NOTE,
      g_strdup_printf (
        ngettext ("%u organization has no year in the schedule of %d–%d: “%s”.",
                  "%u organizations have no year in the schedule of %d–%d, “%s” first.", n),
        n, self->year, mer_schedule_last_year (self), first->organization->name),
      "organization", first->organization->id);
}

static void
check_gap (const MerSelection    *self,
           const MerSelectionRow *row,
           int                    before,
           int                    after,
           GPtrArray             *notes)
{
  char *sentence = NULL;

  /* what was missed before this cycle is not the schedule's fault */
  if (after > MAX (before + self->rules.interval_most, self->year))
    sentence = g_strdup_printf (_("“%s” is assessed in %d and then in %d: at least once in %d "
                                  "years."),
                                   row->organization->name, before, after,
                                   self->rules.interval_most);
  else if (after - before < self->rules.interval)
    sentence = g_strdup_printf (_("“%s” is assessed in %d and then in %d: not more often than once "
                                  "in %d years."),
                                   row->organization->name, before, after, self->rules.interval);
  if (sentence != NULL)
    add (notes, "schedule.interval", MER_RULE_WARNING, sentence, "organization",
         row->organization->id);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const MerScheduled *one = *(const MerScheduled *const *) a;
  const MerScheduled *other = *(const MerScheduled *const *) b;

  if (one->organization != other->organization)
    return one->organization < other->organization ? -1 : 1;
  return (one->year > other->year) - (one->year < other->year);
}

/* Each organization's years in their order, beginning with the last assessment. */
static void
check_intervals (const MerSelection *self,
                 GPtrArray          *notes)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_sized_new (self->scheduled->len);
  const MerSelectionRow *row = NULL;
  int                    before = 0;

  for (guint i = 0; i < self->scheduled->len; i++)
    g_ptr_array_add (lines, self->scheduled->pdata[i]);
  g_ptr_array_sort (lines, compare_lines);
  for (guint i = 0; i < lines->len; i++)
    {
      const MerScheduled *line = lines->pdata[i];

      if (line->year < self->year)
        continue;
      if (row == NULL || row->organization->id != line->organization)
        {
          row = mer_selection_find (self, line->organization);
          before = row != NULL ? row->last : 0;
        }
      if (row != NULL && row->counts && before != 0)
        check_gap (self, row, before, (int) line->year, notes);
      before = (int) line->year;
    }
}

static void
check_gone (const MerSelection *self,
            GPtrArray          *notes)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const MerSelectionRow *row = row_at (self, i);

      if (row->scheduled != 0 && !mer_organization_works_on (row->organization, self->rules.day))
        add (notes, "schedule.closed", MER_RULE_NOTE,
             g_strdup_printf (_("“%s” is in the schedule of %d, but does not work any "
                                           "more."),
                                 row->organization->name, row->scheduled),
                              "organization", row->organization->id);
    }
}

/* Of a cycle long before it a schedule tells nothing. */
static gboolean
is_of_cycle (const MerSelection *self)
{
  for (guint i = 0; i < self->scheduled->len; i++)
    {
      const MerScheduled *line = self->scheduled->pdata[i];

      if (line->year == self->year || line->year == self->year + 1)
        return TRUE;
    }
  return FALSE;
}

GPtrArray *
mer_schedule_checks (const MerSelection *self)
{
  GPtrArray *notes = mer_rule_notes_new ();

  if (!is_of_cycle (self))
    return notes;
  for (int year = self->year; year <= mer_schedule_last_year (self); year++)
    check_year (self, year, notes);
  check_missing (self, notes);
  check_intervals (self, notes);
  check_gone (self, notes);
  return notes;
}
