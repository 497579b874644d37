/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings and proposals as plain values. */
#include "config.h"

#include "core/mer-finding.h"

#include <glib/gi18n.h>

static const char *const kind_codes[MER_N_FINDING_KINDS + 1] = { "finding", "proposal" };

static const MerField fields[] = {
  MER_FIELD_ID (MerFinding, id),
  MER_FIELD_INT (MerFinding, cycle_id),
  MER_FIELD_INT (MerFinding, organization_id),
  MER_FIELD_CODE (MerFinding, kind, kind_codes),
  MER_FIELD_NOTE (MerFinding, criterion),
  MER_FIELD_TEXT (MerFinding, text, .required = N_("A finding needs a text.")),
                  MER_FIELD_REF (MerFinding, batch_id),
                  MER_FIELD_REF (MerFinding, row, .column = "file_row"),
                  MER_FIELD_INT (MerFinding, created_at),
  };

const MerRecord mer_finding_record = MER_RECORD (MerFinding, fields);

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
  return mer_record_copy (&mer_finding_record, self);
}

void
mer_finding_free (MerFinding *self)
{
  mer_record_free (&mer_finding_record, self);
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
