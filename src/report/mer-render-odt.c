/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document for word processors, as OpenDocument text. */
#include "config.h"

#include <glib/gi18n.h>

#include "report/mer-package.h"
#include "report/mer-report-private.h"

#define LINE "<text:line-break/>"
#define PAGE_WIDTH_MM 210.0
#define PAGE_HEIGHT_MM 297.0
#define LOOSE "fo:margin-bottom=\"3pt\" fo:line-height=\"115%\""
#define TIGHT "fo:margin-bottom=\"0pt\" fo:line-height=\"100%\""
#define NAMESPACES                                                            \
  "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "        \
  "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "          \
  "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "            \
  "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "          \
  "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "         \
  "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" " \
  "xmlns:xlink=\"http://www.w3.org/1999/xlink\" "                             \
  "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "                            \
  "xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" "            \
  "xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" "   \
  "office:version=\"1.2\""

typedef struct
{
  const MerBlocks *blocks;
  MerPackage      *package;
  GString         *body;
  GString         *columns; /* styles of the tables' columns */
  GString         *pictures;
  guint            n_tables, n_pictures;
  gboolean         grid; /* of the table that is being written */
  gboolean         new_page;
} Writer;

/* Numbers of XML have a point, whatever the locale. */
static void
append_points (GString *out,
               double   points)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (out, "%spt", g_ascii_formatd (buffer, sizeof buffer, "%.2f", points));
}

static void
append_mm (GString    *out,
           const char *name,
           double      mm)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (out, " fo:%s=\"%smm\"", name,
                          g_ascii_formatd (buffer, sizeof buffer, "%.1f", mm));
}

static double
text_width (const MerBlocks *blocks)
{
  double page = blocks->landscape ? PAGE_HEIGHT_MM : PAGE_WIDTH_MM;

  return (page - blocks->margin_left - blocks->margin_right) * 72 / 25.4;
}

static void
add_paragraph (Writer     *self,
               const char *style,
               const char *text)
{
  g_string_append_printf (self->body, "<text:p text:style-name=\"%s%s\">", style,
                          self->new_page ? "Break" : "");
  mer_xml_append (self->body, text, LINE);
  g_string_append (self->body, "</text:p>\n");
  self->new_page = FALSE;
}

static void
add_heading (Writer     *self,
             const char *text)
{
  g_string_append_printf (self->body, "<text:h text:style-name=\"Heading%s\" "
                                      "text:outline-level=\"1\">",
                          self->new_page ? "Break" : "");
  mer_xml_append (self->body, text, LINE);
  g_string_append (self->body, "</text:h>\n");
  self->new_page = FALSE;
}

/* --- tables -------------------------------------------------------------------------------- */

static double
column_width (const Writer   *self,
              const MerTable *table,
              guint           index)
{
  double fixed = 0;
  guint  n_free = 0;

  for (guint i = 0; i < table->columns->len; i++)
    {
      double width = ((MerTableColumn *) g_ptr_array_index (table->columns, i))->width;

      if (i == index && width > 0)
        return width;
      fixed += width;
      n_free += width <= 0;
    }
  return MAX ((text_width (self->blocks) - fixed) / n_free, 60);
}

static void
add_column (Writer         *self,
            const MerTable *table,
            guint           index)
{
  g_string_append_printf (self->columns,
                          "<style:style style:name=\"t%uc%u\" style:family=\"table-column\">"
                          "<style:table-column-properties style:column-width=\"",
                          self->n_tables, index);
  append_points (self->columns, column_width (self, table, index));
  g_string_append (self->columns, "\"/></style:style>\n");
  g_string_append_printf (self->body, "<table:table-column table:style-name=\"t%uc%u\"/>",
                          self->n_tables, index);
}

static void
add_cell (Writer     *self,
          const char *text,
          guint       span,
          MerAlign    align,
          gboolean    bold)
{
  static const char *const styles[] = { "Cell", "CellRight", "CellCentre" };

  g_string_append_printf (self->body, "<table:table-cell table:style-name=\"%s\" "
                                      "office:value-type=\"string\"",
                          self->grid ? "CellGrid" : "Cell");
  if (span > 1)
    g_string_append_printf (self->body, " table:number-columns-spanned=\"%u\"", span);
  g_string_append_printf (self->body, "><text:p text:style-name=\"%s%s\">",
                          styles[MIN ((guint) align, G_N_ELEMENTS (styles) - 1)],
                          bold ? "Bold" : "");
  mer_xml_append (self->body, text, LINE);
  g_string_append (self->body, "</text:p></table:table-cell>");
  for (guint i = 1; i < span; i++)
    g_string_append (self->body, "<table:covered-table-cell/>");
}

static void
add_row (Writer         *self,
         const MerTable *table,
         guint           row)
{
  GStrv cells = g_ptr_array_index (table->rows, row);

  g_string_append (self->body, "<table:table-row>");
  if (mer_table_is_section (table, row))
    add_cell (self, cells[0], table->columns->len, MER_ALIGN_LEFT, TRUE);
  else
    for (guint i = 0; i < table->columns->len; i++)
      {
        const MerTableColumn *column = g_ptr_array_index (table->columns, i);

        add_cell (self, cells[i], 1, column->align, column->bold);
      }
  g_string_append (self->body, "</table:table-row>\n");
}

static void
add_table (Writer         *self,
           const MerTable *table)
{
  self->n_tables++;
  self->grid = table->grid;
  g_string_append_printf (self->body, "<table:table table:name=\"Table%u\">", self->n_tables);
  for (guint i = 0; i < table->columns->len; i++)
    add_column (self, table, i);
  g_string_append (self->body, "<table:table-header-rows><table:table-row>");
  for (guint i = 0; i < table->columns->len; i++)
    {
      const MerTableColumn *column = g_ptr_array_index (table->columns, i);

      add_cell (self, column->header, 1, column->align, TRUE);
    }
  g_string_append (self->body, "</table:table-row></table:table-header-rows>\n");
  for (guint row = 0; row < table->rows->len; row++)
    add_row (self, table, row);
  g_string_append (self->body, "</table:table>\n<text:p text:style-name=\"Cell\"/>\n");
}

/* --- the other blocks ---------------------------------------------------------------------- */

static gboolean
add_picture (Writer          *self,
             const MerFigure *figure,
             guint           *first)
{
  double width = text_width (self->blocks);
  double height = 0;
  g_autoptr (GBytes) png = mer_figure_to_png (figure, width, first, &height);
  g_autofree char *name = g_strdup_printf ("Pictures/figure%u.png", self->n_pictures + 1);
  gsize            length = 0;
  const char      *data = png != NULL ? g_bytes_get_data (png, &length) : NULL;

  if (data == NULL)
    return FALSE;
  self->n_pictures++;
  mer_package_add (self->package, name, data, (gssize) length, TRUE);
  g_string_append_printf (self->pictures,
                          "<manifest:file-entry manifest:full-path=\"%s\" "
                          "manifest:media-type=\"image/png\"/>",
                          name);
  g_string_append_printf (self->body,
                          "<text:p text:style-name=\"Cell\"><draw:frame draw:name=\"figure%u\" "
                          "text:anchor-type=\"as-char\" svg:width=\"",
                          self->n_pictures);
  append_points (self->body, width);
  g_string_append (self->body, "\" svg:height=\"");
  append_points (self->body, height);
  g_string_append_printf (self->body, "\"><draw:image xlink:href=\"%s\" xlink:type=\"simple\"/>"
                                      "<svg:desc>",
                          name);
  mer_xml_append (self->body, figure->description != NULL ? figure->description : "", " ");
  g_string_append (self->body, "</svg:desc></draw:frame></text:p>\n");
  return TRUE;
}

static void
add_figure (Writer          *self,
            const MerFigure *figure)
{
  guint first = 0;

  while (add_picture (self, figure, &first))
    ;
}

static void
add_signature (Writer         *self,
               const MerBlock *block)
{
  g_string_append_printf (self->body, "<text:p text:style-name=\"%s\">",
                          block->name != NULL ? "Signature" : "SignatureOpen");
  mer_xml_append (self->body, block->text, LINE);
  g_string_append (self->body, "<text:tab/><text:tab/><text:tab/>");
  mer_xml_append (self->body, block->name != NULL ? block->name : "", LINE);
  g_string_append (self->body, "</text:p>\n");
}

static void
add_block (Writer         *self,
           const MerBlock *block)
{
  static const char *const styles[] = {
    [MER_BLOCK_ANNEX] = "Annex",
    [MER_BLOCK_TITLE] = "Title",
    [MER_BLOCK_SUBTITLE] = "Subtitle",
    [MER_BLOCK_PARAGRAPH] = "Body",
    [MER_BLOCK_CAPTION] = "Caption",
    [MER_BLOCK_NOTE] = "Note",
  };

  if (block->kind == MER_BLOCK_TABLE)
    add_table (self, block->table);
  else if (block->kind == MER_BLOCK_FIGURE)
    add_figure (self, block->figure);
  else if (block->kind == MER_BLOCK_SIGNATURE)
    add_signature (self, block);
  else if (block->kind == MER_BLOCK_PAGE_BREAK)
    self->new_page = TRUE;
  else if (block->kind == MER_BLOCK_HEADING)
    add_heading (self, block->text);
  else if ((guint) block->kind < G_N_ELEMENTS (styles) && styles[block->kind] != NULL)
    add_paragraph (self, styles[block->kind], block->text);
}

/* --- the parts ----------------------------------------------------------------------------- */

static const struct
{
  const char *name;
  const char *paragraph;
  const char *text;
  gboolean    breaks; /* may begin a page */
} styles[] = {
  { "Body", LOOSE " fo:text-align=\"justify\" fo:text-indent=\"12.5mm\"", "", TRUE },
  { "Annex", LOOSE " fo:margin-left=\"90mm\"", "", TRUE },
  { "Title", LOOSE " fo:text-align=\"center\" fo:keep-with-next=\"always\"",
    "fo:font-weight=\"bold\" fo:font-size=\"13pt\"", TRUE },
  { "Subtitle", LOOSE " fo:text-align=\"center\" fo:keep-with-next=\"always\"",
    "fo:font-weight=\"bold\"", TRUE },
  { "Heading", LOOSE " fo:text-align=\"center\" fo:keep-with-next=\"always\" fo:margin-top=\"6pt\"",
    "fo:font-weight=\"bold\" fo:font-size=\"13pt\"", TRUE },
  { "Caption", LOOSE " fo:keep-with-next=\"always\" fo:margin-top=\"6pt\"",
    "fo:font-weight=\"bold\" fo:font-size=\"11pt\"", TRUE },
  { "Note", LOOSE, "fo:font-size=\"9.5pt\"", TRUE },
  { "Cell", TIGHT, "fo:font-size=\"10.5pt\"", FALSE },
  { "CellBold", TIGHT,
    "fo:font-size=\"10.5pt\" fo:font-weight=\"bold\"", FALSE },
  { "CellRight", TIGHT " fo:text-align=\"end\"",
    "fo:font-size=\"10.5pt\"", FALSE },
  { "CellRightBold", TIGHT " fo:text-align=\"end\"",
    "fo:font-size=\"10.5pt\" fo:font-weight=\"bold\"", FALSE },
  { "CellCentre", TIGHT " fo:text-align=\"center\"",
    "fo:font-size=\"10.5pt\"", FALSE },
  { "CellCentreBold", TIGHT " fo:text-align=\"center\"",
    "fo:font-size=\"10.5pt\" fo:font-weight=\"bold\"", FALSE },
};

static void
add_style (GString    *out,
           const char *name,
           const char *suffix,
           const char *paragraph,
           const char *text)
{
  g_string_append_printf (out,
                          "<style:style style:name=\"%s%s\" style:family=\"paragraph\">"
                          "<style:paragraph-properties %s%s/>"
                          "<style:text-properties %s/></style:style>\n",
                          name, suffix, paragraph,
                          *suffix != '\0' ? " fo:break-before=\"page\"" : "", text);
}

static void
add_tab (GString    *out,
         double      position,
         const char *type,
         gboolean    ruled)
{
  g_string_append_printf (out, "<style:tab-stop style:type=\"%s\" style:position=\"", type);
  append_points (out, position);
  g_string_append_printf (out, "\"%s/>",
                          ruled ? " style:leader-style=\"solid\" style:leader-text=\"_\"" : "");
}

/* The post, a line, the name: `open` when the name is to be written, too. */
static void
add_signature_style (GString    *out,
                     const char *name,
                     double      width,
                     gboolean    open)
{
  g_string_append_printf (out,
                          "<style:style style:name=\"%s\" style:family=\"paragraph\">"
                          "<style:paragraph-properties fo:margin-top=\"24pt\" "
                          "fo:keep-together=\"always\"><style:tab-stops>",
                          name);
  add_tab (out, width / 2, "left", FALSE);
  add_tab (out, width * 3 / 4, "right", TRUE);
  add_tab (out, width, "right", open);
  g_string_append (out, "</style:tab-stops></style:paragraph-properties></style:style>\n");
}

static void
add_styles (GString      *out,
            const Writer *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      add_style (out, styles[i].name, "", styles[i].paragraph, styles[i].text);
      if (styles[i].breaks)
        add_style (out, styles[i].name, "Break", styles[i].paragraph, styles[i].text);
    }
  add_signature_style (out, "Signature", text_width (self->blocks), FALSE);
  add_signature_style (out, "SignatureOpen", text_width (self->blocks), TRUE);
  g_string_append (out, "<style:style style:name=\"Cell\" style:family=\"table-cell\">"
                        "<style:table-cell-properties fo:padding=\"2pt\" "
                        "fo:border-bottom=\"0.25pt solid #808080\"/></style:style>\n"
                        "<style:style style:name=\"CellGrid\" style:family=\"table-cell\">"
                        "<style:table-cell-properties fo:padding=\"2pt\" "
                        "fo:border=\"0.5pt solid #000000\"/></style:style>\n");
}

static void
add_content (Writer *self)
{
  g_autoptr (GString) out = g_string_new (
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content " NAMESPACES
    "><office:automatic-styles>\n");

  add_styles (out, self);
  g_string_append (out, self->columns->str);
  g_string_append (out, "</office:automatic-styles><office:body><office:text>\n");
  g_string_append (out, self->body->str);
  g_string_append (out, "</office:text></office:body></office:document-content>");
  mer_package_add (self->package, "content.xml", out->str, (gssize) out->len, FALSE);
}

/* The page, its number on top from page 2, the font. */
static void
add_styles_part (Writer *self)
{
  const MerBlocks *blocks = self->blocks;
  g_autoptr (GString) out = g_string_new (
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-styles " NAMESPACES
    "><office:styles><style:default-style style:family=\"paragraph\"><style:text-properties "
    "style:font-name=\"PT Serif\" fo:font-family=\"'PT Serif', 'Liberation Serif'\" "
    "fo:font-size=\"12pt\"/></style:default-style></office:styles><office:automatic-styles>"
    "<style:style style:name=\"Number\" style:family=\"paragraph\"><style:paragraph-properties "
    "fo:text-align=\"center\"/></style:style><style:page-layout style:name=\"Page\">"
    "<style:page-layout-properties");

  append_mm (out, "page-width", blocks->landscape ? PAGE_HEIGHT_MM : PAGE_WIDTH_MM);
  append_mm (out, "page-height", blocks->landscape ? PAGE_WIDTH_MM : PAGE_HEIGHT_MM);
  append_mm (out, "margin-left", blocks->margin_left);
  append_mm (out, "margin-right", blocks->margin_right);
  append_mm (out, "margin-top", MAX (blocks->margin_top - 10, 5));
  append_mm (out, "margin-bottom", blocks->margin_bottom);
  g_string_append_printf (
    out,
    " style:print-orientation=\"%s\"/><style:header-style><style:header-footer-properties "
    "fo:min-height=\"10mm\"/></style:header-style></style:page-layout></office:automatic-styles>"
    "<office:master-styles><style:master-page style:name=\"Standard\" "
    "style:page-layout-name=\"Page\"><style:header><text:p text:style-name=\"Number\">"
    "<text:page-number/></text:p></style:header><style:header-first><text:p/>"
    "</style:header-first></style:master-page></office:master-styles></office:document-styles>",
    blocks->landscape ? "landscape" : "portrait");
  mer_package_add (self->package, "styles.xml", out->str, -1, FALSE);
}

static void
add_meta (Writer *self)
{
  g_autoptr (GDateTime) now = mer_report_now ();
  g_autofree char *created = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S");
  g_autoptr (GString) out = g_string_new (
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-meta " NAMESPACES
    "><office:meta><dc:title>");

  mer_xml_append (out, self->blocks->title, " ");
  g_string_append (out, "</dc:title><dc:creator>");
  mer_xml_append (out, self->blocks->author != NULL ? self->blocks->author : "", " ");
  g_string_append_printf (out, "</dc:creator><meta:creation-date>%s</meta:creation-date>"
                               "</office:meta></office:document-meta>",
                          created);
  mer_package_add (self->package, "meta.xml", out->str, -1, FALSE);
}

static void
add_manifest (Writer *self)
{
  g_autoptr (GString) out = g_string_new (
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<manifest:manifest "
    "xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
    "manifest:version=\"1.2\"><manifest:file-entry manifest:full-path=\"/\" "
    "manifest:media-type=\"application/vnd.oasis.opendocument.text\"/>");
  static const char *const parts[] = { "content.xml", "styles.xml", "meta.xml" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_string_append_printf (out,
                            "<manifest:file-entry manifest:full-path=\"%s\" "
                            "manifest:media-type=\"text/xml\"/>",
                            parts[i]);
  g_string_append (out, self->pictures->str);
  g_string_append (out, "</manifest:manifest>");
  mer_package_add (self->package, "META-INF/manifest.xml", out->str, -1, FALSE);
}

static GBytes *
render_odt (const MerBlocks *blocks,
            GError         **error)
{
  g_autoptr (MerPackage) package = mer_package_new ();
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (GString) columns = g_string_new (NULL);
  g_autoptr (GString) pictures = g_string_new (NULL);
  Writer self = { blocks, package, body, columns, pictures, 0, 0, FALSE };

  /* the first part tells what it is, and is not compressed */
  mer_package_add (package, "mimetype", "application/vnd.oasis.opendocument.text", -1, TRUE);
  for (guint i = 0; i < blocks->blocks->len; i++)
    add_block (&self, g_ptr_array_index (blocks->blocks, i));
  add_content (&self);
  add_styles_part (&self);
  add_meta (&self);
  add_manifest (&self);
  return mer_package_finish (package, error);
}

const MerRenderer mer_renderer_odt = {
  .extension = "odt",
  .title = N_("OpenDocument text"),
               .render = render_odt,
  };
