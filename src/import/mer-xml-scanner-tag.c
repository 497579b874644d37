/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tags of XML: names, attributes, and the elements that are open. */

#include "config.h"

#include "import/mer-xml-scanner-private.h"

#define MAX_NAME 4096

static gboolean
begins_name (guint8 byte)
{
  return (mer_xml_classes[byte] & NAME) != 0 && !g_ascii_isdigit (byte) && byte != '-' &&
         byte != '.';
}

/* Over a name, and the colon behind its prefix; NULL when it has none, or when what follows the
 * colon could not be a name itself: then the whole is the name, as the library has it. */
static guint8 *
skip_name (guint8  *p,
           guint8 **colon)
{
  const guint8 *name = p;

  p = skip (p, NAME);
  *colon = *p == ':' && p > name && begins_name (p[1]) ? p : NULL;
  return *p == ':' ? skip (p + 1, NAME | COLON) : p;
}

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
          character = mer_xml_reference (p, attribute->value_end, &p);
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
      *to++ = mer_xml_classes[*p] & SPACE ? ' ' : *p;
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
      while (!(mer_xml_classes[*p] & VALUE_STOP))
        p++;
      if (*p == quote)
        break;
      if (*p == '"' || *p == '\'')
        continue;
      if (*p != '&' && !(mer_xml_classes[*p] & SPACE))
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

guint8 *
mer_xml_scan_start (MerXmlScanner *self,
                    guint8        *p)
{
  guint8  *name = p;
  guint8  *colon = NULL;
  guint8  *name_end = skip_name (p, &colon);
  gboolean empty = FALSE;

  p = name_end;
  if (!begins_name (*name) && *name != ':')
    return stuck (self, name);
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

guint8 *
mer_xml_scan_end (MerXmlScanner *self,
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
