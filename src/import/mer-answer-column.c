/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Understands the spellings of answers. */

#include "config.h"

#include "import/mer-answer-column.h"

#include "core/mer-name.h"
#include "import/mer-raw-key.h"

/* Longer cells are no answer to a question with options. */
#define MAX_ANSWER_LENGTH 400

typedef struct
{
  char    *folded;
  guint    code;
  gboolean positive;
  gboolean unsure;
  gboolean is_variant;
} MerAnswerOption;

/* Words that take a «Да» back. */
static const char *const reservations[] = { "но", "не", "нет", "частично", "отчасти", NULL };

/* Words that make of «Нет» something else when nothing stands between: «Нет претензий». */
static const char *const lacked[] = { "ответа", "ответов", "данных", "сведений", "информации",
                                      "мнения", "опыта", "возможности", "времени", "вопросов",
                                      "претензий", "замечаний", "нареканий", "жалоб", "проблем",
                                      "предложений", "недостатков", "слов", NULL };

/* What programs write where nothing was answered. */
static const char *const no_answers[] = { "нет ответа", "без ответа", "ответа нет", "no answer",
                                          NULL };

static void
option_clear (gpointer data)
{
  MerAnswerOption *self = data;

  g_free (self->folded);
}

static gboolean
is_punctuation (char c)
{
  return c != 0 && strchr (" ,;:!?()/\\.", c) != NULL;
}

/* Folded, and without the marks that folding leaves at the ends. */
static char *
fold_answer (const char *text,
             gsize       length)
{
  char *folded = mer_name_fold (text, (gssize) length);
  gsize start = 0;
  gsize end = strlen (folded);

  while (end > 0 && is_punctuation (folded[end - 1]))
    end--;
  while (start < end && is_punctuation (folded[start]))
    start++;
  memmove (folded, folded + start, end - start);
  folded[end - start] = 0;
  return folded;
}

static void
add_option (MerAnswerColumn *self,
            const char      *text,
            const MerOption *of,
            guint            code)
{
  MerAnswerOption option = { fold_answer (text, strlen (text)), code, of->positive, of->unsure,
                             text != of->text };

  if (*option.folded == 0)
    g_free (option.folded);
  else
    g_array_append_val (self->options, option);
}

static guint
spelling_hash (gconstpointer data)
{
  const MerAnswerSpelling *self = data;
  guint64                  hash = mer_raw_hash (self->text, self->length);

  return (guint) (hash ^ hash >> 32);
}

static gboolean
spelling_equal (gconstpointer a,
                gconstpointer b)
{
  const MerAnswerSpelling *first = a;
  const MerAnswerSpelling *second = b;

  return first->length == second->length && memcmp (first->text, second->text, first->length) == 0;
}

static void
spelling_free (gpointer data)
{
  MerAnswerSpelling *self = data;

  g_free (self->text);
  g_free (self);
}

MerAnswerColumn *
mer_answer_column_new (const MerQuestion *question)
{
  static const char nothing[MER_NEAR_SLACK] = { 0 };
  const MerCell     blank = { nothing, 0 };
  MerAnswerColumn  *self = g_new0 (MerAnswerColumn, 1);

  mer_near_spellings_init (&self->near);
  mer_near_spellings_add (&self->near, &blank, MER_ANSWER_BLANK);
  self->options = g_array_new (FALSE, FALSE, sizeof (MerAnswerOption));
  g_array_set_clear_func (self->options, option_clear);
  self->decided = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->spellings = g_hash_table_new_full (spelling_hash, spelling_equal, spelling_free, NULL);
  for (guint i = 0; i < question->options->len; i++)
    {
      const MerOption *option = g_ptr_array_index (question->options, i);
      guint            code = MER_ANSWER_FIRST_OPTION + i;

      add_option (self, option->text, option, code);
      for (guint j = 0; option->variants != NULL && option->variants[j] != NULL; j++)
        add_option (self, option->variants[j], option, code);
    }
  return self;
}

void
mer_answer_column_free (MerAnswerColumn *self)
{
  if (self == NULL)
    return;
  mer_near_spellings_clear (&self->near);
  g_array_unref (self->options);
  g_hash_table_unref (self->decided);
  g_hash_table_unref (self->spellings);
  g_free (self->rest.text);
  g_free (self);
}

/* By which spellings are decided: folded, but a dash, of which folding leaves nothing, as it is
 * written. Empty for blanks, which nothing can decide. */
static char *
decision_key (const char *text,
              gsize       length)
{
  g_autofree char *folded = fold_answer (text, length);

  return *folded != 0 ? g_steal_pointer (&folded) : g_strstrip (g_strndup (text, length));
}

void
mer_answer_column_decide (MerAnswerColumn *self,
                          const char      *spelling,
                          guint            code)
{
  char *key = decision_key (spelling, strlen (spelling));

  if (*key == 0)
    g_free (key);
  else
    g_hash_table_replace (self->decided, key, GUINT_TO_POINTER (code + 1));
}

int
mer_answer_column_option_code (const MerQuestion *question,
                               const char        *option)
{
  g_autofree char *wanted = mer_name_fold (option, -1);

  if (*option == 0)
    return MER_ANSWER_BLANK;
  for (guint i = 0; i < question->options->len; i++)
    {
      const MerOption *there = g_ptr_array_index (question->options, i);
      g_autofree char *text = mer_name_fold (there->text, -1);

      if (g_str_equal (text, wanted))
        return (int) (MER_ANSWER_FIRST_OPTION + i);
    }
  return g_str_equal (option, "other") ? MER_ANSWER_OTHER : -1;
}

/* Whether words stand in a text, between its ends and marks. */
static gboolean
stands_in (const char *text,
           const char *words)
{
  gsize length = strlen (words);

  for (const char *at = strstr (text, words); at != NULL; at = strstr (at + 1, words))
    {
      if ((at == text || is_punctuation (at[-1])) &&
          (at[length] == 0 || is_punctuation (at[length])))
        return TRUE;
    }
  return FALSE;
}

/* Whether what follows an option leaves it as it is. */
static gboolean
confirms (const MerAnswerColumn *self,
          const MerAnswerOption *option,
          const char            *rest)
{
  g_auto (GStrv) words = g_strsplit_set (rest, " ,;:!?()/\\.", -1);

  if (!option->positive && *rest == ' ' && g_strv_contains (lacked, words[1]))
    return FALSE;
  for (guint i = 0; option->positive && words[i] != NULL; i++)
    {
      if (g_strv_contains (reservations, words[i]))
        return FALSE;
    }
  /* Of the others only what they are called: «Нет, не пользовался» has a variant of «Да» in it. */
  for (guint i = 0; i < self->options->len; i++)
    {
      const MerAnswerOption *other = &g_array_index (self->options, MerAnswerOption, i);

      if (other->code != option->code && (!other->is_variant || other->unsure) &&
          stands_in (rest, other->folded))
        return FALSE;
    }
  return TRUE;
}

guint
mer_answer_column_understand (const MerAnswerColumn *self,
                              const char            *text,
                              gsize                  length)
{
  g_autofree char       *folded = NULL;
  g_autofree char       *key = NULL;
  const MerAnswerOption *best = NULL;
  guint                  decided;

  if (length > MAX_ANSWER_LENGTH)
    return MER_ANSWER_OTHER;
  folded = fold_answer (text, length);
  key = decision_key (text, length);
  decided = GPOINTER_TO_UINT (g_hash_table_lookup (self->decided, key));
  if (decided > 0)
    return decided - 1;
  if (*folded == 0)
    return MER_ANSWER_BLANK;
  for (guint i = 0; i < self->options->len; i++)
    {
      const MerAnswerOption *option = &g_array_index (self->options, MerAnswerOption, i);

      if (g_str_equal (option->folded, folded))
        return option->code;
      if (g_str_has_prefix (folded, option->folded) &&
          is_punctuation (folded[strlen (option->folded)]) &&
          (best == NULL || strlen (best->folded) < strlen (option->folded)))
        best = option;
    }
  if (best != NULL && confirms (self, best, folded + strlen (best->folded)))
    return best->code;
  return g_strv_contains (no_answers, folded) ? MER_ANSWER_BLANK : MER_ANSWER_OTHER;
}

static MerAnswerSpelling *
add_spelling (MerAnswerColumn *self,
              const MerCell   *cell,
              gint64           row)
{
  MerAnswerSpelling *spelling = g_new0 (MerAnswerSpelling, 1);

  spelling->length = cell->length;
  spelling->text = g_strndup (cell->text, cell->length);
  spelling->code = mer_answer_column_understand (self, cell->text, cell->length);
  spelling->first_row = row;
  g_hash_table_add (self->spellings, spelling);
  if (self->near.n < MER_NEAR_SPELLINGS)
    self->near_of[self->near.n] = spelling;
  mer_near_spellings_add (&self->near, cell, spelling->code);
  return spelling;
}

guint
mer_answer_column_look_up (MerAnswerColumn *self,
                           const MerCell   *cell,
                           gint64           row)
{
  MerAnswerSpelling  probe = { .length = cell->length };
  MerAnswerSpelling *spelling = NULL;
  g_autofree char   *text = g_strndup (cell->text, cell->length);

  probe.text = text;
  spelling = g_hash_table_lookup (self->spellings, &probe);
  if (spelling == NULL && cell->length <= MAX_ANSWER_LENGTH &&
      g_hash_table_size (self->spellings) < MER_ANSWER_MAX_SPELLINGS)
    spelling = add_spelling (self, cell, row);
  if (spelling == NULL)
    {
      spelling = &self->rest;
      spelling->code = mer_answer_column_understand (self, cell->text, cell->length);
      if (spelling->code == MER_ANSWER_OTHER && spelling->text == NULL)
        {
          spelling->text = g_steal_pointer (&text);
          spelling->first_row = row;
        }
    }
  if (spelling->code == MER_ANSWER_OTHER)
    spelling->count++;
  return spelling->code;
}

static int
compare_spellings (gconstpointer a,
                   gconstpointer b)
{
  const MerAnswerSpelling *first = a;
  const MerAnswerSpelling *second = b;

  return (first->first_row > second->first_row) - (first->first_row < second->first_row);
}

void
mer_answer_column_foreach_other (MerAnswerColumn *self,
                                 GFunc            func,
                                 gpointer         user_data)
{
  GList *all = g_list_sort (g_hash_table_get_keys (self->spellings), compare_spellings);

  for (const GList *item = all; item != NULL; item = item->next)
    {
      MerAnswerSpelling *spelling = item->data;
      if (spelling->code == MER_ANSWER_OTHER && spelling->count > 0)
        func (spelling, user_data);
    }
  if (self->rest.count > 0)
    func (&self->rest, user_data);
  g_list_free (all);
}
