/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Settles which column is what, once each has its proposals. The rule is caution: what two
 * columns claim, or what might be two things, is left for the user to decide. */
#include "config.h"

#include <string.h>

#include "import/mer-recognizer.h"

/* A claim this far behind another for the same code is no claim; behind a strong one, or one
 * that is no more than possible behind one that is certain, this far. */
#define FAR_BEHIND 25
#define STRONG 80
#define BEHIND_STRONG 15
#define BEHIND_SURE 10
/* So alike to a column that is certain that its answers may belong there too. */
#define TWIN 85
/* An equal wording decides, unless another is equal but for a word that means nothing. */
#define NO_TWIN 5

MerColumnProposal *
mer_column_proposal_new (const char *code,
                         const char *title,
                         guint       similarity)
{
  MerColumnProposal *self = g_new0 (MerColumnProposal, 1);

  self->code = g_strdup (code);
  self->title = g_strdup (title);
  self->similarity = similarity;
  self->item = -1;
  self->single = TRUE;
  return self;
}

void
mer_column_proposal_free (MerColumnProposal *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->title);
  g_free (self->apart_code);
  g_free (self->apart_title);
  g_free (self);
}

void
mer_column_propose (GPtrArray         *proposals,
                    MerColumnProposal *proposal)
{
  for (guint i = 0; i < proposals->len; i++)
    {
      MerColumnProposal *other = proposals->pdata[i];

      if (strcmp (other->code, proposal->code) != 0)
        continue;
      if (proposal->similarity > other->similarity)
        {
          proposals->pdata[i] = g_steal_pointer (&proposal);
          mer_column_proposal_free (other);
        }
      mer_column_proposal_free (proposal);
      return;
    }
  g_ptr_array_add (proposals, proposal);
}

/* --- one column by itself --------------------------------------------------------- */

static int
compare_proposals (gconstpointer a,
                   gconstpointer b)
{
  const MerColumnProposal *first = *(const MerColumnProposal *const *) a;
  const MerColumnProposal *second = *(const MerColumnProposal *const *) b;

  if (first->similarity != second->similarity)
    return first->similarity > second->similarity ? -1 : 1;
  return strcmp (first->code, second->code);
}

static void
set_extra (MerImportColumn *column)
{
  column->state = MER_COLUMN_EXTRA;
  column->similarity = 0;
  column->item = -1;
  column->new_item = FALSE;
  g_clear_pointer (&column->code, g_free);
  g_clear_pointer (&column->title, g_free);
  g_clear_pointer (&column->rival, g_free);
}

static void
take_proposal (MerImportColumn         *column,
               const MerColumnProposal *proposal,
               MerColumnState           state)
{
  set_extra (column);
  column->code = g_strdup (proposal->code);
  column->title = g_strdup (proposal->title);
  column->similarity = proposal->similarity;
  column->item = proposal->item;
  column->new_item = proposal->new_item;
  column->state = state;
}

/* What a column is as far as its own header tells. */
static void
judge (MerImportColumn *column,
       GPtrArray       *proposals)
{
  const MerColumnProposal *best, *second;
  guint                    ahead;

  set_extra (column);
  if (proposals->len == 0)
    return;
  g_ptr_array_sort (proposals, compare_proposals);
  best = proposals->pdata[0];
  second = proposals->len > 1 ? proposals->pdata[1] : NULL;
  ahead = best->similarity - (second != NULL ? second->similarity : 0);
  if (best->similarity == 100 && ahead >= NO_TWIN)
    take_proposal (column, best, MER_COLUMN_EXACT);
  else if (best->similarity >= MER_LIKENESS_SURE && ahead >= MER_LIKENESS_MARGIN)
    take_proposal (column, best, MER_COLUMN_SIMILAR);
  else if (best->similarity >= MER_LIKENESS_MAYBE)
    {
      take_proposal (column, best, MER_COLUMN_DECIDE);
      column->rival = ahead < MER_LIKENESS_MARGIN &&
                          second != NULL
                        ? g_strdup (second->title)
                        : NULL;
    }
}

/* --- columns against each other ----------------------------------------------------- */

/* The column that holds a code for certain by its wording or by hand, other than `except`. */
static MerImportColumn *
find_holder (GPtrArray             *columns,
             const char            *code,
             const MerImportColumn *except)
{
  for (guint i = 0; i < columns->len; i++)
    {
      MerImportColumn *column = columns->pdata[i];

      if (column != except && column->state == MER_COLUMN_EXACT && strcmp (column->code, code) == 0)
        return column;
    }
  return NULL;
}

/* Takes away from a column's proposals what another column holds for certain, unless its own
 * header is nearly the same: then both may hold answers to one question. The likeness of the
 * best that went. */
static guint
drop_taken (GPtrArray       *columns,
            MerImportColumn *column,
            GPtrArray       *proposals)
{
  guint best = 0;

  for (guint i = proposals->len; i > 0; i--)
    {
      const MerColumnProposal *proposal = proposals->pdata[i - 1];

      if ((proposal->similarity >= TWIN && proposal->single) ||
          find_holder (columns, proposal->code, column) == NULL)
        continue;
      best = MAX (best, proposal->similarity);
      g_ptr_array_remove_index (proposals, i - 1);
    }
  return best;
}

static const MerColumnProposal *
proposal_for (GPtrArray  *proposals,
              const char *code)
{
  for (guint i = 0; proposals != NULL && i < proposals->len; i++)
    {
      const MerColumnProposal *proposal = proposals->pdata[i];

      if (strcmp (proposal->code, code) == 0)
        return proposal;
    }
  return NULL;
}

/* Operators split an item that the list holds as one («электронные сервисы»): one column keeps
 * it, the other is an item of its own. Equal headers are no split. */
static gboolean
set_apart (MerImportColumn         *a,
           const MerColumnProposal *pa,
           MerImportColumn         *b,
           const MerColumnProposal *pb)
{
  gboolean                 keeps_b = pb->rank < pa->rank || (pb->rank == pa->rank &&
                                             pb->similarity > pa->similarity);
  MerImportColumn         *column = keeps_b ? a : b;
  const MerColumnProposal *proposal = keeps_b ? pa : pb;

  if (pa->apart_code == NULL || pb->apart_code == NULL ||
      strcmp (pa->apart_code, pb->apart_code) == 0)
    return FALSE;
  take_proposal (column, proposal, MER_COLUMN_EXACT);
  g_free (column->code);
  g_free (column->title);
  column->code = g_strdup (proposal->apart_code);
  column->title = g_strdup (proposal->apart_title);
  column->similarity = 100;
  column->item = -1;
  column->new_item = TRUE;
  return TRUE;
}

/* What by itself would be certain beats what would not, and what is clearly more alike. */
static gboolean
beats (const MerColumnProposal *a,
       const MerColumnProposal *b)
{
  guint ahead = FAR_BEHIND;

  if (a->similarity >= MER_LIKENESS_SURE && b->similarity < MER_LIKENESS_SURE)
    ahead = BEHIND_SURE;
  else if (a->similarity >= STRONG)
    ahead = BEHIND_STRONG;
  return a->similarity >= b->similarity + ahead;
}

/* Two columns claim one code: the clearly better one has it, else neither. Columns given by
 * hand (no proposals) always win. */
static void
settle_pair (MerImportColumn *a,
             GPtrArray       *proposals_a,
             MerImportColumn *b,
             GPtrArray       *proposals_b)
{
  const MerColumnProposal *pa = proposal_for (proposals_a, a->code);
  const MerColumnProposal *pb = proposal_for (proposals_b, a->code);

  if (pa == NULL || pb == NULL)
    {
      if (pa != NULL)
        set_extra (a);
      if (pb != NULL)
        set_extra (b);
      return;
    }
  if (set_apart (a, pa, b, pb))
    return;
  if (pa->rank != pb->rank)
    set_extra (pa->rank > pb->rank ? a : b);
  else if (beats (pa, pb))
    set_extra (b);
  else if (beats (pb, pa))
    set_extra (a);
  else if (!pa->single && (strcmp (a->header, b->header) != 0 ||
                           g_str_has_prefix (a->code, MER_COLUMN_PROFILE)))
    set_extra (pa->similarity >= pb->similarity ? b : a);
  else
    {
      a->state = MER_COLUMN_DECIDE;
      b->state = MER_COLUMN_DECIDE;
    }
}

static void
settle_claims (GPtrArray *columns,
               GPtrArray *proposals)
{
  for (guint i = 0; i < columns->len; i++)
    {
      MerImportColumn *a = columns->pdata[i];

      for (guint j = i + 1; j < columns->len && a->code != NULL; j++)
        {
          MerImportColumn *b = columns->pdata[j];

          if (b->code != NULL && strcmp (a->code, b->code) == 0)
            settle_pair (a, proposals->pdata[i], b, proposals->pdata[j]);
        }
    }
}

void
mer_columns_settle (GPtrArray *columns,
                    GPtrArray *proposals)
{
  for (guint i = 0; i < columns->len; i++)
    {
      if (proposals->pdata[i] != NULL)
        judge (columns->pdata[i], proposals->pdata[i]);
    }
  for (guint i = 0; i < columns->len; i++)
    {
      MerImportColumn *column = columns->pdata[i];
      guint            taken;

      if (proposals->pdata[i] == NULL || column->state == MER_COLUMN_EXACT)
        continue;
      taken = drop_taken (columns, column, proposals->pdata[i]);
      judge (column, proposals->pdata[i]);
      /* What is left over because the others are taken is not certain for that. */
      if (column->state == MER_COLUMN_SIMILAR && column->similarity < taken + NO_TWIN)
        column->state = MER_COLUMN_DECIDE;
    }
  settle_claims (columns, proposals);
}
