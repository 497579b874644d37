/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the window calls a batch. */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/mer-batch-label.h"

const char *
mer_batch_label (const MerBatch *batch)
{
  return batch->file_name != NULL ? batch->file_name : C_("batch", "Typed in");
}
