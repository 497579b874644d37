/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/widgets/mer-record-table.h"

G_BEGIN_DECLS

/* The list of issued documents: they are opened and saved as they were issued, never edited. Adding
 * asks which document is to be issued. */
extern const MerRecordTableInfo mer_issued_table_info;

/* Gives a table of that description its buttons and menus; once. */
void mer_issued_table_set_up (MerRecordTable *table);

G_END_DECLS
