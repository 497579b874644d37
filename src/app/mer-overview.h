/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-cycle-facts.h"
#include "app/mer-cycle-stage.h"
#include "app/mer-results.h"
#include "core/mer-calendar.h"

G_BEGIN_DECLS

/**
 * MerOverview:
 *
 * What a department has to know of a cycle on a day: where the work has got to, four figures, what
 * wants attention, what is due next. In the language of core/mer-spoken.h. A snapshot.
 */

typedef struct
{
  const char *title; /* «Сбор»: not owned */
  char       *note;  /* «до 1 ноября»; "" */
  double      share; /* of its bar that is full, 0–1 */
} MerOverviewStage;

typedef struct
{
  char *value; /* «36,7 %» */
  char *title; /* «охват за год» */
  char *note;  /* «не менее 33 %: соблюдено» */
} MerOverviewFigure;
#define MER_N_OVERVIEW_FIGURES 4

typedef enum
{
  MER_ATTENTION_WARNING,
  MER_ATTENTION_OVERDUE,
  MER_ATTENTION_NOTE,
} MerAttention;

typedef struct
{
  MerAttention what;
  char        *title;           /* the fact */
  char        *detail;          /* the reason; nullable */
  const char  *page;            /* id of the page where it is mended; nullable, not owned */
  gint64       organization_id; /* whom to show there; 0: nobody */
  const char  *kind;            /* of the record to show there; nullable, not owned */
  gint64       record_id;       /* 0: none */
} MerOverviewRow;

typedef struct
{
  MerDay      day; /* on which it is due at the latest */
  char       *text;
  const char *page; /* nullable, not owned */
  const char *kind; /* of the record to show there; nullable, not owned */
  gint64      record_id;
} MerOverviewDeadline;

typedef struct
{
  guint             stage; /* 0…5; 6: in the archive */
  MerOverviewStage  stages[MER_N_STAGES];
  MerOverviewFigure figures[MER_N_OVERVIEW_FIGURES];
  GPtrArray        *attention; /* of MerOverviewRow, the worst first */
  GPtrArray        *deadlines; /* of MerOverviewDeadline, the next first */
  GPtrArray        *notes;     /* of MerRuleNote: mer_check_rules() */
  MerDay            today;
} MerOverview;

/* `results`: nullable, of the same cycle. (transfer full) */
MerOverview *mer_overview_new (const MerCycleFacts *facts,
                               MerResults          *results);
void         mer_overview_free (MerOverview *self);

/* Where the work has got to: as the cycle says, or, where nobody said, as far as there are data,
 * scores and an approval. */
guint mer_overview_stage (const MerCycleFacts *facts,
                          const MerResults    *results);

/* «через 9 дней», «сегодня»: (transfer full). */
char *mer_overview_in_days (const MerOverview         *self,
                            const MerOverviewDeadline *deadline);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerOverview, mer_overview_free)

G_END_DECLS
