/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One table of properties for each kind of part, in the order in which an editor shows them.
 * A new property of the model is one line here. */

#include <glib/gi18n.h>

#include "methodology/mer-measure.h"
#include "methodology/mer-methodology-edit-private.h"

#define N_KINDS (MER_PART_COLUMN + 1)
#define MAX_PROPERTIES 24

const char *const mer_base_words[] = { NULL, "answers", "channel", "filter" };

/* --- getters and setters of what is no plain field ---------------------------------------- */

static char *
get_measure (const MerMethodology *self, const MerSpot *spot)
{
  return g_strdup (((MerIndicator *) spot->part)->kind->id);
}

static gboolean
set_measure (MerMethodology *self, const MerSpot *spot, const char *value, GError **error)
{
  const MerMeasureKind *kind = mer_measure_kind_find (value);

  if (kind == NULL)
    return mer_edit_fail (error, _("There is no kind of measure “%s”."), value);
  ((MerIndicator *) spot->part)->kind = kind;
  return TRUE;
}

static char *
get_base (const MerMethodology *self, const MerSpot *spot)
{
  return g_strdup (mer_base_words[((MerIndicator *) spot->part)->base]);
}

static gboolean
set_base (MerMethodology *self, const MerSpot *spot, const char *value, GError **error)
{
  for (guint i = MER_BASE_NONE; i <= MER_BASE_FILTER; i++)
    if (strcmp (mer_base_words[i] != NULL ? mer_base_words[i] : "", value) == 0)
      {
        ((MerIndicator *) spot->part)->base = (MerBase) i;
        return TRUE;
      }
  return mer_edit_fail (error, _("There is no base “%s”."), value);
}

static char *
get_points (const MerMethodology *self, const MerSpot *spot)
{
  const MerRational *points = &((MerIndicator *) spot->part)->points;

  return mer_rational_is_zero (points) ? NULL : mer_rational_to_string (points);
}

static gboolean
set_points (MerMethodology *self, const MerSpot *spot, const char *value, GError **error)
{
  MerRational *points = &((MerIndicator *) spot->part)->points;
  MerRational  number = MER_RATIONAL_ZERO;

  if (value[0] != '\0' && !mer_value_number (value, &number, error))
    return FALSE;
  mer_rational_clear (points);
  *points = number;
  return TRUE;
}

static char *
get_score (const MerMethodology *self, const MerSpot *spot)
{
  const MerOption *option = spot->part;

  return option->has_score ? mer_rational_to_string (&option->score) : NULL;
}

static gboolean
set_score (MerMethodology *self, const MerSpot *spot, const char *value, GError **error)
{
  MerOption  *option = spot->part;
  MerRational number = MER_RATIONAL_ZERO;

  if (value[0] != '\0' && !mer_value_number (value, &number, error))
    return FALSE;
  mer_rational_clear (&option->score);
  option->score = number;
  option->has_score = value[0] != '\0';
  return TRUE;
}

/* "90 = 100" a line: from 90 on 100 points. */
static char *
get_bands (const MerMethodology *self, const MerSpot *spot)
{
  const GArray *bands = ((MerIndicator *) spot->part)->bands;
  GString      *lines = g_string_new (NULL);

  for (guint i = 0; i < bands->len; i++)
    {
      const MerPointBand *band = &g_array_index (bands, MerPointBand, i);
      g_autofree char    *from = mer_rational_to_string (&band->from);
      g_autofree char    *points = mer_rational_to_string (&band->points);

      g_string_append_printf (lines, "%s%s = %s", i > 0 ? "\n" : "", from, points);
    }
  return g_string_free (lines, lines->len == 0);
}

static gboolean
parse_band (const char *line, MerPointBand *band, GError **error)
{
  g_auto (GStrv) sides = g_strsplit (line, "=", 2);

  if (g_strv_length (sides) != 2)
    return mer_edit_fail (error, _("“%s” is no band: write “90 = 100”, from 90 on 100 points."),
                                    line);
  return mer_value_number (sides[0], &band->from, error) &&
         mer_value_number (sides[1], &band->points, error);
}

static gboolean
set_bands (MerMethodology *self, const MerSpot *spot, const char *value, GError **error)
{
  MerIndicator *indicator = spot->part;
  g_auto (GStrv) lines = mer_value_lines (value, error);
  g_autoptr (GArray) bands = g_array_new (FALSE, FALSE, sizeof (MerPointBand));

  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      MerPointBand band = { MER_RATIONAL_ZERO, MER_RATIONAL_ZERO };

      if (!parse_band (lines[i], &band, error))
        return FALSE;
      g_array_append_val (bands, band);
    }
  if (lines == NULL)
    return FALSE;
  g_array_unref (indicator->bands);
  indicator->bands = g_steal_pointer (&bands);
  return TRUE;
}

static char *
get_kinds (const MerMethodology *self, const MerSpot *spot)
{
  guint    kinds = ((MerItem *) spot->part)->kinds;
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < MER_N_ORGANIZATION_KINDS; i++)
    if (kinds & (1u << i))
      g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "",
                              mer_organization_kind_to_code ((MerOrganizationKind) i));
  return g_string_free (words, FALSE);
}

/* No kind at all is every kind, as in the XML. */
static gboolean
set_kinds (MerMethodology *self, const MerSpot *spot, const char *value, GError **error)
{
  g_auto (GStrv) words = mer_value_words (value);
  MerOrganizationKind kind;
  guint               kinds = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (!mer_organization_kind_from_code (words[i], &kind))
        return mer_edit_fail (error, _("There is no kind of organization “%s”."), words[i]);
      kinds |= 1u << kind;
    }
  ((MerItem *) spot->part)->kinds = kinds != 0 ? kinds : (1u << MER_N_ORGANIZATION_KINDS) - 1;
  return TRUE;
}

static char *
get_symbol (const MerMethodology *self, const MerSpot *spot)
{
  return g_strdup (((MerCriterion *) spot->part)->symbol);
}

static gboolean
set_symbol (MerMethodology *self, const MerSpot *spot, const char *value, GError **error)
{
  char           **symbol = &((MerCriterion *) spot->part)->symbol;
  g_autofree char *text = mer_value_text (value, MER_MAX_SYMBOL, error);

  if (text == NULL)
    return FALSE;
  if (text[0] == '\0' || strchr (text, ' ') != NULL)
    return mer_edit_fail (error, "%s", _("The symbol is one word without blanks."));
  g_free (*symbol);
  *symbol = g_steal_pointer (&text);
  return TRUE;
}

static char *
get_language (const MerMethodology *self, const MerSpot *spot)
{
  return g_strdup (self->language);
}

static gboolean
set_language (MerMethodology *self, const MerSpot *spot, const char *value, GError **error)
{
  if (!g_regex_match_simple ("^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$", value, G_REGEX_DOLLAR_ENDONLY, 0))
    return mer_edit_fail (error, _("“%s” is no code of a language."), value);
  g_free (self->language);
  self->language = g_strdup (value);
  return TRUE;
}

static char *
get_id (const MerMethodology *self, const MerSpot *spot)
{
  return g_strdup (self->id);
}

static gboolean
set_id (MerMethodology *self, const MerSpot *spot, const char *value, GError **error)
{
  if (!mer_code_is_well_formed (value))
    return mer_edit_fail (error,
                          _("“%s” is no code: up to %d Latin letters, digits, points and dashes."),
                             value, MER_MAX_CODE);
  g_free (self->id);
  self->id = g_strdup (value);
  return TRUE;
}

static char *
get_code (const MerMethodology *self, const MerSpot *spot)
{
  return g_strdup (mer_part_code (spot->kind, spot->part));
}

/* --- the tables --------------------------------------------------------------------------- */

#define AT(type, field) .offset = G_STRUCT_OFFSET (type, field)
#define OWN(name) .get = get_##name, .set = set_##name
#define LINK(name) .get = mer_link_get_##name, .set = mer_link_set_##name
#define CODE .get = get_code, .set = mer_link_set_code
#define UNCONFIRMED(type)                                                                      \
  {                                                                                            \
    "unconfirmed", N_("To be held against the act"), MER_VALUE_YES_NO, AT (type, unconfirmed) \
  }

/* Kept by hand: the formatter takes N_() in braces for code. */
/* clang-format off */
static const MerProperty methodology_table[] = {
  { "title", N_("Name"), MER_VALUE_TEXT, AT (MerMethodology, title) },
  { "date", N_("Date of the edition"), MER_VALUE_DATE, AT (MerMethodology, date) },
  { "maximum", N_("Maximum"), MER_VALUE_NUMBER, AT (MerMethodology, maximum) },
  { "language", N_("Language of its texts"), MER_VALUE_TEXT, OWN (language) },
  { "id", N_("Edition"), MER_VALUE_CODE, OWN (id) },
  { NULL }
};

static const MerProperty criterion_table[] = {
  { "code", N_("Code"), MER_VALUE_CODE, CODE },
  { "symbol", N_("Symbol"), MER_VALUE_TEXT, OWN (symbol) },
  { "title", N_("Name"), MER_VALUE_TEXT, AT (MerCriterion, title) },
  { "short-title", N_("Short name"), MER_VALUE_TEXT, AT (MerCriterion, short_title) },
  { "full-title", N_("Official wording"), MER_VALUE_TEXT, AT (MerCriterion, full_title) },
  { "weight", N_("Weight"), MER_VALUE_NUMBER, AT (MerCriterion, weight) },
  { "maximum", N_("Maximum"), MER_VALUE_NUMBER, AT (MerCriterion, maximum) },
  { "council", N_("Added by the council"), MER_VALUE_YES_NO, AT (MerCriterion, council) },
  UNCONFIRMED (MerCriterion),
  { NULL }
};

static const MerProperty indicator_table[] = {
  { "code", N_("Code"), MER_VALUE_CODE, CODE },
  { "title", N_("Name"), MER_VALUE_TEXT, AT (MerIndicator, title) },
  { "short-title", N_("Short name"), MER_VALUE_TEXT, AT (MerIndicator, short_title) },
  { "full-title", N_("Official wording"), MER_VALUE_TEXT, AT (MerIndicator, full_title) },
  { "weight", N_("Weight"), MER_VALUE_NUMBER, AT (MerIndicator, weight) },
  { "measure", N_("How it is measured"), MER_VALUE_CHOICE, OWN (measure) },
  { "inputs", N_("What is measured"), MER_VALUE_LINKS, LINK (inputs) },
  { "input-weights", N_("Weights of what is measured"), MER_VALUE_NUMBERS, LINK (weights) },
  { "base", N_("Base of the share"), MER_VALUE_CHOICE, OWN (base) },
  { "points", N_("Points for an item"), MER_VALUE_NUMBER, OWN (points) },
  { "bands", N_("Points by bands"), MER_VALUE_PAIRS, OWN (bands) },
  { "cap", N_("Maximum"), MER_VALUE_NUMBER, AT (MerIndicator, cap) },
  UNCONFIRMED (MerIndicator),
  { NULL }
};

static const MerProperty calculated_table[] = {
  { "code", N_("Code"), MER_VALUE_CODE, CODE },
  { "title", N_("Name"), MER_VALUE_TEXT, AT (MerCalculated, title) },
  { "short-title", N_("Short name"), MER_VALUE_TEXT, AT (MerCalculated, short_title) },
  { "mean-of", N_("Mean of the indicators"), MER_VALUE_LINKS, LINK (mean_of) },
  UNCONFIRMED (MerCalculated),
  { NULL }
};

static const MerProperty question_table[] = {
  { "code", N_("Code"), MER_VALUE_CODE, CODE },
  { "text", N_("Text of the question"), MER_VALUE_TEXT, AT (MerQuestion, text) },
  { "short-text", N_("Short name"), MER_VALUE_TEXT, AT (MerQuestion, short_text) },
  { "filter", N_("Asked only of those who said yes to"), MER_VALUE_LINK, LINK (filter) },
  { "nobody", N_("“Nobody …” in explanations"), MER_VALUE_OPTIONAL_TEXT,
    AT (MerQuestion, nobody) },
  { "required", N_("A file must have it"), MER_VALUE_YES_NO, AT (MerQuestion, required) },
  { "variants", N_("Other headings of its column"), MER_VALUE_LINES, AT (MerQuestion, variants) },
  UNCONFIRMED (MerQuestion),
  { NULL }
};

static const MerProperty option_table[] = {
  { "text", N_("Text of the answer"), MER_VALUE_TEXT, AT (MerOption, text) },
  { "positive", N_("Counts as satisfied"), MER_VALUE_YES_NO, AT (MerOption, positive) },
  { "unsure", N_("“Hard to say”"), MER_VALUE_YES_NO, AT (MerOption, unsure) },
  { "score", N_("Points on the scale"), MER_VALUE_NUMBER, OWN (score) },
  { "variants", N_("Other spellings"), MER_VALUE_LINES, AT (MerOption, variants) },
  { NULL }
};

static const MerProperty place_table[] = {
  { "code", N_("Code"), MER_VALUE_CODE, CODE },
  { "title", N_("Name"), MER_VALUE_TEXT, AT (MerPlace, title) },
  { "header-words", N_("Words of its headings"), MER_VALUE_LINES, AT (MerPlace, header_words) },
  UNCONFIRMED (MerPlace),
  { NULL }
};

static const MerProperty item_table[] = {
  { "code", N_("Code"), MER_VALUE_CODE, CODE },
  { "text", N_("Text of the item"), MER_VALUE_TEXT, AT (MerItem, text) },
  { "kinds", N_("Kinds of organizations"), MER_VALUE_CHOICES, OWN (kinds) },
  { "variants", N_("Other headings of its column"), MER_VALUE_LINES, AT (MerItem, variants) },
  UNCONFIRMED (MerItem),
  { NULL }
};

static const MerProperty band_table[] = {
  { "code", N_("Code"), MER_VALUE_CODE, CODE },
  { "title", N_("Name"), MER_VALUE_TEXT, AT (MerBand, title) },
  { "short-title", N_("Short name"), MER_VALUE_TEXT, AT (MerBand, short_title) },
  { "from", N_("From, in percent of the maximum"), MER_VALUE_NUMBER, AT (MerBand, from) },
  UNCONFIRMED (MerBand),
  { NULL }
};

/* Codes are the program's own. */
static const MerProperty column_table[] = {
  { "title", N_("Heading of the column"), MER_VALUE_TEXT, AT (MerColumn, title) },
  { "variants", N_("Other headings of its column"), MER_VALUE_LINES, AT (MerColumn, variants) },
  { NULL }
};
/* clang-format on */

static const MerProperty *const tables[N_KINDS] = {
  [MER_PART_METHODOLOGY] = methodology_table,
  [MER_PART_CRITERION] = criterion_table,
  [MER_PART_INDICATOR] = indicator_table,
  [MER_PART_CALCULATED] = calculated_table,
  [MER_PART_QUESTION] = question_table,
  [MER_PART_OPTION] = option_table,
  [MER_PART_PLACE] = place_table,
  [MER_PART_ITEM] = item_table,
  [MER_PART_BAND] = band_table,
  [MER_PART_COLUMN] = column_table,
};

const MerProperty *
mer_part_table (MerPartKind kind)
{
  return tables[kind];
}

const MerProperty *
mer_part_find_property (MerPartKind kind, const char *name)
{
  for (const MerProperty *property = tables[kind]; property->name != NULL; property++)
    if (strcmp (property->name, name) == 0)
      return property;
  return NULL;
}

static gpointer
collect_names (gpointer data)
{
  const char **names = g_new0 (const char *, N_KINDS *MAX_PROPERTIES);

  for (guint kind = 0; kind < N_KINDS; kind++)
    for (guint i = 0; tables[kind][i].name != NULL; i++)
      {
        g_assert (i + 1 < MAX_PROPERTIES);
        names[kind * MAX_PROPERTIES + i] = tables[kind][i].name;
      }
  return names;
}

/**
 * mer_part_properties:
 * @kind: a kind of part
 *
 * Returns: (transfer none) (array zero-terminated=1): the names of its properties
 */
const char *const *
mer_part_properties (MerPartKind kind)
{
  static GOnce once = G_ONCE_INIT;

  return (const char *const *) g_once (&once, collect_names, NULL) + kind * MAX_PROPERTIES;
}

const char *
mer_part_property_label (MerPartKind kind, const char *property)
{
  const MerProperty *found = mer_part_find_property (kind, property);

  return found != NULL ? found->label : NULL;
}

MerValueKind
mer_part_property_value (MerPartKind kind, const char *property)
{
  const MerProperty *found = mer_part_find_property (kind, property);

  return found != NULL ? found->value : MER_VALUE_TEXT;
}
