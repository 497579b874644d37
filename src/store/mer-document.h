/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/mer-language.h"

G_BEGIN_DECLS

#define MER_STORE_ERROR (mer_store_error_quark ())
GQuark mer_store_error_quark (void);

typedef enum
{
  MER_STORE_ERROR_FOREIGN, /* not a Merilo document */
  MER_STORE_ERROR_NEWER,   /* made by a newer version */
  MER_STORE_ERROR_DAMAGED,
  MER_STORE_ERROR_LOCKED,    /* another program writes it; the message says who and since when */
  MER_STORE_ERROR_READ_ONLY, /* opened for reading, or the file or folder is read-only */
  MER_STORE_ERROR_FULL,      /* no room on the disk */
  MER_STORE_ERROR_EXISTS,
  MER_STORE_ERROR_CHANGED,   /* another program has changed it since it was read */
  MER_STORE_ERROR_NOT_FOUND, /* no such row */
  MER_STORE_ERROR_INVALID,   /* the value breaks a rule of the document */
  MER_STORE_ERROR_IO,
} MerStoreError;

/**
 * MerDocument:
 *
 * An open `.merilo` file. Used from the thread that opened it; a worker opens
 * a connection of its own with mer_document_open_worker(). Nothing is ever
 * unsaved: each change is one durable transaction between mer_document_begin()
 * and mer_document_commit(), stands in the journal and can be undone.
 *
 * Signal `changed` (main thread): after each commit, undo and redo, and when
 * mer_document_refresh() finds that a worker has written.
 * Properties: `title`, `read-only`, `undo-label`, `redo-label` (nullable strings).
 */
#define MER_TYPE_DOCUMENT (mer_document_get_type ())
G_DECLARE_FINAL_TYPE (MerDocument, mer_document, MER, DOCUMENT, GObject)

typedef enum
{
  MER_OPEN_READ_WRITE, /* LOCKED when another holds it */
  MER_OPEN_READ_ONLY,
  MER_OPEN_READ_WRITE_OR_READ, /* read-only when another holds it; see mer_document_get_holder() */
} MerOpenMode;

MerDocument *mer_document_create (const char *path,
                                  const char *title,
                                  GError    **error);
MerDocument *mer_document_open (const char *path,
                                MerOpenMode mode,
                                GError    **error);
/* A second connection for a worker thread, under the same lock. Any thread. */
MerDocument *mer_document_open_worker (const char *path,
                                       GError    **error);

const char *mer_document_get_path (MerDocument *self);
gboolean    mer_document_is_read_only (MerDocument *self);
/* Who holds the document for writing, as a sentence part («ivanova, компьютер Б-204, с 9:10»);
 * NULL when we do. */
const char *mer_document_get_holder (MerDocument *self);
/* Time of the last durable change, seconds since the epoch. */
gint64 mer_document_get_saved_at (MerDocument *self);
/* Grows with each change; cheap. */
gint64 mer_document_get_revision (MerDocument *self);
/* The last revision in which something changed that scores may depend on; never too low. */
gint64 mer_document_get_scored_revision (MerDocument *self);
/* Rereads the revision and emits `changed` when a worker has written. */
void mer_document_refresh (MerDocument *self);

/* One action. `label` names it in the Edit menu, toasts and the journal
 * («Добавление организации»), in the user's language. Actions do not nest. */
gboolean mer_document_begin (MerDocument *self,
                             const char  *label,
                             GError     **error);
gboolean mer_document_commit (MerDocument *self,
                              GError     **error);
/* The same for what makes a document (its methodology, the whole example): neither this
 * action nor any before it can be taken back. */
gboolean mer_document_commit_as_base (MerDocument *self,
                                      GError     **error);
/* Takes back everything since mer_document_begin(). */
void mer_document_rollback (MerDocument *self);

const char *mer_document_get_undo_label (MerDocument *self);
const char *mer_document_get_redo_label (MerDocument *self);
gboolean    mer_document_undo (MerDocument *self,
                               GError     **error);
gboolean    mer_document_redo (MerDocument *self,
                               GError     **error);

/* Settings of the document: "title", "territory" (genitive, «Верхнеольховского района»),
 * "language" ("ru"), "department", "signatory.post", "signatory.name", …
 * NULL when not set; setting needs an action under way. */
char       *mer_document_get_setting (MerDocument *self,
                                      const char  *key);
gboolean    mer_document_set_setting (MerDocument *self,
                                      const char  *key,
                                      const char  *value,
                                      GError     **error);
MerLanguage mer_document_get_language (MerDocument *self);

/* One line of the journal. */
typedef struct
{
  gint64 id;
  gint64 at; /* seconds since the epoch, UTC */
  char  *who;
  char  *what;
} MerJournalEntry;
void mer_journal_entry_free (MerJournalEntry *self);
/* (element-type MerJournalEntry), newest first, at most `limit` (0: all). */
GPtrArray *mer_document_journal (MerDocument *self,
                                 guint        limit,
                                 GError     **error);

/* Gives back the room of imports that were removed or taken back. Nothing before it can
 * be undone afterwards. */
gboolean mer_document_compact (MerDocument *self,
                               GError     **error);

/* Checks file, foreign keys, blocks, tallies and the journal's chain.
 * Returns: (element-type utf8): a sentence per problem; empty when all is well. */
GPtrArray *mer_document_verify (MerDocument *self,
                                GError     **error);

G_END_DECLS
