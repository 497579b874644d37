/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The code of a row: whose item it is, and short stamps of what its cells had when the form went
 * out. By these it is known who changed what since: the organization, the department, or both. */

#include "config.h"

#include <string.h>

#include "app/mer-plan-form-private.h"
#include "core/mer-name.h"

#define FIRST MER_FORM_PROBLEM
#define LAST MER_FORM_SHARE
#define STAMP_BYTES 3
#define STAMP_LENGTH 4 /* of so many bytes in base 64 */
#define STAMPS_LENGTH ((LAST - FIRST + 1) * STAMP_LENGTH)

/* What a reader takes for the same has the same stamp. */
static char *
stamp_new (const char *text)
{
  g_autofree char *folded = mer_name_fold (text != NULL ? text : "", -1);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize  length = sizeof digest;

  g_checksum_update (sum, (const guchar *) folded, -1);
  g_checksum_get_digest (sum, digest, &length);
  return g_base64_encode (digest, STAMP_BYTES);
}

char *
mer_form_share_text (gint64 share)
{
  return share >= 0 ? g_strdup_printf ("%d", (int) share) : NULL;
}

char *
mer_form_code_new (const MerPlanItem *item)
{
  g_autofree char *share = mer_form_share_text (item->share);
  const char      *values[] = {
         [MER_FORM_PROBLEM - FIRST] = item->problem,
         [MER_FORM_MEASURE -
      FIRST] = item->measure,
         [MER_FORM_DEADLINE -
      FIRST] = item->deadline,
         [MER_FORM_PERSON -
      FIRST] = item->person,
         [MER_FORM_POST -
      FIRST] = item->post,
         [MER_FORM_TAKEN -
      FIRST] = item->taken,
         [MER_FORM_DONE -
      FIRST] = item->done_on,
         [MER_FORM_EVIDENCE -
      FIRST] = item->evidence,
         [MER_FORM_SHARE -
      FIRST] = share,
  };
  GString *code = g_string_new (NULL);

  g_string_printf (code, "M%" G_GINT64_FORMAT ":", item->record.id);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *stamp = stamp_new (values[i]);

      g_string_append (code, stamp);
    }
  return g_string_free (code, FALSE);
}

gint64
mer_form_take_code (MerFormRow *row)
{
  char  *code = row->cells[MER_FORM_CODE];
  char  *stamps = strchr (code, ':');
  gint64 id = 0;

  if (stamps != NULL)
    {
      *stamps++ = '\0';
      row->stamps = strlen (stamps) == STAMPS_LENGTH ? stamps : NULL;
    }
  /* «М» is easily typed in Russian, and a spreadsheet may have made a number of it */
  if (g_str_has_prefix (code, "М") || g_str_has_prefix (code, "м"))
    code += strlen ("М");
  else if (*code == 'M' || *code == 'm')
    code++;
  while (*code == ' ')
    code++;
  return g_ascii_string_to_signed (code, 10, 1, G_MAXINT32, &id, NULL) ? id : 0;
}

static gboolean
has_stamp (const MerFormRow *row,
           MerFormColumn     column,
           const char       *value)
{
  g_autofree char *stamp = stamp_new (value);

  return strncmp (row->stamps + (column - FIRST) * STAMP_LENGTH, stamp, STAMP_LENGTH) == 0;
}

gboolean
mer_form_is_as_sent (const MerFormRow *row,
                     MerFormColumn     column,
                     const char       *value)
{
  return row->stamps != NULL && has_stamp (row, column, value);
}

gboolean
mer_form_is_recorded_since (const MerFormRow *row,
                            MerFormColumn     column,
                            const char       *recorded,
                            const char       *was)
{
  if (row->stamps != NULL)
    return !has_stamp (row, column, recorded);
  return !mer_form_same_text (was, recorded);
}
