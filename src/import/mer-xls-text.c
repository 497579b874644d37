/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Texts of XLS files: UTF-16 with or without its upper bytes, or bytes of a code page, over as
 * many records as they take. NUL is left out: it ends texts elsewhere. */

#include "config.h"

#include "import/mer-xls-text.h"

#include <errno.h>
#include <string.h>

#define REPLACEMENT 0xfffd

enum
{
  TEXT_WIDE = 1 << 0,
  TEXT_READINGS = 1 << 2,
  TEXT_FORMATTED = 1 << 3,
};

/* --- the cursor */

/* Whether there is a byte to read, if need be in the record that continues this one. */
static gboolean
has_more (MerXlsCursor *self)
{
  while (self->at >= self->records->length)
    {
      if (!mer_xls_records_continue (self->records))
        return FALSE;
      self->at = 0;
    }
  return TRUE;
}

gboolean
mer_xls_cursor_get (MerXlsCursor *self,
                    guint8       *bytes,
                    gsize         n)
{
  for (gsize i = 0; i < n; i++)
    {
      if (!has_more (self))
        return FALSE;
      bytes[i] = self->records->data[self->at++];
    }
  return TRUE;
}

gboolean
mer_xls_cursor_skip (MerXlsCursor *self,
                     guint64       n)
{
  while (n > 0)
    {
      gsize step = 0;

      if (!has_more (self))
        return FALSE;
      step = (gsize) MIN (n, self->records->length - self->at);
      self->at += step;
      n -= step;
    }
  return TRUE;
}

/* --- UTF-16 */

typedef struct
{
  GString *out;
  gunichar high; /* a first half whose second has not come yet, or 0 */
} Utf16;

static void
put_unit (Utf16  *self,
          guint16 unit)
{
  if (self->high != 0 && unit >= 0xdc00 && unit <= 0xdfff)
    {
      g_string_append_unichar (self->out,
                               0x10000 + ((self->high - 0xd800) << 10) + (unit - 0xdc00u));
      self->high = 0;
      return;
    }
  if (self->high != 0)
    g_string_append_unichar (self->out, REPLACEMENT);
  self->high = unit >= 0xd800 && unit <= 0xdbff ? unit : 0;
  if (self->high != 0 || unit == 0)
    return;
  if (unit < 0x80)
    g_string_append_c (self->out, (char) unit);
  else
    g_string_append_unichar (self->out, unit >= 0xdc00 && unit <= 0xdfff ? REPLACEMENT : unit);
}

/* The units that the record at hand has room for. */
static guint
put_units (MerXlsCursor *self,
           guint         n_units,
           gboolean      wide,
           Utf16        *to)
{
  gsize         size = wide ? 2 : 1;
  guint         n = (guint) MIN (n_units, (self->records->length - self->at) / size);
  const guint8 *p = self->records->data + self->at;

  for (guint i = 0; i < n; i++, p += size)
    put_unit (to, wide ? mer_xls_get16 (p) : *p);
  self->at += n * size;
  return n;
}

/* Where the units are cut by the end of a record, flags stand again at the head of the next: the
 * rest may have another width. */
static gboolean
get_units (MerXlsCursor *self,
           guint         n_units,
           guint8        flags,
           GString      *out)
{
  Utf16 to = { out, 0 };

  for (;;)
    {
      n_units -= put_units (self, n_units, (flags & TEXT_WIDE) != 0, &to);
      if (n_units == 0)
        break;
      /* Half a unit at the end of a record is none. */
      if (!mer_xls_records_continue (self->records))
        return FALSE;
      self->at = 0;
      if (!mer_xls_cursor_get (self, &flags, 1))
        return FALSE;
    }
  if (to.high != 0)
    g_string_append_unichar (out, REPLACEMENT);
  return TRUE;
}

gboolean
mer_xls_cursor_text (MerXlsCursor *self,
                     guint         n_units,
                     GString      *out)
{
  guint8  flags = 0;
  guint8  bytes[4] = { 0 };
  guint64 behind = 0;

  if (!mer_xls_cursor_get (self, &flags, 1))
    return n_units == 0;
  if (flags & TEXT_FORMATTED)
    {
      if (!mer_xls_cursor_get (self, bytes, 2))
        return FALSE;
      behind = 4 * (guint64) mer_xls_get16 (bytes);
    }
  if (flags & TEXT_READINGS)
    {
      if (!mer_xls_cursor_get (self, bytes, 4))
        return FALSE;
      behind += mer_xls_get32 (bytes);
    }
  return get_units (self, n_units, flags, out) && mer_xls_cursor_skip (self, behind);
}

/* --- code pages */

typedef struct
{
  guint16     number;
  const char *name;
} KnownPage;

static const KnownPage known_pages[] = {
  { 367, "ASCII" },
  { 437, "CP437" },
  { 850, "CP850" },
  { 852, "CP852" },
  { 855, "CP855" },
  { 866, "CP866" },
  { 874, "CP874" },
  { 932, "CP932" },
  { 936, "GBK" },
  { 949, "CP949" },
  { 950, "BIG5" },
  { 1250, "WINDOWS-1250" },
  { 1251, "WINDOWS-1251" },
  { 1253, "WINDOWS-1253" },
  { 1254, "WINDOWS-1254" },
  { 1255, "WINDOWS-1255" },
  { 1256, "WINDOWS-1256" },
  { 1257, "WINDOWS-1257" },
  { 1258, "WINDOWS-1258" },
  { 10000, "MACINTOSH" },
  { 10007, "MAC-CYRILLIC" },
  { 0x8000, "MACINTOSH" },
};

void
mer_xls_codepage_init (MerXlsCodepage *self,
                       const char     *encoding,
                       guint16         number)
{
  mer_xls_codepage_clear (self);
  self->name = encoding;
  for (guint i = 0; i < G_N_ELEMENTS (known_pages) && self->name == NULL; i++)
    {
      if (known_pages[i].number == number)
        self->name = known_pages[i].name;
    }
  if (self->name != NULL)
    self->iconv = g_iconv_open ("UTF-8", self->name);
  if (self->name == NULL || self->iconv == (GIConv) -1)
    {
      self->name = "WINDOWS-1252";
      self->iconv = g_iconv_open ("UTF-8", self->name);
    }
}

void
mer_xls_codepage_clear (MerXlsCodepage *self)
{
  if (self->name != NULL && self->iconv != (GIConv) -1)
    g_iconv_close (self->iconv);
  self->name = NULL;
}

static void
append_converted (const MerXlsCodepage *codepage,
                  char                 *bytes,
                  gsize                 n,
                  GString              *out)
{
  char  buffer[256];
  char *from = bytes;

  g_iconv (codepage->iconv, NULL, NULL, NULL, NULL);
  while (n > 0)
    {
      char *to = buffer;
      gsize room = sizeof buffer;
      gsize done = g_iconv (codepage->iconv, &from, &n, &to, &room);
      int   code = errno;

      for (const char *p = buffer; p < to; p++)
        {
          if (*p != 0)
            g_string_append_c (out, *p);
        }
      if (done == (gsize) -1 && code != E2BIG)
        {
          g_string_append_unichar (out, REPLACEMENT);
          from++;
          n--;
        }
    }
}

gboolean
mer_xls_cursor_bytes (MerXlsCursor         *self,
                      const MerXlsCodepage *codepage,
                      guint                 n,
                      GString              *out)
{
  g_autofree char *bytes = g_malloc (n + 1u);

  if (!mer_xls_cursor_get (self, (guint8 *) bytes, n))
    return FALSE;
  append_converted (codepage, bytes, n, out);
  return TRUE;
}
