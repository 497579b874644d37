/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A tree of the rules and the pane beside it: what is chosen in one is shown in the other. */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/mer-text-scale.h"
#include "ui/mer-ui.h"
#include "ui/pages/mer-methodology-view-private.h"
#include "ui/widgets/mer-list-view.h"

#define TREE_WIDTH 496
#define TREE_WIDTH_NARROW 340
#define TREE_WIDTH_LARGE_TEXT 260 /* of twice the size */
#define EDITOR_WIDTH 360
#define LARGE_TEXT 150 /* percent */
#define WIDTH_KEY "methodology-tree"

G_DEFINE_FINAL_TYPE (MerMethodologyView, mer_methodology_view, MER_TYPE_DATA_VIEW)

/* clang-format off */
static const struct
{
  const char *title;
  const char *description;
  const char *add;
} empties[MER_N_OUTLINES] = {
  [MER_OUTLINE_CRITERIA] = { N_("There are no criteria yet"),
    N_("A criterion holds indicators, each with a weight."), N_("Add a Criterion") },
  [MER_OUTLINE_QUESTIONS] = { N_("There are no questions yet"),
    N_("Questions are what respondents are asked."), N_("Add a Question") },
  [MER_OUTLINE_CHECKLISTS] = { N_("There are no checklists yet"),
    N_("A place holds the items that an expert looks for."), N_("Add a Place") },
  [MER_OUTLINE_RULES] = { N_("There are no rules yet"),
    N_("A document begins with the rules of an edition."), N_("Add a Band") },
};
/* clang-format on */

static void
selected_cb (MerMethodologyView *self)
{
  mer_methodology_editor_set_row (self->editor, mer_methodology_tree_get_selected (self->tree));
  mer_methodology_view_update_actions (self);
}

static void
changed_cb (MerMethodologyView *self)
{
  MerMethodology *methodology = mer_methodology_editing_get (self->editing);
  g_auto (GStrv) rows = NULL;

  if (methodology != NULL)
    rows = mer_outline_children (methodology, self->outline, NULL);
  gtk_stack_set_visible_child_name (self->stack,
                                    rows != NULL && rows[0] != NULL ? "tree" : "empty");
  mer_methodology_view_update_actions (self);
}

/* --- keys -------------------------------------------------------------------------------- */

static gboolean
is_typing (MerMethodologyView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL && GTK_IS_EDITABLE (gtk_root_get_focus (root));
}

/* The list takes arrows to the sides for itself, so this comes before it. */
static gboolean
key_cb (MerMethodologyView *self,
        guint               key,
        guint               code,
        GdkModifierType     state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0 || is_typing (self))
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Right)
    return mer_methodology_tree_set_expanded (self->tree, TRUE);
  if (key == GDK_KEY_Left)
    return mer_methodology_tree_set_expanded (self->tree, FALSE);
  return GDK_EVENT_PROPAGATE;
}

static void
bind_keys (MerMethodologyView *self)
{
  static const char *const table[][2] = {
    { "<Alt>Up|<Alt>KP_Up", "view.move-up" },
    { "<Alt>Down|<Alt>KP_Down", "view.move-down" },
    { "<Primary>d", "view.copy-part" },
    { "Insert", "view.add" },
  };
  GtkWidget          *list = GTK_WIDGET (mer_methodology_tree_get_table (self->tree));
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (shortcuts),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (table[i][0]),
                        gtk_named_action_new (table[i][1])));
  gtk_event_controller_set_propagation_phase (shortcuts, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (list, shortcuts);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (list, keys);
  mer_data_view_bind_table_keys (MER_DATA_VIEW (self), list);
}

/* --- the object -------------------------------------------------------------------------- */

static gboolean
has_large_text (MerMethodologyView *self)
{
  return mer_text_scale_px (GTK_WIDGET (self), 100) >= LARGE_TEXT;
}

/* A width that the user gave the tree, by dragging or by the keyboard. */
void
mer_methodology_view_keep_layout (MerMethodologyView *self)
{
  int width = 0;

  g_return_if_fail (MER_IS_METHODOLOGY_VIEW (self));
  width = gtk_paned_get_position (self->paned);
  if (self->narrow || has_large_text (self) || self->tree_width == 0 || width == self->tree_width)
    return;
  self->tree_width = width;
  g_settings_set_int (self->settings, WIDTH_KEY, CLAMP (width, 0, 4096));
}

/* What the user made it is for wide windows only. */
static int
tree_width (MerMethodologyView *self)
{
  int kept = g_settings_get_int (self->settings, WIDTH_KEY);
  int usual = TREE_WIDTH;

  if (has_large_text (self))
    usual = TREE_WIDTH_LARGE_TEXT;
  else if (self->narrow)
    usual = TREE_WIDTH_NARROW;
  else if (kept > 0)
    return kept;
  return mer_text_scale_px (GTK_WIDGET (self), usual);
}

/* Large text in a wide window is like usual text in a narrow one. */
static void
update_layout (MerMethodologyView *self)
{
  gboolean large = has_large_text (self);

  mer_methodology_tree_set_narrow (self->tree, self->narrow || large);
  mer_methodology_editor_set_stacked (self->editor, large);
  self->tree_width = tree_width (self);
  gtk_paned_set_position (self->paned, self->tree_width);
}

static void
mer_methodology_view_set_narrow (MerDataView *view,
                                 gboolean     narrow)
{
  MerMethodologyView *self = MER_METHODOLOGY_VIEW (view);

  mer_methodology_view_keep_layout (self);
  self->narrow = narrow;
  update_layout (self);
}

/* The tabs share it. */
static void
mer_methodology_view_map (GtkWidget *widget)
{
  update_layout (MER_METHODOLOGY_VIEW (widget));
  GTK_WIDGET_CLASS (mer_methodology_view_parent_class)->map (widget);
}

static void
mer_methodology_view_unmap (GtkWidget *widget)
{
  mer_methodology_view_keep_layout (MER_METHODOLOGY_VIEW (widget));
  GTK_WIDGET_CLASS (mer_methodology_view_parent_class)->unmap (widget);
}

static void
mer_methodology_view_update (MerDataView *view)
{
  mer_methodology_view_update_actions (MER_METHODOLOGY_VIEW (view));
}

static gboolean
mer_methodology_view_grab_focus (GtkWidget *widget)
{
  MerMethodologyView *self = MER_METHODOLOGY_VIEW (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (mer_methodology_tree_get_table (self->tree)));
}

static void
mer_methodology_view_dispose (GObject *object)
{
  MerMethodologyView *self = MER_METHODOLOGY_VIEW (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MER_TYPE_METHODOLOGY_VIEW);
  g_clear_object (&self->editing);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (mer_methodology_view_parent_class)->dispose (object);
}

static void
mer_methodology_view_class_init (MerMethodologyViewClass *klass)
{
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);
  MerDataViewClass *view_class = MER_DATA_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_methodology_view_dispose;
  widget_class->grab_focus = mer_methodology_view_grab_focus;
  widget_class->map = mer_methodology_view_map;
  widget_class->unmap = mer_methodology_view_unmap;
  view_class->update = mer_methodology_view_update;
  view_class->set_narrow = mer_methodology_view_set_narrow;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MER_UI_RESOURCE ("mer-methodology-view.ui"));
  gtk_widget_class_bind_template_child (widget_class, MerMethodologyView, stack);
  gtk_widget_class_bind_template_child (widget_class, MerMethodologyView, empty);
  gtk_widget_class_bind_template_child (widget_class, MerMethodologyView, empty_add);
  gtk_widget_class_bind_template_child (widget_class, MerMethodologyView, paned);
}

static void
mer_methodology_view_init (MerMethodologyView *self)
{
  mer_methodology_view_add_actions (self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GMenuModel *
row_menu_new (MerOutline outline)
{
  static const char *const items[][2] = {
    { N_("_Copy as a New Part"), "view.copy-part" },
      { N_("Move _Up"), "view.move-up" },
        { N_("Move _Down"), "view.move-down" },
          { N_("_Normalize the Weights"), "view.normalize" },
            { N_("_Return to Federal"), "view.restore" },
              { N_("_Delete"), "view.delete" },
            };
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuModel) add = mer_methodology_add_menu_new (outline, "view.");
  g_autoptr (GMenu) rest = g_menu_new ();

  g_menu_append_submenu (menu, _("_Add"), add);
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    g_menu_append (rest, _(items[i][0]), items[i][1]);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rest));
  return G_MENU_MODEL (menu);
}

static void
renamed_cb (MerMethodologyView *self,
            const char         *row,
            const char         *new_row)
{
  mer_methodology_tree_rename (self->tree, row, new_row);
}

/**
 * mer_methodology_view_new:
 * @editing: the rules
 * @outline: which tree of them
 * @settings: where the width of the tree is kept
 *
 * Returns: (transfer floating): a tab of the page
 */
GtkWidget *
mer_methodology_view_new (MerMethodologyEditing *editing,
                          MerOutline             outline,
                          GSettings             *settings)
{
  MerMethodologyView *self =
    g_object_new (MER_TYPE_METHODOLOGY_VIEW, "session",
                  mer_methodology_editing_get_session (editing), NULL);
  g_autoptr (GMenuModel) menu = row_menu_new (outline);

  self->editing = g_object_ref (editing);
  self->settings = g_object_ref (settings);
  self->outline = outline;
  self->tree = mer_methodology_tree_new (editing, outline);
  self->editor = mer_methodology_editor_new (editing);
  gtk_widget_set_size_request (GTK_WIDGET (self->editor), EDITOR_WIDTH, -1);
  gtk_paned_set_start_child (self->paned, GTK_WIDGET (self->tree));
  gtk_paned_set_end_child (self->paned, GTK_WIDGET (self->editor));
  mer_list_view_set_menu (mer_methodology_tree_get_table (self->tree), menu);
  adw_status_page_set_title (self->empty, _(empties[outline].title));
  adw_status_page_set_description (self->empty, _(empties[outline].description));
  gtk_button_set_label (self->empty_add, _(empties[outline].add));
  g_signal_connect_object (self->tree, "selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tree, "typed", G_CALLBACK (mer_methodology_view_weight_typed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tree, "entered", G_CALLBACK (mer_methodology_view_weight_entered),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tree, "dropped", G_CALLBACK (mer_methodology_view_dropped),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "renamed", G_CALLBACK (renamed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (editing, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  mer_text_scale_follow (GTK_WIDGET (self), G_CALLBACK (update_layout), self);
  bind_keys (self);
  selected_cb (self);
  changed_cb (self);
  return GTK_WIDGET (self);
}

const char *
mer_methodology_view_get_selected (MerMethodologyView *self)
{
  g_return_val_if_fail (MER_IS_METHODOLOGY_VIEW (self), NULL);
  return mer_methodology_tree_get_selected (self->tree);
}

gboolean
mer_methodology_view_show (MerMethodologyView *self,
                           const char         *row,
                           const char         *property)
{
  g_return_val_if_fail (MER_IS_METHODOLOGY_VIEW (self), FALSE);
  if (!mer_methodology_tree_select (self->tree, row))
    return FALSE;
  if (property != NULL)
    mer_methodology_editor_focus (self->editor, property);
  return TRUE;
}

void
mer_methodology_view_finish (MerMethodologyView *self)
{
  g_return_if_fail (MER_IS_METHODOLOGY_VIEW (self));
  mer_methodology_editor_finish (self->editor);
}
