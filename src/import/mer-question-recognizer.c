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

void
mer_question_recognizer_propose (MerQuestionRecognizer *self,
                                 const MerWording      *header,
                                 GPtrArray             *proposals)
{
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
}
