/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-period.h"

G_BEGIN_DECLS

/* What the files of MerPeriod share: the value, and the phrase taken apart. */

typedef enum
{
  MER_UNIT_NONE, /* a bare number; takes the unit of what stands beside it: «2–4 квартал» */
  MER_UNIT_DAY,
  MER_UNIT_TEN_DAYS,   /* декада: a third of a month */
  MER_UNIT_HALF_MONTH, /* «первая половина марта» */
  MER_UNIT_MONTH,
  MER_UNIT_QUARTER,
  MER_UNIT_HALF_YEAR,
  MER_UNIT_SEASON, /* spring, summer, autumn; a winter lies in two years */
  MER_UNIT_YEAR,
  MER_UNIT_SCHOOL_YEAR, /* `year` is that in which it begins */
} MerPeriodUnit;

/* One end of a range as the phrase names it. */
typedef struct
{
  MerPeriodUnit unit;
  int           number;      /* day, third, half, quarter; 0 where the unit has none */
  int           month;       /* 0 where the unit has none */
  int           year;        /* 0: not named */
  int           year_offset; /* «следующего года»: 1 */
  gboolean      relative;    /* the year was named in such words */
  gboolean      school;      /* the year is a school year's, and the month tells which half of it */
  gboolean      numbered;    /* «5 числа»: a day whose month may be left out */
} MerPeriodPoint;

struct _MerPeriod
{
  gatomicrefcount  ref_count;
  MerPeriodKind    kind;
  MerPeriodProblem problem;

  MerPeriodPoint from;
  MerPeriodPoint to;
  gboolean       until;
  gboolean       since;
  gboolean       exclusive; /* «после 1 сентября»: while parsing */
  gboolean       clipped;   /* begins later than its words say: «затем 2013–2015 гг.» */
  gboolean       needs_year;
  gboolean       default_year;
  MerDay         first;
  MerDay         last;

  MerRecurrence recurrence;
  int           times;    /* a year, of MER_RECURRENCE_TIMES_YEARLY */
  int           day_from; /* the first of those days */
  int           day_of_month;
  int           month_of_slice; /* of that day: «последнего месяца квартала» is 2 */
  gboolean      by_day;         /* «до 5 числа», not «5 числа» */
  gboolean      behind;         /* of the month behind the time that it is about */

  /* «5 рабочих дней с 1 марта», negative before it: while parsing, and as long as the year is not
   * known or days off may move the end; both points are the date that it is counted from. */
  int         count;
  MerTermUnit count_unit;

  int         term;
  MerTermUnit term_unit;
  char       *event;
  /* static: what leads to the event where there is no term («до», «в ходе»); NULL with one */
  const char *link;

  gboolean guessed; /* a misspelt word had to be guessed */

  GPtrArray *parts; /* NULL for a single part */
};

/* g_utf8_next_char() casts a const away. */
static inline const char *
mer_period_next_letter (const char *text)
{
  return text + g_utf8_skip[*(const guchar *) text];
}

/* (transfer full): to be filled in by who makes it. */
MerPeriod *mer_period_alloc (MerPeriodKind kind);

/* Both ends are the same. */
gboolean       mer_period_has_single_point (const MerPeriod *self);
MerPeriodPoint mer_period_point_of_day (MerDay day);
MerDay         mer_period_point_first (const MerPeriodPoint *point);
MerDay         mer_period_point_last (const MerPeriodPoint *point);
/* The day so many days or months behind another, or before it. */
MerDay mer_period_count_from (MerDay             day,
                              int                count,
                              MerTermUnit        unit,
                              const MerCalendar *calendar);
/* Whether there is such a day, month, quarter … in some year. */
gboolean mer_period_point_exists (const MerPeriodPoint *point);
/* 0 for none; a week is counted in days by those who ask. */
int mer_recurrence_months (MerRecurrence recurrence);
/* What is named is longer than one occurrence, which are its slices then. */
gboolean mer_period_is_sliced (const MerPeriod *self);

typedef enum
{
  MER_TOKEN_END,
  MER_TOKEN_NUMBER,
  MER_TOKEN_WORD,
  MER_TOKEN_MARK, /* of one character; all dashes are «-» */
} MerTokenKind;

typedef struct
{
  MerTokenKind kind;
  const char  *text;   /* lower case, ё as е, Cyrillic where letters look alike */
  int          number; /* of a number, in digits or in a word */
  int          digits;
  int          roman; /* of a word that may be a Roman numeral; 0 for others */
  gboolean     glued; /* no blank before it */
  gsize        start; /* bytes of the phrase */
  gsize        end;
} MerToken;

/* (transfer full) (element-type MerToken): without the end; empty where nothing is to be read. */
GArray *mer_period_tokenize (const char *phrase);
/* A token of the kind MER_TOKEN_END beyond the last. (transfer none) */
const MerToken *mer_period_token (const GArray *tokens,
                                  guint         at);

/* The number of tokens from `at` that a pattern takes, 0 when it does not fit. A pattern is a row
 * of items with blanks between: a word or mark, «план*» for what begins so, «а|б» for one of
 * several, «#» for a number in digits or words, kept in `number`; «?» before an item: or
 * nothing. */
guint mer_period_match (const GArray *tokens,
                        guint         at,
                        const char   *pattern,
                        int          *number);
/* The first pattern of several that fits. */
guint mer_period_match_any (const GArray      *tokens,
                            guint              at,
                            const char *const *patterns,
                            guint              n_patterns,
                            int               *number);

typedef struct
{
  const char   *pattern;
  MerRecurrence recurrence;
} MerPeriodPhrase;
/* The same of words for how often; `out` learns what the phrase says. */
guint mer_period_match_phrase (const GArray          *tokens,
                               guint                  at,
                               const MerPeriodPhrase *phrases,
                               guint                  n_phrases,
                               MerRecurrence         *out);

/* What stands at `at` is the point of «2021 г.». */
gboolean mer_period_is_year_point (const GArray *tokens,
                                   guint         at);
/* What stands at `at` is the word before it once more. */
gboolean mer_period_is_repeated (const GArray *tokens,
                                 guint         at);
#define mer_period_match_list(tokens, at, list) \
  mer_period_match_any ((tokens), (at), (list), G_N_ELEMENTS (list), NULL)
/* 1..12, or 0 for what is no month in any case. */
int mer_period_month_of_word (const char *word);
/* «десяти»: 10; «второго»: 2; 0 for what is no number. */
int mer_period_number_of_word (const char *word);
/* Half of a month's names as they are printed: «март», «марта»; of 1..12. */
const char *mer_period_month_name (int      month,
                                   gboolean genitive);

/* Reads dates and ranges joined by commas and «и» from `at` to the end, and a schedule behind
 * them. (transfer full) (element-type MerPeriod) (nullable): NULL when something is not read. */
GPtrArray *mer_period_read_ranges (const GArray *tokens,
                                   guint         at);
/* One day, month … for words that stand before it; moves `at`. */
gboolean mer_period_read_point (const GArray   *tokens,
                                guint          *at,
                                MerPeriodPoint *out);

/* How often, as it is read. */
typedef struct
{
  MerRecurrence recurrence;
  int           times;
} MerFrequency;

/* «ежегодно», «раз в квартал» at `at`: the number of tokens, or 0. */
guint mer_period_read_recurrence (const GArray *tokens,
                                  guint         at,
                                  MerFrequency *out);
/* What was read of a phrase, before its days are known. */
typedef struct
{
  const char    *phrase;
  GPtrArray     *parts; /* of MerPeriod */
  MerFrequency   frequency;
  gboolean       continuous;
  gboolean       open_end; /* «сентябрь 2013 г., далее постоянно» */
  int            day_from;
  int            day_of_month;
  int            month_of_slice;
  MerRecurrence  slice; /* whose month or end was named; NONE for no such */
  gboolean       by_day;
  gboolean       behind; /* «месяца, следующего за отчётным» */
  gboolean       limits; /* «до …» may name an event */
  MerPeriodPoint year;   /* «ежемесячно до 5 числа 2021 г.» */
} MerPeriodReading;

/* «месяца, следующего за отчётным кварталом»: the number of tokens, or 0. */
guint mer_period_read_next (const GArray  *tokens,
                            guint          at,
                            MerRecurrence *slice);
/* «15 числа последнего месяца квартала», «до конца месяца» at `at`: the number of tokens, or 0. */
guint mer_period_read_slice (const GArray     *tokens,
                             guint             at,
                             MerPeriodReading *reading);
/* «постоянно», «по мере необходимости». */
guint mer_period_read_continuous (const GArray *tokens,
                                  guint         at);
/* «согласно графику»: whether all from `at` on is one. */
gboolean mer_period_is_schedule (const GArray *tokens,
                                 guint         at);
/* «не позднее 10 дней после получения рекомендаций», all from `at` to the end, which is cut from
 * the phrase for the event. (transfer full) (nullable): NULL when it is nothing of the kind; a
 * range where the event is a date. */
MerPeriod *mer_period_read_event (const GArray *tokens,
                                  guint         at,
                                  const char   *phrase);
/* «после получения …», «в ходе …»: nothing is said of how long after. (transfer full) (nullable) */
MerPeriod *mer_period_read_moment (const GArray *tokens,
                                   guint         at,
                                   const char   *phrase);
/* «до заседания совета», «к заседанию»: only asked when nothing else is understood. (transfer
 * full) (nullable) */
MerPeriod       *mer_period_read_limit (const GArray *tokens,
                                        guint         at,
                                        const char   *phrase);
MerEventRelation mer_period_relation_of_link (const char *link);
/* (transfer full): the rest of the phrase, as typed but with single blanks and without points at
 * its end. */
char *mer_period_cut_event (const GArray *tokens,
                            guint         at,
                            const char   *phrase);
/* Whether there is a word from `at` on that may name an event. */
gboolean mer_period_has_event (const GArray *tokens,
                               guint         at);

/* Words in short become whole ones: «ежекв.», «в теч.». */
void mer_period_expand (GArray *tokens);
/* Words that are misspelt by a letter become what was meant; whether there are any. */
gboolean mer_period_guess (GArray *tokens);
/* The word of deadlines that a folded word is misspelt from by one letter; NULL for none. */
const char *mer_period_guess_word (const char *word);
/* A month, or but for one letter, of a folded word that is long enough to tell. */
gboolean mer_period_is_like_month (const char *word);

MerPeriodProblem mer_period_settle (MerPeriodReading *reading,
                                    int               default_year);

G_END_DECLS
