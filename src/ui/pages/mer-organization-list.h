/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "app/mer-results.h"
#include "cycle/mer-selection-rules.h"

G_BEGIN_DECLS

typedef enum
{
  MER_ORGANIZATION_RANK_NAME,
  MER_ORGANIZATION_RANK_KIND,
  MER_ORGANIZATION_RANK_INN,
  MER_ORGANIZATION_RANK_RECIPIENTS,
  MER_ORGANIZATION_RANK_SAMPLE,
  MER_ORGANIZATION_RANK_SCORE,
  MER_ORGANIZATION_RANK_BAND,
  MER_ORGANIZATION_RANK_LAST,
} MerOrganizationRank;
#define MER_N_ORGANIZATION_RANKS 8

/* An organization and its part in the cycle that is looked at. */
typedef struct
{
  const MerOrganization *organization;
  gint64                 recipients; /* −1: unknown, or not of the cycle */
  gint64                 required;   /* questionnaires, −1: unknown */
  gboolean               member;     /* of the cycle */
  const MerSelectionRow *part;       /* what the rules of selection say; NULL: no cycle */
  const MerScoreRow     *score;      /* NULL: not scored */
  const MerBand         *band;       /* NULL: no total */
  int                    band_index; /* −1 without a band, else 0: excellent … */
  char                  *search;     /* folded: what a search looks at */
  guint                  ranks[MER_N_ORGANIZATION_RANKS];
} MerOrganizationEntry;

/**
 * MerOrganizationItem:
 *
 * A row of the list: made when it is asked for, it points into the list's immutable
 * entries and keeps them alive.
 */
#define MER_TYPE_ORGANIZATION_ITEM (mer_organization_item_get_type ())
G_DECLARE_FINAL_TYPE (MerOrganizationItem, mer_organization_item, MER, ORGANIZATION_ITEM, GObject)

/* (transfer none): valid as long as the item. */
const MerOrganizationEntry *mer_organization_item_get (MerOrganizationItem *self);

/**
 * MerOrganizationList:
 *
 * The registry as a #GListModel of #MerOrganizationItem, by name. Each refresh replaces
 * the entries as a whole.
 */
#define MER_TYPE_ORGANIZATION_LIST (mer_organization_list_get_type ())
G_DECLARE_FINAL_TYPE (MerOrganizationList, mer_organization_list, MER, ORGANIZATION_LIST, GObject)

/* (transfer full): empty until its first refresh. */
MerOrganizationList *mer_organization_list_new (void);
/* Reads the registry; `results` (nullable) brings recipients and scores. */
gboolean mer_organization_list_refresh (MerOrganizationList *self,
                                        MerDocument         *document,
                                        MerResults          *results,
                                        GError             **error);
/* The choice for the cycle, as of the last refresh: (transfer none) (nullable). */
const MerSelection *mer_organization_list_get_selection (MerOrganizationList *self);
guint               mer_organization_list_count_state (MerOrganizationList *self,
                                                       MerOrganizationState state);

G_END_DECLS
