/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which encoding a text is taken for: short texts, capitals, lists of names, and files whose
 * Russian begins far behind. What counts is that the text comes out right: two encodings that
 * read it alike are both right. */

#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "import/mer-table-reader.h"
#include "import/mer-text-encoding.h"

static const char *const encodings[] = { "WINDOWS-1251", "CP866", "KOI8-R", "MAC-CYRILLIC",
                                         "ISO-8859-5" };

/* None of this is among the texts that the letter pairs were counted in. */
static const char prose[] =
  "Директор всегда находит время выслушать родителей, а классные руководители отвечают на письма "
  "в тот же день. Хотелось бы, чтобы возле входа сделали пандус и поставили скамейки: зимой "
  "дедушкам и бабушкам негде подождать внуков. В столовой вкусно, но очередь движется медленно. "
  "Спортивный зал отремонтировали прошлым летом, теперь там светло и тепло. Просим вернуть кружок "
  "шахмат, он был очень популярен. Сайт открывается с телефона плохо, расписание найти трудно, "
  "объявления устаревают. Охранник вежлив, гардеробщица приветлива, медсестра внимательна. Вода в "
  "кулере бывает не всегда. Ребёнок ходит в группу с удовольствием, воспитатели добрые и чуткие, "
  "нянечка заботливая. Благодарим коллектив за труд! Площадка требует покраски, песочницу пора "
  "заменить, забор покосился. Льготное питание оформили быстро. Жаль, что отменили автобус, "
  "приходится идти пешком через пустырь, где нет фонарей. Жюри конкурса чтецов судило честно, "
  "щедро раздавало грамоты; щенок, нарисованный Юрой, занял первое место. Эхо праздника слышно "
  "до сих пор. Цветы на подоконниках ухожены, учебники выдали вовремя, тетради проверяют каждую "
  "неделю. Юбилей отмечали всем селом, приехали выпускники разных лет. Подъезд чистят от снега "
  "плохо, объезд закрыт. Фойе украшено, шторы новые, мебель прочная, бассейн закрыт на ремонт.";

static const char *const lists[] = {
  "ЛИЦЕЙ №4",
  "ШКОЛА 12",
  "ДА;НЕТ\n",
  "да;нет;да\nнет;да;да\n",
  "ФИО;КЛАСС\nБЫКОВА Я.Ю.;5\n",
  "ОРГАНИЗАЦИЯ;ОТВЕТ\nШКОЛА № 3;ДА\n",
  "НАИМЕНОВАНИЕ;ИНН\nМБДОУ ДЕТСКИЙ САД № 7;1234567890\n",
  "организация;ответ\nшкола 3;да\n",
  "МБДОУ № 5\nМБДОУ № 6\nМБДОУ № 7\n",
  "СОШ № 1;1\nСОШ № 2;0\nООШ № 3;1\n",
  "МБОУ СОШ № 14;Да\nМАДОУ ЦРР;Нет\n",
  "Журавлёва Щукина\nЦыганков\nЮдин\nЯхонтова\nЭйдельман\n",
  "Ёжикова Ф. Ц.\nОбъедков Я. Э.\nЩёголева Ю. Ю.\n",
  "id;answer;note\n1;5;хорошо\n2;4;\n3;5;\n",
  "q1,q2,q3\nyes,no,очень доволен\n",
  "Ответ\n",
  "Школа\n",
  "школа\n",
  "ШКОЛА\n",
  "Детский сад\n",
  "ДЕТСКИЙ САД\n",
  "МОСКВА;5\n",
  "ЩЁЛКОВО;5\n",
  "Съезд;Подъезд;Объём\n",
};

static const char *const signs[] = {
  "Детский сад № 3 «Радуга» — лучший\n",
  "МБДОУ «Ёлочка»;Да\n",
  "СОШ №1;«Да»;…\n",
};

/* Whether what was guessed reads as the text that was written. FALSE also for text in which the
 * encoding has no sign for a letter: then nothing is asked. */
static gboolean
is_right (const char *text,
          const char *encoding)
{
  gsize            length = 0;
  g_autofree char *bytes = g_convert (text, -1, encoding, "UTF-8", NULL, &length, NULL);
  g_autofree char *back = NULL;
  MerTextGuess     guess = { 0 };
  MerTextVerdict   verdict;

  if (bytes == NULL)
    return TRUE;
  verdict = mer_text_encoding_guess ((const guint8 *) bytes, length, TRUE, &guess);
  if (verdict == MER_TEXT_KNOWN)
    back = g_convert (bytes, (gssize) length, "UTF-8", guess.encoding, NULL, NULL, NULL);
  if (g_strcmp0 (back, text) == 0)
    return TRUE;
  g_test_message ("%s taken for %s (%d): «%s»", encoding, guess.encoding, verdict, text);
  return FALSE;
}

static void
test_lists (void)
{
  guint n_wrong = 0;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < G_N_ELEMENTS (encodings); j++)
      n_wrong += !is_right (lists[i], encodings[j]);
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    for (guint j = 0; j < G_N_ELEMENTS (encodings); j++)
      n_wrong += !is_right (signs[i], encodings[j]);
  g_assert_cmpuint (n_wrong, ==, 0);
}

/* Whole words in a row, from 8 letters on. */
static char *
take_words (char **words,
            guint  from,
            glong  n_letters)
{
  GString *out = g_string_new (NULL);

  while (words[from] != NULL && g_utf8_strlen (out->str, -1) < n_letters)
    g_string_append_printf (out, out->len > 0 ? " %s" : "%s", words[from++]);
  return g_string_free (out, FALSE);
}

/* Pieces of prose as written, in capitals and in small letters. */
static void
test_pieces (void)
{
  g_auto (GStrv) words = g_strsplit (prose, " ", -1);
  guint n_words = g_strv_length (words);
  guint n_wrong = 0;

  for (guint i = 0; i + 12 < n_words; i++)
    {
      for (guint n = 8; n <= 64; n *= 2)
        {
          g_autofree char *piece = take_words (words, i, n);
          g_autofree char *upper = g_utf8_strup (piece, -1);
          g_autofree char *lower = g_utf8_strdown (piece, -1);

          for (guint j = 0; j < G_N_ELEMENTS (encodings); j++)
            {
              n_wrong += !is_right (piece, encodings[j]);
              n_wrong += !is_right (upper, encodings[j]);
              n_wrong += !is_right (lower, encodings[j]);
            }
        }
    }
  g_assert_cmpuint (n_wrong, ==, 0);
}

static MerTextVerdict
verdict_of (const char *bytes,
            gsize       length)
{
  MerTextGuess guess = { 0 };

  return mer_text_encoding_guess ((const guint8 *) bytes, length, TRUE, &guess);
}

/* Noise of all bytes, of bytes without controls, and of bytes over 127 alone. */
static void
test_noise (void)
{
  GRand *rand = g_rand_new_with_seed (11);

  for (guint i = 0; i < 300; i++)
    {
      char  noise[4000];
      gsize length = (gsize) g_rand_int_range (rand, 64, sizeof noise);

      for (gsize j = 0; j < length; j++)
        noise[j] = (char) g_rand_int_range (rand, i % 3 == 0 ? 0 : i % 3 == 1 ? 32
                                                                              : 128,
                                            256);
      g_assert_cmpint (verdict_of (noise, length), ==, MER_TEXT_BINARY);
    }
  g_rand_free (rand);
}

static void
test_certainty (void)
{
  static const char *text = "Организация;Ответ\nДетский сад Радуга;Да\nШкола 12;Нет\n";
  MerTextGuess       guess = { 0 };
  gsize              length = 0;

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_autofree char *long_text =
        g_convert (text, -1, encodings[i], "UTF-8", NULL, &length, NULL);

      mer_text_encoding_guess ((const guint8 *) long_text, length, TRUE, &guess);
      g_assert_cmpstr (guess.encoding, ==, encodings[i]);
      g_assert_true (guess.certain);
    }
  mer_text_encoding_guess ((const guint8 *) "a;\xc9\n", 4, TRUE, &guess);
  g_assert_false (guess.certain);
  mer_text_encoding_guess ((const guint8 *) "caf\xe9 or other plain text of some length", 39, TRUE,
                           &guess);
  g_assert_false (guess.certain);
  mer_text_encoding_guess ((const guint8 *) "школа", strlen ("школа"), TRUE, &guess);
  g_assert_true (guess.certain);
  g_assert_cmpstr (guess.encoding, ==, "UTF-8");
}

static void
test_wide (void)
{
  static const char *const texts[] = {
    "школа;да\n",
    "ДА",
    "a;b\n1;2\n",
    "Школа № 3 «Радуга» — да",
  };
  static const struct
  {
    const char *encoding;
    const char *mark;
    gsize       length;
  } forms[] = {
    { "UTF-16LE", "\xff\xfe", 2 },
    { "UTF-16BE", "\xfe\xff", 2 },
    { "UTF-32LE", "\xff\xfe\0\0", 4 },
    { "UTF-32BE", "\0\0\xfe\xff", 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts) * G_N_ELEMENTS (forms) * 2; i++)
    {
      const char      *encoding = forms[i / 2 % 4].encoding;
      gsize            mark = i % 2 == 0 ? 0 : forms[i / 2 % 4].length;
      gsize            length = 0;
      g_autofree char *bytes =
        g_convert (texts[i / 8], -1, encoding, "UTF-8", NULL, &length, NULL);
      g_autoptr (GByteArray) file = g_byte_array_new ();
      MerTextGuess guess = { 0 };

      g_byte_array_append (file, (const guint8 *) forms[i / 2 % 4].mark, (guint) mark);
      g_byte_array_append (file, (const guint8 *) bytes, (guint) length);
      g_assert_cmpint (mer_text_encoding_guess (file->data, file->len, TRUE, &guess), ==,
                       MER_TEXT_KNOWN);
      g_assert_cmpstr (guess.encoding, ==, encoding);
      g_assert_cmpuint (guess.bom, ==, mark);
    }
}

/* --- files --------------------------------------------------------------------------------- */

/* The last cell of the last row and the encoding, or the error. */
static char *
last_cell (const char *bytes,
           gsize       length,
           const char *encoding)
{
  g_autofree char *folder = g_dir_make_tmp ("mer-encodings-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "t.csv", NULL);
  MerTableOptions  options = { path, NULL, encoding, ';' };
  g_autoptr (GError) error = NULL;
  g_autoptr (MerTableReader) reader = NULL;
  MerRow row = { 0 };
  char  *last = NULL;

  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  reader = mer_table_reader_open (&options, &error);
  while (reader != NULL && mer_table_reader_next (reader, &row, &error) > 0)
    {
      g_free (last);
      last = g_strdup_printf ("%.*s in %s", (int) row.cells[row.n_cells - 1].length,
                              row.cells[row.n_cells - 1].text, reader->info.encoding);
    }
  g_unlink (path);
  g_rmdir (folder);
  if (error == NULL)
    return last;
  g_free (last);
  return g_strdup (error->message);
}

/* Half a megabyte of ASCII stands before the first Russian word. */
static void
test_late (void)
{
  static const char *const names[] = { "UTF-8", "WINDOWS-1251", "CP866", "KOI8-R", "MAC-CYRILLIC",
                                       "ISO-8859-5" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GString) file = g_string_new ("id;answer;note\n");
      g_autofree char *bytes = NULL;
      g_autofree char *got = NULL;
      g_autofree char *expected = g_strdup_printf ("замечаний у меня нет in %s", names[i]);
      gsize            length = 0;

      while (file->len < 512 * 1024 + i)
        g_string_append (file, "100;yes;\n");
      g_string_append (file, "101;no;хорошо\n102;no;замечаний у меня нет\n");
      bytes = g_convert (file->str, (gssize) file->len, names[i], "UTF-8", NULL, &length, NULL);
      got = last_cell (bytes, length, NULL);
      g_assert_cmpstr (got, ==, expected);
    }
}

static void
test_given (void)
{
  static const struct
  {
    const char *spelling;
    const char *iconv;
    const char *shown;
  } cases[] = {
    { "cp1251", "WINDOWS-1251", "WINDOWS-1251" },
    { "Windows-1251", "WINDOWS-1251", "WINDOWS-1251" },
    { "ansi", "WINDOWS-1251", "WINDOWS-1251" },
    { "866", "CP866", "CP866" },
    { "ibm866", "CP866", "CP866" },
    { "DOS", "CP866", "CP866" },
    { "koi8-r", "KOI8-R", "KOI8-R" },
    { "KOI8", "KOI8-R", "KOI8-R" },
    { "mac-cyrillic", "MAC-CYRILLIC", "MAC-CYRILLIC" },
    { "x-mac-cyrillic", "MAC-CYRILLIC", "MAC-CYRILLIC" },
    { "iso8859-5", "ISO-8859-5", "ISO-8859-5" },
    { "utf8", "UTF-8", "UTF-8" },
    { "utf-16", "UTF-16LE", "UTF-16LE" },
    { "UTF-16", "UTF-16BE", "UTF-16BE" },
    { "utf16", "UTF-16", "UTF-16LE" },
    { "UTF_16BE", "UTF-16BE", "UTF-16BE" },
    { "UTF-32", "UTF-32BE", "UTF-32BE" },
    { "utf-32le", "UTF-32LE", "UTF-32LE" },
    { "UTF-7", "UTF-7", "UTF-7" },
    { "cp1125", "CP1125", "CP1125" },
    { "ibm855", "IBM855", "IBM855" },
    { "GB18030", "GB18030", "GB18030" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize            length = 0;
      g_autofree char *bytes =
        g_convert ("a;школа\nb;да\n", -1, cases[i].iconv, "UTF-8", NULL, &length, NULL);
      g_autofree char *got = last_cell (bytes, length, cases[i].spelling);
      g_autofree char *expected = g_strdup_printf ("да in %s", cases[i].shown);

      g_assert_cmpstr (got, ==, expected);
    }
}

static void
test_refused (void)
{
  static const char *const names[] = { "", "кодировка", "UTF-8//IGNORE", "-", "NO-SUCH" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *got = last_cell ("a;b\n", 4, names[i]);
      g_autofree char *expected = g_strdup_printf (
        "The file “t.csv” cannot be read: the encoding “%s” is not known.", names[i]);

      g_assert_cmpstr (got, ==, expected);
    }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/encodings/lists", test_lists);
  g_test_add_func ("/encodings/pieces", test_pieces);
  g_test_add_func ("/encodings/noise", test_noise);
  g_test_add_func ("/encodings/certainty", test_certainty);
  g_test_add_func ("/encodings/wide", test_wide);
  g_test_add_func ("/encodings/late", test_late);
  g_test_add_func ("/encodings/given", test_given);
  g_test_add_func ("/encodings/refused", test_refused);
  return g_test_run ();
}
