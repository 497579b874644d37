/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document for word processors, as Office Open XML: paragraphs of named styles, tables whose
 * header is repeated, figures as pictures, the page number on top from page 2. */
#include "config.h"

#include <glib/gi18n.h>

#include "report/mer-office-text.h"
#include "report/mer-report-private.h"

#define LINE "<w:br/>"
#define TWIPS_A_MM (1440 / 25.4)
#define TWIPS_A_POINT 20.0
#define EMU_A_POINT 12700.0
#define W "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define R "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

static void
add_run (GString    *out,
         const char *text)
{
  g_string_append (out, "<w:r><w:t xml:space=\"preserve\">");
  mer_xml_append (out, text, "</w:t>" LINE "<w:t xml:space=\"preserve\">");
  g_string_append (out, "</w:t></w:r>");
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
    [MER_BLOCK_HEADING] = "Heading1",
    [MER_BLOCK_PARAGRAPH] = "Body",
    [MER_BLOCK_CAPTION] = "Caption",
    [MER_BLOCK_NOTE] = "Note",
  };

  g_string_append_printf (self->body, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/>%s</w:pPr>",
                          styles[kind],
                          mer_office_text_take_break (self) ? "<w:pageBreakBefore/>" : "");
  add_run (self->body, text);
  g_string_append (self->body, "</w:p>\n");
}

/* --- tables -------------------------------------------------------------------------------- */

static void
add_cell (MerOfficeText       *self,
          const MerOfficeCell *cell)
{
  static const char *const alignments[] = { "left", "right", "center" };

  g_string_append_printf (self->body, "<w:tc><w:tcPr><w:tcW w:w=\"%d\" w:type=\"dxa\"/>",
                          (int) (cell->width * TWIPS_A_POINT));
  if (cell->span > 1)
    g_string_append_printf (self->body, "<w:gridSpan w:val=\"%u\"/>", cell->span);
  g_string_append_printf (self->body,
                          "</w:tcPr><w:p><w:pPr><w:pStyle w:val=\"Cell\"/>%s<w:jc w:val=\"%s\"/>"
                          "</w:pPr><w:r><w:rPr>%s</w:rPr><w:t xml:space=\"preserve\">",
                          cell->span > 1 ? "<w:keepNext/>" : "",
                          alignments[MIN ((guint) cell->align, G_N_ELEMENTS (alignments) - 1)],
                          cell->bold ? "<w:b/>" : "");
  mer_xml_append (self->body, cell->text, "</w:t>" LINE "<w:t xml:space=\"preserve\">");
  g_string_append (self->body, "</w:t></w:r></w:p></w:tc>");
}

static void
begin_row (MerOfficeText *self,
           gboolean       header)
{
  g_string_append_printf (self->body, "<w:tr><w:trPr><w:cantSplit/>%s</w:trPr>",
                          header ? "<w:tblHeader/>" : "");
}

static void
end_row (MerOfficeText *self,
         gboolean       header)
{
  g_string_append (self->body, "</w:tr>\n");
}

/* Heavy above and below and light between rows, or the same everywhere. */
static void
add_borders (MerOfficeText *self,
             gboolean       grid)
{
  static const char *const sides[] = { "top", "left", "bottom", "right", "insideH", "insideV" };

  if (!grid)
    g_string_append (self->body,
                     "<w:top w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"000000\"/>"
                     "<w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"000000\"/>"
                     "<w:insideH w:val=\"single\" w:sz=\"2\" w:space=\"0\" w:color=\"808080\"/>");
  for (guint i = 0; grid && i < G_N_ELEMENTS (sides); i++)
    g_string_append_printf (
      self->body, "<w:%s w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>",
      sides[i]);
}

static void
begin_table (MerOfficeText  *self,
             const MerTable *table,
             const double   *widths)
{
  g_string_append (self->body, "<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/>"
                               "<w:tblBorders>");
  add_borders (self, table->grid);
  g_string_append (self->body,
                   "</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar>"
                   "<w:left w:w=\"50\" w:type=\"dxa\"/><w:right w:w=\"50\" w:type=\"dxa\"/>"
                   "</w:tblCellMar></w:tblPr><w:tblGrid>");
  for (guint i = 0; i < table->columns->len; i++)
    g_string_append_printf (self->body, "<w:gridCol w:w=\"%d\"/>",
                            (int) (widths[i] * TWIPS_A_POINT));
  g_string_append (self->body, "</w:tblGrid>\n");
}

/* Two tables in a row would be taken for one. */
static void
end_table (MerOfficeText *self)
{
  g_string_append (self->body, "</w:tbl>\n<w:p><w:pPr><w:pStyle w:val=\"Cell\"/></w:pPr></w:p>\n");
}

/* --- the other blocks ---------------------------------------------------------------------- */

static void
add_picture (MerOfficeText          *self,
             const MerOfficePicture *picture)
{
  guint  n = picture->number;
  gint64 cx = (gint64) (picture->width * EMU_A_POINT);
  gint64 cy = (gint64) (picture->height * EMU_A_POINT);

  g_string_append_printf (self->extra,
                          "<Relationship Id=\"rIdP%u\" Type=\"" R
                          "/image\" Target=\"media/%s\"/>",
                          n, picture->name);
  g_string_append_printf (
    self->body,
    "<w:p><w:r><w:drawing><wp:inline><wp:extent cx=\"%" G_GINT64_FORMAT "\" cy=\"%" G_GINT64_FORMAT
    "\"/><wp:docPr id=\"%u\" name=\"figure%u\" descr=\"",
    cx, cy, n, n);
  mer_xml_append (self->body, picture->description, " ");
  g_string_append_printf (
    self->body,
    "\"/><a:graphic><a:graphicData "
    "uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\">"
    "<pic:pic><pic:nvPicPr><pic:cNvPr id=\"%u\" name=\"figure%u\"/><pic:cNvPicPr/></pic:nvPicPr>"
    "<pic:blipFill><a:blip r:embed=\"rIdP%u\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
    "<pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"%" G_GINT64_FORMAT
    "\" cy=\"%" G_GINT64_FORMAT "\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>"
    "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>\n",
    n, n, n, cx, cy);
}

/* The post at the left, a line, the name at the right, on tabulators. */
static void
add_signature (MerOfficeText  *self,
               const MerBlock *block)
{
  int width = (int) (mer_blocks_text_width (self->blocks) * TWIPS_A_POINT);

  g_string_append_printf (self->body,
                          "<w:p><w:pPr><w:pStyle w:val=\"Signature\"/><w:tabs>"
                          "<w:tab w:val=\"left\" w:leader=\"none\" w:pos=\"%d\"/>"
                          "<w:tab w:val=\"right\" w:leader=\"underscore\" w:pos=\"%d\"/>"
                          "<w:tab w:val=\"right\" w:leader=\"%s\" w:pos=\"%d\"/></w:tabs></w:pPr>",
                          width / 2, width * 3 / 4,
                          block->name == NULL ? "underscore" : "none", width);
  add_run (self->body, block->text);
  g_string_append (self->body, "<w:r><w:tab/></w:r><w:r><w:tab/></w:r><w:r><w:tab/></w:r>");
  if (block->name != NULL)
    add_run (self->body, block->name);
  g_string_append (self->body, "</w:p>\n");
}

/* --- the parts ----------------------------------------------------------------------------- */

/* Kept by hand: the formatter would put all styles on one line each. */
/* clang-format off */
#define STYLE(id, paragraph, run)                                                      \
  "<w:style w:type=\"paragraph\" w:styleId=\"" id "\"><w:name w:val=\"" id             \
  "\"/><w:basedOn w:val=\"Normal\"/><w:pPr>" paragraph "</w:pPr><w:rPr>" run           \
  "</w:rPr></w:style>"
#define CENTRED "<w:keepNext/><w:jc w:val=\"center\"/>"
#define SIZE(halves) "<w:sz w:val=\"" halves "\"/>"

static const char styles_part[] =
  "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:styles xmlns:w=\"" W "\">"
  "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"PT Serif\" w:hAnsi=\"PT Serif\" "
  "w:cs=\"PT Serif\"/>" SIZE ("24") "</w:rPr></w:rPrDefault></w:docDefaults>"
  "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/>"
  "<w:pPr><w:spacing w:after=\"60\" w:line=\"276\" w:lineRule=\"auto\"/></w:pPr></w:style>"
  STYLE ("Body", "<w:ind w:firstLine=\"709\"/><w:jc w:val=\"both\"/>", "")
  STYLE ("Annex", "<w:ind w:left=\"5103\"/>", "")
  STYLE ("Title", CENTRED, "<w:b/>" SIZE ("26"))
  STYLE ("Subtitle", CENTRED, "<w:b/>")
  "<w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/>"
  "<w:basedOn w:val=\"Normal\"/><w:pPr><w:keepNext/><w:spacing w:before=\"120\"/>"
  "<w:jc w:val=\"center\"/><w:outlineLvl w:val=\"0\"/></w:pPr><w:rPr><w:b/>" SIZE ("26")
  "</w:rPr></w:style>"
  STYLE ("Caption", "<w:keepNext/><w:spacing w:before=\"120\"/>", "<w:b/>" SIZE ("22"))
  STYLE ("Note", "", SIZE ("19"))
  STYLE ("Signature", "<w:keepLines/><w:spacing w:before=\"480\"/>", "")
  STYLE ("Cell", "<w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>", SIZE ("21"))
  "</w:styles>";
/* clang-format on */

static const char header_part[] =
  "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:hdr xmlns:w=\"" W "\"><w:p>"
  "<w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
  "<w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>"
  "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p></w:hdr>";

static const char types_part[] =
  "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
  "<Default Extension=\"rels\" "
  "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
  "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
  "<Default Extension=\"png\" ContentType=\"image/png\"/>"
  "<Override PartName=\"/word/document.xml\" ContentType=\"application/"
  "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
  "<Override PartName=\"/word/styles.xml\" ContentType=\"application/"
  "vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>"
  "<Override PartName=\"/word/header1.xml\" ContentType=\"application/"
  "vnd.openxmlformats-officedocument.wordprocessingml.header+xml\"/>"
  "<Override PartName=\"/docProps/core.xml\" "
  "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>";

static const char root_relations[] =
  "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
  "<Relationship Id=\"rId1\" Type=\"" R "/officeDocument\" Target=\"word/document.xml\"/>"
  "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/"
  "metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>";

static void
add_core (MerPackage      *package,
          const MerBlocks *blocks)
{
  g_autoptr (GDateTime) now = mer_report_now ();
  g_autofree char *created = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  g_autoptr (GString) out = g_string_new (
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<cp:coreProperties "
    "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
    "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
    "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>");

  mer_xml_append (out, blocks->title, " ");
  g_string_append (out, "</dc:title><dc:creator>");
  mer_xml_append (out, blocks->author != NULL ? blocks->author : "", " ");
  g_string_append_printf (out,
                          "</dc:creator><dcterms:created xsi:type=\"dcterms:W3CDTF\">%s"
                          "</dcterms:created></cp:coreProperties>",
                          created);
  mer_package_add (package, "docProps/core.xml", out->str, -1, FALSE);
}

static void
add_section (GString         *out,
             const MerBlocks *blocks)
{
  g_string_append_printf (
    out,
    "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId2\"/><w:pgSz w:w=\"%d\" "
    "w:h=\"%d\"%s/><w:pgMar w:top=\"%d\" w:right=\"%d\" w:bottom=\"%d\" w:left=\"%d\" "
    "w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/><w:titlePg/></w:sectPr>",
    (int) (mer_blocks_page_width_mm (blocks) * TWIPS_A_MM),
    (int) (mer_blocks_page_height_mm (blocks) * TWIPS_A_MM),
    blocks->landscape ? " w:orient=\"landscape\"" : "", (int) (blocks->margin_top * TWIPS_A_MM),
    (int) (blocks->margin_right * TWIPS_A_MM), (int) (blocks->margin_bottom * TWIPS_A_MM),
    (int) (blocks->margin_left * TWIPS_A_MM));
}

static const MerOfficeFormat format = {
  .pictures = "word/media/",
  .paragraph = add_paragraph,
  .signature = add_signature,
  .picture = add_picture,
  .begin_table = begin_table,
  .begin_row = begin_row,
  .cell = add_cell,
  .end_row = end_row,
  .end_table = end_table,
};

static void
add_document (MerPackage          *package,
              const MerOfficeText *text)
{
  g_autoptr (GString) out = g_string_new (
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document xmlns:w=\"" W
    "\" xmlns:r=\"" R "\" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/"
    "wordprocessingDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
    "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><w:body>\n");

  g_string_append_len (out, text->body->str, (gssize) text->body->len);
  add_section (out, text->blocks);
  g_string_append (out, "</w:body></w:document>");
  mer_package_add (package, "word/document.xml", out->str, (gssize) out->len, FALSE);
}

static void
add_relations (MerPackage          *package,
               const MerOfficeText *text)
{
  g_autofree char *part = g_strconcat (
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships "
    "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    "<Relationship Id=\"rId1\" Type=\"" R "/styles\" Target=\"styles.xml\"/>"
    "<Relationship Id=\"rId2\" Type=\"" R "/header\" Target=\"header1.xml\"/>",
    text->extra->str, "</Relationships>", NULL);

  mer_package_add (package, "word/_rels/document.xml.rels", part, -1, FALSE);
}

static GBytes *
render_docx (const MerBlocks *blocks,
             GError         **error)
{
  g_autoptr (MerPackage) package = mer_package_new ();
  g_auto (MerOfficeText) text = { 0 };

  mer_office_text_init (&text, &format, blocks, package);
  mer_package_add (package, "[Content_Types].xml", types_part, -1, FALSE);
  mer_package_add (package, "_rels/.rels", root_relations, -1, FALSE);
  mer_office_text_write (&text);
  add_document (package, &text);
  add_relations (package, &text);
  mer_package_add (package, "word/styles.xml", styles_part, -1, FALSE);
  mer_package_add (package, "word/header1.xml", header_part, -1, FALSE);
  add_core (package, blocks);
  return mer_package_finish (package, error);
}

const MerRenderer mer_renderer_docx = {
  .extension = "docx",
  .title = N_("Word document"),
               .render = render_docx,
  };
