/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "methodology/mer-methodology.h"
#include "store/mer-document.h"

G_BEGIN_DECLS

/* Rules that are being edited, and the versions that were made of them. Writers need an action
 * under way. */

typedef struct
{
  gint64          cycle_id; /* 0: of the next cycle that is made */
  gint64          base_id;  /* the version in force when the edit began; 0: none */
  MerMethodology *methodology;
} MerRulesDraft;

void mer_rules_draft_free (MerRulesDraft *self);

/* (transfer full): *out is NULL when nothing is being edited. */
gboolean mer_store_find_draft (MerDocument    *doc,
                               gint64          cycle_id,
                               MerRulesDraft **out,
                               GError        **error);
/* Whether there is one, without reading it; FALSE too when that cannot be told. */
gboolean mer_store_has_draft (MerDocument *doc,
                              gint64       cycle_id);
/* Adds it, or replaces the one of its cycle; the version that one was begun from stays. */
gboolean mer_store_save_draft (MerDocument         *doc,
                               const MerRulesDraft *draft,
                               GError             **error);
/* NOT_FOUND when there is none. */
gboolean mer_store_delete_draft (MerDocument *doc,
                                 gint64       cycle_id,
                                 GError     **error);

typedef struct
{
  gint64 id;
  gint64 base_id;  /* the version that it was made of; 0: not known */
  gint64 added_at; /* seconds since the epoch, UTC */
  char  *reason;   /* nullable */
  char  *decision; /* of the council, in words; nullable */
  char  *sha256;   /* of its XML */
} MerRulesVersion;

void mer_rules_version_free (MerRulesVersion *self);
/* (element-type MerRulesVersion), oldest first. */
GPtrArray *mer_store_versions (MerDocument *doc,
                               GError     **error);
/* A new version; the id of its row, 0 on error. Of `note` base_id, reason and decision count. */
gint64 mer_store_add_version (MerDocument           *doc,
                              const MerMethodology  *methodology,
                              const MerRulesVersion *note,
                              GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerRulesDraft, mer_rules_draft_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerRulesVersion, mer_rules_version_free)

G_END_DECLS
