/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-ods-styles.h"
#include "import/mer-xml-part.h"

G_BEGIN_DECLS

/* A sheet as the list of them has it. */
typedef struct
{
  char    *name;
  char    *style;   /* nullable */
  gboolean foreign; /* a copy of another file's sheet, which the user does not see */
  gboolean has_data;
} MerOdsSheet;

/**
 * MerOdsContent:
 *
 * The content part of an ODS file, from which either the list of sheets is taken or the rows of
 * one sheet are streamed. All sheets stand in one part.
 */
typedef struct _MerOdsContent MerOdsContent;

/* Reads the part to its end: its sheets, of MerOdsSheet (transfer full), and its own styles into
 * `styles`. NULL and error. */
GPtrArray *mer_ods_content_list (MerOfficeArchive *archive,
                                 const char       *part,
                                 MerOdsStyles     *styles,
                                 GError          **error);

/* The rows of the sheet with this index in the list. `archive` and `styles` are borrowed; the
 * styles are to be complete. */
MerOdsContent *mer_ods_content_new (MerOfficeArchive *archive,
                                    const char       *part,
                                    MerOdsStyles     *styles,
                                    guint             sheet,
                                    GError          **error);
void           mer_ods_content_free (MerOdsContent *self);
/* As MerTableReader's next. */
int  mer_ods_content_next (MerOdsContent *self,
                           MerRow        *row,
                           GError       **error);
void mer_ods_content_position (MerOdsContent *self,
                               guint64       *done,
                               guint64       *total);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerOdsContent, mer_ods_content_free)

G_END_DECLS
