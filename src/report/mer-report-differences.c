/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The preliminary rating beside the one of now, or the final one: whose score or place is another,
 * and by which indicators. */
#include "config.h"

#include <glib/gi18n.h>

#include "report/mer-objection-words.h"
#include "report/mer-record-print.h"
#include "report/mer-report-private.h"
#include "scoring/mer-score-differences.h"

#define SCORE_WIDTH 50.0
#define PLACE_WIDTH 46.0
#define CODES_WIDTH 80.0

static char *
place_text (guint rank)
{
  return rank > 0 ? g_strdup_printf ("%u", rank) : g_strdup ("—");
}

static char *
change_text (const MerReportInput     *input,
             const MerScoreDifference *difference)
{
  g_auto (MerRational) was = MER_RATIONAL_ZERO;
  g_auto (MerRational) is = MER_RATIONAL_ZERO;
  g_auto (MerRational) change = MER_RATIONAL_ZERO;

  if (difference->was == NULL || difference->is == NULL ||
      !mer_rational_parse (difference->was, &was) || !mer_rational_parse (difference->is, &is))
    return g_strdup ("—");
  change = mer_rational_sub (&is, &was);
  return mer_format_difference (input->language, &change, input->scores->decimals);
}

static MerTable *
start_table (MerLanguage language,
             gboolean    final,
             gboolean    places)
{
  MerTable   *table = mer_table_new ();
  const char *now = final ? mer_tr (language, "Final score")
                          : mer_tr (language, "Score now");

  mer_table_add_column (table, mer_tr (language, "Organization"), 0, MER_ALIGN_LEFT, FALSE);
  mer_table_add_column (table, mer_tr (language, "Preliminary score"), SCORE_WIDTH + 18,
                        MER_ALIGN_RIGHT, FALSE);
  mer_table_add_column (table, now, SCORE_WIDTH + 10, MER_ALIGN_RIGHT, TRUE);
  mer_table_add_column (table, mer_tr (language, "Change"), SCORE_WIDTH, MER_ALIGN_RIGHT, FALSE);
  if (places)
    {
      mer_table_add_column (table, mer_tr (language, "Place before"), PLACE_WIDTH,
                            MER_ALIGN_RIGHT, FALSE);
      mer_table_add_column (table, mer_tr (language, "Place now"), PLACE_WIDTH, MER_ALIGN_RIGHT,
                            FALSE);
    }
  mer_table_add_column (table, mer_tr (language, "Changed indicators"), CODES_WIDTH, MER_ALIGN_LEFT,
                        FALSE);
  return table;
}

/* What changed, or that the organization came or went. */
static char *
codes_text (const MerReportInput     *input,
            const MerScoreDifference *difference)
{
  if (!difference->was_there)
    return g_strdup (mer_tr (input->language, "was not in the preliminary rating"));
  if (!difference->is_there)
    return g_strdup (mer_tr (input->language, "is not in the rating any more"));
  return mer_print_codes (input->language, input->methodology, difference->codes);
}

static void
add_row (const MerReportInput     *input,
         MerTable                 *table,
         const MerScoreDifference *difference,
         gboolean                  places)
{
  GStrv cells = g_new0 (char *, 8);
  guint n = 4;

  cells[0] = mer_typography (difference->name);
  cells[1] = mer_objection_score_text (difference->was, input->scores, input->language);
  cells[2] = mer_objection_score_text (difference->is, input->scores, input->language);
  cells[3] = change_text (input, difference);
  if (places)
    {
      cells[n++] = place_text (difference->was_rank);
      cells[n++] = place_text (difference->is_rank);
    }
  cells[n] = codes_text (input, difference);
  mer_table_add_row (table, cells);
}

/* Who only has another place has not changed where places are not published. */
static gboolean
is_listed (const MerScoreDifference *difference,
           gboolean                  places)
{
  return places || difference->was_there != difference->is_there ||
         g_strcmp0 (difference->was, difference->is) != 0 ||
         (difference->codes != NULL && *difference->codes != '\0');
}

static guint
count_listed (const MerReportInput *input,
              gboolean              places)
{
  guint n = 0;

  for (guint i = 0; i < input->differences->len; i++)
    n += is_listed (input->differences->pdata[i], places) ? 1 : 0;
  return n;
}

static void
add_intro (const MerReportInput *input,
           MerBlocks            *blocks,
           guint                 n)
{
  MerLanguage      language = input->language;
  g_autofree char *day = mer_print_day (language, input->preliminary_day);
  g_autofree char *line = g_strdup_printf (
    /* Translators: a day; a number of organizations. */
    mer_trn (language,
             "On %s preliminary results of %u organization were put to public discussion.",
             "On %s preliminary results of %u organizations were put to public discussion.",
             input->n_preliminary),
    day, input->n_preliminary);
  g_autofree char *count = NULL;

  mer_blocks_add_text (blocks, MER_BLOCK_PARAGRAPH, line);
  if (input->preliminary_decision != NULL)
    {
      g_autofree char *basis = g_strdup_printf (mer_tr (language, "Ground: %s."),
                                                input->preliminary_decision);

      mer_blocks_add_text (blocks, MER_BLOCK_PARAGRAPH, basis);
    }
  count = g_strdup_printf (
    input->cycle->approved
      ? mer_trn (language, "In the final results %u organization differs from them.",
                 "In the final results %u organizations differ from them.", n)
      : mer_trn (language, "Since then %u organization has changed.",
                 "Since then %u organizations have changed.", n),
    n);
  mer_blocks_add_text (blocks, MER_BLOCK_PARAGRAPH, count);
}

static MerBlocks *
build_differences (const MerReportInput *input)
{
  const char *title = mer_tr (input->language, "Changes since the preliminary results");
  MerBlocks  *blocks = NULL;
  MerTable   *table = NULL;
  gboolean    places = FALSE;
  guint       n = 0;

  if (input->differences == NULL)
    return mer_print_nothing (input, title,
                              mer_tr (input->language,
                                      "No preliminary results were put to discussion."));
  blocks = mer_blocks_new (input->language, title);
  mer_print_head (input, blocks, title);
  mer_blocks_add_text (blocks, MER_BLOCK_SUBTITLE, input->cycle->title);
  places = mer_report_shows_places (input);
  n = count_listed (input, places);
  add_intro (input, blocks, n);
  if (n == 0)
    return blocks;
  table = start_table (input->language, input->cycle->approved, places);
  for (guint i = 0; i < input->differences->len; i++)
    if (is_listed (input->differences->pdata[i], places))
      add_row (input, table, input->differences->pdata[i], places);
  mer_blocks_add_table (blocks, table);
  if (input->signatory_post != NULL)
    mer_blocks_add_signature (blocks, input->signatory_post, input->signatory_name);
  return blocks;
}

const MerReportKind mer_report_differences = {
  .id = "differences",
  .title = N_("Changes since the preliminary results"),
               .build = build_differences,
  };
