/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the demo district has published, is late with and has before it; its events and papers. The
 * demo plays on 3 December 2024. */

#include "config.h"

#include "app/mer-demo-private.h"

#include "cycle/mer-improvement.h"
#include "cycle/mer-operator.h"
#include "cycle/mer-work-plan.h"
#include "store/mer-record-store.h"
#include "store/mer-registry-store.h"

/* One record: keys of fields and their values, as tables have them; NULL ends it. */
typedef struct
{
  const MerRecordKind *kind;
  const char          *organization; /* nullable */
  const char          *values[15];
} Line;

/* clang-format off */
static const Line lines[] = {
  { &mer_record_publication, NULL,
    { "what", "list", "title", "Перечень организаций, в отношении которых проводится оценка",
      "deadline", "до 1 марта 2024 г.", "done_on", "2024-02-26",
      "link", "https://example.org/noko/2024/list", "checked_by", "Ломов И. С.",
      "checked", "2024-03-01", NULL } },
  { &mer_record_publication, NULL,
    { "what", "method", "title", "Критерии и порядок оценки", "deadline", "март 2024 г.",
      "done_on", "2024-03-20", "link", "https://example.org/noko/2024/rules", NULL } },
  { &mer_record_publication, NULL,
    { "what", "news", "title", "О ходе независимой оценки", "place", "press",
      "deadline", "ежеквартально", "done_on", "2024-10-10", NULL } },
  { &mer_record_publication, NULL,
    { "what", "results", "title", "Результаты независимой оценки", "place", "busgov",
      "deadline", "до 30 ноября 2024 г.", NULL } },
  { &mer_record_publication, NULL,
    { "what", "rating", "title", "Рейтинг организаций",
      "deadline", "до 25 декабря 2024 г.", NULL } },
  { &mer_record_publication, "ДС «Радуга»",
    { "what", "plan", "title", "План по устранению недостатков", "place", "organization",
      "deadline", "до 1 февраля 2025 г.", NULL } },
  { &mer_record_event, NULL,
    { "what", "seminar", "title", "Семинар для ответственных за сайты",
      "deadline", "апрель 2024 г.", "held", "2024-04-18", "participants", "41",
      "place", "Дом учителя", NULL } },
  { &mer_record_event, NULL,
    { "what", "hearing", "title", "Общественное обсуждение предварительных результатов",
      "deadline", "декабрь 2024 г.", "responsible", "председатель Общественного совета", NULL } },
  { &mer_record_paper, NULL,
    { "what", "order", "number", "87-о", "day", "2024-02-05",
      "title", "О проведении независимой оценки качества в 2024 году",
      "issuer", "Управление образования", NULL } },
};
/* clang-format on */

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
add_line (MerDocument *doc,
          gint64       cycle_id,
          const Line  *line,
          gint64       organization,
          GError     **error)
{
  g_autoptr (MerRecord) record = mer_record_new (line->kind, cycle_id);

  for (guint i = 0; line->values[i] != NULL; i += 2)
    if (!mer_record_from_string (record, mer_record_kind_field (line->kind, line->values[i]),
                                 line->values[i + 1], error))
      return FALSE;
  if (organization != 0)
    mer_record_set_number (record, mer_record_kind_field (line->kind, "organization"),
                           organization);
  return mer_store_save_record (doc, record, error);
}

gboolean
mer_demo_enter_publications (MerDocument *doc,
                             gint64       cycle_id,
                             GError     **error)
{
  g_autoptr (GPtrArray) organizations = mer_store_organizations (doc, error);

  if (organizations == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (!add_line (doc, cycle_id, &lines[i],
                   find_organization (organizations, lines[i].organization), error))
      return FALSE;
  return TRUE;
}
