/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Invented organizations with real scores: tests of charts and documents look at what
 * the scoring gives, not at tables put together by hand. */
#include "mer-test-scores.h"

#include <string.h>

#include "methodology/mer-methodology-xml.h"

const MerTestOrganization mer_test_district[MER_TEST_DISTRICT_N] = {
  { "СОШ № 8", MER_ORGANIZATION_GENERAL, 290, 99, 98, 12 },
  { "Красноярковская СОШ", MER_ORGANIZATION_GENERAL, 56, 12, 97, 4 },
  { "ДС «Колокольчик»", MER_ORGANIZATION_PRESCHOOL, 337, 11, 96, 9 },
  { "ДМШ № 1", MER_ORGANIZATION_ADDITIONAL, 126, 10, 95, 3 },
  { "ДС «Светлячок»", MER_ORGANIZATION_PRESCHOOL, 573, 9, 94, 11 },
  { "ДС «Радуга»", MER_ORGANIZATION_PRESCHOOL, 214, 8, 92, 9 },
  { "СОШ № 4 с углублённым изучением отдельных предметов", MER_ORGANIZATION_GENERAL, 172, 7,
    91, 5 },
  { "ДС «Берёзка»", MER_ORGANIZATION_PRESCHOOL, 208, 6, 90, 8 },
  { "Дом детского творчества", MER_ORGANIZATION_ADDITIONAL, 74, 5, 89, 2 },
  { "Ольховский техникум", MER_ORGANIZATION_VOCATIONAL, 311, 4, 80, 6 },
  { "Подгорновская ООШ", MER_ORGANIZATION_GENERAL, 25, 2, 55, 2 },
  { "Вечерняя школа", MER_ORGANIZATION_OTHER, 97, 9, 93, 0 },
};

static GPtrArray *
list_items (const MerMethodology *methodology)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_cycle_item_free);

  for (guint p = 0; p < methodology->places->len; p++)
    {
      const MerPlace *place = g_ptr_array_index (methodology->places, p);

      for (guint i = 0; i < place->items->len; i++)
        {
          const MerItem *item = g_ptr_array_index (place->items, i);
          MerCycleItem  *copy = g_new0 (MerCycleItem, 1);

          copy->id = items->len + 1;
          copy->place = g_strdup (place->code);
          copy->code = g_strdup (item->code);
          copy->text = g_strdup (item->text);
          g_ptr_array_add (items, copy);
        }
    }
  return items;
}

static guint
option_code (const MerQuestion *question,
             gboolean           positive)
{
  for (guint i = 0; i < question->options->len; i++)
    if (((const MerOption *) g_ptr_array_index (question->options, i))->positive == positive)
      return MER_ANSWER_FIRST_OPTION + i;
  return MER_ANSWER_OTHER;
}

/* Half of all used a channel; who passed a filter answered what it leads to. */
static void
fill_tally (MerTally                  *tally,
            const MerMethodology      *methodology,
            const MerTestOrganization *organization)
{
  tally->n = organization->n;
  for (guint i = 0; i < methodology->questions->len; i++)
    {
      const MerQuestion *question = g_ptr_array_index (methodology->questions, i);
      MerQuestionTally  *counts = &tally->questions[i];
      guint              asked = organization->n;
      guint              yes;

      if (question->filter >= 0)
        {
          const MerQuestion *filter = g_ptr_array_index (methodology->questions, question->filter);

          asked = tally->questions[question->filter].count[option_code (filter, TRUE)];
        }
      yes = asked * organization->satisfied / 100;
      if (g_str_equal (question->code, "q6"))
        yes = organization->disabled;
      else if (g_str_equal (question->code, "q1") || g_str_equal (question->code, "q3") ||
               g_str_equal (question->code, "q10"))
        yes = asked / 2;
      counts->count[option_code (question, TRUE)] = yes;
      counts->count[option_code (question, FALSE)] = asked - yes;
      memcpy (counts->passed, counts->count, sizeof counts->passed);
      counts->count[MER_ANSWER_BLANK] = organization->n - asked;
    }
}

static MerEvidence *
make_evidence (const MerMethodology      *methodology,
               GPtrArray                 *items,
               const MerTestOrganization *organization,
               gint64                     id)
{
  MerEvidence *evidence = mer_evidence_new (id, methodology->questions->len, items->len);
  const char  *place = NULL;
  guint        present = 0;

  evidence->has_checklist = TRUE;
  for (guint i = 0; i < items->len; i++)
    {
      const MerCycleItem *item = g_ptr_array_index (items, i);

      if (g_strcmp0 (place, item->place) != 0)
        present = 0;
      place = item->place;
      evidence->marks[i] = present++ < organization->items ? MER_MARK_PRESENT : MER_MARK_ABSENT;
    }
  fill_tally (evidence->tally, methodology, organization);
  return evidence;
}

static MerMethodology *
load_methodology (const char *key,
                  const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) federal = mer_methodology_shipped ("nok-2018-education", &error);
  MerMethodology *changed;

  g_assert_no_error (error);
  if (key == NULL)
    return g_steal_pointer (&federal);
  changed = mer_methodology_with_policy (federal, key, value, &error);
  g_assert_no_error (error);
  return changed;
}

static GPtrArray *
new_list (GDestroyNotify destroy)
{
  return g_ptr_array_new_with_free_func (destroy);
}

MerScoreTable *
mer_test_scores (const MerTestOrganization *organizations,
                 guint                      n,
                 const char                *key,
                 const char                *value)
{
  g_autoptr (MerMethodology) methodology = load_methodology (key, value);
  g_autoptr (GPtrArray) items = list_items (methodology);
  g_autoptr (GPtrArray) list = new_list ((GDestroyNotify) mer_organization_unref);
  g_autoptr (GPtrArray) evidence = new_list ((GDestroyNotify) mer_evidence_free);

  for (guint i = 0; i < n; i++)
    {
      const MerTestOrganization *given = &organizations[i];
      MerOrganization           *organization = mer_organization_new (given->name, given->kind);

      organization->id = i + 1;
      g_ptr_array_add (list, organization);
      if (given->n > 0)
        g_ptr_array_add (evidence, make_evidence (methodology, items, given, i + 1));
    }
  return mer_score_table_new (methodology, list, items, evidence);
}

static char *
number_name (const char *format,
             guint       number)
{
  g_auto (GStrv) parts = g_strsplit (format, "%u", 2);

  return g_strdup_printf ("%s%u%s", parts[0], number, parts[1]);
}

MerScoreTable *
mer_test_scores_many (guint n)
{
  g_autofree MerTestOrganization *organizations = g_new0 (MerTestOrganization, MAX (n, 1));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    {
      const char *format = i % 7 == 0 ? "Средняя школа № %u посёлка Дальний" : "ДС № %u";

      g_ptr_array_add (names, number_name (format, i + 1));
      organizations[i] = (MerTestOrganization){
        .name = names->pdata[i],
        .kind = i % MER_N_ORGANIZATION_KINDS,
        .n = 40 + i * 37 % 600,
        .items = 1 + i * 5 % 14,
        .satisfied = 55 + i * 13 % 45,
        .disabled = i % 50 == 49 ? 0 : 3 + i % 11,
      };
    }
  return mer_test_scores (organizations, n, NULL, NULL);
}

GPtrArray *
mer_test_rows (MerScoreTable *table)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < table->n_rows; i++)
    g_ptr_array_add (rows, &table->rows[i]);
  return rows;
}

GPtrArray *
mer_test_past (MerScoreTable *previous)
{
  g_autoptr (GPtrArray) past = NULL;
  g_autoptr (MerCycle) cycle = NULL;

  if (previous == NULL)
    return NULL;
  past = mer_score_past_new ();
  cycle = mer_cycle_new ("НОКО 2021", 2021);
  mer_score_past_add (past, cycle, previous);
  return g_steal_pointer (&past);
}
