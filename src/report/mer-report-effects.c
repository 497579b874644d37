/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Did it help: what the measures of plans are about, before and in a later cycle. Measures on the
 * same thing stand in one row, for there is but one change to tell. */
#include "config.h"

#include "report/mer-record-print.h"
#include "report/mer-report-private.h"

#define CODE_WIDTH 64.0
#define SCORE_WIDTH 84.0

typedef struct
{
  const MerReportEffect *effect; /* the first of them */
  GPtrArray             *measures;
} Group;

static void
group_clear (gpointer data)
{
  g_ptr_array_unref (((Group *) data)->measures);
}

/* --- gathering ------------------------------------------------------------------------------- */

/* Those of one organization stand one after the other. */
static Group *
find_group (GArray                *groups,
            const MerReportEffect *effect)
{
  for (guint i = groups->len; i > 0; i--)
    {
      Group *group = &g_array_index (groups, Group, i - 1);

      if (group->effect->organization != effect->organization)
        return NULL;
      if (g_strcmp0 (group->effect->criterion, effect->criterion) == 0)
        return group;
    }
  return NULL;
}

static void
add_measure (Group      *group,
             const char *measure)
{
  if (measure != NULL &&
      !g_ptr_array_find_with_equal_func (group->measures, measure, g_str_equal, NULL))
    g_ptr_array_add (group->measures, (gpointer) (guintptr) measure);
}

/* (transfer full) (element-type Group) */
static GArray *
gather (const MerReportInput *input)
{
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (Group));

  g_array_set_clear_func (groups, group_clear);
  for (guint i = 0; i < input->effects->len; i++)
    {
      const MerReportEffect *effect = &g_array_index (input->effects, MerReportEffect, i);
      Group                 *group = find_group (groups, effect);

      if (!mer_report_is_printed (input, effect->organization))
        continue;
      if (group == NULL)
        {
          Group made = { effect, g_ptr_array_new () };

          g_array_append_val (groups, made);
          group = &g_array_index (groups, Group, groups->len - 1);
        }
      add_measure (group, effect->measure);
    }
  return groups;
}

/* --- printing -------------------------------------------------------------------------------- */

static char *
score_words (const MerReportInput *input,
             gboolean              has,
             const MerRational    *value)
{
  return has ? mer_format_rational (input->language, value, input->scores->decimals)
             : g_strdup ("—");
}

static char *
change_words (const MerReportInput  *input,
              const MerReportEffect *effect)
{
  g_auto (MerRational) change = MER_RATIONAL_ZERO;

  if (!effect->has_before || !effect->has_after)
    return g_strdup ("—");
  change = mer_rational_sub (&effect->after, &effect->before);
  return mer_format_difference (input->language, &change, input->scores->decimals);
}

/* (transfer full): a measure a line. */
static char *
measure_words (const Group *group)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < group->measures->len; i++)
    g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "",
                            (const char *) group->measures->pdata[i]);
  return mer_typography (lines->str);
}

static void
add_group (const MerReportInput *input,
           MerTable             *table,
           const Group          *group)
{
  const MerReportEffect *effect = group->effect;
  GStrv                  cells = g_new0 (char *, 7);

  cells[0] = mer_typography (effect->organization->name);
  cells[1] = g_strdup (mer_print_code (input->language, input->methodology, effect->criterion));
  cells[2] = measure_words (group);
  cells[3] = score_words (input, effect->has_before, &effect->before);
  cells[4] = score_words (input, effect->has_after, &effect->after);
  cells[5] = change_words (input, effect);
  mer_table_add_row (table, cells);
}

static MerTable *
start_table (const MerReportInput *input)
{
  MerTable *table = mer_table_new ();

  mer_table_add_column (table, mer_tr (input->language, "Organization"), 110, MER_ALIGN_LEFT,
                        FALSE);
  mer_table_add_column (table, mer_tr (input->language, "Criterion"), CODE_WIDTH, MER_ALIGN_LEFT,
                        FALSE);
  mer_table_add_column (table, mer_tr (input->language, "Measure"), 0, MER_ALIGN_LEFT, FALSE);
  mer_table_add_column (table, input->cycle->title, SCORE_WIDTH, MER_ALIGN_RIGHT, FALSE);
  mer_table_add_column (table, input->effects_cycle->title, SCORE_WIDTH, MER_ALIGN_RIGHT, FALSE);
  mer_table_add_column (table, mer_trc (input->language, "of a score", "Change"), 72,
                        MER_ALIGN_RIGHT, TRUE);
  return table;
}

void
mer_report_add_effects (const MerReportInput *input,
                        MerBlocks            *blocks)
{
  g_autoptr (GArray) groups = input->effects != NULL ? gather (input) : NULL;
  MerTable *table = NULL;

  if (groups == NULL || groups->len == 0)
    return;
  table = start_table (input);
  for (guint i = 0; i < groups->len; i++)
    add_group (input, table, &g_array_index (groups, Group, i));
  mer_blocks_add_text (blocks, MER_BLOCK_CAPTION,
                       mer_tr (input->language, "Effect of the plans: scores before and after"));
  mer_blocks_add_table (blocks, table);
}
