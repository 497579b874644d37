/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the demo district has issued: the minutes of the meeting that approved the list. */

#include "config.h"

#include "app/mer-demo-private.h"

#include "app/mer-issue.h"
#include "app/mer-report-source.h"
#include "cycle/mer-council.h"
#include "store/mer-record-store.h"

#define MEETING_DAY "2024-02-01"
/* The one format whose files do not hold the moment at which they were written. */
#define FORMAT "html"

static gint64
find_meeting (MerDocument *doc,
              gint64       cycle_id,
              GError     **error)
{
  g_autoptr (GPtrArray) meetings =
    mer_store_records (doc, &mer_record_meeting, cycle_id, error);

  for (guint i = 0; meetings != NULL && i < meetings->len; i++)
    if (g_strcmp0 (((const MerMeeting *) meetings->pdata[i])->day, MEETING_DAY) == 0)
      return ((const MerRecord *) meetings->pdata[i])->id;
  return 0;
}

gboolean
mer_demo_issue_documents (MerDocument *doc,
                          gint64       cycle_id,
                          GError     **error)
{
  gint64 meeting = find_meeting (doc, cycle_id, error);
  g_autoptr (MerResults) results = NULL;
  g_autoptr (MerIssued) issued = NULL;
  g_autoptr (MerReportSource) source = NULL;

  if (meeting == 0)
    return FALSE;
  results = mer_results_load (doc, cycle_id, MER_RESULTS_AS_RULED, error);
  issued = results != NULL ? mer_issue_new (doc, cycle_id, "protocol", meeting, error) : NULL;
  if (issued == NULL)
    return FALSE;
  g_free (issued->format);
  issued->format = g_strdup (FORMAT);
  source = mer_report_source_new (doc, issued->report, results);
  return mer_issue_store (doc, issued, mer_report_source_input (source), error);
}
