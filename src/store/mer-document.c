/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The document as an object: its properties, settings and life. Opening, actions, undo and
 * the journal are files of their own. All that is cached here (revision, title, stacks) is
 * derived from the file and read again by mer_document_refresh(). */
#include "config.h"

#include "store/mer-document.h"

#include <glib/gi18n.h>

#include "methodology/mer-methodology.h"
#include "store/mer-query.h"
#include "store/mer-record-cache.h"

G_DEFINE_FINAL_TYPE (MerDocument, mer_document, G_TYPE_OBJECT)

enum
{
  PROP_TITLE = 1,
  PROP_READ_ONLY,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  N_PROPERTIES
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint       signals[N_SIGNALS];

static void
mer_document_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  MerDocument *self = MER_DOCUMENT (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, mer_document_is_read_only (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, mer_document_get_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, mer_document_get_redo_label (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mer_document_finalize (GObject *object)
{
  MerDocument *self = MER_DOCUMENT (object);

  if (self->label != NULL)
    mer_document_rollback (self);
  g_hash_table_unref (self->statements);
  g_hash_table_unref (self->methodologies);
  mer_record_cache_free (self->records);
  g_clear_pointer (&self->draft, mer_methodology_unref);
  g_clear_pointer (&self->draft_data, g_bytes_unref);
  sqlite3_close (self->db);
  g_clear_pointer (&self->lock, mer_lock_unref);
  g_array_unref (self->undo);
  g_array_unref (self->redo);
  g_free (self->path);
  g_free (self->name);
  g_free (self->holder);
  g_free (self->title);
  G_OBJECT_CLASS (mer_document_parent_class)->finalize (object);
}

static void
mer_document_class_init (MerDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = mer_document_get_property;
  object_class->finalize = mer_document_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[CHANGED] = g_signal_new ("changed", MER_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

static void
mer_document_init (MerDocument *self)
{
  self->statements = g_hash_table_new_full (NULL, NULL, NULL, finalize_statement);
  self->methodologies = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                               (GDestroyNotify) mer_methodology_unref);
  self->records = mer_record_cache_new ();
  self->undo = mer_steps_new ();
  self->redo = mer_steps_new ();
}

static gboolean
load_title (MerDocument *self)
{
  g_autofree char *title = mer_document_get_setting (self, "title");

  if (g_strcmp0 (title, self->title) == 0)
    return FALSE;
  g_free (self->title);
  self->title = g_steal_pointer (&title);
  return TRUE;
}

gboolean
mer_document_load_state (MerDocument *self,
                         GError     **error)
{
  if (!mer_journal_follow (self, error))
    return FALSE;
  load_title (self);
  self->scored_revision = self->revision;
  return mer_query_value (self, "PRAGMA data_version", 0, &self->data_version, error);
}

/* What the last write was of is told once, even to a reading that fails: the next may be of
 * another's. */
static gboolean
reload_state (MerDocument *self,
              GError     **error)
{
  gboolean unscored = self->unscored;

  self->unscored = FALSE;
  g_object_freeze_notify (G_OBJECT (self));
  if (!mer_journal_follow (self, error))
    {
      g_object_thaw_notify (G_OBJECT (self));
      return FALSE;
    }
  if (!unscored)
    self->scored_revision = self->revision;
  if (load_title (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_LABEL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDO_LABEL]);
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

void
mer_document_reload_after_write (MerDocument *self)
{
  g_autoptr (GError) error = NULL;

  if (!reload_state (self, &error))
    g_message ("%s", error->message);
}

/**
 * mer_document_get_path:
 * @self: a document
 *
 * Returns: (transfer none): the path that it was opened by
 */
const char *
mer_document_get_path (MerDocument *self)
{
  g_return_val_if_fail (MER_IS_DOCUMENT (self), NULL);
  return self->path;
}

/**
 * mer_document_is_read_only:
 * @self: a document
 *
 * Returns: whether nothing can be written to it through this connection
 */
gboolean
mer_document_is_read_only (MerDocument *self)
{
  g_return_val_if_fail (MER_IS_DOCUMENT (self), TRUE);
  return self->lock == NULL;
}

/**
 * mer_document_get_holder:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): who holds it for writing, as a part of a sentence
 */
const char *
mer_document_get_holder (MerDocument *self)
{
  g_return_val_if_fail (MER_IS_DOCUMENT (self), NULL);
  return self->holder;
}

/**
 * mer_document_get_saved_at:
 * @self: a document
 *
 * Returns: when its last line of the journal was written, seconds since the epoch
 */
gint64
mer_document_get_saved_at (MerDocument *self)
{
  g_return_val_if_fail (MER_IS_DOCUMENT (self), 0);
  return self->saved_at;
}

/**
 * mer_document_get_revision:
 * @self: a document
 *
 * Returns: the number of the last line of the journal that this connection has read
 */
gint64
mer_document_get_revision (MerDocument *self)
{
  g_return_val_if_fail (MER_IS_DOCUMENT (self), 0);
  return self->revision;
}

/**
 * mer_document_get_scored_revision:
 * @self: a document
 *
 * Returns: the revision in which something was last written that scores may depend on, as far as
 *   this connection knows; never too low
 */
gint64
mer_document_get_scored_revision (MerDocument *self)
{
  g_return_val_if_fail (MER_IS_DOCUMENT (self), 0);
  return self->scored_revision;
}

/**
 * mer_document_refresh:
 * @self: a document without an action under way
 *
 * Looks whether another connection has written, and then reads the state again and
 * emits `changed`. One pragma when nothing has happened.
 */
void
mer_document_refresh (MerDocument *self)
{
  g_autoptr (GError) error = NULL;
  gint64 version = 0;

  g_return_if_fail (MER_IS_DOCUMENT (self));
  if (self->label != NULL)
    return;
  if (mer_query_value (self, "PRAGMA data_version", 0, &version, &error) &&
      version != self->data_version && reload_state (self, &error))
    self->data_version = version;
  if (error != NULL)
    g_message ("%s", error->message);
}

/**
 * mer_document_get_setting:
 * @self: a document
 * @key: name of the setting
 *
 * Returns: (transfer full) (nullable): its value, or %NULL when it is not set
 */
char *
mer_document_get_setting (MerDocument *self,
                          const char  *key)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  g_autoptr (GError) error = NULL;
  char *value = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);
  if (!mer_query_prepare (&query, self, "SELECT value FROM setting WHERE key = ?1", &error))
    {
      g_message ("%s", error->message);
      return NULL;
    }
  mer_query_bind_text (&query, 1, key);
  if (mer_query_next (&query, &error))
    value = mer_query_text (&query, 0);
  if (error != NULL)
    g_message ("%s", error->message);
  return value;
}

/**
 * mer_document_set_setting:
 * @self: a document with an action under way
 * @key: name of the setting
 * @value: (nullable): its value; %NULL takes the setting away
 * @error: return location
 *
 * Returns: whether it was written
 */
gboolean
mer_document_set_setting (MerDocument *self,
                          const char  *key,
                          const char  *value,
                          GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  const char *sql = value == NULL
                      ? "DELETE FROM setting WHERE key = ?1"
                      : "INSERT INTO setting (key, value) VALUES (?1, ?2) "
                        "ON CONFLICT (key) DO UPDATE SET value = excluded.value";

  g_return_val_if_fail (MER_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (key != NULL, FALSE);
  if (!mer_document_require_action (self, error) || !mer_query_prepare (&query, self, sql, error))
    return FALSE;
  mer_query_bind_text (&query, 1, key);
  if (value != NULL)
    mer_query_bind_text (&query, 2, value);
  return mer_query_run (&query, error);
}

/**
 * mer_document_get_language:
 * @self: a document
 *
 * Returns: the language of its printed output; Russian unless the setting says otherwise
 */
MerLanguage
mer_document_get_language (MerDocument *self)
{
  g_autofree char *code = mer_document_get_setting (self, "language");
  MerLanguage      language = MER_LANGUAGE_RU;

  if (code != NULL && !mer_language_from_code (code, &language))
    language = MER_LANGUAGE_RU;
  return language;
}
