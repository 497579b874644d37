/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mer-mark-store.h"
#include "store/mer-registry-store.h"

G_BEGIN_DECLS

/**
 * MerChecklistData:
 *
 * What the grid of checklists shows: organizations of a cycle, its items grouped by place,
 * and every mark. An immutable snapshot, reference-counted; which of its rows are shown is
 * the grid's matter.
 */
typedef struct
{
  char *title; /* «Информация на стендах» */
  guint first; /* column */
  guint n;
} MerChecklistGroup;

typedef struct
{
  gint64        cycle_id;
  gboolean      approved;      /* nothing can be changed */
  GPtrArray    *organizations; /* of MerOrganization, in the order of names */
  GPtrArray    *sort_keys;     /* of char*: folded names, to search in */
  GArray       *columns;       /* of guint: items of the table, in the order of places */
  GArray       *kinds;         /* of guint: which kinds of organizations a column is asked of */
  GArray       *groups;        /* of MerChecklistGroup */
  MerMarkTable *marks;
  GPtrArray    *notes;   /* of MerMarkNote */
  GHashTable   *noted;   /* MerMarkNote → itself, by organization and item */
  GPtrArray    *batches; /* of MerBatch */
} MerChecklistData;

/* NULL and error when the document cannot be read. */
MerChecklistData *mer_checklist_data_new (MerDocument *doc,
                                          gint64       cycle_id,
                                          GError     **error);
MerChecklistData *mer_checklist_data_ref (MerChecklistData *self);
void              mer_checklist_data_unref (MerChecklistData *self);

guint mer_checklist_data_n_columns (const MerChecklistData *self);
/* (transfer none), all of these; rows count the organizations. */
const MerOrganization   *mer_checklist_data_organization (const MerChecklistData *self,
                                                          guint                   row);
const MerCycleItem      *mer_checklist_data_item (const MerChecklistData *self,
                                                  guint                   column);
const MerMarkCell       *mer_checklist_data_cell (const MerChecklistData *self,
                                                  guint                   row,
                                                  guint                   column);
const MerChecklistGroup *mer_checklist_data_group (const MerChecklistData *self,
                                                   guint                   column);
/* Whether the item is asked of organizations of that kind. */
gboolean mer_checklist_data_is_asked (const MerChecklistData *self,
                                      guint                   row,
                                      guint                   column);
gboolean mer_checklist_data_is_by_hand (const MerChecklistData *self,
                                        guint                   row,
                                        guint                   column);
/* (nullable): of the cell; of the whole checklist where `column` is −1. */
const MerMarkNote *mer_checklist_data_note (const MerChecklistData *self,
                                            guint                   row,
                                            int                     column);
/* Items that are asked and of which nothing is stated. */
guint mer_checklist_data_n_missing (const MerChecklistData *self,
                                    guint                   row);

/* «1», «½», «0», «н», and "" where nothing is stated. */
const char *mer_checklist_sign (const MerMarkCell *cell);
/* «есть», «частично», «нет», «не требуется», «не заполнено». */
const char *mer_checklist_state_title (const MerMarkCell *cell);
/* 15.10.2024, of ISO 8601: (transfer full) (nullable), NULL of NULL. */
char *mer_checklist_day_text (const char *iso);
/* «из файла „Чек-листы.xlsx“, строка 12», «введено вручную»: (transfer full) (nullable). */
char *mer_checklist_data_source (const MerChecklistData *self,
                                 guint                   row,
                                 guint                   column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerChecklistData, mer_checklist_data_unref)

G_END_DECLS
