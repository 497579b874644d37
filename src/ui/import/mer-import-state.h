/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

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
 * One import from the choice of a file to its result, without any widget. Files are read
 * by workers: each change of the options starts the preview anew, and only the answer to
 * the last question counts. Main thread only.
 *
 * Signal `changed` (): anything below may have another value.
 */
#define MER_TYPE_IMPORT_STATE (mer_import_state_get_type ())
G_DECLARE_FINAL_TYPE (MerImportState, mer_import_state, MER, IMPORT_STATE, GObject)

MerImportState *mer_import_state_new (MerSession *session);

/* --- the file and how to read it ------------------------------------------- */
void        mer_import_state_set_file (MerImportState *self,
                                       const char     *path);
const char *mer_import_state_get_file (MerImportState *self);
char       *mer_import_state_get_file_name (MerImportState *self);
void        mer_import_state_set_kind (MerImportState *self,
                                       MerBatchKind    kind);
/* FALSE while nobody knows what the file holds. */
gboolean mer_import_state_get_kind (MerImportState *self,
                                    MerBatchKind   *kind);
void     mer_import_state_set_sheet (MerImportState *self,
                                     const char     *sheet);
void     mer_import_state_set_encoding (MerImportState *self,
                                        const char     *encoding);
void     mer_import_state_set_separator (MerImportState *self,
                                         char            separator);
void     mer_import_state_set_header_row (MerImportState *self,
                                          guint           row);
/* --- what was recognized --------------------------------------------------- */
/* NULL while it is being read, and when the file cannot be read. */
const MerImportPreview *mer_import_state_get_preview (MerImportState *self);
/* Why there is no preview; NULL when there is one or it is still being read. */
const GError *mer_import_state_get_error (MerImportState *self);
gboolean      mer_import_state_is_reading (MerImportState *self);
/* (element-type MerImportTarget) */
GPtrArray *mer_import_state_get_targets (MerImportState *self);
/* `code` "skip": not needed; NULL: as recognized. */
void mer_import_state_decide (MerImportState *self,
                              guint           column,
                              const char     *code);
/* What is in the way, as a sentence; NULL when nothing is. */
char *mer_import_state_get_need (MerImportState *self);
/* --- trial and import ------------------------------------------------------ */
void     mer_import_state_set_create (MerImportState *self,
                                      gboolean        create);
gboolean mer_import_state_get_create (MerImportState *self);
/* dry_run: nothing is written. */
void         mer_import_state_run (MerImportState *self,
                                   gboolean        dry_run);
void         mer_import_state_cancel (MerImportState *self);
gboolean     mer_import_state_is_running (MerImportState *self);
MerProgress *mer_import_state_get_progress (MerImportState *self);
/* Of the last run; NULL before it ends. */
const MerImportResult *mer_import_state_get_result (MerImportState *self);
const GError          *mer_import_state_get_run_error (MerImportState *self);
/* The result is of an import that stands in the document. */
gboolean mer_import_state_is_imported (MerImportState *self);
/* Takes the import back. */
gboolean mer_import_state_undo (MerImportState *self);

const char *mer_import_kind_title (MerBatchKind kind);

G_END_DECLS
