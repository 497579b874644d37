/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Decisions about what is looked at. The links are made anew only when they differ, so that one
 * keeps the keyboard when something else changes. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-decisions-about.h"
#include "store/mer-registry-store.h"
#include "ui/widgets/mer-children.h"
#include "ui/widgets/mer-decision-strip.h"

/* More do not fit beside each other; the others are on the page of the council. */
#define MOST_LINKS 2

struct _MerDecisionStrip
{
  GtkBox parent_instance;

  MerSession        *session; /* owned */
  MerDecisionSubject about;
  MerDecisionSubject otherwise;
  char              *kind; /* nullable */
  gint64             id;
  char              *shown; /* what the links say; nullable */

  /* children */
  GtkLabel *title;
  GtkBox   *links;
};

G_DEFINE_FINAL_TYPE (MerDecisionStrip, mer_decision_strip, GTK_TYPE_BOX)

/* --- reading ------------------------------------------------------------------------------- */

static GPtrArray *
decisions_on (MerDecisionStrip *self)
{
  MerDocument       *document = mer_session_get_document (self->session);
  MerDecisionSubject parts[] = { self->about, self->otherwise };
  g_autoptr (MerCycle) cycle = NULL;

  if (!mer_store_find_cycle (document, mer_session_get_cycle_id (self->session), &cycle, NULL))
    return NULL;
  for (guint i = 0; cycle != NULL && i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GPtrArray) found = NULL;

      if (parts[i] != MER_ABOUT_OTHER)
        found = mer_decisions_on (document, cycle->id, parts[i], NULL);
      if (found != NULL && found->len > 0)
        return g_steal_pointer (&found);
    }
  return NULL;
}

/* Of the record, else of the part of the cycle: (transfer full) (nullable). */
static GPtrArray *
read_decisions (MerDecisionStrip *self,
                gboolean         *of_record)
{
  g_autoptr (GPtrArray) found = NULL;

  if (self->kind != NULL && self->id != 0)
    found = mer_decisions_about (mer_session_get_document (self->session), self->kind, self->id,
                                 NULL);
  *of_record = found != NULL && found->len > 0;
  return *of_record ? g_steal_pointer (&found) : decisions_on (self);
}

/* --- links --------------------------------------------------------------------------------- */

static void
follow_cb (MerDecisionStrip *self,
           GtkWidget        *link)
{
  const gint64 *id = g_object_get_data (G_OBJECT (link), "mer-item");
  gint64        item_id = *id;
  GtkRoot      *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWindow    *window = GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
  GtkWindow    *parent = window != NULL ? gtk_window_get_transient_for (window) : NULL;
  GtkWidget    *from = GTK_WIDGET (self);

  if (parent != NULL)
    {
      from = GTK_WIDGET (parent);
      gtk_window_close (window);
    }
  gtk_widget_activate_action (from, "win.show-record", "(sxx)", mer_record_agenda_item.id,
                              item_id, G_GINT64_CONSTANT (0));
}

static GtkWidget *
link_new (MerDecisionStrip         *self,
          const MerDecisionMention *mention)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (mention->words);
  gint64    *id = g_memdup2 (&mention->item_id, sizeof (gint64));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_tooltip_text (button, mention->detail);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "mer-link");
  g_object_set_data_full (G_OBJECT (button), "mer-item", id, g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (follow_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
show_more (MerDecisionStrip *self,
           const GPtrArray  *mentions)
{
  g_autofree char *words = NULL;
  GtkWidget       *label = NULL;

  if (mentions->len <= MOST_LINKS)
    return;
  words = g_strdup_printf (ngettext ("and %u more", "and %u more", mentions->len - MOST_LINKS),
                           mentions->len - MOST_LINKS);
  label = gtk_label_new (words);
  gtk_widget_add_css_class (label, "mer-secondary");
  gtk_box_append (self->links, label);
}

static char *
to_key (const GPtrArray *mentions,
        gboolean         of_record)
{
  GString *key = g_string_new (of_record ? "record" : "cycle");

  for (guint i = 0; mentions != NULL && i < mentions->len; i++)
    {
      const MerDecisionMention *mention = mentions->pdata[i];

      g_string_append_printf (key, "\n%" G_GINT64_FORMAT " %s %s", mention->item_id,
                              mention->words, mention->detail);
    }
  return g_string_free (key, FALSE);
}

static void
show_links (MerDecisionStrip *self,
            const GPtrArray  *mentions,
            gboolean          of_record)
{
  mer_box_clear (self->links);
  for (guint i = 0; mentions != NULL && i < MIN (mentions->len, MOST_LINKS); i++)
    gtk_box_append (self->links, link_new (self, mentions->pdata[i]));
  if (mentions != NULL)
    show_more (self, mentions);
  gtk_label_set_label (self->title, of_record ? _("Decision on what is selected:")
                                              : _("Decision of the council:"));
  gtk_widget_set_visible (GTK_WIDGET (self), mentions != NULL && mentions->len > 0);
}

void
mer_decision_strip_update (MerDecisionStrip *self)
{
  gboolean of_record = FALSE;
  g_autoptr (GPtrArray) mentions = NULL;
  g_autofree char *key = NULL;

  g_return_if_fail (MER_IS_DECISION_STRIP (self));
  mentions = read_decisions (self, &of_record);
  key = to_key (mentions, of_record);
  if (g_strcmp0 (key, self->shown) == 0)
    return;
  show_links (self, mentions, of_record);
  g_free (self->shown);
  self->shown = g_steal_pointer (&key);
}

/* A strip that nobody sees waits: its page is mapped again before it is looked at. */
static void
changed_cb (MerDecisionStrip *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (parent != NULL && gtk_widget_get_mapped (parent))
    mer_decision_strip_update (self);
}

void
mer_decision_strip_look_at (MerDecisionStrip *self,
                            const char       *kind,
                            gint64            id)
{
  g_return_if_fail (MER_IS_DECISION_STRIP (self));
  if (g_strcmp0 (kind, self->kind) == 0 && id == self->id)
    return;
  g_free (self->kind);
  self->kind = g_strdup (kind);
  self->id = id;
  mer_decision_strip_update (self);
}

void
mer_decision_strip_show_title (MerDecisionStrip *self,
                               gboolean          shown)
{
  g_return_if_fail (MER_IS_DECISION_STRIP (self));
  gtk_widget_set_visible (GTK_WIDGET (self->title), shown);
}

/* --- the object ---------------------------------------------------------------------------- */

static void
mer_decision_strip_dispose (GObject *object)
{
  g_clear_object (&MER_DECISION_STRIP (object)->session);
  G_OBJECT_CLASS (mer_decision_strip_parent_class)->dispose (object);
}

static void
mer_decision_strip_finalize (GObject *object)
{
  MerDecisionStrip *self = MER_DECISION_STRIP (object);

  g_free (self->kind);
  g_free (self->shown);
  G_OBJECT_CLASS (mer_decision_strip_parent_class)->finalize (object);
}

static void
mer_decision_strip_class_init (MerDecisionStripClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mer_decision_strip_dispose;
  G_OBJECT_CLASS (klass)->finalize = mer_decision_strip_finalize;
}

static void
mer_decision_strip_init (MerDecisionStrip *self)
{
  self->title = GTK_LABEL (gtk_label_new (NULL));
  self->links = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8));
  gtk_label_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "mer-secondary");
  gtk_box_set_spacing (GTK_BOX (self), 4);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->links));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
mer_decision_strip_new (MerSession        *session,
                        MerDecisionSubject about,
                        MerDecisionSubject otherwise)
{
  MerDecisionStrip *self = g_object_new (MER_TYPE_DECISION_STRIP, NULL);

  self->session = g_object_ref (session);
  self->about = about;
  self->otherwise = otherwise;
  g_signal_connect_object (mer_session_get_document (session), "changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::cycle-id", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  mer_decision_strip_update (self);
  return GTK_WIDGET (self);
}
