/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is wrong with a council and with its meetings: a function a rule. */

#include "config.h"

#include "core/mer-spoken.h"
#include "cycle/mer-council-rules.h"

#define PAGE "council"
/* Of law 392-FZ, as domain A3 has it. */
#define FEWEST_MEMBERS 5
#define LONGEST_TERM 3
#define FEWEST_MEETINGS 2

static void
add (GPtrArray       *notes,
     const char      *rule,
     MerRuleSeverity  severity,
     const MerRecord *record,
     char            *text)
{
  g_ptr_array_add (notes, mer_rule_note_new (rule, severity, PAGE,
                                             record != NULL ? record->kind->id : NULL,
                                             record != NULL ? record->id : 0, text));
}

/* --- composition --------------------------------------------------------------------------- */

static void
check_number (const MerCouncilContext *context,
              GPtrArray               *notes)
{
  guint n = mer_council_count_members (context, context->today);

  if (n == 0)
    add (notes, "council.none", MER_RULE_WARNING, NULL,
         g_strdup (_("There is no council: no member is in office.")));
  else if (context->law == MER_LAW_2018 && n < FEWEST_MEMBERS)
    add (notes, "council.few", MER_RULE_WARNING, NULL,
         g_strdup_printf (ngettext ("The council has %u member in office; the law asks for at "
                                    "least five.",
                                    "The council has %u members in office; the law asks for at "
                                    "least five.",
                                    n),
                          n));
}

static guint
count_role (const MerCouncilContext *context,
            MerCouncilRole           role)
{
  guint n = 0;

  for (guint i = 0; i < context->members->len; i++)
    {
      const MerCouncilMember *member = context->members->pdata[i];

      if (member->role == (int) role && mer_council_member_sits (member, context->today))
        n++;
    }
  return n;
}

static void
check_roles (const MerCouncilContext *context,
             GPtrArray               *notes)
{
  guint chairs = count_role (context, MER_COUNCIL_CHAIR);

  if (mer_council_count_members (context, context->today) == 0)
    return;
  if (chairs == 0)
    add (notes, "council.chair", MER_RULE_WARNING, NULL,
         g_strdup (_("Nobody is in the chair of the council.")));
  else if (chairs > 1)
    add (notes, "council.chair", MER_RULE_WARNING, NULL,
         g_strdup (_("More than one member is in the chair of the council.")));
  if (count_role (context, MER_COUNCIL_SECRETARY) == 0)
    add (notes, "council.secretary", MER_RULE_NOTE, NULL,
         g_strdup (_("The council has no secretary.")));
}

static void
check_conflict (const MerCouncilContext *context,
                const MerCouncilMember  *member,
                GPtrArray               *notes)
{
  MerRuleSeverity severity = context->law == MER_LAW_2018 ? MER_RULE_WARNING : MER_RULE_NOTE;

  if (member->conflict == MER_CONFLICT_OFFICIAL)
    add (notes, "council.conflict", severity, &member->record,
         g_strdup_printf (_("%s is an official: officials may not sit in the council."),
                             member->name));
  else if (member->conflict == MER_CONFLICT_EDUCATOR)
    add (notes, "council.conflict", severity, &member->record,
         g_strdup_printf (_("%s works in an organization of education: such members may not sit "
                            "in the council."),
                             member->name));
}

static void
check_term (const MerCouncilContext *context,
            const MerCouncilMember  *member,
            GPtrArray               *notes)
{
  MerDay since = mer_day_from_iso (member->since);
  MerDay until = mer_day_from_iso (member->until);

  if (context->law != MER_LAW_2018 || since == MER_DAY_NONE)
    return;
  if (until == MER_DAY_NONE)
    add (notes, "council.term", MER_RULE_NOTE, &member->record,
         g_strdup_printf (_("%s: the end of the term is not told; a term lasts three years."),
                             member->name));
  else if (until > mer_day_add_months (since, LONGEST_TERM * 12))
    add (notes, "council.term", MER_RULE_WARNING, &member->record,
         g_strdup_printf (_("%s: the term is longer than three years."), member->name));
}

static void
check_represents (const MerCouncilContext *context,
                  const MerCouncilMember  *member,
                  GPtrArray               *notes)
{
  if (context->law == MER_LAW_2018 && member->represents == NULL)
    add (notes, "council.represents", MER_RULE_NOTE, &member->record,
         g_strdup_printf (_("%s represents no organization of citizens."), member->name));
}

static void
check_members (const MerCouncilContext *context,
               GPtrArray               *notes)
{
  for (guint i = 0; i < context->members->len; i++)
    {
      const MerCouncilMember *member = context->members->pdata[i];

      if (!mer_council_member_sits (member, context->today))
        continue;
      check_conflict (context, member, notes);
      check_term (context, member, notes);
      check_represents (context, member, notes);
    }
}

/* A local rule (domain A3), so no more than a note, and only when the year is over. */
static void
check_meetings (const MerCouncilContext *context,
                GPtrArray               *notes)
{
  guint held = 0;

  for (guint i = 0; i < context->meetings->len; i++)
    {
      const MerMeeting *meeting = context->meetings->pdata[i];

      if (meeting->state == MER_MEETING_HELD &&
          mer_day_get_year (mer_day_from_iso (meeting->day)) == context->year)
        held++;
    }
  if (held < FEWEST_MEETINGS && mer_day_get_year (context->today) > context->year)
    add (notes, "council.meetings", MER_RULE_NOTE, NULL,
         g_strdup_printf (ngettext ("The council met %u time in %d; half-yearly meetings are "
                                    "usual.",
                                    "The council met %u times in %d; half-yearly meetings are "
                                    "usual.",
                                    held),
                          held, context->year));
}

/* --- meetings ------------------------------------------------------------------------------ */

static char *
name_of (const MerMeeting *meeting)
{
  g_autofree char *day = mer_day_to_text (mer_day_from_iso (meeting->day));

  return meeting->number != NULL ? g_strdup_printf (_("No. %s of %s"), meeting->number, day)
                                 : g_strdup_printf (_("of %s"), day);
}

static gboolean
was_absent (const MerCouncilContext *context,
            const MerMeeting        *meeting,
            gint64                   member)
{
  for (guint i = 0; i < context->attendance->len; i++)
    {
      const MerAttendance *attendance = context->attendance->pdata[i];

      if (attendance->meeting == meeting->record.id && attendance->member == member)
        return attendance->state == MER_ATTENDANCE_ABSENT;
    }
  return TRUE;
}

static gboolean
absent_voted (const MerCouncilContext *context,
              const MerMeeting        *meeting,
              const MerAgendaItem     *item)
{
  for (guint i = 0; i < context->votes->len; i++)
    {
      const MerVote *vote = context->votes->pdata[i];

      if (vote->agenda_item == item->record.id && was_absent (context, meeting, vote->member))
        return TRUE;
    }
  return FALSE;
}

static void
check_votes (const MerCouncilContext *context,
             const MerMeeting        *meeting,
             const MerAgendaItem     *item,
             const MerQuorum         *quorum,
             GPtrArray               *notes)
{
  g_autofree char *name = name_of (meeting);
  MerVoteCount     count;
  gint64           sum = 0;

  mer_council_count_votes (context, item, &count);
  sum = MAX (count.yes, 0) + MAX (count.no, 0) + MAX (count.abstained, 0);
  if (sum > (gint64) quorum->participants)
    add (notes, "council.votes", MER_RULE_WARNING, &item->record,
         g_strdup_printf (_("Meeting %s: %d votes on “%s”, but %u members took part."), name,
                             (int) sum, item->question, quorum->participants));
  else if (count.single && absent_voted (context, meeting, item))
    add (notes, "council.votes", MER_RULE_WARNING, &item->record,
         g_strdup_printf (_("Meeting %s: someone who was absent voted on “%s”."), name,
                             item->question));
}

static void
check_decision (const MerCouncilContext *context,
                const MerMeeting        *meeting,
                const MerAgendaItem     *item,
                const MerQuorum         *quorum,
                GPtrArray               *notes)
{
  g_autofree char *name = name_of (meeting);
  MerVoteCount     count;

  check_votes (context, meeting, item, quorum, notes);
  if (item->outcome != MER_DECISION_ADOPTED)
    return;
  if (item->decision == NULL)
    add (notes, "council.wording", MER_RULE_WARNING, &item->record,
         g_strdup_printf (_("Meeting %s: the decision on “%s” is adopted, but has no wording."),
                             name, item->question));
  if (!quorum->reached)
    add (notes, "council.quorum", MER_RULE_WARNING, &item->record,
         g_strdup_printf (_("Meeting %s: “%s” was decided without a quorum: %u of %u members took "
                            "part, %u are needed."),
                             name, item->question, quorum->participants, quorum->members,
                             quorum->needed));
  mer_council_count_votes (context, item, &count);
  if (count.yes >= 0 && !mer_council_has_majority (context, item))
    add (notes, "council.majority", MER_RULE_WARNING, &item->record,
         g_strdup_printf (_("Meeting %s: “%s” is adopted by %d votes of %u participants, which is "
                            "no majority."),
                             name, item->question, (int) count.yes, quorum->participants));
}

static void
check_meeting (const MerCouncilContext *context,
               const MerMeeting        *meeting,
               GPtrArray               *notes)
{
  g_autofree char *name = name_of (meeting);
  MerQuorum        quorum;
  guint            n = 0;

  if (meeting->state != MER_MEETING_HELD)
    return;
  mer_council_quorum (context, meeting, &quorum);
  for (guint i = 0; i < context->agenda->len; i++)
    {
      const MerAgendaItem *item = context->agenda->pdata[i];

      if (item->meeting != meeting->record.id)
        continue;
      check_decision (context, meeting, item, &quorum, notes);
      n++;
    }
  if (n == 0)
    add (notes, "council.agenda", MER_RULE_WARNING, &meeting->record,
         g_strdup_printf (_("Meeting %s was held, but its agenda is empty."), name));
  if (mer_day_from_iso (meeting->day) > context->today)
    add (notes, "council.day", MER_RULE_WARNING, &meeting->record,
         g_strdup_printf (_("Meeting %s is marked as held, but its day has not come."), name));
}

GPtrArray *
mer_council_check (const MerCouncilContext *context)
{
  GPtrArray *notes = mer_rule_notes_new ();

  check_number (context, notes);
  check_roles (context, notes);
  check_members (context, notes);
  check_meetings (context, notes);
  for (guint i = 0; i < context->meetings->len; i++)
    check_meeting (context, context->meetings->pdata[i], notes);
  return notes;
}
