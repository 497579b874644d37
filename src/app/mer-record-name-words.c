/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What records are called: a line in a table for a kind that its first text does not tell. */

#include "config.h"

#include "app/mer-record-name-words.h"

#include <string.h>

#include "core/mer-day.h"
#include "cycle/mer-council.h"
#include "cycle/mer-improvement.h"
#include "cycle/mer-selection.h"
#include "cycle/mer-work-plan.h"

typedef char *(*Words) (MerRecordNames  *names,
                        const MerRecord *record,
                        MerLanguage      language);

static char *
number_and_day (const char *number,
                const char *iso,
                MerLanguage language)
{
  g_autofree char *day = mer_day_to_words (iso);

  if (number == NULL)
    return g_steal_pointer (&day);
  if (*day == '\0')
    return g_strdup_printf (mer_tr (language, "No. %s"), number);
  /* Translators: a number and a day, as documents are named. */
  return g_strdup_printf (mer_tr (language, "No. %s of %s"), number, day);
}

static char *
meeting_words (MerRecordNames  *names,
               const MerRecord *record,
               MerLanguage      language)
{
  const MerMeeting *meeting = (const MerMeeting *) record;

  return number_and_day (meeting->number, meeting->day, language);
}

static char *
decision_words (MerRecordNames  *names,
                const MerRecord *record,
                MerLanguage      language)
{
  const MerManagementDecision *decision = (const MerManagementDecision *) record;
  g_autofree char             *which = number_and_day (decision->number, decision->day, language);

  return *which != '\0' ? g_strdup_printf ("%s %s", which, decision->title)
                        : g_strdup (decision->title);
}

static char *
plan_words (MerRecordNames  *names,
            const MerRecord *record,
            MerLanguage      language)
{
  const MerPlan *plan = (const MerPlan *) record;
  const char    *whose = plan->organization != 0
                           ? mer_record_names_of_organization (names, plan->organization)
                           : mer_tr (language, "Consolidated plan");

  if (plan->version < 0)
    return g_strdup (whose);
  /* Translators: an organization, the number of its plan's version. */
  return g_strdup_printf (mer_tr (language, "%s, version %d"), whose, (int) plan->version);
}

static char *
work_item_words (MerRecordNames  *names,
                 const MerRecord *record,
                 MerLanguage      language)
{
  const MerWorkItem *item = (const MerWorkItem *) record;

  return item->number != NULL ? g_strdup_printf ("%s %s", item->number, item->what)
                              : g_strdup (item->what);
}

static char *
year_words (MerRecordNames  *names,
            const MerRecord *record,
            MerLanguage      language)
{
  const MerRecordKind *kind = record->kind;
  gint64               organization =
    mer_record_number (record, mer_record_kind_field (kind, "organization"));

  return g_strdup_printf (
    "%s, %d", mer_record_names_of_organization (names, organization),
    (int) mer_record_number (record, mer_record_kind_field (kind, "year")));
}

static char *
member_words (MerRecordNames  *names,
              const MerRecord *record,
              MerLanguage      language)
{
  gint64 member = mer_record_number (record, mer_record_kind_field (record->kind, "member"));

  return g_strdup (mer_record_names_of (names, &mer_record_member, member));
}

static char *
link_words (MerRecordNames  *names,
            const MerRecord *record,
            MerLanguage      language)
{
  const MerLink *link = (const MerLink *) record;

  return g_strdup_printf ("%s %d → %s %d", link->from_kind, (int) link->from_id, link->to_kind,
                          (int) link->to_id);
}

/* Without a title: what is published, and where. */
static char *
publication_words (MerRecordNames  *names,
                   const MerRecord *record,
                   MerLanguage      language)
{
  const MerPublication *publication = (const MerPublication *) record;
  const MerField       *what = mer_record_kind_field (record->kind, "what");
  const MerField       *place = mer_record_kind_field (record->kind, "place");
  g_autofree char      *title =
    publication->title != NULL
           ? g_strdup (publication->title)
           : g_strdup_printf ("%s, %s", mer_tr (language, what->choices[publication->what].title),
                              mer_tr (language, place->choices[publication->place].title));

  if (publication->organization == 0)
    return g_steal_pointer (&title);
  return g_strdup_printf (
    "%s: %s", mer_record_names_of_organization (names, publication->organization), title);
}

static char *
mark_words (MerRecordNames  *names,
            const MerRecord *record,
            MerLanguage      language)
{
  const MerControlMark *mark = (const MerControlMark *) record;
  const MerField       *verdict = mer_record_kind_field (record->kind, "verdict");
  g_autofree char      *day = mer_day_to_words (mark->day);

  return g_strdup_printf ("%s, %s", day,
                          mer_tr (language, verdict->choices[mark->verdict].title));
}

static const struct
{
  const MerRecordKind *kind;
  Words                words;
} kinds[] = {
  { &mer_record_meeting, meeting_words },
  { &mer_record_management_decision, decision_words },
  { &mer_record_plan, plan_words },
  { &mer_record_work_item, work_item_words },
  { &mer_record_earlier, year_words },
  { &mer_record_scheduled, year_words },
  { &mer_record_attendance, member_words },
  { &mer_record_vote, member_words },
  { &mer_record_link, link_words },
  { &mer_record_publication, publication_words },
  { &mer_record_control_mark, mark_words },
};

/* With the organization that it is about before it. */
static char *
plain_words (MerRecordNames  *names,
             const MerRecord *record)
{
  const MerField  *field = mer_record_kind_field (record->kind, "organization");
  g_autofree char *name = mer_record_name (record);

  if (field == NULL || field->type != MER_FIELD_ORGANIZATION ||
      mer_record_is_blank (record, field))
    return g_steal_pointer (&name);
  return g_strdup_printf (
    "%s: %s", mer_record_names_of_organization (names, mer_record_number (record, field)), name);
}

char *
mer_record_name_words (MerRecordNames  *names,
                       const MerRecord *record,
                       MerLanguage      language)
{
  char *words = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kinds) && words == NULL; i++)
    if (kinds[i].kind == record->kind)
      words = kinds[i].words (names, record, language);
  if (words == NULL)
    words = plain_words (names, record);
  /* one line, as it stands in a cell */
  return g_strdelimit (words, "\r\n\t", ' ');
}

/* --- other ways to write it ------------------------------------------------------------------ */

static void
take (GPtrArray *others,
      char      *text)
{
  if (text != NULL)
    g_ptr_array_add (others, text);
}

static void
add_meeting (GPtrArray        *others,
             const MerMeeting *meeting)
{
  if (meeting->number != NULL)
    {
      take (others, g_strdup (meeting->number));
      take (others, g_strdup_printf ("№ %s", meeting->number));
    }
  take (others, g_strdup (meeting->day));
  take (others, mer_day_to_words (meeting->day));
}

/* «Иванова», «Иванова И. П.» and «И. П. Иванова» of «Иванова Ирина Петровна». */
static void
add_initials (GPtrArray  *others,
              const char *name)
{
  g_auto (GStrv) words = g_strsplit_set (name, " ", -1);
  char first[7] = { 0 }, second[7] = { 0 };

  if (g_strv_length (words) != 3 || *words[1] == '\0' || *words[2] == '\0')
    return;
  g_unichar_to_utf8 (g_utf8_get_char (words[1]), first);
  g_unichar_to_utf8 (g_utf8_get_char (words[2]), second);
  take (others, g_strdup (words[0]));
  take (others, g_strdup_printf ("%s %s. %s.", words[0], first, second));
  take (others, g_strdup_printf ("%s. %s. %s", first, second, words[0]));
}

GPtrArray *
mer_record_name_others (MerRecordNames  *names,
                        const MerRecord *record)
{
  GPtrArray *others = g_ptr_array_new_with_free_func (g_free);

  take (others, mer_record_name_words (names, record, MER_LANGUAGE_RU));
  take (others, mer_record_name_words (names, record, MER_LANGUAGE_EN));
  take (others, mer_record_name (record));
  if (record->kind == &mer_record_meeting)
    add_meeting (others, (const MerMeeting *) record);
  else if (record->kind == &mer_record_member)
    add_initials (others, ((const MerCouncilMember *) record)->name);
  else if (record->kind == &mer_record_work_item)
    {
      take (others, g_strdup (((const MerWorkItem *) record)->number));
      take (others, g_strdup (((const MerWorkItem *) record)->what));
    }
  else if (record->kind == &mer_record_management_decision)
    {
      take (others, g_strdup (((const MerManagementDecision *) record)->number));
      take (others, g_strdup (((const MerManagementDecision *) record)->title));
    }
  return others;
}

const MerField *
mer_record_name_owner (const MerRecordKind *kind)
{
  /* items of the work plan have numbers of their own */
  if (kind == &mer_record_work_item)
    return NULL;
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].flags & MER_FIELD_OWNER)
      return &kind->fields[i];
  return NULL;
}
