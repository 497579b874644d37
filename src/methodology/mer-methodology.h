/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-evidence.h"
#include "core/mer-organization.h"
#include "core/mer-rational.h"

G_BEGIN_DECLS

typedef struct _MerMeasureKind MerMeasureKind;

typedef struct
{
  char *text;      /* «Да» */
  gboolean positive; /* counts as satisfied; of a filter: lets pass */
  GStrv variants;  /* further spellings, as «имею», nullable */
} MerOption;

typedef struct
{
  char *code;       /* "q2" */
  char *text;       /* full text of the recommended form */
  char *short_text; /* «Стенд: довольны» */
  int filter;       /* index of the question that must be answered positively first; −1 none */
  gboolean required;/* a file without it cannot be imported */
  GPtrArray *options; /* of MerOption */
  GStrv variants;   /* header wordings by which a column is recognized, besides text and short_text */
} MerQuestion;

typedef struct
{
  char *code;
  char *text;
  GStrv variants;
  guint kinds;      /* bit mask 1 << MerOrganizationKind of those it applies to */
} MerItem;

/* A place of checklist items: stand, site, remote, comfort, equipment, conditions. */
typedef struct
{
  char *code;
  char *title;
  GStrv header_words; /* folded beginnings by which the block of a column is recognized */
  GPtrArray *items;   /* of MerItem */
} MerPlace;

/* One input of a measure: a place of the checklist or a question. */
typedef struct
{
  int place;    /* index, or −1 */
  int question; /* index, or −1 */
} MerMeasureInput;

typedef struct
{
  char *code;        /* "1.3" */
  char *title;
  char *short_title;
  MerRational weight;
  const MerMeasureKind *kind;
  GArray *inputs;    /* of MerMeasureInput */
  MerRational points;/* points an item, where the kind uses them */
  MerRational cap;   /* largest value */
  char *base;        /* "answered", "all", "filter": default base of the measure, NULL where it has none */
  gboolean may_be_undefined; /* its own policy key `undefined.CODE` exists (3.3, 4.3) */
} MerIndicator;

typedef struct
{
  char *code;        /* "K1" */
  char *title;
  char *short_title;
  MerRational weight;/* in the total: 1/5 */
  GPtrArray *indicators; /* of MerIndicator */
} MerCriterion;

typedef struct
{
  char *code;          /* "excellent" */
  char *title;
  MerRational from;    /* lowest score that belongs to the band, percent of maximum */
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
  char *id;           /* "nok-2018-education" */
  char *title;
  char *language;     /* "ru": of its texts */
  MerRational maximum;/* of the total: 100 */
  GPtrArray *criteria;  /* of MerCriterion */
  GPtrArray *questions; /* of MerQuestion */
  GPtrArray *places;    /* of MerPlace */
  GPtrArray *bands;     /* of MerBand, best first */
  GHashTable *policies; /* key → value, every key of mer_policies() present */
} MerMethodology;

#define MER_TYPE_METHODOLOGY (mer_methodology_get_type ())
GType mer_methodology_get_type (void);
MerMethodology *mer_methodology_ref (MerMethodology *self);
void mer_methodology_unref (MerMethodology *self);

const char *mer_methodology_policy (const MerMethodology *self,
                                    const char           *key);
/* A copy of self in which one policy has another value; NULL and error when the
 * key or the value is not known. */
MerMethodology *mer_methodology_with_policy (const MerMethodology *self,
                                             const char           *key,
                                             const char           *value,
                                             GError              **error);

int mer_methodology_find_question (const MerMethodology *self,
                                   const char           *code);
int mer_methodology_find_place (const MerMethodology *self,
                                const char           *code);
const MerIndicator *mer_methodology_find_indicator (const MerMethodology *self,
                                                    const char           *code);
const MerBand *mer_methodology_band_of (const MerMethodology *self,
                                        const MerRational    *score);
/* All indicators in order, of all criteria: (transfer container). */
GPtrArray *mer_methodology_indicators (const MerMethodology *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerMethodology, mer_methodology_unref)

G_END_DECLS
