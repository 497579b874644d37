/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which measure of the library fits a shortcoming: the one with most words in common. Words are
 * compared by their beginnings, because Russian declines their ends. */

#include "config.h"

#include <string.h>

#include "app/mer-plans.h"
#include "core/mer-name.h"

/* Shorter words mean nothing («и», «на», «для»); what stands behind so many letters is an
 * ending. */
#define LEAST_LETTERS 4
#define STEM_LETTERS 5
/* Single bytes only: folded text has one kind of dashes and quotes. */
#define DELIMITERS " -.,;:()/\"'"

/* (transfer full): a set of beginnings of words. */
static GHashTable *
stems_of (const char *text)
{
  GHashTable      *stems = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *folded = mer_name_fold (text, -1);
  g_auto (GStrv) words = g_strsplit_set (folded, DELIMITERS, -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      glong letters = g_utf8_strlen (words[i], -1);

      if (letters >= LEAST_LETTERS)
        g_hash_table_add (stems, g_utf8_substring (words[i], 0, MIN (letters, STEM_LETTERS)));
    }
  return stems;
}

static guint
count_common (GHashTable *stems,
              const char *text)
{
  g_autoptr (GHashTable) other = NULL;
  GHashTableIter iter;
  gpointer       stem = NULL;
  guint          n = 0;

  if (text == NULL)
    return 0;
  other = stems_of (text);
  g_hash_table_iter_init (&iter, other);
  while (g_hash_table_iter_next (&iter, &stem, NULL))
    n += g_hash_table_contains (stems, stem) ? 1 : 0;
  return n;
}

const MerMeasureTaken *
mer_plans_suggest (const GPtrArray      *measures,
                   const MerMethodology *methodology,
                   const char           *criterion,
                   const char           *problem)
{
  g_autoptr (GHashTable) stems = stems_of (problem != NULL ? problem : "");
  guint                  wanted = mer_plan_criterion (methodology, criterion);
  guint                  most = 0;
  const MerMeasureTaken *best = NULL;
  const MerMeasureTaken *any = NULL;

  for (guint i = 0; i < measures->len; i++)
    {
      const MerMeasureTaken *measure = measures->pdata[i];
      guint                  n = 0;

      if (measure->criterion != NULL &&
          mer_plan_criterion (methodology, measure->criterion) != wanted)
        continue;
      n = count_common (stems, measure->problem);
      if (n > most)
        best = measure;
      most = MAX (most, n);
      if (any == NULL && measure->problem == NULL && measure->criterion != NULL)
        any = measure;
    }
  return best != NULL ? best : any;
}
