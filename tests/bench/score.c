/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long it takes to score a region from tallies, 1,500 organizations, in both settings of
 * rounding; median of 99. One line a work: what, microseconds, the target. */

#include <stdlib.h>

#include "../unit/scoring/worked-example.h"

#define ORGANIZATIONS 1500
#define ROUNDS 99

static guint
pick (GRand *random, guint most)
{
  return (guint) g_rand_int_range (random, 0, (gint32) most + 1);
}

static void
add_one (Example *example, GRand *random)
{
  Figures figures = { .name = "Школа", .stand_required = 14, .site_required = 52, .n = 600 };

  figures.stand_halves = pick (random, 28);
  figures.site_halves = pick (random, 104);
  figures.remote = pick (random, 6);
  figures.comfort = pick (random, 6);
  figures.equipment = pick (random, 5);
  figures.conditions = pick (random, 6);
  for (guint i = 0; i < G_N_ELEMENTS (figures.used); i++)
    {
      figures.used[i] = 1 + pick (random, 599);
      figures.satisfied[i] = pick (random, figures.used[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (figures.yes); i++)
    figures.yes[i] = pick (random, 600);
  example_add (example, &figures);
}

static int
compare_times (const void *a, const void *b)
{
  const gint64 *x = a, *y = b;

  return *x < *y ? -1 : *x > *y;
}

static void
measure (Example *example, const char *what, const char *target)
{
  gint64 times[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 begin = g_get_monotonic_time ();
      g_autoptr (MerScoreTable) table = example_score (example);

      times[i] = g_get_monotonic_time () - begin;
      g_assert (table->n_ranked == ORGANIZATIONS);
    }
  qsort (times, ROUNDS, sizeof *times, compare_times);
  g_print ("%-24s %8" G_GINT64_FORMAT " us   target %s\n", what, times[ROUNDS / 2], target);
}

int
main (void)
{
  g_autoptr (Example) example = example_new_empty ();
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (guint i = 0; i < ORGANIZATIONS; i++)
    add_one (example, random);
  measure (example, "region by stages", "2000");
  example_set (example, "rounding=exact");
  measure (example, "region exactly", "-");
  return 0;
}
