/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Walks an OLE2 container: its allocation table, its directory, and the chain of the stream that
 * will be read. Nothing in it is believed; memory is bounded by the file's size. */

#include "config.h"

#include "import/mer-ole-survey.h"

#include <string.h>
#include <unistd.h>

#define HEADER_SIZE 512
#define HEADER_FAT 0x4c /* where its list of the table's blocks begins */
#define HEADER_N_FAT 109
#define ENTRY_SIZE 128
#define ENTRY_NAME_SIZE 64
/* A workbook with macros and pictures has some dozens; each costs libgsf a call within a call. */
#define MAX_ENTRIES 1024
#define MINI_SHIFT 6
#define MAX_THRESHOLD 65536

#define BLOCK_SPECIAL 0xfffffffcu /* and all above: no number of a block */
#define BLOCK_END 0xfffffffeu
#define BLOCK_UNUSED 0xffffffffu
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
  int           fd;
  guint64       size;
  guint8        header[HEADER_SIZE];
  guint         shift; /* of a block's size */
  guint32       n_blocks;
  GArray       *fat;       /* of guint32 */
  GArray       *directory; /* of guint32: its blocks */
  guint8       *entries;
  guint32       n_entries;
  const guint8 *stream; /* the entry that will be read, or NULL */
  gboolean      seen[2];
} Walk;

static guint16
get16 (const guint8 *p)
{
  return (guint16) (p[0] | p[1] << 8);
}

static guint32
get32 (const guint8 *p)
{
  return get16 (p) | (guint32) get16 (p + 2) << 16;
}

static gboolean
read_at (const Walk *self,
         guint64     offset,
         guint8     *to,
         gsize       length)
{
  while (length > 0)
    {
      gssize n = pread (self->fd, to, length, (off_t) offset);

      if (n <= 0)
        return FALSE;
      to += n;
      offset += (guint64) n;
      length -= (gsize) n;
    }
  return TRUE;
}

static gsize
block_size (const Walk *self)
{
  return (gsize) 1 << self->shift;
}

/* The header takes a whole block where blocks are larger than it. */
static guint64
block_offset (const Walk *self,
              guint32     block)
{
  return MAX (HEADER_SIZE, block_size (self)) + ((guint64) block << self->shift);
}

static gboolean
read_block (const Walk *self,
            guint32     block,
            guint8     *to)
{
  return block < self->n_blocks &&
         read_at (self, block_offset (self, block), to, block_size (self));
}

static void
repair (Walk   *self,
        guint64 offset,
        guint32 value)
{
  MerOleRepair entry = { offset, value };

  g_array_append_val (self->survey->repairs, entry);
}

/* --- the allocation table */

static gboolean
read_header (Walk *self)
{
  if (self->size < HEADER_SIZE || !read_at (self, 0, self->header, HEADER_SIZE) ||
      memcmp (self->header, MER_OLE_MAGIC, 8) != 0)
    return FALSE;
  self->shift = get16 (self->header + 0x1e);
  if ((self->shift != 9 && self->shift != 12) || get16 (self->header + 0x20) != MINI_SHIFT ||
      get32 (self->header + 0x38) > MAX_THRESHOLD)
    return FALSE;
  if (self->size <= block_offset (self, 0))
    return FALSE;
  self->n_blocks =
    (guint32) ((self->size - block_offset (self, 0) + block_size (self) - 1) >> self->shift);
  return TRUE;
}

/* Appends the numbers of one block of a table; `block` may be a gap in it. */
static gboolean
append_numbers (Walk   *self,
                guint32 block,
                GArray *numbers)
{
  guint8 bytes[4096];

  if (block == BLOCK_UNUSED)
    memset (bytes, 0xff, block_size (self));
  else if (!read_block (self, block, bytes))
    return FALSE;
  for (gsize i = 0; i < block_size (self); i += 4)
    {
      guint32 number = get32 (bytes + i);

      g_array_append_val (numbers, number);
    }
  return TRUE;
}

/* Every number is one of a block that the table has, or a mark. */
static gboolean
numbers_are_sound (const GArray *numbers)
{
  for (guint i = 0; i < numbers->len; i++)
    {
      guint32 number = g_array_index (numbers, guint32, i);

      if (number >= numbers->len && number < BLOCK_SPECIAL)
        return FALSE;
    }
  return TRUE;
}

/* The blocks of the table that the header has no room for stand in blocks of their own, each
 * ending in the number of the next. */
static gboolean
read_far_table (Walk   *self,
                guint32 n_fat)
{
  guint32 per_block = (guint32) block_size (self) / 4 - 1;
  guint32 left = n_fat - MIN (n_fat, HEADER_N_FAT);
  guint32 block = get32 (self->header + 0x44);
  guint8  bytes[4096];

  if (get32 (self->header + 0x48) != (left + per_block - 1) / per_block)
    return FALSE;
  while (left > 0)
    {
      guint32 n = MIN (left, per_block);

      if (!read_block (self, block, bytes))
        return FALSE;
      for (guint32 i = 0; i < n; i++)
        {
          if (!append_numbers (self, get32 (bytes + 4 * i), self->fat))
            return FALSE;
        }
      block = get32 (bytes + 4 * per_block);
      left -= n;
    }
  return TRUE;
}

static gboolean
read_table (Walk *self)
{
  guint32 n_fat = get32 (self->header + 0x2c);

  /* Twice what the file needs is more than any program sets aside. */
  if (n_fat == 0 || n_fat >= self->n_blocks ||
      n_fat > HEADER_N_FAT + 2 * (self->n_blocks / (block_size (self) / 4) + 1))
    return FALSE;
  for (guint32 i = 0; i < MIN (n_fat, HEADER_N_FAT); i++)
    {
      if (!append_numbers (self, get32 (self->header + HEADER_FAT + 4 * i), self->fat))
        return FALSE;
    }
  return read_far_table (self, n_fat) && numbers_are_sound (self->fat);
}

/* The blocks of one chain, which ends as it should and does not bite its tail: (transfer full),
 * or NULL. */
static GArray *
follow (const GArray *table,
        guint32       block,
        guint32       n_blocks)
{
  g_autoptr (GArray) chain = g_array_new (FALSE, FALSE, sizeof (guint32));

  while (block != BLOCK_END)
    {
      if (block >= table->len || block >= n_blocks || chain->len >= table->len)
        return NULL;
      g_array_append_val (chain, block);
      block = g_array_index (table, guint32, block);
    }
  return g_steal_pointer (&chain);
}

/* --- the directory */

static gboolean
read_directory (Walk *self)
{
  gsize size = 0;

  self->directory = follow (self->fat, get32 (self->header + 0x30), self->n_blocks);
  if (self->directory == NULL || self->directory->len == 0)
    return FALSE;
  size = (gsize) self->directory->len << self->shift;
  if (size > MAX_ENTRIES * ENTRY_SIZE)
    return FALSE;
  self->entries = g_malloc (size);
  self->n_entries = (guint32) (size / ENTRY_SIZE);
  for (guint i = 0; i < self->directory->len; i++)
    {
      if (!read_block (self, g_array_index (self->directory, guint32, i),
                       self->entries + ((gsize) i << self->shift)))
        return FALSE;
    }
  return TRUE;
}

static guint64
entry_offset (const Walk *self,
              guint32     index)
{
  gsize   at = (gsize) index * ENTRY_SIZE;
  guint32 block = g_array_index (self->directory, guint32, at >> self->shift);

  return block_offset (self, block) + (at & (block_size (self) - 1));
}

/* The signs of an entry's name, which ends at a NUL or at its length. */
static gsize
name_length (const guint8 *entry)
{
  gsize n = MIN (get16 (entry + 64), ENTRY_NAME_SIZE) / 2;
  gsize i = 0;

  while (i < n && get16 (entry + 2 * i) != 0)
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
      guint16 sign = get16 (entry + 2 * i);

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
  guint64       offset = entry_offset (self, index);
  guint8        type = entry[66];

  if (type != (index == 0 ? TYPE_ROOT : TYPE_STREAM) && (index == 0 || type != TYPE_FOLDER))
    return FALSE;
  /* libgsf takes a name of another form for one of bytes, and looks for its end. */
  if (memchr (entry, 0, ENTRY_NAME_SIZE) == NULL || get16 (entry + 64) % 2 != 0)
    return FALSE;
  if (type == TYPE_STREAM && get32 (entry + 120) > self->size)
    return FALSE;
  if (type == TYPE_STREAM && get32 (entry + 76) != NO_ENTRY)
    repair (self, offset + 76, NO_ENTRY);
  for (guint field = 68; type == TYPE_ROOT && field <= 72; field += 4)
    {
      if (get32 (entry + field) != NO_ENTRY)
        repair (self, offset + field, NO_ENTRY);
    }
  for (guint field = 100; field <= 124; field += field == 104 ? 20 : 4)
    {
      if (get32 (entry + field) != 0)
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
          push_entry (todo, get32 (entry + 68), at_top);
          push_entry (todo, get32 (entry + 72), at_top);
        }
      if (entry[66] != TYPE_STREAM)
        push_entry (todo, get32 (entry + 76), index == 0);
      else if (at_top && !note_stream (self, entry))
        return FALSE;
    }
  return TRUE;
}

/* --- the stream */

/* The table of small blocks: (transfer full), or NULL. */
static GArray *
read_mini_table (Walk *self)
{
  g_autoptr (GArray) blocks = NULL;
  g_autoptr (GArray) table = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (get32 (self->header + 0x40) >= self->n_blocks)
    return NULL;
  blocks = follow (self->fat, get32 (self->header + 0x3c), self->n_blocks);
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      if (!append_numbers (self, g_array_index (blocks, guint32, i), table))
        return NULL;
    }
  return blocks != NULL && numbers_are_sound (table) ? g_steal_pointer (&table) : NULL;
}

/* Small blocks lie in the stream of the root, and all of the stream's are in the file. */
static gboolean
check_small_stream (Walk   *self,
                    guint32 start,
                    guint32 size)
{
  guint32 root_size = get32 (self->entries + 120);
  g_autoptr (GArray) table = read_mini_table (self);
  g_autoptr (GArray) root = follow (self->fat, get32 (self->entries + 116), self->n_blocks);
  g_autoptr (GArray) chain = table != NULL ? follow (table, start, G_MAXUINT32) : NULL;

  if (root == NULL || chain == NULL || (guint64) chain->len << MINI_SHIFT < size)
    return FALSE;
  for (guint i = 0; (guint64) i << MINI_SHIFT < size; i++)
    {
      guint64 at = (guint64) g_array_index (chain, guint32, i) << MINI_SHIFT;
      guint64 length = MIN ((guint64) size - ((guint64) i << MINI_SHIFT), 1u << MINI_SHIFT);
      guint32 block = 0;

      if (at + length > root_size || at >> self->shift >= root->len)
        return FALSE;
      block = g_array_index (root, guint32, at >> self->shift);
      if (block_offset (self, block) + (at & (block_size (self) - 1)) + length > self->size)
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_stream (Walk *self)
{
  guint32 start = get32 (self->stream + 116);
  guint32 size = get32 (self->stream + 120);
  g_autoptr (GArray) chain = NULL;

  if (size < get32 (self->header + 0x38))
    return check_small_stream (self, start, size);
  chain = follow (self->fat, start, self->n_blocks);
  return chain != NULL && (guint64) chain->len << self->shift >= size;
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
  Walk     walk = { .survey = self, .fd = fd, .size = size };
  gboolean sound = FALSE;

  self->repairs = g_array_new (FALSE, FALSE, sizeof (MerOleRepair));
  walk.fat = g_array_new (FALSE, FALSE, sizeof (guint32));
  sound = size <= MER_OLE_MAX_SIZE && read_header (&walk) && read_table (&walk) &&
          read_directory (&walk) && walk_directory (&walk) &&
          (walk.stream == NULL || check_stream (&walk));
  /* libgsf complains about a table of small blocks that is said to have no block. */
  if (sound && get32 (walk.header + 0x40) == 0 && get32 (walk.header + 0x3c) != BLOCK_END)
    repair (&walk, 0x40, 1);
  g_array_sort (self->repairs, compare_repairs);
  g_array_unref (walk.fat);
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
