/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The choice of organizations behind the button at the start of the header bar. */

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

#include "ui/mer-kind-label.h"
#include "ui/pages/mer-rating-choice.h"

#define GROUP_PREFIX "group-"

void
mer_rating_choice_clear (MerRatingChoice *self)
{
  self->kinds = 0;
  g_clear_pointer (&self->organizations, g_array_unref);
  g_clear_pointer (&self->group_name, g_free);
  g_clear_pointer (&self->title, g_free);
}

static const MerGroup *
find_group (GPtrArray  *groups,
            const char *text)
{
  gint64 id = g_ascii_strtoll (text + strlen (GROUP_PREFIX), NULL, 10);
  guint  i;

  for (i = 0; groups != NULL && i < groups->len; i++)
    {
      const MerGroup *group = g_ptr_array_index (groups, i);

      if (group->id == id)
        return group;
    }
  return NULL;
}

/**
 * mer_rating_choice_parse:
 * @self: what to fill
 * @text: the state of the menu's action
 * @groups: (nullable) (element-type MerGroup): of the document
 *
 * A group or kind that is no more means all.
 */
void
mer_rating_choice_parse (MerRatingChoice *self,
                         const char      *text,
                         GPtrArray       *groups)
{
  MerOrganizationKind kind = MER_ORGANIZATION_OTHER;
  const MerGroup     *group = NULL;

  mer_rating_choice_clear (self);
  if (g_str_has_prefix (text, GROUP_PREFIX))
    group = find_group (groups, text);
  if (group != NULL)
    {
      self->organizations = g_array_copy (group->members);
      self->group_name = g_strdup (group->name);
      self->title = g_strdup (group->name);
    }
  else if (mer_organization_kind_from_code (text, &kind))
    {
      self->kinds = 1u << kind;
      self->title = g_strdup (mer_kind_label (kind));
    }
  else
    self->title = g_strdup (_("All kinds"));
}

static void
append_choice (GMenu      *menu,
               const char *label,
               const char *action,
               const char *target)
{
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);
  g_autofree char *plain = g_strjoinv ("__", parts); /* no mnemonic out of a group's name */
  GMenuItem       *item = g_menu_item_new (plain, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
  g_object_unref (item);
}

static guint
kinds_present (const MerResults *results)
{
  guint mask = 0;
  guint i;

  for (i = 0; i < results->scores->n_rows; i++)
    mask |= 1u << results->scores->rows[i].organization->kind;
  return mask;
}

static GMenu *
kinds_section (const MerResults *results)
{
  GMenu *section = g_menu_new ();
  guint  present = kinds_present (results);
  guint  kind;

  append_choice (section, _("All kinds"), "page.choice", "all");
  for (kind = 0; kind < MER_N_ORGANIZATION_KINDS; kind++)
    if ((present & (1u << kind)) != 0)
      append_choice (section, mer_kind_label (kind), "page.choice",
                     mer_organization_kind_to_code (kind));
  return section;
}

static GMenu *
groups_section (GPtrArray *groups)
{
  GMenu *section = g_menu_new ();
  guint  i;

  for (i = 0; groups != NULL && i < groups->len; i++)
    {
      const MerGroup  *group = g_ptr_array_index (groups, i);
      g_autofree char *target =
        g_strdup_printf (GROUP_PREFIX "%" G_GINT64_FORMAT, group->id);

      append_choice (section, group->name, "page.choice", target);
    }
  return section;
}

/**
 * mer_rating_choice_menu:
 * @results: a scored cycle
 * @groups: (nullable) (element-type MerGroup): of the document
 *
 * Returns: (transfer full): the menu; its actions are page.choice and page.ranks
 */
GMenuModel *
mer_rating_choice_menu (MerResults *results,
                        GPtrArray  *groups)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) kinds = kinds_section (results);
  g_autoptr (GMenu) own = groups_section (groups);
  g_autoptr (GMenu) ranks = g_menu_new ();

  append_choice (ranks, _("Places among all"), "page.ranks", "all");
  append_choice (ranks, _("Places within the kind"), "page.ranks", "kind");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (kinds));
  if (g_menu_model_get_n_items (G_MENU_MODEL (own)) > 0)
    g_menu_append_section (menu, _("Own groups"), G_MENU_MODEL (own));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (ranks));
  return G_MENU_MODEL (menu);
}
