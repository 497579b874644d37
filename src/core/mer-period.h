/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-calendar.h"
#include "core/mer-language.h"

G_BEGIN_DECLS

/**
 * MerPeriod:
 *
 * How a deadline of a plan is understood: «до 30 ноября 2016 г.», «август–сентябрь 2013 г.»,
 * «постоянно», «по отдельному плану», «не позднее 10 дней после получения рекомендаций». A boxed
 * value, immutable. The phrase as it was typed is kept by whoever owns the deadline; the value is
 * parsed from it again when needed.
 */
typedef struct _MerPeriod MerPeriod;

typedef enum
{
  MER_PERIOD_UNKNOWN,     /* no deadline: mer_period_get_problem() tells why */
  MER_PERIOD_RANGE,       /* from the first day to the last */
  MER_PERIOD_CONTINUOUS,  /* «постоянно», «по мере необходимости» */
  MER_PERIOD_SCHEDULE,    /* «по отдельному плану», «согласно графику»: another paper sets it */
  MER_PERIOD_AFTER_EVENT, /* so many days or months after an event, or before it, or with it */
} MerPeriodKind;
#define MER_N_PERIOD_KINDS (MER_PERIOD_AFTER_EVENT + 1)

/* How often it comes again. */
typedef enum
{
  MER_RECURRENCE_NONE,
  MER_RECURRENCE_WEEKLY,
  MER_RECURRENCE_TWO_WEEKLY,
  MER_RECURRENCE_TIMES_YEARLY, /* so many times a year: mer_period_get_times() */
  MER_RECURRENCE_MONTHLY,
  MER_RECURRENCE_QUARTERLY,
  MER_RECURRENCE_THRICE_YEARLY,
  MER_RECURRENCE_HALF_YEARLY,
  MER_RECURRENCE_YEARLY,
  MER_RECURRENCE_TWO_YEARLY,
  MER_RECURRENCE_THREE_YEARLY,
} MerRecurrence;
#define MER_N_RECURRENCES (MER_RECURRENCE_THREE_YEARLY + 1)

typedef enum
{
  MER_TERM_NONE, /* «после получения …»: after the event, but nobody says how long after */
  MER_TERM_DAYS,
  MER_TERM_WORKING_DAYS,
  MER_TERM_MONTHS,
} MerTermUnit;
#define MER_N_TERM_UNITS (MER_TERM_MONTHS + 1)

/* Where a deadline that hangs on an event lies. */
typedef enum
{
  MER_RELATION_AFTER,  /* «не позднее 10 дней после получения …», «по окончании …» */
  MER_RELATION_BEFORE, /* «за 3 дня до заседания», «до заседания», «к заседанию» */
  MER_RELATION_ON,     /* «в день заседания», «одновременно с …» */
  MER_RELATION_DURING, /* «в ходе оценки», «во время анкетирования» */
} MerEventRelation;

/* Why a phrase is no deadline. */
typedef enum
{
  MER_PERIOD_PROBLEM_NONE,
  MER_PERIOD_PROBLEM_EMPTY,
  MER_PERIOD_PROBLEM_NOT_UNDERSTOOD,
  MER_PERIOD_PROBLEM_NO_SUCH_DAY,  /* 31 февраля, 5 квартал */
  MER_PERIOD_PROBLEM_BACKWARDS,    /* the end lies before the start */
  MER_PERIOD_PROBLEM_YEAR_TOO_FAR, /* before MER_YEAR_LEAST, after MER_YEAR_MOST */
} MerPeriodProblem;
#define MER_N_PERIOD_PROBLEMS (MER_PERIOD_PROBLEM_YEAR_TOO_FAR + 1)

#define MER_TYPE_PERIOD (mer_period_get_type ())
GType mer_period_get_type (void);

/**
 * mer_period_parse:
 * @phrase: (nullable): what was typed, any bytes
 * @default_year: the plan's year, for phrases that name none; 0 when there is none
 *
 * Reads a deadline. What is open in the phrases is read so:
 * - «до …» and «не позднее …» take the named day, month, quarter or year in to its last day, and
 *   begin on 1 January of that year; «к сентябрю», «до начала …» end on the first day instead, and
 *   so do «до лета», «до II полугодия», «до 2 квартала»;
 * - «до 5 числа месяца, следующего за отчётным кварталом» is about the quarters of the plan's
 *   years: of the last of them it is due in the year behind;
 * - «с 1 сентября 2020 г.» has no end: the last day is 31 December of that year, see
 *   mer_period_is_since();
 * - a school year runs from 1 September to 31 August;
 * - «с ноября по февраль», where no year is named at all, runs over the new year;
 * - «в течение года», «ежеквартально», «два раза в год» cover the plan's year;
 * - «до конца месяца», «15 числа последнего месяца квартала» are due in each of them;
 * - «5 раз в год» parts the year into as many equal spans, each of which is due once;
 * - one year behind a range belongs to both of its ends: «декабрь – февраль 2017 г.» runs
 *   backwards, and is no deadline;
 * - «до заседания совета» hangs on an event as «за 0 дней до …» would; a slip of one letter in a
 *   word of deadlines is read as what was meant, and told by mer_period_defects().
 *
 * Returns: (transfer full): never %NULL; of the kind %MER_PERIOD_UNKNOWN when it is no deadline
 */
MerPeriod *mer_period_parse (const char *phrase,
                             int         default_year);
/* (transfer full): a range of days; unknown with a problem when `last` lies before `first`. */
MerPeriod *mer_period_new_range (MerDay first,
                                 MerDay last);
/* (transfer full) */
MerPeriod *mer_period_ref (const MerPeriod *self);
void       mer_period_unref (MerPeriod *self);

MerPeriodKind mer_period_get_kind (const MerPeriod *self);
/* "unknown", "range", "continuous", "schedule", "after-event": as the tool prints it. */
const char      *mer_period_kind_to_code (MerPeriodKind kind);
MerPeriodProblem mer_period_get_problem (const MerPeriod *self);
/* (transfer full) (nullable): the same as a sentence with the phrase in it; NULL when it is a
 * deadline. */
char *mer_period_describe_problem (const MerPeriod *self,
                                   const char      *phrase,
                                   MerLanguage      language);

/* The first and the last day. Of a range always, unless it needs a year; of «постоянно» where the
 * phrase gives bounds («с 1 сентября 2013 г. постоянно»); MER_DAY_NONE otherwise. A deadline that
 * recurs gives its first occurrence («декабрь 2013 г., далее ежегодно»), or, where what is named is
 * longer than one («ежегодно, 2013–2015 гг.», «ежеквартально»), the span that holds them all. */
MerDay mer_period_get_first (const MerPeriod *self);
MerDay mer_period_get_last (const MerPeriod *self);

/* «до …», «не позднее …»: only the last day was named. */
gboolean mer_period_is_until (const MerPeriod *self);
/* «с …», «не ранее …»: only the first day was named. */
gboolean mer_period_is_since (const MerPeriod *self);
/* A day or month without a year was named, and no year was given: there are no days. */
gboolean mer_period_needs_year (const MerPeriod *self);
/* The year of some part was not in the phrase but is default_year. */
gboolean mer_period_has_default_year (const MerPeriod *self);

MerRecurrence mer_period_get_recurrence (const MerPeriod *self);
/* How many times a year; 0 but for MER_RECURRENCE_TIMES_YEARLY. */
int mer_period_get_times (const MerPeriod *self);
/* (transfer full) (nullable): "yearly", "half-yearly", "5-times-yearly", … as the tool prints it;
 * NULL for none. */
char *mer_period_recurrence_to_code (const MerPeriod *self);
/* «ежемесячно до 5 числа»: 5; 0 when no day of the month is named. */
int mer_period_get_day_of_month (const MerPeriod *self);
/* «15 числа последнего месяца квартала»: 3; 0 when that day is of the first month. */
int mer_period_get_month_of_slice (const MerPeriod *self);

/* The parts of «сентябрь 2013 г.; затем 2013–2015 гг.» in the order of the phrase; a period of one
 * part has itself as its only part. (transfer none) */
guint            mer_period_get_n_parts (const MerPeriod *self);
const MerPeriod *mer_period_get_part (const MerPeriod *self,
                                      guint            i);

/* After an event: the term, 0 without one; negative before the event («за 3 дня до заседания»). */
int         mer_period_get_term (const MerPeriod *self);
MerTermUnit mer_period_get_term_unit (const MerPeriod *self);
/* Where it lies; MER_RELATION_AFTER for other kinds. */
MerEventRelation mer_period_get_relation (const MerPeriod *self);
/* «получения рекомендаций», as typed; empty where the phrase names no event («в месячный срок»);
 * NULL for other kinds. */
const char *mer_period_get_event (const MerPeriod *self);

/**
 * mer_period_resolve:
 * @self: a period
 * @event_day: when the event was, or %MER_DAY_NONE
 * @calendar: (nullable): whose working days count
 *
 * Counts from the day of the event, which itself is not counted: 10 days after 1 March are over
 * on 11 March. A term before an event ends on its day, and begins on 1 January as «до …» does.
 * What is only said to come after the event begins on its day and has no end. Working days that
 * are counted from a date («5 рабочих дней с 1 марта») are counted anew, whatever the event.
 *
 * Returns: (transfer full): a range of days; @self where it is no deadline of an event, or the day
 *   is not known
 */
MerPeriod *mer_period_resolve (const MerPeriod   *self,
                               MerDay             event_day,
                               const MerCalendar *calendar);

/**
 * mer_period_next:
 * @self: a period
 * @day: a day
 * @first: (out) (optional): first day of the occurrence
 * @last: (out) (optional): its last day
 *
 * The earliest occurrence that ends on @day or later: of a period that does not recur its range,
 * of one with several parts the part that is due next.
 *
 * Returns: whether there is one
 */
gboolean mer_period_next (const MerPeriod *self,
                          MerDay           day,
                          MerDay          *first,
                          MerDay          *last);
/* The earliest occurrence that begins after `after`: what comes when one is done. With
 * MER_DAY_NONE the very first. */
gboolean mer_period_occurrence (const MerPeriod *self,
                                MerDay           after,
                                MerDay          *first,
                                MerDay          *last);

/**
 * mer_period_is_overdue:
 * @self: a period; one after an event is resolved by the caller first
 * @today: today
 * @done: the last day of what has been done: of the last occurrence that was carried out, or
 *   %MER_DAY_NONE when nothing was
 *
 * Returns: whether the last day of the period (of one that recurs: of the first occurrence that
 *   begins after @done) lies before @today. What has no last day is never overdue.
 */
gboolean mer_period_is_overdue (const MerPeriod *self,
                                MerDay           today,
                                MerDay           done);

/* For sorting: dated by last day, then by first; then continuous, by schedule, after an event (by
 * term), what needs a year, unknown.. */
int mer_period_compare (const MerPeriod *a,
                        const MerPeriod *b);
/* The same parts, days, flags, recurrence and terms. */
gboolean mer_period_equal (const MerPeriod *a,
                           const MerPeriod *b);

/* (transfer full): the deadline in canonical Russian, for documents: «август–сентябрь 2013 г.»,
 * «до 30 ноября 2016 г.»; mer_period_parse() reads it back to an equal value. Empty for unknown.
 * Blanks that must not break are U+00A0. */
char *mer_period_to_text (const MerPeriod *self);
/* (transfer full): how it is understood, for a tool-tip: «01.08.2013–30.09.2013, yearly»; for
 * unknown as mer_period_describe_problem() without the phrase. */
char *mer_period_understood (const MerPeriod *self,
                             MerLanguage      language);

/* Slips of the pen in a phrase, for the checker of plans; they keep no phrase from being read. */
typedef enum
{
  MER_PERIOD_DEFECT_JOINED_WORDS,  /* «Непозднее» */
  MER_PERIOD_DEFECT_YEARS_POINTS,  /* «г.г.» */
  MER_PERIOD_DEFECT_DOUBLED_POINT, /* «2013 г..», «,,», «;;» */
  MER_PERIOD_DEFECT_REPEATED_WORD, /* «до до 1 марта» */
  MER_PERIOD_DEFECT_DOUBLED_BLANK,
  MER_PERIOD_DEFECT_MIXED_LETTERS, /* Latin letters in a Russian word, «Ш» for «III» */
  MER_PERIOD_DEFECT_SPELLING,      /* «в течении года», «сентбрь» */
} MerPeriodDefectKind;
#define MER_N_PERIOD_DEFECTS (MER_PERIOD_DEFECT_SPELLING + 1)

typedef struct
{
  MerPeriodDefectKind kind;
  gsize               start; /* bytes of the phrase */
  gsize               end;
  char               *text;       /* what stands there */
  char               *suggestion; /* what should stand there instead */
} MerPeriodDefect;

/* (transfer full) (element-type MerPeriodDefect): in the order of the phrase; empty when there
 * are none or the phrase is not UTF-8. */
GPtrArray *mer_period_defects (const char *phrase);
/* (transfer full): a sentence. */
char *mer_period_defect_to_text (const MerPeriodDefect *self,
                                 MerLanguage            language);
/* (transfer full): the phrase with all suggestions taken. */
char *mer_period_mend (const char *phrase);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerPeriod, mer_period_unref)

G_END_DECLS
