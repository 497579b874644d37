/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain structs by the table of their fields. */
#include "config.h"

#include "core/mer-struct.h"

#include <string.h>

int
mer_codes_find (const char *const *codes,
                const char        *code)
{
  for (int i = 0; code != NULL && codes[i] != NULL; i++)
    {
      if (g_str_equal (codes[i], code))
        return i;
    }
  return -1;
}

/* --- members ----------------------------------------------------------------------------- */

gboolean
mer_member_is_text (const MerMember *self)
{
  return self->type == MER_MEMBER_TYPE_TEXT || self->type == MER_MEMBER_TYPE_NOTE ||
         self->type == MER_MEMBER_TYPE_DAY;
}

static gconstpointer
member_of (const MerMember *self,
           gconstpointer    row)
{
  return (const guint8 *) row + self->offset;
}

static gboolean
is_narrow (const MerMember *self)
{
  return self->type == MER_MEMBER_TYPE_BOOL || self->type == MER_MEMBER_TYPE_CODE;
}

/**
 * mer_member_get_int:
 * @self: a field that is neither text nor a real number
 * @row: a row
 *
 * Returns: its value
 */
gint64
mer_member_get_int (const MerMember *self,
                    gconstpointer    row)
{
  g_return_val_if_fail (!mer_member_is_text (self) && self->type != MER_MEMBER_TYPE_REAL, 0);
  return is_narrow (self) ? *(const int *) member_of (self, row)
                          : *(const gint64 *) member_of (self, row);
}

double
mer_member_get_real (const MerMember *self,
                     gconstpointer    row)
{
  g_return_val_if_fail (self->type == MER_MEMBER_TYPE_REAL, 0);
  return *(const double *) member_of (self, row);
}

const char *
mer_member_get_text (const MerMember *self,
                     gconstpointer    row)
{
  g_return_val_if_fail (mer_member_is_text (self), NULL);
  return *(const char *const *) member_of (self, row);
}

const char *
mer_member_get_code (const MerMember *self,
                     gconstpointer    row)
{
  gint64 value = mer_member_get_int (self, row);

  g_return_val_if_fail (self->type == MER_MEMBER_TYPE_CODE, NULL);
  for (int i = 0; self->codes[i] != NULL; i++)
    {
      if (i == value)
        return self->codes[i];
    }
  return NULL;
}

void
mer_member_set_int (const MerMember *self,
                    gpointer         row,
                    gint64           value)
{
  g_return_if_fail (!mer_member_is_text (self) && self->type != MER_MEMBER_TYPE_REAL);
  if (is_narrow (self))
    G_STRUCT_MEMBER (int, row, self->offset) = (int) value;
  else
    G_STRUCT_MEMBER (gint64, row, self->offset) = value;
}

void
mer_member_set_real (const MerMember *self,
                     gpointer         row,
                     double           value)
{
  g_return_if_fail (self->type == MER_MEMBER_TYPE_REAL);
  G_STRUCT_MEMBER (double, row, self->offset) = value;
}

void
mer_member_take_text (const MerMember *self,
                      gpointer         row,
                      char            *value)
{
  g_return_if_fail (mer_member_is_text (self));
  g_free (G_STRUCT_MEMBER (char *, row, self->offset));
  G_STRUCT_MEMBER (char *, row, self->offset) = value;
}

/* --- rows -------------------------------------------------------------------------------- */

gpointer
mer_struct_new (const MerStruct *self)
{
  return g_malloc0 (self->size);
}

gpointer
mer_struct_copy (const MerStruct *self,
                 gconstpointer    row)
{
  gpointer copy = g_memdup2 (row, self->size);

  for (guint i = 0; i < self->n_fields; i++)
    {
      const MerMember *field = &self->fields[i];

      if (mer_member_is_text (field))
        G_STRUCT_MEMBER (char *, copy, field->offset) = g_strdup (mer_member_get_text (field, row));
    }
  return copy;
}

void
mer_struct_free (const MerStruct *self,
                 gpointer         row)
{
  for (guint i = 0; row != NULL && i < self->n_fields; i++)
    {
      if (mer_member_is_text (&self->fields[i]))
        mer_member_take_text (&self->fields[i], row, NULL);
    }
  g_free (row);
}

static gboolean
texts_equal (const MerMember *field,
             const char      *a,
             const char      *b)
{
  if (field->type != MER_MEMBER_TYPE_TEXT)
    return strcmp (a != NULL ? a : "", b != NULL ? b : "") == 0;
  return g_strcmp0 (a, b) == 0;
}

static gboolean
reals_equal (double a,
             double b)
{
  return memcmp (&a, &b, sizeof a) == 0;
}

static gboolean
fields_equal (const MerMember *field,
              gconstpointer    a,
              gconstpointer    b)
{
  if (mer_member_is_text (field))
    return texts_equal (field, mer_member_get_text (field, a), mer_member_get_text (field, b));
  if (field->type == MER_MEMBER_TYPE_REAL)
    return reals_equal (mer_member_get_real (field, a), mer_member_get_real (field, b));
  return mer_member_get_int (field, a) == mer_member_get_int (field, b);
}

gboolean
mer_struct_equal (const MerStruct *self,
                  gconstpointer    a,
                  gconstpointer    b)
{
  for (guint i = 0; i < self->n_fields; i++)
    {
      if (!fields_equal (&self->fields[i], a, b))
        return FALSE;
    }
  return TRUE;
}

const MerMember *
mer_struct_find (const MerStruct *self,
                 const char      *name)
{
  for (guint i = 0; i < self->n_fields; i++)
    {
      if (g_str_equal (self->fields[i].name, name))
        return &self->fields[i];
    }
  return NULL;
}
