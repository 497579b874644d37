/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mer-test-scores.h"
#include "report/mer-report.h"

G_BEGIN_DECLS

/* A whole input for the invented district; `table` is nullable and borrowed. */
MerReportInput mer_test_input (MerScoreTable *table,
                               MerLanguage    language);
/* Every block as a line or more of text. */
char *mer_test_dump_blocks (const MerBlocks *blocks);
/* A path in a temporary folder of the test program's own. */
char *mer_test_path (const char *name);
/* What a command prints; fails the test when it cannot be run. */
char *mer_test_run (const char *first,
                    ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
