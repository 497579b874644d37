/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Tables of questionnaires that tests make up, and what became of them in the document. */

#include "import-fixture.h"

#define YES MER_ANSWER_FIRST_OPTION
#define NO (MER_ANSWER_FIRST_OPTION + 1)
#define ALL_YES "dddddddddddddd"

/* The header with all questions, then the rows. */
static G_GNUC_UNUSED char *
survey_text (const char *rows)
{
  g_autoptr (MerMethodology) methodology = mer_methodology_shipped ("nok-2018-education", NULL);
  GString *text = g_string_new ("Отметка времени;Наименование организации");

  for (guint i = 0; i < methodology->questions->len; i++)
    {
      const MerQuestion *question = g_ptr_array_index (methodology->questions, i);
      g_string_append_printf (text, ";\"%s\"", question->text);
    }
  g_string_append_printf (text, ";Ваши предложения\n%s", rows);
  return g_string_free (text, FALSE);
}

/* `answers`: d да, n нет, ? another, - blank. */
static G_GNUC_UNUSED void
add_row (GString    *rows,
         const char *time,
         const char *organization,
         const char *answers,
         const char *comment)
{
  g_string_append_printf (rows, "%s;%s", time, organization);
  for (; *answers != 0; answers++)
    {
      if (*answers == 'd')
        g_string_append (rows, ";Да");
      else if (*answers == 'n')
        g_string_append (rows, ";Нет");
      else
        g_string_append (rows, *answers == '?' ? ";Не знаю" : ";");
    }
  g_string_append_printf (rows, ";%s\n", comment);
}

static G_GNUC_UNUSED MerImportResult *
import_with (Fixture       *self,
             const GString *rows,
             gboolean       create,
             gboolean       keep)
{
  g_autofree char *text = survey_text (rows->str);
  g_autoptr (MerImportOptions) options = fixture_table (self, MER_BATCH_SURVEY, "t.csv", text);

  options->create_organizations = create;
  options->keep_duplicates = keep;
  return fixture_run (self, options);
}

static G_GNUC_UNUSED MerImportResult *
import (Fixture       *self,
        const GString *rows)
{
  return import_with (self, rows, TRUE, FALSE);
}

static G_GNUC_UNUSED MerTally *
tally_of (Fixture               *self,
          const MerImportResult *result,
          const char            *name)
{
  g_autoptr (GPtrArray) organizations = fixture_organizations (self);
  g_autoptr (MerMethodology) methodology = mer_methodology_shipped ("nok-2018-education", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) evidence =
    mer_store_evidence (self->doc, result->cycle_id, methodology, &error);
  MerTally *tally = mer_tally_new (methodology->questions->len);

  g_assert_no_error (error);
  for (guint i = 0; i < evidence->len; i++)
    {
      const MerEvidence *found = g_ptr_array_index (evidence, i);
      if (found->organization_id == get_organization (organizations, name)->id)
        mer_tally_add (tally, found->tally);
    }
  return tally;
}

#define ADD(path, function) \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
