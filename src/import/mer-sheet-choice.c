/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which sheet of a workbook is read. */

#include "config.h"

#include "import/mer-sheet-choice.h"

#include "import/mer-sheet-names.h"

/* The first visible sheet with a row; without any the first visible, or the first. */
static gboolean
open_first (MerTableReader        *reader,
            const MerSheetMethods *methods,
            GError               **error)
{
  guint    first = 0;
  gboolean any = FALSE;

  for (guint i = 0; reader->info.sheets[i] != NULL; i++)
    {
      MerRow row = { 0 };
      int    state = 0;

      if (methods->is_hidden (reader, i))
        continue;
      if (!any)
        first = i;
      any = TRUE;
      if (!methods->open (reader, i, error))
        return FALSE;
      state = reader->next (reader, &row, error);
      if (state < 0)
        return FALSE;
      if (state > 0)
        return methods->open (reader, i, error);
    }
  return methods->open (reader, first, error);
}

gboolean
mer_sheet_choice_open (MerTableReader        *reader,
                       const MerSheetMethods *methods,
                       const char            *file,
                       const char            *wanted,
                       GError               **error)
{
  guint index = 0;

  if (wanted == NULL)
    return open_first (reader, methods, error);
  return mer_sheet_names_find (reader->info.sheets, file, wanted, &index, error) &&
         methods->open (reader, index, error);
}
