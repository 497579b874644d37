/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Records of several kinds together. */

#include "config.h"

#include "core/mer-record.h"

struct _MerRecordSet
{
  gatomicrefcount ref_count;
  GHashTable     *lists; /* kind → GPtrArray */
  GPtrArray      *empty;
};

MerRecordSet *
mer_record_set_new (void)
{
  MerRecordSet *self = g_new0 (MerRecordSet, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->lists =
    g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->empty = g_ptr_array_new ();
  return self;
}

MerRecordSet *
mer_record_set_ref (MerRecordSet *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
mer_record_set_unref (MerRecordSet *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_hash_table_unref (self->lists);
  g_ptr_array_unref (self->empty);
  g_free (self);
}

void
mer_record_set_take (MerRecordSet        *self,
                     const MerRecordKind *kind,
                     GPtrArray           *records)
{
  g_hash_table_insert (self->lists, (gpointer) (guintptr) kind, records);
}

GPtrArray *
mer_record_set_get (MerRecordSet        *self,
                    const MerRecordKind *kind)
{
  GPtrArray *list = g_hash_table_lookup (self->lists, kind);

  return list != NULL ? list : self->empty;
}

gpointer
mer_records_find (const GPtrArray *records,
                  gint64           id)
{
  for (guint i = 0; id != 0 && records != NULL && i < records->len; i++)
    if (((const MerRecord *) records->pdata[i])->id == id)
      return records->pdata[i];
  return NULL;
}

gconstpointer
mer_record_set_find (MerRecordSet        *self,
                     const MerRecordKind *kind,
                     gint64               id)
{
  return mer_records_find (mer_record_set_get (self, kind), id);
}
