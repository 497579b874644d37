/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is assessed: the list that the council approves, with the share and by which decision it was
 * approved, and the schedule of the years in which everybody's turn comes. */
#include "config.h"

#include <glib/gi18n.h>

#include "core/mer-day.h"
#include "cycle/mer-council-decisions.h"
#include "cycle/mer-cycle-settings.h"
#include "cycle/mer-procedure-rules.h"
#include "cycle/mer-schedule-rules.h"
#include "cycle/mer-work-plan.h"
#include "report/mer-record-print.h"
#include "report/mer-report-private.h"

#define NUMBER_WIDTH 30.0
#define KIND_WIDTH 124.0
#define COUNT_WIDTH 70.0
#define GROUND_WIDTH 112.0
#define YEAR_WIDTH 44.0

typedef struct
{
  const MerReportInput *input;
  MerLanguage           language;
  MerSelection         *selection;
  MerBlocks            *blocks;
  GPtrArray            *rows; /* of MerSelectionRow, borrowed: what is printed, by name */
} Sheet;

/* --- what is printed ------------------------------------------------------------------------- */

static MerSelection *
selection_of (const MerReportInput *input)
{
  g_autoptr (GArray) assessed = g_array_new (FALSE, FALSE, sizeof (MerAssessed));
  g_autoptr (GHashTable) none = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *today = mer_today ();
  g_auto (MerSelectionRules) rules = { 0 };

  if (input->cycle == NULL || input->registry == NULL || input->members == NULL ||
      input->records == NULL)
    return NULL;
  mer_selection_rules_init (&rules, input->settings != NULL ? input->settings : none,
                            input->cycle->year, today);
  return mer_selection_new (input->cycle, input->registry, input->members, assessed,
                            mer_record_set_get (input->records, &mer_record_scheduled), &rules);
}

static int
by_name (gconstpointer a,
         gconstpointer b)
{
  const MerSelectionRow *one = *(const MerSelectionRow *const *) a;
  const MerSelectionRow *other = *(const MerSelectionRow *const *) b;
  int                    order =
    g_utf8_collate (one->organization->name, other->organization->name);

  return order != 0 ? order
                    : (one->organization->id > other->organization->id) -
                        (one->organization->id < other->organization->id);
}

static gboolean
is_chosen (const MerSelectionRow *row)
{
  return row->selected;
}

static gboolean
counts (const MerSelectionRow *row)
{
  return row->counts;
}

static void
sheet_take (Sheet *sheet,
            gboolean (*wanted) (const MerSelectionRow *row))
{
  sheet->rows = g_ptr_array_new ();
  for (guint i = 0; sheet->selection != NULL && i < sheet->selection->rows->len; i++)
    {
      MerSelectionRow *row = &g_array_index (sheet->selection->rows, MerSelectionRow, i);

      if (wanted (row) && mer_report_is_printed (sheet->input, row->organization))
        g_ptr_array_add (sheet->rows, row);
    }
  g_ptr_array_sort (sheet->rows, by_name);
}

static void
sheet_clear (Sheet *sheet)
{
  g_clear_pointer (&sheet->rows, g_ptr_array_unref);
  g_clear_pointer (&sheet->selection, mer_selection_free);
}

static void
add_paragraph (Sheet *sheet,
               char  *text)
{
  g_autofree char *set = mer_typography (text);

  mer_blocks_add_text (sheet->blocks, MER_BLOCK_PARAGRAPH, set);
  g_free (text);
}

static void
start (Sheet      *sheet,
       const char *title)
{
  /* Translators: behind the title of a list of organizations or a schedule; %s is the procedure. */
  g_autofree char *subject = g_strdup_printf (
    mer_tr (sheet->language, "in the assessment (%s)"), mer_print_procedure (sheet->input));

  sheet->blocks = mer_blocks_new (sheet->language, title);
  mer_print_head (sheet->input, sheet->blocks, title);
  mer_blocks_add_text (sheet->blocks, MER_BLOCK_SUBTITLE, subject);
  mer_blocks_add_text (sheet->blocks, MER_BLOCK_SUBTITLE, sheet->input->cycle->title);
}

static MerBlocks *
finish (Sheet    *sheet,
        MerTable *table)
{
  mer_blocks_add_table (sheet->blocks, table);
  if (sheet->input->signatory_post != NULL)
    mer_blocks_add_signature (sheet->blocks, sheet->input->signatory_post,
                              sheet->input->signatory_name);
  return sheet->blocks;
}

/* --- the list -------------------------------------------------------------------------------- */

static void
add_share (Sheet *sheet)
{
  const MerSelection *selection = sheet->selection;
  g_auto (MerRational) share = mer_rational_new ((gint64) selection->chosen * 100,
                                                 selection->total > 0 ? selection->total : 1);
  g_autofree char *per_cent = mer_format_rational (sheet->language, &share, 1);
  g_autofree char *day = mer_print_day (sheet->language, selection->rules.day);

  add_paragraph (
    sheet,
    g_strdup_printf (
      /* Translators: how many are chosen, of how many, the share; a day; the least share. */
      mer_tr (sheet->language,
              "Chosen are %u of %u organizations, %s %% (counted on %s; at least %d %%)."),
      selection->chosen, selection->total, per_cent, day, selection->rules.share));
  mer_blocks_add_text (sheet->blocks, MER_BLOCK_NOTE,
                       selection->rules.branches
                         ? mer_tr (sheet->language, "Branches count as organizations of their own.")
                         : mer_tr (sheet->language, "Branches are not counted separately."));
}

static MerListApproval
approval_of (const MerReportInput *input)
{
  MerProcedureFacts facts = {
    .cycle = input->cycle,
    .organizations = input->registry,
    .members = input->members,
    .meetings = mer_record_set_get (input->records, &mer_record_meeting),
    .agenda = mer_record_set_get (input->records, &mer_record_agenda_item),
    .links = mer_record_set_get (input->records, &mer_record_link),
  };

  return mer_procedure_list_approval (&facts);
}

/* Who signs a list must see that it is not the one which was approved. */
static void
add_change (Sheet                 *sheet,
            const MerListApproval *approval)
{
  if (approval->first != 0)
    add_paragraph (sheet,
                   g_strdup_printf (
                     /* Translators: numbers of organizations. */
                     mer_tr (sheet->language,
                             "The list was changed after its approval: added %u, taken off %u. "
                             "The council has not approved the change."),
                     approval->n_added, approval->n_taken));
}

/* The decision that approved the list, and what became of the list since. */
static void
add_decision (Sheet *sheet)
{
  MerRecordSet        *records = sheet->input->records;
  MerListApproval      approval = approval_of (sheet->input);
  const MerAgendaItem *item = mer_record_set_find (records, &mer_record_agenda_item,
                                                   approval.decision);
  const MerMeeting    *meeting = item != NULL ? mer_council_meeting_of (records, item) : NULL;
  g_autofree char     *day = NULL;

  if (meeting == NULL)
    {
      add_paragraph (sheet, g_strdup (mer_tr (sheet->language,
                                              "The council has not approved the list yet.")));
      return;
    }
  day = mer_print_day (sheet->language, meeting->day);
  add_paragraph (sheet,
                 g_strdup_printf (
                   /* Translators: the number and the day of the minutes. */
                   mer_tr (sheet->language,
                           "Approved by the Public Council (minutes No. %s of %s)."),
                   meeting->number != NULL ? meeting->number : "—", day));
  add_change (sheet, &approval);
}

static gboolean
has_ground (const Sheet *sheet)
{
  for (guint i = 0; i < sheet->rows->len; i++)
    {
      const MerSelectionRow *row = sheet->rows->pdata[i];

      if (row->member->ground != NULL || row->member->pilot)
        return TRUE;
    }
  return FALSE;
}

static MerTable *
start_list (const Sheet *sheet,
            gboolean     ground)
{
  MerTable *table = mer_table_new ();

  mer_table_add_column (table, "№", NUMBER_WIDTH, MER_ALIGN_RIGHT, FALSE);
  mer_table_add_column (table, mer_tr (sheet->language, "Organization"), 0, MER_ALIGN_LEFT, FALSE);
  mer_table_add_column (table, mer_tr (sheet->language, "Kind"), KIND_WIDTH, MER_ALIGN_LEFT,
                        FALSE);
  mer_table_add_column (table, mer_tr (sheet->language, "Recipients"), COUNT_WIDTH,
                        MER_ALIGN_RIGHT, FALSE);
  mer_table_add_column (table, mer_tr (sheet->language, "Required sample"), COUNT_WIDTH,
                        MER_ALIGN_RIGHT, FALSE);
  if (ground)
    mer_table_add_column (table, mer_tr (sheet->language, "Ground"), GROUND_WIDTH, MER_ALIGN_LEFT,
                          FALSE);
  return table;
}

static char *
count_text (const Sheet *sheet,
            gint64       count)
{
  return count >= 0 ? mer_format_count (sheet->language, count) : g_strdup ("—");
}

static char *
ground_text (const Sheet           *sheet,
             const MerSelectionRow *row)
{
  const char      *ground = row->member->ground != NULL ? row->member->ground : "";
  g_autofree char *text = NULL;

  if (row->member->pilot)
    text = g_strjoin (*ground != '\0' ? "; " : "", mer_tr (sheet->language, "pilot"), ground, NULL);
  return mer_typography (text != NULL ? text : ground);
}

static void
add_chosen (const Sheet *sheet,
            MerTable    *table,
            guint        i,
            gboolean     ground)
{
  const MerSelectionRow *row = sheet->rows->pdata[i];
  GStrv                  cells = g_new0 (char *, ground ? 7 : 6);

  cells[0] = g_strdup_printf ("%u", i + 1);
  cells[1] = mer_typography (row->organization->name);
  cells[2] = g_strdup (mer_print_kind (sheet->language, row->organization->kind));
  cells[3] = count_text (sheet, row->member->recipients);
  cells[4] = count_text (sheet, mer_selection_sample (sheet->selection, row));
  if (ground)
    cells[5] = ground_text (sheet, row);
  mer_table_add_row (table, cells);
}

static MerBlocks *
build_selection (const MerReportInput *input)
{
  const char *title = mer_tr (input->language, "List of organizations to be assessed");
  Sheet       sheet = { input, input->language, selection_of (input), NULL, NULL };
  MerTable   *table = NULL;
  gboolean    ground = FALSE;

  sheet_take (&sheet, is_chosen);
  if (sheet.rows->len == 0)
    {
      sheet_clear (&sheet);
      return mer_print_nothing (
        input, title, mer_tr (input->language, "No organizations are chosen for the cycle yet."));
    }
  start (&sheet, title);
  add_decision (&sheet);
  add_share (&sheet);
  ground = has_ground (&sheet);
  table = start_list (&sheet, ground);
  for (guint i = 0; i < sheet.rows->len; i++)
    add_chosen (&sheet, table, i, ground);
  finish (&sheet, table);
  sheet_clear (&sheet);
  return sheet.blocks;
}

const MerReportKind mer_report_selection = {
  .id = "selection",
  .title = N_("List of organizations to be assessed"),
               .build = build_selection,
  };

/* --- the schedule ---------------------------------------------------------------------------- */

static gboolean
is_scheduled (const Sheet *sheet,
              gint64       organization_id,
              int          year)
{
  for (guint i = 0; i < sheet->selection->scheduled->len; i++)
    {
      const MerScheduled *line = sheet->selection->scheduled->pdata[i];

      if (line->organization == organization_id && line->year == year)
        return TRUE;
    }
  return FALSE;
}

static MerTable *
start_schedule (const Sheet *sheet,
                int          last)
{
  MerTable *table = mer_table_new ();

  mer_table_add_column (table, "№", NUMBER_WIDTH, MER_ALIGN_RIGHT, FALSE);
  mer_table_add_column (table, mer_tr (sheet->language, "Organization"), 0, MER_ALIGN_LEFT, FALSE);
  mer_table_add_column (table, mer_tr (sheet->language, "Kind"), KIND_WIDTH, MER_ALIGN_LEFT,
                        FALSE);
  for (int year = sheet->selection->year; year <= last; year++)
    {
      g_autofree char *title = g_strdup_printf ("%d", year);

      mer_table_add_column (table, title, YEAR_WIDTH, MER_ALIGN_CENTRE, FALSE);
    }
  return table;
}

/* `totals`: counted up, one a year. */
static void
add_turns (const Sheet *sheet,
           MerTable    *table,
           guint        i,
           int          last,
           guint       *totals)
{
  const MerSelectionRow *row = sheet->rows->pdata[i];
  guint                  n_years = (guint) (last - sheet->selection->year + 1);
  GStrv                  cells = g_new0 (char *, 3 + n_years + 1);

  cells[0] = g_strdup_printf ("%u", i + 1);
  cells[1] = mer_typography (row->organization->name);
  cells[2] = g_strdup (mer_print_kind (sheet->language, row->organization->kind));
  for (guint year = 0; year < n_years; year++)
    {
      gboolean on = is_scheduled (sheet, row->organization->id,
                                  sheet->selection->year + (int) year);

      totals[year] += on ? 1 : 0;
      cells[3 + year] = g_strdup (on ? "+" : "");
    }
  mer_table_add_row (table, cells);
}

static void
add_totals (const Sheet *sheet,
            MerTable    *table,
            const guint *totals,
            guint        n_years)
{
  GStrv cells = g_new0 (char *, 3 + n_years + 1);

  cells[0] = g_strdup ("");
  cells[1] = g_strdup (mer_tr (sheet->language, "Total"));
  cells[2] = g_strdup ("");
  for (guint year = 0; year < n_years; year++)
    cells[3 + year] = g_strdup_printf ("%u", totals[year]);
  mer_table_add_row (table, cells);
}

static MerBlocks *
build_schedule (const MerReportInput *input)
{
  const char       *title = mer_tr (input->language, "Schedule of assessments");
  Sheet             sheet = { input, input->language, selection_of (input), NULL, NULL };
  MerTable         *table = NULL;
  g_autofree guint *totals = NULL;
  int               last = 0;

  if (sheet.selection == NULL || sheet.selection->scheduled->len == 0)
    {
      sheet_clear (&sheet);
      return mer_print_nothing (input, title,
                                mer_tr (input->language, "There is no schedule yet."));
    }
  sheet_take (&sheet, counts);
  start (&sheet, title);
  last = mer_schedule_last_year (sheet.selection);
  totals = g_new0 (guint, (gsize) (last - sheet.selection->year + 1));
  table = start_schedule (&sheet, last);
  for (guint i = 0; i < sheet.rows->len; i++)
    add_turns (&sheet, table, i, last, totals);
  add_totals (&sheet, table, totals, (guint) (last - sheet.selection->year + 1));
  finish (&sheet, table);
  sheet_clear (&sheet);
  return sheet.blocks;
}

const MerReportKind mer_report_schedule = {
  .id = "schedule",
  .title = N_("Schedule of assessments"),
               .build = build_schedule,
  };
