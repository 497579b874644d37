/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdio.h>
#include <zip.h>

#include "import/mer-table-reader.h"
#include "import/mer-xml-push.h"
#include "import/mer-xml-scanner.h"

G_BEGIN_DECLS

/**
 * MerOfficeArchive:
 *
 * A ZIP container of XML parts, opened for reading under limits: nothing in it may unpack to
 * more than any real table has, by its directory or in fact.
 */
typedef struct
{
  zip_t *zip;  /* NULL: the file itself is the only part, of any name */
  char  *path; /* of such a file */
  char  *name; /* base name of the file, for messages */
} MerOfficeArchive;

/* Opens the file and checks its directory against the limits; on FALSE `self` is to be cleared
 * as well. %MER_IMPORT_ERROR_FORMAT, ENCRYPTED or LIMIT. */
gboolean mer_office_archive_open (MerOfficeArchive *self,
                                  const char       *path,
                                  GError          **error);
/* A file that is one XML part, not packed. */
void mer_office_archive_open_flat (MerOfficeArchive *self,
                                   const char       *path);
void mer_office_archive_clear (MerOfficeArchive *self);
/* Whether there is a part of this very name. */
gboolean mer_office_archive_has (MerOfficeArchive *self,
                                 const char       *part);

/* The first bytes of a small part, at most `max`; NULL when there is none that can be read. */
GString *mer_office_archive_read (MerOfficeArchive *self,
                                  const char       *part,
                                  gsize             max);

/**
 * MerXmlPart:
 *
 * One part as a stream: each step unpacks a piece and hands its elements to the handler. A
 * document type or an entity of its own is refused; no network, no external file.
 */
typedef struct
{
  MerOfficeArchive    *archive;
  const MerXmlHandler *handler;
  gpointer             data;
  guint64              done; /* unpacked bytes so far */
  guint64              size; /* by the directory */

  /*< private >*/
  zip_file_t    *file; /* of an archive; or */
  FILE          *plain;
  MerXmlScanner *scanner; /* of a bulk part; or */
  MerXmlPush     push;
  guint8        *chunk;
  guint64        packed;
  gboolean       at_end;
  GError        *error; /* of a handler */
} MerXmlPart;

/* `part` must be in the archive, else %MER_IMPORT_ERROR_FORMAT. */
gboolean mer_xml_part_open (MerXmlPart          *self,
                            MerOfficeArchive    *archive,
                            const char          *part,
                            const MerXmlHandler *handler,
                            gpointer             data,
                            GError             **error);
/* 1: there is more, 0: the end was reached, −1: error. */
int mer_xml_part_step (MerXmlPart *self,
                       GError    **error);
/* All steps. */
gboolean mer_xml_part_run (MerOfficeArchive    *archive,
                           const char          *part,
                           const MerXmlHandler *handler,
                           gpointer             data,
                           GError             **error);
/* For a handler, at the start of an element: what is in it need not be handed out, but may be. */
void mer_xml_part_skip (MerXmlPart *self);
/* For a handler: stops the parser; the next step returns the error (transfer full). */
void mer_xml_part_stop (MerXmlPart *self,
                        GError     *error);
void mer_xml_part_clear (MerXmlPart *self);

/* The bytes of a part without parsing them: 0 at the end, −1 and error. */
gssize mer_xml_part_read (MerXmlPart *self,
                          GError    **error);

/* The value of an attribute: its bytes and their number; NULL when it is not there. */
const char *mer_xml_attribute (const xmlChar **attributes,
                               int             n_attributes,
                               const char     *name,
                               gsize          *length);
/* The same as a string, unescaped: (transfer full) (nullable). */
char *mer_xml_attribute_dup (const xmlChar **attributes,
                             int             n_attributes,
                             const char     *name);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MerXmlPart, mer_xml_part_clear)

G_END_DECLS
