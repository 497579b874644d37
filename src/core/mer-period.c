/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Deadlines as immutable values: what the rest of the program asks of them. */

#include "config.h"

#include "core/mer-period-private.h"

static MerPeriod *
ref_boxed (MerPeriod *self)
{
  return mer_period_ref (self);
}

G_DEFINE_BOXED_TYPE (MerPeriod, mer_period, ref_boxed, mer_period_unref)

static const char *const kind_codes[MER_N_PERIOD_KINDS] = { "unknown", "range", "continuous",
                                                            "schedule", "after-event" };

static const struct
{
  const char *code;
  int         months;
} recurrences[MER_N_RECURRENCES] = {
  { NULL, 0 },
  { "weekly", 0 },
  { "two-weekly", 0 },
  { "times-yearly", 0 },
  { "monthly", 1 },
  { "quarterly", 3 },
  { "thrice-yearly", 4 },
  { "half-yearly", 6 },
  { "yearly", 12 },
  { "two-yearly", 24 },
  { "three-yearly", 36 },
};

MerPeriod *
mer_period_alloc (MerPeriodKind kind)
{
  MerPeriod *self = g_new0 (MerPeriod, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->kind = kind;
  return self;
}

MerPeriodPoint
mer_period_point_of_day (MerDay day)
{
  MerPeriodPoint point = { 0 };

  point.unit = MER_UNIT_DAY;
  mer_day_split (day, &point.year, &point.month, &point.number);
  return point;
}

/**
 * mer_period_new_range:
 * @first: a day
 * @last: the same or a later one
 *
 * Returns: (transfer full): the range; unknown with a problem when it runs backwards or lies
 *   beyond the years of deadlines
 */
MerPeriod *
mer_period_new_range (MerDay first,
                      MerDay last)
{
  MerPeriod *self = mer_period_alloc (MER_PERIOD_RANGE);

  self->first = first;
  self->last = last;
  self->from = mer_period_point_of_day (first);
  self->to = mer_period_point_of_day (last);
  if (last < first)
    self->problem = MER_PERIOD_PROBLEM_BACKWARDS;
  if (self->from.year < MER_YEAR_LEAST || self->to.year > MER_YEAR_MOST || self->to.year == 0)
    self->problem = MER_PERIOD_PROBLEM_YEAR_TOO_FAR;
  if (self->problem != MER_PERIOD_PROBLEM_NONE)
    {
      self->kind = MER_PERIOD_UNKNOWN;
      self->first = MER_DAY_NONE;
      self->last = MER_DAY_NONE;
    }
  return self;
}

MerPeriod *
mer_period_ref (const MerPeriod *self)
{
  MerPeriod *counted = (MerPeriod *) (gsize) self;

  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&counted->ref_count);
  return counted;
}

void
mer_period_unref (MerPeriod *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_free (self->event);
  g_free (self);
}

MerPeriodKind
mer_period_get_kind (const MerPeriod *self)
{
  return self->kind;
}

const char *
mer_period_kind_to_code (MerPeriodKind kind)
{
  g_return_val_if_fail ((guint) kind < MER_N_PERIOD_KINDS, NULL);
  return kind_codes[kind];
}

MerPeriodProblem
mer_period_get_problem (const MerPeriod *self)
{
  return self->problem;
}

MerDay
mer_period_get_first (const MerPeriod *self)
{
  return self->first;
}

MerDay
mer_period_get_last (const MerPeriod *self)
{
  return self->last;
}

gboolean
mer_period_is_until (const MerPeriod *self)
{
  return self->until;
}

gboolean
mer_period_is_since (const MerPeriod *self)
{
  return self->since;
}

gboolean
mer_period_needs_year (const MerPeriod *self)
{
  return self->needs_year;
}

gboolean
mer_period_has_default_year (const MerPeriod *self)
{
  return self->default_year;
}

MerRecurrence
mer_period_get_recurrence (const MerPeriod *self)
{
  return self->recurrence;
}

int
mer_period_get_times (const MerPeriod *self)
{
  return self->times;
}

char *
mer_period_recurrence_to_code (const MerPeriod *self)
{
  const char *code = recurrences[self->recurrence].code;

  return self->times > 0 ? g_strdup_printf ("%d-%s", self->times, code) : g_strdup (code);
}

int
mer_recurrence_months (MerRecurrence recurrence)
{
  g_return_val_if_fail ((guint) recurrence < MER_N_RECURRENCES, 0);
  return recurrences[recurrence].months;
}

int
mer_period_get_day_of_month (const MerPeriod *self)
{
  return self->day_of_month;
}

int
mer_period_get_month_of_slice (const MerPeriod *self)
{
  return self->month_of_slice > 0 ? self->month_of_slice + 1 : 0;
}

guint
mer_period_get_n_parts (const MerPeriod *self)
{
  return self->parts != NULL ? self->parts->len : 1;
}

const MerPeriod *
mer_period_get_part (const MerPeriod *self,
                     guint            i)
{
  g_return_val_if_fail (i < mer_period_get_n_parts (self), NULL);
  return self->parts != NULL ? g_ptr_array_index (self->parts, i) : self;
}

int
mer_period_get_term (const MerPeriod *self)
{
  return self->term;
}

MerTermUnit
mer_period_get_term_unit (const MerPeriod *self)
{
  return self->term_unit;
}

MerEventRelation
mer_period_get_relation (const MerPeriod *self)
{
  return self->term < 0 ? MER_RELATION_BEFORE : mer_period_relation_of_link (self->link);
}

const char *
mer_period_get_event (const MerPeriod *self)
{
  return self->event;
}

/* Dated ones first; the order of the kinds is that of the header. */
static int
sort_class (const MerPeriod *self)
{
  if (self->kind == MER_PERIOD_RANGE && self->needs_year)
    return MER_N_PERIOD_KINDS;
  if (self->kind == MER_PERIOD_UNKNOWN)
    return MER_N_PERIOD_KINDS + 1;
  return (int) self->kind;
}

static int
compare_numbers (gint64 a,
                 gint64 b)
{
  return a < b ? -1 : a > b ? 1
                            : 0;
}

static int
days_of_term (const MerPeriod *self)
{
  if (self->term_unit == MER_TERM_MONTHS)
    return self->term * 30;
  /* five working days take a week */
  return self->term_unit == MER_TERM_WORKING_DAYS ? self->term * 7 / 5 : self->term;
}

/**
 * mer_period_compare:
 * @a: a period
 * @b: another
 *
 * Returns: less than, equal to or greater than 0, for sorting
 */
int
mer_period_compare (const MerPeriod *a,
                    const MerPeriod *b)
{
  int order = compare_numbers (sort_class (a), sort_class (b));

  if (order == 0)
    order = compare_numbers (a->last, b->last);
  if (order == 0)
    order = compare_numbers (a->first, b->first);
  if (order == 0)
    order = compare_numbers (days_of_term (a), days_of_term (b));
  if (order == 0 && a->needs_year)
    order = compare_numbers (a->to.month, b->to.month);
  if (order == 0)
    order = compare_numbers (mer_period_get_relation (a), mer_period_get_relation (b));
  return order != 0 ? order : g_strcmp0 (a->event, b->event);
}

static gboolean
has_equal_points (const MerPeriodPoint *a,
                  const MerPeriodPoint *b)
{
  return a->unit == b->unit && a->number == b->number && a->month == b->month &&
         a->year_offset == b->year_offset;
}

static gboolean
has_equal_values (const MerPeriod *a,
                  const MerPeriod *b)
{
  return a->kind == b->kind && a->problem == b->problem && a->first == b->first &&
         a->last == b->last && a->until == b->until && a->since == b->since &&
         a->needs_year == b->needs_year && a->recurrence == b->recurrence &&
         a->day_from == b->day_from && a->day_of_month == b->day_of_month &&
         a->month_of_slice == b->month_of_slice && a->by_day == b->by_day &&
         a->behind == b->behind && a->count == b->count && a->count_unit == b->count_unit &&
         a->term == b->term && a->term_unit == b->term_unit &&
         a->times == b->times && g_strcmp0 (a->link, b->link) == 0 &&
         g_strcmp0 (a->event, b->event) == 0;
}

gboolean
mer_period_equal (const MerPeriod *a,
                  const MerPeriod *b)
{
  if (!has_equal_values (a, b) || mer_period_get_n_parts (a) != mer_period_get_n_parts (b))
    return FALSE;
  if (a->needs_year && a->parts == NULL &&
      (!has_equal_points (&a->from, &b->from) || !has_equal_points (&a->to, &b->to)))
    return FALSE;
  for (guint i = 0; a->parts != NULL && i < a->parts->len; i++)
    {
      if (!mer_period_equal (g_ptr_array_index (a->parts, i), g_ptr_array_index (b->parts, i)))
        return FALSE;
    }
  return TRUE;
}
