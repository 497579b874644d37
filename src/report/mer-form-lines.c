/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What printed forms share: lines to write on, and boxes to tick. */
#include "config.h"

#include "report/mer-form-lines.h"

#include <glib/gi18n.h>

/* Some 90 fill the width of a page; fewer stand behind a word. */
#define LINE_LENGTH 60

static char *
underscores (void)
{
  char *line = g_malloc (LINE_LENGTH + 1);

  memset (line, '_', LINE_LENGTH);
  line[LINE_LENGTH] = '\0';
  return line;
}

/**
 * mer_form_set_margins:
 * @blocks: a form
 *
 * Gives it the margins of a sheet that is handed out and not bound.
 */
void
mer_form_set_margins (MerBlocks *blocks)
{
  blocks->margin_left = 15;
  blocks->margin_right = 10;
  blocks->margin_top = 15;
  blocks->margin_bottom = 12;
}

/**
 * mer_form_add_line:
 * @blocks: a form
 * @label: what is to be written there
 * @value: (nullable): what is known already
 *
 * Adds «Организация: ______».
 */
void
mer_form_add_line (MerBlocks  *blocks,
                   const char *label,
                   const char *value)
{
  g_autofree char *line = value == NULL ? underscores () : NULL;
  g_autofree char *text = g_strdup_printf ("%s: %s", label, value != NULL ? value : line);

  mer_blocks_add_text (blocks, MER_BLOCK_PARAGRAPH, text);
}

/**
 * mer_form_add_lines:
 * @blocks: a form
 * @heading: what is asked for
 * @n: how many lines
 *
 * Adds ruled lines under the heading.
 */
void
mer_form_add_lines (MerBlocks  *blocks,
                    const char *heading,
                    guint       n)
{
  MerTable *table = mer_table_new ();

  table->secondary = TRUE;
  mer_table_add_column (table, heading, 0, MER_ALIGN_LEFT, FALSE);
  for (guint i = 0; i < n; i++)
    {
      GStrv cells = g_new0 (char *, 2);

      cells[0] = g_strdup (" ");
      mer_table_add_row (table, cells);
    }
  mer_blocks_add_table (blocks, table);
}

/**
 * mer_form_organization:
 * @input: what a form is for
 *
 * Returns: (transfer none) (nullable): the name of the one organization that it is for
 */
const char *
mer_form_organization (const MerReportInput *input)
{
  const MerScoreRow *row = NULL;

  if (input->scores == NULL || input->organizations == NULL || input->organizations->len != 1)
    return NULL;
  row = mer_score_table_find (input->scores, g_array_index (input->organizations, gint64, 0));
  return row != NULL ? row->organization->name : NULL;
}
