/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the choice of organizations goes by in the invented district: assessments before the
 * document, the schedule, windows of collection, pilots. */

#include "config.h"

#include "app/mer-cycle-facts.h"
#include "app/mer-demo-private.h"
#include "app/mer-schedule.h"
#include "store/mer-record-store.h"
#include "store/mer-registry-store.h"

/* Every third year, by the edition of 160 points. */
static const int earlier_years[] = { 2015, 2018 };

static gboolean
add_earlier (MerDocument           *doc,
             const MerOrganization *organization,
             guint                  which,
             GError               **error)
{
  g_autoptr (MerEarlier) earlier = mer_record_new (&mer_record_earlier, 0);
  /* tenths of a point, spread without a pattern that shows */
  guint tenths = 950 + (guint) ((organization->id * 389 + (gint64) which * 211) % 470);

  earlier->organization = organization->id;
  earlier->year = earlier_years[which];
  earlier->total = g_strdup_printf ("%u.%u", tenths / 10, tenths % 10);
  earlier->most = g_strdup ("160");
  earlier->source = g_strdup_printf ("Сводный отчёт за %d год", earlier_years[which]);
  return mer_store_save_record (doc, earlier, error);
}

gboolean
mer_demo_enter_earlier (MerDocument *doc,
                        GError     **error)
{
  g_autoptr (GPtrArray) organizations = mer_store_organizations (doc, error);

  for (guint i = 0; organizations != NULL && i < organizations->len; i++)
    for (guint k = 0; k < G_N_ELEMENTS (earlier_years); k++)
      if (!add_earlier (doc, organizations->pdata[i], k, error))
        return FALSE;
  return organizations != NULL;
}

static gboolean
add_windows (MerDocument *doc,
             gint64       cycle_id,
             int          year,
             GError     **error)
{
  static const struct
  {
    MerOrganizationKind kind;
    const char         *months;
  } windows[] = {
    { MER_ORGANIZATION_PRESCHOOL, "сентябрь" },
    { MER_ORGANIZATION_GENERAL, "сентябрь–октябрь" },
    { MER_ORGANIZATION_ADDITIONAL, "октябрь" },
    { MER_ORGANIZATION_VOCATIONAL, "октябрь" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    {
      g_autoptr (MerWindowOfKind) window = mer_record_new (&mer_record_window, cycle_id);

      window->organization_kind = 1 + (int) windows[i].kind;
      window->deadline = g_strdup_printf ("%s %d г.", windows[i].months, year);
      if (!mer_store_save_record (doc, window, error))
        return FALSE;
    }
  return TRUE;
}

/* The first of each kind that was chosen tries the procedure. */
static gboolean
mark_pilots (MerDocument         *doc,
             const MerCycleFacts *facts,
             GError             **error)
{
  gboolean has[MER_N_ORGANIZATION_KINDS] = { FALSE };

  for (guint i = 0; i < facts->selection->rows->len; i++)
    {
      const MerSelectionRow *row = &g_array_index (facts->selection->rows, MerSelectionRow, i);
      MerCycleMember         pilot = { .organization_id = row->organization->id,
                                       .recipients = -1,
                                       .selected = TRUE,
                                       .pilot = TRUE };
      g_autofree char       *ground = g_strdup ("апробация порядка, решение Общественного совета");

      if (!row->selected || has[row->organization->kind])
        continue;
      has[row->organization->kind] = TRUE;
      pilot.ground = ground;
      if (!mer_store_save_choice (doc, facts->cycle->id, &pilot, error))
        return FALSE;
    }
  return TRUE;
}

/* Whoever is chosen now, and again when three years are over. */
static gboolean
add_turns (MerDocument         *doc,
           const MerCycleFacts *facts,
           GError             **error)
{
  for (guint i = 0; i < facts->selection->rows->len; i++)
    {
      const MerSelectionRow *row = &g_array_index (facts->selection->rows, MerSelectionRow, i);
      int                    year = facts->cycle->year;

      if (row->selected &&
          (!mer_schedule_set (doc, row->organization->id, year, TRUE, error) ||
           !mer_schedule_set (doc, row->organization->id, year + 3, TRUE, error)))
        return FALSE;
    }
  return TRUE;
}

gboolean
mer_demo_enter_selection (MerDocument *doc,
                          guint        cycle,
                          gint64       cycle_id,
                          GError     **error)
{
  g_autoptr (MerCycleFacts) facts = mer_cycle_facts_load (doc, cycle_id, error);

  if (facts == NULL || !add_windows (doc, cycle_id, mer_demo_cycles[cycle].year, error))
    return FALSE;
  if (cycle != MER_DEMO_LATEST)
    return mark_pilots (doc, facts, error);
  return add_turns (doc, facts, error);
}
