/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Typing a paper questionnaire: keys, filters, walking, pace. */
#include "cycle/mer-paper-form.h"

#include "core/mer-evidence.h"
#include "methodology/mer-methodology-xml.h"

#define YES MER_ANSWER_FIRST_OPTION
#define NO (MER_ANSWER_FIRST_OPTION + 1)
#define UNSURE (MER_ANSWER_FIRST_OPTION + 2)
#define N_QUESTIONS 14

static MerPaperForm *
make_form (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) methodology = mer_methodology_shipped ("nok-2018-education", &error);

  g_assert_no_error (error);
  return mer_paper_form_new (methodology);
}

static void
type (MerPaperForm *form,
      const char   *keys)
{
  for (; *keys != '\0'; keys++)
    {
      if (*keys == '<')
        g_assert_true (mer_paper_form_back (form));
      else if (*keys == '>')
        g_assert_true (mer_paper_form_next (form));
      else
        g_assert_true (mer_paper_form_key (form, (gunichar) *keys));
    }
}

/* «ДНЗ.»: yes, no, hard to say, not answered; a hyphen where the question is skipped. */
static char *
answers (const MerPaperForm *form)
{
  static const char *const letters[] = { ".", "?", "Д", "Н", "З" };
  GString                 *text = g_string_new (NULL);

  for (guint q = 0; q < mer_paper_form_get_n_questions (form); q++)
    {
      guint8 code = mer_paper_form_get_codes (form)[q];

      if (mer_paper_form_is_skipped (form, q))
        g_string_append (text, code == MER_ANSWER_BLANK ? "-" : "!");
      else
        g_string_append (text, letters[code]);
    }
  return g_string_free (text, FALSE);
}

/* The filters of the federal questionnaire are q1 (q2), q3 (q4), q6 (q7), q10 (q11). */
static void
test_typing (void)
{
  static const struct
  {
    const char *keys;
    const char *answers;
    guint       current;
  } cases[] = {
    { "", ".-.-..-...-...", 0 },
    { "1", "Д..-..-...-...", 1 },
    { "11111111111111", "ДДДДДДДДДДДДДД", N_QUESTIONS },
    { "2222222222", "Н-Н-НН-ННН-ННН", N_QUESTIONS },
    { "2", "Н-.-..-...-...", 2 },
    { "3", "З-.-..-...-...", 2 }, /* hard to say is no yes */
    { "0", ".-.-..-...-...", 2 },
    { " ", ".-.-..-...-...", 2 },
    { "12", "ДН.-..-...-...", 2 },
    { "21212121212", "Н-ДНДН-ДНДНДН.", 13 },
    /* the answer of a filter is changed: what it let pass is cleared, and comes back blank */
    { "11<<2", "Н-.-..-...-...", 2 },
    { "11<<2<1", "Д..-..-...-...", 1 },
    { "11<<1", "ДД.-..-...-...", 1 },
    { "11<<0", ".-.-..-...-...", 2 },
    /* back and forth go over what is skipped */
    { "2<", "Н-.-..-...-...", 0 },
    { "2<>", "Н-.-..-...-...", 2 },
    { "2222222222<", "Н-Н-НН-ННН-ННН", 13 },
    { ">>>>>>>>>>", ".-.-..-...-...", N_QUESTIONS },
    { "2>>1", "Н-.-.Д....-...", 6 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MerPaperForm) form = make_form ();
      g_autofree char *given = NULL;

      type (form, cases[i].keys);
      given = answers (form);
      g_test_message ("%s", cases[i].keys);
      g_assert_cmpstr (given, ==, cases[i].answers);
      g_assert_cmpuint (mer_paper_form_get_current (form), ==, cases[i].current);
    }
}

static void
test_keys (void)
{
  static const struct
  {
    const char *key;
    guint       n_options;
    int         code;
  } cases[] = {
    { "0", 2, 0 },
    { " ", 2, 0 },
    { "1", 2, 2 },
    { "2", 2, 3 },
    { "3", 2, -1 },
    { "9", 9, 10 },
    { "9", 14, 10 },
    { "a", 9, -1 },
    { "a", 10, 11 },
    { "A", 10, 11 },
    { "а", 10, 11 },
    { "Б", 11, 12 },
    { "e", 14, 15 },
    { "д", 14, 15 },
    { "e", 13, -1 },
    { "f", 14, -1 },
    { "я", 14, -1 },
    { "-", 14, -1 },
    { "\t", 14, -1 },
    { "٣", 3, 4 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (mer_paper_key_to_code (g_utf8_get_char (cases[i].key), cases[i].n_options),
                     ==, cases[i].code);
  for (guint option = 0; option < MER_ANSWER_MAX_CODES - MER_ANSWER_FIRST_OPTION; option++)
    {
      /* every option that a question can have has a key, and the key means it */
      g_autofree char *russian = mer_paper_key_name (option, MER_LANGUAGE_RU);
      g_autofree char *english = mer_paper_key_name (option, MER_LANGUAGE_EN);

      g_assert_cmpint (mer_paper_key_to_code (g_utf8_get_char (russian), 14), ==,
                       (int) option + MER_ANSWER_FIRST_OPTION);
      g_assert_cmpint (mer_paper_key_to_code (g_utf8_get_char (english), 14), ==,
                       (int) option + MER_ANSWER_FIRST_OPTION);
    }
}

static void
test_refused (void)
{
  g_autoptr (MerPaperForm) form = make_form ();

  g_assert_false (mer_paper_form_key (form, '4'));
  g_assert_false (mer_paper_form_key (form, 'x'));
  g_assert_false (mer_paper_form_back (form));
  g_assert_false (mer_paper_form_set_current (form, 1)); /* its filter is not answered */
  g_assert_false (mer_paper_form_answer (form, 1, YES));
  g_assert_false (mer_paper_form_answer (form, 0, UNSURE + 1));
  g_assert_false (mer_paper_form_answer (form, N_QUESTIONS, YES));
  g_assert_false (mer_paper_form_set_current (form, N_QUESTIONS + 1));
  g_assert_cmpuint (mer_paper_form_get_current (form), ==, 0);
  g_assert_false (mer_paper_form_has_answers (form));
  g_assert_true (mer_paper_form_set_current (form, N_QUESTIONS));
  g_assert_true (mer_paper_form_is_at_comment (form));
  g_assert_false (mer_paper_form_key (form, '1'));
  g_assert_false (mer_paper_form_next (form));
}

static void
test_load (void)
{
  g_autoptr (MerPaperForm) form = make_form ();
  guint8 codes[N_QUESTIONS] = { YES, NO, NO };

  mer_paper_form_load (form, codes, "Тепло");
  for (guint q = 0; q < N_QUESTIONS; q++)
    g_assert_cmpuint (mer_paper_form_get_codes (form)[q], ==, codes[q]);
  g_assert_cmpstr (mer_paper_form_get_comment (form), ==, "Тепло");
  g_assert_false (mer_paper_form_is_changed (form));
  g_assert_true (mer_paper_form_has_answers (form));
  type (form, ">1");
  g_assert_true (mer_paper_form_is_changed (form));
  type (form, "<2");
  g_assert_false (mer_paper_form_is_changed (form));
  mer_paper_form_set_comment (form, "");
  g_assert_true (mer_paper_form_is_changed (form));
  mer_paper_form_load (form, NULL, NULL);
  g_assert_false (mer_paper_form_is_changed (form));
  g_assert_false (mer_paper_form_has_answers (form));
  g_assert_cmpuint (mer_paper_form_get_current (form), ==, 0);
}

/* A questionnaire of a methodology without questions is a comment alone. */
static void
test_no_questions (void)
{
  g_autoptr (MerMethodology) methodology = mer_methodology_shipped ("blank", NULL);
  g_autoptr (MerPaperForm) form = NULL;

  g_assert_nonnull (methodology);
  form = mer_paper_form_new (methodology);
  g_assert_cmpuint (mer_paper_form_get_n_questions (form), ==, methodology->questions->len);
  while (mer_paper_form_next (form))
    ;
  g_assert_true (mer_paper_form_is_at_comment (form));
}

static void
test_pace (void)
{
  static const struct
  {
    guint  n;
    gint64 seconds[8];
    gint64 now;
    guint  pace;
  } cases[] = {
    { 0, { 0 }, 10, 0 },
    { 1, { 5 }, 10, 0 },
    { 2, { 5, 10 }, 10, 12 },
    { 3, { 0, 5, 10 }, 12, 12 },
    { 2, { 5, 10 }, 69, 12 },
    { 2, { 5, 10 }, 71, 0 },            /* a pause */
    { 4, { 0, 1, 100, 106 }, 107, 10 }, /* what came before a pause does not count */
    { 4, { 0, 50, 100, 150 }, 150, 1 }, /* what is older than two minutes does not count */
    { 2, { 0, 59 }, 59, 1 },
    { 2, { 7, 7 }, 7, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 times[8] = { 0 };

      for (guint t = 0; t < cases[i].n; t++)
        times[t] = cases[i].seconds[t] * G_USEC_PER_SEC;
      g_test_message ("%zu", i);
      g_assert_cmpuint (mer_paper_pace (times, cases[i].n, cases[i].now * G_USEC_PER_SEC), ==,
                        cases[i].pace);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cycle/paper-form/typing", test_typing);
  g_test_add_func ("/cycle/paper-form/keys", test_keys);
  g_test_add_func ("/cycle/paper-form/refused", test_refused);
  g_test_add_func ("/cycle/paper-form/load", test_load);
  g_test_add_func ("/cycle/paper-form/no-questions", test_no_questions);
  g_test_add_func ("/cycle/paper-form/pace", test_pace);
  return g_test_run ();
}
