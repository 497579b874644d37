/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which question of the methodology a header asks. */
#include "config.h"

#include <string.h>

#include "import/mer-recognizer.h"

struct _MerQuestionRecognizer
{
  const MerMethodology *methodology;
  MerWordingSet        *wordings;
};

const char *
mer_question_title (const MerQuestion *question)
{
  return question->short_text != NULL ? question->short_text : question->text;
}

MerQuestionRecognizer *
mer_question_recognizer_new (const MerMethodology *methodology)
{
  MerQuestionRecognizer *self = g_new0 (MerQuestionRecognizer, 1);

  self->methodology = methodology;
  self->wordings = mer_wording_set_new ();
  for (guint i = 0; i < methodology->questions->len; i++)
    {
      const MerQuestion *question = methodology->questions->pdata[i];

      mer_wording_set_add (self->wordings, i, question->text);
      mer_wording_set_add (self->wordings, i, question->short_text);
      for (guint j = 0; question->variants != NULL && question->variants[j] != NULL; j++)
        mer_wording_set_add (self->wordings, i, question->variants[j]);
    }
  return self;
}

void
mer_question_recognizer_free (MerQuestionRecognizer *self)
{
  if (self == NULL)
    return;
  mer_wording_set_free (self->wordings);
  g_free (self);
}

/* What one reading of a header may ask: (transfer full) */
static GPtrArray *
propose_reading (MerQuestionRecognizer *self,
                 const MerWording      *header)
{
  GPtrArray *proposals =
    g_ptr_array_new_with_free_func ((GDestroyNotify) mer_column_proposal_free);
  g_autoptr (GArray) likeness = mer_wording_set_compare (self->wordings, header);

  for (guint i = 0; i < likeness->len; i++)
    {
      const MerQuestion *question = self->methodology->questions->pdata[i];
      guint              similarity = g_array_index (likeness, guint, i);

      if (strcmp (header->key, question->code) == 0)
        similarity = 100;
      /* «Почему не удовлетворены …?» and «Не удовлетворены …?» are not the question, however
       * alike the words are, and one word («Телефон») is too little to go by. */
      if (similarity < 100 && (header->follow_up || header->negated || header->stems->len < 2))
        continue;
      if (similarity >= MER_LIKENESS_MAYBE)
        mer_column_propose (proposals, mer_column_proposal_new (question->code,
                                                                mer_question_title (question),
                                                                similarity));
    }
  return proposals;
}

/* The proposal that is certain by itself, NULL when none is. */
static const MerColumnProposal *
find_certain (GPtrArray *proposals)
{
  const MerColumnProposal *best = NULL;
  guint                    second = 0;

  for (guint i = 0; i < proposals->len; i++)
    {
      const MerColumnProposal *proposal = proposals->pdata[i];

      if (best != NULL && proposal->similarity <= best->similarity)
        {
          second = MAX (second, proposal->similarity);
          continue;
        }
      second = best != NULL ? best->similarity : 0;
      best = proposal;
    }
  return best != NULL && best->similarity >= MER_LIKENESS_SURE &&
             best->similarity >= second + MER_LIKENESS_MARGIN
           ? best
           : NULL;
}

static gboolean
proposes (GPtrArray  *proposals,
          const char *code)
{
  for (guint i = 0; i < proposals->len; i++)
    {
      const MerColumnProposal *proposal = proposals->pdata[i];

      if (strcmp (proposal->code, code) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Replaces proposals of which none is certain by those of another reading that makes one of
 * them certain. */
static GPtrArray *
confirm (MerQuestionRecognizer *self,
         GPtrArray             *proposals,
         MerWording            *reading)
{
  g_autoptr (MerWording) wording = reading;
  g_autoptr (GPtrArray) other = NULL;
  const MerColumnProposal *certain;

  if (find_certain (proposals) != NULL)
    return proposals;
  other = propose_reading (self, wording);
  certain = find_certain (other);
  if (certain == NULL || !proposes (proposals, certain->code))
    return proposals;
  g_ptr_array_unref (proposals);
  return g_steal_pointer (&other);
}

/* The row of a grid question that asks by itself («Сайт [Пользовались ли Вы сайтом?]»); else
 * the whole header. */
static char *
asking_part (const char *header)
{
  g_autofree char *block = NULL, *item = NULL;
  g_autoptr (MerWording) wording = NULL;

  if (!mer_header_split (header, &block, &item))
    return g_strdup (header);
  wording = mer_wording_new (item);
  return wording->act != NULL && wording->stems->len >= 2 ? g_steal_pointer (&item)
                                                          : g_strdup (header);
}

void
mer_question_recognizer_propose (MerQuestionRecognizer *self,
                                 const char            *header,
                                 GPtrArray             *proposals)
{
  g_autofree char *text = asking_part (header);
  g_autoptr (MerWording) wording = mer_wording_new (text);
  g_autoptr (GPtrArray) found = propose_reading (self, wording);
  const char *colon = strchr (text, ':');

  found = confirm (self, found, mer_wording_new_whole (text));
  if (colon != NULL)
    {
      g_autofree char *head = g_strndup (text, (gsize) (colon - text));

      found = confirm (self, found, mer_wording_new (head));
    }
  while (found->len > 0)
    mer_column_propose (proposals, g_ptr_array_steal_index (found, found->len - 1));
}
