/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Adding, copying, removing and moving parts. Lists change while references are pinned. */

#include <glib/gi18n.h>

#include "core/mer-language.h"
#include "methodology/mer-measure.h"
#include "methodology/mer-methodology-edit-private.h"

/* --- new parts ---------------------------------------------------------------------------- */

/* Placeholders are texts of the methodology: in its language. */
static MerLanguage
language_of (const MerMethodology *self)
{
  MerLanguage language;

  return mer_language_from_code (self->language, &language) ? language : MER_LANGUAGE_EN;
}

static GStrv
no_texts (void)
{
  return g_new0 (char *, 1);
}

/* «К6» beside "K6": what the symbols before it begin with, and the number of the code. */
static char *
symbol_for (const MerMethodology *self, const char *code)
{
  gsize       digits = strcspn (code, "0123456789");
  const char *like = self->criteria->len > 0
                       ? ((MerCriterion *) self->criteria->pdata[self->criteria->len - 1])->symbol
                       : NULL;

  if (like != NULL && strcspn (like, "0123456789") < strlen (like))
    return g_strdup_printf ("%.*s%.6s", (int) strcspn (like, "0123456789"), like, code + digits);
  return g_strdup_printf ("%s%.6s", language_of (self) == MER_LANGUAGE_RU ? "К" : "K",
                          code + digits);
}

static gpointer
new_criterion (const MerMethodology *self, const MerSpot *spot)
{
  MerCriterion *criterion = mer_criterion_new ();
  const char   *text = mer_tr (language_of (self), "New criterion");

  criterion->code = mer_code_free_one (self, spot);
  criterion->symbol = symbol_for (self, criterion->code);
  criterion->title = g_strdup (text);
  criterion->short_title = g_strdup (text);
  criterion->full_title = g_strdup (text);
  criterion->maximum =
    spot->list->len > 0
      ? mer_rational_copy (&((MerCriterion *) spot->list->pdata[spot->list->len - 1])->maximum)
      : mer_rational_new (100, 1);
  return criterion;
}

static gpointer
new_indicator (const MerMethodology *self, const MerSpot *spot)
{
  MerIndicator *indicator = mer_indicator_new ();
  const char   *text = mer_tr (language_of (self), "New indicator");

  indicator->code = mer_code_free_one (self, spot);
  indicator->title = g_strdup (text);
  indicator->short_title = g_strdup (text);
  indicator->full_title = g_strdup (text);
  indicator->kind = mer_measure_kind_find ("share");
  indicator->base = MER_BASE_ANSWERS;
  indicator->cap = mer_rational_copy (&((MerCriterion *) spot->owner)->maximum);
  return indicator;
}

static gpointer
new_calculated (const MerMethodology *self, const MerSpot *spot)
{
  MerCalculated *calculated = mer_calculated_new ();
  const char    *text = mer_tr (language_of (self), "New calculated row");

  calculated->code = mer_code_free_one (self, spot);
  calculated->title = g_strdup (text);
  calculated->short_title = g_strdup (text);
  for (guint i = 0; i < ((MerCriterion *) spot->owner)->indicators->len; i++)
    g_array_append_val (calculated->indicators, i);
  return calculated;
}

static gpointer
new_option (const MerMethodology *self, const MerSpot *spot)
{
  MerOption *option = mer_option_new ();

  option->text = g_strdup (mer_tr (language_of (self), "New answer"));
  option->variants = no_texts ();
  return option;
}

static void
add_answer (MerQuestion *question, const char *text, gboolean positive, gboolean unsure)
{
  MerOption *option = mer_option_new ();

  option->text = g_strdup (text);
  option->positive = positive;
  option->unsure = unsure;
  option->variants = no_texts ();
  g_ptr_array_add (question->options, option);
}

static gpointer
new_question (const MerMethodology *self, const MerSpot *spot)
{
  MerQuestion *question = mer_question_new ();
  MerLanguage  language = language_of (self);
  const char  *text = mer_tr (language, "New question");

  question->code = mer_code_free_one (self, spot);
  question->text = g_strdup (text);
  question->short_text = g_strdup (text);
  question->variants = no_texts ();
  add_answer (question, mer_trc (language, "answer", "Yes"), TRUE, FALSE);
  add_answer (question, mer_trc (language, "answer", "No"), FALSE, FALSE);
  add_answer (question, mer_trc (language, "answer", "Hard to say"), FALSE, TRUE);
  return question;
}

static gpointer
new_place (const MerMethodology *self, const MerSpot *spot)
{
  MerPlace *place = mer_place_new ();

  place->code = mer_code_free_one (self, spot);
  place->title = g_strdup (mer_tr (language_of (self), "New place"));
  place->header_words = no_texts ();
  return place;
}

static gpointer
new_item (const MerMethodology *self, const MerSpot *spot)
{
  MerItem *item = mer_item_new ();

  item->code = mer_code_free_one (self, spot);
  item->text = g_strdup (mer_tr (language_of (self), "New item"));
  item->variants = no_texts ();
  item->kinds = (1u << MER_N_ORGANIZATION_KINDS) - 1;
  return item;
}

static gpointer
new_band (const MerMethodology *self, const MerSpot *spot)
{
  MerBand    *band = mer_band_new ();
  const char *text = mer_tr (language_of (self), "New band");

  band->code = mer_code_free_one (self, spot);
  band->title = g_strdup (text);
  band->short_title = g_strdup (text);
  return band;
}

static gpointer (*const makers[]) (const MerMethodology *self, const MerSpot *spot) = {
  [MER_PART_METHODOLOGY] = NULL,
  [MER_PART_CRITERION] = new_criterion,
  [MER_PART_INDICATOR] = new_indicator,
  [MER_PART_CALCULATED] = new_calculated,
  [MER_PART_QUESTION] = new_question,
  [MER_PART_OPTION] = new_option,
  [MER_PART_PLACE] = new_place,
  [MER_PART_ITEM] = new_item,
  [MER_PART_BAND] = new_band,
  [MER_PART_COLUMN] = NULL,
};

/* What tables can hold is the program's; the rules only say what it is called. */
static gboolean
is_changeable (MerPartKind kind, GError **error)
{
  return kind != MER_PART_COLUMN ||
         mer_edit_fail (error, "%s",
                        _("The columns of tables are given. Their headings can be changed."));
}

/* --- what lists can bear ------------------------------------------------------------------- */

static gboolean
has_room (const MerMethodology *self, const MerSpot *spot, guint added, GError **error)
{
  g_autoptr (GPtrArray) indicators = mer_methodology_indicators (self);

  if (spot->kind == MER_PART_INDICATOR && indicators->len + added > MER_MAX_INDICATORS)
    return mer_edit_fail (error, _("More than %d indicators."), MER_MAX_INDICATORS);
  if (spot->kind == MER_PART_QUESTION && self->questions->len + added > MER_MAX_QUESTIONS)
    return mer_edit_fail (error, _("More than %d questions."), MER_MAX_QUESTIONS);
  if (spot->kind == MER_PART_PLACE && self->places->len + added > MER_MAX_PLACES)
    return mer_edit_fail (error, _("More than %d places."), MER_MAX_PLACES);
  if (spot->kind == MER_PART_OPTION && spot->list->len + added > MER_MAX_OPTIONS)
    return mer_edit_fail (error, _("The question “%s” has more than %d options."),
                                    ((MerQuestion *) spot->owner)->code, MER_MAX_OPTIONS);
  return TRUE;
}

/* Puts a part in its place; its references are right already. */
static void
insert (MerMethodology *self, MerSpot *spot, gpointer part, gconstpointer like)
{
  g_autoptr (MerReferences) references = mer_references_pin (self);

  spot->part = part;
  if (like != NULL)
    mer_references_add (references, part, like);
  g_ptr_array_insert (spot->list, (int) spot->index, part);
  mer_references_restore (references, self);
  mer_methodology_settle (self);
}

/**
 * mer_methodology_add:
 * @self: a methodology
 * @kind: of the new part
 * @owner: the path of what is to hold it; "" of the methodology itself
 * @path: (out) (optional) (transfer full): the path of the new part
 * @error: why not
 *
 * Returns: (transfer full) (nullable): the methodology with the part, or %NULL with @error
 */
MerMethodology *
mer_methodology_add (const MerMethodology *self,
                     MerPartKind           kind,
                     const char           *owner,
                     char                **path,
                     GError              **error)
{
  g_autoptr (MerMethodology) copy = mer_methodology_thaw (self);
  MerSpot spot;

  if (!is_changeable (kind, error) || !mer_spot_end (&spot, copy, kind, owner, error) ||
      !has_room (copy, &spot, 1, error))
    return NULL;
  insert (copy, &spot, makers[kind](copy, &spot), NULL);
  if (path != NULL)
    *path = mer_spot_path (&spot);
  return g_steal_pointer (&copy);
}

/* --- copies -------------------------------------------------------------------------------- */

static void
recode (const MerMethodology *self, const MerSpot *spot, gpointer part)
{
  char **code = mer_part_code_field (spot->kind, part);
  char  *free_one = NULL;

  if (code == NULL)
    return;
  free_one = mer_code_free_one (self, spot);
  g_free (*code);
  *code = free_one;
}

/* Takes the parts of a list out and puts them in again one by one, each with a free code. */
static void
recode_all (const MerMethodology *self, MerPartKind kind, gpointer owner, GPtrArray *list)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  MerSpot spot = { kind, NULL, owner, list, 0 };

  while (list->len > 0)
    g_ptr_array_add (parts, g_ptr_array_steal_index (list, 0));
  for (guint i = 0; i < parts->len; i++)
    {
      recode (self, &spot, parts->pdata[i]);
      g_ptr_array_add (list, parts->pdata[i]);
    }
}

/* The copy stands in the methodology already, and what it holds has the old codes. */
static void
recode_contents (const MerMethodology *self, const MerSpot *spot)
{
  if (spot->kind == MER_PART_CRITERION)
    {
      MerCriterion *criterion = spot->part;

      recode_all (self, MER_PART_INDICATOR, criterion, criterion->indicators);
      recode_all (self, MER_PART_CALCULATED, criterion, criterion->calculated);
    }
  else if (spot->kind == MER_PART_PLACE)
    recode_all (self, MER_PART_ITEM, spot->part, ((MerPlace *) spot->part)->items);
}

/* Policies of the indicators of a copy are those of the originals; who decided them did not
 * decide the copy's. */
static void
copy_policy (MerMethodology *self, const MerIndicator *from, const MerIndicator *to)
{
  g_autofree char *old_key = g_strconcat ("undefined.", from->code, NULL);
  g_autofree char *new_key = g_strconcat ("undefined.", to->code, NULL);
  const char      *value = g_hash_table_lookup (self->policies, old_key);

  if (value != NULL)
    g_hash_table_insert (self->policies, g_steal_pointer (&new_key), g_strdup (value));
}

static void
copy_policies (MerMethodology *self, MerPartKind kind, gpointer from, gpointer to)
{
  if (kind == MER_PART_INDICATOR)
    copy_policy (self, from, to);
  if (kind == MER_PART_CRITERION)
    for (guint i = 0; i < ((MerCriterion *) from)->indicators->len; i++)
      copy_policy (self, ((MerCriterion *) from)->indicators->pdata[i],
                   ((MerCriterion *) to)->indicators->pdata[i]);
}

/**
 * mer_methodology_copy_part:
 * @self: a methodology
 * @part: the path of one of its parts
 * @path: (out) (optional) (transfer full): the path of the copy
 * @error: why not
 *
 * Returns: (transfer full) (nullable): the methodology with the copy, or %NULL with @error
 */
MerMethodology *
mer_methodology_copy_part (const MerMethodology *self,
                           const char           *part,
                           char                **path,
                           GError              **error)
{
  g_autoptr (MerMethodology) copy = mer_methodology_thaw (self);
  MerSpot  spot, within;
  gpointer original, twin;
  guint    added;

  if (!mer_spot_find (&spot, copy, part, error) || !is_changeable (spot.kind, error))
    return NULL;
  original = spot.part;
  within = (MerSpot){ spot.kind, NULL, spot.owner, spot.list, 0 };
  added = spot.kind == MER_PART_CRITERION ? ((MerCriterion *) original)->indicators->len : 1;
  if (spot.kind == MER_PART_CRITERION)
    within.kind = MER_PART_INDICATOR;
  if (spot.kind == MER_PART_METHODOLOGY)
    {
      mer_edit_fail (error, "%s", _("A methodology cannot be a part of another."));
      return NULL;
    }
  if (!has_room (copy, &within, added, error))
    return NULL;
  twin = mer_part_copy (spot.kind, original);
  recode (copy, &spot, twin);
  spot.index++;
  insert (copy, &spot, twin, original);
  recode_contents (copy, &spot);
  copy_policies (copy, spot.kind, original, twin);
  mer_methodology_settle (copy);
  if (path != NULL)
    *path = mer_spot_path (&spot);
  return g_steal_pointer (&copy);
}

/* --- removing and moving ------------------------------------------------------------------- */

/**
 * mer_methodology_remove:
 * @self: a methodology
 * @path: the path of one of its parts
 * @error: why not
 *
 * Returns: (transfer full) (nullable): the methodology without the part and references to it, or
 *   %NULL with @error
 */
MerMethodology *
mer_methodology_remove (const MerMethodology *self, const char *path, GError **error)
{
  g_autoptr (MerMethodology) copy = mer_methodology_thaw (self);
  g_autoptr (MerReferences) references = NULL;
  MerSpot spot;

  if (!mer_spot_find (&spot, copy, path, error) || !is_changeable (spot.kind, error))
    return NULL;
  if (spot.kind == MER_PART_METHODOLOGY)
    {
      mer_edit_fail (error, "%s", _("The whole methodology cannot be removed."));
      return NULL;
    }
  references = mer_references_pin (copy);
  g_ptr_array_remove_index (spot.list, spot.index);
  mer_references_restore (references, copy);
  mer_methodology_settle (copy);
  return g_steal_pointer (&copy);
}

/**
 * mer_methodology_move:
 * @self: a methodology
 * @path: the path of one of its parts
 * @owner: the path of what is to hold it
 * @position: from 0, counted without the part itself; the end when there are not so many
 * @new_path: (out) (optional) (transfer full): where it is now
 * @error: why not
 *
 * Returns: (transfer full) (nullable): the methodology with the part there, or %NULL with @error
 */
MerMethodology *
mer_methodology_move (const MerMethodology *self,
                      const char           *path,
                      const char           *owner,
                      guint                 position,
                      char                **new_path,
                      GError              **error)
{
  g_autoptr (MerMethodology) copy = mer_methodology_thaw (self);
  g_autoptr (MerReferences) references = NULL;
  MerSpot from, to;

  if (!mer_spot_find (&from, copy, path, error) || !is_changeable (from.kind, error) ||
      !mer_spot_end (&to, copy, from.kind, owner, error) ||
      (to.list != from.list && from.kind != MER_PART_INDICATOR && !has_room (copy, &to, 1, error)))
    return NULL;
  references = mer_references_pin (copy);
  to.part = g_ptr_array_steal_index (from.list, from.index);
  to.index = MIN (position, to.list->len);
  g_ptr_array_insert (to.list, (int) to.index, to.part);
  mer_references_restore (references, copy);
  mer_methodology_settle (copy);
  if (new_path != NULL)
    *new_path = mer_spot_path (&to);
  return g_steal_pointer (&copy);
}
