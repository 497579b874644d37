/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Deadlines in words: the canonical Russian phrase for documents. Blanks inside it that must not
 * break are U+00A0. */

#include "config.h"

#include "core/mer-period-private.h"

#define NBSP "\302\240"

static const char *const roman[] = { "", "I", "II", "III", "IV" };
static const char *const half_words[] = { "", "первая", "вторая" };
static const char *const half_genitives[] = { "", "первой", "второй" };
static const char *const seasons[] = { "", "весна", "лето", "осень" };
static const char *const season_genitives[] = { "", "весны", "лета", "осени" };

static const char *const recurrence_words[MER_N_RECURRENCES] = {
  "", "еженедельно", "раз в две недели", "", "ежемесячно", "ежеквартально", "три раза в год",
  "раз в полугодие", "ежегодно", "раз в два года", "раз в три года"
};

/* The first letter of the word changes nothing: «до» и «с» take the genitive, nothing else does. */
static void
append_core (GString              *text,
             const MerPeriodPoint *point,
             gboolean              genitive)
{
  const char *month = point->month > 0 ? mer_period_month_name (point->month, genitive) : "";

  switch (point->unit)
    {
    case MER_UNIT_DAY:
      g_string_append_printf (text, "%d" NBSP "%s", point->number,
                              mer_period_month_name (point->month, TRUE));
      break;
    case MER_UNIT_TEN_DAYS:
      g_string_append_printf (text, "%s" NBSP "%s %s", roman[point->number],
                              genitive ? "декады" : "декада",
                              mer_period_month_name (point->month, TRUE));
      break;
    case MER_UNIT_HALF_MONTH:
      g_string_append_printf (text, "%s %s %s",
                              genitive ? half_genitives[point->number] : half_words[point->number],
                              genitive ? "половины" : "половина",
                              mer_period_month_name (point->month, TRUE));
      break;
    case MER_UNIT_MONTH:
      g_string_append (text, month);
      break;
    case MER_UNIT_QUARTER:
      g_string_append_printf (text, "%s" NBSP "%s", roman[point->number],
                              genitive ? "квартала" : "квартал");
      break;
    case MER_UNIT_HALF_YEAR:
      g_string_append_printf (text, "%s" NBSP "%s", roman[point->number],
                              genitive ? "полугодия" : "полугодие");
      break;
    case MER_UNIT_SEASON:
      g_string_append (text, genitive ? season_genitives[point->number] : seasons[point->number]);
      break;
    case MER_UNIT_NONE:
    case MER_UNIT_YEAR:
    case MER_UNIT_SCHOOL_YEAR:
    default:
      break;
    }
}

static const char *
relative_year (int offset)
{
  return offset > 0 ? "следующего года" : offset < 0 ? "прошлого года"
                                                     : "текущего года";
}

/* What stands behind the unit; a year that is not known leaves nothing. */
static void
append_year (GString              *text,
             const MerPeriodPoint *point)
{
  const char *blank = text->len > 0 && !g_str_has_suffix (text->str, " ") ? " " : "";

  if (point->unit == MER_UNIT_SCHOOL_YEAR && point->year > 0)
    g_string_append_printf (text, "%s%d/%d учебного года", blank, point->year, point->year + 1);
  else if (point->unit == MER_UNIT_SCHOOL_YEAR || point->school)
    g_string_append_printf (text, "%sучебного года", blank);
  else if (point->year > 0)
    g_string_append_printf (text, "%s%d" NBSP "г.", blank, point->year);
  else if (point->relative)
    g_string_append_printf (text, "%s%s", blank, relative_year (point->year_offset));
  else if (point->unit == MER_UNIT_YEAR)
    g_string_append_printf (text, "%sгода", blank);
}

static void
append_point (GString              *text,
              const MerPeriodPoint *point,
              gboolean              genitive)
{
  g_autoptr (GString) own = g_string_new (NULL);

  append_core (own, point, genitive);
  append_year (own, point);
  g_string_append (text, own->str);
}

static gboolean
has_equal_year (const MerPeriodPoint *a,
                const MerPeriodPoint *b)
{
  return a->year == b->year && a->year_offset == b->year_offset && a->school == b->school;
}

static gboolean
is_single (const MerPeriod *self)
{
  return self->from.unit == self->to.unit && self->from.number == self->to.number &&
         self->from.month == self->to.month && has_equal_year (&self->from, &self->to);
}

/* «II–IV кварталы 2021 г.» */
static void
append_numbers (GString              *text,
                const MerPeriodPoint *from,
                const MerPeriodPoint *to,
                const char           *plural)
{
  g_autoptr (GString) year = g_string_new (NULL);

  append_year (year, to);
  g_string_append_printf (text, "%s–%s" NBSP "%s%s%s", roman[from->number], roman[to->number],
                          plural, year->len > 0 ? " " : "", year->str);
}

static void
append_days (GString              *text,
             const MerPeriodPoint *from,
             const MerPeriodPoint *to)
{
  if (from->month == to->month && has_equal_year (from, to))
    g_string_append_printf (text, "с %d по ", from->number);
  else
    {
      g_string_append (text, "с ");
      append_core (text, from, TRUE);
      if (!has_equal_year (from, to))
        append_year (text, from);
      g_string_append (text, " по ");
    }
  append_point (text, to, TRUE);
}

/* Both ends in full, where no shorter form is. */
static void
append_ends (GString         *text,
             const MerPeriod *self)
{
  append_point (text, &self->from, FALSE);
  g_string_append (text, " – ");
  append_point (text, &self->to, FALSE);
}

static void
append_range (GString         *text,
              const MerPeriod *self)
{
  const MerPeriodPoint *from = &self->from;
  const MerPeriodPoint *to = &self->to;
  gboolean              same_year = has_equal_year (from, to);

  if (from->unit == MER_UNIT_DAY && to->unit == MER_UNIT_DAY)
    append_days (text, from, to);
  else if (from->unit != to->unit)
    append_ends (text, self);
  else if (from->unit == MER_UNIT_YEAR && from->year > 0 && to->year > 0)
    g_string_append_printf (text, "%d–%d" NBSP "гг.", from->year, to->year);
  else if (from->unit == MER_UNIT_MONTH && same_year)
    {
      append_core (text, from, FALSE);
      g_string_append (text, "–");
      append_point (text, to, FALSE);
    }
  else if (from->unit == MER_UNIT_QUARTER && same_year)
    append_numbers (text, from, to, "кварталы");
  else if (from->unit == MER_UNIT_HALF_YEAR && same_year)
    append_numbers (text, from, to, "полугодия");
  else
    append_ends (text, self);
}

static void
append_single (GString              *text,
               const MerPeriodPoint *point)
{
  /* «года» alone is no phrase */
  if (point->unit == MER_UNIT_SCHOOL_YEAR || (point->unit == MER_UNIT_YEAR && point->year == 0))
    g_string_append (text, "в течение ");
  append_point (text, point, FALSE);
}

static void
append_until (GString              *text,
              const MerPeriodPoint *point)
{
  g_string_append (text, point->unit == MER_UNIT_DAY ? "до" NBSP : "до конца ");
  append_point (text, point, TRUE);
}

static const char *
choose_plural (int         n,
               const char *one,
               const char *few,
               const char *many)
{
  if (n % 10 == 1 && n % 100 != 11)
    return one;
  if (n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 10 || n % 100 >= 20))
    return few;
  return many;
}

/* «10 рабочих дней»: of the cases that occur, «не позднее» takes the genitive, «за» and «в
 * течение» are the same for all numbers but those of one. */
static void
append_term (GString    *text,
             int         n,
             MerTermUnit unit,
             gboolean    accusative)
{
  gboolean one = n % 10 == 1 && n % 100 != 11;

  if (unit == MER_TERM_MONTHS)
    g_string_append_printf (text, "%d" NBSP "%s", n,
                            accusative ? choose_plural (n, "месяц", "месяца", "месяцев")
                            : one      ? "месяца"
                                       : "месяцев");
  else
    g_string_append_printf (text, "%d" NBSP "%s%s", n,
                            unit == MER_TERM_DAYS ? ""
                            : one                 ? accusative ? "рабочий " : "рабочего "
                                                  : "рабочих ",
                            accusative ? choose_plural (n, "день", "дня", "дней")
                            : one      ? "дня"
                                       : "дней");
}

/* «не позднее 5 рабочих дней с 1 марта 2024 г.» */
static void
append_counted (GString         *text,
                const MerPeriod *self)
{
  gboolean before = self->count < 0;

  g_string_append (text, before ? "за " : "не позднее ");
  append_term (text, ABS (self->count), self->count_unit, before);
  g_string_append (text, before ? " до" NBSP : " с" NBSP);
  append_point (text, &self->from, TRUE);
}

static void
append_dates (GString         *text,
              const MerPeriod *self)
{
  if (self->count != 0)
    append_counted (text, self);
  else if (self->until)
    append_until (text, &self->to);
  else if (self->since)
    {
      g_string_append (text, self->exclusive ? "после" NBSP : "с" NBSP);
      append_point (text, &self->from, TRUE);
    }
  else if (is_single (self))
    append_single (text, &self->from);
  else
    append_range (text, self);
}

static void
append_event (GString         *text,
              const MerPeriod *self)
{
  if (self->term < 0)
    {
      g_string_append (text, "за ");
      append_term (text, -self->term, self->term_unit, TRUE);
      g_string_append_printf (text, " до %s", self->event);
      return;
    }
  if (self->term_unit == MER_TERM_NONE)
    {
      g_string_append_printf (text, "%s %s", self->link != NULL ? self->link : "после",
                              self->event);
      return;
    }
  g_string_append (text, *self->event == '\0' ? "в течение " : "не позднее ");
  append_term (text, self->term, self->term_unit, FALSE);
  if (*self->event != '\0')
    g_string_append_printf (text, " после %s", self->event);
}

/* «до 15 числа последнего месяца квартала» */
static void
append_day_of_month (GString         *text,
                     const MerPeriod *self)
{
  static const char *const ordinals[] = { "первого", "второго" };
  int                      months = mer_recurrence_months (self->recurrence);

  if (self->by_day)
    g_string_append_printf (text, " до" NBSP "%d" NBSP "числа", self->day_of_month);
  else if (self->day_from == self->day_of_month)
    g_string_append_printf (text, " %d" NBSP "числа", self->day_of_month);
  else
    g_string_append_printf (text, " %d–%d" NBSP "числа", self->day_from, self->day_of_month);
  if (self->month_of_slice > 0)
    g_string_append_printf (text, " %s месяца %s",
                            self->month_of_slice == months - 1 ? "последнего"
                                                               : ordinals[self->month_of_slice],
                            months == 3 ? "квартала" : "полугодия");
}

static const char *
behind_word (MerRecurrence recurrence)
{
  return recurrence == MER_RECURRENCE_MONTHLY       ? "месяцем"
         : recurrence == MER_RECURRENCE_QUARTERLY   ? "кварталом"
         : recurrence == MER_RECURRENCE_HALF_YEARLY ? "полугодием"
                                                    : "периодом";
}

static void
append_recurrence (GString         *text,
                   const MerPeriod *self)
{
  gboolean later = self->kind == MER_PERIOD_RANGE && !mer_period_is_sliced (self) &&
                   mer_recurrence_months (self->recurrence) >= 12;

  if (self->recurrence == MER_RECURRENCE_NONE)
    return;
  if (self->times > 0)
    {
      g_string_append_printf (text, ", %d" NBSP "%s в год", self->times,
                              choose_plural (self->times, "раз", "раза", "раз"));
      return;
    }
  g_string_append_printf (text, ", %s%s", later ? "далее " : "",
                          recurrence_words[self->recurrence]);
  if (self->day_of_month == 0)
    return;
  append_day_of_month (text, self);
  if (self->behind)
    g_string_append_printf (text, " месяца, следующего за отчётным %s",
                            behind_word (self->recurrence));
}

static void
append_part (GString         *text,
             const MerPeriod *self)
{
  switch (self->kind)
    {
    case MER_PERIOD_RANGE:
      append_dates (text, self);
      break;
    case MER_PERIOD_CONTINUOUS:
      if (self->from.unit != MER_UNIT_NONE)
        {
          append_dates (text, self);
          g_string_append (text, ", ");
        }
      g_string_append (text, "постоянно");
      break;
    case MER_PERIOD_SCHEDULE:
      g_string_append (text, "по отдельному плану");
      break;
    case MER_PERIOD_AFTER_EVENT:
      append_event (text, self);
      break;
    case MER_PERIOD_UNKNOWN:
    default:
      break;
    }
}

/* «2013–2015 гг., ежегодно до 1 марта» is a part of the first year and the years. */
static gboolean
is_within_years (const MerPeriod *self)
{
  const MerPeriod *one = mer_period_get_part (self, 0);
  const MerPeriod *years = NULL;

  if (mer_period_get_n_parts (self) != 2 || self->recurrence != MER_RECURRENCE_YEARLY)
    return FALSE;
  years = mer_period_get_part (self, 1);
  return years->kind == MER_PERIOD_RANGE && years->from.unit == MER_UNIT_YEAR &&
         years->to.unit == MER_UNIT_YEAR && years->from.year < years->to.year && !years->until &&
         one->kind == MER_PERIOD_RANGE && one->from.year == years->from.year &&
         one->to.year == years->from.year && one->from.unit != MER_UNIT_YEAR &&
         one->to.unit != MER_UNIT_YEAR && !one->clipped && one->count == 0;
}

static void
append_within_years (GString         *text,
                     const MerPeriod *self)
{
  MerPeriod one = *mer_period_get_part (self, 0);

  append_dates (text, mer_period_get_part (self, 1));
  g_string_append_printf (text, ", %s ", recurrence_words[self->recurrence]);
  one.from.year = 0;
  one.to.year = 0;
  append_dates (text, &one);
}

/**
 * mer_period_to_text:
 * @self: a period
 *
 * Returns: (transfer full): the canonical phrase, in Russian whatever the language
 */
char *
mer_period_to_text (const MerPeriod *self)
{
  GString *text = g_string_new (NULL);

  if (is_within_years (self))
    {
      append_within_years (text, self);
      return g_string_free (text, FALSE);
    }
  for (guint i = 0; i < mer_period_get_n_parts (self); i++)
    {
      const MerPeriod *part = mer_period_get_part (self, i);

      if (i > 0)
        g_string_append (text, part->clipped && !part->until ? "; затем " : "; ");
      append_part (text, part);
    }
  append_recurrence (text, self);
  return g_string_free (text, FALSE);
}
