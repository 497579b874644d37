/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers and texts of printed output, and the reader of its catalogue. */

#include "core/mer-catalogue.h"
#include "core/mer-language.h"
#include "core/mer-locale.h"
#include "core/mer-spoken.h"

#include "config.h"

#include <glib/gstdio.h>
#include <libintl.h>
#include <locale.h>
#include <string.h>

static void
test_codes (void)
{
  MerLanguage language = MER_LANGUAGE_EN;

  g_assert_true (mer_language_from_code ("ru", &language));
  g_assert_cmpint (language, ==, MER_LANGUAGE_RU);
  g_assert_cmpstr (mer_language_to_code (MER_LANGUAGE_EN), ==, "en");
  g_assert_false (mer_language_from_code ("de", &language));
  g_assert_false (mer_language_from_code (NULL, &language));
  /* no catalogue is bound here */
  g_assert_cmpint (mer_language_of_locale (), ==, MER_LANGUAGE_EN);
}

/* The language of the window's texts, which decides about its numbers as well. */
static void
test_language_of_locale (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("MER_BUILD_DIR"), "po", NULL);

  if (setlocale (LC_ALL, "ru_RU.UTF-8") == NULL)
    {
      g_test_skip ("the locale ru_RU.UTF-8 is not installed");
      return;
    }
  bindtextdomain (GETTEXT_PACKAGE, folder);
  g_assert_cmpint (mer_language_of_locale (), ==, MER_LANGUAGE_RU);
  setlocale (LC_ALL, "C.UTF-8");
  g_assert_cmpint (mer_language_of_locale (), ==, MER_LANGUAGE_EN);
}

static void
test_numbers (void)
{
  static const struct
  {
    gint64      num;
    gint64      den;
    const char *russian;
    const char *english;
    const char *difference;
  } cases[] = {
    { 9206, 100, "92,06", "92.06", "+92,06" },
    { -332, 100, "−3,32", "−3.32", "−3,32" },
    { 0, 1, "0,00", "0.00", "0,00" },
    { 1, 1000, "0,00", "0.00", "0,00" },
    { -1, 1000, "0,00", "0.00", "0,00" },
    { 999, 1, "999,00", "999.00", "+999,00" },
    { 1000, 1, "1\u00a0000,00", "1,000.00", "+1\u00a0000,00" },
    { -1234567, 1, "−1\u00a0234\u00a0567,00", "−1,234,567.00", "−1\u00a0234\u00a0567,00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MerRational      value = mer_rational_new (cases[i].num, cases[i].den);
      g_autofree char *russian = mer_format_rational (MER_LANGUAGE_RU, &value, 2);
      g_autofree char *english = mer_format_rational (MER_LANGUAGE_EN, &value, 2);
      g_autofree char *difference = mer_format_difference (MER_LANGUAGE_RU, &value, 2);

      g_assert_cmpstr (russian, ==, cases[i].russian);
      g_assert_cmpstr (english, ==, cases[i].english);
      g_assert_cmpstr (difference, ==, cases[i].difference);
    }
}

static void
test_counts (void)
{
  g_autofree char *thousands = mer_format_count (MER_LANGUAGE_RU, 8706);
  g_autofree char *hundreds = mer_format_count (MER_LANGUAGE_RU, 214);
  g_autofree char *least = mer_format_count (MER_LANGUAGE_EN, G_MININT64);

  g_assert_cmpstr (thousands, ==, "8\u00a0706");
  g_assert_cmpstr (hundreds, ==, "214");
  g_assert_cmpstr (least, ==, "−9,223,372,036,854,775,808");
}

static void
test_decimals (void)
{
  static const char *const cases[][2] = {
    { "240000", "240\u00a0000" },
    { "240000.50", "240\u00a0000,50" },
    { "-1234.5", "−1\u00a0234,5" },
    { "999", "999" },
    { "0.1234567891", "0.1234567891" }, /* too many places to be money */
    { "около 240000", "около 240000" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = mer_format_decimal (MER_LANGUAGE_RU, cases[i][0]);

      g_assert_cmpstr (text, ==, cases[i][1]);
    }
}

/* The thread's own language while a document is put together, and the program's again. */
static void
test_spoken (void)
{
  MerLanguage before = mer_spoken_language ();

  {
    g_auto (MerSpeech) outer = mer_speech_begin (MER_LANGUAGE_RU);
    {
      g_auto (MerSpeech) inner = mer_speech_begin (MER_LANGUAGE_EN);

      g_assert_cmpint (mer_spoken_language (), ==, MER_LANGUAGE_EN);
      g_assert_cmpstr (mer_spoken ("Organization"), ==, "Organization");
    }
    g_assert_cmpint (mer_spoken_language (), ==, MER_LANGUAGE_RU);
    g_assert_cmpstr (mer_spoken ("Organization"), ==, "Организация");
    g_assert_cmpstr (mer_spoken_n ("%u publication is overdue", "%u publications are overdue", 3),
                     ==, "Просрочены %u публикации");
    g_assert_cmpstr (mer_spoken_c ("stage", "behind"), ==, "пройден");
  }
  g_assert_cmpint (mer_spoken_language (), ==, before);
}

static void
test_untranslated (void)
{
  static const char unknown[] = "No catalogue knows this sentence";
  static const char thing[] = "%u unheard-of thing";
  static const char things[] = "%u unheard-of things";

  g_assert_true (mer_tr (MER_LANGUAGE_RU, unknown) == unknown);
  g_assert_true (mer_tr (MER_LANGUAGE_EN, unknown) == unknown);
  g_assert_true (mer_trc (MER_LANGUAGE_RU, "context", unknown) == unknown);
  g_assert_true (mer_trn (MER_LANGUAGE_RU, thing, things, 1) == thing);
  g_assert_true (mer_trn (MER_LANGUAGE_RU, thing, things, 21) == things);
  g_assert_cmpstr (mer_tr (MER_LANGUAGE_RU, ""), ==, "");
}

static GBytes *
sample_catalogue (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("MER_CORE_TEST_BUILD"), "sample.mo", NULL);
  char            *data = NULL;
  gsize            size = 0;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  return g_bytes_new_take (data, size);
}

static void
test_catalogue (void)
{
  g_autoptr (GBytes) bytes = sample_catalogue ();
  g_autoptr (MerCatalogue) catalogue = mer_catalogue_new (bytes);

  g_assert_nonnull (catalogue);
  g_assert_cmpstr (mer_catalogue_find (catalogue, NULL, "Place", 0), ==, "Место");
  g_assert_cmpstr (mer_catalogue_find (catalogue, "checklist", "Place", 0), ==, "Площадка");
  g_assert_null (mer_catalogue_find (catalogue, "other", "Place", 0));
  g_assert_null (mer_catalogue_find (catalogue, NULL, "Plac", 0));
  g_assert_null (mer_catalogue_find (catalogue, NULL, "Empty", 0));
  g_assert_cmpstr (mer_catalogue_find (catalogue, NULL, "%d questionnaire", 0), ==, "%d анкета");
  g_assert_cmpstr (mer_catalogue_find (catalogue, NULL, "%d questionnaire", 1), ==, "%d анкеты");
  g_assert_cmpstr (mer_catalogue_find (catalogue, NULL, "%d questionnaire", 2), ==, "%d анкет");
  g_assert_null (mer_catalogue_find (catalogue, NULL, "%d questionnaire", 3));
}

/* Cut anywhere or changed anywhere, a catalogue is refused or answers within itself. */
static void
test_damaged_catalogue (void)
{
  g_autoptr (GBytes) bytes = sample_catalogue ();
  gsize         size = 0;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  for (gsize cut = 0; cut < size; cut++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, MAX (cut, 1));
      g_autoptr (GBytes) part = g_bytes_new_static (copy, cut);
      g_autoptr (MerCatalogue) catalogue = mer_catalogue_new (part);

      g_assert_true (catalogue == NULL || mer_catalogue_find (catalogue, NULL, "Place", 0) != NULL);
    }
  for (gsize i = 0; i < size; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) changed = g_bytes_new_static (copy, size);
      g_autoptr (MerCatalogue) catalogue = NULL;

      copy[i] = 0xff;
      catalogue = mer_catalogue_new (changed);
      if (catalogue != NULL)
        mer_catalogue_find (catalogue, NULL, "%d questionnaire", 2);
    }
}

static void
test_locale_folder (void)
{
  g_autofree char *root = g_dir_make_tmp ("mer-locale-XXXXXX", NULL);
  g_autofree char *messages = g_build_filename (root, "po/ru/LC_MESSAGES", NULL);
  g_autofree char *file = g_build_filename (messages, "merilo.mo", NULL);
  g_autofree char *tool = g_build_filename (root, "src/cli/merilo-cli", NULL);
  g_autofree char *before = mer_locale_find_folder (tool);
  g_autofree char *expected = g_build_filename (root, "po", NULL);
  g_autofree char *found = NULL;
  g_autofree char *deep = g_build_filename (root, "a/b/c/d/merilo-cli", NULL);
  g_autofree char *from_deep = NULL;

  g_assert_cmpint (g_mkdir_with_parents (messages, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, "", 0, NULL));
  found = mer_locale_find_folder (tool);
  from_deep = mer_locale_find_folder (deep);
  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpstr (before, !=, expected);
  g_assert_cmpstr (from_deep, ==, before);
  for (g_unlink (file); strcmp (messages, root) != 0;)
    {
      g_autofree char *parent = g_path_get_dirname (messages);

      g_rmdir (messages);
      g_free (messages);
      messages = g_steal_pointer (&parent);
    }
  g_rmdir (root);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/language/codes", test_codes);
  g_test_add_func ("/core/language/language-of-locale", test_language_of_locale);
  g_test_add_func ("/core/language/numbers", test_numbers);
  g_test_add_func ("/core/language/counts", test_counts);
  g_test_add_func ("/core/language/decimals", test_decimals);
  g_test_add_func ("/core/language/spoken", test_spoken);
  g_test_add_func ("/core/language/untranslated", test_untranslated);
  g_test_add_func ("/core/language/catalogue", test_catalogue);
  g_test_add_func ("/core/language/damaged-catalogue", test_damaged_catalogue);
  g_test_add_func ("/core/language/locale-folder", test_locale_folder);
  return g_test_run ();
}
