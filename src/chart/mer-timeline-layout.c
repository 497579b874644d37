/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where deadlines stand on the scale, and what a reader who does not see it is told. */
#include "config.h"

#include "chart/mer-timeline-private.h"

#define LABEL_SHARE 0.30
#define LABEL_LEAST 140.0
#define LABEL_MOST 300.0
#define MARGIN_LEFT 12.0
#define MARGIN_RIGHT 16.0
#define MONTH_LEAST 48.0 /* narrower than that, lines stand for more than a month */
#define PITCH_EM 2.4     /* 32 px at the usual size */

void
mer_timeline_row_free (MerTimelineRow *self)
{
  if (self == NULL)
    return;
  g_free (self->label);
  g_free (self->phrase);
  g_free (self);
}

/* --- the scale ----------------------------------------------------------------------------- */

static MerDay
start_of_month (MerDay day)
{
  int year = 0, month = 0;

  mer_day_split (day, &year, &month, NULL);
  return mer_day_new (year, month, 1);
}

static void
widen (MerDay *first,
       MerDay *last,
       MerDay  from,
       MerDay  to)
{
  if (from != MER_DAY_NONE && (*first == MER_DAY_NONE || from < *first))
    *first = from;
  if (to != MER_DAY_NONE && to > *last)
    *last = to;
}

/* Whole months around all that has days. What is done by a day takes no room before it. */
static void
choose_scale (MerTimelineLayout *self)
{
  MerDay first = self->options.first;
  MerDay last = self->options.last;

  if (first == MER_DAY_NONE || last == MER_DAY_NONE)
    {
      first = last = MER_DAY_NONE;
      for (guint i = 0; i < self->rows->len; i++)
        {
          const MerTimelineRow *row = self->rows->pdata[i];

          widen (&first, &last, row->until ? row->last : row->first, row->last);
        }
      if (first == MER_DAY_NONE)
        widen (&first, &last, self->options.today, self->options.today);
    }
  self->first = start_of_month (first);
  self->last = mer_day_end_of_month (last);
}

/* A month, a quarter, half a year, or years: the least whose pieces are wide enough. */
static void
choose_step (MerTimelineLayout *self)
{
  static const int steps[] = { 1, 3, 6, 12, 24, 60 };
  double           days = (double) (self->last - self->first + 1);
  double           month = self->plot_width / (days / 30.44);

  self->step = steps[G_N_ELEMENTS (steps) - 1];
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (month * steps[i] >= MONTH_LEAST)
      {
        self->step = steps[i];
        return;
      }
}

double
mer_timeline_layout_x (const MerTimelineLayout *self,
                       MerDay                   day)
{
  double share =
    (double) (day - self->first) / (double) (self->last - self->first + 1);

  return self->plot_x + CLAMP (share, 0.0, 1.0) * self->plot_width;
}

/* --- rows ---------------------------------------------------------------------------------- */

static void
place_row (MerTimelineLayout    *self,
           const MerTimelineRow *row,
           MerTimelineMark      *mark)
{
  if (row->heading)
    return;
  if (row->continuous)
    {
      mark->x = self->plot_x;
      mark->width = self->plot_width;
    }
  else if (row->last != MER_DAY_NONE)
    {
      double end = mer_timeline_layout_x (self, row->last + 1);
      double start = row->until ? end - MER_TIMELINE_DIAMOND
                                : mer_timeline_layout_x (self, row->first);

      mark->x = row->until ? MIN (start, self->plot_x + self->plot_width - MER_TIMELINE_DIAMOND)
                           : start;
      mark->width = MAX (end - mark->x, 3);
    }
}

MerTimelineLayout *
mer_timeline_layout_new (const GPtrArray          *rows,
                         const MerTimelineOptions *options)
{
  MerTimelineLayout *self = g_new0 (MerTimelineLayout, 1);
  double             label = CLAMP (options->width * LABEL_SHARE, LABEL_LEAST, LABEL_MOST);

  self->rows = rows;
  self->options = *options;
  self->font = g_strdup (options->font != NULL ? options->font : "Sans");
  self->text = mer_text_new ();
  self->pitch = options->em * PITCH_EM;
  self->header = options->em * 2.8;
  self->label_x = MARGIN_LEFT;
  self->label_width = label;
  self->plot_x = MARGIN_LEFT + label + 12;
  self->plot_width = MAX (options->width - self->plot_x - MARGIN_RIGHT, 40);
  choose_scale (self);
  choose_step (self);
  self->marks = g_new0 (MerTimelineMark, MAX (rows->len, 1));
  for (guint i = 0; i < rows->len; i++)
    {
      self->marks[i].top = i * self->pitch;
      self->marks[i].pitch = self->pitch;
      place_row (self, rows->pdata[i], &self->marks[i]);
    }
  return self;
}

void
mer_timeline_layout_free (MerTimelineLayout *self)
{
  if (self == NULL)
    return;
  mer_text_free (self->text);
  g_free (self->font);
  g_free (self->marks);
  g_free (self);
}

guint
mer_timeline_layout_n_marks (const MerTimelineLayout *self)
{
  return self->rows->len;
}

const MerTimelineMark *
mer_timeline_layout_mark (const MerTimelineLayout *self,
                          guint                    i)
{
  return &self->marks[i];
}

double
mer_timeline_layout_header_height (const MerTimelineLayout *self)
{
  return self->header;
}

double
mer_timeline_layout_body_height (const MerTimelineLayout *self)
{
  return self->rows->len * self->pitch;
}

int
mer_timeline_layout_hit (const MerTimelineLayout *self,
                         double                   y)
{
  int i = y >= 0 ? (int) (y / self->pitch) : -1;

  return i < (int) self->rows->len ? i : -1;
}

int
mer_timeline_layout_step_months (const MerTimelineLayout *self)
{
  return self->step;
}

/* --- in words ------------------------------------------------------------------------------ */

static void
count_rows (const GPtrArray *rows,
            MerDay           today,
            guint           *n,
            guint           *overdue,
            guint           *coming)
{
  MerDay soon = mer_day_add_months (today, 1);

  for (guint i = 0; i < rows->len; i++)
    {
      const MerTimelineRow *row = rows->pdata[i];

      if (row->heading)
        continue;
      (*n)++;
      *overdue += row->status == MER_TIMELINE_OVERDUE ? 1 : 0;
      if (row->status != MER_TIMELINE_DONE && row->last >= today && row->last <= soon)
        (*coming)++;
    }
}

char *
mer_timeline_describe (const GPtrArray *rows,
                       MerDay           today,
                       MerLanguage      language)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0, overdue = 0, coming = 0;

  count_rows (rows, today, &n, &overdue, &coming);
  if (n == 0)
    return g_strdup (mer_tr (language, "The time scale is empty."));
  g_string_append_printf (text, mer_trn (language, "%u item", "%u items", n), n);
  g_string_append (text, ", ");
  if (overdue > 0)
    g_string_append_printf (text, mer_trn (language, "%u is overdue", "%u are overdue", overdue),
                            overdue);
  else
    g_string_append (text, mer_tr (language, "none is overdue"));
  if (coming > 0)
    {
      g_string_append (text, ", ");
      g_string_append_printf (
        text, mer_trn (language, "%u is due within a month", "%u are due within a month", coming),
        coming);
    }
  g_string_append_c (text, '.');
  return g_string_free (g_steal_pointer (&text), FALSE);
}
