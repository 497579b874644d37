/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a check of rules has to say: a rule that is broken, or something that wants a look. */
typedef enum
{
  MER_RULE_NOTE,    /* worth knowing */
  MER_RULE_WARNING, /* broken, or about to be */
} MerRuleSeverity;

typedef struct
{
  const char     *rule; /* static: "work.years"; what tests and scripts go by */
  MerRuleSeverity severity;
  char           *text; /* a sentence in the language of core/mer-spoken.h, with the figures */
  const char     *page; /* static: where it is mended: id of a page; nullable */
  const char     *kind; /* static: id of the kind of record, or "organization"; nullable */
  gint64          id;   /* of that record; 0: of none */
} MerRuleNote;

/* Takes the text. (transfer full) */
MerRuleNote *mer_rule_note_new (const char     *rule,
                                MerRuleSeverity severity,
                                const char     *page,
                                const char     *kind,
                                gint64          id,
                                char           *text);
void         mer_rule_note_free (MerRuleNote *self);
/* (transfer full): an empty array that frees its notes. */
GPtrArray *mer_rule_notes_new (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerRuleNote, mer_rule_note_free)

G_END_DECLS
