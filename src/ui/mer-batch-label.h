/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-batch.h"

G_BEGIN_DECLS

/* (transfer none): the name of its file, or that it was typed in. */
const char *mer_batch_label (const MerBatch *batch);

G_END_DECLS
