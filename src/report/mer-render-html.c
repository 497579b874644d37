/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document as one web page that needs nothing beside it: headings can be linked to, figures are
 * pictures in it. */
#include "config.h"

#include <glib/gi18n.h>

#include "report/mer-package.h"
#include "report/mer-report-private.h"

#define LINE "<br>"
#define FIGURE_WIDTH 510.0

static const char style[] =
  "body{font-family:'PT Serif','Liberation Serif',serif;line-height:1.3;max-width:60em;"
  "margin:2em auto;padding:0 1em}"
  "h1,h2,h3{text-align:center}h1{font-size:1.3em}h2,h3{font-size:1.1em}"
  ".annex{margin-left:auto;width:20em}.note{font-size:.85em}.caption{font-weight:bold;"
  "break-after:avoid}"
  "table{border-collapse:collapse;width:100%;margin:.5em 0;border-top:2px solid;"
  "border-bottom:2px solid}th{border-bottom:2px solid;text-align:left}"
  "td{border-bottom:1px solid #999}th,td{padding:.2em .4em;vertical-align:top}"
  ".r{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}.c{text-align:center}"
  ".grid,.grid th,.grid td{border:1px solid}.b{font-weight:bold}"
  ".sign{display:flex;gap:1em;align-items:end;margin-top:2em}"
  ".sign>:first-child{width:50%}.rule{flex:1;border-bottom:1px solid}"
  "img{max-width:100%}@media print{.break{break-before:page}}";

static void
add_element (GString    *out,
             const char *tag,
             const char *attributes,
             const char *text)
{
  g_string_append_printf (out, "<%s%s>", tag, attributes);
  mer_xml_append (out, text, LINE);
  g_string_append_printf (out, "</%s>\n", tag);
}

static const char *
cell_class (const MerTableColumn *column)
{
  static const char *const classes[][2] = { { "", " class=\"b\"" },
                                            { " class=\"r\"", " class=\"r b\"" },
                                            { " class=\"c\"", " class=\"c b\"" } };

  return classes[MIN ((guint) column->align, G_N_ELEMENTS (classes) - 1)][column->bold ? 1 : 0];
}

static void
add_row (GString        *out,
         const MerTable *table,
         guint           row)
{
  GStrv cells = g_ptr_array_index (table->rows, row);

  g_string_append (out, "<tr>");
  if (mer_table_is_section (table, row))
    {
      g_string_append_printf (out, "<th colspan=\"%u\">", table->columns->len);
      mer_xml_append (out, cells[0], LINE);
      g_string_append (out, "</th>");
    }
  else
    for (guint i = 0; i < table->columns->len; i++)
      {
        g_string_append_printf (out, "<td%s>",
                                cell_class (g_ptr_array_index (table->columns, i)));
        mer_xml_append (out, cells[i], LINE);
        g_string_append (out, "</td>");
      }
  g_string_append (out, "</tr>\n");
}

static void
add_table (GString        *out,
           const MerTable *table)
{
  g_string_append_printf (out, "<table%s>\n<thead><tr>", table->grid ? " class=\"grid\"" : "");
  for (guint i = 0; i < table->columns->len; i++)
    {
      const MerTableColumn *column = g_ptr_array_index (table->columns, i);

      g_string_append_printf (out, "<th%s>",
                              column->align == MER_ALIGN_RIGHT ? " class=\"r\"" : "");
      mer_xml_append (out, column->header, LINE);
      g_string_append (out, "</th>");
    }
  g_string_append (out, "</tr></thead>\n<tbody>\n");
  for (guint row = 0; row < table->rows->len; row++)
    add_row (out, table, row);
  g_string_append (out, "</tbody></table>\n");
}

static gboolean
add_picture (GString         *out,
             const MerFigure *figure,
             guint           *first)
{
  double height = 0;
  g_autoptr (GBytes) png = mer_figure_to_png (figure, FIGURE_WIDTH, first, &height);
  g_autofree char *base64 = NULL;
  gsize            length = 0;
  gconstpointer    data = png != NULL ? g_bytes_get_data (png, &length) : NULL;

  if (data == NULL)
    return FALSE;
  base64 = g_base64_encode (data, length);
  g_string_append_printf (out, "<p><img width=\"%d\" alt=\"", (int) (FIGURE_WIDTH * 4 / 3));
  mer_xml_append (out, figure->description != NULL ? figure->description : "", " ");
  g_string_append_printf (out, "\" src=\"data:image/png;base64,%s\"></p>\n", base64);
  return TRUE;
}

static void
add_figure (GString         *out,
            const MerFigure *figure)
{
  guint first = 0;

  while (add_picture (out, figure, &first))
    ;
}

static void
add_signature (GString        *out,
               const MerBlock *block)
{
  g_string_append (out, "<div class=\"sign\"><span>");
  mer_xml_append (out, block->text, LINE);
  g_string_append (out, "</span><span class=\"rule\"></span><span>");
  mer_xml_append (out, block->name != NULL ? block->name : "____________________", LINE);
  g_string_append (out, "</span></div>\n");
}

static void
add_heading (GString        *out,
             const MerBlock *block,
             guint           index,
             gboolean        new_page)
{
  g_autofree char *attributes =
    g_strdup_printf (" id=\"h%u\"%s", index, new_page ? " class=\"break\"" : "");

  add_element (out, "h2", attributes, block->text);
}

static void
add_block (GString        *out,
           const MerBlock *block,
           guint           index,
           gboolean        new_page)
{
  switch (block->kind)
    {
    case MER_BLOCK_ANNEX:
      add_element (out, "p", " class=\"annex\"", block->text);
      break;
    case MER_BLOCK_TITLE:
      add_element (out, "h1", new_page ? " class=\"break\"" : "", block->text);
      break;
    case MER_BLOCK_SUBTITLE:
      add_element (out, "h3", "", block->text);
      break;
    case MER_BLOCK_HEADING:
      add_heading (out, block, index, new_page);
      break;
    case MER_BLOCK_PARAGRAPH:
      add_element (out, "p", "", block->text);
      break;
    case MER_BLOCK_CAPTION:
      add_element (out, "p", " class=\"caption\"", block->text);
      break;
    case MER_BLOCK_NOTE:
      add_element (out, "p", " class=\"note\"", block->text);
      break;
    case MER_BLOCK_TABLE:
      add_table (out, block->table);
      break;
    case MER_BLOCK_FIGURE:
      add_figure (out, block->figure);
      break;
    case MER_BLOCK_SIGNATURE:
      add_signature (out, block);
      break;
    case MER_BLOCK_PAGE_BREAK:
    default:
      break;
    }
}

/* Links to the headings, where there are several. */
static void
add_contents (GString         *out,
              const MerBlocks *blocks)
{
  guint n = 0;

  for (guint i = 0; i < blocks->blocks->len; i++)
    n += ((MerBlock *) g_ptr_array_index (blocks->blocks, i))->kind == MER_BLOCK_HEADING;
  if (n < 2)
    return;
  g_string_append (out, "<ol>\n");
  for (guint i = 0; i < blocks->blocks->len; i++)
    {
      const MerBlock *block = g_ptr_array_index (blocks->blocks, i);

      if (block->kind != MER_BLOCK_HEADING)
        continue;
      g_string_append_printf (out, "<li><a href=\"#h%u\">", i);
      mer_xml_append (out, block->text, " ");
      g_string_append (out, "</a></li>\n");
    }
  g_string_append (out, "</ol>\n");
}

static GBytes *
render_html (const MerBlocks *blocks,
             GError         **error)
{
  GString *out = g_string_new ("<!DOCTYPE html>\n");
  gboolean contents = FALSE;

  g_string_append_printf (out, "<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n<title>",
                          blocks->language == MER_LANGUAGE_RU ? "ru" : "en");
  mer_xml_append (out, blocks->title, " ");
  g_string_append_printf (out, "</title>\n<style>%s</style>\n</head>\n<body>\n", style);
  for (guint i = 0; i < blocks->blocks->len; i++)
    {
      const MerBlock *block = g_ptr_array_index (blocks->blocks, i);
      const MerBlock *before = i > 0 ? g_ptr_array_index (blocks->blocks, i - 1) : NULL;

      if (block->kind == MER_BLOCK_HEADING && !contents)
        add_contents (out, blocks);
      contents = contents || block->kind == MER_BLOCK_HEADING;
      add_block (out, block, i, before != NULL && before->kind == MER_BLOCK_PAGE_BREAK);
    }
  g_string_append (out, "</body>\n</html>\n");
  return g_string_free_to_bytes (out);
}

const MerRenderer mer_renderer_html = {
  .extension = "html",
  .title = N_("Web page"),
               .render = render_html,
  };
