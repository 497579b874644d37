/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done with the rows of a table of records. Each is one undoable action. */

#include "config.h"

#include <glib/gi18n.h>

#include "store/mer-record-store.h"
#include "ui/widgets/mer-record-table-private.h"
#include "ui/widgets/mer-table-keys.h"

static const MerRecord *
selected_of (MerRecordTable *self)
{
  return mer_record_table_get_selected (self);
}

/* --- adding and editing ---------------------------------------------------------------------- */

gpointer
mer_record_table_make_record (MerRecordTable *self)
{
  MerRecord *record = mer_record_new (self->kind, mer_record_table_get_cycle_id (self));

  if (self->owner_key != NULL)
    mer_record_set_number (record, mer_record_kind_field (self->kind, self->owner_key),
                           self->owner);
  return record;
}

/* The form calls back when the table may be gone already. */
typedef struct
{
  MerRecordTable             *table; /* owned */
  const MerRecordFormOptions *options;
} Caller;

static void
caller_free (gpointer data)
{
  Caller *self = data;

  g_object_unref (self->table);
  g_free (self);
}

static gboolean
offers_cb (const MerField *field,
           gconstpointer   target,
           gpointer        user_data)
{
  const Caller *self = user_data;

  return self->options->offers (field, target, self->table->user_data);
}

static gboolean
also_cb (MerDocument *document,
         gpointer     record,
         gpointer     user_data,
         GError     **error)
{
  const Caller *self = user_data;

  return self->options->also (document, record, self->table->user_data, error);
}

/* What was saved is selected, at once or when the table has read it. */
static void
saved_cb (gconstpointer record,
          gboolean      fresh,
          gpointer      user_data)
{
  const Caller *self = user_data;

  self->table->wanted = ((const MerRecord *) record)->id;
  if (!self->table->stale && self->table->session != NULL &&
      mer_record_table_select (self->table, self->table->wanted))
    self->table->wanted = 0;
  if (self->options->saved != NULL)
    self->options->saved (record, fresh, self->table->user_data);
}

void
mer_record_table_open (MerRecordTable *self,
                       gconstpointer   record)
{
  static const MerRecordFormOptions none = { 0 };
  GtkRoot                          *root = gtk_widget_get_root (GTK_WIDGET (self));
  MerRecordFormOptions              options = self->info->form ? *self->info->form : none;
  Caller                           *caller = NULL;

  if (self->info->open != NULL)
    {
      self->info->open (self, record);
      return;
    }
  caller = g_new0 (Caller, 1);
  caller->table = g_object_ref (self);
  caller->options = self->info->form ? self->info->form : &none;
  if (options.offers != NULL)
    options.offers = offers_cb;
  if (options.also != NULL)
    options.also = also_cb;
  options.saved = saved_cb;
  options.user_data = caller;
  options.destroy = caller_free;
  mer_record_form_present (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, self->session, record,
                           &options);
}

void
mer_record_table_add (MerRecordTable *self,
                      gconstpointer   preset)
{
  g_autoptr (MerRecord) record = NULL;

  g_return_if_fail (MER_IS_RECORD_TABLE (self));
  record = preset != NULL ? mer_record_copy (preset) : mer_record_table_make_record (self);
  mer_record_table_open (self, record);
}

static void
add_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  mer_record_table_add (user_data, NULL);
}

static void
edit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  const MerRecord *record = selected_of (user_data);

  if (record != NULL)
    mer_record_table_open (user_data, record);
}

/* --- deleting -------------------------------------------------------------------------------- */

typedef struct
{
  const MerRecordKind *kind;
  const GPtrArray     *records;
} Deletion;

static gboolean
delete_records (MerDocument *document,
                gpointer     user_data,
                GError     **error)
{
  const Deletion *self = user_data;

  for (guint i = 0; i < self->records->len; i++)
    if (!mer_store_delete_record (document, self->kind,
                                  ((const MerRecord *) self->records->pdata[i])->id, error))
      return FALSE;
  return TRUE;
}

static char *
deletion_words (const GPtrArray *records)
{
  g_autofree char *name = NULL;

  if (records->len > 1)
    return g_strdup_printf (ngettext ("%u record was deleted", "%u records were deleted",
                                      records->len),
                            records->len);
  name = mer_record_name (records->pdata[0]);
  return g_strdup_printf (_("Deleted: “%s”"), g_strdelimit (name, "\n", ' '));
}

void
mer_record_table_delete (MerRecordTable  *self,
                         const GPtrArray *records)
{
  g_autofree char *label = NULL;
  g_autofree char *done = NULL;
  Deletion         deletion = { 0 };

  g_return_if_fail (MER_IS_RECORD_TABLE (self));
  if (records->len == 0)
    return;
  deletion.kind = self->kind;
  deletion.records = records;
  label = g_strdup_printf (_("%s: deleting"), _(self->kind->one));
  done = deletion_words (records);
  mer_session_perform (self->session, label, done, delete_records, &deletion);
}

static void
delete_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  g_autoptr (GPtrArray) records = mer_record_table_get_selection (user_data);
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func (mer_record_free);

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (copies, mer_record_copy (records->pdata[i]));
  mer_record_table_delete (user_data, copies);
}

/* --- duplicating and order ------------------------------------------------------------------- */

typedef struct
{
  const MerRecordKind *kind;
  MerRecord           *record; /* of a copy; nullable */
  gint64               id;
  gint64               before; /* position; 0: the end */
} Placing;

static gboolean
place (MerDocument *document,
       gpointer     user_data,
       GError     **error)
{
  Placing *self = user_data;

  if (self->record != NULL)
    {
      if (!mer_store_save_record (document, self->record, error))
        return FALSE;
      self->id = self->record->id;
    }
  return self->before == 0 ||
         mer_store_move_record (document, self->kind, self->id, self->before, error);
}

static gboolean
move_to_end (MerDocument *document,
             gpointer     user_data,
             GError     **error)
{
  const Placing *self = user_data;

  return mer_store_move_record (document, self->kind, self->id, 0, error);
}

/* The position of the row so far below; 0: there is none. */
static gint64
position_below (MerRecordTable *self,
                int             offset)
{
  guint            row = mer_list_view_get_selected (self->view);
  const MerRecord *record = NULL;

  if (row == GTK_INVALID_LIST_POSITION || (offset < 0 && row < (guint) -offset))
    return 0;
  record = mer_record_list_get (self->list, row + (guint) offset);
  return record != NULL ? record->position : 0;
}

static void
duplicate_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  MerRecordTable  *self = user_data;
  const MerRecord *original = selected_of (self);
  g_autoptr (MerRecord) copy = NULL;
  g_autofree char *label = NULL;
  g_autofree char *name = NULL;
  g_autofree char *done = NULL;
  Placing          placing = { .kind = self->kind };

  if (original == NULL)
    return;
  copy = mer_record_copy (original);
  copy->id = 0;
  copy->position = 0;
  placing.record = copy;
  placing.before = position_below (self, 1);
  name = mer_record_name (copy);
  label = g_strdup_printf (_("%s: copying"), _(self->kind->one));
  done = g_strdup_printf (_("Added: “%s”"), g_strdelimit (name, "\n", ' '));
  if (mer_session_perform (self->session, label, done, place, &placing))
    mer_record_table_select (self, placing.id);
}

static void
move (MerRecordTable *self,
      gboolean        down)
{
  const MerRecord *record = selected_of (self);
  g_autofree char *label = g_strdup_printf (_("%s: moving"), _(self->kind->one));
  gint64           neighbour = position_below (self, down ? 1 : -1);
  Placing          placing = { .kind = self->kind };

  if (record == NULL || neighbour == 0)
    return;
  placing.id = record->id;
  placing.before = down ? position_below (self, 2) : neighbour;
  mer_session_perform (self->session, label, NULL, placing.before == 0 ? move_to_end : place,
                       &placing);
}

static void
move_up_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  move (user_data, FALSE);
}

static void
move_down_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  move (user_data, TRUE);
}

/* --- clipboard, files, finding --------------------------------------------------------------- */

static void
copy_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  mer_list_view_copy (MER_RECORD_TABLE (user_data)->view);
}

static void
paste_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  mer_record_table_paste (user_data);
}

static void
export_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  mer_record_table_export (user_data);
}

static void
import_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  mer_record_table_import (user_data);
}

static void
find_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  gtk_widget_grab_focus (GTK_WIDGET (MER_RECORD_TABLE (user_data)->search));
}

static void
context_menu_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  mer_list_view_popup (MER_RECORD_TABLE (user_data)->view);
}

static const GActionEntry entries[] = {
  { "add", add_cb, NULL, NULL, NULL, { 0 } },
  { "edit", edit_cb, NULL, NULL, NULL, { 0 } },
  { "delete", delete_cb, NULL, NULL, NULL, { 0 } },
  { "duplicate", duplicate_cb, NULL, NULL, NULL, { 0 } },
  { "move-up", move_up_cb, NULL, NULL, NULL, { 0 } },
  { "move-down", move_down_cb, NULL, NULL, NULL, { 0 } },
  { "copy", copy_cb, NULL, NULL, NULL, { 0 } },
  { "paste", paste_cb, NULL, NULL, NULL, { 0 } },
  { "export", export_cb, NULL, NULL, NULL, { 0 } },
  { "import", import_cb, NULL, NULL, NULL, { 0 } },
  { "find", find_cb, NULL, NULL, NULL, { 0 } },
  { "context-menu", context_menu_cb, NULL, NULL, NULL, { 0 } },
};

/* --- which of them can be done --------------------------------------------------------------- */

static gboolean
is_sorted (MerRecordTable *self)
{
  g_autofree char *sort = mer_list_view_get_sort (self->view);

  return *sort != '\0';
}

void
mer_record_table_update_actions (MerRecordTable *self)
{
  g_autoptr (GPtrArray) selection = mer_record_table_get_selection (self);
  guint    n = selection->len;
  gboolean addable = self->writable && (self->owner_key == NULL || self->owner != 0);
  gboolean importable = addable && self->owner_key == NULL && !self->info->frozen;
  gboolean homeless = self->cycle_id == 0 && !self->kind->of_department;
  gboolean one = self->writable && n == 1;
  gboolean ordered = one && !is_sorted (self);

  mer_record_table_set_action_enabled (self, "add", addable);
  mer_record_table_set_action_enabled (self, "paste", addable && !self->info->no_paste);
  mer_record_table_set_action_enabled (self, "import", importable);
  mer_record_table_set_action_enabled (self, "edit", one);
  mer_record_table_set_action_enabled (self, "duplicate", one && !self->info->frozen);
  mer_record_table_set_action_enabled (self, "move-up", ordered && position_below (self, -1) != 0);
  mer_record_table_set_action_enabled (self, "move-down", ordered && position_below (self, 1) != 0);
  mer_record_table_set_action_enabled (self, "delete", self->writable && n > 0);
  mer_record_table_set_action_enabled (self, "copy", n > 0);
  mer_record_table_set_action_enabled (self, "context-menu", n > 0);
  mer_record_table_set_action_enabled (self, "export",
                                       mer_record_list_get_records (self->list)->len > 0);
  gtk_widget_set_visible (self->empty_import, importable);
  gtk_widget_set_visible (self->empty_cycle, homeless);
  gtk_widget_set_visible (GTK_WIDGET (self->empty_add), !homeless);
}

/* --- keys and menus -------------------------------------------------------------------------- */

static void
bind_more_keys (MerRecordTable *self)
{
  static const struct
  {
    const char *keys;
    const char *action;
  } table[] = {
    { "<Primary>d", "records.duplicate" },
    { "<Alt>Up|<Alt>KP_Up", "records.move-up" },
    { "<Alt>Down|<Alt>KP_Down", "records.move-down" },
  };
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (table[i].keys),
                        gtk_named_action_new (table[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}

/* Within the table, before the page gets them: several tables may be on one page. */
static void
bind_table_keys (MerRecordTable *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Primary>f"),
                      gtk_named_action_new ("records.find")));
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Insert|KP_Insert"),
                      gtk_named_action_new ("records.add")));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

typedef struct
{
  const char *label;
  const char *action;
} MenuItem;

static void
append_section (GMenu          *menu,
                const MenuItem *items,
                guint           n_items)
{
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; i < n_items; i++)
    g_menu_append (section, _(items[i].label), items[i].action);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
make_menus (MerRecordTable *self)
{
  static const MenuItem row[] = {
    { N_("_Edit…"), "records.edit" },
      { N_("D_uplicate"), "records.duplicate" },
        { N_("Move u_p"), "records.move-up" },
          { N_("Move dow_n"), "records.move-down" },
        };
  static const MenuItem clipboard[] = {
    { N_("_Copy"), "records.copy" },
      { N_("P_aste rows"), "records.paste" },
    };
  static const MenuItem removal[] = { { N_("_Delete"), "records.delete" } };
  static const MenuItem files[] = {
    { N_("_Import a table…"), "records.import" },
      { N_("_Export as a table…"), "records.export" },
        { N_("P_aste rows"), "records.paste" },
      };

  self->row_menu = g_menu_new ();
  self->all_row_menu = g_menu_new ();
  g_menu_append_section (self->all_row_menu, NULL, G_MENU_MODEL (self->row_menu));
  append_section (self->all_row_menu, row, G_N_ELEMENTS (row));
  append_section (self->all_row_menu, clipboard, G_N_ELEMENTS (clipboard));
  append_section (self->all_row_menu, removal, G_N_ELEMENTS (removal));
  mer_list_view_set_menu (self->view, G_MENU_MODEL (self->all_row_menu));
  self->menu = g_menu_new ();
  self->all_menu = g_menu_new ();
  g_menu_append_section (self->all_menu, NULL, G_MENU_MODEL (self->menu));
  append_section (self->all_menu, files, G_N_ELEMENTS (files));
  gtk_menu_button_set_menu_model (self->more, G_MENU_MODEL (self->all_menu));
}

void
mer_record_table_init_actions (MerRecordTable *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  mer_table_keys_bind (GTK_WIDGET (self->view), G_ACTION_GROUP (self->actions), "records.");
  bind_more_keys (self);
  bind_table_keys (self);
  make_menus (self);
  mer_record_table_update_actions (self);
}

/* --- what callers ask ------------------------------------------------------------------------ */

GActionGroup *
mer_record_table_get_actions (MerRecordTable *self)
{
  g_return_val_if_fail (MER_IS_RECORD_TABLE (self), NULL);
  return G_ACTION_GROUP (self->actions);
}

void
mer_record_table_add_actions (MerRecordTable     *self,
                              const GActionEntry *more,
                              guint               n_more)
{
  g_return_if_fail (MER_IS_RECORD_TABLE (self));
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), more, (int) n_more, self);
}

void
mer_record_table_set_action_enabled (MerRecordTable *self,
                                     const char     *name,
                                     gboolean        enabled)
{
  GAction *action = NULL;

  g_return_if_fail (MER_IS_RECORD_TABLE (self));
  action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);
  g_return_if_fail (G_IS_SIMPLE_ACTION (action));
  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}
