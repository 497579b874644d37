/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules that a document was made by, as it tells of them: the methodology, what the council
 * added to it, and how it decided what is open, with the days of its decisions. */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "methodology/mer-policy.h"
#include "report/mer-objection-words.h"
#include "report/mer-report-private.h"

/**
 * mer_report_is_printed:
 * @input: what a document is about
 * @organization: an organization that was scored
 *
 * Returns: whether the document is to tell of it
 */
gboolean
mer_report_is_printed (const MerReportInput  *input,
                       const MerOrganization *organization)
{
  if (input->kinds != 0 && (input->kinds & (1u << organization->kind)) == 0)
    return FALSE;
  for (guint i = 0; input->organizations != NULL && i < input->organizations->len; i++)
    if (g_array_index (input->organizations, gint64, i) == organization->id)
      return TRUE;
  return input->organizations == NULL;
}

/* Of those whose rows are printed. */
static gboolean
has_branches (const MerReportInput *input)
{
  for (guint i = 0; i < input->scores->n_rows; i++)
    if (input->scores->rows[i].organization->parent_id != 0 &&
        mer_report_is_printed (input, input->scores->rows[i].organization))
      return TRUE;
  return FALSE;
}

/* Rules that no document depends on are not printed. */
static gboolean
is_told (const MerReportInput *input,
         const char           *key,
         const char           *value)
{
  static const char *const silent[] = { "band.edge", "show.2.2", "items.excess", NULL };

  if (g_strv_contains (silent, key) || g_str_equal (value, "inherit"))
    return FALSE;
  if (g_str_equal (key, "council.criteria"))
    return mer_methodology_has_council_criteria (input->scores->methodology);
  return !g_str_equal (key, "branches") || has_branches (input);
}

/* «3.3: …» when the rule is for one indicator; with the date when the council decided it. */
static char *
tell_policy (const MerReportInput *input,
             const char           *key,
             const char           *explanation)
{
  const char *date = g_hash_table_lookup (input->scores->methodology->decided, key);
  GString    *out = g_string_new (NULL);

  if (g_str_has_prefix (key, "undefined."))
    g_string_append_printf (out, mer_tr (input->language, "Indicator %s."),
                            key + strlen ("undefined."));
  g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", explanation);
  if (date != NULL)
    {
      g_autofree char *day = mer_objection_day_text (date);

      g_string_append_c (out, ' ');
      /* Translators: a date. */
      g_string_append_printf (out, mer_tr (input->language, "(The council decided so on %s.)"),
                              *day != '\0' ? day : date);
    }
  return g_string_free (out, FALSE);
}

/* «К6 «…»»: which criteria the council added; NULL: none. */
static char *
tell_council (const MerReportInput *input)
{
  const MerMethodology *methodology = input->scores->methodology;
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < methodology->criteria->len; i++)
    {
      const MerCriterion *criterion = g_ptr_array_index (methodology->criteria, i);

      if (!criterion->council)
        continue;
      g_string_append (names, names->len > 0 ? "; " : "");
      /* Translators: symbol and title of a criterion. */
      g_string_append_printf (names, mer_tr (input->language, "%s “%s”"), criterion->symbol,
                              criterion->title);
    }
  if (names->len == 0)
    return NULL;
  /* Translators: symbols and titles of criteria. */
  return g_strdup_printf (mer_tr (input->language, "The council has added: %s."), names->str);
}

/**
 * mer_report_rules:
 * @input: with scores
 *
 * Returns: (transfer full) (element-type utf8): a sentence a rule
 */
GPtrArray *
mer_report_rules (const MerReportInput *input)
{
  const MerMethodology *methodology = input->scores->methodology;
  g_auto (GStrv) keys = mer_methodology_policy_keys (methodology);
  GPtrArray *rules = g_ptr_array_new_with_free_func (g_free);
  char      *council = tell_council (input);

  g_ptr_array_add (rules,
                   /* Translators: the title of a methodology. */
                   g_strdup_printf (mer_tr (input->language, "Methodology: %s."),
                                    methodology->title));
  if (council != NULL)
    g_ptr_array_add (rules, council);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      const char            *value = mer_methodology_policy (methodology, keys[i]);
      const MerPolicy       *policy = mer_policy_find (keys[i]);
      const MerPolicyChoice *choice = policy != NULL ? mer_policy_choice (policy, value) : NULL;
      const char            *words = NULL;

      if (choice == NULL || !is_told (input, keys[i], value))
        continue;
      words = mer_tr (input->language, choice->explanation);
      g_ptr_array_add (rules, tell_policy (input, keys[i], words));
    }
  return rules;
}
