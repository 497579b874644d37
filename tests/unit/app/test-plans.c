/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From results to plans, and what changes of plans do: over the demo district's latest cycle,
 * whose plans stand in src/app/mer-demo-plans.c. */

#include "config.h"

#include <string.h>

#include "app/mer-council.h"
#include "app/mer-decisions-about.h"
#include "app/mer-due-dates.h"
#include "app/mer-overview.h"
#include "app/mer-plan-effect.h"
#include "cycle/mer-council.h"
#include "cycle/mer-work-plan.h"
#include "plans-fixture.h"

/* --- from results ---------------------------------------------------------------------------- */

static void
test_find (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const char  *name = "ДС «Капелька»";
  gint64       known = sheet_of (self, "Подгорновская ООШ")->organization->id;
  gint64       id = organization_id (self, name);
  guint        n_findings = self->book->facts.findings->len;
  guint        n = 0;
  guint        found = 0;
  MerPlansMade made = { 0 };

  begin (self);
  g_assert_true (mer_plans_find (self->doc, 0, MER_PLANS_OF (known), 90, &n, &error));
  g_assert_cmpuint (n, ==, 0); /* found before */
  g_assert_true (mer_plans_find (self->doc, 0, MER_PLANS_OF (known), 95, &n, &error));
  g_assert_cmpuint (n, ==, 0); /* the same ones, put right: all its shares are low */
  g_assert_true (mer_plans_find (self->doc, 0, MER_PLANS_OF (id), 95, &found, &error));
  g_assert_cmpuint (found, >, 0);
  g_assert_true (mer_plans_recommend (self->doc, 0, MER_PLANS_OF (id), "2024-12-03", &n, &error));
  g_assert_cmpuint (n, ==, found);
  g_assert_true (mer_plans_make (self->doc, 0, MER_PLANS_OF (id), &made, &error));
  g_assert_no_error (error);
  commit (self);
  g_assert_cmpuint (self->book->facts.findings->len, ==, n_findings + found);
  g_assert_cmpuint (made.n_plans, ==, 1);
  g_assert_cmpuint (made.n_items, ==, found);
  g_assert_cmpuint (sheet_of (self, name)->n_unanswered, ==, 0);
  begin (self);
  g_assert_true (mer_plans_make (self->doc, 0, MER_PLANS_OF (id), &made, &error));
  commit (self);
  g_assert_cmpuint (made.n_items, ==, 0); /* again: nothing is left to answer */
}

static void
test_suggest (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) measures = mer_store_records (self->doc, &mer_record_measure, 0, &error);
  const MerMethodology  *rules = self->book->facts.methodology;
  const MerMeasureTaken *found = NULL;

  found = mer_plans_suggest (measures, rules, "K3", "Нет пандуса у входа");
  g_assert_nonnull (strstr (found->measure, "пандус"));
  found = mer_plans_suggest (measures, rules, "4.1", "Мало довольных"); /* of its criterion */
  g_assert_cmpstr (found->criterion, ==, "K4");
  g_assert_null (mer_plans_suggest (measures, rules, "K2", "Шумно"));
}

/* --- changes --------------------------------------------------------------------------------- */

static gboolean
save_one (Fixture     *self,
          MerPlanItem *item,
          guint       *n_versions,
          GError     **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  g_ptr_array_add (items, item);
  return mer_plans_save_items (self->doc, items, n_versions, error);
}

/* ДС «Радуга» has an approved plan of nine items. */
static void
test_version (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const char *name = "ДС «Радуга»";
  g_autoptr (MerPlanItem) item = mer_record_copy (line_of (self, name, 3)->item);
  gint64 old_plan = item->plan;
  gint64 old_item = item->record.id;
  guint  n_marks = self->book->facts.marks->len;
  guint  n = 0;

  begin (self);
  item->taken = g_strdup ("Начато"); /* execution alone */
  g_assert_true (save_one (self, item, &n, &error));
  g_assert_cmpuint (n, ==, 0);
  g_free (item->deadline);
  item->deadline = g_strdup ("до 1 октября 2025 г.");
  g_assert_true (save_one (self, item, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 1);
  commit (self);
  g_assert_cmpint (item->plan, !=, old_plan);
  g_assert_cmpint (item->record.id, !=, old_item);
  g_assert_cmpint (sheet_of (self, name)->plan->version, ==, 2);
  g_assert_cmpint (sheet_of (self, name)->plan->state, ==, MER_PLAN_DRAFT);
  g_assert_cmpuint (sheet_of (self, name)->n_lines, ==, 9);
  g_assert_cmpuint (sheet_of (self, name)->execution.n[MER_STANDING_DONE], ==, 2); /* as before */
  g_assert_cmpuint (self->book->facts.marks->len, ==, n_marks + 2);
  g_assert_null (mer_plan_book_line (self->book, old_item));
  g_assert_cmpstr (mer_plan_book_line (self->book, item->record.id)->item->deadline, ==,
                   "до 1 октября 2025 г.");
  /* what was replaced is changed no more */
  begin (self);
  item->plan = old_plan;
  item->record.id = old_item;
  g_assert_false (save_one (self, item, NULL, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  mer_document_rollback (self->doc);
}

static void
test_undo (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const char *name = "ДС «Радуга»";
  g_autoptr (MerPlanItem) before = mer_record_copy (line_of (self, name, 5)->item);
  g_autoptr (MerPlanItem) item = mer_record_copy (before);
  gint64 changed = 0;

  begin (self);
  g_free (item->measure);
  item->measure = g_strdup ("Другая мера");
  g_assert_true (save_one (self, item, NULL, &error));
  commit (self);
  changed = item->record.id;
  g_assert_true (mer_document_undo (self->doc, &error));
  load (self);
  g_assert_cmpint (sheet_of (self, name)->plan->version, ==, 1);
  g_assert_true (mer_record_equal (mer_plan_book_line (self->book, before->record.id)->item,
                                   before));
  g_assert_true (mer_document_redo (self->doc, &error));
  load (self);
  g_assert_cmpint (sheet_of (self, name)->plan->version, ==, 2);
  g_assert_cmpstr (mer_plan_book_line (self->book, changed)->item->measure, ==, "Другая мера");
}

static void
test_copy_and_delete (Fixture      *self,
                      gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const char *from = "ДС «Радуга»";
  const char *to = "Липовская СОШ";
  gint64      ids[] = { line_of (self, from, 0)->item->record.id };
  gint64      organizations[] = { sheet_of (self, to)->organization->id,
                                  sheet_of (self, "Подгорновская ООШ")->organization->id };
  guint       n_lines = sheet_of (self, to)->n_lines;
  guint       n = 0;

  begin (self);
  g_assert_true (mer_plans_copy_items (self->doc, ids, 1, organizations, 2, &n, &error));
  g_assert_no_error (error);
  commit (self);
  g_assert_cmpuint (sheet_of (self, "Подгорновская ООШ")->n_lines, ==, 1); /* it had no plan */
  g_assert_cmpint (line_of (self, "Подгорновская ООШ", 0)->item->state, ==,
                   MER_PLAN_ITEM_PLANNED);
  g_assert_null (line_of (self, "Подгорновская ООШ", 0)->item->evidence);
  g_assert_cmpuint (sheet_of (self, to)->n_lines + 1, ==, n_lines + n);
  begin (self);
  g_assert_true (mer_plans_delete_items (self->doc, ids, 1, &n, &error));
  commit (self);
  g_assert_cmpuint (n, ==, 1); /* an approved plan loses nothing without a new version */
  g_assert_cmpuint (sheet_of (self, from)->n_lines, ==, 8);
}

static void
test_state (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 draft = sheet_of (self, "Липовская СОШ")->plan->record.id;

  begin (self);
  g_assert_false (mer_plans_set_state (self->doc, draft, MER_PLAN_APPROVED, "2024-12-03", NULL,
                                       &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (mer_plans_set_state (self->doc, draft, MER_PLAN_SUBMITTED, "2024-12-03", NULL,
                                      &error));
  g_assert_true (mer_plans_set_state (self->doc, draft, MER_PLAN_APPROVED, "2024-12-04",
                                      "Начальник отдела", &error));
  commit (self);
  g_assert_cmpstr (sheet_of (self, "Липовская СОШ")->plan->approved, ==, "2024-12-04");
  g_assert_cmpint (sheet_of (self, "Липовская СОШ")->timing, ==, MER_TIMING_LATE);
}

/* --- did it help ----------------------------------------------------------------------------- */

static void
test_effect (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerPlanEffects) effects = mer_plan_effects_load (self->doc, 0, 0, &error);
  g_autoptr (MerPlanEffects) none = NULL;
  const MerPlanEffect *first = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (effects->book->facts.cycle->year, ==, 2021);
  g_assert_cmpuint (effects->effects->len, >, 0);
  first = &g_array_index (effects->effects, MerPlanEffect, 0);
  g_assert_true (first->score.has_one && first->score.has_other);
  g_assert_cmpstr (first->line->organization->name, ==, "ДС «Радуга»");
  /* К1: 92,52 in 2021, 96,05 in the worked example of 2024 */
  g_assert_cmpint (first->score.one.num * 100, ==, 9605 * first->score.one.den);
  g_assert_cmpint (first->score.other.num * 100, ==, 9252 * first->score.other.den);
  none = mer_plan_effects_load (self->doc, self->book->facts.cycle->id, 0, &error);
  g_assert_null (none);
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND);
}

/* --- the overview ---------------------------------------------------------------------------- */

static void
add_item (Fixture       *self,
          const MerPlan *plan,
          const char    *deadline,
          int            state,
          const char    *done_on)
{
  g_autoptr (MerPlanItem) item = mer_record_new (&mer_record_plan_item, plan->record.cycle_id);
  g_autoptr (GError) error = NULL;

  item->plan = plan->record.id;
  item->measure = g_strdup ("Обновить сведения");
  item->deadline = g_strdup (deadline);
  item->state = state;
  item->done_on = g_strdup (done_on);
  item->evidence = g_strdup (done_on != NULL ? "приказ № 12" : NULL);
  mer_store_save_record (self->doc, item, &error);
  g_assert_no_error (error);
}

/* Deadlines of which each has a reading of its own: four of them are over. */
static void
add_items (Fixture *self)
{
  const MerPlan *plan = sheet_of (self, "ДС «Алёнушка»")->plan; /* no approved one */

  add_item (self, plan, "в течение 10 дней после получения рекомендаций", MER_PLAN_ITEM_PLANNED,
            NULL);
  add_item (self, plan, "с 1 сентября 2021 г.", MER_PLAN_ITEM_WORK, NULL);
  add_item (self, plan, "ежеквартально, 2024 г.", MER_PLAN_ITEM_WORK, NULL);
  add_item (self, plan, "ежеквартально, 2024 г.", MER_PLAN_ITEM_DONE, "2024-04-20");
  add_item (self, plan, "ежеквартально, 2024 г.", MER_PLAN_ITEM_DONE, "2024-11-20");
  add_item (self, plan, "март 2024 г.; декабрь 2024 г.", MER_PLAN_ITEM_WORK, NULL);
}

static void
add_publication (Fixture    *self,
                 const char *deadline,
                 const char *done_on)
{
  g_autoptr (MerPublication) record =
    mer_record_new (&mer_record_publication, self->book->facts.cycle->id);
  g_autoptr (GError) error = NULL;

  record->title = g_strdup ("Новости");
  record->deadline = g_strdup (deadline);
  record->done_on = g_strdup (done_on);
  mer_store_save_record (self->doc, record, &error);
  g_assert_no_error (error);
}

/* A publication is due ten days after the first meeting of the council. */
static void
link_publication (Fixture *self)
{
  gint64 cycle = self->book->facts.cycle->id;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) meetings =
    mer_store_records (self->doc, &mer_record_meeting, cycle, &error);
  g_autoptr (MerPublication) record = mer_record_new (&mer_record_publication, cycle);
  g_autoptr (MerLink) link = mer_record_new (&mer_record_link, cycle);

  record->title = g_strdup ("Решение совета");
  record->deadline = g_strdup ("не позднее 10 дней после заседания");
  mer_store_save_record (self->doc, record, &error);
  g_assert_no_error (error);
  link->role = MER_LINK_DEADLINE;
  link->from_kind = g_strdup (mer_record_publication.id);
  link->from_id = record->record.id;
  link->to_kind = g_strdup (mer_record_meeting.id);
  link->to_id = ((MerRecord *) meetings->pdata[0])->id;
  mer_store_save_record (self->doc, link, &error);
  g_assert_no_error (error);
}

static gboolean
has_row (const MerOverview *overview,
         const char        *title)
{
  for (guint i = 0; i < overview->attention->len; i++)
    if (g_str_equal (((MerOverviewRow *) overview->attention->pdata[i])->title, title))
      return TRUE;
  return FALSE;
}

/* It counts as the plans and the publications do: what an inspector did not confirm is not done;
 * what hangs on an event or comes again is overdue by the days that follow. */
static void
test_overview (Fixture      *self,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerCycleFacts) facts = NULL;
  g_autoptr (MerOverview) overview = NULL;
  g_autofree char *part = NULL;
  g_autofree char *items = NULL;
  g_autofree char *publications = NULL;
  guint            n = self->book->execution.n[MER_STANDING_OVERDUE];

  begin (self);
  add_items (self);
  add_publication (self, "ежеквартально", "2024-04-20");
  add_publication (self, "ежеквартально", "2024-11-20");
  link_publication (self);
  commit (self);
  g_assert_cmpuint (self->book->execution.n[MER_STANDING_OVERDUE], ==, n + 4);
  facts = mer_cycle_facts_load (self->doc, 0, &error);
  g_assert_no_error (error);
  overview = mer_overview_new (facts, NULL);
  part = g_strdup_printf ("%u of %u", self->book->execution.n[MER_STANDING_DONE],
                          mer_execution_count (&self->book->execution));
  g_assert_cmpstr (overview->stages[5].note, ==, part);
  items = g_strdup_printf ("%u items of the plans are overdue", n + 4);
  g_assert_true (has_row (overview, items));
  g_assert_true (mer_publications_overdue (self->doc, 0, &n, &error));
  g_assert_cmpuint (n, ==, 3); /* one of the demo's own */
  publications = g_strdup_printf ("%u publications are overdue", n);
  g_assert_true (has_row (overview, publications));
}

/* A quarterly item is due at the end of this quarter, not at that of the year after. */
static void
test_overview_deadlines (Fixture      *self,
                         gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerCycleFacts) facts = NULL;
  g_autoptr (MerOverview) overview = NULL;
  const MerOverviewDeadline *last = NULL;

  begin (self);
  add_item (self, sheet_of (self, "ДС «Алёнушка»")->plan, "ежемесячно до 5 числа, 2024–2026 гг.",
            MER_PLAN_ITEM_WORK, "2024-11-04");
  commit (self);
  facts = mer_cycle_facts_load (self->doc, 0, &error);
  g_assert_no_error (error);
  overview = mer_overview_new (facts, NULL);
  last = overview->deadlines->pdata[0];
  g_assert_cmpint (last->day, ==, mer_day_from_iso ("2024-12-05"));
  g_assert_cmpstr (last->text, ==, "1 item of the plans of organizations");
}

/* --- decisions ------------------------------------------------------------------------------- */

static void
decide (Fixture    *self,
        const char *day,
        gint64      plan)
{
  g_autoptr (GError) error = NULL;
  gint64 cycle = self->book->facts.cycle->id;
  g_autoptr (MerMeeting) meeting = mer_record_new (&mer_record_meeting, cycle);
  g_autoptr (MerAgendaItem) item = mer_record_new (&mer_record_agenda_item, cycle);

  begin (self);
  meeting->day = g_strdup (day);
  g_assert_true (mer_store_save_record (self->doc, meeting, &error));
  item->meeting = meeting->record.id;
  item->question = g_strdup ("О плане");
  item->about = MER_ABOUT_PLANS;
  item->outcome = MER_DECISION_ADOPTED;
  g_assert_true (mer_store_save_record (self->doc, item, &error));
  g_assert_true (mer_council_link (self->doc, item->record.id, "plan", plan, &error));
  g_assert_no_error (error);
  commit (self);
}

static char *
decided (Fixture *self,
         gint64   plan)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) mentions = mer_decisions_about (self->doc, "plan", plan, &error);
  GString *words = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < mentions->len; i++)
    g_string_append_printf (words, "%s|", ((MerDecisionMention *) mentions->pdata[i])->words);
  return g_string_free (words, FALSE);
}

static void
assert_decided (Fixture    *self,
                gint64      plan,
                const char *expected)
{
  g_autofree char *words = decided (self, plan);

  g_assert_cmpstr (words, ==, expected);
}

/* A decision on one version is seen from the others, as what it is. */
static void
test_decisions (Fixture      *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 first = sheet_of (self, "ДС «Радуга»")->plan->record.id;
  gint64 other = sheet_of (self, "СОШ № 1")->plan->record.id;
  gint64 second = 0;

  decide (self, "2024-11-25", first);
  begin (self);
  g_assert_true (mer_plans_new_version (self->doc, first, &second, &error));
  g_assert_no_error (error);
  commit (self);
  assert_decided (self, first, "minutes of 25.11.2024, item 1|");
  assert_decided (self, second, "minutes of 25.11.2024, item 1 (decision on version 1)|");
  assert_decided (self, other, "");
  decide (self, "2024-12-01", second);
  assert_decided (self, second, "minutes of 01.12.2024, item 1|"
                                "minutes of 25.11.2024, item 1 (decision on version 1)|");
  assert_decided (self, first, "minutes of 01.12.2024, item 1 (decision on version 2)|"
                               "minutes of 25.11.2024, item 1|");
}

/* --- publication ----------------------------------------------------------------------------- */

static void
await (Fixture *self,
       gint64   organization,
       int      place)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerPublication) one =
    mer_record_new (&mer_record_publication, self->book->facts.cycle->id);

  one->what = MER_PUBLICATION_PLAN;
  one->place = place;
  one->organization = organization;
  g_assert_true (mer_store_save_record (self->doc, one, &error));
  g_assert_no_error (error);
}

/* The days on which the register has it in each place, "-" where it is still awaited. */
static char *
published (Fixture *self,
           gint64   organization)
{
  g_autoptr (GPtrArray) all = mer_store_records (self->doc, &mer_record_publication,
                                                 self->book->facts.cycle->id, NULL);
  g_autoptr (GString) days = g_string_new (NULL);

  for (int place = MER_PLACE_DEPARTMENT; place <= MER_PLACE_OTHER; place++)
    for (guint i = 0; i < all->len; i++)
      {
        const MerPublication *one = all->pdata[i];

        if (one->what == MER_PUBLICATION_PLAN && one->organization == organization &&
            one->place == place)
          g_string_append_printf (days, "%s ", one->done_on != NULL ? one->done_on + 8 : "-");
      }
  return g_strdup (days->str);
}

/* One address is of one place: the others are still awaited. */
static void
test_publish (Fixture      *self,
              gconstpointer data)
{
  static const struct
  {
    int         place;
    const char *day;
    const char *link;
    const char *after; /* NULL: refused */
    const char *own;   /* what the plan says */
  } steps[] = {
    { MER_PLACE_BY_ADDRESS, "2024-12-01", "https://news.example/plan", NULL, NULL },
    { MER_PLACE_BY_ADDRESS, "2024-12-01", "http://WWW.raduga.example/plan", "- 01 - - ",
      "2024-12-01" },
    { MER_PLACE_BY_ADDRESS, "2024-12-02", "https://bus.gov.ru/agency/7", "- 01 02 - ",
      "2024-12-01" },
    { MER_PLACE_PRESS, "2024-12-03", "https://news.example/plan", "- 01 02 03 ", "2024-12-01" },
    { MER_PLACE_BY_ADDRESS, "2024-12-04", "https://edu.example/plan", "04 01 02 03 ",
      "2024-12-01" },
    /* put right: nothing is awaited any more */
    { MER_PLACE_BY_ADDRESS, "2024-12-05", "https://new.example/plan", "04 01 02 03 ",
      "2024-12-05" },
  };
  const char *name = "ДС «Радуга»"; /* awaited on its own site already */
  gint64      id = organization_id (self, name);
  gint64      plan = sheet_of (self, name)->plan->record.id;

  begin (self);
  await (self, id, MER_PLACE_DEPARTMENT);
  await (self, id, MER_PLACE_BUS_GOV);
  await (self, id, MER_PLACE_PRESS);
  commit (self);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *days = NULL;
      gboolean         done = FALSE;

      begin (self);
      done = mer_plans_publish (self->doc, plan, steps[i].place, steps[i].day, steps[i].link,
                                &error);
      g_assert_true (done == (steps[i].after != NULL));
      commit (self);
      days = published (self, id);
      g_assert_cmpstr (days, ==, done ? steps[i].after : "- - - - ");
      g_assert_cmpstr (sheet_of (self, name)->plan->published, ==, steps[i].own);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("MERILO_TODAY", "2024-12-03", TRUE);
  add ("find", test_find);
  add ("suggest", test_suggest);
  add ("version", test_version);
  add ("undo", test_undo);
  add ("copy-and-delete", test_copy_and_delete);
  add ("state", test_state);
  add ("effect", test_effect);
  add ("overview", test_overview);
  add ("publish", test_publish);
  add ("decisions", test_decisions);
  add ("overview-deadlines", test_overview_deadlines);
  return g_test_run ();
}
