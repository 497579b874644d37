/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-council.h"
#include "ui/mer-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MerQuestionLinks:
 *
 * What a decision is about: each with a button that goes there and one that takes the connection
 * away, and a way to connect it with more.
 */
#define MER_TYPE_QUESTION_LINKS (mer_question_links_get_type ())
G_DECLARE_FINAL_TYPE (MerQuestionLinks, mer_question_links, MER, QUESTION_LINKS, GtkBox)

GtkWidget *mer_question_links_new (MerSession *session);
void       mer_question_links_show (MerQuestionLinks    *self,
                                    MerCouncil          *council,
                                    const MerAgendaItem *item);

G_END_DECLS
