/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What differs from the federal edition, and returning to it. */

#include "methodology/mer-methodology-edit.h"
#include "methodology/mer-methodology-xml.h"

static MerMethodology *
load (void)
{
  g_autoptr (GError) error = NULL;
  MerMethodology *methodology = mer_methodology_shipped ("nok-2018-education", &error);

  g_assert_no_error (error);
  return methodology;
}

typedef enum
{
  END,
  SET,
  ADD,
  REMOVE,
  MOVE,
  RESTORE,
} Verb;

typedef struct
{
  Verb        verb;
  const char *path;     /* of ADD: the owner */
  const char *property; /* of MOVE: the new owner */
  const char *value;
  guint       number; /* of ADD: the kind; of MOVE: the position */
} Step;

static MerMethodology *
take (const MerMethodology *rules, const MerMethodology *base, const Step *step, GError **error)
{
  switch (step->verb)
    {
    case SET:
      return mer_methodology_set (rules, step->path, step->property, step->value, error);
    case ADD:
      return mer_methodology_add (rules, (MerPartKind) step->number, step->path, NULL, error);
    case REMOVE:
      return mer_methodology_remove (rules, step->path, error);
    case MOVE:
      return mer_methodology_move (rules, step->path, step->property, step->number, NULL, error);
    case RESTORE:
      return mer_methodology_restore (rules, base, step->path, error);
    case END:
    default:
      return NULL;
    }
}

static MerMethodology *
run (const MerMethodology *base, const Step *steps)
{
  g_autoptr (GError) error = NULL;
  MerMethodology *rules = mer_methodology_restore (base, base, "", &error);

  for (guint i = 0; steps[i].verb != END; i++)
    {
      g_autoptr (MerMethodology) old = g_steal_pointer (&rules);

      rules = take (old, base, &steps[i], &error);
      g_assert_no_error (error);
    }
  return rules;
}

static char *
describe (const MerMethodology *rules, const MerMethodology *base)
{
  g_autoptr (GPtrArray) differences = mer_methodology_differences (rules, base);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < differences->len; i++)
    {
      const MerMethodologyDifference *difference = differences->pdata[i];

      g_string_append_printf (text, "%s[%s] %s | %s\n", difference->path,
                              difference->property != NULL ? difference->property : "",
                              difference->ours != NULL ? difference->ours : "—",
                              difference->theirs != NULL ? difference->theirs : "—");
    }
  return g_string_free (text, FALSE);
}

static void
test_differences (void)
{
  static const struct
  {
    Step        steps[5];
    const char *expected;
  } cases[] = {
    { { { END } }, "" },
    { { { SET, "indicator/1.1", "weight", "0.2" } }, "indicator/1.1[weight] 0.2 | 0.3\n" },
    { { { SET, "", "policy:ties", "dense" }, { SET, "", "title", "Наша" } },
      "[title] Наша | Федеральная 2018 года, образование\n"
      "[policy:ties] dense | competition\n" },
    { { { ADD, "", NULL, NULL, MER_PART_CRITERION },
        { ADD, "criterion/K6", NULL, NULL, MER_PART_INDICATOR },
        { SET, "criterion/K6", "title", "Наш" } },
      "criterion/K6[] К6 Наш | —\n" },
    { { { REMOVE, "calculated/2.2" }, { REMOVE, "place/remote" } },
      "indicator/1.2[inputs] — | remote\n"
      "calculated/2.2[] — | 2.2 Время ожидания предоставления услуги (расчётное значение)\n"
      "place/remote[] — | Дистанционные способы взаимодействия\n" },
    { { { MOVE, "criterion/K1", "", NULL, 4 } },
      "criterion/K1[order] Федеральная 2018 года, образование | "
      "Федеральная 2018 года, образование\n" },
    { { { MOVE, "indicator/1.3", "criterion/K2", NULL, 0 } },
      "indicator/1.3[order] К2 Комфортность условий | К1 Открытость и доступность информации\n" },
    { { { SET, "indicator/1.3", "base", "answers" } }, "indicator/1.3[base] answers | channel\n" },
    { { { SET, "option/q1/1", "text", "Нет, никогда" } },
      "option/q1/1[text] Нет, никогда | Нет\n" },
    { { { ADD, "question/q1", NULL, NULL, MER_PART_OPTION },
        { SET, "option/q1/3", "text", "Иное" } },
      "option/q1/3[] Иное | —\n" },
    { { { SET, "question/q1", "code", "q77" } },
      "question/q77[] q77 Стенд: обращались | —\n"
      "question/q2[filter] q77 | q1\n"
      "question/q1[] — | q1 Стенд: обращались\n" },
    { { { SET, "item/site.1", "unconfirmed", "yes" } }, "" },
  };
  g_autoptr (MerMethodology) base = load ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MerMethodology) rules = run (base, cases[i].steps);
      g_autofree char *found = describe (rules, base);

      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

/* Edits, and returns to the federal edition that leave nothing of them. */
static void
test_restore (void)
{
  static const Step cases[][6] = {
    { { SET, "indicator/1.1", "weight", "0.2" }, { RESTORE, "indicator/1.1" } },
    { { SET, "indicator/1.1", "weight", "0.2" }, { RESTORE, "criterion/K1" } },
    { { SET, "indicator/1.1", "weight", "0.2" }, { RESTORE, "" } },
    { { REMOVE, "criterion/K2" }, { RESTORE, "criterion/K2" } },
    { { REMOVE, "indicator/1.3" }, { RESTORE, "indicator/1.3" } },
    { { REMOVE, "indicator/2.3" }, { RESTORE, "indicator/2.3" }, { RESTORE, "calculated/2.2" } },
    { { REMOVE, "criterion/K1" }, { RESTORE, "indicator/1.2" } },
    { { REMOVE, "place/remote" }, { RESTORE, "indicator/1.2" } },
    { { REMOVE, "question/q2" }, { REMOVE, "question/q1" }, { RESTORE, "indicator/1.3" } },
    { { REMOVE, "question/q4" }, { REMOVE, "indicator/1.3" }, { RESTORE, "indicator/1.3" } },
    { { REMOVE, "indicator/2.1" }, { REMOVE, "calculated/2.2" }, { RESTORE, "calculated/2.2" } },
    { { MOVE, "indicator/2.1", "criterion/K1", NULL, 0 }, { RESTORE, "calculated/2.2" } },
    { { MOVE, "indicator/1.3", "criterion/K2", NULL, 0 }, { RESTORE, "indicator/1.3" } },
    { { MOVE, "indicator/1.3", "criterion/K2", NULL, 0 }, { RESTORE, "criterion/K1" } },
    { { MOVE, "item/site.1", "place/stand", NULL, 3 }, { RESTORE, "place/site" } },
    { { MOVE, "criterion/K1", "", NULL, 4 }, { RESTORE, "criterion/K1" } },
    { { MOVE, "question/q1", "", NULL, 9 }, { RESTORE, "question/q1" } },
    { { MOVE, "band/good", "", NULL, 0 }, { RESTORE, "band/good" } },
    { { ADD, "", NULL, NULL, MER_PART_PLACE }, { RESTORE, "place/place1" } },
    { { ADD, "question/q1", NULL, NULL, MER_PART_OPTION }, { RESTORE, "question/q1" } },
    { { REMOVE, "option/q1/2" }, { REMOVE, "option/q1/1" }, { RESTORE, "option/q1/2" } },
    { { SET, "option/q1/2", "text", "х" }, { RESTORE, "option/q1/2" } },
    { { SET, "", "policy:ties", "dense" }, { RESTORE, "" } },
  };
  g_autoptr (MerMethodology) base = load ();
  g_autofree char *expected = mer_methodology_to_xml (base);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MerMethodology) rules = run (base, cases[i]);
      g_autofree char *xml = mer_methodology_to_xml (rules);

      if (strcmp (xml, expected) != 0)
        {
          g_autofree char *left = describe (rules, base);

          g_error ("case %u leaves %s", i, left);
        }
    }
}

/* Restoring one part keeps what was edited elsewhere. */
static void
test_restore_keeps (void)
{
  static const Step steps[] = {
    { ADD, "criterion/K1", NULL, NULL, MER_PART_INDICATOR },
    { MOVE, "indicator/1.4", "criterion/K1", NULL, 1 },
    { SET, "indicator/1.4", "title", "Наш" },
    { SET, "question/q1", "text", "Видели ли Вы стенд?" },
    { SET, "indicator/1.1", "weight", "0.2" },
    { RESTORE, "indicator/1.1" },
    { END },
  };
  g_autoptr (MerMethodology) base = load ();
  g_autoptr (MerMethodology) rules = run (base, steps);
  g_autofree char *found = describe (rules, base);

  g_assert_cmpstr (found, ==,
                   "indicator/1.4[] 1.4 Наш | —\n"
                   "question/q1[text] Видели ли Вы стенд? | При посещении организации обращались "
                   "ли Вы к информации о её деятельности, размещённой на информационных стендах в "
                   "помещениях организации?\n");
  g_assert_cmpstr (((MerIndicator *) ((MerCriterion *) rules->criteria->pdata[0])
                      ->indicators->pdata[1])
                     ->code,
                   ==, "1.4");
}

/* A code that was given to something else is not taken back from it. */
static void
test_restore_clash (void)
{
  static const Step steps[] = {
    { REMOVE, "indicator/1.3" },
    { SET, "calculated/2.2", "code", "1.3" },
    { END },
  };
  g_autoptr (MerMethodology) base = load ();
  g_autoptr (MerMethodology) rules = run (base, steps);
  g_autoptr (GError) error = NULL;

  g_assert_null (mer_methodology_restore (rules, base, "indicator/1.3", &error));
  g_assert_nonnull (strstr (error->message, "“1.3” is used twice"));
  g_clear_error (&error);
  g_assert_null (mer_methodology_restore (rules, base, "indicator/9.9", &error));
  g_assert_error (error, MER_METHODOLOGY_ERROR, MER_METHODOLOGY_ERROR_UNKNOWN);
}

static void
test_federal (void)
{
  g_autoptr (MerMethodology) base = load ();
  g_autoptr (MerMethodology) ours = mer_methodology_set (base, "", "title", "Наша", NULL);
  g_autoptr (MerMethodology) own = mer_methodology_set (base, "", "id", "our-own", NULL);
  g_autoptr (MerMethodology) federal = mer_methodology_federal (ours);

  g_assert_cmpstr (federal->title, ==, base->title);
  g_assert_null (mer_methodology_federal (own));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/difference/differences", test_differences);
  g_test_add_func ("/difference/restore", test_restore);
  g_test_add_func ("/difference/restore-keeps", test_restore_keeps);
  g_test_add_func ("/difference/restore-clash", test_restore_clash);
  g_test_add_func ("/difference/federal", test_federal);
  return g_test_run ();
}
