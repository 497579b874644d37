/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scoring/mer-explanation.h"
#include "ui/pages/mer-rating-explanation.h"

G_BEGIN_DECLS

struct _MerRatingExplanation
{
  GtkBox parent_instance;

  /* template children */
  GtkLabel  *name;
  GtkLabel  *place;
  GtkWidget *copy;
  GtkWidget *object;
  GtkWidget *body;
  GtkWidget *chips;
  GtkGrid   *grid;
  GtkLabel  *note;

  MerResults     *results;     /* owned, nullable */
  MerExplanation *explanation; /* owned, nullable: of the total */
  int             criterion;   /* index of the open one, −1: none */
};

/* mer-rating-explanation.c: shows how a criterion came about. */
void mer_rating_explanation_open (MerRatingExplanation *self,
                                  int                   criterion);
/* (transfer none) (nullable): a criterion of the total, or, behind those, one that stands beside
 * it. */
MerExplanation *mer_rating_explanation_part (MerRatingExplanation *self,
                                             guint                 index);
/* (transfer floating): `css_class` is nullable. */
GtkWidget *mer_explanation_label (const char *text,
                                  float       xalign,
                                  const char *css_class);
/* "K3" is written «К3», with the Cyrillic letter, in a Russian window: (transfer full). */
char *mer_explanation_code (const char *code);

/* mer-rating-explanation-chips.c: opens the criterion that is undefined, else the weakest. */
void mer_rating_explanation_init_chips (MerRatingExplanation *self);
void mer_rating_explanation_show_chips (MerRatingExplanation *self);

G_END_DECLS
