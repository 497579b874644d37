/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the cells of a returned form say. An empty cell erases nothing; a cell that cannot be
 * understood makes a question of its row, and the rest of the row is still read. */

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "app/mer-plan-form-private.h"
#include "core/mer-day.h"
#include "core/mer-period.h"

/* How spreadsheets count the days, and which of them are likely: 2009 to 2064. */
#define SHEET_DAY "2000-01-01"
#define SHEET_NUMBER 36526
#define SHEET_LEAST 40000
#define SHEET_MOST 60000

/* --- texts ----------------------------------------------------------------------------------- */

/* The texts of an item but for person and post. What was done is told by the organization alone,
 * return by return: that it was recorded since comes of its own form. */
static const struct
{
  MerFormColumn column;
  gsize         offset;
} texts[] = {
  { MER_FORM_PROBLEM, G_STRUCT_OFFSET (MerPlanItem, problem) },
  { MER_FORM_MEASURE, G_STRUCT_OFFSET (MerPlanItem, measure) },
  { MER_FORM_DEADLINE, G_STRUCT_OFFSET (MerPlanItem, deadline) },
  { MER_FORM_TAKEN, G_STRUCT_OFFSET (MerPlanItem, taken) },
  { MER_FORM_EVIDENCE, G_STRUCT_OFFSET (MerPlanItem, evidence) },
};

/* The form would put an older value in the place of a newer one. */
static void
doubt_newer (const MerFormReader *self,
             MerFormRow          *row,
             MerFormColumn        column,
             const char          *recorded)
{
  /* Translators: a column, what is recorded, what the form has. */
  mer_form_doubt (row, _("%s: “%s” is recorded by now, the form has “%s”."),
                          mer_form_column_name (self, column),
                          mer_form_is_blank (recorded) ? "—" : recorded,
                          row->cells[column]);
}

/* Nobody changed the cell since the form went out, and it was recorded otherwise. */
static void
tell_stays (MerFormReader    *self,
            const MerFormRow *row,
            MerFormColumn     column,
            const char       *recorded)
{
  const char *words = mer_form_is_blank (recorded) ? "—" : recorded;

  /* Translators: what is recorded; the cell of a form has what it was sent out with. */
  mer_form_tell (self, row, column,
                 _("“%s” was recorded after the form had gone out, and stays."), words);
}

static gboolean
is_report (MerFormColumn column)
{
  return column == MER_FORM_TAKEN || column == MER_FORM_EVIDENCE;
}

static const char *
text_at (const MerPlanItem *item,
         gsize              offset)
{
  const char *const *at = (const void *) ((const char *) item + offset);

  return *at;
}

/* `offset`: of the text in an item. */
static void
take_text (MerFormReader     *self,
           MerFormRow        *row,
           MerFormColumn      column,
           gsize              offset,
           const MerPlanItem *base,
           MerPlanItem       *item)
{
  const char *cell = row->cells[column];
  const char *was = base != NULL ? text_at (base, offset) : NULL;
  char      **text = &G_STRUCT_MEMBER (char *, item, offset);

  if (cell == NULL || mer_form_same_text (*text, cell))
    return;
  if (*cell == '\0')
    {
      mer_form_tell (self, row, column, _("The cell is empty; “%s” stays."), *text);
      return;
    }
  if (mer_form_is_as_sent (row, column, cell))
    {
      tell_stays (self, row, column, *text);
      return;
    }
  if (row->stamps == NULL && was != NULL && mer_form_same_text (was, cell))
    return;
  if (base != NULL &&
      (is_report (column) ? !mer_form_same_text (was, *text)
                          : mer_form_is_recorded_since (row, column, *text, was)))
    doubt_newer (self, row, column, *text);
  g_free (*text);
  *text = g_strdup (cell);
}

/* Name and post may stand in one cell, as the printed form has them. */
static void
take_person (MerFormReader     *self,
             MerFormRow        *row,
             const MerPlanItem *base,
             MerPlanItem       *item)
{
  const char      *cell = row->cells[MER_FORM_PERSON];
  g_autofree char *both = NULL;

  if (self->columns[MER_FORM_POST] < 0 && item->post != NULL && !mer_form_is_blank (cell))
    {
      both = item->person != NULL ? g_strdup_printf ("%s, %s", item->person, item->post)
                                  : g_strdup (item->post);
      if (mer_form_same_text (both, cell))
        return;
    }
  take_text (self, row, MER_FORM_PERSON, G_STRUCT_OFFSET (MerPlanItem, person), base, item);
  take_text (self, row, MER_FORM_POST, G_STRUCT_OFFSET (MerPlanItem, post), base, item);
}

/* --- per cent -------------------------------------------------------------------------------- */

/* «50», «50 %», «50,0», and −1 where it is none. */
static gint64
parse_share (const char *cell)
{
  g_autofree char *text = g_strdup (cell);
  gint64           share = -1;

  g_strdelimit (text, "%", '\0');
  g_strstrip (text);
  if (g_str_has_suffix (text, ",0") || g_str_has_suffix (text, ".0"))
    text[strlen (text) - 2] = '\0';
  return g_ascii_string_to_signed (text, 10, 0, 100, &share, NULL) ? share : -1;
}

static void
take_share (MerFormReader      *self,
            MerFormRow         *row,
            const MerFormMatch *match,
            MerPlanItem        *item)
{
  const MerPlanItem *base = match->base;
  const char        *cell = row->cells[MER_FORM_SHARE];
  gint64             share = mer_form_is_blank (cell) ? -1 : parse_share (cell);
  g_autofree char   *returned = mer_form_share_text (share);
  g_autofree char   *recorded = mer_form_share_text (item->share);

  if (share < 0 && !mer_form_is_blank (cell))
    mer_form_doubt (row, _("Per cent: “%s” is no whole number from 0 to 100, it is left out."),
                            cell);
  if (share < 0 || share == item->share)
    return;
  if (mer_form_is_as_sent (row, MER_FORM_SHARE, returned))
    {
      tell_stays (self, row, MER_FORM_SHARE, recorded);
      return;
    }
  if (row->stamps == NULL && base != NULL && share == base->share)
    return;
  /* nobody undoes work: less than is recorded comes of an older form */
  if (share < item->share || (base != NULL && base->share != item->share))
    doubt_newer (self, row, MER_FORM_SHARE, recorded);
  item->share = share;
}

/* --- days ------------------------------------------------------------------------------------ */

/* A date that lost its format is a number of days. */
static char *
day_of_number (const char *cell)
{
  gint64 days = 0;

  if (!g_ascii_string_to_signed (cell, 10, SHEET_LEAST, SHEET_MOST, &days, NULL))
    return NULL;
  return mer_day_to_iso (mer_day_from_iso (SHEET_DAY) + (MerDay) (days - SHEET_NUMBER));
}

/* «01.12.24» */
static char *
day_of_short_year (const char *cell)
{
  int   day = 0, month = 0, year = 0, end = 0;
  char *iso = NULL;

  if (sscanf (cell, "%2d.%2d.%2d%n", &day, &month, &year, &end) < 3 || cell[end] != '\0')
    return NULL;
  iso = g_strdup_printf ("%04d-%02d-%02d", 2000 + year, month, day);
  if (!mer_day_is_iso (iso))
    g_clear_pointer (&iso, g_free);
  return iso;
}

/* «декабрь 2024 г.», «IV квартал 2024 г.»: its last day. */
static char *
day_of_period (const char *cell)
{
  g_autoptr (MerPeriod) period = mer_period_parse (cell, 0);

  if (mer_period_get_kind (period) != MER_PERIOD_RANGE ||
      mer_period_get_last (period) == MER_DAY_NONE)
    return NULL;
  return mer_day_to_iso (mer_period_get_last (period));
}

/* (transfer full) (nullable): what is no plain day is named with what was understood by it. */
static char *
understand_day (MerFormReader    *self,
                const MerFormRow *row,
                const char       *cell)
{
  char            *day = mer_day_parse (cell);
  g_autofree char *words = NULL;

  if (day != NULL)
    return day;
  day = day_of_number (cell);
  if (day == NULL)
    day = day_of_short_year (cell);
  if (day == NULL)
    day = day_of_period (cell);
  if (day == NULL)
    return NULL;
  words = mer_day_to_words (day);
  mer_form_tell (self, row, MER_FORM_DONE, _("“%s” is understood as %s."), cell, words);
  return day;
}

static void
take_day (MerFormReader      *self,
          MerFormRow         *row,
          const MerFormMatch *match,
          MerPlanItem        *item)
{
  const char      *cell = row->cells[MER_FORM_DONE];
  const char      *was = match->base != NULL ? match->base->done_on : NULL;
  g_autofree char *day = NULL;
  g_autofree char *recorded = NULL;

  if (mer_form_is_blank (cell))
    return;
  day = understand_day (self, row, cell);
  if (day == NULL)
    {
      mer_form_doubt (row, _("Actual term: “%s” is no day, write it like 14.10.2024; it is left "
                             "out."),
                              cell);
      return;
    }
  if (g_strcmp0 (day, item->done_on) == 0)
    return;
  recorded = mer_day_to_words (item->done_on);
  if (mer_form_is_as_sent (row, MER_FORM_DONE, day))
    {
      tell_stays (self, row, MER_FORM_DONE, recorded);
      return;
    }
  if (row->stamps == NULL && g_strcmp0 (day, was) == 0)
    return;
  if (mer_day_from_iso (day) > self->book->facts.today)
    mer_form_doubt (row, _("Actual term: “%s” has not come yet."), cell);
  if (item->done_on != NULL || was != NULL ||
      (match->base != NULL && mer_form_is_recorded_since (row, MER_FORM_DONE, NULL, was)))
    doubt_newer (self, row, MER_FORM_DONE, recorded);
  g_free (item->done_on);
  item->done_on = g_steal_pointer (&day);
}

/* --- criteria -------------------------------------------------------------------------------- */

static void
take_criterion (MerFormReader *self,
                MerFormRow    *row,
                MerPlanItem   *item)
{
  const char         *cell = row->cells[MER_FORM_CRITERION];
  const MerCriterion *named =
    mer_form_is_blank (cell) ? NULL : mer_form_find_criterion (self, cell, FALSE);
  const GPtrArray *criteria = self->book->facts.methodology->criteria;
  guint            own = mer_plan_criterion (self->book->facts.methodology, item->criterion);

  if (!mer_form_is_blank (cell) && named == NULL)
    mer_form_doubt (row, _("“%s” is no criterion of the methodology; it is left out."), cell);
  if (item->criterion == NULL && named != NULL)
    item->criterion = g_strdup (named->code);
  else if (item->criterion == NULL)
    {
      item->criterion = g_strdup (self->section);
      if (self->heading != NULL)
        mer_form_doubt (row, _("It stands below “%s”, which is no criterion of the methodology; "
                               "the item would be of none."),
                                self->heading);
    }
  else if (named != NULL && (own >= criteria->len || criteria->pdata[own] != named))
    mer_form_tell (self, row, MER_FORM_CRITERION, "%s",
                   _("The criterion is other than that of the item, which stays."));
}

/* --- the item -------------------------------------------------------------------------------- */

/* What was done decides the state: evidence and a day close an item, a day alone does not. */
static void
settle_state (MerFormReader *self,
              MerFormRow    *row,
              MerPlanItem   *item)
{
  if (item->state == MER_PLAN_ITEM_DROPPED)
    return;
  if (item->done_on != NULL && item->evidence != NULL)
    {
      item->state = MER_PLAN_ITEM_DONE;
      return;
    }
  if (item->done_on != NULL)
    mer_form_tell (
      self, row, MER_FORM_EVIDENCE, "%s",
      _("The measure is said to be done, but no evidence is named; it stays in work."));
  else if (item->share == 100)
    mer_form_tell (
      self, row, MER_FORM_DONE, "%s",
      _("All of the measure is said to be done, but not when; it stays in work."));
  if (item->taken != NULL || item->done_on != NULL || item->share > 0)
    item->state = MER_PLAN_ITEM_WORK;
  else if (item->state != MER_PLAN_ITEM_WORK)
    item->state = MER_PLAN_ITEM_PLANNED;
}

/* Whether the row tells of it what was not recorded. */
static gboolean
is_news (const MerFormMatch *match,
         const MerPlanItem  *item)
{
  const MerPlanItem *known = match->known;

  return known == NULL || g_strcmp0 (known->taken, item->taken) != 0 ||
         g_strcmp0 (known->done_on, item->done_on) != 0 ||
         g_strcmp0 (known->evidence, item->evidence) != 0 || known->share != item->share;
}

gboolean
mer_form_take_cells (MerFormReader      *self,
                     MerFormRow         *row,
                     const MerFormMatch *match,
                     MerPlanItem        *item)
{
  g_autoptr (GError) error = NULL;

  if (match->like != NULL)
    {
      item->finding = match->like->finding;
      item->criterion = g_strdup (match->like->criterion);
      item->problem = g_strdup (match->like->problem);
    }
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    take_text (self, row, texts[i].column, texts[i].offset, match->base, item);
  take_person (self, row, match->base, item);
  take_share (self, row, match, item);
  take_day (self, row, match, item);
  take_criterion (self, row, item);
  if (is_news (match, item)) /* else what was opened again would be closed */
    settle_state (self, row, item);
  if (item->measure == NULL)
    {
      mer_form_tell (self, row, MER_FORM_MEASURE, "%s", _("The measure is missing."));
      return FALSE;
    }
  if (mer_record_check (item, &error))
    return TRUE;
  mer_form_tell (self, row, MER_FORM_MEASURE, "%s", error->message);
  return FALSE;
}
