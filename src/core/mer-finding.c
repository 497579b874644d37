/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings and proposals as plain values. */
#include "config.h"

#include "core/mer-finding.h"

static const char *const kind_codes[MER_N_FINDING_KINDS] = { "finding", "proposal" };

MerFinding *
mer_finding_new (MerFindingKind kind,
                 const char    *text)
{
  MerFinding *self = g_new0 (MerFinding, 1);

  self->kind = kind;
  self->text = g_strdup (text);
  return self;
}

MerFinding *
mer_finding_copy (const MerFinding *self)
{
  MerFinding *copy = g_memdup2 (self, sizeof *self);

  copy->criterion = g_strdup (self->criterion);
  copy->text = g_strdup (self->text);
  return copy;
}

void
mer_finding_free (MerFinding *self)
{
  if (self == NULL)
    return;
  g_free (self->criterion);
  g_free (self->text);
  g_free (self);
}

const char *
mer_finding_kind_to_code (MerFindingKind kind)
{
  g_return_val_if_fail ((guint) kind < MER_N_FINDING_KINDS, NULL);
  return kind_codes[kind];
}

gboolean
mer_finding_kind_from_code (const char     *code,
                            MerFindingKind *out)
{
  for (guint i = 0; code != NULL && i < MER_N_FINDING_KINDS; i++)
    {
      if (g_str_equal (kind_codes[i], code))
        {
          *out = (MerFindingKind) i;
          return TRUE;
        }
    }
  return FALSE;
}
