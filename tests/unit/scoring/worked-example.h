/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scoring/mer-score-table.h"

G_BEGIN_DECLS

/* Three invented organizations whose scores were worked out by hand: A with everything, B
 * without disabled respondents, C without users of stands and of remote contact. */
typedef struct
{
  MerMethodology *methodology;
  GPtrArray      *organizations; /* ids 1 … */
  GPtrArray      *items;
  GPtrArray      *evidence;
} Example;

/* What one organization has: present (in halves) of required, and answers. */
typedef struct
{
  const char *name;
  guint       stand_halves, stand_required, site_halves, site_required;
  guint       remote, comfort, equipment, conditions;
  guint       n;
  guint       used[4];      /* stands, site, disability, remote contact */
  guint       satisfied[4]; /* of these */
  guint       yes[6];       /* q5, q8, q9, q12, q13, q14 */
} Figures;

/* The federal edition without organizations. */
Example *example_new_empty (void);
/* With A, B and C. */
Example *example_new (void);
void     example_free (Example *self);
/* Adds an organization with questionnaires (n > 0) and a checklist. */
MerEvidence *example_add (Example       *self,
                          const Figures *figures);
/* Sets "key=value key=value …" in the methodology. */
void           example_set (Example    *self,
                            const char *policies);
MerScoreTable *example_score (Example *self);

/* The score of a code, "S" and criteria included. */
const MerScore *example_find (const MerScoreTable *table,
                              gint64               organization_id,
                              const char          *code);
/* Its value with so many places, "—" where undefined: (transfer full). */
char *example_text (const MerScoreTable *table,
                    gint64               organization_id,
                    const char          *code,
                    guint                decimals);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Example, example_free)

G_END_DECLS
