/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/mer-evidence.h"
#include "methodology/mer-methodology.h"

G_BEGIN_DECLS

/**
 * MerBlockLayout:
 *
 * What a methodology's questions need in a block: for each its bit planes,
 * ⌈log2(options + 2)⌉, its filter, and the codes of the filter that let pass.
 * Immutable; any thread.
 */
typedef struct
{
  guint n_questions;
  struct
  {
    guint8 bits;
    gint8 filter;         /* index or −1 */
    guint16 passing;      /* bit mask of codes of *this* question that count as positive */
  } questions[64];
} MerBlockLayout;

void mer_block_layout_init (MerBlockLayout       *self,
                            const MerMethodology *methodology);

#define MER_BLOCK_NO_TIME G_MININT64

/* Gathers rows of one (batch, source) in memory, packed. */
typedef struct _MerBlockBuilder MerBlockBuilder;
MerBlockBuilder *mer_block_builder_new (const MerBlockLayout *layout);
void mer_block_builder_free (MerBlockBuilder *self);
/* `codes`: one a question. `row`: the file's row number, ascending. `time`: seconds
 * (local, as written in the file) or %MER_BLOCK_NO_TIME. `respondent`: 64-bit hash of a
 * respondent id, or 0. */
void mer_block_builder_add (MerBlockBuilder *self,
                            const guint8    *codes,
                            gint64           row,
                            gint64           time,
                            gboolean         has_time_of_day,
                            guint64          respondent);
guint mer_block_builder_n_rows (const MerBlockBuilder *self);
gsize mer_block_builder_memory (const MerBlockBuilder *self);
/* Encodes the rows with a checksum; the builder is empty afterwards. */
GBytes *mer_block_builder_finish (MerBlockBuilder *self);

/* Adds the block's counts to `tally`. FALSE and error (%MER_STORE_ERROR_DAMAGED)
 * when the block is not sound. */
gboolean mer_block_tally (GBytes               *block,
                          const MerBlockLayout *layout,
                          MerTally             *tally,
                          GError              **error);

/* The rows again, unpacked: for duplicates, for showing and for verify. */
typedef struct
{
  guint n_rows;
  guint n_questions;
  guint8 *codes;     /* row after row, n_questions each */
  gint64 *rows;
  gint64 *times;     /* MER_BLOCK_NO_TIME where there is none */
  guint8 *has_time_of_day;
  guint64 *respondents;
} MerBlockRows;
MerBlockRows *mer_block_unpack (GBytes               *block,
                                const MerBlockLayout *layout,
                                GError              **error);
void mer_block_rows_free (MerBlockRows *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerBlockBuilder, mer_block_builder_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerBlockRows, mer_block_rows_free)

G_END_DECLS
