/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is wrong with a work plan: a function a rule. */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "core/mer-spoken.h"
#include "cycle/mer-work-rules.h"

#define PAGE "workplan"

/* --- saying it ----------------------------------------------------------------------------- */

static char *
name_of (const MerWorkItem *item)
{
  g_autofree char *line = g_strdelimit (g_strdup (item->what), "\n", ' ');

  return item->number != NULL ? g_strdup (item->number) : g_steal_pointer (&line);
}

static void
add (GPtrArray         *notes,
     const char        *rule,
     MerRuleSeverity    severity,
     const MerWorkItem *item,
     char              *text)
{
  g_ptr_array_add (notes, mer_rule_note_new (rule, severity, PAGE, mer_record_work_item.id,
                                             item->record.id, text));
}

/* --- deadlines ----------------------------------------------------------------------------- */

static void
check_deadline (const MerWorkContext *context,
                const MerWorkItem    *item,
                GPtrArray            *notes)
{
  g_autoptr (MerPeriod) period = mer_period_parse (item->deadline, context->year);
  g_autofree char *problem = NULL;
  g_autofree char *name = name_of (item);

  if (item->level == MER_WORK_SECTION || item->deadline == NULL)
    return;
  problem = mer_period_describe_problem (period, item->deadline, mer_spoken_language ());
  if (problem != NULL)
    add (notes, "work.deadline", MER_RULE_WARNING, item,
         g_strdup_printf (_("Item %s: %s"), name, problem));
}

/* Nothing is ever overdue by an event that nobody connects. */
static void
check_event (const MerWorkContext *context,
             const MerWorkItem    *item,
             GPtrArray            *notes)
{
  g_autoptr (MerPeriod) period = mer_period_parse (item->deadline, context->year);
  g_autofree char *name = name_of (item);
  const char      *event = mer_period_get_event (period);
  char            *text = NULL;

  if (item->level == MER_WORK_SECTION || item->state != MER_WORK_OPEN ||
      (item->done_on != NULL && mer_period_get_recurrence (period) == MER_RECURRENCE_NONE) ||
      mer_period_get_kind (period) != MER_PERIOD_AFTER_EVENT ||
      mer_work_item_has_deadline_link (context, item))
    return;
  if (*event == '\0')
    text = g_strdup_printf (_("Item %s: “%s” counts from an event that is not named; connected "
                              "with none, it has no day and is never overdue."),
                               name, item->deadline);
  else
    text = g_strdup_printf (_("Item %s: “%s” counts from an event that is not connected: it has no "
                              "day and is never overdue."),
                               name, item->deadline);
  add (notes, "work.event", MER_RULE_NOTE, item, text);
}

static void
check_years (const MerWorkContext *context,
             const MerWorkItem    *item,
             GPtrArray            *notes)
{
  g_autoptr (MerPeriod) period = mer_work_item_period (context, item);
  g_autofree char *name = name_of (item);
  int              first = mer_day_get_year (mer_period_get_first (period));
  int              last = mer_day_get_year (mer_period_get_last (period));

  if (mer_period_get_last (period) == MER_DAY_NONE ||
      (first >= context->first_year && last <= context->last_year))
    return;
  if (context->first_year == context->last_year)
    add (notes, "work.years", MER_RULE_WARNING, item,
         g_strdup_printf (_("Item %s: “%s” lies outside %d, the year of the plan."), name,
                             item->deadline, context->first_year));
  else
    add (notes, "work.years", MER_RULE_WARNING, item,
         g_strdup_printf (_("Item %s: “%s” lies outside %d–%d, the years of the plan."), name,
                             item->deadline, context->first_year, context->last_year));
}

static void
check_slips (const MerWorkContext *context,
             const MerWorkItem    *item,
             GPtrArray            *notes)
{
  g_autoptr (GPtrArray) defects =
    mer_period_defects (item->deadline != NULL ? item->deadline : "");
  g_autofree char *name = name_of (item);

  for (guint i = 0; i < defects->len; i++)
    {
      g_autofree char *text =
        mer_period_defect_to_text (defects->pdata[i], mer_spoken_language ());

      add (notes, "work.slip", MER_RULE_NOTE, item,
           g_strdup_printf (_("Item %s: %s"), name, text));
    }
}

/* The items from which deadlines come back to the item, itself first: (transfer container)
 * (nullable); each circle is told of once, at the first of its items in the order of the plan. */
static GPtrArray *
circle_from (const MerWorkContext *context,
             const MerWorkItem    *item)
{
  g_autoptr (GPtrArray) circle = g_ptr_array_new ();
  const MerWorkItem *at = item;

  while (at != NULL && circle->len < context->items->len)
    {
      g_ptr_array_add (circle, (gpointer) (guintptr) at);
      at = mer_work_item_deadline_source (context, at);
      if (at == item)
        return g_steal_pointer (&circle);
    }
  return NULL;
}

static gboolean
is_first_of (const MerWorkContext *context,
             const MerWorkItem    *item,
             GPtrArray            *circle)
{
  for (guint i = 0; i < context->items->len; i++)
    if (g_ptr_array_find (circle, context->items->pdata[i], NULL))
      return context->items->pdata[i] == item;
  return FALSE;
}

static void
check_circle (const MerWorkContext *context,
              const MerWorkItem    *item,
              GPtrArray            *notes)
{
  g_autoptr (GPtrArray) circle = circle_from (context, item);
  g_autoptr (GString) names = NULL;

  if (circle == NULL || !is_first_of (context, item, circle))
    return;
  names = g_string_new (NULL);
  for (guint i = 0; i < circle->len; i++)
    {
      g_autofree char *name = name_of (circle->pdata[i]);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name);
    }
  if (circle->len == 1)
    add (notes, "work.circle", MER_RULE_WARNING, item,
         g_strdup_printf (_("Item %s: its deadline is taken from itself."), names->str));
  else
    add (notes, "work.circle", MER_RULE_WARNING, item,
         /* Translators: numbers of items, with commas between them. */
         g_strdup_printf (_("The deadlines of the items %s are taken from one another in a circle: "
                            "they have no day."),
                             names->str));
}

/* --- order --------------------------------------------------------------------------------- */

static gboolean
prepares (const MerWorkItem *section)
{
  g_autofree char *lower = g_utf8_strdown (section->what, -1);

  return strstr (lower, "подготов") != NULL || strstr (lower, "prepar") != NULL;
}

/* The earliest start among the items of the next section that name one. */
static const MerWorkItem *
first_to_start (const MerWorkContext *context,
                gint64                section,
                MerDay               *day)
{
  const MerWorkItem *found = NULL;

  for (guint i = 0; i < context->items->len; i++)
    {
      const MerWorkItem *item = context->items->pdata[i];
      g_autoptr (MerPeriod) period = NULL;
      MerDay first = MER_DAY_NONE;

      if (item->level != MER_WORK_ITEM || item->parent != section)
        continue;
      period = mer_work_item_period (context, item);
      first = mer_period_is_until (period) ? MER_DAY_NONE : mer_period_get_first (period);
      if (first != MER_DAY_NONE && mer_period_get_kind (period) == MER_PERIOD_RANGE &&
          mer_period_get_last (period) - first < 300 && (found == NULL || first < *day))
        {
          found = item;
          *day = first;
        }
    }
  return found;
}

static const MerWorkItem *
section_after (const MerWorkContext *context,
               const MerWorkItem    *section)
{
  gboolean behind = FALSE;

  for (guint i = 0; i < context->items->len; i++)
    {
      const MerWorkItem *item = context->items->pdata[i];

      if (behind && item->level == MER_WORK_SECTION)
        return item;
      behind = behind || item == section;
    }
  return NULL;
}

static const MerWorkItem *
section_of (const MerWorkContext *context,
            const MerWorkItem    *item)
{
  const MerWorkItem *section = mer_records_find (context->items, item->parent);

  return section != NULL && section->level == MER_WORK_SECTION ? section : NULL;
}

static void
check_order (const MerWorkContext *context,
             const MerWorkItem    *item,
             GPtrArray            *notes)
{
  const MerWorkItem *section =
    item->level == MER_WORK_ITEM ? section_of (context, item) : NULL;
  const MerWorkItem *next =
    section != NULL && prepares (section) ? section_after (context, section) : NULL;
  const MerWorkItem *prepared = NULL;
  g_autoptr (MerPeriod) period = NULL;
  g_autofree char *mine = name_of (item);
  g_autofree char *its = NULL;
  g_autofree char *last = NULL;
  g_autofree char *start = NULL;
  MerDay           day = MER_DAY_NONE;

  prepared = next != NULL ? first_to_start (context, next->record.id, &day) : NULL;
  if (prepared == NULL)
    return;
  period = mer_work_item_period (context, item);
  if (mer_period_get_kind (period) != MER_PERIOD_RANGE || mer_period_get_last (period) <= day)
    return;
  its = name_of (prepared);
  last = mer_day_to_text (mer_period_get_last (period));
  start = mer_day_to_text (day);
  add (notes, "work.order", MER_RULE_WARNING, item,
       g_strdup_printf (_("Item %s is due on %s, after the start of what it prepares: item %s "
                          "begins on %s."),
                           mine, last, its, start));
}

static void
check_step (const MerWorkContext *context,
            const MerWorkItem    *item,
            GPtrArray            *notes)
{
  const MerWorkItem *parent = NULL;
  g_autoptr (MerPeriod) own = NULL;
  g_autoptr (MerPeriod) whole = NULL;
  g_autofree char *name = NULL;

  if (item->level != MER_WORK_STEP)
    return;
  parent = mer_records_find (context->items, item->parent);
  if (parent != NULL && parent->level == MER_WORK_ITEM)
    {
      whole = mer_work_item_period (context, parent);
      name = name_of (parent);
    }
  own = mer_work_item_period (context, item);
  if (whole != NULL && mer_period_get_last (whole) != MER_DAY_NONE &&
      mer_period_get_last (own) > mer_period_get_last (whole))
    add (notes, "work.step", MER_RULE_WARNING, item,
         g_strdup_printf (_("Item %s: the step “%s” is due after the item itself."), name,
                             item->what));
}

/* --- numbers ------------------------------------------------------------------------------- */

/* The number's last part: 11 of «2.11», 3 of «3.»; 0 when it is none. */
static int
last_part (const char *number)
{
  g_autofree char *bare = NULL;
  const char      *point = NULL;
  gsize            length = 0;

  if (number == NULL)
    return 0;
  bare = g_strdup (number);
  length = strlen (bare);
  if (length > 0 && (bare[length - 1] == '.' || bare[length - 1] == ')'))
    bare[length - 1] = '\0';
  point = strrchr (bare, '.');
  return atoi (point != NULL ? point + 1 : bare);
}

static const MerWorkItem *
brother_before (const MerWorkContext *context,
                const MerWorkItem    *item)
{
  const MerWorkItem *before = NULL;

  for (guint i = 0; i < context->items->len && context->items->pdata[i] != item; i++)
    {
      const MerWorkItem *other = context->items->pdata[i];

      if (other->level == item->level && other->parent == item->parent)
        before = other;
    }
  return before;
}

static void
check_number (const MerWorkContext *context,
              const MerWorkItem    *item,
              GPtrArray            *notes)
{
  const MerWorkItem *before = brother_before (context, item);
  int                own = last_part (item->number);
  int                expected = before != NULL ? last_part (before->number) + 1 : 1;

  if (own == 0 || own == expected || (before != NULL && expected == 1))
    return;
  if (before != NULL && own == expected - 1)
    add (notes, "work.number", MER_RULE_WARNING, item,
         g_strdup_printf (_("The number %s is used twice."), item->number));
  else if (own > expected)
    add (notes, "work.number", MER_RULE_WARNING, item,
         before != NULL
         ? g_strdup_printf (_("Numbers are skipped: %s is followed by %s."), before->number,
                               item->number)
         : g_strdup_printf (_("Numbers are skipped: the first is %s."), item->number));
  else
    add (notes, "work.number", MER_RULE_WARNING, item,
         g_strdup_printf (_("Numbers are out of order: %s is followed by %s."), before->number,
                             item->number));
}

/* --- marks --------------------------------------------------------------------------------- */

static void
check_marks (const MerWorkContext *context,
             const MerWorkItem    *item,
             GPtrArray            *notes)
{
  g_autofree char *name = name_of (item);
  g_autofree char *day = mer_day_to_text (mer_day_from_iso (item->done_on));

  if (item->done_on == NULL)
    return;
  if (!mer_work_item_has_evidence (context, item))
    add (notes, "work.evidence", MER_RULE_WARNING, item,
         g_strdup_printf (_("Item %s is marked as done on %s, but nothing shows it."), name, day));
  if (mer_day_from_iso (item->done_on) > context->today)
    add (notes, "work.future", MER_RULE_WARNING, item,
         g_strdup_printf (_("Item %s is marked as done on %s, which has not come."), name, day));
}

static void
check_responsible (const MerWorkContext *context,
                   const MerWorkItem    *item,
                   GPtrArray            *notes)
{
  g_autofree char *name = name_of (item);

  if (item->level == MER_WORK_ITEM && item->responsible == NULL && item->state == MER_WORK_OPEN)
    add (notes, "work.responsible", MER_RULE_NOTE, item,
         g_strdup_printf (_("Item %s: nobody is responsible."), name));
}

static void
check_section (const MerWorkContext *context,
               const MerWorkItem    *item,
               GPtrArray            *notes)
{
  g_autofree char *name = name_of (item);

  if (item->level == MER_WORK_SECTION &&
      mer_work_item_status (context, item) == MER_WORK_STATUS_NONE)
    add (notes, "work.empty", MER_RULE_NOTE, item,
         g_strdup_printf (_("Section %s has no items."), name));
}

static void (*const checks[]) (const MerWorkContext *context,
                               const MerWorkItem    *item,
                               GPtrArray            *notes) = {
  check_number,
  check_section,
  check_deadline,
  check_event,
  check_years,
  check_slips,
  check_circle,
  check_order,
  check_step,
  check_marks,
  check_responsible,
};

GPtrArray *
mer_work_check (const MerWorkContext *context)
{
  GPtrArray *notes = mer_rule_notes_new ();

  for (guint i = 0; i < context->items->len; i++)
    {
      const MerWorkItem *item = context->items->pdata[i];

      for (guint j = 0; item->what != NULL && j < G_N_ELEMENTS (checks); j++)
        checks[j](context, item, notes);
    }
  return notes;
}
