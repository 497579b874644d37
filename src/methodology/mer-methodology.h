/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "core/mer-evidence.h"
#include "core/mer-organization.h"
#include "core/mer-rational.h"

G_BEGIN_DECLS

typedef struct _MerMeasureKind MerMeasureKind;

#define MER_MAX_INDICATORS 200 /* of one methodology */

typedef struct
{
  char       *text;     /* «Да» */
  gboolean    positive; /* counts as satisfied; of a filter: lets pass */
  gboolean    unsure;   /* «Затрудняюсь ответить»: policy hard-to-say says if it is an answer */
  gboolean    has_score;
  MerRational score;    /* of a scale: 0, 2.5, 5, …; 0 where it has none. Never big */
  GStrv       variants; /* further spellings, as «имею»; never NULL */
} MerOption;

typedef struct
{
  char      *code;        /* "q2" */
  char      *text;        /* full text of the recommended form */
  char      *short_text;  /* «Стенд: довольны» */
  char      *nobody;      /* of a filter: «не сообщил об инвалидности»; or NULL */
  int        filter;      /* question that must be answered positively first; −1 none */
  gboolean   required;    /* a file without it cannot be imported */
  gboolean   unconfirmed; /* «сверить с текстом приказа», here and in the other parts */
  GPtrArray *options;     /* of MerOption */
  GStrv      variants;    /* header wordings of its column, besides the two texts */
} MerQuestion;

/* A column of tables that is no question: "organization", "date", "comment", … */
typedef struct
{
  char    *code;
  char    *title; /* «Организация» */
  gboolean required;
  GStrv    variants; /* header wordings, besides the title */
} MerColumn;

typedef struct
{
  char    *code; /* "site.12" */
  char    *text;
  GStrv    variants; /* wordings in the brackets of a header, besides the text */
  guint    kinds;    /* bit mask 1 << MerOrganizationKind of those it applies to */
  gboolean unconfirmed;
} MerItem;

/* A place of checklist items: stand, site, remote, comfort, equipment, conditions. The
 * block of a column belongs to the first place, in their order, of which any header word
 * occurs at the beginning of a word of the header before the bracket, both folded. */
typedef struct
{
  char      *code;
  char      *title;
  GStrv      header_words;
  gboolean   unconfirmed;
  GPtrArray *items; /* of MerItem */
} MerPlace;

/* One input of a measure: a place of the checklist or a question. */
typedef struct
{
  int         place;    /* index, or −1 */
  int         question; /* index, or −1 */
  MerRational weight;   /* of a weighted sum; 0 where none is given. Never big */
} MerMeasureInput;

/* From where on a measured value gives which points: «от 90 % — 100 баллов». Neither is ever
 * big, so that an array of these may be copied as bytes. */
typedef struct
{
  MerRational from;
  MerRational points;
} MerPointBand;

/* Whom a share is taken of, and which policy may read it otherwise. */
typedef enum
{
  MER_BASE_NONE,    /* the measure has none */
  MER_BASE_ANSWERS, /* policy `base`: those who answered the question, or all */
  MER_BASE_CHANNEL, /* policy `base.channel`: those whom the filter let pass, or all */
  MER_BASE_FILTER,  /* always those whom the filter let pass */
} MerBase;

typedef struct
{
  char                 *code;        /* "1.3" */
  char                 *full_title;  /* the official wording, for documents */
  char                 *title;       /* «Оборудование территории и помещений» */
  char                 *short_title; /* «Оборудование» */
  MerRational           weight;
  const MerMeasureKind *kind;
  GArray               *inputs; /* of MerMeasureInput, 0 … MER_MAX_TERMS; without one an
                                 * expert types the value */
  MerRational points;           /* points an item, where the kind uses them, else 0 */
  MerRational cap;              /* largest value */
  MerBase     base;
  GArray     *bands;            /* of MerPointBand, rising, where the kind uses them */
  gboolean    may_be_undefined; /* has a policy `undefined.CODE` of its own */
  gboolean    unconfirmed;
} MerIndicator;

/* A row that is calculated from indicators and only printed (2.2): their mean. */
typedef struct
{
  char    *code;
  char    *title;
  char    *short_title;
  GArray  *indicators; /* of guint: indices within the criterion */
  gboolean unconfirmed;
} MerCalculated;

typedef struct
{
  char       *code;        /* "K1" */
  char       *symbol;      /* «К1»: how it is shown */
  char       *full_title;  /* the official wording, for documents */
  char       *title;       /* «Открытость и доступность информации» */
  char       *short_title; /* «Открытость» */
  MerRational weight;      /* in the total: 1/5 */
  MerRational maximum;     /* 100 */
  gboolean    council;     /* added by the council: enters the total by policy council.criteria */
  gboolean    unconfirmed;
  GPtrArray  *indicators; /* of MerIndicator */
  GPtrArray  *calculated; /* of MerCalculated */
} MerCriterion;

typedef struct
{
  char       *code;        /* "excellent" */
  char       *title;       /* «отлично» */
  char       *short_title; /* «неуд.»: for narrow places */
  MerRational from;        /* lowest whole point of the band as printed; where it begins in
                            * between says mer_methodology_band_from() */
  gboolean unconfirmed;
} MerBand;

/**
 * MerMethodology:
 *
 * One version of the rules: criteria, indicators, questionnaire, checklist items,
 * policies, bands. Reference-counted and immutable once parsed; changed by
 * mer_methodology_with_policy() and the like, which return a new value.
 */
typedef struct
{
  char       *id; /* "nok-2018-education" */
  char       *title;
  char       *language;    /* "ru": of its texts */
  char       *date;        /* of the edition, ISO 8601 */
  MerRational maximum;     /* of the total: 100 */
  GPtrArray  *criteria;    /* of MerCriterion */
  GPtrArray  *questions;   /* of MerQuestion */
  GPtrArray  *columns;     /* of MerColumn */
  GPtrArray  *places;      /* of MerPlace */
  GPtrArray  *bands;       /* of MerBand, best first */
  GHashTable *policies;    /* key → value, every key of mer_policies() and undefined.CODE present */
  GHashTable *decided;     /* key → date (ISO 8601) of the council's decision, if there was one */
  GHashTable *unconfirmed; /* set of keys of policies that are to be held against the act */
} MerMethodology;

#define MER_TYPE_METHODOLOGY (mer_methodology_get_type ())
GType           mer_methodology_get_type (void);
MerMethodology *mer_methodology_ref (MerMethodology *self);
void            mer_methodology_unref (MerMethodology *self);

/* The value in force, never NULL; for `undefined.CODE` as it stands, "inherit" included. */
const char *mer_methodology_policy (const MerMethodology *self,
                                    const char           *key);
/* How an undefined indicator is settled: "undecided", "zero", "mean", "hundred", "exclude". */
const char *mer_methodology_undefined_policy (const MerMethodology *self,
                                              const char           *indicator);
/* All keys in canonical order: those of the table, then undefined.CODE: (transfer full). */
GStrv mer_methodology_policy_keys (const MerMethodology *self);
/* A copy of self in which one policy has another value; NULL and error when the
 * key or the value is not known. The date of its decision is forgotten. */
MerMethodology *mer_methodology_with_policy (const MerMethodology *self,
                                             const char           *key,
                                             const char           *value,
                                             GError              **error);
/* The same with the date (ISO 8601) of the council's decision; NULL: none. */
MerMethodology *mer_methodology_with_decision (const MerMethodology *self,
                                               const char           *key,
                                               const char           *value,
                                               const char           *date,
                                               GError              **error);

int mer_methodology_find_question (const MerMethodology *self,
                                   const char           *code);
int mer_methodology_find_place (const MerMethodology *self,
                                const char           *code);
/* NULL when there is none of that code. */
const MerColumn    *mer_methodology_find_column (const MerMethodology *self,
                                                 const char           *code);
const MerIndicator *mer_methodology_find_indicator (const MerMethodology *self,
                                                    const char           *code);
const MerCriterion *mer_methodology_find_criterion (const MerMethodology *self,
                                                    const char           *code);
/* Whether there are criteria that the council added. */
gboolean mer_methodology_has_council_criteria (const MerMethodology *self);
/* Whether a criterion enters the total: one of the council's may stand beside it. */
gboolean mer_methodology_counts (const MerMethodology *self,
                                 const MerCriterion   *criterion);
/* Where a band begins under the policy band.edge; *exclusive when that very score is still
 * below it. The caller clears *from. */
void mer_methodology_band_from (const MerMethodology *self,
                                const MerBand        *band,
                                MerRational          *from,
                                gboolean             *exclusive);
/* The band of a score, NULL when there is none so low. */
const MerBand *mer_methodology_band_of (const MerMethodology *self,
                                        const MerRational    *score);
/* All indicators in order, of all criteria: (transfer container). */
GPtrArray *mer_methodology_indicators (const MerMethodology *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerMethodology, mer_methodology_unref)

G_END_DECLS
