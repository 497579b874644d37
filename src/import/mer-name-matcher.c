/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From spellings to organizations. Spellings are equal when their folded keys are; a
 * spelling that is merely alike is suggested, never used. */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/mer-name.h"
#include "import/mer-header-text.h"
#include "import/mer-name-matcher-private.h"
#include "import/mer-table-reader.h"
#include "store/mer-registry-store.h"

MerMatchTarget        mer_match_skipped;
static MerMatchTarget created; /* as a decision: a new organization of that name */

void
mer_match_spelling_clear (MerMatchSpelling *self)
{
  g_free (self->key);
  g_free (self->numbers);
}

static void
target_free (gpointer data)
{
  MerMatchTarget *target = data;

  mer_match_spelling_clear (&target->spelling);
  mer_match_spelling_clear (&target->full_name);
  g_free (target->name);
  g_free (target);
}

static void
match_free (gpointer data)
{
  MerNameMatch *match = data;

  g_clear_pointer (&match->rejected, g_array_unref);
  g_free (match->name);
  g_free (match);
}

static char *
numbers_of (const char *key)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean inside = FALSE;

  for (const char *p = key; *p != '\0'; p++)
    {
      gboolean digit = g_ascii_isdigit (*p);

      if (digit && !inside && out->len > 0)
        g_string_append_c (out, ' ');
      if (digit)
        g_string_append_c (out, *p);
      inside = digit;
    }
  return g_strdup (out->str);
}

static guint64
pairs_of (const char *key)
{
  guint64  pairs = 0;
  gunichar previous = 0;

  for (const char *p = key; *p != '\0'; p = mer_utf8_next (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (previous != 0)
        pairs |= G_GUINT64_CONSTANT (1) << ((previous * 31 + c) * 2654435761u >> 26);
      previous = c;
    }
  return pairs;
}

void
mer_match_spelling_init (MerMatchSpelling *self,
                         const char       *name)
{
  g_autofree char *even = NULL;

  self->key = mer_name_fold (name, -1);
  self->numbers = numbers_of (self->key);
  even = mer_name_even_out (self->key);
  self->pairs = pairs_of (even);
}

static MerMatchTarget *
target_new (gint64      id,
            const char *name)
{
  MerMatchTarget *target = g_new0 (MerMatchTarget, 1);

  target->id = id;
  target->name = g_strdup (name);
  mer_match_spelling_init (&target->spelling, name);
  return target;
}

/* --- loading the registry ----------------------------------------------------------- */

/* Whether a target or the chain that begins with it has an organization. */
static gboolean
chain_has (const MerMatchTarget *chain,
           gint64                id)
{
  for (; chain != NULL; chain = chain->other)
    {
      if (chain->id == id)
        return TRUE;
    }
  return FALSE;
}

/* Two organizations under one key: a chain of copies, so that a target itself stays plain. */
static MerMatchTarget *
make_ambiguous (MerNameMatcher       *self,
                MerMatchTarget       *first,
                const MerMatchTarget *second)
{
  MerMatchTarget *tail = target_new (second->id, second->name);

  g_ptr_array_add (self->ambiguities, tail);
  if (first->other != NULL)
    {
      tail->other = first->other;
      first->other = tail;
      return first;
    }
  first = target_new (first->id, first->name);
  first->other = tail;
  g_ptr_array_add (self->ambiguities, first);
  return first;
}

static void
add_key (MerNameMatcher *self,
         const char     *name,
         MerMatchTarget *target)
{
  g_autofree char *key = NULL;
  MerMatchTarget  *there;

  if (name == NULL)
    return;
  key = mer_name_fold (name, -1);
  if (*key == '\0')
    return;
  there = g_hash_table_lookup (self->by_key, key);
  if (there == NULL)
    g_hash_table_insert (self->by_key, g_steal_pointer (&key), target);
  else if (!chain_has (there, target->id))
    g_hash_table_insert (self->by_key, g_steal_pointer (&key),
                         make_ambiguous (self, there, target));
}

static void
add_organization (MerNameMatcher        *self,
                  const MerOrganization *organization)
{
  MerMatchTarget *target = target_new (organization->id, organization->name);

  if (organization->full_name != NULL)
    mer_match_spelling_init (&target->full_name, organization->full_name);
  g_ptr_array_add (self->targets, target);
  g_hash_table_insert (self->by_id, &target->id, target);
  add_key (self, organization->name, target);
  add_key (self, organization->full_name, target);
  if (organization->inn != NULL)
    g_hash_table_insert (self->by_inn, g_strdup (organization->inn), target);
}

/* A spelling that files used before: as such it decides alone, folded it is one more name. */
static void
add_source_name (MerNameMatcher      *self,
                 const MerSourceName *source)
{
  MerMatchTarget  *target = source->organization_id != 0
                              ? g_hash_table_lookup (self->by_id, &source->organization_id)
                              : &mer_match_skipped;
  g_autofree char *key = NULL;

  if (target == NULL)
    return;
  g_hash_table_insert (self->spellings, g_strdup (source->name), target);
  if (target == &mer_match_skipped)
    return;
  key = mer_name_fold (source->name, -1);
  if (!g_hash_table_contains (self->by_key, key))
    g_hash_table_add (self->aliases, g_steal_pointer (&key));
  add_key (self, source->name, target);
}

MerNameMatcher *
mer_name_matcher_new (MerDocument *doc,
                      gboolean     create,
                      GError     **error)
{
  g_autoptr (MerNameMatcher) self = NULL;
  g_autoptr (GPtrArray) organizations = mer_store_organizations (doc, error);
  g_autoptr (GPtrArray) sources = NULL;

  if (organizations == NULL)
    return NULL;
  sources = mer_store_source_names (doc, error);
  if (sources == NULL)
    return NULL;
  self = g_new0 (MerNameMatcher, 1);
  self->doc = g_object_ref (doc);
  self->create = create;
  self->targets = g_ptr_array_new_with_free_func (target_free);
  self->ambiguities = g_ptr_array_new_with_free_func (target_free);
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_inn = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->spellings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->aliases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->decisions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->matches = g_ptr_array_new_with_free_func (match_free);
  self->by_text = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < organizations->len; i++)
    add_organization (self, organizations->pdata[i]);
  for (guint i = 0; i < sources->len; i++)
    add_source_name (self, sources->pdata[i]);
  return g_steal_pointer (&self);
}

void
mer_name_matcher_free (MerNameMatcher *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_text);
  g_hash_table_unref (self->spellings);
  g_hash_table_unref (self->aliases);
  g_hash_table_unref (self->decisions);
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->by_inn);
  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->matches);
  g_ptr_array_unref (self->ambiguities);
  g_ptr_array_unref (self->targets);
  g_object_unref (self->doc);
  g_free (self);
}

/* --- resolving ------------------------------------------------------------------------- */

/* A cell as a name: trimmed, every run of blanks one space. */
static char *
clean_name (const char *text,
            gsize       length)
{
  g_autoptr (GString) out = g_string_sized_new (length);
  gboolean blank = FALSE;

  for (const char *p = text; p < text + length; p = mer_utf8_next (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c) || c == 0xfeff || c == 0x200b)
        {
          blank = out->len > 0;
          continue;
        }
      if (blank)
        g_string_append_c (out, ' ');
      blank = FALSE;
      g_string_append_unichar (out, c);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static gboolean
is_inn (const char *name)
{
  gsize length = strlen (name);

  return (length == 10 || length == 12) && strspn (name, "0123456789") == length;
}

static gboolean
has_letter_or_digit (const char *name)
{
  for (const char *p = name; *p != '\0'; p = mer_utf8_next (p))
    {
      if (g_unichar_isalnum (g_utf8_get_char (p)))
        return TRUE;
    }
  return FALSE;
}

MerMatchTarget *
mer_match_find_target (MerNameMatcher *self,
                       const char     *name,
                       const char     *key)
{
  MerMatchTarget *target = g_hash_table_lookup (self->spellings, name);

  if (target == NULL && is_inn (name))
    target = g_hash_table_lookup (self->by_inn, name);
  if (target == NULL)
    target = g_hash_table_lookup (self->by_key, key);
  return target;
}

/* An organization that is to be added: one for all spellings of the key. */
static MerMatchTarget *
add_fresh (MerNameMatcher *self,
           GHashTable     *keys,
           const char     *name)
{
  MerMatchTarget *target = target_new (0, name);

  target->fresh = TRUE;
  g_ptr_array_add (self->targets, target);
  g_hash_table_replace (keys, g_strdup (target->spelling.key), target);
  return target;
}

static void
settle (MerNameMatcher *self,
        MerNameMatch   *match)
{
  g_autofree char *key = mer_name_fold (match->name, -1);
  MerMatchTarget  *target;

  if (*key == '\0' || !has_letter_or_digit (match->name))
    {
      match->state = MER_MATCH_EMPTY;
      return;
    }
  target = g_hash_table_lookup (self->decisions, key);
  if (target == &created)
    target = add_fresh (self, self->decisions, match->name);
  else if (target == NULL)
    target = mer_match_find_target (self, match->name, key);
  if (target == NULL && self->create && !is_inn (match->name))
    target = add_fresh (self, self->by_key, match->name);
  match->target = target;
  if (target == NULL)
    match->state = MER_MATCH_UNKNOWN;
  else if (target == &mer_match_skipped)
    match->state = MER_MATCH_SKIPPED;
  else if (target->other != NULL)
    match->state = MER_MATCH_AMBIGUOUS;
  else
    match->state = target->fresh ? MER_MATCH_CREATE : MER_MATCH_FOUND;
}

MerNameMatch *
mer_name_matcher_resolve (MerNameMatcher *self,
                          const char     *text,
                          gsize           length)
{
  g_autofree char *name = clean_name (text, length);
  MerNameMatch    *match = g_hash_table_lookup (self->by_text, name);

  if (match != NULL)
    return match;
  match = g_new0 (MerNameMatch, 1);
  match->index = self->matches->len;
  match->name = g_steal_pointer (&name);
  settle (self, match);
  g_ptr_array_add (self->matches, match);
  g_hash_table_insert (self->by_text, match->name, match);
  return match;
}

void
mer_name_match_reject (MerNameMatch *match,
                       gint64        row)
{
  if (match->rejected == NULL)
    match->rejected = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (match->rejected->len < MER_PROBLEM_REJECTED_ROWS)
    g_array_append_val (match->rejected, row);
}

gboolean
mer_name_matcher_decide (MerNameMatcher        *self,
                         const MerNameDecision *decision,
                         GError               **error)
{
  MerMatchTarget *target = decision->action == MER_NAME_SKIP ? &mer_match_skipped : &created;

  if (decision->action == MER_NAME_CHOOSE)
    target = g_hash_table_lookup (self->by_id, &decision->organization_id);
  if (target == NULL)
    {
      g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_ORGANIZATIONS,
                   _("The organization that was chosen for “%s” is not in the registry any more."),
                      decision->name);
      return FALSE;
    }
  g_hash_table_replace (self->decisions, mer_name_fold (decision->name, -1), target);
  return TRUE;
}

/* --- storing ---------------------------------------------------------------------------- */

static gboolean
create_organization (MerNameMatcher *self,
                     MerMatchTarget *target,
                     GError        **error)
{
  g_autoptr (MerOrganization) organization =
    mer_organization_new (target->name, mer_organization_kind_guess (target->name));

  if (!mer_store_save_organization (self->doc, organization, error))
    return FALSE;
  target->id = organization->id;
  self->n_created++;
  return TRUE;
}

/* A spelling that meant another organization before, or none: what came under it follows. */
static gboolean
correct_source (MerNameMatcher *self,
                MerNameMatch   *match,
                GError        **error)
{
  const MerMatchTarget *before = g_hash_table_lookup (self->spellings, match->name);

  return before == NULL || before == match->target ||
         mer_store_set_source_organization (self->doc, match->source_id, match->organization_id,
                                            error);
}

gboolean
mer_name_matcher_store (MerNameMatcher *self,
                        MerNameMatch   *match,
                        GError        **error)
{
  g_return_val_if_fail (mer_name_match_is_usable (match), FALSE);

  if (match->source_id != 0)
    return TRUE;
  if (match->target->id == 0 && !create_organization (self, match->target, error))
    return FALSE;
  match->organization_id = match->target->id;
  match->source_id =
    mer_store_source_name_id (self->doc, match->name, match->organization_id, error);
  return match->source_id != 0 && correct_source (self, match, error);
}

gboolean
mer_name_matcher_store_skipped (MerNameMatcher *self,
                                MerNameMatch   *match,
                                GError        **error)
{
  g_return_val_if_fail (match->state == MER_MATCH_SKIPPED, FALSE);

  match->source_id = mer_store_source_name_id (self->doc, match->name, 0, error);
  return match->source_id != 0 && correct_source (self, match, error);
}

GPtrArray *
mer_name_matcher_matches (MerNameMatcher *self)
{
  return self->matches;
}

guint
mer_name_matcher_n_created (MerNameMatcher *self)
{
  return self->n_created;
}
