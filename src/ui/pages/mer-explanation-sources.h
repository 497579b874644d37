/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/mer-results.h"
#include "scoring/mer-explanation.h"

G_BEGIN_DECLS

/* (transfer floating): the files and the counts that an indicator was made of, as a column. */
GtkWidget *mer_explanation_sources_new (const MerResults     *results,
                                        const MerExplanation *part);

G_END_DECLS
