/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/xmlstring.h>

#include <glib.h>

G_BEGIN_DECLS

/* What the elements of one part are handed to; names are without prefix. */
typedef struct
{
  /* Five pointers an attribute, as libxml2's SAX2 has them: name, prefix, address of the name
   * space, first byte of the value and the byte behind it. An ampersand in a value stands as
   * «&#38;». */
  void (*start) (gpointer        data,
                 const char     *name,
                 const xmlChar **attributes,
                 int             n_attributes);
  void (*end) (gpointer    data,
               const char *name);
  void (*text) (gpointer    data,
                const char *text,
                gsize       length); /* nullable; a text may come in several pieces */
  /* The part grows with the table: it is read by MerXmlScanner where that can. */
  gboolean bulk;
} MerXmlHandler;

typedef enum
{
  MER_XML_SCAN_MORE,    /* all well so far */
  MER_XML_SCAN_DAMAGED, /* not well-formed, or cut off */
  MER_XML_SCAN_REFUSED, /* a document type was met */
  MER_XML_SCAN_LIMIT,   /* a tag longer than any table's */
} MerXmlScan;

/**
 * MerXmlScanner:
 *
 * Splits UTF-8 XML into elements, attributes and texts, piece by piece. It knows what office
 * files use of XML: no document types, no entities besides the predefined ones and numbers. Ends
 * of elements, references and characters are checked; names of attributes may repeat, and
 * prefixes are not resolved.
 */
typedef struct _MerXmlScanner MerXmlScanner;

/* `handler` is borrowed. */
MerXmlScanner *mer_xml_scanner_new (const MerXmlHandler *handler,
                                    gpointer             data);
void           mer_xml_scanner_free (MerXmlScanner *self);
/* Where the next piece of at most `size` bytes is to be put; valid until it is fed. */
guint8 *mer_xml_scanner_space (MerXmlScanner *self,
                               gsize          size);
/* Scans the piece that was put there; what is unfinished waits for the next. */
MerXmlScan mer_xml_scanner_feed (MerXmlScanner *self,
                                 gsize          length,
                                 gboolean       at_end);
/* For a handler, at the start of an element: of what is in it nothing is handed out, nor checked
 * more closely than its end needs. */
void mer_xml_scanner_skip (MerXmlScanner *self);
/* For a handler: no further element is handed to it. */
void mer_xml_scanner_stop (MerXmlScanner *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerXmlScanner, mer_xml_scanner_free)

G_END_DECLS
