/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the council decided about what is looked at, at the foot of a page. */

#include "config.h"

#include "ui/mer-page-private.h"

static gboolean
has_strip (MerPagePrivate *priv)
{
  return priv->strip != NULL && gtk_widget_should_layout (priv->strip);
}

int
mer_page_strip_height (MerPagePrivate *priv,
                       int             width)
{
  int height = 0;

  if (has_strip (priv))
    gtk_widget_measure (priv->strip, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  return height;
}

void
mer_page_strip_allocate (MerPagePrivate      *priv,
                         const GtkAllocation *place)
{
  if (has_strip (priv))
    gtk_widget_size_allocate (priv->strip, place, -1);
}

MerDecisionStrip *
mer_page_ensure_strip (MerPage *self)
{
  MerPagePrivate *priv = mer_page_private (self);
  MerPageClass   *klass = MER_PAGE_GET_CLASS (self);

  if (priv->strip == NULL)
    {
      priv->strip =
        mer_decision_strip_new (priv->session, klass->decided, klass->decided_otherwise);
      gtk_widget_add_css_class (priv->strip, "mer-foot");
      gtk_widget_insert_before (priv->strip, GTK_WIDGET (self), NULL);
    }
  return MER_DECISION_STRIP (priv->strip);
}

static void
look_at_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  MerPagePrivate *priv = mer_page_private (user_data);
  const char     *kind = NULL;
  gint64          id = 0;

  g_variant_get (parameter, "(&sx)", &kind, &id);
  if (priv->session != NULL && (id != 0 || priv->strip != NULL))
    mer_decision_strip_look_at (mer_page_ensure_strip (user_data), id != 0 ? kind : NULL, id);
}

void
mer_page_strip_add_action (MerPage *self)
{
  static const GActionEntry actions[] = {
    { "look-at", look_at_cb, "(sx)", NULL, NULL, { 0 } },
  };

  mer_page_add_actions (self, actions, G_N_ELEMENTS (actions));
}
