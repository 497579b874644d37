/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An open hash table over the raw spellings of names. Two raw spellings that the matcher takes for
 * one (they differ in blanks) share a source. */

#include "config.h"

#include "import/mer-source-table.h"

#include "import/mer-raw-key.h"

#define FIRST_ROOM 4096

typedef struct
{
  guint64    hash;
  char      *name; /* NULL: free */
  guint32    length;
  MerSource *source;
} Slot;

struct _MerSourceTable
{
  MerNameMatcher       *matcher; /* borrowed */
  const MerBlockLayout *layout;  /* borrowed; nullable */
  gboolean              with_respondents;
  guint                 n_riding;
  Slot                 *slots;
  gsize                 room; /* a power of two, never more than half full */
  gsize                 n_used;
  GPtrArray            *sources;  /* of MerSource */
  GPtrArray            *by_match; /* the same by the index of the match; NULL where none */
};

static void
source_free (gpointer data)
{
  MerSource *self = data;

  mer_block_builder_free (self->builder);
  g_free (self);
}

MerSourceTable *
mer_source_table_new (MerNameMatcher       *matcher,
                      const MerBlockLayout *layout,
                      gboolean              with_respondents,
                      guint                 n_riding)
{
  MerSourceTable *self = g_new0 (MerSourceTable, 1);

  self->matcher = matcher;
  self->layout = layout;
  self->with_respondents = with_respondents;
  self->n_riding = n_riding;
  self->room = FIRST_ROOM;
  self->slots = g_new0 (Slot, self->room);
  self->sources = g_ptr_array_new_with_free_func (source_free);
  self->by_match = g_ptr_array_new ();
  return self;
}

void
mer_source_table_free (MerSourceTable *self)
{
  if (self == NULL)
    return;
  for (gsize i = 0; i < self->room; i++)
    g_free (self->slots[i].name);
  g_free (self->slots);
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->by_match);
  g_free (self);
}

static MerSource *
source_of_match (MerSourceTable *self,
                 MerNameMatch   *match)
{
  MerSource *source = NULL;

  if (match->index >= self->by_match->len)
    g_ptr_array_set_size (self->by_match, (int) match->index + 1);
  source = g_ptr_array_index (self->by_match, match->index);
  if (source != NULL)
    return source;
  source = g_new0 (MerSource, 1);
  source->match = match;
  source->is_usable = mer_name_match_is_usable (match);
  if (self->layout != NULL)
    source->builder =
      mer_block_builder_new (self->layout, self->with_respondents, self->n_riding);
  g_ptr_array_add (self->sources, source);
  g_ptr_array_index (self->by_match, match->index) = source;
  return source;
}

static Slot *
find_slot (MerSourceTable *self,
           guint64         hash,
           const char     *name,
           gsize           length)
{
  for (gsize i = hash & (self->room - 1);; i = (i + 1) & (self->room - 1))
    {
      Slot *slot = &self->slots[i];

      if (slot->name == NULL)
        return slot;
      if (slot->hash == hash && slot->length == length && memcmp (slot->name, name, length) == 0)
        return slot;
    }
}

static void
grow (MerSourceTable *self)
{
  g_autofree Slot *old = self->slots;
  gsize            old_room = self->room;

  self->room *= 2;
  self->slots = g_new0 (Slot, self->room);
  for (gsize i = 0; i < old_room; i++)
    {
      if (old[i].name != NULL)
        *find_slot (self, old[i].hash, old[i].name, old[i].length) = old[i];
    }
}

void
mer_source_table_prefetch (const MerSourceTable *self,
                           guint64               hash)
{
  __builtin_prefetch (&self->slots[hash & (self->room - 1)]);
}

void
mer_source_table_prefetch_source (const MerSourceTable *self,
                                  guint64               hash)
{
  const Slot *slot = &self->slots[hash & (self->room - 1)];

  if (slot->hash != hash || slot->name == NULL)
    return;
  for (guint32 i = 0; i < slot->length; i += 64)
    __builtin_prefetch (slot->name + i);
  __builtin_prefetch (slot->source);
}

MerSource *
mer_source_table_find (MerSourceTable *self,
                       guint64         hash,
                       const char     *name,
                       gsize           length)
{
  Slot *slot = find_slot (self, hash, name, length);

  if (G_LIKELY (slot->name != NULL))
    return slot->source;
  if (self->n_used * 2 >= self->room)
    {
      grow (self);
      slot = find_slot (self, hash, name, length);
    }
  slot->hash = hash;
  slot->length = (guint32) length;
  slot->name = g_strndup (name, length);
  slot->source = source_of_match (self, mer_name_matcher_resolve (self->matcher, name, length));
  self->n_used++;
  return slot->source;
}

void
mer_source_table_finish (MerSourceTable *self)
{
  for (guint i = 0; i < self->sources->len; i++)
    {
      MerSource *source = g_ptr_array_index (self->sources, i);

      if (source->n_rows > 0 && source->match->n_rows == 0)
        source->match->first_row = source->first_row;
      source->match->n_rows += (guint64) source->n_rows;
      source->n_rows = 0;
    }
}

GPtrArray *
mer_source_table_sources (MerSourceTable *self)
{
  return self->sources;
}
