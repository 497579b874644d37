/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The operator of the invented district: contract, deliveries, papers, remarks, and the preliminary
 * results as they were before the questionnaires on paper came in. */

#include "config.h"

#include "app/mer-approval-private.h"
#include "app/mer-demo-private.h"
#include "app/mer-score-csv.h"
#include "cycle/mer-operator.h"
#include "store/mer-record-store.h"
#include "store/mer-registry-store.h"

/* 18 November 2024, ten o'clock UTC. */
#define PUBLISHED_AT G_GINT64_CONSTANT (1731924000)

static const struct
{
  const char      *what;
  gboolean         is_report;
  const char      *received;
  MerDeliveryState state;
  const char      *decided;
  const char      *reason;
} deliveries[] = {
  { "Промежуточные таблицы анкет", FALSE, "2024-10-21", MER_DELIVERY_RETURNED, "2024-10-23",
    "Названия организаций записаны не так, как в списке; нет столбца даты" },
  { "Таблицы анкет и чек-листов", FALSE, "2024-11-05", MER_DELIVERY_ACCEPTED, "2024-11-07", NULL },
  { "Отчёт о сборе и обобщении информации", TRUE, "2024-11-08", MER_DELIVERY_ACCEPTED,
    "2024-11-11", NULL },
  { "Исходные файлы телефонного опроса", FALSE, "2024-11-28", MER_DELIVERY_RECEIVED, NULL, NULL },
};

static const struct
{
  MerRemarkSubject about;
  const char      *day;
  const char      *source;
  const char      *organization;
  const char      *text;
  MerRemarkState   state;
  const char      *decision;
  const char      *decided;
} remarks[] = {
  { MER_REMARK_TERMS, "2024-07-10", "Общественный совет", NULL,
    "Опрашивать родителей сельских школ и по телефону.", MER_REMARK_ACCEPTED,
    "Телефонный опрос внесён в раздел 3", "2024-07-15" },
  { MER_REMARK_TENDER, "2024-07-10", "Общественный совет", NULL,
    "Требовать опыта не менее трёх таких же работ.", MER_REMARK_REJECTED,
    "Для закупки малого объёма такое требование не устанавливается", "2024-07-15" },
  { MER_REMARK_RATING, "2024-11-20", "Сайт управления образования", "ДС «Родничок»",
    "Анкеты, которые родители заполнили на бумаге, в предварительный рейтинг не вошли.",
    MER_REMARK_ACCEPTED, "Двенадцать бумажных анкет введены, баллы пересчитаны", "2024-11-26" },
  { MER_REMARK_RATING, "2024-11-22", "Газета «Ольховские вести»", NULL,
    "Показывать рядом места школ и детских садов нельзя: условия у них разные.",
    MER_REMARK_PARTLY, "В отчёт добавлены места внутри вида организаций", "2024-11-26" },
  { MER_REMARK_REVIEW, "2024-11-29", "Отзыв на сайте bus.gov.ru", "Подгорновская ООШ",
    "Пандуса нет, с коляской в школу не войти.", MER_REMARK_OPEN, NULL, NULL },
};

static const struct
{
  int         what;
  const char *number;
  const char *day;
  const char *title;
  const char *issuer;
} papers[] = {
  { 0, "214", "2024-06-20", "О проведении независимой оценки качества условий в 2024 году",
    "Управление образования" },
  { 2, NULL, "2024-09-02", "Инструкция оператора по опросу и посещению организаций",
    "ООО «Центр оценки качества»" },
  { 1, "01-17/388", "2024-10-23", "О возврате промежуточных таблиц", "Управление образования" },
};

/* --- records --------------------------------------------------------------------------------- */

static gboolean
add_contract (MerDocument *doc,
              gint64       cycle_id,
              GError     **error)
{
  g_autoptr (MerContract) contract = mer_record_new (&mer_record_contract, cycle_id);

  contract->operator_name = g_strdup ("ООО «Центр оценки качества»");
  contract->number = g_strdup ("17");
  contract->day = g_strdup ("2024-08-01");
  contract->subject = g_strdup ("сбор и обобщение информации о качестве условий осуществления "
                                "образовательной деятельности");
  contract->amount = g_strdup ("240000");
  contract->deadline = g_strdup ("до 11 ноября 2024 г.");
  return mer_store_save_record (doc, contract, error);
}

static gboolean
add_delivery (MerDocument *doc,
              gint64       cycle_id,
              guint        i,
              GError     **error)
{
  g_autoptr (MerDelivery) delivery = mer_record_new (&mer_record_delivery, cycle_id);

  delivery->what = g_strdup (deliveries[i].what);
  delivery->is_report = deliveries[i].is_report;
  delivery->received = g_strdup (deliveries[i].received);
  delivery->state = (int) deliveries[i].state;
  delivery->decided = g_strdup (deliveries[i].decided);
  delivery->reason = g_strdup (deliveries[i].reason);
  return mer_store_save_record (doc, delivery, error);
}

static gint64
find_organization (GPtrArray  *organizations,
                   const char *name)
{
  for (guint i = 0; name != NULL && i < organizations->len; i++)
    {
      const MerOrganization *organization = organizations->pdata[i];

      if (g_str_equal (organization->name, name))
        return organization->id;
    }
  return 0;
}

static gboolean
add_remark (MerDocument *doc,
            gint64       cycle_id,
            guint        i,
            GPtrArray   *organizations,
            GError     **error)
{
  g_autoptr (MerRemark) remark = mer_record_new (&mer_record_remark, cycle_id);

  remark->about = (int) remarks[i].about;
  remark->day = g_strdup (remarks[i].day);
  remark->source = g_strdup (remarks[i].source);
  remark->organization = find_organization (organizations, remarks[i].organization);
  remark->text = g_strdup (remarks[i].text);
  remark->state = (int) remarks[i].state;
  remark->decision = g_strdup (remarks[i].decision);
  remark->decided = g_strdup (remarks[i].decided);
  return mer_store_save_record (doc, remark, error);
}

static gboolean
add_paper (MerDocument *doc,
           gint64       cycle_id,
           guint        i,
           GError     **error)
{
  g_autoptr (MerPaper) paper = mer_record_new (&mer_record_paper, cycle_id);

  paper->what = papers[i].what;
  paper->number = g_strdup (papers[i].number);
  paper->day = g_strdup (papers[i].day);
  paper->title = g_strdup (papers[i].title);
  paper->issuer = g_strdup (papers[i].issuer);
  return mer_store_save_record (doc, paper, error);
}

/* --- preliminary results --------------------------------------------------------------------- */

gboolean
mer_demo_publish_preliminary (MerDocument *doc,
                              gint64       cycle_id,
                              GError     **error)
{
  g_autoptr (MerResults) results = mer_results_load (doc, cycle_id, MER_RESULTS_AS_RULED, error);
  g_autoptr (MerApproval) kept = NULL;

  if (results == NULL)
    return FALSE;
  kept = mer_approval_new (results, "заседание Общественного совета, протокол № 3 от 15.11.2024",
                           mer_score_table_to_csv_with_ids (results->scores));
  kept->approved_at = PUBLISHED_AT;
  g_free (kept->who);
  kept->who = g_strdup ("А. Б. Ольховская");
  return mer_store_save_approval (doc, MER_APPROVAL_PRELIMINARY, kept, error);
}

gboolean
mer_demo_enter_operator (MerDocument *doc,
                         gint64       cycle_id,
                         GError     **error)
{
  g_autoptr (GPtrArray) organizations = mer_store_organizations (doc, error);
  gboolean done = organizations != NULL && add_contract (doc, cycle_id, error);

  for (guint i = 0; done && i < G_N_ELEMENTS (deliveries); i++)
    done = add_delivery (doc, cycle_id, i, error);
  for (guint i = 0; done && i < G_N_ELEMENTS (remarks); i++)
    done = add_remark (doc, cycle_id, i, organizations, error);
  for (guint i = 0; done && i < G_N_ELEMENTS (papers); i++)
    done = add_paper (doc, cycle_id, i, error);
  return done;
}
