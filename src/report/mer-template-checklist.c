/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of checklists: a row an organization of the cycle, a column an item. Items that an
 * organization of its kind need not have are marked so beforehand. */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/mer-name.h"
#include "report/mer-template.h"

#define SPARE_ROWS 50
#define ORGANIZATION_WIDTH 32
#define ITEM_WIDTH 18

/* The marks that the import reads. Numbers, so that one can add them up. */
static GPtrArray *
marks (const MerTemplateInput *input)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (choices, g_strdup ("1"));
  g_ptr_array_add (choices, g_strdup ("0,5"));
  g_ptr_array_add (choices, g_strdup ("0"));
  g_ptr_array_add (choices, g_strdup (mer_tr (input->language, "not required")));
  return choices;
}

/* --- which place a header names ---------------------------------------------------------- */

static gboolean
begins_word (const char *text,
             const char *word)
{
  gsize length = strlen (word);

  for (const char *p = strstr (text, word); length > 0 && p != NULL; p = strstr (p + 1, word))
    {
      if (p == text || p[-1] == ' ')
        return TRUE;
    }
  return FALSE;
}

static char *
fold (const char *text)
{
  g_autofree char *low = g_utf8_strdown (text, -1);
  g_autoptr (GString) folded = g_string_new (low);

  g_string_replace (folded, "ё", "е", 0);
  return g_strdup (folded->str);
}

static gboolean
names (const MerPlace *place,
       const char     *key)
{
  for (guint i = 0; place->header_words != NULL && place->header_words[i] != NULL; i++)
    {
      g_autofree char *word = fold (place->header_words[i]);

      if (begins_word (key, word))
        return TRUE;
    }
  return FALSE;
}

/* The import takes the first place that a header names. */
static gboolean
is_first_named (const MerMethodology *methodology,
                guint                 index,
                const char           *header)
{
  g_autofree char *key = fold (header);

  for (guint i = 0; i < index; i++)
    {
      if (names (methodology->places->pdata[i], key))
        return FALSE;
    }
  return names (methodology->places->pdata[index], key);
}

/* The title of a place, or a word of its own where the title names another. */
static const char *
block_of (const MerMethodology *methodology,
          guint                 index)
{
  const MerPlace *place = methodology->places->pdata[index];

  if (is_first_named (methodology, index, place->title))
    return place->title;
  for (guint i = 0; place->header_words != NULL && place->header_words[i] != NULL; i++)
    {
      if (is_first_named (methodology, index, place->header_words[i]))
        return place->header_words[i];
    }
  return place->title;
}

/* --- the table --------------------------------------------------------------------------- */

typedef struct
{
  const MerTemplateInput *input;
  MerTemplate            *table;
  GPtrArray              *marks;
  GArray                 *kinds; /* of guint masks: of each column; 0: of no item */
} Checklist;

static void
add_plain (Checklist    *self,
           const char   *header,
           double        width,
           MerXlsxValues values)
{
  guint none = 0;

  mer_template_add_column (self->table, header, width)->values = values;
  g_array_append_val (self->kinds, none);
}

static void
add_item (Checklist  *self,
          const char *block,
          const char *text,
          guint       kinds)
{
  g_autofree char   *header = g_strdup_printf ("%s [%s]", block, text);
  MerTemplateColumn *column = mer_template_add_column (self->table, header, ITEM_WIDTH);

  column->choices = g_ptr_array_ref (self->marks);
  column->strict = TRUE;
  column->hint = g_strdup (text);
  g_array_append_val (self->kinds, kinds);
}

static guint
kinds_of_cycle (const MerTemplateInput *input)
{
  guint mask = 0;

  for (guint i = 0; input->organizations != NULL && i < input->organizations->len; i++)
    mask |= 1u << ((MerOrganization *) input->organizations->pdata[i])->kind;
  return mask != 0 ? mask : ~0u;
}

/* Items that the cycle's own files added, of a place. */
static void
add_own_items (Checklist      *self,
               const MerPlace *place,
               const char     *block)
{
  const GPtrArray *items = self->input->items;

  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      const MerCycleItem *item = items->pdata[i];

      if (item->code == NULL && g_str_equal (item->place, place->code))
        add_item (self, block, item->text, ~0u);
    }
}

static void
add_items (Checklist *self)
{
  const MerMethodology *methodology = self->input->methodology;
  guint                 kinds = kinds_of_cycle (self->input);

  for (guint i = 0; i < methodology->places->len; i++)
    {
      const MerPlace *place = methodology->places->pdata[i];
      const char     *block = block_of (methodology, i);

      for (guint k = 0; k < place->items->len; k++)
        {
          const MerItem *item = place->items->pdata[k];

          if ((item->kinds & kinds) != 0)
            add_item (self, block, item->text, item->kinds);
        }
      add_own_items (self, place, block);
    }
}

static void
add_row (Checklist             *self,
         const MerOrganization *organization)
{
  GStrv cells = g_new0 (char *, self->table->columns->len + 1);

  for (guint i = 0; i < self->table->columns->len; i++)
    {
      guint kinds = g_array_index (self->kinds, guint, i);

      cells[i] = g_strdup (
        kinds != 0 && (kinds & 1u << organization->kind) == 0 ? self->table->closed : "");
    }
  g_free (cells[0]);
  cells[0] = g_strdup (organization->name);
  g_ptr_array_add (self->table->rows, cells);
}

static void
advise (MerTemplate            *self,
        const MerTemplateInput *input)
{
  mer_template_advise_sender (self, input, mer_tr (input->language, "Checklists"));
  mer_template_advise (
    self, g_strdup (mer_tr (input->language,
                            "One row is one organization. Do not change the headers and do not "
                            "insert rows above them.")));
  mer_template_advise (
    self, g_strdup (mer_tr (input->language, "Choose a mark from the list: 1 is present and "
                                             "complete, 0,5 is present in part, 0 is absent.")));
  mer_template_advise (
    self, g_strdup (mer_tr (input->language,
                            "“Not required” is for what an organization need not have: it lowers "
                            "the norm and no points are lost. Grey cells are filled in "
                            "beforehand; correct them where they are wrong.")));
  mer_template_advise (
    self, g_strdup (mer_tr (input->language,
                            "Delete the rows of organizations that were not visited: an empty "
                            "row would mean that nothing was required of them.")));
}

static MerTemplate *
build (const MerTemplateInput *input)
{
  const MerColumn *name = mer_methodology_find_column (input->methodology, "organization");
  g_autoptr (GPtrArray) choices = marks (input);
  g_autoptr (GArray) kinds = g_array_new (FALSE, FALSE, sizeof (guint));
  MerTemplate *table = mer_template_new (input->language, mer_tr (input->language, "Checklists"));
  Checklist    self = { input, table, choices, kinds };

  table->closed = mer_tr (input->language, "not required");
  table->fixed = 1;
  add_plain (&self, name != NULL ? name->title : mer_tr (input->language, "Organization"),
             ORGANIZATION_WIDTH, MER_XLSX_GENERAL);
  ((MerTemplateColumn *) table->columns->pdata[0])->choices = mer_template_names (input->registry);
  add_plain (&self, mer_tr (input->language, "Date of the visit"), 14, MER_XLSX_DATE);
  add_items (&self);
  for (guint i = 0; input->organizations != NULL && i < input->organizations->len; i++)
    add_row (&self, input->organizations->pdata[i]);
  table->n_rows = table->rows->len + SPARE_ROWS;
  advise (table, input);
  return table;
}

const MerTemplateKind mer_template_checklist = { "checklist", N_("Checklists"), build };
