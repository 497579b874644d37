/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one way in which a methodology is written: every attribute in a fixed order, two
 * spaces a level, so that reading and writing again gives the same bytes. */

#include "methodology/mer-measure.h"
#include "methodology/mer-methodology-private.h"
#include "methodology/mer-methodology-xml.h"

static void
indent (GString *out, guint level)
{
  for (guint i = 0; i < level; i++)
    g_string_append (out, "  ");
}

static void
append_escaped (GString *out, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (out, escaped);
}

/* ` name="value"`; nothing where there is no value. */
static void
append_attribute (GString *out, const char *name, const char *value)
{
  if (value == NULL)
    return;
  g_string_append_printf (out, " %s=\"", name);
  append_escaped (out, value);
  g_string_append_c (out, '"');
}

static void
append_number (GString *out, const char *name, const MerRational *number)
{
  g_autofree char *text = mer_rational_to_string (number);

  append_attribute (out, name, text);
}

static void
append_unconfirmed (GString *out, gboolean unconfirmed)
{
  append_attribute (out, "unconfirmed", unconfirmed ? "yes" : NULL);
}

static void
append_text (GString *out, guint level, const char *name, const char *text)
{
  indent (out, level);
  g_string_append_printf (out, "<%s>", name);
  append_escaped (out, text);
  g_string_append_printf (out, "</%s>\n", name);
}

static void
append_texts (GString *out, guint level, const char *name, GStrv texts)
{
  for (guint i = 0; texts[i] != NULL; i++)
    append_text (out, level, name, texts[i]);
}

static void
open_tag (GString *out, guint level, const char *name)
{
  indent (out, level);
  g_string_append_printf (out, "<%s", name);
}

static void
close_tag (GString *out, guint level, const char *name)
{
  indent (out, level);
  g_string_append_printf (out, "</%s>\n", name);
}

static void
write_policies (GString *out, const MerMethodology *self)
{
  g_auto (GStrv) keys = mer_methodology_policy_keys (self);

  g_string_append (out, "  <policies>\n");
  for (guint i = 0; keys[i] != NULL; i++)
    {
      open_tag (out, 2, "policy");
      append_attribute (out, "key", keys[i]);
      append_attribute (out, "value", mer_methodology_policy (self, keys[i]));
      append_attribute (out, "decided", g_hash_table_lookup (self->decided, keys[i]));
      append_unconfirmed (out, g_hash_table_contains (self->unconfirmed, keys[i]));
      g_string_append (out, "/>\n");
    }
  g_string_append (out, "  </policies>\n");
}

static void
write_bands (GString *out, const MerMethodology *self)
{
  g_string_append (out, "  <bands>\n");
  for (guint i = 0; i < self->bands->len; i++)
    {
      const MerBand *band = g_ptr_array_index (self->bands, i);

      open_tag (out, 2, "band");
      append_attribute (out, "code", band->code);
      append_number (out, "from", &band->from);
      append_unconfirmed (out, band->unconfirmed);
      g_string_append (out, ">\n");
      append_text (out, 3, "title", band->title);
      append_text (out, 3, "short-title", band->short_title);
      close_tag (out, 2, "band");
    }
  g_string_append (out, "  </bands>\n");
}

static void
write_inputs (GString *out, const MerMethodology *self, const MerIndicator *indicator)
{
  for (guint i = 0; i < indicator->inputs->len; i++)
    {
      const MerMeasureInput *input = &g_array_index (indicator->inputs, MerMeasureInput, i);

      open_tag (out, 4, "input");
      if (input->place >= 0)
        {
          const MerPlace *place = g_ptr_array_index (self->places, input->place);

          append_attribute (out, "place", place->code);
        }
      else
        {
          const MerQuestion *question = g_ptr_array_index (self->questions, input->question);

          append_attribute (out, "question", question->code);
        }
      if (!mer_rational_is_zero (&input->weight))
        append_number (out, "weight", &input->weight);
      g_string_append (out, "/>\n");
    }
}

static void
write_point_bands (GString *out, const MerIndicator *indicator)
{
  for (guint i = 0; i < indicator->bands->len; i++)
    {
      const MerPointBand *band = &g_array_index (indicator->bands, MerPointBand, i);

      open_tag (out, 4, "band");
      append_number (out, "from", &band->from);
      append_number (out, "points", &band->points);
      g_string_append (out, "/>\n");
    }
}

static void
write_indicator (GString *out, const MerMethodology *self, const MerIndicator *indicator)
{
  open_tag (out, 3, "indicator");
  append_attribute (out, "code", indicator->code);
  append_number (out, "weight", &indicator->weight);
  append_attribute (out, "measure", indicator->kind->id);
  if (!mer_rational_is_zero (&indicator->points))
    append_number (out, "points", &indicator->points);
  append_number (out, "cap", &indicator->cap);
  append_attribute (out, "base", mer_base_words[indicator->base]);
  append_unconfirmed (out, indicator->unconfirmed);
  g_string_append (out, ">\n");
  append_text (out, 4, "full-title", indicator->full_title);
  append_text (out, 4, "title", indicator->title);
  append_text (out, 4, "short-title", indicator->short_title);
  write_inputs (out, self, indicator);
  write_point_bands (out, indicator);
  close_tag (out, 3, "indicator");
}

static void
write_calculated (GString *out, const MerCriterion *criterion, const MerCalculated *calculated)
{
  g_autoptr (GString) codes = g_string_new (NULL);

  for (guint i = 0; i < calculated->indicators->len; i++)
    {
      guint               index = g_array_index (calculated->indicators, guint, i);
      const MerIndicator *indicator = g_ptr_array_index (criterion->indicators, index);

      g_string_append_printf (codes, "%s%s", i > 0 ? " " : "", indicator->code);
    }
  open_tag (out, 3, "calculated");
  append_attribute (out, "code", calculated->code);
  append_attribute (out, "mean-of", codes->str);
  append_unconfirmed (out, calculated->unconfirmed);
  g_string_append (out, ">\n");
  append_text (out, 4, "title", calculated->title);
  append_text (out, 4, "short-title", calculated->short_title);
  close_tag (out, 3, "calculated");
}

static void
write_criteria (GString *out, const MerMethodology *self)
{
  g_string_append (out, "  <criteria>\n");
  for (guint i = 0; i < self->criteria->len; i++)
    {
      const MerCriterion *criterion = g_ptr_array_index (self->criteria, i);

      open_tag (out, 2, "criterion");
      append_attribute (out, "code", criterion->code);
      append_attribute (out, "symbol", criterion->symbol);
      append_number (out, "weight", &criterion->weight);
      append_number (out, "maximum", &criterion->maximum);
      append_attribute (out, "council", criterion->council ? "yes" : NULL);
      append_unconfirmed (out, criterion->unconfirmed);
      g_string_append (out, ">\n");
      append_text (out, 3, "full-title", criterion->full_title);
      append_text (out, 3, "title", criterion->title);
      append_text (out, 3, "short-title", criterion->short_title);
      for (guint j = 0; j < criterion->indicators->len; j++)
        write_indicator (out, self, g_ptr_array_index (criterion->indicators, j));
      for (guint j = 0; j < criterion->calculated->len; j++)
        write_calculated (out, criterion, g_ptr_array_index (criterion->calculated, j));
      close_tag (out, 2, "criterion");
    }
  g_string_append (out, "  </criteria>\n");
}

static void
write_option (GString *out, const MerOption *option)
{
  open_tag (out, 3, "option");
  append_attribute (out, "positive", option->positive ? "yes" : NULL);
  append_attribute (out, "unsure", option->unsure ? "yes" : NULL);
  if (option->has_score)
    append_number (out, "score", &option->score);
  g_string_append (out, ">\n");
  append_text (out, 4, "text", option->text);
  append_texts (out, 4, "variant", option->variants);
  close_tag (out, 3, "option");
}

static void
write_questions (GString *out, const MerMethodology *self)
{
  g_string_append (out, "  <questions>\n");
  for (guint i = 0; i < self->questions->len; i++)
    {
      const MerQuestion *question = g_ptr_array_index (self->questions, i);
      const MerQuestion *filter =
        question->filter >= 0 ? g_ptr_array_index (self->questions, question->filter) : NULL;

      open_tag (out, 2, "question");
      append_attribute (out, "code", question->code);
      append_attribute (out, "filter", filter != NULL ? filter->code : NULL);
      append_attribute (out, "required", question->required ? "yes" : NULL);
      append_unconfirmed (out, question->unconfirmed);
      g_string_append (out, ">\n");
      append_text (out, 3, "text", question->text);
      append_text (out, 3, "short-text", question->short_text);
      if (question->nobody != NULL)
        append_text (out, 3, "nobody", question->nobody);
      for (guint j = 0; j < question->options->len; j++)
        write_option (out, g_ptr_array_index (question->options, j));
      append_texts (out, 3, "variant", question->variants);
      close_tag (out, 2, "question");
    }
  g_string_append (out, "  </questions>\n");
}

static void
append_kinds (GString *out, guint kinds)
{
  g_autoptr (GString) words = g_string_new (NULL);

  if (kinds == (1u << MER_N_ORGANIZATION_KINDS) - 1)
    return;
  for (guint i = 0; i < MER_N_ORGANIZATION_KINDS; i++)
    if (kinds & (1u << i))
      g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "",
                              mer_organization_kind_to_code ((MerOrganizationKind) i));
  append_attribute (out, "kinds", words->str);
}

static void
write_place (GString *out, const MerPlace *place)
{
  open_tag (out, 2, "place");
  append_attribute (out, "code", place->code);
  append_unconfirmed (out, place->unconfirmed);
  g_string_append (out, ">\n");
  append_text (out, 3, "title", place->title);
  append_texts (out, 3, "header-word", place->header_words);
  for (guint i = 0; i < place->items->len; i++)
    {
      const MerItem *item = g_ptr_array_index (place->items, i);

      open_tag (out, 3, "item");
      append_attribute (out, "code", item->code);
      append_kinds (out, item->kinds);
      append_unconfirmed (out, item->unconfirmed);
      g_string_append (out, ">\n");
      append_text (out, 4, "text", item->text);
      append_texts (out, 4, "variant", item->variants);
      close_tag (out, 3, "item");
    }
  close_tag (out, 2, "place");
}

static void
write_columns (GString *out, const MerMethodology *self)
{
  g_string_append (out, "  <columns>\n");
  for (guint i = 0; i < self->columns->len; i++)
    {
      const MerColumn *column = g_ptr_array_index (self->columns, i);

      open_tag (out, 2, "column");
      append_attribute (out, "code", column->code);
      append_attribute (out, "required", column->required ? "yes" : NULL);
      g_string_append (out, ">\n");
      append_text (out, 3, "title", column->title);
      append_texts (out, 3, "variant", column->variants);
      close_tag (out, 2, "column");
    }
  g_string_append (out, "  </columns>\n");
}

/**
 * mer_methodology_to_xml:
 * @self: a methodology
 *
 * Returns: (transfer full): its canonical XML. Any thread.
 */
char *
mer_methodology_to_xml (const MerMethodology *self)
{
  GString *out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<methodology format=\"1\"");

  append_attribute (out, "id", self->id);
  append_attribute (out, "language", self->language);
  append_attribute (out, "date", self->date);
  append_number (out, "maximum", &self->maximum);
  g_string_append (out, ">\n");
  append_text (out, 1, "title", self->title);
  write_policies (out, self);
  write_bands (out, self);
  write_criteria (out, self);
  write_questions (out, self);
  g_string_append (out, "  <checklist>\n");
  for (guint i = 0; i < self->places->len; i++)
    write_place (out, g_ptr_array_index (self->places, i));
  g_string_append (out, "  </checklist>\n");
  write_columns (out, self);
  g_string_append (out, "</methodology>\n");
  return g_string_free (out, FALSE);
}
