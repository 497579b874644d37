/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/print/mer-report-job.h"

G_BEGIN_DECLS

/**
 * MerPrintOperation:
 *
 * Prints a report: the pages that its PDF has, painted by the same code.
 */
#define MER_TYPE_PRINT_OPERATION (mer_print_operation_get_type ())
G_DECLARE_FINAL_TYPE (MerPrintOperation,
                      mer_print_operation,
                      MER,
                      PRINT_OPERATION,
                      GtkPrintOperation)

MerPrintOperation *mer_print_operation_new (MerReportJob *job);

G_END_DECLS
