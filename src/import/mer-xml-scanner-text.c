/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Texts of XML: characters, references, line ends and CDATA; and what is walked over. */

#define _GNU_SOURCE /* memmem */
#include "config.h"

#include "import/mer-xml-scanner-private.h"

#define MAX_REFERENCE 2048

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

gunichar
mer_xml_reference (const guint8  *p,
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
      if (!(mer_xml_classes[text[i]] & SPACE))
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
  gunichar      character = mer_xml_reference (p, self->end, &behind);
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
guint8 *
mer_xml_scan_text (MerXmlScanner *self,
                   guint8        *p)
{
  guint8 *from = p;

  if (*p == '&')
    return emit_reference (self, p);
  if (*p == '\r')
    return emit_line_end (self, p);
  while (!(mer_xml_classes[*p] & TEXT_STOP))
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

      while (p < to && (!(mer_xml_classes[*p] & TEXT_STOP) || *p == '<' || *p == '&'))
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

guint8 *
mer_xml_scan_until (MerXmlScanner *self,
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
guint8 *
mer_xml_scan_declaration (MerXmlScanner *self,
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
