/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A set of known wordings, and how alike a header is to each. A stem that few of them
 * have tells more than one that all of them have: that is measured over the set itself. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "import/mer-recognizer.h"

typedef struct
{
  guint       index;
  MerWording *wording;
} Known;

struct _MerWordingSet
{
  GArray     *known;  /* of Known */
  guint       n;      /* largest index + 1 */
  GHashTable *spread; /* stem → number of indexes that have it */
  gboolean    counted;
};

static void
clear_known (gpointer data)
{
  Known *known = data;

  mer_wording_free (known->wording);
}

MerWordingSet *
mer_wording_set_new (void)
{
  MerWordingSet *self = g_new0 (MerWordingSet, 1);

  self->known = g_array_new (FALSE, FALSE, sizeof (Known));
  g_array_set_clear_func (self->known, clear_known);
  self->spread = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
mer_wording_set_free (MerWordingSet *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->known);
  g_hash_table_unref (self->spread);
  g_free (self);
}

void
mer_wording_set_add (MerWordingSet *self,
                     guint          index,
                     const char    *text)
{
  Known known = { index, NULL };

  if (text == NULL)
    return;
  known.wording = mer_wording_new (text);
  g_array_append_val (self->known, known);
  self->n = MAX (self->n, index + 1);
  self->counted = FALSE;
}

/* Counts in how many indexes each stem occurs; wordings of one index stand in any order. */
static void
count_stems (MerWordingSet *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_hash_table_remove_all (self->spread);
  for (guint i = 0; i < self->known->len; i++)
    {
      const Known *known = &g_array_index (self->known, Known, i);

      for (guint j = 0; j < known->wording->stems->len; j++)
        {
          const char *stem = known->wording->stems->pdata[j];
          guint       n = GPOINTER_TO_UINT (g_hash_table_lookup (self->spread, stem));

          if (g_hash_table_add (seen, g_strdup_printf ("%u %s", known->index, stem)))
            g_hash_table_replace (self->spread, g_strdup (stem), GUINT_TO_POINTER (n + 1));
        }
    }
  self->counted = TRUE;
}

static gboolean
is_act (const char *stem)
{
  static const char *const acts[] = { "@satisfied", "@use", "@recommend", "@have" };

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      if (strcmp (stem, acts[i]) == 0)
        return TRUE;
    }
  return FALSE;
}

/* What a question asks for (satisfied, used) excludes others but says little by itself; what it
 * asks about (site, comfort) says most; any other word as much as it is rare. */
static guint
weigh (const char *stem,
       gpointer    user_data)
{
  const MerWordingSet *self = user_data;
  guint                n = GPOINTER_TO_UINT (g_hash_table_lookup (self->spread, stem));
  double               rarity;

  if (is_act (stem))
    return 300;
  if (n == 0)
    return *stem == '@' ? 1000 : 250;
  rarity = self->n > 1 ? log ((double) self->n / n) / log (self->n) : 1;
  return (guint) ((*stem == '@' ? 600 : 80) + 400 * rarity);
}

GArray *
mer_wording_set_compare (MerWordingSet    *self,
                         const MerWording *header)
{
  GArray *best = g_array_sized_new (FALSE, TRUE, sizeof (guint), self->n);

  g_array_set_size (best, self->n);
  if (!self->counted)
    count_stems (self);
  for (guint i = 0; i < self->known->len; i++)
    {
      const Known *known = &g_array_index (self->known, Known, i);
      guint       *slot = &g_array_index (best, guint, known->index);

      *slot = MAX (*slot, mer_wording_likeness (header, known->wording, weigh, self));
    }
  return best;
}
