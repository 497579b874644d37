/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-batch.h"
#include "core/mer-progress.h"
#include "import/mer-table-reader.h"
#include "store/mer-batch-store.h"
#include "store/mer-document.h"

G_BEGIN_DECLS

/* What a spelling in a column is to mean, decided by the user. */
typedef struct
{
  char *code;     /* of the column: a question, or "PLACE/ITEM" of a checklist; "*": of all */
  char *spelling; /* as in the file; equal when folded */
  char *option;   /* a question: text of one of its options, "other", or "" (no answer); an item
                   * of a checklist: "1", "0.5", "0", or "" (not required) */
} MerValueDecision;

typedef enum
{
  MER_NAME_CHOOSE, /* it is this organization */
  MER_NAME_CREATE, /* it is a new one */
  MER_NAME_SKIP,   /* its rows belong to none */
} MerNameAction;

/* Which organization a spelling in the file means, decided by the user. */
typedef struct
{
  char         *name; /* as in the file; equal when folded */
  MerNameAction action;
  gint64        organization_id; /* CHOOSE */
} MerNameDecision;

/**
 * MerImportOptions:
 *
 * All that decides an import, shared by preview and run, so that what was shown
 * is what is done. Free with mer_import_options_free().
 */
typedef struct
{
  MerBatchKind kind;
  char        *path;
  char        *sheet;
  char        *encoding;
  char         separator;
  guint        header_row; /* from 1; 0: find it in the first 20 rows */
  GPtrArray   *columns;    /* of char* "CODE=HEADER|INDEX", decided by the user; may be NULL.
                            * CODE "skip": the column is none of ours. INDEX counts from 1. */
  GPtrArray *values;       /* of MerValueDecision; may be NULL */
  GPtrArray *names;        /* of MerNameDecision; may be NULL. An import remembers them. */
  char      *mapping;      /* the correspondence of columns to use; NULL: one that knows the
                            * header, unless columns are decided; "": none */
  char    *save_mapping;   /* remember the correspondence under this name; NULL: do not */
  gint64   cycle_id;       /* 0: the latest, made when there is none */
  gboolean create_organizations;
  gboolean dry_run;
  gboolean keep_duplicates; /* --on-duplicate keep */
  char    *source;          /* what the evidence is, in words («телефонный опрос»); nullable */
  gboolean not_counted;     /* ready counts are kept, but enter no score */
  gsize    comment_room;    /* bytes of comments that reading may gather before it writes them into
                             * the document; 0: as many as are good. Results do not differ. */
} MerImportOptions;
MerImportOptions *mer_import_options_new (MerBatchKind kind,
                                          const char  *path);
MerImportOptions *mer_import_options_copy (const MerImportOptions *self);
void              mer_import_options_free (MerImportOptions *self);
/* Sets what a column is: `column` counts from 0; `code` NULL: as recognized. */
void mer_import_options_decide_column (MerImportOptions *self,
                                       guint             column,
                                       const char       *code);
/* Sets what a spelling means; `option` NULL: as recognized. */
void mer_import_options_decide_value (MerImportOptions *self,
                                      const char       *code,
                                      const char       *spelling,
                                      const char       *option);
/* Sets which organization a spelling means. */
void mer_import_options_decide_name (MerImportOptions *self,
                                     const char       *name,
                                     MerNameAction     action,
                                     gint64            organization_id);
/* Forgets what was decided about a spelling. */
void mer_import_options_forget_name (MerImportOptions *self,
                                     const char       *name);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerImportOptions, mer_import_options_free)

typedef enum
{
  MER_COLUMN_EXACT,   /* header equal to a known wording, or given by hand */
  MER_COLUMN_SIMILAR, /* certain enough to use: see `similarity` */
  MER_COLUMN_DECIDE,  /* might be one of several: `code` is the best guess, nothing is imported */
  MER_COLUMN_EXTRA,   /* not needed */
} MerColumnState;

typedef struct
{
  guint index;          /* from 0 */
  char *header;         /* as in the file */
  char *code;           /* "organization", "q5", "date", "comment", "inn",
      "stand/ITEM" …; NULL when EXTRA */
  char          *title; /* what it is, in the methodology's words; nullable */
  char          *rival; /* DECIDE: what else it might be, likewise; nullable */
  MerColumnState state;
  guint          similarity; /* 0..100 */
  gboolean       new_item;   /* checklist: an item that the cycle's list does not hold yet */
  int            item;       /* checklist: index into the cycle's list; −1: none, or a new one */
} MerImportColumn;

/* What an import is going to do: made without writing anything. */
typedef struct
{
  MerTableInfo info; /* strings valid as long as the preview */
  guint        header_row;
  GPtrArray   *columns;     /* of MerImportColumn, every column of the file */
  GStrv        missing;     /* titles of required columns that were not found; empty when none */
  GPtrArray   *rows;        /* of GStrv: the first rows under the header, cut to n columns */
  GArray      *row_numbers; /* of gint64 */
  char        *mapping;     /* name of the correspondence that was used; NULL when none was */
  GError      *obstacle;    /* why it cannot be imported as it stands; NULL when it can */
  gpointer     priv;
} MerImportPreview;
void mer_import_preview_free (MerImportPreview *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerImportPreview, mer_import_preview_free)

/* Reads the head of the file (at most `max_rows` rows under the header) and recognizes
 * its columns. NULL and error when the file cannot be read at all. Any thread that owns `doc`. */
MerImportPreview *mer_import_preview (MerDocument            *doc,
                                      const MerImportOptions *options,
                                      guint                   max_rows,
                                      GError                **error);
/* Guesses what the table holds from its header; FALSE when it is of no kind. */
gboolean mer_import_guess_kind (MerDocument  *doc,
                                const char   *path,
                                MerBatchKind *out,
                                GError      **error);

typedef enum
{
  MER_PROBLEM_REJECTED, /* the row was not imported */
  MER_PROBLEM_NOTE,     /* counted and reported, the row stands */
} MerProblemSeverity;

typedef struct
{
  MerProblemSeverity severity;
  char              *code;   /* "ragged-row", "unknown-organization", "other-answer", … */
  gint64             row;    /* first row; 0: the whole file */
  guint              column; /* from 1; 0: none */
  char              *header; /* of the column; nullable */
  guint64            count;  /* rows or cells it stands for */
  char              *text;   /* the sentence, user's language */
  GArray            *rows;   /* of gint64: the rows it stands for, ascending; those of a rejection
                              * all (at most MER_PROBLEM_REJECTED_ROWS), of a note the first
                              * MER_PROBLEM_NOTED_ROWS */
} MerImportProblem;

#define MER_PROBLEM_NOTED_ROWS 10000
/* Rejected rows that are told one by one: the rest of such a file is no better. */
#define MER_PROBLEM_REJECTED_ROWS 1000000

/* Rows of one organization. */
typedef struct
{
  gint64  organization_id; /* of a dry run too, where it is not a new one: then 0 */
  guint64 n;
} MerImportShare;

/* What an import of organizations does to the registry: one that it adds, or one field of one
 * that was there. Made in a dry run too. */
typedef struct
{
  gint64 row;          /* in the file */
  char  *organization; /* the name under which it stands */
  char  *field;        /* stable code: "address", "inn", …; NULL: the organization is new */
  char  *title;        /* of the field, user's language; NULL when new */
  char  *old_value;    /* in words; NULL: there was none */
  char  *new_value;    /* in words; never empty: an empty cell changes nothing */
} MerImportChange;
void mer_import_change_free (MerImportChange *self);
/* «СОШ № 3: адрес „…“ → „…“», user's language. (transfer full) */
char *mer_import_change_text (const MerImportChange *self);

typedef struct
{
  guint64    accepted;
  guint64    rejected;
  guint64    duplicates;
  guint64    contradictions;
  guint64    created;     /* organizations */
  GPtrArray *unmatched;   /* of char*: names that matched no organization */
  GArray    *accepted_of; /* of MerImportShare: accepted rows by organization; survey only */
  GPtrArray *problems;    /* of MerImportProblem */
  GPtrArray *changes;     /* of MerImportChange: organizations added and changed, in file order */
  guint64    changed;     /* organizations that were there and are changed */
  gint64     batch_id;    /* 0: dry run or nothing accepted */
  gint64     cycle_id;    /* 0: none was there and none was made */
  GError    *obstacle;    /* why nothing was accepted,
  the document being as before; else NULL */
} MerImportResult;
void mer_import_result_free (MerImportResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerImportResult, mer_import_result_free)

/**
 * mer_import_run:
 * @doc: a document of the calling thread, without an action under way
 * @label: how the action is called in menu and journal
 * @progress: (nullable): told of bytes read
 *
 * The whole import as one transaction. On NULL (error or cancelled) the document
 * is byte for byte as before. Rows that cannot be accepted are counted in the result;
 * where all of them are, the result's `obstacle` says why and the document is as before too.
 */
MerImportResult *mer_import_run (MerDocument            *doc,
                                 const MerImportOptions *options,
                                 const char             *label,
                                 MerProgress            *progress,
                                 GCancellable           *cancellable,
                                 GError                **error);

/* The same in a worker with a connection of its own; `callback` on the main loop. */
void             mer_import_run_async (const char             *document_path,
                                       const MerImportOptions *options,
                                       const char             *label,
                                       MerProgress            *progress,
                                       GCancellable           *cancellable,
                                       GAsyncReadyCallback     callback,
                                       gpointer                user_data);
MerImportResult *mer_import_run_finish (GAsyncResult *result,
                                        GError      **error);

G_END_DECLS
