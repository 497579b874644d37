/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Exact arithmetic: boundaries of 64 bits, rounding, texts. */

#include "core/mer-rational.h"

static void
assert_is (MerRational *value,
           const char  *expected)
{
  g_autofree char *text = mer_rational_to_string (value);

  g_assert_cmpstr (text, ==, expected);
  mer_rational_clear (value);
}

static MerRational
parsed (const char *text)
{
  MerRational value = MER_RATIONAL_ZERO;

  g_assert_true (mer_rational_parse (text, &value));
  return value;
}

static void
test_new (void)
{
  static const struct
  {
    gint64      num;
    gint64      den;
    const char *expected;
  } cases[] = {
    { 0, 7, "0" },
    { 6, 4, "1.5" },
    { -6, 4, "-1.5" },
    { 6, -4, "-1.5" },
    { -6, -4, "1.5" },
    { 1, 3, "1/3" },
    { -2, 6, "-1/3" },
    { G_MAXINT64, 1, "9223372036854775807" },
    { G_MININT64, 1, "-9223372036854775808" },
    { G_MININT64, -1, "9223372036854775808" },
    { G_MININT64, G_MININT64, "1" },
    { 1, G_MININT64, "-1/9223372036854775808" },
    { G_MININT64, 2, "-4611686018427387904" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MerRational value = mer_rational_new (cases[i].num, cases[i].den);

      assert_is (&value, cases[i].expected);
    }
}

static void
test_arithmetic (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    const char *sum;
    const char *difference;
    const char *product;
    const char *quotient;
  } cases[] = {
    { "1/2", "1/3", "5/6", "1/6", "1/6", "1.5" },
    { "0.3", "0.7", "1", "-0.4", "0.21", "3/7" },
    { "-2,5", "2.5", "0", "-5", "-6.25", "-1" },
    { "0", "9", "9", "-9", "0", "0" },
    { "9223372036854775807", "1", "9223372036854775808", "9223372036854775806",
      "9223372036854775807", "9223372036854775807" },
    { "9223372036854775807", "9223372036854775807", "18446744073709551614", "0",
      "85070591730234615847396907784232501249", "1" },
    { "-9223372036854775808", "-1", "-9223372036854775809", "-9223372036854775807",
      "9223372036854775808", "9223372036854775808" },
    { "1/9223372036854775807", "1/9223372036854775805",
      "18446744073709551612/85070591730234615828950163710522949635",
      "-2/85070591730234615828950163710522949635", "1/85070591730234615828950163710522949635",
      "9223372036854775805/9223372036854775807" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (MerRational) a = parsed (cases[i].a);
      g_auto (MerRational) b = parsed (cases[i].b);
      MerRational sum = mer_rational_add (&a, &b);
      MerRational difference = mer_rational_sub (&a, &b);
      MerRational product = mer_rational_mul (&a, &b);
      MerRational quotient = mer_rational_div (&a, &b);

      assert_is (&sum, cases[i].sum);
      assert_is (&difference, cases[i].difference);
      assert_is (&product, cases[i].product);
      assert_is (&quotient, cases[i].quotient);
    }
}

static void
test_demotion (void)
{
  g_auto (MerRational) large = parsed ("9223372036854775808");
  g_auto (MerRational) one = parsed ("1");
  g_auto (MerRational) back = MER_RATIONAL_ZERO;
  g_auto (MerRational) shared = MER_RATIONAL_ZERO;

  g_assert_nonnull (large.big);
  back = mer_rational_sub (&large, &one);
  g_assert_null (back.big);
  g_assert_cmpint (back.num, ==, G_MAXINT64);
  shared = mer_rational_copy (&large);
  mer_rational_clear (&large);
  g_assert_true (mer_rational_is_zero (&large));
  g_assert_cmpint (mer_rational_cmp (&shared, &back), >, 0);
}

static void
test_compare (void)
{
  static const char *const ascending[] = {
    "-99999999999999999999", "-9223372036854775808", "-1", "-1/3",
    "0", "1/9223372036854775807", "1/9223372036854775806", "0.3",
    "1/3", "9223372036854775806", "9223372036854775807", "99999999999999999999"
  };

  for (guint i = 0; i < G_N_ELEMENTS (ascending); i++)
    for (guint j = 0; j < G_N_ELEMENTS (ascending); j++)
      {
        g_auto (MerRational) a = parsed (ascending[i]);
        g_auto (MerRational) b = parsed (ascending[j]);

        g_assert_cmpint (mer_rational_cmp (&a, &b), ==, (i > j) - (i < j));
      }
}

static void
test_round (void)
{
  static const struct
  {
    const char *value;
    guint       decimals;
    const char *text;
    const char *rounded;
  } cases[] = {
    { "0.005", 2, "0.01", "0.01" },
    { "-0.005", 2, "-0.01", "-0.01" },
    { "0.0049999999", 2, "0.00", "0" },
    { "-0.0049999999", 2, "0.00", "0" },
    { "2.5", 0, "3", "3" },
    { "-2.5", 0, "-3", "-3" },
    { "1/3", 2, "0.33", "0.33" },
    { "2/3", 9, "0.666666667", "0.666666667" },
    { "99.995", 2, "100.00", "100" },
    { "84.685", 2, "84.69", "84.69" },
    { "9223372036854775807", 2, "9223372036854775807.00", "9223372036854775807" },
    { "-99999999999999999999.995", 2, "-100000000000000000000.00", "-100000000000000000000" },
    { "1/99999999999999999999", 9, "0.000000000", "0" },
    { "12345678901234567890.5", 0, "12345678901234567891", "12345678901234567891" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (MerRational) value = parsed (cases[i].value);
      g_autofree char *text = mer_rational_to_decimal (&value, cases[i].decimals);
      MerRational      rounded = mer_rational_round (&value, cases[i].decimals);

      g_assert_cmpstr (text, ==, cases[i].text);
      assert_is (&rounded, cases[i].rounded);
    }
}

static void
test_parse_refuses (void)
{
  static const char *const wrong[] = {
    "", "-", "+1", " 1", "1 ", "1.", ".5", "1/", "/2", "1/0", "0/0", "1e3", "0x10", "1.2.3",
    "1,2,3", "1/2/3", "--1", "1/-2", "−1", "NaN", "1.5/2"
  };
  g_autofree char *endless = g_strnfill (100000, '9');
  MerRational      value = MER_RATIONAL_ZERO;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    if (mer_rational_parse (wrong[i], &value))
      g_error ("“%s” was taken for a number", wrong[i]);
  g_assert_false (mer_rational_parse (endless, &value));
  g_assert_true (mer_rational_is_zero (&value));
}

static void
test_text_round_trip (void)
{
  static const char *const texts[] = {
    "0", "0.3", "-0.25", "1/3", "-7/9", "0.000000000000000001",
    "99999999999999999999", "-1/99999999999999999999"
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      MerRational value = parsed (texts[i]);

      assert_is (&value, texts[i]);
    }
}

static void
test_double (void)
{
  g_auto (MerRational) third = mer_rational_new (1, 3);
  g_auto (MerRational) large = parsed ("100000000000000000000");

  g_assert_cmpfloat_with_epsilon (mer_rational_to_double (&third), 1.0 / 3.0, 1e-15);
  g_assert_cmpfloat_with_epsilon (mer_rational_to_double (&large), 1e20, 1e6);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/rational/new", test_new);
  g_test_add_func ("/core/rational/arithmetic", test_arithmetic);
  g_test_add_func ("/core/rational/demotion", test_demotion);
  g_test_add_func ("/core/rational/compare", test_compare);
  g_test_add_func ("/core/rational/round", test_round);
  g_test_add_func ("/core/rational/parse-refuses", test_parse_refuses);
  g_test_add_func ("/core/rational/text-round-trip", test_text_round_trip);
  g_test_add_func ("/core/rational/double", test_double);
  return g_test_run ();
}
