/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rating chart says in words: its description for those who do not see it,
 * tooltips, reasons for missing bars. Whole sentences, in the given language. */
#include "config.h"

#include "chart/mer-rating-chart-private.h"

const char *
mer_rating_no_data (MerLanguage language)
{
  return mer_tr (language, "There is no rating yet.");
}

/* Codes of the indicators that keep the total from being known, or NULL. */
static char *
list_undefined (const MerScoreTable *table,
                const MerScoreRow   *row)
{
  g_autoptr (GPtrArray) indicators = mer_methodology_indicators (table->methodology);
  GString *codes = g_string_new (NULL);

  for (guint i = 0; i < indicators->len && i < table->n_indicators; i++)
    {
      const MerIndicator *indicator = g_ptr_array_index (indicators, i);

      if (row->indicators[i].defined || row->indicators[i].settled == MER_SETTLED_EXCLUDED)
        continue;
      if (row->indicators[i].undefined == MER_UNDEFINED_NO_DATA)
        {
          g_string_free (codes, TRUE);
          return NULL;
        }
      g_string_append_printf (codes, "%s%s", codes->len > 0 ? ", " : "", indicator->code);
    }
  return g_string_free (codes, codes->len == 0);
}

char *
mer_rating_reason (MerLanguage          language,
                   const MerScoreTable *table,
                   const MerScoreRow   *row)
{
  g_autofree char *codes = list_undefined (table, row);

  if (codes == NULL)
    return g_strdup (mer_tr (language, "undefined: no data"));
  /* Translators: %s are codes of indicators, as in "3.3, 4.3". */
  return g_strdup_printf (mer_tr (language, "undefined: no data for %s"), codes);
}

typedef struct
{
  const MerRatingMark *first, *last;
  guint                n_undefined;
} Extremes;

static Extremes
find_extremes (const MerRatingLayout *self)
{
  Extremes found = { NULL, NULL, 0 };
  guint    best = 0;
  guint    worst = 0;

  for (guint i = 0; i < self->n_marks; i++)
    {
      const MerRational *value = &self->rows[i]->total.value;

      if (!self->marks[i].defined)
        {
          found.n_undefined++;
          continue;
        }
      if (found.first == NULL || mer_rational_cmp (value, &self->rows[best]->total.value) > 0)
        best = i;
      if (found.first == NULL || mer_rational_cmp (value, &self->rows[worst]->total.value) <= 0)
        worst = i;
      found.first = &self->marks[best];
      found.last = &self->marks[worst];
    }
  return found;
}

static char *
describe_extremes (const MerRatingLayout *self,
                   const Extremes        *found)
{
  MerLanguage language = self->options.language;

  if (found->first == found->last)
    /* Translators: name of an organization, its score. */
    return g_strdup_printf (mer_tr (language, "%s has %s."),
                            found->first->label, found->first->value);
  if (g_str_equal (found->first->value, found->last->value))
    return g_strdup_printf (mer_tr (language, "All have the same score, %s."), found->first->value);
  /* Translators: first and last of the rating, each with its score. */
  return g_strdup_printf (mer_tr (language, "First is %s, %s; last is %s, %s."),
                          found->first->label, found->first->value,
                          found->last->label, found->last->value);
}

/**
 * mer_rating_layout_describe:
 * @self: a layout
 *
 * Returns: (transfer full): the chart in two or three sentences
 */
char *
mer_rating_layout_describe (const MerRatingLayout *self)
{
  MerLanguage      language = self->options.language;
  Extremes         found = find_extremes (self);
  GString         *out = g_string_new (NULL);
  g_autofree char *count = NULL;

  if (self->n_marks == 0)
    return g_string_free (g_string_append (out, mer_rating_no_data (language)), FALSE);
  count = mer_format_count (language, self->n_marks);
  g_string_append_printf (out,
                          mer_trn (language, "Rating, %s organization.",
                                   "Rating, %s organizations.", self->n_marks),
                          count);
  if (found.first != NULL)
    {
      g_autofree char *extremes = describe_extremes (self, &found);

      g_string_append_printf (out, " %s", extremes);
    }
  if (found.n_undefined > 0)
    {
      g_string_append_c (out, ' ');
      g_string_append_printf (out,
                              mer_trn (language, "%u has no score.", "%u have no score.",
                                       found.n_undefined),
                              found.n_undefined);
    }
  return g_string_free (out, FALSE);
}

/**
 * mer_rating_layout_describe_mark:
 * @self: a layout
 * @i: a mark
 *
 * Returns: (transfer full): «ДС «Радуга»: 92,06; НОКО 2021: 89,71; 214 анкет»
 */
char *
mer_rating_layout_describe_mark (const MerRatingLayout *self,
                                 guint                  i)
{
  MerLanguage          language = self->options.language;
  const MerRatingMark *mark;
  const MerScoreRow   *before = NULL;
  const MerPastYear   *last = NULL;
  GString             *out;

  g_return_val_if_fail (i < self->n_marks, NULL);
  mark = &self->marks[i];
  out = g_string_new (mark->label);
  g_string_append_printf (out, ": %s", mark->defined ? mark->value : mark->reason);
  last = mer_score_past_find (self->past, mark->organization_id, &before);
  if (last != NULL && before->total.defined)
    {
      g_autofree char *value = mer_format_rational (language, &before->total.value,
                                                    last->scores->decimals);

      g_string_append_printf (out, "; %s: %s", last->cycle->title, value);
    }
  if (self->rows[i]->evidence != NULL && self->rows[i]->evidence->tally != NULL)
    {
      guint32          n = self->rows[i]->evidence->tally->n;
      g_autofree char *count = mer_format_count (language, n);

      g_string_append (out, "; ");
      g_string_append_printf (out, mer_trn (language, "%s questionnaire", "%s questionnaires", n),
                              count);
    }
  return g_string_free (out, FALSE);
}
