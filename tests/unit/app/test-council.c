/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Meetings of the council in a document: numbers, attendance of those in office, votes, decisions
 * and what they decide, the form of publication; all of it taken back and done again. */

#include "cycle-fixture.h"

#include "app/mer-council.h"
#include "app/mer-decisions-about.h"
#include "cycle/mer-cycle-settings.h"
#include "store/mer-record-store.h"
#include "store/mer-registry-store.h"
#include "store/mer-store-error.h"

static gint64
add_member (Fixture    *self,
            const char *name,
            int         role,
            const char *until)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerCouncilMember) member = mer_record_new (&mer_record_member, 0);

  member->name = g_strdup (name);
  member->role = role;
  member->since = g_strdup ("2022-03-01");
  member->until = g_strdup (until);
  g_assert_true (mer_store_save_record (self->document, member, &error));
  g_assert_no_error (error);
  return member->record.id;
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  begin_document (self);
  self->ids[0] = add_member (self, "Берёзкина В. А.", MER_COUNCIL_CHAIR, "2025-02-28");
  self->ids[1] = add_member (self, "Тропинина Н. С.", MER_COUNCIL_SECRETARY, "2025-02-28");
  self->ids[2] = add_member (self, "Полевой Т. М.", MER_COUNCIL_MEMBER, "2024-06-30");
  commit (self);
}

static gint64
add_meeting (Fixture       *self,
             const char    *day,
             MerMeetingForm form,
             const char    *number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMeeting) meeting = NULL;

  begin (self);
  meeting = mer_council_new_meeting (self->document, self->cycle, day, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (meeting->number, ==, number);
  meeting->form = (int) form;
  meeting->state = MER_MEETING_HELD;
  g_assert_true (mer_council_add_meeting (self->document, meeting, &error));
  g_assert_no_error (error);
  commit (self);
  return meeting->record.id;
}

static gint64
add_question (Fixture *self,
              gint64   meeting,
              const char *template)
{
  g_autoptr (GError) error = NULL;
  gint64 item = 0;

  begin (self);
  g_assert_true (mer_council_add_question (self->document, meeting,
                                           mer_agenda_template_find (template), &item, &error));
  g_assert_no_error (error);
  commit (self);
  return item;
}

static MerCouncil *
load (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  MerCouncil *council = mer_council_load (self->document, self->cycle, &error);

  g_assert_no_error (error);
  return council;
}

static MerAttendanceState
attendance (const MerCouncil *council,
            gint64            meeting,
            gint64            member)
{
  const MerAttendance *line = mer_council_attendance_of (council, meeting, member);

  g_assert_nonnull (line);
  return (MerAttendanceState) line->state;
}

static void
test_meeting (Fixture      *self,
              gconstpointer data)
{
  gint64 first = add_meeting (self, "2024-02-01", MER_MEETING_TOGETHER, "1");
  gint64 second = add_meeting (self, "2024-09-12", MER_MEETING_ABSENTEE, "2");
  g_autoptr (GError) error = NULL;
  g_autoptr (MerCouncil) council = load (self);
  const MerMeeting *meeting = mer_record_set_find (council->records, &mer_record_meeting, second);
  g_autoptr (GPtrArray) listed = mer_council_members_of (council, meeting);
  MerQuorum quorum;

  add_meeting (self, "2025-01-15", MER_MEETING_TOGETHER, "1"); /* numbers begin anew */
  g_assert_cmpint (meeting->chair, ==, self->ids[0]);
  g_assert_cmpint (meeting->secretary, ==, self->ids[1]);
  g_assert_cmpint (attendance (council, first, self->ids[2]), ==, MER_ATTENDANCE_PRESENT);
  /* the third member's term was over by then */
  g_assert_cmpuint (listed->len, ==, 2);
  g_assert_null (mer_council_attendance_of (council, second, self->ids[2]));
  g_assert_cmpint (attendance (council, second, self->ids[0]), ==, MER_ATTENDANCE_WRITING);
  mer_council_quorum (&council->context, meeting, &quorum);
  g_assert_cmpuint (quorum.members, ==, 2);
  g_assert_cmpuint (quorum.participants, ==, 2);
  g_assert_cmpuint (quorum.needed, ==, 2);
  g_assert_true (quorum.reached);
}

static void
test_form_of_meeting (Fixture      *self,
                      gconstpointer data)
{
  gint64 id = add_meeting (self, "2024-02-01", MER_MEETING_TOGETHER, "1");
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMeeting) meeting =
    mer_store_record (self->document, &mer_record_meeting, id, &error);
  g_autoptr (MerCouncil) turned = NULL;
  g_autoptr (MerCouncil) back = NULL;

  begin (self);
  g_assert_true (mer_council_set_attendance (self->document, id, self->ids[1],
                                             MER_ATTENDANCE_ABSENT, &error));
  meeting->form = MER_MEETING_ABSENTEE;
  g_assert_true (mer_council_save_meeting (self->document, meeting, &error));
  g_assert_no_error (error);
  commit (self);
  turned = load (self);
  g_assert_cmpint (attendance (turned, id, self->ids[0]), ==, MER_ATTENDANCE_WRITING);
  g_assert_cmpint (attendance (turned, id, self->ids[1]), ==, MER_ATTENDANCE_ABSENT);
  g_assert_true (mer_document_undo (self->document, &error));
  back = load (self);
  g_assert_cmpint (attendance (back, id, self->ids[0]), ==, MER_ATTENDANCE_PRESENT);
  g_assert_cmpint (attendance (back, id, self->ids[1]), ==, MER_ATTENDANCE_PRESENT);
}

static void
check_votes (Fixture *self,
             gint64   item_id,
             gint64   yes,
             gint64   no,
             gboolean single)
{
  g_autoptr (MerCouncil) council = load (self);
  MerVoteCount count;

  mer_council_count_votes (
    &council->context, mer_record_set_find (council->records, &mer_record_agenda_item, item_id),
    &count);
  g_assert_cmpint (count.yes, ==, yes);
  g_assert_cmpint (count.no, ==, no);
  g_assert_cmpint (count.single, ==, single);
}

static void
test_votes (Fixture      *self,
            gconstpointer data)
{
  const gint64 counts[] = { 5, 2, 0 };
  gint64       meeting = add_meeting (self, "2024-02-01", MER_MEETING_TOGETHER, "1");
  gint64       item = add_question (self, meeting, "list");
  g_autoptr (GError) error = NULL;

  check_votes (self, item, -1, -1, FALSE);
  begin (self);
  for (guint i = 0; i < G_N_ELEMENTS (self->ids); i++)
    g_assert_true (mer_council_set_vote (self->document, item, self->ids[i],
                                         i == 0 ? MER_VOTE_AGAINST : MER_VOTE_FOR, &error));
  g_assert_true (
    mer_council_set_vote (self->document, item, self->ids[0], MER_VOTE_FOR, &error));
  g_assert_true (mer_council_set_vote (self->document, item, self->ids[2], -1, &error));
  g_assert_no_error (error);
  commit (self);
  check_votes (self, item, 2, 0, TRUE);
  begin (self);
  g_assert_true (mer_council_set_counts (self->document, item, counts, &error));
  commit (self);
  check_votes (self, item, 5, 2, FALSE);
  g_assert_true (mer_document_undo (self->document, &error));
  check_votes (self, item, 2, 0, TRUE);
  g_assert_true (mer_document_redo (self->document, &error));
  check_votes (self, item, 5, 2, FALSE);
}

static void
decide (Fixture *self,
        gint64   id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerAgendaItem) item =
    mer_store_record (self->document, &mer_record_agenda_item, id, &error);

  item->outcome = MER_DECISION_ADOPTED;
  begin (self);
  g_assert_true (mer_council_save_question (self->document, item, &error));
  g_assert_no_error (error);
  commit (self);
}

static void
test_links (Fixture      *self,
            gconstpointer data)
{
  gint64 meeting = add_meeting (self, "2024-02-01", MER_MEETING_TOGETHER, "1");
  gint64 list = add_question (self, meeting, "list");
  gint64 operator= add_question (self, meeting, "operator");
  g_autoptr (GError) error = NULL;
  g_autoptr (MerCouncil) council = NULL;
  g_autoptr (GPtrArray) targets = NULL;
  g_autoptr (GPtrArray) decisions = NULL;
  g_autoptr (GPtrArray) members = NULL;

  decide (self, list);
  decide (self, list); /* once is enough */
  decide (self, operator);
  begin (self);
  g_assert_true (mer_council_link (self->document, operator, "council-member", self->ids[1],
                                   &error));
  g_assert_false (mer_council_link (self->document, operator, "council-member", 999, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (mer_council_link (self->document, operator, "methodology", 999, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  commit (self);
  council = load (self);
  targets = mer_council_targets (council->records, list);
  g_assert_cmpuint (targets->len, ==, 1);
  decisions = mer_council_decisions_about (council->records, "cycle", self->cycle);
  g_assert_cmpuint (decisions->len, ==, 1);
  g_assert_cmpint (((const MerRecord *) decisions->pdata[0])->id, ==, list);
  members = mer_council_decisions_about (council->records, "council-member", self->ids[1]);
  g_assert_cmpuint (members->len, ==, 1);
  g_assert_cmpint (((const MerRecord *) members->pdata[0])->id, ==, operator);
  begin (self);
  g_assert_true (mer_council_unlink (self->document, operator, "council-member", self->ids[1],
                                     &error));
  g_assert_false (mer_council_unlink (self->document, operator, "council-member",
                                      self->ids[1], &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND);
  commit (self);
}

static void
assert_mentions (GPtrArray  *mentions,
                 const char *words,
                 gint64      item)
{
  g_assert_nonnull (mentions);
  g_assert_cmpuint (mentions->len, ==, words != NULL ? 1 : 0);
  if (words != NULL)
    {
      g_assert_cmpstr (((MerDecisionMention *) mentions->pdata[0])->words, ==, words);
      g_assert_cmpint (((MerDecisionMention *) mentions->pdata[0])->item_id, ==, item);
    }
}

/* Where something is looked at, it is said which item of which minutes decided it. */
static void
test_mentions (Fixture      *self,
               gconstpointer data)
{
  gint64 first = add_meeting (self, "2024-02-01", MER_MEETING_TOGETHER, "1");
  gint64 second = add_meeting (self, "2024-03-01", MER_MEETING_TOGETHER, "2");
  gint64 list = add_question (self, first, "list");
  gint64 again = add_question (self, second, "workplan");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) none = mer_decisions_on (self->document, self->cycle, MER_ABOUT_SELECTION,
                                                 &error);
  g_autoptr (GPtrArray) on_list = NULL;
  g_autoptr (GPtrArray) about = NULL;
  g_autoptr (GPtrArray) other = NULL;
  g_autoptr (GPtrArray) both = NULL;

  assert_mentions (none, NULL, 0);
  add_question (self, second, "criteria");
  list = add_question (self, first, "operator");
  begin (self);
  g_assert_true (mer_council_link (self->document, list, "organization", 0, NULL) == FALSE);
  g_assert_true (mer_council_link (self->document, list, "council-member", self->ids[0],
                                   &error));
  commit (self);
  about = mer_decisions_about (self->document, "council-member", self->ids[0], &error);
  assert_mentions (about, "minutes No. 1 of 01.02.2024, item 2", list);
  other = mer_decisions_about (self->document, "meeting", self->ids[0], &error);
  assert_mentions (other, NULL, 0);
  decide (self, again);
  on_list = mer_decisions_on (self->document, self->cycle, MER_ABOUT_WORK_PLAN, &error);
  assert_mentions (on_list, "minutes No. 2 of 01.03.2024, item 1", again);
  begin (self);
  g_assert_true (mer_council_link (self->document, again, "council-member", self->ids[0],
                                   &error));
  commit (self);
  both = mer_decisions_about (self->document, "council-member", self->ids[0], &error);
  g_assert_cmpuint (both->len, ==, 2);
  g_assert_cmpint (((MerDecisionMention *) both->pdata[0])->item_id, ==, again); /* the latest */
}

static void
check_form (Fixture           *self,
            MerPublicationForm form)
{
  g_autoptr (MerCouncil) council = load (self);

  g_assert_cmpint (mer_publication_form (council->settings), ==, form);
}

static void
test_publication (Fixture      *self,
                  gconstpointer data)
{
  gint64 meeting = add_meeting (self, "2024-02-01", MER_MEETING_TOGETHER, "1");
  gint64 item = add_question (self, meeting, "publication");
  g_autoptr (GError) error = NULL;
  g_autoptr (MerCouncil) council = NULL;

  check_form (self, MER_PUBLICATION_PLACES);
  begin (self);
  g_assert_false (mer_council_decide_form (self->document, item, "bands", &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  g_clear_error (&error);
  mer_document_rollback (self->document);
  decide (self, item);
  begin (self);
  g_assert_false (mer_council_decide_form (self->document, item, "stars", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  mer_document_rollback (self->document);
  begin (self);
  g_assert_true (mer_council_decide_form (self->document, item, "bands", &error));
  g_assert_no_error (error);
  commit (self);
  check_form (self, MER_PUBLICATION_BANDS);
  council = load (self);
  g_assert_cmpint (mer_council_decision_on (council->records, MER_ABOUT_PUBLICATION)->record.id, ==,
                   item);
  g_assert_null (mer_council_decision_on (council->records, MER_ABOUT_RESULTS));
  g_assert_true (mer_document_undo (self->document, &error));
  check_form (self, MER_PUBLICATION_PLACES);
  g_assert_true (mer_document_redo (self->document, &error));
  check_form (self, MER_PUBLICATION_BANDS);
}

static void
check_latest (Fixture *self,
              gint64   item)
{
  g_autoptr (MerCouncil) council = load (self);

  g_assert_cmpint (mer_council_decision_on (council->records, MER_ABOUT_RESULTS)->record.id, ==,
                   item);
}

/* Of one day the one that was entered last, wherever it stands in the agenda. */
static void
test_latest (Fixture      *self,
             gconstpointer data)
{
  gint64 meeting = add_meeting (self, "2024-02-01", MER_MEETING_TOGETHER, "1");
  gint64 earlier = add_meeting (self, "2024-01-15", MER_MEETING_TOGETHER, "2");
  gint64 first = add_question (self, meeting, "results");
  gint64 second = add_question (self, meeting, "results");
  gint64 old = add_question (self, earlier, "results");

  decide (self, old);
  check_latest (self, old);
  decide (self, first);
  check_latest (self, first);
  decide (self, second);
  check_latest (self, second);
  begin (self);
  g_assert_true (
    mer_store_move_record (self->document, &mer_record_agenda_item, second, 1, NULL));
  commit (self);
  check_latest (self, second);
}

static void
test_templates (void)
{
  guint                    n = 0;
  const MerAgendaTemplate *templates = mer_agenda_templates (&n);
  const MerCycleSetting   *stage = mer_cycle_setting_find (MER_SETTING_STAGE);

  g_assert_cmpuint (n, >=, 10);
  for (guint i = 0; i < n; i++)
    {
      gboolean known = FALSE;

      g_assert_true (mer_agenda_template_find (templates[i].id) == &templates[i]);
      for (guint j = 0; j < stage->n_choices; j++)
        known = known || g_str_equal (stage->choices[j].code, templates[i].stage);
      g_assert_true (known);
    }
  g_assert_null (mer_agenda_template_find ("nothing"));
}

static gboolean
is_among (const GPtrArray *templates,
          const char      *id,
          guint            end)
{
  for (guint i = 0; i < MIN (templates->len, end); i++)
    if (g_str_equal (((const MerAgendaTemplate *) templates->pdata[i])->id, id))
      return TRUE;
  return FALSE;
}

static GPtrArray *
suggest (Fixture *self,
         gint64   meeting,
         guint   *n_now)
{
  g_autoptr (MerCouncil) council = load (self);

  return mer_agenda_suggest (council, meeting, n_now);
}

/* What is on the agenda is not offered again, what is decided not first; questions about the same
 * are told apart by their words. */
static void
test_suggest (Fixture      *self,
              gconstpointer data)
{
  gint64 first = add_meeting (self, "2024-02-01", MER_MEETING_TOGETHER, "1");
  gint64 second = add_meeting (self, "2024-03-01", MER_MEETING_TOGETHER, "2");
  gint64 list = add_question (self, first, "list");
  guint  n = 0;
  guint  n_all = 0;
  g_autoptr (GPtrArray) offered = suggest (self, first, &n);

  mer_agenda_templates (&n_all);
  g_assert_cmpuint (n, ==, 4); /* of the selection, without the list */
  g_assert_cmpuint (offered->len, ==, n_all - 1);
  g_assert_false (is_among (offered, "list", G_MAXUINT));
  g_assert_true (is_among (offered, "workplan", n));
  g_assert_false (is_among (offered, "results", n));
  g_assert_true (is_among (offered, "results", G_MAXUINT));
  g_clear_pointer (&offered, g_ptr_array_unref);
  offered = suggest (self, second, &n);
  g_assert_true (is_among (offered, "list", n));
  g_clear_pointer (&offered, g_ptr_array_unref);
  decide (self, list);
  add_question (self, second, "plans");
  offered = suggest (self, second, &n);
  g_assert_false (is_among (offered, "list", n));
  g_assert_true (is_among (offered, "list", G_MAXUINT));
  g_assert_false (is_among (offered, "plans", G_MAXUINT));
  g_assert_true (is_among (offered, "control", G_MAXUINT));
  g_clear_pointer (&offered, g_ptr_array_unref);
  decide (self, add_question (self, first, "results"));
  offered = suggest (self, second, &n);
  g_assert_true (is_among (offered, "proposals", n)); /* the work has got to the council */
  g_assert_false (is_among (offered, "workplan", n));
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("MERILO_TODAY", "2024-12-03", TRUE);
  ADD ("/council/meeting", test_meeting);
  ADD ("/council/form-of-meeting", test_form_of_meeting);
  ADD ("/council/votes", test_votes);
  ADD ("/council/links", test_links);
  ADD ("/council/mentions", test_mentions);
  ADD ("/council/publication", test_publication);
  ADD ("/council/latest", test_latest);
  ADD ("/council/suggest", test_suggest);
  g_test_add_func ("/council/templates", test_templates);
  return g_test_run ();
}
