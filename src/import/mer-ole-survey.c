/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Walks the directory of an OLE2 container and the chain of the stream that will be read. */

#include "config.h"

#include "import/mer-ole-survey.h"

#include <string.h>

#include "import/mer-ole-table.h"

#define ENTRY_SIZE ((guint64) 128)
#define ENTRY_NAME_SIZE 64u
/* A workbook with macros and pictures has some dozens; each costs libgsf a call within a call. */
#define MAX_ENTRIES 1024
#define NO_ENTRY 0xffffffffu

enum
{
  TYPE_FOLDER = 1,
  TYPE_STREAM = 2,
  TYPE_ROOT = 5,
};

typedef struct
{
  MerOleSurvey *survey;
  MerOleTable   table;
  GArray       *directory; /* of guint32: its blocks */
  guint8       *entries;
  guint32       n_entries;
  const guint8 *stream; /* the entry that will be read, or NULL */
  gboolean      seen[2];
} Walk;

static void
repair (Walk   *self,
        guint64 offset,
        guint32 value)
{
  MerOleRepair entry = { offset, value };

  g_array_append_val (self->survey->repairs, entry);
}

/* --- the directory */

static GArray *
follow_big (Walk   *self,
            guint32 start)
{
  return mer_ole_follow (self->table.next, start, self->table.n_blocks);
}

static gboolean
read_directory (Walk *self)
{
  gsize size = 0;

  self->directory = follow_big (self, mer_ole_get32 (self->table.header + MER_OLE_DIRECTORY));
  if (self->directory == NULL || self->directory->len == 0)
    return FALSE;
  size = (gsize) self->directory->len << self->table.shift;
  if (size > MAX_ENTRIES * ENTRY_SIZE)
    return FALSE;
  self->entries = g_malloc (size);
  self->n_entries = (guint32) (size / ENTRY_SIZE);
  for (guint i = 0; i < self->directory->len; i++)
    {
      if (!mer_ole_read_block (&self->table, g_array_index (self->directory, guint32, i),
                               self->entries + ((gsize) i << self->table.shift)))
        return FALSE;
    }
  return TRUE;
}

/* Where in the file a byte of a chain of blocks stands. */
static guint64
chain_offset (const Walk   *self,
              const GArray *chain,
              guint64       at)
{
  guint32 block = g_array_index (chain, guint32, at >> self->table.shift);
  guint64 rest = at & (mer_ole_block_size (&self->table) - 1);

  return mer_ole_block_offset (&self->table, block) + rest;
}

/* The signs of an entry's name, which ends at a NUL or at its length. */
static gsize
name_length (const guint8 *entry)
{
  gsize n = MIN (mer_ole_get16 (entry + 64) + 0u, ENTRY_NAME_SIZE) / 2;
  gsize i = 0;

  while (i < n && mer_ole_get16 (entry + 2 * i) != 0)
    i++;
  return i;
}

/* Whether the entry's name is this one, capitals aside. */
static gboolean
is_named (const guint8 *entry,
          const char   *name)
{
  gsize length = strlen (name);

  if (name_length (entry) != length)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      guint16 sign = mer_ole_get16 (entry + 2 * i);

      if (sign >= 128 || g_ascii_tolower ((char) sign) != g_ascii_tolower (name[i]))
        return FALSE;
    }
  return TRUE;
}

static char *
entry_name (const guint8 *entry)
{
  gsize n = name_length (entry);
  char *name = g_malloc0 (n + 1);

  for (gsize i = 0; i < n; i++)
    name[i] = (char) entry[2 * i];
  return name;
}

/* A file that two versions of Excel can read holds «Book» beside «Workbook». FALSE: two streams
 * of one name. */
static gboolean
note_stream (Walk         *self,
             const guint8 *entry)
{
  static const char *const names[] = { "Book", "Workbook" };
  MerOleSurvey            *survey = self->survey;

  if (is_named (entry, "EncryptedPackage"))
    survey->encrypted = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (!is_named (entry, names[i]))
        continue;
      if (self->seen[i])
        return FALSE;
      self->seen[i] = TRUE;
      if (i == 0 && survey->workbook != NULL)
        continue;
      g_free (survey->workbook);
      survey->workbook = entry_name (entry);
      self->stream = entry;
    }
  return TRUE;
}

/* Times and the upper half of sizes are of no use here, and programs leave anything in them. */
static gboolean
check_entry (Walk   *self,
             guint32 index)
{
  const guint8 *entry = self->entries + (gsize) index * ENTRY_SIZE;
  guint64       offset = chain_offset (self, self->directory, index * ENTRY_SIZE);
  guint8        type = entry[66];

  if (type != (index == 0 ? TYPE_ROOT : TYPE_STREAM) && (index == 0 || type != TYPE_FOLDER))
    return FALSE;
  /* libgsf takes a name of another form for one of bytes, and looks for its end. */
  if (memchr (entry, 0, ENTRY_NAME_SIZE) == NULL || mer_ole_get16 (entry + 64) % 2 != 0)
    return FALSE;
  if (type == TYPE_STREAM && mer_ole_get32 (entry + 120) > self->table.size)
    return FALSE;
  if (type == TYPE_STREAM && mer_ole_get32 (entry + 76) != NO_ENTRY)
    repair (self, offset + 76, NO_ENTRY);
  for (guint field = 68; type == TYPE_ROOT && field <= 72; field += 4)
    {
      if (mer_ole_get32 (entry + field) != NO_ENTRY)
        repair (self, offset + field, NO_ENTRY);
    }
  for (guint field = 100; field <= 124; field += field == 104 ? 20 : 4)
    {
      if (mer_ole_get32 (entry + field) != 0)
        repair (self, offset + field, 0);
    }
  return TRUE;
}

static void
push_entry (GArray  *todo,
            guint32  index,
            gboolean at_top)
{
  guint32 both[2] = { index, (guint32) at_top };

  if (index != NO_ENTRY)
    g_array_append_vals (todo, both, 2);
}

/* The entries hang in trees: left, right, and a folder's content. */
static gboolean
walk_directory (Walk *self)
{
  g_autofree guint8 *seen = g_malloc0 (self->n_entries);
  g_autoptr (GArray) todo = g_array_new (FALSE, FALSE, sizeof (guint32));

  push_entry (todo, 0, FALSE);
  while (todo->len > 0)
    {
      guint32       index = g_array_index (todo, guint32, todo->len - 2);
      gboolean      at_top = g_array_index (todo, guint32, todo->len - 1) != 0;
      const guint8 *entry = self->entries + (gsize) index * ENTRY_SIZE;

      g_array_set_size (todo, todo->len - 2);
      if (index >= self->n_entries || seen[index] || !check_entry (self, index))
        return FALSE;
      seen[index] = 1;
      if (index != 0)
        {
          push_entry (todo, mer_ole_get32 (entry + 68), at_top);
          push_entry (todo, mer_ole_get32 (entry + 72), at_top);
        }
      if (entry[66] != TYPE_STREAM)
        push_entry (todo, mer_ole_get32 (entry + 76), index == 0);
      else if (at_top && !note_stream (self, entry))
        return FALSE;
    }
  return TRUE;
}

/* --- the stream */

/* Whether so many bytes of the root's stream, in which small blocks lie, are in the file. */
static gboolean
root_has (const Walk   *self,
          const GArray *root,
          guint64       at,
          guint64       length)
{
  if (at + length > mer_ole_get32 (self->entries + 120) || at >> self->table.shift >= root->len)
    return FALSE;
  return chain_offset (self, root, at) + length <= self->table.size;
}

static gboolean
check_small_stream (Walk   *self,
                    guint32 start,
                    guint32 size)
{
  const guint64 mini = 1u << MER_OLE_MINI_SHIFT;
  g_autoptr (GArray) table = mer_ole_read_mini_table (&self->table);
  g_autoptr (GArray) root = follow_big (self, mer_ole_get32 (self->entries + 116));
  g_autoptr (GArray) chain = table != NULL ? mer_ole_follow (table, start, G_MAXUINT32) : NULL;

  if (root == NULL || chain == NULL || chain->len * mini < size)
    return FALSE;
  for (guint i = 0; i * mini < size; i++)
    {
      if (!root_has (self, root, g_array_index (chain, guint32, i) * mini,
                     MIN (size - i * mini, mini)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_stream (Walk *self)
{
  guint32 start = mer_ole_get32 (self->stream + 116);
  guint32 size = mer_ole_get32 (self->stream + 120);
  g_autoptr (GArray) chain = NULL;

  if (size < mer_ole_get32 (self->table.header + MER_OLE_THRESHOLD))
    return check_small_stream (self, start, size);
  chain = follow_big (self, start);
  return chain != NULL && (guint64) chain->len << self->table.shift >= size;
}

static int
compare_repairs (gconstpointer a,
                 gconstpointer b)
{
  const MerOleRepair *first = a;
  const MerOleRepair *second = b;

  return (first->offset > second->offset) - (first->offset < second->offset);
}

gboolean
mer_ole_survey (MerOleSurvey *self,
                int           fd,
                guint64       size)
{
  Walk          walk = { .survey = self };
  const guint8 *header = walk.table.header;
  gboolean      sound = FALSE;

  self->repairs = g_array_new (FALSE, FALSE, sizeof (MerOleRepair));
  sound = size <= MER_OLE_MAX_SIZE && mer_ole_table_load (&walk.table, fd, size) &&
          read_directory (&walk) && walk_directory (&walk) &&
          (walk.stream == NULL || check_stream (&walk));
  /* libgsf complains about a table of small blocks that is said to have no block. */
  if (sound && mer_ole_get32 (header + MER_OLE_N_MINI) == 0 &&
      mer_ole_get32 (header + MER_OLE_MINI_START) != MER_OLE_BLOCK_END)
    repair (&walk, MER_OLE_N_MINI, 1);
  g_array_sort (self->repairs, compare_repairs);
  mer_ole_table_clear (&walk.table);
  g_clear_pointer (&walk.directory, g_array_unref);
  g_free (walk.entries);
  return sound;
}

void
mer_ole_survey_clear (MerOleSurvey *self)
{
  g_clear_pointer (&self->workbook, g_free);
  g_clear_pointer (&self->repairs, g_array_unref);
}
