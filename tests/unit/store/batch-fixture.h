/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store-fixture.h"

#include "methodology/mer-methodology-xml.h"

/* A cycle of the federal methodology and two organizations, for tests of batches. */
typedef struct
{
  Fixture         base;
  MerMethodology *methodology;
  MerBlockLayout  layout;
  gint64          cycle;
  gint64          school;
  gint64          garden;
} BatchFixture;

static inline void
batch_fixture_set_up (BatchFixture *self,
                      gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerCycle) cycle = mer_cycle_new ("НОКО 2024", 2024);

  fixture_set_up (&self->base, data);
  self->methodology = mer_methodology_shipped ("nok-2018-education", &error);
  g_assert_no_error (error);
  mer_block_layout_init (&self->layout, self->methodology, &error);
  g_assert_no_error (error);
  fixture_begin (&self->base, "Цикл");
  cycle->methodology_id = mer_store_add_methodology (self->base.document, self->methodology, NULL,
                                                     &error);
  g_assert_no_error (error);
  mer_store_save_cycle (self->base.document, cycle, &error);
  g_assert_no_error (error);
  self->cycle = cycle->id;
  self->school = fixture_add_organization (&self->base, "СОШ № 3");
  self->garden = fixture_add_organization (&self->base, "ДС «Радуга»");
  fixture_commit (&self->base);
}

static inline void
batch_fixture_tear_down (BatchFixture *self,
                         gconstpointer data)
{
  mer_methodology_unref (self->methodology);
  fixture_tear_down (&self->base, data);
}

static inline MerBatch *
batch_fixture_new_batch (BatchFixture *self,
                         MerBatchKind  kind)
{
  MerBatch *batch = mer_batch_new (kind);

  batch->cycle_id = self->cycle;
  batch->file_name = g_strdup ("Анкеты.csv");
  batch->sha256 = g_strnfill (64, 'a');
  batch->imported_at = 1730000000;
  batch->who = g_strdup ("специалист");
  batch->mapping = g_strdup ("organization\tОрганизация");
  return batch;
}

/* `n` questionnaires, all questions answered by their first option, from row `first`. */
static inline GBytes *
batch_fixture_block (BatchFixture *self,
                     guint         n,
                     gint64        first)
{
  g_autoptr (MerBlockBuilder) builder = mer_block_builder_new (&self->layout, FALSE, 0);

  for (guint i = 0; i < n; i++)
    {
      guint32     answers[MER_BLOCK_MAX_WORDS] = { 0 };
      MerBlockRow row = { answers, first + i, MER_BLOCK_NO_TIME, FALSE, 0 };

      for (guint q = 0; q < self->layout.n_questions; q++)
        mer_block_layout_set (&self->layout, q, MER_ANSWER_FIRST_OPTION, answers);
      mer_block_builder_add (builder, &row);
    }
  return mer_block_builder_finish (builder);
}

/* Adds a block under a spelling within the action under way. */
static inline void
batch_fixture_add_block (BatchFixture *self,
                         gint64        batch,
                         const char   *spelling,
                         gint64        organization,
                         guint         n,
                         gint64        first)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) block = batch_fixture_block (self, n, first);
  gint64 source = mer_store_source_name_id (self->base.document, spelling, organization, &error);

  g_assert_no_error (error);
  mer_store_add_block (self->base.document, batch, source, 0, block, &error);
  g_assert_no_error (error);
}

/* A whole import of 5 questionnaires for the school and 7 for the kindergarten. */
static inline gint64
batch_fixture_import (BatchFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerBatch) batch = batch_fixture_new_batch (self, MER_BATCH_SURVEY);

  fixture_begin (&self->base, "Загрузка анкет");
  mer_store_save_batch (self->base.document, batch, &error);
  g_assert_no_error (error);
  batch_fixture_add_block (self, batch->id, "школа 3", self->school, 5, 2);
  batch_fixture_add_block (self, batch->id, "Радуга", self->garden, 7, 7);
  batch->accepted = 12;
  mer_store_save_batch (self->base.document, batch, &error);
  g_assert_no_error (error);
  fixture_commit (&self->base);
  return batch->id;
}

static inline GPtrArray *
batch_fixture_evidence (BatchFixture *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *evidence = mer_store_evidence (self->base.document, self->cycle, self->methodology,
                                            &error);

  g_assert_no_error (error);
  return evidence;
}

/* Questionnaires of all organizations together. */
static inline guint
batch_fixture_n_answers (BatchFixture *self)
{
  g_autoptr (GPtrArray) evidence = batch_fixture_evidence (self);
  guint n = 0;

  for (guint i = 0; i < evidence->len; i++)
    n += ((MerEvidence *) g_ptr_array_index (evidence, i))->tally->n;
  return n;
}

static inline const MerEvidence *
batch_fixture_find (GPtrArray *evidence,
                    gint64     organization)
{
  for (guint i = 0; i < evidence->len; i++)
    {
      const MerEvidence *found = g_ptr_array_index (evidence, i);

      if (found->organization_id == organization)
        return found;
    }
  g_assert_not_reached ();
}
