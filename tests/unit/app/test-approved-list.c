/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list that the council approved is kept when it is changed afterwards, and the change is told,
 * taken back and done again. */

#include "cycle-fixture.h"

#include "app/mer-check-rules.h"
#include "cycle/mer-council.h"
#include "cycle/mer-selection.h"
#include "cycle/mer-work-plan.h"
#include "report/mer-report.h"
#include "store/mer-record-store.h"
#include "store/mer-registry-store.h"

static void
choose (Fixture *self,
        guint    i,
        gboolean selected)
{
  g_autoptr (GError) error = NULL;
  MerCycleMember member = { 0 };

  member.organization_id = self->ids[i];
  member.selected = selected;
  begin (self);
  g_assert_true (mer_store_save_choice (self->document, self->cycle, &member, &error));
  g_assert_no_error (error);
  commit (self);
}

static void
decide (Fixture    *self,
        const char *day,
        gint64      only)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMeeting) meeting = mer_record_new (&mer_record_meeting, self->cycle);
  g_autoptr (MerAgendaItem) item = mer_record_new (&mer_record_agenda_item, self->cycle);
  g_autoptr (MerLink) link = mer_record_new (&mer_record_link, self->cycle);

  begin (self);
  meeting->day = g_strdup (day);
  g_assert_true (mer_store_save_record (self->document, meeting, &error));
  item->meeting = meeting->record.id;
  item->question = g_strdup ("О перечне организаций");
  item->about = MER_ABOUT_SELECTION;
  item->outcome = MER_DECISION_ADOPTED;
  g_assert_true (mer_store_save_record (self->document, item, &error));
  link->role = MER_LINK_DECIDES;
  link->from_kind = g_strdup ("agenda-item");
  link->from_id = item->record.id;
  link->to_kind = g_strdup ("organization");
  link->to_id = only;
  if (only != 0)
    g_assert_true (mer_store_save_record (self->document, link, &error));
  g_assert_no_error (error);
  commit (self);
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  static const char *const names[] = { "ДС «Радуга»", "ДС «Сказка»", "СОШ № 1" };
  g_autoptr (GError) error = NULL;

  begin_document (self);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (MerOrganization) organization =
        mer_organization_new (names[i], MER_ORGANIZATION_GENERAL);

      g_assert_true (mer_store_save_organization (self->document, organization, &error));
      self->ids[i] = organization->id;
    }
  commit (self);
}

static gboolean
has_note (Fixture    *self,
          const char *rule)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerCycleFacts) facts = mer_cycle_facts_load (self->document, self->cycle, &error);
  g_autoptr (GPtrArray) notes = NULL;

  g_assert_no_error (error);
  notes = mer_check_rules (facts);
  for (guint i = 0; i < notes->len; i++)
    if (g_str_equal (((const MerRuleNote *) notes->pdata[i])->rule, rule))
      return TRUE;
  return FALSE;
}

static gboolean
is_told (Fixture *self)
{
  return has_note (self, "procedure.list-changed");
}

static void
test_change (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  choose (self, 0, TRUE);
  choose (self, 1, TRUE);
  g_assert_false (is_told (self));
  decide (self, "2024-02-01", 0);
  choose (self, 1, TRUE); /* as it was */
  g_assert_false (is_told (self));
  choose (self, 2, TRUE);
  g_assert_true (is_told (self));
  g_assert_true (mer_document_undo (self->document, &error));
  g_assert_false (is_told (self));
  g_assert_true (mer_document_redo (self->document, &error));
  g_assert_true (is_told (self));
  choose (self, 2, FALSE); /* the list that was approved again */
  g_assert_false (is_told (self));
  choose (self, 0, FALSE);
  g_assert_true (is_told (self));
  decide (self, "2024-03-01", 0);
  g_assert_false (is_told (self));
  choose (self, 0, TRUE);
  g_assert_true (is_told (self));
}

static char *
print_list (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerCycleFacts) facts = mer_cycle_facts_load (self->document, self->cycle, &error);
  g_autoptr (GBytes) bytes = NULL;
  MerReportInput input = { .language = MER_LANGUAGE_EN };

  g_assert_no_error (error);
  input.cycle = facts->cycle;
  input.registry = facts->organizations;
  input.members = facts->members;
  input.records = facts->records;
  bytes = mer_report_render ("selection", &input, "html", &error);
  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
assert_printed (Fixture    *self,
                const char *words,
                gboolean    there)
{
  g_autofree char *page = print_list (self);

  if ((strstr (page, words) != NULL) != there)
    g_error ("“%s” is %s:\n%s", words, there ? "missing" : "there", page);
}

/* Who signs the printed list is told that it is another than the approved one. */
static void
test_printed (Fixture      *self,
              gconstpointer data)
{
  const char *changed = "The list was changed after its approval: added 1, taken off 1.";

  choose (self, 0, TRUE);
  choose (self, 1, TRUE);
  decide (self, "2024-01-01", self->ids[0]);
  assert_printed (self, "The council has not approved the list yet.", TRUE);
  decide (self, "2024-02-01", 0);
  decide (self, "2024-02-15", self->ids[0]);
  assert_printed (self, "of 1 February 2024", TRUE);
  assert_printed (self, "was changed", FALSE);
  choose (self, 1, FALSE);
  choose (self, 2, TRUE);
  assert_printed (self, "of 1 February 2024", TRUE);
  assert_printed (self, changed, TRUE);
  decide (self, "2024-03-01", 0);
  assert_printed (self, "of 1 March 2024", TRUE);
  assert_printed (self, "was changed", FALSE);
}

/* Minutes are entered when they turn up: a decision of an earlier day approves nothing anew. */
static void
test_entered_later (Fixture      *self,
                    gconstpointer data)
{
  choose (self, 0, TRUE);
  decide (self, "2024-03-01", 0);
  choose (self, 1, TRUE);
  g_assert_true (is_told (self));
  decide (self, "2024-02-01", 0);
  g_assert_true (is_told (self));
  choose (self, 1, FALSE); /* as it was approved on 1 March */
  g_assert_false (is_told (self));
  choose (self, 2, TRUE);
  g_assert_true (is_told (self));
  decide (self, "2024-03-01", 0); /* of the same day, and the last word */
  g_assert_false (is_told (self));
  choose (self, 2, FALSE);
  g_assert_true (is_told (self));
}

/* A decision on one organization approves no list. */
static void
test_named (Fixture      *self,
            gconstpointer data)
{
  choose (self, 0, TRUE);
  decide (self, "2024-02-01", self->ids[0]);
  choose (self, 1, TRUE);
  g_assert_false (is_told (self));
}

/* Advice on the choice is for as long as there is something to choose. */
static void
test_advice (Fixture      *self,
             gconstpointer data)
{
  static const char *const rules[] = { "selection.kind", "selection.due-next" };
  g_autoptr (MerEarlier) earlier = mer_record_new (&mer_record_earlier, 0);
  g_autoptr (MerOrganization) other = mer_organization_new ("Дом творчества",
                                                            MER_ORGANIZATION_ADDITIONAL);

  begin (self);
  g_assert_true (mer_store_save_organization (self->document, other, NULL));
  earlier->organization = other->id;
  earlier->year = 2022;
  g_assert_true (mer_store_save_record (self->document, earlier, NULL));
  commit (self);
  choose (self, 0, TRUE);
  choose (self, 1, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    g_assert_true (has_note (self, rules[i]));
  decide (self, "2024-02-01", self->ids[0]);
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    g_assert_true (has_note (self, rules[i]));
  decide (self, "2024-02-02", 0);
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    g_assert_false (has_note (self, rules[i]));
  choose (self, 1, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    g_assert_true (has_note (self, rules[i]));
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("MERILO_TODAY", "2024-12-03", TRUE);
  ADD ("/approved-list/change", test_change);
  ADD ("/approved-list/printed", test_printed);
  ADD ("/approved-list/entered-later", test_entered_later);
  ADD ("/approved-list/named", test_named);
  ADD ("/approved-list/advice", test_advice);
  return g_test_run ();
}
