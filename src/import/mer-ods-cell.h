/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-xlsx-format.h"
#include "import/mer-xml-part.h"

G_BEGIN_DECLS

typedef enum
{
  MER_ODS_TEXT, /* also an error and no type at all */
  MER_ODS_NUMBER,
  MER_ODS_PERCENTAGE,
  MER_ODS_BOOLEAN,
  MER_ODS_DATE,
  MER_ODS_TIME,
} MerOdsType;

/**
 * MerOdsCell:
 *
 * The cell at hand: its typed value, and the paragraphs that show it.
 */
typedef struct
{
  MerOdsType type;
  guint64    repeat; /* columns in which it stands */
  gint64     rows;   /* that it spans */
  gboolean   formula;
  GString   *style; /* empty: that of the row or column */
  GString   *value; /* as the file has it */
  GString   *text;  /* of the paragraphs, with \n between them */
  guint      n_paragraphs;
  gboolean   blank_waits; /* white space was met that a character must follow to count */
  gboolean   at_start;    /* no character of the paragraph was met */
} MerOdsCell;

void mer_ods_cell_init (MerOdsCell *self);
void mer_ods_cell_clear (MerOdsCell *self);
/* Takes up an element «table-cell». */
void mer_ods_cell_start (MerOdsCell     *self,
                         const xmlChar **attributes,
                         int             n_attributes);
void mer_ods_cell_start_paragraph (MerOdsCell *self);
/* Characters of a paragraph: white space between them counts as one blank, at its ends as none. */
void mer_ods_cell_add_text (MerOdsCell *self,
                            const char *text,
                            gsize       length);
/* A character that stands as it is, `n` times. */
void mer_ods_cell_add_space (MerOdsCell *self,
                             char        space,
                             guint64     n);
/* Its value, as the same cell of an XLSX file would be read. */
void mer_ods_cell_append_to (const MerOdsCell *self,
                             MerXlsxFormat     format,
                             GString          *out);

/* A number in an attribute; `fallback` when it is none or not there. */
guint64 mer_ods_attribute_number (const xmlChar **attributes,
                                  int             n_attributes,
                                  const char     *name,
                                  guint64         fallback);

G_END_DECLS
