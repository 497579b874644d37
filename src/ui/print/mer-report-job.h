/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-results.h"

G_BEGIN_DECLS

/**
 * MerReportJob:
 *
 * A document about to be printed or written, with all that it draws upon kept alive:
 * immutable once filled, so that a worker may write it while the window goes on.
 */
typedef struct _MerReportJob MerReportJob;

MerReportJob *mer_report_job_new (const char  *kind,
                                  MerResults  *results,
                                  MerDocument *document);
/* Any thread. */
MerReportJob *mer_report_job_ref (MerReportJob *self);
void          mer_report_job_unref (MerReportJob *self);

void mer_report_job_set_choice (MerReportJob  *self,
                                MerReportRanks ranks,
                                guint          kinds,
                                GArray        *organizations,
                                const char    *group_name);
/* For forms: of these rules, which may be a draft, and also where there are no results. */
void mer_report_job_set_methodology (MerReportJob   *self,
                                     MerMethodology *methodology);
/* One of the cycle's records, such as a meeting. */
void       mer_report_job_set_record (MerReportJob *self,
                                      MerRecordSet *records,
                                      gint64        record_id);
MerBlocks *mer_report_job_build (MerReportJob *self);

void     mer_report_job_write_async (MerReportJob       *self,
                                     const char         *path,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data);
gboolean mer_report_job_write_finish (GAsyncResult *result,
                                      GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerReportJob, mer_report_job_unref)

G_END_DECLS
