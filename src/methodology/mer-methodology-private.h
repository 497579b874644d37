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

/* Gives every policy that is not set yet its default. */
void mer_methodology_complete_policies (MerMethodology *self);

/* What contradicts itself, as a sentence (transfer full), with the part of the model
 * that it is about in *part; NULL when all is well. */
char *mer_methodology_check (const MerMethodology *self,
                             gconstpointer        *part);

/* Parses hostile XML into a tree: no network, no DTD, no entities. */
xmlDoc *mer_methodology_parse_tree (const char *text,
                                    gsize       length,
                                    const char *name,
                                    GError    **error);
/* Holds a tree against data/methodologies/methodology.rng. */
gboolean mer_methodology_validate_tree (xmlDoc     *tree,
                                        const char *name,
                                        GError    **error);

/* Data compiled into the program, "methodology.rng" or an edition: (transfer full). */
GBytes *mer_methodology_data (const char *file_name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

G_END_DECLS
