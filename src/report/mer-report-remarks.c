/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was remarked, by whom and when, and what was decided: the table that goes with the minutes
 * and that is published after the discussion. */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/mer-day.h"
#include "report/mer-record-print.h"
#include "report/mer-remark-print.h"
#include "report/mer-report-private.h"

#define NUMBER_WIDTH 28.0
#define DAY_WIDTH 60.0
#define SOURCE_WIDTH 96.0
#define ORGANIZATION_WIDTH 92.0

static const char *
choice_title (MerLanguage language,
              const char *key,
              int         value)
{
  const MerField *field = mer_record_kind_field (&mer_record_remark, key);

  return mer_tr (language, field->choices[value].title);
}

/* As a heading: «Предварительные результаты». */
static char *
subject_heading (MerLanguage language,
                 guint       subject)
{
  const char      *title = choice_title (language, "about", (int) subject);
  g_autofree char *first = g_utf8_substring (title, 0, 1);
  g_autofree char *capital = g_utf8_strup (first, -1);

  return g_strconcat (capital, title + strlen (first), NULL);
}

static gboolean
any_organization (GPtrArray *remarks)
{
  for (guint i = 0; i < remarks->len; i++)
    if (((const MerRemark *) remarks->pdata[i])->organization != 0)
      return TRUE;
  return FALSE;
}

/* «учтено: отметка исправлена (12.05.2024)» */
static char *
outcome (MerLanguage      language,
         const MerRemark *remark)
{
  GString         *text = g_string_new (choice_title (language, "state", remark->state));
  g_autofree char *day = mer_day_to_words (remark->decided);

  if (remark->decision != NULL)
    g_string_append_printf (text, ": %s", remark->decision);
  if (*day != '\0')
    g_string_append_printf (text, " (%s)", day);
  return g_string_free (text, FALSE);
}

static MerTable *
start_table (MerLanguage language,
             gboolean    organizations)
{
  MerTable *table = mer_table_new ();

  mer_table_add_column (table, "№", NUMBER_WIDTH, MER_ALIGN_RIGHT, FALSE);
  mer_table_add_column (table, mer_tr (language, "Day"), DAY_WIDTH, MER_ALIGN_LEFT, FALSE);
  mer_table_add_column (table, mer_tr (language, "Source"), SOURCE_WIDTH, MER_ALIGN_LEFT, FALSE);
  if (organizations)
    mer_table_add_column (table, mer_tr (language, "Organization"), ORGANIZATION_WIDTH,
                          MER_ALIGN_LEFT, FALSE);
  mer_table_add_column (table, mer_tr (language, "Remark"), 0, MER_ALIGN_LEFT, FALSE);
  mer_table_add_column (table, mer_tr (language, "Decision"), 0, MER_ALIGN_LEFT, FALSE);
  return table;
}

static void
add_remark (const MerReportInput *input,
            MerTable             *table,
            gboolean              organizations,
            guint                 number,
            const MerRemark      *remark)
{
  GPtrArray       *cells = g_ptr_array_new ();
  g_autofree char *decision = outcome (input->language, remark);

  g_ptr_array_add (cells, g_strdup_printf ("%u", number));
  g_ptr_array_add (cells, mer_day_to_words (remark->day));
  g_ptr_array_add (cells, mer_typography (remark->source != NULL ? remark->source : ""));
  if (organizations)
    g_ptr_array_add (cells, mer_typography (mer_print_organization (input, remark->organization)));
  g_ptr_array_add (cells, mer_typography (remark->text));
  g_ptr_array_add (cells, mer_typography (decision));
  g_ptr_array_add (cells, NULL);
  mer_table_add_row (table, (GStrv) g_ptr_array_free (cells, FALSE));
}

void
mer_print_remarks (const MerReportInput *input,
                   GPtrArray            *remarks,
                   gboolean              about,
                   MerBlocks            *blocks)
{
  gboolean  organizations = any_organization (remarks);
  MerTable *table = start_table (input->language, organizations);
  guint     n_subjects =
    mer_record_kind_field (&mer_record_remark, "about")->n_choices;
  guint number = 0;

  for (guint subject = 0; subject < n_subjects; subject++)
    {
      gboolean headed = !about;

      for (guint i = 0; i < remarks->len; i++)
        {
          const MerRemark *remark = remarks->pdata[i];

          if (remark->about != (int) subject)
            continue;
          if (!headed)
            {
              g_autofree char *heading = subject_heading (input->language, subject);

              mer_table_add_section (table, heading);
            }
          headed = TRUE;
          add_remark (input, table, organizations, ++number, remark);
        }
    }
  mer_blocks_add_table (blocks, table);
}

static void
add_count (const MerReportInput *input,
           GPtrArray            *remarks,
           MerBlocks            *blocks)
{
  guint            counts[MER_REMARK_REJECTED + 1] = { 0 };
  g_autofree char *line = NULL;

  for (guint i = 0; i < remarks->len; i++)
    counts[((const MerRemark *) remarks->pdata[i])->state]++;
  line = g_strdup_printf (
    mer_tr (input->language, "Received: %u. Taken into account: %u, in part: %u, turned down: %u, "
                             "not decided yet: %u."),
    remarks->len, counts[MER_REMARK_ACCEPTED], counts[MER_REMARK_PARTLY],
    counts[MER_REMARK_REJECTED], counts[MER_REMARK_OPEN]);
  mer_blocks_add_text (blocks, MER_BLOCK_PARAGRAPH, line);
}

static MerBlocks *
build_remarks (const MerReportInput *input)
{
  const char *title = mer_tr (input->language, "Remarks and reviews");
  GPtrArray  *remarks =
    input->records != NULL ? mer_record_set_get (input->records, &mer_record_remark) : NULL;
  MerBlocks *blocks = NULL;

  if (remarks == NULL || remarks->len == 0)
    return mer_print_nothing (input, title, mer_tr (input->language, "There were no remarks."));
  blocks = mer_blocks_new (input->language, title);
  blocks->landscape = TRUE;
  mer_print_head (input, blocks, title);
  if (input->cycle != NULL)
    mer_blocks_add_text (blocks, MER_BLOCK_SUBTITLE, input->cycle->title);
  add_count (input, remarks, blocks);
  mer_print_remarks (input, remarks, TRUE, blocks);
  if (input->signatory_post != NULL)
    mer_blocks_add_signature (blocks, input->signatory_post, input->signatory_name);
  return blocks;
}

const MerReportKind mer_report_remarks = {
  .id = "remarks",
  .title = N_("Remarks and what was decided on them"),
               .build = build_remarks,
  };
