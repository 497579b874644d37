/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers, titles and files of issued documents. */

#include "config.h"

#include "app/mer-issue.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/mer-report-source.h"
#include "core/mer-day.h"
#include "core/mer-file-name.h"
#include "cycle/mer-council.h"
#include "report/mer-record-print.h"
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

/* 0: there is none, or it is of the cycle. */
static gint64
latest_source (MerDocument         *doc,
               const MerRecordKind *kind,
               gint64               cycle_id)
{
  g_autoptr (GPtrArray) records =
    kind != NULL ? mer_store_records (doc, kind, cycle_id, NULL) : NULL;
  const MerRecord *latest = records != NULL ? mer_print_latest (kind, records) : NULL;

  return latest != NULL ? latest->id : 0;
}

gboolean
mer_issue_is_given (const MerIssued *issued,
                    const char      *key)
{
  const MerReportKind *kind = mer_report_kind_find (issued->report);
  gboolean             of_meeting = kind != NULL && kind->numbered && issued->source > 0;

  return of_meeting &&
         (g_str_equal (key, "number") ||
          (g_str_equal (key, "day") && kind == mer_report_kind_find ("protocol")));
}

/* What the paper says of its meeting is what is kept. */
static gboolean
take_meeting (MerDocument *doc,
              MerIssued   *issued,
              GError     **error)
{
  g_autoptr (MerMeeting) meeting =
    mer_store_record (doc, &mer_record_meeting, issued->source, error);

  if (meeting == NULL)
    return FALSE;
  g_free (issued->number);
  issued->number = g_strdup (meeting->number);
  if (!mer_issue_is_given (issued, "day"))
    return TRUE;
  g_free (issued->day);
  issued->day = g_strdup (meeting->day);
  return TRUE;
}

gboolean
mer_issue_renumber (MerDocument *doc,
                    MerIssued   *issued,
                    GError     **error)
{
  g_autoptr (GPtrArray) others = NULL;

  if (mer_issue_is_given (issued, "number"))
    return take_meeting (doc, issued, error);
  others = mer_store_records (doc, &mer_record_issued, 0, error);
  if (others == NULL)
    return FALSE;
  g_free (issued->number);
  issued->number = next_number (others, issued->report, issued->day);
  return TRUE;
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
  g_autoptr (MerIssued) issued = NULL;

  g_return_val_if_fail (kind != NULL, NULL);
  if (cycle == NULL)
    return NULL;
  if (record_id == 0)
    record_id = latest_source (doc, mer_issue_record_kind (report), cycle->id);
  issued = mer_record_new (&mer_record_issued, cycle->id);
  issued->report = g_strdup (report);
  issued->source = record_id > 0 ? record_id : -1;
  issued->format = g_strdup ("pdf");
  issued->sha256 = g_strdup (NO_HASH);
  issued->day = mer_today ();
  issued->title = make_title (doc, cycle->id, kind, record_id);
  return mer_issue_renumber (doc, issued, error) ? g_steal_pointer (&issued) : NULL;
}

/* --- storing ------------------------------------------------------------------------------- */

static GBytes *
render (MerDocument     *doc,
        const MerIssued *issued,
        MerResults      *results,
        GCancellable    *cancellable,
        GError         **error)
{
  g_autoptr (MerReportSource) source = mer_report_source_new (doc, issued->report, results);
  MerReportInput *input = mer_report_source_input (source);

  input->record_id = MAX (issued->source, 0);
  input->issued_number = issued->number;
  input->issued_day = issued->day;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return mer_report_render (issued->report, input, issued->format, error);
}

GBytes *
mer_issue_print (MerDocument     *doc,
                 const MerIssued *issued,
                 GCancellable    *cancellable,
                 GError         **error)
{
  g_autoptr (MerResults) results =
    mer_results_load (doc, issued->record.cycle_id, MER_RESULTS_AS_RULED, error);

  return results != NULL ? render (doc, issued, results, cancellable, error) : NULL;
}

gboolean
mer_issue_store (MerDocument *doc,
                 MerIssued   *issued,
                 GError     **error)
{
  g_autoptr (GBytes) content = mer_issue_print (doc, issued, NULL, error);

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
