/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What followed from the results of the demo district: heads, the library of measures, plans of
 * 2021 that were carried out, plans of 2024 in several states, control marks, and a decision of the
 * department that amends a programme. Names are invented initials. */
#include "config.h"

#include "app/mer-demo-private.h"
#include "app/mer-plans.h"
#include "store/mer-finding-store.h"
#include "store/mer-registry-store.h"

static gint64
find_organization (const GPtrArray *organizations,
                   const char      *name)
{
  for (guint i = 0; i < organizations->len; i++)
    {
      const MerOrganization *organization = organizations->pdata[i];

      if (g_str_equal (organization->name, name))
        return organization->id;
    }
  return 0;
}

/* --- the library of measures and the heads --------------------------------------------------- */

/* clang-format off */
static const struct
{
  const char *criterion;
  const char *problem;
  const char *measure;
  const char *post;
} measures[] = {
  { "K1", "Сайт. Отсутствует: сведения на официальном сайте",
    "Разместить недостающие сведения на официальном сайте и назначить ответственного за их "
    "обновление", "ответственный за сайт" },
  { "K1", "Стенд. Отсутствует: сведения на стенде",
    "Обновить информационный стенд у входа", "заместитель директора" },
  { "K1", "Дистанционные способы взаимодействия: телефон, электронная почта, форма обращения",
    "Открыть на сайте форму обращения и опубликовать порядок ответа", "ответственный за сайт" },
  { "K2", "Комфортные условия: зона отдыха, питьевая вода, санитарные помещения",
    "Оборудовать зону ожидания и обеспечить питьевую воду", "завхоз" },
  { "K3", "Оборудование входа: пандус, поручни, подъёмная платформа",
    "Установить пандус и поручни у главного входа", "завхоз" },
  { "K3", "Сменные кресла-коляски, стоянка для автотранспорта инвалидов, санитарная комната",
    "Приобрести сменное кресло-коляску и выделить место стоянки", "завхоз" },
  { "K3", "Условия доступности: сурдопереводчик, шрифт Брайля, альтернативная версия сайта",
    "Включить на сайте версию для слабовидящих и заключить договор с сурдопереводчиком",
    "заместитель директора" },
  { "K4", NULL, "Провести обучение работников этике делового общения", "методист" },
  { "K5", NULL, "Обсудить результаты опроса на родительском собрании и принять меры по "
                "замечаниям", "руководитель" },
};
/* clang-format on */

static gboolean
add_measures (MerDocument *doc,
              GError     **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      g_autoptr (MerMeasureTaken) made = mer_record_new (&mer_record_measure, 0);

      made->criterion = g_strdup (measures[i].criterion);
      made->problem = g_strdup (measures[i].problem);
      made->measure = g_strdup (measures[i].measure);
      made->post = g_strdup (measures[i].post);
      if (!mer_store_save_record (doc, made, error))
        return FALSE;
    }
  return TRUE;
}

static const struct
{
  const char *organization;
  const char *name;
  const char *post;
  const char *since;
  const char *until;
} heads[] = {
  { "ДС «Радуга»", "Т. Н. Сосновская", "заведующий", "2017-08-21", NULL },
  { "СОШ № 1", "В. П. Луговой", "директор", "2012-09-03", "2024-06-28" },
  { "СОШ № 1", "Н. А. Ключевая", "директор", "2024-07-01", NULL },
  { "Ольховская СОШ", "Г. С. Дубравин", "директор", "2019-02-11", NULL },
  { "ДС «Алёнушка»", "Е. М. Полевая", "заведующий", "2020-08-17", NULL },
  { "ДЮСШ «Старт»", "А. В. Озёрный", "директор", "2021-11-15", NULL },
  { "Липовская СОШ", "О. И. Луговая", "директор", "2015-01-12", NULL },
  { "Подгорновская ООШ", "С. К. Каменев", "директор", "2018-03-05", NULL },
  { "ДС «Капелька»", "И. Д. Ручьёва", "заведующий", "2022-04-04", NULL },
};

static gboolean
add_heads (MerDocument     *doc,
           const GPtrArray *organizations,
           gint64           cycle_id,
           GError         **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autoptr (MerHead) made = mer_record_new (&mer_record_head, cycle_id);

      made->organization = find_organization (organizations, heads[i].organization);
      made->name = g_strdup (heads[i].name);
      made->post = g_strdup (heads[i].post);
      made->since = g_strdup (heads[i].since);
      made->until = g_strdup (heads[i].until);
      if (made->organization != 0 && !mer_store_save_record (doc, made, error))
        return FALSE;
    }
  return TRUE;
}

/* --- plans ----------------------------------------------------------------------------------- */

/* What becomes of the plan of an organization: how far it came, and when its items are due. The
 * deadlines go round over its items, the first `n_done` of which are done. */
typedef struct
{
  const char *organization;
  const char *submitted; /* NULL: a draft */
  const char *approved;  /* nullable */
  guint       n_done;
  const char *done_on;
  guint       n_work;
  const char *deadlines[3];
  const char *published; /* NULL: not yet */
  const char *link;
} Story;

/* clang-format off */
static const Story stories_2024[] = {
  { "ДС «Радуга»", "2024-11-18", "2024-11-20", 2, "2024-11-25", 1,
    { "до 29 ноября 2024 г.", "I квартал 2025 г.", "до 1 сентября 2025 г." } },
  { "СОШ № 1", "2024-11-22", "2024-11-26", 1, "2024-11-28", 2,
    { "до 30 ноября 2024 г.", "март–май 2025 г.", "до 1 июня 2025 г." },
    "2024-11-29", "https://sosh1.example/svedeniya/plan-2024" },
  { "Ольховская СОШ", "2024-11-25", "2024-11-27", 3, "2024-11-29", 0,
    { "декабрь 2024 г.", "II квартал 2025 г.", "постоянно" } },
  { "ДС «Алёнушка»", "2024-11-25", NULL, 0, NULL, 1,
    { "до 31 марта 2025 г.", "III квартал 2025 г.", "до 1 сентября 2025 г." } },
  { "ДЮСШ «Старт»", "2024-11-29", NULL, 0, NULL, 0,
    { "до 1 марта 2025 г.", "до 1 июня 2025 г.", "2025 г." } },
  { "Липовская СОШ", NULL, NULL, 0, NULL, 0,
    { "до 1 февраля 2025 г.", "до 1 июня 2025 г.", NULL } },
};

static const Story stories_2021[] = {
  { "ДС «Радуга»", "2021-11-30", "2021-12-06", 99, "2022-05-20", 0,
    { "до 1 июня 2022 г.", "II квартал 2022 г.", "до 1 сентября 2022 г." },
    "2021-12-10", "https://raduga.example/svedeniya/plan-2021" },
  { "Ольховская СОШ", "2021-11-30", "2021-12-06", 4, "2022-08-15", 0,
    { "до 1 сентября 2022 г.", "2022 г.", "до 31 декабря 2022 г." } },
};
/* clang-format on */

static const char *const evidence[] = {
  "Акт приёмки работ № 7",
  "https://raduga.example/svedeniya",
  "Приказ № 41",
  "Протокол родительского собрания № 2",
};

static void
settle_item (MerPlanItem *item,
             const Story *story,
             guint        index)
{
  guint n = story->deadlines[2] != NULL ? 3 : 2;

  g_free (item->deadline);
  item->deadline = g_strdup (story->deadlines[index % n]);
  if (index < story->n_done)
    {
      item->state = MER_PLAN_ITEM_DONE;
      item->taken = g_strdup ("Выполнено полностью");
      item->done_on = g_strdup (story->done_on);
      item->evidence = g_strdup (evidence[index % G_N_ELEMENTS (evidence)]);
    }
  else if (index < story->n_done + story->n_work)
    {
      item->state = MER_PLAN_ITEM_WORK;
      item->share = 40;
      item->taken = g_strdup ("Заключён договор, работы начаты");
    }
}

static gboolean
tell_story (MerDocument       *doc,
            const MerPlanBook *book,
            const Story       *story,
            gint64             organization,
            GError           **error)
{
  const MerPlanSheet *sheet = mer_plan_book_sheet (book, organization);
  gint64              plan = 0;

  if (sheet == NULL || sheet->plan == NULL)
    return TRUE;
  plan = sheet->plan->record.id;
  for (guint i = 0; i < sheet->n_lines; i++)
    {
      g_autoptr (MerPlanItem) item = mer_record_copy (book->lines[sheet->first_line + i].item);

      settle_item (item, story, i);
      if (!mer_store_save_record (doc, item, error))
        return FALSE;
    }
  if (story->submitted != NULL &&
      !mer_plans_set_state (doc, plan, MER_PLAN_SUBMITTED, story->submitted, NULL, error))
    return FALSE;
  if (story->approved != NULL &&
      !mer_plans_set_state (doc, plan, MER_PLAN_APPROVED, story->approved,
                            "Начальник отдела образования", error))
    return FALSE;
  return story->published == NULL ||
         mer_plans_publish (doc, plan, MER_PLACE_ORGANIZATION, story->published, story->link,
                            error);
}

static gboolean
make_plans (MerDocument     *doc,
            const GPtrArray *organizations,
            gint64           cycle_id,
            const Story     *stories,
            guint            n,
            const char      *received,
            GError         **error)
{
  g_autoptr (MerPlanBook) book = NULL;
  guint        found = 0;
  MerPlansMade made = { 0 };

  for (guint i = 0; i < n; i++)
    {
      gint64              id = find_organization (organizations, stories[i].organization);
      const MerPlanScope *of = MER_PLANS_OF (id);

      if (id != 0 && (!mer_plans_find (doc, cycle_id, of, 90, &found, error) ||
                      !mer_plans_recommend (doc, cycle_id, of, received, &found, error) ||
                      !mer_plans_receive (doc, cycle_id, of, received, &found, error) ||
                      !mer_plans_make (doc, cycle_id, of, &made, error)))
        return FALSE;
    }
  book = mer_plans_load (doc, cycle_id, error);
  for (guint i = 0; book != NULL && i < n; i++)
    {
      gint64 id = find_organization (organizations, stories[i].organization);

      if (id != 0 && !tell_story (doc, book, &stories[i], id, error))
        return FALSE;
    }
  return book != NULL;
}

/* One organization has got its recommendations and hands in nothing. */
static gboolean
add_silent (MerDocument     *doc,
            const GPtrArray *organizations,
            gint64           cycle_id,
            GError         **error)
{
  gint64              id = find_organization (organizations, "Подгорновская ООШ");
  const MerPlanScope *of = MER_PLANS_OF (id);
  guint               n = 0;

  return id == 0 || (mer_plans_find (doc, cycle_id, of, 90, &n, error) &&
                     mer_plans_recommend (doc, cycle_id, of, "2024-11-14", &n, error) &&
                     mer_plans_receive (doc, cycle_id, of, "2024-11-15", &n, error));
}

/* --- control --------------------------------------------------------------------------------- */

/* The inspector confirms what is done, but for the last item that is. */
static gboolean
add_marks (MerDocument *doc,
           gint64       cycle_id,
           GError     **error)
{
  g_autoptr (MerPlanBook) book = mer_plans_load (doc, cycle_id, error);
  const MerPlanLine *last = NULL;

  for (guint i = 0; book != NULL && i < book->n_lines; i++)
    if (book->lines[i].standing == MER_STANDING_DONE)
      last = &book->lines[i];
  for (guint i = 0; book != NULL && i < book->n_lines; i++)
    {
      const MerPlanLine *line = &book->lines[i];
      g_autoptr (MerControlMark) mark = NULL;

      if (line->standing != MER_STANDING_DONE)
        continue;
      mark = mer_record_new (&mer_record_control_mark, cycle_id);
      mark->plan_item = line->item->record.id;
      mark->day = g_strdup ("2024-12-02");
      mark->inspector = g_strdup ("Сосновская Е. Н.");
      mark->verdict = line == last ? MER_CONTROL_PARTLY : MER_CONTROL_CONFIRMED;
      mark->share = line == last ? 60 : -1;
      mark->text = g_strdup (line == last ? "Работы приняты не полностью, срок устранения 10 дней"
                                          : "Подтверждено при посещении");
      if (!mer_store_save_record (doc, mark, error))
        return FALSE;
    }
  return book != NULL;
}

/* --- the decision ---------------------------------------------------------------------------- */

static gboolean
add_decision (MerDocument     *doc,
              const GPtrArray *organizations,
              gint64           cycle_id,
              GError         **error)
{
  static const struct
  {
    const char *what;
    const char *organization;
    const char *deadline;
    const char *responsible;
    const char *result;
  } items[] = {
    { "Предусмотреть в бюджете района средства на пандусы и поручни", NULL,
      "до 20 декабря 2024 г.", "отдел образования\nфинансовый отдел", "поправка к программе" },
    { "Провести обследование входов в здания школ", NULL, "I квартал 2025 г.",
      "отдел образования", "акты обследования" },
    { "Установить подъёмную платформу", "Подгорновская ООШ", "до 1 сентября 2025 г.",
      "директор школы", "акт приёмки" },
  };
  g_autoptr (MerManagementDecision) made = mer_record_new (&mer_record_management_decision,
                                                           cycle_id);

  made->number = g_strdup ("214");
  made->day = g_strdup ("2024-11-28");
  made->title = g_strdup ("О мерах по результатам независимой оценки 2024 года");
  made->issuer = g_strdup ("Постановление администрации района");
  made->amends = g_strdup ("муниципальная программа «Доступная среда» на 2023–2026 годы");
  made->clause = g_strdup ("3.2");
  made->effective = g_strdup ("2025-01-01");
  made->effect = g_strdup ("Объём средств на оборудование входов увеличен на 1,2 млн рублей.");
  if (!mer_store_save_record (doc, made, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr (MerRoadItem) item = mer_record_new (&mer_record_road_item, cycle_id);

      item->decision = made->record.id;
      item->what = g_strdup (items[i].what);
      if (items[i].organization != NULL)
        item->organization = find_organization (organizations, items[i].organization);
      item->deadline = g_strdup (items[i].deadline);
      item->responsible = g_strdup (items[i].responsible);
      item->result = g_strdup (items[i].result);
      if (!mer_store_save_record (doc, item, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
plan_latest (MerDocument     *doc,
             const GPtrArray *organizations,
             gint64           cycle_id,
             GError         **error)
{
  gint64 municipal = 0;

  return add_heads (doc, organizations, cycle_id, error) &&
         make_plans (doc, organizations, cycle_id, stories_2024, G_N_ELEMENTS (stories_2024),
                     "2024-11-15", error) &&
         add_silent (doc, organizations, cycle_id, error) && add_marks (doc, cycle_id, error) &&
         add_decision (doc, organizations, cycle_id, error) &&
         mer_plans_consolidate (doc, cycle_id, &municipal, error);
}

gboolean
mer_demo_make_plans (MerDocument *doc,
                     guint        cycle,
                     gint64       cycle_id,
                     GError     **error)
{
  g_autoptr (GPtrArray) organizations = mer_store_organizations (doc, error);

  if (organizations == NULL)
    return FALSE;
  if (cycle == MER_DEMO_LATEST)
    return plan_latest (doc, organizations, cycle_id, error);
  return add_measures (doc, error) &&
         make_plans (doc, organizations, cycle_id, stories_2021, G_N_ELEMENTS (stories_2021),
                     "2021-11-25", error);
}
