/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the grid of checklists is painted: names, headers and cells in clips of their own, so
 * that cells scroll under neither, and of each only what is in sight. */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/widgets/mer-checklist-grid-private.h"
#include "ui/widgets/mer-theme.h"

#define PADDING 8
#define HEAD_PADDING 6
#define HEAD_SCALE 0.82
#define TINT_ALPHA 0.16f
#define ABSENT_ALPHA 0.15f
#define HALF_ALPHA 0.07f
#define UNASKED_ALPHA 0.45f
#define CORNER 6
#define DOT 3

/* What one painting has at hand. */
typedef struct
{
  MerChecklistGrid    *grid;
  GtkSnapshot         *snapshot;
  const MerChartTheme *theme;
  int                  width, height;
  guint                first_row, end_row, first_column, end_column; /* in sight */
  MerChecklistRange    range;
  gboolean             chosen; /* there is a range */
} Painter;

static GdkRGBA
color_of (MerColor color,
          float    alpha)
{
  GdkRGBA rgba = mer_theme_rgba (color);

  rgba.alpha = alpha;
  return rgba;
}

static void
fill (const Painter *self,
      MerColor       color,
      float          alpha,
      int            x,
      int            y,
      int            width,
      int            height)
{
  GdkRGBA rgba = color_of (color, alpha);

  gtk_snapshot_append_color (self->snapshot, &rgba,
                             &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width,
                                                  (float) height));
}

static void
push_clip (const Painter *self,
           int            x,
           int            y,
           int            width,
           int            height)
{
  gtk_snapshot_push_clip (self->snapshot,
                          &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) MAX (width, 0),
                                               (float) MAX (height, 0)));
}

static void
paint_layout (const Painter *self,
              PangoLayout   *layout,
              MerColor       color,
              int            x,
              int            y)
{
  GdkRGBA rgba = color_of (color, 1);

  gtk_snapshot_save (self->snapshot);
  gtk_snapshot_translate (self->snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (self->snapshot, layout, &rgba);
  gtk_snapshot_restore (self->snapshot);
}

/* --- layouts -------------------------------------------------------------------------- */

void
mer_checklist_grid_drop_layouts (MerChecklistGrid *self)
{
  for (guint i = 0; i < MER_GRID_N_SIGNS; i++)
    g_clear_object (&self->signs[i]);
  g_clear_object (&self->name);
  g_ptr_array_set_size (self->heads, 0);
}

static void
set_weight (PangoLayout *layout,
            PangoWeight  weight,
            double       scale)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_weight_new (weight));
  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  pango_layout_set_attributes (layout, attributes);
}

static PangoLayout *
sign_layout (MerChecklistGrid *self,
             MerMark           mark)
{
  MerMarkCell cell = { mark, 1 };

  if (self->signs[mark] != NULL)
    return self->signs[mark];
  self->signs[mark] =
    gtk_widget_create_pango_layout (GTK_WIDGET (self), mer_checklist_sign (&cell));
  if (mark == MER_MARK_ABSENT || mark == MER_MARK_HALF)
    set_weight (self->signs[mark], PANGO_WEIGHT_SEMIBOLD, 1);
  return self->signs[mark];
}

static PangoLayout *
name_layout (MerChecklistGrid *self)
{
  if (self->name != NULL)
    return self->name;
  self->name = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  set_weight (self->name, PANGO_WEIGHT_SEMIBOLD, 1);
  pango_layout_set_ellipsize (self->name, PANGO_ELLIPSIZE_MIDDLE);
  pango_layout_set_single_paragraph_mode (self->name, TRUE);
  return self->name;
}

/* --- breaking long words -------------------------------------------------------------- */

#define SOFT_HYPHEN 0xad
#define LONG_WORD 8

static gboolean
is_vowel (gunichar letter)
{
  return g_utf8_strchr ("аеёиоуыэюяaeiouy", -1, g_unichar_tolower (letter)) != NULL;
}

/* Signs and «й» belong to the letter before them. */
static gboolean
begins_part (gunichar letter)
{
  return g_utf8_strchr ("йьъ", -1, g_unichar_tolower (letter)) == NULL;
}

/* Whether a word may be broken before its i-th letter: there is a vowel on either side, and a
 * part begins with one consonant at most. */
static gboolean
may_break (const gunichar *word,
           glong           n,
           glong           i)
{
  gboolean before = FALSE;

  if (i < 2 || i > n - 3 || !begins_part (word[i]) || is_vowel (word[i]) ||
      !is_vowel (word[i + 1]))
    return FALSE;
  for (glong k = 0; k < i; k++)
    before |= is_vowel (word[k]);
  return before;
}

static void
append_word (GString        *out,
             const gunichar *word,
             glong           n)
{
  for (glong i = 0; i < n; i++)
    {
      if (n >= LONG_WORD && may_break (word, n, i))
        g_string_append_unichar (out, SOFT_HYPHEN);
      g_string_append_unichar (out, word[i]);
    }
}

/* The text with soft hyphens, so that a narrow column breaks words where people do. */
static char *
hyphenate (const char *text)
{
  g_autoptr (GString) out = g_string_new (NULL);
  glong                n = 0;
  g_autofree gunichar *letters = g_utf8_to_ucs4_fast (text, -1, &n);

  for (glong i = 0; i < n;)
    {
      glong end = i;

      while (end < n && g_unichar_isalpha (letters[end]))
        end++;
      append_word (out, letters + i, end - i);
      for (i = end; i < n && !g_unichar_isalpha (letters[i]); i++)
        g_string_append_unichar (out, letters[i]);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static PangoLayout *
make_head (MerChecklistGrid *self,
           guint             column)
{
  const MerCycleItem *item = mer_checklist_data_item (self->data, column);
  g_autofree char    *text = hyphenate (item->text);
  PangoLayout        *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  int                 line = 0;

  set_weight (layout, PANGO_WEIGHT_NORMAL, HEAD_SCALE);
  pango_layout_set_width (layout, (self->cell_width - 2 * HEAD_PADDING) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -1);
  pango_layout_get_pixel_size (layout, NULL, &line);
  /* as many lines as there is room for */
  pango_layout_set_height (
    layout, -MAX (1, (self->header_height - self->place_height - 8) / MAX (line, 1)));
  return layout;
}

static PangoLayout *
head_layout (MerChecklistGrid *self,
             guint             column)
{
  while (self->heads->len <= column)
    g_ptr_array_add (self->heads, make_head (self, self->heads->len));
  return g_ptr_array_index (self->heads, column);
}

/* --- cells ---------------------------------------------------------------------------- */

static gboolean
is_chosen (const Painter *self,
           guint          row,
           guint          column)
{
  return self->chosen && row >= self->range.row && row <= self->range.last_row &&
         column >= self->range.column && column <= self->range.last_column;
}

static MerColor
sign_color (const Painter *self,
            MerMark        mark)
{
  if (mark == MER_MARK_NOT_REQUIRED)
    return self->theme->secondary;
  return mark == MER_MARK_PRESENT ? self->theme->ink : self->theme->warning;
}

static void
paint_ground (const Painter      *self,
              const GdkRectangle *area,
              const MerMarkCell  *cell,
              gboolean            asked,
              gboolean            chosen)
{
  if (cell->line == 0 && !asked)
    fill (self, self->theme->grid, UNASKED_ALPHA, area->x, area->y, area->width, area->height);
  else if (cell->line != 0 && cell->mark == MER_MARK_ABSENT)
    fill (self, self->theme->warning, ABSENT_ALPHA, area->x, area->y, area->width, area->height);
  else if (cell->line != 0 && cell->mark == MER_MARK_HALF)
    fill (self, self->theme->warning, HALF_ALPHA, area->x, area->y, area->width, area->height);
  if (chosen)
    fill (self, self->theme->selected, TINT_ALPHA, area->x, area->y, area->width, area->height);
}

static void
paint_sign (const Painter      *self,
            const GdkRectangle *area,
            MerMark             mark)
{
  PangoLayout *layout = sign_layout (self->grid, mark);
  int          width = 0;
  int          height = 0;

  pango_layout_get_pixel_size (layout, &width, &height);
  paint_layout (self, layout, sign_color (self, mark), area->x + (area->width - width) / 2,
                area->y + (area->height - height) / 2);
}

/* A corner folded down: there is a note. */
static void
paint_corner (const Painter *self,
              int            right,
              int            top)
{
  for (int i = 0; i < CORNER; i++)
    fill (self, self->theme->selected, 1, right - CORNER + i, top + i, CORNER - i, 1);
}

static void
paint_cell (const Painter *self,
            guint          row,
            guint          column)
{
  const MerChecklistData *data = self->grid->data;
  guint                   source = mer_checklist_grid_data_row (self->grid, row);
  const MerMarkCell      *cell = mer_checklist_data_cell (data, source, column);
  GdkRectangle            area;

  mer_checklist_grid_cell_area (self->grid, (int) row, (int) column, &area);
  paint_ground (self, &area, cell, mer_checklist_data_is_asked (data, source, column),
                is_chosen (self, row, column));
  if (cell->line != 0)
    paint_sign (self, &area, cell->mark);
  if (cell->line != 0 && mer_checklist_data_is_by_hand (data, source, column))
    fill (self, self->theme->secondary, 1, area.x + 4, area.y + 4, DOT, DOT);
  if (mer_checklist_data_note (data, source, (int) column) != NULL)
    paint_corner (self, area.x + area.width - 1, area.y);
}

/* 2 px around the cursor while the keyboard is here, else 1 px. */
static void
paint_cursor (const Painter *self)
{
  GdkRectangle   area;
  GskRoundedRect ring;
  GdkRGBA        color = color_of (self->theme->selected, 1);
  float          width = gtk_widget_has_focus (GTK_WIDGET (self->grid)) ? 2 : 1;

  if (self->grid->row < 0)
    return;
  mer_checklist_grid_cell_area (self->grid, self->grid->row, self->grid->column, &area);
  gsk_rounded_rect_init_from_rect (&ring,
                                   &GRAPHENE_RECT_INIT ((float) area.x, (float) area.y,
                                                        (float) area.width - 1,
                                                        (float) area.height - 1),
                                   2);
  gtk_snapshot_append_border (self->snapshot, &ring, (float[4]){ width, width, width, width },
                              (GdkRGBA[4]){ color, color, color, color });
}

/* One rule a row, and one before each place. */
static void
paint_rules (const Painter *self)
{
  GdkRectangle area;

  for (guint row = self->first_row; row < self->end_row; row++)
    {
      mer_checklist_grid_cell_area (self->grid, (int) row, 0, &area);
      fill (self, self->theme->grid, 1, self->grid->name_width, area.y + area.height - 1,
            self->width, 1);
    }
  for (guint i = 1; i < self->grid->data->groups->len; i++)
    {
      const MerChecklistGroup *group =
        &g_array_index (self->grid->data->groups, MerChecklistGroup, i);

      mer_checklist_grid_cell_area (self->grid, 0, (int) group->first, &area);
      fill (self, self->theme->zero, 1, area.x - 1, self->grid->header_height, 1,
            MIN (self->height - self->grid->header_height,
                 (int) self->grid->rows->len * self->grid->pitch));
    }
}

static void
paint_body (const Painter *self)
{
  const MerChecklistGrid *grid = self->grid;

  push_clip (self, grid->name_width, grid->header_height, self->width - grid->name_width,
             self->height - grid->header_height);
  for (guint row = self->first_row; row < self->end_row; row++)
    for (guint column = self->first_column; column < self->end_column; column++)
      paint_cell (self, row, column);
  paint_rules (self);
  paint_cursor (self);
  gtk_snapshot_pop (self->snapshot);
}

/* --- names ---------------------------------------------------------------------------- */

static void
paint_name (const Painter *self,
            guint          row)
{
  MerChecklistGrid  *grid = self->grid;
  PangoLayout       *layout = name_layout (grid);
  const MerMarkNote *note = NULL;
  guint              source = mer_checklist_grid_data_row (grid, row);
  GdkRectangle       area;
  int                height = 0;

  mer_checklist_grid_cell_area (grid, (int) row, 0, &area);
  if (self->chosen && row >= self->range.row && row <= self->range.last_row)
    fill (self, self->theme->selected, TINT_ALPHA, 0, area.y, grid->name_width, area.height);
  pango_layout_set_width (layout, (grid->name_width - 2 * PADDING) * PANGO_SCALE);
  pango_layout_set_text (layout, mer_checklist_data_organization (grid->data, source)->name, -1);
  pango_layout_get_pixel_size (layout, NULL, &height);
  paint_layout (self, layout, self->theme->ink, PADDING, area.y + (area.height - height) / 2);
  /* that someone was there is usual; words about it are not */
  note = mer_checklist_data_note (grid->data, source, -1);
  if (note != NULL && note->note != NULL)
    paint_corner (self, grid->name_width - 1, area.y);
  fill (self, self->theme->grid, 1, 0, area.y + area.height - 1, grid->name_width, 1);
}

static void
paint_names (const Painter *self)
{
  push_clip (self, 0, self->grid->header_height, self->grid->name_width,
             self->height - self->grid->header_height);
  for (guint row = self->first_row; row < self->end_row; row++)
    paint_name (self, row);
  gtk_snapshot_pop (self->snapshot);
}

/* --- headers -------------------------------------------------------------------------- */

static void
paint_head (const Painter *self,
            guint          column)
{
  GdkRectangle area;

  mer_checklist_grid_cell_area (self->grid, 0, (int) column, &area);
  if (self->chosen && column >= self->range.column && column <= self->range.last_column)
    fill (self, self->theme->selected, TINT_ALPHA, area.x, self->grid->place_height, area.width,
          self->grid->header_height - self->grid->place_height);
  paint_layout (self, head_layout (self->grid, column), self->theme->ink, area.x + HEAD_PADDING,
                self->grid->place_height + 4);
}

/* The title stays in sight as long as anything of its place does. */
static void
paint_place (const Painter           *self,
             const MerChecklistGroup *group)
{
  MerChecklistGrid *grid = self->grid;
  g_autoptr (PangoLayout) layout =
    gtk_widget_create_pango_layout (GTK_WIDGET (grid), group->title);
  GdkRectangle area;
  int          left, right, height;

  mer_checklist_grid_cell_area (grid, 0, (int) group->first, &area);
  left = MAX (area.x, grid->name_width);
  right = MIN (area.x + (int) group->n * grid->cell_width, self->width);
  if (right <= left)
    return;
  set_weight (layout, PANGO_WEIGHT_SEMIBOLD, 0.92);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, MAX (0, right - left - 2 * HEAD_PADDING) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  paint_layout (self, layout, self->theme->ink, left + HEAD_PADDING,
                (grid->place_height - height) / 2);
  fill (self, self->theme->zero, 1, area.x - 1, 0, 1, grid->header_height);
}

static void
paint_heads (const Painter *self)
{
  MerChecklistGrid *grid = self->grid;

  push_clip (self, grid->name_width, 0, self->width - grid->name_width, grid->header_height);
  for (guint column = self->first_column; column < self->end_column; column++)
    paint_head (self, column);
  for (guint i = 0; i < grid->data->groups->len; i++)
    paint_place (self, &g_array_index (grid->data->groups, MerChecklistGroup, i));
  fill (self, self->theme->grid, 1, grid->name_width, grid->place_height, self->width, 1);
  gtk_snapshot_pop (self->snapshot);
}

static void
paint_frame (const Painter *self)
{
  MerChecklistGrid *grid = self->grid;
  g_autoptr (PangoLayout) layout =
    gtk_widget_create_pango_layout (GTK_WIDGET (grid), _("Organization"));
  int height = 0;

  set_weight (layout, PANGO_WEIGHT_SEMIBOLD, 0.92);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, (grid->name_width - 2 * PADDING) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  paint_layout (self, layout, self->theme->ink, PADDING, grid->header_height - height - 4);
  fill (self, self->theme->zero, 1, 0, grid->header_height - 1, self->width, 1);
  fill (self, self->theme->zero, 1, grid->name_width - 1, 0, 1,
        MIN (self->height, grid->header_height + (int) grid->rows->len * grid->pitch));
}

/* --- all of it ------------------------------------------------------------------------ */

static void
find_visible (Painter *self)
{
  const MerChecklistGrid *grid = self->grid;
  GdkRectangle            origin;
  int                     left, top, wide, high;

  mer_checklist_grid_cell_area (self->grid, 0, 0, &origin);
  left = MAX (0, grid->name_width - origin.x);
  top = MAX (0, grid->header_height - origin.y);
  wide = MAX (0, self->width - grid->name_width);
  high = MAX (0, self->height - grid->header_height);
  self->first_row = (guint) (top / grid->pitch);
  self->first_column = (guint) (left / grid->cell_width);
  self->end_row = MIN (grid->rows->len, (guint) ((top + high) / grid->pitch) + 1);
  self->end_column = MIN (mer_checklist_data_n_columns (grid->data),
                          (guint) ((left + wide) / grid->cell_width) + 1);
}

void
mer_checklist_grid_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  Painter self = { MER_CHECKLIST_GRID (widget), snapshot, mer_theme_current () };

  self.width = gtk_widget_get_width (widget);
  self.height = gtk_widget_get_height (widget);
  if (self.grid->data == NULL || self.grid->pitch <= 0 || self.grid->cell_width <= 0)
    return;
  find_visible (&self);
  self.chosen = mer_checklist_grid_get_range (self.grid, &self.range);
  paint_body (&self);
  paint_names (&self);
  paint_heads (&self);
  paint_frame (&self);
}
