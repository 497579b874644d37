/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The input of a document with its owners: one place for window, tool and what is issued. What
 * only some kinds ask for is read for these alone. */

#include "config.h"

#include "app/mer-report-source.h"

#include "app/mer-effect-report.h"
#include "app/mer-overview-report.h"

struct _MerReportSource
{
  MerResults        *results;  /* nullable */
  GPtrArray         *strings;  /* read from the document */
  MerRecordSet      *records;  /* nullable: results let go of theirs when there are newer ones */
  GPtrArray         *findings; /* the same */
  MerReportOverview *overview; /* nullable */
  MerEffectReport   *effects;  /* nullable */
  MerReportInput     input;    /* borrows from the above */
};

MerReportSource *
mer_report_source_new (MerDocument *doc,
                       const char  *kind,
                       MerResults  *results)
{
  MerReportSource *self = g_new0 (MerReportSource, 1);

  self->results = results != NULL ? mer_results_ref (results) : NULL;
  self->strings = g_ptr_array_new_with_free_func (g_free);
  mer_results_report_input (results, doc, &self->input, self->strings);
  if (self->input.records != NULL)
    self->records = mer_record_set_ref (self->input.records);
  if (self->input.findings != NULL)
    self->findings = g_ptr_array_ref (self->input.findings);
  if (results != NULL && g_str_equal (kind, "overview"))
    self->overview = mer_overview_report_new (doc, results->cycle->id, results);
  self->input.overview = self->overview;
  self->effects = mer_effect_report_new (doc, kind, results);
  mer_effect_report_fill (self->effects, &self->input);
  return self;
}

void
mer_report_source_free (MerReportSource *self)
{
  g_clear_pointer (&self->results, mer_results_unref);
  g_ptr_array_unref (self->strings);
  g_clear_pointer (&self->records, mer_record_set_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  mer_report_overview_free (self->overview);
  mer_effect_report_free (self->effects);
  g_free (self);
}

MerReportInput *
mer_report_source_input (MerReportSource *self)
{
  return &self->input;
}
