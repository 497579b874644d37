/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The colours of the specification, and what it promises about their contrast. */
#include <math.h>

#include "chart/mer-chart-theme.h"

static void
assert_color (const MerColor *color,
              guint           hex)
{
  g_assert_cmpuint ((guint) lround (color->red * 255), ==, hex >> 16);
  g_assert_cmpuint ((guint) lround (color->green * 255), ==, (hex >> 8) & 0xff);
  g_assert_cmpuint ((guint) lround (color->blue * 255), ==, hex & 0xff);
}

static void
test_specified (void)
{
  static const struct
  {
    MerThemeVariant variant;
    guint           bands[5], criteria[5], bar, selected, mean, previous, best, grid;
  } rows[] = {
    { MER_THEME_LIGHT,
      { 0xE6F0F8, 0x94BFF7, 0xCB8526, 0x9A400F, 0x451923 },
      { 0x1049A3, 0xB96A0C, 0x3F9C88, 0x6E2438, 0x9A76F0 },
      0x6C91C1,
      0x1A5FB4,
      0x3D3846,
      0xB8690F,
      0x30A386,
      0xE4E4E6 },
    { MER_THEME_DARK,
      { 0x25303A, 0x1A5796, 0x9A6615, 0xF4935F, 0xFFDAD4 },
      { 0x2B79CB, 0xF3AC0A, 0x9BEBC2, 0xC84B67, 0xD3BFF9 },
      0x486F99,
      0x62A0EA,
      0xFFFFFF,
      0xD98A2B,
      0x8FE0B0,
      0x3A3A3C },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const MerChartTheme *theme = mer_chart_theme_get (rows[i].variant);

      for (guint k = 0; k < 5; k++)
        {
          assert_color (&theme->bands[k], rows[i].bands[k]);
          assert_color (&theme->criteria[k], rows[i].criteria[k]);
          g_assert_cmpint (theme->criteria_fill[k], ==, MER_FILL_SOLID);
        }
      assert_color (&theme->bar, rows[i].bar);
      assert_color (&theme->selected, rows[i].selected);
      assert_color (&theme->mean, rows[i].mean);
      assert_color (&theme->previous, rows[i].previous);
      assert_color (&theme->best, rows[i].best);
      assert_color (&theme->grid, rows[i].grid);
    }
}

static void
test_contrast_is_ink (void)
{
  for (guint v = MER_THEME_CONTRAST_LIGHT; v <= MER_THEME_CONTRAST_DARK; v++)
    {
      const MerChartTheme *theme = mer_chart_theme_get (v);

      assert_color (&theme->selected, v == MER_THEME_CONTRAST_LIGHT ? 0x000000 : 0xFFFFFF);
      assert_color (&theme->secondary, v == MER_THEME_CONTRAST_LIGHT ? 0x000000 : 0xFFFFFF);
    }
}

/* Paper takes greys only, none paler than 15 %, and patterns where greys would be alike. */
static void
test_print_is_grey (void)
{
  static const guint   shades[5] = { 0, 15, 35, 60, 85 };
  const MerChartTheme *theme = mer_chart_theme_get (MER_THEME_PRINT);

  for (guint k = 0; k < 5; k++)
    {
      g_assert_cmpfloat_with_epsilon (theme->bands[k].red, 1 - shades[k] / 100.0, 1e-9);
      g_assert_cmpfloat_with_epsilon (theme->bands[k].red, theme->bands[k].blue, 1e-9);
    }
  g_assert_cmpint (theme->criteria_fill[1], ==, MER_FILL_DIAGONAL);
  g_assert_cmpint (theme->criteria_fill[3], ==, MER_FILL_DOTS);
  g_assert_cmpfloat (theme->grid.red, <=, 0.85);
}

static double
linear (double channel)
{
  return channel <= 0.03928 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (const MerColor *color)
{
  return 0.2126 * linear (color->red) + 0.7152 * linear (color->green) +
         0.0722 * linear (color->blue);
}

static double
contrast (const MerColor *a,
          const MerColor *b)
{
  double x = luminance (a) + 0.05;
  double y = luminance (b) + 0.05;

  return x > y ? x / y : y / x;
}

static void
test_readable (void)
{
  for (guint v = MER_THEME_LIGHT; v <= MER_THEME_PRINT; v++)
    {
      const MerChartTheme *theme = mer_chart_theme_get (v);

      g_assert_cmpfloat (contrast (&theme->ink, &theme->paper), >=, 14);
      g_assert_cmpfloat (contrast (&theme->secondary, &theme->paper), >=, 4.5);
      g_assert_cmpfloat (contrast (&theme->warning, &theme->paper), >=, 4.5);
      if (v == MER_THEME_PRINT)
        continue;
      g_assert_cmpfloat (contrast (&theme->bar, &theme->paper), >=, 3.05);
      for (guint k = 0; k < 5; k++)
        g_assert_cmpfloat (contrast (&theme->criteria[k], &theme->paper), >=, 3.3);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/theme/specified", test_specified);
  g_test_add_func ("/chart/theme/contrast", test_contrast_is_ink);
  g_test_add_func ("/chart/theme/print", test_print_is_grey);
  g_test_add_func ("/chart/theme/readable", test_readable);
  return g_test_run ();
}
