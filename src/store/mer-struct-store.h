/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-struct.h"
#include "store/mer-query.h"

G_BEGIN_DECLS

/**
 * MerStructTable:
 *
 * A table whose rows are structs told by a #MerStruct. For files of src/store, which wrap it in
 * functions of their own and add the rules that no field tells:
 *
 * |[
 * static const MerStructTable members = {
 *   .name = "council_member",
 *   .record = &mer_council_member_struct,
 *   .free_row = (GDestroyNotify) mer_council_member_free,
 *   .gone = N_("The member of the council is not there any more."),
 * };
 *
 * GPtrArray *
 * mer_store_council_members (MerDocument *doc, gint64 council_id, GError **error)
 * {
 *   return mer_structs_list (doc, &members, "WHERE t.council_id = ?1 ORDER BY t.name, t.id",
 *                            MER_SQL_VALUES (MER_SQL_INT (council_id)), error);
 * }
 *
 * gboolean
 * mer_store_save_council_member (MerDocument *doc, MerCouncilMember *member, GError **error)
 * {
 *   return mer_structs_save (doc, &members, member, error);
 * }
 * ]|
 *
 * Writers need an action under way (mer_document_begin) and are taken back with it; before they
 * write they check that texts are UTF-8 and not blank where they must not be, that days are days
 * of the calendar, real numbers finite, and refuse with INVALID otherwise. SQLite checks what the
 * schema says (NOT NULL, REFERENCES, UNIQUE): INVALID too.
 */
typedef struct
{
  const char      *name;
  const MerStruct *record;
  /* NULL: none; «JOIN source s ON s.id = t.source_id», where t is the table itself. Fields that
   * are `.of = "s"` are read from there. */
  const char    *joins;
  GDestroyNotify free_row;
  const char    *gone; /* msgid (N_): what is said when there is no such row */
} MerStructTable;

/* A parameter of a query: ?1, ?2, … in their order. */
typedef struct
{
  enum
  {
    MER_SQL_END,
    MER_SQL_IS_INT,
    MER_SQL_IS_TEXT,
  } type;
  gint64      number;
  const char *text;
} MerSqlValue;

/* clang-format off */
#define MER_SQL_INT(value) { MER_SQL_IS_INT, (value), NULL }
/* NULL is NULL. The text must live until the query is cleared. */
#define MER_SQL_TEXT(value) { MER_SQL_IS_TEXT, 0, (value) }
#define MER_SQL_VALUES(...) ((const MerSqlValue[]) { __VA_ARGS__, { MER_SQL_END, 0, NULL } })
/* clang-format on */

/* `rest` is what follows FROM in all readers: WHERE, ORDER BY, LIMIT; its columns are of t. It
 * must be a literal. `values` is NULL when it has no parameters. */

/* (transfer full): all rows that it gives. */
GPtrArray *mer_structs_list (MerDocument          *doc,
                             const MerStructTable *table,
                             const char           *rest,
                             const MerSqlValue    *values,
                             GError              **error);
/* (transfer full): NOT_FOUND when there is none of that id. */
gpointer mer_structs_get (MerDocument          *doc,
                          const MerStructTable *table,
                          gint64                id,
                          GError              **error);
/* For what takes rows one by one: mer_query_next() on `query`, then mer_structs_read(). */
gboolean mer_structs_query (MerQuery             *query,
                            MerDocument          *doc,
                            const MerStructTable *table,
                            const char           *rest,
                            const MerSqlValue    *values,
                            GError              **error);
/* (transfer full): the row that `query` stands at. */
gpointer mer_structs_read (const MerStructTable *table,
                           MerQuery             *query);

/* Adds the row and sets its id, if it has one. */
gboolean mer_structs_insert (MerDocument          *doc,
                             const MerStructTable *table,
                             gpointer              row,
                             GError              **error);
/* By id: inserts when it is 0, else updates, and NOT_FOUND when there is none. By key (fields
 * with `.key`): updates the row of that key, or inserts it. */
gboolean mer_structs_save (MerDocument          *doc,
                           const MerStructTable *table,
                           gpointer              row,
                           GError              **error);
/* By id. NOT_FOUND when there is none. */
gboolean mer_structs_delete (MerDocument          *doc,
                             const MerStructTable *table,
                             gint64                id,
                             GError              **error);
/* `where` is a literal, «WHERE plan_id = ?1»; none need fit. What refers to a row goes before it:
 * the schema has no cascades. */
gboolean mer_structs_delete_where (MerDocument          *doc,
                                   const MerStructTable *table,
                                   const char           *where,
                                   const MerSqlValue    *values,
                                   GError              **error);

/* The check of writers alone. */
gboolean mer_structs_check (const MerStructTable *table,
                            gconstpointer         row,
                            GError              **error);

G_END_DECLS
