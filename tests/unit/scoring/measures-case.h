/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scoring/mer-score-table.h"

G_BEGIN_DECLS

/* One organization under some rules, whose evidence a test makes up. */
typedef struct
{
  MerMethodology *methodology;
  MerEvidence    *evidence;
  GPtrArray      *items;
} Case;

/* (transfer full): rules of a text that has no errors. */
MerMethodology *case_parse (const char *xml);
/* Takes the rules; three items of place "a". */
Case *case_new (MerMethodology *methodology);
void  case_free (Case *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Case, case_free)

void case_set_policy (Case *self, const char *key, const char *value);
/* `counts`: blank, other, options …, and −1. */
void           case_set_counts (Case *self, guint question, const int *counts);
void           case_set_point (Case *self, const char *code, const char *value);
MerScoreTable *case_score (Case *self);
/* (transfer none): "S", of a criterion or an indicator. */
const MerScore *case_find_score (const MerScoreTable *table, const char *code);
/* `expected`: exact text, "" where undefined. Both ways of scoring must say so. */
void case_assert_value (Case *self, const char *code, const char *expected);

G_END_DECLS
