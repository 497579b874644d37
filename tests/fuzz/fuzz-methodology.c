/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Methodology XML from anywhere: refused with a sentence, or read so that writing it, reading
 * that and writing again gives the same bytes; as a draft, too. What stands behind a byte 0 is a
 * script of edits of the methodology before it, or of a shipped one. */

#include "edit-script.h"
#include "fuzz.h"

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

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const uint8_t   *zero = size > 0 ? memchr (data, 0, size) : NULL;
  gsize            length = zero != NULL ? (gsize) (zero - data) : size;
  g_autofree char *text = g_strndup ((const char *) data, length);
  g_autoptr (MerMethodology) base = NULL;
  EditScript script;
  guint      n_edits = 0, n_sound = 0;

  if (length > 0)
    {
      read_strictly (text, length);
      read_draft (text, length);
    }
  if (zero == NULL)
    return 0;
  script = (EditScript){ zero + 1, size - length - 1, 0 };
  base = base_of (text, length, &script);
  if (base != NULL)
    edit_run (&script, base, &n_edits, &n_sound);
  return 0;
}
