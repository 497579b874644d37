/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-evidence.h"
#include "store/mer-document.h"

G_BEGIN_DECLS

/* Checklist marks of a cycle one by one: read as organization × item with where each is
 * from, and set by hand. Marks set by hand live in a batch of checklists that has no file.
 * Writers need an action under way. */

/* Takes the mark that was set by hand back, so that what files say shows again. */
#define MER_MARK_CLEAR (-1)

/* A line of a checklist that some mark is from. */
typedef struct
{
  gint64   batch_id;
  gint64   row;     /* in the file; 0 when it was typed in */
  gboolean by_hand; /* its batch has no file */
} MerMarkLine;

typedef struct
{
  MerMark mark; /* NOT_REQUIRED where nothing is stated */
  guint   line; /* 1 + index into the table's lines; 0: no checklist states anything */
} MerMarkCell;

/**
 * MerMarkTable:
 *
 * All marks of a cycle, an immutable snapshot. Columns are the items of the cycle, and those
 * of its methodology that it has no row of yet (id 0).
 */
typedef struct
{
  GPtrArray   *items; /* of MerCycleItem */
  GArray      *lines; /* of MerMarkLine */
  GHashTable  *rows;  /* organization id → index + 1 */
  GArray      *cells; /* of MerMarkCell, row by row */
  MerMarkCell *none;  /* what an organization without checklist has */
} MerMarkTable;

MerMarkTable *mer_store_mark_table (MerDocument *doc,
                                    gint64       cycle_id,
                                    GError     **error);
void          mer_mark_table_free (MerMarkTable *self);
/* (transfer none): never NULL, whatever organization it is. `item` counts the table's items. */
const MerMarkCell *mer_mark_table_cell (const MerMarkTable *self,
                                        gint64              organization_id,
                                        guint               item);
/* All cells of an organization, one an item; NULL when it has no checklist. */
const MerMarkCell *mer_mark_table_row (const MerMarkTable *self,
                                       gint64              organization_id);
/* (transfer none) (nullable): where the cell's mark is from. */
const MerMarkLine *mer_mark_table_line (const MerMarkTable *self,
                                        const MerMarkCell  *cell);

/* One cell to be set: `state` is a MerMark or MER_MARK_CLEAR. `item` is of a MerMarkTable;
 * where its id is 0 the cycle's list gets it. */
typedef struct
{
  gint64              organization_id;
  const MerCycleItem *item;
  int                 state;
} MerMarkChange;

/* Sets marks by hand. A mark that says what stands there already is not written again;
 * *n_changed (optional) says how many cells are different now. INVALID when the results of
 * the cycle are approved. */
gboolean mer_store_set_marks (MerDocument         *doc,
                              gint64               cycle_id,
                              const MerMarkChange *changes,
                              guint                n_changes,
                              guint               *n_changed,
                              GError             **error);

/* The row of an item of a MerMarkTable, for a note; the cycle's list gets it first where it has
 * none. 0 on error. */
gint64 mer_store_mark_item_id (MerDocument        *doc,
                               gint64              cycle_id,
                               const MerCycleItem *item,
                               GError            **error);

/* Who saw what and when: of one mark, or (item_id 0) of an organization's whole checklist. */
typedef struct
{
  gint64 organization_id;
  gint64 item_id;
  char  *day;       /* ISO 8601; nullable, as are all below */
  char  *inspector; /* who looked */
  char  *link;      /* to the evidence */
  char  *note;
} MerMarkNote;

void mer_mark_note_free (MerMarkNote *self);
/* (element-type MerMarkNote): by organization and item. organization_id 0: of all. */
GPtrArray *mer_store_mark_notes (MerDocument *doc,
                                 gint64       cycle_id,
                                 gint64       organization_id,
                                 GError     **error);
/* Replaces the note of that mark; one without any text is deleted. Empty strings count as no
 * text. INVALID when `day` is no day or the results of the cycle are approved. */
gboolean mer_store_save_mark_note (MerDocument       *doc,
                                   gint64             cycle_id,
                                   const MerMarkNote *note,
                                   GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerMarkTable, mer_mark_table_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerMarkNote, mer_mark_note_free)

G_END_DECLS
