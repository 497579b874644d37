/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the editor of a row of the rules shows above its fields: what the row is, its formula,
 * problems that no field stands for, and in what it differs from the federal edition. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ui/pages/mer-methodology-editor-private.h"
#include "ui/pages/mer-methodology-formula.h"
#include "ui/pages/mer-methodology-outline.h"

gboolean
mer_methodology_editor_has_fields (const char *row)
{
  return *row == '\0' || mer_outline_is_part (row);
}

const MerMethodologyProblem *
mer_methodology_editor_find_problem (MerMethodologyEditor *self,
                                     const char           *property)
{
  GPtrArray *problems = mer_methodology_editing_get_problems (self->editing);

  for (guint i = 0; i < problems->len; i++)
    {
      const MerMethodologyProblem *problem = problems->pdata[i];

      if (problem->is_error && g_str_equal (problem->path, self->row) &&
          g_strcmp0 (problem->property, property) == 0)
        return problem;
    }
  return NULL;
}

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static const char *
kind_text (const char *row)
{
  if (mer_outline_policy (row) != NULL)
    return _("Reading of the rules");
  if (!mer_methodology_editor_has_fields (row))
    return "";
  return _(mer_part_kind_label (*row != '\0' ? mer_part_kind_of (row) : MER_PART_METHODOLOGY));
}

static char *
title_text (const MerMethodology *methodology,
            const char           *row)
{
  if (mer_outline_is_part (row) && mer_part_kind_of (row) != MER_PART_OPTION)
    return mer_part_name (methodology, row);
  return mer_outline_name (methodology, row);
}

static void
show_formula (MerMethodologyEditor *self,
              const MerMethodology *methodology)
{
  g_autofree char *signs = mer_formula_signs (methodology, self->row);
  g_autofree char *words = mer_formula_words (methodology, self->row);
  g_autofree char *terms = mer_formula_terms (methodology, self->row);

  show_text (self->signs, signs);
  show_text (self->words, words);
  show_text (self->terms, terms);
  gtk_widget_set_visible (self->formula, signs != NULL && words != NULL);
}

/* Whether there are weights that a row keeps together. */
static gboolean
has_sum (MerMethodologyEditor *self)
{
  MerMethodology     *methodology = mer_methodology_editing_get (self->editing);
  const MerCriterion *criterion = NULL;

  if (*self->row == '\0')
    return methodology->criteria->len > 0;
  if (!mer_outline_is_part (self->row) || mer_part_kind_of (self->row) != MER_PART_CRITERION)
    return FALSE;
  criterion = mer_methodology_find_criterion (methodology, strchr (self->row, '/') + 1);
  return criterion != NULL && criterion->indicators->len > 0;
}

/* Problems of the row that no field stands for: sums of weights, codes of columns. */
static void
show_troubles (MerMethodologyEditor *self)
{
  const MerMethodologyProblem *problem = mer_methodology_editor_find_problem (self, NULL);

  gtk_widget_set_visible (self->troubles, problem != NULL);
  gtk_label_set_text (self->troubles_label, problem != NULL ? problem->text : "");
  gtk_widget_set_visible (self->normalize, has_sum (self));
}

static char *
federal_text (MerMethodologyEditor *self)
{
  MerMethodology *federal = mer_methodology_editing_get_federal (self->editing);

  if (federal != NULL && mer_outline_is_part (self->row) &&
      !mer_methodology_has_part (federal, self->row))
    return g_strdup (_("● not in the federal edition"));
  return g_strdup (_("● differs from the federal edition"));
}

static void
show_marks (MerMethodologyEditor *self)
{
  guint            marks = mer_methodology_editing_get_marks (self->editing, self->row);
  gboolean         may_edit = mer_methodology_editing_may_edit (self->editing);
  g_autofree char *federal = federal_text (self);

  gtk_widget_set_visible (self->differs, (marks & MER_MARK_DIFFERS) != 0);
  gtk_label_set_text (self->differs_label, federal);
  gtk_widget_set_visible (self->doubt, (marks & MER_MARK_UNCONFIRMED) != 0);
  gtk_widget_set_sensitive (self->confirm, may_edit);
  show_troubles (self);
}

void
mer_methodology_editor_show_heading (MerMethodologyEditor *self)
{
  MerMethodology  *methodology = mer_methodology_editing_get (self->editing);
  g_autofree char *title = title_text (methodology, self->row);

  show_text (self->kind, kind_text (self->row));
  show_text (self->title, title);
  show_text (self->about, mer_outline_about (self->row));
  show_formula (self, methodology);
  show_marks (self);
}
