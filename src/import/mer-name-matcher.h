/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-import-scan.h"
#include "store/mer-document.h"

G_BEGIN_DECLS

typedef enum
{
  MER_MATCH_FOUND,     /* an organization of the registry */
  MER_MATCH_CREATE,    /* of none; mer_name_matcher_store() adds one */
  MER_MATCH_UNKNOWN,   /* of none, and none may be added */
  MER_MATCH_AMBIGUOUS, /* of several */
  MER_MATCH_SKIPPED,   /* the user said that this name belongs to none */
  MER_MATCH_EMPTY,     /* no letter or digit in the cell */
} MerMatchState;

/* One spelling of an organization as a file has it; lives as long as its matcher. */
typedef struct
{
  guint         index; /* 0, 1, … in order of first appearance */
  char         *name;  /* trimmed, inner spaces single */
  MerMatchState state;

  /* Counted by whoever reads the rows: all rows that name it, and, while it cannot be used, which
   * (mer_name_match_reject()). */
  guint64 n_rows;
  gint64  first_row;
  GArray *rejected; /* of gint64; NULL when there are none */

  /* Of the document's thread; 0 until mer_name_matcher_store(). */
  gint64 organization_id;
  gint64 source_id;

  struct _MerMatchTarget *target; /* private: shared by all spellings of one organization */
} MerNameMatch;

/**
 * MerNameMatcher:
 *
 * From a spelling in a file to an organization of the registry and to the source name under
 * which its answers are stored. Equal when mer_name_fold() makes them equal, over name, full name
 * and every spelling that files used before; a cell of 10 or 12 digits is an INN. Nothing is
 * guessed: what is merely alike is told, not used.
 *
 * Made and stored by the document's thread; mer_name_matcher_resolve() may run in one other
 * thread meanwhile, a match being handed over by a queue.
 */
typedef struct _MerNameMatcher MerNameMatcher;

/* (transfer full): reads the registry of `doc`, and keeps a reference; `create`: names that match
 * nobody are to become organizations. NULL and error when the registry cannot be read. */
MerNameMatcher *mer_name_matcher_new (MerDocument *doc,
                                      gboolean     create,
                                      GError     **error);
void            mer_name_matcher_free (MerNameMatcher *self);

/* Never NULL. The same spelling gives the same match. No access to the document. */
MerNameMatch *mer_name_matcher_resolve (MerNameMatcher *self,
                                        const char     *text,
                                        gsize           length);
/* Whether rows of this name can be imported. */
static inline gboolean
mer_name_match_is_usable (const MerNameMatch *match)
{
  return match->state <= MER_MATCH_CREATE;
}
/* Notes a row that cannot be imported because of its name. */
void mer_name_match_reject (MerNameMatch *match,
                            gint64        row);
/* Decides what a name means, before any is resolved; it holds for all spellings that are equal
 * when folded. FALSE and error when there is no such organization. */
gboolean mer_name_matcher_decide (MerNameMatcher        *self,
                                  const MerNameDecision *decision,
                                  GError               **error);
/* How a match came about, were nothing decided: whom it means, 0 nobody or several. */
typedef enum
{
  MER_MATCH_BY_NAME, /* name, full name or INN */
  MER_MATCH_BY_ALIAS,
} MerMatchGround;
gint64 mer_name_matcher_find (MerNameMatcher     *self,
                              const MerNameMatch *match,
                              MerMatchGround     *ground,
                              gboolean           *skipped);
/* The organizations whose names are most like a match's: (transfer full) (element-type
 * MerImportCandidate), at most `most`, best first; those that it fits equally come first with
 * 100. */
GPtrArray *mer_name_matcher_nearest (MerNameMatcher     *self,
                                     const MerNameMatch *match,
                                     guint               most);
/* Sets organization_id and source_id of a usable match, adding organization and source name
 * where they are not there yet; does nothing the second time. Action under way; document's
 * thread. */
gboolean mer_name_matcher_store (MerNameMatcher *self,
                                 MerNameMatch   *match,
                                 GError        **error);

/* The same for one that is to be skipped: remembered, so that the next file skips it too. */
gboolean mer_name_matcher_store_skipped (MerNameMatcher *self,
                                         MerNameMatch   *match,
                                         GError        **error);

/* All spellings met so far: (transfer none) (element-type MerNameMatch), by index. */
GPtrArray *mer_name_matcher_matches (MerNameMatcher *self);
/* Organizations that mer_name_matcher_store() has added. */
guint mer_name_matcher_n_created (MerNameMatcher *self);
/* The registry's name most like a match's: (transfer full), NULL when none is near.
 * Names with different numbers are never near. */
char *mer_name_matcher_suggest (MerNameMatcher     *self,
                                const MerNameMatch *match);
/* The names that an ambiguous match fits, «A», «B»: (transfer full). */
char *mer_name_matcher_candidates (MerNameMatcher     *self,
                                   const MerNameMatch *match);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerNameMatcher, mer_name_matcher_free)

G_END_DECLS
