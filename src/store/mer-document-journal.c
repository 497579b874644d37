/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal: append-only lines of who did what and when, chained by SHA-256, each with the
 * changeset that undo applies backwards. The stacks of undo and redo are derived from it and
 * so survive closing the document. */
#include "config.h"

#include "store/mer-document.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "store/mer-query.h"

/* No changeset is larger: a size beyond it is damage and must not allocate. */
#define MAX_CHANGES (1024 * 1024 * 1024)

typedef struct
{
  gint64      id;
  gint64      at;
  gint64      target;
  const char *who;
  const char *kind;
  const char *what;
  const char *detail;
  const char *change_hash;
} MerLine;

/* --- the chain ------------------------------------------------------------------ */

static void
add_field (GString    *text,
           const char *value)
{
  if (value == NULL)
    g_string_append (text, "-,");
  else
    g_string_append_printf (text, "%" G_GSIZE_FORMAT ":%s,", strlen (value), value);
}

/* The canonical text: each field with its length, so that no two lines read alike. */
static char *
hash_line (const MerLine *line,
           const char    *previous)
{
  g_autoptr (GString) text = g_string_new (NULL);

  add_field (text, previous);
  g_string_append_printf (text, "%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT ",",
                          line->id, line->at, line->target);
  add_field (text, line->who);
  add_field (text, line->kind);
  add_field (text, line->what);
  add_field (text, line->detail);
  add_field (text, line->change_hash);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, (gssize) text->len);
}

/* --- changesets ------------------------------------------------------------------ */

static GBytes *
convert (GConverter   *converter,
         gconstpointer data,
         gsize         size,
         gsize         most,
         GError      **error)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  GConverterResult result = G_CONVERTER_CONVERTED;
  guint8           buffer[16384];
  gsize            done = 0;

  while (result != G_CONVERTER_FINISHED)
    {
      gsize n_read = 0;
      gsize n_written = 0;

      result = g_converter_convert (converter, (const guint8 *) data + done, size - done, buffer,
                                    sizeof buffer, G_CONVERTER_INPUT_AT_END, &n_read, &n_written,
                                    error);
      if (result == G_CONVERTER_ERROR)
        return NULL;
      done += n_read;
      g_byte_array_append (out, buffer, (guint) n_written);
      if (out->len > most)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "too long");
          return NULL;
        }
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

/* A changeset holds nine bytes for an integer of one: deflating makes it small. */
static GBytes *
deflate (GBytes  *changes,
         GError **error)
{
  g_autoptr (GZlibCompressor) compressor = NULL;
  gsize         size = 0;
  gconstpointer data = g_bytes_get_data (changes, &size);

  compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, 1);
  return convert (G_CONVERTER (compressor), data, size, G_MAXUINT, error);
}

static gboolean
append_changes (MerDocument *self,
                gint64       id,
                GBytes      *changes,
                GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  g_autoptr (GBytes) packed = deflate (changes, error);

  if (packed == NULL ||
      !mer_query_prepare (&query, self,
                          "INSERT INTO change (journal_id, size, data) VALUES (?1, ?2, ?3)",
                          error))
    return FALSE;
  mer_query_bind_int (&query, 1, id);
  mer_query_bind_int (&query, 2, (gint64) g_bytes_get_size (changes));
  mer_query_bind_blob (&query, 3, g_bytes_get_data (packed, NULL), g_bytes_get_size (packed));
  return mer_query_run (&query, error);
}

GBytes *
mer_journal_changes (MerDocument *self,
                     gint64       id,
                     GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  g_autoptr (GZlibDecompressor) decompressor = NULL;
  g_autoptr (GBytes) packed = NULL;
  g_autoptr (GBytes) changes = NULL;
  gint64 size = -1;

  if (!mer_query_prepare (&query, self, "SELECT size, data FROM change WHERE journal_id = ?1",
                          error))
    return NULL;
  mer_query_bind_int (&query, 1, id);
  if (mer_query_next (&query, error))
    {
      size = mer_query_int (&query, 0);
      packed = mer_query_bytes (&query, 1);
    }
  if (!mer_query_done (&query))
    return NULL;
  decompressor = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW);
  if (size >= 0 && size <= MAX_CHANGES)
    changes = convert (G_CONVERTER (decompressor), g_bytes_get_data (packed, NULL),
                       g_bytes_get_size (packed), (gsize) size, NULL);
  if (changes == NULL || g_bytes_get_size (changes) != (gsize) size)
    {
      g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_DAMAGED,
                   /* Translators: number of the journal's line, file name. */
                   _("The change of line %lld of the journal of “%s” is damaged."),
                      (long long) id, self->name);
      return NULL;
    }
  return g_steal_pointer (&changes);
}

/* --- writing ----------------------------------------------------------------------- */

static gboolean
last_line (MerDocument *self,
           gint64      *id,
           char       **hash,
           GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  *id = 0;
  if (!mer_query_prepare (&query, self, "SELECT id, hash FROM journal ORDER BY id DESC LIMIT 1",
                          error))
    return FALSE;
  if (mer_query_next (&query, error))
    {
      *id = mer_query_int (&query, 0);
      *hash = mer_query_text (&query, 1);
    }
  return mer_query_done (&query);
}

static gboolean
insert_line (MerDocument   *self,
             const MerLine *line,
             const char    *hash,
             GError       **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!mer_query_prepare (&query, self,
                          "INSERT INTO journal (id, at, who, kind, target, what, detail, "
                          "change_hash, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                          error))
    return FALSE;
  mer_query_bind_int (&query, 1, line->id);
  mer_query_bind_int (&query, 2, line->at);
  mer_query_bind_text (&query, 3, line->who);
  mer_query_bind_text (&query, 4, line->kind);
  mer_query_bind_id (&query, 5, line->target);
  mer_query_bind_text (&query, 6, line->what);
  mer_query_bind_text (&query, 7, line->detail);
  mer_query_bind_text (&query, 8, line->change_hash);
  mer_query_bind_text (&query, 9, hash);
  return mer_query_run (&query, error);
}

/* The real name where the system knows one: the journal is read by people. */
static const char *
who_am_i (void)
{
  const char *name = g_get_real_name ();

  return name == NULL || *name == '\0' || g_str_equal (name, "Unknown") ? g_get_user_name () : name;
}

gboolean
mer_journal_append (MerDocument *self,
                    const char  *kind,
                    gint64       target,
                    const char  *what,
                    const char  *detail,
                    GBytes      *changes,
                    GError     **error)
{
  g_autofree char *change_hash = NULL;
  g_autofree char *previous = NULL;
  g_autofree char *hash = NULL;
  MerLine          line = { .target = target, .kind = kind, .what = what };

  if (!last_line (self, &line.id, &previous, error))
    return FALSE;
  if (changes != NULL)
    change_hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, changes);
  line.id++;
  line.at = g_get_real_time () / G_USEC_PER_SEC;
  line.who = who_am_i ();
  line.detail = detail == NULL || *detail == '\0' ? NULL : detail;
  line.change_hash = change_hash;
  hash = hash_line (&line, previous);
  return insert_line (self, &line, hash, error) &&
         (changes == NULL || append_changes (self, line.id, changes, error));
}

/* --- reading ------------------------------------------------------------------------- */

/* An undo or redo moves the step that it names; anything else begins a new branch. */
static void
follow_line (MerDocument *self,
             gint64       id,
             const char  *kind,
             const char  *what)
{
  if (g_str_equal (kind, MER_JOURNAL_UNDO))
    mer_steps_move (self->undo, self->redo);
  else if (g_str_equal (kind, MER_JOURNAL_REDO))
    mer_steps_move (self->redo, self->undo);
  else
    {
      g_array_set_size (self->redo, 0);
      if (g_str_equal (kind, MER_JOURNAL_DO))
        mer_steps_push (self->undo, id, what);
      else
        g_array_set_size (self->undo, 0);
    }
}

gboolean
mer_journal_follow (MerDocument *self,
                    GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  if (!mer_query_prepare (&query, self,
                          "SELECT id, at, kind, what FROM journal WHERE id > ?1 ORDER BY id",
                          error))
    return FALSE;
  mer_query_bind_int (&query, 1, self->revision);
  while (mer_query_next (&query, error))
    {
      g_autofree char *kind = mer_query_text_or_empty (&query, 2);
      g_autofree char *what = mer_query_text_or_empty (&query, 3);

      self->revision = mer_query_int (&query, 0);
      self->saved_at = mer_query_int (&query, 1);
      follow_line (self, self->revision, kind, what);
    }
  return mer_query_done (&query);
}

void
mer_journal_entry_free (MerJournalEntry *self)
{
  g_free (self->who);
  g_free (self->what);
  g_free (self);
}

/* An undo is named after what it undid, in the reader's language. */
static char *
name_line (const char *kind,
           gint64      target,
           const char *what)
{
  if (g_str_equal (kind, MER_JOURNAL_UNDO))
    /* Translators: a line of the journal; the number of the undone line, and its name. */
    return g_strdup_printf (_("Undone: %lld (%s)"), (long long) target, what);
  if (g_str_equal (kind, MER_JOURNAL_REDO))
    return g_strdup_printf (_("Redone: %lld (%s)"), (long long) target, what);
  return g_strdup (what);
}

static MerJournalEntry *
read_entry (MerQuery *query)
{
  MerJournalEntry *entry = g_new0 (MerJournalEntry, 1);
  g_autofree char *kind = mer_query_text_or_empty (query, 3);
  g_autofree char *what = mer_query_text_or_empty (query, 5);

  entry->id = mer_query_int (query, 0);
  entry->at = mer_query_int (query, 1);
  entry->who = mer_query_text_or_empty (query, 2);
  entry->what = name_line (kind, mer_query_int (query, 4), what);
  return entry;
}

/**
 * mer_document_journal:
 * @self: a document
 * @limit: how many lines at most; 0 for all
 * @error: return location
 *
 * Returns: (transfer full) (element-type MerJournalEntry): the newest lines, newest first
 */
GPtrArray *
mer_document_journal (MerDocument *self,
                      guint        limit,
                      GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  g_autoptr (GPtrArray) entries = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (self), NULL);
  entries = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_journal_entry_free);
  if (!mer_query_prepare (&query, self,
                          "SELECT id, at, who, kind, target, what FROM journal "
                          "ORDER BY id DESC LIMIT ?1",
                          error))
    return NULL;
  mer_query_bind_int (&query, 1, limit == 0 ? -1 : (gint64) limit);
  while (mer_query_next (&query, error))
    g_ptr_array_add (entries, read_entry (&query));
  return mer_query_done (&query) ? g_steal_pointer (&entries) : NULL;
}

/* --- verifying ----------------------------------------------------------------------- */

static gboolean
changes_are_sound (MerDocument *self,
                   gint64       id,
                   const char  *expected)
{
  g_autoptr (GBytes) changes = NULL;
  g_autofree char *found = NULL;

  if (expected == NULL)
    return TRUE;
  changes = mer_journal_changes (self, id, NULL);
  if (changes == NULL)
    return FALSE;
  found = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, changes);
  return g_str_equal (found, expected);
}

static void
verify_line (MerDocument *self,
             MerQuery    *query,
             char       **previous,
             gint64      *expected_id,
             GPtrArray   *problems)
{
  g_autofree char *who = mer_query_text_or_empty (query, 2);
  g_autofree char *kind = mer_query_text_or_empty (query, 3);
  g_autofree char *what = mer_query_text_or_empty (query, 5);
  g_autofree char *detail = mer_query_text (query, 6);
  g_autofree char *change_hash = mer_query_text (query, 7);
  g_autofree char *stored = mer_query_text_or_empty (query, 8);
  g_autofree char *computed = NULL;
  MerLine          line = { mer_query_int (query, 0), mer_query_int (query, 1),
                            mer_query_int (query, 4), who, kind, what, detail, change_hash };

  computed = hash_line (&line, *previous);
  if (line.id != *expected_id || !g_str_equal (computed, stored))
    g_ptr_array_add (problems,
                     g_strdup_printf (_("Line %lld of the journal was altered: its hash is not "
                                        "that of its text."),
                                         (long long) line.id));
  else if (!changes_are_sound (self, line.id, change_hash))
    g_ptr_array_add (problems,
                     g_strdup_printf (_("The change of line %lld of the journal was altered."),
                                         (long long) line.id));
  g_free (*previous);
  *previous = g_steal_pointer (&stored);
  *expected_id = line.id + 1;
}

gboolean
mer_journal_verify (MerDocument *self,
                    GPtrArray   *problems,
                    GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  g_autofree char *previous = NULL;
  gint64           expected_id = 1;

  if (!mer_query_prepare (&query, self,
                          "SELECT id, at, who, kind, target, what, detail, change_hash, hash "
                          "FROM journal ORDER BY id",
                          error))
    return FALSE;
  while (mer_query_next (&query, error))
    verify_line (self, &query, &previous, &expected_id, problems);
  return mer_query_done (&query);
}
