/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "report/mer-blocks.h"

G_BEGIN_DECLS

/**
 * MerPackage:
 *
 * A ZIP archive made in memory, as office documents are: parts in the order in which they were
 * added, all with the date of the document, so that the same parts give the same bytes.
 */
typedef struct _MerPackage MerPackage;

MerPackage *mer_package_new (void);
void        mer_package_free (MerPackage *self);
/* Copies the bytes. `stored`: not compressed, as the first part of an OpenDocument. */
void mer_package_add (MerPackage *self,
                      const char *name,
                      const char *data,
                      gssize      length,
                      gboolean    stored);
/* (transfer full) */
GBytes *mer_package_finish (MerPackage *self,
                            GError    **error);

/* A figure as pictures that fit a page: (transfer full) PNG of the rows from *first on; *first
 * becomes the row after them. Size in points. NULL when there are no more. */
GBytes *mer_figure_to_png (const MerFigure *figure,
                           double           width,
                           guint           *first,
                           double          *height);

/* Appends text as XML: characters that XML cannot hold are left out, a line break is `line`. */
void mer_xml_append (GString    *out,
                     const char *text,
                     const char *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerPackage, mer_package_free)

G_END_DECLS
