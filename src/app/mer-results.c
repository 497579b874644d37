/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a cycle and its predecessor and scores both: one place for window and tool. */

#include "app/mer-results.h"

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-earlier-results.h"
#include "app/mer-find-organization.h"
#include "app/mer-preliminary.h"
#include "core/mer-day.h"
#include "cycle/mer-selection-rules.h"
#include "store/mer-finding-store.h"
#include "store/mer-objection-store.h"
#include "store/mer-record-store.h"

static void
results_clear (gpointer data)
{
  MerResults *self = data;

  g_clear_pointer (&self->cycle, mer_cycle_unref);
  g_clear_pointer (&self->methodology, mer_methodology_unref);
  g_clear_pointer (&self->batches, g_ptr_array_unref);
  g_clear_pointer (&self->members, g_ptr_array_unref);
  g_clear_pointer (&self->scores, mer_score_table_unref);
  g_clear_pointer (&self->previous_cycle, mer_cycle_unref);
  g_clear_pointer (&self->past, g_ptr_array_unref);
  g_clear_pointer (&self->profile, g_ptr_array_unref);
  g_clear_pointer (&self->objections, g_ptr_array_unref);
  g_clear_pointer (&self->records, mer_record_set_unref);
  g_clear_pointer (&self->registry, g_ptr_array_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->settings, g_hash_table_unref);
  g_clear_pointer (&self->preliminary, mer_preliminary_free);
}

/**
 * mer_results_ref:
 * @self: the results
 *
 * Any thread.
 *
 * Returns: (transfer full): @self
 */
MerResults *
mer_results_ref (MerResults *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * mer_results_unref:
 * @self: (transfer full): the results
 *
 * Any thread.
 */
void
mer_results_unref (MerResults *self)
{
  g_atomic_rc_box_release_full (self, results_clear);
}

/* The methodology of a cycle, with another rounding where one is asked for. */
static MerMethodology *
load_methodology (MerDocument    *doc,
                  const MerCycle *cycle,
                  int             decimals,
                  GError        **error)
{
  g_autoptr (MerMethodology) stored = mer_store_methodology (doc, cycle->methodology_id, error);
  g_autoptr (MerMethodology) staged = NULL;
  g_autofree char *places = NULL;

  if (stored == NULL || decimals == MER_RESULTS_AS_RULED)
    return g_steal_pointer (&stored);
  if (decimals == MER_RESULTS_EXACT)
    return mer_methodology_with_policy (stored, "rounding", "exact", error);
  places = g_strdup_printf ("%d", decimals);
  staged = mer_methodology_with_policy (stored, "rounding", "stages", error);
  if (staged == NULL)
    return NULL;
  return mer_methodology_with_policy (staged, "rounding.decimals", places, error);
}

/* Who takes part: the selected, and whoever something was collected of. */
static GPtrArray *
organizations_of_cycle (GPtrArray *registry,
                        GPtrArray *members,
                        GPtrArray *evidence)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new_with_free_func (
    (GDestroyNotify) mer_organization_unref);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < members->len; i++)
    {
      MerCycleMember *member = g_ptr_array_index (members, i);

      if (member->selected)
        g_hash_table_add (ids, &member->organization_id);
    }
  for (guint i = 0; i < evidence->len; i++)
    {
      MerEvidence *found = g_ptr_array_index (evidence, i);

      g_hash_table_add (ids, &found->organization_id);
    }
  for (guint i = 0; i < registry->len; i++)
    {
      MerOrganization *organization = g_ptr_array_index (registry, i);

      if (g_hash_table_contains (ids, &organization->id))
        g_ptr_array_add (chosen, mer_organization_ref (organization));
    }
  return g_steal_pointer (&chosen);
}

/**
 * mer_items_under:
 * @items: (element-type MerCycleItem): a cycle's list
 * @methodology: rules
 *
 * The same list as the rules see it: an item of theirs stands where they have it now; one that
 * they have no more stands in no place, so that its marks do not count. Items that files added
 * stay where they are.
 *
 * Returns: (transfer full) (element-type MerCycleItem): in the same order
 */
GPtrArray *
mer_items_under (GPtrArray            *items,
                 const MerMethodology *methodology)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_cycle_item_free);

  for (guint i = 0; i < methodology->places->len; i++)
    {
      const MerPlace *place = g_ptr_array_index (methodology->places, i);

      for (guint j = 0; j < place->items->len; j++)
        g_hash_table_insert (places, ((MerItem *) g_ptr_array_index (place->items, j))->code,
                             place->code);
    }
  for (guint i = 0; i < items->len; i++)
    {
      const MerCycleItem *item = g_ptr_array_index (items, i);
      MerCycleItem       *added = g_new0 (MerCycleItem, 1);
      const char         *place = item->place;

      if (item->code != NULL)
        place = g_hash_table_lookup (places, item->code);
      added->id = item->id;
      added->place = g_strdup (place != NULL ? place : "");
      added->code = g_strdup (item->code);
      added->text = g_strdup (item->text);
      g_ptr_array_add (list, added);
    }
  return list;
}

static MerScoreTable *
score_cycle (MerDocument    *doc,
             const MerCycle *cycle,
             MerMethodology *methodology,
             GPtrArray      *registry,
             GPtrArray      *members,
             GError        **error)
{
  g_autoptr (GPtrArray) stored = mer_store_items (doc, cycle->id, error);
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GPtrArray) evidence = NULL;
  g_autoptr (GPtrArray) organizations = NULL;

  if (stored == NULL)
    return NULL;
  items = mer_items_under (stored, methodology);
  evidence = mer_store_evidence (doc, cycle->id, methodology, error);
  if (evidence == NULL)
    return NULL;
  organizations = organizations_of_cycle (registry, members, evidence);
  return mer_score_table_new (methodology, organizations, items, evidence);
}

/**
 * mer_score_cycle_by:
 * @doc: a document of the calling thread
 * @cycle: one of its cycles
 * @methodology: rules, perhaps not those that are in force
 * @error: return location
 *
 * Returns: (transfer full): the cycle's evidence scored by these rules
 */
MerScoreTable *
mer_score_cycle_by (MerDocument    *doc,
                    const MerCycle *cycle,
                    MerMethodology *methodology,
                    GError        **error)
{
  g_autoptr (GPtrArray) registry = mer_store_organizations (doc, error);
  g_autoptr (GPtrArray) members = NULL;

  members = registry != NULL ? mer_store_members (doc, cycle->id, error) : NULL;
  return members != NULL ? score_cycle (doc, cycle, methodology, registry, members, error) : NULL;
}

/* How far back a reading of the past goes. */
typedef struct
{
  MerResults   *self;
  MerDocument  *doc;
  GPtrArray    *registry;
  GPtrArray    *cycles;   /* of MerCycle, the newest last */
  GArray       *assessed; /* of MerAssessed; NULL: all years are read */
  int           decimals;
  GCancellable *cancellable;
} Past;

static guint
position_of (const Past *past)
{
  guint i = 0;

  while (i < past->cycles->len &&
         ((MerCycle *) past->cycles->pdata[i])->id != past->self->cycle->id)
    i++;
  return i;
}

/* Whether it can be the last assessment of an organization of the cycle. */
static gboolean
is_wanted (const Past     *past,
           const MerCycle *cycle)
{
  for (guint i = 0; i < past->assessed->len; i++)
    {
      const MerAssessed *found = &g_array_index (past->assessed, MerAssessed, i);
      const MerScoreRow *row = NULL;
      const MerPastYear *last = NULL;

      if (found->cycle_id != cycle->id ||
          mer_score_table_find (past->self->scores, found->organization_id) == NULL)
        continue;
      last = mer_score_past_find (past->self->past, found->organization_id, &row);
      if (last == NULL || !row->total.defined || last->cycle->year < cycle->year ||
          (last->cycle->year == cycle->year && last->cycle->id == 0))
        return TRUE;
    }
  return FALSE;
}

static gboolean
add_past_cycle (const Past *past,
                MerCycle   *cycle,
                GError    **error)
{
  g_autoptr (MerMethodology) methodology =
    load_methodology (past->doc, cycle, past->decimals, error);
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (MerScoreTable) scores = NULL;

  members = methodology != NULL ? mer_store_members (past->doc, cycle->id, error) : NULL;
  if (members == NULL)
    return FALSE;
  scores = score_cycle (past->doc, cycle, methodology, past->registry, members, error);
  if (scores == NULL)
    return FALSE;
  mer_score_past_add (past->self->past, cycle, scores);
  return TRUE;
}

/* The cycle before is always read: means are told against it. */
static gboolean
read_past (const Past *past,
           GError    **error)
{
  guint position = position_of (past);

  for (guint i = position; i > 0; i--)
    {
      MerCycle *cycle = past->cycles->pdata[i - 1];

      if (g_cancellable_set_error_if_cancelled (past->cancellable, error))
        return FALSE;
      if ((i == position || past->assessed == NULL || is_wanted (past, cycle)) &&
          !add_past_cycle (past, cycle, error))
        return FALSE;
    }
  if (position > 0)
    past->self->previous_cycle = mer_cycle_ref (past->cycles->pdata[position - 1]);
  return TRUE;
}

static gboolean
load_past (MerResults   *self,
           MerDocument  *doc,
           GPtrArray    *registry,
           int           decimals,
           gboolean      all_years,
           GCancellable *cancellable,
           GError      **error)
{
  g_autoptr (GPtrArray) cycles = mer_store_cycles (doc, error);
  g_autoptr (GArray) assessed = NULL;
  Past past = { self, doc, registry, cycles, NULL, decimals, cancellable };

  if (cycles == NULL)
    return FALSE;
  if (!all_years)
    {
      assessed = mer_store_assessed (doc, error);
      if (assessed == NULL)
        return FALSE;
      past.assessed = assessed;
    }
  self->past = mer_score_past_new ();
  return mer_earlier_results_load (doc, self->cycle, self->methodology, registry, self->past,
                                   error) &&
         read_past (&past, error);
}

/* The batches that count. */
static GPtrArray *
load_batches (MerDocument *doc,
              gint64       cycle_id,
              GError     **error)
{
  g_autoptr (GPtrArray) batches = mer_store_batches (doc, cycle_id, error);

  for (guint i = batches != NULL ? batches->len : 0; i > 0; i--)
    {
      MerBatch *batch = g_ptr_array_index (batches, i - 1);

      if (batch->removed)
        g_ptr_array_remove_index (batches, i - 1);
    }
  return g_steal_pointer (&batches);
}

/* What the choice of organizations goes by. */
static gboolean
load_rules (MerResults      *self,
            MerDocument     *doc,
            const GPtrArray *registry,
            GError         **error)
{
  g_autofree char *today = mer_today ();
  g_auto (MerSelectionRules) rules = { 0 };

  self->settings = mer_store_cycle_settings (doc, self->cycle->id, error);
  if (self->settings == NULL)
    return FALSE;
  mer_selection_rules_init (&rules, self->settings, self->cycle->year, today);
  self->sample = rules.sample;
  self->n_registry = mer_selection_count (&rules, registry);
  return TRUE;
}

/* (transfer full): the registry that the cycle was scored with. */
static GPtrArray *
load_cycle (MerResults  *self,
            MerDocument *doc,
            gint64       cycle_id,
            int          decimals,
            GError     **error)
{
  g_autoptr (GPtrArray) registry = NULL;

  self->cycle = mer_store_cycle (doc, cycle_id, error);
  if (self->cycle == NULL)
    return NULL;
  self->methodology = load_methodology (doc, self->cycle, decimals, error);
  if (self->methodology == NULL)
    return NULL;
  self->batches = load_batches (doc, self->cycle->id, error);
  self->members = self->batches != NULL ? mer_store_members (doc, self->cycle->id, error) : NULL;
  registry = self->members != NULL ? mer_store_organizations (doc, error) : NULL;
  if (registry == NULL || !load_rules (self, doc, registry, error))
    return NULL;
  self->scores = score_cycle (doc, self->cycle, self->methodology, registry, self->members, error);
  return self->scores != NULL ? g_steal_pointer (&registry) : NULL;
}

static MerResults *
load (MerDocument  *doc,
      gint64        cycle_id,
      int           decimals,
      gboolean      all_years,
      GCancellable *cancellable,
      GError      **error)
{
  g_autoptr (MerResults) self = g_atomic_rc_box_new0 (MerResults);
  g_autoptr (GPtrArray) registry = load_cycle (self, doc, cycle_id, decimals, error);

  if (registry == NULL ||
      !load_past (self, doc, registry, decimals, all_years, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * mer_results_load:
 * @doc: a document of the calling thread
 * @cycle_id: a cycle, 0: the latest
 * @decimals: %MER_RESULTS_AS_RULED, %MER_RESULTS_EXACT, or places to round to at each stage
 *
 * Returns: (transfer full): the results; %NULL and a %MER_STORE_ERROR when there is no such
 *   cycle or the document cannot be read
 */
MerResults *
mer_results_load (MerDocument *doc,
                  gint64       cycle_id,
                  int          decimals,
                  GError     **error)
{
  return load (doc, cycle_id, decimals, FALSE, NULL, error);
}

/**
 * mer_results_load_all_years:
 * @doc: a document of the calling thread
 * @cycle_id: a cycle, 0: the latest
 * @cancellable: (nullable): asked between two years
 * @error: return location
 *
 * As mer_results_load(), rounded as the methodology says, with all years before in `past`: for
 * what shows the history of any organization.
 *
 * Returns: (transfer full): the results; %NULL on error
 */
MerResults *
mer_results_load_all_years (MerDocument  *doc,
                            gint64        cycle_id,
                            GCancellable *cancellable,
                            GError      **error)
{
  return load (doc, cycle_id, MER_RESULTS_AS_RULED, TRUE, cancellable, error);
}

static const char *
keep_setting (MerDocument *doc,
              const char  *key,
              GPtrArray   *strings)
{
  char *value = mer_document_get_setting (doc, key);

  if (value != NULL)
    g_ptr_array_add (strings, value);
  return value;
}

/* Scores outlive changes of records. */
static void
let_go_of_records (MerResults  *self,
                   MerDocument *doc)
{
  self->revision = mer_document_get_revision (doc);
  g_clear_pointer (&self->records, mer_record_set_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
}

static void
add_records (MerResults     *self,
             MerDocument    *doc,
             MerReportInput *input)
{
  if (self->revision != mer_document_get_revision (doc))
    let_go_of_records (self, doc);
  if (self->records == NULL)
    self->records = mer_store_record_set (doc, self->cycle->id, NULL);
  if (self->registry == NULL)
    self->registry = mer_store_organization_snapshot (doc, NULL);
  if (self->findings == NULL)
    self->findings = mer_store_finding_snapshot (doc, self->cycle->id, NULL);
  input->records = self->records;
  input->registry = self->registry;
  input->findings = self->findings;
  input->settings = self->settings;
  input->members = self->members;
}

static void
add_preliminary (MerResults     *self,
                 MerDocument    *doc,
                 MerReportInput *input)
{
  if (self->preliminary == NULL)
    self->preliminary = mer_preliminary_load (doc, self, NULL);
  if (self->preliminary == NULL)
    return;
  input->differences = self->preliminary->differences;
  input->n_preliminary = self->preliminary->n_kept;
  input->preliminary_day = self->preliminary->day;
  input->preliminary_decision = self->preliminary->kept->decision;
}

/**
 * mer_results_report_input:
 * @self: (nullable): the results; %NULL for a document without any cycle
 * @doc: the document that they are of
 * @input: (out caller-allocates): filled; borrows from @self and @strings, its records and
 *   findings only until it is filled anew after a change: #MerReportSource keeps them
 * @strings: (element-type utf8): grows by the settings that were read
 */
void
mer_results_report_input (MerResults     *self,
                          MerDocument    *doc,
                          MerReportInput *input,
                          GPtrArray      *strings)
{
  *input = (MerReportInput){ 0 };
  input->language = mer_document_get_language (doc);
  input->title = keep_setting (doc, "title", strings);
  input->territory = keep_setting (doc, "territory", strings);
  input->department = keep_setting (doc, "department", strings);
  input->signatory_post = keep_setting (doc, "signatory.post", strings);
  input->signatory_name = keep_setting (doc, "signatory.name", strings);
  input->annex = keep_setting (doc, "annex", strings);
  if (self == NULL)
    return;
  input->cycle = self->cycle;
  input->scores = self->scores;
  input->past = self->past;
  input->n_registry = self->n_registry;
  if (self->profile == NULL)
    self->profile = mer_store_profile (doc, self->cycle->id, NULL);
  input->profile = self->profile;
  if (self->objections == NULL)
    self->objections = mer_store_objections (doc, self->cycle->id, 0, NULL);
  input->objections = self->objections;
  input->batches = self->batches;
  input->methodology = self->methodology;
  add_records (self, doc, input);
  add_preliminary (self, doc, input);
}

/**
 * mer_results_find_organization:
 * @self: the results
 * @doc: the document that they are of, for the spellings that its files used
 * @name: what a user typed: name, full name, spelling of a file, INN or id
 *
 * Returns: (nullable): the row, owned by the results
 */
const MerScoreRow *
mer_results_find_organization (MerResults  *self,
                               MerDocument *doc,
                               const char  *name)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autoptr (GPtrArray) found = NULL;

  for (guint i = 0; i < self->scores->n_rows; i++)
    g_ptr_array_add (all, (gpointer) (guintptr) self->scores->rows[i].organization);
  found = mer_find_organizations (doc, all, name, NULL);
  if (found == NULL || found->len == 0)
    return NULL;
  return mer_score_table_find (self->scores, ((MerOrganization *) found->pdata[0])->id);
}
