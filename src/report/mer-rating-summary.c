/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentences over the table of a rating, each whole and with its own plural. */
#include "config.h"

#include "report/mer-rating-report-private.h"

/* So many names are listed where several share the highest or the lowest score. */
#define MAX_NAMES 3

static guint64
count_questionnaires (const MerRatingReport *self)
{
  guint64 n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const MerScoreRow *row = g_ptr_array_index (self->rows, i);

      if (row->evidence != NULL && row->evidence->tally != NULL)
        n += row->evidence->tally->n;
    }
  return n;
}

static void
append_sentence (GString *out,
                 char    *sentence)
{
  g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", sentence);
  g_free (sentence);
}

static char *
say_assessed (const MerRatingReport *self)
{
  guint            n = self->rows->len;
  guint            all = self->input->n_registry;
  g_autofree char *count = mer_format_count (self->language, n);

  if (self->all && all > n)
    {
      g_auto (MerRational) share = mer_rational_new ((gint64) n * 100, all);
      g_autofree char *percent = mer_format_rational (self->language, &share, 1);
      g_autofree char *total = mer_format_count (self->language, all);

      /* Translators: how many, their share, of how many: "36 (36.7 % of 98)". */
      return g_strdup_printf (mer_trn (self->language,
                                       "%s organization was assessed (%s %% of %s).",
                                       "%s organizations were assessed (%s %% of %s).", n),
                              count, percent, total);
    }
  return g_strdup_printf (mer_trn (self->language, "%s organization was assessed.",
                                   "%s organizations were assessed.", n),
                          count);
}

static char *
say_collected (const MerRatingReport *self)
{
  guint64          n = count_questionnaires (self);
  g_autofree char *count = mer_format_count (self->language, (gint64) n);

  return g_strdup_printf (mer_trn (self->language, "%s questionnaire was collected.",
                                   "%s questionnaires were collected.", n),
                          count);
}

/* Names of those who have this score; when they are too many, how many. */
static char *
name_holders (const MerRatingReport *self,
              const MerRational     *score)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const MerScoreRow *row = g_ptr_array_index (self->rows, i);

      if (!row->total.defined || mer_rational_cmp (&row->total.value, score) != 0)
        continue;
      if (n++ < MAX_NAMES)
        g_string_append_printf (names, "%s%s", n > 1 ? ", " : "", row->organization->name);
    }
  if (n <= MAX_NAMES)
    return g_strdup (names->str);
  return g_strdup_printf (mer_trn (self->language, "%u organization", "%u organizations", n), n);
}

typedef struct
{
  guint              n;
  MerRational        sum;
  const MerRational *highest, *lowest;
} Range;

static void
find_range (const MerRatingReport *self,
            Range                 *range)
{
  *range = (Range){ .sum = MER_RATIONAL_ZERO };
  for (guint i = 0; i < self->rows->len; i++)
    {
      const MerScoreRow *row = g_ptr_array_index (self->rows, i);
      MerRational        sum;

      if (!row->total.defined)
        continue;
      sum = mer_rational_add (&range->sum, &row->total.value);
      mer_rational_clear (&range->sum);
      range->sum = sum;
      if (range->n == 0 || mer_rational_cmp (&row->total.value, range->highest) > 0)
        range->highest = &row->total.value;
      if (range->n == 0 || mer_rational_cmp (&row->total.value, range->lowest) < 0)
        range->lowest = &row->total.value;
      range->n++;
    }
}

static char *
say_several (const MerRatingReport *self,
             const Range           *range)
{
  g_auto (MerRational) count = mer_rational_new (range->n, 1);
  g_auto (MerRational) mean = mer_rational_div (&range->sum, &count);
  guint            decimals = self->table->decimals;
  g_autofree char *average = mer_format_rational (self->language, &mean, decimals);
  g_autofree char *high = mer_format_rational (self->language, range->highest, decimals);
  g_autofree char *low = mer_format_rational (self->language, range->lowest, decimals);
  g_autofree char *best = name_holders (self, range->highest);
  g_autofree char *worst = name_holders (self, range->lowest);

  if (mer_rating_report_has_no_places (self))
    return g_strdup_printf (mer_tr (self->language, "The mean score is %s."), average);
  if (mer_rational_cmp (range->highest, range->lowest) == 0)
    return g_strdup_printf (mer_tr (self->language, "All have the same score, %s."), high);
  /* Translators: mean; highest and whose; lowest and whose. */
  return g_strdup_printf (mer_tr (self->language, "The mean score is %s; the highest is %s (%s), "
                                                  "the lowest is %s (%s)."),
                          average, high, best, low, worst);
}

/* One organization alone has nothing to be compared with. */
static char *
say_range (const MerRatingReport *self)
{
  Range            range;
  g_autofree char *score = NULL;
  char            *sentence;

  find_range (self, &range);
  if (range.n == 0)
    return NULL;
  if (range.n > 1)
    sentence = say_several (self, &range);
  else
    {
      score = mer_format_rational (self->language, range.highest, self->table->decimals);
      /* Translators: the only score. */
      sentence = g_strdup_printf (mer_tr (self->language, "The score is %s."), score);
    }
  mer_rational_clear (&range.sum);
  return sentence;
}

static char *
say_undefined (const MerRatingReport *self)
{
  guint            n = 0;
  g_autofree char *count = NULL;
  g_autofree char *notes = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    n += !((const MerScoreRow *) g_ptr_array_index (self->rows, i))->total.defined;
  if (n == 0)
    return NULL;
  notes = self->n_undefined_notes > 1
            ? g_strdup_printf (mer_tr (self->language, "notes 1–%u"), self->n_undefined_notes)
            : g_strdup (mer_tr (self->language, "note 1"));
  if (n == 1)
    /* Translators: %s is "note 1" or "notes 1–3". */
    return g_strdup_printf (mer_tr (self->language,
                                    "The score of one organization is undefined (%s)."),
                            notes);
  count = mer_format_count (self->language, n);
  return g_strdup_printf (mer_trn (self->language,
                                   "The score of %s organization is undefined (%s).",
                                   "The scores of %s organizations are undefined (%s).", n),
                          count, notes);
}

char *
mer_rating_report_summary (const MerRatingReport *self)
{
  GString *out = g_string_new (NULL);
  char    *range = say_range (self);
  char    *undefined = say_undefined (self);

  append_sentence (out, say_assessed (self));
  append_sentence (out, say_collected (self));
  if (range != NULL)
    append_sentence (out, range);
  if (undefined != NULL)
    append_sentence (out, undefined);
  return g_string_free (out, FALSE);
}
