/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-plan-form.h"

G_BEGIN_DECLS

/* What the parts of the reader of forms share: which column is what (-columns), which criterion a
 * heading names (-headings), which item a row is of (-code, -match, -heirs), what its cells say
 * (-cells), the rows (-read), and the whole (-files). */

typedef struct
{
  const char *file;
  gint64      row;
} MerFormPlace;

/* An item that a row is of. */
typedef struct
{
  const char        *file; /* of the row */
  const MerPlanItem *item; /* as the row has it */
} MerFormSeen;

typedef struct
{
  MerPlanReading           *reading;
  const MerPlanBook        *book;
  const MerPlanFormOptions *options;
  const char               *file;                        /* that is being read */
  int                       columns[MER_N_FORM_COLUMNS]; /* −1: not in the file */
  char                     *headers[MER_N_FORM_COLUMNS]; /* as they stand there */
  /* By column: headers (of char*, nullable), and columns that are not ours and have something. */
  GPtrArray  *others;
  GHashTable *unread;
  GHashTable *seen;       /* id of an item → MerFormSeen */
  GHashTable *met;        /* id of an organization that has a row → name of the file */
  gint64      whose;      /* the one organization that the file has rows of; −1: none, −2: more */
  GHashTable *old;        /* id of an item → MerPlanItem of a replaced version; nullable */
  GHashTable *names;      /* folded name → MerPlanSheet, NULL where two have it; nullable */
  GHashTable *fresh;      /* plan and texts of a new row → MerFormPlace */
  GHashTable *told;       /* ids of plans of which a replaced version was named */
  GHashTable *heirs;      /* id of an item of such a version → MerPlanLine it became; nullable */
  GHashTable *settled;    /* ids of those lines' items; nullable */
  const char *section;    /* criterion of the heading above; nullable */
  guint       n_problems; /* of the file */
  char       *heading;    /* what stands above and is no criterion; nullable */
} MerFormReader;

/* One row: its texts by column, NULL where the column is not there. */
typedef struct
{
  gint64      number;
  char       *cells[MER_N_FORM_COLUMNS];
  const char *stamps; /* what the cells had when the form went out; NULL: it is not known */
  GString    *doubt;  /* sentences */
} MerFormRow;

/* Which item a row is of. */
typedef struct
{
  const MerPlanItem *known; /* in force; NULL: it is a new one */
  const MerPlanItem *base;  /* the item of the row's code, in a replaced version as it was when it
                             * was replaced; NULL: a new one */
  const MerPlanItem *like;  /* a new one answers the same; nullable */
  const MerFormSeen *other; /* a file before has a row of the known one; nullable */
  gint64             plan;  /* of a new one */
} MerFormMatch;

/* The header of a column as it stands in the file, or as it should. */
const char *mer_form_column_name (const MerFormReader *self,
                                  MerFormColumn        column);
/* Names what is wrong with the file; takes the text. */
void mer_form_add_problem (MerFormReader *self,
                           char          *text);
/* Names what is wrong with a cell, or what was understood by it. */
void mer_form_tell (MerFormReader    *self,
                    const MerFormRow *row,
                    MerFormColumn     column,
                    const char       *format,
                    ...) G_GNUC_PRINTF (4, 5);
/* Makes a question of the row. */
void mer_form_doubt (MerFormRow *row,
                     const char *format,
                     ...) G_GNUC_PRINTF (2, 3);

/* Whether the row is the header; then the columns are known. */
gboolean mer_form_take_header (MerFormReader *self,
                               const MerRow  *row);
void     mer_form_forget_columns (MerFormReader *self);
/* The criterion that a cell names by symbol or title («К1 Открытость»), or a heading by its number
 * («I. Открытость и доступность информации»); nullable. */
const MerCriterion *mer_form_find_criterion (const MerFormReader *self,
                                             const char          *text,
                                             gboolean             heading);
/* The text of a cell: (transfer full); NULL beyond the row and when it is too long. */
char *mer_form_cell (const MerRow *row,
                     guint         i);

/* Whether the row is no item but the name of a section of the printed form, or its «не выявлены —»:
 * one cell and no measure. What is below it is of its criterion. */
gboolean mer_form_take_heading (MerFormReader    *self,
                                const MerFormRow *row,
                                const MerRow     *source);
/* All rows below the header. */
gboolean mer_form_read_rows (MerFormReader  *self,
                             MerTableReader *table,
                             GError        **error);
void     mer_form_change_free (gpointer data);
/* «M123:» and stamps of the cells: (transfer full). */
char *mer_form_code_new (const MerPlanItem *item);
/* The id in the code of a row, 0: none; what is behind it are its stamps. */
gint64 mer_form_take_code (MerFormRow *row);
/* Whether it is known that the organization left the cell as it was. `value`: of the cell, a day as
 * ISO 8601, a share as mer_form_share_text() has it. */
gboolean mer_form_is_as_sent (const MerFormRow *row,
                              MerFormColumn     column,
                              const char       *value);
/* Whether the cell of an item has another value than when the form went out; where that is not
 * known, than `was`. */
gboolean mer_form_is_recorded_since (const MerFormRow *row,
                                     MerFormColumn     column,
                                     const char       *recorded,
                                     const char       *was);
/* (transfer full) (nullable) */
char *mer_form_share_text (gint64 share);
/* FALSE: the row is refused, and it was said why. */
gboolean mer_form_match (MerFormReader *self,
                         MerFormRow    *row,
                         MerFormMatch  *match);
/* Whether the text is the name of the organization whose form it is; where that is not known, of
 * any that has a plan. */
gboolean mer_form_is_whose (MerFormReader *self,
                            const char    *text);
/* What became of an item of a replaced version; what is not certain is a question of the row. NULL:
 * nothing, and it was said. */
const MerPlanLine *mer_form_find_heir (MerFormReader      *self,
                                       MerFormRow         *row,
                                       const MerPlan      *plan,
                                       const MerPlanSheet *sheet,
                                       const MerPlanItem  *old);
/* Puts what the cells say into the item. */
gboolean mer_form_take_cells (MerFormReader      *self,
                              MerFormRow         *row,
                              const MerFormMatch *match,
                              MerPlanItem        *item);
gboolean mer_form_is_blank (const char *cell);
/* Whether two texts are the same to a reader; NULL and "" are. */
gboolean mer_form_same_text (const char *a,
                             const char *b);

G_END_DECLS
