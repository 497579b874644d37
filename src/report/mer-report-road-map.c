/* SPDX-License-Identifier: GPL-3.0-or-later */
/* «Дорожная карта»: decisions of the department with their items, and what a decision amends. */
#include "config.h"

#include <glib/gi18n.h>

#include "core/mer-day.h"
#include "report/mer-plan-words.h"
#include "report/mer-report-private.h"

typedef struct
{
  MerPlanBook *book; /* nullable */
  MerLanguage  language;
  MerBlocks   *blocks;
} RoadMap;

/* «Приказ № 112 от 15.11.2024»-like: what there is of issuer, number and day. */
static char *
origin_words (const RoadMap               *self,
              const MerManagementDecision *decision)
{
  g_autoptr (GString) text = g_string_new (decision->issuer != NULL ? decision->issuer : "");

  if (decision->number != NULL)
    g_string_append_printf (text, "%s№ %s", text->len > 0 ? ", " : "", decision->number);
  if (decision->day != NULL)
    {
      g_autofree char *day = mer_day_to_words (decision->day);

      g_string_append (text, text->len > 0 ? " " : "");
      g_string_append_printf (text, mer_tr (self->language, "of %s"), day);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* «Изменяет: Муниципальная программа …, пункт 3.2; действует с 01.01.2025. …» */
static char *
amendment_words (const RoadMap               *self,
                 const MerManagementDecision *decision)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *day = mer_day_to_words (decision->effective);

  g_string_append_printf (text, mer_tr (self->language, "Amends: %s"), decision->amends);
  if (decision->clause != NULL)
    {
      g_string_append (text, ", ");
      g_string_append_printf (text, mer_tr (self->language, "clause %s"), decision->clause);
    }
  if (*day != '\0')
    {
      g_string_append (text, "; ");
      g_string_append_printf (text, mer_tr (self->language, "in force from %s"), day);
    }
  g_string_append (text, ".");
  if (decision->effect != NULL)
    g_string_append_printf (text, " %s", decision->effect);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_item (const RoadMap     *self,
          MerTable          *table,
          const MerRoadItem *item)
{
  GStrv                  cells = g_new0 (char *, 6);
  const MerOrganization *organization = mer_plan_book_organization (self->book,
                                                                    item->organization);
  g_autofree char       *responsible = g_strdelimit (g_strdup (item->responsible), "\n", ';');

  cells[0] = g_strdup_printf ("%u", table->rows->len + 1);
  cells[1] = organization != NULL
               ? g_strdup_printf ("%s (%s)", item->what, organization->name)
               : mer_typography (item->what);
  cells[2] = mer_typography (item->deadline != NULL ? item->deadline : "");
  cells[3] = mer_typography (responsible != NULL ? responsible : "");
  cells[4] = item->done_on != NULL ? mer_day_to_words (item->done_on)
                                   : mer_typography (item->result != NULL ? item->result : "");
  mer_table_add_row (table, cells);
}

static MerTable *
items_table (const RoadMap *self,
             gint64         decision)
{
  MerTable *table = mer_table_new ();

  table->grid = TRUE;
  mer_table_add_column (table, mer_tr (self->language, "No."), 32, MER_ALIGN_RIGHT, FALSE);
  mer_table_add_column (table, mer_tr (self->language, "Measure"), 0, MER_ALIGN_LEFT, FALSE);
  mer_table_add_column (table, mer_tr (self->language, "Deadline"), 96, MER_ALIGN_LEFT, FALSE);
  mer_table_add_column (table, mer_tr (self->language, "Responsible"), 110, MER_ALIGN_LEFT, FALSE);
  mer_table_add_column (table, mer_tr (self->language, "Result, or done on"), 110, MER_ALIGN_LEFT,
                        FALSE);
  for (guint i = 0; i < self->book->facts.road_items->len; i++)
    {
      const MerRoadItem *item = self->book->facts.road_items->pdata[i];

      if (item->decision == decision)
        add_item (self, table, item);
    }
  return table;
}

static void
add_decision (const RoadMap               *self,
              const MerManagementDecision *decision)
{
  g_autofree char *origin = origin_words (self, decision);
  MerTable        *table = items_table (self, decision->record.id);

  mer_blocks_add_text (self->blocks, MER_BLOCK_HEADING, decision->title);
  if (*origin != '\0')
    mer_blocks_add_text (self->blocks, MER_BLOCK_PARAGRAPH, origin);
  if (decision->amends != NULL)
    {
      g_autofree char *amendment = amendment_words (self, decision);

      mer_blocks_add_text (self->blocks, MER_BLOCK_PARAGRAPH, amendment);
    }
  if (decision->note != NULL)
    mer_blocks_add_text (self->blocks, MER_BLOCK_PARAGRAPH, decision->note);
  if (table->rows->len > 0)
    mer_blocks_add_table (self->blocks, table);
  else
    mer_table_free (table);
}

static MerBlocks *
build_road_map (const MerReportInput *input)
{
  RoadMap self = { mer_plan_book_of (input), input->language, NULL };

  self.blocks = mer_blocks_new (input->language, mer_tr (input->language, "Road map"));
  mer_plan_add_head (input, self.blocks,
                     mer_tr (input->language, "ROAD MAP: MANAGEMENT DECISIONS BY THE RESULTS"));
  for (guint i = 0; self.book != NULL && i < self.book->facts.decisions->len; i++)
    add_decision (&self, self.book->facts.decisions->pdata[i]);
  if (self.book == NULL || self.book->facts.decisions->len == 0)
    mer_blocks_add_text (self.blocks, MER_BLOCK_PARAGRAPH,
                         mer_tr (input->language, "No management decisions are entered."));
  else if (input->signatory_post != NULL)
    mer_blocks_add_signature (self.blocks, input->signatory_post, input->signatory_name);
  g_clear_pointer (&self.book, mer_plan_book_unref);
  return self.blocks;
}

const MerReportKind mer_report_road_map = {
  .id = "road-map",
  .title = N_("Road map (management decisions)"),
               .build = build_road_map,
  };
