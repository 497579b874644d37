/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads GNU .mo files (GNU gettext manual, "The Format of GNU MO Files"). gettext itself
 * only follows the locale of the process; printed output follows the document. Every
 * offset is checked against the size before it is followed. */

#include "core/mer-catalogue.h"

#include <string.h>

#define MAGIC 0x950412deU
#define HEADER_SIZE 20
#define ENTRY_SIZE 8
#define CONTEXT_SEPARATOR "\004"

struct _MerCatalogue
{
  GBytes     *bytes;
  const char *data; /* of bytes */
  gsize       size;
  gboolean    swapped;
  guint32     n;
  guint32     ids;     /* offset of the table of msgids, sorted */
  guint32     strings; /* offset of the table of translations */
};

static guint32
read_word (const MerCatalogue *self,
           gsize               offset)
{
  guint32 word = 0;

  memcpy (&word, self->data + offset, sizeof word);
  return self->swapped ? GUINT32_SWAP_LE_BE (word) : word;
}

static gboolean
table_fits (const MerCatalogue *self,
            guint32             offset)
{
  return offset <= self->size && self->n <= (self->size - offset) / ENTRY_SIZE;
}

/* The string of one table entry, with its length; NULL when it lies outside of the file. */
static const char *
entry (const MerCatalogue *self,
       guint32             table,
       guint32             index,
       gsize              *length)
{
  gsize   at = table + (gsize) index * ENTRY_SIZE;
  guint32 offset = read_word (self, at + 4);

  *length = read_word (self, at);
  if (offset >= self->size || *length >= self->size - offset ||
      self->data[offset + *length] != '\0')
    return NULL;
  return self->data + offset;
}

static gboolean
is_sound (const MerCatalogue *self)
{
  gsize length = 0;

  if (!table_fits (self, self->ids) || !table_fits (self, self->strings))
    return FALSE;
  for (guint32 i = 0; i < self->n; i++)
    if (entry (self, self->ids, i, &length) == NULL ||
        entry (self, self->strings, i, &length) == NULL)
      return FALSE;
  return TRUE;
}

/**
 * mer_catalogue_new:
 * @bytes: a .mo file
 *
 * Returns: (transfer full) (nullable): the catalogue; %NULL when the bytes are not sound
 */
MerCatalogue *
mer_catalogue_new (GBytes *bytes)
{
  g_autoptr (MerCatalogue) self = g_new0 (MerCatalogue, 1);
  guint32 magic = 0;

  self->bytes = g_bytes_ref (bytes);
  self->data = g_bytes_get_data (bytes, &self->size);
  if (self->size < HEADER_SIZE)
    return NULL;
  memcpy (&magic, self->data, sizeof magic);
  self->swapped = magic == GUINT32_SWAP_LE_BE (MAGIC);
  if (magic != MAGIC && !self->swapped)
    return NULL;
  self->n = read_word (self, 8);
  self->ids = read_word (self, 12);
  self->strings = read_word (self, 16);
  return is_sound (self) ? g_steal_pointer (&self) : NULL;
}

/**
 * mer_catalogue_free:
 * @self: (transfer full) (nullable): a catalogue
 */
void
mer_catalogue_free (MerCatalogue *self)
{
  if (self == NULL)
    return;
  g_bytes_unref (self->bytes);
  g_free (self);
}

/* The index of a key, by halving; msgids stand in byte order. */
static gboolean
find_key (const MerCatalogue *self,
          const char         *key,
          guint32            *index)
{
  guint32 low = 0;
  guint32 high = self->n;
  gsize   length = 0;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      /* a plural entry is "singular NUL plural": strcmp() sees the singular */
      int order = strcmp (key, entry (self, self->ids, middle, &length));

      if (order == 0)
        {
          *index = middle;
          return TRUE;
        }
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return FALSE;
}

/**
 * mer_catalogue_find:
 * @self: the catalogue
 * @context: (nullable): as of pgettext()
 * @msgid: the message, its singular where it has a plural
 * @form: which plural form, 0 for a message without
 *
 * Returns: (nullable): the translation, owned by the catalogue
 */
const char *
mer_catalogue_find (const MerCatalogue *self,
                    const char         *context,
                    const char         *msgid,
                    guint               form)
{
  g_autofree char *with_context = NULL;
  const char      *text = NULL;
  guint32          index = 0;
  gsize            length = 0;

  if (context != NULL)
    with_context = g_strconcat (context, CONTEXT_SEPARATOR, msgid, NULL);
  if (!find_key (self, context != NULL ? with_context : msgid, &index))
    return NULL;
  text = entry (self, self->strings, index, &length);
  for (; form > 0; form--)
    {
      gsize skipped = strlen (text) + 1;

      if (skipped > length)
        return NULL;
      text += skipped;
      length -= skipped;
    }
  return *text != '\0' ? text : NULL;
}
