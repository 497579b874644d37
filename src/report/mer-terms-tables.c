/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Annexes of the terms of reference: the forms that are filled in, and the tables in which the
 * operator hands over what was filled in, column by column as their templates have them. */
#include "config.h"

#include <glib/gi18n.h>

#include "report/mer-report-private.h"
#include "report/mer-template.h"
#include "report/mer-terms-private.h"

#define NUMBER_WIDTH 30.0
#define CONTENT_WIDTH 180.0
/* Choices of more words than these are lists of names, which stand in another annex. */
#define MOST_CHOICES 8

/* --- forms ----------------------------------------------------------------------------------- */

/* The form as it is printed for everybody. */
static void
add_form (MerTerms            *self,
          const MerReportKind *kind)
{
  MerReportInput input = *self->input;
  MerBlocks     *form = NULL;

  input.organizations = NULL;
  form = kind->build (&input);
  for (guint i = 0; i < form->blocks->len; i++)
    {
      MerBlock *block = form->blocks->pdata[i];

      if (block->kind == MER_BLOCK_TABLE)
        block->table->secondary = TRUE;
    }
  mer_blocks_take (self->blocks, form);
}

void
mer_terms_add_questionnaire (MerTerms *self)
{
  add_form (self, &mer_report_questionnaire);
}

void
mer_terms_add_checklists (MerTerms *self)
{
  add_form (self, &mer_report_checklist);
}

/* --- tables ---------------------------------------------------------------------------------- */

static char *
choices_text (const MerTerms          *self,
              const MerTemplateColumn *column)
{
  GString *list = NULL;

  if (column->choices->len > MOST_CHOICES)
    return g_strdup (mer_tr (self->language, "the name, as in the list"));
  list = g_string_new (NULL);
  for (guint i = 0; i < column->choices->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? "; " : "", (char *) column->choices->pdata[i]);
  /* Translators: answers of which one is written: «Да; Нет». */
  return g_string_free (list, FALSE);
}

static char *
content_text (const MerTerms          *self,
              guint                    index,
              const MerTemplateColumn *column)
{
  if (index == 0 && column->choices != NULL)
    return g_strdup (mer_tr (self->language, "the organization, as in annex 1"));
  if (column->choices != NULL && column->choices->len > 0)
    return choices_text (self, column);
  if (column->values == MER_XLSX_DATE)
    return g_strdup (mer_tr (self->language, "day, month, year"));
  if (column->whole_numbers)
    return g_strdup (mer_tr (self->language, "whole number"));
  if (column->decimals)
    return g_strdup (mer_tr (self->language, "number"));
  return g_strdup (mer_tr (self->language, "text"));
}

static void
add_column (MerTerms                *self,
            MerTable                *table,
            guint                    index,
            const MerTemplateColumn *column)
{
  g_autofree char *content = content_text (self, index, column);
  GStrv            cells = g_new0 (char *, 4);

  cells[0] = g_strdup_printf ("%u", index + 1);
  cells[1] = mer_typography (column->header);
  cells[2] = mer_typography (content);
  mer_table_add_row (table, cells);
}

static void
add_advice (MerTerms *self,
            const MerTemplate *template)
{
  for (guint i = 0; i < template->advice->len; i++)
    {
      const char *paragraph = template->advice->pdata[i];

      if (*paragraph != '#')
        mer_terms_add_paragraph (self, g_strdup (paragraph));
    }
}

static void
add_template (MerTerms               *self,
              const MerTemplateKind  *kind,
              const MerTemplateInput *input)
{
  g_autoptr (MerTemplate) template = kind->build (input);
  MerTable *table = mer_table_new ();

  mer_table_add_column (table, "№", NUMBER_WIDTH, MER_ALIGN_RIGHT, FALSE);
  mer_table_add_column (table, mer_tr (self->language, "Column"), 0, MER_ALIGN_LEFT, FALSE);
  mer_table_add_column (table, mer_tr (self->language, "What is written"), CONTENT_WIDTH,
                        MER_ALIGN_LEFT, FALSE);
  for (guint i = 0; i < template->columns->len; i++)
    add_column (self, table, i, template->columns->pdata[i]);
  mer_blocks_add_text (self->blocks, MER_BLOCK_HEADING, mer_tr (self->language, kind->title));
  mer_terms_add_table (self, table);
  add_advice (self, template);
}

/* (transfer container) (element-type MerOrganization) */
static GPtrArray *
organizations_of (const MerTerms *self)
{
  GPtrArray *organizations = g_ptr_array_new ();

  for (guint i = 0; i < self->selected->len; i++)
    {
      const MerCycleMember *member = self->selected->pdata[i];

      g_ptr_array_add (organizations,
                       mer_organizations_find (self->input->registry, member->organization_id));
    }
  return organizations;
}

void
mer_terms_add_tables (MerTerms *self)
{
  const MerTemplateKind *const *kinds = mer_template_kinds ();
  g_autoptr (GPtrArray) organizations = organizations_of (self);
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();
  MerTemplateInput input = {
    .language = self->language,
    .cycle = self->input->cycle->title,
    .methodology = self->input->methodology,
    .organizations = organizations,
    .registry = self->input->registry != NULL ? self->input->registry : nobody,
    .members = self->input->members,
  };

  if (input.methodology == NULL)
    {
      mer_terms_add_labelled (self, mer_tr (self->language, "Methodology"), NULL);
      return;
    }
  for (guint i = 0; kinds[i] != NULL; i++)
    if (mer_template_kind_fits (kinds[i], input.methodology))
      add_template (self, kinds[i], &input);
}
