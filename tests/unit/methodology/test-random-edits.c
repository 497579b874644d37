/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Thousands of random edits of the shipped editions, with the invariants of the edit script. */

#include "../../fuzz/edit-script.h"

#define N_BYTES 1500 /* of one script: some hundreds of edits */

static void
run_seed (const MerMethodology *base, guint32 seed, guint *n_edits, guint *n_sound)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  guint8     bytes[N_BYTES];
  EditScript script = { bytes, sizeof bytes, 0 };

  for (guint i = 0; i < sizeof bytes; i++)
    bytes[i] = (guint8) g_rand_int_range (random, 0, 256);
  edit_run (&script, base, n_edits, n_sound);
}

static void
test_editions (void)
{
  const char *const *ids = mer_methodology_shipped_ids ();
  guint              n_edits = 0, n_sound = 0;

  for (guint seed = 1; n_edits < 2000; seed++)
    for (guint i = 0; ids[i] != NULL; i++)
      {
        g_autoptr (MerMethodology) base = mer_methodology_shipped (ids[i], NULL);

        g_assert_nonnull (base);
        run_seed (base, seed, &n_edits, &n_sound);
      }
  g_test_message ("%u edits, %u results sound", n_edits, n_sound);
  g_assert_cmpuint (n_sound, >, n_edits / 20);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/random-edits/editions", test_editions);
  return g_test_run ();
}
