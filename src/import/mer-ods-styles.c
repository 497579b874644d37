/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Styles of ODS files. A cell style names a data style, or a parent that does; they come in any
 * order, so names are followed when a style is asked for. */

#include "config.h"

#include "import/mer-ods-styles.h"

#include <string.h>

#define STYLES "styles.xml"
#define MAX_STYLES 65536
#define MAX_PARENTS 16

/* A cell style. */
typedef struct
{
  char *data_style; /* nullable */
  char *parent;     /* nullable */
} CellStyle;

struct _MerOdsStyles
{
  GHashTable *cell_styles;   /* name → CellStyle */
  GHashTable *data_styles;   /* name → MerXlsxFormat */
  GHashTable *hidden_tables; /* set of names of sheet styles */

  char         *data_style; /* that is open */
  MerXlsxFormat format;     /* of it */
  char         *table_style;
};

static void
cell_style_free (gpointer data)
{
  CellStyle *self = data;

  g_free (self->data_style);
  g_free (self->parent);
  g_free (self);
}

MerOdsStyles *
mer_ods_styles_new (void)
{
  MerOdsStyles *self = g_new0 (MerOdsStyles, 1);

  self->cell_styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, cell_style_free);
  self->data_styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->hidden_tables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
mer_ods_styles_free (MerOdsStyles *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->cell_styles);
  g_hash_table_unref (self->data_styles);
  g_hash_table_unref (self->hidden_tables);
  g_free (self->data_style);
  g_free (self->table_style);
  g_free (self);
}

/* --- gathering */

/* What an element inside a data style adds to it. */
static guint
format_of_element (const char *name)
{
  static const struct
  {
    const char *name;
    guint       format;
  } elements[] = {
    { "day", MER_XLSX_DATE },
    { "month", MER_XLSX_DATE },
    { "year", MER_XLSX_DATE },
    { "day-of-week", MER_XLSX_DATE },
    { "quarter", MER_XLSX_DATE },
    { "hours", MER_XLSX_TIME },
    { "minutes", MER_XLSX_TIME },
    { "seconds", MER_XLSX_TIME | MER_XLSX_SECONDS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    {
      if (strcmp (name, elements[i].name) == 0)
        return elements[i].format;
    }
  return 0;
}

static void
start_data_style (MerOdsStyles   *self,
                  const char     *name,
                  const xmlChar **attributes,
                  int             n_attributes)
{
  g_autofree char *overflow =
    mer_xml_attribute_dup (attributes, n_attributes, "truncate-on-overflow");

  g_free (self->data_style);
  self->data_style = mer_xml_attribute_dup (attributes, n_attributes, "name");
  self->format = g_str_equal (name, "percentage-style") ? MER_XLSX_PERCENT : MER_XLSX_PLAIN;
  if (g_strcmp0 (overflow, "false") == 0)
    self->format |= MER_XLSX_ELAPSED;
}

static void
start_style (MerOdsStyles   *self,
             const xmlChar **attributes,
             int             n_attributes)
{
  g_autofree char *family = mer_xml_attribute_dup (attributes, n_attributes, "family");
  g_autofree char *name = mer_xml_attribute_dup (attributes, n_attributes, "name");

  g_clear_pointer (&self->table_style, g_free);
  if (name == NULL || g_hash_table_size (self->cell_styles) >= MAX_STYLES)
    return;
  if (g_strcmp0 (family, "table") == 0)
    self->table_style = g_steal_pointer (&name);
  else if (g_strcmp0 (family, "table-cell") == 0)
    {
      CellStyle *style = g_new0 (CellStyle, 1);

      style->data_style = mer_xml_attribute_dup (attributes, n_attributes, "data-style-name");
      style->parent = mer_xml_attribute_dup (attributes, n_attributes, "parent-style-name");
      g_hash_table_insert (self->cell_styles, g_steal_pointer (&name), style);
    }
}

static void
start_table_properties (MerOdsStyles   *self,
                        const xmlChar **attributes,
                        int             n_attributes)
{
  g_autofree char *display = mer_xml_attribute_dup (attributes, n_attributes, "display");

  if (self->table_style != NULL && g_strcmp0 (display, "false") == 0 &&
      g_hash_table_size (self->hidden_tables) < MAX_STYLES)
    g_hash_table_add (self->hidden_tables, g_strdup (self->table_style));
}

void
mer_ods_styles_start (MerOdsStyles   *self,
                      const char     *name,
                      const xmlChar **attributes,
                      int             n_attributes)
{
  if (self->data_style != NULL)
    self->format |= format_of_element (name);
  else if (g_str_equal (name, "date-style") || g_str_equal (name, "time-style") ||
           g_str_equal (name, "percentage-style"))
    start_data_style (self, name, attributes, n_attributes);
  else if (g_str_equal (name, "style"))
    start_style (self, attributes, n_attributes);
  else if (g_str_equal (name, "table-properties"))
    start_table_properties (self, attributes, n_attributes);
}

void
mer_ods_styles_end (MerOdsStyles *self,
                    const char   *name)
{
  if (self->data_style == NULL || !g_str_has_suffix (name, "-style"))
    return;
  if (g_hash_table_size (self->data_styles) < MAX_STYLES)
    g_hash_table_insert (self->data_styles, g_steal_pointer (&self->data_style),
                         GUINT_TO_POINTER (self->format));
  g_clear_pointer (&self->data_style, g_free);
}

/* --- the part of common styles */

static void
start_cb (gpointer        data,
          const char     *name,
          const xmlChar **attributes,
          int             n_attributes)
{
  mer_ods_styles_start (data, name, attributes, n_attributes);
}

static void
end_cb (gpointer    data,
        const char *name)
{
  mer_ods_styles_end (data, name);
}

static const MerXmlHandler handler = { start_cb, end_cb, NULL, FALSE };

gboolean
mer_ods_styles_load (MerOdsStyles     *self,
                     MerOfficeArchive *archive,
                     GError          **error)
{
  if (!mer_office_archive_has (archive, STYLES))
    return TRUE;
  return mer_xml_part_run (archive, STYLES, &handler, self, error);
}

/* --- asking */

MerXlsxFormat
mer_ods_styles_format (MerOdsStyles *self,
                       const char   *name)
{
  /* A style may be its own parent. */
  for (guint i = 0; name != NULL && i < MAX_PARENTS; i++)
    {
      const CellStyle *style = g_hash_table_lookup (self->cell_styles, name);

      if (style == NULL)
        break;
      if (style->data_style != NULL)
        return GPOINTER_TO_UINT (g_hash_table_lookup (self->data_styles, style->data_style));
      name = style->parent;
    }
  return MER_XLSX_PLAIN;
}

gboolean
mer_ods_styles_is_hidden (MerOdsStyles *self,
                          const char   *name)
{
  return g_hash_table_contains (self->hidden_tables, name);
}
