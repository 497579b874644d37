/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/import/mer-import-view.h"

G_BEGIN_DECLS

/* Where the flow stands: borrowed. */
typedef struct
{
  MerImportQueue *queue;
  MerImportState *state; /* the file that is worked on; NULL in the first step */
  MerImportStep   step;
} MerImportPlace;

char       *mer_import_words_need (const MerImportPlace *self);
char       *mer_import_words_foot (const MerImportPlace *self);
const char *mer_import_words_next (const MerImportPlace *self);
const char *mer_import_words_title (const MerImportPlace *self);
char       *mer_import_words_subtitle (const MerImportPlace *self);

G_END_DECLS
