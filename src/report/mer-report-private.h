/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cycle/mer-council.h"
#include "report/mer-report.h"

G_BEGIN_DECLS

extern const MerReportKind mer_report_ballot;
extern const MerReportKind mer_report_calculation;
extern const MerReportKind mer_report_checklist;
extern const MerReportKind mer_report_control;
extern const MerReportKind mer_report_differences;
extern const MerReportKind mer_report_heads;
extern const MerReportKind mer_report_overview;
extern const MerReportKind mer_report_plan;
extern const MerReportKind mer_report_plan_municipal;
extern const MerReportKind mer_report_protocol;
extern const MerReportKind mer_report_questionnaire;
extern const MerReportKind mer_report_rating;
extern const MerReportKind mer_report_remarks;
extern const MerReportKind mer_report_road_map;
extern const MerReportKind mer_report_schedule;
extern const MerReportKind mer_report_selection;
extern const MerReportKind mer_report_terms;
extern const MerReportKind mer_report_timeline;
extern const MerReportKind mer_report_work_plan;

extern const MerRenderer mer_renderer_docx;
extern const MerRenderer mer_renderer_html;
extern const MerRenderer mer_renderer_odt;
extern const MerRenderer mer_renderer_pdf;
extern const MerRenderer mer_renderer_csv;
extern const MerRenderer mer_renderer_xlsx;

/* «Возражения организаций», where there are any. `only` (nullable): a set of ids of organizations
 * as GSIZE_TO_POINTER(). */
void mer_report_add_objections (const MerReportInput *input,
                                GHashTable           *only,
                                MerBlocks            *blocks);
/* Whether the plans helped, where a later cycle tells. */
void mer_report_add_effects (const MerReportInput *input,
                             MerBlocks            *blocks);
/* Which rules were in force, with the days on which the council decided them: (transfer full)
 * (element-type utf8). */
GPtrArray *mer_report_rules (const MerReportInput *input);
/* Whether places over all may be printed: the council did not decide on a form of publication
 * without them, or the document stays inside. */
gboolean mer_report_shows_places (const MerReportInput *input);
/* Whether an organization is among those that the input asks for. */
gboolean mer_report_is_printed (const MerReportInput  *input,
                                const MerOrganization *organization);

/* Reads a printed number back («8 706», «−3,32»); FALSE when the cell is none. */
gboolean mer_cell_to_number (const char *cell,
                             double     *value,
                             guint      *decimals);

G_END_DECLS
