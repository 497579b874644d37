/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Methodology XML from anywhere: refused with a sentence, or read so that writing it, reading
 * that and writing again gives the same bytes; as a draft, too. What stands behind SCRIPT is a
 * script of edits of the methodology before it, or of a shipped one. */

#include "edit-script.h"
#include "fuzz.h"

#define SCRIPT "#edit#"

static void
assert_sentence (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static void
read_strictly (const char *text, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) again_error = NULL;
  g_autoptr (MerMethodology) first = mer_methodology_from_xml (text, size, "fuzz", &error);
  g_autoptr (MerMethodology) second = NULL;
  g_autofree char *once = NULL;

  if (first == NULL)
    {
      assert_sentence (error);
      return;
    }
  once = mer_methodology_to_xml (first);
  second = mer_methodology_from_xml (once, strlen (once), "again", &again_error);
  g_assert_no_error (again_error);
  edit_assert_same (first, second);
}

/* A draft may name two parts alike, and then which one is meant is anybody's guess; but it can be
 * looked at, compared and made whole. */
static void
read_draft (const char *text, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) draft = mer_methodology_draft_from_xml (text, size, "fuzz", &error);
  g_autoptr (MerMethodology) base = NULL;
  g_autoptr (MerMethodology) even = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) differences = NULL;

  if (draft == NULL)
    {
      assert_sentence (error);
      return;
    }
  base = mer_methodology_shipped ("nok-2018-education", NULL);
  problems = mer_methodology_problems (draft);
  differences = mer_methodology_differences (draft, base);
  even = mer_methodology_normalize (draft, "", NULL);
  edit_read_all (draft);
}

static MerMethodology *
base_of (const char *text, gsize size, EditScript *script)
{
  const char *const *ids = mer_methodology_shipped_ids ();

  if (size > 0)
    return mer_methodology_from_xml (text, size, "fuzz", NULL);
  return mer_methodology_shipped (ids[edit_byte (script) % edit_count (ids)], NULL);
}

/* Where the script begins, its mark included; the end when there is none. */
static gsize
find_script (const uint8_t *data, gsize size)
{
  for (gsize i = 0; i + strlen (SCRIPT) <= size; i++)
    if (memcmp (data + i, SCRIPT, strlen (SCRIPT)) == 0)
      return i;
  return size;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const char *text = (const char *) data;
  gsize       length = find_script (data, size);
  g_autoptr (MerMethodology) base = NULL;
  EditScript script = { data, size, MIN (size, length + strlen (SCRIPT)) };
  guint      n_edits = 0, n_sound = 0;

  if (length > 0 || size == 0)
    {
      read_strictly (text, length);
      read_draft (text, length);
    }
  base = length < size ? base_of (text, length, &script) : NULL;
  if (base != NULL)
    edit_run (&script, base, &n_edits, &n_sound);
  return 0;
}
