/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "methodology/mer-methodology-edit.h"
#include "methodology/mer-methodology-private.h"
#include "methodology/mer-methodology-xml.h"

G_BEGIN_DECLS

/* Where a part stands in a methodology. Borrows all of it. */
typedef struct
{
  MerPartKind kind;
  gpointer    part;  /* the methodology of the whole */
  gpointer    owner; /* criterion, question or place; else NULL */
  GPtrArray  *list;  /* that holds the part; NULL of the whole */
  guint       index; /* in the list */
} MerSpot;

/* FALSE when there is no such part, with an error in a sentence where *error is wanted. */
gboolean mer_spot_find (MerSpot              *spot,
                        const MerMethodology *self,
                        const char           *path,
                        GError              **error);
/* The place for a new part of a kind at the end of its owner: spot->part is NULL. */
gboolean mer_spot_end (MerSpot              *spot,
                       const MerMethodology *self,
                       MerPartKind           kind,
                       const char           *owner,
                       GError              **error);
/* (transfer full) (element-type MerSpot): all parts in their order, without the whole. */
GPtrArray *mer_spots_of (const MerMethodology *self);
/* (transfer full) */
char *mer_spot_path (const MerSpot *spot);
/* The owner's kind; MER_PART_METHODOLOGY of those that have none. */
MerPartKind mer_part_owner_kind (MerPartKind kind);

/* The code of a part, where its kind has one, else NULL; and where it is kept. */
const char *mer_part_code (MerPartKind   kind,
                           gconstpointer part);
char      **mer_part_code_field (MerPartKind kind,
                                 gpointer    part);
/* A deep copy of a part, its code included. */
gpointer mer_part_copy (MerPartKind   kind,
                        gconstpointer part);

/* Codes: a kind shares them with others (scores in one table, columns in another). */
gboolean mer_code_is_taken (const MerMethodology *self,
                            MerPartKind           kind,
                            const char           *code);
gboolean mer_code_is_well_formed (const char *code);
/* (transfer full): the next free one in an owner. */
char *mer_code_free_one (const MerMethodology *self,
                         const MerSpot        *spot);

/* References are indices: pinned to parts before lists change, found again after. Those to
 * parts that are gone are taken away. */
typedef GHashTable MerReferences; /* part → GPtrArray of the parts that it refers to */

MerReferences *mer_references_pin (const MerMethodology *self);
/* A new part refers to what another does. */
void mer_references_add (MerReferences *self,
                         gpointer       part,
                         gconstpointer  like);
void mer_references_restore (MerReferences  *self,
                             MerMethodology *methodology);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerReferences, g_hash_table_unref)

/* Policies of single indicators follow the indicators: those which may not be undefined any
 * more lose theirs, new ones get the default. */
void mer_methodology_settle (MerMethodology *self);
/* The same policy under the indicator's new code. */
void mer_methodology_rename_policy (MerMethodology *self,
                                    const char     *from,
                                    const char     *to);

/* Values as text. Each takes what an editor's user may type, and fails in a sentence. */
char    *mer_value_text (const char *value,
                         guint       maximum,
                         GError    **error);
GStrv    mer_value_lines (const char *value,
                          GError    **error);
gboolean mer_value_number (const char  *value,
                           MerRational *number,
                           GError     **error);
gboolean mer_value_yes (const char *value,
                        gboolean   *yes,
                        GError    **error);
gboolean mer_value_date (const char *value,
                         GError    **error);
/* Words between blanks or commas. */
GStrv mer_value_words (const char *value);

/* G_GNUC_PRINTF, INVALID; returns FALSE. */
gboolean mer_edit_fail (GError    **error,
                        const char *format,
                        ...) G_GNUC_PRINTF (2, 3);

/* A property of a kind of part. */
typedef struct _MerProperty MerProperty;
struct _MerProperty
{
  const char  *name;
  const char  *label; /* English msgid */
  MerValueKind value;
  gsize        offset; /* of the field, where the two below are NULL */
  guint        limit;  /* characters of a text; 0: the usual */
  char *(*get) (const MerMethodology *self,
                const MerSpot        *spot);
  gboolean (*set) (MerMethodology *self,
                   const MerSpot  *spot,
                   const char     *value,
                   GError        **error);
};

/* The table of a kind; ends with a NULL name. */
const MerProperty *mer_part_table (MerPartKind kind);
const MerProperty *mer_part_find_property (MerPartKind kind,
                                           const char *name);

/* (transfer full) (nullable) */
char *mer_property_get (const MerProperty    *self,
                        const MerMethodology *methodology,
                        const MerSpot        *spot);

/* Getters and setters of what refers to other parts (mer-methodology-edit-links.c). */
char    *mer_link_get_inputs (const MerMethodology *self,
                              const MerSpot        *spot);
gboolean mer_link_set_inputs (MerMethodology *self,
                              const MerSpot  *spot,
                              const char     *value,
                              GError        **error);
char    *mer_link_get_weights (const MerMethodology *self,
                               const MerSpot        *spot);
gboolean mer_link_set_weights (MerMethodology *self,
                               const MerSpot  *spot,
                               const char     *value,
                               GError        **error);
char    *mer_link_get_filter (const MerMethodology *self,
                              const MerSpot        *spot);
gboolean mer_link_set_filter (MerMethodology *self,
                              const MerSpot  *spot,
                              const char     *value,
                              GError        **error);
char    *mer_link_get_mean_of (const MerMethodology *self,
                               const MerSpot        *spot);
gboolean mer_link_set_mean_of (MerMethodology *self,
                               const MerSpot  *spot,
                               const char     *value,
                               GError        **error);
gboolean mer_link_set_code (MerMethodology *self,
                            const MerSpot  *spot,
                            const char     *value,
                            GError        **error);

G_END_DECLS
