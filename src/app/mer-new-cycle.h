/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-cycle.h"
#include "store/mer-document.h"

G_BEGIN_DECLS

/* Whom a new cycle begins with. */
typedef enum
{
  MER_NEW_CYCLE_NOBODY,
  MER_NEW_CYCLE_ALL,      /* all working organizations */
  MER_NEW_CYCLE_SAME,     /* those of the cycle that it is made from, successors in their place */
  MER_NEW_CYCLE_PROPOSED, /* whom the rules propose */
} MerNewCycleChoice;

/* "nobody", "all", "same", "proposed" */
gboolean mer_new_cycle_choice_from_code (const char        *code,
                                         MerNewCycleChoice *out);

typedef struct
{
  const char       *title; /* nullable: «НОКО 2025», by the name of the procedure */
  int               year;
  const char       *preset;  /* "a" … "d"; NULL or "": none */
  gint64            from_id; /* cycle that it continues; 0: none */
  gint64            same_as; /* whose organizations MER_NEW_CYCLE_SAME means; 0: from_id */
  MerNewCycleChoice choice;
} MerNewCycle;

/**
 * mer_new_cycle:
 *
 * Adds a cycle, bound to the methodology of the one that it is made from, or the document's newest.
 * From another cycle come its settings, windows and work plan, with the years in their deadlines
 * moved as far as the cycles lie apart and without marks of execution. From a preset come its
 * settings and windows, and its work plan unless there is one already. Action under way.
 *
 * Returns: (transfer full): the cycle; NULL and error
 */
MerCycle *mer_new_cycle (MerDocument       *doc,
                         const MerNewCycle *given,
                         GError           **error);

/* «НОКО 2025»: the procedure as the preset or the cycle that it is made from names it, and the
 * year: (transfer full). */
char *mer_new_cycle_usual_title (MerDocument       *doc,
                                 const MerNewCycle *given);

/* The text with its years, from 1990 to 2100, moved: (transfer full) (nullable). */
char *mer_move_years (const char *text,
                      int         years);

/* Chooses by a rule, in addition to who is chosen: (out) n chosen. Action under way. */
gboolean mer_cycle_choose (MerDocument      *doc,
                           gint64            cycle_id,
                           MerNewCycleChoice choice,
                           gint64            from_id,
                           guint            *n,
                           GError          **error);

/* What becomes of what was collected of an organization that ended in mid-cycle. */
typedef enum
{
  MER_SUCCESSION_KEEP, /* stays with it */
  MER_SUCCESSION_MOVE, /* goes to the successor */
} MerSuccessionAnswers;

/* Puts the successor in the place of an organization that ended in mid-cycle: chosen and pilot as
 * it was, on the ground that it goes on with its work; the other is not chosen any more, and the
 * ground tells what became of its answers; a successor that was chosen before keeps its own ground
 * before that. INVALID when it has no successor, the answers cannot go alone, or the results of the
 * cycle are approved. Action under way. */
gboolean mer_cycle_succeed (MerDocument         *doc,
                            gint64               cycle_id,
                            gint64               gone_id,
                            MerSuccessionAnswers answers,
                            GError             **error);

G_END_DECLS
