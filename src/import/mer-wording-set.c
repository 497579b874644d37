/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A set of known wordings, and how alike a header is to each: shared stems by weight, in any
 * order. A stem that few of them have tells more than one that all of them have, which is measured
 * over the set itself. Stems are numbered, so that comparing a header touches no text. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "import/mer-recognizer.h"

typedef struct
{
  guint       index;
  MerWording *wording;
  guint      *stems;  /* numbers of wording->stems */
  char       *act;    /* its own, or that of the first wording of its index; nullable */
  guint       weight; /* of all of them */
} Known;

typedef struct
{
  guint    spread; /* how many indexes have it */
  guint    last;   /* the index that counted it last, plus 1 */
  guint    weight;
  gboolean subject; /* what a wording is about: a class that is no act */
} Stem;

struct _MerWordingSet
{
  GArray     *known;   /* of Known; those of one index stand together */
  GHashTable *numbers; /* stem → number + 1 */
  GArray     *stems;   /* of Stem, by number */
  guint       n;       /* largest index + 1 */
  gboolean    weighed;
};

/* A header as the set sees it. */
typedef struct
{
  const MerWording *wording;
  guint8           *has;     /* by number of stem */
  guint             weight;  /* of all its stems, unknown ones too */
  gboolean          foreign; /* speaks of a subject that no wording has */
} Header;

static void
clear_known (gpointer data)
{
  Known *known = data;

  mer_wording_free (known->wording);
  g_free (known->stems);
  g_free (known->act);
}

MerWordingSet *
mer_wording_set_new (void)
{
  MerWordingSet *self = g_new0 (MerWordingSet, 1);

  self->known = g_array_new (FALSE, FALSE, sizeof (Known));
  g_array_set_clear_func (self->known, clear_known);
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->stems = g_array_new (FALSE, TRUE, sizeof (Stem));
  return self;
}

void
mer_wording_set_free (MerWordingSet *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->known);
  g_hash_table_unref (self->numbers);
  g_array_unref (self->stems);
  g_free (self);
}

/* --- stems ----------------------------------------------------------------------- */

/* What a question asks for, which says little by itself, because many ask for it. */
static gboolean
is_act (const char *stem)
{
  static const char *const acts[] = { "@satisfied", "@use", "@have" };

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      if (strcmp (stem, acts[i]) == 0)
        return TRUE;
    }
  return FALSE;
}

static guint
number_of (MerWordingSet *self,
           const char    *stem)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, stem));
  Stem  added = { .subject = *stem == '@' && !is_act (stem) };

  if (number > 0)
    return number - 1;
  g_array_append_val (self->stems, added);
  g_hash_table_insert (self->numbers, g_strdup (stem), GUINT_TO_POINTER (self->stems->len));
  return self->stems->len - 1;
}

/* What a question is about (site, comfort) says most; any other word as much as it is rare. */
static guint
weigh (const char *stem,
       guint       spread,
       guint       n)
{
  double rarity;

  if (is_act (stem))
    return 300;
  if (spread == 0)
    return *stem == '@' ? 1000 : 250;
  rarity = n > 1 ? log ((double) n / spread) / log (n) : 1;
  return (guint) ((*stem == '@' ? 600 : 80) + 400 * rarity);
}

static void
weigh_all (MerWordingSet *self)
{
  GHashTableIter iter;
  gpointer       stem, number;

  g_hash_table_iter_init (&iter, self->numbers);
  while (g_hash_table_iter_next (&iter, &stem, &number))
    {
      Stem *known = &g_array_index (self->stems, Stem, GPOINTER_TO_UINT (number) - 1);

      known->weight = weigh (stem, known->spread, self->n);
    }
  for (guint i = 0; i < self->known->len; i++)
    {
      Known *known = &g_array_index (self->known, Known, i);

      known->weight = 0;
      for (guint j = 0; j < known->wording->stems->len; j++)
        known->weight += g_array_index (self->stems, Stem, known->stems[j]).weight;
    }
  self->weighed = TRUE;
}

/* A short wording («Первичный контакт») asks for what the first of its index asks for. */
static const char *
act_of (const MerWordingSet *self,
        const Known         *known)
{
  for (guint i = 0; known->wording->act == NULL && i < self->known->len; i++)
    {
      const Known *first = &g_array_index (self->known, Known, i);

      if (first->index == known->index)
        return first->act;
    }
  return known->wording->act;
}

void
mer_wording_set_add (MerWordingSet *self,
                     guint          index,
                     const char    *text)
{
  Known known = { .index = index };

  if (text == NULL)
    return;
  known.wording = mer_wording_new (text);
  known.act = g_strdup (act_of (self, &known));
  known.stems = g_new (guint, known.wording->stems->len);
  for (guint i = 0; i < known.wording->stems->len; i++)
    {
      Stem *stem;

      known.stems[i] = number_of (self, known.wording->stems->pdata[i]);
      stem = &g_array_index (self->stems, Stem, known.stems[i]);
      if (stem->last == index + 1)
        continue;
      stem->last = index + 1;
      stem->spread++;
    }
  g_array_append_val (self->known, known);
  self->n = MAX (self->n, index + 1);
  self->weighed = FALSE;
}

/* --- comparing --------------------------------------------------------------------- */

static Header
header_init (MerWordingSet    *self,
             const MerWording *wording)
{
  Header header = { wording, g_new0 (guint8, self->stems->len + 1), 0, FALSE };

  for (guint i = 0; i < wording->stems->len; i++)
    {
      const char *stem = wording->stems->pdata[i];
      guint       number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, stem));

      if (number > 0)
        header.has[number - 1] = 1;
      else
        header.foreign |= *stem == '@' && !is_act (stem);
      header.weight += number > 0 ? g_array_index (self->stems, Stem, number - 1).weight
                                  : weigh (stem, 0, self->n);
    }
  return header;
}

/* How alike a header is to one wording, 0..100. A short header that is wholly contained in a long
 * question is almost as good as one that says it all; wordings that ask for different acts
 * («пользовались» and «довольны») are never alike. */
static guint
compare_one (const MerWordingSet *self,
             const Header        *header,
             const Known         *known)
{
  const char *act = header->wording->act;
  guint       shared = 0;

  if (strcmp (header->wording->key, known->wording->key) == 0)
    return 100;
  if (header->weight == 0 || known->weight == 0)
    return 0;
  if (act != NULL && known->act != NULL && strcmp (act, known->act) != 0)
    return 0;
  for (guint i = 0; i < known->wording->stems->len; i++)
    {
      if (header->has[known->stems[i]] != 0)
        shared += g_array_index (self->stems, Stem, known->stems[i]).weight;
    }
  return MIN (99, (200 * shared / (header->weight + known->weight) +
                   100 * shared / header->weight) /
                    2);
}

static gboolean
has_stem (const Known *known,
          guint        stem)
{
  for (guint i = 0; i < known->wording->stems->len; i++)
    {
      if (known->stems[i] == stem)
        return TRUE;
    }
  return FALSE;
}

/* Whether every wording of an index has a stem; one of three words is a name, no question. */
static gboolean
is_shared (const MerWordingSet *self,
           guint                index,
           guint                stem)
{
  for (guint i = 0; i < self->known->len; i++)
    {
      const Known *known = &g_array_index (self->known, Known, i);

      if (known->index == index && known->wording->stems->len > 3 && !has_stem (known, stem))
        return FALSE;
    }
  return TRUE;
}

/* Whether an index has subjects at all, and whether the header speaks of one of them and of each
 * that no wording of the index goes without: «удовлетворены компетентностью педагогов» has words
 * of the question of their politeness, not its subject. */
static gboolean
lacks_subject (const MerWordingSet *self,
               guint                index,
               const Header        *header)
{
  gboolean any = FALSE, found = FALSE;

  for (guint i = 0; i < self->known->len; i++)
    {
      const Known *known = &g_array_index (self->known, Known, i);

      for (guint j = 0; known->index == index && j < known->wording->stems->len; j++)
        {
          if (!g_array_index (self->stems, Stem, known->stems[j]).subject)
            continue;
          any = TRUE;
          if (header->has[known->stems[j]] != 0)
            found = TRUE;
          else if (is_shared (self, index, known->stems[j]))
            return TRUE;
        }
    }
  return any && !found;
}

GArray *
mer_wording_set_compare (MerWordingSet    *self,
                         const MerWording *wording)
{
  GArray            *best = g_array_sized_new (FALSE, TRUE, sizeof (guint), self->n);
  Header             header;
  g_autofree guint8 *has = NULL;

  g_array_set_size (best, self->n);
  if (!self->weighed)
    weigh_all (self);
  header = header_init (self, wording);
  has = header.has;
  for (guint i = 0; i < self->known->len; i++)
    {
      const Known *known = &g_array_index (self->known, Known, i);
      guint       *slot = &g_array_index (best, guint, known->index);

      *slot = MAX (*slot, compare_one (self, &header, known));
    }
  for (guint i = 0; i < self->n; i++)
    {
      guint *slot = &g_array_index (best, guint, i);

      if (*slot >= MER_LIKENESS_SURE && *slot < 100 &&
          (header.foreign || lacks_subject (self, i, &header)))
        *slot = MER_LIKENESS_SURE - 1;
    }
  return best;
}
