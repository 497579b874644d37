/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/mer-organization.h"
#include "methodology/mer-methodology.h"
#include "store/mer-document.h"
#include "store/mer-stack-store.h"

G_BEGIN_DECLS

/* The invented district: what it consists of and the tables that an operator would
 * deliver of it. All numbers come from a fixed seed and whole-number arithmetic, so the
 * same tables come out everywhere. */

/* --- random numbers ---------------------------------------------------------- */
typedef struct
{
  guint64 state;
} MerDemoRandom;

/* A number below `n`, which must be above zero. */
guint mer_demo_random_below (MerDemoRandom *self,
                             guint          n);
/* Shuffles an array of indices. */
void mer_demo_random_shuffle (MerDemoRandom *self,
                              guint         *array,
                              guint          n);

/* --- the district ------------------------------------------------------------ */
typedef struct
{
  const char         *name;
  const char         *full_name;
  MerOrganizationKind kind;
  const char         *locality;
  const char         *street;
  const char         *site;
  guint               recipients;
  guint               answers[2];    /* questionnaires in 2021 and 2024; 0: not assessed */
  guint               satisfaction;  /* percent of satisfied answers, about */
  guint               equipment;     /* items present */
  guint               conditions;    /* items present */
  guint               remote;        /* items present */
  guint               comfort;       /* items present */
  guint               stand_missing; /* items absent */
  guint               site_missing;  /* items absent */
} MerDemoOrganization;

#define MER_DEMO_N_CYCLES 2
#define MER_DEMO_LATEST 1

typedef struct
{
  const char *title;
  int         year;
} MerDemoCycle;

extern const MerDemoCycle mer_demo_cycles[MER_DEMO_N_CYCLES];

/* (transfer none) (array length=n): all organizations of the district. */
const MerDemoOrganization *mer_demo_organizations (guint *n);
/* Valid numbers of the invented region 00: (transfer full). */
char *mer_demo_inn (const MerDemoOrganization *organization);
char *mer_demo_ogrn (const MerDemoOrganization *organization);
/* Recipients of services in a cycle. */
guint mer_demo_recipients (const MerDemoOrganization *organization,
                           guint                      cycle);
/* Works no longer in the latest cycle. */
gboolean mer_demo_is_gone (const MerDemoOrganization *organization);
/* The one whose figures are those of the worked example in the specification of the rules. */
gboolean mer_demo_is_example (const MerDemoOrganization *organization);
/* Nobody there has a disability, so its 3.3 and its total are undecided. */
gboolean mer_demo_has_no_disabled (const MerDemoOrganization *organization);
/* One of the spellings under which operators enter it: (transfer full). */
char *mer_demo_spelling (const MerDemoOrganization *organization,
                         MerDemoRandom             *random);

/* --- respondents ------------------------------------------------------------- */
typedef struct
{
  const char *sex;
  char        age[4]; /* years; empty when it was not told */
  const char *role;
} MerDemoPerson;

/* Who answers in an organization of this kind. */
void mer_demo_person (MerOrganizationKind kind,
                      MerDemoRandom      *random,
                      MerDemoPerson      *person);
/* (transfer none): what a respondent writes; mostly nothing. */
const char *mer_demo_comment (MerDemoRandom *random);
/* Gives themes to comments, hides one, makes findings of some; an action is under way. */
gboolean mer_demo_read_comments (MerDocument *doc,
                                 gint64       cycle_id,
                                 GError     **error);
/* Objections of organizations, one decided. Needs an action under way. */
gboolean mer_demo_enter_objections (MerDocument *doc,
                                    gint64       cycle_id,
                                    GError     **error);

/* --- the choice of organizations ------------------------------------------------ */
/* Assessments of years before the document. Both need an action under way. */
gboolean mer_demo_enter_earlier (MerDocument *doc,
                                 GError     **error);
/* Windows of collection; pilots of the first cycle, the schedule from the latest on. */
gboolean mer_demo_enter_selection (MerDocument *doc,
                                   guint        cycle,
                                   gint64       cycle_id,
                                   GError     **error);

/* Plans of improvement of a cycle and what belongs to them. Needs an action under way. */
gboolean mer_demo_make_plans (MerDocument *doc,
                              guint        cycle,
                              gint64       cycle_id,
                              GError     **error);

/* Publications, events and papers of the latest cycle. */
gboolean mer_demo_enter_publications (MerDocument *doc,
                                      gint64       cycle_id,
                                      GError     **error);
/* Minutes of a meeting that was held. Needs an action under way, and the council. */
gboolean mer_demo_issue_documents (MerDocument *doc,
                                   gint64       cycle_id,
                                   GError     **error);
/* The work plan of the latest cycle, and days off. Needs an action under way. */
gboolean mer_demo_enter_work_plan (MerDocument *doc,
                                   guint        cycle,
                                   gint64       cycle_id,
                                   GError     **error);

/* The council, its meetings and decisions. Needs an action under way. */
gboolean mer_demo_add_council (MerDocument *doc,
                               gint64       cycle_id,
                               GError     **error);

/* Puts the scores of now to discussion, in November 2024. Needs an action under way. */
gboolean mer_demo_publish_preliminary (MerDocument *doc,
                                       gint64       cycle_id,
                                       GError     **error);
/* Contract, deliveries, papers, remarks. Needs an action under way. */
gboolean mer_demo_enter_operator (MerDocument *doc,
                                  gint64       cycle_id,
                                  GError     **error);

/* --- tables ------------------------------------------------------------------ */
typedef struct
{
  guint         n_columns;
  GPtrArray    *cells;   /* of const char*: row after row, the header first */
  GStringChunk *strings; /* owns the cells */
} MerDemoTable;

/* (transfer full): no cell yet. */
MerDemoTable *mer_demo_table_new (void);
void          mer_demo_table_free (MerDemoTable *self);
/* Adds the next cell; the text is copied. */
void        mer_demo_table_add (MerDemoTable *self,
                                const char   *text);
guint       mer_demo_table_n_rows (const MerDemoTable *self);
const char *mer_demo_table_cell (const MerDemoTable *self,
                                 guint               row,
                                 guint               column);

MerDemoTable *mer_demo_organizations_table (guint cycle);
MerDemoTable *mer_demo_checklist_table (const MerMethodology *methodology,
                                        guint                 cycle);
MerDemoTable *mer_demo_survey_table (const MerMethodology *methodology,
                                     guint                 cycle);

/* Ready counts, the operator's values and facts, imported into the latest cycle. */
gboolean mer_demo_add_evidence (MerDocument *doc,
                                const char  *folder,
                                gint64       cycle_id,
                                GError     **error);

/* A year before the others by other rules, with experts' points and a draft of its rules; and the
 * approval of the first of the others. */
gboolean mer_demo_add_earlier (MerDocument *doc,
                               const char  *folder,
                               GError     **error);

/* Separated by semicolons; UTF-8 with a byte order mark, as spreadsheets write it, or
 * Windows-1251. */
gboolean mer_demo_table_write_csv (const MerDemoTable *self,
                                   const char         *path,
                                   gboolean            windows_1251,
                                   GError            **error);
gboolean mer_demo_table_write_xlsx (const MerDemoTable *self,
                                    const char         *path,
                                    const char         *sheet,
                                    GError            **error);

/* --- paper -------------------------------------------------------------------- */
/* Takes questionnaires out of the latest survey, as if they had come on paper. */
GPtrArray *mer_demo_take_paper (MerDemoTable   *table,
                                MerMethodology *methodology);
/* Adds them as a closed stack, and an open one beside it. */
gboolean mer_demo_fill_paper (MerDocument    *doc,
                              MerMethodology *methodology,
                              gint64          cycle_id,
                              GPtrArray      *rows,
                              GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerDemoTable, mer_demo_table_free)

G_END_DECLS
