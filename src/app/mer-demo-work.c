/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The work plan of the demo district: that of a year by the five criteria, with marks up to the
 * day on which the demo plays, 3 December 2024. */

#include "config.h"

#include "app/mer-demo-private.h"

#include "app/mer-work-plan.h"
#include "store/mer-record-store.h"

typedef struct
{
  const char *number;
  const char *done_on;
  const char *evidence;
} Mark;

static const Mark marks[] = {
  { "1", "2024-02-01", "Протокол № 1, перечень организаций" },
  { "2", "2024-04-22", "Протокол № 2, предложения к техническому заданию" },
  { "3", "2024-05-20", "Инструкция для экспертов" },
  { "4", "2024-05-13", "Письмо № 214" },
  { "5", "2024-05-24", "Сведения о числе получателей услуг" },
  { "6", "2024-11-08", "Отчёт о сборе и обобщении сведений" },
};

static const struct
{
  const char *day;
  int         what; /* as MerHoliday has it */
  const char *name;
} holidays[] = {
  { "2024-04-29", 0, "перенос с субботы 27 апреля" },
  { "2024-04-30", 0, "перенос с субботы 2 ноября" },
  { "2024-05-10", 0, "перенос с субботы 6 января" },
  { "2024-12-30", 0, "перенос с субботы 28 декабря" },
  { "2024-12-31", 0, "перенос с воскресенья 7 января" },
  { "2024-12-28", 1, "рабочая суббота" },
};

static const Mark *
find_mark (const char *number)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_strcmp0 (marks[i].number, number) == 0)
      return &marks[i];
  return NULL;
}

static gboolean
mark_item (MerDocument *doc,
           MerWorkItem *item,
           GError     **error)
{
  const Mark *mark = find_mark (item->number);

  if (mark == NULL)
    return TRUE;
  item->done_on = g_strdup (mark->done_on);
  item->evidence = g_strdup (mark->evidence);
  return mer_store_save_record (doc, item, error);
}

static gboolean
add_holidays (MerDocument *doc,
              GError     **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (holidays); i++)
    {
      g_autoptr (MerHoliday) holiday = mer_record_new (&mer_record_holiday, 0);

      holiday->day = g_strdup (holidays[i].day);
      holiday->what = holidays[i].what;
      holiday->name = g_strdup (holidays[i].name);
      if (!mer_store_save_record (doc, holiday, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
mer_demo_enter_work_plan (MerDocument *doc,
                          guint        cycle,
                          gint64       cycle_id,
                          GError     **error)
{
  g_autoptr (GPtrArray) items = NULL;

  if (cycle != MER_DEMO_LATEST)
    return TRUE;
  if (!mer_work_plan_add_preset (doc, cycle_id, "c", mer_demo_cycles[cycle].year, NULL, error) ||
      !add_holidays (doc, error))
    return FALSE;
  items = mer_store_records (doc, &mer_record_work_item, cycle_id, error);
  for (guint i = 0; items != NULL && i < items->len; i++)
    if (!mark_item (doc, items->pdata[i], error))
      return FALSE;
  return items != NULL;
}
