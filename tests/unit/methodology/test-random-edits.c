/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Thousands of random edits with the invariants of the edit script: most of a small methodology,
 * and some of each shipped edition, which take longer to write and read. */

#include "../../fuzz/edit-script.h"

#define LONG 1500 /* bytes of a script: some hundreds of edits */
#define SHORT 120

static void
run_seed (const MerMethodology *base, guint32 seed, gsize size, guint *n_edits, guint *n_sound)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autofree guint8 *bytes = g_new (guint8, size);
  EditScript         script = { bytes, size, 0 };

  for (gsize i = 0; i < size; i++)
    bytes[i] = (guint8) g_rand_int_range (random, 0, 256);
  edit_run (&script, base, n_edits, n_sound);
}

static void
test_small (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("MER_SOURCE_DIR"), "tests", "fuzz", "corpus",
                                            "methodology", "minimal.xml", NULL);
  g_autofree char *text = NULL;
  gsize            length = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) base = NULL;
  guint n_edits = 0, n_sound = 0;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  base = mer_methodology_from_xml (text, length, "minimal.xml", &error);
  g_assert_no_error (error);
  for (guint seed = 1; n_edits < 2000; seed++)
    run_seed (base, seed, LONG, &n_edits, &n_sound);
  g_test_message ("%u edits, %u results sound", n_edits, n_sound);
  g_assert_cmpuint (n_sound, >, n_edits / 20);
}

static void
test_editions (void)
{
  const char *const *ids = mer_methodology_shipped_ids ();
  guint              n_edits = 0, n_sound = 0;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MerMethodology) base = mer_methodology_shipped (ids[i], &error);

      g_assert_no_error (error);
      run_seed (base, i + 1, SHORT, &n_edits, &n_sound);
    }
  g_test_message ("%u edits, %u results sound", n_edits, n_sound);
  g_assert_cmpuint (n_edits, >, 20);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/random-edits/small", test_small);
  g_test_add_func ("/random-edits/editions", test_editions);
  return g_test_run ();
}
