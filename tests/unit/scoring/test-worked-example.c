/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The worked example A, B, C with all its intermediate values: in both settings of rounding
 * and under each reading of the rules that is open. Exact values have six places, what is
 * printed has two. */

#include "worked-example.h"

/* Codes and values "A B C" of one setting. */
typedef struct
{
  const char *code;
  const char *values[3];
} Line;

static void
assert_lines (const char *policies, guint decimals, const Line *lines, guint n)
{
  g_autoptr (Example) example = example_new ();
  g_autoptr (MerScoreTable) table = NULL;

  example_set (example, policies);
  table = example_score (example);
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < 3; j++)
      {
        g_autofree char *value = example_text (table, j + 1, lines[i].code, decimals);

        if (lines[i].values[j] == NULL)
          continue;
        if (strcmp (value, lines[i].values[j]) != 0)
          g_error ("%s: %s of %c is %s instead of %s", policies, lines[i].code, "ABC"[j], value,
                   lines[i].values[j]);
      }
}

#define ASSERT_LINES(policies, decimals, ...)                             \
  G_STMT_START                                                            \
  {                                                                       \
    static const Line expected[] = { __VA_ARGS__ };                       \
    assert_lines (policies, decimals, expected, G_N_ELEMENTS (expected)); \
  }                                                                       \
  G_STMT_END

static void
test_exact (void)
{
  ASSERT_LINES ("rounding=exact", 6,
                { "1.1", { "93.543956", "98.780488", "68.706294" } },
                { "1.2", { "100.000000", "90.000000", "100.000000" } },
                { "1.3", { "94.975490", "97.540984", "84.000000" } },
                { "2.1", { "100.000000", "80.000000", "100.000000" } },
                { "2.3", { "93.925234", "95.876289", "80.487805" } },
                { "3.1", { "60.000000", "20.000000", "0.000000" } },
                { "3.2", { "80.000000", "60.000000", "40.000000" } },
                { "3.3", { "77.777778", "—", "33.333333" } },
                { "4.1", { "97.663551", "100.000000", "95.121951" } },
                { "4.2", { "98.130841", "98.969072", "97.560976" } },
                { "4.3", { "97.727273", "100.000000", "—" } },
                { "5.1", { "94.859813", "97.938144", "90.243902" } },
                { "5.2", { "96.261682", "96.907216", "87.804878" } },
                { "5.3", { "96.728972", "98.969072", "92.682927" } },
                { "K1", { "96.053383", "95.650540", "84.211888" } },
                { "K2", { "96.962617", "87.938144", "90.243902" } },
                { "K3", { "73.333333", "—", "26.000000" } },
                { "K4", { "97.863212", "99.587629", "—" } },
                { "K5", { "96.074766", "98.247423", "90.975610" } },
                { "S", { "92.057462", "—", "—" } });
}

static void
test_exact_printed (void)
{
  ASSERT_LINES ("rounding=exact", 2,
                { "1.1", { "93.54", "98.78", "68.71" } },
                { "1.3", { "94.98", "97.54", "84.00" } },
                { "2.3", { "93.93", "95.88", "80.49" } },
                { "3.3", { "77.78", "—", "33.33" } },
                { "4.1", { "97.66", "100.00", "95.12" } },
                { "4.2", { "98.13", "98.97", "97.56" } },
                { "4.3", { "97.73", "100.00", "—" } },
                { "5.1", { "94.86", "97.94", "90.24" } },
                { "5.2", { "96.26", "96.91", "87.80" } },
                { "5.3", { "96.73", "98.97", "92.68" } },
                { "K1", { "96.05", "95.65", "84.21" } },
                { "K2", { "96.96", "87.94", "90.24" } },
                { "K3", { "73.33", "—", "26.00" } },
                { "K4", { "97.86", "99.59", "—" } },
                { "K5", { "96.07", "98.25", "90.98" } },
                { "S", { "92.06", "—", "—" } });
}

/* Each printed figure follows from the printed figures above it. */
static void
test_stages (void)
{
  ASSERT_LINES ("", 6,
                { "1.1", { "93.540000", "98.780000", "68.710000" } },
                { "1.2", { "100.000000", "90.000000", "100.000000" } },
                { "1.3", { "94.980000", "97.540000", "84.000000" } },
                { "2.1", { "100.000000", "80.000000", "100.000000" } },
                { "2.3", { "93.930000", "95.880000", "80.490000" } },
                { "3.1", { "60.000000", "20.000000", "0.000000" } },
                { "3.2", { "80.000000", "60.000000", "40.000000" } },
                { "3.3", { "77.780000", "—", "33.330000" } },
                { "4.1", { "97.660000", "100.000000", "95.120000" } },
                { "4.2", { "98.130000", "98.970000", "97.560000" } },
                { "4.3", { "97.730000", "100.000000", "—" } },
                { "5.1", { "94.860000", "97.940000", "90.240000" } },
                { "5.2", { "96.260000", "96.910000", "87.800000" } },
                { "5.3", { "96.730000", "98.970000", "92.680000" } },
                { "K1", { "96.050000", "95.650000", "84.210000" } },
                { "K2", { "96.970000", "87.940000", "90.250000" } },
                { "K3", { "73.330000", "—", "26.000000" } },
                { "K4", { "97.860000", "99.590000", "—" } },
                { "K5", { "96.080000", "98.250000", "90.970000" } },
                { "S", { "92.060000", "—", "—" } });
}

static void
test_undefined_exact (void)
{
  ASSERT_LINES ("rounding=exact undefined=zero", 2, { "3.3", { NULL, "0.00", NULL } },
                { "4.3", { NULL, NULL, "0.00" } }, { "K3", { NULL, "30.00", NULL } },
                { "K4", { NULL, NULL, "77.07" } }, { "S", { "92.06", "82.28", "73.70" } });
  ASSERT_LINES ("rounding=exact undefined=mean", 2, { "3.3", { NULL, "40.00", NULL } },
                { "4.3", { NULL, NULL, "96.34" } }, { "K3", { NULL, "42.00", NULL } },
                { "K4", { NULL, NULL, "96.34" } }, { "S", { "92.06", "84.68", "77.55" } });
  ASSERT_LINES ("rounding=exact undefined=hundred", 2, { "3.3", { NULL, "100.00", NULL } },
                { "4.3", { NULL, NULL, "100.00" } }, { "K3", { NULL, "60.00", NULL } },
                { "K4", { NULL, NULL, "97.07" } }, { "S", { "92.06", "88.28", "77.70" } });
  ASSERT_LINES ("rounding=exact undefined=exclude", 2, { "3.3", { NULL, "—", NULL } },
                { "4.3", { NULL, NULL, "—" } }, { "K3", { NULL, "42.86", NULL } },
                { "K4", { NULL, NULL, "96.34" } }, { "S", { "92.06", "84.86", "77.55" } });
  ASSERT_LINES ("rounding=exact undefined=undecided", 2, { "K3", { "73.33", "—", "26.00" } },
                { "K4", { "97.86", "99.59", "—" } }, { "S", { "92.06", "—", "—" } });
}

static void
test_undefined_stages (void)
{
  ASSERT_LINES ("undefined=zero", 2, { "K3", { "73.33", "30.00", "26.00" } },
                { "K4", { "97.86", "99.59", "77.07" } }, { "S", { "92.06", "82.29", "73.70" } });
  ASSERT_LINES ("undefined=mean", 2, { "K3", { "73.33", "42.00", "26.00" } },
                { "K4", { "97.86", "99.59", "96.34" } }, { "S", { "92.06", "84.69", "77.55" } });
  ASSERT_LINES ("undefined=hundred", 2, { "K3", { "73.33", "60.00", "26.00" } },
                { "K4", { "97.86", "99.59", "97.07" } }, { "S", { "92.06", "88.29", "77.70" } });
  ASSERT_LINES ("undefined=exclude", 2, { "K3", { "73.33", "42.86", "26.00" } },
                { "K4", { "97.86", "99.59", "96.34" } }, { "S", { "92.06", "84.86", "77.55" } });
}

/* One indicator's own policy beside the common one. */
static void
test_undefined_own (void)
{
  ASSERT_LINES ("rounding=exact undefined=zero undefined.3.3=mean", 2,
                { "K3", { NULL, "42.00", NULL } }, { "K4", { NULL, NULL, "77.07" } },
                { "S", { NULL, "84.68", "73.70" } });
  ASSERT_LINES ("rounding=exact undefined.4.3=hundred", 2, { "K3", { NULL, "—", NULL } },
                { "S", { "92.06", "—", "77.70" } });
}

static void
test_channel_base (void)
{
  ASSERT_LINES ("rounding=exact undefined=mean base.channel=all", 2,
                { "1.3", { "78.74", "76.29", "25.61" } }, { "4.3", { "60.28", "45.36", "0.00" } },
                { "S", { "89.26", "80.80", "69.03" } });
}

static void
test_pooled_norm (void)
{
  ASSERT_LINES ("rounding=exact norm=pooled", 2, { "1.1", { "93.94", "98.08", "68.42" } });
  ASSERT_LINES ("norm=pooled", 2, { "1.1", { "93.94", "98.08", "68.42" } });
}

static void
test_missing_channel (void)
{
  ASSERT_LINES ("channel.missing=zero", 2, { "1.3", { "94.98", "97.54", "42.00" } });
  ASSERT_LINES ("rounding=exact channel.missing=zero", 2,
                { "1.3", { "94.98", "97.54", "42.00" } });
}

static void
assert_mean (const char *policies, const char *expected)
{
  g_autoptr (Example) example = example_new ();
  g_autoptr (MerScoreTable) table = NULL;
  g_auto (MerRational) mean = MER_RATIONAL_ZERO;
  g_autofree char *text = NULL;

  example_set (example, policies);
  table = example_score (example);
  g_assert_true (mer_score_table_mean (table, &mean));
  text = mer_rational_to_decimal (&mean, 2);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_mean (void)
{
  assert_mean ("rounding=exact undefined=mean", "84.77");
  assert_mean ("rounding=exact", "92.06");
}

static void
assert_calculated (const char *policies, gint64 id, guint decimals, const char *expected)
{
  g_autoptr (Example) example = example_new ();
  g_autoptr (MerScoreTable) table = NULL;
  g_auto (MerRational) value = MER_RATIONAL_ZERO;
  g_autofree char *text = NULL;

  example_set (example, policies);
  table = example_score (example);
  g_assert_true (
    mer_score_table_calculated (table, mer_score_table_find (table, id), "2.2", &value));
  text = mer_rational_to_decimal (&value, decimals);
  g_assert_cmpstr (text, ==, expected);
  g_assert_false (
    mer_score_table_calculated (table, mer_score_table_find (table, id), "2.1", &value));
}

static void
test_calculated (void)
{
  assert_calculated ("rounding=exact", 1, 6, "96.962617");
  assert_calculated ("rounding=exact", 2, 6, "87.938144");
  assert_calculated ("rounding=exact", 3, 6, "90.243902");
  assert_calculated ("", 1, 6, "96.970000");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/worked-example/exact", test_exact);
  g_test_add_func ("/worked-example/exact-printed", test_exact_printed);
  g_test_add_func ("/worked-example/stages", test_stages);
  g_test_add_func ("/worked-example/undefined/exact", test_undefined_exact);
  g_test_add_func ("/worked-example/undefined/stages", test_undefined_stages);
  g_test_add_func ("/worked-example/undefined/own", test_undefined_own);
  g_test_add_func ("/worked-example/channel-base", test_channel_base);
  g_test_add_func ("/worked-example/pooled-norm", test_pooled_norm);
  g_test_add_func ("/worked-example/missing-channel", test_missing_channel);
  g_test_add_func ("/worked-example/mean", test_mean);
  g_test_add_func ("/worked-example/calculated", test_calculated);
  return g_test_run ();
}
