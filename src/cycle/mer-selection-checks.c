/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the rules of selection say of a choice. */

#include "config.h"

#include <string.h>

#include "core/mer-day.h"
#include "core/mer-spoken.h"
#include "cycle/mer-selection-rules.h"

static void
add (GPtrArray      *notes,
     const char     *rule,
     MerRuleSeverity severity,
     char           *text,
     const char     *kind,
     gint64          id)
{
  g_ptr_array_add (notes, mer_rule_note_new (rule, severity, "organizations", kind, id, text));
}

static void
check_share (const MerSelection *self,
             GPtrArray          *notes)
{
  g_autofree char *share = mer_selection_share_words (self);
  g_autofree char *day = mer_day_to_words (self->rules.day);
  guint            missing = mer_selection_required (self) - self->chosen;

  if (self->total == 0 || mer_selection_is_enough (self))
    return;
  add (
    notes, "selection.share", MER_RULE_WARNING,
    g_strdup_printf (ngettext ("Chosen on %s: %s, less than %d %%. %u organization is missing.",
                               "Chosen on %s: %s, less than %d %%. %u organizations are missing.",
                               missing),
                     day, share, self->rules.share, missing),
    "cycle", self->cycle_id);
}

/* --- one organization ------------------------------------------------------------------------ */

static void
check_too_often (const MerSelection    *self,
                 const MerSelectionRow *row,
                 GPtrArray             *notes)
{
  if (!row->selected || row->due != MER_DUE_EARLY)
    return;
  add (
    notes, "selection.interval-least", MER_RULE_WARNING,
    g_strdup_printf (
      ngettext ("“%s” was assessed in %d: it may be again not more often than once in %d year.",
                "“%s” was assessed in %d: it may be again not more often than once in %d years.",
                (unsigned long) self->rules.interval),
      row->organization->name, row->last, self->rules.interval),
    "organization", row->organization->id);
}

static void
check_too_seldom (const MerSelection    *self,
                  const MerSelectionRow *row,
                  GPtrArray             *notes)
{
  if (row->selected || !row->counts || (row->due != MER_DUE_NOW && row->due != MER_DUE_MISSED))
    return;
  add (
    notes, "selection.interval-most", MER_RULE_WARNING,
    g_strdup_printf (
      ngettext ("“%s” is not chosen and was last assessed in %d: at least once in %d year.",
                "“%s” is not chosen and was last assessed in %d: at least once in %d years.",
                (unsigned long) self->rules.interval_most),
      row->organization->name, row->last, self->rules.interval_most),
    "organization", row->organization->id);
}

/* A schedule that begins later says nothing of this year. */
static gboolean
is_scheduled_year (const MerSelection *self)
{
  for (guint i = 0; i < self->scheduled->len; i++)
    if (((const MerScheduled *) self->scheduled->pdata[i])->year == self->year)
      return TRUE;
  return FALSE;
}

static void
check_schedule (const MerSelection    *self,
                const MerSelectionRow *row,
                GPtrArray             *notes)
{
  char *sentence = NULL;

  if (row->scheduled == 0 || !row->counts || row->selected == (row->scheduled == self->year))
    return;
  sentence = row->selected
    ? g_strdup_printf (_("“%s” is chosen, but the schedule has it in %d."),
                          row->organization->name, row->scheduled)
    : g_strdup_printf (_("“%s” is in the schedule of %d, but not chosen."),
                          row->organization->name, row->scheduled);
  add (notes, "selection.schedule", MER_RULE_NOTE, sentence, "organization",
       row->organization->id);
}

static void
check_working (const MerSelection    *self,
               const MerSelectionRow *row,
               GPtrArray             *notes)
{
  const MerOrganization *gone = row->organization;
  const MerSelectionRow *successor = NULL;
  char                  *sentence = NULL;

  if (!row->selected || mer_organization_works_on (gone, self->rules.day))
    return;
  successor = gone->successor_id != 0 ? mer_selection_find (self, gone->successor_id) : NULL;
  if (successor != NULL)
    sentence = g_strdup_printf (_("“%s” is chosen, but does not work any more; “%s” goes on with "
                                  "its work."),
                                   gone->name, successor->organization->name);
  else
    sentence = g_strdup_printf (_("“%s” is chosen, but does not work any more."), gone->name);
  add (notes, "selection.closed", MER_RULE_WARNING, sentence, "organization", gone->id);
}

/* --- all of them ----------------------------------------------------------------------------- */

static void
check_next_year (const MerSelection *self,
                 GPtrArray          *notes)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const MerSelectionRow *row = &g_array_index (self->rows, MerSelectionRow, i);

      n += row->counts && !row->selected && row->due == MER_DUE_NEXT ? 1 : 0;
    }
  if (n > 0)
    add (notes, "selection.due-next", MER_RULE_NOTE,
         g_strdup_printf (ngettext ("%u organization is due next year, in %d.",
                                    "%u organizations are due next year, in %d.", n),
                          n, self->year + 1),
         "cycle", self->cycle_id);
}

static void
check_recipients (const MerSelection *self,
                  GPtrArray          *notes)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const MerSelectionRow *row = &g_array_index (self->rows, MerSelectionRow, i);

      n += row->selected && row->member->recipients < 0 ? 1 : 0;
    }
  if (n > 0)
    add (
      notes, "selection.recipients", MER_RULE_NOTE,
      g_strdup_printf (
        ngettext ("Of %u chosen organization it is not known how many recipients it has.",
                  "Of %u chosen organizations it is not known how many recipients they have.", n),
        n),
      "cycle", self->cycle_id);
}

static const char *
kind_words (MerOrganizationKind kind)
{
  static const char *const words[MER_N_ORGANIZATION_KINDS] = {
    N_("Preschool"), N_("General"), N_("Additional"), N_("Vocational"), N_("Other"),
    };

  return _(words[kind]);
}

static void
check_kind (const MerSelection *self,
            MerOrganizationKind kind,
            GPtrArray          *notes)
{
  g_auto (MerRational) share = MER_RATIONAL_ZERO;
  g_autofree char *per_cent = NULL;
  guint            total = 0;
  guint            chosen = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const MerSelectionRow *row = &g_array_index (self->rows, MerSelectionRow, i);

      if (!row->counts || row->organization->kind != kind)
        continue;
      total++;
      chosen += row->selected ? 1 : 0;
    }
  if (chosen * 100 >= total * (guint) self->rules.share)
    return;
  share = mer_rational_new ((gint64) chosen * 100, total);
  per_cent = mer_format_rational (mer_spoken_language (), &share, 1);
  add (notes, "selection.kind", MER_RULE_NOTE,
       /* Translators: kind of organizations, chosen, of how many, per cent, the rule */
       g_strdup_printf (_("%s: chosen %u of %u, %s %%; of all kinds %d %% are asked for."),
                           kind_words (kind), chosen, total, per_cent,
                           self->rules.share),
                        "cycle", self->cycle_id);
}

GPtrArray *
mer_selection_checks (const MerSelection *self)
{
  GPtrArray *notes = mer_rule_notes_new ();
  gboolean   by_schedule = is_scheduled_year (self);

  check_share (self, notes);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const MerSelectionRow *row = &g_array_index (self->rows, MerSelectionRow, i);

      check_working (self, row, notes);
      check_too_often (self, row, notes);
      check_too_seldom (self, row, notes);
      if (by_schedule)
        check_schedule (self, row, notes);
    }
  check_next_year (self, notes);
  for (guint i = 0; self->chosen > 0 && i < MER_N_ORGANIZATION_KINDS; i++)
    check_kind (self, (MerOrganizationKind) i, notes);
  check_recipients (self, notes);
  return notes;
}
