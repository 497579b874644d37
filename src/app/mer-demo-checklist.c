/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The invented district's checklists, one row an organization, with the words before the
 * brackets that operators' forms have. The earlier cycle has other words for its marks and
 * its blocks in another order, and knows an item that no methodology lists. */

#include "config.h"

#include "app/mer-demo-private.h"

#define OWN_ITEM "Информация об отдыхе и оздоровлении детей"

static const struct
{
  const char *place;
  const char *question;
} blocks[] = {
  { "stand", "Отметьте наличие информации на СТЕНДЕ в помещении организации" },
  { "site", "Отметьте наличие информации на САЙТЕ организации" },
  { "remote", "Отметьте функционирующие дистанционные способы взаимодействия" },
  { "comfort", "Укажите количество комфортных условий" },
  { "equipment", "Укажите количество условий оборудования среды" },
  { "conditions", "Укажите количество условий доступности организации" },
};
/* The order of the blocks in each cycle. */
static const guint orders[MER_DEMO_N_CYCLES][G_N_ELEMENTS (blocks)] = {
  { 1, 0, 3, 2, 4, 5 },
  { 0, 1, 2, 3, 4, 5 },
};

typedef enum
{
  MARK_BLANK,
  MARK_ABSENT,
  MARK_HALF,
  MARK_PRESENT,
} Mark;

static const char *const mark_words[MER_DEMO_N_CYCLES][4] = {
  { "", "нет", "0,5", "да" },
  { "", "0", "0,5", "1" },
};

static const MerPlace *
find_place (const MerMethodology *methodology,
            const char           *code)
{
  int index = mer_methodology_find_place (methodology, code);

  return index < 0 ? NULL : g_ptr_array_index (methodology->places, (guint) index);
}

/* How many items an organization lacks of a place. */
static guint
n_missing (const MerDemoOrganization *organization,
           const char                *place,
           guint                      n_items)
{
  guint present = 0;

  if (g_str_equal (place, "stand"))
    return organization->stand_missing;
  if (g_str_equal (place, "site"))
    return organization->site_missing;
  if (g_str_equal (place, "remote"))
    present = organization->remote;
  else if (g_str_equal (place, "comfort"))
    present = organization->comfort;
  else if (g_str_equal (place, "equipment"))
    present = organization->equipment;
  else
    present = organization->conditions;
  return n_items - MIN (present, n_items);
}

/* Items that an organization of its kind need not have are left blank; in the worked
 * example's organization only so many that 14 items of the stand and 52 of the site stay. */
static gboolean
is_required (const MerDemoOrganization *organization,
             const MerItem             *item,
             const char                *place,
             guint                      index,
             guint                      n_items)
{
  if (!mer_demo_is_example (organization))
    return (item->kinds & 1U << organization->kind) != 0;
  return !g_str_equal (place, "site") || index < 52 || n_items < 52;
}

/* Three years earlier a little more was lacking in most places, in some a little less. */
static guint
missing_earlier (guint          missing,
                 guint          n_required,
                 MerDemoRandom *random)
{
  guint spread = n_required > 10 ? 3 : 1;
  int   change = (int) mer_demo_random_below (random, 2 * spread + 1) - (int) spread;

  return (guint) CLAMP ((int) missing + change, 0, (int) n_required);
}

static void
fill_marks (Mark                      *marks,
            const MerDemoOrganization *organization,
            const MerPlace            *place,
            guint                      cycle,
            MerDemoRandom             *random)
{
  guint             n = place->items->len;
  g_autofree guint *required = g_new (guint, n);
  guint             n_required = 0;
  guint             missing = 0;

  for (guint i = 0; i < n; i++)
    {
      marks[i] = MARK_BLANK;
      if (is_required (organization, g_ptr_array_index (place->items, i), place->code, i, n))
        required[n_required++] = i;
    }
  mer_demo_random_shuffle (random, required, n_required);
  missing = n_missing (organization, place->code, n_required);
  if (cycle != MER_DEMO_LATEST)
    missing = missing_earlier (missing, n_required, random);
  for (guint i = 0; i < n_required; i++)
    marks[required[i]] = i < missing ? MARK_ABSENT : MARK_PRESENT;
  if (n_required > 20 && missing > 4 && !mer_demo_is_example (organization))
    marks[required[0]] = MARK_HALF;
}

static void
add_block_headers (MerDemoTable   *table,
                   const char     *question,
                   const MerPlace *place)
{
  for (guint i = 0; i < place->items->len; i++)
    {
      const MerItem   *item = g_ptr_array_index (place->items, i);
      g_autofree char *header = g_strdup_printf ("%s [%s]", question, item->text);

      mer_demo_table_add (table, header);
    }
}

static void
add_headers (MerDemoTable         *table,
             const MerMethodology *methodology,
             guint                 cycle)
{
  mer_demo_table_add (table, "Наименование организации или П/Н по списку");
  for (guint b = 0; b < G_N_ELEMENTS (blocks); b++)
    {
      guint           block = orders[cycle][b];
      const MerPlace *place = find_place (methodology, blocks[block].place);

      if (place != NULL)
        add_block_headers (table, blocks[block].question, place);
      if (cycle != MER_DEMO_LATEST && g_str_equal (blocks[block].place, "site"))
        {
          g_autofree char *own = g_strdup_printf ("%s [%s]", blocks[block].question, OWN_ITEM);

          mer_demo_table_add (table, own);
        }
    }
  table->n_columns = table->cells->len;
}

static void
add_row (MerDemoTable              *table,
         const MerDemoOrganization *organization,
         const MerMethodology      *methodology,
         guint                      cycle,
         MerDemoRandom             *random)
{
  g_autofree char *name = mer_demo_spelling (organization, random);

  mer_demo_table_add (table, name);
  for (guint b = 0; b < G_N_ELEMENTS (blocks); b++)
    {
      const char      *code = blocks[orders[cycle][b]].place;
      const MerPlace  *place = find_place (methodology, code);
      g_autofree Mark *marks = NULL;

      if (place == NULL)
        continue;
      marks = g_new0 (Mark, place->items->len);
      fill_marks (marks, organization, place, cycle, random);
      for (guint i = 0; i < place->items->len; i++)
        mer_demo_table_add (table, mark_words[cycle][marks[i]]);
      if (cycle != MER_DEMO_LATEST && g_str_equal (code, "site"))
        mer_demo_table_add (table, mark_words[cycle][mer_demo_random_below (random, 4)]);
    }
}

MerDemoTable *
mer_demo_checklist_table (const MerMethodology *methodology,
                          guint                 cycle)
{
  MerDemoTable              *table = mer_demo_table_new ();
  MerDemoRandom              random = { 301 + cycle };
  guint                      n = 0;
  const MerDemoOrganization *organizations = mer_demo_organizations (&n);
  g_autofree guint          *order = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  mer_demo_random_shuffle (&random, order, n);
  add_headers (table, methodology, cycle);
  for (guint i = 0; i < n; i++)
    if (organizations[order[i]].answers[cycle] > 0)
      add_row (table, &organizations[order[i]], methodology, cycle, &random);
  return table;
}
