/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a cycle stands on a day: figures, stages, what wants attention, what is due, which rules are
 * broken. What is said was put into words before, in the language of the document. */
#include "config.h"

#include <glib/gi18n.h>

#include "report/mer-record-print.h"
#include "report/mer-report-private.h"

#define VALUE_WIDTH 90.0
#define STATE_WIDTH 110.0
#define DAY_WIDTH 110.0
#define LEFT_WIDTH 100.0

typedef struct
{
  const char *header; /* msgid */
  double      width;  /* 0: takes what is left */
} Column;

void
mer_report_overview_free (MerReportOverview *self)
{
  if (self == NULL)
    return;
  g_free (self->day);
  g_ptr_array_unref (self->figures);
  g_ptr_array_unref (self->stages);
  g_ptr_array_unref (self->attention);
  g_ptr_array_unref (self->deadlines);
  g_ptr_array_unref (self->rules);
  g_free (self);
}

static GPtrArray *
rows_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
}

MerReportOverview *
mer_report_overview_new (void)
{
  MerReportOverview *self = g_new0 (MerReportOverview, 1);

  self->figures = rows_new ();
  self->stages = rows_new ();
  self->attention = rows_new ();
  self->deadlines = rows_new ();
  self->rules = rows_new ();
  return self;
}

static GStrv
copy_row (GStrv row)
{
  GStrv cells = g_strdupv (row);

  for (guint i = 0; cells[i] != NULL; i++)
    {
      char *text = mer_typography (cells[i]);

      g_free (cells[i]);
      cells[i] = text;
    }
  return cells;
}

static void
add_table (MerBlocks       *blocks,
           const char      *heading,
           const Column    *columns,
           const GPtrArray *rows,
           const char      *none)
{
  MerTable *table = NULL;

  mer_blocks_add_text (blocks, MER_BLOCK_HEADING, mer_tr (blocks->language, heading));
  if (rows->len == 0)
    {
      mer_blocks_add_text (blocks, MER_BLOCK_PARAGRAPH, mer_tr (blocks->language, none));
      return;
    }
  table = mer_table_new ();
  for (guint i = 0; columns[i].header != NULL; i++)
    mer_table_add_column (table, mer_tr (blocks->language, columns[i].header), columns[i].width,
                          MER_ALIGN_LEFT, FALSE);
  for (guint i = 0; i < rows->len; i++)
    mer_table_add_row (table, copy_row (rows->pdata[i]));
  mer_blocks_add_table (blocks, table);
}

static void
add_tables (MerBlocks               *blocks,
            const MerReportOverview *overview)
{
  static const Column figures[] = {
    { N_ ("Figure"), 0 }, { N_ ("Value"), VALUE_WIDTH }, { N_ ("Note"), 0 }, { NULL, 0 },
     };
  static const Column stages[] = {
    { N_ ("Stage"), 0 }, { N_ ("State"), STATE_WIDTH }, { N_ ("Note"), 0 }, { NULL, 0 },
     };
  static const Column attention[] = {
    { N_ ("What"), 0 }, { N_ ("Why"), 0 }, { NULL, 0 },
    };
  static const Column deadlines[] = {
    { N_ ("Day"), DAY_WIDTH }, { N_ ("What is due"), 0 }, { N_ ("Left"), LEFT_WIDTH }, { NULL, 0 },
     };
  static const Column rules[] = {
    { N_ ("Rule"), 0 }, { N_ ("State"), STATE_WIDTH }, { NULL, 0 },
    };

  add_table (blocks, N_("Coverage and data"), figures, overview->figures, "");
  add_table (blocks, N_("Stages"), stages, overview->stages, "");
  add_table (blocks, N_("Needs attention"), attention, overview->attention,
                         N_("There are no open questions."));
  add_table (blocks, N_("Next deadlines"), deadlines, overview->deadlines,
                         N_("Nothing is due in the days to come."));
  add_table (blocks, N_("Rules of the procedure"), rules, overview->rules,
                         N_("All rules that are checked are kept."));
}

static MerBlocks *
build_overview (const MerReportInput *input)
{
  const char      *title = mer_tr (input->language, "Overview of the cycle");
  g_autofree char *subtitle = NULL;
  g_autofree char *day = NULL;
  MerBlocks       *blocks = NULL;

  if (input->cycle == NULL || input->overview == NULL)
    return mer_print_nothing (input, title,
                              mer_tr (input->language, "There is no cycle to look at."));
  blocks = mer_blocks_new (input->language, title);
  mer_print_head (input, blocks, title);
  day = mer_print_day (input->language, input->overview->day);
  /* Translators: title of a cycle, a day. */
  subtitle = g_strdup_printf (mer_tr (input->language, "%s, as of %s"), input->cycle->title, day);
  mer_blocks_add_text (blocks, MER_BLOCK_SUBTITLE, subtitle);
  add_tables (blocks, input->overview);
  return blocks;
}

const MerReportKind mer_report_overview = {
  .id = "overview",
  .title = N_("Overview of the cycle"),
               .build = build_overview,
  };
