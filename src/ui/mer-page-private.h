/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the base class of pages share. */

#include "ui/mer-page.h"
#include "ui/widgets/mer-decision-strip.h"

G_BEGIN_DECLS

typedef struct
{
  /* owned */
  MerSession         *session;
  GSettings          *settings;
  GtkWidget          *header_start;
  GtkWidget          *header_end;
  GSimpleActionGroup *actions;
  char               *title;
  char               *subtitle;

  GtkWidget *child; /* weak: a template takes its children back before we are disposed */
  GtkWidget *strip; /* MerDecisionStrip, below it; NULL before there is something to say */

  guint    narrow_idle;
  gboolean narrow;
  gboolean will_be_narrow;
  gboolean stale; /* refreshes when it is shown */
} MerPagePrivate;

MerPagePrivate *mer_page_private (MerPage *self);

/* mer-page-strip.c */
MerDecisionStrip *mer_page_ensure_strip (MerPage *self);
/* px that it takes below the page; width −1: any */
int  mer_page_strip_height (MerPagePrivate *priv,
                            int             width);
void mer_page_strip_allocate (MerPagePrivate      *priv,
                              const GtkAllocation *place);
/* The action by which what stands on the page tells what is looked at. */
void mer_page_strip_add_action (MerPage *self);

G_END_DECLS
