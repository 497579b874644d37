/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Names of encodings as people write them. */

#include "config.h"

#include "import/mer-text-encoding.h"

#include <string.h>

/* Small letters and digits of the spelling, then the name that iconv knows. */
static const struct
{
  const char *spelling;
  const char *name;
} spellings[] = {
  { "1251", "WINDOWS-1251" },
  { "cp1251", "WINDOWS-1251" },
  { "win", "WINDOWS-1251" },
  { "win1251", "WINDOWS-1251" },
  { "windows", "WINDOWS-1251" },
  { "windows1251", "WINDOWS-1251" },
  { "xcp1251", "WINDOWS-1251" },
  { "mscyrl", "WINDOWS-1251" },
  { "ansi", "WINDOWS-1251" },
  { "866", "CP866" },
  { "cp866", "CP866" },
  { "ibm866", "CP866" },
  { "csibm866", "CP866" },
  { "dos", "CP866" },
  { "dos866", "CP866" },
  { "oem", "CP866" },
  { "oem866", "CP866" },
  { "koi8", "KOI8-R" },
  { "koi8r", "KOI8-R" },
  { "cskoi8r", "KOI8-R" },
  { "20866", "KOI8-R" },
  { "cp20866", "KOI8-R" },
  { "koi8u", "KOI8-U" },
  { "mac", "MAC-CYRILLIC" },
  { "maccyrillic", "MAC-CYRILLIC" },
  { "xmaccyrillic", "MAC-CYRILLIC" },
  { "macintoshcyrillic", "MAC-CYRILLIC" },
  { "cp10007", "MAC-CYRILLIC" },
  { "10007", "MAC-CYRILLIC" },
  { "88595", "ISO-8859-5" },
  { "iso88595", "ISO-8859-5" },
  { "cp28595", "ISO-8859-5" },
  { "cyrillic", "ISO-8859-5" },
  { "utf8", "UTF-8" },
  { "utf8bom", "UTF-8" },
  { "utf8sig", "UTF-8" },
  { "cp65001", "UTF-8" },
  { "65001", "UTF-8" },
  { "utf16", "UTF-16" },
  { "unicode", "UTF-16" },
  { "ucs2", "UTF-16" },
  { "utf16le", "UTF-16LE" },
  { "ucs2le", "UTF-16LE" },
  { "utf16be", "UTF-16BE" },
  { "ucs2be", "UTF-16BE" },
  { "utf32", "UTF-32" },
  { "ucs4", "UTF-32" },
  { "utf32le", "UTF-32LE" },
  { "ucs4le", "UTF-32LE" },
  { "utf32be", "UTF-32BE" },
  { "ucs4be", "UTF-32BE" },
  { "utf7", "UTF-7" },
  { "ascii", "UTF-8" },
  { "usascii", "UTF-8" },
};

static char *
fold (const char *name)
{
  GString *out = g_string_new (NULL);

  for (; *name != '\0'; name++)
    {
      if (g_ascii_isalnum (*name))
        g_string_append_c (out, g_ascii_tolower (*name));
    }
  return g_string_free (out, FALSE);
}

char *
mer_text_encoding_canonical (const char *name)
{
  g_autofree char *key = fold (name);

  /* A slash would ask iconv to leave out or replace letters. */
  if (*key == '\0' || strchr (name, '/') != NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      if (strcmp (spellings[i].spelling, key) == 0)
        return g_strdup (spellings[i].name);
    }
  return g_ascii_strup (name, -1);
}
