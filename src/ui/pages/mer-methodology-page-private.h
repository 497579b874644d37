/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/pages/mer-methodology-influence.h"
#include "ui/pages/mer-methodology-page.h"

G_BEGIN_DECLS

struct _MerMethodologyPage
{
  MerPage parent_instance;

  /* template children */
  GtkMenuButton           *add;
  GtkMenuButton           *more;
  GtkInfoBar              *bar;
  GtkLabel                *bar_label;
  GtkWidget               *begin;
  GtkWidget               *tabs;
  GtkMenuButton           *differences;
  GtkPopover              *differences_popover;
  GtkMenuButton           *problems;
  GtkPopover              *problems_popover;
  GtkStack                *views;
  GtkRevealer             *revealer;
  MerMethodologyInfluence *influence;

  MerMethodologyEditing *editing; /* owned */
  guint                  problem; /* of those that F8 walks over, the next one */
};

/* The tab that is shown, and its view, which is made when it is first shown: (nullable). */
MerOutline          mer_methodology_page_shown_outline (MerMethodologyPage *self);
MerMethodologyView *mer_methodology_page_shown_view (MerMethodologyPage *self);

/* Puts the actions of the page there; called once. */
void mer_methodology_page_install_actions (MerMethodologyPage *self);

G_END_DECLS
