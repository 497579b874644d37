/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-recognizer.h"

G_BEGIN_DECLS

/* What the parts of one recognition share. */
typedef struct
{
  const MerRecognitionRequest *request;
  MerQuestionRecognizer       *questions; /* survey */
  MerItemRecognizer           *items;     /* checklist */
} MerRecognitionContext;

/* In mer-recognition-given.c. Gives columns what the request's overrides say; such a column has no
 * proposals any more. FALSE with an error, or without where the row lacks the column that
 * `lacking` names. */
gboolean mer_recognition_apply_given (const MerRecognitionContext *context,
                                      GPtrArray                   *columns,
                                      GPtrArray                   *proposals,
                                      const char                 **lacking,
                                      GError                     **error);

G_END_DECLS
