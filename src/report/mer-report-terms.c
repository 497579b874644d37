/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The terms of reference of the operator, put together from what the cycle has: who is assessed
 * and how many are to be asked, when, by which rules, what is handed over and by when. What is not
 * entered yet is said to be missing, so that nobody signs a gap. */
#include "config.h"

#include <glib/gi18n.h>

#include "cycle/mer-cycle-settings.h"
#include "cycle/mer-operator.h"
#include "cycle/mer-sample-rule.h"
#include "cycle/mer-selection.h"
#include "report/mer-record-print.h"
#include "report/mer-remark-print.h"
#include "report/mer-report-private.h"
#include "report/mer-template.h"

#define NUMBER_WIDTH 30.0
#define KIND_WIDTH 124.0
#define COUNT_WIDTH 66.0
#define CODE_WIDTH 40.0
#define WEIGHT_WIDTH 56.0
#define WEIGHT_PLACES 2

typedef struct
{
  const MerReportInput *input;
  MerLanguage           language;
  MerBlocks            *blocks;
} Terms;

static void
add_paragraph (Terms *terms,
               char  *text)
{
  mer_blocks_add_text (terms->blocks, MER_BLOCK_PARAGRAPH, text);
  g_free (text);
}

/* «Срок: до 1 ноября.», or that it is not entered. */
static void
add_labelled (Terms      *terms,
              const char *label,
              const char *text)
{
  const char *said =
    text != NULL && *text != '\0' ? text : mer_tr (terms->language, "(not entered)");

  add_paragraph (terms, g_strdup_printf (g_str_has_suffix (said, ".") ? "%s: %s" : "%s: %s.",
                                         label, said));
}

/* --- subject --------------------------------------------------------------------------------- */

static const MerContract *
contract_of (const MerReportInput *input)
{
  GPtrArray *contracts = mer_record_set_get (input->records, &mer_record_contract);

  if (input->record_id != 0)
    return mer_record_set_find (input->records, &mer_record_contract, input->record_id);
  return contracts->len > 0 ? contracts->pdata[contracts->len - 1] : NULL;
}

static void
add_contract (Terms             *terms,
              const MerContract *contract)
{
  g_autofree char *day = mer_print_day (terms->language, contract->day);
  g_autofree char *number =
    contract->number != NULL ? g_strdup_printf ("№ %s", contract->number) : NULL;
  g_autofree char *line = NULL;
  g_autofree char *who =
    contract->inn != NULL
      /* Translators: name of the operator, its INN. */
      ? g_strdup_printf (mer_tr (terms->language, "%s, INN %s"), contract->operator_name,
                         contract->inn)
      : g_strdup (contract->operator_name);

  line = number != NULL && *day != '\0'
           /* Translators: number and day of a contract: «№ 17 от 1 августа 2024 г.» */
           ? g_strdup_printf (mer_trc (terms->language, "contract", "%s of %s"), number, day)
           : g_strdup (number != NULL ? number : day);
  add_labelled (terms, mer_tr (terms->language, "Operator"), who);
  add_labelled (terms, mer_tr (terms->language, "Contract"), line);
  if (contract->amount != NULL)
    add_labelled (terms, mer_tr (terms->language, "Amount, roubles"), contract->amount);
  if (contract->subject != NULL)
    add_labelled (terms, mer_tr (terms->language, "Subject matter"), contract->subject);
}

static void
add_subject (Terms             *terms,
             const MerContract *contract)
{
  mer_blocks_add_text (terms->blocks, MER_BLOCK_HEADING, mer_tr (terms->language, "1. Subject"));
  add_paragraph (terms, g_strdup_printf (
                          /* Translators: name of the procedure, title of the cycle. */
                          mer_tr (terms->language,
                                  "To collect and sum up information on the quality of the "
                                  "conditions in which organizations provide educational services "
                                  "(%s), in the cycle “%s”."),
                          mer_print_procedure (terms->input), terms->input->cycle->title));
  add_labelled (terms, mer_tr (terms->language, "Customer"), terms->input->department);
  if (contract != NULL)
    add_contract (terms, contract);
}

/* --- who ------------------------------------------------------------------------------------- */

static const MerOrganization *
organization_of (const MerReportInput *input,
                 gint64                id)
{
  for (guint i = 0; input->registry != NULL && i < input->registry->len; i++)
    {
      const MerOrganization *organization = input->registry->pdata[i];

      if (organization->id == id)
        return organization;
    }
  return NULL;
}

static int
by_name (gconstpointer a,
         gconstpointer b,
         gpointer      data)
{
  gint64 first = (*(const MerCycleMember *const *) a)->organization_id;
  gint64 second = (*(const MerCycleMember *const *) b)->organization_id;
  int    order = g_utf8_collate (mer_print_organization (data, first),
                                 mer_print_organization (data, second));

  return order != 0 ? order : (first > second) - (first < second);
}

static GPtrArray *
selected_of (const MerReportInput *input)
{
  GPtrArray *selected = g_ptr_array_new ();

  for (guint i = 0; input->members != NULL && i < input->members->len; i++)
    {
      MerCycleMember *member = input->members->pdata[i];

      if (member->selected && organization_of (input, member->organization_id) != NULL)
        g_ptr_array_add (selected, member);
    }
  g_ptr_array_sort_with_data (selected, by_name, (gpointer) (guintptr) input);
  return selected;
}

static const char *
kind_title (MerLanguage         language,
            MerOrganizationKind kind)
{
  const MerField *field = mer_record_kind_field (&mer_record_window, "organization_kind");

  return mer_tr (language, field->choices[1 + (guint) kind].title);
}

static char *
count_text (MerLanguage language,
            gint64      count)
{
  return count >= 0 ? mer_format_count (language, count) : g_strdup ("—");
}

static MerTable *
start_organizations (MerLanguage language)
{
  MerTable *table = mer_table_new ();

  mer_table_add_column (table, "№", NUMBER_WIDTH, MER_ALIGN_RIGHT, FALSE);
  mer_table_add_column (table, mer_tr (language, "Organization"), 0, MER_ALIGN_LEFT, FALSE);
  mer_table_add_column (table, mer_tr (language, "Kind"), KIND_WIDTH, MER_ALIGN_LEFT, FALSE);
  mer_table_add_column (table, mer_tr (language, "Recipients"), COUNT_WIDTH, MER_ALIGN_RIGHT,
                        FALSE);
  mer_table_add_column (table, mer_tr (language, "Required sample"), COUNT_WIDTH, MER_ALIGN_RIGHT,
                        FALSE);
  return table;
}

/* Name and, where they are known, the full name and the address: the operator goes there. */
static char *
describe (const MerOrganization *organization)
{
  GString *text = g_string_new (organization->name);

  if (organization->full_name != NULL &&
      !g_str_equal (organization->full_name, organization->name))
    g_string_append_printf (text, "\n%s", organization->full_name);
  if (organization->address != NULL)
    g_string_append_printf (text, "\n%s", organization->address);
  return g_string_free (text, FALSE);
}

static void
add_member (Terms                *terms,
            MerTable             *table,
            const MerCycleMember *member,
            guint                 number,
            gint64                required)
{
  const MerOrganization *organization = organization_of (terms->input, member->organization_id);
  g_autofree char       *text = NULL;
  GStrv                  cells = NULL;

  if (organization == NULL)
    return;
  text = describe (organization);
  cells = g_new0 (char *, 6);
  cells[0] = g_strdup_printf ("%u", number);
  cells[1] = mer_typography (text);
  cells[2] = g_strdup (kind_title (terms->language, organization->kind));
  cells[3] = count_text (terms->language, member->recipients);
  cells[4] = count_text (terms->language, required);
  mer_table_add_row (table, cells);
}

static void
add_total (MerTable   *table,
           MerLanguage language,
           gint64      recipients,
           gint64      required)
{
  GStrv cells = g_new0 (char *, 6);

  cells[0] = g_strdup ("");
  cells[1] = g_strdup (mer_tr (language, "Total"));
  cells[2] = g_strdup ("");
  cells[3] = mer_format_count (language, recipients);
  cells[4] = mer_format_count (language, required);
  mer_table_add_row (table, cells);
}

static MerSampleRule
sample_rule_of (const MerReportInput *input)
{
  return (MerSampleRule){
    (guint) mer_cycle_settings_get_number (input->settings, MER_SETTING_SAMPLE),
    (guint) mer_cycle_settings_get_number (input->settings, MER_SETTING_SAMPLE_MOST),
  };
}

/* «Неизвестно число получателей у 2 организаций: …» */
static void
add_unknown (Terms *terms,
             guint  n_unknown)
{
  if (n_unknown > 0)
    add_paragraph (terms, g_strdup_printf (
                            mer_trn (terms->language,
                                     "The number of recipients of %u organization is not known "
                                     "yet: its sample is to be set before work begins.",
                                     "The number of recipients of %u organizations is not known "
                                     "yet: their samples are to be set before work begins.",
                                     n_unknown),
                            n_unknown));
}

static void
add_sample (Terms     *terms,
            GPtrArray *selected)
{
  MerSampleRule rule = sample_rule_of (terms->input);
  MerTable     *table = start_organizations (terms->language);
  gint64        recipients = 0, required = 0;
  guint         n_unknown = 0;

  for (guint i = 0; i < selected->len; i++)
    {
      const MerCycleMember *member = selected->pdata[i];
      gint64                own = mer_sample_rule_required (&rule, member->recipients);

      add_member (terms, table, member, i + 1, own);
      n_unknown += own < 0 ? 1 : 0;
      recipients += MAX (member->recipients, 0);
      required += MAX (own, 0);
    }
  add_total (table, terms->language, recipients, required);
  add_paragraph (terms, g_strdup_printf (
                          /* Translators: per cent, number of questionnaires. */
                          mer_tr (terms->language, "Of each organization at least %u %% of the "
                                                   "recipients are asked, but no more than %u "
                                                   "need to be."),
                          rule.percent, rule.most));
  add_unknown (terms, n_unknown);
  mer_blocks_add_table (terms->blocks, table);
}

static void
add_organizations (Terms *terms)
{
  g_autoptr (GPtrArray) selected = selected_of (terms->input);

  mer_blocks_add_text (terms->blocks, MER_BLOCK_HEADING,
                       mer_tr (terms->language, "2. Organizations and sample"));
  if (selected->len == 0)
    {
      add_paragraph (terms, g_strdup (mer_tr (terms->language,
                                              "No organization has been chosen for the cycle "
                                              "yet.")));
      return;
    }
  add_paragraph (terms, g_strdup_printf (mer_trn (terms->language,
                                                  "Information is collected of %u organization.",
                                                  "Information is collected of %u organizations.",
                                                  selected->len),
                                         selected->len));
  add_sample (terms, selected);
}

/* --- when ------------------------------------------------------------------------------------ */

static void
add_windows (Terms             *terms,
             const MerContract *contract)
{
  GPtrArray      *windows = mer_record_set_get (terms->input->records, &mer_record_window);
  const MerField *field = mer_record_kind_field (&mer_record_window, "organization_kind");

  mer_blocks_add_text (terms->blocks, MER_BLOCK_HEADING, mer_tr (terms->language, "3. Deadlines"));
  for (guint i = 0; i < windows->len; i++)
    {
      const MerWindowOfKind *window = windows->pdata[i];
      const char            *kind =
        mer_tr (terms->language, field->choices[window->organization_kind].title);

      g_autofree char *when = window->note != NULL
                                ? g_strdup_printf ("%s (%s)", window->deadline, window->note)
                                : g_strdup (window->deadline);

      add_labelled (terms, kind, when);
    }
  if (windows->len == 0)
    add_labelled (terms, mer_tr (terms->language, "Data are collected"), NULL);
  add_labelled (terms, mer_tr (terms->language, "The report is handed over"),
                contract != NULL ? contract->deadline : NULL);
}

/* --- by which rules -------------------------------------------------------------------------- */

static void
add_weighted (Terms             *terms,
              MerTable          *table,
              const char        *code,
              const char        *title,
              const MerRational *weight)
{
  GStrv cells = g_new0 (char *, 4);

  cells[0] = g_strdup (code);
  cells[1] = mer_typography (title);
  cells[2] = mer_format_rational (terms->language, weight, WEIGHT_PLACES);
  mer_table_add_row (table, cells);
}

static void
add_criteria (Terms                *terms,
              const MerMethodology *methodology)
{
  MerTable *table = mer_table_new ();

  mer_table_add_column (table, mer_tr (terms->language, "Code"), CODE_WIDTH, MER_ALIGN_LEFT, FALSE);
  mer_table_add_column (table, mer_tr (terms->language, "Criterion, indicator"), 0, MER_ALIGN_LEFT,
                        FALSE);
  mer_table_add_column (table, mer_tr (terms->language, "Weight"), WEIGHT_WIDTH, MER_ALIGN_RIGHT,
                        FALSE);
  for (guint i = 0; i < methodology->criteria->len; i++)
    {
      const MerCriterion *criterion = methodology->criteria->pdata[i];
      g_autofree char    *heading =
        g_strdup_printf ("%s. %s", criterion->symbol,
                         criterion->full_title != NULL ? criterion->full_title : criterion->title);

      mer_table_add_section (table, heading);
      for (guint j = 0; j < criterion->indicators->len; j++)
        {
          const MerIndicator *indicator = criterion->indicators->pdata[j];

          add_weighted (terms, table, indicator->code,
                        indicator->full_title != NULL ? indicator->full_title : indicator->title,
                        &indicator->weight);
        }
    }
  mer_blocks_add_table (terms->blocks, table);
}

static void
add_methodology (Terms *terms)
{
  const MerMethodology *methodology = terms->input->methodology;

  mer_blocks_add_text (terms->blocks, MER_BLOCK_HEADING,
                       mer_tr (terms->language, "4. Criteria and indicators"));
  add_labelled (terms, mer_tr (terms->language, "Methodology"),
                methodology != NULL ? methodology->title : NULL);
  if (methodology != NULL && methodology->criteria->len > 0)
    add_criteria (terms, methodology);
}

/* --- what is handed over --------------------------------------------------------------------- */

static void
add_deliveries (Terms *terms)
{
  gint64 months =
    mer_cycle_settings_get_number (terms->input->settings, MER_SETTING_COUNCIL_DAYS);

  mer_blocks_add_text (terms->blocks, MER_BLOCK_HEADING,
                       mer_tr (terms->language, "5. What is handed over and how it is accepted"));
  add_paragraph (terms, g_strdup (mer_tr (
                          terms->language,
                          "The operator hands over the report and the tables of questionnaires and "
                          "checklists in the form of the annexes, an answer a cell, without "
                          "merging or leaving out rows.")));
  add_paragraph (terms, g_strdup (mer_tr (
                          terms->language,
                          "Each delivery is accepted or returned with its reasons and the day. "
                          "What was returned is mended at the operator's expense.")));
  add_paragraph (terms, g_strdup_printf (
                          mer_trn (terms->language,
                                   "From the day on which the report is accepted the Public "
                                   "Council has %d month to form the results.",
                                   "From the day on which the report is accepted the Public "
                                   "Council has %d months to form the results.",
                                   (gulong) months),
                          (int) months));
}

/* --- annexes --------------------------------------------------------------------------------- */

static void
add_annex (Terms      *terms,
           guint      *number,
           const char *title)
{
  add_paragraph (terms, g_strdup_printf ("%u. %s", ++*number, title));
}

static GPtrArray *
remarks_on_terms (const MerReportInput *input)
{
  GPtrArray *remarks = mer_record_set_get (input->records, &mer_record_remark);
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < remarks->len; i++)
    if (mer_remark_is_of_terms (remarks->pdata[i]))
      g_ptr_array_add (chosen, remarks->pdata[i]);
  return chosen;
}

static void
add_remarks (Terms     *terms,
             guint      number,
             GPtrArray *remarks)
{
  g_autofree char *mark =
    /* Translators: number of an annex. */
    g_strdup_printf (mer_tr (terms->language, "Annex %u\nto the terms of reference"), number);

  mer_blocks_add_page_break (terms->blocks);
  mer_blocks_add_text (terms->blocks, MER_BLOCK_ANNEX, mark);
  mer_blocks_add_text (terms->blocks, MER_BLOCK_HEADING,
                       mer_tr (terms->language, "Remarks of the council on the terms of reference "
                                                "and the tender documents"));
  mer_print_remarks (terms->input, remarks, FALSE, terms->blocks);
}

static void
add_annexes (Terms *terms)
{
  g_autoptr (GPtrArray) remarks = remarks_on_terms (terms->input);
  const MerTemplateKind *const *templates = mer_template_kinds ();
  guint                         number = 0;

  mer_blocks_add_text (terms->blocks, MER_BLOCK_HEADING, mer_tr (terms->language, "Annexes"));
  add_annex (terms, &number, mer_tr (terms->language, "Questionnaire"));
  add_annex (terms, &number, mer_tr (terms->language, "Checklist for a visit"));
  for (guint i = 0; templates[i] != NULL; i++)
    {
      g_autofree char *title =
        /* Translators: what the table is of: «Анкеты». */
        g_strdup_printf (mer_tr (terms->language, "Template of the table “%s”"),
                         mer_tr (terms->language, templates[i]->title));

      add_annex (terms, &number, title);
    }
  if (remarks->len > 0)
    add_annex (terms, &number, mer_tr (terms->language, "Remarks of the Public Council"));
  if (terms->input->signatory_post != NULL)
    mer_blocks_add_signature (terms->blocks, terms->input->signatory_post,
                              terms->input->signatory_name);
  if (remarks->len > 0)
    add_remarks (terms, number, remarks);
}

static MerBlocks *
build_terms (const MerReportInput *input)
{
  const char        *title = mer_tr (input->language, "Terms of reference");
  Terms              terms = { input, input->language, NULL };
  const MerContract *contract = NULL;

  if (input->cycle == NULL || input->records == NULL)
    return mer_print_nothing (input, title,
                              mer_tr (input->language, "There is no cycle to order work for."));
  contract = contract_of (input);
  terms.blocks = mer_blocks_new (input->language, title);
  mer_print_head (input, terms.blocks, title);
  add_subject (&terms, contract);
  add_organizations (&terms);
  add_windows (&terms, contract);
  add_methodology (&terms);
  add_deliveries (&terms);
  add_annexes (&terms);
  return terms.blocks;
}

const MerReportKind mer_report_terms = {
  .id = "terms",
  .title = N_("Terms of reference"),
               .build = build_terms,
  };
