/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a deadline is understood, and why a phrase is none, in the reader's language. */

#include "config.h"

#include "core/mer-period-private.h"

#include <glib/gi18n.h>

static char *
describe_dates (const MerPeriod *self,
                MerLanguage      language)
{
  g_autofree char *first = mer_day_to_text (self->first);
  g_autofree char *last = mer_day_to_text (self->last);

  if (self->needs_year)
    return g_strdup (mer_tr (language, "a year is missing"));
  if (self->until)
    /* Translators: a deadline: until a day */
    return g_strdup_printf (mer_tr (language, "until %s"), last);
  if (self->since)
    /* Translators: a deadline without an end: from a day on */
    return g_strdup_printf (mer_tr (language, "from %s on"), first);
  return self->first == self->last ? g_steal_pointer (&first)
                                   : g_strdup_printf ("%s–%s", first, last);
}

static char *
describe_term (const MerPeriod *self,
               MerLanguage      language)
{
  unsigned long n = (unsigned long) ABS (self->term);

  switch (self->term_unit)
    {
    case MER_TERM_DAYS:
      return g_strdup_printf (mer_trn (language, "%lu day", "%lu days", n), n);
    case MER_TERM_WORKING_DAYS:
      return g_strdup_printf (mer_trn (language, "%lu working day", "%lu working days", n), n);
    case MER_TERM_MONTHS:
      return g_strdup_printf (mer_trn (language, "%lu month", "%lu months", n), n);
    case MER_TERM_NONE:
    default:
      return g_strdup ("");
    }
}

/* The event follows in whatever case it was typed in. */
static char *
describe_moment (const MerPeriod *self,
                 MerLanguage      language)
{
  switch (mer_period_get_relation (self))
    {
    case MER_RELATION_BEFORE:
      /* Translators: a deadline that hangs on an event, which follows as it was typed */
      return g_strdup_printf (mer_tr (language, "before the event: %s"), self->event);
    case MER_RELATION_ON:
      /* Translators: a deadline that hangs on an event, which follows as it was typed */
      return g_strdup_printf (mer_tr (language, "on the day of the event: %s"), self->event);
    case MER_RELATION_DURING:
      /* Translators: a deadline that hangs on an event, which follows as it was typed */
      return g_strdup_printf (mer_tr (language, "while it goes on: %s"), self->event);
    case MER_RELATION_AFTER:
    default:
      /* Translators: a deadline that hangs on an event, which follows in the genitive case */
      return g_strdup_printf (mer_tr (language, "after the event: %s"), self->event);
    }
}

static char *
describe_event (const MerPeriod *self,
                MerLanguage      language)
{
  g_autofree char *term = describe_term (self, language);

  if (self->term_unit == MER_TERM_NONE)
    return describe_moment (self, language);
  if (*self->event == '\0')
    /* Translators: %s is “10 days”, “2 months” */
    return g_strdup_printf (mer_tr (language, "%s after an event that is not named"), term);
  if (self->term < 0)
    /* Translators: the first %s is “10 days”, the second an event in the genitive case */
    return g_strdup_printf (mer_tr (language, "%s before the event: %s"), term, self->event);
  /* Translators: the first %s is “10 days”, the second an event in the genitive case */
  return g_strdup_printf (mer_tr (language, "%s after the event: %s"), term, self->event);
}

static char *
describe_continuous (const MerPeriod *self,
                     MerLanguage      language)
{
  g_autofree char *dates = NULL;

  if (self->first == MER_DAY_NONE)
    return g_strdup (mer_tr (language, "continuously"));
  dates = describe_dates (self, language);
  /* Translators: %s is a range of days */
  return g_strdup_printf (mer_tr (language, "continuously, %s"), dates);
}

static char *
describe_part (const MerPeriod *self,
               MerLanguage      language)
{
  switch (self->kind)
    {
    case MER_PERIOD_RANGE:
      return describe_dates (self, language);
    case MER_PERIOD_CONTINUOUS:
      return describe_continuous (self, language);
    case MER_PERIOD_SCHEDULE:
      return g_strdup (mer_tr (language, "as another plan or schedule sets"));
    case MER_PERIOD_AFTER_EVENT:
      return describe_event (self, language);
    case MER_PERIOD_UNKNOWN:
    default:
      return mer_period_describe_problem (self, NULL, language);
    }
}

static const char *
recurrence_in_words (MerRecurrence recurrence,
                     MerLanguage   language)
{
  /* clang-format off */
  static const char *const words[MER_N_RECURRENCES] = {
    "",
    NC_("recurrence", "weekly"),
    NC_("recurrence", "every two weeks"),
    "",
    NC_("recurrence", "monthly"),
    NC_("recurrence", "quarterly"),
    NC_("recurrence", "three times a year"),
    NC_("recurrence", "twice a year"),
    NC_("recurrence", "yearly"),
    NC_("recurrence", "every two years"),
    NC_("recurrence", "every three years"),
  };
  /* clang-format on */

  return mer_trc (language, "recurrence", words[recurrence]);
}

/* “monthly by day 5 of the month” */
static char *
describe_day_of_month (const MerPeriod *self,
                       const char      *word,
                       MerLanguage      language)
{
  if (self->behind && self->by_day)
    /* Translators: %s is “monthly” or “quarterly”; until that day of the month behind the month or
     * quarter that it is about */
    return g_strdup_printf (mer_tr (language, "%s by day %d of the month that follows"), word,
                            self->day_of_month);
  if (self->behind && self->day_of_month > self->day_from)
    /* Translators: as before, from one day to another */
    return g_strdup_printf (mer_tr (language, "%s on days %d–%d of the month that follows"), word,
                            self->day_from, self->day_of_month);
  if (self->behind)
    /* Translators: as before, on that day */
    return g_strdup_printf (mer_tr (language, "%s on day %d of the month that follows"), word,
                            self->day_of_month);
  if (self->by_day)
    /* Translators: %s is “monthly” or “quarterly”; until that day of the month */
    return g_strdup_printf (mer_tr (language, "%s by day %d of the month"), word,
                            self->day_of_month);
  if (self->day_of_month > self->day_from)
    /* Translators: %s is “monthly” or “quarterly”; from one day of the month to another */
    return g_strdup_printf (mer_tr (language, "%s on days %d–%d of the month"), word,
                            self->day_from, self->day_of_month);
  /* Translators: %s is “monthly” or “quarterly”; on that day of the month */
  return g_strdup_printf (mer_tr (language, "%s on day %d of the month"), word,
                          self->day_of_month);
}

static void
describe_recurrence (GString         *text,
                     const MerPeriod *self,
                     MerLanguage      language)
{
  const char      *word = NULL;
  g_autofree char *whole = NULL;

  if (self->recurrence == MER_RECURRENCE_NONE)
    return;
  if (self->times > 0)
    {
      g_string_append (text, ", ");
      g_string_append_printf (text,
                              mer_trn (language, "%d time a year", "%d times a year",
                                       (unsigned long) self->times),
                              self->times);
      return;
    }
  word = recurrence_in_words (self->recurrence, language);
  if (self->day_of_month > 0)
    whole = describe_day_of_month (self, word, language);
  g_string_append_printf (text, ", %s", whole != NULL ? whole : word);
  if (self->month_of_slice > 0)
    /* Translators: which month of a quarter or half-year */
    g_string_append_printf (text, mer_tr (language, " (month %d)"), self->month_of_slice + 1);
}

/**
 * mer_period_understood:
 * @self: a period
 * @language: of the reader
 *
 * Returns: (transfer full): the days and what else is known, for a tool-tip
 */
char *
mer_period_understood (const MerPeriod *self,
                       MerLanguage      language)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < mer_period_get_n_parts (self); i++)
    {
      g_autofree char *part = describe_part (mer_period_get_part (self, i), language);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", part);
    }
  describe_recurrence (text, self, language);
  return g_string_free (text, FALSE);
}

/**
 * mer_period_describe_problem:
 * @self: a period
 * @phrase: (nullable): what was typed
 * @language: of the reader
 *
 * Returns: (transfer full) (nullable): why it is no deadline; %NULL when it is one
 */
char *
mer_period_describe_problem (const MerPeriod *self,
                             const char      *phrase,
                             MerLanguage      language)
{
  static const char *const sentences[MER_N_PERIOD_PROBLEMS] = {
    NULL,
    N_("No deadline is given."),
        N_("This is not understood as a deadline."),
            N_("There is no such day, month or quarter."),
                N_("The end lies before the start."),
                    N_("The year lies too far away."),
                };
  g_autofree char *valid = NULL;
  const char      *sentence = NULL;

  if (self->problem == MER_PERIOD_PROBLEM_NONE)
    return NULL;
  sentence = mer_tr (language, sentences[self->problem]);
  if (phrase == NULL || *phrase == '\0')
    return g_strdup (sentence);
  valid = g_utf8_make_valid (phrase, -1);
  /* Translators: a deadline as it was typed, and a sentence that tells what is wrong with it */
  return g_strdup_printf (mer_tr (language, "“%s”: %s"), valid, sentence);
}
