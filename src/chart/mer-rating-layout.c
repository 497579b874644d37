/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The geometry of the rating chart: where every mark lies, before anything is drawn.
 * The same scores and options always give the same layout; only names that wrap on
 * paper depend on the fonts of the machine. */
#include "config.h"

#include "chart/mer-rating-chart-private.h"

#include <math.h>

#define MARGIN_LEFT 12.0
#define MARGIN_RIGHT 16.0
#define GAP 8.0
#define PLACE_WIDTH 32.0
#define VALUE_WIDTH 58.0
#define LABEL_SHARE 0.3
#define LABEL_MIN 140.0
#define LABEL_MAX 300.0
/* On paper the outer margins are the padding of a table's cells. */
#define PRINT_MARGIN 4.0
#define PRINT_VALUE_WIDTH 46.0
#define HEADER_EM 2.25
#define FOOTER_EM 3.3

/* Families and titles are few: interned, they outlive whatever the caller does. */
static void
copy_options (MerRatingChartOptions       *to,
              const MerRatingChartOptions *from)
{
  *to = *from;
  to->font = g_intern_string (from->font != NULL ? from->font : "Sans");
  to->small_font = from->small_font != NULL ? g_intern_string (from->small_font) : to->font;
  to->series_title = g_intern_string (from->series_title);
}

static double
score_value (const MerScore *score)
{
  return mer_rational_to_double (&score->value);
}

/* A step of 1, 2 or 5 times a power of ten that cuts `range` into five at most. */
static double
nice_step (double range)
{
  double power = pow (10, floor (log10 (range / 5)));
  double share = range / 5 / power;

  if (share <= 1)
    return power;
  if (share <= 2)
    return 2 * power;
  return share <= 5 ? 5 * power : 10 * power;
}

static void
place_columns (MerRatingLayout *self)
{
  const MerRatingChartOptions *options = &self->options;
  double                       left = options->print ? PRINT_MARGIN : MARGIN_LEFT;
  double                       right = options->width;

  right -= options->print ? PRINT_MARGIN : MARGIN_RIGHT;
  if (options->style != MER_RATING_CHART_BARS)
    {
      if (!options->print)
        {
          self->place_right = left + PLACE_WIDTH;
          left = self->place_right + GAP;
        }
      self->label_x = left;
      self->label_width = CLAMP (options->width * LABEL_SHARE, LABEL_MIN, LABEL_MAX);
      self->value_right = right;
      left += self->label_width + GAP;
      right -= (options->print ? PRINT_VALUE_WIDTH : VALUE_WIDTH) + GAP;
    }
  self->plot_x = left;
  self->plot_width = MAX (right - left, 1);
}

double
mer_rating_layout_x (const MerRatingLayout *self,
                     double                 value)
{
  double share = (value - self->from) / (self->maximum - self->from);

  return self->plot_x + self->plot_width * CLAMP (share, 0, 1);
}

/* Where a band begins, in percent of the maximum. */
static double
band_edge (const MerMethodology *methodology,
           const MerBand        *band)
{
  g_auto (MerRational) from = MER_RATIONAL_ZERO;
  gboolean exclusive;

  mer_methodology_band_from (methodology, band, &from, &exclusive);
  return mer_rational_to_double (&from);
}

static void
place_bands (MerRatingLayout *self)
{
  const MerMethodology *methodology = self->table->methodology;
  guint                 n = methodology->bands != NULL ? methodology->bands->len : 0;
  double                upper = 100;

  self->bands = g_array_new (FALSE, TRUE, sizeof (MerRatingBand));
  for (guint i = 0; i < n; i++)
    {
      const MerBand *band = g_ptr_array_index (methodology->bands, i);
      double         lower = i + 1 < n ? band_edge (methodology, band) : 0;
      MerRatingBand  piece = {
         .x = mer_rating_layout_x (self, lower / 100 * self->maximum),
         .color = n > 1 ? (i * 4 + (n - 1) / 2) / (n - 1) : 0,
         .title = band->title,
         .short_title = band->short_title,
      };

      piece.width = mer_rating_layout_x (self, upper / 100 * self->maximum) - piece.x;
      upper = lower;
      if (piece.width > 0)
        g_array_append_val (self->bands, piece);
    }
}

/* The bar cut into what each criterion adds to the total; criteria that are left out
 * hand their weight to the others. */
static double *
cut_bar (const MerRatingLayout *self,
         const MerScoreRow     *row,
         const MerRatingMark   *mark)
{
  guint   n = self->table->n_criteria;
  double *edges = g_new (double, MAX (n, 1));
  double  sum = 0;
  double  x = mark->x;

  for (guint i = 0; i < n; i++)
    {
      const MerCriterion *criterion = g_ptr_array_index (self->table->methodology->criteria, i);

      edges[i] = row->criteria[i].defined &&
                     mer_methodology_counts (self->table->methodology, criterion)
                   ? score_value (&row->criteria[i]) * mer_rational_to_double (&criterion->weight)
                   : 0;
      sum += edges[i];
    }
  for (guint i = 0; i < n; i++)
    {
      x += sum > 0 ? edges[i] / sum * mark->width : 0;
      edges[i] = x;
    }
  return edges;
}

static void
find_previous (MerRatingLayout *self,
               MerRatingMark   *mark)
{
  const MerScoreRow *before = NULL;
  const MerPastYear *last = mer_score_past_find (self->past, mark->organization_id, &before);
  double             scale;

  mark->previous_x = NAN;
  if (last == NULL || !before->total.defined)
    return;
  /* Another edition may have another maximum: compare shares of it. */
  scale = self->maximum / mer_rational_to_double (&last->scores->methodology->maximum);
  mark->previous_x = mer_rating_layout_x (self, score_value (&before->total) * scale);
  self->last = !self->has_previous || self->last == last ? last : NULL;
  self->has_previous = TRUE;
}

static void
place_mark (MerRatingLayout   *self,
            const MerScoreRow *row,
            MerRatingMark     *mark)
{
  const MerRatingChartOptions *options = &self->options;
  guint                        rank = options->rank_in_kind ? row->rank_in_kind : row->rank;

  mark->organization_id = row->organization->id;
  mark->label = row->organization->name;
  mark->defined = row->total.defined;
  mark->place = rank > 0 ? g_strdup_printf ("%u", rank) : g_strdup ("—");
  mark->height = options->bar;
  mark->x = self->plot_x;
  if (mark->defined)
    {
      mark->width = mer_rating_layout_x (self, score_value (&row->total)) - self->plot_x;
      mark->value = mer_format_rational (options->language, &row->total.value,
                                         self->table->decimals);
      self->has_defined = TRUE;
      if (options->style == MER_RATING_CHART_CRITERIA)
        mark->segments = cut_bar (self, row, mark);
    }
  else
    {
      mark->value = g_strdup ("—");
      mark->reason = mer_rating_reason (options->language, self->table, row);
    }
}

/* On paper nothing is elided: names that do not fit one line make their row higher. */
static double
row_height (MerRatingLayout     *self,
            const MerRatingMark *mark)
{
  const MerRatingChartOptions *options = &self->options;
  MerTextStyle                 style = { options->font, options->em, FALSE };
  PangoLayout                 *label;
  int                          width, height;

  if (self->labels == NULL)
    return options->pitch;
  label = mer_text_layout (self->text, &style, mark->label, self->label_width);
  g_ptr_array_add (self->labels, label);
  if (pango_layout_get_line_count (label) < 2)
    return options->pitch;
  pango_layout_get_size (label, &width, &height);
  return MAX (options->pitch, (double) height / PANGO_SCALE + PRINT_MARGIN);
}

static void
place_marks (MerRatingLayout *self,
             GPtrArray       *rows)
{
  double y = 0;

  if (self->options.print && self->options.style != MER_RATING_CHART_BARS)
    self->labels = g_ptr_array_new_with_free_func (g_object_unref);
  self->n_marks = rows->len;
  self->marks = g_new0 (MerRatingMark, rows->len);
  self->rows = g_new0 (const MerScoreRow *, rows->len);
  for (guint i = 0; i < rows->len; i++)
    {
      MerRatingMark *mark = &self->marks[i];

      self->rows[i] = g_ptr_array_index (rows, i);
      place_mark (self, self->rows[i], mark);
      find_previous (self, mark);
      mark->top = y;
      mark->pitch = row_height (self, mark);
      mark->y = y + (mark->pitch - mark->height) / 2;
      y += mark->pitch;
    }
  self->body = y;
}

/**
 * mer_rating_layout_new:
 * @table: the scores; a reference is taken
 * @rows: (element-type MerScoreRow): rows of @table to show, in this order
 * @past: (nullable) (element-type MerPastYear): assessments before, for the ticks; kept
 * @options: what to draw; copied
 *
 * Returns: (transfer full): the geometry of the chart
 */
MerRatingLayout *
mer_rating_layout_new (MerScoreTable               *table,
                       GPtrArray                   *rows,
                       GPtrArray                   *past,
                       const MerRatingChartOptions *options)
{
  MerRatingLayout *self = g_new0 (MerRatingLayout, 1);

  copy_options (&self->options, options);
  self->table = mer_score_table_ref (table);
  self->past = past != NULL ? g_ptr_array_ref (past) : NULL;
  self->text = options->print ? mer_text_new_for_paper () : mer_text_new ();
  self->maximum = mer_rational_to_double (&table->methodology->maximum);
  if (self->maximum <= 0)
    self->maximum = 100;
  if (options->scale_from > 0 && options->scale_from < self->maximum &&
      options->style != MER_RATING_CHART_CRITERIA)
    self->from = options->scale_from;
  self->step = nice_step (self->maximum - self->from);
  place_columns (self);
  place_bands (self);
  place_marks (self, rows);
  if (self->n_marks == 0)
    self->body = options->pitch * 3;
  else
    {
      if (options->style != MER_RATING_CHART_CRITERIA)
        self->header = ceil (options->em * HEADER_EM);
      self->footer = ceil (options->em * FOOTER_EM);
    }
  return self;
}

void
mer_rating_layout_free (MerRatingLayout *self)
{
  for (guint i = 0; i < self->n_marks; i++)
    {
      g_free (self->marks[i].segments);
      g_free (self->marks[i].value);
      g_free (self->marks[i].place);
      g_free (self->marks[i].reason);
    }
  g_free (self->marks);
  g_free (self->rows);
  g_array_unref (self->bands);
  g_clear_pointer (&self->labels, g_ptr_array_unref);
  mer_text_free (self->text);
  mer_score_table_unref (self->table);
  g_clear_pointer (&self->past, g_ptr_array_unref);
  g_free (self);
}

guint
mer_rating_layout_n_marks (const MerRatingLayout *self)
{
  return self->n_marks;
}

const MerRatingMark *
mer_rating_layout_mark (const MerRatingLayout *self,
                        guint                  i)
{
  g_return_val_if_fail (i < self->n_marks, NULL);
  return &self->marks[i];
}

double
mer_rating_layout_header_height (const MerRatingLayout *self)
{
  return self->header;
}

double
mer_rating_layout_body_height (const MerRatingLayout *self)
{
  return self->body;
}

double
mer_rating_layout_footer_height (const MerRatingLayout *self)
{
  return self->footer;
}

/**
 * mer_rating_layout_hit:
 * @self: a layout
 * @y: a height in the body
 *
 * Returns: the mark whose row holds @y, or −1
 */
int
mer_rating_layout_hit (const MerRatingLayout *self,
                       double                 y)
{
  guint low = 0;
  guint high = self->n_marks;

  if (self->n_marks == 0 || y < 0 || y >= self->body)
    return -1;
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (self->marks[middle].top <= y)
        low = middle;
      else
        high = middle;
    }
  return (int) low;
}

/**
 * mer_rating_layout_stretch:
 * @self: a layout
 * @first: first row
 * @n: how many
 * @top: (out): where @first begins in the body
 *
 * Returns: the height of these rows
 */
double
mer_rating_layout_stretch (const MerRatingLayout *self,
                           guint                  first,
                           guint                  n,
                           double                *top)
{
  const MerRatingMark *last;

  *top = 0;
  if (n == 0 || first + n > self->n_marks)
    return 0;
  *top = self->marks[first].top;
  last = &self->marks[first + n - 1];
  return last->top + last->pitch - *top;
}

/**
 * mer_rating_layout_dump:
 * @self: a layout
 *
 * Returns: (transfer full): the whole geometry as text, to a tenth, for golden tests
 */
char *
mer_rating_layout_dump (const MerRatingLayout *self)
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "size %.1f + %.1f + %.1f\n", self->header, self->body, self->footer);
  g_string_append_printf (out, "plot %.1f..%.1f scale %g..%g step %g\n", self->plot_x,
                          self->plot_x + self->plot_width, self->from, self->maximum, self->step);
  for (guint i = 0; i < self->bands->len; i++)
    {
      const MerRatingBand *band = &g_array_index (self->bands, MerRatingBand, i);

      g_string_append_printf (out, "band %u %.1f+%.1f %s\n", band->color, band->x,
                              band->width, band->title);
    }
  for (guint i = 0; i < self->n_marks; i++)
    {
      const MerRatingMark *mark = &self->marks[i];

      g_string_append_printf (out, "%s %s: %.1f %.1f %.1fx%.1f %s", mark->place, mark->label,
                              mark->x, mark->y, mark->width, mark->height, mark->value);
      if (!isnan (mark->previous_x))
        g_string_append_printf (out, " before %.1f", mark->previous_x);
      for (guint k = 0; mark->segments != NULL && k < self->table->n_criteria; k++)
        g_string_append_printf (out, "%s%.1f", k == 0 ? " cut " : " ", mark->segments[k]);
      if (mark->reason != NULL)
        g_string_append_printf (out, " %s", mark->reason);
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}
