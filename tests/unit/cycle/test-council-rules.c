/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The council: who sits in it, quorum, votes, and something planted for every rule. */

#include "cycle/mer-council-rules.h"

typedef struct
{
  MerCouncilContext context;
} Council;

static GPtrArray *
list_new (void)
{
  return g_ptr_array_new_with_free_func (mer_record_free);
}

static void
set_up (Council      *self,
        gconstpointer data)
{
  self->context.members = list_new ();
  self->context.meetings = list_new ();
  self->context.attendance = list_new ();
  self->context.agenda = list_new ();
  self->context.votes = list_new ();
  self->context.law = MER_LAW_2018;
  self->context.quorum = 50;
  self->context.year = 2024;
  self->context.today = mer_day_from_iso ("2024-12-03");
}

static void
tear_down (Council      *self,
           gconstpointer data)
{
  g_ptr_array_unref (self->context.members);
  g_ptr_array_unref (self->context.meetings);
  g_ptr_array_unref (self->context.attendance);
  g_ptr_array_unref (self->context.agenda);
  g_ptr_array_unref (self->context.votes);
}

static gpointer
add (GPtrArray           *list,
     const MerRecordKind *kind)
{
  MerRecord *record = mer_record_new (kind, 1);

  record->id = list->len + 1;
  g_ptr_array_add (list, record);
  return record;
}

static MerCouncilMember *
add_member (Council *self,
            int      role)
{
  MerCouncilMember *member = add (self->context.members, &mer_record_member);

  member->name = g_strdup_printf ("Член совета %d", (int) member->record.id);
  member->represents = g_strdup ("Совет ветеранов");
  member->role = role;
  member->since = g_strdup ("2023-01-01");
  member->until = g_strdup ("2025-12-31");
  return member;
}

static void
add_seven (Council *self)
{
  add_member (self, MER_COUNCIL_CHAIR);
  add_member (self, MER_COUNCIL_SECRETARY);
  for (guint i = 0; i < 5; i++)
    add_member (self, MER_COUNCIL_MEMBER);
}

static MerMeeting *
add_meeting (Council *self,
             guint    present,
             guint    writing,
             int      form)
{
  MerMeeting *meeting = add (self->context.meetings, &mer_record_meeting);

  meeting->number = g_strdup ("4");
  meeting->day = g_strdup ("2024-12-02");
  meeting->state = MER_MEETING_HELD;
  meeting->form = form;
  for (guint i = 0; i < self->context.members->len; i++)
    {
      MerAttendance *attendance = add (self->context.attendance, &mer_record_attendance);

      attendance->meeting = meeting->record.id;
      attendance->member = i + 1;
      attendance->state = i < present             ? MER_ATTENDANCE_PRESENT
                          : i < present + writing ? MER_ATTENDANCE_WRITING
                                                  : MER_ATTENDANCE_ABSENT;
    }
  return meeting;
}

static MerAgendaItem *
add_item (Council *self,
          gint64   yes,
          gint64   no,
          gint64   abstained)
{
  MerAgendaItem *item = add (self->context.agenda, &mer_record_agenda_item);

  item->meeting = 1;
  item->question = g_strdup ("О результатах");
  item->decision = g_strdup ("Утвердить результаты");
  item->outcome = MER_DECISION_ADOPTED;
  item->votes_for = yes;
  item->votes_against = no;
  item->abstained = abstained;
  return item;
}

static guint
count (Council    *self,
       const char *rule)
{
  g_autoptr (GPtrArray) notes = mer_council_check (&self->context);
  guint n = 0;

  for (guint i = 0; i < notes->len; i++)
    n += rule == NULL || g_str_equal (((MerRuleNote *) notes->pdata[i])->rule, rule) ? 1 : 0;
  return n;
}

static void
test_law (Council      *self,
          gconstpointer data)
{
  g_assert_cmpint (mer_council_law ("year", 2013), ==, MER_LAW_2013);
  g_assert_cmpint (mer_council_law ("year", 2014), ==, MER_LAW_2014);
  g_assert_cmpint (mer_council_law ("year", 2017), ==, MER_LAW_2014);
  g_assert_cmpint (mer_council_law ("year", 2018), ==, MER_LAW_2018);
  g_assert_cmpint (mer_council_law ("2014", 2024), ==, MER_LAW_2014);
}

static void
test_composition (Council      *self,
                  gconstpointer data)
{
  MerCouncilMember *member = NULL;

  g_assert_cmpuint (count (self, "council.none"), ==, 1);
  g_assert_cmpuint (count (self, NULL), ==, 1);
  add_member (self, MER_COUNCIL_CHAIR);
  g_assert_cmpuint (count (self, "council.few"), ==, 1);
  g_assert_cmpuint (count (self, "council.secretary"), ==, 1);
  add_member (self, MER_COUNCIL_SECRETARY);
  add_member (self, MER_COUNCIL_MEMBER);
  add_member (self, MER_COUNCIL_MEMBER);
  g_assert_cmpuint (count (self, "council.few"), ==, 1);
  member = add_member (self, MER_COUNCIL_MEMBER);
  g_assert_cmpuint (count (self, NULL), ==, 0);

  g_free (member->until);
  member->until = g_strdup ("2024-11-30"); /* over: four are left */
  g_assert_cmpuint (count (self, "council.few"), ==, 1);
  g_free (member->until);
  member->until = g_strdup ("2026-01-02"); /* three years and a day */
  g_assert_cmpuint (count (self, "council.term"), ==, 1);
  g_free (member->until);
  member->until = g_strdup ("2026-01-01");
  g_assert_cmpuint (count (self, NULL), ==, 0);
  member->conflict = MER_CONFLICT_OFFICIAL;
  g_assert_cmpuint (count (self, "council.conflict"), ==, 1);
  member->conflict = MER_CONFLICT_NONE;
  member->role = MER_COUNCIL_CHAIR;
  g_assert_cmpuint (count (self, "council.chair"), ==, 1);
  member->role = MER_COUNCIL_MEMBER;
  g_clear_pointer (&member->represents, g_free);
  g_assert_cmpuint (count (self, "council.represents"), ==, 1);
}

/* Before 2018 a council stood at the department: neither five members nor terms are asked for. */
static void
test_earlier_law (Council      *self,
                  gconstpointer data)
{
  MerCouncilMember *member = add_member (self, MER_COUNCIL_CHAIR);

  self->context.law = MER_LAW_2014;
  add_member (self, MER_COUNCIL_SECRETARY);
  g_clear_pointer (&member->until, g_free);
  g_assert_cmpuint (count (self, NULL), ==, 0);
  member->conflict = MER_CONFLICT_EDUCATOR;
  g_assert_cmpuint (count (self, "council.conflict"), ==, 1);
}

static void
assert_quorum (Council    *self,
               MerMeeting *meeting,
               guint       participants,
               guint       needed,
               gboolean    reached)
{
  MerQuorum quorum;

  mer_council_quorum (&self->context, meeting, &quorum);
  g_assert_cmpuint (quorum.members, ==, 7);
  g_assert_cmpuint (quorum.participants, ==, participants);
  g_assert_cmpuint (quorum.needed, ==, needed);
  g_assert_cmpint (quorum.reached, ==, reached);
}

static void
test_quorum (Council      *self,
             gconstpointer data)
{
  MerMeeting *meeting = NULL;

  add_seven (self);
  meeting = add_meeting (self, 3, 1, MER_MEETING_TOGETHER);
  assert_quorum (self, meeting, 3, 4, FALSE);
  meeting->form = MER_MEETING_MIXED;
  assert_quorum (self, meeting, 4, 4, TRUE);
  self->context.quorum = 66; /* 7 · 0,66 = 4,62: five are more than that */
  assert_quorum (self, meeting, 4, 5, FALSE);
  self->context.quorum = 100;
  assert_quorum (self, meeting, 4, 7, FALSE);
}

static void
test_decisions (Council      *self,
                gconstpointer data)
{
  MerAgendaItem *item = NULL;
  MerMeeting    *meeting = NULL;
  MerVote       *vote = NULL;

  add_seven (self);
  meeting = add_meeting (self, 6, 0, MER_MEETING_TOGETHER);
  g_assert_cmpuint (count (self, "council.agenda"), ==, 1);
  item = add_item (self, 4, 1, 1);
  g_assert_cmpuint (count (self, NULL), ==, 0);
  item->votes_for = 3; /* half is no majority */
  g_assert_cmpuint (count (self, "council.majority"), ==, 1);
  item->votes_for = 5;
  g_assert_cmpuint (count (self, "council.votes"), ==, 1); /* seven of six */
  item->votes_for = -1;
  item->votes_against = item->abstained = -1;
  g_assert_cmpuint (count (self, NULL), ==, 0);
  vote = add (self->context.votes, &mer_record_vote);
  vote->agenda_item = 1;
  vote->member = 7; /* who was absent */
  g_assert_cmpuint (count (self, "council.votes"), ==, 1);
  vote->member = 1;
  g_assert_cmpuint (count (self, "council.votes"), ==, 0);
  g_assert_cmpuint (count (self, "council.majority"), ==, 1); /* one of six */
  g_ptr_array_set_size (self->context.votes, 0);
  g_clear_pointer (&item->decision, g_free);
  g_assert_cmpuint (count (self, "council.wording"), ==, 1);
  item->decision = g_strdup ("Утвердить");
  for (guint i = 3; i < 7; i++)
    ((MerAttendance *) self->context.attendance->pdata[i])->state = MER_ATTENDANCE_ABSENT;
  g_assert_cmpuint (count (self, "council.quorum"), ==, 1);
  g_free (meeting->day);
  meeting->day = g_strdup ("2024-12-04");
  g_assert_cmpuint (count (self, "council.day"), ==, 1);
  self->context.today = mer_day_from_iso ("2025-02-01");
  g_assert_cmpuint (count (self, "council.meetings"), ==, 1);
}

#define ADD(path, test) g_test_add (path, Council, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/council/law", test_law);
  ADD ("/council/composition", test_composition);
  ADD ("/council/earlier-law", test_earlier_law);
  ADD ("/council/quorum", test_quorum);
  ADD ("/council/decisions", test_decisions);
  return g_test_run ();
}
