/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads all comments of a cycle into one run of memory and tells of each what its words alone
 * tell, so that lists, counts and searches only look at what lies there. */

#include "config.h"

#include "store/mer-comment-set.h"

#include <string.h>

#include "core/mer-comment-text.h"
#include "core/mer-person-names.h"
#include "store/mer-batch-readings.h"
#include "store/mer-block.h"
#include "store/mer-comment-block.h"
#include "store/mer-query.h"
#include "store/mer-registry-store.h"

/* While it is read, `text` and `folded` are places in the arena. */
typedef struct
{
  MerCommentSet public;
  GArray  *array; /* of MerCommentEntry */
  GString *arena;
} Set;

typedef struct
{
  Set              *set;
  MerDocument      *doc;
  gint64            cycle_id;
  MerBatchReadings *readings; /* nullable */
  MerCommentEntry   entry;    /* what all comments of the block at hand share */
  GArray           *people;
} Reader;

static void
set_clear (gpointer data)
{
  Set *self = data;

  g_clear_pointer (&self->array, g_array_unref);
  if (self->arena != NULL)
    g_string_free (g_steal_pointer (&self->arena), TRUE);
}

MerCommentSet *
mer_comment_set_ref (MerCommentSet *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
mer_comment_set_unref (MerCommentSet *self)
{
  g_atomic_rc_box_release_full (self, set_clear);
}

static void
append_folded (GString    *out,
               const char *text,
               gsize       length)
{
  const char *end = text + length;
  gsize       at = out->len;

  /* no letter grows by more than two bytes when it becomes small */
  g_string_set_size (out, at + length * 3);
  for (const char *p = text; p < end; p += g_utf8_skip[(guchar) *p])
    {
      gunichar c = g_unichar_tolower (g_utf8_get_char (p));

      at += (gsize) g_unichar_to_utf8 (c == 0x0451 ? 0x0435 : c, out->str + at);
    }
  g_string_truncate (out, at);
}

/**
 * mer_comment_fold:
 * @text: UTF-8, valid
 *
 * Returns: (transfer full): lower case, ё as е
 */
char *
mer_comment_fold (const char *text)
{
  GString *folded = g_string_new (NULL);

  append_folded (folded, text, strlen (text));
  return g_string_free (folded, FALSE);
}

/* --- reading ----------------------------------------------------------------------------- */

static const char *
place (const Set *self)
{
  return (const char *) (guintptr) self->arena->len;
}

static void
read_comment_cb (gint64      row,
                 const char *text,
                 gsize       length,
                 gpointer    user_data)
{
  Reader         *self = user_data;
  GString        *arena = self->set->arena;
  MerCommentEntry entry = self->entry;
  gsize           start = arena->len;

  entry.row = row;
  entry.text = place (self->set);
  g_string_append_len (arena, text, (gssize) length);
  g_string_append_c (arena, '\0');
  entry.folded = place (self->set);
  append_folded (arena, text, length);
  g_string_append_c (arena, '\0');
  entry.says_nothing = mer_comment_is_empty (text, length);
  entry.names_person =
    !entry.says_nothing && mer_comment_names_person (arena->str + start, self->people);
  self->set->public.n_nothing += entry.says_nothing ? 1 : 0;
  g_array_append_val (self->set->array, entry);
}

/* When the comments from `first` on were given, out of the answers' blocks; unknown where these
 * are damaged, which verify reports. */
static gboolean
read_times (Reader  *self,
            gint64   source_id,
            guint    first,
            GError **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  guint                 n = self->set->array->len - first;
  const MerBlockLayout *layout =
    &mer_batch_readings_of (self->readings, self->entry.batch_id)->packed;
  g_autofree gint64 *rows = g_new (gint64, n);
  g_autofree gint64 *times = g_new (gint64, n);
  g_autofree guint8 *clocks = g_new0 (guint8, n);
  MerCommentEntry   *entries = &g_array_index (self->set->array, MerCommentEntry, first);

  for (guint i = 0; i < n; i++)
    {
      rows[i] = entries[i].row;
      times[i] = MER_BLOCK_NO_TIME;
    }
  if (!mer_query_prepare (&query, self->doc,
                          "SELECT data FROM block WHERE batch_id = ?1 AND source_id = ?2 "
                          "ORDER BY segment",
                          error))
    return FALSE;
  mer_query_bind_int (&query, 1, self->entry.batch_id);
  mer_query_bind_int (&query, 2, source_id);
  while (mer_query_next (&query, error))
    {
      g_autoptr (GBytes) block = mer_query_bytes_in_place (&query, 0);

      mer_block_times (block, layout, rows, n, times, clocks, NULL);
    }
  for (guint i = 0; i < n; i++)
    {
      entries[i].time = times[i];
      entries[i].has_time_of_day = clocks[i] != 0;
    }
  return mer_query_done (&query);
}

static gboolean
read_block (Reader   *self,
            MerQuery *query,
            GError  **error)
{
  g_autoptr (GBytes) block = mer_query_bytes (query, 4);
  guint first = self->set->array->len;

  self->entry = (MerCommentEntry){ .batch_id = mer_query_int (query, 0),
                                   .organization_id = mer_query_int (query, 2),
                                   .time = MER_BLOCK_NO_TIME,
                                   .typed_in = mer_query_int (query, 3) != 0 };
  return mer_comment_block_foreach (block, read_comment_cb, self, error) &&
         (self->readings == NULL || self->set->array->len == first ||
          read_times (self, mer_query_int (query, 1), first, error));
}

static gboolean
read_all (Reader       *self,
          GCancellable *cancellable,
          GError      **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!mer_query_prepare (&query, self->doc,
                          "SELECT c.batch_id, c.source_id, s.organization_id, "
                          "t.file_name IS NULL, c.data FROM batch t "
                          "JOIN comment c ON c.batch_id = t.id "
                          "LEFT JOIN source s ON s.id = c.source_id "
                          "WHERE t.cycle_id = ?1 AND t.removed = 0 "
                          "ORDER BY c.batch_id, c.source_id, c.segment",
                          error))
    return FALSE;
  mer_query_bind_int (&query, 1, self->cycle_id);
  while (mer_query_next (&query, error))
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !read_block (self, &query, error))
        return FALSE;
    }
  return mer_query_done (&query);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const MerCommentEntry *first = a;
  const MerCommentEntry *second = b;

  if (first->batch_id != second->batch_id)
    return first->batch_id < second->batch_id ? -1 : 1;
  return (first->row > second->row) - (first->row < second->row);
}

/* From places in the arena to texts, which stay where they are from now on. */
static void
settle (Set *self)
{
  const char *texts = self->arena->str;

  for (guint i = 0; i < self->array->len; i++)
    {
      MerCommentEntry *entry = &g_array_index (self->array, MerCommentEntry, i);

      entry->text = texts + (guintptr) entry->text;
      entry->folded = texts + (guintptr) entry->folded;
    }
  g_array_sort (self->array, compare_entries);
  self->public.entries = (const MerCommentEntry *) (gpointer) self->array->data;
  self->public.n_entries = self->array->len;
}

/* Times stand in blocks that only the rules of their batch can read. */
static gboolean
load_layout (Reader  *self,
             GError **error)
{
  g_autoptr (MerCycle) cycle = mer_store_cycle (self->doc, self->cycle_id, error);
  g_autoptr (MerMethodology) methodology = NULL;

  if (cycle == NULL)
    return FALSE;
  if (cycle->methodology_id != 0)
    methodology = mer_store_methodology (self->doc, cycle->methodology_id, NULL);
  if (methodology != NULL)
    self->readings = mer_batch_readings_new (self->doc, self->cycle_id, methodology, NULL);
  return TRUE;
}

/**
 * mer_comment_set_load:
 * @doc: a document of the calling thread
 * @cycle_id: the cycle
 * @cancellable: (nullable): asked once a block
 * @error: return location
 *
 * Returns: (transfer full): all comments of batches that are not removed; %NULL and error when
 *   they cannot be read
 */
MerCommentSet *
mer_comment_set_load (MerDocument  *doc,
                      gint64        cycle_id,
                      GCancellable *cancellable,
                      GError      **error)
{
  g_autoptr (MerCommentSet) self = NULL;
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (MerTextRange));
  g_autoptr (MerBatchReadings) readings = NULL;
  Reader reader = { .doc = doc, .cycle_id = cycle_id, .people = people };

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), NULL);
  reader.set = g_atomic_rc_box_new0 (Set);
  self = &reader.set->public;
  reader.set->array = g_array_new (FALSE, FALSE, sizeof (MerCommentEntry));
  reader.set->arena = g_string_new (NULL);
  if (!load_layout (&reader, error))
    return NULL;
  readings = reader.readings;
  if (!read_all (&reader, cancellable, error))
    return NULL;
  settle (reader.set);
  return g_steal_pointer (&self);
}

/**
 * mer_comment_set_find:
 * @self: the comments
 * @batch_id: an import
 * @row: a row of its file
 *
 * Returns: (nullable): the comment, owned by the set
 */
const MerCommentEntry *
mer_comment_set_find (const MerCommentSet *self,
                      gint64               batch_id,
                      gint64               row)
{
  MerCommentEntry key = { .batch_id = batch_id, .row = row };

  if (self->n_entries == 0)
    return NULL;
  return bsearch (&key, self->entries, self->n_entries, sizeof key, compare_entries);
}

/**
 * mer_comment_set_signature:
 * @doc: a document
 * @cycle_id: the cycle
 * @error: return location
 *
 * Returns: (transfer full): which batches count, and what their spellings mean
 */
char *
mer_comment_set_signature (MerDocument *doc,
                           gint64       cycle_id,
                           GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), NULL);
  if (!mer_query_prepare (&query, doc,
                          "SELECT id, 0 FROM batch WHERE cycle_id = ?1 AND removed = 0 "
                          "UNION ALL "
                          "SELECT count(*), coalesce(sum(id * organization_id % 1000003), 0) "
                          "FROM source",
                          error))
    return NULL;
  mer_query_bind_int (&query, 1, cycle_id);
  g_string_append_printf (text, "%" G_GINT64_FORMAT ":", cycle_id);
  while (mer_query_next (&query, error))
    g_string_append_printf (text, " %" G_GINT64_FORMAT "/%" G_GINT64_FORMAT,
                            mer_query_int (&query, 0), mer_query_int (&query, 1));
  return mer_query_done (&query) ? g_strdup (text->str) : NULL;
}
