/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings and proposals as plain values. */
#include "config.h"

#include "core/mer-finding.h"

#include <glib/gi18n.h>

static const char *const kind_codes[MER_N_FINDING_KINDS + 1] = { "finding", "proposal" };

static const MerMember fields[] = {
  MER_MEMBER_ID (MerFinding, id),
  MER_MEMBER_INT (MerFinding, cycle_id),
  MER_MEMBER_INT (MerFinding, organization_id),
  MER_MEMBER_CODE (MerFinding, kind, kind_codes),
  MER_MEMBER_NOTE (MerFinding, criterion),
  MER_MEMBER_TEXT (MerFinding, text, .required = N_("A finding needs a text.")),
                   MER_MEMBER_REF (MerFinding, batch_id),
                   MER_MEMBER_REF (MerFinding, row, .column = "file_row"),
                   MER_MEMBER_INT (MerFinding, created_at),
  };

const MerStruct mer_finding_struct = MER_STRUCT (MerFinding, fields);

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
  return mer_struct_copy (&mer_finding_struct, self);
}

void
mer_finding_free (MerFinding *self)
{
  mer_struct_free (&mer_finding_struct, self);
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
  int kind = mer_codes_find (kind_codes, code);

  if (kind < 0)
    return FALSE;
  *out = (MerFindingKind) kind;
  return TRUE;
}
