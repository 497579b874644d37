/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Returned forms of plans, whatever is in them, held against two plans of which one had a version
 * before: what would be stored could be stored, no item is touched twice, every row is counted. */

#define _GNU_SOURCE /* memfd_create */
#include "config.h"

#include "app/mer-plan-form.h"
#include "fuzz-table.h"
#include "fuzz.h"
#include "methodology/mer-methodology-xml.h"

static MerPlan *
add_plan (MerPlanFacts *facts,
          gint64        id,
          gint64        organization,
          gint64        version)
{
  MerPlan *plan = mer_record_new (&mer_record_plan, 1);

  plan->record.id = id;
  plan->organization = organization;
  plan->version = version;
  plan->state = MER_PLAN_APPROVED;
  g_ptr_array_add (facts->plans, plan);
  return plan;
}

static void
add_item (MerPlanFacts *facts,
          gint64        id,
          gint64        plan,
          const char   *problem,
          const char   *measure)
{
  MerPlanItem *item = mer_record_new (&mer_record_plan_item, 1);

  item->record.id = id;
  item->plan = plan;
  item->criterion = g_strdup ("K3");
  item->problem = g_strdup (problem);
  item->measure = g_strdup (measure);
  item->deadline = g_strdup ("до 1 мая 2025 г.");
  item->post = g_strdup ("завхоз");
  g_ptr_array_add (facts->items, item);
}

static MerOrganization *
organization (gint64      id,
              const char *name)
{
  MerOrganization *one = mer_organization_new (name, MER_ORGANIZATION_GENERAL);

  one->id = id;
  return one;
}

static GPtrArray *
records (void)
{
  return g_ptr_array_new_with_free_func (mer_record_free);
}

static MerPlanBook *
make_book (void)
{
  MerPlanFacts facts = { .plans = records (), .items = records () };

  facts.cycle = mer_cycle_new ("НОКО 2024", 2024);
  facts.cycle->id = 1;
  facts.methodology = mer_methodology_shipped ("nok-2018-education", NULL);
  facts.settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  facts.organizations = g_ptr_array_new ();
  facts.findings = facts.recommendations = facts.marks = facts.heads = records ();
  facts.decisions = facts.road_items = facts.findings;
  facts.today = mer_day_from_iso ("2024-12-03");
  g_ptr_array_add (facts.organizations, organization (1, "СОШ № 1"));
  g_ptr_array_add (facts.organizations, organization (2, "ДС «Радуга»"));
  add_plan (&facts, 1, 1, 1);
  add_plan (&facts, 2, 1, 2);
  add_plan (&facts, 3, 2, 1);
  add_item (&facts, 1, 1, "Нет пандуса", "Установить пандус");
  add_item (&facts, 2, 2, "Нет пандуса", "Установить пандус");
  add_item (&facts, 3, 2, "Нет поручней", "Установить поручни");
  add_item (&facts, 4, 3, "Нет пандуса", "Установить пандус");
  return mer_plan_book_new (&facts);
}

static void
check_change (const MerFormChange *change,
              GHashTable          *touched)
{
  g_autoptr (GError) error = NULL;
  gint64 id = change->item->record.id;

  g_assert_true (mer_record_check (change->item, &error));
  g_assert_true (g_utf8_validate (change->item->measure, -1, NULL));
  g_assert_true (!change->taken || change->doubt == NULL);
  g_assert_true ((change->was != NULL) == (id != 0));
  g_assert_true (change->was == NULL || change->was->record.id == id);
  g_assert_true (change->item->plan == 2 || change->item->plan == 3); /* those in force */
  g_assert_true (id == 0 || g_hash_table_add (touched, GSIZE_TO_POINTER (id)));
}

static void
read_as (MerPlanBook *book,
         const char  *path,
         gint64       whose)
{
  MerTableOptions    table = { .path = path };
  MerPlanFormOptions options = { .language = MER_LANGUAGE_RU, .organization = whose };
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) touched = g_hash_table_new (NULL, NULL);
  g_autoptr (MerPlanReading) reading = mer_plan_form_read (book, &table, &options, &error);

  g_assert_true ((reading == NULL) == (error != NULL));
  for (guint i = 0; reading != NULL && i < reading->changes->len; i++)
    check_change (reading->changes->pdata[i], touched);
  for (guint i = 0; reading != NULL && i < reading->problems->len; i++)
    g_assert_true (g_utf8_validate (reading->problems->pdata[i], -1, NULL));
  if (reading != NULL)
    {
      guint n = reading->changed + reading->added + reading->doubtful + reading->missing;

      g_assert_cmpuint (n, ==, reading->changes->len);
      mer_plan_reading_take (reading, TRUE, TRUE);
      g_assert_cmpuint (reading->changed + reading->added + reading->dropped, ==, n);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static MerPlanBook *book;
  char                path[64];
  int                 file = fuzz_file (data, size, path);

  if (book == NULL)
    book = make_book ();
  read_as (book, path, 0);
  read_as (book, path, 1);
  close (file);
  return 0;
}
