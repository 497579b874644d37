/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the trees of the page «Методика» are made of. Everything is asked of the rules anew, so
 * that rows never say what the rules no longer do. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/mer-language.h"
#include "methodology/mer-policy.h"
#include "ui/mer-kind-label.h"
#include "ui/pages/mer-methodology-outline.h"

#define POLICY "policy:"
#define GROUP "group:"
#define GROUP_POLICIES GROUP "policies"
#define GROUP_BANDS GROUP "bands"
#define GROUP_COLUMNS GROUP "columns"
#define OWN_UNDEFINED "undefined."

/* --- rows -------------------------------------------------------------------------------- */

static void
add (GStrvBuilder *rows,
     const char   *prefix,
     const char   *code)
{
  g_autofree char *row = g_strconcat (prefix, code, NULL);

  g_strv_builder_add (rows, row);
}

static void
add_criteria (GStrvBuilder         *rows,
              const MerMethodology *methodology)
{
  for (guint i = 0; i < methodology->criteria->len; i++)
    add (rows, "criterion/", ((MerCriterion *) methodology->criteria->pdata[i])->code);
}

static void
add_indicators (GStrvBuilder       *rows,
                const MerCriterion *criterion)
{
  for (guint i = 0; i < criterion->indicators->len; i++)
    add (rows, "indicator/", ((MerIndicator *) criterion->indicators->pdata[i])->code);
  for (guint i = 0; i < criterion->calculated->len; i++)
    add (rows, "calculated/", ((MerCalculated *) criterion->calculated->pdata[i])->code);
}

static void
add_questions (GStrvBuilder         *rows,
               const MerMethodology *methodology)
{
  for (guint i = 0; i < methodology->questions->len; i++)
    add (rows, "question/", ((MerQuestion *) methodology->questions->pdata[i])->code);
}

static void
add_options (GStrvBuilder      *rows,
             const MerQuestion *question)
{
  for (guint i = 0; i < question->options->len; i++)
    {
      g_autofree char *row = g_strdup_printf ("option/%s/%u", question->code, i);

      g_strv_builder_add (rows, row);
    }
}

static void
add_places (GStrvBuilder         *rows,
            const MerMethodology *methodology)
{
  for (guint i = 0; i < methodology->places->len; i++)
    add (rows, "place/", ((MerPlace *) methodology->places->pdata[i])->code);
}

static void
add_items (GStrvBuilder   *rows,
           const MerPlace *place)
{
  for (guint i = 0; i < place->items->len; i++)
    add (rows, "item/", ((MerItem *) place->items->pdata[i])->code);
}

/* A row that is calculated has a setting of its own where there is such a row. */
static void
add_policies (GStrvBuilder *rows)
{
  guint            n = 0;
  const MerPolicy *policies = mer_policies (&n);

  for (guint i = 0; i < n; i++)
    add (rows, POLICY, policies[i].key);
}

static void
add_own_policies (GStrvBuilder         *rows,
                  const MerMethodology *methodology)
{
  g_auto (GStrv) keys = mer_methodology_policy_keys (methodology);

  for (guint i = 0; keys[i] != NULL; i++)
    if (g_str_has_prefix (keys[i], OWN_UNDEFINED))
      add (rows, POLICY, keys[i]);
}

static void
add_bands (GStrvBuilder         *rows,
           const MerMethodology *methodology)
{
  for (guint i = 0; i < methodology->bands->len; i++)
    add (rows, "band/", ((MerBand *) methodology->bands->pdata[i])->code);
}

static void
add_columns (GStrvBuilder         *rows,
             const MerMethodology *methodology)
{
  for (guint i = 0; i < methodology->columns->len; i++)
    add (rows, "column/", ((MerColumn *) methodology->columns->pdata[i])->code);
}

static void
add_roots (GStrvBuilder         *rows,
           const MerMethodology *methodology,
           MerOutline            outline)
{
  switch (outline)
    {
    case MER_OUTLINE_CRITERIA:
      add_criteria (rows, methodology);
      break;
    case MER_OUTLINE_QUESTIONS:
      add_questions (rows, methodology);
      if (methodology->columns->len > 0)
        g_strv_builder_add (rows, GROUP_COLUMNS);
      break;
    case MER_OUTLINE_CHECKLISTS:
      add_places (rows, methodology);
      break;
    case MER_OUTLINE_RULES:
      g_strv_builder_add (rows, "");
      g_strv_builder_add (rows, GROUP_POLICIES);
      g_strv_builder_add (rows, GROUP_BANDS);
      break;
    case MER_N_OUTLINES:
    default:
      g_assert_not_reached ();
    }
}

static const char *
code_in (const char *row)
{
  return strchr (row, '/') + 1;
}

static void
add_part_children (GStrvBuilder         *rows,
                   const MerMethodology *methodology,
                   const char           *row)
{
  MerPartKind         kind = mer_part_kind_of (row);
  const MerCriterion *criterion = NULL;
  int                 index = -1;

  if (kind == MER_PART_CRITERION)
    {
      criterion = mer_methodology_find_criterion (methodology, code_in (row));
      if (criterion != NULL)
        add_indicators (rows, criterion);
    }
  else if (kind == MER_PART_QUESTION)
    {
      index = mer_methodology_find_question (methodology, code_in (row));
      if (index >= 0)
        add_options (rows, methodology->questions->pdata[index]);
    }
  else if (kind == MER_PART_PLACE)
    {
      index = mer_methodology_find_place (methodology, code_in (row));
      if (index >= 0)
        add_items (rows, methodology->places->pdata[index]);
    }
}

/**
 * mer_outline_children:
 * @methodology: the rules
 * @outline: a tree of theirs
 * @row: (nullable): a row of it; %NULL: the top
 *
 * Returns: (transfer full) (array zero-terminated=1): the rows below
 */
GStrv
mer_outline_children (const MerMethodology *methodology,
                      MerOutline            outline,
                      const char           *row)
{
  g_autoptr (GStrvBuilder) rows = g_strv_builder_new ();

  if (row == NULL)
    add_roots (rows, methodology, outline);
  else if (g_str_equal (row, GROUP_POLICIES))
    add_policies (rows);
  else if (g_str_equal (row, GROUP_BANDS))
    add_bands (rows, methodology);
  else if (g_str_equal (row, GROUP_COLUMNS))
    add_columns (rows, methodology);
  else if (g_str_equal (row, POLICY "undefined"))
    add_own_policies (rows, methodology);
  else if (mer_outline_is_part (row))
    add_part_children (rows, methodology, row);
  return g_strv_builder_end (rows);
}

gboolean
mer_outline_is_part (const char *row)
{
  return row[0] != '\0' && !g_str_has_prefix (row, POLICY) && !g_str_has_prefix (row, GROUP);
}

gboolean
mer_outline_may_have_children (const char *row)
{
  MerPartKind kind = MER_PART_METHODOLOGY;

  if (!mer_outline_is_part (row))
    return g_str_has_prefix (row, GROUP) || g_str_equal (row, POLICY "undefined");
  kind = mer_part_kind_of (row);
  return kind == MER_PART_CRITERION || kind == MER_PART_QUESTION || kind == MER_PART_PLACE;
}

const char *
mer_outline_policy (const char *row)
{
  return g_str_has_prefix (row, POLICY) ? row + strlen (POLICY) : NULL;
}

char *
mer_outline_parent (const MerMethodology *methodology,
                    const char           *row)
{
  const char      *policy = mer_outline_policy (row);
  g_autofree char *owner = NULL;

  if (policy != NULL)
    return g_strdup (g_str_has_prefix (policy, OWN_UNDEFINED) ? POLICY "undefined"
                                                              : GROUP_POLICIES);
  if (!mer_outline_is_part (row))
    return NULL;
  if (mer_part_kind_of (row) == MER_PART_BAND)
    return g_strdup (GROUP_BANDS);
  if (mer_part_kind_of (row) == MER_PART_COLUMN)
    return g_strdup (GROUP_COLUMNS);
  owner = mer_part_owner (methodology, row);
  return owner != NULL && *owner != '\0' ? g_steal_pointer (&owner) : NULL;
}

MerOutline
mer_outline_of (const char *row)
{
  static const MerOutline outlines[] = {
    [MER_PART_METHODOLOGY] = MER_OUTLINE_RULES,
    [MER_PART_CRITERION] = MER_OUTLINE_CRITERIA,
    [MER_PART_INDICATOR] = MER_OUTLINE_CRITERIA,
    [MER_PART_CALCULATED] = MER_OUTLINE_CRITERIA,
    [MER_PART_QUESTION] = MER_OUTLINE_QUESTIONS,
    [MER_PART_OPTION] = MER_OUTLINE_QUESTIONS,
    [MER_PART_PLACE] = MER_OUTLINE_CHECKLISTS,
    [MER_PART_ITEM] = MER_OUTLINE_CHECKLISTS,
    [MER_PART_BAND] = MER_OUTLINE_RULES,
    [MER_PART_COLUMN] = MER_OUTLINE_QUESTIONS,
  };

  if (g_str_equal (row, GROUP_COLUMNS))
    return MER_OUTLINE_QUESTIONS;
  return mer_outline_is_part (row) ? outlines[mer_part_kind_of (row)] : MER_OUTLINE_RULES;
}

char *
mer_outline_row_of (const char *path,
                    const char *property)
{
  static const char unconfirmed[] = "unconfirmed:";

  if (*path != '\0' || property == NULL)
    return g_strdup (path);
  if (g_str_has_prefix (property, POLICY))
    return g_strdup (property);
  if (g_str_has_prefix (property, unconfirmed))
    return g_strconcat (POLICY, property + strlen (unconfirmed), NULL);
  return g_strdup (path);
}

/* --- what cells say ---------------------------------------------------------------------- */

static char *
property_of (const MerMethodology *methodology,
             const char           *row,
             const char           *property)
{
  char *value = NULL;

  if (mer_methodology_has_part (methodology, row))
    value = mer_methodology_get (methodology, row, property);
  return value != NULL ? value : g_strdup ("");
}

char *
mer_outline_number (const char *text)
{
  char *number = g_strdup (text);

  if (mer_language_of_locale () == MER_LANGUAGE_RU)
    g_strdelimit (number, ".", ',');
  return number;
}

char *
mer_outline_code (const MerMethodology *methodology,
                  const char           *row)
{
  if (!mer_outline_is_part (row))
    return g_strdup ("");
  switch (mer_part_kind_of (row))
    {
    case MER_PART_CRITERION:
      return property_of (methodology, row, "symbol");
    case MER_PART_COLUMN:
      return g_strdup ("");
    case MER_PART_OPTION:
      return g_strdup_printf ("%d", atoi (strrchr (row, '/') + 1) + 1);
    case MER_PART_METHODOLOGY:
    case MER_PART_INDICATOR:
    case MER_PART_CALCULATED:
    case MER_PART_QUESTION:
    case MER_PART_PLACE:
    case MER_PART_ITEM:
    case MER_PART_BAND:
    default:
      return property_of (methodology, row, "code");
    }
}

static char *
policy_name (const MerMethodology *methodology,
             const char           *key)
{
  const MerPolicy    *policy = mer_policy_find (key);
  const MerIndicator *indicator = NULL;

  if (g_str_has_prefix (key, OWN_UNDEFINED))
    indicator = mer_methodology_find_indicator (methodology, key + strlen (OWN_UNDEFINED));
  if (indicator != NULL)
    return g_strdup_printf ("%s %s", indicator->code, indicator->title);
  return g_strdup (policy != NULL ? _(policy->title) : key);
}

const char *
mer_outline_about (const char *row)
{
  if (g_str_equal (row, GROUP_POLICIES))
    return _("Where the acts can be read in more than one way, the council decides. What it "
             "decided, and when, is printed in the report.");
  if (g_str_equal (row, GROUP_BANDS))
    return _("The words for a score, from the best to the worst. “Where a band begins” among the "
             "rules of the calculation says how a score between two whole points is read.");
  if (g_str_equal (row, GROUP_COLUMNS))
    return _("What a table of answers has besides the questions.");
  return NULL;
}

char *
mer_outline_name (const MerMethodology *methodology,
                  const char           *row)
{
  const char *policy = mer_outline_policy (row);

  if (policy != NULL)
    return policy_name (methodology, policy);
  if (g_str_equal (row, GROUP_POLICIES))
    return g_strdup (_("Rules of the calculation"));
  if (g_str_equal (row, GROUP_BANDS))
    return g_strdup (_("Bands of scores"));
  if (g_str_equal (row, GROUP_COLUMNS))
    return g_strdup (_("Other columns of tables"));
  if (*row == '\0')
    return g_strdup (_("The methodology as a whole"));
  switch (mer_part_kind_of (row))
    {
    case MER_PART_QUESTION:
      return property_of (methodology, row, "short-text");
    case MER_PART_OPTION:
    case MER_PART_ITEM:
      return property_of (methodology, row, "text");
    case MER_PART_CRITERION:
    case MER_PART_INDICATOR:
    case MER_PART_CALCULATED:
      return property_of (methodology, row, "short-title");
    case MER_PART_METHODOLOGY:
    case MER_PART_PLACE:
    case MER_PART_BAND:
    case MER_PART_COLUMN:
    default:
      return property_of (methodology, row, "title");
    }
}

char *
mer_outline_full_name (const MerMethodology *methodology,
                       const char           *row)
{
  if (!mer_outline_is_part (row))
    return mer_outline_name (methodology, row);
  switch (mer_part_kind_of (row))
    {
    case MER_PART_QUESTION:
    case MER_PART_OPTION:
    case MER_PART_ITEM:
      return property_of (methodology, row, "text");
    case MER_PART_METHODOLOGY:
    case MER_PART_CRITERION:
    case MER_PART_INDICATOR:
    case MER_PART_CALCULATED:
    case MER_PART_PLACE:
    case MER_PART_BAND:
    case MER_PART_COLUMN:
    default:
      return property_of (methodology, row, "title");
    }
}

char *
mer_outline_weight (const MerMethodology *methodology,
                    const char           *row)
{
  g_autofree char *weight = property_of (methodology, row, "weight");

  return mer_outline_number (weight);
}

static char *
policy_value (const MerMethodology *methodology,
              const char           *key)
{
  const MerPolicy       *policy = mer_policy_find (key);
  const MerPolicyChoice *choice =
    policy != NULL ? mer_policy_choice (policy, mer_methodology_policy (methodology, key)) : NULL;

  return g_strdup (choice != NULL ? _(choice->title) : "");
}

/* «дошкольные, общие»; nothing where it applies to all. */
static char *
kinds_value (const MerMethodology *methodology,
             const char           *row)
{
  g_autofree char *codes = property_of (methodology, row, "kinds");
  g_auto (GStrv) words = g_strsplit (codes, " ", -1);
  g_autoptr (GStrvBuilder) kinds = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  if (g_strv_length (words) >= MER_N_ORGANIZATION_KINDS)
    return g_strdup (C_ ("applies", "all"));
  for (guint i = 0; words[i] != NULL; i++)
    {
      MerOrganizationKind kind = MER_ORGANIZATION_OTHER;

      if (mer_organization_kind_from_code (words[i], &kind))
        g_strv_builder_add (kinds, mer_kind_label (kind));
    }
  list = g_strv_builder_end (kinds);
  return g_strjoinv (", ", list);
}

static gboolean
says_yes (const MerMethodology *methodology,
          const char           *row,
          const char           *property)
{
  g_autofree char *value = property_of (methodology, row, property);

  return g_str_equal (value, "yes");
}

static char *
option_value (const MerMethodology *methodology,
              const char           *row)
{
  g_autofree char *score = property_of (methodology, row, "score");

  if (*score != '\0')
    return mer_outline_number (score);
  if (says_yes (methodology, row, "positive"))
    return g_strdup (_("satisfied"));
  return g_strdup (says_yes (methodology, row, "unsure") ? _("hard to say") : "");
}

/* «если q1»: whom a question is asked of. */
static char *
filter_value (const MerMethodology *methodology,
              const char           *row)
{
  g_autofree char *filter = property_of (methodology, row, "filter");

  /* Translators: %s is the code of a question that must be answered with yes first. */
  return *filter != '\0' ? g_strdup_printf (_("if %s"), filter) : g_strdup ("");
}

static char *
band_value (const MerMethodology *methodology,
            const char           *row)
{
  g_autofree char *from = property_of (methodology, row, "from");
  g_autofree char *number = mer_outline_number (from);

  /* Translators: %s is the score at which a band begins. */
  return g_strdup_printf (_("from %s"), number);
}

char *
mer_outline_value (const MerMethodology *methodology,
                   const char           *row)
{
  const char *policy = mer_outline_policy (row);

  if (policy != NULL)
    return policy_value (methodology, policy);
  if (!mer_outline_is_part (row))
    return g_strdup ("");
  switch (mer_part_kind_of (row))
    {
    case MER_PART_QUESTION:
      return filter_value (methodology, row);
    case MER_PART_OPTION:
      return option_value (methodology, row);
    case MER_PART_ITEM:
      return kinds_value (methodology, row);
    case MER_PART_BAND:
      return band_value (methodology, row);
    case MER_PART_METHODOLOGY:
    case MER_PART_CRITERION:
    case MER_PART_INDICATOR:
    case MER_PART_CALCULATED:
    case MER_PART_PLACE:
    case MER_PART_COLUMN:
    default:
      return g_strdup ("");
    }
}
