/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-header-text.h"
#include "import/mer-recognition.h"

G_BEGIN_DECLS

/* What the parts of recognition share: proposals for one header, and how proposals
 * of all columns are settled. */

/* From here on, and this far ahead of the next best, a likeness is certain enough. */
#define MER_LIKENESS_SURE 62
#define MER_LIKENESS_MARGIN 15
/* From here on it might be meant, so that leaving it out would be a guess too. */
#define MER_LIKENESS_MAYBE 50

/* One thing that a column may be. */
typedef struct
{
  char    *code;
  char    *title;
  guint    similarity; /* 100: equal wording */
  guint    rank;       /* of columns that claim the same code the lowest wins; equal ones collide */
  gboolean single;     /* FALSE: of several columns with this code the others are simply extra */
  int      item;       /* index into the cycle's items, or −1 */
  gboolean new_item;
  char    *apart_code; /* item: what the column is where another has this item; nullable */
  char    *apart_title;
} MerColumnProposal;

/* (transfer full): a proposal of that code, `similarity` 0…100. */
MerColumnProposal *mer_column_proposal_new (const char *code,
                                            const char *title,
                                            guint       similarity);
void               mer_column_proposal_free (MerColumnProposal *self);
/* Adds a proposal; of two for the same code the more alike stays. Takes it. */
void mer_column_propose (GPtrArray         *proposals,
                         MerColumnProposal *proposal);

/* --- wordings of one set: questions, or the items of one place ------------------ */
typedef struct _MerWordingSet MerWordingSet;
MerWordingSet                *mer_wording_set_new (void);
void                          mer_wording_set_free (MerWordingSet *self);
/* `index` is the caller's; one may have several wordings. */
void mer_wording_set_add (MerWordingSet *self,
                          guint          index,
                          const char    *text);
/* The best likeness of each index: (element-type guint), as long as the largest index + 1. */
GArray *mer_wording_set_compare (MerWordingSet    *self,
                                 const MerWording *header);

/* --- columns known by their words ------------------------------------------------ */
/* Proposes organization, date, respondent, comment and, for a registry, its own columns.
 * `methodology` may know further wordings; nullable. */
void mer_column_words_propose (MerBatchKind          kind,
                               const MerMethodology *methodology,
                               const MerWording     *header,
                               GPtrArray            *proposals);
/* Whether a key (mer_header_key()) is a known wording of a code. */
gboolean mer_column_words_is (MerBatchKind kind,
                              const char  *code,
                              const char  *key);
/* What a code is called, NULL when the code is none of these. In the user's language. */
const char *mer_column_words_title (MerBatchKind kind,
                                    const char  *code);

/* --- questions --------------------------------------------------------------------- */
typedef struct _MerQuestionRecognizer MerQuestionRecognizer;

/* (transfer full): knows the wordings of all questions; the methodology must outlive it. */
MerQuestionRecognizer *mer_question_recognizer_new (const MerMethodology *methodology);

void mer_question_recognizer_free (MerQuestionRecognizer *self);

/* Proposes what a header may ask. Where its words alone leave that open, its explanation in
 * brackets or behind a colon may confirm what they suggest, never bring in another question. */
void mer_question_recognizer_propose (MerQuestionRecognizer *self,
                                      const char            *header,
                                      GPtrArray             *proposals);

/* (transfer none): the short text of a question, or the whole where it has none. */
const char *mer_question_title (const MerQuestion *question);

/* --- checklist items ---------------------------------------------------------------- */
typedef struct _MerItemRecognizer MerItemRecognizer;

/* (transfer full): `items` (element-type MerCycleItem) (nullable) are the cycle's list; the
 * methodology must outlive it. */
MerItemRecognizer *mer_item_recognizer_new (const MerMethodology *methodology,
                                            GPtrArray            *items);

void mer_item_recognizer_free (MerItemRecognizer *self);

/* `bracketed`: other columns of the table name their items in brackets. */
void mer_item_recognizer_propose (MerItemRecognizer *self,
                                  const char        *header,
                                  gboolean           bracketed,
                                  GPtrArray         *proposals);
/* What a code "place/item" is called: (transfer full), NULL when there is no such place. An item
 * that the place does not have is a new one with this text. */
char *mer_item_recognizer_title (MerItemRecognizer *self,
                                 const char        *code,
                                 int               *item,
                                 gboolean          *new_item);

/* --- ready counts, values, facts, recipients ---------------------------------------- */
/* Proposes what a header of these tables may be besides what its words alone tell: "q5.asked",
 * "1.1", "K1", "S". `questions` is of ready counts only. */
void mer_evidence_columns_propose (const MerRecognitionRequest *request,
                                   MerQuestionRecognizer       *questions,
                                   const char                  *header,
                                   GPtrArray                   *proposals);
/* What such a code is called: (transfer full), NULL when it is none. */
char *mer_evidence_columns_title (MerBatchKind          kind,
                                  const MerMethodology *methodology,
                                  const char           *code);
/* All such codes of a kind, beside those that are known by their words: (transfer full). */
GStrv mer_evidence_columns_codes (MerBatchKind          kind,
                                  const MerMethodology *methodology);
/* Adds the titles of required columns that `columns` (of MerImportColumn) lack. */
void mer_evidence_columns_find_missing (const MerRecognitionRequest *request,
                                        const GPtrArray             *columns,
                                        GStrvBuilder                *missing);
/* How many columns make sure that a table is of such a kind; 0 when it is not certain. */
guint mer_evidence_columns_weigh (const MerRecognition *recognition,
                                  gboolean              has_registry);
/* The question that a cell means, by code, wording or, where certain, likeness; −1 none. */
int mer_evidence_find_question (MerQuestionRecognizer *questions,
                                const MerMethodology  *methodology,
                                const char            *text);

/* --- settling ----------------------------------------------------------------------- */
/* Decides the state of each column from `proposals` (one array a column, or NULL where the
 * column was given by hand and stands already). */
void mer_columns_settle (GPtrArray *columns,
                         GPtrArray *proposals);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerColumnProposal, mer_column_proposal_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerWordingSet, mer_wording_set_free)

G_END_DECLS
