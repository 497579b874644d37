/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ready counts as answers: which codes of a question they are counted under, and how many
 * respondents stand behind them. */

#include "config.h"

#include "methodology/mer-ready-tally.h"

#include "methodology/mer-measure.h"

/* The code of the first option that is positive or not, and certain; `otherwise` when there is
 * none. */
static guint
first_code (const MerQuestion *question,
            gboolean           positive,
            guint              otherwise)
{
  for (guint i = 0; i < question->options->len; i++)
    {
      const MerOption *option = g_ptr_array_index (question->options, i);

      if (option->positive == positive && !option->unsure)
        return MER_ANSWER_FIRST_OPTION + i;
    }
  return otherwise;
}

/* How many the poll asked a question; 0 where it tells nothing of it. */
static guint32
asked_of (const MerReadyAnswer *answers,
          guint                 n,
          int                   question)
{
  guint32 asked = 0;

  for (guint i = 0; i < n; i++)
    {
      if (answers[i].question == question)
        asked = MAX (asked, answers[i].asked);
    }
  return asked;
}

/**
 * mer_ready_tally_add:
 * @tally: grows
 * @methodology: whose questions they are
 * @answers: (array length=n): what one poll counted of one organization
 * @n: how many
 *
 * Pure; any thread.
 */
void
mer_ready_tally_add (MerTally             *tally,
                     const MerMethodology *methodology,
                     const MerReadyAnswer *answers,
                     guint                 n)
{
  for (guint i = 0; i < n; i++)
    {
      const MerQuestion *question =
        g_ptr_array_index (methodology->questions, (guint) answers[i].question);
      guint32 reached = answers[i].asked;

      if (mer_methodology_takes_scores (methodology, answers[i].question))
        continue;
      if (question->filter >= 0)
        reached = MAX (reached, asked_of (answers, n, question->filter));
      mer_tally_add_ready (tally, (guint) answers[i].question,
                           first_code (question, TRUE, MER_ANSWER_OTHER),
                           first_code (question, FALSE, MER_ANSWER_OTHER), answers[i].asked,
                           answers[i].positive, reached);
    }
}
