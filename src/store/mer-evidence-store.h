/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-struct.h"
#include "methodology/mer-methodology.h"
#include "store/mer-document.h"

G_BEGIN_DECLS

/* Evidence besides answers and checklists: ready counts, the operator's values, facts. Readers
 * give what is of batches that were not removed; writers need an action under way. */

/* One line of a telephone poll or the like. */
typedef struct
{
  gint64 batch_id;
  gint64 source_id;       /* spelling of the organization */
  gint64 organization_id; /* 0: the spelling means nobody */
  char  *question;        /* code */
  gint64 asked;
  gint64 positive;
  gint64 row; /* in the file; 0: it was typed in */
} MerReadyCount;
void mer_ready_count_free (MerReadyCount *self);
/* element-type MerReadyCount, by batch, row and question; counted or not. */
GPtrArray *mer_store_ready_counts (MerDocument *doc,
                                   gint64       cycle_id,
                                   GError     **error);
/* INVALID when `positive` is more than `asked`, or a number is out of range. */
gboolean mer_store_add_ready_count (MerDocument         *doc,
                                    const MerReadyCount *count,
                                    GError             **error);

/* One value of the operator's: never used for scores. */
typedef struct
{
  gint64 batch_id;
  gint64 source_id;
  gint64 organization_id; /* 0: the spelling means nobody */
  char  *code;            /* of an indicator, a criterion, a calculated row, or "S" */
  char  *value;           /* decimal text with a point, as many places as were given */
  gint64 row;
} MerReadyValue;
extern const MerStruct mer_ready_value_struct;
void                   mer_ready_value_free (MerReadyValue *self);
/* element-type MerReadyValue, by batch, row and code; those typed in come last. */
GPtrArray *mer_store_ready_values (MerDocument *doc,
                                   gint64       cycle_id,
                                   GError     **error);
/* INVALID when the value is no decimal. */
gboolean mer_store_add_ready_value (MerDocument         *doc,
                                    const MerReadyValue *value,
                                    GError             **error);

/* A fact from an open source. */
typedef struct
{
  gint64 id;
  gint64 cycle_id;
  gint64 source_id;
  gint64 organization_id; /* 0: the spelling means nobody */
  gint64 batch_id;        /* 0: it was typed in */
  gint64 row;             /* in the file; 0: none */
  char  *day;             /* ISO 8601; nullable */
  char  *origin;          /* whose words: a newspaper, a site */
  char  *link;            /* nullable */
  char  *text;
} MerFact;
MerFact *mer_fact_copy (const MerFact *self);
void     mer_fact_free (MerFact *self);
/* element-type MerFact, in the order they came in. */
GPtrArray *mer_store_facts (MerDocument *doc,
                            gint64       cycle_id,
                            GError     **error);
/* Inserts when id is 0 (and sets it), else updates. INVALID without origin or text, or when the
 * day is none of the calendar. */
gboolean mer_store_save_fact (MerDocument *doc,
                              MerFact     *fact,
                              GError     **error);
gboolean mer_store_delete_fact (MerDocument *doc,
                                gint64       id,
                                GError     **error);
/* The spelling under which something typed in is stored: the organization's own name, where it
 * means no other. 0 on error. */
gint64 mer_store_typed_source (MerDocument *doc,
                               gint64       organization_id,
                               GError     **error);

/* Appends to `problems` (element-type utf8) a sentence for each such row that breaks a rule. */
gboolean mer_store_verify_evidence (MerDocument *doc,
                                    GPtrArray   *problems,
                                    GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerReadyCount, mer_ready_count_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerReadyValue, mer_ready_value_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerFact, mer_fact_free)

G_END_DECLS
