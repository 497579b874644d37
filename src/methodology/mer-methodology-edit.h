/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "methodology/mer-methodology.h"

G_BEGIN_DECLS

/* Editing the rules. A methodology is immutable: each edit gives a new one, whose parts may have
 * problems until the edit is finished (mer_methodology_problems()); score only what is sound.
 * Undo is keeping the old one.
 *
 * A part is named by its path: "criterion/K1", "indicator/1.3", "calculated/2.2", "question/q2",
 * "option/q2/0" (by index from 0), "place/site", "item/site.12", "band/excellent",
 * "column/date", or "" for the methodology itself. Codes are unique within their kind. */

typedef enum
{
  MER_PART_METHODOLOGY,
  MER_PART_CRITERION,
  MER_PART_INDICATOR,
  MER_PART_CALCULATED,
  MER_PART_QUESTION,
  MER_PART_OPTION,
  MER_PART_PLACE,
  MER_PART_ITEM,
  MER_PART_BAND,
  MER_PART_COLUMN, /* only its headings can be edited */
} MerPartKind;

/* What a property holds, and so how an editor shows it. */
typedef enum
{
  MER_VALUE_TEXT,          /* one line, must not stay empty */
  MER_VALUE_OPTIONAL_TEXT, /* NULL: none */
  MER_VALUE_CODE,          /* of the part itself */
  MER_VALUE_NUMBER,        /* exact, not negative */
  MER_VALUE_YES_NO,        /* "yes", "no" */
  MER_VALUE_CHOICE,        /* one of mer_part_property_choices() */
  MER_VALUE_CHOICES,       /* some of them, with blanks between */
  MER_VALUE_LINK,          /* the code of another part; NULL: none */
  MER_VALUE_LINKS,         /* codes of other parts, with blanks between */
  MER_VALUE_LINES,         /* texts, one a line */
  MER_VALUE_NUMBERS,       /* with blanks between; NULL: none */
  MER_VALUE_PAIRS,         /* bands of points, "90 = 100" a line; NULL: none */
  MER_VALUE_DATE,          /* ISO 8601 */
} MerValueKind;

/* FALSE when the methodology has no such part. */
gboolean    mer_methodology_has_part (const MerMethodology *self,
                                      const char           *path);
MerPartKind mer_part_kind_of (const char *path);
/* The word that paths of a kind begin with, "indicator"; and the kind of such a word. */
const char *mer_part_kind_word (MerPartKind kind);
gboolean    mer_part_kind_from_word (const char  *word,
                                     MerPartKind *kind);
/* (transfer full): the path of what holds the part: a criterion of an indicator, a question of an
 * option, a place of an item; "" of all others. */
char *mer_part_owner (const MerMethodology *self,
                      const char           *path);
/* (transfer full): how people name it: «1.3 Удовлетворены открытостью информации». */
char *mer_part_name (const MerMethodology *self,
                     const char           *path);

/* The properties of a kind of part, as the XML calls them ("weight", "title", "short-title",
 * "full-title", "measure", "base", "inputs", …), in the order in which an editor shows them. */
const char *const *mer_part_properties (MerPartKind kind);
/* How people name it; an English msgid: translate it with _(). NULL: there is no such one. */
const char  *mer_part_property_label (MerPartKind kind,
                                      const char *property);
MerValueKind mer_part_property_value (MerPartKind kind,
                                      const char *property);
/* The values that a choice may have; the value "" is none. NULL where there is no list. */
const char *const *mer_part_property_choices (MerPartKind kind,
                                              const char *property);
/* A choice in words: an English msgid. */
const char *mer_part_choice_label (MerPartKind kind,
                                   const char *property,
                                   const char *choice);
/* "Criterion", "Indicator", …: an English msgid. */
const char *mer_part_kind_label (MerPartKind kind);
/* (transfer full): a property as text: exact numbers as written ("0.3", "1/5"), yes/no, codes of
 * inputs with blanks between, variants one a line; NULL where the part has none. Of path ""
 * also "policy:KEY" and "unconfirmed:KEY" of a policy. */
char *mer_methodology_get (const MerMethodology *self,
                           const char           *path,
                           const char           *property);

/* All of these: (transfer full) the methodology with the edit; NULL and error in a sentence when
 * the part is not there, or the value cannot stand in a methodology at all (a text too long, no
 * number, a code that is taken). A comma is a decimal mark too. Dates of decided policies and
 * whatever else is not touched stay. Setting a code follows all references to it; removing a
 * part takes the references to it away. */
MerMethodology *mer_methodology_set (const MerMethodology *self,
                                     const char           *path,
                                     const char           *property,
                                     const char           *value,
                                     GError              **error);
/* Adds a new part of a kind at the end of its owner, with a free code and a placeholder text in
 * the methodology's language; *path (transfer full) names it. */
MerMethodology *mer_methodology_add (const MerMethodology *self,
                                     MerPartKind           kind,
                                     const char           *owner,
                                     char                **path,
                                     GError              **error);
/* Behind the part, with all that it holds and free codes. */
MerMethodology *mer_methodology_copy_part (const MerMethodology *self,
                                           const char           *part,
                                           char                **path,
                                           GError              **error);
MerMethodology *mer_methodology_remove (const MerMethodology *self,
                                        const char           *path,
                                        GError              **error);
/* To place `position` (from 0) of `owner`, which may be another one of the same kind. An option
 * may have another path thereafter: *new_path (transfer full, nullable argument). */
MerMethodology *mer_methodology_move (const MerMethodology *self,
                                      const char           *path,
                                      const char           *owner,
                                      guint                 position,
                                      char                **new_path,
                                      GError              **error);
/* Makes the weights of a criterion's indicators, or (path "") of all criteria, give its maximum
 * exactly (a sum of 1 where caps are the maximum), in their present proportions; equal ones where
 * all are 0. */
MerMethodology *mer_methodology_normalize (const MerMethodology *self,
                                           const char           *path,
                                           GError              **error);

/* --- short keys --------------------------------------------------------------------------- */

/* What people set most: policies by their keys, "maximum", "weight.K1", "weight.1.1",
 * "band.excellent". All of them, in order: (transfer full). */
GStrv mer_methodology_keys (const MerMethodology *self);
/* (transfer full): NULL when there is no such key. */
char           *mer_methodology_get_key (const MerMethodology *self,
                                         const char           *key);
MerMethodology *mer_methodology_set_key (const MerMethodology *self,
                                         const char           *key,
                                         const char           *value,
                                         GError              **error);
/* (transfer full): the part that a key belongs to; NULL of policies. */
char *mer_methodology_key_path (const MerMethodology *self,
                                const char           *key);

/* --- what is wrong ----------------------------------------------------------------------- */

typedef struct
{
  char    *path;     /* of the part, "" of the whole */
  char    *property; /* nullable */
  char    *text;     /* a sentence in the user's language */
  gboolean is_error; /* FALSE: it may stay as it is («сверить с текстом приказа») */
} MerMethodologyProblem;

/* (transfer full) (element-type MerMethodologyProblem): all of them, in the order of the parts.
 * Without an error among them mer_methodology_from_xml() takes the methodology's XML. */
GPtrArray *mer_methodology_problems (const MerMethodology *self);
/* Whether there is no error among them. */
gboolean mer_methodology_is_sound (const MerMethodology *self);
void     mer_methodology_problem_free (MerMethodologyProblem *self);

/* --- what differs ------------------------------------------------------------------------- */

typedef struct
{
  char *path;     /* of the part, in `self`, or in `base` when it is removed */
  char *property; /* NULL: the whole part was added or removed; "order": it stands elsewhere */
  char *ours;     /* nullable */
  char *theirs;   /* nullable */
} MerMethodologyDifference;

/* (transfer full) (element-type MerMethodologyDifference): in the order of the parts. Policies
 * are of path "" and property "policy:KEY". Of what is added or removed `ours` or `theirs` is its
 * name; of order they name what holds it. Marks «сверить с текстом приказа» and dates of decisions
 * are no differences. */
GPtrArray *mer_methodology_differences (const MerMethodology *self,
                                        const MerMethodology *base);
void       mer_methodology_difference_free (MerMethodologyDifference *self);
/* Makes a part and all that it holds as it is in `base`: also adds it again there, or takes it
 * away. What it refers to and is missing comes back as well. "" for everything; for a single
 * property set it to `theirs`. */
MerMethodology *mer_methodology_restore (const MerMethodology *self,
                                         const MerMethodology *base,
                                         const char           *path,
                                         GError              **error);
/* (transfer full) (nullable): the shipped edition that a methodology is of, by its id. */
MerMethodology *mer_methodology_federal (const MerMethodology *self);

/* --- drafts as XML ------------------------------------------------------------------------ */

/* Like mer_methodology_from_xml(), but takes what has problems, too. */
MerMethodology *mer_methodology_draft_from_xml (const char *xml,
                                                gsize       length,
                                                const char *name,
                                                GError    **error);

G_END_DECLS
