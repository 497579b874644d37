/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The invented district's questionnaires. Each organization gets an exact number of
 * satisfied answers, given to respondents drawn by lot, so that shares are as wanted and
 * answers vary. A few answers contradict their filter, a few fit no option and a few rows
 * were sent twice, as in files that operators really deliver. */

#include "config.h"

#include "app/mer-demo-private.h"

#define N_QUESTIONS 14
#define PER_MILLE 1000

typedef enum
{
  ANSWER_BLANK,
  ANSWER_YES,
  ANSWER_NO,
  ANSWER_OTHER,
} Answer;

static const char *const answer_words[] = { "", "Да", "Нет", "Затрудняюсь ответить" };

/* The questions q1…q14: their filter (0: none), the share of "yes" where it does not depend
 * on how good the organization is, else what the organization's own share is changed by. */
/* clang-format off */
static const struct
{
  guint filter;
  guint share;  /* per cent; 0: the organization's */
  int   change; /* per cent */
} questions[N_QUESTIONS] = {
  { 0, 76, 0 }, { 1, 0, -1 },               /* stand */
  { 0, 83, 0 }, { 3, 0, -1 },               /* site */
  { 0, 0, -3 },                             /* comfort */
  { 0, 5, 0 }, { 6, 0, -14 },               /* disability */
  { 0, 0, 1 }, { 0, 0, 1 },                 /* politeness */
  { 0, 58, 0 }, { 10, 0, 1 },               /* remote contact */
  { 0, 0, 0 }, { 0, 0, -1 }, { 0, 0, 0 },   /* satisfaction */
};
/* clang-format on */
/* Answers "yes" of the worked example: 214 questionnaires. */
static const guint example_yes[N_QUESTIONS] = {
  168, 161, 187, 176, 201, 9, 7, 209, 210, 132, 129, 203, 206, 207
};

typedef struct
{
  guint8 answers[N_QUESTIONS];
  guint8 organization;
} Respondent;

/* How many of `base` respondents say yes to question `q`. */
static guint
n_yes (const MerDemoOrganization *organization,
       guint                      cycle,
       guint                      q,
       guint                      base,
       MerDemoRandom             *random)
{
  int share = (int) questions[q].share * 10;

  if (mer_demo_is_example (organization) && cycle == MER_DEMO_LATEST)
    return MIN (example_yes[q], base);
  if (q == 5 && mer_demo_has_no_disabled (organization))
    return 0;
  if (share == 0)
    share = ((int) organization->satisfaction + questions[q].change) * 10 +
            (cycle == MER_DEMO_LATEST ? 0 : -18);
  share += (int) mer_demo_random_below (random, 25) - 12;
  return (base * (guint) CLAMP (share, 1, PER_MILLE) + PER_MILLE / 2) / PER_MILLE;
}

static void
answer_question (Respondent                *respondents,
                 guint                      n,
                 const MerDemoOrganization *organization,
                 guint                      cycle,
                 guint                      q,
                 MerDemoRandom             *random)
{
  g_autofree guint *asked = g_new (guint, n);
  guint             base = 0;
  guint             yes = 0;

  for (guint i = 0; i < n; i++)
    if (questions[q].filter == 0 ||
        respondents[i].answers[questions[q].filter - 1] == ANSWER_YES)
      asked[base++] = i;
  mer_demo_random_shuffle (random, asked, base);
  yes = n_yes (organization, cycle, q, base, random);
  for (guint i = 0; i < base; i++)
    respondents[asked[i]].answers[q] = i < yes ? ANSWER_YES : ANSWER_NO;
}

/* What people fill in wrongly. */
static void
spoil (Respondent    *respondents,
       guint          n,
       MerDemoRandom *random)
{
  for (guint i = 0; i < n; i++)
    switch (mer_demo_random_below (random, 300))
      {
      case 0:
        if (respondents[i].answers[0] == ANSWER_NO)
          respondents[i].answers[1] = ANSWER_YES;
        break;
      case 1:
        if (respondents[i].answers[9] == ANSWER_NO)
          respondents[i].answers[10] = ANSWER_NO;
        break;
      case 2:
        respondents[i].answers[4] = ANSWER_OTHER;
        break;
      default:
        break;
      }
}

/* All respondents of a cycle, in the order in which they sent their answers. */
static GArray *
ask_everybody (guint          cycle,
               MerDemoRandom *random)
{
  GArray                    *all = g_array_new (FALSE, TRUE, sizeof (Respondent));
  guint                      n = 0;
  const MerDemoOrganization *organizations = mer_demo_organizations (&n);
  g_autoptr (GArray) ordered = g_array_new (FALSE, TRUE, sizeof (Respondent));
  g_autofree guint *order = NULL;

  for (guint i = 0; i < n; i++)
    {
      guint       first = ordered->len;
      guint       answers = organizations[i].answers[cycle];
      Respondent *respondents = NULL;

      g_array_set_size (ordered, first + answers);
      respondents = &g_array_index (ordered, Respondent, first);
      for (guint j = 0; j < answers; j++)
        respondents[j].organization = (guint8) i;
      for (guint q = 0; q < N_QUESTIONS && answers > 0; q++)
        answer_question (respondents, answers, &organizations[i], cycle, q, random);
      if (!mer_demo_is_example (&organizations[i]))
        spoil (respondents, answers, random);
    }
  order = g_new (guint, ordered->len);
  for (guint i = 0; i < ordered->len; i++)
    order[i] = i;
  mer_demo_random_shuffle (random, order, ordered->len);
  for (guint i = 0; i < ordered->len; i++)
    g_array_append_val (all, g_array_index (ordered, Respondent, order[i]));
  return all;
}

/* The next moment at which somebody sends a questionnaire: between 8 and 22 o'clock. */
static void
advance (guint         *day,
         guint         *second,
         MerDemoRandom *random)
{
  *second += 1 + mer_demo_random_below (random, 290);
  if (*second >= 22 * 3600)
    {
      (*day)++;
      *second = 8 * 3600 + mer_demo_random_below (random, 600);
    }
}

/* The latest cycle: what an online form exports, full questions, time of day. */
static void
add_form_headers (MerDemoTable         *table,
                  const MerMethodology *methodology)
{
  mer_demo_table_add (table, "Отметка времени");
  mer_demo_table_add (table, "Выберите образовательную организацию");
  for (guint q = 0; q < N_QUESTIONS; q++)
    {
      const MerQuestion *question = g_ptr_array_index (methodology->questions, q);

      mer_demo_table_add (table, question->text);
    }
  mer_demo_table_add (table, "Ваши предложения по улучшению условий оказания услуг");
  mer_demo_table_add (table, "Ваш пол");
  mer_demo_table_add (table, "Ваш возраст (полных лет)");
  mer_demo_table_add (table, "Кем Вы приходитесь обучающемуся?");
  table->n_columns = table->cells->len;
}

static void
add_form_row (MerDemoTable        *table,
              const Respondent    *respondent,
              const MerDemoPerson *person,
              const char          *name,
              guint                day,
              guint                second,
              const char          *comment)
{
  g_autofree char *time = g_strdup_printf ("%02u.10.2024 %u:%02u:%02u", day + 1, second / 3600,
                                           second / 60 % 60, second % 60);

  mer_demo_table_add (table, time);
  mer_demo_table_add (table, name);
  for (guint q = 0; q < N_QUESTIONS; q++)
    mer_demo_table_add (table, answer_words[respondent->answers[q]]);
  mer_demo_table_add (table, comment);
  mer_demo_table_add (table, person->sex);
  mer_demo_table_add (table, person->age);
  mer_demo_table_add (table, person->role);
}

/* The earlier cycle: what an operator keyed in, questions shortened and in another order. */
static const guint keyed_order[N_QUESTIONS] = { 2, 3, 0, 1, 9, 10, 4, 5, 6, 8, 7, 13, 12, 11 };

static void
add_keyed_headers (MerDemoTable         *table,
                   const MerMethodology *methodology)
{
  mer_demo_table_add (table, "№ анкеты");
  mer_demo_table_add (table, "Наименование организации");
  mer_demo_table_add (table, "Пол");
  for (guint q = 0; q < N_QUESTIONS; q++)
    {
      const MerQuestion *question = g_ptr_array_index (methodology->questions, keyed_order[q]);

      mer_demo_table_add (table, question->variants[0]);
    }
  mer_demo_table_add (table, "Возраст");
  mer_demo_table_add (table, "Дата заполнения");
  table->n_columns = table->cells->len;
}

static void
add_keyed_row (MerDemoTable     *table,
               const Respondent *respondent,
               const char       *name,
               guint             day,
               guint             number,
               MerDemoRandom    *random)
{
  g_autofree char *id = g_strdup_printf ("%u", number);
  g_autofree char *age = g_strdup_printf ("%u", 20 + mer_demo_random_below (random, 45));
  g_autofree char *date = g_strdup_printf ("%02u.11.2021", day + 1);

  mer_demo_table_add (table, id);
  mer_demo_table_add (table, name);
  mer_demo_table_add (table, mer_demo_random_below (random, 5) == 0 ? "мужской" : "женский");
  for (guint q = 0; q < N_QUESTIONS; q++)
    mer_demo_table_add (table, answer_words[respondent->answers[keyed_order[q]]]);
  mer_demo_table_add (table, age);
  mer_demo_table_add (table, date);
}

MerDemoTable *
mer_demo_survey_table (const MerMethodology *methodology,
                       guint                 cycle)
{
  MerDemoTable *table = mer_demo_table_new ();
  MerDemoRandom random = { 2021 + cycle };
  MerDemoRandom people = { 17 };
  g_autoptr (GArray) respondents = ask_everybody (cycle, &random);
  guint                      n = 0;
  const MerDemoOrganization *organizations = mer_demo_organizations (&n);
  guint                      day = 0;
  guint                      second = 8 * 3600;

  if (cycle == MER_DEMO_LATEST)
    add_form_headers (table, methodology);
  else
    add_keyed_headers (table, methodology);
  for (guint i = 0; i < respondents->len; i++)
    {
      const Respondent *respondent = &g_array_index (respondents, Respondent, i);
      guint             whose = respondent->organization;
      g_autofree char  *name = mer_demo_spelling (&organizations[whose], &random);
      const char       *comment = mer_demo_comment (&random);
      MerDemoPerson     person = { 0 };
      /* sent by two clicks */
      gboolean twice = i % 2000 == 777 && !mer_demo_is_example (&organizations[whose]);

      advance (&day, &second, &random);
      mer_demo_person (organizations[whose].kind, &people, &person);
      for (guint times = twice ? 2 : 1; times > 0; times--)
        {
          if (cycle == MER_DEMO_LATEST)
            add_form_row (table, respondent, &person, name, day, second, comment);
          else
            add_keyed_row (table, respondent, name, day, i + 1, &random);
        }
    }
  return table;
}
