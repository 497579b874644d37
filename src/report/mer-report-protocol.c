/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The minutes of a meeting of the council: who took part, whether there was a quorum, and for each
 * question who was heard, what was decided and how it was voted on (domain C). */
#include "config.h"

#include <glib/gi18n.h>

#include "cycle/mer-council-rules.h"
#include "cycle/mer-cycle-settings.h"
#include "report/mer-record-print.h"
#include "report/mer-report-private.h"

static void
get_context (const MerReportInput *input,
             MerCouncilContext    *context)
{
  context->members = mer_record_set_get (input->records, &mer_record_member);
  context->meetings = mer_record_set_get (input->records, &mer_record_meeting);
  context->attendance = mer_record_set_get (input->records, &mer_record_attendance);
  context->agenda = mer_record_set_get (input->records, &mer_record_agenda_item);
  context->votes = mer_record_set_get (input->records, &mer_record_vote);
  context->quorum = (int) mer_cycle_settings_get_number (input->settings, MER_SETTING_QUORUM);
}

static const MerCouncilMember *
member_of (const MerReportInput *input,
           gint64                id)
{
  return id != 0 ? mer_record_set_find (input->records, &mer_record_member, id) : NULL;
}

/* --- head ---------------------------------------------------------------------------------- */

static void
add_labelled (MerBlocks  *blocks,
              const char *label,
              const char *text)
{
  g_autofree char *line = NULL;

  if (text == NULL || *text == '\0')
    return;
  /* «Берёзкина В. А.» and sentences end with a point of their own */
  line = g_strdup_printf (g_str_has_suffix (text, ".") ? "%s: %s" : "%s: %s.", label, text);
  mer_blocks_add_text (blocks, MER_BLOCK_PARAGRAPH, line);
}

static void
add_member (MerBlocks              *blocks,
            const char             *label,
            const MerCouncilMember *member)
{
  if (member != NULL)
    add_labelled (blocks, label, member->name);
}

static char *
participants (const MerReportInput    *input,
              const MerCouncilContext *context,
              const MerMeeting        *meeting,
              MerAttendanceState       state)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < context->attendance->len; i++)
    {
      const MerAttendance    *attendance = context->attendance->pdata[i];
      const MerCouncilMember *member = NULL;

      if (attendance->meeting != meeting->record.id || attendance->state != (int) state)
        continue;
      member = member_of (input, attendance->member);
      if (member != NULL)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", member->name);
    }
  return g_string_free (names, FALSE);
}

static void
add_quorum (const MerReportInput    *input,
            const MerCouncilContext *context,
            const MerMeeting        *meeting,
            MerBlocks               *blocks)
{
  MerLanguage      language = input->language;
  MerQuorum        quorum;
  g_autofree char *line = NULL;

  mer_council_quorum (context, meeting, &quorum);
  if (meeting->state != MER_MEETING_HELD || quorum.members == 0)
    return;
  line = g_strdup_printf (
    quorum.reached
      ? mer_tr (language, "%u of %u members of the council took part. There is a quorum.")
      : mer_tr (language, "%u of %u members of the council took part. There is no quorum."),
    quorum.participants, quorum.members);
  mer_blocks_add_text (blocks, MER_BLOCK_PARAGRAPH, line);
}

static void
add_head (const MerReportInput    *input,
          const MerCouncilContext *context,
          const MerMeeting        *meeting,
          MerBlocks               *blocks)
{
  MerLanguage      language = input->language;
  g_autofree char *day = mer_print_day (language, meeting->day);
  g_autofree char *number =
    meeting->number != NULL ? g_strdup_printf ("№ %s", meeting->number) : g_strdup ("");
  g_autofree char *line = NULL;
  g_autofree char *present =
    participants (input, context, meeting, MER_ATTENDANCE_PRESENT);
  g_autofree char *writing =
    participants (input, context, meeting, MER_ATTENDANCE_WRITING);
  g_autofree char *guests = mer_print_list (meeting->guests);
  g_autofree char *council = NULL;

  mer_print_head (input, blocks, mer_tr (language, "Minutes"));
  /* Translators: under the title «ПРОТОКОЛ»; %s is the procedure, «НОКО». */
  council = g_strdup_printf (
    mer_tr (language, "of the meeting of the Public Council on the assessment (%s)"),
    mer_print_procedure (input));
  mer_blocks_add_text (blocks, MER_BLOCK_SUBTITLE, council);
  line = g_strjoin (" ", day, number, meeting->place, NULL);
  mer_blocks_add_text (blocks, MER_BLOCK_SUBTITLE, line);
  add_member (blocks, mer_tr (language, "In the chair (minutes)"),
              member_of (input, meeting->chair));
  add_member (blocks, mer_tr (language, "Secretary of the meeting"),
              member_of (input, meeting->secretary));
  add_labelled (blocks, mer_tr (language, "Present"), present);
  add_labelled (blocks, mer_tr (language, "Voted in writing"), writing);
  add_labelled (blocks, mer_tr (language, "Guests"), guests);
  add_quorum (input, context, meeting, blocks);
}

/* --- questions ----------------------------------------------------------------------------- */

static GPtrArray *
questions_of (const MerCouncilContext *context,
              const MerMeeting        *meeting)
{
  GPtrArray *questions = g_ptr_array_new ();

  for (guint i = 0; i < context->agenda->len; i++)
    {
      MerAgendaItem *item = context->agenda->pdata[i];

      if (item->meeting == meeting->record.id)
        g_ptr_array_add (questions, item);
    }
  return questions;
}

static void
add_agenda (const MerReportInput *input,
            const GPtrArray      *questions,
            MerBlocks            *blocks)
{
  mer_blocks_add_text (blocks, MER_BLOCK_HEADING, mer_tr (input->language, "AGENDA"));
  for (guint i = 0; i < questions->len; i++)
    {
      const MerAgendaItem *item = questions->pdata[i];
      g_autofree char     *line = g_strdup_printf ("%u. %s", i + 1, item->question);

      mer_blocks_add_text (blocks, MER_BLOCK_PARAGRAPH, line);
    }
}

static void
add_votes (const MerReportInput    *input,
           const MerCouncilContext *context,
           const MerAgendaItem     *item,
           MerBlocks               *blocks)
{
  MerVoteCount     count;
  g_autofree char *line = NULL;

  mer_council_count_votes (context, item, &count);
  if (count.yes < 0)
    return;
  line = g_strdup_printf (mer_tr (input->language, "Votes: for – %d, against – %d, "
                                                   "abstained – %d."),
                          (int) count.yes, (int) MAX (count.no, 0), (int) MAX (count.abstained, 0));
  mer_blocks_add_text (blocks, MER_BLOCK_PARAGRAPH, line);
}

static const char *
outcome_words (MerLanguage language,
               int         outcome)
{
  switch (outcome)
    {
    case MER_DECISION_ADOPTED:
      return mer_tr (language, "The decision is adopted.");
    case MER_DECISION_REJECTED:
      return mer_tr (language, "The decision is not adopted.");
    case MER_DECISION_POSTPONED:
      return mer_tr (language, "The question is postponed.");
    default:
      return NULL;
    }
}

static void
add_question (const MerReportInput    *input,
              const MerCouncilContext *context,
              const MerAgendaItem     *item,
              guint                    number,
              MerBlocks               *blocks)
{
  MerLanguage      language = input->language;
  const char      *outcome = outcome_words (language, item->outcome);
  g_autofree char *heading = g_strdup_printf ("%u. %s", number, item->question);
  g_autofree char *heard = NULL;
  g_autofree char *responsible = mer_print_list (item->responsible);

  mer_blocks_add_text (blocks, MER_BLOCK_HEADING, heading);
  heard = item->speaker != NULL && item->heard != NULL
            ? g_strdup_printf (g_str_has_suffix (item->speaker, ".") ? "%s %s" : "%s. %s",
                               item->speaker, item->heard)
            : g_strdup (item->speaker != NULL ? item->speaker : item->heard);
  add_labelled (blocks, mer_tr (language, "HEARD"), heard);
  add_labelled (blocks, mer_tr (language, "SPOKE"), item->spoke);
  add_labelled (blocks, mer_tr (language, "DECIDED"), item->decision);
  add_labelled (blocks, mer_tr (language, "Responsible (minutes)"), responsible);
  add_labelled (blocks, mer_tr (language, "Deadline (minutes)"), item->deadline);
  add_votes (input, context, item, blocks);
  if (outcome != NULL)
    mer_blocks_add_text (blocks, MER_BLOCK_PARAGRAPH, outcome);
}

/* --- the document -------------------------------------------------------------------------- */

static void
add_signatures (const MerReportInput *input,
                const MerMeeting     *meeting,
                MerBlocks            *blocks)
{
  const MerCouncilMember *chair = member_of (input, meeting->chair);
  const MerCouncilMember *secretary = member_of (input, meeting->secretary);

  mer_blocks_add_signature (blocks, mer_tr (input->language, "In the chair (minutes)"),
                            chair != NULL ? chair->name : NULL);
  mer_blocks_add_signature (blocks, mer_tr (input->language, "Secretary of the meeting"),
                            secretary != NULL ? secretary->name : NULL);
}

static MerBlocks *
build_protocol (const MerReportInput *input)
{
  const char       *title = mer_tr (input->language, "Minutes");
  const MerMeeting *meeting = mer_print_subject (input, &mer_record_meeting);
  MerCouncilContext context = { 0 };
  MerBlocks        *blocks = NULL;
  g_autoptr (GPtrArray) questions = NULL;

  if (meeting == NULL)
    return mer_print_nothing (input, title,
                              mer_tr (input->language, "The council has not met in this cycle."));
  get_context (input, &context);
  questions = questions_of (&context, meeting);
  blocks = mer_blocks_new (input->language, title);
  add_head (input, &context, meeting, blocks);
  add_agenda (input, questions, blocks);
  for (guint i = 0; i < questions->len; i++)
    add_question (input, &context, questions->pdata[i], i + 1, blocks);
  add_signatures (input, meeting, blocks);
  return blocks;
}

const MerReportKind mer_report_protocol = {
  .id = "protocol",
  .title = N_("Minutes of a meeting of the council"),
               .build = build_protocol,
               .numbered = TRUE,
  };
