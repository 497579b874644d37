/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What checks of rules have to say. */

#include "config.h"

#include "cycle/mer-rule-note.h"

MerRuleNote *
mer_rule_note_new (const char     *rule,
                   MerRuleSeverity severity,
                   const char     *page,
                   const char     *kind,
                   gint64          id,
                   char           *text)
{
  MerRuleNote *self = g_new0 (MerRuleNote, 1);

  self->rule = rule;
  self->severity = severity;
  self->page = page;
  self->kind = kind;
  self->id = id;
  self->text = text;
  return self;
}

void
mer_rule_note_free (MerRuleNote *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self);
}

GPtrArray *
mer_rule_notes_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) mer_rule_note_free);
}
