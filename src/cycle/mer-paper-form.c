/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A paper questionnaire while it is typed in. Invariant: a question that is skipped has no
 * answer that was given here, and the current place is never a skipped question. */
#include "config.h"

#include "cycle/mer-paper-form.h"

#include <string.h>

#include "core/mer-evidence.h"

#define DIGIT_KEYS 9
/* Of the options after the ninth; as many as a question can have. */
#define LETTERS_LATIN "abcde"
#define LETTERS_RUSSIAN "абвгд"

#define PACE_WINDOW (2 * 60 * G_USEC_PER_SEC)
#define PACE_PAUSE (G_USEC_PER_SEC * 60)

struct _MerPaperForm
{
  MerMethodology *methodology; /* owned */
  guint           n;
  guint           current;
  guint8         *codes;
  char           *comment; /* never NULL */
  /* as it was loaded */
  guint8 *old_codes;
  char   *old_comment;
};

/**
 * mer_paper_form_new:
 * @methodology: its questions are asked, in their order
 *
 * Returns: (transfer full): an empty questionnaire
 */
MerPaperForm *
mer_paper_form_new (MerMethodology *methodology)
{
  MerPaperForm *self = g_new0 (MerPaperForm, 1);

  self->methodology = mer_methodology_ref (methodology);
  self->n = methodology->questions->len;
  self->codes = g_new0 (guint8, self->n + 1);
  self->old_codes = g_new0 (guint8, self->n + 1);
  mer_paper_form_load (self, NULL, NULL);
  return self;
}

void
mer_paper_form_free (MerPaperForm *self)
{
  mer_methodology_unref (self->methodology);
  g_free (self->codes);
  g_free (self->comment);
  g_free (self->old_codes);
  g_free (self->old_comment);
  g_free (self);
}

guint
mer_paper_form_get_n_questions (const MerPaperForm *self)
{
  return self->n;
}

const guint8 *
mer_paper_form_get_codes (const MerPaperForm *self)
{
  return self->codes;
}

const char *
mer_paper_form_get_comment (const MerPaperForm *self)
{
  return self->comment;
}

void
mer_paper_form_set_comment (MerPaperForm *self,
                            const char   *comment)
{
  char *copy = g_strdup (comment != NULL ? comment : "");

  g_free (self->comment);
  self->comment = copy;
}

/**
 * mer_paper_form_load:
 * @self: a form
 * @codes: (nullable): answers of every question; %NULL: none yet
 * @comment: (nullable): what was written
 */
void
mer_paper_form_load (MerPaperForm *self,
                     const guint8 *codes,
                     const char   *comment)
{
  memset (self->codes, MER_ANSWER_BLANK, self->n);
  if (codes != NULL)
    memcpy (self->codes, codes, self->n);
  memcpy (self->old_codes, self->codes, self->n);
  mer_paper_form_set_comment (self, comment);
  g_free (self->old_comment);
  self->old_comment = g_strdup (self->comment);
  self->current = 0;
}

gboolean
mer_paper_form_is_changed (const MerPaperForm *self)
{
  return memcmp (self->codes, self->old_codes, self->n) != 0 ||
         strcmp (self->comment, self->old_comment) != 0;
}

gboolean
mer_paper_form_has_codes (const MerPaperForm *self,
                          const guint8       *codes)
{
  return memcmp (self->old_codes, codes, self->n) == 0;
}

gboolean
mer_paper_form_has_answers (const MerPaperForm *self)
{
  for (guint i = 0; i < self->n; i++)
    if (self->codes[i] != MER_ANSWER_BLANK)
      return TRUE;
  return FALSE;
}

/* --- filters and places ------------------------------------------------------------------- */

static const MerQuestion *
question_at (const MerPaperForm *self,
             guint               question)
{
  return g_ptr_array_index (self->methodology->questions, question);
}

static gboolean
lets_pass (const MerPaperForm *self,
           guint               question)
{
  GPtrArray *options = question_at (self, question)->options;
  guint      option = self->codes[question] - (guint) MER_ANSWER_FIRST_OPTION;

  return self->codes[question] >= MER_ANSWER_FIRST_OPTION && option < options->len &&
         ((const MerOption *) g_ptr_array_index (options, option))->positive;
}

gboolean
mer_paper_form_is_skipped (const MerPaperForm *self,
                           guint               question)
{
  /* a filter always stands before its question, so this comes to an end */
  for (int filter = question_at (self, question)->filter; filter >= 0;
       filter = question_at (self, (guint) filter)->filter)
    if (!lets_pass (self, (guint) filter))
      return TRUE;
  return FALSE;
}

guint
mer_paper_form_get_current (const MerPaperForm *self)
{
  return self->current;
}

gboolean
mer_paper_form_is_at_comment (const MerPaperForm *self)
{
  return self->current == self->n;
}

gboolean
mer_paper_form_set_current (MerPaperForm *self,
                            guint         question)
{
  if (question > self->n || (question < self->n && mer_paper_form_is_skipped (self, question)))
    return FALSE;
  self->current = question;
  return TRUE;
}

gboolean
mer_paper_form_next (MerPaperForm *self)
{
  for (guint i = self->current + 1; i <= self->n; i++)
    if (mer_paper_form_set_current (self, i))
      return TRUE;
  return FALSE;
}

gboolean
mer_paper_form_back (MerPaperForm *self)
{
  for (guint i = self->current; i > 0; i--)
    if (mer_paper_form_set_current (self, i - 1))
      return TRUE;
  return FALSE;
}

/* --- answers ------------------------------------------------------------------------------ */

/**
 * mer_paper_form_answer:
 * @self: a form
 * @question: which
 * @code: as in blocks; %MER_ANSWER_BLANK: not answered
 *
 * Returns: %FALSE when the question is skipped or has no such code
 */
gboolean
mer_paper_form_answer (MerPaperForm *self,
                       guint         question,
                       guint         code)
{
  if (question >= self->n || mer_paper_form_is_skipped (self, question) ||
      code >= question_at (self, question)->options->len + MER_ANSWER_FIRST_OPTION)
    return FALSE;
  if (self->codes[question] == code)
    return TRUE;
  self->codes[question] = (guint8) code;
  for (guint i = question + 1; i < self->n; i++)
    if (mer_paper_form_is_skipped (self, i))
      self->codes[i] = MER_ANSWER_BLANK;
  return TRUE;
}

static int
find_letter (const char *letters,
             gunichar    key)
{
  for (int i = 0; i < g_utf8_strlen (letters, -1); i++)
    if (g_utf8_get_char (g_utf8_offset_to_pointer (letters, i)) == g_unichar_tolower (key))
      return DIGIT_KEYS + i;
  return -1;
}

static int
option_of_key (gunichar key)
{
  int option = g_unichar_digit_value (key) - 1;

  if (option >= 0)
    return option;
  option = find_letter (LETTERS_LATIN, key);
  return option >= 0 ? option : find_letter (LETTERS_RUSSIAN, key);
}

int
mer_paper_key_to_code (gunichar key,
                       guint    n_options)
{
  int option = -1;

  if (key == ' ' || g_unichar_digit_value (key) == 0)
    return MER_ANSWER_BLANK;
  option = option_of_key (key);
  return option >= 0 && (guint) option < n_options ? option + MER_ANSWER_FIRST_OPTION : -1;
}

/**
 * mer_paper_key_name:
 * @option: counted from 0
 * @language: of the letters
 *
 * Returns: (transfer full): what stands on its key; "" when there is none
 */
char *
mer_paper_key_name (guint       option,
                    MerLanguage language)
{
  const char *letters = language == MER_LANGUAGE_RU ? LETTERS_RUSSIAN : LETTERS_LATIN;
  glong       letter = (glong) option - DIGIT_KEYS;

  if (option < DIGIT_KEYS)
    return g_strdup_printf ("%u", option + 1);
  return letter < g_utf8_strlen (letters, -1) ? g_utf8_substring (letters, letter, letter + 1)
                                              : g_strdup ("");
}

gboolean
mer_paper_form_key (MerPaperForm *self,
                    gunichar      key)
{
  int code = -1;

  if (mer_paper_form_is_at_comment (self))
    return FALSE;
  code = mer_paper_key_to_code (key, question_at (self, self->current)->options->len);
  if (code < 0 || !mer_paper_form_answer (self, self->current, (guint) code))
    return FALSE;
  mer_paper_form_next (self);
  return TRUE;
}

/* --- how fast ----------------------------------------------------------------------------- */

/**
 * mer_paper_pace:
 * @times: (array length=n): when questionnaires were finished, microseconds, ascending
 * @n: how many
 * @now: the same clock
 *
 * Only the last two minutes count, and of them what comes after the last pause of a minute.
 *
 * Returns: questionnaires a minute, at least 1 where there is a pace at all; 0: unknown
 */
guint
mer_paper_pace (const gint64 *times,
                guint         n,
                gint64        now)
{
  guint  first = n;
  gint64 span = 0;

  if (n == 0 || now - times[n - 1] > PACE_PAUSE)
    return 0;
  while (first > 0 && now - times[first - 1] <= PACE_WINDOW &&
         (first == n || times[first] - times[first - 1] <= PACE_PAUSE))
    first--;
  span = times[n - 1] - times[first];
  if (n - first < 2 || span <= 0)
    return 0;
  return (guint) MAX (1, ((gint64) (n - first - 1) * 60 * G_USEC_PER_SEC + span / 2) / span);
}
