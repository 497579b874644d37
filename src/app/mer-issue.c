/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers, titles and files of issued documents. */

#include "config.h"

#include "app/mer-issue.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/mer-day.h"
#include "core/mer-file-name.h"
#include "cycle/mer-council.h"
#include "store/mer-issued-store.h"
#include "store/mer-record-store.h"
#include "store/mer-registry-store.h"

/* The hash of a file that is not there yet. */
#define NO_HASH "0000000000000000000000000000000000000000000000000000000000000000"

static const struct
{
  const char          *report;
  const MerRecordKind *kind;
} sources[] = {
  { "protocol", &mer_record_meeting },
  { "ballot", &mer_record_meeting },
  { "terms", &mer_record_contract },
};

const MerRecordKind *
mer_issue_record_kind (const char *report)
{
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (g_strcmp0 (sources[i].report, report) == 0)
      return sources[i].kind;
  return NULL;
}

/* --- what can be known --------------------------------------------------------------------- */

/* Of the numbers of that year and kind of document, over all cycles, the one behind the highest. */
static char *
next_number (const GPtrArray *issued,
             const char      *report,
             const char      *day)
{
  gint64 highest = 0;

  for (guint i = 0; i < issued->len; i++)
    {
      const MerIssued *other = issued->pdata[i];
      gint64           number = 0;

      if (other->number != NULL && g_strcmp0 (other->report, report) == 0 &&
          strncmp (other->day, day, 4) == 0 &&
          g_ascii_string_to_signed (other->number, 10, 1, G_MAXINT, &number, NULL))
        highest = MAX (highest, number);
    }
  return g_strdup_printf ("%" G_GINT64_FORMAT, highest + 1);
}

/* The meeting whose minutes are printed where none is chosen: the latest not cancelled. */
static gint64
latest_meeting (MerDocument *doc,
                gint64       cycle_id)
{
  g_autoptr (GPtrArray) meetings = mer_store_records (doc, &mer_record_meeting, cycle_id, NULL);
  const MerMeeting *latest = NULL;

  for (guint i = 0; meetings != NULL && i < meetings->len; i++)
    {
      const MerMeeting *meeting = meetings->pdata[i];

      if (meeting->state != MER_MEETING_CANCELLED &&
          (latest == NULL || g_strcmp0 (meeting->day, latest->day) > 0))
        latest = meeting;
    }
  return latest != NULL ? latest->record.id : 0;
}

static void
take_meeting (MerIssued        *issued,
              const MerMeeting *meeting)
{
  g_free (issued->day);
  issued->day = g_strdup (meeting->day);
  if (meeting->number == NULL)
    return;
  g_free (issued->number);
  issued->number = g_strdup (meeting->number);
}

/* «Протокол заседания», and whose where it is of something. */
static char *
make_title (MerDocument         *doc,
            gint64               cycle_id,
            const MerReportKind *report,
            gint64               record_id)
{
  const MerRecordKind *kind = mer_issue_record_kind (report->id);
  const char          *title = mer_tr (mer_document_get_language (doc), report->title);
  g_autoptr (MerRecordNames) names = NULL;

  if (kind == NULL || record_id <= 0)
    return g_strdup (title);
  names = mer_record_names_new (doc, cycle_id);
  return g_strdup_printf ("%s: %s", title, mer_record_names_of (names, kind, record_id));
}

MerIssued *
mer_issue_new (MerDocument *doc,
               gint64       cycle_id,
               const char  *report,
               gint64       record_id,
               GError     **error)
{
  const MerReportKind *kind = mer_report_kind_find (report);
  g_autoptr (MerCycle) cycle = mer_store_cycle (doc, cycle_id, error);
  g_autoptr (GPtrArray) others =
    cycle != NULL ? mer_store_records (doc, &mer_record_issued, 0, error) : NULL;
  g_autoptr (MerMeeting) meeting = NULL;
  g_autoptr (MerIssued) issued = NULL;

  g_return_val_if_fail (kind != NULL, NULL);
  if (others == NULL)
    return NULL;
  if (record_id == 0 && mer_issue_record_kind (report) == &mer_record_meeting)
    record_id = latest_meeting (doc, cycle->id);
  issued = mer_record_new (&mer_record_issued, cycle->id);
  issued->report = g_strdup (report);
  issued->source = record_id > 0 ? record_id : -1;
  issued->format = g_strdup ("pdf");
  issued->sha256 = g_strdup (NO_HASH);
  issued->day = mer_today ();
  issued->number = next_number (others, report, issued->day);
  issued->title = make_title (doc, cycle->id, kind, record_id);
  if (strcmp (report, "protocol") == 0 && record_id > 0)
    meeting = mer_store_record (doc, &mer_record_meeting, record_id, NULL);
  if (meeting != NULL)
    take_meeting (issued, meeting);
  return g_steal_pointer (&issued);
}

/* --- storing ------------------------------------------------------------------------------- */

gboolean
mer_issue_store (MerDocument          *doc,
                 MerIssued            *issued,
                 const MerReportInput *input,
                 GError              **error)
{
  MerReportInput own = *input;
  g_autoptr (GBytes) content = NULL;

  own.record_id = MAX (issued->source, 0);
  own.issued_number = issued->number;
  own.issued_day = issued->day;
  content = mer_report_render (issued->report, &own, issued->format, error);
  return content != NULL && mer_store_issue (doc, issued, content, error);
}

char *
mer_issue_file_name (const MerIssued *issued)
{
  g_autofree char *day = mer_day_to_words (issued->day);
  g_autofree char *stem =
    issued->number != NULL
    /* Translators: title, number and day of a document, as the name of its file. */
    ? g_strdup_printf (_("%s, No. %s of %s"), issued->title, issued->number, day)
    : g_strdup_printf ("%s, %s", issued->title, day);

  return mer_file_name (stem, issued->format);
}
