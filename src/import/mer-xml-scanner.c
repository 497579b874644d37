/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Scans XML in place: a piece is checked to be UTF-8, then walked through once. A zero behind it
 * stops every loop, so that no byte is compared with the end. Names are terminated and values
 * unescaped inside the piece only after their whole tag was seen; a tag that is cut off is moved
 * to the front, and scanned again with the next piece.
 *
 * Why not libxml2, which reads the small parts: a table of 100,000 rows is some ten million
 * elements, over which it takes four times as long as unpacking them does. */

#define _GNU_SOURCE /* memmem */
#include "config.h"

#include "import/mer-xml-scanner.h"

#include <string.h>

#include "import/mer-utf8.h"

#define MAX_DEPTH 256
#define MAX_NAME 4096
#define MAX_ATTRIBUTES 512
#define MAX_TAG (4 * 1024 * 1024)
#define MAX_REFERENCE 2048

enum
{
  NAME = 1 << 0,
  SPACE = 1 << 1,
  TEXT_STOP = 1 << 2,
  VALUE_STOP = 1 << 3,
  COLON = 1 << 4,
};

static const guint8 classes[256] = {
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

/* --- helpers that say how it stands ------------------------------------------------------ */

static guint8 *
fail (MerXmlScanner *self,
      MerXmlScan     status)
{
  self->status = status;
  return NULL;
}

/* At the end of the piece the rest is waited for; anywhere else, and in the last one, it is
 * wrong. */
static guint8 *
stuck (MerXmlScanner *self,
       const guint8  *p)
{
  return fail (self, p < self->end || self->at_end ? MER_XML_SCAN_DAMAGED : MER_XML_SCAN_MORE);
}

static guint8 *
skip (guint8 *p,
      guint class)
{
  while (classes[*p] & class)
    p++;
  return p;
}

/* Over a name, and the first colon in it; NULL when it has none. */
static guint8 *
skip_name (guint8  *p,
           guint8 **colon)
{
  p = skip (p, NAME);
  *colon = *p == ':' ? p : NULL;
  return *p == ':' ? skip (p + 1, NAME | COLON) : p;
}

static gboolean
starts_with (const MerXmlScanner *self,
             const guint8        *p,
             const char          *word)
{
  gsize length = strlen (word);

  return (gsize) (self->end - p) >= length && memcmp (p, word, length) == 0;
}

/* --- references -------------------------------------------------------------------------- */

static gunichar
number_reference (const guint8 *p,
                  const guint8 *end)
{
  gboolean hexadecimal = *p == 'x';
  gunichar value = 0;

  for (p += hexadecimal ? 1 : 0; p < end && value <= 0x10ffff; p++)
    {
      int digit = hexadecimal ? g_ascii_xdigit_value ((char) *p) : g_ascii_digit_value ((char) *p);

      if (digit < 0)
        return 0;
      value = value * (hexadecimal ? 16 : 10) + (gunichar) digit;
    }
  if (value < 32 && value != '\t' && value != '\n' && value != '\r')
    return 0;
  return g_unichar_validate (value) ? value : 0;
}

/* The character that «&…;» stands for, and the byte behind it; 0 when it is none. */
static gunichar
reference (const guint8  *p,
           const guint8  *end,
           const guint8 **behind)
{
  static const struct
  {
    const char *name;
    guint8      character;
  } known[] = {
    { "amp;", '&' }, { "lt;", '<' }, { "gt;", '>' }, { "quot;", '"' }, { "apos;", '\'' }
  };
  const guint8 *semicolon = memchr (p, ';', MIN ((gsize) (end - p), MAX_REFERENCE));

  if (semicolon == NULL)
    return 0;
  *behind = semicolon + 1;
  p++;
  if (*p == '#')
    return number_reference (p + 1, semicolon);
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      gsize length = strlen (known[i].name);

      if ((gsize) (*behind - p) == length && memcmp (p, known[i].name, length) == 0)
        return known[i].character;
    }
  return 0;
}

/* --- texts ------------------------------------------------------------------------------- */

static gboolean
emit (MerXmlScanner *self,
      const guint8  *text,
      gsize          length)
{
  if (self->depth > 0)
    {
      if (self->handler->text != NULL && !self->stopped && self->skipped == 0)
        self->handler->text (self->data, (const char *) text, length);
      return TRUE;
    }
  for (gsize i = 0; i < length; i++)
    {
      if (!(classes[text[i]] & SPACE))
        {
          fail (self, MER_XML_SCAN_DAMAGED);
          return FALSE;
        }
    }
  return TRUE;
}

static guint8 *
emit_reference (MerXmlScanner *self,
                guint8        *p)
{
  const guint8 *behind = NULL;
  gunichar      character = reference (p, self->end, &behind);
  char          bytes[6];

  if (character == 0)
    return stuck (self, behind == NULL && self->end - p < MAX_REFERENCE ? self->end : p);
  /* Outside the root not even a blank may be written so. */
  if (self->depth == 0)
    return fail (self, MER_XML_SCAN_DAMAGED);
  emit (self, (const guint8 *) bytes, (gsize) g_unichar_to_utf8 (character, bytes));
  return p + (behind - p);
}

/* Each kind of line end becomes \n. */
static guint8 *
emit_line_end (MerXmlScanner *self,
               guint8        *p)
{
  if (p + 1 == self->end && !self->at_end)
    return stuck (self, self->end);
  if (p[1] != '\n' && !emit (self, (const guint8 *) "\n", 1))
    return NULL;
  return p + 1;
}

/* A run of characters, a reference or a line end; what is behind the last whole one waits. */
static guint8 *
scan_text (MerXmlScanner *self,
           guint8        *p)
{
  guint8 *from = p;

  if (*p == '&')
    return emit_reference (self, p);
  if (*p == '\r')
    return emit_line_end (self, p);
  while (!(classes[*p] & TEXT_STOP))
    p++;
  if (p == from)
    return fail (self, MER_XML_SCAN_DAMAGED);
  return emit (self, from, (gsize) (p - from)) ? p : NULL;
}

/* Characters up to `to`, in which nothing is escaped. */
static gboolean
emit_cdata (MerXmlScanner *self,
            guint8        *p,
            guint8        *to)
{
  while (p < to)
    {
      guint8 *from = p;

      while (p < to && (!(classes[*p] & TEXT_STOP) || *p == '<' || *p == '&'))
        p++;
      if (p > from && !emit (self, from, (gsize) (p - from)))
        return FALSE;
      if (p == to)
        return TRUE;
      if (*p != '\r')
        return fail (self, MER_XML_SCAN_DAMAGED) != NULL;
      if ((p + 1 == to || p[1] != '\n') && !emit (self, (const guint8 *) "\n", 1))
        return FALSE;
      p++;
    }
  return TRUE;
}

/* --- what is walked over: comments, instructions, and CDATA that is handed out ---------------- */

static guint8 *
scan_until (MerXmlScanner *self,
            guint8        *p)
{
  static const char *const ends[] = { NULL, "-->", "?>", "]]>" };
  const char              *word = ends[self->place];
  gsize                    length = strlen (word);
  guint8                  *found = memmem (p, (gsize) (self->end - p), word, length);
  guint8                  *to = found != NULL ? found : MAX (p, self->end - MIN (self->end - p, 3));

  /* A line end in two halves stays together. */
  if (found == NULL && to > p && to[-1] == '\r')
    to--;
  if (self->place == IN_CDATA && !emit_cdata (self, p, to))
    return NULL;
  if (found != NULL)
    {
      self->place = IN_CONTENT;
      return found + length;
    }
  return to > p ? to : stuck (self, self->end);
}

/* Behind «<!»: a comment or CDATA. */
static guint8 *
scan_declaration (MerXmlScanner *self,
                  guint8        *p)
{
  if (starts_with (self, p, "<!--"))
    {
      self->place = IN_COMMENT;
      return p + 4;
    }
  if (starts_with (self, p, "<![CDATA["))
    {
      if (self->depth == 0)
        return fail (self, MER_XML_SCAN_DAMAGED);
      self->place = IN_CDATA;
      return p + 9;
    }
  if (starts_with (self, p, "<!DOCTYPE"))
    return fail (self, MER_XML_SCAN_REFUSED);
  return stuck (self, self->end - p < 9 ? self->end : p);
}

/* --- tags -------------------------------------------------------------------------------- */

static gboolean
push (MerXmlScanner *self,
      const guint8  *name,
      const guint8  *colon,
      gsize          length)
{
  Open *open = &self->open[self->depth];
  guint start = self->depth > 0 ? open[-1].start + open[-1].length + 1 : 0;

  if (self->depth == MAX_DEPTH || length > MAX_NAME || (self->depth == 0 && self->root_closed))
    {
      fail (self, MER_XML_SCAN_DAMAGED);
      return FALSE;
    }
  if (start + length + 1 > self->names_capacity)
    {
      self->names_capacity = (start + length + 1) * 2;
      self->names = g_realloc (self->names, self->names_capacity);
    }
  open->start = start;
  open->local = start + (colon != NULL ? (guint) (colon - name) + 1 : 0);
  open->length = (guint) length;
  memcpy (self->names + start, name, length);
  /* The end is handed to the handler, who wants a string. */
  self->names[start + length] = 0;
  self->depth++;
  return TRUE;
}

static void
pop (MerXmlScanner *self)
{
  const Open *open = &self->open[--self->depth];

  if (!self->stopped)
    self->handler->end (self->data, self->names + open->local);
  self->root_closed = self->depth == 0;
}

/* Unescapes the value where it stands, which it never makes longer. FALSE: a reference is wrong. */
static gboolean
unescape (Attribute *attribute)
{
  const guint8 *p = attribute->value;
  guint8       *to = attribute->value;

  while (p < attribute->value_end)
    {
      gunichar character = *p;

      if (*p == '&')
        {
          character = reference (p, attribute->value_end, &p);
          if (character == 0)
            return FALSE;
          if (character == '&')
            {
              memcpy (to, "&#38;", 5);
              to += 5;
            }
          else
            to += g_unichar_to_utf8 (character, (char *) to);
          continue;
        }
      if (*p == '\r' && p + 1 < attribute->value_end && p[1] == '\n')
        p++;
      *to++ = classes[*p] & SPACE ? ' ' : *p;
      p++;
    }
  attribute->value_end = to;
  return TRUE;
}

/* From the opening quote to behind the closing one. */
static guint8 *
scan_value (MerXmlScanner *self,
            guint8        *p,
            Attribute     *attribute)
{
  guint8 quote = *p;

  if (quote != '"' && quote != '\'')
    return stuck (self, p);
  attribute->value = ++p;
  attribute->plain = TRUE;
  for (;; p++)
    {
      while (!(classes[*p] & VALUE_STOP))
        p++;
      if (*p == quote)
        break;
      if (*p == '"' || *p == '\'')
        continue;
      if (*p != '&' && !(classes[*p] & SPACE))
        return stuck (self, p);
      attribute->plain = FALSE;
    }
  attribute->value_end = p;
  return p + 1;
}

static guint8 *
scan_attribute (MerXmlScanner *self,
                guint8        *p)
{
  Attribute *attribute = &self->attributes[self->n_attributes];

  if (self->n_attributes == MAX_ATTRIBUTES)
    return fail (self, MER_XML_SCAN_LIMIT);
  attribute->name = p;
  p = skip_name (p, &attribute->colon);
  attribute->name_end = p;
  if (p == attribute->name)
    return stuck (self, p);
  p = skip (p, SPACE);
  if (*p != '=')
    return stuck (self, p);
  p = skip (p + 1, SPACE);
  p = scan_value (self, p, attribute);
  self->n_attributes++;
  return p;
}

/* The attributes as the handler takes them: the number of those that are no name spaces, −1 when
 * a value is wrong. */
static int
finish_attributes (MerXmlScanner *self)
{
  const xmlChar **to = self->pointers;

  for (guint i = 0; i < self->n_attributes; i++)
    {
      Attribute *attribute = &self->attributes[i];
      gsize      length = (gsize) (attribute->name_end - attribute->name);
      guint8    *colon = attribute->colon;

      if (!attribute->plain && !unescape (attribute))
        {
          fail (self, MER_XML_SCAN_DAMAGED);
          return -1;
        }
      if (length >= 5 && attribute->name[0] == 'x' && memcmp (attribute->name, "xmlns", 5) == 0 &&
          (length == 5 || attribute->name[5] == ':'))
        continue;
      *attribute->name_end = 0;
      if (colon != NULL)
        *colon = 0;
      to[0] = colon != NULL ? colon + 1 : attribute->name;
      to[1] = colon != NULL ? attribute->name : NULL;
      to[2] = NULL;
      to[3] = attribute->value;
      to[4] = attribute->value_end;
      to += 5;
    }
  return (int) ((to - self->pointers) / 5);
}

static guint8 *
finish_start (MerXmlScanner *self,
              const guint8  *name,
              const guint8  *colon,
              gsize          length,
              guint8        *behind,
              gboolean       empty)
{
  int n = 0;

  if (!push (self, name, colon, length))
    return NULL;
  n = finish_attributes (self);
  if (n < 0)
    return NULL;
  if (!self->stopped)
    self->handler->start (self->data, self->names + self->open[self->depth - 1].local,
                          self->pointers, n);
  if (empty)
    {
      self->skipped = 0;
      pop (self);
    }
  return behind;
}

static guint8 *
scan_start (MerXmlScanner *self,
            guint8        *p)
{
  guint8  *name = p;
  guint8  *colon = NULL;
  guint8  *name_end = skip_name (p, &colon);
  gboolean empty = FALSE;

  p = name_end;
  if (p == name || g_ascii_isdigit (*name) || *name == '-' || *name == '.' || *name == ':')
    return stuck (self, p == name ? p : name);
  self->n_attributes = 0;
  for (;;)
    {
      guint8 *before = p;

      p = skip (p, SPACE);
      if (*p == '>')
        break;
      if (*p == '/')
        {
          empty = TRUE;
          p++;
          if (*p == '>')
            break;
          return stuck (self, p);
        }
      if (p == before)
        return stuck (self, p);
      p = scan_attribute (self, p);
      if (p == NULL)
        return NULL;
    }
  return finish_start (self, name, colon, (gsize) (name_end - name), p + 1, empty);
}

static guint8 *
scan_end (MerXmlScanner *self,
          guint8        *p)
{
  const Open *open = self->depth > 0 ? &self->open[self->depth - 1] : NULL;
  guint8     *name = p;
  gsize       length = 0;

  p = skip (p, NAME | COLON);
  length = (gsize) (p - name);
  p = skip (p, SPACE);
  if (*p != '>')
    return stuck (self, p);
  if (open == NULL || open->length != length ||
      memcmp (self->names + open->start, name, length) != 0)
    return fail (self, MER_XML_SCAN_DAMAGED);
  pop (self);
  return p + 1;
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
    return tag > p ? tag : scan_declaration (self, tag);
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
    return scan_until (self, p);
  if (self->skipped > 0)
    return skip_one (self, p);
  if (*p != '<')
    return scan_text (self, p);
  if (p[1] == '/')
    return scan_end (self, p + 2);
  if (p[1] == '!')
    return scan_declaration (self, p);
  if (p[1] == '?')
    {
      self->place = IN_INSTRUCTION;
      return p + 2;
    }
  return scan_start (self, p + 1);
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
