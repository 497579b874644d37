/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Methodology XML from anywhere: refused with a sentence, or read so that writing it, reading
 * that and writing again gives the same bytes. */

#include "fuzz.h"
#include "methodology/mer-methodology-xml.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) again_error = NULL;
  g_autoptr (MerMethodology) first =
    mer_methodology_from_xml ((const char *) data, size, "fuzz", &error);
  g_autoptr (MerMethodology) second = NULL;
  g_autofree char *once = NULL, *twice = NULL;

  if (first == NULL)
    {
      g_assert_nonnull (error);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  once = mer_methodology_to_xml (first);
  second = mer_methodology_from_xml (once, strlen (once), "again", &again_error);
  g_assert_no_error (again_error);
  twice = mer_methodology_to_xml (second);
  g_assert_cmpstr (once, ==, twice);
  return 0;
}
