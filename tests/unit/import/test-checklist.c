/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checklists: one row an organization, in any order, with the operator's own items. */
#include "config.h"

#include <locale.h>

#include "import-fixture.h"
#include "import/mer-mark-text.h"
#include "store/mer-mark-store.h"

static const char header[] =
  "Отметка времени;Наименование организации или П/Н по списку;"
  "Информация на СТЕНДЕ [Режим и график работы];"
  "Информация на САЙТЕ [Дата создания];"
  "Укажите количество комфортных условий [Наличие и доступность питьевой воды];"
  "Укажите количество комфортных условий [Гардероб]\n";

static MerImportResult *
import (Fixture    *self,
        const char *rows)
{
  g_autofree char *text = g_strconcat (header, rows, NULL);

  return fixture_import (self, MER_BATCH_CHECKLIST, text);
}

static void
add_organizations (Fixture *self)
{
  g_autoptr (MerImportResult) result =
    fixture_import (self, MER_BATCH_ORGANIZATIONS, "Организация\nСОШ № 1\nСОШ № 2\nДС «Радуга»\n");

  assert_counts (result, 3, 0, 0);
}

static MerMark
mark_of (Fixture               *self,
         const MerImportResult *result,
         const char            *organization,
         const char            *item)
{
  g_autoptr (GPtrArray) organizations = fixture_organizations (self);
  g_autoptr (GPtrArray) items = mer_store_items (self->doc, result->cycle_id, NULL);
  g_autoptr (MerMethodology) methodology =
    mer_store_methodology (self->doc, mer_store_latest_methodology_id (self->doc), NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) evidence =
    mer_store_evidence (self->doc, result->cycle_id, methodology, &error);
  gint64 id = get_organization (organizations, organization)->id;

  g_assert_no_error (error);
  for (guint i = 0; i < evidence->len; i++)
    {
      const MerEvidence *found = evidence->pdata[i];

      for (guint j = 0; found->organization_id == id && j < items->len; j++)
        {
          const MerCycleItem *known = items->pdata[j];

          if (g_strcmp0 (known->code != NULL ? known->code : known->text, item) == 0)
            return found->marks[j];
        }
    }
  g_assert_not_reached ();
}

static void
test_marks (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (MerImportResult) result = NULL;

  add_organizations (self);
  result = import (self, "01.10.2024;дс \"радуга\";Да;½;;-\n01.10.2024;СОШ №2;0;1;1;+\n");
  assert_counts (result, 2, 0, 0);
  g_assert_nonnull (find_problem (result, "new-item"));
  g_assert_cmpint (mark_of (self, result, "ДС «Радуга»", "stand.2"), ==, MER_MARK_PRESENT);
  g_assert_cmpint (mark_of (self, result, "ДС «Радуга»", "site.1"), ==, MER_MARK_HALF);
  g_assert_cmpint (mark_of (self, result, "ДС «Радуга»", "comfort.3"), ==, MER_MARK_NOT_REQUIRED);
  g_assert_cmpint (mark_of (self, result, "ДС «Радуга»", "Гардероб"), ==, MER_MARK_ABSENT);
  g_assert_cmpint (mark_of (self, result, "СОШ № 2", "stand.2"), ==, MER_MARK_ABSENT);
  g_assert_cmpint (mark_of (self, result, "СОШ № 2", "Гардероб"), ==, MER_MARK_PRESENT);
}

/* The second file finds the item that the first one added. */
static void
test_added_item_is_known (Fixture      *self,
                          gconstpointer data)
{
  g_autoptr (MerImportResult) first = NULL;
  g_autoptr (MerImportResult) second = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  add_organizations (self);
  first = import (self, "01.10.2024;СОШ №2;0;1;1;1\n");
  before = mer_store_items (self->doc, first->cycle_id, NULL);
  second = import (self, "01.10.2024;СОШ № 1;0;1;1;0\n");
  after = mer_store_items (self->doc, second->cycle_id, NULL);
  g_assert_null (find_problem (second, "new-item"));
  g_assert_cmpuint (before->len, ==, after->len);
  g_assert_cmpint (mark_of (self, second, "СОШ № 1", "Гардероб"), ==, MER_MARK_ABSENT);
}

static void
test_bad_mark (Fixture      *self,
               gconstpointer data)
{
  g_autoptr (MerImportResult) result = NULL;
  const MerImportProblem *problem;

  add_organizations (self);
  result = import (self, ";СОШ № 1;1;частично;1;1\n;СОШ № 2;1;1;1;1\n;ДС «Радуга»;;;;\n");
  problem = get_problem (result, "bad-mark");
  assert_counts (result, 1, 2, 0);
  g_assert_cmpint (problem->row, ==, 2);
  g_assert_cmpuint (problem->column, ==, 4);
  g_assert_nonnull (strstr (problem->text, "частично"));
  g_assert_cmpint (get_problem (result, "no-marks")->row, ==, 4);
}

static void
test_twice (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (MerImportResult) result = NULL;
  const MerImportProblem *problem;

  add_organizations (self);
  result = import (self, ";СОШ № 1;1;1;1;1\n;СОШ № 2;1;1;1;1\n;СОШ №1;1;да;+;1\n"
                         ";СОШ N2;0;1;1;1\n;Радуга;1;1;1;1\n");
  problem = get_problem (result, "different-twice");
  assert_counts (result, 1, 3, 1);
  g_assert_cmpuint (result->unmatched->len, ==, 1);
  g_assert_cmpstr (result->unmatched->pdata[0], ==, "Радуга");
  g_assert_nonnull (strstr (problem->text, "3"));
  g_assert_nonnull (strstr (problem->text, "5"));
}

/* Who looked, when, and where the evidence is stand beside the whole checklist; what a later
 * file does not say stays. */
static void
test_notes (Fixture      *self,
            gconstpointer data)
{
  static const char columns[] = "Организация;На стенде [Режим и график работы];Дата осмотра;"
                                "ФИО эксперта;Ссылка на фото;Примечание\n";
  static const char later[] = "Организация;На стенде [Режим и график работы];Дата;Проверяющий\n";
  g_autofree char  *text = NULL;
  g_autofree char  *again = NULL;
  g_autoptr (MerImportResult) result = NULL;
  g_autoptr (MerImportResult) second = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GPtrArray) after = NULL;
  const MerMarkNote *note = NULL;

  add_organizations (self);
  text = g_strconcat (columns,
                      "СОШ № 1;1;15.10.2024;Ольховская А. Б.;https://foto.example/1;ремонт\n"
                      "СОШ № 2;0;вчера;;;\n",
                      NULL);
  result = fixture_import (self, MER_BATCH_CHECKLIST, text);
  assert_counts (result, 2, 0, 0);
  g_assert_cmpint (get_problem (result, "bad-day")->row, ==, 3);
  notes = mer_store_mark_notes (self->doc, result->cycle_id, 0, NULL);
  g_assert_cmpuint (notes->len, ==, 1);
  note = notes->pdata[0];
  g_assert_cmpint (note->item_id, ==, 0);
  g_assert_cmpstr (note->day, ==, "2024-10-15");
  g_assert_cmpstr (note->inspector, ==, "Ольховская А. Б.");
  g_assert_cmpstr (note->link, ==, "https://foto.example/1");
  g_assert_cmpstr (note->note, ==, "ремонт");
  again = g_strconcat (later, "СОШ № 1;0;2024-11-02;Дубов В. Г.\n", NULL);
  second = fixture_import (self, MER_BATCH_CHECKLIST, again);
  assert_counts (second, 1, 0, 0);
  after = mer_store_mark_notes (self->doc, result->cycle_id, 0, NULL);
  note = after->pdata[0];
  g_assert_cmpstr (note->day, ==, "2024-11-02");
  g_assert_cmpstr (note->inspector, ==, "Дубов В. Г.");
  g_assert_cmpstr (note->link, ==, "https://foto.example/1");
}

static void
test_mark_spellings (void)
{
  const struct
  {
    const char *text;
    int         mark; /* −1: none */
  } cases[] = {
    { "1", MER_MARK_PRESENT },
    { "1,0", MER_MARK_PRESENT },
    { "1.00", MER_MARK_PRESENT },
    { "ДА", MER_MARK_PRESENT },
    { "+", MER_MARK_PRESENT },
    { "есть", MER_MARK_PRESENT },
    { "0", MER_MARK_ABSENT },
    { "0.0", MER_MARK_ABSENT },
    { "Нет.", MER_MARK_ABSENT },
    { "−", MER_MARK_ABSENT },
    { "–", MER_MARK_ABSENT },
    { "½", MER_MARK_HALF },
    { "0,5", MER_MARK_HALF },
    { "0.50", MER_MARK_HALF },
    { ",5", MER_MARK_HALF },
    { "", MER_MARK_NOT_REQUIRED },
    { "Не требуется", MER_MARK_NOT_REQUIRED },
    { "2", -1 },
    { "10", -1 },
    { "1.5", -1 },
    { "0,55", -1 },
    { "0,25", -1 },
    { ".", -1 },
    { "1.", -1 },
    { "частично", -1 },
    { "да нет", -1 },
    { "-1", -1 },
    { "11", -1 },
    { "05", -1 },
    { ",0", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MerMark  mark = MER_MARK_NOT_REQUIRED;
      gboolean good = mer_mark_parse (cases[i].text, &mark);

      g_test_message ("«%s»", cases[i].text);
      g_assert_cmpint (good ? (int) mark : -1, ==, cases[i].mark);
    }
}

#define ADD(name, function) \
  g_test_add ("/checklist/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ADD ("marks", test_marks);
  ADD ("added-item-is-known", test_added_item_is_known);
  ADD ("bad-mark", test_bad_mark);
  ADD ("twice", test_twice);
  ADD ("notes", test_notes);
  g_test_add_func ("/checklist/spellings", test_mark_spellings);
  return g_test_run ();
}
