/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/mer-session.h"
#include "ui/print/mer-report-job.h"

G_BEGIN_DECLS

/* What a page does for Ctrl+P and Ctrl+Shift+E. `parent` is the page; the result is told
 * through the session (toast or dialog). */
void mer_report_print (GtkWidget    *parent,
                       MerSession   *session,
                       MerReportJob *job,
                       const char   *name);
void mer_report_export (GtkWidget    *parent,
                        MerSession   *session,
                        MerReportJob *job,
                        const char   *name);
/* The part of an export after its file was chosen. */
void mer_report_export_to (MerSession   *session,
                           MerReportJob *job,
                           const char   *path);

G_END_DECLS
