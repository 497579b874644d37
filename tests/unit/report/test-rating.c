/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rating as a document: what stands in it, in both languages. */
#include <string.h>

#include "mer-test-golden.h"
#include "mer-test-report.h"

static MerBlocks *
build (const MerReportInput *input)
{
  return mer_report_kind_find ("rating")->build (input);
}

static MerScoreTable *
make_district (void)
{
  return mer_test_scores (mer_test_district, MER_TEST_DISTRICT_N, NULL, NULL);
}

static char *
dump_input (const MerReportInput *input)
{
  g_autoptr (MerBlocks) blocks = build (input);

  return mer_test_dump_blocks (blocks);
}

static void
test_russian (void)
{
  g_autoptr (MerScoreTable) table = make_district ();
  MerReportInput   input = mer_test_input (table, MER_LANGUAGE_RU);
  g_autofree char *dump = NULL;

  input.annex = "Приложение 1\nк протоколу от 12.12.2024 № 4\nзаседания Общественного совета";
  dump = dump_input (&input);
  mer_test_golden ("report-rating-ru.txt", dump);
}

static void
test_english (void)
{
  g_autoptr (MerScoreTable) table = make_district ();
  MerReportInput   input = mer_test_input (table, MER_LANGUAGE_EN);
  g_autofree char *dump = dump_input (&input);

  mer_test_golden ("report-rating-en.txt", dump);
}

/* Places within kinds: a section and a figure for each. */
static void
test_in_kind (void)
{
  g_autoptr (MerScoreTable) table = make_district ();
  MerReportInput   input = mer_test_input (table, MER_LANGUAGE_RU);
  g_autofree char *dump = NULL;

  input.ranks = MER_REPORT_RANKS_IN_KIND;
  dump = dump_input (&input);
  mer_test_golden ("report-rating-kinds.txt", dump);
}

static void
assert_says (const MerReportInput *input,
             const char           *sentence)
{
  g_autofree char *dump = dump_input (input);

  if (strstr (dump, sentence) == NULL)
    g_error ("“%s” is not in:\n%s", sentence, dump);
}

static void
assert_silent (const MerReportInput *input,
               const char           *sentence)
{
  g_autofree char *dump = dump_input (input);

  g_assert_null (strstr (dump, sentence));
}

static void
test_empty (void)
{
  g_autoptr (MerScoreTable) table = mer_test_scores (NULL, 0, NULL, NULL);
  MerReportInput without = mer_test_input (NULL, MER_LANGUAGE_RU);
  MerReportInput with = mer_test_input (table, MER_LANGUAGE_RU);

  without.cycle = NULL;
  without.territory = NULL;
  assert_says (&without, "Рейтинга пока нет: ни одна организация не оценена.");
  assert_says (&with, "Рейтинга пока нет: ни одна организация не оценена.");
  assert_silent (&with, "TABLE");
}

static void
test_one (void)
{
  g_autoptr (MerScoreTable) table = mer_test_scores (mer_test_district, 1, NULL, NULL);
  MerReportInput input = mer_test_input (table, MER_LANGUAGE_RU);

  assert_says (&input, "Оценена 1 организация (4,8\302\240% от 21). Собрано 290 анкет. "
                       "Балл\302\240— 98,30.");
  assert_silent (&input, "Средний балл");
}

/* Of who goes on with the work of an organization of this cycle, and in this cycle only. */
static void
test_successor (void)
{
  g_autoptr (MerScoreTable) table = mer_test_scores (mer_test_district, 1, NULL, NULL);
  MerReportInput         input = mer_test_input (table, MER_LANGUAGE_RU);
  const MerOrganization *heir = table->rows[0].organization;
  g_autoptr (MerOrganization) gone = mer_organization_new ("ДС «Ёлочка»",
                                                           MER_ORGANIZATION_PRESCHOOL);
  g_autoptr (GPtrArray) registry = g_ptr_array_new ();
  g_autoptr (GPtrArray) members = g_ptr_array_new ();
  MerCycleMember   own = { .organization_id = heir->id, .selected = TRUE };
  MerCycleMember   ended = { .organization_id = heir->id + 1000 };
  g_autofree char *ground = g_strdup ("правопреемник организации ДС «Ёлочка»");

  own.ground = ground;
  gone->id = ended.organization_id;
  gone->successor_id = heir->id;
  g_ptr_array_add (registry, gone);
  g_ptr_array_add (members, &own);
  input.registry = registry;
  input.members = members;
  assert_silent (&input, "правопреемник");
  g_ptr_array_add (members, &ended);
  assert_says (&input, ". СОШ №\302\2408: правопреемник организации ДС «Ёлочка».");
}

/* Every form of the Russian plural. */
static void
test_plurals (void)
{
  static const struct
  {
    guint       n;
    const char *words;
  } rows[] = {
    { 1, "Оценена 1 организация" },
    { 2, "Оценены 2 организации" },
    { 5, "Оценено 5 организаций" },
    { 11, "Оценено 11 организаций" },
    { 21, "Оценена 21 организация" },
    { 22, "Оценены 22 организации" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MerScoreTable) table = mer_test_scores_many (rows[i].n);
      MerReportInput input = mer_test_input (table, MER_LANGUAGE_RU);

      assert_says (&input, rows[i].words);
    }
}

static void
test_ties (void)
{
  const MerTestOrganization same[] = {
    { "А", MER_ORGANIZATION_GENERAL, 100, 5, 90, 10 },
    { "Б", MER_ORGANIZATION_GENERAL, 100, 5, 90, 10 },
    { "В", MER_ORGANIZATION_GENERAL, 100, 5, 70, 10 },
  };
  g_autoptr (MerScoreTable) two = mer_test_scores (same, 2, NULL, NULL);
  g_autoptr (MerScoreTable) three = mer_test_scores (same, 3, NULL, NULL);
  MerReportInput equal = mer_test_input (two, MER_LANGUAGE_RU);
  MerReportInput shared = mer_test_input (three, MER_LANGUAGE_RU);

  assert_says (&equal, "У всех одинаковый балл");
  assert_says (&shared, "(А, Б)");
  assert_says (&shared, "  1 | Б |");
  assert_says (&shared, "  3 | В |");
}

/* Whoever has no score is named with the reason; the rule that settled it is printed. */
static void
test_undefined (void)
{
  const MerTestOrganization some[] = {
    { "СОШ № 1", MER_ORGANIZATION_GENERAL, 100, 5, 90, 10 },
    { "Пустая школа", MER_ORGANIZATION_GENERAL, 0, 0, 0, 0 },
    { "Школа здоровых", MER_ORGANIZATION_GENERAL, 97, 5, 90, 0 },
    { "Школа сильных", MER_ORGANIZATION_GENERAL, 97, 5, 80, 0 },
  };
  g_autoptr (MerScoreTable) open = mer_test_scores (some, 4, NULL, NULL);
  g_autoptr (MerScoreTable) zero = mer_test_scores (some, 4, "undefined", "zero");
  MerReportInput undecided = mer_test_input (open, MER_LANGUAGE_RU);
  MerReportInput settled = mer_test_input (zero, MER_LANGUAGE_RU);

  assert_says (&undecided, "Не определены баллы 3 организаций (примечания 1–2).");
  assert_says (&undecided, "Пустая школа: балл не определён. Нет ни чек-листа, ни анкет.");
  assert_says (&undecided, "Школа здоровых, Школа сильных: балл не определён.");
  assert_says (&settled, "Школа здоровых, Школа сильных: показатель 3.3 не имеет основы и "
                         "принят равным нулю.");
}

static void
test_selection (void)
{
  g_autoptr (MerScoreTable) table = make_district ();
  g_autoptr (GArray) group = g_array_new (FALSE, FALSE, sizeof (gint64));
  MerReportInput kinds = mer_test_input (table, MER_LANGUAGE_RU);
  MerReportInput grouped = mer_test_input (table, MER_LANGUAGE_RU);
  MerReportInput none = mer_test_input (table, MER_LANGUAGE_RU);
  gint64         first = 1;

  kinds.kinds = 1u << MER_ORGANIZATION_PRESCHOOL;
  assert_says (&kinds, "Дошкольные образовательные организации");
  assert_says (&kinds, "Оценены 4 организации.");
  assert_says (&kinds, "Места\302\240— среди всех организаций с баллом: 11.");
  assert_silent (&kinds, "Дом детского творчества");
  none.organizations = group;
  assert_says (&none, "В эту выборку не входит ни одна оценённая организация.");
  g_array_append_val (group, first);
  grouped.organizations = group;
  grouped.group_name = "Опорные школы";
  assert_says (&grouped, "Опорные школы");
  assert_says (&grouped, "Оценена 1 организация.");
}

static void
test_policies (void)
{
  g_autoptr (MerScoreTable) exact =
    mer_test_scores (mer_test_district, MER_TEST_DISTRICT_N, "rounding", "exact");
  MerReportInput input = mer_test_input (exact, MER_LANGUAGE_EN);

  assert_says (&input, "Scores are calculated exactly and rounded only for display.");
  assert_silent (&input, "rounded at each stage");
}

static void
test_unsigned (void)
{
  g_autoptr (MerScoreTable) table = make_district ();
  MerReportInput input = mer_test_input (table, MER_LANGUAGE_RU);

  input.signatory_post = NULL;
  input.signatory_name = NULL;
  assert_says (&input, "Ответственный за расчёт\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/rating/russian", test_russian);
  g_test_add_func ("/report/rating/english", test_english);
  g_test_add_func ("/report/rating/in-kind", test_in_kind);
  g_test_add_func ("/report/rating/empty", test_empty);
  g_test_add_func ("/report/rating/one", test_one);
  g_test_add_func ("/report/rating/successor", test_successor);
  g_test_add_func ("/report/rating/plurals", test_plurals);
  g_test_add_func ("/report/rating/ties", test_ties);
  g_test_add_func ("/report/rating/undefined", test_undefined);
  g_test_add_func ("/report/rating/selection", test_selection);
  g_test_add_func ("/report/rating/policies", test_policies);
  g_test_add_func ("/report/rating/unsigned", test_unsigned);
  return g_test_run ();
}
