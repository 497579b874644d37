/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-finding.h"
#include "core/mer-language.h"
#include "methodology/mer-methodology.h"
#include "report/mer-blocks.h"
#include "store/mer-comment-set.h"
#include "store/mer-comment-store.h"

G_BEGIN_DECLS

/**
 * MerComments:
 *
 * The comments of a cycle with all that was decided about them: what both the window and the tool
 * show and write. Reference-counted and immutable; any thread.
 */
typedef struct
{
  MerCommentSet *set;
  GPtrArray     *notes;         /* of MerCommentNote */
  GPtrArray     *findings;      /* of MerFinding */
  GPtrArray     *organizations; /* of MerOrganization: the registry */
  GHashTable    *by_id;         /* of these */
  GHashTable    *marked;        /* comments that findings were made of */
} MerComments;

/* (transfer full): `set` (nullable) is taken over where it is still that of the cycle; else all
 * comments are read, which takes a while in a region. Thread of `doc`. */
MerComments *mer_comments_load (MerDocument   *doc,
                                gint64         cycle_id,
                                MerCommentSet *set,
                                GError       **error);
MerComments *mer_comments_ref (MerComments *self);
void         mer_comments_unref (MerComments *self);

const MerCommentNote *mer_comments_note (const MerComments     *self,
                                         const MerCommentEntry *entry);
MerCommentState       mer_comments_state (const MerComments     *self,
                                          const MerCommentEntry *entry);
/* (transfer none) (nullable) */
const char *mer_comments_theme (const MerComments     *self,
                                const MerCommentEntry *entry);
/* The organization's name; "" where the spelling means nobody. */
const char *mer_comments_organization (const MerComments *self,
                                       gint64             organization_id);
/* Whether a finding or a proposal was made of it. */
gboolean mer_comments_has_finding (const MerComments     *self,
                                   const MerCommentEntry *entry);
/* The text as it may leave the document: (transfer full), NULL when the comment is hidden. */
char *mer_comments_text (const MerComments     *self,
                         const MerCommentEntry *entry,
                         MerLanguage            language);
/* "2024-10-14T10:00:00", "2024-10-14" or "": (transfer full). */
char *mer_comment_date (const MerCommentEntry *entry);
/* (element-type utf8) (transfer full): themes in use and the starting ones, each once. */
GPtrArray *mer_comments_themes (const MerComments *self,
                                MerLanguage        language);
/* (transfer full): a finding made of a comment, not stored yet; `methodology` (nullable) is asked
 * for the criterion that the theme suggests. */
MerFinding *mer_comments_new_finding (const MerComments     *self,
                                      const MerCommentEntry *entry,
                                      gint64                 cycle_id,
                                      MerFindingKind         kind,
                                      const MerMethodology  *methodology,
                                      MerLanguage            language);
/* (transfer full): comments as a document of one table, without those that are hidden. `indices`
 * (element-type guint) are places in the set. */
MerBlocks *mer_comments_document (const MerComments *self,
                                  const GArray      *indices,
                                  MerLanguage        language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerComments, mer_comments_unref)

G_END_DECLS
