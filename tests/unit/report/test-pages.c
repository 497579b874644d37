/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks on pages, as the renderers see them. */
#include <string.h>

#include "mer-test-report.h"
#include "report/mer-pages.h"

static MerTable *
make_table (guint n_numbers,
            guint n_rows)
{
  MerTable *table = mer_table_new ();

  mer_table_add_column (table, "Организация", 0, MER_ALIGN_LEFT, FALSE);
  for (guint i = 0; i < n_numbers; i++)
    mer_table_add_column (table, "К1", 40, MER_ALIGN_RIGHT, FALSE);
  for (guint row = 0; row < n_rows; row++)
    {
      GStrv cells = g_new0 (char *, n_numbers + 2);

      cells[0] = g_strdup_printf ("Школа № %u", row + 1);
      for (guint i = 0; i < n_numbers; i++)
        cells[i + 1] = g_strdup ("92,06");
      mer_table_add_row (table, cells);
    }
  return table;
}

/* Paints every page; a page that fails would spoil the surface. */
static void
paint_all (const MerPages *pages)
{
  for (guint i = 0; i < mer_pages_count (pages); i++)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 842, 842);
      cairo_t         *cr = cairo_create (surface);

      mer_pages_paint (pages, i, cr);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

static void
test_empty (void)
{
  g_autoptr (MerBlocks) blocks = mer_blocks_new (MER_LANGUAGE_RU, "Пусто");
  g_autoptr (MerPages) pages = mer_pages_new (blocks);

  g_assert_cmpuint (mer_pages_count (pages), ==, 1);
  paint_all (pages);
}

/* From nine columns of numbers the paper is turned. */
static void
test_landscape (void)
{
  for (guint n = 8; n <= 9; n++)
    {
      g_autoptr (MerBlocks) blocks = mer_blocks_new (MER_LANGUAGE_RU, "Таблица");
      g_autoptr (MerPages) pages = NULL;

      mer_blocks_add_table (blocks, make_table (n, 3));
      pages = mer_pages_new (blocks);
      g_assert_cmpint (mer_pages_width (pages) > mer_pages_height (pages), ==, n == 9);
      paint_all (pages);
    }
}

/* More columns than the paper has room for shrink, and nothing runs away. */
static void
test_too_wide (void)
{
  g_autoptr (MerBlocks) blocks = mer_blocks_new (MER_LANGUAGE_RU, "Таблица");
  g_autoptr (MerPages) pages = NULL;

  mer_blocks_add_table (blocks, make_table (40, 3));
  pages = mer_pages_new (blocks);
  g_assert_cmpuint (mer_pages_count (pages), ==, 1);
  paint_all (pages);
}

/* «1 title», «2 signature»: kinds by page, without their heights. */
static gboolean
stands_on (const char *dump,
           guint       page,
           const char *kind)
{
  g_auto (GStrv) lines = g_strsplit (dump, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", -1);

      if (g_strv_length (words) > 2 && g_str_equal (words[2], kind) &&
          g_ascii_strtoull (words[0], NULL, 10) == page)
        return TRUE;
    }
  return FALSE;
}

/* Wherever the text ends, the signature has two lines of it on its page. */
static void
test_signature_is_kept (void)
{
  guint alone = 0;

  for (guint n = 30; n < 50; n++)
    {
      g_autoptr (MerBlocks) blocks = mer_blocks_new (MER_LANGUAGE_RU, "Подпись");
      g_autoptr (MerPages) pages = NULL;
      g_autofree char *dump = NULL;
      guint            last;

      for (guint i = 0; i < n; i++)
        mer_blocks_add_text (blocks, MER_BLOCK_PARAGRAPH, "Одна строка.");
      mer_blocks_add_signature (blocks, "Председатель", "И. О. Фамилия");
      pages = mer_pages_new (blocks);
      dump = mer_pages_dump (pages);
      last = mer_pages_count (pages);
      g_assert_true (stands_on (dump, last, "signature"));
      g_assert_true (stands_on (dump, last, "paragraph"));
      g_assert_cmpuint (mer_pages_of_block (pages, n - 2), ==, last - 1);
      alone += last > 1;
    }
  g_assert_cmpuint (alone, >, 0);
  g_assert_cmpuint (alone, <, 20);
}

/* Two hundred characters wrap; the row grows, the page holds fewer of them. */
static void
test_long_names (void)
{
  g_autofree char  *word = g_strnfill (200, 'x');
  const char *const names[] = { word, "Муниципальное бюджетное дошкольное образовательное "
                                      "учреждение «Детский сад комбинированного вида № 14 "
                                      "„Золотая рыбка“ с приоритетным осуществлением "
                                      "деятельности по познавательному развитию детей»" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (MerBlocks) blocks = mer_blocks_new (MER_LANGUAGE_RU, "Имена");
      g_autoptr (MerPages) pages = NULL;
      MerTable *table = make_table (5, 0);

      for (guint row = 0; row < 30; row++)
        {
          char *cells[] = { g_strdup (names[i]), g_strdup ("1,00"), g_strdup ("1,00"),
                            g_strdup ("1,00"), g_strdup ("1,00"), g_strdup ("1,00"), NULL };

          mer_table_add_row (table, g_memdup2 (cells, sizeof cells));
        }
      mer_blocks_add_table (blocks, table);
      pages = mer_pages_new (blocks);
      g_assert_cmpuint (mer_pages_count (pages), >, 1);
      paint_all (pages);
    }
}

static void
test_sections_go_with_rows (void)
{
  for (guint before = 30; before < 45; before++)
    {
      g_autoptr (MerBlocks) blocks = mer_blocks_new (MER_LANGUAGE_RU, "Разделы");
      g_autoptr (MerPages) pages = NULL;
      g_autofree char *dump = NULL;
      g_autofree char *forbidden = NULL;
      MerTable        *table = make_table (2, before);

      mer_table_add_section (table, "Раздел");
      for (guint i = 0; i < 5; i++)
        mer_table_add_row (table, g_strsplit ("А|1|2", "|", -1));
      mer_blocks_add_table (blocks, table);
      pages = mer_pages_new (blocks);
      dump = mer_pages_dump (pages);
      /* a stretch from the first row must not end with the section's heading */
      forbidden = g_strdup_printf (" table 0+%u of", before + 1);
      g_assert_null (strstr (dump, forbidden));
    }
}

static void
test_typography (void)
{
  static const char *const rows[][2] = {
    { "СОШ № 3", "СОШ №\302\2403" },
    { "36,7 % от 98", "36,7\302\240% от 98" },
    { "балл — 87,62", "балл\302\240— 87,62" },
    { "в 2024 году", "в 2024\302\240году" },
    { "2013–2015 гг.", "2013–2015\302\240гг." },
    { "И. О. Фамилия", "И.\302\240О.\302\240Фамилия" },
    { "Верно. Другое", "Верно. Другое" },
    { "без пробелов", "без пробелов" },
    { "слово", "слово" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = mer_typography (rows[i][0]);

      g_assert_cmpstr (text, ==, rows[i][1]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/pages/empty", test_empty);
  g_test_add_func ("/report/pages/landscape", test_landscape);
  g_test_add_func ("/report/pages/too-wide", test_too_wide);
  g_test_add_func ("/report/pages/signature", test_signature_is_kept);
  g_test_add_func ("/report/pages/long-names", test_long_names);
  g_test_add_func ("/report/pages/sections", test_sections_go_with_rows);
  g_test_add_func ("/report/pages/typography", test_typography);
  return g_test_run ();
}
