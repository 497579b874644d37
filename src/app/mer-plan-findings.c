/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From results to findings, and from findings to recommendations. A finding is known again by its
 * organization, its criterion and its words; that of a share by the words before its value. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/mer-plans.h"
#include "app/mer-results.h"
#include "store/mer-finding-store.h"

typedef struct
{
  MerDocument *doc;
  MerResults  *results;
  MerLanguage  language;
  GHashTable  *known;      /* key → MerFinding */
  GPtrArray   *indicators; /* of MerIndicator */
  guint        threshold;
  guint        n_added;
} Finder;

/* A finding whose words begin so is the same one. */
static char *
key_of (gint64      organization,
        const char *criterion,
        const char *stem)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "\n%s\n%s", organization,
                          criterion != NULL ? criterion : "", stem);
}

static char *
stem_of (const MerFinding *finding)
{
  const char *colon = strrchr (finding->text, ':');

  /* «3.3 Удовлетворены доступностью: 77,78, меньше 90»: the value is no part of it */
  return g_ascii_isdigit (*finding->text) && colon != NULL
           ? g_strndup (finding->text, (gsize) (colon - finding->text))
           : g_strdup (finding->text);
}

static GHashTable *
index_findings (const GPtrArray *findings)
{
  GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      MerFinding      *finding = findings->pdata[i];
      g_autofree char *stem = stem_of (finding);

      g_hash_table_insert (known, key_of (finding->organization_id, finding->criterion, stem),
                           finding);
    }
  return known;
}

static gboolean
add_finding (Finder     *self,
             gint64      organization,
             const char *criterion,
             const char *text,
             GError    **error)
{
  g_autoptr (MerFinding) made = mer_finding_new (MER_FINDING_FINDING, text);
  g_autofree char *stem = stem_of (made);
  g_autofree char *key = key_of (organization, criterion, stem);
  MerFinding      *known = g_hash_table_lookup (self->known, key);

  if (known != NULL && g_str_equal (known->text, text))
    return TRUE;
  if (known != NULL)
    {
      g_free (known->text);
      known->text = g_strdup (text);
      return mer_store_save_finding (self->doc, known, error);
    }
  made->cycle_id = self->results->cycle->id;
  made->organization_id = organization;
  made->criterion = g_strdup (criterion);
  self->n_added++;
  return mer_store_save_finding (self->doc, made, error);
}

/* --- what the checklist calls absent ------------------------------------------------------- */

/* The first indicator that counts this place, and its criterion. */
static const MerCriterion *
criterion_of_place (const MerMethodology *methodology,
                    int                   place,
                    guint                *indicator)
{
  *indicator = 0;
  for (guint i = 0; i < methodology->criteria->len; i++)
    {
      const MerCriterion *criterion = methodology->criteria->pdata[i];

      for (guint j = 0; j < criterion->indicators->len; j++, (*indicator)++)
        {
          const MerIndicator *one = criterion->indicators->pdata[j];

          for (guint k = 0; k < one->inputs->len; k++)
            if (g_array_index (one->inputs, MerMeasureInput, k).place == place)
              return criterion;
        }
    }
  return NULL;
}

static gboolean
is_at_its_most (Finder            *self,
                const MerScoreRow *row,
                guint              indicator)
{
  const MerIndicator *one = self->indicators->pdata[indicator];
  const MerScore     *score = &row->indicators[indicator];

  return score->defined && score->settled == MER_SETTLED_NOT_NEEDED &&
         mer_rational_cmp (&score->value, &one->cap) >= 0;
}

static gboolean
find_absent (Finder             *self,
             const MerScoreRow  *row,
             const MerCycleItem *item,
             GError            **error)
{
  const MerMethodology *methodology = self->results->methodology;
  int                   place = mer_methodology_find_place (methodology, item->place);
  guint                 indicator = 0;
  const MerCriterion   *criterion = NULL;
  g_autofree char      *text = NULL;

  if (place < 0)
    return TRUE;
  criterion = criterion_of_place (methodology, place, &indicator);
  if (criterion == NULL || is_at_its_most (self, row, indicator))
    return TRUE;
  /* Translators: what is missing, the place of the checklist («Информация на сайте»). */
  text = g_strdup_printf (mer_tr (self->language, "Absent: %s (%s)"), item->text,
                          ((MerPlace *) methodology->places->pdata[place])->title);
  return add_finding (self, row->organization->id, criterion->code, text, error);
}

static gboolean
find_marks (Finder            *self,
            const MerScoreRow *row,
            GError           **error)
{
  const GPtrArray *items = self->results->scores->items;

  if (row->evidence == NULL || !row->evidence->has_checklist)
    return TRUE;
  for (guint i = 0; i < items->len && i < row->evidence->n_marks; i++)
    if (row->evidence->marks[i] == MER_MARK_ABSENT &&
        !find_absent (self, row, items->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* --- what few are satisfied with ----------------------------------------------------------- */

static gboolean
asks_people (const MerIndicator *indicator)
{
  for (guint i = 0; i < indicator->inputs->len; i++)
    if (g_array_index (indicator->inputs, MerMeasureInput, i).question >= 0)
      return TRUE;
  return FALSE;
}

static gboolean
find_share (Finder             *self,
            const MerScoreRow  *row,
            const MerCriterion *criterion,
            guint               index,
            GError            **error)
{
  const MerIndicator *indicator = self->indicators->pdata[index];
  const MerScore     *score = &row->indicators[index];
  g_auto (MerRational) least = mer_rational_new (self->threshold, 1);
  g_autofree char *value = NULL;
  g_autofree char *text = NULL;

  if (!asks_people (indicator) || !score->defined || score->settled != MER_SETTLED_NOT_NEEDED ||
      mer_rational_cmp (&score->value, &least) >= 0)
    return TRUE;
  value = mer_format_rational (self->language, &score->value, self->results->scores->decimals);
  /* Translators: "3.3", «Удовлетворены доступностью», «77,78», 90. */
  text = g_strdup_printf (mer_tr (self->language, "%s %s: %s, less than %u"), indicator->code,
                          indicator->title, value, self->threshold);
  return add_finding (self, row->organization->id, criterion->code, text, error);
}

static gboolean
find_shares (Finder            *self,
             const MerScoreRow *row,
             GError           **error)
{
  const GPtrArray *criteria = self->results->methodology->criteria;
  guint            index = 0;

  for (guint i = 0; i < criteria->len; i++)
    {
      const MerCriterion *criterion = criteria->pdata[i];

      for (guint j = 0; j < criterion->indicators->len; j++, index++)
        if (!find_share (self, row, criterion, index, error))
          return FALSE;
    }
  return TRUE;
}

/**
 * mer_plans_find:
 * @doc: a document with an action under way
 * @cycle_id: a cycle, 0: the latest
 * @scope: (nullable): of whom
 * @threshold: points below which a share of answers is a shortcoming, 0: none is
 * @n_added: (out): how many findings are new
 *
 * Returns: whether all were stored
 */
gboolean
mer_plans_find (MerDocument        *doc,
                gint64              cycle_id,
                const MerPlanScope *scope,
                guint               threshold,
                guint              *n_added,
                GError            **error)
{
  Finder   self = { .doc = doc, .threshold = threshold };
  gboolean done = TRUE;
  g_autoptr (GPtrArray) findings = NULL;

  self.language = mer_document_get_language (doc);
  self.results = mer_results_load (doc, cycle_id, MER_RESULTS_AS_RULED, error);
  if (self.results == NULL)
    return FALSE;
  findings = mer_store_findings (doc, self.results->cycle->id, 0, error);
  if (findings == NULL)
    {
      mer_results_unref (self.results);
      return FALSE;
    }
  self.known = index_findings (findings);
  self.indicators = mer_methodology_indicators (self.results->methodology);
  for (guint i = 0; done && i < self.results->scores->n_rows; i++)
    {
      const MerScoreRow *row = &self.results->scores->rows[i];

      if (mer_plan_scope_has (scope, row->organization->id))
        done = find_marks (&self, row, error) && find_shares (&self, row, error);
    }
  *n_added = self.n_added;
  g_hash_table_unref (self.known);
  g_ptr_array_unref (self.indicators);
  mer_results_unref (self.results);
  return done;
}

/* --- recommendations ----------------------------------------------------------------------- */

/* Findings that a recommendation answers: a set of their ids. */
static GHashTable *
answered (const GPtrArray *recommendations,
          gint64          *position)
{
  GHashTable *ids = g_hash_table_new (NULL, NULL);

  *position = 0;
  for (guint i = 0; i < recommendations->len; i++)
    {
      const MerRecommendation *one = recommendations->pdata[i];

      *position = MAX (*position, one->record.position);
      if (one->finding > 0)
        g_hash_table_add (ids, GSIZE_TO_POINTER (one->finding));
    }
  return ids;
}

static MerRecommendation *
recommend (const MerFinding *finding,
           MerLanguage       language,
           const char       *sent,
           gint64            position)
{
  MerRecommendation *made = mer_record_new (&mer_record_recommendation, finding->cycle_id);

  made->record.position = position;
  made->organization = finding->organization_id;
  made->finding = finding->id;
  made->criterion = g_strdup (finding->criterion);
  made->sent = g_strdup (sent);
  if (finding->kind == MER_FINDING_PROPOSAL)
    made->text = g_strdup (finding->text);
  else
    made->text = g_strdup_printf (mer_tr (language, "Remove the shortcoming: %s"), finding->text);
  return made;
}

gboolean
mer_plans_recommend (MerDocument        *doc,
                     gint64              cycle_id,
                     const MerPlanScope *scope,
                     const char         *sent,
                     guint              *n_added,
                     GError            **error)
{
  g_autoptr (MerPlanBook) book = mer_plans_load (doc, cycle_id, error);
  g_autoptr (GHashTable) done = NULL;
  MerLanguage language = mer_document_get_language (doc);
  gint64      position = 0;

  *n_added = 0;
  if (book == NULL)
    return FALSE;
  done = answered (book->facts.recommendations, &position);
  for (guint i = 0; i < book->facts.findings->len; i++)
    {
      const MerFinding *finding = book->facts.findings->pdata[i];
      g_autoptr (MerRecommendation) made = NULL;

      if (!mer_plan_scope_has (scope, finding->organization_id) ||
          g_hash_table_contains (done, GSIZE_TO_POINTER (finding->id)))
        continue;
      made = recommend (finding, language, sent, ++position);
      if (!mer_store_save_record (doc, made, error))
        return FALSE;
      (*n_added)++;
    }
  return TRUE;
}

gboolean
mer_plans_receive (MerDocument        *doc,
                   gint64              cycle_id,
                   const MerPlanScope *scope,
                   const char         *day,
                   guint              *n_changed,
                   GError            **error)
{
  g_autoptr (MerPlanBook) book = mer_plans_load (doc, cycle_id, error);

  *n_changed = 0;
  if (book == NULL)
    return FALSE;
  for (guint i = 0; i < book->facts.recommendations->len; i++)
    {
      g_autoptr (MerRecommendation) one = mer_record_copy (book->facts.recommendations->pdata[i]);

      if (one->received != NULL || !mer_plan_scope_has (scope, one->organization))
        continue;
      one->received = g_strdup (day);
      if (!mer_store_save_record (doc, one, error))
        return FALSE;
      (*n_changed)++;
    }
  return TRUE;
}
