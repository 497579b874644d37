/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The questionnaire as it is given to people: questions of the methodology with boxes to tick,
 * and where to go on when a filter lets nobody pass. */
#include "config.h"

#include <glib/gi18n.h>

#include "report/mer-form-lines.h"
#include "report/mer-report-private.h"

#define NUMBER_WIDTH 28.0
#define ANSWER_WIDTH 160.0
#define SUGGESTION_LINES 4

/* Whether a question is behind that filter, at any depth. */
static gboolean
is_behind (const MerMethodology *methodology,
           guint                 question,
           int                   filter)
{
  const MerQuestion *at = g_ptr_array_index (methodology->questions, question);

  while (at->filter >= 0 && at->filter != filter)
    at = g_ptr_array_index (methodology->questions, at->filter);
  return at->filter == filter;
}

/* The question after those that the filter opens; the number of questions where there is none.
 * 0: it opens none of those that follow. */
static guint
next_when_stopped (const MerMethodology *methodology,
                   guint                 filter)
{
  guint next = filter + 1;

  while (next < methodology->questions->len && is_behind (methodology, next, (int) filter))
    next++;
  return next > filter + 1 ? next : 0;
}

/* «☐ Нет (перейдите к вопросу 3)» */
static void
append_option (GString         *out,
               const MerOption *option,
               MerLanguage      language,
               guint            next,
               guint            n_questions)
{
  g_string_append_printf (out, "%s%s %s", out->len > 0 ? "\n" : "", MER_FORM_BOX, option->text);
  if (next == 0 || option->positive)
    return;
  g_string_append_c (out, ' ');
  if (next < n_questions)
    g_string_append_printf (out, mer_tr (language, "(go on to question %u)"), next + 1);
  else
    g_string_append (out, mer_tr (language, "(go on to the end of the questionnaire)"));
}

static void
add_question (const MerMethodology *methodology,
              MerLanguage           language,
              MerTable             *table,
              guint                 index)
{
  const MerQuestion *question = g_ptr_array_index (methodology->questions, index);
  guint              next = next_when_stopped (methodology, index);
  g_autoptr (GString) answer = g_string_new (NULL);
  GStrv cells = g_new0 (char *, 4);

  for (guint i = 0; i < question->options->len; i++)
    append_option (answer, g_ptr_array_index (question->options, i), language, next,
                   methodology->questions->len);
  cells[0] = g_strdup_printf ("%u", index + 1);
  cells[1] = mer_typography (question->text);
  cells[2] = g_strdup (answer->str);
  mer_table_add_row (table, cells);
}

static void
add_questions (const MerReportInput *input,
               MerBlocks            *blocks)
{
  const MerMethodology *methodology = input->methodology;
  MerTable             *table = mer_table_new ();

  mer_table_add_column (table, "№", NUMBER_WIDTH, MER_ALIGN_RIGHT, FALSE);
  mer_table_add_column (table, mer_tr (input->language, "Question"), 0, MER_ALIGN_LEFT, FALSE);
  mer_table_add_column (table, mer_tr (input->language, "Your answer"), ANSWER_WIDTH,
                        MER_ALIGN_LEFT, FALSE);
  for (guint i = 0; i < methodology->questions->len; i++)
    add_question (methodology, input->language, table, i);
  mer_blocks_add_table (blocks, table);
}

static void
add_intro (const MerReportInput *input,
           MerBlocks            *blocks)
{
  MerLanguage language = input->language;

  mer_blocks_add_text (blocks, MER_BLOCK_TITLE, mer_tr (language, "QUESTIONNAIRE"));
  mer_blocks_add_text (blocks, MER_BLOCK_SUBTITLE,
                       mer_tr (language,
                               "to learn what recipients of services think of the quality of "
                               "conditions in which services are provided"));
  mer_blocks_add_text (blocks, MER_BLOCK_PARAGRAPH,
                       mer_tr (language,
                               "We ask you to take part in the independent assessment of the "
                               "quality of conditions. Tick one answer to each question. The "
                               "questionnaire is anonymous: you need not give your name."));
  mer_form_add_line (blocks, mer_tr (language, "Organization"), mer_form_organization (input));
}

static MerBlocks *
build_questionnaire (const MerReportInput *input)
{
  MerLanguage language = input->language;
  MerBlocks  *blocks = mer_blocks_new (language, mer_tr (language, "Questionnaire"));

  mer_form_set_margins (blocks);
  mer_blocks_set_author (blocks, input->department);
  add_intro (input, blocks);
  if (input->methodology == NULL || input->methodology->questions->len == 0)
    {
      mer_blocks_add_text (blocks, MER_BLOCK_PARAGRAPH,
                           mer_tr (language, "The methodology has no questions yet."));
      return blocks;
    }
  add_questions (input, blocks);
  mer_form_add_lines (blocks,
                      mer_tr (language, "What would you propose to improve the conditions?"),
                      SUGGESTION_LINES);
  mer_blocks_add_text (blocks, MER_BLOCK_PARAGRAPH,
                       mer_tr (language, "Thank you for your answers."));
  return blocks;
}

const MerReportKind mer_report_questionnaire = {
  .id = "questionnaire",
  .title = N_("Questionnaire"),
               .build = build_questionnaire,
  };
