/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which item a row of a returned form is of: by its code; where the code was lost, by its text. A
 * row that is not certainly of an item is a question, and never silently of another one. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/mer-plan-form-private.h"
#include "core/mer-name.h"

#define KEY(id) GSIZE_TO_POINTER ((gsize) (id))

gboolean
mer_form_same_text (const char *a,
                    const char *b)
{
  g_autofree char *left = mer_name_fold (a != NULL ? a : "", -1);
  g_autofree char *right = mer_name_fold (b != NULL ? b : "", -1);

  return g_str_equal (left, right);
}

gboolean
mer_form_is_blank (const char *cell)
{
  return cell == NULL || *cell == '\0';
}

/* --- organizations --------------------------------------------------------------------------- */

static gboolean
is_name_of (const MerOrganization *organization,
            const char            *text)
{
  return mer_form_same_text (organization->name, text) ||
         (organization->full_name != NULL && mer_form_same_text (organization->full_name, text));
}

/* A name that two have is nobody's. */
static void
add_name (MerFormReader *self,
          const char    *name,
          MerPlanSheet  *sheet)
{
  char    *folded = mer_name_fold (name, -1);
  gpointer there = NULL;

  if (g_hash_table_lookup_extended (self->names, folded, NULL, &there) && there != sheet)
    sheet = NULL;
  g_hash_table_insert (self->names, folded, sheet);
}

static void
index_names (MerFormReader *self)
{
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < self->book->sheets->len; i++)
    {
      MerPlanSheet          *sheet = &g_array_index (self->book->sheets, MerPlanSheet, i);
      const MerOrganization *one = sheet->organization;

      if (one != NULL && one->full_name != NULL)
        add_name (self, one->full_name, sheet);
      if (one != NULL)
        add_name (self, one->name, sheet);
    }
}

static const MerPlanSheet *
sheet_by_name (MerFormReader *self,
               const char    *text)
{
  g_autofree char *folded = mer_name_fold (text, -1);

  if (self->names == NULL)
    index_names (self);
  return g_hash_table_lookup (self->names, folded);
}

gboolean
mer_form_is_whose (MerFormReader *self,
                   const char    *text)
{
  const MerPlanSheet *named = sheet_by_name (self, text);
  gint64              whose = self->options->organization;

  return named != NULL && (whose == 0 || named->organization->id == whose);
}

/* The file is a form of the plan of this organization, or of that among others. */
static void
meet (MerFormReader *self,
      gint64         organization)
{
  if (!g_hash_table_contains (self->met, KEY (organization)))
    g_hash_table_insert (self->met, KEY (organization), (gpointer) (guintptr) self->file);
  if (self->whose == -1)
    self->whose = organization;
  else if (self->whose != organization)
    self->whose = -2;
}

/* Of a row without a code: the one that it names, else the reader's. Where the two are not the
 * same, it is a question. */
static const MerPlanSheet *
sheet_of_row (MerFormReader *self,
              MerFormRow    *row)
{
  const char         *name = row->cells[MER_FORM_ORGANIZATION];
  const MerPlanSheet *named = mer_form_is_blank (name) ? NULL : sheet_by_name (self, name);
  const MerPlanSheet *meant = NULL;
  const char         *ours = NULL;

  if (self->options->organization == 0 && mer_form_is_blank (name) && self->whose >= 0)
    return mer_plan_book_sheet (self->book, self->whose);
  if (self->options->organization == 0)
    return named;
  meant = mer_plan_book_sheet (self->book, self->options->organization);
  if (meant == NULL || meant->organization == NULL || mer_form_is_blank (name) ||
      is_name_of (meant->organization, name))
    return meant;
  ours = meant->organization->name;
  if (named != NULL)
    /* Translators: another organization, whose form was said to be read, again the other. */
    mer_form_doubt (row, _("The row names “%s”, but the form is read as that of “%s”: it would go "
                           "into the plan of “%s”."),
                            name, ours, named->organization->name);
  else
    mer_form_doubt (row, _("The row names “%s”, whose plan is not known: it would go into the plan "
                           "of “%s”."),
                            name, ours);
  return named != NULL ? named : meant;
}

/* Whose plan it is, and whether the row and the reader think so too. */
static void
check_organization (MerFormReader     *self,
                    MerFormRow        *row,
                    const MerPlanLine *line)
{
  const char *name = row->cells[MER_FORM_ORGANIZATION];
  gint64      id = line->organization != NULL ? line->organization->id : 0;
  const char *own = line->organization != NULL ? line->organization->name : "";

  if (self->options->organization != 0 && id != self->options->organization)
    mer_form_doubt (row, _("The row is of the plan of another organization, “%s”."), own);
  else if (!mer_form_is_blank (name) && line->organization != NULL &&
           !is_name_of (line->organization, name))
    mer_form_doubt (row, _("The row names “%s”, but its code is of “%s”."), name, own);
  else
    meet (self, id);
}

/* --- codes ----------------------------------------------------------------------------------- */

static void
index_old (MerFormReader *self)
{
  self->old = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < self->book->facts.items->len; i++)
    {
      MerPlanItem *item = self->book->facts.items->pdata[i];

      if (mer_plan_book_line (self->book, item->record.id) == NULL)
        g_hash_table_insert (self->old, KEY (item->record.id), item);
    }
}

static const MerPlanLine *
line_of_old (MerFormReader     *self,
             MerFormRow        *row,
             const MerPlanItem *old)
{
  const MerPlan      *plan = mer_records_find (self->book->facts.plans, old->plan);
  const MerPlanSheet *sheet = NULL;

  if (plan != NULL)
    sheet = mer_plan_book_sheet (self->book, plan->organization);
  if (sheet == NULL || sheet->plan == NULL)
    return NULL;
  return mer_form_find_heir (self, row, plan, sheet, old);
}

/* FALSE: it is of nothing here, and it was said where it is. */
static gboolean
find_by_code (MerFormReader      *self,
              MerFormRow         *row,
              const MerPlanLine **line,
              const MerPlanItem **base)
{
  gint64             id = mer_form_take_code (row);
  const char        *code = row->cells[MER_FORM_CODE];
  const MerPlanItem *old = NULL;
  g_autofree char   *where = NULL;

  *line = id > 0 ? mer_plan_book_line (self->book, id) : NULL;
  if (*line != NULL)
    {
      *base = (*line)->item;
      return TRUE;
    }
  if (self->old == NULL)
    index_old (self);
  old = g_hash_table_lookup (self->old, KEY (id));
  if (old != NULL)
    {
      *line = line_of_old (self, row, old);
      *base = old;
      return *line != NULL;
    }
  if (id > 0 && self->options->elsewhere != NULL)
    where = self->options->elsewhere (id, self->options->data);
  if (where != NULL)
    /* Translators: «M12», «план «СОШ № 1», цикл «НОКО 2021»». */
    mer_form_tell (self, row, MER_FORM_CODE, _("“%s” is of another cycle: %s."), code, where);
  else
    mer_form_tell (self, row, MER_FORM_CODE,
                   _("“%s” is no code of a row of a plan that is in force."), code);
  return FALSE;
}

/* --- without a code -------------------------------------------------------------------------- */

static gboolean
is_seen (const MerFormReader *self,
         const MerPlanLine   *line)
{
  return g_hash_table_contains (self->seen, KEY (line->item->record.id));
}

/* The first item of the row's shortcoming, or of its measure where it names none. `whole`: it has
 * to be of both, and no other row may be of it. `n`: (out): how many there are. */
static const MerPlanLine *
find_like (const MerFormReader *self,
           const MerFormRow    *row,
           const MerPlanSheet  *sheet,
           gboolean             whole,
           guint               *n)
{
  const char        *problem = row->cells[MER_FORM_PROBLEM];
  const MerPlanLine *found = NULL;

  *n = 0;
  for (guint i = sheet->first_line; i < sheet->first_line + sheet->n_lines; i++)
    {
      const MerPlanLine *line = &self->book->lines[i];

      if ((!mer_form_is_blank (problem) && !mer_form_same_text (line->item->problem, problem)) ||
          ((whole || mer_form_is_blank (problem)) &&
           !mer_form_same_text (line->item->measure, row->cells[MER_FORM_MEASURE])) ||
          (whole && is_seen (self, line)))
        continue;
      if ((*n)++ == 0)
        found = line;
    }
  return found;
}

/* The same new row once more. */
static void
doubt_repeated (MerFormReader      *self,
                MerFormRow         *row,
                const MerPlanSheet *sheet)
{
  const char      *problem = row->cells[MER_FORM_PROBLEM];
  g_autofree char *left = mer_name_fold (problem != NULL ? problem : "", -1);
  g_autofree char *right = mer_name_fold (row->cells[MER_FORM_MEASURE], -1);
  gint64           plan = sheet->plan->record.id;
  char            *key = g_strdup_printf ("%" G_GINT64_FORMAT "\n%s\n%s", plan, left, right);
  MerFormPlace    *place = g_hash_table_lookup (self->fresh, key);

  if (place != NULL)
    /* Translators: a file, a row. */
    mer_form_doubt (row, _("The same stands in “%s”, row %d, already."), place->file,
                            (int) place->row);
  place = g_new (MerFormPlace, 1);
  place->file = self->file;
  place->row = row->number;
  g_hash_table_insert (self->fresh, key, place);
}

/* What was typed anew with other words would stand in the plan twice. */
static void
doubt_double (MerFormReader      *self,
              MerFormRow         *row,
              const MerPlanSheet *sheet)
{
  guint              n = 0;
  const MerPlanLine *line = find_like (self, row, sheet, FALSE, &n);

  if (line == NULL)
    return;
  if (mer_form_is_blank (row->cells[MER_FORM_PROBLEM]))
    mer_form_doubt (row, _("The plan has this measure already, M%d: the row without a code would "
                           "become another item."),
                            (int) line->item->record.id);
  else
    /* Translators: a code, a measure. */
    mer_form_doubt (row, _("The plan has an item of this shortcoming already, M%d, “%s”: the row "
                           "without a code would become another one."),
                            (int) line->item->record.id, line->item->measure);
}

/* The one item of this text that no other row is of; NULL: none, or it cannot be told which. */
static const MerPlanLine *
find_by_text (const MerFormReader *self,
              const MerFormRow    *row,
              const MerPlanSheet  *sheet)
{
  guint              n = 0;
  const MerPlanLine *line = find_like (self, row, sheet, TRUE, &n);

  return n == 1 ? line : NULL;
}

static gboolean
match_without_code (MerFormReader *self,
                    MerFormRow    *row,
                    MerFormMatch  *match)
{
  const MerPlanSheet *sheet = sheet_of_row (self, row);
  const MerPlanLine  *line = NULL;
  gint64              id = 0;

  if (sheet == NULL || sheet->plan == NULL)
    {
      mer_form_tell (self, row, MER_FORM_CODE, "%s",
                     _("The row has no code, and it is not known whose plan it belongs to."));
      return FALSE;
    }
  match->plan = sheet->plan->record.id;
  line = find_by_text (self, row, sheet);
  if (line == NULL)
    {
      id = sheet->organization != NULL ? sheet->organization->id : 0;
      if (row->doubt == NULL)
        meet (self, id);
      doubt_repeated (self, row, sheet);
      doubt_double (self, row, sheet);
      return TRUE;
    }
  match->known = match->base = line->item;
  if (row->doubt == NULL)
    check_organization (self, row, line);
  mer_form_tell (self, row, MER_FORM_MEASURE,
                 _("The code is missing; by its text the row is M%d."),
                    (int) line->item->record.id);
  return TRUE;
}

/* --- a code in several rows, texts of other rows ---------------------------------------------- */

/* People split an item by copying its row. */
static gboolean
match_again (MerFormReader     *self,
             MerFormRow        *row,
             const MerPlanLine *line,
             const MerPlanItem *first,
             MerFormMatch      *match)
{
  const char *measure = row->cells[MER_FORM_MEASURE];
  const char *code = row->cells[MER_FORM_CODE];
  gboolean    same = mer_form_is_blank (measure) || mer_form_same_text (first->measure, measure);

  if (same && match->base != line->item)
    {
      mer_form_tell (self, row, MER_FORM_CODE,
                     _("“%s” is now M%d, which a row above is of already."), code,
                        (int) line->item->record.id);
      return FALSE;
    }
  if (same)
    {
      mer_form_tell (self, row, MER_FORM_CODE, _("The code “%s” stands in two rows."), code);
      return FALSE;
    }
  match->known = match->base = NULL;
  row->stamps = NULL; /* its cells say what the new item is */
  match->like = line->item;
  match->plan = line->item->plan;
  mer_form_doubt (row, _("The code “%s” stands in two rows with different measures: this one would "
                         "become an item of its own."),
                          code);
  return TRUE;
}

static gboolean
differs (const char *cell,
         const char *text)
{
  return !mer_form_is_blank (cell) && !mer_form_same_text (cell, text);
}

/* A table sorted by some of its columns has the codes beside other texts. */
static void
check_text (MerFormReader      *self,
            MerFormRow         *row,
            const MerFormMatch *match)
{
  const MerPlanItem  *base = match->base;
  const char         *measure = row->cells[MER_FORM_MEASURE];
  const char         *problem = row->cells[MER_FORM_PROBLEM];
  const MerPlan      *plan = mer_records_find (self->book->facts.plans, base->plan);
  const MerPlanSheet *sheet = NULL;

  if ((!differs (measure, base->measure) && !differs (problem, base->problem)) ||
      (mer_form_is_as_sent (row, MER_FORM_MEASURE, measure) &&
       mer_form_is_as_sent (row, MER_FORM_PROBLEM, problem)))
    return;
  sheet = plan != NULL ? mer_plan_book_sheet (self->book, plan->organization) : NULL;
  for (guint i = 0; sheet != NULL && i < sheet->n_lines; i++)
    {
      const MerPlanItem *other = self->book->lines[sheet->first_line + i].item;

      if (other == match->known || differs (measure, other->measure) ||
          differs (problem, other->problem))
        continue;
      mer_form_doubt (row, _("The code is M%d, but the text is that of M%d: were rows mixed up?"),
                              (int) base->record.id, (int) other->record.id);
      return;
    }
  if (differs (measure, base->measure) && differs (problem, base->problem))
    mer_form_doubt (row,
                    _("Shortcoming and measure are both other than those of M%d: “%s”."),
                       (int) base->record.id, base->measure);
}

gboolean
mer_form_match (MerFormReader *self,
                MerFormRow    *row,
                MerFormMatch  *match)
{
  const MerPlanLine *line = NULL;
  const MerFormSeen *seen = NULL;

  *match = (MerFormMatch){ 0 };
  if (mer_form_is_blank (row->cells[MER_FORM_CODE]))
    return match_without_code (self, row, match);
  if (!find_by_code (self, row, &line, &match->base))
    return FALSE;
  match->known = line->item;
  match->plan = line->item->plan;
  check_organization (self, row, line);
  seen = g_hash_table_lookup (self->seen, KEY (line->item->record.id));
  if (seen != NULL && seen->file == self->file)
    return match_again (self, row, line, seen->item, match);
  if (seen != NULL && seen->item != line->item) /* else it told nothing new of it */
    match->other = seen;
  check_text (self, row, match);
  return TRUE;
}
