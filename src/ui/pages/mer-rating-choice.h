/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-results.h"

G_BEGIN_DECLS

/* Which organizations a page shows, chosen in one menu: all, a kind, or a group of the
 * user's own. As text (the state of an action): "all", a kind's code, or "group-ID". */
typedef struct
{
  guint   kinds;         /* mask, 0: all */
  GArray *organizations; /* of gint64, ascending; NULL: all; owned */
  char   *group_name;    /* NULL: no group; owned */
  char   *title;         /* for the menu's button; owned */
} MerRatingChoice;

void mer_rating_choice_clear (MerRatingChoice *self);
/* Replaces the choice by what the text says; everything when it says nothing that there is.
 * `groups`: (element-type MerGroup) (nullable). */
void mer_rating_choice_parse (MerRatingChoice *self,
                              const char      *text,
                              GPtrArray       *groups);
/* Sections: all, the kinds that there are, groups, and how places are counted. */
GMenuModel *mer_rating_choice_menu (MerResults *results,
                                    GPtrArray  *groups);

G_END_DECLS
