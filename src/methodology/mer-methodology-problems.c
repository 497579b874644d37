/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the schema cannot say: codes are unique, filters pass somebody, measures have what they
 * need, nothing is left empty. The sums of weights are next door. Each finding knows its part, so
 * that a reader of XML can tell the line and an editor can jump there. */

#include "methodology/mer-methodology-problems-private.h"

#include <glib/gi18n.h>

#include "methodology/mer-measure-private.h"

/**
 * mer_methodology_problem_free:
 * @self: (transfer full): a problem
 */
void
mer_methodology_problem_free (MerMethodologyProblem *self)
{
  g_free (self->path);
  g_free (self->property);
  g_free (self->text);
  g_free (self);
}

void
mer_check_say (MerCheck *self, const char *property, char *text)
{
  MerFinding *finding = g_new0 (MerFinding, 1);

  finding->problem.path = mer_spot_path (&self->spot);
  finding->problem.property = g_strdup (property);
  finding->problem.text = text;
  finding->problem.is_error = TRUE;
  finding->part = self->spot.part;
  g_ptr_array_add (self->found, finding);
}

static void
remark (MerCheck *self, const char *property)
{
  MerMethodologyProblem *problem;

  mer_check_say (self, property, g_strdup (_("To be held against the text of the act.")));
  problem = self->found->pdata[self->found->len - 1];
  problem->is_error = FALSE;
}

static GHashTable *
new_codes (void)
{
  return g_hash_table_new (g_str_hash, g_str_equal);
}

static void
check_code (MerCheck *self, GHashTable *seen)
{
  char *code = *mer_part_code_field (self->spot.kind, self->spot.part);

  if (g_hash_table_contains (seen, code))
    mer_check_say (self, "code", g_strdup_printf (_("The code “%s” is used twice."), code));
  g_hash_table_add (seen, code);
}

/* What holds for every part: its texts say something, and nothing is left to be confirmed. */
static void
check_part (MerCheck *self)
{
  const MerProperty *table = mer_part_table (self->spot.kind);

  for (guint i = 0; table[i].name != NULL; i++)
    {
      g_autofree char *value = NULL;

      if (table[i].value != MER_VALUE_TEXT && strcmp (table[i].name, "unconfirmed") != 0)
        continue;
      value = mer_property_get (&table[i], self->methodology, &self->spot);
      if (table[i].value == MER_VALUE_TEXT && (value == NULL || value[0] == '\0'))
        mer_check_say (self, table[i].name,
                       g_strdup_printf (_("“%s” is empty."), _(table[i].label)));
      else if (table[i].value == MER_VALUE_YES_NO && g_strcmp0 (value, "yes") == 0)
        remark (self, table[i].name);
    }
}

static void
enter (MerCheck *self, MerPartKind kind, gpointer owner, GPtrArray *list, guint index)
{
  self->spot = (MerSpot){ kind, list->pdata[index], owner, list, index };
  check_part (self);
}

static void
enter_whole (MerCheck *self)
{
  self->spot = (MerSpot){ MER_PART_METHODOLOGY, self->whole, NULL, NULL, 0 };
}

static void
check_unconfirmed_policies (MerCheck *self)
{
  g_auto (GStrv) keys = mer_methodology_policy_keys (self->methodology);

  for (guint i = 0; keys[i] != NULL; i++)
    if (g_hash_table_contains (self->methodology->unconfirmed, keys[i]))
      {
        g_autofree char *property = g_strconcat ("policy:", keys[i], NULL);

        remark (self, property);
      }
}

static void
check_limit (MerCheck *self, guint n, guint limit, const char *format)
{
  if (n <= limit)
    return;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  mer_check_say (self, NULL, g_strdup_printf (format, (int) limit));
#pragma GCC diagnostic pop
}

static void
check_whole (MerCheck *self)
{
  const MerMethodology *methodology = self->methodology;
  g_autoptr (GPtrArray) indicators = mer_methodology_indicators (methodology);

  enter_whole (self);
  check_part (self);
  check_limit (self, indicators->len, MER_MAX_INDICATORS, _("More than %d indicators."));
  check_limit (self, methodology->questions->len, MER_MAX_QUESTIONS, _("More than %d questions."));
  check_limit (self, methodology->places->len, MER_MAX_PLACES, _("More than %d places."));
  check_unconfirmed_policies (self);
  mer_check_total (self);
}

/* Which property of an indicator a kind's complaint is about. */
static const char *
property_of (const char *complaint)
{
  static const char *const words[][2] = {
    { "weight", "input-weights" },
    { "band", "bands" },
    { "input", "inputs" },
    { "base", "base" },
    { "points", "points" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (complaint, words[i][0]) != NULL)
      return words[i][1];
  return "inputs";
}

/* What is named twice would count twice. */
static gboolean
names_twice (const MerIndicator *indicator)
{
  for (guint i = 0; i < indicator->inputs->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const MerMeasureInput *a = mer_indicator_input (indicator, i);
        const MerMeasureInput *b = mer_indicator_input (indicator, j);

        if (a->place == b->place && a->question == b->question)
          return TRUE;
      }
  return FALSE;
}

/* In words that go on after "Indicator 1.1: "; NULL when there is nothing to say. */
static const char *
complaint_about (const MerCheck *self, const MerIndicator *indicator)
{
  if (indicator->inputs->len > MER_MAX_TERMS)
    return N_("it has too many inputs");
  if (names_twice (indicator))
    return N_("it names an input twice");
  return indicator->kind->check (indicator, self->methodology);
}

static void
check_indicator (MerCheck *self)
{
  const MerIndicator *indicator = self->spot.part;
  const char         *complaint;

  check_code (self, self->scores);
  if (!mer_check_is_positive (&indicator->weight))
    mer_check_say (self, "weight",
                   g_strdup_printf (_("Indicator %s: the weight must be greater than zero."),
                                       indicator->code));
  if (!mer_check_is_positive (&indicator->cap))
    mer_check_say (self, "cap",
                   g_strdup_printf (_("Indicator %s: the maximum must be greater than zero."),
                                       indicator->code));
  complaint = complaint_about (self, indicator);
  if (complaint != NULL)
    mer_check_say (self, property_of (complaint),
                   g_strdup_printf (_("Indicator %s: %s."), indicator->code, _(complaint)));
}

static void
check_calculated (MerCheck *self)
{
  const MerCalculated *calculated = self->spot.part;

  check_code (self, self->scores);
  if (calculated->indicators->len == 0)
    mer_check_say (self, "mean-of",
                   g_strdup_printf (_("The calculated row %s is the mean of no indicator."),
                                       calculated->code));
}

static void
check_criterion (MerCheck *self)
{
  MerCriterion *criterion = self->spot.part;

  check_code (self, self->scores);
  if (!mer_check_is_positive (&criterion->weight))
    mer_check_say (self, "weight",
                   g_strdup_printf (_("Criterion %s: the weight must be greater than zero."),
                                       criterion->code));
  if (criterion->indicators->len == 0)
    mer_check_say (self, NULL,
                   g_strdup_printf (_("Criterion %s has no indicators."), criterion->code));
  else
    mer_check_sum_of_criterion (self, criterion);
  for (guint i = 0; i < criterion->indicators->len; i++)
    {
      enter (self, MER_PART_INDICATOR, criterion, criterion->indicators, i);
      check_indicator (self);
    }
  for (guint i = 0; i < criterion->calculated->len; i++)
    {
      enter (self, MER_PART_CALCULATED, criterion, criterion->calculated, i);
      check_calculated (self);
    }
}

/* On a scale every answer counts as many points as it has, so none needs to be positive. */
static gboolean
has_positive_option (const MerQuestion *question)
{
  for (guint i = 0; i < question->options->len; i++)
    {
      const MerOption *option = question->options->pdata[i];

      if (option->positive || option->has_score)
        return TRUE;
    }
  return FALSE;
}

static void
check_filter (MerCheck *self, const MerQuestion *question)
{
  const GPtrArray   *questions = self->methodology->questions;
  const MerQuestion *filter = question->filter >= 0 ? questions->pdata[question->filter] : NULL;

  if (filter != NULL && (guint) question->filter >= self->spot.index)
    mer_check_say (self, "filter",
                   g_strdup_printf (_("The filter “%s” is not one of the questions before it."),
                                       filter->code));
}

static void
check_question (MerCheck *self)
{
  MerQuestion *question = self->spot.part;

  check_code (self, self->columns);
  check_filter (self, question);
  if (question->options->len > MER_MAX_OPTIONS)
    mer_check_say (self, NULL,
                   g_strdup_printf (_("The question “%s” has more than %d options."),
                                       question->code, MER_MAX_OPTIONS));
  if (!has_positive_option (question))
    mer_check_say (self, NULL,
                   g_strdup_printf (_("The question “%s” has no positive option."),
                                       question->code));
  for (guint i = 0; i < question->options->len; i++)
    enter (self, MER_PART_OPTION, question, question->options, i);
}

static void
check_place (MerCheck *self)
{
  MerPlace *place = self->spot.part;

  check_code (self, self->places);
  for (guint i = 0; i < place->items->len; i++)
    {
      enter (self, MER_PART_ITEM, place, place->items, i);
      check_code (self, self->items);
    }
}

static void
check_band (MerCheck *self)
{
  const GPtrArray *bands = self->methodology->bands;
  const MerBand   *band = self->spot.part;
  const MerBand   *above = self->spot.index > 0 ? bands->pdata[self->spot.index - 1] : NULL;

  check_code (self, self->bands);
  if (above != NULL && mer_rational_cmp (&band->from, &above->from) >= 0)
    mer_check_say (self, "from", g_strdup (_("Bands must be listed from the best to the worst.")));
}

/* Before the questions, which share their codes with the columns. */
static void
check_column (MerCheck *self)
{
  check_code (self, self->columns);
}

static void
check_list (MerCheck *self, MerPartKind kind, GPtrArray *list, void (*check) (MerCheck *self))
{
  for (guint i = 0; i < list->len; i++)
    {
      enter (self, kind, NULL, list, i);
      check (self);
    }
}

GPtrArray *
mer_methodology_findings (MerMethodology *methodology)
{
  static char reserved[][16] = { "organization", "S", "rank" };
  g_autoptr (GHashTable) scores = new_codes ();
  g_autoptr (GHashTable) columns = new_codes ();
  g_autoptr (GHashTable) places = new_codes ();
  g_autoptr (GHashTable) items = new_codes ();
  g_autoptr (GHashTable) bands = new_codes ();
  MerCheck self = { methodology, methodology, NULL, { 0 }, scores, columns, places, items, bands };

  self.found = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_methodology_problem_free);
  for (guint i = 0; i < G_N_ELEMENTS (reserved); i++)
    g_hash_table_add (scores, reserved[i]);
  check_whole (&self);
  check_list (&self, MER_PART_COLUMN, methodology->columns, check_column);
  check_list (&self, MER_PART_CRITERION, methodology->criteria, check_criterion);
  check_list (&self, MER_PART_QUESTION, methodology->questions, check_question);
  check_list (&self, MER_PART_PLACE, methodology->places, check_place);
  check_list (&self, MER_PART_BAND, methodology->bands, check_band);
  return self.found;
}

/**
 * mer_methodology_problems:
 * @self: a methodology
 *
 * Returns: (transfer full) (element-type MerMethodologyProblem): all that is wrong, in the order
 *   of the parts
 */
GPtrArray *
mer_methodology_problems (const MerMethodology *self)
{
  /* a reference, because spots point to parts that may be changed; here none is */
  g_autoptr (MerMethodology) methodology = mer_methodology_copy (self);

  return mer_methodology_findings (methodology);
}

/**
 * mer_methodology_is_sound:
 * @self: a methodology
 *
 * Returns: whether there is no error among its problems
 */
gboolean
mer_methodology_is_sound (const MerMethodology *self)
{
  g_autoptr (GPtrArray) problems = mer_methodology_problems (self);

  for (guint i = 0; i < problems->len; i++)
    if (((MerMethodologyProblem *) problems->pdata[i])->is_error)
      return FALSE;
  return TRUE;
}
