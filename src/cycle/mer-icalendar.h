/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-period.h"

G_BEGIN_DECLS

/* Deadlines for the calendars of mail programs and telephones (RFC 5545). */

typedef struct
{
  char         *uid;     /* the same whenever the deadline is exported again */
  char         *summary; /* «1.1 Письма организациям» */
  char         *description;
  MerDay        first;
  MerDay        last;
  MerRecurrence recurrence;
  gboolean      done;
} MerCalendarEntry;

void mer_calendar_entry_free (MerCalendarEntry *self);

/* `name`: of the calendar; `stamp`: when it is made, UTC («20241203T090000Z»). Entries without a
 * last day are left out: their number comes back in `n_left_out` (optional). (transfer full) */
char *mer_icalendar_write (const GPtrArray *entries,
                           const char      *name,
                           const char      *stamp,
                           guint           *n_left_out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerCalendarEntry, mer_calendar_entry_free)

G_END_DECLS
