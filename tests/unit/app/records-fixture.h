/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../store/batch-fixture.h"

#include "app/mer-record-names.h"
#include "app/mer-record-tables.h"
#include "cycle/mer-council.h"
#include "cycle/mer-improvement.h"
#include "cycle/mer-record-kinds.h"
#include "cycle/mer-work-plan.h"
#include "store/mer-record-store.h"

/* With names of records in English, whatever is translated. */
static inline void
records_set_up (BatchFixture *self,
                gconstpointer data)
{
  batch_fixture_set_up (self, data);
  fixture_begin (&self->base, "Язык");
  g_assert_true (mer_document_set_setting (self->base.document, "language", "en", NULL));
  fixture_commit (&self->base);
}

/* Sets values as a user writes them: key, value, …, NULL. */
static inline void
records_set (MerDocument *doc,
             gpointer     record,
             ...)
{
  const MerRecordKind *kind = ((MerRecord *) record)->kind;
  g_autoptr (MerRecordNames) names = mer_record_names_new (doc, 0);
  g_autoptr (GError) error = NULL;
  const char *key = NULL;
  va_list     arguments;

  va_start (arguments, record);
  while ((key = va_arg (arguments, const char *)) != NULL)
    {
      const char *value = va_arg (arguments, const char *);

      mer_record_names_read (names, record, mer_record_kind_field (kind, key), value, &error);
      g_assert_no_error (error);
    }
  va_end (arguments);
}

/* Stores a record in an action of its own and tells its id; takes it. */
static inline gint64
records_store (BatchFixture *self,
               gpointer      record)
{
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  fixture_begin (&self->base, "Запись");
  mer_store_save_record (self->base.document, record, &error);
  g_assert_no_error (error);
  fixture_commit (&self->base);
  id = ((MerRecord *) record)->id;
  mer_record_free (record);
  return id;
}

#define records_add(self, kind, ...)                                              \
  ({                                                                              \
    gpointer records_new = mer_record_new ((kind), (self)->cycle);                \
    records_set ((self)->base.document, records_new, __VA_ARGS__, (char *) NULL); \
    records_store ((self), records_new);                                          \
  })

static inline guint
records_count (BatchFixture        *self,
               const MerRecordKind *kind)
{
  g_autoptr (GPtrArray) list = mer_store_records (self->base.document, kind, 0, NULL);

  return list->len;
}

/* What a table would do, as it is pasted; it is one. */
static inline MerRecordImport *
records_read (BatchFixture        *self,
              const MerRecordKind *kind,
              const char          *text)
{
  g_autoptr (GError) error = NULL;
  MerRecordImport *import =
    mer_record_import_read_text (self->base.document, kind, self->cycle, text, &error);

  g_assert_no_error (error);
  return import;
}

static inline void
records_apply (BatchFixture    *self,
               MerRecordImport *import)
{
  g_autoptr (GError) error = NULL;

  fixture_begin (&self->base, "Импорт");
  mer_record_import_apply (import, self->base.document, &error);
  g_assert_no_error (error);
  fixture_commit (&self->base);
}
