/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The checklist as an expert takes it to an organization: what is looked for, place by place, with
 * boxes to tick. Kinds of organizations of which different things are required get forms of their
 * own. */
#include "config.h"

#include <glib/gi18n.h>

#include "core/mer-organization-words.h"
#include "report/mer-form-lines.h"
#include "report/mer-report-private.h"

#define NUMBER_WIDTH 28.0
#define BOX_WIDTH 34.0
#define NOT_REQUIRED_WIDTH 50.0
#define NOTE_WIDTH 80.0

/* Kinds that are asked for, or that are assessed, or all. */
static guint
kinds_of (const MerReportInput *input)
{
  guint kinds = 0;

  if (input->kinds != 0)
    return input->kinds;
  for (guint i = 0; input->scores != NULL && i < input->scores->n_rows; i++)
    if (mer_report_is_printed (input, input->scores->rows[i].organization))
      kinds |= 1u << input->scores->rows[i].organization->kind;
  return kinds != 0 ? kinds : (1u << MER_N_ORGANIZATION_KINDS) - 1;
}

/* Whether exactly the same is required of both kinds. */
static gboolean
are_alike (const MerMethodology *methodology,
           guint                 a,
           guint                 b)
{
  for (guint i = 0; i < methodology->places->len; i++)
    {
      const MerPlace *place = g_ptr_array_index (methodology->places, i);

      for (guint j = 0; j < place->items->len; j++)
        {
          const MerItem *item = g_ptr_array_index (place->items, j);

          if (((item->kinds >> a) & 1u) != ((item->kinds >> b) & 1u))
            return FALSE;
        }
    }
  return TRUE;
}

static MerTable *
start_table (MerLanguage language)
{
  MerTable *table = mer_table_new ();

  mer_table_add_column (table, "№", NUMBER_WIDTH, MER_ALIGN_RIGHT, FALSE);
  mer_table_add_column (table, mer_tr (language, "What is looked for"), 0, MER_ALIGN_LEFT, FALSE);
  mer_table_add_column (table, mer_trc (language, "mark", "Yes"), BOX_WIDTH, MER_ALIGN_CENTRE,
                        FALSE);
  mer_table_add_column (table, mer_trc (language, "mark", "½"), BOX_WIDTH, MER_ALIGN_CENTRE,
                        FALSE);
  mer_table_add_column (table, mer_trc (language, "mark", "No"), BOX_WIDTH, MER_ALIGN_CENTRE,
                        FALSE);
  /* Translators: heading of a narrow column: not required of this organization. */
  mer_table_add_column (table, mer_trc (language, "mark", "Not req."), NOT_REQUIRED_WIDTH,
                        MER_ALIGN_CENTRE, FALSE);
  mer_table_add_column (table, mer_tr (language, "Note"), NOTE_WIDTH, MER_ALIGN_LEFT, FALSE);
  return table;
}

static guint
add_place (MerTable       *table,
           const MerPlace *place,
           guint           kind,
           guint           n)
{
  gboolean first = TRUE;

  for (guint i = 0; i < place->items->len; i++)
    {
      const MerItem *item = g_ptr_array_index (place->items, i);
      GStrv          cells = NULL;

      if (((item->kinds >> kind) & 1u) == 0)
        continue;
      if (first)
        mer_table_add_section (table, place->title);
      first = FALSE;
      cells = g_new0 (char *, 8);
      cells[0] = g_strdup_printf ("%u", ++n);
      cells[1] = mer_typography (item->text);
      for (guint box = 2; box < 6; box++)
        cells[box] = g_strdup (MER_FORM_BOX);
      cells[6] = g_strdup ("");
      mer_table_add_row (table, cells);
    }
  return n;
}

static void
add_head (const MerReportInput *input,
          MerBlocks            *blocks,
          guint                 kinds)
{
  MerLanguage language = input->language;
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < MER_N_ORGANIZATION_KINDS; i++)
    if ((kinds >> i) & 1u)
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                              mer_organization_kind_words (language, (MerOrganizationKind) i));
  mer_blocks_add_text (blocks, MER_BLOCK_TITLE, mer_tr (language, "CHECKLIST"));
  mer_blocks_add_text (blocks, MER_BLOCK_SUBTITLE, names->str);
  mer_form_add_line (blocks, mer_tr (language, "Organization"), mer_form_organization (input));
  mer_form_add_line (blocks, mer_tr (language, "Day of the visit"), NULL);
  mer_blocks_add_text (blocks, MER_BLOCK_NOTE,
                       mer_tr (language, "Tick one box of each line: it is there; ½, it is there "
                                         "in part; it is not there; it is not required of this "
                                         "organization. Of the site, note the page's address."));
}

static void
add_form (const MerReportInput *input,
          MerBlocks            *blocks,
          guint                 kind,
          guint                 kinds)
{
  MerTable *table = start_table (input->language);
  guint     n = 0;

  add_head (input, blocks, kinds);
  for (guint i = 0; i < input->methodology->places->len; i++)
    n = add_place (table, g_ptr_array_index (input->methodology->places, i), kind, n);
  if (n > 0)
    mer_blocks_add_table (blocks, table);
  else
    {
      mer_table_free (table);
      mer_blocks_add_text (blocks, MER_BLOCK_PARAGRAPH,
                           mer_tr (input->language, "Nothing is required of these "
                                                    "organizations."));
    }
  mer_blocks_add_signature (blocks, mer_tr (input->language, "Expert"), NULL);
  mer_blocks_add_signature (blocks,
                            mer_tr (input->language, "Representative of the organization"), NULL);
}

static MerBlocks *
build_checklist (const MerReportInput *input)
{
  MerBlocks *blocks =
    mer_blocks_new (input->language, mer_tr (input->language, "Checklist"));
  guint left = kinds_of (input);

  mer_form_set_margins (blocks);
  mer_blocks_set_author (blocks, input->department);
  if (input->methodology == NULL || input->methodology->places->len == 0)
    {
      mer_blocks_add_text (blocks, MER_BLOCK_TITLE, mer_tr (input->language, "CHECKLIST"));
      mer_blocks_add_text (blocks, MER_BLOCK_PARAGRAPH,
                           mer_tr (input->language, "The methodology has no checklist yet."));
      return blocks;
    }
  for (guint kind = 0; kind < MER_N_ORGANIZATION_KINDS; kind++)
    {
      guint alike = 0;

      if (((left >> kind) & 1u) == 0)
        continue;
      for (guint other = kind; other < MER_N_ORGANIZATION_KINDS; other++)
        if (((left >> other) & 1u) != 0 && are_alike (input->methodology, kind, other))
          alike |= 1u << other;
      if (blocks->blocks->len > 0)
        mer_blocks_add_page_break (blocks);
      add_form (input, blocks, kind, alike);
      left &= ~alike;
    }
  return blocks;
}

const MerReportKind mer_report_checklist = {
  .id = "checklist",
  .title = N_("Checklist for a visit"),
               .build = build_checklist,
  };
