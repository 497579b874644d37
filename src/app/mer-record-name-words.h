/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-record-names.h"

G_BEGIN_DECLS

/* How records of each kind are called among their like, without what they are part of: a meeting
 * by number and day, a plan by organization and version: (transfer full), in `language`. */
char *mer_record_name_words (MerRecordNames  *names,
                             const MerRecord *record,
                             MerLanguage      language);
/* What else people write for it, by which it is found when nothing else is called so:
 * (transfer full) (element-type utf8). */
GPtrArray *mer_record_name_others (MerRecordNames  *names,
                                   const MerRecord *record);
/* The record that this one is part of and named after; NULL when there is none. */
const MerField *mer_record_name_owner (const MerRecordKind *kind);

G_END_DECLS
