/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Texts of a document, folded once, walked through for each search: a region's are a few megabytes,
 * which takes less than a frame. */

#include "config.h"

#include "app/mer-search.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/mer-record-names-private.h"
#include "app/mer-search-private.h"
#include "core/mer-name.h"
#include "cycle/mer-record-kinds.h"

#define CHUNK 65536

typedef struct
{
  const char *title;
  const char *text;
  const char *folded;
} Field;

typedef struct
{
  MerSearchHit hit;
  guint        first; /* of its fields; the first is the name */
} Entry;

struct _MerSearch
{
  GStringChunk *texts;
  GArray       *entries;
  GArray       *fields;
  GString      *folded; /* reused while it is filled */
};

/* --- filling --------------------------------------------------------------------------------- */

void
mer_search_add (MerSearch  *self,
                const char *title,
                const char *text)
{
  Field field = { .title = title };

  if (text == NULL || *text == '\0')
    return;
  g_string_truncate (self->folded, 0);
  mer_name_fold_into (text, -1, self->folded);
  field.text = g_string_chunk_insert (self->texts, text);
  field.folded = g_string_chunk_insert (self->texts, self->folded->str);
  g_array_append_val (self->fields, field);
}

void
mer_search_begin (MerSearch  *self,
                  const char *kind,
                  const char *title,
                  gint64      id,
                  gint64      cycle_id,
                  const char *name)
{
  Entry entry = { .hit = { .kind = kind, .title = title, .id = id, .cycle_id = cycle_id } };

  entry.first = self->fields->len;
  /* a name of nothing but blanks still makes a field */
  mer_search_add (self, N_("Name"), *name != '\0' ? name : "—");
  entry.hit.name = g_array_index (self->fields, Field, entry.first).text;
  g_array_append_val (self->entries, entry);
}

/* Names of other records, choices and numbers would find too much. */
static gboolean
is_searched (const MerField *field)
{
  return field->type <= MER_FIELD_CODE || field->type == MER_FIELD_ORGANIZATION;
}

static void
add_record (MerSearch       *self,
            MerRecordNames  *names,
            const MerRecord *record)
{
  const MerRecordKind *kind = record->kind;

  mer_search_begin (self, kind->id, kind->one, record->id, record->cycle_id,
                    mer_record_names_of (names, kind, record->id));
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *text = NULL;

      if (!is_searched (&kind->fields[i]) || mer_record_is_blank (record, &kind->fields[i]))
        continue;
      text = mer_record_names_words (names, record, &kind->fields[i]);
      mer_search_add (self, kind->fields[i].title, text);
    }
}

static gboolean
add_kind (MerSearch           *self,
          MerRecordNames      *names,
          const MerRecordKind *kind,
          GError             **error)
{
  const MerKindNames *all = mer_record_names_of_kind (names, kind, error);

  for (guint i = 0; all != NULL && i < all->records->len; i++)
    add_record (self, names, all->records->pdata[i]);
  return all != NULL;
}

MerSearch *
mer_search_new (MerDocument *doc,
                GError     **error)
{
  const MerRecordKind *const *kinds = mer_record_kinds ();
  g_autoptr (MerSearch) self = g_new0 (MerSearch, 1);
  g_autoptr (MerRecordNames) names = mer_record_names_new (doc, 0);

  self->texts = g_string_chunk_new (CHUNK);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->fields = g_array_new (FALSE, FALSE, sizeof (Field));
  self->folded = g_string_new (NULL);
  if (!mer_search_add_registry (self, doc, names, error))
    return NULL;
  for (guint i = 0; kinds[i] != NULL; i++)
    if (!add_kind (self, names, kinds[i], error))
      return NULL;
  return g_steal_pointer (&self);
}

void
mer_search_free (MerSearch *self)
{
  if (self == NULL)
    return;
  g_string_free (self->folded, TRUE);
  g_array_unref (self->fields);
  g_array_unref (self->entries);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/* --- searching ------------------------------------------------------------------------------- */

static guint
end_of (const MerSearch *self,
        guint            entry)
{
  return entry + 1 < self->entries->len ? g_array_index (self->entries, Entry, entry + 1).first
                                        : self->fields->len;
}

/* How many of the words a field has. */
static guint
count_words (const char *folded,
             GStrv       words)
{
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    n += strstr (folded, words[i]) != NULL ? 1 : 0;
  return n;
}

static guint
first_field (const MerSearch *self,
             guint            start,
             guint            end,
             const char      *word)
{
  for (guint i = start; i < end; i++)
    if (strstr (g_array_index (self->fields, Field, i).folded, word) != NULL)
      return i;
  return G_MAXUINT;
}

/* The field that has most of the words, the first of several; G_MAXUINT when one is missing. */
static guint
best_field (const MerSearch *self,
            guint            entry,
            GStrv            words)
{
  guint start = g_array_index (self->entries, Entry, entry).first, end = end_of (self, entry);
  guint best = G_MAXUINT, most = 0;

  if (words[1] == NULL) /* then the first that has it has most */
    return first_field (self, start, end, words[0]);
  for (guint i = 0; words[i] != NULL; i++)
    if (first_field (self, start, end, words[i]) == G_MAXUINT)
      return G_MAXUINT;
  for (guint i = start; i < end; i++)
    {
      guint n = count_words (g_array_index (self->fields, Field, i).folded, words);

      if (n > most)
        {
          most = n;
          best = i;
        }
    }
  return best;
}

static GStrv
words_of (const char *text)
{
  g_autofree char *folded = mer_name_fold (text, -1);

  return *folded != '\0' ? g_strsplit (folded, " ", -1) : g_new0 (char *, 1);
}

static void
take_hit (const MerSearch *self,
          guint            entry,
          guint            field,
          GArray          *by_name,
          GArray          *others)
{
  const Entry *found = &g_array_index (self->entries, Entry, entry);
  MerSearchHit hit = found->hit;

  hit.field = g_array_index (self->fields, Field, field).title;
  hit.text = g_array_index (self->fields, Field, field).text;
  if (field == found->first)
    g_array_append_val (by_name, hit);
  else
    g_array_append_val (others, hit);
}

/**
 * mer_search_find:
 * @self: texts of a document
 * @text: what is looked for, UTF-8
 * @most: how many are wanted at most; 0: all
 * @n: (out) (nullable): how many there are
 *
 * Returns: (transfer full) (element-type MerSearchHit): those found by their names first
 */
GArray *
mer_search_find (MerSearch  *self,
                 const char *text,
                 guint       most,
                 guint      *n)
{
  g_auto (GStrv) words = words_of (text);
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (MerSearchHit));
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (MerSearchHit));

  for (guint i = 0; words[0] != NULL && i < self->entries->len; i++)
    {
      guint field = best_field (self, i, words);

      if (field != G_MAXUINT)
        take_hit (self, i, field, hits, others);
    }
  g_array_append_vals (hits, others->data, others->len);
  if (n != NULL)
    *n = hits->len;
  if (most > 0 && hits->len > most)
    g_array_set_size (hits, most);
  return hits;
}
