/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mer-document.h"

G_BEGIN_DECLS

/* Ready counts, the operator's values and experts' points that are typed in. They live in
 * batches without a file, one a source («телефонный опрос»), begun with the first row of a
 * source and removed with the last. Writers need an action under way. */

typedef struct
{
  gint64      organization_id;
  const char *question; /* code */
  gint64      asked;
  gint64      positive;
  const char *source;
} MerTypedCount;

typedef struct
{
  gint64      organization_id;
  const char *code;  /* of an indicator, a criterion, a calculated row, or "S" */
  const char *value; /* decimal text with a point */
  const char *source;
} MerTypedValue;

/* Replaces what the source said of the question. INVALID when it cannot be true, the methodology
 * has no such question, there is no source, or the cycle's results are approved. */
gboolean mer_store_set_typed_count (MerDocument         *doc,
                                    gint64               cycle_id,
                                    const MerTypedCount *count,
                                    GError             **error);
/* `source`: (nullable): NULL all of them. NOT_FOUND when nothing of the kind was typed in. */
gboolean mer_store_remove_typed_count (MerDocument *doc,
                                       gint64       cycle_id,
                                       gint64       organization_id,
                                       const char  *question,
                                       const char  *source,
                                       GError     **error);
gboolean mer_store_set_typed_value (MerDocument         *doc,
                                    gint64               cycle_id,
                                    const MerTypedValue *value,
                                    GError             **error);
gboolean mer_store_remove_typed_value (MerDocument *doc,
                                       gint64       cycle_id,
                                       gint64       organization_id,
                                       const char  *code,
                                       const char  *source,
                                       GError     **error);
/* The same of an expert's points, which enter the scores: INVALID also when the indicator takes
 * none or not so many, or the cycle's results are approved. */
gboolean mer_store_set_typed_point (MerDocument         *doc,
                                    gint64               cycle_id,
                                    const MerTypedValue *value,
                                    GError             **error);
gboolean mer_store_remove_typed_point (MerDocument *doc,
                                       gint64       cycle_id,
                                       gint64       organization_id,
                                       const char  *code,
                                       const char  *source,
                                       GError     **error);

G_END_DECLS
