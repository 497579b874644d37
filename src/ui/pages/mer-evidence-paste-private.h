/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/pages/mer-evidence-paste.h"

G_BEGIN_DECLS

typedef struct
{
  MerSession      *session; /* owned */
  MerEvidenceTable table;
  GPtrArray       *rows;   /* owned: of GStrv */
  char            *source; /* owned, nullable: of rows that name none */
  GtkWidget       *entry;  /* borrowed: while it is asked for */
} MerEvidencePasting;

/* --- experts' points: mer-evidence-paste-points.c --------------------------------------------- */

/* Cells of a row of points: organization, indicator, points, number of the row as pasted; a fifth
 * is the source. */
#define MER_POINTS_PASTE_CELLS 4

/* (transfer full): rows of that form, without the header, from what was pasted. */
GPtrArray *mer_points_paste_unfold (const GPtrArray      *rows,
                                    const MerMethodology *methodology);
gboolean   mer_points_paste_row (const MerEvidencePasting *self,
                                 MerDocument              *document,
                                 char                    **cells,
                                 const char               *source,
                                 GError                  **error);

G_END_DECLS
