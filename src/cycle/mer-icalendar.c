/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A calendar as text: whole days, lines of at most 75 bytes that end with CR LF. */

#include "config.h"

#include "cycle/mer-icalendar.h"

#include <string.h>

#define MAX_LINE 75

void
mer_calendar_entry_free (MerCalendarEntry *self)
{
  if (self == NULL)
    return;
  g_free (self->uid);
  g_free (self->summary);
  g_free (self->description);
  g_free (self);
}

/* Continued lines begin with a blank, and no letter is cut in two. */
static void
append_folded (GString    *out,
               const char *line)
{
  gsize left = strlen (line);
  gsize room = MAX_LINE;

  while (left > room)
    {
      gsize take = room;

      while ((line[take] & 0xC0) == 0x80)
        take--;
      g_string_append_len (out, line, (gssize) take);
      g_string_append (out, "\r\n ");
      line += take;
      left -= take;
      room = MAX_LINE - 1;
    }
  g_string_append (out, line);
  g_string_append (out, "\r\n");
}

static void
append_text (GString    *out,
             const char *name,
             const char *text)
{
  g_autoptr (GString) line = g_string_new (name);

  if (text == NULL)
    return;
  g_string_append_c (line, ':');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '\n')
        g_string_append (line, "\\n");
      else if (*p == '\\' || *p == ',' || *p == ';')
        g_string_append_printf (line, "\\%c", *p);
      else if ((guchar) *p >= ' ')
        g_string_append_c (line, *p);
    }
  append_folded (out, line->str);
}

static void
append_day (GString    *out,
            const char *name,
            MerDay      day)
{
  int year = 0, month = 0, of_month = 0;

  mer_day_split (day, &year, &month, &of_month);
  g_string_append_printf (out, "%s;VALUE=DATE:%04d%02d%02d\r\n", name, year, month, of_month);
}

static const char *
rule_of (MerRecurrence recurrence)
{
  switch (recurrence)
    {
    case MER_RECURRENCE_WEEKLY:
      return "FREQ=WEEKLY";
    case MER_RECURRENCE_TWO_WEEKLY:
      return "FREQ=WEEKLY;INTERVAL=2";
    case MER_RECURRENCE_MONTHLY:
      return "FREQ=MONTHLY";
    case MER_RECURRENCE_QUARTERLY:
      return "FREQ=MONTHLY;INTERVAL=3";
    case MER_RECURRENCE_THRICE_YEARLY:
      return "FREQ=MONTHLY;INTERVAL=4";
    case MER_RECURRENCE_HALF_YEARLY:
      return "FREQ=MONTHLY;INTERVAL=6";
    case MER_RECURRENCE_YEARLY:
      return "FREQ=YEARLY";
    case MER_RECURRENCE_TWO_YEARLY:
      return "FREQ=YEARLY;INTERVAL=2";
    case MER_RECURRENCE_THREE_YEARLY:
      return "FREQ=YEARLY;INTERVAL=3";
    case MER_RECURRENCE_TIMES_YEARLY: /* each is an entry of its own */
    case MER_RECURRENCE_NONE:
    default:
      return NULL;
    }
}

static void
append_entry (GString                *out,
              const MerCalendarEntry *entry,
              const char             *stamp)
{
  const char *rule = rule_of (entry->recurrence);

  g_string_append (out, "BEGIN:VEVENT\r\n");
  append_text (out, "UID", entry->uid);
  g_string_append_printf (out, "DTSTAMP:%s\r\n", stamp);
  append_day (out, "DTSTART", entry->first != MER_DAY_NONE ? entry->first : entry->last);
  append_day (out, "DTEND", entry->last + 1); /* the day after, as the format has it */
  if (rule != NULL)
    g_string_append_printf (out, "RRULE:%s\r\n", rule);
  append_text (out, "SUMMARY", entry->summary);
  append_text (out, "DESCRIPTION", entry->description);
  g_string_append (out, "TRANSP:TRANSPARENT\r\n");
  if (!entry->done)
    {
      /* a week before the end of the last day */
      g_string_append (out, "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER;RELATED=END:-P7D\r\n");
      append_text (out, "DESCRIPTION", entry->summary);
      g_string_append (out, "END:VALARM\r\n");
    }
  g_string_append (out, "END:VEVENT\r\n");
}

char *
mer_icalendar_write (const GPtrArray *entries,
                     const char      *name,
                     const char      *stamp,
                     guint           *n_left_out)
{
  GString *out = g_string_new ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
                               "PRODID:-//Merilo//Merilo//RU\r\nCALSCALE:GREGORIAN\r\n");
  guint    left_out = 0;

  append_text (out, "X-WR-CALNAME", name);
  for (guint i = 0; i < entries->len; i++)
    {
      const MerCalendarEntry *entry = entries->pdata[i];

      if (entry->last == MER_DAY_NONE)
        left_out++;
      else
        append_entry (out, entry, stamp);
    }
  g_string_append (out, "END:VCALENDAR\r\n");
  if (n_left_out != NULL)
    *n_left_out = left_out;
  return g_string_free (out, FALSE);
}
