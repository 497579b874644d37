/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-batch.h"
#include "core/mer-cycle.h"
#include "core/mer-evidence.h"
#include "core/mer-organization.h"
#include "methodology/mer-methodology.h"
#include "store/mer-document.h"

G_BEGIN_DECLS

/* Rows of the registry and of cycles. Readers return NULL and error only when the
 * file cannot be read; an empty list is an empty array. Writers need an action
 * under way (mer_document_begin()). */

/* --- organizations; arrays of MerOrganization in sort-key order ----------- */
GPtrArray *mer_store_organizations (MerDocument *doc,
                                    GError     **error);
/* How many are in this state, without reading them. */
gboolean mer_store_count_organizations (MerDocument         *doc,
                                        MerOrganizationState state,
                                        gint64              *n,
                                        GError             **error);
/* Inserts when id is 0 (and sets it), else updates. */
gboolean mer_store_save_organization (MerDocument     *doc,
                                      MerOrganization *organization,
                                      GError         **error);
/* INVALID when answers or marks refer to it. */
gboolean mer_store_delete_organization (MerDocument *doc,
                                        gint64       id,
                                        GError     **error);
/* Spellings that files used: element-type utf8. */
GPtrArray *mer_store_aliases (MerDocument *doc,
                              gint64       organization_id,
                              GError     **error);

/* --- source names: a spelling in files → organization --------------------- */
typedef struct
{
  gint64 id;
  char  *name;            /* as spelled in the file */
  gint64 organization_id; /* 0: skipped, belongs to none */
} MerSourceName;
void       mer_source_name_free (MerSourceName *self);
GPtrArray *mer_store_source_names (MerDocument *doc,
                                   GError     **error);
/* Finds the very spelling or adds it. Returns its id, 0 on error. */
gint64 mer_store_source_name_id (MerDocument *doc,
                                 const char  *name,
                                 gint64       organization_id,
                                 GError     **error);
/* Corrects a match: all answers and marks under that spelling follow. 0: nobody. */
gboolean mer_store_set_source_organization (MerDocument *doc,
                                            gint64       source_id,
                                            gint64       organization_id,
                                            GError     **error);

/* --- the user's own groups of organizations -------------------------------- */
typedef struct
{
  gint64  id;
  char   *name;
  GArray *members; /* of gint64 organization ids, ascending */
} MerGroup;
void       mer_group_free (MerGroup *self);
GPtrArray *mer_store_groups (MerDocument *doc,
                             GError     **error);
gboolean   mer_store_save_group (MerDocument *doc,
                                 MerGroup    *group,
                                 GError     **error);
gboolean   mer_store_delete_group (MerDocument *doc,
                                   gint64       id,
                                   GError     **error);

/* --- methodology versions: immutable rows ---------------------------------- */
gint64          mer_store_add_methodology (MerDocument          *doc,
                                           const MerMethodology *methodology,
                                           const char           *reason,
                                           GError              **error);
MerMethodology *mer_store_methodology (MerDocument *doc,
                                       gint64       id,
                                       GError     **error);
/* The version that the next cycle is bound to: that of the latest cycle, else the newest; 0 when
 * there is none. */
gint64 mer_store_latest_methodology_id (MerDocument *doc);

/* --- cycles ----------------------------------------------------------------- */
GPtrArray *mer_store_cycles (MerDocument *doc,
                             GError     **error); /* oldest first */
gboolean   mer_store_save_cycle (MerDocument *doc,
                                 MerCycle    *cycle,
                                 GError     **error);
/* id 0: the latest. NOT_FOUND when there is none. */
MerCycle *mer_store_cycle (MerDocument *doc,
                           gint64       id,
                           GError     **error);
/* As mer_store_cycle(), but that there is none yet (id 0) is no error: TRUE, `out` NULL. */
gboolean mer_store_find_cycle (MerDocument *doc,
                               gint64       id,
                               MerCycle   **out,
                               GError     **error);
/* element-type MerCycleMember */
GPtrArray *mer_store_members (MerDocument *doc,
                              gint64       cycle_id,
                              GError     **error);
gboolean   mer_store_save_member (MerDocument          *doc,
                                  gint64                cycle_id,
                                  const MerCycleMember *member,
                                  GError              **error);
/* Only whether it is chosen, as a pilot, and why. */
gboolean mer_store_save_choice (MerDocument          *doc,
                                gint64                cycle_id,
                                const MerCycleMember *member,
                                GError              **error);
/* Who was assessed when, in cycles and before them: element-type MerAssessed. */
GArray *mer_store_assessed (MerDocument *doc,
                            GError     **error);

/* --- checklist items of a cycle: element-type MerCycleItem ------------------- */
GPtrArray *mer_store_items (MerDocument *doc,
                            gint64       cycle_id,
                            GError     **error);
/* Adds the items of the cycle's methodology that are not there yet. */
gboolean mer_store_ensure_items (MerDocument          *doc,
                                 gint64                cycle_id,
                                 const MerMethodology *methodology,
                                 GError              **error);
gboolean mer_store_add_item (MerDocument  *doc,
                             gint64        cycle_id,
                             MerCycleItem *item,
                             GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerSourceName, mer_source_name_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerGroup, mer_group_free)

G_END_DECLS
