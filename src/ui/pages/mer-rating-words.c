/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the rating page says above and under its rows. */

#include "config.h"

#include "ui/pages/mer-rating-words.h"

#include <glib/gi18n.h>

#include "cycle/mer-council-decisions.h"
#include "store/mer-record-store.h"
#include "ui/pages/mer-rating-difference.h"

/**
 * mer_rating_words_subtitle:
 * @scores: a rating
 *
 * Returns: (transfer full): how many organizations there are, and how many without a score
 */
char *
mer_rating_words_subtitle (const MerScoreTable *scores)
{
  MerLanguage      language = mer_language_of_locale ();
  guint            without = scores->n_rows - scores->n_ranked;
  g_autofree char *n_all = mer_format_count (language, scores->n_rows);
  g_autofree char *n_without = mer_format_count (language, without);
  g_autofree char *all =
    g_strdup_printf (ngettext ("%s organization", "%s organizations", scores->n_rows), n_all);
  g_autofree char *undefined =
    g_strdup_printf (ngettext ("%s without a score", "%s without a score", without), n_without);
  /* Translators: the subtitle of the rating: how many organizations, how many of them
   * without a score. */
  g_autofree char *both = g_strdup_printf (_("%s, %s"), all, undefined);

  return without > 0 ? g_steal_pointer (&both) : g_steal_pointer (&all);
}

/**
 * mer_rating_words_shown:
 * @scores: a rating
 * @n: how many of its rows are shown
 *
 * Returns: (transfer full): «Показано 12 из 36», "" while nothing is hidden
 */
char *
mer_rating_words_shown (const MerScoreTable *scores,
                        guint                n)
{
  MerLanguage      language = mer_language_of_locale ();
  guint            all = scores->n_rows;
  g_autofree char *n_shown = mer_format_count (language, n);
  g_autofree char *n_all = mer_format_count (language, all);
  g_autofree char *text =
    g_strdup_printf (ngettext ("%s of %s shown", "%s of %s shown", n), n_shown, n_all);

  return n < all ? g_steal_pointer (&text) : g_strdup ("");
}

static gboolean
mean_of_rows (const GPtrArray *rows,
              MerRational     *out)
{
  g_auto (MerRational) sum = MER_RATIONAL_ZERO;
  g_auto (MerRational) count = MER_RATIONAL_ZERO;
  guint n = 0;
  guint i;

  for (i = 0; i < rows->len; i++)
    {
      const MerScoreRow *row = g_ptr_array_index (rows, i);
      MerRational        next;

      if (!row->total.defined)
        continue;
      next = mer_rational_add (&sum, &row->total.value);
      mer_rational_clear (&sum);
      sum = next;
      n++;
    }
  if (n == 0)
    return FALSE;
  count = mer_rational_new (n, 1);
  *out = mer_rational_div (&sum, &count);
  return TRUE;
}

/**
 * mer_rating_words_mean:
 * @scores: a rating
 * @rows: (element-type MerScoreRow): those shown
 *
 * Returns: (transfer full): their mean score, "" where there is nothing to average
 */
char *
mer_rating_words_mean (const MerScoreTable *scores,
                       const GPtrArray     *rows)
{
  g_auto (MerRational) mean = MER_RATIONAL_ZERO;
  g_autofree char *value = NULL;

  /* With one organization there is nothing to average. */
  if (rows->len < 2 || !mean_of_rows (rows, &mean))
    return g_strdup ("");
  value = mer_format_rational (mer_language_of_locale (), &mean, scores->decimals);
  return g_strdup_printf (rows->len < scores->n_rows ? _("Mean score of those shown %s")
                                                     : _("Mean score %s"),
                                                          value);
}

char *
mer_rating_words_foot (const MerResults *results,
                       const GPtrArray  *rows)
{
  g_autofree char *mean = mer_rating_words_mean (results->scores, rows);
  g_autofree char *note = mer_rating_difference_note (results);

  if (*mean == '\0' || *note == '\0')
    return g_strdup (*mean != '\0' ? mean : note);
  /* Translators: under the rating: its mean score, and a remark on the differences. */
  return g_strdup_printf (_("%s. %s"), mean, note);
}

char *
mer_rating_words_with_form (const char  *subtitle,
                            MerDocument *document,
                            gint64       cycle_id)
{
  g_autoptr (GHashTable) settings = mer_store_cycle_settings (document, cycle_id, NULL);

  /* the screen is for work in the department and shows everything */
  switch (mer_publication_form (settings))
    {
    case MER_PUBLICATION_KINDS:
      return g_strdup_printf (_("%s; published by kinds"), subtitle);
    case MER_PUBLICATION_BANDS:
      return g_strdup_printf (_("%s; published by bands, without places"), subtitle);
    case MER_PUBLICATION_ALPHABET:
      return g_strdup_printf (_("%s; published alphabetically, without places"), subtitle);
    case MER_PUBLICATION_PLACES:
    default:
      return g_strdup (subtitle);
    }
}
