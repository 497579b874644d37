/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "methodology/mer-methodology.h"

G_BEGIN_DECLS

/* A methodology with empty lists, for the reader to fill before anybody else sees it. */
MerMethodology *mer_methodology_new (void);
MerOption      *mer_option_new (void);
MerQuestion    *mer_question_new (void);
MerColumn      *mer_column_new (void);
MerItem        *mer_item_new (void);
MerPlace       *mer_place_new (void);
MerIndicator   *mer_indicator_new (void);
MerCalculated  *mer_calculated_new (void);
MerCriterion   *mer_criterion_new (void);
MerBand        *mer_band_new (void);

/* (transfer full): an empty list that frees its criteria. */
GPtrArray *mer_methodology_new_criteria (void);
/* After a change of policy council.criteria from `before`: scales all weights of criteria alike
 * so that those that are counted add up to the maximum again. */
gboolean mer_methodology_settle_council (const MerMethodology *before,
                                         MerMethodology       *self,
                                         GError              **error);
/* Deep copies, their references included (indices). */
MerOption     *mer_option_copy (const MerOption *self);
MerQuestion   *mer_question_copy (const MerQuestion *self);
MerItem       *mer_item_copy (const MerItem *self);
MerPlace      *mer_place_copy (const MerPlace *self);
MerIndicator  *mer_indicator_copy (const MerIndicator *self);
MerCalculated *mer_calculated_copy (const MerCalculated *self);
MerCriterion  *mer_criterion_copy (const MerCriterion *self);
MerBand       *mer_band_copy (const MerBand *self);
MerColumn     *mer_column_copy (const MerColumn *self);
/* A copy that shares the lists of parts; and one all of whose parts may be changed. */
MerMethodology *mer_methodology_copy (const MerMethodology *self);
MerMethodology *mer_methodology_thaw (const MerMethodology *self);

/* Words of the base of a share as XML has them, by #MerBase; NULL where there is none. */
extern const char *const mer_base_words[];

/* An exact number that XML can hold: FALSE for all others. The caller clears *number. */
gboolean mer_methodology_parse_number (const char  *text,
                                       MerRational *number);
/* Whether a number that was calculated can be written. */
gboolean mer_methodology_can_hold (const MerRational *number);

/* Tells of an indicator whether it may be without a base, from what it measures. */
void mer_indicator_settle (MerIndicator *self);

/* Gives every policy that is not set yet its default. */
void mer_methodology_complete_policies (MerMethodology *self);

/* What readers of data can bear. */
#define MER_MAX_QUESTIONS 64 /* as many as a block of answers holds */
#define MER_MAX_PLACES 50
#define MER_MAX_OPTIONS (MER_ANSWER_MAX_CODES - MER_ANSWER_FIRST_OPTION)
#define MER_MAX_TEXT 2000 /* characters of a text */
#define MER_MAX_CODE 48
#define MER_MAX_SYMBOL 16

/* Parses hostile XML into a tree: no network, no DTD, no entities. */
xmlDoc *mer_methodology_parse_tree (const char *text,
                                    gsize       length,
                                    const char *name,
                                    GError    **error);
/* Holds a tree against data/methodologies/methodology.rng. A draft may leave out or empty what
 * the schema asks for at least one of. */
gboolean mer_methodology_validate_tree (xmlDoc     *tree,
                                        const char *name,
                                        gboolean    is_draft,
                                        GError    **error);

/* Why a tree does not fit that schema: (transfer full) (nullable) a sentence, and its line. */
char *mer_methodology_find_stumble (xmlDoc *tree,
                                    long   *line);

/* Data compiled into the program, "methodology.rng" or an edition: (transfer full). */
GBytes *mer_methodology_data (const char *file_name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

G_END_DECLS
