/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What documents about records print alike. */

#include "config.h"

#include "report/mer-record-print.h"

#include "chart/mer-chart-text.h"
#include "cycle/mer-council.h"
#include "cycle/mer-cycle-settings.h"
#include "cycle/mer-selection.h"

static const char *const months_ru[] = {
  "января",
  "февраля",
  "марта",
  "апреля",
  "мая",
  "июня",
  "июля",
  "августа",
  "сентября",
  "октября",
  "ноября",
  "декабря",
};

static const char *const months_en[] = {
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
};

gconstpointer
mer_print_latest (const MerRecordKind *kind,
                  const GPtrArray     *records)
{
  const MerMeeting *latest = NULL;

  if (kind != &mer_record_meeting)
    return records->len > 0 ? records->pdata[records->len - 1] : NULL;
  for (guint i = 0; i < records->len; i++)
    {
      const MerMeeting *meeting = records->pdata[i];

      if (meeting->state != MER_MEETING_CANCELLED &&
          (latest == NULL || g_strcmp0 (meeting->day, latest->day) > 0))
        latest = meeting;
    }
  return latest;
}

gconstpointer
mer_print_subject (const MerReportInput *input,
                   const MerRecordKind  *kind)
{
  if (input->records == NULL)
    return NULL;
  return input->record_id != 0
           ? mer_record_set_find (input->records, kind, input->record_id)
           : mer_print_latest (kind, mer_record_set_get (input->records, kind));
}

const char *
mer_print_organization (const MerReportInput *input,
                        gint64                id)
{
  return mer_organizations_name (input->registry, id);
}

char *
mer_print_day (MerLanguage language,
               const char *iso)
{
  int year = 0, month = 0, day = 0;

  if (!mer_day_split (mer_day_from_iso (iso), &year, &month, &day))
    return g_strdup ("");
  if (language == MER_LANGUAGE_RU)
    return g_strdup_printf ("%d %s %d\302\240г.", day, months_ru[month - 1], year);
  return g_strdup_printf ("%d %s %d", day, months_en[month - 1], year);
}

char *
mer_print_day_of_year (MerLanguage language,
                       MerDay      day)
{
  int year = 0, month = 0, of_month = 0;

  if (!mer_day_split (day, &year, &month, &of_month))
    return g_strdup ("");
  return g_strdup_printf ("%d %s", of_month,
                          language == MER_LANGUAGE_RU ? months_ru[month - 1]
                                                      : months_en[month - 1]);
}

const char *
mer_print_kind (MerLanguage         language,
                MerOrganizationKind kind)
{
  const MerField *field = mer_record_kind_field (&mer_record_window, "organization_kind");

  return mer_tr (language, field->choices[1 + (guint) kind].title);
}

char *
mer_print_count (MerLanguage language,
                 gint64      count)
{
  return count >= 0 ? mer_format_count (language, count) : g_strdup ("—");
}

char *
mer_print_list (const char *lines)
{
  g_auto (GStrv) names = g_strsplit (lines != NULL ? lines : "", "\n", -1);

  return g_strjoinv (", ", names);
}

const char *
mer_print_code (MerLanguage           language,
                const MerMethodology *methodology,
                const char           *code)
{
  const MerCriterion *criterion =
    code != NULL && methodology != NULL ? mer_methodology_find_criterion (methodology, code) : NULL;

  if (criterion != NULL)
    return mer_chart_criterion_label (language, criterion);
  return code != NULL ? code : "";
}

char *
mer_print_codes (MerLanguage           language,
                 const MerMethodology *methodology,
                 const char           *codes)
{
  g_auto (GStrv) list = g_strsplit (codes != NULL ? codes : "", ", ", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      char *printed = g_strdup (mer_print_code (language, methodology, list[i]));

      g_free (list[i]);
      list[i] = printed;
    }
  return g_strjoinv (", ", list);
}

const char *
mer_print_procedure (const MerReportInput *input)
{
  return mer_cycle_settings_get (input->settings, MER_SETTING_PROCEDURE);
}

void
mer_print_head (const MerReportInput *input,
                MerBlocks            *blocks,
                const char           *title)
{
  g_autofree char *capitals = g_utf8_strup (title, -1);

  mer_blocks_set_author (blocks, input->department);
  if (input->annex != NULL)
    mer_blocks_add_text (blocks, MER_BLOCK_ANNEX, input->annex);
  if (input->department != NULL)
    mer_blocks_add_text (blocks, MER_BLOCK_SUBTITLE, input->department);
  mer_blocks_add_text (blocks, MER_BLOCK_TITLE, capitals);
}

MerBlocks *
mer_print_nothing (const MerReportInput *input,
                   const char           *title,
                   const char           *sentence)
{
  MerBlocks *blocks = mer_blocks_new (input->language, title);

  mer_print_head (input, blocks, title);
  mer_blocks_add_text (blocks, MER_BLOCK_PARAGRAPH, sentence);
  return blocks;
}
