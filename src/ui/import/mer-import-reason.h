/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "import/mer-importer.h"

G_BEGIN_DECLS

/* Where a problem is decided. */
typedef enum
{
  MER_REASON_IN_FILE,    /* only in the file itself */
  MER_REASON_VALUES,     /* what a value of the column means */
  MER_REASON_NAMES,      /* whom a name means */
  MER_REASON_DUPLICATES, /* whether repeated rows are taken */
} MerReasonRemedy;

/**
 * MerImportReason:
 *
 * A reason why rows were rejected or are worth a note: a group of problems of one kind, or one
 * of them. It holds copies and outlives the result.
 */
#define MER_TYPE_IMPORT_REASON (mer_import_reason_get_type ())
G_DECLARE_FINAL_TYPE (MerImportReason, mer_import_reason, MER, IMPORT_REASON, GObject)

/* (transfer full) (element-type MerImportReason): groups of the result's problems, rejections
 * first, then by number of rows. */
GListStore *mer_import_reasons_of (const MerImportResult *result);
/* (transfer none) (nullable): the problems of a group of several. */
GListModel     *mer_import_reason_get_parts (MerImportReason *self);
const char     *mer_import_reason_get_title (MerImportReason *self);
guint64         mer_import_reason_get_count (MerImportReason *self);
gboolean        mer_import_reason_is_rejection (MerImportReason *self);
MerReasonRemedy mer_import_reason_get_remedy (MerImportReason *self);
/* From 0; -1: it concerns no one column. */
int mer_import_reason_get_column (MerImportReason *self);
/* (transfer none) (element-type gint64): rows in the file, ascending, at most `most` of them. */
GArray *mer_import_reason_get_rows (MerImportReason *self);

G_END_DECLS
