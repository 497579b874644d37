/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MerDay:
 *
 * A day of the calendar as one number, which grows by one from day to day (that of GDate: the
 * first of January of the year 1 is 1). Days are stored and exchanged as ISO text, «2021-03-01».
 */
typedef gint32 MerDay;

#define MER_DAY_NONE 0

/* The years that deadlines may lie in; days are made of a little more, so that terms which start
 * in the last year end somewhere. */
#define MER_YEAR_LEAST 1990
#define MER_YEAR_MOST 2100

/* MER_DAY_NONE when there is no such day. */
MerDay mer_day_new (int year,
                    int month,
                    int day);
/* «2021-03-01» and nothing else; MER_DAY_NONE for other text, nullable. */
MerDay mer_day_from_iso (const char *text);
/* FALSE and zeros for MER_DAY_NONE; each out pointer may be NULL. */
gboolean mer_day_split (MerDay day,
                        int   *year,
                        int   *month,
                        int   *day_of_month);
int      mer_day_get_year (MerDay day);
/* (transfer full): «2021-03-01»; empty for MER_DAY_NONE. */
char *mer_day_to_iso (MerDay day);
/* (transfer full): «01.03.2021»; empty for MER_DAY_NONE. */
char *mer_day_to_text (MerDay day);
/* The same day `n` months later; the last of the month where that month has no such day. */
MerDay mer_day_add_months (MerDay day,
                           int    n);
/* The last day of the month that `day` lies in. */
MerDay mer_day_end_of_month (MerDay day);
/* mer_today() as a number: for programs, not for rules. */
MerDay mer_day_today (void);

typedef enum
{
  MER_CALENDAR_USUAL,   /* no mark: the week and the fixed holidays decide */
  MER_CALENDAR_HOLIDAY, /* nobody works, whatever the day of the week */
  MER_CALENDAR_WORKING, /* a Saturday, a Sunday or a holiday on which people work */
} MerCalendarKind;
#define MER_N_CALENDAR_KINDS (MER_CALENDAR_WORKING + 1)

typedef struct
{
  MerDay          day;
  MerCalendarKind kind; /* never MER_CALENDAR_USUAL */
} MerCalendarMark;

/**
 * MerCalendar:
 *
 * Working days: Monday to Friday without the fixed public holidays of Russia (1–8 January,
 * 23 February, 8 March, 1 and 9 May, 12 June, 4 November), and a sorted set of marks that the
 * user edits, which win: days off by transfer, and days that are worked instead. The transfers of
 * a year are decided by the government every year, so none is built in.
 */
typedef struct _MerCalendar MerCalendar;

#define MER_TYPE_CALENDAR (mer_calendar_get_type ())
GType mer_calendar_get_type (void);

/* (transfer full): without marks. */
MerCalendar *mer_calendar_new (void);
MerCalendar *mer_calendar_copy (const MerCalendar *self);
void         mer_calendar_free (MerCalendar *self);

/* Marks a day; MER_CALENDAR_USUAL takes its mark away. */
void mer_calendar_mark (MerCalendar    *self,
                        MerDay          day,
                        MerCalendarKind kind);
/* In the order of days. */
guint           mer_calendar_get_n_marks (const MerCalendar *self);
MerCalendarMark mer_calendar_get_mark (const MerCalendar *self,
                                       guint              i);

/* The marks as text, a line a day: «2021-02-20 working», «2021-11-05 holiday»; (transfer full). */
char *mer_calendar_to_text (const MerCalendar *self);
/* Reads it back. (transfer full) (nullable): NULL with the number of the bad line, from 1, for
 * any other text; blank lines and what follows a «#» are skipped. */
MerCalendar *mer_calendar_from_text (const char *text,
                                     guint      *bad_line);

/* "holiday", "working"; "usual" too. */
const char *mer_calendar_kind_to_code (MerCalendarKind kind);
gboolean    mer_calendar_kind_from_code (const char      *code,
                                         MerCalendarKind *out);

/* One of the fixed public holidays, without regard to marks. */
gboolean mer_day_is_fixed_holiday (MerDay day);

/* In what follows a NULL calendar is one without marks. */
gboolean mer_calendar_is_working (const MerCalendar *self,
                                  MerDay             day);
/* The `n`-th working day after `day`, or before it when n < 0; `day` itself when n is 0.
 * MER_DAY_NONE beyond what days are made of. */
MerDay mer_calendar_add_working (const MerCalendar *self,
                                 MerDay             day,
                                 int                n);
/* Working days from `first` to `last`, both counted. */
guint mer_calendar_count_working (const MerCalendar *self,
                                  MerDay             first,
                                  MerDay             last);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerCalendar, mer_calendar_free)

G_END_DECLS
