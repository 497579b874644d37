/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Golden files: texts that a test gave once and that were looked at. */
#include "mer-test-golden.h"

void
mer_test_golden (const char *name,
                 const char *text)
{
  g_autofree char *path = g_build_filename (g_getenv ("MER_TEST_DATA"), "golden", name, NULL);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("MER_UPDATE_GOLDEN") != NULL)
    {
      g_file_set_contents (path, text, -1, &error);
      g_assert_no_error (error);
      g_test_skip ("golden file written");
      return;
    }
  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}
