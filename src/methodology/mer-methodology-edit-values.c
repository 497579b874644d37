/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Values of properties as text, held to what the schema allows: whatever these let pass can be
 * written and read again. */

#include <glib/gi18n.h>

#include "core/mer-day.h"
#include "methodology/mer-methodology-edit-private.h"

/* Larger denominators could not be written back in the form that the schema allows. */
#define MAX_DENOMINATOR 1000000
#define MAX_WHOLE 6      /* digits of a decimal before its point */
#define MAX_DECIMALS 18  /* and after it */
#define MAX_NUMERATOR 12 /* digits of a fraction */

gboolean
mer_edit_fail (GError **error, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list          arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, MER_METHODOLOGY_ERROR, MER_METHODOLOGY_ERROR_INVALID, text);
  return FALSE;
}

gboolean
mer_methodology_can_hold (const MerRational *number)
{
  g_autofree char *text = NULL;
  gsize            whole, rest;

  if (number->big != NULL || number->num < 0 || number->den > MAX_DENOMINATOR)
    return FALSE;
  text = mer_rational_to_string (number);
  whole = strspn (text, "0123456789");
  rest = strlen (text) - whole;
  if (text[whole] == '/')
    return whole <= MAX_NUMERATOR;
  return whole <= MAX_WHOLE && rest <= MAX_DECIMALS + 1;
}

gboolean
mer_methodology_parse_number (const char *text, MerRational *number)
{
  g_auto (MerRational) parsed = MER_RATIONAL_ZERO;

  if (!mer_rational_parse (text, &parsed) || !mer_methodology_can_hold (&parsed))
    return FALSE;
  *number = mer_rational_copy (&parsed);
  return TRUE;
}

/* XML has no way to write these, not even as references. */
static gboolean
is_writable (const char *text)
{
  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  for (const char *c = text; *c != '\0'; c += g_utf8_skip[(guchar) *c])
    {
      gunichar u = g_utf8_get_char (c);

      if ((u < 0x20 && strchr ("\t\n\r", (int) u) == NULL) || (u & 0xfffe) == 0xfffe)
        return FALSE;
    }
  return TRUE;
}

/* Runs of white space as one space, as the reader sees them. */
static char *
collapse (const char *value)
{
  GString *text = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *c = value; *c != '\0'; c++)
    if (strchr (" \t\n\r", *c) != NULL)
      space = TRUE;
    else
      {
        if (space && text->len > 0)
          g_string_append_c (text, ' ');
        g_string_append_c (text, *c);
        space = FALSE;
      }
  return g_string_free (text, FALSE);
}

char *
mer_value_text (const char *value, guint maximum, GError **error)
{
  g_autofree char *text = NULL;

  if (!is_writable (value))
    {
      mer_edit_fail (error, "%s", _("The text has characters that cannot be kept."));
      return NULL;
    }
  text = collapse (value);
  if (g_utf8_strlen (text, -1) > (glong) maximum)
    {
      mer_edit_fail (error, _("The text is longer than %u characters."), maximum);
      return NULL;
    }
  return g_steal_pointer (&text);
}

GStrv
mer_value_lines (const char *value, GError **error)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) given = g_strsplit_set (value, "\n\r", -1);

  for (guint i = 0; given[i] != NULL; i++)
    {
      g_autofree char *line = mer_value_text (given[i], MER_MAX_TEXT, error);

      if (line == NULL)
        return NULL;
      if (line[0] != '\0')
        g_strv_builder_add (lines, line);
    }
  return g_strv_builder_end (lines);
}

GStrv
mer_value_words (const char *value)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) given = g_strsplit_set (value, " \t\n\r,;", -1);

  for (guint i = 0; given[i] != NULL; i++)
    if (given[i][0] != '\0')
      g_strv_builder_add (words, given[i]);
  return g_strv_builder_end (words);
}

gboolean
mer_value_number (const char *value, MerRational *number, GError **error)
{
  g_autofree char *text = g_strstrip (g_strdup (value));

  if (text[0] == '\0')
    return mer_edit_fail (error, "%s", _("A number is missing."));
  if (!mer_methodology_parse_number (text, number))
    return mer_edit_fail (error, _("“%s” is not a number that can be used here."), text);
  return TRUE;
}

gboolean
mer_value_yes (const char *value, gboolean *yes, GError **error)
{
  *yes = strcmp (value, "yes") == 0;
  if (!*yes && strcmp (value, "no") != 0)
    return mer_edit_fail (error, _("“%s” is neither “yes” nor “no”."), value);
  return TRUE;
}

gboolean
mer_value_date (const char *value, GError **error)
{
  return mer_day_is_iso (value) ||
         mer_edit_fail (error, _("“%s” is not a date."), value);
}

gboolean
mer_code_is_well_formed (const char *code)
{
  static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-";
  gsize             length = strlen (code);

  return length > 0 && length <= MER_MAX_CODE && strspn (code, letters) == length &&
         g_ascii_isalnum (code[0]);
}
