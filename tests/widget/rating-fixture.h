/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/pages/mer-rating-explanation.h"
#include "ui/pages/mer-rating-page.h"
#include "ui/pages/mer-rating-table.h"
#include "ui/widgets/mer-chart-area.h"
#include "widget-fixture.h"

/* The page of the rating, of the demo. */

typedef struct
{
  MerApplication       *application;
  MerWindow            *window;
  char                 *path;
  MerSession           *session;
  GtkWidget            *page;
  MerRatingTable       *table;
  MerChartArea         *chart;
  MerRatingExplanation *explanation;
} Fixture;

static inline void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->application = mer_fixture_application_new ();
  self->path = mer_fixture_demo_path ();
  self->window = mer_fixture_open (self->application, self->path);
  self->session = mer_window_get_session (self->window);
  mer_window_show_page (self->window, "rating");
  mer_fixture_settle ();
  self->page = GTK_WIDGET (mer_window_get_page (self->window));
  self->table = MER_RATING_TABLE (mer_fixture_find (self->page, MER_TYPE_RATING_TABLE, NULL));
  self->chart = MER_CHART_AREA (mer_fixture_find (self->page, MER_TYPE_CHART_AREA, NULL));
  self->explanation = MER_RATING_EXPLANATION (
    mer_fixture_find (self->page, MER_TYPE_RATING_EXPLANATION, NULL));
  g_assert_nonnull (self->table);
  g_assert_nonnull (self->chart);
  g_assert_nonnull (self->explanation);
}

static inline void
tear_down (Fixture      *self,
           gconstpointer data)
{
  mer_fixture_close (self->window);
  g_object_unref (self->application);
  g_free (self->path);
}

static inline const MerScoreTable *
scores (Fixture *self)
{
  return mer_session_get_results (self->session)->scores;
}

static inline gboolean
is_current (gpointer data)
{
  return mer_session_is_current (data);
}
