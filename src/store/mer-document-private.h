/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The session extension is declared only under these names; Meson checks that it links. */
#define SQLITE_ENABLE_SESSION
#define SQLITE_ENABLE_PREUPDATE_HOOK
#include <sqlite3.h>

#include "methodology/mer-methodology.h"
#include "store/mer-document.h"
#include "store/mer-lock.h"

G_BEGIN_DECLS

typedef struct _MerRecordCache MerRecordCache; /* mer-record-cache.h */

/* An action that can be taken back or repeated. */
typedef struct
{
  gint64 id; /* of its journal line */
  char  *label;
} MerStep;

struct _MerDocument
{
  GObject     parent_instance;
  char       *path;
  char       *name; /* for sentences */
  sqlite3    *db;
  GHashTable *statements; /* SQL literal → sqlite3_stmt */
  MerLock    *lock;       /* NULL: read-only */
  char       *holder;     /* who has it instead; nullable */
  /* what the journal said when it was last read */
  gint64   revision;
  gint64   scored_revision;
  gboolean unscored; /* what was written last is nothing that scores depend on */
  gint64   saved_at;
  gint64   data_version;
  char    *title;
  GArray  *undo; /* of MerStep, the next one last */
  GArray  *redo;
  /* the action under way */
  char            *label; /* NULL: none */
  sqlite3_session *session;
  GString         *detail;
  gboolean         wrote_outside; /* blocks and the like, which the session does not see */
  GHashTable      *methodologies; /* id → MerMethodology */
  MerRecordCache  *records;
  /* the draft that was read or written last, and as what it is stored */
  MerMethodology *draft;
  GBytes         *draft_data;
};

/* Opening (mer-document-open.c) ends with this: reads the journal and the title. */
gboolean mer_document_load_state (MerDocument *self,
                                  GError     **error);
/* After a durable write: reads what the journal has gained and tells listeners. The write
 * stands even when this fails; the next one then finds the revision changed. */
void mer_document_reload_after_write (MerDocument *self);

/* For writers of src/store: FALSE and an error when no action is under way. */
gboolean mer_document_require_action (MerDocument *self,
                                      GError     **error);
/* Marks that tables outside of undo are written in this action. */
gboolean mer_document_require_outside (MerDocument *self,
                                       GError     **error);
/* A line for the journal's entry of this action: counts and hashes of what undo does not hold. */
void mer_document_add_detail (MerDocument *self,
                              const char  *line);

/* BEGIN IMMEDIATE after all checks that a write needs, and its end. */
gboolean mer_document_begin_transaction (MerDocument *self,
                                         GError     **error);
gboolean mer_document_commit_transaction (MerDocument *self,
                                          GError     **error);
void     mer_document_rollback_transaction (MerDocument *self);

/* --- journal (mer-document-journal.c) ----------------------------------------- */
#define MER_JOURNAL_BASE "base"
#define MER_JOURNAL_DO "do"
#define MER_JOURNAL_UNDO "undo"
#define MER_JOURNAL_REDO "redo"

/* Appends a line within the transaction. `target` 0: none; `detail`, `changes` nullable. */
gboolean mer_journal_append (MerDocument *self,
                             const char  *kind,
                             gint64       target,
                             const char  *what,
                             const char  *detail,
                             GBytes      *changes,
                             GError     **error);
/* The changeset of a line. */
GBytes *mer_journal_changes (MerDocument *self,
                             gint64       id,
                             GError     **error);
/* Reads lines after self->revision into revision, saved_at and both stacks. */
gboolean mer_journal_follow (MerDocument *self,
                             GError     **error);
/* Adds a sentence for each line whose hash or changeset is not what the chain says. */
gboolean mer_journal_verify (MerDocument *self,
                             GPtrArray   *problems,
                             GError     **error);

/* --- undo (mer-document-undo.c) ------------------------------------------------ */
GArray *mer_steps_new (void);
void    mer_steps_push (GArray     *steps,
                        gint64      id,
                        const char *label);
/* Moves the newest step from one stack to the other. */
void mer_steps_move (GArray *from,
                     GArray *to);

G_END_DECLS
