/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plan of an organization in the form of Постановление № 457 of 17.04.2018 (domain A4), and
 * the municipal plan that gathers the items of all. A full grid, as the form prescribes. */
#include "config.h"

#include <glib/gi18n.h>

#include "core/mer-day.h"
#include "cycle/mer-cycle-settings.h"
#include "report/mer-plan-words.h"
#include "report/mer-report-private.h"

#define DEADLINE_WIDTH 82.0
#define PERSON_WIDTH 120.0
#define DONE_WIDTH 82.0
#define PROBLEM_WIDTH 150.0
#define TAKEN_WIDTH 140.0

typedef struct
{
  const MerReportInput *input;
  MerPlanBook          *book; /* nullable */
  MerLanguage           language;
  MerBlocks            *blocks;
} Form;

/* --- the head of the form ------------------------------------------------------------------ */

/* УТВЕРЖДАЮ, who, and when: lines to write on where it is not known. */
static void
add_approval (const Form    *self,
              const MerPlan *plan)
{
  g_autofree char *day = plan != NULL && plan->approved != NULL ? mer_day_to_words (plan->approved)
                                                                : NULL;
  const char      *approver = plan != NULL ? plan->approver : NULL;
  g_autofree char *text = g_strdup_printf (
    "%s\n%s\n____________________________\n%s\n%s", mer_tr (self->language, "APPROVED BY"),
    approver != NULL ? approver : "____________________________",
    approver != NULL ? mer_tr (self->language, "(signature)")
                     : mer_tr (self->language, "(post, signature, name)"),
    day != NULL ? day : mer_tr (self->language, "“___” ______________ 20___"));

  mer_blocks_add_text (self->blocks, MER_BLOCK_ANNEX, text);
}

/* The years in which the items are due; those of the cycle where none has a deadline. */
static void
find_years (const Form         *self,
            const MerPlanSheet *sheet,
            int                *first,
            int                *last)
{
  guint from = sheet != NULL ? sheet->first_line : 0;
  guint n = sheet != NULL ? sheet->n_lines : self->book->n_lines;

  *first = G_MAXINT;
  *last = 0;
  for (guint i = from; i < from + n; i++)
    {
      int year = mer_day_get_year (self->book->lines[i].last);

      if (year == 0)
        continue;
      *first = MIN (*first, year);
      *last = MAX (*last, year);
    }
  if (*last == 0)
    *first = *last = self->book->facts.cycle->year;
}

static void
add_years (const Form         *self,
           const MerPlanSheet *sheet)
{
  g_autofree char *text = NULL;
  int              first = 0;
  int              last = 0;

  find_years (self, sheet, &first, &last);
  if (first == last)
    text = g_strdup_printf (mer_tr (self->language, "for the year %d"), first);
  else
    text = g_strdup_printf (mer_tr (self->language, "for the years %d–%d"), first, last);
  mer_blocks_add_text (self->blocks, MER_BLOCK_SUBTITLE, text);
}

static void
add_title (const Form *self,
           const char *of)
{
  /* clang-format off */
  const char      *name = mer_cycle_settings_get (self->book->facts.settings,
      MER_SETTING_PLAN_NAME);
  /* clang-format on */
  g_autofree char *capitals = g_utf8_strup (name, -1);

  mer_blocks_add_text (self->blocks, MER_BLOCK_TITLE, capitals);
  mer_blocks_add_text (self->blocks, MER_BLOCK_SUBTITLE,
                       mer_tr (self->language, "found by the independent assessment of the "
                                               "conditions in which services are rendered"));
  mer_blocks_add_text (self->blocks, MER_BLOCK_SUBTITLE, of);
}

/* --- the table ----------------------------------------------------------------------------- */

static MerTable *
start_table (const Form *self)
{
  MerTable *table = mer_table_new ();

  table->grid = TRUE;
  mer_table_add_column (table,
                        mer_tr (self->language, "Shortcomings found by the independent assessment"),
                        PROBLEM_WIDTH, MER_ALIGN_LEFT, FALSE);
  mer_table_add_column (table, mer_tr (self->language, "Measure that removes the shortcoming"), 0,
                        MER_ALIGN_LEFT, FALSE);
  mer_table_add_column (table, mer_tr (self->language, "Planned term"), DEADLINE_WIDTH,
                        MER_ALIGN_LEFT, FALSE);
  mer_table_add_column (table,
                        mer_tr (self->language, "Responsible (surname, name, patronymic, post)"),
                        PERSON_WIDTH, MER_ALIGN_LEFT, FALSE);
  mer_table_add_column (table, mer_tr (self->language, "Progress: measures that were taken"),
                        TAKEN_WIDTH, MER_ALIGN_LEFT, FALSE);
  mer_table_add_column (table, mer_tr (self->language, "Progress: actual term"), DONE_WIDTH,
                        MER_ALIGN_LEFT, FALSE);
  return table;
}

static char *
cell (const char *text)
{
  return text != NULL ? mer_typography (text) : g_strdup ("");
}

static void
add_line (MerTable          *table,
          const MerPlanLine *line)
{
  const MerPlanItem *item = line->item;
  g_autofree char   *person = mer_plan_person_words (item->person, item->post);
  GStrv              cells = g_new0 (char *, 7);

  cells[0] = cell (item->problem);
  cells[1] = cell (item->measure);
  cells[2] = cell (item->deadline);
  cells[3] = cell (person);
  cells[4] = cell (item->taken);
  cells[5] = mer_day_to_words (item->done_on);
  mer_table_add_row (table, cells);
}

static gboolean
is_printed (const MerPlanLine *line)
{
  return line->standing != MER_STANDING_DROPPED;
}

/* All sections of the form stand there, also those without a shortcoming. */
static void
add_sections (const Form         *self,
              MerTable           *table,
              const MerPlanSheet *sheet)
{
  const MerMethodology *methodology = self->book->facts.methodology;

  for (guint i = 0; i <= methodology->criteria->len; i++)
    {
      g_autofree char *section = mer_plan_section_words (methodology, i);
      gboolean         some = FALSE;

      if (section != NULL)
        mer_table_add_section (table, section);
      for (guint j = sheet->first_line; j < sheet->first_line + sheet->n_lines; j++)
        {
          const MerPlanLine *line = &self->book->lines[j];

          if (line->criterion != i || !is_printed (line))
            continue;
          if (section == NULL && !some)
            mer_table_add_section (table, mer_tr (self->language, "Of no criterion"));
          some = TRUE;
          add_line (table, line);
        }
      if (section != NULL && !some)
        {
          GStrv cells = g_new0 (char *, 7);

          for (guint k = 0; k < 6; k++)
            cells[k] = g_strdup (k == 0 ? mer_tr (self->language, "none were found") : "—");
          mer_table_add_row (table, cells);
        }
    }
}

static void
add_plan (const Form         *self,
          const MerPlanSheet *sheet)
{
  MerTable *table = start_table (self);

  add_approval (self, sheet->plan);
  add_title (self, mer_plan_full_name (sheet->organization));
  add_years (self, sheet);
  add_sections (self, table, sheet);
  mer_blocks_add_table (self->blocks, table);
}

static Form
start_form (const MerReportInput *input,
            const char           *title)
{
  Form self = { input, mer_plan_book_of (input), input->language, NULL };

  self.blocks = mer_blocks_new (input->language, title);
  self.blocks->landscape = TRUE;
  self.blocks->margin_left = 20;
  self.blocks->margin_right = 10;
  mer_blocks_set_author (self.blocks, input->department);
  return self;
}

static MerBlocks *
finish_form (Form *self)
{
  g_clear_pointer (&self->book, mer_plan_book_unref);
  return self->blocks;
}

static void
add_nothing (const Form *self)
{
  mer_blocks_add_text (self->blocks, MER_BLOCK_PARAGRAPH,
                       mer_tr (self->language, "There are no plans of improvement yet."));
}

static MerBlocks *
build_plan (const MerReportInput *input)
{
  Form  self = start_form (input, mer_tr (input->language, "Improvement plan"));
  guint n = 0;

  for (guint i = 0; self.book != NULL && i < self.book->sheets->len; i++)
    {
      const MerPlanSheet *sheet = &g_array_index (self.book->sheets, MerPlanSheet, i);

      if (sheet->organization == NULL || sheet->n_lines == 0 ||
          !mer_report_is_printed (input, sheet->organization))
        continue;
      if (n++ > 0)
        mer_blocks_add_page_break (self.blocks);
      add_plan (&self, sheet);
    }
  if (n == 0)
    add_nothing (&self);
  return finish_form (&self);
}

const MerReportKind mer_report_plan = {
  .id = "plan",
  .title = N_("Improvement plan (form of Decree No. 457)"),
               .build = build_plan,
  };

/* --- the municipal plan -------------------------------------------------------------------- */

/* A heading over the items of each organization; the criterion stands before the problem. */
static void
add_sheet (const Form         *self,
           MerTable           *table,
           const MerPlanSheet *sheet)
{
  const MerMethodology *methodology = self->book->facts.methodology;

  mer_table_add_section (table, sheet->organization != NULL
                                  ? sheet->organization->name
                                  : mer_tr (self->language, "Measures of the municipality"));
  for (guint i = sheet->first_line; i < sheet->first_line + sheet->n_lines; i++)
    {
      const MerPlanLine *line = &self->book->lines[i];

      if (!is_printed (line))
        continue;
      add_line (table, line);
      if (line->criterion < methodology->criteria->len)
        {
          const MerCriterion *criterion = methodology->criteria->pdata[line->criterion];
          GStrv               cells = table->rows->pdata[table->rows->len - 1];
          g_autofree char    *problem = cells[0];

          cells[0] = g_strdup_printf ("%s. %s", criterion->symbol, problem);
        }
    }
}

static MerBlocks *
build_municipal (const MerReportInput *input)
{
  Form                self = start_form (input, mer_tr (input->language,
                                                        "Consolidated improvement plan"));
  MerTable           *table = NULL;
  const MerPlanSheet *own = NULL;
  g_autofree char    *of = NULL;

  if (self.book == NULL || self.book->n_lines == 0)
    {
      add_nothing (&self);
      return finish_form (&self);
    }
  own = mer_plan_book_sheet (self.book, 0);
  table = start_table (&self);
  add_approval (&self, own != NULL ? own->plan : NULL);
  of = g_strdup_printf (mer_tr (input->language, "in the organizations of %s"),
                        input->territory != NULL ? input->territory : "____________________");
  add_title (&self, of);
  add_years (&self, NULL);
  for (guint i = 0; i < self.book->sheets->len; i++)
    {
      const MerPlanSheet *sheet = &g_array_index (self.book->sheets, MerPlanSheet, i);

      if (sheet->n_lines > 0 &&
          (sheet->organization == NULL || mer_report_is_printed (input, sheet->organization)))
        add_sheet (&self, table, sheet);
    }
  mer_blocks_add_table (self.blocks, table);
  return finish_form (&self);
}

const MerReportKind mer_report_plan_municipal = {
  .id = "plan-municipal",
  .title = N_("Consolidated improvement plan"),
               .build = build_municipal,
  };
