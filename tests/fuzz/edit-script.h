/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Edits of a methodology that bytes dictate, and what must hold after each: nothing crashes, what
 * was edited stays as it was, every draft survives its XML, every sound one the strict reader, and
 * an edit followed by its inverse is no edit. */

#include <string.h>

#include "methodology/mer-methodology-edit-private.h"

typedef struct
{
  const guint8 *data;
  gsize         size;
  gsize         at;
} EditScript;

static inline guint
edit_byte (EditScript *script)
{
  return script->at < script->size ? script->data[script->at++] : 0;
}

static inline guint
edit_number (EditScript *script, guint below)
{
  guint high = edit_byte (script);

  return below > 0 ? (high * 256 + edit_byte (script)) % below : 0;
}

static inline guint
edit_count (const char *const *words)
{
  guint n = 0;

  while (words[n] != NULL)
    n++;
  return n;
}

/* The path of any part; "" of the whole now and then. */
static inline char *
edit_path (EditScript *script, const MerMethodology *rules)
{
  g_autoptr (GPtrArray) spots = mer_spots_of (rules);
  guint index = edit_number (script, spots->len + 1);

  return index == spots->len ? g_strdup ("") : mer_spot_path (spots->pdata[index]);
}

/* Codes of other parts, and words that mean nothing. */
static inline char *
edit_links (EditScript *script, const MerMethodology *rules)
{
  GString *words = g_string_new (NULL);
  guint    n = edit_byte (script) % 6;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = edit_path (script, rules);
      const char      *slash = strchr (path, '/');

      g_string_append_printf (words, "%s ", slash != NULL ? slash + 1 : "none");
    }
  return g_string_free (words, FALSE);
}

static inline char *
edit_value (EditScript *script, const MerMethodology *rules, MerPartKind kind, const char *property)
{
  static const char *const values[] = {
    "",
    "0",
    "0.1",
    "0,25",
    "1/3",
    "1",
    "100",
    "7.5",
    "999999",
    "1/7919",
    "0.0000001",
    "q1",
    "site",
    "K1",
    "1.3",
    "zzz.99",
    "yes",
    "no",
    "да\nнет",
    "a < b & c",
    "0 = 0",
    "\x01 bad",
    "0 0.5 0.5",
    "2024-02-29",
    "preschool other",
    "очень длинный текст",
    "S",
    "en",
    "\xff",
  };
  const char *const *choices = mer_part_property_choices (kind, property);
  guint              how = edit_byte (script) % 4;

  if (how == 0 && choices != NULL)
    return g_strdup (choices[edit_byte (script) % edit_count (choices)]);
  if (how <= 1)
    return edit_links (script, rules);
  return g_strdup (values[edit_byte (script) % G_N_ELEMENTS (values)]);
}

static inline void
edit_assert_same (const MerMethodology *a, const MerMethodology *b)
{
  g_autofree char *one = mer_methodology_to_xml (a);
  g_autofree char *two = mer_methodology_to_xml (b);

  g_assert_cmpstr (one, ==, two);
}

/* Of these what else they change is not told by their own value: policies that come and go with a
 * base, weights that go with an input, marks that go when a policy is set. */
static inline gboolean
edit_can_undo (const MerMethodology *rules, const char *path, const char *property)
{
  g_autofree char *weights = NULL;

  if (strcmp (property, "base") == 0 || g_str_has_prefix (property, "policy:"))
    return FALSE;
  if (strcmp (property, "inputs") == 0)
    weights = mer_methodology_get (rules, path, "input-weights");
  return weights == NULL && strcmp (property, "code") != 0;
}

static inline MerMethodology *
edit_set (EditScript *script, const MerMethodology *rules, GError **error)
{
  g_autofree char   *path = edit_path (script, rules);
  MerPartKind        kind = mer_part_kind_of (path);
  const char *const *properties = mer_part_properties (kind);
  const char        *property =
    properties[edit_byte (script) % edit_count (properties)];
  const char      *name = path[0] == '\0' && edit_byte (script) % 2 ? "policy:undefined" : property;
  g_autofree char *value = edit_value (script, rules, kind, name);
  g_autofree char *old = mer_methodology_get (rules, path, name);
  MerMethodology  *edited = mer_methodology_set (rules, path, name, value, error);
  g_autoptr (MerMethodology) back = NULL;

  if (edited == NULL || !edit_can_undo (rules, path, name))
    return edited;
  back = mer_methodology_set (edited, path, name, old, NULL);
  g_assert_nonnull (back);
  edit_assert_same (back, rules);
  return edited;
}

static inline MerMethodology *
edit_add (EditScript *script, const MerMethodology *rules, GError **error)
{
  MerPartKind      kind = (MerPartKind) (edit_byte (script) % (MER_PART_COLUMN + 1));
  g_autofree char *any = edit_path (script, rules);
  g_autofree char *owner =
    mer_part_owner_kind (kind) == MER_PART_METHODOLOGY ? g_strdup ("") : g_steal_pointer (&any);
  g_autofree char *path = NULL;
  MerMethodology  *edited = mer_methodology_add (rules, kind, owner, &path, error);
  g_autoptr (MerMethodology) back = NULL;

  if (edited == NULL)
    return NULL;
  back = mer_methodology_remove (edited, path, NULL);
  g_assert_nonnull (back);
  edit_assert_same (back, rules);
  return edited;
}

static inline MerMethodology *
edit_copy (EditScript *script, const MerMethodology *rules, GError **error)
{
  g_autofree char *part = edit_path (script, rules);
  g_autofree char *path = NULL;
  MerMethodology  *edited = mer_methodology_copy_part (rules, part, &path, error);
  g_autoptr (MerMethodology) back = NULL;

  if (edited == NULL)
    return NULL;
  back = mer_methodology_remove (edited, path, NULL);
  g_assert_nonnull (back);
  edit_assert_same (back, rules);
  return edited;
}

static inline MerMethodology *
edit_move (EditScript *script, const MerMethodology *rules, GError **error)
{
  g_autofree char *path = edit_path (script, rules);
  g_autofree char *from = mer_part_owner (rules, path);
  g_autofree char *any = edit_path (script, rules);
  const char      *owner = edit_byte (script) % 3 != 0 ? from : any;
  g_autofree char *new_path = NULL;
  g_autoptr (MerMethodology) back = NULL;
  MerMethodology *edited;
  MerSpot         spot;

  edited = mer_methodology_move (rules, path, owner, edit_byte (script) % 12, &new_path, error);
  if (edited == NULL || strcmp (owner, from) != 0)
    return edited;
  g_assert_true (mer_spot_find (&spot, rules, path, NULL));
  back = mer_methodology_move (edited, new_path, from, spot.index, NULL, NULL);
  g_assert_nonnull (back);
  edit_assert_same (back, rules);
  return edited;
}

static inline MerMethodology *
edit_restore (EditScript           *script,
              const MerMethodology *rules,
              const MerMethodology *base,
              GError              **error)
{
  g_autofree char *path = edit_path (script, edit_byte (script) % 2 ? rules : base);
  MerMethodology  *edited = mer_methodology_restore (rules, base, path, error);
  g_autoptr (GPtrArray) differences = NULL;

  if (edited == NULL)
    return NULL;
  /* no property of the part differs any more; where it stands depends on its neighbours, and the
   * next option has the path of one that was taken away */
  differences = mer_methodology_differences (edited, base);
  for (guint i = 0; path[0] != '\0' && i < differences->len; i++)
    {
      const MerMethodologyDifference *difference = differences->pdata[i];

      if (strcmp (difference->path, path) == 0 && mer_part_kind_of (path) != MER_PART_OPTION)
        g_assert_cmpstr (difference->property, ==, "order");
    }
  return edited;
}

static inline MerMethodology *
edit_once (EditScript           *script,
           const MerMethodology *rules,
           const MerMethodology *base,
           GError              **error)
{
  g_autofree char *path = NULL;

  switch (edit_byte (script) % 10)
    {
    case 0:
      return edit_add (script, rules, error);
    case 1:
      return edit_copy (script, rules, error);
    case 2:
      path = edit_path (script, rules);
      return mer_methodology_remove (rules, path, error);
    case 3:
    case 4:
      return edit_move (script, rules, error);
    case 5:
      path = edit_path (script, rules);
      return mer_methodology_normalize (rules, path, error);
    case 6:
      return edit_restore (script, rules, base, error);
    default:
      return edit_set (script, rules, error);
    }
}

/* Every property of every part can be read. */
static inline void
edit_read_all (const MerMethodology *rules)
{
  g_autoptr (GPtrArray) spots = mer_spots_of (rules);

  for (guint i = 0; i < spots->len; i++)
    {
      g_autofree char   *path = mer_spot_path (spots->pdata[i]);
      g_autofree char   *name = mer_part_name (rules, path);
      const char *const *property = mer_part_properties (mer_part_kind_of (path));

      g_assert_true (g_utf8_validate (name, -1, NULL));
      for (; *property != NULL; property++)
        g_free (mer_methodology_get (rules, path, *property));
    }
}

static inline void
edit_check (const MerMethodology *rules, gboolean is_sound)
{
  g_autofree char *xml = mer_methodology_to_xml (rules);
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) draft =
    mer_methodology_draft_from_xml (xml, strlen (xml), "draft", &error);
  g_autoptr (MerMethodology) strict = NULL;

  g_assert_no_error (error);
  edit_assert_same (draft, rules);
  edit_read_all (rules);
  if (!is_sound)
    return;
  strict = mer_methodology_from_xml (xml, strlen (xml), "strict", &error);
  g_assert_no_error (error);
  edit_assert_same (strict, rules);
}

/* Runs a script; counts edits that were made, and how many of their results were sound. */
static inline void
edit_run (EditScript *script, const MerMethodology *base, guint *n_edits, guint *n_sound)
{
  g_autoptr (MerMethodology) rules = mer_methodology_restore (base, base, "", NULL);
  g_autofree char *before = mer_methodology_to_xml (base);
  g_autofree char *after = NULL;

  while (script->at < script->size)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *old_xml = mer_methodology_to_xml (rules);
      g_autofree char *still = NULL;
      g_autoptr (MerMethodology) edited = edit_once (script, rules, base, &error);
      gboolean is_sound;

      g_assert_true ((edited == NULL) == (error != NULL));
      g_assert_true (error == NULL || g_utf8_validate (error->message, -1, NULL));
      still = mer_methodology_to_xml (rules);
      g_assert_cmpstr (old_xml, ==, still);
      if (edited == NULL)
        continue;
      is_sound = mer_methodology_is_sound (edited);
      edit_check (edited, is_sound);
      ++*n_edits;
      *n_sound += is_sound ? 1 : 0;
      /* half of the time back from what is unsound, so that much stays sound */
      if (is_sound || edit_byte (script) % 2)
        {
          mer_methodology_unref (rules);
          rules = g_steal_pointer (&edited);
        }
    }
  after = mer_methodology_to_xml (base);
  g_assert_cmpstr (before, ==, after);
}
