/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The work plan as it is approved and annexed to an order: sections, items, deadlines in the words
 * in which they were typed, who is responsible, and the result. A column that no item fills is left
 * out, as in the plans of the districts (domain C). */
#include "config.h"

#include <glib/gi18n.h>

#include "cycle/mer-work-order.h"
#include "report/mer-record-print.h"
#include "report/mer-report-private.h"

#define NUMBER_WIDTH 34.0
#define DEADLINE_WIDTH 92.0
#define RESPONSIBLE_WIDTH 112.0
#define RESULT_WIDTH 104.0

typedef struct
{
  MerTable        *table;
  const GPtrArray *items;   /* of MerWorkItem */
  gboolean         results; /* some item has one */
} Sheet;

static gboolean
has_results (const GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    if (((const MerWorkItem *) items->pdata[i])->result != NULL)
      return TRUE;
  return FALSE;
}

static MerTable *
start_table (MerLanguage language,
             gboolean    results)
{
  MerTable *table = mer_table_new ();

  mer_table_add_column (table, "№", NUMBER_WIDTH, MER_ALIGN_LEFT, FALSE);
  mer_table_add_column (table, mer_tr (language, "Activity"), 0, MER_ALIGN_LEFT, FALSE);
  mer_table_add_column (table, mer_tr (language, "Deadline"), DEADLINE_WIDTH, MER_ALIGN_LEFT,
                        FALSE);
  mer_table_add_column (table, mer_tr (language, "Responsible"), RESPONSIBLE_WIDTH, MER_ALIGN_LEFT,
                        FALSE);
  if (results)
    mer_table_add_column (table, mer_tr (language, "Result (document)"), RESULT_WIDTH,
                          MER_ALIGN_LEFT, FALSE);
  return table;
}

static char *
section_title (const MerWorkItem *section)
{
  return section->number != NULL ? g_strdup_printf ("%s. %s", section->number, section->what)
                                 : g_strdup (section->what);
}

static char *
text_of (const char *text)
{
  g_autofree char *line = mer_print_list (text);

  return mer_typography (line);
}

static void
add_line (Sheet             *sheet,
          const MerWorkItem *item)
{
  GPtrArray *cells = g_ptr_array_new ();

  if (item->level == MER_WORK_SECTION)
    {
      g_autofree char *title = section_title (item);

      mer_table_add_section (sheet->table, title);
      g_ptr_array_unref (cells);
      return;
    }
  g_ptr_array_add (cells, mer_work_item_number (sheet->items, item));
  g_ptr_array_add (cells, mer_typography (item->what));
  g_ptr_array_add (cells, mer_typography (item->deadline != NULL ? item->deadline : ""));
  g_ptr_array_add (cells, text_of (item->responsible));
  if (sheet->results)
    g_ptr_array_add (cells, text_of (item->result));
  g_ptr_array_add (cells, NULL);
  mer_table_add_row (sheet->table, (GStrv) g_ptr_array_free (cells, FALSE));
}

static void
add_subtitle (const MerReportInput *input,
              MerBlocks            *blocks)
{
  g_autofree char *subject = g_strdup_printf (
    mer_tr (input->language, "of the assessment (%s)"), mer_print_procedure (input));

  mer_blocks_add_text (blocks, MER_BLOCK_SUBTITLE, subject);
  if (input->cycle != NULL)
    mer_blocks_add_text (blocks, MER_BLOCK_SUBTITLE, input->cycle->title);
}

static MerBlocks *
build_work_plan (const MerReportInput *input)
{
  const char *title = mer_tr (input->language, "Work plan");
  MerBlocks  *blocks = NULL;
  Sheet       sheet = { NULL, NULL, FALSE };
  g_autoptr (GPtrArray) items = NULL;

  if (input->records != NULL)
    items =
      mer_work_items_in_order (mer_record_set_get (input->records, &mer_record_work_item));
  if (items == NULL || items->len == 0)
    return mer_print_nothing (input, title,
                              mer_tr (input->language, "The cycle has no work plan yet."));
  blocks = mer_blocks_new (input->language, title);
  mer_print_head (input, blocks, title);
  add_subtitle (input, blocks);
  sheet.items = items;
  sheet.results = has_results (items);
  sheet.table = start_table (input->language, sheet.results);
  for (guint i = 0; i < items->len; i++)
    if (((const MerWorkItem *) items->pdata[i])->state == MER_WORK_OPEN)
      add_line (&sheet, items->pdata[i]);
  mer_blocks_add_table (blocks, sheet.table);
  if (input->signatory_post != NULL)
    mer_blocks_add_signature (blocks, input->signatory_post, input->signatory_name);
  return blocks;
}

const MerReportKind mer_report_work_plan = {
  .id = "work-plan",
  .title = N_("Work plan"),
               .build = build_work_plan,
  };
