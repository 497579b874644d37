/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "methodology/mer-methodology-edit.h"

G_BEGIN_DECLS

/* The rules as trees of rows. A row is named by the path of its part (mer-methodology-edit.h);
 * rows that are no parts of their own are "policy:KEY", a reading of the rules, and "group:NAME",
 * a heading. */

typedef enum
{
  MER_OUTLINE_CRITERIA,
  MER_OUTLINE_QUESTIONS,
  MER_OUTLINE_CHECKLISTS,
  MER_OUTLINE_RULES,
  MER_N_OUTLINES,
} MerOutline;

/* Rows below a row, or (NULL) the first ones: (transfer full), never NULL. */
GStrv mer_outline_children (const MerMethodology *methodology,
                            MerOutline            outline,
                            const char           *row);
/* Whether there may be rows below such a row, even where there is none now. */
gboolean mer_outline_may_have_children (const char *row);
/* What it stands below: (transfer full) (nullable). */
char *mer_outline_parent (const MerMethodology *methodology,
                          const char           *row);
/* In which tree a row stands. */
MerOutline mer_outline_of (const char *row);
/* The row on which a property of a part is edited: (transfer full). */
char *mer_outline_row_of (const char *path,
                          const char *property);
/* Whether the row is a part that can be moved, copied, removed. */
gboolean mer_outline_is_part (const char *row);
/* The key of the policy that the row is, or NULL. */
const char *mer_outline_policy (const char *row);

/* What cells say: (transfer full), "" where there is nothing to say. */
char *mer_outline_code (const MerMethodology *methodology,
                        const char           *row);
char *mer_outline_name (const MerMethodology *methodology,
                        const char           *row);
/* In full, where the name in the tree is a short one. */
char *mer_outline_full_name (const MerMethodology *methodology,
                             const char           *row);
char *mer_outline_weight (const MerMethodology *methodology,
                          const char           *row);
/* What it is: reading in force, kinds of organizations, what an answer counts as. */
char *mer_outline_value (const MerMethodology *methodology,
                         const char           *row);
/* The weights so far, "1,0✓" or what is missing at the last one; *is_wrong when it is. */
char *mer_outline_sum (const MerMethodology *methodology,
                       const char           *row,
                       gboolean             *is_wrong);
/* An exact number, as typed ("0.3", "1/5"), in the user's decimal mark: (transfer full). */
char *mer_outline_number (const char *text);

/* Where a part goes: owner (transfer full) and position as mer_methodology_move() takes them;
 * FALSE when it would stay where it is. */
gboolean mer_outline_move_by (const MerMethodology *methodology,
                              const char           *row,
                              int                   delta,
                              char                **owner,
                              guint                *position);
gboolean mer_outline_move_to (const MerMethodology *methodology,
                              const char           *row,
                              const char           *target,
                              gboolean              behind,
                              char                **owner,
                              guint                *position);
/* What stands under a row that only holds others: (transfer none) (nullable). */
const char *mer_outline_about (const char *row);

G_END_DECLS
