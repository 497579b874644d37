/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes plans out of findings and recommendations. What has an item already gets no other, so that
 * it can be done again when something was found later. */

#include "config.h"

#include "app/mer-plan-private.h"

#include <glib/gi18n.h>

#include "core/mer-day.h"

typedef struct
{
  MerDocument  *doc;
  MerPlanBook  *book;
  MerLanguage   language;
  GPtrArray    *measures;    /* of MerMeasureTaken */
  GHashTable   *suggested;   /* criterion and problem → MerMeasureTaken, or NULL */
  GHashTable   *recommended; /* id of a finding → MerRecommendation */
  MerPlansMade *made;
} Maker;

/* One thing that an item answers. */
typedef struct
{
  gint64      finding; /* or −1 */
  const char *criterion;
  const char *problem;
  const char *otherwise; /* the measure where the library has none */
} Answer;

static const MerMeasureTaken *
suggest (Maker        *self,
         const Answer *answer)
{
  g_autofree char *key = g_strdup_printf ("%s\n%s",
                                          answer->criterion != NULL ? answer->criterion : "",
                                          answer->problem);
  gpointer         found = NULL;

  if (!g_hash_table_lookup_extended (self->suggested, key, NULL, &found))
    {
      found = (gpointer) (guintptr) mer_plans_suggest (self->measures,
                                                       self->book->facts.methodology,
                                                       answer->criterion, answer->problem);
      g_hash_table_insert (self->suggested, g_steal_pointer (&key), found);
    }
  return found;
}

static void
set_responsible (Maker                 *self,
                 MerPlanItem           *item,
                 const MerOrganization *organization)
{
  const MerHead *head = mer_head_on (self->book->facts.heads, organization->id,
                                     self->book->facts.today);

  item->person = g_strdup (head != NULL ? head->name : organization->head);
  if (item->post == NULL && head != NULL)
    item->post = g_strdup (head->post);
}

static gboolean
add_item (Maker                 *self,
          const MerPlan         *plan,
          const MerOrganization *organization,
          const Answer          *answer,
          gint64                 position,
          GError               **error)
{
  g_autoptr (MerPlanItem) item = mer_record_new (&mer_record_plan_item, plan->record.cycle_id);
  const MerMeasureTaken *measure = suggest (self, answer);

  item->record.position = position;
  item->plan = plan->record.id;
  item->criterion = g_strdup (answer->criterion);
  item->finding = answer->finding;
  item->problem = g_strdup (answer->problem);
  item->measure = g_strdup (measure != NULL ? measure->measure : answer->otherwise);
  if (measure == NULL || measure->post == NULL)
    set_responsible (self, item, organization);
  else
    item->post = g_strdup (measure->post);
  self->made->n_items++;
  return mer_store_save_record (self->doc, item, error);
}

/* --- what a plan has not answered yet -------------------------------------------------------- */

static gboolean
has_problem (const MerPlanBook  *book,
             const MerPlanSheet *sheet,
             const Answer       *answer)
{
  for (guint i = 0; i < sheet->n_lines; i++)
    {
      const MerPlanItem *item = book->lines[sheet->first_line + i].item;

      if ((answer->finding > 0 && item->finding == answer->finding) ||
          (g_strcmp0 (item->criterion, answer->criterion) == 0 &&
           g_strcmp0 (item->problem, answer->problem) == 0))
        return TRUE;
    }
  return FALSE;
}

static void
add_answer (GArray             *answers,
            const Maker        *self,
            const MerPlanSheet *sheet,
            const Answer       *answer)
{
  if (!has_problem (self->book, sheet, answer))
    g_array_append_vals (answers, answer, 1);
}

/* Lists of the book by organization: GPtrArray of what the book owns. */
static GPtrArray *
list_of (GHashTable *lists,
         gint64      organization)
{
  gpointer   key = GSIZE_TO_POINTER (organization);
  GPtrArray *list = g_hash_table_lookup (lists, key);

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (lists, key, list);
    }
  return list;
}

static GHashTable *
new_lists (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
}

static GHashTable *
findings_by_organization (Maker *self)
{
  GHashTable *lists = new_lists ();

  for (guint i = 0; i < self->book->facts.findings->len; i++)
    {
      MerFinding *finding = self->book->facts.findings->pdata[i];

      g_ptr_array_add (list_of (lists, finding->organization_id), finding);
    }
  return lists;
}

static GHashTable *
recommendations_by_organization (Maker *self)
{
  GHashTable *lists = new_lists ();

  for (guint i = 0; i < self->book->facts.recommendations->len; i++)
    {
      MerRecommendation *one = self->book->facts.recommendations->pdata[i];

      if (one->finding > 0)
        g_hash_table_insert (self->recommended, GSIZE_TO_POINTER (one->finding), one);
      if (mer_plan_book_finding (self->book, one->finding) == NULL)
        g_ptr_array_add (list_of (lists, one->organization), one);
    }
  return lists;
}

/* (transfer full) (element-type Answer) */
static GArray *
answers_of (Maker              *self,
            const MerPlanSheet *sheet,
            GPtrArray          *findings,
            GPtrArray          *recommendations)
{
  GArray *answers = g_array_new (FALSE, FALSE, sizeof (Answer));

  for (guint i = 0; i < findings->len; i++)
    {
      const MerFinding        *finding = findings->pdata[i];
      const MerRecommendation *asked = g_hash_table_lookup (self->recommended,
                                                            GSIZE_TO_POINTER (finding->id));
      Answer                   answer = { finding->id, finding->criterion, finding->text, NULL };

      answer.otherwise = asked != NULL ? asked->text : mer_tr (self->language, "Remove it");
      add_answer (answers, self, sheet, &answer);
    }
  for (guint i = 0; i < recommendations->len; i++)
    {
      const MerRecommendation *one = recommendations->pdata[i];
      Answer                   answer = { -1, one->criterion, one->text, one->text };

      add_answer (answers, self, sheet, &answer);
    }
  return answers;
}

/* --- plans ----------------------------------------------------------------------------------- */

gboolean
mer_plan_start (MerDocument *doc,
                gint64       cycle_id,
                gint64       organization,
                gint64       position,
                MerPlan    **plan,
                GError     **error)
{
  MerPlan *made = mer_record_new (&mer_record_plan, cycle_id);

  made->record.position = position;
  made->organization = organization;
  made->version = 1;
  *plan = made;
  return mer_store_save_record (doc, made, error);
}

/* The plan that takes new items: the newest version, a draft of the next one where that is
 * approved, or the first. */
static MerPlan *
plan_to_fill (Maker              *self,
              const MerPlanSheet *sheet,
              GError            **error)
{
  g_autoptr (MerPlan) plan = NULL;
  gint64 id = 0;

  if (sheet->plan != NULL && !mer_plan_is_frozen (sheet->plan))
    return mer_record_copy (sheet->plan);
  self->made->n_plans++;
  if (sheet->plan != NULL)
    return mer_plans_new_version (self->doc, sheet->plan->record.id, &id, error)
             ? mer_store_record (self->doc, &mer_record_plan, id, error)
             : NULL;
  if (!mer_plan_start (self->doc, self->book->facts.cycle->id, sheet->organization->id, 0, &plan,
                       error))
    return NULL;
  return g_steal_pointer (&plan);
}

static gboolean
fill_plan (Maker              *self,
           const MerPlanSheet *sheet,
           const GArray       *answers,
           GError            **error)
{
  g_autoptr (MerPlan) plan = NULL;
  gint64 position = 0;

  if (answers->len == 0)
    return TRUE;
  plan = plan_to_fill (self, sheet, error);
  for (guint i = 0; i < sheet->n_lines; i++)
    position = MAX (position, self->book->lines[sheet->first_line + i].item->record.position);
  for (guint i = 0; plan != NULL && i < answers->len; i++)
    if (!add_item (self, plan, sheet->organization, &g_array_index (answers, Answer, i),
                   ++position, error))
      return FALSE;
  return plan != NULL;
}

static gboolean
make_all (Maker              *self,
          const MerPlanScope *scope,
          GError            **error)
{
  g_autoptr (GHashTable) findings = findings_by_organization (self);
  g_autoptr (GHashTable) recommendations = recommendations_by_organization (self);

  for (guint i = 0; i < self->book->sheets->len; i++)
    {
      const MerPlanSheet *sheet = &g_array_index (self->book->sheets, MerPlanSheet, i);
      g_autoptr (GArray) answers = NULL;

      if (sheet->organization == NULL ||
          !mer_plan_scope_has (scope, sheet->organization->id))
        continue;
      answers = answers_of (self, sheet, list_of (findings, sheet->organization->id),
                            list_of (recommendations, sheet->organization->id));
      if (!fill_plan (self, sheet, answers, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
mer_plans_make (MerDocument        *doc,
                gint64              cycle_id,
                const MerPlanScope *scope,
                MerPlansMade       *made,
                GError            **error)
{
  Maker    self = { .doc = doc, .made = made };
  gboolean done = FALSE;
  g_autoptr (MerPlanBook) book = mer_plans_load (doc, cycle_id, error);
  g_autoptr (GPtrArray) measures = NULL;

  *made = (MerPlansMade){ 0 };
  measures = book != NULL ? mer_store_records (doc, &mer_record_measure, 0, error) : NULL;
  if (measures == NULL)
    return FALSE;
  self.book = book;
  self.measures = measures;
  self.language = mer_document_get_language (doc);
  self.suggested = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.recommended = g_hash_table_new (NULL, NULL);
  done = make_all (&self, scope, error);
  g_hash_table_unref (self.suggested);
  g_hash_table_unref (self.recommended);
  return done;
}

gboolean
mer_plans_consolidate (MerDocument *doc,
                       gint64       cycle_id,
                       gint64      *plan_id,
                       GError     **error)
{
  g_autoptr (MerPlanBook) book = mer_plans_load (doc, cycle_id, error);
  g_autoptr (MerPlan) made = NULL;
  const MerPlan *there = NULL;

  if (book == NULL)
    return FALSE;
  there = mer_plan_current (book->facts.plans, 0);
  if (there != NULL)
    {
      *plan_id = there->record.id;
      return TRUE;
    }
  if (!mer_plan_start (doc, book->facts.cycle->id, 0, 0, &made, error))
    return FALSE;
  *plan_id = made->record.id;
  return TRUE;
}
