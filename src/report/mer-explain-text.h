/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-batch.h"
#include "core/mer-language.h"
#include "scoring/mer-explanation.h"

G_BEGIN_DECLS

/* Puts explanations into words. `batches`: (element-type MerBatch) to name files by.
 * All strings: (transfer full), in `language`, decimal comma in Russian. */

/* The whole calculation as plain text, a line a step: what `merilo-cli explain`
 * prints and what «Копировать расчёт» copies. */
char *mer_explain_text (const MerExplanation *explanation,
                        MerLanguage           language,
                        GPtrArray            *batches);

/* Of one indicator, without its value: formula in words and in signs, counts, base, what was
 * settled, batches with files and rows. A line a fact. */
char *mer_explain_facts (const MerExplanation *explanation,
                         MerLanguage           language,
                         GPtrArray            *batches);

/* One row of the pane under the rating: its pieces, for a grid. */
typedef struct
{
  char *code; /* «3.3» */
  char *title;
  char *formula; /* «7 из 9 · 100», «0,3·60,00 + 0,4·80,00 + 0,3·77,78» */
  char *result;  /* «77,78» or «—» */
  char *source;  /* «9 анкет из 214», «чек-лист, строка 12»; nullable */
  char *reason;  /* why undefined or how settled; nullable */
} MerExplainRow;
MerExplainRow *mer_explain_row (const MerExplanation *explanation,
                                MerLanguage           language,
                                GPtrArray            *batches);
void           mer_explain_row_free (MerExplainRow *self);

/* «S 92,06 = (К1 96,05 + …) / 5» in pieces is built by the pane from the parts; this
 * is the closing note: bases and rounding in force. */
char *mer_explain_policies (const MerExplanation *explanation,
                            MerLanguage           language);

/* The same, shorter: what stands under one criterion. */
char *mer_explain_note (const MerExplanation *explanation,
                        MerLanguage           language);

/* Why a score is undefined, as a sentence (specification, chapter 6); NULL when it is defined. */
char *mer_explain_undefined (const MerExplanation *explanation,
                             MerLanguage           language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerExplainRow, mer_explain_row_free)

/* What the ready counts of a batch (nullable) are, in words: (transfer full). */
char *mer_explain_counts_source (const MerBatch *batch,
                                 MerLanguage     language);

/* Whether the parts of a score (of MerExplanation, not empty) are a plain mean. */
gboolean mer_explain_is_mean (const GPtrArray *parts);

G_END_DECLS
