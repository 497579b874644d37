/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Comments gathered in chunks of memory, and written when these are full. A segment of one source
 * should not be tiny, so the more sources there are, the more may be gathered. */

#include "config.h"

#include "import/mer-survey-comments.h"

#include <string.h>

#include "store/mer-batch-store.h"
#include "store/mer-comment-block.h"

#define CHUNK (256 * 1024)
#define LEAST_ROOM (8 * 1024 * 1024)
#define ROOM_A_SOURCE 1024
#define MOST_ROOM (32 * 1024 * 1024)
/* A block of comments is sealed from this size on. */
#define BLOCK_SIZE (512 * 1024)

struct _MerSourceComment
{
  MerSourceComment *next;
  gint64            row;
  guint32           length;
  char              text[];
};

struct _MerSurveyComments
{
  MerImportJob   *job;     /* borrowed */
  MerSourceTable *sources; /* borrowed */
  GPtrArray      *chunks;
  gsize           left; /* in the last chunk */
  char           *next;
  gsize           gathered; /* bytes in all chunks */
  GByteArray     *block;    /* the one that is being filled */
};

MerSurveyComments *
mer_survey_comments_new (MerImportJob   *job,
                         MerSourceTable *sources)
{
  MerSurveyComments *self = g_new0 (MerSurveyComments, 1);

  self->job = job;
  self->sources = sources;
  self->chunks = g_ptr_array_new_with_free_func (g_free);
  self->block = g_byte_array_new ();
  return self;
}

void
mer_survey_comments_free (MerSurveyComments *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->chunks);
  g_byte_array_unref (self->block);
  g_free (self);
}

static gsize
room (const MerSurveyComments *self)
{
  gsize wanted = (gsize) mer_source_table_sources (self->sources)->len * ROOM_A_SOURCE;

  if (self->job->options->comment_room > 0)
    return self->job->options->comment_room;
  return CLAMP (wanted, LEAST_ROOM, MOST_ROOM);
}

/* Room for one comment, in chunks that stay where they are. */
static gpointer
take (MerSurveyComments *self,
      gsize              size)
{
  gpointer start = NULL;

  size = (size + 7) & ~(gsize) 7;
  if (size > self->left)
    {
      self->left = MAX (size, CHUNK);
      self->next = g_malloc (self->left);
      g_ptr_array_add (self->chunks, self->next);
    }
  start = self->next;
  self->next += size;
  self->left -= size;
  self->gathered += size;
  return start;
}

/* --- writing --------------------------------------------------------------------------- */

static gboolean
write_block (MerSurveyComments *self,
             MerSource         *source,
             GError           **error)
{
  g_autoptr (GBytes) block = mer_comment_block_finish (self->block);

  return block == NULL ||
         mer_store_add_comments (self->job->doc, self->job->batch->id, source->match->source_id,
                                 source->n_comment_segments++, block, error);
}

/* What was gathered of a source, without the rows of `dropped`; both lists ascend. */
static gboolean
write_gathered (MerSurveyComments *self,
                MerSource         *source,
                const GArray      *dropped,
                GError           **error)
{
  const MerSourceComment *comment = source->first_comment;
  guint                   n_dropped = dropped != NULL ? dropped->len : 0;
  guint                   next = 0;

  source->first_comment = NULL;
  source->last_comment = NULL;
  for (; comment != NULL; comment = comment->next)
    {
      while (next < n_dropped && g_array_index (dropped, gint64, next) < comment->row)
        next++;
      if (next < n_dropped && g_array_index (dropped, gint64, next) == comment->row)
        continue;
      mer_comment_block_append (self->block, comment->row, comment->text, comment->length);
      if (self->block->len >= BLOCK_SIZE && !write_block (self, source, error))
        return FALSE;
    }
  return write_block (self, source, error);
}

/* Names are stored in the order in which they would be at the end. */
static gboolean
spill (MerSurveyComments *self,
       GError           **error)
{
  GPtrArray *all = mer_source_table_sources (self->sources);

  for (guint i = 0; i < all->len; i++)
    {
      MerSource *source = g_ptr_array_index (all, i);

      if (mer_block_builder_n_rows (source->builder) == 0)
        continue;
      if (!mer_name_matcher_store (self->job->matcher, source->match, error) ||
          !write_gathered (self, source, NULL, error))
        return FALSE;
    }
  g_ptr_array_set_size (self->chunks, 0);
  self->left = 0;
  self->gathered = 0;
  return TRUE;
}

gboolean
mer_survey_comments_add (MerSurveyComments *self,
                         MerSource         *source,
                         gint64             row,
                         const char        *text,
                         gsize              length,
                         GError           **error)
{
  MerSourceComment *comment = take (self, sizeof *comment + length);

  comment->next = NULL;
  comment->row = row;
  comment->length = (guint32) length;
  memcpy (comment->text, text, length);
  if (source->last_comment != NULL)
    source->last_comment->next = comment;
  else
    source->first_comment = comment;
  source->last_comment = comment;
  return self->gathered < room (self) || spill (self, error);
}

gboolean
mer_survey_comments_finish (MerSurveyComments *self,
                            MerSource         *source,
                            const GArray      *dropped,
                            GError           **error)
{
  if (source->n_comment_segments > 0 &&
      !mer_store_drop_comments (self->job->doc, self->job->batch->id, source->match->source_id,
                                (const gint64 *) (gconstpointer) dropped->data, dropped->len,
                                error))
    return FALSE;
  return write_gathered (self, source, dropped, error);
}
