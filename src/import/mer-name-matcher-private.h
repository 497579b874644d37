/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-name-matcher.h"

G_BEGIN_DECLS

/* A name as it is compared. */
typedef struct
{
  char   *key;     /* folded */
  char   *numbers; /* digits in it, runs separated by spaces */
  guint64 pairs;   /* which pairs of letters it has without its legal form, hashed */
} MerMatchSpelling;

typedef struct _MerMatchTarget
{
  gint64                  id;    /* 0: to be created; then only the document's thread touches it */
  gboolean                fresh; /* not of the registry as it was read */
  char                   *name;
  MerMatchSpelling        spelling;  /* of the name */
  MerMatchSpelling        full_name; /* key is NULL where it has none */
  struct _MerMatchTarget *other;     /* ambiguous: the next one that has the same key */
} MerMatchTarget;

struct _MerNameMatcher
{
  MerDocument *doc;
  gboolean     create;
  GPtrArray   *targets;     /* of MerMatchTarget: the registry, then what is created */
  GPtrArray   *ambiguities; /* of MerMatchTarget: heads of chains */
  GHashTable  *by_key;      /* folded name → MerMatchTarget */
  GHashTable  *by_inn;      /* INN → MerMatchTarget */
  GHashTable  *by_id;       /* gint64* → MerMatchTarget */
  GHashTable  *spellings;   /* exact spelling of a source name → MerMatchTarget, or SKIPPED */
  GHashTable  *aliases;     /* folded keys that only such spellings have */
  GHashTable  *decisions;   /* folded name → MerMatchTarget, SKIPPED or CREATED */
  GPtrArray   *matches;     /* of MerNameMatch */
  GHashTable  *by_text;     /* cleaned text → MerNameMatch */
  guint        n_created;
  guint64      n_pairs_of_names; /* by mer_name_matcher_suggest() */
  guint        n_comparisons;
};

/* In place of a target: the name belongs to no organization. */
extern MerMatchTarget mer_match_skipped;

void mer_match_spelling_init (MerMatchSpelling *self,
                              const char       *name);
void mer_match_spelling_clear (MerMatchSpelling *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MerMatchSpelling, mer_match_spelling_clear)
/* Whom a name means without any decision: NULL, a target or the head of a chain, or
 * &mer_match_skipped. */
MerMatchTarget *mer_match_find_target (MerNameMatcher *self,
                                       const char     *name,
                                       const char     *key);

G_END_DECLS
