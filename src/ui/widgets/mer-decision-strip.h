/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cycle/mer-council.h"
#include "ui/mer-session.h"

G_BEGIN_DECLS

/**
 * MerDecisionStrip:
 *
 * A line that says what the council decided about what is looked at, a link a decision to the
 * minutes: «Решение совета: протокол № 3 от 01.02.2024, п. 2». Hidden where nothing was decided. It
 * follows the document while its parent is seen; mer_decision_strip_update() when that is shown.
 *
 * A link opens the question by `win.show-record`, in a dialog by that of its parent.
 */
#define MER_TYPE_DECISION_STRIP (mer_decision_strip_get_type ())
G_DECLARE_FINAL_TYPE (MerDecisionStrip, mer_decision_strip, MER, DECISION_STRIP, GtkBox)

/* `about`, `otherwise`: the part of the cycle that is looked at where no record is, and another
 * one where nothing was decided about the first; MER_ABOUT_OTHER: none. */
GtkWidget *mer_decision_strip_new (MerSession        *session,
                                   MerDecisionSubject about,
                                   MerDecisionSubject otherwise);
/* What is looked at: `kind` as of mer_council_link(); NULL: the part of the cycle. */
void mer_decision_strip_look_at (MerDecisionStrip *self,
                                 const char       *kind,
                                 gint64            id);
/* Whether «Decision of the council:» stands before the links; it does at first. */
void mer_decision_strip_show_title (MerDecisionStrip *self,
                                    gboolean          shown);
/* Reads again what was decided. */
void mer_decision_strip_update (MerDecisionStrip *self);

G_END_DECLS
