/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Annex of the terms of reference: who is assessed, how many recipients there are and how many of
 * them are to be asked; and the rule by which that is counted. */
#include "config.h"

#include <glib/gi18n.h>

#include "cycle/mer-cycle-settings.h"
#include "cycle/mer-sample-rule.h"
#include "cycle/mer-selection.h"
#include "report/mer-record-print.h"
#include "report/mer-terms-private.h"

#define NUMBER_WIDTH 30.0
#define KIND_WIDTH 124.0
#define COUNT_WIDTH 76.0

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

GPtrArray *
mer_terms_selected (const MerReportInput *input)
{
  GPtrArray *selected = g_ptr_array_new ();

  for (guint i = 0; input->members != NULL && i < input->members->len; i++)
    {
      MerCycleMember *member = input->members->pdata[i];

      if (member->selected &&
          mer_organizations_find (input->registry, member->organization_id) != NULL)
        g_ptr_array_add (selected, member);
    }
  g_ptr_array_sort_with_data (selected, by_name, (gpointer) (guintptr) input);
  return selected;
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
add_member (MerTerms             *self,
            MerTable             *table,
            const MerCycleMember *member,
            guint                 number,
            gint64                required)
{
  const MerOrganization *organization =
    mer_organizations_find (self->input->registry, member->organization_id);
  g_autofree char *text = NULL;
  GStrv            cells = NULL;

  if (organization == NULL)
    return;
  text = describe (organization);
  cells = g_new0 (char *, 6);
  cells[0] = g_strdup_printf ("%u", number);
  cells[1] = mer_typography (text);
  cells[2] = g_strdup (mer_print_kind (self->language, organization->kind));
  cells[3] = mer_print_count (self->language, member->recipients);
  cells[4] = mer_print_count (self->language, required);
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
add_unknown (MerTerms *self,
             guint     n_unknown)
{
  if (n_unknown == 0)
    return;
  mer_terms_add_paragraph (
    self,
    g_strdup_printf (mer_trn (self->language,
                              "The number of recipients of %u organization is not known yet: its "
                              "sample is to be set before work begins.",
                              "The number of recipients of %u organizations is not known yet: "
                              "their samples are to be set before work begins.",
                              n_unknown),
                     n_unknown));
}

static guint
count_unknown (const MerTerms      *self,
               const MerSampleRule *rule)
{
  guint n = 0;

  for (guint i = 0; i < self->selected->len; i++)
    {
      const MerCycleMember *member = self->selected->pdata[i];

      n += mer_sample_rule_required (rule, member->recipients) < 0 ? 1 : 0;
    }
  return n;
}

void
mer_terms_add_sample_rule (MerTerms *self)
{
  MerSampleRule rule = sample_rule_of (self->input);

  mer_terms_add_paragraph (self, g_strdup_printf (
                                   /* Translators: per cent, number of questionnaires. */
                                   mer_tr (self->language,
                                           "Of each organization at least %u %% of the "
                                           "recipients are asked, but no more than %u "
                                           "need to be."),
                                   rule.percent, rule.most));
  add_unknown (self, count_unknown (self, &rule));
}

void
mer_terms_add_organizations (MerTerms *self)
{
  MerSampleRule rule = sample_rule_of (self->input);
  MerTable     *table = NULL;
  gint64        recipients = 0, required = 0;

  if (self->selected->len == 0)
    {
      mer_terms_add_paragraph (self, g_strdup (mer_tr (self->language,
                                                       "No organization has been chosen for the "
                                                       "cycle yet.")));
      return;
    }
  table = start_organizations (self->language);
  for (guint i = 0; i < self->selected->len; i++)
    {
      const MerCycleMember *member = self->selected->pdata[i];
      gint64                own = mer_sample_rule_required (&rule, member->recipients);

      add_member (self, table, member, i + 1, own);
      recipients += MAX (member->recipients, 0);
      required += MAX (own, 0);
    }
  add_total (table, self->language, recipients, required);
  mer_blocks_add_table (self->blocks, table);
}
