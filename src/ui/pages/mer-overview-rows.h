/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/mer-overview.h"

G_BEGIN_DECLS

/* The parts of the overview as widgets; buttons activate actions of the window and the page. */

/* A stage with its bar; `needs` (nullable): what is missing before the work goes on from it. */
GtkWidget *mer_overview_stage_new (const MerOverview *overview,
                                   guint              stage,
                                   const GPtrArray   *needs,
                                   gboolean           writable);
GtkWidget *mer_overview_figure_new (const MerOverviewFigure *figure);
GtkWidget *mer_overview_row_new (const MerOverviewRow *row);
GtkWidget *mer_overview_deadline_new (const MerOverview         *overview,
                                      const MerOverviewDeadline *deadline);
/* A sentence alone, where there is nothing to list. */
GtkWidget *mer_overview_sentence_new (const char *text);
/* A numbered step of a new document. */
GtkWidget *mer_overview_step_new (guint       number,
                                  const char *title,
                                  const char *detail,
                                  const char *label,
                                  const char *action,
                                  gboolean    done);

G_END_DECLS
