/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-import-scan.h"
#include "import/mer-importer.h"
#include "ui/mer-session.h"

G_BEGIN_DECLS

/* What a column may be decided to be. */
typedef struct
{
  char *code;  /* as in MerImportOptions */
  char *title; /* «1. Стенд: обращались» */
} MerImportTarget;

/**
 * MerImportState:
 *
 * One table from its choice to its result, without any widget. Files are read by workers: each
 * change of the options starts the preview anew, and only the answer to the last question counts.
 * Main thread only.
 *
 * Signal `changed` (): anything below may have another value. Preview and scan are other
 * pointers when they were read anew; what is decided about a value or a name changes in place.
 */
#define MER_TYPE_IMPORT_STATE (mer_import_state_get_type ())
G_DECLARE_FINAL_TYPE (MerImportState, mer_import_state, MER, IMPORT_STATE, GObject)

/* Begins to read the table. */
MerImportState *mer_import_state_new (MerSession *session,
                                      const char *path);
MerSession     *mer_import_state_get_session (MerImportState *self);
/* Cancels what workers still do for it; it is of no more use then. */
void mer_import_state_close (MerImportState *self);
/* The document is another than when the head of the table was read. */
void mer_import_state_read_again (MerImportState *self);

/* --- the file and how to read it ------------------------------------------- */
const char *mer_import_state_get_file (MerImportState *self);
char       *mer_import_state_get_file_name (MerImportState *self);
void        mer_import_state_set_kind (MerImportState *self,
                                       MerBatchKind    kind);
/* FALSE while nobody knows what the file holds. */
gboolean mer_import_state_get_kind (MerImportState *self,
                                    MerBatchKind   *kind);
void     mer_import_state_set_sheet (MerImportState *self,
                                     const char     *sheet);
/* NULL: as recognized. */
void mer_import_state_set_encoding (MerImportState *self,
                                    const char     *encoding);
/* Whether the user said which it is. */
gboolean mer_import_state_has_own_encoding (MerImportState *self);
void     mer_import_state_set_separator (MerImportState *self,
                                         char            separator);
void     mer_import_state_set_header_row (MerImportState *self,
                                          guint           row);
/* The import of the very file that stands in the cycle already: NULL when there is none. */
const MerBatch *mer_import_state_get_earlier (MerImportState *self);
/* Whether rows, or a whole file, that are there already are imported once more. */
void     mer_import_state_set_keep_duplicates (MerImportState *self,
                                               gboolean        keep);
gboolean mer_import_state_get_keep_duplicates (MerImportState *self);

/* Where evidence that names no source in its columns is from, and whether ready counts enter the
 * scores. */
void     mer_import_state_set_source (MerImportState *self,
                                      const char     *source);
void     mer_import_state_set_counted (MerImportState *self,
                                       gboolean        counted);
gboolean mer_import_state_get_counted (MerImportState *self);

/* --- what was recognized --------------------------------------------------- */
/* NULL while it is being read, and when the file cannot be read. */
const MerImportPreview *mer_import_state_get_preview (MerImportState *self);
/* Why there is no preview; NULL when there is one or it is still being read. */
const GError         *mer_import_state_get_error (MerImportState *self);
gboolean              mer_import_state_is_reading (MerImportState *self);
const MerMethodology *mer_import_state_get_methodology (MerImportState *self);
/* (element-type MerImportTarget) */
GPtrArray *mer_import_state_get_targets (MerImportState *self);
/* The column as a question about the respondents of its own: (transfer full) (nullable). */
MerImportTarget *mer_import_state_get_own_target (MerImportState *self,
                                                  guint           index);
void             mer_import_target_free (MerImportTarget *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerImportTarget, mer_import_target_free)
/* `code` "skip": not needed; NULL: as recognized. */
void mer_import_state_decide (MerImportState *self,
                              guint           column,
                              const char     *code);
/* What is in the way of the columns, as a sentence; NULL when nothing is. */
char *mer_import_state_get_need (MerImportState *self);
/* Whether the column holds what is nobody's business: it is not imported and not shown. */
gboolean mer_import_column_is_private (const MerImportColumn *column);

/* --- correspondences of columns ------------------------------------------------------ */
/* (transfer full) (element-type utf8): names of the stored ones for this kind of table. */
GPtrArray *mer_import_state_list_mappings (MerImportState *self);
/* A name, "" for none, NULL for the one that knows the header. What was decided is forgotten. */
void mer_import_state_set_mapping (MerImportState *self,
                                   const char     *name);
/* NULL: nothing is remembered. */
void        mer_import_state_set_remember (MerImportState *self,
                                           const char     *name);
const char *mer_import_state_get_remember (MerImportState *self);
/* A name for this table's correspondence, of no stored one: (transfer full). */
char *mer_import_state_suggest_mapping (MerImportState *self);
/* Whether remembering takes the place of another header's correspondence. */
gboolean mer_import_state_replaces_mapping (MerImportState *self);
gboolean mer_import_state_delete_mapping (MerImportState *self,
                                          const char     *name);
gboolean mer_import_state_export_mapping (MerImportState *self,
                                          const char     *name,
                                          const char     *path);
/* Takes one in from a file and uses it. */
gboolean mer_import_state_import_mapping (MerImportState *self,
                                          const char     *path);

/* --- what the whole table holds -------------------------------------------------------- */
/* From now on the table is scanned whenever its columns are certain. */
void                 mer_import_state_want_scan (MerImportState *self);
const MerImportScan *mer_import_state_get_scan (MerImportState *self);
/* Why it could not be scanned. */
const GError *mer_import_state_get_scan_error (MerImportState *self);
gboolean      mer_import_state_is_scanning (MerImportState *self);
MerProgress  *mer_import_state_get_scan_progress (MerImportState *self);
/* Of a column of the preview: NULL before it is known, and for columns without values. */
const MerImportColumnValues *mer_import_state_get_values (MerImportState *self,
                                                          guint           column);
/* `option` as in MerValueDecision; `everywhere`: in all columns. */
void mer_import_state_decide_value (MerImportState *self,
                                    guint           column,
                                    const char     *spelling,
                                    const char     *option,
                                    gboolean        everywhere);
/* An organization of the registry. */
typedef struct
{
  gint64 id;
  char  *name;
  char  *key; /* its names, folded, to be searched in */
} MerImportKnown;

/* (element-type MerImportKnown): the registry as it was when the table was scanned, by name. */
const GPtrArray *mer_import_state_get_known (MerImportState *self);
/* NULL: there is none of that id. */
const char *mer_import_state_get_known_name (MerImportState *self,
                                             gint64          id);
/* Whether this kind of table names organizations. */
gboolean mer_import_state_has_names (MerImportState *self);
/* Whether it must be decided whom the name means. */
gboolean mer_import_name_is_open (const MerImportName *name);
guint    mer_import_state_count_open_names (MerImportState *self);
void     mer_import_state_decide_name (MerImportState      *self,
                                       const MerImportName *name,
                                       MerNameAction        action,
                                       gint64               organization_id);
/* As it was found. */
void mer_import_state_forget_name (MerImportState      *self,
                                   const MerImportName *name);
/* Decides about all open names that are like none. */
void mer_import_state_decide_unknown (MerImportState *self,
                                      MerNameAction   action);
/* Takes back what was decided about names that were found exactly. */
void mer_import_state_accept_exact (MerImportState *self);

/* --- trial and import ------------------------------------------------------ */
/* dry_run: nothing is written. */
void mer_import_state_run (MerImportState *self,
                           gboolean        dry_run);
void mer_import_state_cancel (MerImportState *self);
/* Something is to be decided otherwise. */
void         mer_import_state_forget_result (MerImportState *self);
gboolean     mer_import_state_is_running (MerImportState *self);
MerProgress *mer_import_state_get_progress (MerImportState *self);
/* Of the last run with these decisions; NULL before it ends. */
const MerImportResult *mer_import_state_get_result (MerImportState *self);
const GError          *mer_import_state_get_run_error (MerImportState *self);
/* The result is of an import that stands in the document. */
gboolean mer_import_state_is_imported (MerImportState *self);
/* Takes the import back. */
gboolean mer_import_state_undo (MerImportState *self);

/* --- rows, read again from the file ---------------------------------------------------- */
typedef struct
{
  GPtrArray *rows;    /* of GStrv, as many cells as the preview has columns */
  GArray    *numbers; /* of gint64 */
} MerImportRows;
void mer_import_rows_free (MerImportRows *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerImportRows, mer_import_rows_free)

/* `numbers` (element-type gint64), ascending: the rows to read. Any number may be asked for one
 * after the other: cancel the one before. */
void           mer_import_state_read_rows_async (MerImportState     *self,
                                                 GArray             *numbers,
                                                 GCancellable       *cancellable,
                                                 GAsyncReadyCallback callback,
                                                 gpointer            user_data);
MerImportRows *mer_import_state_read_rows_finish (MerImportState *self,
                                                  GAsyncResult   *result,
                                                  GError        **error);
/* Writes the rejected rows of the last run into a file, in a worker; the session tells how it
 * went. */
void     mer_import_state_save_rejected (MerImportState *self,
                                         const char     *path);
gboolean mer_import_state_is_saving (MerImportState *self);

const char *mer_import_kind_title (MerBatchKind kind);

G_END_DECLS
