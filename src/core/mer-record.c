/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain structs by the table of their fields. */
#include "config.h"

#include "core/mer-record.h"

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
mer_field_is_text (const MerField *self)
{
  return self->type == MER_FIELD_TYPE_TEXT || self->type == MER_FIELD_TYPE_NOTE ||
         self->type == MER_FIELD_TYPE_DAY;
}

static gconstpointer
member_of (const MerField *self,
           gconstpointer   row)
{
  return (const guint8 *) row + self->offset;
}

static gboolean
is_narrow (const MerField *self)
{
  return self->type == MER_FIELD_TYPE_BOOL || self->type == MER_FIELD_TYPE_CODE;
}

/**
 * mer_field_get_int:
 * @self: a field that is neither text nor a real number
 * @row: a row
 *
 * Returns: its value
 */
gint64
mer_field_get_int (const MerField *self,
                   gconstpointer   row)
{
  g_return_val_if_fail (!mer_field_is_text (self) && self->type != MER_FIELD_TYPE_REAL, 0);
  return is_narrow (self) ? *(const int *) member_of (self, row)
                          : *(const gint64 *) member_of (self, row);
}

double
mer_field_get_real (const MerField *self,
                    gconstpointer   row)
{
  g_return_val_if_fail (self->type == MER_FIELD_TYPE_REAL, 0);
  return *(const double *) member_of (self, row);
}

const char *
mer_field_get_text (const MerField *self,
                    gconstpointer   row)
{
  g_return_val_if_fail (mer_field_is_text (self), NULL);
  return *(const char *const *) member_of (self, row);
}

const char *
mer_field_get_code (const MerField *self,
                    gconstpointer   row)
{
  gint64 value = mer_field_get_int (self, row);

  g_return_val_if_fail (self->type == MER_FIELD_TYPE_CODE, NULL);
  for (int i = 0; self->codes[i] != NULL; i++)
    {
      if (i == value)
        return self->codes[i];
    }
  return NULL;
}

void
mer_field_set_int (const MerField *self,
                   gpointer        row,
                   gint64          value)
{
  g_return_if_fail (!mer_field_is_text (self) && self->type != MER_FIELD_TYPE_REAL);
  if (is_narrow (self))
    G_STRUCT_MEMBER (int, row, self->offset) = (int) value;
  else
    G_STRUCT_MEMBER (gint64, row, self->offset) = value;
}

void
mer_field_set_real (const MerField *self,
                    gpointer        row,
                    double          value)
{
  g_return_if_fail (self->type == MER_FIELD_TYPE_REAL);
  G_STRUCT_MEMBER (double, row, self->offset) = value;
}

void
mer_field_take_text (const MerField *self,
                     gpointer        row,
                     char           *value)
{
  g_return_if_fail (mer_field_is_text (self));
  g_free (G_STRUCT_MEMBER (char *, row, self->offset));
  G_STRUCT_MEMBER (char *, row, self->offset) = value;
}

/* --- rows -------------------------------------------------------------------------------- */

gpointer
mer_record_new (const MerRecord *self)
{
  return g_malloc0 (self->size);
}

gpointer
mer_record_copy (const MerRecord *self,
                 gconstpointer    row)
{
  gpointer copy = g_memdup2 (row, self->size);

  for (guint i = 0; i < self->n_fields; i++)
    {
      const MerField *field = &self->fields[i];

      if (mer_field_is_text (field))
        G_STRUCT_MEMBER (char *, copy, field->offset) = g_strdup (mer_field_get_text (field, row));
    }
  return copy;
}

void
mer_record_free (const MerRecord *self,
                 gpointer         row)
{
  for (guint i = 0; row != NULL && i < self->n_fields; i++)
    {
      if (mer_field_is_text (&self->fields[i]))
        mer_field_take_text (&self->fields[i], row, NULL);
    }
  g_free (row);
}

static gboolean
texts_equal (const MerField *field,
             const char     *a,
             const char     *b)
{
  if (field->type != MER_FIELD_TYPE_TEXT)
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
fields_equal (const MerField *field,
              gconstpointer   a,
              gconstpointer   b)
{
  if (mer_field_is_text (field))
    return texts_equal (field, mer_field_get_text (field, a), mer_field_get_text (field, b));
  if (field->type == MER_FIELD_TYPE_REAL)
    return reals_equal (mer_field_get_real (field, a), mer_field_get_real (field, b));
  return mer_field_get_int (field, a) == mer_field_get_int (field, b);
}

gboolean
mer_record_equal (const MerRecord *self,
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

const MerField *
mer_record_find (const MerRecord *self,
                 const char      *name)
{
  for (guint i = 0; i < self->n_fields; i++)
    {
      if (g_str_equal (self->fields[i].name, name))
        return &self->fields[i];
    }
  return NULL;
}
