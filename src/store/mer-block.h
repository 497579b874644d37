/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/mer-evidence.h"
#include "methodology/mer-methodology.h"

G_BEGIN_DECLS

/* Questions that a block can hold, and 32-bit words that one packed row takes at most. */
#define MER_BLOCK_MAX_QUESTIONS 64
#define MER_BLOCK_MAX_WORDS 8
/* Rows of one block; a builder with more gives several. */
#define MER_BLOCK_MAX_ROWS 65536

#define MER_BLOCK_NO_TIME G_MININT64

/**
 * MerBlockLayout:
 *
 * What a methodology's questions need in a block: for each its bit planes,
 * ⌈log2(options + 2)⌉, its filter, and the codes of the filter that let pass. In memory the
 * answers of a row are packed in `n_words` 32-bit words: the code of a question stands in
 * `bits` bits from bit `start` on and never crosses a word. Immutable; any thread.
 */
typedef struct
{
  guint n_questions;
  guint n_words;
  struct
  {
    guint8  bits;
    guint8  n_codes; /* options + 2: larger codes are damage */
    gint8   filter;  /* index or −1 */
    guint16 start;
    guint16 passing; /* bit mask of codes of *this* question that count as positive */
  } questions[MER_BLOCK_MAX_QUESTIONS];
} MerBlockLayout;

/* FALSE when the methodology has more questions, or one more options, than a block can hold. */
gboolean mer_block_layout_init (MerBlockLayout       *self,
                                const MerMethodology *methodology,
                                GError              **error);
static inline void
mer_block_layout_set (const MerBlockLayout *self,
                      guint                 question,
                      guint                 code,
                      guint32              *answers)
{
  guint start = self->questions[question].start;
  answers[start >> 5] |= (guint32) code << (start & 31);
}
static inline guint
mer_block_layout_get (const MerBlockLayout *self,
                      guint                 question,
                      const guint32        *answers)
{
  guint start = self->questions[question].start;
  return (answers[start >> 5] >> (start & 31)) & ((1u << self->questions[question].bits) - 1);
}

/* One row, as it is added and looked at. */
typedef struct
{
  const guint32 *answers;         /* n_words, packed as the layout says */
  gint64         number;          /* of the row in its file */
  gint64         time;            /* seconds (local, as written in the file) or MER_BLOCK_NO_TIME */
  gboolean       has_time_of_day; /* FALSE: `time` is a bare date */
  guint64        respondent;      /* hash of a respondent id, or 0 */
  const guint32 *riding;          /* as many words as the builder was made for */
} MerBlockRow;

/**
 * MerBlockBuilder:
 *
 * Gathers the rows of one (batch, source) in memory: 16 bytes a row for the federal
 * questionnaire, in chunks, so that thousands of builders grow side by side.
 */
typedef struct _MerBlockBuilder MerBlockBuilder;
/* `with_respondents`: rows carry respondents; without, they are dropped. `n_riding`: words that
 * ride along with each row until mer_block_builder_filter() shows them, and go into no block.
 * `layout` is borrowed. */
MerBlockBuilder *mer_block_builder_new (const MerBlockLayout *layout,
                                        gboolean              with_respondents,
                                        guint                 n_riding);
void             mer_block_builder_free (MerBlockBuilder *self);
/* Rows come in ascending number, all within 2³² of the first. */
void mer_block_builder_add (MerBlockBuilder   *self,
                            const MerBlockRow *row);
/* Hints the processor that a row is about to be added. */
void  mer_block_builder_prefetch (const MerBlockBuilder *self);
guint mer_block_builder_n_rows (const MerBlockBuilder *self);
gsize mer_block_builder_memory (const MerBlockBuilder *self);

/* FALSE drops the row. */
typedef gboolean (*MerBlockRowFunc) (const MerBlockRow *row,
                                     gpointer           user_data);
/* Looks at each row in order and keeps those that `keep` wants; returns how many were dropped. */
guint mer_block_builder_filter (MerBlockBuilder *self,
                                MerBlockRowFunc  keep,
                                gpointer         user_data);
/* Encodes the first MER_BLOCK_MAX_ROWS rows, or all that are left, with a checksum, and forgets
 * them; NULL when no row is left. */
GBytes *mer_block_builder_finish (MerBlockBuilder *self);

/**
 * MerBlockReading:
 *
 * How blocks that were packed by one version of the rules are read by another one. Questions
 * are the same by their code, options by their text or a spelling; an option whose wording alone
 * changed, by its place. What was answered with an option that is gone counts as other, a
 * question that is gone is left out, a new one is blank, and who was let pass a filter is decided
 * by the rules asked for. Immutable; any thread.
 */
typedef struct
{
  MerBlockLayout packed;
  MerBlockLayout wanted;
  gboolean       is_same; /* nothing is to be mapped */
  struct
  {
    gint8   question;                    /* of the packed ones, or −1: blank */
    guint8  codes[MER_ANSWER_MAX_CODES]; /* packed → wanted */
    gint8   filter;                      /* packed question, −1: all pass, −2: nobody does */
    guint16 passing;                     /* packed codes of it that let pass */
  } questions[MER_BLOCK_MAX_QUESTIONS];
} MerBlockReading;

/* FALSE when one of them has more questions or options than a block can hold. */
gboolean mer_block_reading_init (MerBlockReading      *self,
                                 const MerMethodology *packed,
                                 const MerMethodology *wanted,
                                 GError              **error);
/* Of blocks that are packed as they are wanted. */
void mer_block_reading_init_same (MerBlockReading      *self,
                                  const MerBlockLayout *layout);
/* What of the packed questions and options is not counted as it was, as sentences without a
 * subject: (transfer full) (element-type utf8). */
GPtrArray *mer_block_reading_losses (const MerMethodology *packed,
                                     const MerMethodology *wanted);
/* A questionnaire's codes, one a question, from the packed to the wanted ones. */
void mer_block_reading_map (const MerBlockReading *self,
                            const guint8          *packed,
                            guint8                *wanted);
/* As mer_block_tally() and mer_block_unpack(), in the terms that are wanted. */
gboolean mer_block_reading_tally (GBytes                *block,
                                  const MerBlockReading *reading,
                                  MerTally              *tally,
                                  GError               **error);

/* Adds the block's counts to `tally`. FALSE and error (%MER_STORE_ERROR_DAMAGED)
 * when the block is not sound; `tally` is then as before. */
gboolean mer_block_tally (GBytes               *block,
                          const MerBlockLayout *layout,
                          MerTally             *tally,
                          GError              **error);

/* The rows again, unpacked: for duplicates, for showing and for verify. */
typedef struct
{
  guint    n_rows;
  guint    n_questions;
  guint    n_words;
  guint8  *codes;   /* row after row, n_questions each */
  guint32 *answers; /* the same packed, n_words a row */
  gint64  *rows;
  gint64  *times; /* MER_BLOCK_NO_TIME where there is none */
  guint8  *has_time_of_day;
  guint64 *respondents;
} MerBlockRows;
MerBlockRows *mer_block_unpack (GBytes               *block,
                                const MerBlockLayout *layout,
                                GError              **error);
MerBlockRows *mer_block_reading_unpack (GBytes                *block,
                                        const MerBlockReading *reading,
                                        GError               **error);
void          mer_block_rows_free (MerBlockRows *self);

/* Times of some of the rows: `rows` ascend; what the block does not hold is left
 * as it was. FALSE and DAMAGED when the block is not sound. */
gboolean mer_block_times (GBytes               *block,
                          const MerBlockLayout *layout,
                          const gint64         *rows,
                          guint                 n_rows,
                          gint64               *times,
                          guint8               *has_time_of_day,
                          GError              **error);

/* Row number of the block's first row, without unpacking; 0 when it is damaged. */
gint64 mer_block_first_row (GBytes *block);
/* How many rows it has, likewise. */
guint mer_block_n_rows (GBytes *block);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerBlockBuilder, mer_block_builder_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerBlockRows, mer_block_rows_free)

G_END_DECLS
