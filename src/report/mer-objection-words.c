/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Objections in words: what they are about, and scores before and after. */

#include "config.h"

#include "report/mer-objection-words.h"

#include <glib/gi18n.h>

#include "core/mer-day.h"

/**
 * mer_objection_score_text:
 * @stored: (nullable): `before` or `after` of an objection
 * @scores: (nullable): whose decimals are shown
 * @language: of the number
 *
 * Returns: (transfer full): the score as it is shown
 */
char *
mer_objection_score_text (const char          *stored,
                          const MerScoreTable *scores,
                          MerLanguage          language)
{
  g_auto (MerRational) value = MER_RATIONAL_ZERO;

  if (stored == NULL || !mer_rational_parse (stored, &value))
    return g_strdup ("—");
  return mer_format_rational (language, &value, scores != NULL ? scores->decimals : 2);
}

static const char *
item_text (gint64     id,
           GPtrArray *items)
{
  for (guint i = 0; id != 0 && items != NULL && i < items->len; i++)
    {
      const MerCycleItem *item = g_ptr_array_index (items, i);

      if (item->id == id)
        return item->text;
    }
  return NULL;
}

/**
 * mer_objection_subject_text:
 * @objection: an objection
 * @methodology: of its cycle
 * @items: (nullable) (element-type MerCycleItem): of its cycle
 * @language: of the words
 *
 * Returns: (transfer full): what it is about, on one line
 */
char *
mer_objection_subject_text (const MerObjection   *objection,
                            const MerMethodology *methodology,
                            GPtrArray            *items,
                            MerLanguage           language)
{
  const MerIndicator *indicator = mer_methodology_find_indicator (methodology, objection->subject);
  const MerCriterion *criterion = mer_methodology_find_criterion (methodology, objection->subject);
  const char         *item = item_text (objection->item_id, items);
  GString            *out = g_string_new (NULL);

  if (indicator != NULL)
    g_string_append_printf (out, "%s %s", indicator->code, indicator->title);
  else if (criterion != NULL)
    g_string_append_printf (out, "%s %s", criterion->symbol, criterion->title);
  else if (g_str_equal (objection->subject, "S"))
    g_string_append (out, mer_tr (language, "Score S"));
  else
    g_string_append (out, objection->subject);
  if (item != NULL)
    g_string_append_printf (out, ": %s", item);
  return g_string_free (out, FALSE);
}

/**
 * mer_objection_day_text:
 * @day: (nullable): ISO 8601
 *
 * Returns: (transfer full): the day as it is printed
 */
char *
mer_objection_day_text (const char *day)
{
  return mer_day_is_iso (day) ? mer_day_to_words (day) : g_strdup ("");
}
