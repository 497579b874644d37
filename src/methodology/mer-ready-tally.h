/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "methodology/mer-methodology.h"

G_BEGIN_DECLS

/* More people than any poll asks. */
#define MER_READY_COUNT_MAX 10000000

/* A ready count of one question: how many were asked, how many of them answered positively. */
typedef struct
{
  int     question; /* index */
  guint32 asked;
  guint32 positive;
} MerReadyAnswer;

/* Adds what one poll counted of one organization. How its answers enter a share:
 *
 *   asked and positive are answers to the question; the rest of the asked are under its first
 *     option that is neither positive nor unsure, or among those that fit no option.
 *   base = answered: the base grows by the asked.
 *   base.channel = filter, and 3.3: the asked have passed the filter, so that the base grows by
 *     them, whatever the poll tells of the filter itself.
 *   base = all, base.channel = all: the base grows by the asked, or, where the same poll tells
 *     how many were asked the question's filter, by those.
 *
 * The number of questionnaires stays what it is. A question whose scores an indicator takes the
 * mean of has no ready counts: how many were positive does not tell what they scored. */
void mer_ready_tally_add (MerTally             *tally,
                          const MerMethodology *methodology,
                          const MerReadyAnswer *answers,
                          guint                 n);

G_END_DECLS
