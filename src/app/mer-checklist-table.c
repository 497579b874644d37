/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Checklists as a table for a file. Each header is tried with the very recognizer that
 * imports use, so that what is written is read again as the same item. */

#include "config.h"

#include "app/mer-checklist-table.h"

#include <glib/gi18n.h>

#include "import/mer-recognizer.h"
#include "report/mer-report.h"

#define NAME_WIDTH 160
#define ITEM_WIDTH 70
#define NOTE_WIDTH 110

typedef struct
{
  MerLanguage        language;
  MerMethodology    *methodology; /* owned */
  MerItemRecognizer *recognizer;  /* owned */
  MerMarkTable      *marks;       /* owned */
  GPtrArray         *notes;       /* owned: of MerMarkNote, of whole checklists */
} Writer;

static void
writer_clear (Writer *self)
{
  g_clear_pointer (&self->recognizer, mer_item_recognizer_free);
  g_clear_pointer (&self->methodology, mer_methodology_unref);
  g_clear_pointer (&self->marks, mer_mark_table_free);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writer, writer_clear)

char *
mer_checklist_item_code (const MerCycleItem *item)
{
  return g_strdup_printf ("%s/%s", item->place, item->code != NULL ? item->code : item->text);
}

/* --- headers -------------------------------------------------------------------------- */

static gboolean
is_read_as (const Writer       *self,
            const char         *header,
            const MerCycleItem *item)
{
  g_autoptr (GPtrArray) proposals =
    g_ptr_array_new_with_free_func ((GDestroyNotify) mer_column_proposal_free);
  g_autofree char *code = mer_checklist_item_code (item);

  mer_item_recognizer_propose (self->recognizer, header, TRUE, proposals);
  return proposals->len == 1 &&
         g_str_equal (((MerColumnProposal *) g_ptr_array_index (proposals, 0))->code, code);
}

/* «Информация на сайте [Дата создания]»; where the place's title names another place too, with
 * one of the words that only name this one. */
static char *
header_of (const Writer       *self,
           const MerCycleItem *item)
{
  int              index = mer_methodology_find_place (self->methodology, item->place);
  const MerPlace  *place = NULL;
  g_autofree char *header = NULL;

  if (index < 0)
    return g_strdup_printf ("%s [%s]", item->place, item->text);
  place = g_ptr_array_index (self->methodology->places, (guint) index);
  header = g_strdup_printf ("%s [%s]", place->title, item->text);
  for (guint i = 0; place->header_words != NULL && place->header_words[i] != NULL; i++)
    {
      g_autofree char *other = NULL;

      if (is_read_as (self, header, item))
        break;
      other = g_strdup_printf ("%s [%s]", place->header_words[i], item->text);
      if (is_read_as (self, other, item))
        return g_steal_pointer (&other);
    }
  return g_steal_pointer (&header);
}

static void
add_columns (const Writer *self,
             MerTable     *table)
{
  MerLanguage language = self->language;

  mer_table_add_column (table, mer_tr (language, "Organization"), NAME_WIDTH, MER_ALIGN_LEFT,
                        FALSE);
  for (guint i = 0; i < self->marks->items->len; i++)
    {
      g_autofree char *header = header_of (self, g_ptr_array_index (self->marks->items, i));

      mer_table_add_column (table, header, ITEM_WIDTH, MER_ALIGN_RIGHT, FALSE);
    }
  if (self->notes->len == 0)
    return;
  mer_table_add_column (table, mer_tr (language, "Date of the visit"), ITEM_WIDTH, MER_ALIGN_LEFT,
                        FALSE);
  mer_table_add_column (table, mer_tr (language, "Inspector"), NOTE_WIDTH, MER_ALIGN_LEFT, FALSE);
  mer_table_add_column (table, mer_tr (language, "Evidence"), NOTE_WIDTH, MER_ALIGN_LEFT, FALSE);
  mer_table_add_column (table, mer_tr (language, "Note"), NOTE_WIDTH, MER_ALIGN_LEFT, FALSE);
}

/* --- rows ----------------------------------------------------------------------------- */

static const char *
mark_text (const Writer      *self,
           const MerMarkCell *cell)
{
  switch (cell->mark)
    {
    case MER_MARK_PRESENT:
      return "1";
    case MER_MARK_HALF:
      return self->language == MER_LANGUAGE_RU ? "0,5" : "0.5";
    case MER_MARK_ABSENT:
      return "0";
    case MER_MARK_NOT_REQUIRED:
    default:
      /* Translators: a mark in a table of checklists; the import reads the very words back. */
      return cell->line == 0 ? "" : mer_trc (self->language, "mark in a table", "n/a");
    }
}

static const MerMarkNote *
find_note (const Writer *self,
           gint64        organization_id)
{
  for (guint i = 0; i < self->notes->len; i++)
    {
      const MerMarkNote *note = g_ptr_array_index (self->notes, i);

      if (note->organization_id == organization_id)
        return note;
    }
  return NULL;
}

static void
add_notes (const Writer *self,
           gint64        organization_id,
           GStrv         cells,
           guint         at)
{
  const MerMarkNote *note = find_note (self, organization_id);
  const char        *texts[] = { note != NULL ? note->day : NULL,
                          note != NULL ? note->inspector : NULL,
                          note != NULL ? note->link : NULL,
                          note != NULL ? note->note : NULL };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    cells[at + i] = g_strdup (texts[i] != NULL ? texts[i] : "");
}

static void
add_row (const Writer          *self,
         const MerOrganization *organization,
         MerTable              *table,
         guint                 *n_left_out)
{
  guint    n = self->marks->items->len;
  GStrv    cells = g_new0 (char *, table->columns->len + 1);
  gboolean required = FALSE;
  gboolean stated = FALSE;

  cells[0] = g_strdup (organization->name);
  for (guint i = 0; i < n; i++)
    {
      const MerMarkCell *cell = mer_mark_table_cell (self->marks, organization->id, i);

      required |= cell->mark != MER_MARK_NOT_REQUIRED;
      stated |= cell->line != 0;
      cells[i + 1] = g_strdup (mark_text (self, cell));
    }
  if (self->notes->len > 0)
    add_notes (self, organization->id, cells, n + 1);
  if (required)
    mer_table_add_row (table, cells);
  else
    g_strfreev (cells);
  if (!required && stated && n_left_out != NULL)
    (*n_left_out)++;
}

/* --- the table ------------------------------------------------------------------------ */

static gboolean
load (Writer      *self,
      MerDocument *doc,
      gint64       cycle_id,
      GError     **error)
{
  g_autoptr (MerCycle) cycle = mer_store_cycle (doc, cycle_id, error);

  self->language = mer_document_get_language (doc);
  self->methodology =
    cycle != NULL ? mer_store_methodology (doc, cycle->methodology_id, error) : NULL;
  self->marks =
    self->methodology != NULL ? mer_store_mark_table (doc, cycle->id, error) : NULL;
  self->notes = self->marks != NULL ? mer_store_mark_notes (doc, cycle->id, 0, error) : NULL;
  if (self->notes == NULL)
    return FALSE;
  for (guint i = self->notes->len; i > 0; i--)
    if (((MerMarkNote *) g_ptr_array_index (self->notes, i - 1))->item_id != 0)
      g_ptr_array_remove_index (self->notes, i - 1);
  self->recognizer = mer_item_recognizer_new (self->methodology, self->marks->items);
  return TRUE;
}

/**
 * mer_checklist_table:
 * @doc: a document
 * @cycle_id: a cycle
 * @n_left_out: (out) (optional): organizations with a checklist that requires nothing
 * @error: return location
 *
 * Returns: (transfer full): a document that is one table
 */
MerBlocks *
mer_checklist_table (MerDocument *doc,
                     gint64       cycle_id,
                     guint       *n_left_out,
                     GError     **error)
{
  g_auto (Writer) self = { 0 };
  g_autoptr (GPtrArray) organizations = NULL;
  MerBlocks *blocks = NULL;
  MerTable  *table = NULL;

  if (!load (&self, doc, cycle_id, error))
    return NULL;
  organizations = mer_store_organizations (doc, error);
  if (organizations == NULL)
    return NULL;
  if (n_left_out != NULL)
    *n_left_out = 0;
  table = mer_table_new ();
  add_columns (&self, table);
  for (guint i = 0; i < organizations->len; i++)
    add_row (&self, g_ptr_array_index (organizations, i), table, n_left_out);
  blocks = mer_blocks_new (self.language, mer_tr (self.language, "Checklists"));
  mer_blocks_add_table (blocks, table);
  return blocks;
}

/**
 * mer_checklist_table_write:
 * @doc: a document
 * @cycle_id: a cycle
 * @path: the file; its extension names the format
 * @n_left_out: (out) (optional): organizations with a checklist that requires nothing
 * @error: return location; a %MER_REPORT_ERROR of the format or the file
 *
 * Returns: whether the file was written
 */
gboolean
mer_checklist_table_write (MerDocument *doc,
                           gint64       cycle_id,
                           const char  *path,
                           guint       *n_left_out,
                           GError     **error)
{
  const MerRenderer *renderer = mer_renderer_for_path (path, error);
  g_autoptr (MerBlocks) blocks = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (renderer == NULL)
    return FALSE;
  if (!g_str_equal (renderer->extension, "csv") && !g_str_equal (renderer->extension, "xlsx"))
    {
      g_set_error (error, MER_REPORT_ERROR, MER_REPORT_ERROR_FORMAT,
                   _("Checklists are written as .csv or .xlsx, not as .%s."),
                      renderer->extension);
      return FALSE;
    }
  blocks = mer_checklist_table (doc, cycle_id, n_left_out, error);
  bytes = blocks != NULL ? renderer->render (blocks, error) : NULL;
  return bytes != NULL && mer_report_save (bytes, path, error);
}
