/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MerCycle:
 *
 * One assessment cycle («НОКО 2024») as it is stored; boxed and immutable once
 * shared, like #MerOrganization.
 */
typedef struct
{
  gint64   id;
  char    *title; /* «НОКО 2024» */
  int      year;
  gint64   methodology_id; /* row of the methodology version that it is bound to */
  char    *operator_name;  /* nullable */
  gboolean approved;       /* results approved: methodology and scores are frozen */
} MerCycle;

#define MER_TYPE_CYCLE (mer_cycle_get_type ())
GType     mer_cycle_get_type (void);
MerCycle *mer_cycle_new (const char *title,
                         int         year);
MerCycle *mer_cycle_ref (MerCycle *self);
void      mer_cycle_unref (MerCycle *self);

/* An organization's part in a cycle. */
typedef struct
{
  gint64   organization_id;
  gint64   recipients;        /* recipients of services, N; −1 when unknown */
  gboolean selected;          /* assessed in this cycle */
  char    *recipients_source; /* where that number is from, in words; nullable */
  gboolean pilot;             /* chosen to try the procedure */
  char    *ground;            /* why it was chosen, in words; nullable */
  gint64   approved;          /* question of the council that approved it on the list, where the
                               * list was changed since; 0: none */
} MerCycleMember;

void mer_cycle_member_free (MerCycleMember *self);

/* That an organization was assessed in a year. */
typedef struct
{
  gint64 organization_id;
  int    year;
  gint64 cycle_id; /* 0: before this document */
} MerAssessed;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerCycle, mer_cycle_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerCycleMember, mer_cycle_member_free)

G_END_DECLS
