/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "app/mer-plan-form.h"
#include "core/mer-day.h"
#include "plans-fixture.h"

/* Forms of plans as CSV, and what the reader says of them. */

static inline char *
write_csv (Fixture    *self,
           const char *text)
{
  char *path = g_build_filename (self->folder, "form.csv", NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static inline MerPlanReading *
read_form (Fixture    *self,
           const char *path,
           const char *organization)
{
  g_autoptr (GError) error = NULL;
  MerTableOptions    table = { .path = path };
  gint64             id = organization != NULL ? organization_id (self, organization) : 0;
  MerPlanFormOptions options = { MER_LANGUAGE_RU, id, mer_plan_form_elsewhere, self->doc };
  MerPlanReading    *reading = mer_plan_form_read (self->book, &table, &options, &error);

  g_assert_no_error (error);
  return reading;
}

#define FULL                                                                          \
  "Criterion;1. Shortcoming;2. Measure;3. Planned term;5a. Measures that were taken;" \
  "5b. Actual term;Evidence (document, address on the site);Code of the row (do not change)\n"

/* The marks alone. */
#define MARKS                                                                                   \
  "2. Measure;5a. Measures that were taken;5b. Actual term;Evidence (document, address on the " \
  "site);Done, per cent;Code of the row (do not change)\n"

static const char *const rainbow = "ДС «Радуга»";
static const char *const aljonushka = "ДС «Алёнушка»";

static inline const MerPlanItem *
item_of (Fixture    *self,
         const char *name,
         guint       i)
{
  return line_of (self, name, i)->item;
}

/* A row of `FULL` as it was sent out. */
static inline void
add_row (GString           *text,
         const MerPlanItem *item,
         const char        *measure,
         const char        *taken,
         const char        *day,
         const char        *evidence)
{
  g_string_append_printf (text, ";\"%s\";\"%s\";%s;%s;%s;%s;M%d\n",
                          item->problem != NULL ? item->problem : "",
                          measure != NULL ? measure : item->measure,
                          item->deadline != NULL ? item->deadline : "", taken, day, evidence,
                          (int) item->record.id);
}

static inline MerPlanReading *
read_text (Fixture    *self,
           GString    *text,
           const char *organization)
{
  g_autofree char *path = write_csv (self, text->str);
  MerPlanReading  *reading = read_form (self, path, organization);

  g_unlink (path);
  return reading;
}

static inline const MerFormChange *
change_of (const MerPlanReading *reading,
           gint64                row)
{
  for (guint i = 0; i < reading->changes->len; i++)
    if (((const MerFormChange *) reading->changes->pdata[i])->row == row)
      return reading->changes->pdata[i];
  g_assert_not_reached ();
}

static inline void
assert_doubt (const MerPlanReading *reading,
              gint64                row,
              const char           *part)
{
  const MerFormChange *change = change_of (reading, row);

  g_assert_false (change->taken);
  g_assert_nonnull (change->doubt);
  g_assert_nonnull (strstr (change->doubt, part));
}

static inline gboolean
says (const MerPlanReading *reading,
      const char           *part)
{
  for (guint i = 0; i < reading->problems->len; i++)
    if (strstr (reading->problems->pdata[i], part) != NULL)
      return TRUE;
  return FALSE;
}

static inline void
apply (Fixture        *self,
       MerPlanReading *reading)
{
  g_autoptr (GError) error = NULL;

  begin (self);
  g_assert_true (mer_plan_reading_apply (reading, self->doc, NULL, &error));
  g_assert_no_error (error);
  commit (self);
}

static inline void
save (Fixture     *self,
      MerPlanItem *item)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  g_ptr_array_add (items, item);
  begin (self);
  g_assert_true (mer_plans_save_items (self->doc, items, NULL, &error));
  g_assert_no_error (error);
  commit (self);
}
