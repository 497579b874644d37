/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Names of files made of titles and names: what file systems refuse, how long they may be, and that
 * no two are the same. */

#include "config.h"

#include <string.h>

#include "core/mer-file-name.h"

static void
test_characters (void)
{
  static const struct
  {
    const char *stem;
    const char *name;
  } cases[] = {
    { "СОШ № 3", "СОШ № 3.xlsx" },
    { "ДС «Радуга»", "ДС «Радуга».xlsx" },
    { "ДС \"Радуга\"", "ДС -Радуга-.xlsx" },
    { "a/b\\c:d*e?f<g>h|i", "a-b-c-d-e-f-g-h-i.xlsx" },
    { "строка\nвторая\tи\r\x7f", "строка-вторая-и--.xlsx" },
    { " .скрытый. ", "скрытый.xlsx" },
    { "..", "-.xlsx" },
    { "", "-.xlsx" },
    { "МБОУ СОШ им. А. С. Пушкина", "МБОУ СОШ им. А. С. Пушкина.xlsx" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = mer_file_name (cases[i].stem, "xlsx");

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

static char *
repeat (const char *text,
        guint       n)
{
  g_autoptr (GString) whole = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (whole, text);
  return g_string_free (g_steal_pointer (&whole), FALSE);
}

/* A long name keeps its end, where the number or the day stands. */
static void
test_length (void)
{
  static const char *const letters[] = { "a", "я", "€", "😀" };

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    for (guint n = 1; n <= 400; n++)
      {
        g_autofree char *part = repeat (letters[i], n);
        g_autofree char *stem = g_strconcat (part, ", № 17", NULL);
        g_autofree char *name = mer_file_name (stem, "pdf");

        g_assert_cmpuint (strlen (name), <=, MER_FILE_NAME_MOST_BYTES);
        g_assert_true (g_utf8_validate (name, -1, NULL));
        g_assert_true (g_str_has_suffix (name, ", № 17.pdf"));
        g_assert_true (g_str_has_prefix (name, letters[i]));
        if (strlen (stem) + strlen (".pdf") <= MER_FILE_NAME_MOST_BYTES)
          g_assert_cmpuint (strlen (name), ==, strlen (stem) + strlen (".pdf"));
        else
          g_assert_nonnull (strstr (name, "…"));
      }
}

static void
test_unique (void)
{
  g_autoptr (GHashTable) taken = mer_file_names_new ();
  g_autofree char         *long_name = repeat ("я", 300);
  const char *const        stems[] = { "Школа 1", "школа 1", "Школа \"1\"", "Школа <1>",
                                       "Школа 1 (2)", "Школа 1", long_name, long_name, "" };
  static const char *const names[] = { "Школа 1.xlsx", "школа 1 (2).xlsx", "Школа -1-.xlsx",
                                       "Школа -1- (2).xlsx", "Школа 1 (2) (2).xlsx",
                                       "Школа 1 (3).xlsx", NULL, NULL,
                                       "-.xlsx" };
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (stems); i++)
    {
      g_autofree char *name = mer_file_name_unique (taken, stems[i], "xlsx");

      if (names[i] != NULL)
        g_assert_cmpstr (name, ==, names[i]);
      g_assert_cmpuint (strlen (name), <=, MER_FILE_NAME_MOST_BYTES);
      g_assert_true (g_hash_table_add (all, g_utf8_casefold (name, -1)));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/file-name/characters", test_characters);
  g_test_add_func ("/core/file-name/length", test_length);
  g_test_add_func ("/core/file-name/unique", test_unique);
  return g_test_run ();
}
