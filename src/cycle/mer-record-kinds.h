/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-record.h"

G_BEGIN_DECLS

/* All kinds of records there are, each described in a file mer-record-NAME.c; ends with NULL. */
const MerRecordKind *const *mer_record_kinds (void);
/* (transfer none) (nullable) */
const MerRecordKind *mer_record_kind_find (const char *id);

G_END_DECLS
