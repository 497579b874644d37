/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-cycle.h"
#include "core/mer-language.h"
#include "core/mer-organization.h"
#include "methodology/mer-methodology.h"
#include "report/mer-xlsx.h"

G_BEGIN_DECLS

/* Tables that are sent out to be filled in: headers that the import knows word for word,
 * drop-downs, and a sheet that says how. */

/* What a template may draw upon. Borrowed; NULL where absent. */
typedef struct
{
  MerLanguage           language;
  const char           *title;      /* of the document */
  const char           *department; /* who asks for the table */
  const char           *deadline;   /* until when, in words */
  const char           *cycle;      /* title */
  const MerMethodology *methodology;
  GPtrArray            *organizations; /* of MerOrganization: of the cycle, else all that work */
  GPtrArray            *registry;      /* of MerOrganization: all */
  GPtrArray            *members;       /* of MerCycleMember; may be NULL */
  GPtrArray            *items;         /* of MerCycleItem: the cycle's checklist */
} MerTemplateInput;

typedef struct
{
  char         *header;
  double        width;  /* characters */
  MerXlsxValues values; /* days of a column of dates become dates of the sheet */
  gboolean      whole_numbers;
  gboolean      decimals; /* numbers with a fraction, as the language writes them */
  gboolean      lines;    /* text of several lines */
  GPtrArray    *choices;  /* of char*; NULL: free. Numbers become numbers of the sheet */
  gboolean      strict;   /* nothing but the choices */
  char         *hint;     /* beside the cell; nullable */
} MerTemplateColumn;

typedef struct
{
  MerLanguage language;
  char       *sheet;
  GPtrArray  *columns; /* of MerTemplateColumn */
  GPtrArray  *rows;    /* of GStrv, as many cells as columns; NULL cells do not occur */
  guint       n_rows;  /* that can be filled in */
  guint       fixed;   /* columns that stay in sight */
  const char *closed;  /* the text of cells that are not to be filled in; nullable */
  GPtrArray  *advice;  /* of char*: paragraphs; "# …" is a heading */
} MerTemplate;
MerTemplate *mer_template_new (MerLanguage language,
                               const char *sheet);
void         mer_template_free (MerTemplate *self);
/* The column is the template's. */
MerTemplateColumn *mer_template_add_column (MerTemplate *self,
                                            const char  *header,
                                            double       width);
/* (transfer full) to the template. */
void mer_template_advise (MerTemplate *self,
                          char        *paragraph);
/* What every advice begins with: which table, who asks for it, until when. */
void mer_template_advise_sender (MerTemplate            *self,
                                 const MerTemplateInput *input,
                                 const char             *what);
/* Names of organizations as choices: (transfer full). */
GPtrArray *mer_template_names (const GPtrArray *organizations);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerTemplate, mer_template_free)

/* A kind of template: one file with such an entry and one line in mer-template.c. */
typedef struct
{
  const char *id;    /* "survey" */
  const char *title; /* English msgid: «Анкеты» */
  MerTemplate *(*build) (const MerTemplateInput *input);
  gboolean (*fits) (const MerMethodology *methodology); /* NULL: any rules */
} MerTemplateKind;
extern const MerTemplateKind mer_template_checklist;
extern const MerTemplateKind mer_template_organizations;
extern const MerTemplateKind mer_template_points;
extern const MerTemplateKind mer_template_recipients;
extern const MerTemplateKind mer_template_survey;
/* (transfer none): all kinds; ends with NULL. */
const MerTemplateKind *const *mer_template_kinds (void);
const MerTemplateKind        *mer_template_kind_find (const char *id);
/* Whether rules ask for such a table; `methodology` NULL: none yet. */
gboolean mer_template_kind_fits (const MerTemplateKind *self,
                                 const MerMethodology  *methodology);

/* The registry as a filled table of the same columns as its template: (transfer full). */
MerTemplate *mer_template_registry (const MerTemplateInput *input);

/* As a workbook, with drop-downs and advice. Any thread. */
GBytes *mer_template_render (const MerTemplate *self,
                             GError           **error);
/* As CSV with semicolons, headers and rows alone. */
GBytes *mer_template_render_csv (const MerTemplate *self);

G_END_DECLS
