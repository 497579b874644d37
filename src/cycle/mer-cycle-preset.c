/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the four systems set up a cycle. What they share with the defaults is not said again. */

#include "config.h"

#include "cycle/mer-cycle-preset.h"

#include "core/mer-organization.h"
#include "cycle/mer-cycle-settings.h"

#define IMPROVEMENT "план мероприятий по улучшению качества работы"

/* clang-format off */
static const struct
{
  const char *preset;
  const char *key;
  const char *value;
} settings[] = {
  /* 2013: nobody asked for a share yet, a few organizations tried the procedure */
  { "a", MER_SETTING_PROCEDURE, "НСОКО" },
  { "a", MER_SETTING_PLAN_NAME, IMPROVEMENT },
  { "a", MER_SETTING_LAW, "2013" },
  { "a", MER_SETTING_SHARE, "0" },
  { "a", MER_SETTING_PLAN_ROUTE, "council-department" },
  { "b", MER_SETTING_PROCEDURE, "НОКО" },
  { "b", MER_SETTING_PLAN_NAME, IMPROVEMENT },
  { "b", MER_SETTING_LAW, "2014" },
  { "b", MER_SETTING_PLAN_AUTHOR, "department" },
  { "b", MER_SETTING_PLAN_ROUTE, "council-department" },
  { "c", MER_SETTING_PROCEDURE, "НОКО" },
  { "c", MER_SETTING_LAW, "2018" },
  { "c", MER_SETTING_SHARE, "33" },
  { "c", MER_SETTING_PLAN_DAYS, "10" },
  { "d", MER_SETTING_PROCEDURE, "НОК УООД" },
  { "d", MER_SETTING_PLAN_NAME, IMPROVEMENT },
  { "d", MER_SETTING_LAW, "2014" },
  { "d", MER_SETTING_INTERVAL, "1" },
  { "d", MER_SETTING_INTERVAL_MOST, "3" },
  { "d", MER_SETTING_PLAN_AUTHOR, "department" },
};

/* Years of the work plan, from the cycle's. */
static const struct
{
  const char *preset;
  int         last;
} years[] = { { "a", 2 }, { "b", 0 }, { "c", 1 }, { "d", 0 } };

static const struct
{
  const char         *preset;
  MerOrganizationKind kind;
  const char         *months;
} windows[] = {
  { "b", MER_ORGANIZATION_PRESCHOOL, "февраль–апрель" },
  { "b", MER_ORGANIZATION_GENERAL, "март–май" },
  { "b", MER_ORGANIZATION_ADDITIONAL, "апрель–май" },
};
/* clang-format on */

gboolean
mer_cycle_preset_exists (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    if (g_strcmp0 (years[i].preset, id) == 0)
      return TRUE;
  return FALSE;
}

static void
put (GHashTable *set,
     const char *key,
     char       *value)
{
  g_hash_table_replace (set, g_strdup (key), value);
}

GHashTable *
mer_cycle_preset_settings (const char *id,
                           int         year)
{
  GHashTable *set = NULL;

  if (!mer_cycle_preset_exists (id))
    return NULL;
  set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  put (set, MER_SETTING_PRESET, g_strdup (id));
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    if (g_str_equal (settings[i].preset, id))
      put (set, settings[i].key, g_strdup (settings[i].value));
  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      if (!g_str_equal (years[i].preset, id))
        continue;
      put (set, MER_SETTING_FIRST_YEAR, g_strdup_printf ("%d", year));
      put (set, MER_SETTING_LAST_YEAR, g_strdup_printf ("%d", year + years[i].last));
    }
  return set;
}

GPtrArray *
mer_cycle_preset_windows (const char *id,
                          int         year,
                          gint64      cycle_id)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (mer_record_free);

  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    {
      MerWindowOfKind *window = NULL;

      if (g_strcmp0 (windows[i].preset, id) != 0)
        continue;
      window = mer_record_new (&mer_record_window, cycle_id);
      window->organization_kind = 1 + (int) windows[i].kind;
      window->deadline = g_strdup_printf ("%s %d г.", windows[i].months, year);
      g_ptr_array_add (list, window);
    }
  return list;
}
