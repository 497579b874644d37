/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the window is kept waiting while a weight of the rules is edited, in a document of any
 * size: `bench-edit-window DOCUMENT` on a copy, without it on the example. A weight is typed, which
 * shows its effect, and entered, which stores it; each until the next frame can be drawn, and until
 * nothing is left to be done. Wall and processor time of the main thread in microseconds, medians;
 * beside them what a durable setting of one word takes in the same document, which has to wait for
 * the disk as much, and makes the window read the same again. */

#include "config.h"

#include <stdlib.h>
#include <time.h>

#include "ui/pages/mer-methodology-page.h"
#include "ui/pages/mer-methodology-view-private.h"
#include "widget-fixture.h"

#define ROUNDS 21

typedef enum
{
  STEP_TYPED,
  STEP_TYPED_DRAWN,
  STEP_TYPED_WORK,
  STEP_ENTERED,
  STEP_ENTERED_DRAWN,
  STEP_ENTERED_WORK,
  STEP_SETTING,
  N_STEPS,
} Step;

static const char *const titles[N_STEPS] = {
  "a weight is typed",
  "… and drawn",
  "… and drawn, without the wait",
  "a weight is entered",
  "… and drawn",
  "… and drawn, without the wait",
  "a durable setting, for comparison",
};

typedef struct
{
  gint64 wall[N_STEPS][ROUNDS];
  gint64 busy[N_STEPS][ROUNDS];
} Times;

typedef struct
{
  gint64 wall, busy;
} Now;

static Now
now (void)
{
  struct timespec busy;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &busy);
  return (Now){ g_get_monotonic_time (), busy.tv_sec * G_USEC_PER_SEC + busy.tv_nsec / 1000 };
}

static Now
lap (Times *times, Step step, guint round, Now start)
{
  Now end = now ();

  times->wall[step][round] = end.wall - start.wall;
  times->busy[step][round] = end.busy - start.busy;
  return end;
}

typedef struct
{
  Now      begun;
  gboolean painted;
} Frame;

static void
begun_cb (GdkFrameClock *clock, gpointer user_data)
{
  ((Frame *) user_data)->begun = now ();
}

static void
painted_cb (GdkFrameClock *clock, gpointer user_data)
{
  ((Frame *) user_data)->painted = TRUE;
}

static gboolean
is_painted (gpointer data)
{
  return ((Frame *) data)->painted;
}

/* Until the frame that shows the last change is drawn. Screens take one in about 16 ms, and the
 * clock of frames waits for the next, whatever there is to be drawn: @work is without this. */
static void
draw (MerWindow *window, Times *times, Step drawn, Step work, guint round, Now start, Now end)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  Frame          frame = { 0 };
  gint64         waited;

  g_signal_connect (clock, "before-paint", G_CALLBACK (begun_cb), &frame);
  g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &frame);
  gtk_widget_queue_draw (GTK_WIDGET (window));
  mer_fixture_wait (is_painted, &frame);
  g_signal_handlers_disconnect_by_data (clock, &frame);
  lap (times, drawn, round, start);
  waited = frame.begun.wall - end.wall - (frame.begun.busy - end.busy);
  times->wall[work][round] = times->wall[drawn][round] - MAX (waited, 0);
  times->busy[work][round] = times->busy[drawn][round];
}

static void
set_setting (MerDocument *document, const char *value)
{
  g_assert_true (mer_document_begin (document, "настройка", NULL));
  g_assert_true (mer_document_set_setting (document, "bench", value, NULL));
  g_assert_true (mer_document_commit (document, NULL));
}

static void
edit_once (MerWindow *window, MerMethodologyView *view, Times *times, guint round)
{
  MerSession      *session = mer_window_get_session (window);
  g_autofree char *weight = g_strdup_printf ("0,%02u", 20 + round);
  Now              start = now (), end;

  mer_methodology_view_weight_typed (view, "indicator/1.3", weight);
  end = lap (times, STEP_TYPED, round, start);
  draw (window, times, STEP_TYPED_DRAWN, STEP_TYPED_WORK, round, start, end);
  mer_fixture_settle ();

  start = now ();
  mer_methodology_view_weight_entered (view, "indicator/1.3", weight);
  end = lap (times, STEP_ENTERED, round, start);
  draw (window, times, STEP_ENTERED_DRAWN, STEP_ENTERED_WORK, round, start, end);
  mer_fixture_settle ();

  start = now ();
  set_setting (mer_session_get_document (session), weight);
  lap (times, STEP_SETTING, round, start);
  mer_fixture_settle ();
}

static int
compare (const void *a, const void *b)
{
  const gint64 *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static gint64
median (gint64 *times)
{
  qsort (times, ROUNDS, sizeof *times, compare);
  return times[ROUNDS / 2];
}

static void
report (Times *times)
{
  g_print ("%-36s %8s %8s\n", "us, median", "wall", "CPU");
  for (Step step = 0; step < N_STEPS; step++)
    g_print ("%-36s %8" G_GINT64_FORMAT " %8" G_GINT64_FORMAT "\n", titles[step],
             median (times->wall[step]), median (times->busy[step]));
}

int
main (int argc, char *argv[])
{
  g_autoptr (MerApplication) application = NULL;
  g_autofree char    *path = NULL;
  g_autofree Times   *times = g_new0 (Times, 1);
  MerWindow          *window;
  MerMethodologyPage *page;
  MerMethodologyView *view;

  mer_fixture_init (&argc, &argv);
  application = mer_fixture_application_new ();
  path = argc > 1 ? g_strdup (argv[1]) : mer_fixture_demo_path ();
  window = mer_fixture_open (application, path);
  mer_window_show_page (window, "methodology");
  mer_fixture_settle ();
  page = MER_METHODOLOGY_PAGE (
    mer_fixture_find (GTK_WIDGET (window), MER_TYPE_METHODOLOGY_PAGE, NULL));
  view = mer_methodology_page_show_outline (page, MER_OUTLINE_CRITERIA);
  if (!mer_methodology_editing_is_draft (mer_methodology_page_get_editing (page)))
    g_assert_true (mer_methodology_editing_begin (mer_methodology_page_get_editing (page)));
  mer_fixture_settle ();
  for (guint i = 0; i < ROUNDS; i++)
    edit_once (window, view, times, i);
  report (times);
  mer_fixture_close (window);
  return 0;
}
