/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns of the tables that bring other evidence: pairs of ready counts, «комфорт, опрошено»,
 * and values by code, «К1», «Показатель 1.1», «Итоговый балл». */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "import/mer-recognizer.h"
#include "methodology/mer-measure.h"

/* A code with its title behind it, «1.1 Соответствие информации …». */
#define WITH_TITLE 90
/* Columns of values from which a table is taken to be the operator's. */
#define ENOUGH_VALUES 3
/* Makes sure that other kinds, which count their columns, come behind. */
#define CERTAIN 1000

#define ASKED_SUFFIX "." MER_COLUMN_ASKED
#define POSITIVE_SUFFIX "." MER_COLUMN_POSITIVE

/* --- ready counts: a pair of columns a question ------------------------------------------ */

/* Which of a pair a header ends with: its code and where that part of the header begins; the
 * longest there is. NULL none. */
static const char *
find_pair_end (const char  *header,
               const char **tail)
{
  static const char *const codes[] = { MER_COLUMN_ASKED, MER_COLUMN_POSITIVE };
  gunichar                 before = 'a';

  for (const char *p = header; *p != '\0'; p = mer_utf8_next (p))
    {
      gunichar         c = g_utf8_get_char (p);
      gboolean         begins = g_unichar_isalnum (c) && !g_unichar_isalnum (before);
      g_autofree char *key = begins ? mer_header_key (p) : NULL;

      before = c;
      for (guint i = 0; begins && i < G_N_ELEMENTS (codes); i++)
        {
          *tail = p;
          if (mer_column_words_is (MER_BATCH_COUNTS, codes[i], key))
            return codes[i];
        }
    }
  return NULL;
}

/* The part of the header in front, without the marks that join it to the rest. */
static char *
head_of (const char *header,
         const char *tail)
{
  const char *end = tail;

  while (end > header)
    {
      const char *previous = g_utf8_prev_char (end);

      if (g_unichar_isalnum (g_utf8_get_char (previous)))
        break;
      end = previous;
    }
  return g_strndup (header, (gsize) (end - header));
}

static char *
pair_title (const char *question,
            const char *part)
{
  if (strcmp (part, MER_COLUMN_ASKED) == 0)
    /* Translators: a question, and that the column tells how many were asked it. */
    return g_strdup_printf (_("%s: asked"), question);
  /* Translators: a question, and that the column tells how many answered it positively. */
  return g_strdup_printf (_("%s: positively"), question);
}

static void
propose_pairs (MerQuestionRecognizer *questions,
               const char            *header,
               GPtrArray             *proposals)
{
  g_autoptr (GPtrArray) found =
    g_ptr_array_new_with_free_func ((GDestroyNotify) mer_column_proposal_free);
  const char      *tail = NULL;
  const char      *part = find_pair_end (header, &tail);
  g_autofree char *head = part != NULL ? head_of (header, tail) : NULL;

  if (head == NULL || *head == '\0')
    return;
  mer_question_recognizer_propose (questions, head, found);
  for (guint i = 0; i < found->len; i++)
    {
      const MerColumnProposal *question = found->pdata[i];
      g_autofree char         *code = g_strconcat (question->code, ".", part, NULL);
      g_autofree char         *title = pair_title (question->title, part);

      mer_column_propose (proposals, mer_column_proposal_new (code, title, question->similarity));
    }
}

int
mer_evidence_find_question (MerQuestionRecognizer *questions,
                            const MerMethodology  *methodology,
                            const char            *text)
{
  g_autoptr (GPtrArray) found =
    g_ptr_array_new_with_free_func ((GDestroyNotify) mer_column_proposal_free);
  const MerColumnProposal *best = NULL;
  guint                    second = 0;

  mer_question_recognizer_propose (questions, text, found);
  for (guint i = 0; i < found->len; i++)
    {
      const MerColumnProposal *proposal = found->pdata[i];

      if (best != NULL && proposal->similarity <= best->similarity)
        {
          second = MAX (second, proposal->similarity);
          continue;
        }
      second = best != NULL ? best->similarity : 0;
      best = proposal;
    }
  if (best == NULL || best->similarity < MER_LIKENESS_SURE ||
      (best->similarity < 100 && best->similarity < second + MER_LIKENESS_MARGIN) ||
      best->similarity == second)
    return -1;
  return mer_methodology_find_question (methodology, best->code);
}

/* --- values by code ---------------------------------------------------------------------- */

/* A header's key without the words that only say that it is a value, and what they were. */
typedef struct
{
  char       *key;
  const char *rest;
  gboolean    criterion; /* «критерий» stood in front */
} ValueHeader;

static gboolean
skip_word (ValueHeader *self,
           const char  *beginning)
{
  const char *space = strchr (self->rest, ' ');

  if (space == NULL || !g_str_has_prefix (self->rest, beginning))
    return FALSE;
  self->rest = space + 1;
  return TRUE;
}

static void
value_header_init (ValueHeader *self,
                   const char  *header)
{
  static const char *const noise[] = { "показател", "индикатор", "значени", "балл", "оценк",
                                       "по ", "пок ", "п ", "итог" };
  gboolean                 more = TRUE;

  self->key = mer_header_key (header);
  self->rest = self->key;
  self->criterion = FALSE;
  while (more)
    {
      gboolean criterion = skip_word (self, "крит");

      more = criterion;
      self->criterion |= criterion;
      for (guint i = 0; !more && i < G_N_ELEMENTS (noise); i++)
        more = skip_word (self, noise[i]);
    }
}

/* 100: the code alone; less: the code with words behind it; 0: another. */
static guint
compare_code (const char *rest,
              const char *code)
{
  g_autofree char *key = mer_header_key (code);
  gsize            length = strlen (key);

  if (!g_str_has_prefix (rest, key))
    return 0;
  if (rest[length] == '\0')
    return 100;
  return rest[length] == ' ' && !g_ascii_isdigit (rest[length + 1]) ? WITH_TITLE : 0;
}

static guint
compare_title (const char *key,
               const char *title)
{
  g_autofree char *other = title != NULL ? mer_header_key (title) : NULL;

  return other != NULL && *other != '\0' && strcmp (other, key) == 0 ? 100 : 0;
}

static gboolean
is_total (const char *key)
{
  static const char *const wordings[] = {
    "s", "итог", "итого", "итоговый балл", "общий балл", "итоговая оценка", "общая оценка", "балл",
    "сумма баллов", "итоговое значение", "итоговый показатель", "общий показатель",
    "показатель оценки качества", "итого баллов", "общее количество баллов", "всего баллов",
    "интегральный показатель", "рейтинговый балл", "total", "score", "итоговый балл s",
    "общий балл s", "балл s"
  };

  for (guint i = 0; i < G_N_ELEMENTS (wordings); i++)
    {
      if (strcmp (wordings[i], key) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
propose_value (GPtrArray  *proposals,
               const char *code,
               const char *title,
               guint       similarity)
{
  if (similarity > 0)
    mer_column_propose (proposals, mer_column_proposal_new (code, title, similarity));
}

/* «К1», «K1», «Критерий 1», «1 критерий», or the criterion's own words. */
static guint
compare_criterion (const ValueHeader  *header,
                   const MerCriterion *criterion,
                   guint               index)
{
  g_autofree char *number = g_strdup_printf ("%u", index + 1);
  g_autofree char *ordinal = g_strconcat (number, " критерий", NULL);
  guint            similarity = MAX (compare_code (header->rest, criterion->code),
                                     compare_code (header->rest, criterion->symbol));

  if (header->criterion)
    similarity = MAX (similarity, compare_code (header->rest, number));
  similarity = MAX (similarity, compare_code (header->key, ordinal));
  similarity = MAX (similarity, compare_title (header->rest, criterion->title));
  similarity = MAX (similarity, compare_title (header->rest, criterion->full_title));
  return MAX (similarity, compare_title (header->rest, criterion->short_title));
}

/* 100: «1.1 Полнота сведений», the code and its own words behind it. */
static guint
compare_code_title (const char *rest,
                    const char *code,
                    const char *title)
{
  g_autofree char *both = title != NULL ? g_strdup_printf ("%s %s", code, title) : NULL;

  return compare_title (rest, both);
}

static void
propose_indicators (const ValueHeader  *header,
                    const MerCriterion *criterion,
                    gboolean            points,
                    GPtrArray          *proposals)
{
  for (guint i = 0; i < criterion->indicators->len; i++)
    {
      const MerIndicator *indicator = criterion->indicators->pdata[i];
      guint               similarity = compare_code (header->rest, indicator->code);

      if (points && !mer_indicator_is_typed (indicator))
        continue;
      similarity = MAX (similarity, compare_title (header->rest, indicator->title));
      similarity = MAX (similarity, compare_title (header->rest, indicator->full_title));
      similarity = MAX (similarity, compare_code_title (header->rest, indicator->code,
                                                        indicator->title));
      propose_value (proposals, indicator->code, indicator->title,
                     MAX (similarity, compare_title (header->rest, indicator->short_title)));
    }
  for (guint i = 0; !points && i < criterion->calculated->len; i++)
    {
      const MerCalculated *calculated = criterion->calculated->pdata[i];

      propose_value (proposals, calculated->code, calculated->title,
                     compare_code (header->rest, calculated->code));
    }
}

/* `points`: of indicators whose points an expert gives, and of nothing else. */
static void
propose_values (const MerMethodology *methodology,
                const char           *header,
                gboolean              points,
                GPtrArray            *proposals)
{
  ValueHeader value;

  value_header_init (&value, header);
  if (!points && is_total (value.key))
    propose_value (proposals, "S", _("Score"), 100);
  for (guint i = 0; i < methodology->criteria->len; i++)
    {
      const MerCriterion *criterion = methodology->criteria->pdata[i];

      if (!points)
        propose_value (proposals, criterion->code, criterion->title,
                       compare_criterion (&value, criterion, i));
      if (!value.criterion)
        propose_indicators (&value, criterion, points, proposals);
    }
  g_free (value.key);
}

/* What a code of the operator's values is called: (transfer none) (nullable). */
static const char *
value_title (const MerMethodology *methodology,
             const char           *code)
{
  if (strcmp (code, "S") == 0)
    return _("Score");
  for (guint i = 0; methodology != NULL && i < methodology->criteria->len; i++)
    {
      const MerCriterion *criterion = methodology->criteria->pdata[i];

      if (strcmp (criterion->code, code) == 0)
        return criterion->title;
      for (guint j = 0; j < criterion->indicators->len; j++)
        {
          const MerIndicator *indicator = criterion->indicators->pdata[j];

          if (strcmp (indicator->code, code) == 0)
            return indicator->title;
        }
      for (guint j = 0; j < criterion->calculated->len; j++)
        {
          const MerCalculated *calculated = criterion->calculated->pdata[j];

          if (strcmp (calculated->code, code) == 0)
            return calculated->title;
        }
    }
  return NULL;
}

/* --- all of them --------------------------------------------------------------------------- */

void
mer_evidence_columns_propose (const MerRecognitionRequest *request,
                              MerQuestionRecognizer       *questions,
                              const char                  *header,
                              GPtrArray                   *proposals)
{
  if (request->kind == MER_BATCH_COUNTS)
    propose_pairs (questions, header, proposals);
  else if (request->kind == MER_BATCH_VALUES || request->kind == MER_BATCH_POINTS)
    propose_values (request->methodology, header, request->kind == MER_BATCH_POINTS, proposals);
}

char *
mer_evidence_columns_title (MerBatchKind          kind,
                            const MerMethodology *methodology,
                            const char           *code)
{
  g_autofree char *question = NULL;
  const char      *dot = strrchr (code, '.');
  int              index = -1;

  if (kind == MER_BATCH_VALUES || kind == MER_BATCH_POINTS)
    return g_strdup (value_title (methodology, code));
  if (kind != MER_BATCH_COUNTS || dot == NULL ||
      (strcmp (dot, ASKED_SUFFIX) != 0 && strcmp (dot, POSITIVE_SUFFIX) != 0))
    return NULL;
  question = g_strndup (code, (gsize) (dot - code));
  index = mer_methodology_find_question (methodology, question);
  return index >= 0 ? pair_title (mer_question_title (methodology->questions->pdata[index]),
                                  dot + 1)
                    : NULL;
}

/* Codes of the operator's values in the order of a scores table. */
static void
add_value_codes (const MerMethodology *methodology,
                 GStrvBuilder         *codes)
{
  for (guint i = 0; i < methodology->criteria->len; i++)
    {
      const MerCriterion *criterion = methodology->criteria->pdata[i];

      for (guint j = 0; j < criterion->indicators->len; j++)
        g_strv_builder_add (codes, ((MerIndicator *) criterion->indicators->pdata[j])->code);
      for (guint j = 0; j < criterion->calculated->len; j++)
        g_strv_builder_add (codes, ((MerCalculated *) criterion->calculated->pdata[j])->code);
    }
  for (guint i = 0; i < methodology->criteria->len; i++)
    g_strv_builder_add (codes, ((MerCriterion *) methodology->criteria->pdata[i])->code);
  g_strv_builder_add (codes, "S");
}

static void
add_point_codes (const MerMethodology *methodology,
                 GStrvBuilder         *codes)
{
  g_autoptr (GPtrArray) indicators = mer_methodology_indicators (methodology);

  for (guint i = 0; i < indicators->len; i++)
    {
      if (mer_indicator_is_typed (indicators->pdata[i]))
        g_strv_builder_add (codes, ((MerIndicator *) indicators->pdata[i])->code);
    }
}

static void
add_pair_codes (const MerMethodology *methodology,
                GStrvBuilder         *codes)
{
  for (guint i = 0; i < methodology->questions->len; i++)
    {
      const MerQuestion *question = methodology->questions->pdata[i];
      g_autofree char   *asked = g_strconcat (question->code, ASKED_SUFFIX, NULL);
      g_autofree char   *positive = g_strconcat (question->code, POSITIVE_SUFFIX, NULL);

      g_strv_builder_add (codes, asked);
      g_strv_builder_add (codes, positive);
    }
}

GStrv
mer_evidence_columns_codes (MerBatchKind          kind,
                            const MerMethodology *methodology)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();

  if (kind == MER_BATCH_VALUES)
    add_value_codes (methodology, codes);
  else if (kind == MER_BATCH_POINTS)
    add_point_codes (methodology, codes);
  else if (kind == MER_BATCH_COUNTS)
    add_pair_codes (methodology, codes);
  return g_strv_builder_end (codes);
}

static gboolean
has_code (const GPtrArray *columns,
          const char      *code)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const MerImportColumn *column = columns->pdata[i];

      if (column->code != NULL && column->state != MER_COLUMN_DECIDE &&
          strcmp (column->code, code) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
need (const MerRecognitionRequest *request,
      const GPtrArray             *columns,
      const char                  *code,
      GStrvBuilder                *missing)
{
  if (!has_code (columns, code))
    g_strv_builder_add (missing, mer_column_words_title (request->kind, code));
}

/* Each pair must be whole; a table without one needs the three columns of a long table. */
static void
find_missing_counts (const MerRecognitionRequest *request,
                     const GPtrArray             *columns,
                     GStrvBuilder                *missing)
{
  const GPtrArray *questions = request->methodology->questions;
  gboolean         wide = FALSE;

  for (guint i = 0; i < questions->len; i++)
    {
      const MerQuestion *question = questions->pdata[i];
      g_autofree char   *asked = g_strconcat (question->code, ASKED_SUFFIX, NULL);
      g_autofree char   *positive = g_strconcat (question->code, POSITIVE_SUFFIX, NULL);
      gboolean           has_asked = has_code (columns, asked);
      gboolean           has_positive = has_code (columns, positive);
      g_autofree char   *title = NULL;

      wide |= has_asked || has_positive;
      if (has_asked == has_positive)
        continue;
      title = pair_title (mer_question_title (question),
                          has_asked ? MER_COLUMN_POSITIVE : MER_COLUMN_ASKED);
      g_strv_builder_add (missing, title);
    }
  if (wide)
    return;
  need (request, columns, MER_COLUMN_QUESTION, missing);
  need (request, columns, MER_COLUMN_ASKED, missing);
  need (request, columns, MER_COLUMN_POSITIVE, missing);
}

static guint
count_values (const GPtrArray *columns,
              gboolean         only_exact)
{
  guint n = 0;

  for (guint i = 0; i < columns->len; i++)
    {
      const MerImportColumn *column = columns->pdata[i];

      n += column->code != NULL && column->state != MER_COLUMN_DECIDE &&
           strcmp (column->code, MER_COLUMN_ORGANIZATION) != 0 &&
           (!only_exact || column->state == MER_COLUMN_EXACT);
    }
  return n;
}

void
mer_evidence_columns_find_missing (const MerRecognitionRequest *request,
                                   const GPtrArray             *columns,
                                   GStrvBuilder                *missing)
{
  if (request->kind == MER_BATCH_COUNTS)
    find_missing_counts (request, columns, missing);
  else if (request->kind == MER_BATCH_VALUES && count_values (columns, FALSE) == 0)
    g_strv_builder_add (missing, _("values of indicators"));
  else if (request->kind == MER_BATCH_POINTS && count_values (columns, FALSE) == 0)
    g_strv_builder_add (missing, _("points of indicators that an expert gives"));
  else if (request->kind == MER_BATCH_FACTS)
    {
      if (!has_code (columns, MER_COLUMN_LINK))
        need (request, columns, MER_COLUMN_SOURCE, missing);
      need (request, columns, MER_COLUMN_TEXT, missing);
    }
  else if (request->kind == MER_BATCH_RECIPIENTS)
    need (request, columns, MER_COLUMN_RECIPIENTS, missing);
}

guint
mer_evidence_columns_weigh (const MerRecognition *recognition,
                            gboolean              has_registry)
{
  guint n = count_values (recognition->columns, TRUE);

  if (!mer_recognition_check (recognition, NULL))
    return 0;
  switch (recognition->kind)
    {
    case MER_BATCH_COUNTS:
      return CERTAIN + n;
    case MER_BATCH_VALUES:
      return n >= ENOUGH_VALUES ? CERTAIN + n : 0;
    case MER_BATCH_POINTS:
      /* the same codes: where all are of experts, they are what an expert sent; and so are few of
       * them that stand beside nothing but the organization */
      return n == count_values (recognition->columns, FALSE) && n > 0 &&
                 (n >= ENOUGH_VALUES || n + 1 == recognition->columns->len)
               ? CERTAIN + n + 1
               : 0;
    case MER_BATCH_FACTS:
      return n + 1;
    case MER_BATCH_RECIPIENTS:
      /* a registry says more of its organizations, and comes first */
      return has_registry ? n + 2 : 0;
    case MER_BATCH_ORGANIZATIONS:
    case MER_BATCH_CHECKLIST:
    case MER_BATCH_SURVEY:
    default:
      return 0;
    }
}
