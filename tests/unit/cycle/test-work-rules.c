/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Work plans: the samples, when items are due, what has become of them, and a planted slip for
 * every rule. */

#include "cycle/mer-work-order.h"
#include "cycle/mer-work-preset.h"
#include "cycle/mer-work-rules.h"

#include <locale.h>
#include <string.h>

typedef struct
{
  MerWorkContext context;
  GPtrArray     *items;
  GPtrArray     *links;
} Plan;

static Plan *
plan_new (GPtrArray  *items,
          int         first_year,
          int         last_year,
          const char *today)
{
  Plan *plan = g_new0 (Plan, 1);

  plan->items = items;
  plan->links = g_ptr_array_new_with_free_func (mer_record_free);
  plan->context.items = items;
  plan->context.links = plan->links;
  plan->context.year = plan->context.first_year = first_year;
  plan->context.last_year = last_year;
  plan->context.today = mer_day_from_iso (today);
  for (guint i = 0; i < items->len; i++)
    ((MerRecord *) items->pdata[i])->id = i + 1;
  return plan;
}

static void
plan_free (Plan *plan)
{
  g_ptr_array_unref (plan->items);
  g_ptr_array_unref (plan->links);
  g_free (plan);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Plan, plan_free)

static MerWorkItem *
add (Plan       *plan,
     int         level,
     gint64      parent,
     const char *number,
     const char *what,
     const char *deadline)
{
  MerWorkItem *item = mer_record_new (&mer_record_work_item, 1);

  item->record.id = plan->items->len + 1;
  item->level = level;
  item->parent = parent;
  item->number = g_strdup (number);
  item->what = g_strdup (what);
  item->deadline = g_strdup (deadline);
  item->responsible = g_strdup ("специалист");
  g_ptr_array_add (plan->items, item);
  return item;
}

static Plan *
empty_plan (const char *today)
{
  return plan_new (g_ptr_array_new_with_free_func (mer_record_free), 2024, 2025, today);
}

static const MerWorkItem *
find (Plan       *plan,
      const char *number)
{
  for (guint i = 0; i < plan->items->len; i++)
    {
      const MerWorkItem *item = plan->items->pdata[i];

      if (g_strcmp0 (item->number, number) == 0 && item->level == MER_WORK_ITEM)
        return item;
    }
  g_assert_not_reached ();
}

static guint
count_notes (Plan       *plan,
             const char *rule,
             gint64      id)
{
  g_autoptr (GPtrArray) notes = mer_work_check (&plan->context);
  guint n = 0;

  for (guint i = 0; i < notes->len; i++)
    {
      const MerRuleNote *note = notes->pdata[i];

      g_assert_cmpstr (note->text, !=, "");
      if (g_str_equal (note->rule, rule) && (id == 0 || note->id == id))
        n++;
    }
  return n;
}

/* --- samples ------------------------------------------------------------------------------- */

static void
assert_preset (const char *id,
               int         year,
               guint       n_items,
               guint       n_sections)
{
  g_autoptr (GPtrArray) lines = mer_work_preset_lines (id, year, 1);
  guint items = 0, sections = 0;

  g_assert_nonnull (lines);
  for (guint i = 0; i < lines->len; i++)
    {
      const MerWorkItem *item = lines->pdata[i];
      g_autoptr (MerPeriod) period = mer_period_parse (item->deadline, year);

      if (item->level == MER_WORK_SECTION)
        {
          sections++;
          continue;
        }
      items++;
      g_assert_nonnull (item->number);
      g_assert_nonnull (item->what);
      g_assert_nonnull (item->deadline);
      g_assert_nonnull (item->responsible);
      g_assert_nonnull (item->result);
      g_assert_null (strchr (item->deadline, '{'));
      g_assert_cmpint (mer_period_get_kind (period), !=, MER_PERIOD_UNKNOWN);
      g_assert_cmpint (item->parent > 0, ==, n_sections > 0);
    }
  g_assert_cmpuint (items, ==, n_items);
  g_assert_cmpuint (sections, ==, n_sections);
}

static void
test_presets (void)
{
  for (int year = 2012; year < 2031; year++)
    {
      assert_preset ("a", year, 18, 0);
      assert_preset ("b", year, 21, 3);
      assert_preset ("c", year, 16, 0);
    }
  g_assert_null (mer_work_preset_lines ("d", 2024, 1));
  g_assert_cmpint (mer_work_preset_year ("a"), ==, 2013);
  g_assert_cmpint (mer_work_preset_year ("../a"), ==, 0);
}

static void
assert_days (Plan       *plan,
             const char *number,
             const char *first,
             const char *last)
{
  g_autoptr (MerPeriod) period = mer_work_item_period (&plan->context, find (plan, number));
  g_autofree char *a = mer_day_to_iso (mer_period_get_first (period));
  g_autofree char *b = mer_day_to_iso (mer_period_get_last (period));

  g_assert_cmpstr (a, ==, first);
  g_assert_cmpstr (b, ==, last);
}

/* System B in its own year: 3.1 lies a year before it, and what is called preparation is due after
 * the collection that it should prepare. */
static void
test_system_b (void)
{
  g_autoptr (Plan) plan =
    plan_new (mer_work_preset_lines ("b", 2016, 1), 2016, 2016, "2016-03-15");

  assert_days (plan, "2.2", "2016-02-01", "2016-04-30");
  assert_days (plan, "2.6", "2016-10-01", "2016-10-31");
  assert_days (plan, "3.4", "2016-11-01", "2016-12-31");
  g_assert_cmpuint (count_notes (plan, "work.years", 0), ==, 1);
  g_assert_cmpuint (count_notes (plan, "work.years", find (plan, "3.1")->record.id), ==, 1);
  g_assert_cmpuint (count_notes (plan, "work.order", 0), ==, 2);
  g_assert_cmpuint (count_notes (plan, "work.order", find (plan, "1.1")->record.id), ==, 1);
  g_assert_cmpuint (count_notes (plan, "work.order", find (plan, "1.3")->record.id), ==, 1);
  g_assert_cmpuint (count_notes (plan, "work.number", 0), ==, 0);
  g_assert_cmpint (mer_work_item_status (&plan->context, find (plan, "2.2")), ==,
                   MER_WORK_STATUS_RUNNING);
  g_assert_cmpint (mer_work_item_status (&plan->context, find (plan, "2.8")), ==,
                   MER_WORK_STATUS_RUNNING);
  g_assert_cmpint (mer_work_item_status (&plan->context, find (plan, "3.4")), ==,
                   MER_WORK_STATUS_PLANNED);
  g_assert_cmpint (mer_work_item_status (&plan->context, find (plan, "3.1")), ==,
                   MER_WORK_STATUS_OVERDUE);
}

static void
test_systems_a_c (void)
{
  g_autoptr (Plan) a = plan_new (mer_work_preset_lines ("a", 2013, 1), 2013, 2015, "2013-11-01");
  g_autoptr (Plan) c = plan_new (mer_work_preset_lines ("c", 2021, 1), 2021, 2022, "2021-05-01");

  assert_days (a, "1", "2013-08-01", "2013-09-30");
  assert_days (a, "8", "2013-09-01", "2015-12-31");
  assert_days (a, "9", "2013-07-01", "2013-09-30");
  assert_days (a, "12", "2013-01-01", "2013-12-31");
  assert_days (a, "15", "2013-12-01", "2013-12-31");
  g_assert_cmpuint (count_notes (a, "work.years", 0), ==, 0);
  assert_days (c, "1", "2021-01-01", "2021-03-31");
  assert_days (c, "3", "2021-04-01", "2021-12-31");
  assert_days (c, "11", "2022-01-01", "2022-03-31");
  assert_days (c, "15", "2021-01-01", "2021-12-31");
  assert_days (c, "12", "", "");
  g_assert_cmpuint (count_notes (c, "work.years", 0), ==, 0);
  g_assert_cmpuint (count_notes (c, "work.deadline", 0), ==, 0);
  g_assert_cmpint (mer_work_item_status (&c->context, find (c, "1")), ==, MER_WORK_STATUS_OVERDUE);
  g_assert_cmpint (mer_work_item_status (&c->context, find (c, "13")), ==,
                   MER_WORK_STATUS_RUNNING);
}

/* --- deadlines that hang on something ------------------------------------------------------ */

static MerLink *
link_to (Plan       *plan,
         gint64      from,
         int         role,
         const char *kind,
         gint64      to)
{
  MerLink *link = mer_record_new (&mer_record_link, 1);

  link->role = role;
  link->from_kind = g_strdup ("work-item");
  link->from_id = from;
  link->to_kind = g_strdup (kind);
  link->to_id = to;
  g_ptr_array_add (plan->links, link);
  return link;
}

static MerDay
day_of (const char *kind,
        gint64      id,
        int         year,
        gpointer    data)
{
  g_assert_cmpstr (kind, ==, "event");
  return mer_day_from_iso (data);
}

static const char *
phrase_of (const char *kind,
           gint64      id,
           gpointer    data)
{
  g_assert_cmpint (id, ==, 8);
  return data;
}

/* «по отдельному плану» of an event is due as the event is. */
static void
test_schedule (void)
{
  g_autoptr (Plan) plan = empty_plan ("2024-12-03");
  char november[] = "ноябрь";
  char nonsense[] = "когда-нибудь";

  add (plan, MER_WORK_ITEM, 0, "1", "Мониторинг", "по отдельному плану");
  add (plan, MER_WORK_ITEM, 0, "2", "Контроль", "в течение срока, определённого планом");
  link_to (plan, 1, MER_LINK_DEADLINE, "event", 8);
  link_to (plan, 2, MER_LINK_DEADLINE, "event", 8);
  assert_days (plan, "1", "", "");
  plan->context.phrase_of = phrase_of;
  assert_days (plan, "1", "", "");
  plan->context.data = november;
  assert_days (plan, "1", "2024-11-01", "2024-11-30");
  assert_days (plan, "2", "2024-11-01", "2024-11-30");
  g_assert_cmpint (mer_work_item_status (&plan->context, find (plan, "1")), ==,
                   MER_WORK_STATUS_OVERDUE);
  plan->context.data = nonsense;
  assert_days (plan, "1", "", "");
}

static void
test_links (void)
{
  g_autoptr (Plan) plan = empty_plan ("2024-12-03");
  g_autoptr (MerPeriod) round = NULL;
  char friday[] = "2024-11-29";

  add (plan, MER_WORK_ITEM, 0, "1", "Рекомендации", "ноябрь 2024 г.");
  add (plan, MER_WORK_ITEM, 0, "2", "План", "не позднее 10 дней после получения рекомендаций");
  add (plan, MER_WORK_ITEM, 0, "3", "Мониторинг", "по отдельному плану");
  add (plan, MER_WORK_ITEM, 0, "4", "Справка", "в течение 3 рабочих дней после семинара");
  assert_days (plan, "2", "", "");
  link_to (plan, 2, MER_LINK_DEADLINE, "work-item", 1);
  link_to (plan, 3, MER_LINK_DEADLINE, "work-item", 1);
  link_to (plan, 4, MER_LINK_DEADLINE, "event", 7);
  assert_days (plan, "4", "", "");
  plan->context.day_of = day_of;
  plan->context.data = NULL;
  assert_days (plan, "4", "", "");
  plan->context.data = friday;
  assert_days (plan, "4", "2024-11-29", "2024-12-04");
  assert_days (plan, "3", "2024-11-01", "2024-11-30");
  assert_days (plan, "2", "2024-11-30", "2024-12-10");
  ((MerWorkItem *) plan->items->pdata[0])->done_on = g_strdup ("2024-11-20");
  assert_days (plan, "2", "2024-11-20", "2024-11-30");
  link_to (plan, 1, MER_LINK_DEADLINE, "work-item", 3); /* round in a circle: it ends */
  round = mer_work_item_period (&plan->context, find (plan, "3"));
  g_assert_nonnull (round);
}

/* What counts from an event that is connected with nothing has no day, which is told. */
static void
test_event (void)
{
  static const struct
  {
    const char *deadline;
    guint       n;
  } cases[] = {
    { "в течение 3 рабочих дней после семинара", 1 },
    { "до заседания совета", 1 },
    { "в 10-дневный срок", 1 },
    { "ежегодно, до заседания совета", 1 },
    { "по отдельному плану", 0 },
    { "в течение срока, определённого планом", 0 },
    { "постоянно", 0 },
    { "5 рабочих дней с 1 марта", 0 },
    { "до коца марта 2024 г.", 0 },
    { "до конца маря 2024 г.", 0 },
    { "март 2024 г.", 0 },
    { NULL, 0 },
  };
  g_autoptr (Plan) plan = empty_plan ("2024-12-03");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      add (plan, MER_WORK_ITEM, 0, number, "Справка", cases[i].deadline);
      g_test_message ("%s", cases[i].deadline);
      g_assert_cmpuint (count_notes (plan, "work.event", i + 1), ==, cases[i].n);
    }
  g_assert_cmpuint (count_notes (plan, "work.slip", 9), ==, 1);
  g_assert_cmpuint (count_notes (plan, "work.deadline", 10), ==, 1);
  link_to (plan, 1, MER_LINK_DEADLINE, "event", 7);
  g_assert_cmpuint (count_notes (plan, "work.event", 1), ==, 0);
  ((MerWorkItem *) plan->items->pdata[1])->done_on = g_strdup ("2024-11-20");
  g_assert_cmpuint (count_notes (plan, "work.event", 2), ==, 0);
  ((MerWorkItem *) plan->items->pdata[2])->state = MER_WORK_DROPPED;
  g_assert_cmpuint (count_notes (plan, "work.event", 3), ==, 0);
  ((MerWorkItem *) plan->items->pdata[3])->done_on = g_strdup ("2024-11-20");
  g_assert_cmpuint (count_notes (plan, "work.event", 4), ==, 1); /* it comes again */
}

/* Days off count, whether the term runs from an event or from a date. */
static void
test_days_off (void)
{
  g_autoptr (Plan) plan = empty_plan ("2024-12-03");
  g_autoptr (MerCalendar) calendar = mer_calendar_from_text ("2024-12-02 holiday", NULL);

  add (plan, MER_WORK_ITEM, 0, "1", "Справка", "3 рабочих дня с 29 ноября");
  assert_days (plan, "1", "2024-11-29", "2024-12-04");
  plan->context.calendar = calendar;
  assert_days (plan, "1", "2024-11-29", "2024-12-05");
}

/* Told once, of all that are in it, at the first in the plan; what leads into it is in none. */
static void
test_circle (void)
{
  g_autoptr (Plan) plan = empty_plan ("2024-12-03");
  g_autoptr (GPtrArray) notes = NULL;
  const char *text = "";

  add (plan, MER_WORK_ITEM, 0, "1", "Отчёт", "после исполнения пункта 3");
  add (plan, MER_WORK_ITEM, 0, "2", "План", "по отдельному плану");
  add (plan, MER_WORK_ITEM, 0, "3", "Мониторинг", "по отдельному плану");
  add (plan, MER_WORK_ITEM, 0, "4", "Справка", "по отдельному плану");
  link_to (plan, 1, MER_LINK_DEADLINE, "work-item", 3);
  link_to (plan, 3, MER_LINK_DEADLINE, "work-item", 2);
  g_assert_cmpuint (count_notes (plan, "work.circle", 0), ==, 0);
  link_to (plan, 2, MER_LINK_DEADLINE, "work-item", 3);
  link_to (plan, 4, MER_LINK_DEADLINE, "work-item", 4);
  g_assert_cmpuint (count_notes (plan, "work.circle", 0), ==, 2);
  g_assert_cmpuint (count_notes (plan, "work.circle", 2), ==, 1);
  g_assert_cmpuint (count_notes (plan, "work.circle", 4), ==, 1);
  notes = mer_work_check (&plan->context);
  for (guint i = 0; i < notes->len && *text == '\0'; i++)
    if (g_str_equal (((MerRuleNote *) notes->pdata[i])->rule, "work.circle"))
      text = ((MerRuleNote *) notes->pdata[i])->text;
  g_assert_nonnull (strstr (text, "2, 3"));
}

/* --- what has become of it ----------------------------------------------------------------- */

static void
test_status (void)
{
  g_autoptr (Plan) plan = empty_plan ("2024-12-03");
  MerWorkItem *section = add (plan, MER_WORK_SECTION, 0, "1", "Проведение", NULL);
  MerWorkItem *item = add (plan, MER_WORK_ITEM, 1, "1.1", "Отчёт", "до 30 ноября 2024 г.");
  MerWorkItem *yearly =
    add (plan, MER_WORK_ITEM, 1, "1.2", "Доклад", "декабрь 2023 г., далее ежегодно");
  guint counts[MER_WORK_STATUS_DROPPED + 1];
  guint n = 0;

  g_assert_cmpint (mer_work_item_status (&plan->context, item), ==, MER_WORK_STATUS_OVERDUE);
  g_assert_cmpint (mer_work_item_status (&plan->context, section), ==, MER_WORK_STATUS_OVERDUE);
  item->done_on = g_strdup ("2024-11-29");
  g_assert_cmpint (mer_work_item_status (&plan->context, item), ==, MER_WORK_STATUS_OVERDUE);
  g_assert_cmpuint (count_notes (plan, "work.evidence", 2), ==, 1);
  item->evidence = g_strdup ("Отчёт № 5");
  g_assert_cmpint (mer_work_item_status (&plan->context, item), ==, MER_WORK_STATUS_DONE);
  g_assert_cmpint (mer_work_item_status (&plan->context, yearly), ==, MER_WORK_STATUS_OVERDUE);
  yearly->done_on = g_strdup ("2023-12-20");
  yearly->evidence = g_strdup ("Доклад");
  g_assert_cmpint (mer_work_item_status (&plan->context, yearly), ==, MER_WORK_STATUS_RUNNING);
  plan->context.today = mer_day_from_iso ("2024-11-30");
  g_assert_cmpint (mer_work_item_status (&plan->context, yearly), ==, MER_WORK_STATUS_DONE);
  plan->context.today = mer_day_from_iso ("2025-01-01");
  g_assert_cmpint (mer_work_item_status (&plan->context, yearly), ==, MER_WORK_STATUS_OVERDUE);
  yearly->state = MER_WORK_DROPPED;
  g_assert_cmpint (mer_work_item_status (&plan->context, section), ==, MER_WORK_STATUS_DONE);
  mer_work_count (&plan->context, counts, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (counts[MER_WORK_STATUS_DONE], ==, 1);
  g_assert_cmpuint (counts[MER_WORK_STATUS_DROPPED], ==, 1);
}

/* An item of several deadlines is done when each step is. */
static void
test_steps (void)
{
  g_autoptr (Plan) plan = empty_plan ("2024-12-03");
  MerWorkItem *item = add (plan, MER_WORK_ITEM, 0, "1", "Публикация", "2024 г.");
  MerWorkItem *first = add (plan, MER_WORK_STEP, 1, NULL, "На сайте", "октябрь 2024 г.");
  MerWorkItem *second = add (plan, MER_WORK_STEP, 1, NULL, "В газете", "январь 2025 г.");

  g_assert_cmpint (mer_work_item_status (&plan->context, item), ==, MER_WORK_STATUS_OVERDUE);
  first->done_on = g_strdup ("2024-10-10");
  first->evidence = g_strdup ("https://example.org");
  g_assert_cmpint (mer_work_item_status (&plan->context, item), ==, MER_WORK_STATUS_RUNNING);
  g_assert_cmpuint (count_notes (plan, "work.step", second->record.id), ==, 1);
  second->state = MER_WORK_DROPPED;
  g_assert_cmpint (mer_work_item_status (&plan->context, item), ==, MER_WORK_STATUS_DONE);
}

/* --- a slip for every rule ----------------------------------------------------------------- */

static void
test_rules (void)
{
  g_autoptr (Plan) plan = empty_plan ("2024-12-03");
  MerWorkItem *item = NULL;

  add (plan, MER_WORK_ITEM, 0, "1", "Первый", "до 31 февраля 2024 г.");
  add (plan, MER_WORK_ITEM, 0, "2", "Второй", "2024 г.г.");
  add (plan, MER_WORK_ITEM, 0, "2", "Третий", "март 2026 г.");
  item = add (plan, MER_WORK_ITEM, 0, "5", "Четвёртый", "с мая по апрель 2024 г.");
  g_clear_pointer (&item->responsible, g_free);
  item = add (plan, MER_WORK_ITEM, 0, "6", "Пятый", "постоянно");
  item->done_on = g_strdup ("2024-12-24");
  item->evidence = g_strdup ("Письмо");
  add (plan, MER_WORK_SECTION, 0, "I", "Пустой", NULL);
  g_assert_cmpuint (count_notes (plan, "work.deadline", 1), ==, 1);
  g_assert_cmpuint (count_notes (plan, "work.deadline", 4), ==, 1);
  g_assert_cmpuint (count_notes (plan, "work.deadline", 0), ==, 2);
  g_assert_cmpuint (count_notes (plan, "work.slip", 2), ==, 1);
  g_assert_cmpuint (count_notes (plan, "work.number", 3), ==, 1);
  g_assert_cmpuint (count_notes (plan, "work.number", 4), ==, 1);
  g_assert_cmpuint (count_notes (plan, "work.number", 0), ==, 2);
  g_assert_cmpuint (count_notes (plan, "work.years", 3), ==, 1);
  g_assert_cmpuint (count_notes (plan, "work.years", 0), ==, 1);
  g_assert_cmpuint (count_notes (plan, "work.responsible", 4), ==, 1);
  g_assert_cmpuint (count_notes (plan, "work.future", 5), ==, 1);
  g_assert_cmpuint (count_notes (plan, "work.evidence", 0), ==, 0);
  g_assert_cmpuint (count_notes (plan, "work.empty", 6), ==, 1);
}

/* Whatever was entered last: steps below their item, items below their section; what is part of
 * itself in a circle is not lost. */
static void
test_order (void)
{
  static const struct
  {
    const char *what;
    const char *number;
  } cases[] = {
    { "Раздел", "I" },
    { "Первый", "5" },
    { "Этап", "5.1" },
    { "Ещё этап", "5а" },
    { "Второй", "6." },
    { "Его этап", "6.1" },
    { "Без номера", "" },
    { "Этап без номера", "" },
    { "Круг", "" },
    { "Другой круг", "" },
  };
  g_autoptr (Plan) plan = empty_plan ("2024-12-03");
  g_autoptr (GPtrArray) order = NULL;

  add (plan, MER_WORK_SECTION, 0, "I", "Раздел", NULL);
  add (plan, MER_WORK_ITEM, 1, "5", "Первый", NULL);
  add (plan, MER_WORK_ITEM, 1, "6.", "Второй", NULL);
  add (plan, MER_WORK_ITEM, 0, NULL, "Без номера", NULL);
  add (plan, MER_WORK_STEP, 2, NULL, "Этап", NULL);
  add (plan, MER_WORK_STEP, 4, NULL, "Этап без номера", NULL);
  add (plan, MER_WORK_STEP, 3, NULL, "Его этап", NULL);
  add (plan, MER_WORK_STEP, 2, "5а", "Ещё этап", NULL);
  add (plan, MER_WORK_ITEM, 10, NULL, "Круг", NULL);
  add (plan, MER_WORK_ITEM, 9, NULL, "Другой круг", NULL);
  order = mer_work_items_in_order (plan->items);
  g_assert_cmpuint (order->len, ==, G_N_ELEMENTS (cases));
  for (guint i = 0; i < order->len; i++)
    {
      const MerWorkItem *item = order->pdata[i];
      g_autofree char   *number = mer_work_item_number (order, item);
      g_autofree char   *label = mer_work_item_label (order, item);
      g_autofree char   *line = g_strjoin (" ", cases[i].number, cases[i].what, NULL);

      g_assert_cmpstr (item->what, ==, cases[i].what);
      g_assert_cmpstr (number, ==, cases[i].number);
      g_assert_cmpstr (label, ==, g_strchug (line));
    }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/work/presets", test_presets);
  g_test_add_func ("/work/system-b", test_system_b);
  g_test_add_func ("/work/systems-a-c", test_systems_a_c);
  g_test_add_func ("/work/links", test_links);
  g_test_add_func ("/work/event", test_event);
  g_test_add_func ("/work/days-off", test_days_off);
  g_test_add_func ("/work/circle", test_circle);
  g_test_add_func ("/work/schedule", test_schedule);
  g_test_add_func ("/work/status", test_status);
  g_test_add_func ("/work/steps", test_steps);
  g_test_add_func ("/work/order", test_order);
  g_test_add_func ("/work/rules", test_rules);
  return g_test_run ();
}
