/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes the tables of an invented region, the same from each run: organizations.csv, and
 * survey.csv with one row a respondent, organizations interleaved, full question texts in the
 * header, and comments in a tenth of the rows.
 *
 *   generate FOLDER ORGANIZATIONS QUESTIONNAIRES [dates|times] */

#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "methodology/mer-methodology-xml.h"

#define SEED 20241014u
#define FIRST_DAY 1726444800 /* 2024-09-16 */
#define DAYS 60

static guint64 state = SEED;

/* SplitMix64 (Steele, Lea, Flood 2014): small, and the same everywhere. */
static guint32
random_below (guint32 n)
{
  guint64 z = state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ z >> 30) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ z >> 27) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return (guint32) ((guint64) (guint32) (z >> 32) * n >> 32);
}

static const char *const kinds[][2] = {
  { "Муниципальное дошкольное учреждение «Детский сад № %u»", "дошкольная" },
  { "Муниципальное учреждение «Средняя школа № %u»", "общеобразовательная" },
  { "Муниципальное учреждение «Дом творчества № %u»", "дополнительного образования" },
};

/* Questions that no methodology asks. */
static const char *const further[] = {
  "Укажите Ваш пол", "Укажите Ваш возраст", "Кем Вы приходитесь обучающемуся",
  "Сколько детей в Вашей семье", "Как часто Вы бываете в здании",
  "На чём Вы добираетесь", "Где Вы узнали об опросе", "Заполняли ли Вы анкету раньше",
  "Сколько лет Вы живёте в районе", "Какой у Вас телефон", "Нужна ли Вам памятка"
};
#define N_FURTHER G_N_ELEMENTS (further)

static const char *const comments[] = {
  "Всё хорошо, спасибо коллективу за внимание к детям.",
  "Хотелось бы, чтобы расписание вывешивали заранее; тесная раздевалка.",
  "Нет пандуса у бокового входа, к нему трудно подъехать с коляской зимой.",
  "Нужен \"тихий\" угол для занятий; остальное устраивает полностью."
};

static char *
name_of (guint organization)
{
  const char *template = kinds[organization % G_N_ELEMENTS (kinds)][0];
  const char *place = strstr (template, "%u");

  return g_strdup_printf ("%.*s%u%s", (int) (place - template), template, organization + 1,
                          place + 2);
}

static FILE *
create (const char *folder,
        const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  FILE            *file = fopen (path, "w");

  if (file == NULL)
    {
      perror (path);
      exit (EXIT_FAILURE);
    }
  return file;
}

static void
write_organizations (const char *folder,
                     char      **names)
{
  FILE *file = create (folder, "organizations.csv");

  fputs ("Наименование организации;Вид;Численность получателей услуг\n", file);
  for (guint i = 0; names[i] != NULL; i++)
    fprintf (file, "%s;%s;%u\n", names[i], kinds[i % G_N_ELEMENTS (kinds)][1],
             300 + random_below (900));
  fclose (file);
}

static void
write_header (FILE                 *file,
              const MerMethodology *methodology)
{
  fputs ("Отметка времени;Наименование организации", file);
  for (guint i = 0; i < methodology->questions->len; i++)
    {
      const MerQuestion *question = g_ptr_array_index (methodology->questions, i);
      fprintf (file, ";\"%s\"", question->text);
    }
  for (guint i = 0; i < N_FURTHER; i++)
    fprintf (file, ";%s", further[i]);
  fputs (";Ваши предложения\n", file);
}

static void
write_time (FILE    *file,
            gboolean with_clock)
{
  g_autoptr (GDateTime) day =
    g_date_time_new_from_unix_utc (FIRST_DAY + (gint64) random_below (DAYS) * 86400);

  fprintf (file, "%02d.%02d.%04d", g_date_time_get_day_of_month (day), g_date_time_get_month (day),
           g_date_time_get_year (day));
  if (with_clock)
    fprintf (file, " %u:%02u:%02u", random_below (24), random_below (60), random_below (60));
}

static void
write_answers (FILE                 *file,
               const MerMethodology *methodology)
{
  gboolean positive[64] = { FALSE };

  for (guint i = 0; i < methodology->questions->len; i++)
    {
      const MerQuestion *question = g_ptr_array_index (methodology->questions, i);
      guint              chance = random_below (1000);

      positive[i] = chance < 850;
      if (question->filter >= 0 && !positive[question->filter])
        fputc (';', file);
      else if (chance == 999)
        fputs (";Затрудняюсь ответить", file);
      else
        fputs (positive[i] ? ";Да" : ";Нет", file);
    }
  for (guint i = 0; i < N_FURTHER; i++)
    fputs (random_below (3) > 0 ? ";Да" : ";Нет", file);
}

static void
write_comment (FILE *file)
{
  fputc (';', file);
  if (random_below (10) > 0)
    return;
  fputc ('"', file);
  for (const char *p = comments[random_below (G_N_ELEMENTS (comments))]; *p != 0; p++)
    fputs (*p == '"' ? "\"\"" : (char[]){ *p, 0 }, file);
  fputc ('"', file);
}

static void
write_survey (const char *folder,
              char      **names,
              guint       n_organizations,
              guint       n_each,
              gboolean    with_clock)
{
  g_autoptr (MerMethodology) methodology = mer_methodology_shipped ("nok-2018-education", NULL);
  FILE *file = create (folder, "survey.csv");

  write_header (file, methodology);
  for (guint64 i = 0; i < (guint64) n_organizations * n_each; i++)
    {
      write_time (file, with_clock);
      fprintf (file, ";%s", names[random_below (n_organizations)]);
      write_answers (file, methodology);
      write_comment (file);
      fputc ('\n', file);
    }
  fclose (file);
}

int
main (int    argc,
      char **argv)
{
  g_auto (GStrv) names = NULL;
  guint n_organizations = 0;
  guint n_each = 0;

  if (argc < 4)
    {
      fprintf (stderr, "usage: %s FOLDER ORGANIZATIONS QUESTIONNAIRES [dates|times]\n", argv[0]);
      return 2;
    }
  n_organizations = (guint) atoi (argv[2]);
  n_each = (guint) atoi (argv[3]);
  g_mkdir_with_parents (argv[1], 0777);
  names = g_new0 (char *, n_organizations + 1);
  for (guint i = 0; i < n_organizations; i++)
    names[i] = name_of (i);
  write_organizations (argv[1], names);
  write_survey (argv[1], names, n_organizations, n_each,
                argc < 5 || strcmp (argv[4], "times") == 0);
  return EXIT_SUCCESS;
}
