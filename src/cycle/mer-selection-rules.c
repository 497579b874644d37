/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who is assessed in a cycle: the share, the interval, and whom to propose. The year of an
 * assessment is what counts, not its day: that is how procedures have it. */

#include "config.h"

#include "cycle/mer-selection-rules.h"

#include <string.h>

#include "core/mer-spoken.h"
#include "cycle/mer-cycle-settings.h"

/* --- the numbers ---------------------------------------------------------------------------- */

static char *
count_day (GHashTable *set,
           int         year,
           const char *today)
{
  const char      *day = mer_cycle_settings_get (set, MER_SETTING_SHARE_DAY);
  g_autofree char *last = g_strdup_printf ("%04d-12-31", year);

  if (*day != '\0')
    return g_strdup (day);
  return g_strdup (strcmp (today, last) > 0 ? last : today);
}

void
mer_selection_rules_init (MerSelectionRules *self,
                          GHashTable        *set,
                          int                year,
                          const char        *today)
{
  self->share = (int) mer_cycle_settings_get_number (set, MER_SETTING_SHARE);
  self->branches = g_str_equal (mer_cycle_settings_get (set, MER_SETTING_BRANCHES), "yes");
  self->day = count_day (set, year, today);
  self->interval = (int) mer_cycle_settings_get_number (set, MER_SETTING_INTERVAL);
  self->interval_most = (int) mer_cycle_settings_get_number (set, MER_SETTING_INTERVAL_MOST);
  self->sample.percent = (guint) mer_cycle_settings_get_number (set, MER_SETTING_SAMPLE);
  self->sample.most = (guint) mer_cycle_settings_get_number (set, MER_SETTING_SAMPLE_MOST);
}

void
mer_selection_rules_clear (MerSelectionRules *self)
{
  g_clear_pointer (&self->day, g_free);
}

/* --- when it is an organization's turn ------------------------------------------------------ */

/* clang-format off */
static const struct
{
  const char *code;
  const char *words;
} dues[MER_N_DUES] = {
  { "never", N_("not assessed yet") },
  { "early", N_("too early") },
  { "free", N_("may be assessed") },
  { "next", N_("due next year") },
  { "now", N_("must be assessed this year") },
  { "missed", N_("its turn was missed") },
};
/* clang-format on */

const char *
mer_due_to_code (MerDue due)
{
  g_return_val_if_fail ((guint) due < MER_N_DUES, "");
  return dues[due].code;
}

const char *
mer_due_to_words (MerDue due)
{
  g_return_val_if_fail ((guint) due < MER_N_DUES, "");
  return _(dues[due].words);
}

const char *
mer_due_to_printed (MerDue      due,
                    MerLanguage language)
{
  g_return_val_if_fail ((guint) due < MER_N_DUES, "");
  return mer_tr (language, dues[due].words);
}

MerDue
mer_due_of (int                      last,
            int                      year,
            const MerSelectionRules *rules)
{
  if (last == 0)
    return MER_DUE_NEVER;
  if (year - last < rules->interval)
    return MER_DUE_EARLY;
  if (year - last > rules->interval_most)
    return MER_DUE_MISSED;
  if (year - last == rules->interval_most)
    return MER_DUE_NOW;
  return year - last == rules->interval_most - 1 ? MER_DUE_NEXT : MER_DUE_FREE;
}

/* --- the registry as the choice sees it ----------------------------------------------------- */

gboolean
mer_organization_works_on (const MerOrganization *organization,
                           const char            *day)
{
  return organization->state == MER_ORGANIZATION_WORKING ||
         (organization->state_day != NULL && strcmp (day, organization->state_day) < 0);
}

gboolean
mer_selection_counts (const MerSelectionRules *rules,
                      const MerOrganization   *organization)
{
  return mer_organization_works_on (organization, rules->day) &&
         (rules->branches || organization->parent_id == 0);
}

guint
mer_selection_count (const MerSelectionRules *rules,
                     const GPtrArray         *organizations)
{
  guint n = 0;

  for (guint i = 0; i < organizations->len; i++)
    n += mer_selection_counts (rules, organizations->pdata[i]) ? 1 : 0;
  return n;
}

/* Another cycle of the same year counts; this one does not, nor what comes after it. */
static GHashTable *
last_years (const GArray   *assessed,
            const MerCycle *cycle)
{
  GHashTable *last = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < assessed->len; i++)
    {
      const MerAssessed *found = &g_array_index (assessed, MerAssessed, i);
      gpointer           there = g_hash_table_lookup (last, &found->organization_id);
      int                known = GPOINTER_TO_INT (there);

      if (found->year > cycle->year || found->year <= known ||
          (found->cycle_id != 0 && found->cycle_id == cycle->id))
        continue;
      g_hash_table_replace (last, g_memdup2 (&found->organization_id, sizeof (gint64)),
                            GINT_TO_POINTER (found->year));
    }
  return last;
}

static GHashTable *
scheduled_years (const GPtrArray *scheduled,
                 int              year)
{
  GHashTable *years = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < scheduled->len; i++)
    {
      MerScheduled *line = scheduled->pdata[i];
      int           known = GPOINTER_TO_INT (g_hash_table_lookup (years, &line->organization));

      if (line->year >= year && (known == 0 || line->year < known))
        g_hash_table_replace (years, &line->organization, GINT_TO_POINTER ((int) line->year));
    }
  return years;
}

static GHashTable *
members_by_id (const GPtrArray *members)
{
  GHashTable *by_id = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < members->len; i++)
    {
      MerCycleMember *member = members->pdata[i];

      g_hash_table_insert (by_id, &member->organization_id, member);
    }
  return by_id;
}

static void
add_row (MerSelection    *self,
         MerOrganization *organization,
         GHashTable      *members,
         GHashTable      *last,
         GHashTable      *scheduled)
{
  MerSelectionRow row = { 0 };

  row.organization = organization;
  row.member = g_hash_table_lookup (members, &organization->id);
  row.selected = row.member != NULL && row.member->selected;
  row.counts = mer_selection_counts (&self->rules, organization);
  row.last = GPOINTER_TO_INT (g_hash_table_lookup (last, &organization->id));
  row.scheduled = GPOINTER_TO_INT (g_hash_table_lookup (scheduled, &organization->id));
  row.due = mer_due_of (row.last, self->year, &self->rules);
  self->total += row.counts ? 1 : 0;
  self->chosen += row.counts && row.selected ? 1 : 0;
  g_array_append_val (self->rows, row);
}

MerSelection *
mer_selection_new (const MerCycle          *cycle,
                   GPtrArray               *organizations,
                   GPtrArray               *members,
                   const GArray            *assessed,
                   GPtrArray               *scheduled,
                   const MerSelectionRules *rules)
{
  g_autoptr (GHashTable) last = last_years (assessed, cycle);
  g_autoptr (GHashTable) years = scheduled_years (scheduled, cycle->year);
  g_autoptr (GHashTable) by_id = members_by_id (members);
  MerSelection *self = g_new0 (MerSelection, 1);

  self->rules = *rules;
  self->rules.day = g_strdup (rules->day);
  self->year = cycle->year;
  self->cycle_id = cycle->id;
  self->rows = g_array_new (FALSE, FALSE, sizeof (MerSelectionRow));
  self->organizations = g_ptr_array_ref (organizations);
  self->members = g_ptr_array_ref (members);
  self->scheduled = g_ptr_array_ref (scheduled);
  for (guint i = 0; i < organizations->len; i++)
    add_row (self, organizations->pdata[i], by_id, last, years);
  return self;
}

void
mer_selection_free (MerSelection *self)
{
  if (self == NULL)
    return;
  mer_selection_rules_clear (&self->rules);
  g_array_unref (self->rows);
  g_ptr_array_unref (self->organizations);
  g_ptr_array_unref (self->members);
  g_ptr_array_unref (self->scheduled);
  g_free (self);
}

const MerSelectionRow *
mer_selection_find (const MerSelection *self,
                    gint64              organization_id)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const MerSelectionRow *row = &g_array_index (self->rows, MerSelectionRow, i);

      if (row->organization->id == organization_id)
        return row;
    }
  return NULL;
}

/* --- the share ------------------------------------------------------------------------------ */

guint
mer_selection_required (const MerSelection *self)
{
  return (self->total * (guint) self->rules.share + 99) / 100;
}

gboolean
mer_selection_is_enough (const MerSelection *self)
{
  return self->chosen * 100 >= self->total * (guint) self->rules.share;
}

char *
mer_selection_share_words (const MerSelection *self)
{
  g_auto (MerRational) share =
    mer_rational_new ((gint64) self->chosen * 100, self->total > 0 ? self->total : 1);
  g_autofree char *per_cent = mer_format_rational (mer_spoken_language (), &share, 1);

  /* Translators: how many are chosen, of how many, and the share: «16 из 48, 33,3 %» */
  return g_strdup_printf (_("%u of %u, %s %%"), self->chosen, self->total, per_cent);
}

gint64
mer_selection_sample (const MerSelection    *self,
                      const MerSelectionRow *row)
{
  return mer_sample_rule_required (&self->rules.sample,
                                   row->member != NULL ? row->member->recipients : -1);
}

/* --- whom to propose ------------------------------------------------------------------------ */

/* clang-format off */
static const struct
{
  const char *code;
  const char *words;
} reasons[] = {
  { "scheduled", N_("by the schedule") },
  { "missed", N_("its turn was missed") },
  { "now", N_("must be assessed this year") },
  { "never", N_("not assessed yet") },
  { "share", N_("waits longest") },
};
/* clang-format on */

const char *
mer_proposed_reason_to_code (MerProposedReason reason)
{
  return reasons[reason].code;
}

const char *
mer_proposed_reason_to_printed (MerProposedReason reason,
                                MerLanguage       language)
{
  return mer_tr (language, reasons[reason].words);
}

const char *
mer_proposed_reason_to_words (MerProposedReason reason)
{
  return _(reasons[reason].words);
}

static gboolean
may_be_proposed (const MerSelectionRow *row)
{
  return row->counts && !row->selected && row->due != MER_DUE_EARLY;
}

/* Those whose turn it is whatever the share. */
static gboolean
must_be (const MerSelection    *self,
         const MerSelectionRow *row,
         MerProposedReason     *reason)
{
  if (row->due == MER_DUE_MISSED)
    *reason = MER_PROPOSED_MISSED;
  else if (row->due == MER_DUE_NOW)
    *reason = MER_PROPOSED_NOW;
  else if (row->scheduled == self->year)
    *reason = MER_PROPOSED_SCHEDULED;
  else
    return FALSE;
  return TRUE;
}

typedef struct
{
  guint taken[MER_N_ORGANIZATION_KINDS];
  guint total[MER_N_ORGANIZATION_KINDS];
} Kinds;

static void
count_kinds (const MerSelection *self,
             Kinds              *kinds)
{
  memset (kinds, 0, sizeof *kinds);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const MerSelectionRow *row = &g_array_index (self->rows, MerSelectionRow, i);

      kinds->total[row->organization->kind] += row->counts ? 1 : 0;
      kinds->taken[row->organization->kind] += row->counts && row->selected ? 1 : 0;
    }
}

/* Who waits longer; then of whose kind fewer are taken. */
static gboolean
goes_before (const Kinds           *kinds,
             const MerSelectionRow *a,
             const MerSelectionRow *b)
{
  MerOrganizationKind one = a->organization->kind;
  MerOrganizationKind other = b->organization->kind;

  if (a->last != b->last)
    return a->last < b->last;
  return kinds->taken[one] * kinds->total[other] < kinds->taken[other] * kinds->total[one];
}

static void
add_proposed (GArray                *list,
              Kinds                 *kinds,
              gboolean              *done,
              const MerSelectionRow *row,
              MerProposedReason      reason)
{
  MerProposed proposed = { row, reason };

  g_array_append_val (list, proposed);
  *done = TRUE;
  kinds->taken[row->organization->kind]++;
}

static const MerSelectionRow *
next_in_turn (const MerSelection *self,
              const Kinds        *kinds,
              const gboolean     *done)
{
  const MerSelectionRow *best = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const MerSelectionRow *row = &g_array_index (self->rows, MerSelectionRow, i);

      if (may_be_proposed (row) && !done[i] &&
          (best == NULL || goes_before (kinds, row, best)))
        best = row;
    }
  return best;
}

GArray *
mer_selection_propose (const MerSelection *self)
{
  g_autofree gboolean   *done = g_new0 (gboolean, self->rows->len + 1);
  GArray                *list = g_array_new (FALSE, FALSE, sizeof (MerProposed));
  const MerSelectionRow *rows = (const MerSelectionRow *) (gconstpointer) self->rows->data;
  MerProposedReason      reason = MER_PROPOSED_SHARE;
  Kinds                  kinds;

  count_kinds (self, &kinds);
  for (guint i = 0; i < self->rows->len; i++)
    if (may_be_proposed (&rows[i]) && must_be (self, &rows[i], &reason))
      add_proposed (list, &kinds, &done[i], &rows[i], reason);
  while (self->chosen + list->len < mer_selection_required (self))
    {
      const MerSelectionRow *row = next_in_turn (self, &kinds, done);

      if (row == NULL)
        break;
      add_proposed (list, &kinds, &done[row - rows], row,
                    row->last == 0 ? MER_PROPOSED_NEVER : MER_PROPOSED_SHARE);
    }
  return list;
}
