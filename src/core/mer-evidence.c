/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Counts and marks of one organization: plain memory, filled once, then read only. */

#include "core/mer-evidence.h"

/**
 * mer_tally_new:
 * @n_questions: questions of the methodology
 *
 * Returns: (transfer full): a tally of no questionnaire
 */
MerTally *
mer_tally_new (guint n_questions)
{
  MerTally *self = g_malloc0 (sizeof (MerTally) + n_questions * sizeof (MerQuestionTally));

  self->n_questions = n_questions;
  return self;
}

static void
add_counts (guint32       *sums,
            const guint32 *more)
{
  for (guint code = 0; code < MER_ANSWER_MAX_CODES; code++)
    sums[code] += more[code];
}

/**
 * mer_tally_add:
 * @self: grows
 * @other: a tally of as many questions
 */
void
mer_tally_add (MerTally       *self,
               const MerTally *other)
{
  g_return_if_fail (self->n_questions == other->n_questions);

  self->n += other->n;
  for (guint i = 0; i < self->n_questions; i++)
    {
      add_counts (self->questions[i].count, other->questions[i].count);
      add_counts (self->questions[i].passed, other->questions[i].passed);
      self->questions[i].asked += other->questions[i].asked;
      self->questions[i].positive += other->questions[i].positive;
      self->questions[i].reached += other->questions[i].reached;
    }
}

static void
grow (guint32 *sum,
      guint32  more)
{
  *sum = more > G_MAXUINT32 - *sum ? G_MAXUINT32 : *sum + more;
}

/**
 * mer_tally_add_ready:
 * @self: grows
 * @question: index
 * @positive_code: code of the answers that are positive
 * @other_code: code of the rest
 * @asked: how many were asked
 * @positive: how many of them answered positively
 * @reached: how many respondents stand behind it, at least @asked
 *
 * Adds a ready count. The number of questionnaires stays what it is.
 */
void
mer_tally_add_ready (MerTally *self,
                     guint     question,
                     guint     positive_code,
                     guint     other_code,
                     guint32   asked,
                     guint32   positive,
                     guint32   reached)
{
  MerQuestionTally *tally = NULL;

  g_return_if_fail (question < self->n_questions && positive <= asked);
  g_return_if_fail (positive_code < MER_ANSWER_MAX_CODES && other_code < MER_ANSWER_MAX_CODES);

  tally = &self->questions[question];
  grow (&tally->count[positive_code], positive);
  grow (&tally->passed[positive_code], positive);
  grow (&tally->count[other_code], asked - positive);
  grow (&tally->passed[other_code], asked - positive);
  grow (&tally->asked, asked);
  grow (&tally->positive, positive);
  grow (&tally->reached, MAX (asked, reached));
}

/**
 * mer_tally_is_empty:
 * @self: a tally
 *
 * Returns: whether there is neither a questionnaire nor a ready count
 */
gboolean
mer_tally_is_empty (const MerTally *self)
{
  for (guint i = 0; self->n == 0 && i < self->n_questions; i++)
    {
      if (self->questions[i].asked > 0)
        return FALSE;
    }
  return self->n == 0;
}

/**
 * mer_cycle_item_free:
 * @self: (transfer full) (nullable): an item
 */
void
mer_cycle_item_free (MerCycleItem *self)
{
  if (self == NULL)
    return;
  g_free (self->place);
  g_free (self->code);
  g_free (self->text);
  g_free (self);
}

/**
 * mer_evidence_new:
 * @organization_id: whose
 * @n_questions: questions of the methodology
 * @n_marks: items of the cycle's checklist
 *
 * Returns: (transfer full): evidence without any answer or mark
 */
MerEvidence *
mer_evidence_new (gint64 organization_id,
                  guint  n_questions,
                  guint  n_marks)
{
  MerEvidence *self = g_new0 (MerEvidence, 1);

  self->organization_id = organization_id;
  self->tally = mer_tally_new (n_questions);
  self->n_marks = n_marks;
  self->marks = g_new0 (MerMark, n_marks);
  self->sources = g_array_new (FALSE, TRUE, sizeof (MerEvidenceSource));
  self->points = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * mer_evidence_set_point:
 * @self: evidence that nobody else sees yet
 * @code: of an indicator
 * @value: what the expert gave
 * @source: where that stands
 */
void
mer_evidence_set_point (MerEvidence             *self,
                        const char              *code,
                        const MerRational       *value,
                        const MerEvidenceSource *source)
{
  const char     *interned = g_intern_string (code);
  MerExpertPoint *point = NULL;

  g_return_if_fail (value->big == NULL && value->num >= 0);

  for (guint i = 0; point == NULL && i < self->points->len; i++)
    if (((MerExpertPoint *) self->points->pdata[i])->code == interned)
      point = self->points->pdata[i];
  if (point == NULL)
    {
      point = g_new0 (MerExpertPoint, 1);
      g_ptr_array_add (self->points, point);
    }
  *point = (MerExpertPoint){ interned, *value, *source };
}

/**
 * mer_evidence_free:
 * @self: (transfer full) (nullable): evidence
 */
void
mer_evidence_free (MerEvidence *self)
{
  if (self == NULL)
    return;
  mer_tally_free (self->tally);
  g_free (self->marks);
  g_array_unref (self->sources);
  g_ptr_array_unref (self->points);
  g_free (self);
}
