/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The terms of reference of the operator, put together from what the cycle has: who is assessed
 * and how many are to be asked, when, by which rules, what is handed over and by when. What is not
 * entered yet is said to be missing, so that nobody signs a gap. */
#include "config.h"

#include <glib/gi18n.h>

#include "cycle/mer-cycle-settings.h"
#include "cycle/mer-operator.h"
#include "cycle/mer-selection.h"
#include "report/mer-record-print.h"
#include "report/mer-remark-print.h"
#include "report/mer-report-private.h"
#include "report/mer-terms-private.h"

void
mer_terms_add_paragraph (MerTerms *self,
                         char     *text)
{
  mer_blocks_add_text (self->blocks, MER_BLOCK_PARAGRAPH, text);
  g_free (text);
}

void
mer_terms_add_labelled (MerTerms   *self,
                        const char *label,
                        const char *text)
{
  const char *said =
    text != NULL && *text != '\0' ? text : mer_tr (self->language, "(not entered)");

  char *line =
    g_strdup_printf (g_str_has_suffix (said, ".") ? "%s: %s" : "%s: %s.", label, said);

  mer_terms_add_paragraph (self, line);
}

void
mer_terms_add_table (MerTerms *self,
                     MerTable *table)
{
  table->secondary = TRUE;
  mer_blocks_add_table (self->blocks, table);
}

void
mer_terms_say (MerTerms   *self,
               const char *sentence)
{
  mer_blocks_add_text (self->blocks, MER_BLOCK_PARAGRAPH, mer_tr (self->language, sentence));
}

static void
add_heading (MerTerms   *self,
             const char *heading)
{
  mer_blocks_add_text (self->blocks, MER_BLOCK_HEADING, mer_tr (self->language, heading));
}

/* --- subject --------------------------------------------------------------------------------- */

static void
add_contract (MerTerms          *self,
              const MerContract *contract)
{
  g_autofree char *day = mer_print_day (self->language, contract->day);
  g_autofree char *number =
    contract->number != NULL ? g_strdup_printf ("№ %s", contract->number) : NULL;
  g_autofree char *line = NULL;
  g_autofree char *amount = NULL;
  g_autofree char *who =
    contract->inn != NULL
      /* Translators: name of the operator, its INN. */
      ? g_strdup_printf (mer_tr (self->language, "%s, INN %s"), contract->operator_name,
                         contract->inn)
      : g_strdup (contract->operator_name);

  line = number != NULL && *day != '\0'
           /* Translators: number and day of a contract: «№ 17 от 1 августа 2024 г.» */
           ? g_strdup_printf (mer_trc (self->language, "contract", "%s of %s"), number, day)
           : g_strdup (number != NULL ? number : day);
  mer_terms_add_labelled (self, mer_tr (self->language, "Operator"), who);
  mer_terms_add_labelled (self, mer_tr (self->language, "Contract"), line);
  if (contract->amount != NULL)
    amount = mer_format_decimal (self->language, contract->amount);
  if (amount != NULL)
    mer_terms_add_labelled (self, mer_tr (self->language, "Amount, roubles"), amount);
  if (contract->subject != NULL)
    mer_terms_add_labelled (self, mer_tr (self->language, "Subject matter"), contract->subject);
}

static void
add_subject (MerTerms          *self,
             const MerContract *contract)
{
  add_heading (self, N_("1. Subject"));
  mer_terms_add_paragraph (
    self, g_strdup_printf (
            /* Translators: name of the procedure, title of the cycle. */
            mer_tr (self->language, "To collect and sum up information on the quality of the "
                                    "conditions in which organizations provide educational "
                                    "services (%s), in the cycle “%s”."),
            mer_print_procedure (self->input), self->input->cycle->title));
  mer_terms_add_labelled (self, mer_tr (self->language, "Customer"), self->input->department);
  if (contract != NULL)
    add_contract (self, contract);
}

/* --- who, when, by which rules --------------------------------------------------------------- */

static void
add_organizations (MerTerms *self)
{
  add_heading (self, N_("2. Organizations and sample"));
  if (self->selected->len == 0)
    {
      mer_terms_add_organizations (self);
      return;
    }
  mer_terms_add_paragraph (self, g_strdup_printf (
                                   mer_trn (self->language,
                                            "Information is collected of %u organization.",
                                            "Information is collected of %u organizations.",
                                            self->selected->len),
                                   self->selected->len));
  mer_terms_add_sample_rule (self);
  mer_terms_say (self, N_("The organizations, their numbers of recipients and their samples "
                          "stand in annex 1."));
}

static void
add_deadlines (MerTerms          *self,
               const MerContract *contract)
{
  add_heading (self, N_("3. Deadlines"));
  if (mer_record_set_get (self->input->records, &mer_record_window)->len == 0)
    mer_terms_add_windows (self);
  else
    mer_terms_say (self, N_("Data are collected at the times of annex 2."));
  mer_terms_add_labelled (self, mer_tr (self->language, "The report is handed over"),
                          contract != NULL ? contract->deadline : NULL);
}

static void
add_methodology (MerTerms *self)
{
  const MerMethodology *methodology = self->input->methodology;

  add_heading (self, N_("4. Criteria and indicators"));
  mer_terms_add_labelled (self, mer_tr (self->language, "Methodology"),
                          methodology != NULL ? methodology->title : NULL);
  if (methodology != NULL)
    mer_terms_say (self, N_("Criteria and indicators with their weights stand in annex 3, the "
                          "questionnaire in annex 4, the checklists in annex 5."));
}

/* --- what is handed over --------------------------------------------------------------------- */

static void
add_deliveries (MerTerms *self)
{
  gint64 months =
    mer_cycle_settings_get_number (self->input->settings, MER_SETTING_COUNCIL_DAYS);

  add_heading (self, N_("5. What is handed over and how it is accepted"));
  mer_terms_say (self, N_("The operator hands over the report and the tables of questionnaires "
                          "and checklists in the form of annex 6, an answer a cell, without "
                          "merging or leaving out rows."));
  mer_terms_say (self, N_("Each delivery is accepted or returned with its reasons and the day. "
                          "What was returned is mended at the operator's expense."));
  mer_terms_add_paragraph (
    self,
    g_strdup_printf (mer_trn (self->language,
                              "From the day on which the report is accepted the Public Council "
                              "has %d month to form the results.",
                              "From the day on which the report is accepted the Public Council "
                              "has %d months to form the results.",
                              (gulong) months),
                     (int) months));
}

/* --- annexes --------------------------------------------------------------------------------- */

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
add_remarks (MerTerms *self)
{
  g_autoptr (GPtrArray) remarks = remarks_on_terms (self->input);

  mer_print_remarks (self->input, remarks, FALSE, self->blocks);
}

/* clang-format off */
/* In their order; the text refers to them by number. Forms have titles of their own. */
static const struct
{
  const char *title;
  const char *heading; /* on the annex; NULL: the title; "": its own */
  void (*add) (MerTerms *self);
} annexes[] = {
  { N_("Organizations, numbers of recipients, required sample"), NULL,
    mer_terms_add_organizations },
  { N_("Times at which data are collected"), NULL, mer_terms_add_windows },
  { N_("Criteria and indicators"), NULL, mer_terms_add_criteria },
  { N_("Questionnaire"), "", mer_terms_add_questionnaire },
  { N_("Checklists for visits"), "", mer_terms_add_checklists },
  { N_("Tables that are handed over"), NULL, mer_terms_add_tables },
  { N_("Remarks of the Public Council"),
    N_("Remarks of the council on the terms of reference and the tender documents"), add_remarks },
};
/* clang-format on */

/* The last one is there only where the council said something. */
static guint
count_annexes (const MerTerms *self)
{
  g_autoptr (GPtrArray) remarks = remarks_on_terms (self->input);

  return G_N_ELEMENTS (annexes) - (remarks->len == 0 ? 1 : 0);
}

static void
list_annexes (MerTerms *self)
{
  guint n = count_annexes (self);

  add_heading (self, N_("Annexes"));
  for (guint i = 0; i < n; i++)
    mer_terms_add_paragraph (self, g_strdup_printf ("%u. %s", i + 1,
                                                    mer_tr (self->language, annexes[i].title)));
  if (self->input->signatory_post != NULL)
    mer_blocks_add_signature (self->blocks, self->input->signatory_post,
                              self->input->signatory_name);
}

static void
add_annex (MerTerms *self,
           guint     index)
{
  const char      *heading = annexes[index].heading != NULL ? annexes[index].heading
                                                            : annexes[index].title;
  g_autofree char *mark =
    /* Translators: number of an annex. */
    g_strdup_printf (mer_tr (self->language, "Annex %u\nto the terms of reference"), index + 1);

  mer_blocks_add_page_break (self->blocks);
  mer_blocks_add_text (self->blocks, MER_BLOCK_ANNEX, mark);
  if (*heading != '\0')
    add_heading (self, heading);
  annexes[index].add (self);
}

static MerBlocks *
build_terms (const MerReportInput *input)
{
  const char        *title = mer_tr (input->language, "Terms of reference");
  MerTerms           terms = { input, input->language, NULL, NULL };
  const MerContract *contract = NULL;
  g_autoptr (GPtrArray) selected = NULL;

  if (input->cycle == NULL || input->records == NULL)
    return mer_print_nothing (input, title,
                              mer_tr (input->language, "There is no cycle to order work for."));
  contract = mer_print_subject (input, &mer_record_contract);
  selected = mer_terms_selected (input);
  terms.selected = selected;
  terms.blocks = mer_blocks_new (input->language, title);
  mer_print_head (input, terms.blocks, title);
  add_subject (&terms, contract);
  add_organizations (&terms);
  add_deadlines (&terms, contract);
  add_methodology (&terms);
  add_deliveries (&terms);
  list_annexes (&terms);
  for (guint i = 0; i < count_annexes (&terms); i++)
    add_annex (&terms, i);
  return terms.blocks;
}

const MerReportKind mer_report_terms = {
  .id = "terms",
  .title = N_("Terms of reference"),
               .build = build_terms,
  };
