/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drafts of the rules: one row a cycle, deflated, because each edit is an action whose
 * changeset holds the whole text before and after. The draft that was read or written last is
 * kept parsed: a window reads it again after each edit. */
#include "config.h"

#include "store/mer-draft-store.h"

#include <glib/gi18n.h>
#include <string.h>

#include "methodology/mer-methodology-edit.h"
#include "methodology/mer-methodology-xml.h"
#include "store/mer-registry-private.h"

/* No draft that this program wrote comes near; what does is refused, not unpacked. */
#define MAX_LENGTH (16 * 1024 * 1024)

void
mer_rules_draft_free (MerRulesDraft *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->methodology, mer_methodology_unref);
  g_free (self);
}

/* The window waits for it: level 6 would take more than twice as long to save a fifth. */
static GBytes *
deflate (const char *text)
{
  g_autoptr (GZlibCompressor) zlib = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 3);
  gsize            length = strlen (text);
  gsize            room = length + length / 100 + 64; /* zlib never needs as much */
  gsize            read = 0;
  gsize            written = 0;
  guint8          *data = g_malloc (room);
  GConverterResult result = G_CONVERTER_ERROR;

  result = g_converter_convert (G_CONVERTER (zlib), text, length, data, room,
                                G_CONVERTER_INPUT_AT_END, &read, &written, NULL);
  g_assert (result == G_CONVERTER_FINISHED && read == length);
  return g_bytes_new_take (data, written);
}

/* (transfer full): NULL when it is no deflated text, or too long a one. */
static char *
inflate (GBytes *data,
         gsize  *length)
{
  g_autoptr (GZlibDecompressor) zlib = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  g_autoptr (GInputStream) packed = g_memory_input_stream_new_from_bytes (data);
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (packed, G_CONVERTER (zlib));
  g_autoptr (GByteArray) text = g_byte_array_new ();
  guint8 chunk[8192];
  gssize n = 0;

  while ((n = g_input_stream_read (stream, chunk, sizeof chunk, NULL, NULL)) > 0)
    {
      if (text->len + (gsize) n > MAX_LENGTH)
        return NULL;
      g_byte_array_append (text, chunk, (guint) n);
    }
  if (n < 0)
    return NULL;
  *length = text->len;
  g_byte_array_append (text, (const guint8 *) "", 1);
  return (char *) g_byte_array_free (g_steal_pointer (&text), FALSE);
}

static void
keep_parsed (MerDocument    *doc,
             GBytes         *data,
             MerMethodology *methodology)
{
  MerMethodology *kept = mer_methodology_ref (methodology);

  g_clear_pointer (&doc->draft_data, g_bytes_unref);
  g_clear_pointer (&doc->draft, mer_methodology_unref);
  doc->draft_data = g_bytes_ref (data);
  doc->draft = kept;
}

static MerMethodology *
parse (MerDocument *doc,
       GBytes      *data,
       GError     **error)
{
  g_autoptr (MerMethodology) methodology = NULL;
  g_autofree char *text = NULL;
  gsize            length = 0;

  if (doc->draft_data != NULL && g_bytes_equal (doc->draft_data, data))
    return mer_methodology_ref (doc->draft);
  text = inflate (data, &length);
  if (text == NULL)
    {
      g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_DAMAGED,
                   _("The draft of the rules in “%s” is damaged."), doc->name);
      return NULL;
    }
  methodology = mer_methodology_draft_from_xml (text, length, doc->name, error);
  if (methodology != NULL)
    keep_parsed (doc, data, methodology);
  return g_steal_pointer (&methodology);
}

/**
 * mer_store_find_draft:
 * @doc: a document
 * @cycle_id: a cycle, or 0 for the next one that is made
 * @out: (out) (transfer full) (nullable): what is being edited; %NULL when nothing is
 * @error: return location
 *
 * Returns: whether it could be told; DAMAGED when the draft cannot be read
 */
gboolean
mer_store_find_draft (MerDocument    *doc,
                      gint64          cycle_id,
                      MerRulesDraft **out,
                      GError        **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  g_autoptr (MerRulesDraft) draft = NULL;
  g_autoptr (GBytes) data = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  *out = NULL;
  if (!mer_query_prepare (&query, doc,
                          "SELECT base_id, xml FROM methodology_draft WHERE cycle_id = ?1", error))
    return FALSE;
  mer_query_bind_int (&query, 1, cycle_id);
  if (!mer_query_next (&query, error))
    return mer_query_done (&query);
  draft = g_new0 (MerRulesDraft, 1);
  draft->cycle_id = cycle_id;
  draft->base_id = mer_query_int (&query, 0);
  data = mer_query_bytes (&query, 1);
  draft->methodology = parse (doc, data, error);
  if (draft->methodology == NULL)
    return FALSE;
  *out = g_steal_pointer (&draft);
  return TRUE;
}

/**
 * mer_store_has_draft:
 * @doc: a document
 * @cycle_id: a cycle, or 0 for the next one that is made
 *
 * Returns: whether its rules are being edited
 */
gboolean
mer_store_has_draft (MerDocument *doc,
                     gint64       cycle_id)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  if (mer_query_prepare (&query, doc, "SELECT 1 FROM methodology_draft WHERE cycle_id = ?1",
                         &error))
    {
      mer_query_bind_int (&query, 1, cycle_id);
      if (mer_query_next (&query, &error))
        return TRUE;
    }
  if (error != NULL)
    g_message ("%s", error->message);
  return FALSE;
}

/**
 * mer_store_save_draft:
 * @doc: a document with an action under way
 * @draft: what to store
 * @error: return location
 *
 * Returns: whether it was written
 */
gboolean
mer_store_save_draft (MerDocument         *doc,
                      const MerRulesDraft *draft,
                      GError             **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  g_autoptr (GBytes) data = NULL;
  g_autofree char *xml = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  if (!mer_document_require_action (doc, error) ||
      !mer_query_prepare (&query, doc,
                          "INSERT INTO methodology_draft (cycle_id, base_id, xml) "
                          "VALUES (?1, ?2, ?3) "
                          "ON CONFLICT (cycle_id) DO UPDATE SET xml = excluded.xml",
                          error))
    return FALSE;
  xml = mer_methodology_to_xml (draft->methodology);
  data = deflate (xml);
  mer_query_bind_int (&query, 1, draft->cycle_id);
  mer_query_bind_id (&query, 2, draft->base_id);
  mer_query_bind_blob (&query, 3, g_bytes_get_data (data, NULL), g_bytes_get_size (data));
  if (!mer_query_run (&query, error))
    return FALSE;
  keep_parsed (doc, data, draft->methodology);
  return TRUE;
}

/**
 * mer_store_delete_draft:
 * @doc: a document with an action under way
 * @cycle_id: a cycle, or 0 for the next one that is made
 * @error: return location
 *
 * Returns: whether it is gone; NOT_FOUND when there was none
 */
gboolean
mer_store_delete_draft (MerDocument *doc,
                        gint64       cycle_id,
                        GError     **error)
{
  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  return mer_document_require_action (doc, error) &&
         mer_registry_run (doc, "DELETE FROM methodology_draft WHERE cycle_id = ?1", cycle_id,
                           error) &&
         mer_registry_check_changed (doc, _("The rules of this cycle are not being edited."),
                                             error);
}
