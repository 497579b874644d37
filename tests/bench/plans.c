/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Plans of a region: 1,500 organizations with 20 items each. How long it takes to store them, to
 * read them into a book, to put the book together, and to make the overview of records that were
 * read; the last two are told as ratios to reading. */

#include "config.h"

#include <glib/gstdio.h>
#include <stdio.h>

#include "app/mer-new-document.h"
#include "app/mer-overview.h"
#include "app/mer-plans.h"
#include "core/mer-locale.h"
#include "store/mer-registry-store.h"

#define N_ORGANIZATIONS 1500
#define N_ITEMS 20

static const char *const deadlines[] = { "до 1 сентября 2025 г.", "I квартал 2025 г.",
                                         "март–май 2025 г.", "постоянно", "до 29 ноября 2024 г.",
                                         NULL };

static gboolean
add_items (MerDocument *doc,
           MerPlan     *plan,
           guint        organization,
           GError     **error)
{
  for (guint i = 0; i < N_ITEMS; i++)
    {
      g_autoptr (MerPlanItem) item = mer_record_new (&mer_record_plan_item, plan->record.cycle_id);

      item->record.position = i + 1;
      item->plan = plan->record.id;
      item->criterion = g_strdup_printf ("K%u", 1 + i % 5);
      item->problem = g_strdup_printf ("Недостаток %u организации %u", i, organization);
      item->measure = g_strdup_printf ("Мероприятие %u организации %u", i, organization);
      item->deadline = g_strdup (deadlines[(i + organization) % G_N_ELEMENTS (deadlines)]);
      item->person = g_strdup_printf ("Исполнитель %u", i % 7);
      if (!mer_store_save_record (doc, item, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_plans (MerDocument *doc,
           gint64       cycle_id,
           GError     **error)
{
  for (guint i = 0; i < N_ORGANIZATIONS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Школа № %u", i + 1);
      g_autoptr (MerOrganization) organization =
        mer_organization_new (name, MER_ORGANIZATION_GENERAL);
      g_autoptr (MerPlan) plan = mer_record_new (&mer_record_plan, cycle_id);

      if (!mer_store_save_organization (doc, organization, error))
        return FALSE;
      plan->record.position = i + 1;
      plan->organization = organization->id;
      plan->version = 1;
      if (!mer_store_save_record (doc, plan, error) || !add_items (doc, plan, i + 1, error))
        return FALSE;
    }
  return TRUE;
}

static MerDocument *
make_document (const char *path,
               GError    **error)
{
  g_autoptr (MerDocument) doc = mer_new_document (path, "Область", NULL, error);
  g_autoptr (MerCycle) cycle = mer_cycle_new ("НОКО 2024", 2024);

  if (doc == NULL || !mer_document_begin (doc, "plans", error))
    return NULL;
  cycle->methodology_id = mer_store_latest_methodology_id (doc);
  if (!mer_store_save_cycle (doc, cycle, error) || !add_plans (doc, cycle->id, error) ||
      !mer_document_commit (doc, error))
    return NULL;
  return g_steal_pointer (&doc);
}

static double
seconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

int
main (int   argc,
      char *argv[])
{
  const char      *folder = g_get_tmp_dir ();
  g_autofree char *path = argc > 1 ? g_strdup (argv[1])
                                   : g_build_filename (folder, "bench-plans.merilo", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;
  g_autoptr (MerPlanBook) book = NULL;
  g_autoptr (MerPlanBook) again = NULL;
  g_autoptr (MerCycleFacts) facts = NULL;
  g_autoptr (MerOverview) overview = NULL;
  gint64 start = g_get_monotonic_time ();
  double stored = 0;
  double read = 0;

  mer_locale_init ();
  g_unlink (path);
  doc = make_document (path, &error);
  stored = seconds_since (start);
  start = g_get_monotonic_time ();
  if (doc != NULL)
    book = mer_plans_load (doc, 0, &error);
  read = seconds_since (start);
  if (book == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  start = g_get_monotonic_time ();
  again = mer_plan_book_new (&book->facts);
  printf ("items %u: stored in %.2f s, read in %.3f s, put together in %.3f s (%.2f of reading)\n",
          again->n_lines, stored, read, seconds_since (start), seconds_since (start) / read);
  facts = mer_cycle_facts_load (doc, 0, &error);
  if (facts == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  start = g_get_monotonic_time ();
  overview = mer_overview_new (facts, NULL);
  printf ("overview: put together in %.3f s (%.2f of reading)\n", seconds_since (start),
          seconds_since (start) / read);
  if (argc <= 1)
    g_unlink (path);
  return 0;
}
