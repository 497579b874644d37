/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A batch as a boxed value; its reference count is atomic, workers share it. */

#include "core/mer-batch.h"

static const char *const kind_codes[] = { "organizations", "checklist", "survey", "counts",
                                          "values", "facts", "recipients" };

G_DEFINE_BOXED_TYPE (MerBatch, mer_batch, mer_batch_ref, mer_batch_unref)

/**
 * mer_batch_new:
 * @kind: what its file held
 *
 * Returns: (transfer full): a batch that is not stored yet
 */
MerBatch *
mer_batch_new (MerBatchKind kind)
{
  MerBatch *self = g_atomic_rc_box_new0 (MerBatch);

  self->kind = kind;
  self->counted = TRUE;
  return self;
}

/**
 * mer_batch_ref:
 * @self: a batch
 *
 * Any thread.
 *
 * Returns: (transfer full): @self
 */
MerBatch *
mer_batch_ref (MerBatch *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
batch_clear (gpointer data)
{
  MerBatch *self = data;

  g_free (self->file_name);
  g_free (self->sheet);
  g_free (self->sha256);
  g_free (self->who);
  g_free (self->mapping);
  g_free (self->source);
}

/**
 * mer_batch_unref:
 * @self: (transfer full): a batch
 *
 * Any thread.
 */
void
mer_batch_unref (MerBatch *self)
{
  g_atomic_rc_box_release_full (self, batch_clear);
}

/**
 * mer_batch_kind_to_code:
 * @kind: a kind
 *
 * Returns: its stable word in files and on the command line
 */
const char *
mer_batch_kind_to_code (MerBatchKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kind_codes), NULL);
  return kind_codes[kind];
}

/**
 * mer_batch_kind_from_code:
 * @code: (nullable): a word
 * @out: (out): the kind, only set on success
 *
 * Returns: %FALSE when no kind is called so
 */
gboolean
mer_batch_kind_from_code (const char   *code,
                          MerBatchKind *out)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_codes); i++)
    if (g_strcmp0 (code, kind_codes[i]) == 0)
      {
        *out = (MerBatchKind) i;
        return TRUE;
      }
  return FALSE;
}

/* What was typed in has no file and is called by its kind. */
static char *
typed_in_name (const MerBatch *self,
               MerLanguage     language)
{
  const char *title = self->sheet != NULL && *self->sheet != '\0' ? self->sheet : NULL;

  /* Translators: below, %s is a title as “School No. 3, stack 1”. */
  if (self->kind == MER_BATCH_SURVEY)
    return title == NULL ? g_strdup (mer_tr (language, "Paper entry"))
                         : g_strdup_printf (mer_tr (language, "Paper entry: %s"), title);
  if (self->kind == MER_BATCH_CHECKLIST)
    return title == NULL ? g_strdup (mer_tr (language, "Typed-in checklist"))
                         : g_strdup_printf (mer_tr (language, "Typed-in checklist: %s"), title);
  /* Translators: below, %s is a source as “telephone poll”. */
  if (self->kind == MER_BATCH_COUNTS && self->source != NULL)
    return g_strdup_printf (mer_tr (language, "Ready counts: %s"), self->source);
  if (self->kind == MER_BATCH_VALUES && self->source != NULL)
    return g_strdup_printf (mer_tr (language, "The operator's values: %s"), self->source);
  return g_strdup (mer_tr (language, "Typed in by hand"));
}

/**
 * mer_batch_display_name:
 * @self: a batch
 * @language: of the words around it
 *
 * Returns: (transfer full): its file, or what it is called without one; never %NULL
 */
char *
mer_batch_display_name (const MerBatch *self,
                        MerLanguage     language)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->file_name != NULL ? g_strdup (self->file_name) : typed_in_name (self, language);
}

/**
 * mer_batch_find:
 * @batches: (nullable) (element-type MerBatch): imports
 * @id: the number of one
 *
 * Returns: (transfer none) (nullable): the import
 */
MerBatch *
mer_batch_find (const GPtrArray *batches,
                gint64           id)
{
  for (guint i = 0; batches != NULL && i < batches->len; i++)
    {
      MerBatch *batch = batches->pdata[i];

      if (batch->id == id)
        return batch;
    }
  return NULL;
}
