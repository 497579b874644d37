/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cycles made empty, from presets and from others; who is chosen; stages, closing, the schedule;
 * all of it done, undone and redone. */

#include <glib/gstdio.h>

#include "app/mer-check-rules.h"
#include "app/mer-cycle-stage.h"
#include "app/mer-new-cycle.h"
#include "app/mer-new-document.h"
#include "app/mer-overview.h"
#include "app/mer-schedule.h"
#include "cycle/mer-cycle-settings.h"
#include "cycle/mer-schedule-rules.h"
#include "cycle/mer-work-plan.h"
#include "store/mer-record-store.h"
#include "store/mer-registry-store.h"

#define N 6 /* organizations */

typedef struct
{
  char        *folder;
  char        *path;
  MerDocument *doc;
  gint64       ids[N];
} Fixture;

static void
begin (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  mer_document_begin (self->doc, "Проверка", &error);
  g_assert_no_error (error);
}

static void
commit (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  mer_document_commit (self->doc, &error);
  g_assert_no_error (error);
}

static void
setup (Fixture      *self,
       gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("merilo-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "d.merilo", NULL);
  self->doc = mer_new_document (self->path, "Район", NULL, &error);
  g_assert_no_error (error);
  begin (self);
  for (guint i = 0; i < N; i++)
    {
      g_autofree char *name = g_strdup_printf ("СОШ № %u", i + 1);
      g_autoptr (MerOrganization) organization =
        mer_organization_new (name, MER_ORGANIZATION_GENERAL);

      mer_store_save_organization (self->doc, organization, &error);
      g_assert_no_error (error);
      self->ids[i] = organization->id;
    }
  commit (self);
}

static void
teardown (Fixture      *self,
          gconstpointer data)
{
  g_clear_object (&self->doc);
  g_unlink (self->path);
  g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
}

static gint64
add (Fixture          *self,
     int               year,
     const char       *preset,
     gint64            from_id,
     MerNewCycleChoice choice)
{
  MerNewCycle given = { NULL, year, preset, from_id, 0, choice };
  g_autoptr (GError) error = NULL;
  g_autoptr (MerCycle) added = NULL;

  begin (self);
  added = mer_new_cycle (self->doc, &given, &error);
  g_assert_no_error (error);
  g_assert_nonnull (added);
  commit (self);
  return added->id;
}

static MerCycleFacts *
load (Fixture *self,
      gint64   cycle_id)
{
  g_autoptr (GError) error = NULL;
  MerCycleFacts *facts = mer_cycle_facts_load (self->doc, cycle_id, &error);

  g_assert_no_error (error);
  return facts;
}

static guint
count_chosen (Fixture *self,
              gint64   cycle_id)
{
  g_autoptr (MerCycleFacts) facts = load (self, cycle_id);

  return facts->selection->chosen;
}

static guint
count_lines (Fixture *self,
             gint64   cycle_id,
             int      level)
{
  g_autoptr (MerCycleFacts) facts = load (self, cycle_id);
  const GPtrArray *lines = mer_cycle_facts_records (facts, &mer_record_work_item);
  guint            n = 0;

  for (guint i = 0; i < lines->len; i++)
    n += ((const MerWorkItem *) lines->pdata[i])->level == level ? 1 : 0;
  return n;
}

/* The presets hold 18, 21 and 16 items; d has none. */
static void
test_presets (Fixture      *self,
              gconstpointer data)
{
  static const struct
  {
    const char *preset;
    int         year;
    guint       sections, items, windows;
    const char *procedure, *law, *last_year;
  } cases[] = {
    { "a", 2013, 0, 18, 0, "НСОКО", "2013", "2015" },
    { "b", 2016, 3, 21, 3, "НОКО", "2014", "2016" },
    { "c", 2021, 0, 16, 0, "НОКО", "2018", "2022" },
    { "d", 2015, 0, 0, 0, "НОК УООД", "2014", "2015" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 id = add (self, cases[i].year, cases[i].preset, 0, MER_NEW_CYCLE_NOBODY);
      g_autoptr (MerCycleFacts) facts = load (self, id);
      g_autofree char *title = g_strdup_printf ("%s %d", cases[i].procedure, cases[i].year);

      g_assert_cmpstr (facts->cycle->title, ==, title);
      g_assert_cmpuint (count_lines (self, id, MER_WORK_SECTION), ==, cases[i].sections);
      g_assert_cmpuint (count_lines (self, id, MER_WORK_ITEM), ==, cases[i].items);
      g_assert_cmpuint (mer_cycle_facts_records (facts, &mer_record_window)->len, ==,
                        cases[i].windows);
      g_assert_cmpstr (mer_cycle_facts_setting (facts, MER_SETTING_LAW), ==, cases[i].law);
      g_assert_cmpstr (mer_cycle_facts_setting (facts, MER_SETTING_LAST_YEAR), ==,
                       cases[i].last_year);
      g_assert_cmpuint (facts->selection->chosen, ==, 0);
    }
}

static void
test_refused (Fixture      *self,
              gconstpointer data)
{
  MerNewCycle wrong_preset = { NULL, 2024, "e", 0, 0, MER_NEW_CYCLE_ALL };
  MerNewCycle wrong_year = { NULL, 1234, NULL, 0, 0, MER_NEW_CYCLE_ALL };
  MerNewCycle wrong_cycle = { NULL, 2024, NULL, 77, 0, MER_NEW_CYCLE_ALL };
  g_autoptr (GError) error = NULL;

  begin (self);
  g_assert_null (mer_new_cycle (self->doc, &wrong_preset, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (mer_new_cycle (self->doc, &wrong_year, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (mer_new_cycle (self->doc, &wrong_cycle, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND);
  mer_document_rollback (self->doc);
}

static void
test_years (void)
{
  static const struct
  {
    const char *text;
    int         years;
    const char *moved;
  } cases[] = {
    { "до 30 ноября 2016 г.", 2, "до 30 ноября 2018 г." },
    { "2013–2015 гг.", 3, "2016–2018 гг." },
    { "декабрь 2013 г., далее ежегодно", -1, "декабрь 2012 г., далее ежегодно" },
    { "постоянно", 5, "постоянно" },
    { "приказ № 12013 от 01.02.2021", 1, "приказ № 12013 от 01.02.2022" },
    { "", 1, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *moved = mer_move_years (cases[i].text, cases[i].years);

      g_assert_cmpstr (moved, ==, cases[i].moved);
    }
  g_assert_null (mer_move_years (NULL, 1));
}

/* From another: its settings, windows and plan, the years moved, nothing marked as done. */
static void
test_from_last (Fixture      *self,
                gconstpointer data)
{
  gint64 first = add (self, 2016, "b", 0, MER_NEW_CYCLE_ALL);
  gint64 second = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (MerCycleFacts) facts = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  GPtrArray   *copies = NULL;
  MerWorkItem *line = NULL;

  begin (self);
  lines = mer_store_records (self->doc, &mer_record_work_item, first, &error);
  line = lines->pdata[1];
  line->done_on = g_strdup ("2016-11-30");
  line->evidence = g_strdup ("Решение совета");
  g_assert_true (mer_store_save_record (self->doc, line, &error));
  g_assert_true (
    mer_store_set_cycle_setting (self->doc, first, MER_SETTING_STAGE, "plans", &error));
  g_assert_true (mer_store_set_cycle_setting (self->doc, first, MER_SETTING_SHARE, "40", &error));
  commit (self);
  second = add (self, 2018, NULL, first, MER_NEW_CYCLE_SAME);
  facts = load (self, second);
  copies = mer_cycle_facts_records (facts, &mer_record_work_item);
  g_assert_cmpuint (copies->len, ==, lines->len);
  for (guint i = 0; i < copies->len; i++)
    {
      const MerWorkItem *copy = copies->pdata[i];

      g_assert_null (copy->done_on);
      g_assert_null (copy->evidence);
      if (copy->level == MER_WORK_ITEM)
        g_assert_cmpint (copy->parent, >, 0);
      g_assert_true (copy->deadline == NULL || strstr (copy->deadline, "2016") == NULL);
    }
  g_assert_cmpuint (mer_cycle_facts_records (facts, &mer_record_window)->len, ==, 3);
  g_assert_cmpstr (mer_cycle_facts_setting (facts, MER_SETTING_SHARE), ==, "40");
  g_assert_cmpstr (mer_cycle_facts_setting (facts, MER_SETTING_STAGE), ==, "selection");
  g_assert_cmpstr (mer_cycle_facts_setting (facts, MER_SETTING_FIRST_YEAR), ==, "2018");
  g_assert_cmpuint (facts->selection->chosen, ==, N);
}

/* One action: a cycle with all that belongs to it is gone and back at once. */
static void
test_undo (Fixture      *self,
           gconstpointer data)
{
  gint64 id = add (self, 2021, "c", 0, MER_NEW_CYCLE_PROPOSED);
  g_autoptr (GError) error = NULL;
  g_autoptr (MerCycle) gone = NULL;

  g_assert_cmpuint (count_chosen (self, id), ==, 2); /* ⌈0,33 · 6⌉ */
  g_assert_true (mer_document_undo (self->doc, &error));
  g_assert_true (mer_store_find_cycle (self->doc, 0, &gone, &error));
  g_assert_null (gone);
  g_assert_true (mer_document_redo (self->doc, &error));
  g_assert_cmpuint (count_chosen (self, id), ==, 2);
  g_assert_cmpuint (count_lines (self, id, MER_WORK_ITEM), ==, 16);
}

/* Chosen, closed in mid-cycle: its successor takes its place, as a pilot if it was one. */
static void
test_successor (Fixture      *self,
                gconstpointer data)
{
  gint64         id = add (self, 2024, NULL, 0, MER_NEW_CYCLE_NOBODY);
  MerCycleMember pilot = { self->ids[0], -1, TRUE, NULL, TRUE, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (MerOrganization) closed = mer_organization_new ("СОШ № 1", MER_ORGANIZATION_GENERAL);
  g_autoptr (MerCycleFacts) facts = NULL;

  begin (self);
  g_assert_true (mer_store_save_choice (self->doc, id, &pilot, &error));
  g_assert_false (mer_cycle_succeed (self->doc, id, self->ids[0], MER_SUCCESSION_KEEP, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  g_clear_error (&error);
  closed->id = self->ids[0];
  closed->state = MER_ORGANIZATION_REORGANIZED;
  closed->state_day = g_strdup ("2024-09-01");
  closed->successor_id = self->ids[3];
  g_assert_true (mer_store_save_organization (self->doc, closed, &error));
  g_assert_true (mer_cycle_succeed (self->doc, id, self->ids[0], MER_SUCCESSION_KEEP, &error));
  g_assert_no_error (error);
  commit (self);
  facts = load (self, id);
  g_assert_cmpuint (facts->selection->chosen, ==, 1);
  g_assert_false (mer_selection_find (facts->selection, self->ids[0])->selected);
  g_assert_true (mer_selection_find (facts->selection, self->ids[3])->selected);
  g_assert_true (mer_selection_find (facts->selection, self->ids[3])->member->pilot);
  g_assert_nonnull (
    strstr (mer_selection_find (facts->selection, self->ids[3])->member->ground, "СОШ № 1"));
}

static void
test_closing (Fixture      *self,
              gconstpointer data)
{
  gint64         id = add (self, 2024, "c", 0, MER_NEW_CYCLE_ALL);
  MerCycleMember member = { self->ids[0], -1, FALSE, NULL, FALSE, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (MerWorkItem) item = mer_record_new (&mer_record_work_item, id);

  item->what = g_strdup ("Письма");
  begin (self);
  g_assert_false (mer_cycle_close (self->doc, id, FALSE, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (mer_cycle_archive (self->doc, id, TRUE, &error));
  g_assert_false (mer_cycle_close (self->doc, id, TRUE, &error));
  g_clear_error (&error);
  commit (self);

  begin (self);
  g_assert_false (mer_store_save_choice (self->doc, id, &member, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (mer_store_save_record (self->doc, item, &error));
  g_clear_error (&error);
  g_assert_false (mer_store_set_cycle_setting (self->doc, id, MER_SETTING_SHARE, "10", &error));
  g_clear_error (&error);
  g_assert_true (mer_cycle_open_again (self->doc, id, &error));
  g_assert_false (mer_cycle_open_again (self->doc, id, &error));
  g_clear_error (&error);
  g_assert_true (mer_store_save_choice (self->doc, id, &member, &error));
  g_assert_no_error (error);
  commit (self);
  g_assert_cmpuint (count_chosen (self, id), ==, N - 1);
}

/* Proposed, applied, undone, redone; applied again nothing changes. */
static void
test_schedule (Fixture      *self,
               gconstpointer data)
{
  gint64 id = add (self, 2024, NULL, 0, MER_NEW_CYCLE_NOBODY);
  g_autoptr (MerCycleFacts) facts = load (self, id);
  g_autoptr (GArray) turns = mer_schedule_propose (facts->selection);
  g_autoptr (GError) error = NULL;
  g_autoptr (MerCycleFacts) after = NULL;
  g_autoptr (GPtrArray) notes = NULL;

  g_assert_cmpuint (turns->len, ==, N);
  begin (self);
  g_assert_true (mer_schedule_apply (self->doc, facts, turns, &error));
  commit (self);
  g_assert_true (mer_document_undo (self->doc, &error));
  after = load (self, id);
  g_assert_cmpuint (after->selection->scheduled->len, ==, 0);
  g_clear_pointer (&after, mer_cycle_facts_free);
  g_assert_true (mer_document_redo (self->doc, &error));
  after = load (self, id);
  g_assert_cmpuint (after->selection->scheduled->len, ==, N);
  notes = mer_schedule_checks (after->selection);
  g_assert_cmpuint (notes->len, ==, 0);
  begin (self);
  g_assert_true (mer_schedule_apply (self->doc, after, turns, &error));
  g_assert_true (mer_schedule_set (self->doc, self->ids[0], 2030, TRUE, &error));
  g_assert_true (mer_schedule_set (self->doc, self->ids[0], 2030, TRUE, &error));
  commit (self);
  g_clear_pointer (&after, mer_cycle_facts_free);
  after = load (self, id);
  g_assert_cmpuint (after->selection->scheduled->len, ==, N + 1);
}

/* What the overview says of a new cycle, and that rules are grouped by what is broken. */
static void
test_overview (Fixture      *self,
               gconstpointer data)
{
  gint64 id = add (self, 2024, "c", 0, MER_NEW_CYCLE_NOBODY);
  g_autoptr (MerCycleFacts) facts = load (self, id);
  g_autoptr (MerOverview) overview = mer_overview_new (facts, NULL);
  g_autoptr (GPtrArray) notes = mer_check_rules (facts);
  g_autoptr (GPtrArray) needs = mer_cycle_stage_needs (facts, notes, 0);

  g_assert_cmpuint (overview->stage, ==, 0);
  g_assert_cmpstr (overview->figures[1].value, ==, "—");
  g_assert_cmpstr (overview->figures[3].value, ==, "—");
  g_assert_cmpuint (overview->attention->len, >, 0);
  g_assert_cmpuint (overview->attention->len, <=, notes->len + 2);
  /* «4 квартал», «декабрь», «в течение года» end on 31 December, «I квартал» of the next on 31
   * March: that day last */
  g_assert_cmpuint (overview->deadlines->len, >, 0);
  g_assert_cmpint (((MerOverviewDeadline *) overview->deadlines->pdata[0])->day, ==,
                   mer_day_new (2024, 12, 31));
  g_assert_cmpuint (needs->len, >, 0);
}

#define TEST(path, func) g_test_add ("/cycles/" path, Fixture, NULL, setup, func, teardown)

int
main (int   argc,
      char *argv[])
{
  g_setenv ("MERILO_TODAY", "2024-12-03", TRUE);
  g_test_init (&argc, &argv, NULL);
  TEST ("presets", test_presets);
  TEST ("refused", test_refused);
  g_test_add_func ("/cycles/years", test_years);
  TEST ("from-last", test_from_last);
  TEST ("undo", test_undo);
  TEST ("successor", test_successor);
  TEST ("closing", test_closing);
  TEST ("schedule", test_schedule);
  TEST ("overview", test_overview);
  return g_test_run ();
}
