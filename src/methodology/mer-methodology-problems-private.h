/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "methodology/mer-methodology-edit-private.h"

G_BEGIN_DECLS

/* A problem, and the part of the model that it is about: the methodology itself of the whole. */
typedef struct
{
  MerMethodologyProblem problem;
  gconstpointer         part;
} MerFinding;

/* One pass over a methodology. Codes seen so far are borrowed. */
typedef struct
{
  const MerMethodology *methodology;
  MerMethodology       *whole; /* the same */
  GPtrArray            *found; /* of MerFinding */
  MerSpot               spot;  /* the part that is looked at */
  GHashTable           *scores;
  GHashTable           *columns;
  GHashTable           *places;
  GHashTable           *items;
  GHashTable           *bands;
} MerCheck;

/* (transfer full) (element-type MerFinding) */
GPtrArray *mer_methodology_findings (MerMethodology *methodology);

/* Reports an error of the part that is looked at; takes `text`. */
void mer_check_say (MerCheck   *self,
                    const char *property,
                    char       *text);

gboolean mer_check_is_positive (const MerRational *number);
/* Whether the weights of criteria give the maximum, and those of a criterion its own. */
void mer_check_total (MerCheck *self);
void mer_check_sum_of_criterion (MerCheck           *self,
                                 const MerCriterion *criterion);

G_END_DECLS
