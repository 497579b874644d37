/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/mer-record.h"
#include "ui/dialogs/mer-record-form.h"
#include "ui/mer-session.h"

G_BEGIN_DECLS

/**
 * MerRecordTable:
 *
 * A table of the records of one kind, made from the description of its fields: search, sorting,
 * adding and editing (mer-record-form.h), deleting, duplicating, order, copying, pasting, tables in
 * and out. It follows the document by itself: after each change, undo and redo the rows that
 * differ are shown anew, selection and place stay. Thousands of records take a frame.
 *
 * A #MerRecordTableInfo says what is special about a table; an empty one with `kind` is enough:
 *
 *     static const MerRecordTableInfo info = { .kind = "publication" };
 *     GtkWidget *table = mer_record_table_new (session, &info, self);
 *
 * Actions stand in a group of the prefix `records.`: `add` (Insert), `edit` (Enter, F2, double
 * click), `duplicate` (Ctrl+D), `delete` (Delete), `move-up`, `move-down` (Alt+Up, Alt+Down),
 * `copy` (Ctrl+C), `paste` (Ctrl+V), `find` (Ctrl+F within the table), `export`, `import`,
 * `context-menu` (Shift+F10). As a tab of a page: mer-record-view.h, mer-tab-page.h.
 *
 * Signals:
 *   `selection-changed` ()  another row is selected, or none
 *   `refreshed` ()          the records were read anew, or the filter changed
 */
#define MER_TYPE_RECORD_TABLE (mer_record_table_get_type ())
G_DECLARE_FINAL_TYPE (MerRecordTable, mer_record_table, MER, RECORD_TABLE, AdwBin)

/* What stands before the words of the state column, besides the words: icon and colour. */
typedef enum
{
  MER_RECORD_STATE_NONE, /* nothing at all */
  MER_RECORD_STATE_PLANNED,
  MER_RECORD_STATE_WORK,
  MER_RECORD_STATE_DONE,
  MER_RECORD_STATE_OVERDUE,
  MER_RECORD_STATE_WARNING,
} MerRecordState;

/* A column: of a field (`key`), or computed (`id`, `title` and `text`). */
typedef struct
{
  const char *key;    /* of a field; NULL: computed */
  const char *id;     /* of a computed one */
  const char *title;  /* English msgid; of a field NULL: its own */
  int         width;  /* px; 0: as its type needs */
  gboolean    expand; /* takes the room that is left; of a field also #MER_FIELD_WIDE */
  gboolean    end;    /* stands at the right: numbers */
  gboolean    wide;   /* hidden while the table is narrow */
  /* (transfer full) (nullable) */
  char *(*text) (MerRecordTable *table,
                 gconstpointer   record);
  /* Ascending; NULL: by the text. */
  gint64 (*rank) (MerRecordTable *table,
                  gconstpointer   record);
} MerRecordColumn;

/* A choice of the drop-down beside the search: «Overdue». */
typedef struct
{
  const char *id;
  const char *title; /* English msgid */
  gboolean (*shows) (MerRecordTable *table,
                     gconstpointer   record);
} MerRecordFilter;

typedef struct
{
  const char            *kind;    /* id of the kind */
  const MerRecordColumn *columns; /* NULL: the fields that are #MER_FIELD_COLUMN */
  guint                  n_columns;
  /* The last column but «expand»: an icon and words (transfer full, nullable). Optional. */
  MerRecordState (*state) (MerRecordTable *table,
                           gconstpointer   record,
                           char          **words);
  const char            *state_title; /* English msgid; NULL: «State» */
  const MerRecordFilter *filters;     /* behind «All»; optional */
  guint                  n_filters;
  gboolean               by_organization; /* a drop-down of the organizations that occur */
  gboolean               single;          /* selects one row only */
  gboolean               no_paste;        /* rows cannot be typed in as a table */
  gboolean               frozen;          /* records stay as they are: no copies, no tables in */
  const char            *add_label;       /* English msgid with mnemonic; NULL: «_Add…» */
  const char            *empty_title;     /* English msgids of the empty state */
  const char            *empty_text;
  /* What the callbacks need besides the record (other records, today), read at each refresh and
   * kept until the next: mer_record_table_get_context(). Optional. */
  gpointer (*load) (MerRecordTable *table,
                    MerDocument    *document,
                    gint64          cycle_id);
  GDestroyNotify unload;
  /* Opens something else than the form for adding (`record` with id 0) and editing. Optional. */
  void (*open) (MerRecordTable *table,
                gconstpointer   record);
  /* What the form is opened with; `user_data` of it is the table's data then. Optional. */
  const MerRecordFormOptions *form;
} MerRecordTableInfo;

/* (transfer floating): `info` is static; `user_data` is the caller's. */
GtkWidget *mer_record_table_new (MerSession               *session,
                                 const MerRecordTableInfo *info,
                                 gpointer                  user_data);

/* (transfer none) */
MerSession          *mer_record_table_get_session (MerRecordTable *self);
const MerRecordKind *mer_record_table_get_kind (MerRecordTable *self);
gpointer             mer_record_table_get_data (MerRecordTable *self);
/* What `load` gave; NULL without it. */
gpointer mer_record_table_get_context (MerRecordTable *self);
/* The cycle that is shown; 0: there is none, or the kind is the department's. */
gint64 mer_record_table_get_cycle_id (MerRecordTable *self);

/* Only records whose number, reference or organization `key` is `value`, which new ones get.
 * NULL: all. */
void mer_record_table_set_owner (MerRecordTable *self,
                                 const char     *key,
                                 gint64          value);
/* Only records that it lets through, besides search and filters; NULL: all. Called again when the
 * records were read, and after mer_record_table_refilter(). */
void mer_record_table_set_filter (MerRecordTable *self,
                                  gboolean (*shows) (MerRecordTable *table,
                                                     gconstpointer   record));
void mer_record_table_refilter (MerRecordTable *self);
/* One of info->filters in the drop-down; NULL: «All». */
void mer_record_table_choose_filter (MerRecordTable *self,
                                     const char     *id);
/* The words that are searched for. */
void mer_record_table_search (MerRecordTable *self,
                              const char     *words);

/* Reads the records anew; a change of the document does it by itself. */
void mer_record_table_refresh (MerRecordTable *self);
/* Something that it shows is not as it was: the same, when somebody sees it. */
void mer_record_table_changed (MerRecordTable *self);

/* All records that were read, in their order, shown or not: (transfer none)
 * (element-type MerRecord), valid until the next refresh. */
const GPtrArray *mer_record_table_get_records (MerRecordTable *self);
/* How many the filters let through. */
guint mer_record_table_get_n_shown (MerRecordTable *self);
/* What the cell of a column says, as it is shown: (transfer full). `column`: key or id. */
char *mer_record_table_get_text (MerRecordTable *self,
                                 gconstpointer   record,
                                 const char     *column);
/* «Shown 36 of 38», or how many there are: (transfer full). */
char *mer_record_table_get_summary (MerRecordTable *self);

/* The first selected record: (transfer none) (nullable), valid until the next refresh. */
gconstpointer mer_record_table_get_selected (MerRecordTable *self);
/* (transfer full) (element-type MerRecord): the selected ones, borrowed. */
GPtrArray *mer_record_table_get_selection (MerRecordTable *self);
/* Selects and scrolls to it; takes filters away that hide it. FALSE: there is no such record. */
gboolean mer_record_table_select (MerRecordTable *self,
                                  gint64          id);
/* Opens the form of a new record. `preset` (nullable) is copied: what is known of it. */
void mer_record_table_add (MerRecordTable *self,
                           gconstpointer   preset);
/* Deletes them as one action with a toast. */
void mer_record_table_delete (MerRecordTable  *self,
                              const GPtrArray *records);

/* The group `records.`: a caller adds actions of its own, which get the table as user data, to
 * menus and bar. (transfer none) */
GActionGroup *mer_record_table_get_actions (MerRecordTable *self);
void          mer_record_table_add_actions (MerRecordTable     *self,
                                            const GActionEntry *entries,
                                            guint               n_entries);
void          mer_record_table_set_action_enabled (MerRecordTable *self,
                                                   const char     *name,
                                                   gboolean        enabled);
/* The first section of the menu of rows, empty at first: (transfer none). */
GMenu *mer_record_table_get_row_menu (MerRecordTable *self);
/* The first section of the menu at the end of the bar, empty at first: (transfer none). */
GMenu *mer_record_table_get_menu (MerRecordTable *self);
/* Where buttons of the caller stand, behind the drop-downs of the bar: (transfer none). */
GtkBox *mer_record_table_get_tools (MerRecordTable *self);
/* Below title and text of the empty state; a caller's buttons stand behind «Add…» there. */
GtkBox        *mer_record_table_get_empty_tools (MerRecordTable *self);
GtkColumnView *mer_record_table_get_view (MerRecordTable *self);
/* The bar with search, filters, number and menu; «Add…» in it. Both are shown at first. */
void mer_record_table_show_bar (MerRecordTable *self,
                                gboolean        shown);
void mer_record_table_show_add (MerRecordTable *self,
                                gboolean        shown);
/* Hides the columns that are `wide`. */
void mer_record_table_set_narrow (MerRecordTable *self,
                                  gboolean        narrow);

G_END_DECLS
