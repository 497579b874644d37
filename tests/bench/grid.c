/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the grid of a region's checklists takes: 1,500 organizations, some 90 items, median
 * of nine. One line a work: what, milliseconds, the target. */

#include <adwaita.h>
#include <glib/gstdio.h>
#include <stdlib.h>

#include "app/mer-new-document.h"
#include "store/mer-batch-store.h"
#include "ui/widgets/mer-checklist-grid.h"

#define ORGANIZATIONS 1500
#define ROUNDS 9
#define FRAMES 100

typedef struct
{
  MerDocument      *document;
  gint64            cycle_id;
  MerChecklistData *data;
  GArray           *rows;
  GtkWidget        *window;
  GtkWidget        *grid;
  GtkAdjustment    *horizontal, *vertical;
} Bench;

static gboolean
fill (Bench   *bench,
      GError **error)
{
  g_autoptr (MerCycle) cycle = mer_cycle_new ("НОКО 2024", 2024);
  g_autoptr (MerMarkTable) table = NULL;
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (MerMarkChange));

  cycle->methodology_id = mer_store_latest_methodology_id (bench->document);
  if (!mer_store_save_cycle (bench->document, cycle, error))
    return FALSE;
  bench->cycle_id = cycle->id;
  table = mer_store_mark_table (bench->document, cycle->id, error);
  for (guint i = 0; table != NULL && i < ORGANIZATIONS; i++)
    {
      g_autofree char *name = g_strdup_printf ("СОШ № %u с углублённым изучением предметов", i + 1);
      g_autoptr (MerOrganization) organization =
        mer_organization_new (name, (MerOrganizationKind) (i % 3));

      if (!mer_store_save_organization (bench->document, organization, error))
        return FALSE;
      for (guint k = 0; k < table->items->len; k++)
        {
          MerMarkChange change = { organization->id, g_ptr_array_index (table->items, k),
                                   (int) ((i * 7 + k * 13) % 4) };

          g_array_append_val (changes, change);
        }
    }
  return table != NULL &&
         mer_store_set_marks (bench->document, cycle->id,
                              (const MerMarkChange *) (gconstpointer) changes->data, changes->len,
                              NULL, error);
}

static void
do_read (Bench *bench)
{
  g_clear_pointer (&bench->data, mer_checklist_data_unref);
  bench->data = mer_checklist_data_new (bench->document, bench->cycle_id, NULL);
  g_assert (bench->data->organizations->len == ORGANIZATIONS);
}

static void
do_show (Bench *bench)
{
  mer_checklist_grid_set_data (MER_CHECKLIST_GRID (bench->grid), bench->data, bench->rows);
}

static void
paint (Bench *bench)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  /* the grid's own part of a frame: the toolkit draws nothing while a layout is pending */
  GTK_WIDGET_GET_CLASS (bench->grid)->snapshot (bench->grid, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert (node != NULL);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (bench->window)),
                                         node, NULL);
}

/* From one end to the other, both ways at once; each frame another part. */
static void
do_scroll (Bench *bench)
{
  for (guint i = 0; i < FRAMES; i++)
    {
      gtk_adjustment_set_value (bench->vertical,
                                i * gtk_adjustment_get_upper (bench->vertical) / FRAMES);
      gtk_adjustment_set_value (bench->horizontal,
                                i * gtk_adjustment_get_upper (bench->horizontal) / FRAMES);
      paint (bench);
    }
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  gint64 x = *(const gint64 *) a;
  gint64 y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

static void
measure (Bench      *bench,
         const char *work,
         void (*run) (Bench *bench),
         guint  parts,
         double target)
{
  gint64 times[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      run (bench);
      times[i] = g_get_monotonic_time () - start;
    }
  qsort (times, ROUNDS, sizeof *times, compare);
  g_print ("%-44s %8.2f ms, target %6.1f ms\n", work,
           (double) times[ROUNDS / 2] / 1000 / parts, target);
}

static void
open_window (Bench *bench)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  bench->grid = mer_checklist_grid_new ();
  bench->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (bench->window), 1048, 700);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), bench->grid);
  gtk_window_set_child (GTK_WINDOW (bench->window), scrolled);
  bench->horizontal = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scrolled));
  bench->vertical = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  do_show (bench);
  gtk_window_present (GTK_WINDOW (bench->window));
  while (gtk_widget_get_width (bench->grid) == 0)
    g_main_context_iteration (NULL, TRUE);
}

int
main (void)
{
  Bench bench = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("merilo-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "d.merilo", NULL);

  if (!gtk_init_check ())
    return 77;
  adw_init ();
  bench.document = mer_new_document (path, "Область", NULL, &error);
  g_assert_no_error (error);
  mer_document_begin (bench.document, "Заполнение", &error);
  fill (&bench, &error);
  g_assert_no_error (error);
  mer_document_commit (bench.document, &error);
  g_assert_no_error (error);
  bench.rows = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < ORGANIZATIONS; i++)
    g_array_append_val (bench.rows, i);

  measure (&bench, "checklists of 1,500 organizations read", do_read, 1, 50);
  open_window (&bench);
  measure (&bench, "the grid given new data", do_show, 1, 16);
  measure (&bench, "one frame while scrolling, drawn", do_scroll, FRAMES, 16);

  gtk_window_destroy (GTK_WINDOW (bench.window));
  g_array_unref (bench.rows);
  mer_checklist_data_unref (bench.data);
  g_object_unref (bench.document);
  g_remove (path);
  g_rmdir (folder);
  return 0;
}
