/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Columns that are made as they come into sight. Invariant: every column between the edges of
 * the scrolled window, and two more at either side, has its widget once the main loop was idle;
 * none is made while widgets are being allocated. */

#include "config.h"

#include "ui/import/mer-import-strip.h"

#define PITCH_EM 12.45 /* 166 px at the usual text */
#define MARGIN 2       /* columns made beyond either edge */

struct _MerImportStrip
{
  GtkWidget parent_instance;

  GtkAdjustment *adjustment; /* owned, nullable */
  MerStripMake   make;
  gpointer       make_data;
  guint          n_columns;
  GHashTable    *made; /* owned: column → GtkWidget, which is our child */
  guint          idle;
  guint          wanted; /* column that is to come into sight once there is room; or NONE */
};

#define NONE G_MAXUINT

G_DEFINE_FINAL_TYPE (MerImportStrip, mer_import_strip, GTK_TYPE_WIDGET)

int
mer_import_strip_get_pitch (MerImportStrip *self)
{
  PangoContext               *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double                      size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72.0;
  return (int) (MAX (size, 8) * PITCH_EM + 0.5);
}

/* --- which columns are in sight ------------------------------------------------------- */

static void
find_range (MerImportStrip *self,
            guint          *first,
            guint          *last)
{
  double value = self->adjustment != NULL ? gtk_adjustment_get_value (self->adjustment) : 0;
  double page = self->adjustment != NULL ? gtk_adjustment_get_page_size (self->adjustment) : 0;
  int    pitch = mer_import_strip_get_pitch (self);
  int    from = (int) (value / pitch) - MARGIN;
  int    to = (int) ((value + page) / pitch) + MARGIN;

  *first = (guint) MAX (from, 0);
  *last = (guint) MAX (MIN (to, (int) self->n_columns - 1), -1);
}

static void
drop_column (MerImportStrip *self,
             guint           column)
{
  GtkWidget *child = g_hash_table_lookup (self->made, GUINT_TO_POINTER (column));

  g_hash_table_remove (self->made, GUINT_TO_POINTER (column));
  gtk_widget_unparent (child);
}

/* A column that has the keyboard stays, wherever it is. */
static void
drop_out_of_sight (MerImportStrip *self,
                   guint           first,
                   guint           last)
{
  g_autoptr (GList) columns = g_hash_table_get_keys (self->made);
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  for (GList *at = columns; at != NULL; at = at->next)
    {
      guint column = GPOINTER_TO_UINT (at->data);

      if ((column < first || column > last || column >= self->n_columns) &&
          g_hash_table_lookup (self->made, at->data) != focus)
        drop_column (self, column);
    }
}

static void
make_columns (MerImportStrip *self)
{
  guint first = 0;
  guint last = 0;

  if (self->make == NULL || self->n_columns == 0)
    return;
  find_range (self, &first, &last);
  drop_out_of_sight (self, first, last);
  for (guint i = first; i <= last && i < self->n_columns; i++)
    {
      GtkWidget *child = NULL;

      if (g_hash_table_contains (self->made, GUINT_TO_POINTER (i)))
        continue;
      child = self->make (i, self->make_data);
      g_hash_table_insert (self->made, GUINT_TO_POINTER (i), child);
      gtk_widget_set_parent (child, GTK_WIDGET (self));
    }
}

/* Before the columns have got their places there is nowhere to scroll to. */
static void
scroll_to_wanted (MerImportStrip *self)
{
  int    pitch = mer_import_strip_get_pitch (self);
  double end = ((double) self->wanted + 1) * pitch;

  if (self->wanted == NONE || self->adjustment == NULL ||
      gtk_adjustment_get_page_size (self->adjustment) < 1 ||
      gtk_adjustment_get_upper (self->adjustment) < end)
    return;
  gtk_adjustment_clamp_page (self->adjustment, (double) self->wanted * pitch, end);
  self->wanted = NONE;
}

static gboolean
idle_cb (gpointer user_data)
{
  MerImportStrip *self = user_data;

  self->idle = 0;
  scroll_to_wanted (self);
  make_columns (self);
  return G_SOURCE_REMOVE;
}

/* Before the next frame is laid out. */
static void
queue_columns (MerImportStrip *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, idle_cb, self, NULL);
}

/* --- overrides ------------------------------------------------------------------------ */

static void
mer_import_strip_measure (GtkWidget     *widget,
                          GtkOrientation orientation,
                          int            for_size,
                          int           *minimum,
                          int           *natural,
                          int           *minimum_baseline,
                          int           *natural_baseline)
{
  MerImportStrip *self = MER_IMPORT_STRIP (widget);
  int             pitch = mer_import_strip_get_pitch (self);
  GHashTableIter  iter;
  gpointer        child;

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = (int) self->n_columns * pitch;
      return;
    }
  g_hash_table_iter_init (&iter, self->made);
  while (g_hash_table_iter_next (&iter, NULL, &child))
    {
      int least = 0;
      int best = 0;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, pitch, &least, &best, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, best);
    }
}

static void
mer_import_strip_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  MerImportStrip *self = MER_IMPORT_STRIP (widget);
  int             pitch = mer_import_strip_get_pitch (self);
  GHashTableIter  iter;
  gpointer        column;
  gpointer        child;

  g_hash_table_iter_init (&iter, self->made);
  while (g_hash_table_iter_next (&iter, &column, &child))
    {
      GtkAllocation allocation = { (int) GPOINTER_TO_UINT (column) * pitch, 0, pitch, height };

      gtk_widget_size_allocate (child, &allocation, -1);
    }
}

static void
mer_import_strip_css_changed (GtkWidget         *widget,
                              GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (mer_import_strip_parent_class)->css_changed (widget, change);
  gtk_widget_queue_resize (widget);
  queue_columns (MER_IMPORT_STRIP (widget));
}

static void
drop_all (MerImportStrip *self)
{
  g_autoptr (GList) columns = g_hash_table_get_keys (self->made);

  for (GList *at = columns; at != NULL; at = at->next)
    drop_column (self, GPOINTER_TO_UINT (at->data));
}

static void
mer_import_strip_dispose (GObject *object)
{
  MerImportStrip *self = MER_IMPORT_STRIP (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  mer_import_strip_set_adjustment (self, NULL);
  drop_all (self);
  G_OBJECT_CLASS (mer_import_strip_parent_class)->dispose (object);
}

static void
mer_import_strip_finalize (GObject *object)
{
  g_hash_table_unref (MER_IMPORT_STRIP (object)->made);
  G_OBJECT_CLASS (mer_import_strip_parent_class)->finalize (object);
}

static void
mer_import_strip_class_init (MerImportStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_import_strip_dispose;
  G_OBJECT_CLASS (klass)->finalize = mer_import_strip_finalize;
  widget_class->measure = mer_import_strip_measure;
  widget_class->size_allocate = mer_import_strip_size_allocate;
  widget_class->css_changed = mer_import_strip_css_changed;
}

static void
mer_import_strip_init (MerImportStrip *self)
{
  self->made = g_hash_table_new (NULL, NULL);
  self->wanted = NONE;
}

/* --- what others call ----------------------------------------------------------------- */

void
mer_import_strip_set_adjustment (MerImportStrip *self,
                                 GtkAdjustment  *adjustment)
{
  g_return_if_fail (MER_IS_IMPORT_STRIP (self));
  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustment, self);
  g_set_object (&self->adjustment, adjustment);
  if (adjustment == NULL)
    return;
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (queue_columns), self);
  g_signal_connect_swapped (adjustment, "changed", G_CALLBACK (queue_columns), self);
}

void
mer_import_strip_set_maker (MerImportStrip *self,
                            MerStripMake    make,
                            gpointer        user_data)
{
  g_return_if_fail (MER_IS_IMPORT_STRIP (self));
  self->make = make;
  self->make_data = user_data;
}

void
mer_import_strip_reset (MerImportStrip *self,
                        guint           n_columns)
{
  g_return_if_fail (MER_IS_IMPORT_STRIP (self));
  drop_all (self);
  self->n_columns = n_columns;
  self->wanted = NONE;
  make_columns (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
mer_import_strip_update (MerImportStrip *self,
                         MerStripUpdate  update,
                         gpointer        user_data)
{
  GHashTableIter iter;
  gpointer       column;
  gpointer       child;

  g_return_if_fail (MER_IS_IMPORT_STRIP (self));
  g_hash_table_iter_init (&iter, self->made);
  while (g_hash_table_iter_next (&iter, &column, &child))
    update (child, GPOINTER_TO_UINT (column), user_data);
}

GtkWidget *
mer_import_strip_get (MerImportStrip *self,
                      guint           column)
{
  g_return_val_if_fail (MER_IS_IMPORT_STRIP (self), NULL);
  return g_hash_table_lookup (self->made, GUINT_TO_POINTER (column));
}

guint
mer_import_strip_get_n (MerImportStrip *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_STRIP (self), 0);
  return self->n_columns;
}

guint
mer_import_strip_get_n_made (MerImportStrip *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_STRIP (self), 0);
  return g_hash_table_size (self->made);
}

void
mer_import_strip_reveal (MerImportStrip *self,
                         guint           column)
{
  g_return_if_fail (MER_IS_IMPORT_STRIP (self));
  self->wanted = column;
  queue_columns (self);
}
