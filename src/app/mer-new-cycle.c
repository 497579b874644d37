/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A new cycle: empty, from another one, from a preset. */

#include "config.h"

#include "app/mer-new-cycle.h"

#include <glib/gi18n.h>

#include "app/mer-work-plan.h"
#include "cycle/mer-cycle-preset.h"
#include "cycle/mer-cycle-settings.h"
#include "cycle/mer-work-plan.h"
#include "cycle/mer-work-preset.h"
#include "store/mer-record-store.h"
#include "store/mer-registry-store.h"

gboolean
mer_new_cycle_choice_from_code (const char        *code,
                                MerNewCycleChoice *out)
{
  static const char *const codes[] = { "nobody", "all", "same", "proposed" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_strcmp0 (codes[i], code) == 0)
      {
        *out = (MerNewCycleChoice) i;
        return TRUE;
      }
  return FALSE;
}

/* --- deadlines ------------------------------------------------------------------------------- */

static gboolean
move_year_cb (const GMatchInfo *match,
              GString          *result,
              gpointer          data)
{
  g_autofree char *year = g_match_info_fetch (match, 0);

  g_string_append_printf (result, "%d",
                          (int) g_ascii_strtoll (year, NULL, 10) + *(const int *) data);
  return FALSE;
}

char *
mer_move_years (const char *text,
                int         years)
{
  g_autoptr (GRegex) regex =
    g_regex_new ("(?<![0-9])(199[0-9]|20[0-9][0-9]|2100)(?![0-9])", G_REGEX_DEFAULT,
                 G_REGEX_MATCH_DEFAULT, NULL);
  char *moved = NULL;

  if (text == NULL || years == 0)
    return g_strdup (text);
  moved = g_regex_replace_eval (regex, text, -1, 0, G_REGEX_MATCH_DEFAULT, move_year_cb, &years,
                                NULL);
  return moved != NULL ? moved : g_strdup (text);
}

static void
take_moved (char **text,
            int    years)
{
  char *moved = mer_move_years (*text, years);

  g_free (*text);
  *text = moved;
}

/* --- from another cycle ---------------------------------------------------------------------- */

/* What belongs to the other cycle alone. */
static gboolean
stays_behind (const char *key)
{
  return g_str_equal (key, MER_SETTING_STAGE) || g_str_equal (key, MER_SETTING_CLOSED) ||
         g_str_equal (key, MER_SETTING_SHARE_DAY);
}

static gboolean
copy_settings (MerDocument *doc,
               gint64       from_id,
               MerCycle    *to,
               int          years,
               GError     **error)
{
  g_autoptr (GHashTable) set = mer_store_cycle_settings (doc, from_id, error);
  GHashTableIter iter;
  gpointer       key, value;

  if (set == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      gboolean is_year = g_str_equal (key, MER_SETTING_FIRST_YEAR) ||
                         g_str_equal (key, MER_SETTING_LAST_YEAR);
      g_autofree char *moved = is_year ? mer_move_years (value, years) : g_strdup (value);

      if (!stays_behind (key) && !mer_store_set_cycle_setting (doc, to->id, key, moved, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
copy_windows (MerDocument *doc,
              gint64       from_id,
              MerCycle    *to,
              int          years,
              GError     **error)
{
  g_autoptr (GPtrArray) list = mer_store_records (doc, &mer_record_window, from_id, error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      MerWindowOfKind *window = list->pdata[i];

      window->record.id = 0;
      window->record.cycle_id = to->id;
      take_moved (&window->deadline, years);
      if (!mer_store_save_record (doc, window, error))
        return FALSE;
    }
  return list != NULL;
}

/* Ids of lines of the other plan → those of the new one. */
static void
remember (GHashTable *ids,
          gint64      old_id,
          gint64      new_id)
{
  g_hash_table_insert (ids, g_memdup2 (&old_id, sizeof old_id), g_memdup2 (&new_id, sizeof new_id));
}

static gint64
new_id_of (GHashTable *ids,
           gint64      old_id)
{
  const gint64 *id = g_hash_table_lookup (ids, &old_id);

  return id != NULL ? *id : 0;
}

static gboolean
copy_item (MerDocument *doc,
           MerWorkItem *item,
           MerCycle    *to,
           int          years,
           GHashTable  *ids,
           GError     **error)
{
  gint64 old_id = item->record.id;

  item->record.id = 0;
  item->record.cycle_id = to->id;
  item->parent = new_id_of (ids, item->parent);
  take_moved (&item->deadline, years);
  take_moved (&item->what, years);
  g_clear_pointer (&item->done_on, g_free);
  g_clear_pointer (&item->evidence, g_free);
  if (!mer_store_save_record (doc, item, error))
    return FALSE;
  remember (ids, old_id, item->record.id);
  return TRUE;
}

/* Sections, then items, then steps: what holds a line is there before it. */
static gboolean
copy_level (MerDocument     *doc,
            const GPtrArray *list,
            MerWorkLevel     level,
            MerCycle        *to,
            int              years,
            GHashTable      *ids,
            GError         **error)
{
  for (guint i = 0; i < list->len; i++)
    {
      MerWorkItem *item = list->pdata[i];

      if (item->record.cycle_id != to->id && item->level == (int) level &&
          !copy_item (doc, item, to, years, ids, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
copy_deadline_links (MerDocument *doc,
                     gint64       from_id,
                     MerCycle    *to,
                     GHashTable  *ids,
                     GError     **error)
{
  g_autoptr (GPtrArray) links = mer_store_records (doc, &mer_record_link, from_id, error);

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      MerLink *link = links->pdata[i];

      if (link->role != MER_LINK_DEADLINE ||
          !g_str_equal (link->from_kind, mer_record_work_item.id) ||
          !g_str_equal (link->to_kind, mer_record_work_item.id))
        continue;
      link->record.id = 0;
      link->record.cycle_id = to->id;
      link->from_id = new_id_of (ids, link->from_id);
      link->to_id = new_id_of (ids, link->to_id);
      if (link->from_id != 0 && link->to_id != 0 && !mer_store_save_record (doc, link, error))
        return FALSE;
    }
  return links != NULL;
}

static gboolean
copy_work_plan (MerDocument *doc,
                gint64       from_id,
                MerCycle    *to,
                int          years,
                GError     **error)
{
  g_autoptr (GPtrArray) list = mer_store_records (doc, &mer_record_work_item, from_id, error);
  g_autoptr (GHashTable) ids =
    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  return list != NULL && copy_level (doc, list, MER_WORK_SECTION, to, years, ids, error) &&
         copy_level (doc, list, MER_WORK_ITEM, to, years, ids, error) &&
         copy_level (doc, list, MER_WORK_STEP, to, years, ids, error) &&
         copy_deadline_links (doc, from_id, to, ids, error);
}

static gboolean
copy_cycle (MerDocument    *doc,
            const MerCycle *from,
            MerCycle       *to,
            GError        **error)
{
  int years = to->year - from->year;

  return copy_settings (doc, from->id, to, years, error) &&
         copy_windows (doc, from->id, to, years, error) &&
         copy_work_plan (doc, from->id, to, years, error);
}

/* --- from a preset --------------------------------------------------------------------------- */

static gboolean
set_preset (MerDocument *doc,
            const char  *preset,
            MerCycle    *to,
            GError     **error)
{
  g_autoptr (GHashTable) set = mer_cycle_preset_settings (preset, to->year);
  GHashTableIter iter;
  gpointer       key, value;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (!mer_store_set_cycle_setting (doc, to->id, key, value, error))
      return FALSE;
  return TRUE;
}

static gboolean
fill_from_preset (MerDocument *doc,
                  const char  *preset,
                  MerCycle    *to,
                  GError     **error)
{
  g_autoptr (GPtrArray) windows = mer_cycle_preset_windows (preset, to->year, to->id);
  g_autoptr (GPtrArray) there = NULL;

  if (!set_preset (doc, preset, to, error))
    return FALSE;
  for (guint i = 0; i < windows->len; i++)
    if (!mer_store_save_record (doc, windows->pdata[i], error))
      return FALSE;
  there = mer_store_records (doc, &mer_record_work_item, to->id, error);
  /* d is a procedure, not a plan */
  return there != NULL && (there->len > 0 || mer_work_preset_year (preset) == 0 ||
                           mer_work_plan_add_preset (doc, to->id, preset, to->year, NULL, error));
}

/* --- the cycle ------------------------------------------------------------------------------- */

static gboolean
check_given (const MerNewCycle *given,
             GError           **error)
{
  if (given->year < 1990 || given->year > 2100)
    g_set_error_literal (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                         _("A year lies between 1990 and 2100."));
  else if (given->preset != NULL && *given->preset != '\0' &&
           !mer_cycle_preset_exists (given->preset))
    g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                 _("There is no preset “%s”: there are a, b, c and d."), given->preset);
  else
    return TRUE;
  return FALSE;
}

char *
mer_new_cycle_usual_title (MerDocument       *doc,
                           const MerNewCycle *given)
{
  g_autoptr (GHashTable) set = NULL;

  if (given->preset != NULL && *given->preset != '\0')
    set = mer_cycle_preset_settings (given->preset, given->year);
  else if (given->from_id != 0)
    set = mer_store_cycle_settings (doc, given->from_id, NULL);
  return g_strdup_printf ("%s %d", mer_cycle_settings_get (set, MER_SETTING_PROCEDURE),
                          given->year);
}

MerCycle *
mer_new_cycle (MerDocument       *doc,
               const MerNewCycle *given,
               GError           **error)
{
  g_autoptr (MerCycle) from = NULL;
  g_autoptr (MerCycle) added = NULL;
  g_autofree char *title = NULL;
  gint64           same_as = given->same_as != 0 ? given->same_as : given->from_id;
  gboolean         with_preset = given->preset != NULL && *given->preset != '\0';

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), NULL);
  if (!check_given (given, error))
    return NULL;
  if (given->from_id != 0)
    {
      from = mer_store_cycle (doc, given->from_id, error);
      if (from == NULL)
        return NULL;
    }
  title = given->title != NULL && *given->title != '\0' ? g_strdup (given->title)
                                                        : mer_new_cycle_usual_title (doc, given);
  added = mer_cycle_new (title, given->year);
  added->methodology_id =
    from != NULL ? from->methodology_id : mer_store_latest_methodology_id (doc);
  if (!mer_store_save_cycle (doc, added, error) ||
      (from != NULL && !copy_cycle (doc, from, added, error)) ||
      (with_preset && !fill_from_preset (doc, given->preset, added, error)) ||
      !mer_cycle_choose (doc, added->id, given->choice, same_as, NULL, error))
    return NULL;
  return g_steal_pointer (&added);
}
