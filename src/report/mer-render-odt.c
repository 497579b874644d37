/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document for word processors, as OpenDocument text. */
#include "config.h"

#include <glib/gi18n.h>

#include "report/mer-office-text.h"
#include "report/mer-report-private.h"

#define LINE "<text:line-break/>"
#define PICTURES "Pictures/"
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

static void
add_paragraph (MerOfficeText *self,
               MerBlockKind   kind,
               const char    *text)
{
  static const char *const styles[] = {
    [MER_BLOCK_ANNEX] = "Annex",
    [MER_BLOCK_TITLE] = "Title",
    [MER_BLOCK_SUBTITLE] = "Subtitle",
    [MER_BLOCK_HEADING] = "Heading",
    [MER_BLOCK_PARAGRAPH] = "Body",
    [MER_BLOCK_CAPTION] = "Caption",
    [MER_BLOCK_NOTE] = "Note",
  };
  gboolean heading = kind == MER_BLOCK_HEADING;

  g_string_append_printf (self->body, "<text:%s text:style-name=\"%s%s\"%s>", heading ? "h" : "p",
                          styles[kind], mer_office_text_take_break (self) ? "Break" : "",
                          heading ? " text:outline-level=\"1\"" : "");
  mer_xml_append (self->body, text, LINE);
  g_string_append (self->body, heading ? "</text:h>\n" : "</text:p>\n");
}

/* --- tables -------------------------------------------------------------------------------- */

static void
add_column (MerOfficeText *self,
            guint          index,
            double         width)
{
  g_string_append_printf (self->extra,
                          "<style:style style:name=\"t%uc%u\" style:family=\"table-column\">"
                          "<style:table-column-properties style:column-width=\"",
                          self->n_tables, index);
  append_points (self->extra, width);
  g_string_append (self->extra, "\"/></style:style>\n");
  g_string_append_printf (self->body, "<table:table-column table:style-name=\"t%uc%u\"/>",
                          self->n_tables, index);
}

static void
add_cell (MerOfficeText       *self,
          const MerOfficeCell *cell)
{
  static const char *const styles[] = { "Cell", "CellRight", "CellCentre" };

  g_string_append_printf (self->body, "<table:table-cell table:style-name=\"%s\" "
                                      "office:value-type=\"string\"",
                          self->table->grid ? "CellGrid" : "Cell");
  if (cell->span > 1)
    g_string_append_printf (self->body, " table:number-columns-spanned=\"%u\"", cell->span);
  g_string_append_printf (self->body, "><text:p text:style-name=\"%s%s\">",
                          styles[MIN ((guint) cell->align, G_N_ELEMENTS (styles) - 1)],
                          cell->bold ? "Bold" : "");
  mer_xml_append (self->body, cell->text, LINE);
  g_string_append (self->body, "</text:p></table:table-cell>");
  for (guint i = 1; i < cell->span; i++)
    g_string_append (self->body, "<table:covered-table-cell/>");
}

static void
begin_row (MerOfficeText *self,
           gboolean       header)
{
  if (header)
    g_string_append (self->body, "<table:table-header-rows>");
  g_string_append (self->body, "<table:table-row>");
}

static void
end_row (MerOfficeText *self,
         gboolean       header)
{
  g_string_append (self->body, "</table:table-row>");
  g_string_append (self->body, header ? "</table:table-header-rows>\n" : "\n");
}

static void
begin_table (MerOfficeText  *self,
             const MerTable *table,
             const double   *widths)
{
  g_string_append_printf (self->body, "<table:table table:name=\"Table%u\">", self->n_tables);
  for (guint i = 0; i < table->columns->len; i++)
    add_column (self, i, widths[i]);
}

static void
end_table (MerOfficeText *self)
{
  g_string_append (self->body, "</table:table>\n<text:p text:style-name=\"Cell\"/>\n");
}

/* --- the other blocks ---------------------------------------------------------------------- */

static void
add_picture (MerOfficeText          *self,
             const MerOfficePicture *picture)
{
  g_string_append_printf (self->body,
                          "<text:p text:style-name=\"Cell\"><draw:frame draw:name=\"figure%u\" "
                          "text:anchor-type=\"as-char\" svg:width=\"",
                          picture->number);
  append_points (self->body, picture->width);
  g_string_append (self->body, "\" svg:height=\"");
  append_points (self->body, picture->height);
  g_string_append_printf (self->body,
                          "\"><draw:image xlink:href=\"" PICTURES
                          "%s\" xlink:type=\"simple\"/><svg:desc>",
                          picture->name);
  mer_xml_append (self->body, picture->description, " ");
  g_string_append (self->body, "</svg:desc></draw:frame></text:p>\n");
}

static void
add_signature (MerOfficeText  *self,
               const MerBlock *block)
{
  g_string_append_printf (self->body, "<text:p text:style-name=\"%s\">",
                          block->name != NULL ? "Signature" : "SignatureOpen");
  mer_xml_append (self->body, block->text, LINE);
  g_string_append (self->body, "<text:tab/><text:tab/><text:tab/>");
  mer_xml_append (self->body, block->name != NULL ? block->name : "", LINE);
  g_string_append (self->body, "</text:p>\n");
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
add_styles (GString         *out,
            const MerBlocks *blocks)
{
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      add_style (out, styles[i].name, "", styles[i].paragraph, styles[i].text);
      if (styles[i].breaks)
        add_style (out, styles[i].name, "Break", styles[i].paragraph, styles[i].text);
    }
  add_signature_style (out, "Signature", mer_blocks_text_width (blocks), FALSE);
  add_signature_style (out, "SignatureOpen", mer_blocks_text_width (blocks), TRUE);
  g_string_append (out, "<style:style style:name=\"Cell\" style:family=\"table-cell\">"
                        "<style:table-cell-properties fo:padding=\"2pt\" "
                        "fo:border-bottom=\"0.25pt solid #808080\"/></style:style>\n"
                        "<style:style style:name=\"CellGrid\" style:family=\"table-cell\">"
                        "<style:table-cell-properties fo:padding=\"2pt\" "
                        "fo:border=\"0.5pt solid #000000\"/></style:style>\n");
}

static void
add_content (const MerOfficeText *self)
{
  g_autoptr (GString) out = g_string_new (
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content " NAMESPACES
    "><office:automatic-styles>\n");

  add_styles (out, self->blocks);
  g_string_append (out, self->extra->str);
  g_string_append (out, "</office:automatic-styles><office:body><office:text>\n");
  g_string_append (out, self->body->str);
  g_string_append (out, "</office:text></office:body></office:document-content>");
  mer_package_add (self->package, "content.xml", out->str, (gssize) out->len, FALSE);
}

/* The page, its number on top from page 2, the font. */
static void
add_styles_part (MerPackage      *package,
                 const MerBlocks *blocks)
{
  g_autoptr (GString) out = g_string_new (
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-styles " NAMESPACES
    "><office:styles><style:default-style style:family=\"paragraph\"><style:text-properties "
    "style:font-name=\"PT Serif\" fo:font-family=\"'PT Serif', 'Liberation Serif'\" "
    "fo:font-size=\"12pt\"/></style:default-style></office:styles><office:automatic-styles>"
    "<style:style style:name=\"Number\" style:family=\"paragraph\"><style:paragraph-properties "
    "fo:text-align=\"center\"/></style:style><style:page-layout style:name=\"Page\">"
    "<style:page-layout-properties");

  append_mm (out, "page-width", mer_blocks_page_width_mm (blocks));
  append_mm (out, "page-height", mer_blocks_page_height_mm (blocks));
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
  mer_package_add (package, "styles.xml", out->str, -1, FALSE);
}

static void
add_meta (MerPackage      *package,
          const MerBlocks *blocks)
{
  g_autoptr (GDateTime) now = mer_report_now ();
  g_autofree char *created = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S");
  g_autoptr (GString) out = g_string_new (
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-meta " NAMESPACES
    "><office:meta><dc:title>");

  mer_xml_append (out, blocks->title, " ");
  g_string_append (out, "</dc:title><dc:creator>");
  mer_xml_append (out, blocks->author != NULL ? blocks->author : "", " ");
  g_string_append_printf (out, "</dc:creator><meta:creation-date>%s</meta:creation-date>"
                               "</office:meta></office:document-meta>",
                          created);
  mer_package_add (package, "meta.xml", out->str, -1, FALSE);
}

static void
add_manifest (const MerOfficeText *self)
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
  for (guint i = 1; i <= self->n_pictures; i++)
    g_string_append_printf (out,
                            "<manifest:file-entry manifest:full-path=\"" PICTURES "figure%u.png\" "
                            "manifest:media-type=\"image/png\"/>",
                            i);
  g_string_append (out, "</manifest:manifest>");
  mer_package_add (self->package, "META-INF/manifest.xml", out->str, -1, FALSE);
}

static const MerOfficeFormat format = {
  .pictures = PICTURES,
  .stored = TRUE,
  .paragraph = add_paragraph,
  .signature = add_signature,
  .picture = add_picture,
  .begin_table = begin_table,
  .begin_row = begin_row,
  .cell = add_cell,
  .end_row = end_row,
  .end_table = end_table,
};

static GBytes *
render_odt (const MerBlocks *blocks,
            GError         **error)
{
  g_autoptr (MerPackage) package = mer_package_new ();
  g_auto (MerOfficeText) text = { 0 };

  mer_office_text_init (&text, &format, blocks, package);
  /* the first part tells what it is, and is not compressed */
  mer_package_add (package, "mimetype", "application/vnd.oasis.opendocument.text", -1, TRUE);
  mer_office_text_write (&text);
  add_content (&text);
  add_styles_part (package, blocks);
  add_meta (package, blocks);
  add_manifest (&text);
  return mer_package_finish (package, error);
}

const MerRenderer mer_renderer_odt = {
  .extension = "odt",
  .title = N_("OpenDocument text"),
               .render = render_odt,
  };
