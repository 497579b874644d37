/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A tree of the rules and the pane beside it. Every edit makes new rules of the stored ones and
 * stores them as one action; menu, keys and dragging call the same functions. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ui/mer-text-scale.h"
#include "ui/mer-ui.h"
#include "ui/pages/mer-methodology-editor.h"
#include "ui/pages/mer-methodology-tree.h"
#include "ui/pages/mer-methodology-view.h"
#include "ui/widgets/mer-list-view.h"

#define TREE_WIDTH 464
#define TREE_WIDTH_NARROW 300
#define EDITOR_WIDTH 360

struct _MerMethodologyView
{
  MerDataView parent_instance;

  /* template children */
  GtkStack      *stack;
  AdwStatusPage *empty;
  GtkButton     *empty_add;
  GtkPaned      *paned;

  /* children */
  MerMethodologyTree   *tree;
  MerMethodologyEditor *editor;

  MerMethodologyEditing *editing; /* owned */
  MerOutline             outline;
  gboolean               narrow;
};

G_DEFINE_FINAL_TYPE (MerMethodologyView, mer_methodology_view, MER_TYPE_DATA_VIEW)

/* What can be added to each outline, the usual one first. */
static const MerPartKind addable[MER_N_OUTLINES][4] = {
  [MER_OUTLINE_CRITERIA] = { MER_PART_CRITERION, MER_PART_INDICATOR, MER_PART_CALCULATED },
  [MER_OUTLINE_QUESTIONS] = { MER_PART_QUESTION, MER_PART_OPTION },
  [MER_OUTLINE_CHECKLISTS] = { MER_PART_PLACE, MER_PART_ITEM },
  [MER_OUTLINE_RULES] = { MER_PART_BAND },
};

static const char *const kind_names[] = {
  [MER_PART_METHODOLOGY] = "methodology",
  [MER_PART_CRITERION] = "criterion",
  [MER_PART_INDICATOR] = "indicator",
  [MER_PART_CALCULATED] = "calculated",
  [MER_PART_QUESTION] = "question",
  [MER_PART_OPTION] = "option",
  [MER_PART_PLACE] = "place",
  [MER_PART_ITEM] = "item",
  [MER_PART_BAND] = "band",
};

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

static MerMethodology *
stored_of (MerMethodologyView *self)
{
  return mer_methodology_editing_get_stored (self->editing);
}

static const char *
selected_of (MerMethodologyView *self)
{
  return mer_methodology_tree_get_selected (self->tree);
}

static void
fail (MerMethodologyView *self,
      const char         *heading,
      const GError       *error)
{
  mer_session_fail (mer_data_view_get_session (MER_DATA_VIEW (self)), heading, error);
}

/* --- which actions are possible ---------------------------------------------------------- */

static gboolean
may_move (MerMethodologyView *self,
          const char         *row,
          int                 delta)
{
  g_autofree char *owner = NULL;
  guint            position = 0;

  return mer_outline_move_by (stored_of (self), row, delta, &owner, &position);
}

static gboolean
has_weights (const char *row)
{
  MerPartKind kind = mer_outline_is_part (row) ? mer_part_kind_of (row) : MER_PART_BAND;

  return *row == '\0' || kind == MER_PART_CRITERION || kind == MER_PART_INDICATOR;
}

static void
update_actions (MerMethodologyView *self)
{
  MerDataView *view = MER_DATA_VIEW (self);
  const char  *row = selected_of (self);
  gboolean     may_edit = mer_methodology_editing_may_edit (self->editing);
  gboolean     is_part = may_edit && row != NULL && mer_outline_is_part (row);

  mer_data_view_set_action_enabled (view, "add", may_edit);
  mer_data_view_set_action_enabled (view, "add-part", may_edit);
  mer_data_view_set_action_enabled (view, "copy-part", is_part);
  mer_data_view_set_action_enabled (view, "delete", is_part);
  mer_data_view_set_action_enabled (view, "move-up", is_part && may_move (self, row, -1));
  mer_data_view_set_action_enabled (view, "move-down", is_part && may_move (self, row, 1));
  mer_data_view_set_action_enabled (
    view, "restore",
    may_edit && row != NULL &&
      (mer_methodology_editing_get_marks (self->editing, row) & MER_MARK_DIFFERS) != 0);
  mer_data_view_set_action_enabled (view, "normalize",
                                    may_edit && row != NULL && has_weights (row));
  mer_data_view_set_action_enabled (view, "edit", may_edit && row != NULL);
  mer_data_view_set_action_enabled (view, "copy", row != NULL);
}

static void
selected_cb (MerMethodologyView *self)
{
  mer_methodology_editor_set_row (self->editor, selected_of (self));
  update_actions (self);
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
  update_actions (self);
}

/* --- adding ------------------------------------------------------------------------------ */

static MerPartKind
kind_by_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++)
    if (g_str_equal (kind_names[i], name))
      return (MerPartKind) i;
  return MER_PART_METHODOLOGY;
}

/* The owner that a new part of a kind would have: what is selected, or what holds it. NULL: the
 * kind needs one and there is none. */
static char *
owner_for (MerMethodologyView *self,
           MerPartKind         kind)
{
  static const MerPartKind owners[] = {
    [MER_PART_INDICATOR] = MER_PART_CRITERION,
    [MER_PART_CALCULATED] = MER_PART_CRITERION,
    [MER_PART_OPTION] = MER_PART_QUESTION,
    [MER_PART_ITEM] = MER_PART_PLACE,
    [MER_PART_BAND] = MER_PART_METHODOLOGY,
  };
  g_autofree char *row = g_strdup (selected_of (self));

  if (owners[kind] == MER_PART_METHODOLOGY)
    return g_strdup ("");
  while (row != NULL && mer_outline_is_part (row) && mer_part_kind_of (row) != owners[kind])
    {
      char *parent = mer_outline_parent (stored_of (self), row);

      g_free (row);
      row = parent;
    }
  return row != NULL && mer_outline_is_part (row) ? g_steal_pointer (&row) : NULL;
}

/* A new part stands behind the selected one where that is of its kind. */
static MerMethodology *
move_behind (MerMethodology *methodology,
             const char     *selected,
             char          **path)
{
  g_autofree char *owner = NULL;
  g_autofree char *moved_path = NULL;
  guint            position = 0;
  MerMethodology  *moved = NULL;

  if (selected != NULL && mer_outline_is_part (selected) &&
      mer_part_kind_of (selected) == mer_part_kind_of (*path) &&
      mer_outline_move_to (methodology, *path, selected, TRUE, &owner, &position))
    moved = mer_methodology_move (methodology, *path, owner, position, &moved_path, NULL);
  if (moved == NULL)
    return methodology;
  mer_methodology_unref (methodology);
  if (moved_path != NULL)
    {
      g_free (*path);
      *path = g_steal_pointer (&moved_path);
    }
  return moved;
}

static void
add_part (MerMethodologyView *self,
          MerPartKind         kind)
{
  g_autofree char *owner = owner_for (self, kind);
  g_autofree char *path = NULL;
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) methodology = NULL;

  if (owner == NULL)
    return;
  methodology = mer_methodology_add (stored_of (self), kind, owner, &path, &error);
  if (methodology == NULL)
    {
      fail (self, _("Nothing was added"), error);
      return;
    }
  methodology = move_behind (g_steal_pointer (&methodology), selected_of (self), &path);
  /* Translators: an action; %s is a kind of part: "Adding to the methodology: Indicator". */
  label = g_strdup_printf (_("Adding to the methodology: %s"), _(mer_part_kind_label (kind)));
  if (mer_methodology_editing_store (self->editing, label, NULL, methodology))
    mer_methodology_view_show (self, path, kind == MER_PART_OPTION ? "text" : "title");
}

static void
add_part_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  add_part (user_data, kind_by_name (g_variant_get_string (parameter, NULL)));
}

/* Another one of what is selected; else the usual one. */
static void
add_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  MerMethodologyView *self = user_data;
  const char         *row = selected_of (self);

  add_part (self, row != NULL && mer_outline_is_part (row) ? mer_part_kind_of (row)
                                                           : addable[self->outline][0]);
}

GMenuModel *
mer_methodology_add_menu_new (MerOutline  outline,
                              const char *prefix)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; addable[outline][i] != MER_PART_METHODOLOGY; i++)
    {
      MerPartKind      kind = addable[outline][i];
      g_autofree char *action =
        g_strdup_printf ("%sadd-part::%s", prefix, kind_names[kind]);

      g_menu_append (menu, _(mer_part_kind_label (kind)), action);
    }
  return G_MENU_MODEL (menu);
}

/* --- copying, removing, moving ----------------------------------------------------------- */

static char *
name_of (MerMethodologyView *self,
         const char         *row)
{
  return mer_outline_is_part (row) ? mer_part_name (stored_of (self), row)
                                   : mer_outline_name (stored_of (self), row);
}

static void
copy_part_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  MerMethodologyView *self = user_data;
  g_autofree char    *path = NULL;
  g_autofree char    *name = name_of (self, selected_of (self));
  g_autofree char    *label = g_strdup_printf (_("Copying in the methodology: %s"), name);
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) methodology =
    mer_methodology_copy_part (stored_of (self), selected_of (self), &path, &error);

  if (methodology == NULL)
    fail (self, _("Nothing was copied"), error);
  else if (mer_methodology_editing_store (self->editing, label, NULL, methodology))
    mer_methodology_view_show (self, path, NULL);
}

static void
delete_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  MerMethodologyView *self = user_data;
  g_autofree char    *name = name_of (self, selected_of (self));
  g_autofree char    *label = g_strdup_printf (_("Removing from the methodology: %s"), name);
  g_autofree char    *done = g_strdup_printf (_("Removed: %s"), name);
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) methodology =
    mer_methodology_remove (stored_of (self), selected_of (self), &error);

  if (methodology == NULL)
    fail (self, _("Nothing was removed"), error);
  else
    mer_methodology_editing_store (self->editing, label, done, methodology);
}

static void
move_to (MerMethodologyView *self,
         const char         *row,
         const char         *owner,
         guint               position)
{
  g_autofree char *name = name_of (self, row);
  g_autofree char *label = g_strdup_printf (_("Moving in the methodology: %s"), name);
  g_autofree char *path = NULL;
  g_autofree char *selected = g_strdup (row);
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) methodology =
    mer_methodology_move (stored_of (self), row, owner, position, &path, &error);

  if (methodology == NULL)
    fail (self, _("Nothing was moved"), error);
  else if (mer_methodology_editing_store (self->editing, label, NULL, methodology))
    mer_methodology_tree_select (self->tree, path != NULL ? path : selected);
}

static void
move_by (MerMethodologyView *self,
         int                 delta)
{
  g_autofree char *row = g_strdup (selected_of (self));
  g_autofree char *owner = NULL;
  guint            position = 0;

  mer_methodology_editor_finish (self->editor);
  if (mer_outline_move_by (stored_of (self), row, delta, &owner, &position))
    move_to (self, row, owner, position);
}

static void
move_up_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  move_by (user_data, -1);
}

static void
move_down_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  move_by (user_data, 1);
}

static void
dropped_cb (MerMethodologyView *self,
            const char         *row,
            const char         *target,
            gboolean            behind)
{
  g_autofree char *owner = NULL;
  guint            position = 0;

  if (mer_methodology_editing_may_edit (self->editing) &&
      mer_outline_move_to (stored_of (self), row, target, behind, &owner, &position))
    move_to (self, row, owner, position);
}

/* --- weights, federal edition ------------------------------------------------------------ */

static void
weight_typed_cb (MerMethodologyView *self,
                 const char         *row,
                 const char         *text)
{
  g_autoptr (MerMethodology) methodology =
    mer_methodology_set (stored_of (self), row, "weight", text, NULL);

  mer_methodology_editing_preview (self->editing, methodology);
}

/* What is no number leaves the weight as it was, and is said. */
static void
weight_entered_cb (MerMethodologyView *self,
                   const char         *row,
                   const char         *text)
{
  g_autofree char *name = name_of (self, row);
  g_autofree char *label = g_strdup_printf (_("Changing the weight: %s"), name);
  g_autofree char *before = mer_methodology_get (stored_of (self), row, "weight");
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) methodology =
    mer_methodology_set (stored_of (self), row, "weight", text, &error);

  mer_methodology_editing_preview (self->editing, NULL);
  if (methodology == NULL)
    {
      mer_methodology_editor_complain (self->editor, "weight", error->message);
      return;
    }
  after = mer_methodology_get (methodology, row, "weight");
  if (g_strcmp0 (before, after) != 0)
    mer_methodology_editing_store (self->editing, label, NULL, methodology);
}

static void
normalize_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  MerMethodologyView *self = user_data;
  const char         *row = selected_of (self);
  g_autofree char    *owner = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) methodology = NULL;

  /* of an indicator: those of its criterion */
  if (mer_outline_is_part (row) && mer_part_kind_of (row) == MER_PART_INDICATOR)
    owner = mer_outline_parent (stored_of (self), row);
  methodology =
    mer_methodology_normalize (stored_of (self), owner != NULL ? owner : row, &error);
  if (methodology == NULL)
    fail (self, _("The weights were not normalized"), error);
  else
    mer_methodology_editing_store (self->editing, _("Normalizing the weights"),
                                                     _("The weights were normalized"), methodology);
}

static MerMethodology *
restored_policy (MerMethodologyEditing *editing,
                 const char            *key,
                 GError               **error)
{
  MerMethodology *federal = mer_methodology_editing_get_federal (editing);

  if (!g_hash_table_contains (federal->policies, key))
    return mer_methodology_with_policy (mer_methodology_editing_get_stored (editing), key,
                                        "inherit", error);
  return mer_methodology_with_decision (mer_methodology_editing_get_stored (editing), key,
                                        mer_methodology_policy (federal, key),
                                        g_hash_table_lookup (federal->decided, key), error);
}

/* The properties of the whole alone: what it holds has rows of its own. */
static MerMethodology *
restored_whole (MerMethodologyEditing *editing,
                GError               **error)
{
  MerMethodology *federal = mer_methodology_editing_get_federal (editing);
  g_autoptr (MerMethodology) result =
    mer_methodology_ref (mer_methodology_editing_get_stored (editing));

  for (const char *const *property = mer_part_properties (MER_PART_METHODOLOGY);
       *property != NULL; property++)
    {
      g_autofree char *value = mer_methodology_get (federal, "", *property);
      MerMethodology  *next =
        mer_methodology_set (result, "", *property, value != NULL ? value : "", error);

      if (next == NULL)
        return NULL;
      mer_methodology_unref (result);
      result = next;
    }
  return g_steal_pointer (&result);
}

MerMethodology *
mer_methodology_restored (MerMethodologyEditing *editing,
                          const char            *row,
                          GError               **error)
{
  if (mer_outline_policy (row) != NULL)
    return restored_policy (editing, mer_outline_policy (row), error);
  if (*row == '\0')
    return restored_whole (editing, error);
  return mer_methodology_restore (mer_methodology_editing_get_stored (editing),
                                  mer_methodology_editing_get_federal (editing), row, error);
}

static void
restore_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  MerMethodologyView *self = user_data;
  g_autofree char    *name = name_of (self, selected_of (self));
  g_autofree char    *label = g_strdup_printf (_("Returning to the federal edition: %s"), name);
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) methodology =
    mer_methodology_restored (self->editing, selected_of (self), &error);

  if (methodology == NULL)
    fail (self, _("Nothing was returned"), error);
  else
    mer_methodology_editing_store (self->editing, label, NULL, methodology);
}

/* --- keys -------------------------------------------------------------------------------- */

static void
edit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  MerMethodologyView *self = user_data;

  if (!mer_methodology_tree_edit_weight (self->tree))
    mer_methodology_editor_focus (self->editor, NULL);
}

static void
copy_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  mer_list_view_copy (mer_methodology_tree_get_table (((MerMethodologyView *) user_data)->tree));
}

static void
context_menu_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  mer_list_view_popup (mer_methodology_tree_get_table (((MerMethodologyView *) user_data)->tree));
}

static const GActionEntry actions[] = {
  { "add", add_cb, NULL, NULL, NULL, { 0 } },
  { "add-part", add_part_cb, "s", NULL, NULL, { 0 } },
  { "copy-part", copy_part_cb, NULL, NULL, NULL, { 0 } },
  { "delete", delete_cb, NULL, NULL, NULL, { 0 } },
  { "move-up", move_up_cb, NULL, NULL, NULL, { 0 } },
  { "move-down", move_down_cb, NULL, NULL, NULL, { 0 } },
  { "restore", restore_cb, NULL, NULL, NULL, { 0 } },
  { "normalize", normalize_cb, NULL, NULL, NULL, { 0 } },
  { "edit", edit_cb, NULL, NULL, NULL, { 0 } },
  { "copy", copy_cb, NULL, NULL, NULL, { 0 } },
  { "context-menu", context_menu_cb, NULL, NULL, NULL, { 0 } },
};

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

static void
mer_methodology_view_set_narrow (MerDataView *view,
                                 gboolean     narrow)
{
  MerMethodologyView *self = MER_METHODOLOGY_VIEW (view);

  self->narrow = narrow;
  mer_methodology_tree_set_narrow (self->tree, narrow);
  gtk_paned_set_position (self->paned,
                          mer_text_scale_px (GTK_WIDGET (self),
                                             narrow ? TREE_WIDTH_NARROW : TREE_WIDTH));
}

static void
mer_methodology_view_update (MerDataView *view)
{
  update_actions (MER_METHODOLOGY_VIEW (view));
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
  G_OBJECT_CLASS (mer_methodology_view_parent_class)->dispose (object);
}

static void
mer_methodology_view_class_init (MerMethodologyViewClass *klass)
{
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);
  MerDataViewClass *view_class = MER_DATA_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_methodology_view_dispose;
  widget_class->grab_focus = mer_methodology_view_grab_focus;
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
  mer_data_view_add_actions (MER_DATA_VIEW (self), actions, G_N_ELEMENTS (actions));
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
 *
 * Returns: (transfer floating): a tab of the page
 */
GtkWidget *
mer_methodology_view_new (MerMethodologyEditing *editing,
                          MerOutline             outline)
{
  MerMethodologyView *self =
    g_object_new (MER_TYPE_METHODOLOGY_VIEW, "session",
                  mer_methodology_editing_get_session (editing), NULL);
  g_autoptr (GMenuModel) menu = row_menu_new (outline);

  self->editing = g_object_ref (editing);
  self->outline = outline;
  self->tree = mer_methodology_tree_new (editing, outline);
  self->editor = mer_methodology_editor_new (editing);
  gtk_widget_set_size_request (GTK_WIDGET (self->editor), EDITOR_WIDTH, -1);
  gtk_paned_set_start_child (self->paned, GTK_WIDGET (self->tree));
  gtk_paned_set_end_child (self->paned, GTK_WIDGET (self->editor));
  gtk_paned_set_position (self->paned, TREE_WIDTH);
  mer_list_view_set_menu (mer_methodology_tree_get_table (self->tree), menu);
  adw_status_page_set_title (self->empty, _(empties[outline].title));
  adw_status_page_set_description (self->empty, _(empties[outline].description));
  gtk_button_set_label (self->empty_add, _(empties[outline].add));
  g_signal_connect_object (self->tree, "selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tree, "typed", G_CALLBACK (weight_typed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tree, "entered", G_CALLBACK (weight_entered_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tree, "dropped", G_CALLBACK (dropped_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "renamed", G_CALLBACK (renamed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (editing, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  bind_keys (self);
  selected_cb (self);
  changed_cb (self);
  return GTK_WIDGET (self);
}

const char *
mer_methodology_view_get_selected (MerMethodologyView *self)
{
  g_return_val_if_fail (MER_IS_METHODOLOGY_VIEW (self), NULL);
  return selected_of (self);
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
