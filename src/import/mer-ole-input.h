/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gsf/gsf-input.h>

G_BEGIN_DECLS

/**
 * mer_ole_open_workbook:
 * @path: a file that begins as an OLE2 container does
 *
 * Opens the stream of an OLE2 container that holds a table.
 *
 * Returns: (transfer full): the stream; NULL and an error of %MER_IMPORT_ERROR: FORMAT, ENCRYPTED,
 *   LIMIT or IO
 */
GsfInput *mer_ole_open_workbook (const char *path,
                                 GError    **error);

G_END_DECLS
