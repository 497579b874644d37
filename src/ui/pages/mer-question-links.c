/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Connections of a decision. Lines are made anew only when they differ. */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/mer-rules-versions.h"
#include "cycle/mer-record-kinds.h"
#include "store/mer-draft-store.h"
#include "ui/dialogs/mer-form.h"
#include "ui/pages/mer-question-links.h"
#include "ui/widgets/mer-children.h"
#include "ui/widgets/mer-chooser-row.h"

struct _MerQuestionLinks
{
  GtkBox parent_instance;

  MerSession *session; /* owned */
  gint64      item_id;
  gint64      cycle_id;
  char       *shown; /* what the lines say; nullable */

  /* children */
  GtkBox        *lines;
  GtkMenuButton *button;
  AdwComboRow   *kind;
  MerChooserRow *target;
};

G_DEFINE_FINAL_TYPE (MerQuestionLinks, mer_question_links, GTK_TYPE_BOX)

/* Kinds that are offered, besides those of mer_council_target_kinds(). */
#define KIND_CYCLE 0
#define KIND_ORGANIZATION 1
#define KIND_METHODOLOGY 2
#define N_OWN_KINDS 3

/* --- changing ------------------------------------------------------------------------------ */

typedef struct
{
  gint64      item_id;
  const char *kind;
  gint64      id;
} Change;

static gboolean
add_link (MerDocument *document,
          gpointer     user_data,
          GError     **error)
{
  const Change *change = user_data;

  return mer_council_link (document, change->item_id, change->kind, change->id, error);
}

static gboolean
remove_link (MerDocument *document,
             gpointer     user_data,
             GError     **error)
{
  const Change *change = user_data;

  return mer_council_unlink (document, change->item_id, change->kind, change->id, error);
}

typedef struct
{
  char       *kind;
  gint64      id;
  const char *page;
} Target;

static void
target_free (gpointer data)
{
  g_free (((Target *) data)->kind);
  g_free (data);
}

static void
remove_cb (MerQuestionLinks *self,
           GtkWidget        *button)
{
  const Target    *target = g_object_get_data (G_OBJECT (button), "mer-target");
  g_autofree char *kind = g_strdup (target->kind);
  Change           change = { self->item_id, kind, target->id };

  mer_session_perform (self->session, _("Connection of a decision"),
                                         _("The connection was taken away"), remove_link, &change);
}

static void
go_cb (MerQuestionLinks *self,
       GtkWidget        *button)
{
  const Target *target = g_object_get_data (G_OBJECT (button), "mer-target");

  if (g_str_equal (target->kind, "organization"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-organization", "x", target->id);
  else if (g_str_equal (target->kind, "cycle"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", target->page);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(sxx)", target->kind,
                                target->id, G_GINT64_CONSTANT (0));
}

/* --- connecting ---------------------------------------------------------------------------- */

static const char *
chosen_kind (MerQuestionLinks *self)
{
  guint chosen = adw_combo_row_get_selected (self->kind);

  if (chosen == KIND_CYCLE)
    return "cycle";
  if (chosen == KIND_METHODOLOGY)
    return "methodology";
  return chosen == KIND_ORGANIZATION ? "organization"
                                     : mer_council_target_kinds ()[chosen - N_OWN_KINDS];
}

/* The newest first: it is the one that is being decided. */
static void
offer_versions (MerQuestionLinks *self)
{
  MerDocument *document = mer_session_get_document (self->session);
  g_autoptr (GPtrArray) versions = mer_store_versions (document, NULL);

  for (guint i = versions != NULL ? versions->len : 0; i > 0; i--)
    {
      gint64           id = ((const MerRulesVersion *) versions->pdata[i - 1])->id;
      g_autofree char *words = mer_rules_version_words (document, versions, id);

      if (words != NULL)
        mer_chooser_row_append (self->target, id, words);
    }
}

static void
offer_records (MerQuestionLinks *self,
               const char       *kind)
{
  g_autoptr (MerRecordNames) names =
    mer_record_names_new (mer_session_get_document (self->session), self->cycle_id);
  const GArray *choices = mer_record_names_choices (names, mer_record_kind_find (kind), NULL);

  for (guint i = 0; choices != NULL && i < choices->len; i++)
    {
      const MerRecordChoice *choice = &g_array_index (choices, MerRecordChoice, i);

      mer_chooser_row_append (self->target, choice->id, choice->name);
    }
}

static void
kind_chosen_cb (MerQuestionLinks *self)
{
  const char *id = chosen_kind (self);
  gboolean    cycle = g_str_equal (id, "cycle");

  gtk_widget_set_visible (GTK_WIDGET (self->target), !cycle);
  mer_chooser_row_clear (self->target, NULL);
  mer_chooser_row_set_selected (self->target, 0);
  if (cycle || self->session == NULL)
    return;
  if (g_str_equal (id, "methodology"))
    offer_versions (self);
  else
    offer_records (self, id);
}

static void
connect_cb (MerQuestionLinks *self)
{
  const char *kind = chosen_kind (self);
  gint64      id = g_str_equal (kind, "cycle") ? self->cycle_id
                                               : mer_chooser_row_get_selected (self->target);
  Change      change = { self->item_id, kind, id };

  if (id == 0)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->target));
      return;
    }
  gtk_menu_button_popdown (self->button);
  mer_session_perform (self->session, _("Connection of a decision"), NULL, add_link, &change);
}

static GtkWidget *
make_popover (MerQuestionLinks *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("C_onnect"));
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  gtk_string_list_append (words, _("the cycle"));
  gtk_string_list_append (words, _("an organization"));
  gtk_string_list_append (words, _("a version of the rules"));
  for (guint i = 0; mer_council_target_kinds ()[i] != NULL; i++)
    gtk_string_list_append (words,
                            _(mer_record_kind_find (mer_council_target_kinds ()[i])->one));
  self->kind = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->kind), _("The decision is about"));
  mer_form_set_choices (self->kind, G_LIST_MODEL (words));
  self->target = MER_CHOOSER_ROW (mer_chooser_row_new (_("Which one")));
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->kind));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->target));
  gtk_widget_set_size_request (box, 360, -1);
  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (GTK_BOX (box), button);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect_object (self->kind, "notify::selected", G_CALLBACK (kind_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "show", G_CALLBACK (kind_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", G_CALLBACK (connect_cb), self, G_CONNECT_SWAPPED);
  return popover;
}

/* --- showing ------------------------------------------------------------------------------- */

static GtkWidget *
line_button (const char *icon,
             const char *words)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static void
add_line (MerQuestionLinks    *self,
          const MerAgendaItem *item,
          const MerLink       *link,
          const char          *words)
{
  GtkWidget       *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget       *label = gtk_label_new (NULL);
  GtkWidget       *go = gtk_button_new ();
  GtkWidget       *away = line_button ("merilo-close-symbolic", _("Take the connection away"));
  const char      *page = mer_council_part_page (item);
  g_autofree char *text = g_strdup_printf ("→ %s", words);

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_button_set_child (GTK_BUTTON (go), label);
  gtk_widget_set_tooltip_text (go, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (go), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_add_css_class (go, "flat");
  gtk_widget_add_css_class (go, "mer-link");
  for (guint i = 0; i < 2; i++)
    {
      Target *target = g_new0 (Target, 1);

      target->kind = g_strdup (link->to_kind);
      target->id = link->to_id;
      target->page = page;
      g_object_set_data_full (G_OBJECT (i == 0 ? go : away), "mer-target", target, target_free);
    }
  g_signal_connect_object (go, "clicked", G_CALLBACK (go_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (away, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), go);
  gtk_widget_set_sensitive (away, mer_session_may_write (self->session));
  gtk_box_append (GTK_BOX (line), away);
  gtk_box_append (self->lines, line);
}

void
mer_question_links_show (MerQuestionLinks    *self,
                         MerCouncil          *council,
                         const MerAgendaItem *item)
{
  MerDocument *doc = mer_session_get_document (self->session);
  g_autoptr (MerRecordNames) names = mer_record_names_new (doc, council->cycle_id);
  g_autoptr (GPtrArray) links = mer_council_targets (council->records, item->record.id);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *shown = NULL;

  self->item_id = item->record.id;
  self->cycle_id = council->cycle_id;
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), mer_session_may_write (self->session));
  for (guint i = 0; i < links->len; i++)
    g_ptr_array_add (words, mer_council_target_words (doc, names, item, links->pdata[i]));
  /* whether lines can be taken away belongs to what is shown */
  g_ptr_array_add (words,
                   g_strdup (mer_session_may_write (self->session) ? "writable" : "read only"));
  g_ptr_array_add (words, NULL);
  shown = g_strjoinv ("\n", (char **) words->pdata);
  if (g_strcmp0 (shown, self->shown) == 0)
    return;
  mer_box_clear (self->lines);
  for (guint i = 0; i < links->len; i++)
    add_line (self, item, links->pdata[i], words->pdata[i]);
  g_free (self->shown);
  self->shown = g_steal_pointer (&shown);
}

/* --- the object ---------------------------------------------------------------------------- */

static void
mer_question_links_dispose (GObject *object)
{
  MerQuestionLinks *self = MER_QUESTION_LINKS (object);

  g_clear_object (&self->session);
  G_OBJECT_CLASS (mer_question_links_parent_class)->dispose (object);
}

static void
mer_question_links_finalize (GObject *object)
{
  g_free (MER_QUESTION_LINKS (object)->shown);
  G_OBJECT_CLASS (mer_question_links_parent_class)->finalize (object);
}

static void
mer_question_links_class_init (MerQuestionLinksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mer_question_links_dispose;
  G_OBJECT_CLASS (klass)->finalize = mer_question_links_finalize;
}

static void
mer_question_links_init (MerQuestionLinks *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *title = gtk_label_new (_("What the decision is about"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 4);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (title, "mer-section");
  self->lines = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_label (self->button, _("_Connect…"));
  gtk_menu_button_set_use_underline (self->button, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "mer-regular");
  gtk_menu_button_set_popover (self->button, make_popover (self));
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->button));
  gtk_box_append (GTK_BOX (self), head);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->lines));
}

GtkWidget *
mer_question_links_new (MerSession *session)
{
  MerQuestionLinks *self = g_object_new (MER_TYPE_QUESTION_LINKS, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}
