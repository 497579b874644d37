/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Records of the cycle that a test's window shows. */

#include "cycle/mer-council.h"
#include "cycle/mer-improvement.h"
#include "cycle/mer-record-kinds.h"
#include "cycle/mer-work-plan.h"
#include "store/mer-record-store.h"
#include "import-fixture.h"

static inline MerDocument *
document_of (Fixture *self)
{
  return mer_session_get_document (self->session);
}

static inline gint64
cycle_of (Fixture *self)
{
  return mer_session_get_results (self->session)->cycle->id;
}

static inline GPtrArray *
records_of (Fixture             *self,
            const MerRecordKind *kind)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *records = mer_store_records (document_of (self), kind, cycle_of (self), &error);

  g_assert_no_error (error);
  return records;
}

static inline guint
count_of (Fixture             *self,
          const MerRecordKind *kind)
{
  g_autoptr (GPtrArray) records = records_of (self, kind);

  return records->len;
}

static inline void
store (Fixture *self,
       gpointer record)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mer_document_begin (document_of (self), "test", &error));
  g_assert_true (mer_store_save_record (document_of (self), record, &error));
  g_assert_true (mer_document_commit (document_of (self), &error));
  g_assert_no_error (error);
}

static inline GtkWidget *
find_toplevel (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }
  return NULL;
}
