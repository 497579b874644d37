/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A window with an import flow, and how a test goes through it. */

#include "ui/import/mer-import-view.h"
#include "widget-fixture.h"

typedef struct
{
  MerApplication *application;
  MerWindow      *window;
  char           *path;
  MerSession     *session;
  MerImportView  *view;
  MerImportState *state;
} Fixture;

#define SURVEY_HEADER \
  "Отметка времени;Организация;q1;q2;q3;q4;q5;q6;q7;q8;q9;q10;q11;q12;q13;q14\n"
#define ROW_1(name) "14.10.2024 08:12:10;" name ";Да;Да;Да;Да;Да;Нет;;Да;Да;Нет;;Да;Да;Да\n"
#define ROW_2(name) "14.10.2024 08:15:20;" name ";Да;Нет;Нет;;Да;Да;Нет;Да;Да;Да;Да;Да;Да;Нет\n"
#define SURVEY_ROWS(name) ROW_1 (name) ROW_2 (name)

static inline void
open_flow (Fixture *self)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.import", NULL));
  mer_fixture_settle ();
  self->view = MER_IMPORT_VIEW (
    mer_fixture_find (GTK_WIDGET (self->window), MER_TYPE_IMPORT_VIEW, NULL));
  g_assert_nonnull (self->view);
}

static inline void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->application = mer_fixture_application_new ();
  self->path = g_strcmp0 (data, "demo") == 0 ? mer_fixture_demo_path ()
                                             : mer_fixture_empty_path ();
  self->window = mer_fixture_open (self->application, self->path);
  self->session = mer_window_get_session (self->window);
}

static inline void
tear_down (Fixture      *self,
           gconstpointer data)
{
  mer_fixture_close (self->window);
  g_object_unref (self->application);
  g_free (self->path);
}

static inline char *
write_table (Fixture    *self,
             const char *name,
             const char *text)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  char            *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static inline gboolean
has_read (gpointer data)
{
  return !mer_import_state_is_reading (data);
}

static inline gboolean
has_run (gpointer data)
{
  return !mer_import_state_is_running (data);
}

static inline gboolean
has_scanned (gpointer data)
{
  return mer_import_state_get_scan (data) != NULL;
}

static inline gboolean
has_saved (gpointer data)
{
  return !mer_import_state_is_saving (data);
}

static inline gboolean
is_current (gpointer data)
{
  return mer_session_is_current (data);
}

static inline void
choose_file (Fixture    *self,
             const char *path)
{
  self->state = mer_import_view_add_file (self->view, path);
  mer_fixture_wait (has_read, self->state);
  mer_fixture_settle ();
}

static inline void
go_on (Fixture      *self,
       MerImportStep expected)
{
  g_assert_true (mer_import_view_can_go_on (self->view));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->view), "import.next", NULL));
  mer_fixture_wait (has_run, self->state);
  mer_fixture_settle ();
  g_assert_cmpint (mer_import_view_get_step (self->view), ==, expected);
}

static inline void
leave (Fixture *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->view), "import.cancel", NULL);
  mer_fixture_settle ();
}

/* Waits for the names of the table, wherever the flow stands. */
static inline void
wait_for_scan (Fixture *self)
{
  mer_fixture_wait (has_scanned, self->state);
  mer_fixture_settle ();
}

static inline const MerImportName *
get_name (Fixture    *self,
          const char *name)
{
  const MerImportScan *scan = mer_import_state_get_scan (self->state);

  for (guint i = 0; i < scan->names->len; i++)
    {
      const MerImportName *there = g_ptr_array_index (scan->names, i);

      if (g_str_equal (there->name, name))
        return there;
    }
  g_assert_not_reached ();
}
