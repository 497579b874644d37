/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-csv-rows.h"

G_BEGIN_DECLS

/**
 * mer_csv_dialect_find:
 * @rows: at the beginning of an opened source; gets its dialect, and is to be scanned anew
 * @wanted: the separator if it is given, else 0
 *
 * Finds out separator and quotation mark from the first thousand lines, as far as they are in the
 * window. A first line «sep=;», by which spreadsheets tell each other, decides. A comma that is
 * mostly one of sentences or of decimal numbers yields to any other separator, and a sign that
 * divides only some lines of a text divides no columns.
 *
 * Returns: the length of a line «sep=;»
 */
gsize mer_csv_dialect_find (MerCsvRows *rows,
                            char        wanted);

G_END_DECLS
