/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-import-scan.h"

G_BEGIN_DECLS

/* What is known of a table: borrowed. */
typedef struct
{
  const MerImportPreview *preview;
  const MerImportScan    *scan;        /* NULL: an obstacle, or nothing more, is in the preview */
  const MerMethodology   *methodology; /* whose questions the columns are; NULL: of items */
} MerScanOutput;

/* Lines of values between tabs, each begun by what it tells of. */
void mer_scan_print (const MerScanOutput *self);
/* The same as one JSON object. */
void mer_scan_print_json (const MerScanOutput *self);

G_END_DECLS
