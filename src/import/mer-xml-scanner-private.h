/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the scanner share: its state, and the steps that walk through a piece. Each
 * step returns the byte behind what it took, or NULL: the status then says whether the rest of
 * the piece waits for the next one, or is wrong. */

#include "import/mer-xml-scanner.h"

#include <string.h>

G_BEGIN_DECLS

#define MAX_DEPTH 256
#define MAX_ATTRIBUTES 512

enum
{
  NAME = 1 << 0,
  SPACE = 1 << 1,
  TEXT_STOP = 1 << 2,
  VALUE_STOP = 1 << 3,
  COLON = 1 << 4,
};

/* What each byte may end or stand in. */
extern const guint8 mer_xml_classes[256];

typedef enum
{
  IN_CONTENT,
  IN_COMMENT,
  IN_INSTRUCTION,
  IN_CDATA,
} Place;

/* An attribute of the tag at hand. */
typedef struct
{
  guint8  *name;
  guint8  *colon; /* in the name; NULL when it has no prefix */
  guint8  *name_end;
  guint8  *value;
  guint8  *value_end;
  gboolean plain; /* the value holds nothing to unescape */
} Attribute;

/* An open element: its name lies in `names`. */
typedef struct
{
  guint start;
  guint local; /* behind the prefix */
  guint length;
} Open;

struct _MerXmlScanner
{
  const MerXmlHandler *handler; /* borrowed */
  gpointer             data;

  guint8 *buffer;
  gsize   capacity;
  gsize   used;    /* bytes in the buffer */
  gsize   checked; /* of these known to be UTF-8 */
  guint8 *end;     /* of what is scanned; a zero stands here */

  MerXmlScan status;
  Place      place;
  gboolean   at_end;
  gboolean   started;
  gboolean   root_closed;
  gboolean   stopped;

  Open  open[MAX_DEPTH];
  guint depth;
  char *names; /* of the open elements, one behind the other */
  gsize names_capacity;
  guint skipped; /* elements that are open inside the one that is skipped, with it; 0: none is */

  guint          n_attributes;
  Attribute      attributes[MAX_ATTRIBUTES];
  const xmlChar *pointers[MAX_ATTRIBUTES * 5];
};

static inline guint8 *
fail (MerXmlScanner *self,
      MerXmlScan     status)
{
  self->status = status;
  return NULL;
}

/* At the end of the piece the rest is waited for; anywhere else, and in the last one, it is
 * wrong. */
static inline guint8 *
stuck (MerXmlScanner *self,
       const guint8  *p)
{
  return fail (self, p < self->end || self->at_end ? MER_XML_SCAN_DAMAGED : MER_XML_SCAN_MORE);
}

static inline guint8 *
skip (guint8 *p,
      guint class)
{
  while (mer_xml_classes[*p] & class)
    p++;
  return p;
}

static inline gboolean
starts_with (const MerXmlScanner *self,
             const guint8        *p,
             const char          *word)
{
  gsize length = strlen (word);

  return (gsize) (self->end - p) >= length && memcmp (p, word, length) == 0;
}

/* The character that «&…;» at `p` stands for, and the byte behind it; 0 when it is none. */
gunichar mer_xml_reference (const guint8  *p,
                            const guint8  *end,
                            const guint8 **behind);
guint8  *mer_xml_scan_text (MerXmlScanner *self,
                            guint8        *p);
/* Inside a comment, an instruction or CDATA. */
guint8 *mer_xml_scan_until (MerXmlScanner *self,
                            guint8        *p);
/* From «<!». */
guint8 *mer_xml_scan_declaration (MerXmlScanner *self,
                                  guint8        *p);
/* From behind «<». */
guint8 *mer_xml_scan_start (MerXmlScanner *self,
                            guint8        *p);
/* From behind «</». */
guint8 *mer_xml_scan_end (MerXmlScanner *self,
                          guint8        *p);

G_END_DECLS
