/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/mer-cli.h"
#include "import/mer-importer.h"

G_BEGIN_DECLS

/* What import and scan take on the command line, as it was given. */
typedef struct
{
  char    *sheet;
  char    *encoding;
  char    *separator;
  char    *cycle;
  char    *on_duplicate;
  char   **columns;
  char   **values;
  char   **organizations;
  char    *mapping;
  char    *save_mapping;
  char    *rejected;
  char    *source;
  int      header_row;
  gboolean create_organizations;
  gboolean dry_run;
  gboolean not_counted;
  gboolean json;
  char     separator_sign;
  gint64   cycle_id;
} MerImportArguments;

void mer_import_arguments_clear (MerImportArguments *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MerImportArguments, mer_import_arguments_clear)

/* A sign, or what people call it («tab», «точка с запятой»); NULL gives 0. FALSE when it is
 * none. */
gboolean mer_cli_parse_separator (const char *text,
                                  char       *out);
/* Parses options out of argv, which must leave KIND DOC TABLE; on FALSE what is wrong has been
 * explained. */
gboolean mer_import_arguments_parse (MerImportArguments *self,
                                     const MerCommand   *command,
                                     int                *argc,
                                     char             ***argv);
/* (transfer full): the options of an import into an open document. NULL and error when an
 * organization that they name is not in its registry. */
MerImportOptions *mer_import_arguments_options (const MerImportArguments *self,
                                                MerDocument              *doc,
                                                MerBatchKind              kind,
                                                const char               *path,
                                                GError                  **error);

G_END_DECLS
