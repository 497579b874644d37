/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a member of the council fills in who votes in writing: the questions with the wordings that
 * are proposed, boxes to tick, a signature; a sheet for each who does. */
#include "config.h"

#include <glib/gi18n.h>

#include "report/mer-record-print.h"
#include "report/mer-report-private.h"

#define NUMBER_WIDTH 28.0
#define BOX_WIDTH 62.0

static MerTable *
make_table (const MerReportInput *input,
            const MerMeeting     *meeting)
{
  GPtrArray  *agenda = mer_record_set_get (input->records, &mer_record_agenda_item);
  MerLanguage language = input->language;
  MerTable   *table = mer_table_new ();
  guint       n = 0;

  mer_table_add_column (table, "№", NUMBER_WIDTH, MER_ALIGN_RIGHT, FALSE);
  mer_table_add_column (table, mer_tr (language, "Question and proposed decision"), 0,
                        MER_ALIGN_LEFT, FALSE);
  mer_table_add_column (table, mer_trc (language, "ballot", "For"), BOX_WIDTH, MER_ALIGN_CENTRE,
                        FALSE);
  mer_table_add_column (table, mer_trc (language, "ballot", "Against"), BOX_WIDTH, MER_ALIGN_CENTRE,
                        FALSE);
  mer_table_add_column (table, mer_trc (language, "ballot", "Abstained"), BOX_WIDTH,
                        MER_ALIGN_CENTRE, FALSE);
  for (guint i = 0; i < agenda->len; i++)
    {
      const MerAgendaItem *item = agenda->pdata[i];
      GStrv                cells = NULL;

      if (item->meeting != meeting->record.id)
        continue;
      cells = g_new0 (char *, 6);
      cells[0] = g_strdup_printf ("%u", ++n);
      cells[1] = item->decision != NULL ? g_strdup_printf ("%s\n%s", item->question, item->decision)
                                        : g_strdup (item->question);
      for (guint j = 2; j < 5; j++)
        cells[j] = g_strdup ("☐");
      mer_table_add_row (table, cells);
    }
  return table;
}

static void
add_sheet (const MerReportInput *input,
           const MerMeeting     *meeting,
           const char           *name,
           MerBlocks            *blocks)
{
  MerLanguage      language = input->language;
  g_autofree char *day = mer_print_day (language, meeting->day);
  g_autofree char *line =
    meeting->number != NULL ? g_strdup_printf ("%s № %s", day, meeting->number) : g_strdup (day);

  mer_print_head (input, blocks, mer_tr (language, "Voting sheet"));
  mer_blocks_add_text (blocks, MER_BLOCK_SUBTITLE,
                       mer_tr (language, "of the meeting of the Public Council"));
  mer_blocks_add_text (blocks, MER_BLOCK_SUBTITLE, line);
  mer_blocks_add_table (blocks, make_table (input, meeting));
  mer_blocks_add_text (blocks, MER_BLOCK_NOTE,
                       mer_tr (language, "Tick one box in each row. A sheet without a signature "
                                         "does not count."));
  mer_blocks_add_signature (blocks, mer_tr (language, "Member of the council"), name);
}

static MerBlocks *
build_ballot (const MerReportInput *input)
{
  const char       *title = mer_tr (input->language, "Voting sheet");
  const MerMeeting *meeting = mer_print_subject (input, &mer_record_meeting);
  GPtrArray        *attendance = NULL;
  MerBlocks        *blocks = NULL;
  guint             n = 0;

  if (meeting == NULL)
    return mer_print_nothing (input, title,
                              mer_tr (input->language, "The council has not met in this cycle."));
  blocks = mer_blocks_new (input->language, title);
  attendance = mer_record_set_get (input->records, &mer_record_attendance);
  for (guint i = 0; i < attendance->len; i++)
    {
      const MerAttendance    *line = attendance->pdata[i];
      const MerCouncilMember *member = NULL;

      if (line->meeting != meeting->record.id || line->state != MER_ATTENDANCE_WRITING)
        continue;
      if (n++ > 0)
        mer_blocks_add_page_break (blocks);
      member = mer_record_set_find (input->records, &mer_record_member, line->member);
      add_sheet (input, meeting, member != NULL ? member->name : NULL, blocks);
    }
  if (n == 0)
    add_sheet (input, meeting, NULL, blocks);
  return blocks;
}

const MerReportKind mer_report_ballot = {
  .id = "ballot",
  .title = N_("Sheet for voting in writing"),
               .build = build_ballot,
               .numbered = TRUE,
  };
