/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Fills a document with what cycles of a region keep besides scores, the same from each run: three
 * cycles, in each of them every organization has findings, recommendations, a plan of so many
 * items and control marks; a work plan, a council that meets, publications.
 *
 *   generate-cycle DOCUMENT [ITEMS [MEETINGS [PUBLICATIONS]]]
 *
 * Organizations are those that the document has. */

#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "core/mer-locale.h"
#include "cycle/mer-council.h"
#include "cycle/mer-improvement.h"
#include "cycle/mer-work-plan.h"
#include "store/mer-finding-store.h"
#include "store/mer-record-store.h"
#include "store/mer-registry-store.h"

#define SEED 20241203u
#define CYCLES 3
#define FIRST_YEAR 2022
#define MEMBERS 15
#define QUESTIONS 5 /* of a meeting */
#define WORK_SECTIONS 10
#define WORK_ITEMS 190
#define FINDINGS 10 /* of an organization */

typedef struct
{
  MerDocument *doc;
  GPtrArray   *organizations;
  guint        items, meetings, publications;
  gint64       cycle;
  int          year;
  GArray      *members; /* of gint64 */
} Region;

static guint64 state = SEED;

/* SplitMix64 (Steele, Lea, Flood 2014): small, and the same everywhere. */
static guint
random_below (guint n)
{
  guint64 z = state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ z >> 30) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ z >> 27) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return (guint) ((guint64) (guint32) (z >> 32) * n >> 32);
}

static void
save (Region  *self,
      gpointer record)
{
  g_autoptr (GError) error = NULL;

  if (mer_store_save_record (self->doc, record, &error))
    return;
  fprintf (stderr, "%s\n", error->message);
  exit (EXIT_FAILURE);
}

static void
require (gboolean ok,
         GError  *error)
{
  if (ok)
    return;
  fprintf (stderr, "%s\n", error->message);
  exit (EXIT_FAILURE);
}

static gpointer
record_new (Region              *self,
            const MerRecordKind *kind,
            guint                position)
{
  MerRecord *record = mer_record_new (kind, self->cycle);

  record->position = position;
  return record;
}

static char *
day_of (int   year,
        guint month,
        guint day)
{
  return g_strdup_printf ("%04d-%02u-%02u", year, month, day);
}

static char *
random_day (int year)
{
  return day_of (year, 1 + random_below (12), 1 + random_below (28));
}

static char *
deadline_of (int year)
{
  static const char *const months[] = { "января", "февраля", "марта", "апреля", "мая", "июня",
                                        "июля", "августа", "сентября", "октября", "ноября",
                                        "декабря" };
  static const char *const quarters[] = { "I", "II", "III", "IV" };

  switch (random_below (8))
    {
    case 0:
      return g_strdup_printf ("%s квартал %d г.", quarters[random_below (4)], year + 1);
    case 1:
      return g_strdup ("постоянно");
    case 2:
      return g_strdup_printf ("не позднее %u дней после получения рекомендаций",
                              10 * (1 + random_below (9)));
    default:
      return g_strdup_printf ("до %u %s %d г.", 1 + random_below (28), months[random_below (12)],
                              year + (int) random_below (2));
    }
}

static char *
person_of (void)
{
  static const char *const surnames[] = { "Берёзкина", "Соколова", "Петров", "Иванова", "Кузьмин",
                                          "Орлова", "Лебедев", "Зайцева", "Гусев", "Щукина" };
  static const char *const initials = "АБВГДЕИКЛМ";
  guint                    first = random_below (10);
  guint                    second = random_below (10);

  return g_strdup_printf ("%s %.2s. %.2s.", surnames[random_below (10)], initials + 2 * first,
                          initials + 2 * second);
}

/* --- findings and plans ---------------------------------------------------------------------- */

static void
add_finding (Region                *self,
             const MerOrganization *organization,
             guint                  number,
             gint64                *id)
{
  g_autofree char *text = g_strdup_printf ("Нет пандуса у входа № %u, подъезд зимой затруднён",
                                           number);
  g_autoptr (MerFinding) finding = mer_finding_new (MER_FINDING_FINDING, text);
  g_autoptr (GError) error = NULL;

  finding->cycle_id = self->cycle;
  finding->organization_id = organization->id;
  finding->criterion = g_strdup_printf ("K%u", 1 + random_below (5));
  require (mer_store_save_finding (self->doc, finding, &error), error);
  *id = finding->id;
}

static void
add_recommendation (Region                *self,
                    const MerOrganization *organization,
                    gint64                 finding,
                    guint                  position)
{
  g_autoptr (MerRecommendation) one = record_new (self, &mer_record_recommendation, position);

  one->organization = organization->id;
  one->finding = finding;
  one->text = g_strdup_printf ("Обеспечить доступность входа, см. недостаток № %u", position);
  one->sent = day_of (self->year, 10, 1 + random_below (28));
  one->received = day_of (self->year, 11, 1 + random_below (28));
  save (self, one);
}

static void
add_mark (Region *self,
          gint64  item)
{
  g_autoptr (MerControlMark) mark = record_new (self, &mer_record_control_mark, (guint) item);

  mark->plan_item = item;
  mark->day = day_of (self->year, 11, 1 + random_below (28));
  mark->inspector = person_of ();
  mark->verdict = (int) random_below (3);
  mark->share = random_below (101);
  save (self, mark);
}

static void
add_item (Region *self,
          gint64  plan,
          gint64  finding,
          guint   position)
{
  g_autoptr (MerPlanItem) item = record_new (self, &mer_record_plan_item, position);

  item->plan = plan;
  item->criterion = g_strdup_printf ("K%u", 1 + random_below (5));
  item->finding = finding;
  item->problem = g_strdup_printf ("Нет пандуса у входа № %u", position);
  item->measure = g_strdup_printf ("Установить пандус у входа № %u и очистить подъезд к нему",
                                   random_below (1000));
  item->deadline = deadline_of (self->year);
  item->person = person_of ();
  item->post = g_strdup (random_below (3) == 0 ? "завхоз" : "заместитель директора");
  item->state = (int) random_below (4);
  if (item->state == MER_PLAN_ITEM_DONE)
    {
      item->taken = g_strdup ("Пандус установлен, подъезд очищен");
      item->done_on = random_day (self->year);
      item->evidence = g_strdup ("Акт приёмки");
    }
  save (self, item);
  if (random_below (2) == 0)
    add_mark (self, item->record.id);
}

static void
add_plan (Region *self,
          guint   index)
{
  const MerOrganization *organization = self->organizations->pdata[index];
  g_autoptr (MerPlan) plan = record_new (self, &mer_record_plan, index + 1);
  gint64 findings[FINDINGS];

  for (guint i = 0; i < FINDINGS; i++)
    {
      add_finding (self, organization, i + 1, &findings[i]);
      add_recommendation (self, organization, findings[i], index * FINDINGS + i + 1);
    }
  plan->organization = organization->id;
  plan->version = 1;
  plan->state = MER_PLAN_DRAFT; /* of an approved one no item is added */
  save (self, plan);
  for (guint i = 0; i < self->items; i++)
    add_item (self, plan->record.id, i < FINDINGS - 1 ? findings[i] : -1,
              index * self->items + i + 1);
  plan->state = (int) random_below (5);
  save (self, plan);
}

/* --- work plan, publications ----------------------------------------------------------------- */

static void
add_work (Region *self)
{
  gint64 section = 0;

  for (guint i = 0; i < WORK_SECTIONS + WORK_ITEMS; i++)
    {
      g_autoptr (MerWorkItem) item = record_new (self, &mer_record_work_item, i + 1);

      item->level = i % (1 + WORK_ITEMS / WORK_SECTIONS) == 0 ? MER_WORK_SECTION : MER_WORK_ITEM;
      item->number = g_strdup_printf ("%u", i + 1);
      item->what = g_strdup_printf ("Провести совещание № %u с руководителями организаций", i + 1);
      if (item->level == MER_WORK_ITEM)
        {
          item->parent = section;
          item->deadline = deadline_of (self->year - 1);
          item->responsible = person_of ();
          item->done_on = random_below (2) == 0 ? random_day (self->year) : NULL;
        }
      save (self, item);
      section = item->level == MER_WORK_SECTION ? item->record.id : section;
    }
}

static void
add_publications (Region *self)
{
  for (guint i = 0; i < self->publications; i++)
    {
      g_autoptr (MerPublication) one = record_new (self, &mer_record_publication, i + 1);
      const MerOrganization *organization = self->organizations->pdata[random_below (
        self->organizations->len)];

      one->what = (int) random_below (MER_PUBLICATION_OTHER + 1);
      one->title = g_strdup_printf ("Сведения об оценке, выпуск %u", i + 1);
      one->place = (int) random_below (MER_PLACE_OTHER + 1);
      one->organization = organization->id;
      one->who = person_of ();
      one->deadline = deadline_of (self->year);
      one->done_on = random_below (2) == 0 ? random_day (self->year) : NULL;
      save (self, one);
    }
}

/* --- the council ----------------------------------------------------------------------------- */

static void
add_members (Region *self)
{
  self->members = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < MEMBERS; i++)
    {
      g_autoptr (MerCouncilMember) member = record_new (self, &mer_record_member, i + 1);

      member->name = person_of ();
      member->represents = g_strdup_printf ("Общественная организация № %u", i + 1);
      member->role = i == 0 ? MER_COUNCIL_CHAIR : MER_COUNCIL_MEMBER;
      member->since = day_of (FIRST_YEAR, 1, 15);
      save (self, member);
      g_array_append_val (self->members, member->record.id);
    }
}

static void
add_question (Region *self,
              gint64  meeting,
              guint   position)
{
  g_autoptr (MerAgendaItem) item = record_new (self, &mer_record_agenda_item, position);

  item->meeting = meeting;
  item->question = g_strdup_printf ("О ходе оценки, вопрос %u", position);
  item->decision = g_strdup ("Принять к сведению");
  item->outcome = MER_DECISION_ADOPTED;
  save (self, item);
  for (guint i = 0; i < self->members->len; i++)
    {
      g_autoptr (MerVote) vote = record_new (self, &mer_record_vote,
                                             position * MEMBERS + i + 1);

      vote->agenda_item = item->record.id;
      vote->member = g_array_index (self->members, gint64, i);
      vote->vote = (int) random_below (3);
      save (self, vote);
    }
}

static void
add_meeting (Region *self,
             guint   number)
{
  g_autoptr (MerMeeting) meeting = record_new (self, &mer_record_meeting, number + 1);

  meeting->number = g_strdup_printf ("%u", number + 1);
  meeting->day = day_of (self->year, 1 + number * 12 / (self->meetings + 1),
                         1 + random_below (28));
  meeting->state = MER_MEETING_HELD;
  meeting->chair = g_array_index (self->members, gint64, 0);
  save (self, meeting);
  for (guint i = 0; i < self->members->len; i++)
    {
      g_autoptr (MerAttendance) one = record_new (self, &mer_record_attendance,
                                                  number * MEMBERS + i + 1);

      one->meeting = meeting->record.id;
      one->member = g_array_index (self->members, gint64, i);
      one->state = random_below (8) == 0 ? MER_ATTENDANCE_ABSENT : MER_ATTENDANCE_PRESENT;
      save (self, one);
    }
  for (guint i = 0; i < QUESTIONS; i++)
    add_question (self, meeting->record.id, number * QUESTIONS + i + 1);
}

/* --- all of it ------------------------------------------------------------------------------- */

/* One that there is of the year, as an import of answers makes one, or a new one. */
static void
open_cycle (Region *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cycles = mer_store_cycles (self->doc, &error);
  g_autoptr (MerCycle) cycle = NULL;

  require (cycles != NULL, error);
  for (guint i = 0; i < cycles->len; i++)
    if (((MerCycle *) cycles->pdata[i])->year == self->year)
      self->cycle = ((MerCycle *) cycles->pdata[i])->id;
  if (self->cycle == 0)
    {
      g_autofree char *title = g_strdup_printf ("НОКО %d", self->year);

      cycle = mer_cycle_new (title, self->year);
      cycle->methodology_id = mer_store_latest_methodology_id (self->doc);
      require (mer_store_save_cycle (self->doc, cycle, &error), error);
      self->cycle = cycle->id;
    }
  for (guint i = 0; i < self->organizations->len; i++)
    {
      MerCycleMember member = { .organization_id =
                                  ((MerOrganization *) self->organizations->pdata[i])->id,
                                .recipients = 100 + random_below (900),
                                .selected = TRUE };

      require (mer_store_save_member (self->doc, self->cycle, &member, &error), error);
    }
}

static void
fill_cycle (Region *self)
{
  self->cycle = 0;
  open_cycle (self);
  for (guint i = 0; i < self->organizations->len; i++)
    add_plan (self, i);
  add_work (self);
  add_publications (self);
  for (guint i = 0; i < self->meetings; i++)
    add_meeting (self, i);
}

static guint
argument (int   argc,
          char *argv[],
          int   index,
          guint otherwise)
{
  return argc > index ? (guint) atoi (argv[index]) : otherwise;
}

int
main (int   argc,
      char *argv[])
{
  Region region = { .items = argument (argc, argv, 2, 20),
                    .meetings = argument (argc, argv, 3, 40),
                    .publications = argument (argc, argv, 4, 5000) };
  g_autoptr (GError) error = NULL;

  mer_locale_init ();
  if (argc < 2)
    {
      fprintf (stderr, "usage: generate-cycle DOCUMENT [ITEMS [MEETINGS [PUBLICATIONS]]]\n");
      return EXIT_FAILURE;
    }
  region.doc = mer_document_open (argv[1], MER_OPEN_READ_WRITE, &error);
  require (region.doc != NULL, error);
  region.organizations = mer_store_organizations (region.doc, &error);
  require (region.organizations != NULL, error);
  require (mer_document_begin (region.doc, "region", &error), error);
  add_members (&region);
  for (int i = 0; i < CYCLES; i++)
    {
      region.year = FIRST_YEAR + i;
      fill_cycle (&region);
    }
  require (mer_document_commit (region.doc, &error), error);
  g_ptr_array_unref (region.organizations);
  g_array_unref (region.members);
  g_object_unref (region.doc);
  return EXIT_SUCCESS;
}
