/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One cell of an ODS table. */

#include "config.h"

#include "import/mer-ods-cell.h"

#include <string.h>

#include "import/mer-office-moment.h"
#include "import/mer-sheet-rows.h"

#define MAX_NUMBER G_MAXINT32

void
mer_ods_cell_init (MerOdsCell *self)
{
  self->style = g_string_new (NULL);
  self->value = g_string_new (NULL);
  self->text = g_string_new (NULL);
}

void
mer_ods_cell_clear (MerOdsCell *self)
{
  if (self->text == NULL)
    return;
  g_string_free (self->style, TRUE);
  g_string_free (self->value, TRUE);
  g_string_free (g_steal_pointer (&self->text), TRUE);
}

/* --- attributes */

static guint64
parse_number (const char *text,
              gsize       length,
              guint64     fallback)
{
  guint64 value = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return fallback;
      value = MIN (value * 10 + (guint64) (text[i] - '0'), MAX_NUMBER);
    }
  return length > 0 ? value : fallback;
}

guint64
mer_ods_attribute_number (const xmlChar **attributes,
                          int             n_attributes,
                          const char     *name,
                          guint64         fallback)
{
  gsize       length = 0;
  const char *text = mer_xml_attribute (attributes, n_attributes, name, &length);

  return text != NULL ? parse_number (text, length, fallback) : fallback;
}

static MerOdsType
parse_type (const char *text,
            gsize       length)
{
  static const struct
  {
    const char *name;
    MerOdsType  type;
  } types[] = {
    { "float", MER_ODS_NUMBER },
    { "currency", MER_ODS_NUMBER },
    { "percentage", MER_ODS_PERCENTAGE },
    { "boolean", MER_ODS_BOOLEAN },
    { "date", MER_ODS_DATE },
    { "time", MER_ODS_TIME },
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      if (strlen (types[i].name) == length && memcmp (types[i].name, text, length) == 0)
        return types[i].type;
    }
  return MER_ODS_TEXT;
}

/* An ampersand stands escaped in an attribute. */
static void
take_value (GString    *value,
            const char *text,
            gsize       length)
{
  g_string_truncate (value, 0);
  g_string_append_len (value, text, (gssize) length);
  if (memchr (text, '&', length) != NULL)
    g_string_replace (value, "&#38;", "&", 0);
}

/* The type is given a second time by LibreOffice, in a name space of its own, where an error has
 * one; the file's own type of an error is a text, which the paragraphs show. */
static void
take_attribute (MerOdsCell *self,
                const char *name,
                const char *prefix,
                const char *text,
                gsize       length)
{
  if (strcmp (name, "value-type") == 0)
    {
      if (prefix == NULL || strcmp (prefix, "calcext") != 0)
        self->type = parse_type (text, length);
    }
  else if (strcmp (name, "style-name") == 0)
    take_value (self->style, text, length);
  else if (strcmp (name, "number-columns-repeated") == 0)
    self->repeat = MAX (parse_number (text, length, 1), 1);
  else if (strcmp (name, "formula") == 0)
    self->formula = TRUE;
  else if (strcmp (name, "number-rows-spanned") == 0)
    self->rows = (gint64) parse_number (text, length, 1);
  else if (strcmp (name, "value") == 0 || strcmp (name, "date-value") == 0 ||
           strcmp (name, "time-value") == 0 || strcmp (name, "boolean-value") == 0 ||
           strcmp (name, "string-value") == 0)
    take_value (self->value, text, length);
}

void
mer_ods_cell_start (MerOdsCell     *self,
                    const xmlChar **attributes,
                    int             n_attributes)
{
  self->type = MER_ODS_TEXT;
  self->formula = FALSE;
  self->repeat = 1;
  self->rows = 1;
  self->n_paragraphs = 0;
  g_string_truncate (self->style, 0);
  g_string_truncate (self->value, 0);
  g_string_truncate (self->text, 0);
  for (int i = 0; i < n_attributes; i++, attributes += 5)
    take_attribute (self, (const char *) attributes[0], (const char *) attributes[1],
                    (const char *) attributes[3], (gsize) (attributes[4] - attributes[3]));
}

/* --- paragraphs */

void
mer_ods_cell_start_paragraph (MerOdsCell *self)
{
  if (self->n_paragraphs++ > 0)
    g_string_append_c (self->text, '\n');
  self->blank_waits = FALSE;
  self->at_start = TRUE;
}

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

void
mer_ods_cell_add_text (MerOdsCell *self,
                       const char *text,
                       gsize       length)
{
  const char *end = text + length;

  while (text < end)
    {
      const char *from = text;

      while (text < end && !is_blank (*text))
        text++;
      if (text > from)
        {
          if (self->blank_waits)
            g_string_append_c (self->text, ' ');
          g_string_append_len (self->text, from, text - from);
          self->blank_waits = FALSE;
          self->at_start = FALSE;
        }
      for (; text < end && is_blank (*text); text++)
        self->blank_waits = !self->at_start;
    }
}

void
mer_ods_cell_add_space (MerOdsCell *self,
                        char        space,
                        guint64     n)
{
  if (self->blank_waits)
    g_string_append_c (self->text, ' ');
  /* One more than a cell may hold is refused by whom it belongs to. */
  for (n = MIN (n, MER_SHEET_MAX_TEXT + 1); n > 0; n--)
    g_string_append_c (self->text, space);
  self->blank_waits = FALSE;
  self->at_start = FALSE;
}

/* --- the value */

/* LibreOffice writes a formula that is true as the number 1, shown as «ИСТИНА». */
static gboolean
is_logical_result (const MerOdsCell *self)
{
  if (!self->formula || self->type != MER_ODS_NUMBER || self->value->len != 1 ||
      (self->value->str[0] != '0' && self->value->str[0] != '1') || self->text->len == 0)
    return FALSE;
  for (char *p = self->text->str; *p != 0; p = g_utf8_next_char (p))
    {
      if (!g_unichar_isalpha (g_utf8_get_char (p)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_true (const GString *value)
{
  return g_str_equal (value->str, "true") || g_str_equal (value->str, "1");
}

void
mer_ods_cell_append_to (const MerOdsCell *self,
                        MerXlsxFormat     format,
                        GString          *out)
{
  const GString *shown = self->value->len > 0 ? self->value : self->text;

  if ((self->type == MER_ODS_BOOLEAN && self->value->len > 0) || is_logical_result (self))
    {
      g_string_append (out, is_true (self->value) ? "да" : "нет");
      return;
    }
  if (self->type == MER_ODS_NUMBER || self->type == MER_ODS_PERCENTAGE)
    {
      if (self->type == MER_ODS_PERCENTAGE)
        format = MER_XLSX_PERCENT;
      mer_xlsx_format_number (shown->str, shown->len, format, FALSE, out);
      return;
    }
  if (self->type == MER_ODS_DATE &&
      mer_office_append_iso (self->value->str, self->value->len, format, out))
    return;
  if (self->type == MER_ODS_TIME &&
      mer_office_append_duration (self->value->str, self->value->len, format, out))
    return;
  g_string_append_len (out, shown->str, (gssize) shown->len);
}
