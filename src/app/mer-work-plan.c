/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The work plan of a cycle: read with what its deadlines go by, made of a sample. */

#include "config.h"

#include "app/mer-work-plan.h"

#include <glib/gi18n.h>

#include "app/mer-deadline-records.h"
#include "core/mer-day.h"
#include "cycle/mer-cycle-settings.h"
#include "cycle/mer-record-kinds.h"
#include "cycle/mer-work-order.h"
#include "cycle/mer-work-preset.h"
#include "store/mer-record-store.h"
#include "store/mer-registry-store.h"
#include "store/mer-store-error.h"

static MerDay
day_of_cb (const char *kind,
           gint64      id,
           gpointer    data)
{
  const MerWorkPlan *self = data;

  return mer_records_day_of (self->records, kind, id, self->context.year);
}

static const char *
phrase_of_cb (const char *kind,
              gint64      id,
              gpointer    data)
{
  return mer_records_phrase_of (((const MerWorkPlan *) data)->records, kind, id);
}

static gboolean
span_of_cb (const char *kind,
            gint64      id,
            int         year,
            MerDay     *first,
            MerDay     *last,
            gpointer    data)
{
  return mer_records_span_of (((const MerWorkPlan *) data)->records, kind, id, year, first, last);
}

/* --- loading ------------------------------------------------------------------------------- */

static int
year_setting (GHashTable *settings,
              const char *key,
              int         otherwise)
{
  int year = (int) mer_cycle_settings_get_number (settings, key);

  return year != 0 ? year : otherwise;
}

MerWorkPlan *
mer_work_plan_new (MerRecordSet *records,
                   GHashTable   *settings,
                   int           year)
{
  MerWorkPlan     *self = g_atomic_rc_box_new0 (MerWorkPlan);
  g_autofree char *today = mer_today ();

  self->records = mer_record_set_ref (records);
  self->calendar = mer_calendar_of_records (records);
  self->items = mer_work_items_in_order (mer_record_set_get (records, &mer_record_work_item));
  self->context.items = self->items;
  self->context.links = mer_record_set_get (records, &mer_record_link);
  self->context.calendar = self->calendar;
  self->context.year = year;
  self->context.first_year = year_setting (settings, MER_SETTING_FIRST_YEAR, year);
  self->context.last_year = year_setting (settings, MER_SETTING_LAST_YEAR, year + 1);
  self->context.today = mer_day_from_iso (today);
  self->context.day_of = day_of_cb;
  self->context.phrase_of = phrase_of_cb;
  self->context.span_of = span_of_cb;
  self->context.data = self;
  return self;
}

/* The plan's own items as well, whatever they are linked with. */
static MerRecordSet *
load_records (MerDocument *doc,
              gint64       cycle_id,
              GError     **error)
{
  g_autoptr (MerRecordSet) records =
    mer_deadline_records_load (doc, &mer_record_work_item, cycle_id, error);
  GPtrArray *items = NULL;

  items = records != NULL
            ? mer_store_record_snapshot (doc, &mer_record_work_item, cycle_id, error)
            : NULL;
  if (items == NULL)
    return NULL;
  mer_record_set_take (records, &mer_record_work_item, items);
  return g_steal_pointer (&records);
}

MerWorkPlan *
mer_work_plan_load (MerDocument *doc,
                    gint64       cycle_id,
                    GError     **error)
{
  g_autoptr (MerCycle) cycle = mer_store_cycle (doc, cycle_id, error);
  g_autoptr (MerRecordSet) records = NULL;
  g_autoptr (GHashTable) settings = NULL;

  if (cycle == NULL)
    return NULL;
  records = load_records (doc, cycle->id, error);
  settings = records != NULL ? mer_store_cycle_settings (doc, cycle->id, error) : NULL;
  return settings != NULL ? mer_work_plan_new (records, settings, cycle->year) : NULL;
}

MerWorkPlan *
mer_work_plan_ref (MerWorkPlan *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
plan_clear (gpointer data)
{
  MerWorkPlan *self = data;

  g_ptr_array_unref (self->items);
  mer_record_set_unref (self->records);
  mer_calendar_free (self->calendar);
}

void
mer_work_plan_unref (MerWorkPlan *self)
{
  g_atomic_rc_box_release_full (self, plan_clear);
}

/* --- samples ------------------------------------------------------------------------------- */

static gboolean
check_empty (MerDocument *doc,
             gint64       cycle_id,
             GError     **error)
{
  g_autoptr (GPtrArray) items =
    mer_store_records (doc, &mer_record_work_item, cycle_id, error);

  if (items == NULL || items->len == 0)
    return items != NULL;
  g_set_error_literal (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                       _("The cycle has a work plan already. Delete its items to begin with a "
                         "sample."));
  return FALSE;
}

/* Lines name the sections that they are in by their place; these become ids on the way. */
static gboolean
save_lines (MerDocument *doc,
            GPtrArray   *lines,
            guint       *n_items,
            GError     **error)
{
  for (guint i = 0; i < lines->len; i++)
    {
      MerWorkItem *item = lines->pdata[i];

      if (item->parent != 0)
        item->parent = ((const MerRecord *) lines->pdata[item->parent - 1])->id;
      if (!mer_store_save_record (doc, item, error))
        return FALSE;
      *n_items += item->level == MER_WORK_ITEM ? 1 : 0;
    }
  return TRUE;
}

gboolean
mer_work_plan_add_preset (MerDocument *doc,
                          gint64       cycle_id,
                          const char  *preset,
                          int          year,
                          guint       *n,
                          GError     **error)
{
  g_autoptr (GPtrArray) lines = mer_work_preset_lines (preset, year, cycle_id);
  guint n_items = 0;

  if (lines == NULL)
    {
      g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                   _("There is no sample work plan “%s”: there are a, b and c."), preset);
      return FALSE;
    }
  if (!check_empty (doc, cycle_id, error) || !save_lines (doc, lines, &n_items, error) ||
      !mer_store_set_cycle_setting (doc, cycle_id, MER_SETTING_PRESET, preset, error))
    return FALSE;
  if (n != NULL)
    *n = n_items;
  return TRUE;
}
