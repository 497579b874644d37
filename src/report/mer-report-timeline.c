/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The work plan on a time scale as the window draws it, for a wall or a folder: cut between rows,
 * with the months above each page. */
#include "config.h"

#include <glib/gi18n.h>

#include "chart/mer-timeline-work.h"
#include "core/mer-day.h"
#include "cycle/mer-deadline-days.h"
#include "cycle/mer-work-order.h"
#include "report/mer-record-print.h"
#include "report/mer-report-private.h"

#define SERIF "PT Serif, Liberation Serif, Times New Roman, serif"
#define TEXT_SIZE 9.5

typedef struct
{
  GPtrArray         *rows;
  MerTimelineOptions options;
  MerTimelineLayout *layout; /* once measured */
} Figure;

/* --- the drawing ----------------------------------------------------------------------------- */

static void
measure_figure (double   width,
                gpointer data)
{
  Figure *figure = data;

  g_clear_pointer (&figure->layout, mer_timeline_layout_free);
  figure->options.width = width;
  figure->layout = mer_timeline_layout_new (figure->rows, &figure->options);
}

/* Of rows [first, first + n) in the body. */
static double
stretch (const Figure *figure,
         guint         first,
         guint         n,
         double       *top)
{
  const MerTimelineMark *one = mer_timeline_layout_mark (figure->layout, first);
  const MerTimelineMark *last = mer_timeline_layout_mark (figure->layout, first + n - 1);

  *top = one->top;
  return last->top + last->pitch - one->top;
}

static double
figure_height (guint    first,
               guint    n,
               gpointer data)
{
  Figure *figure = data;
  double  top = 0;

  return stretch (figure, first, n, &top) + mer_timeline_layout_header_height (figure->layout);
}

static void
paint_figure (cairo_t *cr,
              guint    first,
              guint    n,
              gpointer data)
{
  Figure              *figure = data;
  const MerChartTheme *theme = mer_chart_theme_get (MER_THEME_PRINT);
  double               top = 0;
  double               height = stretch (figure, first, n, &top);

  cairo_save (cr);
  mer_timeline_paint_header (figure->layout, cr, theme);
  cairo_translate (cr, 0, mer_timeline_layout_header_height (figure->layout));
  cairo_rectangle (cr, 0, 0, figure->options.width, height);
  cairo_clip (cr);
  cairo_translate (cr, 0, -top);
  mer_timeline_paint_body (figure->layout, cr, theme, top, height, -1, -1);
  cairo_restore (cr);
}

static void
figure_free (gpointer data)
{
  Figure *figure = data;

  g_clear_pointer (&figure->layout, mer_timeline_layout_free);
  g_ptr_array_unref (figure->rows);
  g_free (figure);
}

static MerFigure *
make_figure (const MerReportInput *input,
             GPtrArray            *rows,
             MerDay                today)
{
  Figure    *figure = g_new0 (Figure, 1);
  MerFigure *result = g_new0 (MerFigure, 1);

  figure->rows = g_ptr_array_ref (rows);
  figure->options = (MerTimelineOptions){
    .language = input->language,
    .em = TEXT_SIZE,
    .font = SERIF,
    .today = today,
  };
  result->n_rows = rows->len;
  result->measure = measure_figure;
  result->height = figure_height;
  result->paint = paint_figure;
  result->data = figure;
  result->destroy = figure_free;
  result->description = mer_timeline_describe (rows, today, input->language);
  return result;
}

/* --- the document ---------------------------------------------------------------------------- */

static MerDay
day_of (const char *kind,
        gint64      id,
        gpointer    data)
{
  const MerReportInput *input = data;

  return mer_records_day_of (input->records, kind, id, input->cycle->year);
}

static const char *
phrase_of (const char *kind,
           gint64      id,
           gpointer    data)
{
  return mer_records_phrase_of (((const MerReportInput *) data)->records, kind, id);
}

static gboolean
span_of (const char *kind,
         gint64      id,
         int         year,
         MerDay     *first,
         MerDay     *last,
         gpointer    data)
{
  const MerReportInput *input = data;

  return mer_records_span_of (input->records, kind, id, year, first, last);
}

/* A format that draws nothing has the same as a table. */
static MerTable *
make_table (const MerReportInput *input,
            const MerWorkContext *context)
{
  MerTable *table = mer_table_new ();

  mer_table_add_column (table, mer_tr (input->language, "Activity"), 0, MER_ALIGN_LEFT, FALSE);
  mer_table_add_column (table, mer_tr (input->language, "Deadline"), 150, MER_ALIGN_LEFT, FALSE);
  mer_table_add_column (table, mer_tr (input->language, "First day"), 64, MER_ALIGN_LEFT, FALSE);
  mer_table_add_column (table, mer_tr (input->language, "Last day"), 64, MER_ALIGN_LEFT, FALSE);
  for (guint i = 0; i < context->items->len; i++)
    {
      const MerWorkItem *item = context->items->pdata[i];
      g_autoptr (MerPeriod) period = mer_work_item_period (context, item);
      GStrv cells = NULL;

      if (item->state != MER_WORK_OPEN || item->level == MER_WORK_SECTION)
        continue;
      cells = g_new0 (char *, 5);
      cells[0] = item->number != NULL ? g_strdup_printf ("%s %s", item->number, item->what)
                                      : g_strdup (item->what);
      cells[1] = mer_typography (item->deadline != NULL ? item->deadline : "");
      cells[2] = mer_day_to_text (mer_period_get_first (period));
      cells[3] = mer_day_to_text (mer_period_get_last (period));
      mer_table_add_row (table, cells);
    }
  return table;
}

static MerBlocks *
build_timeline (const MerReportInput *input)
{
  const char      *title = mer_tr (input->language, "Work plan on a time scale");
  MerBlocks       *blocks = NULL;
  MerWorkContext   context = { 0 };
  g_autofree char *today = mer_today ();
  g_autofree char *subject = NULL;
  g_autoptr (MerCalendar) calendar = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  if (input->records == NULL || input->cycle == NULL ||
      mer_record_set_get (input->records, &mer_record_work_item)->len == 0)
    return mer_print_nothing (input, title,
                              mer_tr (input->language, "The cycle has no work plan yet."));
  calendar = mer_calendar_of_records (input->records);
  items = mer_work_items_in_order (mer_record_set_get (input->records, &mer_record_work_item));
  context.items = items;
  context.links = mer_record_set_get (input->records, &mer_record_link);
  context.calendar = calendar;
  context.year = input->cycle->year;
  context.today = mer_day_from_iso (today);
  context.day_of = day_of;
  context.phrase_of = phrase_of;
  context.span_of = span_of;
  context.data = (gpointer) (guintptr) input;
  rows = mer_timeline_rows_of_work (&context);
  blocks = mer_blocks_new (input->language, title);
  blocks->landscape = TRUE;
  mer_print_head (input, blocks, title);
  subject = g_strdup_printf (mer_tr (input->language, "of the assessment (%s)"),
                             mer_print_procedure (input));
  mer_blocks_add_text (blocks, MER_BLOCK_SUBTITLE, subject);
  mer_blocks_add_text (blocks, MER_BLOCK_SUBTITLE, input->cycle->title);
  mer_blocks_add_figure (blocks, make_figure (input, rows, context.today));
  mer_blocks_add_page_break (blocks);
  mer_blocks_add_table (blocks, make_table (input, &context));
  return blocks;
}

const MerReportKind mer_report_timeline = {
  .id = "work-timeline",
  .title = N_("Work plan on a time scale"),
               .build = build_timeline,
  };
