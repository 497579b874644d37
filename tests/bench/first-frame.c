/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Starts a program and watches the X server for what it draws, so that the program needs no
 * change and no environment of its own. Prints milliseconds since exec and processor
 * milliseconds used until then, of the first frame and of the last one before a rest.
 *
 *   first-frame COMMAND [ARGUMENT…]
 *
 * The last frame is the last that changed a hundredth of the window or more: a blinking
 * caret is not waited for. */

#include "config.h"

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <X11/Xlib.h>
#include <X11/extensions/Xdamage.h>

#include <glib.h>

/* ms without a frame that count as a rest, and ms after which nothing is waited for */
#define REST 1000
#define TOO_LONG 20000

typedef struct
{
  double wall;
  double busy;
} Moment;

typedef struct
{
  Display *display;
  int      damage_event;
  GPid     pid;
  double   start;
  gboolean drawn;
  Moment   first;
  Moment   last;
} Watch;

static double
milliseconds (clockid_t clock)
{
  struct timespec now = { 0 };

  clock_gettime (clock, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static Moment
get_moment (const Watch *watch)
{
  Moment    moment = { .wall = milliseconds (CLOCK_MONOTONIC) - watch->start };
  clockid_t clock = 0;

  if (clock_getcpuclockid (watch->pid, &clock) == 0)
    moment.busy = milliseconds (clock);
  return moment;
}

static int
ignore_error (Display     *display,
              XErrorEvent *error)
{
  /* A window may be gone before it is watched. */
  return 0;
}

static void
watch_window (Watch                    *watch,
              const XCreateWindowEvent *event)
{
  if (!event->override_redirect)
    XDamageCreate (watch->display, event->window, XDamageReportRawRectangles);
}

static void
see_damage (Watch                    *watch,
            const XDamageNotifyEvent *event)
{
  int whole = event->geometry.width * event->geometry.height;
  int part = event->area.width * event->area.height;

  if (part < whole / 100)
    return;
  watch->last = get_moment (watch);
  if (!watch->drawn)
    watch->first = watch->last;
  watch->drawn = TRUE;
}

static void
take_events (Watch *watch)
{
  while (XPending (watch->display) > 0)
    {
      XEvent event = { 0 };

      XNextEvent (watch->display, &event);
      if (event.type == CreateNotify)
        watch_window (watch, &event.xcreatewindow);
      else if (event.type == watch->damage_event + XDamageNotify)
        see_damage (watch, (const XDamageNotifyEvent *) &event);
    }
  XFlush (watch->display);
}

static gboolean
is_over (const Watch *watch)
{
  double now = milliseconds (CLOCK_MONOTONIC) - watch->start;

  return now > TOO_LONG || (watch->drawn && now - watch->last.wall > REST);
}

static gboolean
start (Watch *watch,
       char **command)
{
  int damage_error = 0;

  watch->display = XOpenDisplay (NULL);
  if (watch->display == NULL ||
      !XDamageQueryExtension (watch->display, &watch->damage_event, &damage_error))
    return FALSE;
  XSetErrorHandler (ignore_error);
  XSelectInput (watch->display, DefaultRootWindow (watch->display), SubstructureNotifyMask);
  XSync (watch->display, False);
  watch->start = milliseconds (CLOCK_MONOTONIC);
  return g_spawn_async (NULL, command, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &watch->pid,
                        NULL);
}

int
main (int    argc,
      char **argv)
{
  Watch watch = { 0 };

  if (argc < 2 || !start (&watch, argv + 1))
    {
      g_printerr ("first-frame: nothing to start, or no X server with the damage extension\n");
      return 1;
    }
  while (!is_over (&watch))
    {
      struct pollfd poll_fd = { .fd = ConnectionNumber (watch.display), .events = POLLIN };

      take_events (&watch);
      poll (&poll_fd, 1, REST / 8);
    }
  kill (watch.pid, SIGTERM);
  waitpid (watch.pid, NULL, 0);
  XCloseDisplay (watch.display);
  if (!watch.drawn)
    return 1;
  g_print ("%.1f %.1f %.1f %.1f\n", watch.first.wall, watch.first.busy, watch.last.wall,
           watch.last.busy);
  return 0;
}
