/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/mer-report.h"

G_BEGIN_DECLS

#define MER_FORM_BOX "☐"

/* Narrower than those of documents that are bound. */
void mer_form_set_margins (MerBlocks *blocks);
/* Lines to write on. */
void mer_form_add_line (MerBlocks  *blocks,
                        const char *label,
                        const char *value);
void mer_form_add_lines (MerBlocks  *blocks,
                         const char *heading,
                         guint       n);
/* The organization that the form is for, when it is for one: (transfer none). */
const char *mer_form_organization (const MerReportInput *input);

G_END_DECLS
