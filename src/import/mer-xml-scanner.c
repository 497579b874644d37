/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Scans XML in place: a piece is checked to be UTF-8, then walked through once. A zero behind it
 * stops every loop, so that no byte is compared with the end. Names are terminated and values
 * unescaped inside the piece only after their whole tag was seen; a tag that is cut off is moved
 * to the front, and scanned again with the next piece.
 *
 * Why not libxml2, which reads the small parts: a table of 100,000 rows is some ten million
 * elements, over which it takes four times as long as unpacking them does. */

#include "config.h"

#include "import/mer-utf8.h"
#include "import/mer-xml-scanner-private.h"

#define MAX_TAG (4 * 1024 * 1024)

const guint8 mer_xml_classes[256] = {
  [0 ... 8] = TEXT_STOP | VALUE_STOP,
  ['\t'] = SPACE | VALUE_STOP,
  ['\n'] = SPACE | VALUE_STOP,
  [11 ... 12] = TEXT_STOP | VALUE_STOP,
  ['\r'] = SPACE | TEXT_STOP | VALUE_STOP,
  [14 ... 31] = TEXT_STOP | VALUE_STOP,
  [' '] = SPACE,
  ['<'] = TEXT_STOP | VALUE_STOP,
  ['&'] = TEXT_STOP | VALUE_STOP,
  ['"'] = VALUE_STOP,
  ['\''] = VALUE_STOP,
  ['a' ... 'z'] = NAME,
  ['A' ... 'Z'] = NAME,
  ['0' ... '9'] = NAME,
  ['.'] = NAME,
  ['-'] = NAME,
  ['_'] = NAME,
  [':'] = COLON,
  [128 ... 255] = NAME,
};

MerXmlScanner *
mer_xml_scanner_new (const MerXmlHandler *handler,
                     gpointer             data)
{
  MerXmlScanner *self = g_new0 (MerXmlScanner, 1);

  self->handler = handler;
  self->data = data;
  return self;
}

void
mer_xml_scanner_free (MerXmlScanner *self)
{
  if (self == NULL)
    return;
  g_free (self->names);
  g_free (self->buffer);
  g_free (self);
}

void
mer_xml_scanner_stop (MerXmlScanner *self)
{
  self->stopped = TRUE;
}
/* --- what a handler does not want -------------------------------------------------------- */

/* Behind the tag that begins at `p`: a «>» in a value does not end it. */
static guint8 *
skip_tag (MerXmlScanner *self,
          guint8        *p)
{
  for (p++; p < self->end && *p != '>'; p++)
    {
      if (*p != '"' && *p != '\'')
        continue;
      p = memchr (p + 1, *p, (gsize) (self->end - p - 1));
      if (p == NULL)
        return stuck (self, self->end);
    }
  return p < self->end ? p + 1 : stuck (self, self->end);
}

/* A text and a tag inside an element that is skipped: only their ends are looked for. */
static guint8 *
skip_one (MerXmlScanner *self,
          guint8        *p)
{
  guint8 *tag = memchr (p, '<', (gsize) (self->end - p));
  guint8 *behind = NULL;

  if (tag == NULL)
    return self->end;
  if (tag[1] == '!')
    return tag > p ? tag : mer_xml_scan_declaration (self, tag);
  if (tag[1] == '?')
    {
      self->place = IN_INSTRUCTION;
      return tag + 2;
    }
  if (tag[1] == '/' && self->skipped == 1)
    {
      self->skipped = 0;
      return tag;
    }
  behind = skip_tag (self, tag);
  if (behind == NULL)
    return tag > p ? tag : NULL;
  if (tag[1] == '/')
    self->skipped--;
  else if (behind[-2] != '/')
    self->skipped++;
  return behind;
}

void
mer_xml_scanner_skip (MerXmlScanner *self)
{
  self->skipped = 1;
}

/* One text or one markup; NULL when it is not whole or wrong. */
static guint8 *
scan_one (MerXmlScanner *self,
          guint8        *p)
{
  if (self->place != IN_CONTENT)
    return mer_xml_scan_until (self, p);
  if (self->skipped > 0)
    return skip_one (self, p);
  if (*p != '<')
    return mer_xml_scan_text (self, p);
  if (p[1] == '/')
    return mer_xml_scan_end (self, p + 2);
  if (p[1] == '!')
    return mer_xml_scan_declaration (self, p);
  if (p[1] == '?')
    {
      self->place = IN_INSTRUCTION;
      return p + 2;
    }
  return mer_xml_scan_start (self, p + 1);
}

/* --- pieces ------------------------------------------------------------------------------ */

guint8 *
mer_xml_scanner_space (MerXmlScanner *self,
                       gsize          size)
{
  /* The zero behind it, and one that «</» at the end looks at. */
  gsize wanted = self->used + size + 2;

  if (wanted > self->capacity)
    {
      self->capacity = wanted;
      self->buffer = g_realloc (self->buffer, self->capacity);
    }
  return self->buffer + self->used;
}

/* Finds `end`: a character in two halves waits for the other. */
static gboolean
check_text (MerXmlScanner *self)
{
  gsize valid = mer_utf8_valid_length (self->buffer + self->checked, self->used - self->checked);
  gsize rest = self->used - self->checked - valid;

  self->checked += valid;
  self->end = self->buffer + self->checked;
  return rest == 0 || (!self->at_end && mer_utf8_cut_length (self->end, rest) == rest);
}

static guint8 *
skip_byte_order_mark (MerXmlScanner *self)
{
  gboolean marked = starts_with (self, self->buffer, "\xef\xbb\xbf");

  self->started = self->end > self->buffer;
  return self->buffer + (marked ? 3 : 0);
}

static MerXmlScan
finish (MerXmlScanner *self)
{
  return self->root_closed && self->place == IN_CONTENT ? MER_XML_SCAN_MORE : MER_XML_SCAN_DAMAGED;
}

MerXmlScan
mer_xml_scanner_feed (MerXmlScanner *self,
                      gsize          length,
                      gboolean       at_end)
{
  guint8 *p = NULL;
  guint8 *next = NULL;
  guint8  saved = 0;

  mer_xml_scanner_space (self, 0);
  self->used += length;
  self->at_end = at_end;
  if (!check_text (self))
    return MER_XML_SCAN_DAMAGED;
  saved = *self->end;
  *self->end = 0;
  self->status = MER_XML_SCAN_MORE;
  next = self->started ? self->buffer : skip_byte_order_mark (self);
  while (next != NULL && next < self->end && !self->stopped)
    {
      p = next;
      next = scan_one (self, p);
    }
  *self->end = saved;
  if (self->stopped || self->status != MER_XML_SCAN_MORE)
    return self->status;
  if (next != NULL)
    p = next;
  self->used -= (gsize) (p - self->buffer);
  self->checked -= (gsize) (p - self->buffer);
  memmove (self->buffer, p, self->used);
  if (self->used > MAX_TAG)
    return MER_XML_SCAN_LIMIT;
  return at_end ? finish (self) : MER_XML_SCAN_MORE;
}
