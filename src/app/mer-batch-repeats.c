/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is said when an import is taken out, by window and tool alike. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-batch-repeats.h"
#include "core/mer-language.h"

static gboolean
may_repeat (const MerBatch *batch,
            const MerBatch *gone)
{
  return batch->id > gone->id && batch->kind == gone->kind && batch->cycle_id == gone->cycle_id &&
         !batch->removed && batch->duplicates > 0;
}

static char *
words_of (const MerBatch *batch)
{
  g_autofree char *name = mer_batch_display_name (batch, mer_language_of_locale ());
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, batch->id);
  gulong           n = (gulong) batch->duplicates;
  char            *line =
    g_strdup_printf (ngettext ("%lu row of import %s, “%s”, repeated another one. If it was "
                               "skipped and repeated the import that was taken out now, remove "
                               "import %s too and import its file again.\n",
                               "%lu rows of import %s, “%s”, repeated others. If they were "
                               "skipped and repeated the import that was taken out now, remove "
                               "import %s too and import its file again.\n",
                               n),
                     n, number, name, number);

  return g_strchomp (line);
}

/**
 * mer_batch_repeats_words:
 * @doc: a document
 * @removed_id: the batch that was taken out
 *
 * Returns: (transfer full) (element-type utf8): sentences, none when nothing is to be told
 */
GPtrArray *
mer_batch_repeats_words (MerDocument *doc,
                         gint64       removed_id)
{
  g_autoptr (GPtrArray) batches = NULL;
  GPtrArray      *words = g_ptr_array_new_with_free_func (g_free);
  const MerBatch *gone = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), words);
  batches = mer_store_batches (doc, 0, NULL);
  gone = batches != NULL ? mer_batch_find (batches, removed_id) : NULL;
  for (guint i = 0; gone != NULL && gone->removed && i < batches->len; i++)
    {
      if (may_repeat (batches->pdata[i], gone))
        g_ptr_array_add (words, words_of (batches->pdata[i]));
    }
  return words;
}
