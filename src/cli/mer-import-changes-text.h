/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-importer.h"

G_BEGIN_DECLS

/* "added: N", "changed: N" and a line a change, on standard output. */
void mer_cli_print_changes (const MerImportResult *result);
/* The members "changed organizations" and "changes" of an object, each with its comma. */
void mer_cli_json_changes (GString               *json,
                           const MerImportResult *result);

G_END_DECLS
