/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "batch-fixture.h"

#include "store/mer-evidence-store.h"

/* What was counted elsewhere, beside the answers of a batch. */

/* A batch with one count of the school. */
static inline gint64
add_count (BatchFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerBatch) batch = batch_fixture_new_batch (self, MER_BATCH_COUNTS);
  char          question[] = "q5";
  MerReadyCount count = { .question = question, .asked = 40, .positive = 36, .row = 7 };

  batch->source = g_strdup ("телефонный опрос");
  fixture_begin (&self->base, "Загрузка");
  mer_store_save_batch (self->base.document, batch, &error);
  g_assert_no_error (error);
  count.batch_id = batch->id;
  count.source_id = mer_store_source_name_id (self->base.document, "школа 3", self->school, &error);
  g_assert_no_error (error);
  mer_store_add_ready_count (self->base.document, &count, &error);
  g_assert_no_error (error);
  count.positive = 41;
  g_assert_false (mer_store_add_ready_count (self->base.document, &count, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  fixture_commit (&self->base);
  return batch->id;
}

/* Those asked of an organization's q5; −1 when it has no evidence. */
static inline int
asked_of (BatchFixture *self,
          gint64        organization)
{
  g_autoptr (GPtrArray) evidence = batch_fixture_evidence (self);

  for (guint i = 0; i < evidence->len; i++)
    {
      const MerEvidence *found = evidence->pdata[i];

      if (found->organization_id == organization)
        return (int) found->tally->questions[4].asked;
    }
  return -1;
}

static inline void
approve (BatchFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerCycle) cycle = mer_store_cycle (self->base.document, self->cycle, &error);

  cycle->approved = TRUE;
  fixture_begin (&self->base, "Утверждение");
  mer_store_save_cycle (self->base.document, cycle, &error);
  g_assert_no_error (error);
  fixture_commit (&self->base);
}
