/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-xlsx-format.h"
#include "import/mer-xml-part.h"

G_BEGIN_DECLS

/**
 * MerOdsStyles:
 *
 * What the named styles of an ODS file show, as far as it matters for reading: how dates and
 * times are written, and which sheets are hidden. Gathered from the events of its parts.
 */
typedef struct _MerOdsStyles MerOdsStyles;

MerOdsStyles *mer_ods_styles_new (void);
void          mer_ods_styles_free (MerOdsStyles *self);
/* For the handler of a part that may hold styles. */
void mer_ods_styles_start (MerOdsStyles   *self,
                           const char     *name,
                           const xmlChar **attributes,
                           int             n_attributes);
void mer_ods_styles_end (MerOdsStyles *self,
                         const char   *name);
/* The part of the archive that holds the common styles, if it is there. */
gboolean mer_ods_styles_load (MerOdsStyles     *self,
                              MerOfficeArchive *archive,
                              GError          **error);
/* Of a cell style; %MER_XLSX_PLAIN when it is not known. */
MerXlsxFormat mer_ods_styles_format (MerOdsStyles *self,
                                     const char   *name);
/* Of a sheet style. */
gboolean mer_ods_styles_is_hidden (MerOdsStyles *self,
                                   const char   *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerOdsStyles, mer_ods_styles_free)

G_END_DECLS
