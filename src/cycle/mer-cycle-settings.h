/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-record.h"

G_BEGIN_DECLS

/* What a district decides about a cycle, each with a default and a sentence that says what for. */
typedef struct
{
  const char      *key;   /* "share.least" */
  const char      *title; /* English msgid */
  const char      *what;  /* English msgid: what it is for, and by which source */
  MerFieldType     type;  /* TEXT, NUMBER, DAY or CHOICE */
  const char      *otherwise;
  const MerChoice *choices;
  guint            n_choices;
  gint64           least; /* of numbers */
  gint64           most;
} MerCycleSetting;

/* (transfer none) */
const MerCycleSetting *mer_cycle_settings (guint *n);
/* (transfer none) (nullable) */
const MerCycleSetting *mer_cycle_setting_find (const char *key);
/* The value as it is stored, of what a user writes: (transfer full); NULL and INVALID when it is
 * none. */
char *mer_cycle_setting_parse (const MerCycleSetting *setting,
                               const char            *text,
                               GError               **error);

/* `set`: key → value as stored; what is not in it has its default. (transfer none), never NULL */
const char *mer_cycle_settings_get (GHashTable *set,
                                    const char *key);
gint64      mer_cycle_settings_get_number (GHashTable *set,
                                           const char *key);
/* Which of its choices it is; the first, where it is none of them. */
guint mer_cycle_settings_get_choice (GHashTable *set,
                                     const char *key);

/* Keys that the program itself goes by. */
#define MER_SETTING_PROCEDURE "procedure"    /* «НОКО» as texts name it */
#define MER_SETTING_PLAN_NAME "plan.name"    /* «план по устранению недостатков» */
#define MER_SETTING_PRESET "preset"          /* a, b, c, d; blank: none */
#define MER_SETTING_FIRST_YEAR "years.first" /* of the work plan; blank: of the cycle */
#define MER_SETTING_LAST_YEAR "years.last"
#define MER_SETTING_STAGE "stage"                 /* selection … control, archive */
#define MER_SETTING_CLOSED "closed"               /* day; blank: open */
#define MER_SETTING_SHARE "share.least"           /* per cent of organizations to be assessed */
#define MER_SETTING_BRANCHES "share.branches"     /* whether branches count as organizations */
#define MER_SETTING_SHARE_DAY "share.day"         /* on which the registry is counted */
#define MER_SETTING_INTERVAL "interval.least"     /* years between two assessments */
#define MER_SETTING_INTERVAL_MOST "interval.most" /* years within which everybody's turn comes */
#define MER_SETTING_SAMPLE "sample.percent"
#define MER_SETTING_SAMPLE_MOST "sample.most"
#define MER_SETTING_COUNCIL_DAYS "council.months" /* for results and proposals after the report */
#define MER_SETTING_PLAN_DAYS "plan.days"         /* for a plan after the recommendations */
#define MER_SETTING_PLAN_AUTHOR "plan.author"     /* organization, department */
#define MER_SETTING_PLAN_ROUTE "plan.route"       /* who agrees and approves */
#define MER_SETTING_FORM "publication.form"       /* places, bands, alphabet, kinds */
#define MER_SETTING_QUORUM "council.quorum"       /* per cent of the members */
#define MER_SETTING_LAW "law"                     /* by the year, or 2013, 2014, 2018 */

G_END_DECLS
