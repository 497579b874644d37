/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of questionnaires: a row each, a column a question with its options to choose. */
#include "config.h"

#include <glib/gi18n.h>

#include "report/mer-template.h"

#define N_ROWS 5000
#define ORGANIZATION_WIDTH 32
#define QUESTION_WIDTH 22

static void
add_common (MerTemplate            *self,
            const MerTemplateInput *input,
            const char             *code,
            const char             *title,
            double                  width,
            MerXlsxValues           values)
{
  const MerColumn   *known = mer_methodology_find_column (input->methodology, code);
  MerTemplateColumn *column =
    mer_template_add_column (self, known != NULL ? known->title : title, width);

  column->values = values;
}

static GPtrArray *
options_of (const MerQuestion *question)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < question->options->len; i++)
    g_ptr_array_add (choices, g_strdup (((MerOption *) question->options->pdata[i])->text));
  return choices;
}

static const char *
passing_option (const MerQuestion *filter)
{
  for (guint i = 0; i < filter->options->len; i++)
    {
      const MerOption *option = filter->options->pdata[i];

      if (option->positive)
        return option->text;
    }
  return "";
}

static void
add_question (MerTemplate            *self,
              const MerTemplateInput *input,
              const MerQuestion      *question)
{
  MerTemplateColumn *column = mer_template_add_column (self, question->text, QUESTION_WIDTH);

  column->choices = options_of (question);
  column->strict = TRUE;
  if (question->filter >= 0)
    {
      const MerQuestion *filter =
        input->methodology->questions->pdata[(guint) question->filter];
      const char *title = filter->short_text != NULL ? filter->short_text : filter->text;

      /* Translators: an option as «Да», and the short wording of a question. */
      column->hint = g_strdup_printf (mer_tr (input->language,
                                              "Only those answer who chose “%s” in “%s”. Leave "
                                              "the cell empty for the others."),
                                      passing_option (filter), title);
    }
}

static void
advise (MerTemplate            *self,
        const MerTemplateInput *input)
{
  mer_template_advise_sender (self, input, mer_tr (input->language, "Questionnaires"));
  mer_template_advise (
    self, g_strdup (mer_tr (input->language,
                            "One row is one questionnaire. Do not change the headers and do not "
                            "insert rows above them; the order of the rows does not matter.")));
  mer_template_advise (
    self, g_strdup (mer_tr (input->language,
                            "Choose the organization from the list, so that its name is written "
                            "as in the registry.")));
  mer_template_advise (
    self, g_strdup (mer_tr (input->language,
                            "Choose answers from the lists. An empty cell means that the "
                            "question was not answered; it is not a “no”.")));
  mer_template_advise (
    self, g_strdup (mer_tr (input->language,
                            "Where a question is asked only of those who answered another one "
                            "positively, leave the cell of all others empty.")));
  mer_template_advise (
    self, g_strdup (mer_tr (input->language,
                            "The date and the number of the questionnaire help to find "
                            "questionnaires that were entered twice. Do not write names, "
                            "telephone numbers or addresses of respondents.")));
}

static MerTemplate *
build (const MerTemplateInput *input)
{
  MerTemplate       *self = mer_template_new (input->language, mer_tr (input->language,
                                                                       "Questionnaires"));
  MerTemplateColumn *organization;

  self->n_rows = N_ROWS;
  self->fixed = 1;
  add_common (self, input, "organization", mer_tr (input->language, "Organization"),
              ORGANIZATION_WIDTH, MER_XLSX_GENERAL);
  organization = self->columns->pdata[0];
  organization->choices = mer_template_names (input->organizations);
  add_common (self, input, "date", mer_tr (input->language, "Date"), 12, MER_XLSX_DATE);
  add_common (self, input, "respondent", mer_tr (input->language, "Respondent"), 10,
              MER_XLSX_GENERAL);
  for (guint i = 0; i < input->methodology->questions->len; i++)
    add_question (self, input, input->methodology->questions->pdata[i]);
  add_common (self, input, "comment", mer_tr (input->language, "Comment"), 48, MER_XLSX_TEXT);
  advise (self, input);
  return self;
}

const MerTemplateKind mer_template_survey = { "survey", N_("Questionnaires"), build };
