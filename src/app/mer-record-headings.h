/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-record.h"

G_BEGIN_DECLS

/* Words that head a column of a field in a table, besides its title. */
typedef struct
{
  const MerRecordKind *kind;
  const char          *field; /* its key */
  const char          *words;
} MerRecordHeading;

/* All of them, of a kind the surest first; they stand for a field that no column names by its
 * title. *n is how many. */
const MerRecordHeading *mer_record_headings (guint *n);

G_END_DECLS
