/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-importer.h"
#include "methodology/mer-methodology.h"

G_BEGIN_DECLS

/* Codes of columns besides those of questions, items and organizations. */
#define MER_COLUMN_ORGANIZATION "organization"
#define MER_COLUMN_DATE "date"
#define MER_COLUMN_COMMENT "comment"
#define MER_COLUMN_RESPONDENT "respondent"
#define MER_COLUMN_RECIPIENTS "recipients"
/* Before what respondents told of themselves: "profile:sex", "profile:age", "profile:role", and
 * "profile:TITLE" by hand. */
#define MER_COLUMN_PROFILE "profile:"
/* Of ready counts. Wide tables have a pair a question: "q5.asked", "q5.positive". */
#define MER_COLUMN_QUESTION "question"
#define MER_COLUMN_ASKED "asked"
#define MER_COLUMN_POSITIVE "positive"
/* Of facts. */
#define MER_COLUMN_SOURCE "source"
#define MER_COLUMN_LINK "link"
#define MER_COLUMN_TEXT "text"
/* In an override: the column is none of ours. */
#define MER_COLUMN_SKIP "skip"

/* What is to be recognized. */
typedef struct
{
  MerBatchKind          kind;
  const MerMethodology *methodology; /* a registry needs none */
  GPtrArray            *items;       /* checklist: of MerCycleItem, the cycle's; nullable */
  const GPtrArray      *overrides;   /* of char* "CODE=HEADER|INDEX"; nullable */
  guint                 header_row;  /* 0: find it */
} MerRecognitionRequest;

/**
 * MerRecognition:
 *
 * Which column of a table is what. Columns that were given by hand win; then equal wordings;
 * then likeness where one meaning is clearly ahead of all others and one column claims it.
 * Everything else stays undecided, and then nothing is imported. Immutable once made.
 */
typedef struct
{
  MerBatchKind kind;
  gint64       header_row; /* as the reader numbers rows */
  GPtrArray   *columns;    /* of MerImportColumn, every column of the header row */
  GStrv        missing;    /* titles of required columns that were not found */
  guint        score;      /* columns recognized */
} MerRecognition;

/**
 * mer_recognize:
 * @reader: an open table at its first row
 *
 * Reads the first rows, finds the header row and what its columns are. Afterwards @reader stands
 * before the first row under the header.
 *
 * Returns: the recognition, certain or not (see mer_recognition_check()); NULL and error when the
 *   table cannot be read, has no such row, or an override names an unknown code or column
 */
MerRecognition *mer_recognize (MerTableReader              *reader,
                               const MerRecognitionRequest *request,
                               GError                     **error);
void            mer_recognition_free (MerRecognition *self);
/* Puts the table's reader before the first row under the header again. */
gboolean mer_recognition_rewind (const MerRecognition *self,
                                 MerTableReader       *reader,
                                 GError              **error);

/* FALSE and %MER_IMPORT_ERROR_COLUMNS, in a sentence that lists the columns, what is missing and
 * what is not certain, unless the table can be imported with these columns. */
gboolean mer_recognition_check (const MerRecognition *self,
                                GError              **error);
/* The column of a code: NULL when the table has none. The index of its cell is column->index;
 * a row may have fewer cells. */
const MerImportColumn *mer_recognition_find (const MerRecognition *self,
                                             const char           *code);
/* One `code<TAB>header` a line: what the batch keeps. */
char *mer_recognition_to_text (const MerRecognition *self);

void mer_import_column_free (MerImportColumn *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerRecognition, mer_recognition_free)

G_END_DECLS
