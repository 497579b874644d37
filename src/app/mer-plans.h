/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cycle/mer-plan-book.h"
#include "store/mer-record-store.h"

G_BEGIN_DECLS

/* Findings, recommendations and plans of improvement: what the window and `merilo-cli plan` do.
 * Writers need an action under way. */

/* Of whom something is done; a scope that is NULL means all of the cycle. */
typedef struct
{
  const gint64 *ids; /* of organizations */
  guint         n;
} MerPlanScope;
#define MER_PLANS_OF(id) (&(const MerPlanScope){ &(const gint64){ id }, 1 })
gboolean mer_plan_scope_has (const MerPlanScope *self,
                             gint64              organization);

/* All that a document has of a cycle (0: the latest), as of today: (transfer full). */
MerPlanBook *mer_plans_load (MerDocument *doc,
                             gint64       cycle_id,
                             GError     **error);

/* Only what the book is made of, as snapshots, which takes no time once they are there; a worker
 * may make the book of it. Cleared when it fails. */
gboolean mer_plans_gather (MerDocument  *doc,
                           gint64        cycle_id,
                           MerPlanFacts *facts,
                           GError      **error);
void     mer_plan_facts_clear (MerPlanFacts *self);

/* --- from results to a plan ------------------------------------------------------------------ */

/* Findings of the results: items that the checklist calls absent where the indicator is not at its
 * most, and shares of answers below `threshold` points (0: of none). What was found before is not
 * found again; a share that changed is put right. */
gboolean mer_plans_find (MerDocument        *doc,
                         gint64              cycle_id,
                         const MerPlanScope *scope,
                         guint               threshold,
                         guint              *n_added,
                         GError            **error);
/* A recommendation for each finding that has none yet. `sent`: ISO 8601, nullable. */
gboolean mer_plans_recommend (MerDocument        *doc,
                              gint64              cycle_id,
                              const MerPlanScope *scope,
                              const char         *sent,
                              guint              *n_added,
                              GError            **error);
/* The recommendations that have no such day yet were received on it. */
gboolean mer_plans_receive (MerDocument        *doc,
                            gint64              cycle_id,
                            const MerPlanScope *scope,
                            const char         *day,
                            guint              *n_changed,
                            GError            **error);

typedef struct
{
  guint n_plans; /* new ones, versions included */
  guint n_items;
} MerPlansMade;

/* A plan with an item for each finding and each other recommendation that has none yet; the
 * measure is that of the library which fits best. */
gboolean mer_plans_make (MerDocument        *doc,
                         gint64              cycle_id,
                         const MerPlanScope *scope,
                         MerPlansMade       *made,
                         GError            **error);
/* The municipal plan, which shows the items of all; made once. */
gboolean mer_plans_consolidate (MerDocument *doc,
                                gint64       cycle_id,
                                gint64      *plan_id,
                                GError     **error);
/* The measure of the library (element-type MerMeasureTaken) that fits a problem best: by the words
 * that both have, else the one that its criterion has for any problem: (transfer none)
 * (nullable). */
const MerMeasureTaken *mer_plans_suggest (const GPtrArray      *measures,
                                          const MerMethodology *methodology,
                                          const char           *criterion,
                                          const char           *problem);

/* --- changes --------------------------------------------------------------------------------- */

/* Stores items (element-type MerPlanItem), new ones with id 0. Where the plan is approved and what
 * was planned differs, a new version of the plan takes the change; the items then have the ids of
 * the new version. `n_versions` (nullable): how many were made. */
gboolean mer_plans_save_items (MerDocument     *doc,
                               const GPtrArray *items,
                               guint           *n_versions,
                               GError         **error);
gboolean mer_plans_delete_items (MerDocument  *doc,
                                 const gint64 *ids,
                                 guint         n,
                                 guint        *n_versions,
                                 GError      **error);
/* The measure of an item in the plans of other organizations, which get one where they have none;
 * left out where the same measure stands already. */
gboolean mer_plans_copy_items (MerDocument  *doc,
                               const gint64 *ids,
                               guint         n_ids,
                               const gint64 *organizations,
                               guint         n_organizations,
                               guint        *n_copied,
                               GError      **error);
/* A draft of the next version with all items, their marks and evidence; the old one stays. */
gboolean mer_plans_new_version (MerDocument *doc,
                                gint64       plan_id,
                                gint64      *new_id,
                                GError     **error);
/* The next step of the route. INVALID when the route does not lead there. `day`: ISO 8601;
 * `approver` nullable: post and name, as the form has them. */
gboolean mer_plans_set_state (MerDocument *doc,
                              gint64       plan_id,
                              MerPlanState state,
                              const char  *day,
                              const char  *approver,
                              GError     **error);
/* Whether it may by the settings of the book's cycle. */
gboolean mer_plans_may_become (const MerPlanBook *book,
                               const MerPlan     *plan,
                               MerPlanState       state);
/* The place that an address is of: that of the register of publications which has this host
 * already, else the only one that it could be. */
#define MER_PLACE_BY_ADDRESS (-1)
/* Where and when it was published; what the register awaits of it in that place is done then, in
 * other places it is still awaited. The plan keeps the first of several publications. `place`: a
 * MerPublicationPlace or MER_PLACE_BY_ADDRESS; INVALID when the address does not tell. `day`: ISO
 * 8601. */
gboolean mer_plans_publish (MerDocument *doc,
                            gint64       plan_id,
                            int          place,
                            const char  *day,
                            const char  *link,
                            GError     **error);
/* Whether the register awaits its publication anywhere. */
gboolean mer_plans_is_awaited (MerDocument   *doc,
                               const MerPlan *plan);

G_END_DECLS
