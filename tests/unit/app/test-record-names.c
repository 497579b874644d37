/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What records are called, and whom a text means. */

#include "records-fixture.h"

#include "app/mer-find-organization.h"
#include "app/mer-organization-finder.h"

static char *
read_problem (MerRecordNames      *names,
              const MerRecordKind *kind,
              gint64               cycle_id,
              const char          *key,
              const char          *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerRecord) record = mer_record_new (kind, cycle_id);
  g_autoptr (MerRecord) before = mer_record_copy (record);

  g_assert_false (mer_record_names_read (names, record, mer_record_kind_field (kind, key), text,
                                         &error));
  g_assert_error (error, MER_RECORD_ERROR, MER_RECORD_ERROR_INVALID);
  g_assert_true (mer_record_equal (record, before));
  return g_strdup (error->message);
}

static void
assert_problem (MerRecordNames      *names,
                const MerRecordKind *kind,
                const char          *key,
                const char          *text,
                const char          *expected)
{
  g_autofree char *problem = read_problem (names, kind, 0, key, text);

  g_assert_cmpstr (problem, ==, expected);
}

static gint64
meant (MerRecordNames      *names,
       const MerRecordKind *kind,
       gint64               cycle_id,
       const char          *key,
       const char          *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerRecord) record = mer_record_new (kind, cycle_id);
  const MerField *field = mer_record_kind_field (kind, key);

  mer_record_names_read (names, record, field, text, &error);
  g_assert_no_error (error);
  return mer_record_number (record, field);
}

/* --- the council ----------------------------------------------------------------------------- */

static void
test_members (BatchFixture *self,
              gconstpointer data)
{
  static const char *const spellings[] = { "Иванова Ирина Петровна", "иванова  ирина петровна",
                                           "Иванова И. П.", "И.П. Иванова", "Иванова", "#1", "1" };
  gint64                   chair = records_add (self, &mer_record_member, "name", spellings[0]);
  g_autoptr (MerRecordNames) names = NULL;

  records_add (self, &mer_record_member, "name", "Петров Пётр Петрович");
  names = mer_record_names_new (self->base.document, self->cycle);
  g_assert_cmpint (chair, ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    g_assert_cmpint (meant (names, &mer_record_meeting, self->cycle, "chair", spellings[i]), ==,
                     chair);
  g_assert_cmpint (meant (names, &mer_record_meeting, self->cycle, "chair", ""), ==, 0);
  g_assert_cmpint (meant (names, &mer_record_meeting, self->cycle, "chair", "петров п п"), ==,
                   chair + 1);
}

/* Two of one surname: nobody is guessed, and each has a name of its own. */
static void
test_ambiguous_members (BatchFixture *self,
                        gconstpointer data)
{
  gint64 first = records_add (self, &mer_record_member, "name", "Иванова Ирина Петровна");
  gint64 second = records_add (self, &mer_record_member, "name", "Иванова Ирина Петровна");
  g_autoptr (MerRecordNames) names = mer_record_names_new (self->base.document, self->cycle);

  assert_problem (names, &mer_record_meeting, "chair", "Иванова И. П.",
                  "“Иванова И. П.” may be “Иванова Ирина Петровна (#1)” (#1) or “Иванова Ирина "
                  "Петровна (#2)” (#2). Write the number with its sign.");
  assert_problem (names, &mer_record_meeting, "chair", "Сидоров",
                  "There is no “Сидоров” in “Council members”.");
  assert_problem (names, &mer_record_meeting, "chair", "#3",
                  "There is no “#3” in “Council members”.");
  g_assert_cmpint (meant (names, &mer_record_meeting, 0, "chair",
                          mer_record_names_of (names, &mer_record_member, first)),
                   ==, first);
  g_assert_cmpint (meant (names, &mer_record_meeting, 0, "chair",
                          mer_record_names_of (names, &mer_record_member, second)),
                   ==, second);
}

static void
test_meetings (BatchFixture *self,
               gconstpointer data)
{
  gint64 first = records_add (self, &mer_record_meeting, "number", "2", "day", "14.10.2024");
  gint64 second = records_add (self, &mer_record_meeting, "number", "7", "day", "2024-11-05");
  gint64 question = records_add (self, &mer_record_agenda_item, "meeting", "№ 7", "question",
                                 "Об итогах: второй раз");
  g_autoptr (MerRecordNames) names = mer_record_names_new (self->base.document, self->cycle);

  records_add (self, &mer_record_agenda_item, "meeting", "14.10.2024", "question",
               "Об итогах: второй раз");
  g_clear_pointer (&names, mer_record_names_free);
  names = mer_record_names_new (self->base.document, self->cycle);
  g_assert_cmpint (meant (names, &mer_record_agenda_item, self->cycle, "meeting", "№ 2"), ==,
                   first);
  g_assert_cmpint (meant (names, &mer_record_agenda_item, self->cycle, "meeting", "N7"), ==,
                   second);
  g_assert_cmpint (meant (names, &mer_record_agenda_item, self->cycle, "meeting", "05.11.2024"),
                   ==, second);
  g_assert_cmpstr (mer_record_names_of (names, &mer_record_meeting, second), ==,
                   "No. 7 of 05.11.2024");
  g_assert_cmpint (
    meant (names, &mer_record_vote, self->cycle, "agenda_item", "7: Об итогах: второй раз"), ==,
    question);
  /* a bare number that is one meeting's id and another's number */
  assert_problem (names, &mer_record_agenda_item, "meeting", "2",
                  "“2” may be “No. 2 of 14.10.2024” (#1) or “No. 7 of 05.11.2024” (#2). Write the "
                  "number with its sign.");
}

/* --- organizations and plans ----------------------------------------------------------------- */

static void
test_organizations (BatchFixture *self,
                    gconstpointer data)
{
  static const char *const texts[] = { "СОШ № 3", "сош №3", "ДС «Радуга»", "дс \"радуга\"",
                                       "Детский сад Радуга", "нет такой", "7707083893", "Радуга",
                                       "" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (MerOrganizationFinder) finder = NULL;
  MerDocument *doc = self->base.document;

  fixture_begin (&self->base, "Реестр");
  g_assert_cmpint (mer_store_source_name_id (doc, "Детский сад Радуга", self->garden, &error), >,
                   0);
  all = mer_store_organizations (doc, &error);
  {
    MerOrganization *school = mer_organization_dup (all->pdata[1]);

    school->inn = g_strdup ("7707083893");
    mer_store_save_organization (doc, school, &error);
    mer_organization_unref (school);
  }
  g_assert_no_error (error);
  fixture_commit (&self->base);
  g_ptr_array_unref (all);
  all = mer_store_organizations (doc, &error);
  finder = mer_organization_finder_new (doc, &error);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GPtrArray) expected = mer_find_organizations (doc, all, texts[i], &error);
      const GPtrArray *found = mer_organization_finder_find (finder, texts[i]);

      g_assert_cmpuint (found != NULL ? found->len : 0, ==, expected->len);
      for (guint k = 0; k < expected->len; k++)
        g_assert_cmpint (((MerOrganization *) found->pdata[k])->id, ==,
                         ((MerOrganization *) expected->pdata[k])->id);
    }
}

static void
test_unknown_organization (BatchFixture *self,
                           gconstpointer data)
{
  g_autoptr (MerRecordNames) names = mer_record_names_new (self->base.document, self->cycle);

  g_assert_cmpint (meant (names, &mer_record_plan, self->cycle, "organization", "#2"), ==,
                   self->garden);
  assert_problem (names, &mer_record_plan, "organization", "ДС «Радуги»",
                  "The registry has no organization “ДС «Радуги»”. The nearest name is “ДС "
                  "«Радуга»”.");
  /* a bare number may be a school's: it is no id */
  assert_problem (names, &mer_record_plan, "organization", "2",
                  "The registry has no organization “2”.");
  assert_problem (names, &mer_record_plan, "organization", "#9",
                  "The registry has no organization “#9”.");
}

static void
test_equal_organizations (BatchFixture *self,
                          gconstpointer data)
{
  gint64 other = 0;
  g_autoptr (MerRecordNames) names = NULL;

  fixture_begin (&self->base, "Реестр");
  other = fixture_add_organization (&self->base, "ДС «Радуга»");
  fixture_commit (&self->base);
  names = mer_record_names_new (self->base.document, self->cycle);
  assert_problem (names, &mer_record_plan, "organization", "ДС «Радуга»",
                  "“ДС «Радуга»” may be “ДС «Радуга»” (#2) or “ДС «Радуга»” (#3). Write the number "
                  "with its sign.");
  g_assert_cmpstr (mer_record_names_of_organization (names, other), ==, "ДС «Радуга» (#3)");
  g_assert_cmpint (meant (names, &mer_record_plan, self->cycle, "organization", "ДС «Радуга» (#3)"),
                   ==, other);
}

static void
test_plans (BatchFixture *self,
            gconstpointer data)
{
  gint64 first = records_add (self, &mer_record_plan, "organization", "ДС «Радуга»", "version",
                              "1");
  gint64 only = records_add (self, &mer_record_plan, "organization", "СОШ № 3", "version", "1");
  gint64 whole = records_add (self, &mer_record_plan, "version", "1");
  gint64 second = 0;
  g_autoptr (MerRecordNames) names = NULL;

  second = records_add (self, &mer_record_plan, "organization", "ДС «Радуга»", "version", "2");
  names = mer_record_names_new (self->base.document, self->cycle);
  g_assert_cmpstr (mer_record_names_of (names, &mer_record_plan, second), ==,
                   "ДС «Радуга», version 2");
  g_assert_cmpint (meant (names, &mer_record_plan_item, self->cycle, "plan",
                          "ДС «Радуга», версия 2"),
                   ==, second);
  g_assert_cmpint (meant (names, &mer_record_plan_item, self->cycle, "plan", "дс радуга, v. 1"),
                   ==, first);
  g_assert_cmpint (meant (names, &mer_record_plan_item, self->cycle, "plan", "СОШ №3"), ==, only);
  g_assert_cmpint (meant (names, &mer_record_plan_item, self->cycle, "plan",
                          mer_record_names_of (names, &mer_record_plan, whole)),
                   ==, whole);
  assert_problem (names, &mer_record_plan_item, "plan", "ДС «Радуга»",
                  "“ДС «Радуга»” may be “ДС «Радуга», version 1” (#1) or “ДС «Радуга», version 2” "
                  "(#4). Write the number with its sign.");
}

/* A record of another cycle is never meant. */
static void
test_other_cycle (BatchFixture *self,
                  gconstpointer data)
{
  g_autoptr (MerCycle) other = mer_cycle_new ("НОКО 2025", 2025);
  g_autoptr (MerRecordNames) names = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MerAgendaItem) question = NULL;
  gint64 meeting = records_add (self, &mer_record_meeting, "number", "5", "day", "14.10.2024");

  fixture_begin (&self->base, "Цикл");
  g_assert_true (mer_store_save_cycle (self->base.document, other, NULL));
  fixture_commit (&self->base);
  names = mer_record_names_new (self->base.document, 0);
  g_assert_cmpint (meant (names, &mer_record_agenda_item, self->cycle, "meeting", "№ 5"), ==,
                   meeting);
  g_free (read_problem (names, &mer_record_agenda_item, other->id, "meeting", "№ 5"));
  question = mer_record_new (&mer_record_agenda_item, other->id);
  question->meeting = meeting;
  g_assert_false (mer_record_names_check (names, question, &error));
  g_assert_error (error, MER_RECORD_ERROR, MER_RECORD_ERROR_INVALID);
}

/* --- values ---------------------------------------------------------------------------------- */

static void
test_values (BatchFixture *self,
             gconstpointer data)
{
  g_autoptr (MerRecordNames) names = mer_record_names_new (self->base.document, self->cycle);
  g_autoptr (MerPlanItem) item = mer_record_new (&mer_record_plan_item, self->cycle);
  g_autoptr (GError) error = NULL;
  const MerField  *state = mer_record_kind_field (&mer_record_plan_item, "state");
  const MerField  *day = mer_record_kind_field (&mer_record_plan_item, "done_on");
  const MerField  *measure = mer_record_kind_field (&mer_record_plan_item, "measure");
  g_autofree char *words = NULL;

  g_assert_true (mer_record_names_read (names, item, state, "In Work", &error));
  g_assert_cmpint (item->state, ==, MER_PLAN_ITEM_WORK);
  g_assert_true (mer_record_names_read (names, item, day, "14.10.2024 0:00", &error));
  g_assert_cmpstr (item->done_on, ==, "2024-10-14");
  g_assert_false (mer_record_names_read (names, item, day, "14.13.2024", &error));
  g_assert_error (error, MER_RECORD_ERROR, MER_RECORD_ERROR_INVALID);
  g_assert_true (mer_record_names_read (names, item, measure, " Пандус\r\nи перила ", NULL));
  g_assert_cmpstr (item->measure, ==, "Пандус\nи перила");
  g_assert_false (mer_record_names_read (names, item, measure, "\xff", NULL));
  g_assert_cmpstr (item->measure, ==, "Пандус\nи перила");
  words = mer_record_names_words (names, item, day);
  g_assert_cmpstr (words, ==, "14.10.2024");
}

static void
test_links (BatchFixture *self,
            gconstpointer data)
{
  gint64 meeting = records_add (self, &mer_record_meeting, "day", "14.10.2024");
  g_autoptr (MerRecordNames) names = mer_record_names_new (self->base.document, self->cycle);
  g_autoptr (MerLink) link = mer_record_new (&mer_record_link, self->cycle);
  g_autoptr (GError) error = NULL;

  link->from_kind = g_strdup ("meeting");
  link->from_id = meeting;
  link->to_kind = g_strdup ("organization");
  link->to_id = self->school;
  g_assert_true (mer_record_names_check (names, link, &error));
  link->to_id = 99;
  g_assert_false (mer_record_names_check (names, link, &error));
  g_assert_cmpstr (error->message, ==, "There is no “organization” with the number 99.");
  g_clear_error (&error);
  g_free (link->to_kind);
  link->to_kind = g_strdup ("школа");
  g_assert_false (mer_record_names_check (names, link, &error));
  g_assert_cmpstr (error->message, ==, "“школа” is no kind of records.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function)                                       \
  g_test_add (path, BatchFixture, NULL, records_set_up, function, \
              batch_fixture_tear_down)
  ADD ("/record-names/members", test_members);
  ADD ("/record-names/ambiguous-members", test_ambiguous_members);
  ADD ("/record-names/meetings", test_meetings);
  ADD ("/record-names/organizations", test_organizations);
  ADD ("/record-names/unknown-organization", test_unknown_organization);
  ADD ("/record-names/equal-organizations", test_equal_organizations);
  ADD ("/record-names/plans", test_plans);
  ADD ("/record-names/other-cycle", test_other_cycle);
  ADD ("/record-names/values", test_values);
  ADD ("/record-names/links", test_links);
  return g_test_run ();
}
