/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done to the rules in a tree of them. Every edit makes new rules of the stored ones
 * and stores them as one action; menu, keys and dragging call the same functions. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ui/pages/mer-methodology-naming.h"
#include "ui/pages/mer-methodology-view-private.h"
#include "ui/widgets/mer-list-view.h"

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
  [MER_PART_COLUMN] = "column",
};

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

void
mer_methodology_view_update_actions (MerMethodologyView *self)
{
  MerDataView *view = MER_DATA_VIEW (self);
  const char  *row = selected_of (self);
  gboolean     may_edit = mer_methodology_editing_may_edit (self->editing);
  gboolean     is_part = may_edit && row != NULL && mer_outline_is_part (row) &&
                     mer_part_kind_of (row) != MER_PART_COLUMN;

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
    mer_methodology_view_show (self, path, mer_naming_property (kind));
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

void
mer_methodology_view_dropped (MerMethodologyView *self,
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

void
mer_methodology_view_weight_typed (MerMethodologyView *self,
                                   const char         *row,
                                   const char         *text)
{
  g_autoptr (MerMethodology) methodology =
    mer_methodology_set (stored_of (self), row, "weight", text, NULL);

  mer_methodology_editing_preview (self->editing, methodology);
}

/* What is no number leaves the weight as it was, and is said. */
void
mer_methodology_view_weight_entered (MerMethodologyView *self,
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

  if (methodology != NULL)
    after = mer_methodology_get (methodology, row, "weight");
  /* what is stored takes the place of what was typed; all else drops it */
  if (methodology != NULL && g_strcmp0 (before, after) != 0 &&
      mer_methodology_editing_store (self->editing, label, NULL, methodology))
    return;
  mer_methodology_editing_preview (self->editing, NULL);
  if (methodology == NULL)
    mer_methodology_editor_complain (self->editor, "weight", error->message);
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

/* --- the table -------------------------------------------------------------------------------- */

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

void
mer_methodology_view_add_actions (MerMethodologyView *self)
{
  mer_data_view_add_actions (MER_DATA_VIEW (self), actions, G_N_ELEMENTS (actions));
}
