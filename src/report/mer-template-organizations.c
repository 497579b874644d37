/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The registry as a table: empty, to be filled in, or as it is; and the shorter one that asks for
 * numbers of recipients alone. */
#include "config.h"

#include <glib/gi18n.h>

#include "core/mer-day.h"
#include "core/mer-organization-words.h"
#include "report/mer-template.h"

#define N_ROWS 2000

/* In the order of columns; the headers are wordings that the import knows. */
enum
{
  NAME,
  FULL_NAME,
  KIND,
  INN,
  OGRN,
  ADDRESS,
  SITE,
  BUS_GOV_ID,
  HEAD,
  PARENT,
  STATE,
  STATE_DAY,
  SUCCESSOR,
  HISTORIC,
  RECIPIENTS,
  N_COLUMNS
};

/* clang-format off */
static const struct
{
  const char   *header; /* English msgid */
  double        width;
  MerXlsxValues values;
} heads[N_COLUMNS] = {
  [NAME] = { N_("Organization"), 32, MER_XLSX_GENERAL },
  [FULL_NAME] = { N_("Full name"), 56, MER_XLSX_GENERAL },
  [KIND] = { N_("Kind"), 18, MER_XLSX_GENERAL },
  [INN] = { N_("INN"), 13, MER_XLSX_TEXT },
  [OGRN] = { N_("OGRN"), 16, MER_XLSX_TEXT },
  [ADDRESS] = { N_("Address"), 40, MER_XLSX_GENERAL },
  [SITE] = { N_("Site"), 26, MER_XLSX_GENERAL },
  [BUS_GOV_ID] = { N_("bus.gov.ru id"), 16, MER_XLSX_TEXT },
  [HEAD] = { N_("Head"), 32, MER_XLSX_GENERAL },
  [PARENT] = { N_("Parent organization"), 28, MER_XLSX_GENERAL },
  [STATE] = { N_("State"), 18, MER_XLSX_GENERAL },
  [STATE_DAY] = { N_("State since"), 14, MER_XLSX_TEXT },
  [SUCCESSOR] = { N_("Successor"), 28, MER_XLSX_GENERAL },
  [HISTORIC] = { N_("Historic building"), 14, MER_XLSX_GENERAL },
  [RECIPIENTS] = { N_("Recipients"), 12, MER_XLSX_GENERAL },
};
/* clang-format on */

/* --- columns ----------------------------------------------------------------------------- */

static MerTemplateColumn *
add_column (MerTemplate *self,
            guint        which)
{
  MerTemplateColumn *column = mer_template_add_column (
    self, mer_tr (self->language, heads[which].header), heads[which].width);

  column->values = heads[which].values;
  column->whole_numbers = which == RECIPIENTS;
  column->strict = which == RECIPIENTS;
  return column;
}

static GPtrArray *
kind_words (MerLanguage language)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < MER_N_ORGANIZATION_KINDS; i++)
    g_ptr_array_add (words, g_strdup (mer_organization_kind_words (language,
                                                                   (MerOrganizationKind) i)));
  return words;
}

static GPtrArray *
state_words (MerLanguage language)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = MER_ORGANIZATION_WORKING; i <= MER_ORGANIZATION_CLOSED; i++)
    g_ptr_array_add (words, g_strdup (mer_organization_state_words (language,
                                                                    (MerOrganizationState) i)));
  return words;
}

static GPtrArray *
yes_and_no (MerLanguage language)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (words, g_strdup (mer_trc (language, "in a table", "yes")));
  g_ptr_array_add (words, g_strdup (mer_trc (language, "in a table", "no")));
  return words;
}

static MerTemplate *
registry_table (const MerTemplateInput *input)
{
  MerTemplate *self = mer_template_new (input->language, mer_tr (input->language,
                                                                 "Organizations"));

  self->fixed = 1;
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      MerTemplateColumn *column = add_column (self, i);

      if (i == KIND)
        column->choices = kind_words (input->language);
      else if (i == STATE)
        column->choices = state_words (input->language);
      else if (i == HISTORIC)
        column->choices = yes_and_no (input->language);
      column->strict |= i == KIND || i == STATE || i == HISTORIC;
    }
  return self;
}

/* --- the empty table --------------------------------------------------------------------- */

static MerTemplate *
build (const MerTemplateInput *input)
{
  MerTemplate *self = registry_table (input);

  self->n_rows = N_ROWS;
  mer_template_advise_sender (self, input, mer_tr (input->language, "Organizations"));
  mer_template_advise (
    self, g_strdup (mer_tr (input->language,
                            "One row is one organization. Only its name is required: an empty "
                            "cell changes nothing of what is known already.")));
  mer_template_advise (
    self, g_strdup (mer_tr (input->language,
                            "Organizations are recognized by INN, by the code on bus.gov.ru and "
                            "by name, so that the table can be filled in again later with what "
                            "has changed.")));
  mer_template_advise (
    self, g_strdup (mer_tr (input->language,
                            "Of a branch write the name or the INN of the organization that it "
                            "belongs to in “Parent organization”; branches may stand above it.")));
  mer_template_advise (
    self, g_strdup (mer_tr (input->language,
                            "Of an organization that was reorganized or closed write since when, "
                            "and in “Successor” the name or the INN of the one that goes on with "
                            "its work.")));
  mer_template_advise (
    self, g_strdup (mer_tr (input->language,
                            "Recipients are those who received services of the organization in "
                            "the year of the assessment: pupils and their parents are counted "
                            "once.")));
  return self;
}

const MerTemplateKind mer_template_organizations = { "organizations", N_("Organizations"), build };

/* --- the registry as it is --------------------------------------------------------------- */

static gint64
recipients_of (const MerTemplateInput *input,
               gint64                  id)
{
  for (guint i = 0; input->members != NULL && i < input->members->len; i++)
    {
      const MerCycleMember *member = input->members->pdata[i];

      if (member->organization_id == id)
        return member->recipients;
    }
  return -1;
}

static char *
count_text (gint64 count)
{
  return count >= 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, count) : NULL;
}

static GStrv
registry_row (const MerTemplateInput *input,
              const MerOrganization  *organization)
{
  MerLanguage            language = input->language;
  const MerOrganization *parent = mer_organizations_find (input->registry, organization->parent_id);
  const MerOrganization *successor =
    mer_organizations_find (input->registry, organization->successor_id);
  GStrv cells = g_new0 (char *, N_COLUMNS + 1);

  cells[NAME] = g_strdup (organization->name);
  cells[FULL_NAME] = g_strdup (organization->full_name);
  cells[KIND] = g_strdup (mer_organization_kind_words (language, organization->kind));
  cells[INN] = g_strdup (organization->inn);
  cells[OGRN] = g_strdup (organization->ogrn);
  cells[ADDRESS] = g_strdup (organization->address);
  cells[SITE] = g_strdup (organization->site);
  cells[BUS_GOV_ID] = g_strdup (organization->bus_gov_id);
  cells[HEAD] = g_strdup (organization->head);
  cells[PARENT] = g_strdup (parent != NULL ? parent->name : NULL);
  cells[STATE] = g_strdup (mer_organization_state_words (language, organization->state));
  cells[STATE_DAY] = mer_day_to_words (organization->state_day);
  cells[SUCCESSOR] = g_strdup (successor != NULL ? successor->name : NULL);
  cells[HISTORIC] = g_strdup (
    mer_trc (language, "in a table", organization->historic_building ? "yes" : "no"));
  cells[RECIPIENTS] = count_text (recipients_of (input, organization->id));
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      if (cells[i] == NULL)
        cells[i] = g_strdup ("");
    }
  return cells;
}

MerTemplate *
mer_template_registry (const MerTemplateInput *input)
{
  MerTemplate *self = registry_table (input);

  for (guint i = 0; i < input->registry->len; i++)
    g_ptr_array_add (self->rows, registry_row (input, input->registry->pdata[i]));
  self->n_rows = self->rows->len;
  return self;
}

/* --- recipients -------------------------------------------------------------------------- */

static void
add_recipients_row (MerTemplate            *self,
                    const MerTemplateInput *input,
                    const MerOrganization  *organization)
{
  GStrv            cells = g_new0 (char *, 4);
  g_autofree char *count = count_text (recipients_of (input, organization->id));

  cells[0] = g_strdup (organization->name);
  cells[1] = g_strdup (organization->inn != NULL ? organization->inn : "");
  cells[2] = g_strdup (count != NULL ? count : "");
  g_ptr_array_add (self->rows, cells);
}

static MerTemplate *
build_recipients (const MerTemplateInput *input)
{
  MerTemplate *self = mer_template_new (input->language, mer_tr (input->language, "Recipients"));

  self->fixed = 1;
  add_column (self, NAME);
  add_column (self, INN);
  add_column (self, RECIPIENTS);
  for (guint i = 0; input->organizations != NULL && i < input->organizations->len; i++)
    add_recipients_row (self, input, input->organizations->pdata[i]);
  self->n_rows = self->rows->len > 0 ? self->rows->len : N_ROWS;
  mer_template_advise_sender (self, input, mer_tr (input->language, "Recipients"));
  mer_template_advise (
    self, g_strdup (mer_tr (input->language,
                            "Write a whole number for each organization; the required sample "
                            "follows from it. Leave the cell empty where the number is not "
                            "known: an empty cell is not a zero.")));
  return self;
}

const MerTemplateKind mer_template_recipients = { "recipients", N_("Recipients"),
                                                                    build_recipients };
