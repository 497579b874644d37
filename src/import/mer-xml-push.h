/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/parser.h>

#include "import/mer-xml-scanner.h"

G_BEGIN_DECLS

/**
 * MerXmlPush:
 *
 * A document that libxml2 reads piece by piece. A document type or an entity of its own is
 * refused; no network, no external file, and nothing is written to standard error.
 */
typedef struct
{
  xmlParserCtxtPtr parser; /* NULL: no document is open */

  /*< private >*/
  const MerXmlHandler *handler;
  gpointer             data;
  gboolean             refused; /* a document type or entity was met */
  gboolean             damaged; /* what the library lets pass */
  gboolean             stopped;
} MerXmlPush;

/* `handler` is borrowed. */
gboolean mer_xml_push_open (MerXmlPush          *self,
                            const MerXmlHandler *handler,
                            gpointer             data);
/* MORE, DAMAGED or REFUSED. */
MerXmlScan mer_xml_push_feed (MerXmlPush   *self,
                              const guint8 *bytes,
                              gsize         length,
                              gboolean      at_end);
/* For a handler: nothing more is handed out. */
void mer_xml_push_stop (MerXmlPush *self);
void mer_xml_push_clear (MerXmlPush *self);

G_END_DECLS
