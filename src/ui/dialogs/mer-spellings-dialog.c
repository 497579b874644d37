/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The dialog of spellings. A row is a name; its drop-down says whom the name means, and choosing
 * another is the whole of moving it. */

#include "config.h"

#include <glib/gi18n.h>

#include "store/mer-registry-spellings.h"
#include "ui/dialogs/mer-spellings-dialog.h"
#include "ui/mer-ui.h"
#include "ui/widgets/mer-children.h"

#define CHOICE_WIDTH 200
/* The first choice, before the organizations. */
#define OWN 0

struct _MerSpellingsDialog
{
  AdwWindow parent_instance;

  /* template children */
  GtkStack       *stack;
  AdwWindowTitle *heading;
  GtkListBox     *list;
  GtkWidget      *done;

  /* owned */
  MerSession    *session;
  GPtrArray     *organizations; /* of MerOrganization */
  GtkStringList *names;         /* «an organization of its own», then the organizations */
  gint64         organization_id;
  gboolean       filling;
};

G_DEFINE_FINAL_TYPE (MerSpellingsDialog, mer_spellings_dialog, ADW_TYPE_WINDOW)

static void fill (MerSpellingsDialog *self);

/* --- moving a spelling ------------------------------------------------------------------- */

typedef struct
{
  gint64 source_id;
  gint64 organization_id; /* 0: one of its own */
} Move;

static gboolean
move_spelling (MerDocument *document,
               gpointer     user_data,
               GError     **error)
{
  const Move *move = user_data;

  if (move->organization_id == 0)
    return mer_store_split_spelling (document, move->source_id, error) != 0;
  return mer_store_give_spelling (document, move->source_id, move->organization_id, error);
}

static void
tell (MerSpellingsDialog *self,
      const char         *text)
{
  gtk_label_set_text (GTK_LABEL (self->done), text);
  gtk_widget_set_visible (self->done, TRUE);
}

static gboolean
fill_idle (gpointer user_data)
{
  fill (user_data);
  return G_SOURCE_REMOVE;
}

static void
chosen_cb (GtkDropDown        *choice,
           GParamSpec         *pspec,
           MerSpellingsDialog *self)
{
  const MerSpelling *spelling = g_object_get_data (G_OBJECT (choice), "mer-spelling");
  guint              selected = gtk_drop_down_get_selected (choice);
  Move               move = { spelling->id, 0 };
  g_autofree char   *done = NULL;

  if (self->filling || selected == GTK_INVALID_LIST_POSITION)
    return;
  if (selected == OWN)
    done = g_strdup_printf (_("“%s” is an organization of its own now"), spelling->name);
  else
    {
      const MerOrganization *to = self->organizations->pdata[selected - 1];

      move.organization_id = to->id;
      done = g_strdup_printf (_("“%s” means “%s” now"), spelling->name, to->name);
    }
  if (move.organization_id != self->organization_id &&
      mer_session_perform (self->session, _("Changing a match"), done, move_spelling, &move))
    tell (self, done);
  /* Not from within a signal of the row that goes away. */
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, fill_idle, g_object_ref (self), g_object_unref);
}

/* --- rows -------------------------------------------------------------------------------- */

static char *
count_text (const MerSpelling *spelling)
{
  MerLanguage      language = mer_language_of_locale ();
  g_autofree char *n = mer_format_count (language, (gint64) spelling->questionnaires);
  g_autofree char *questionnaires = g_strdup_printf (
    ngettext ("%s questionnaire", "%s questionnaires", (gulong) spelling->questionnaires), n);
  g_autofree char *m = mer_format_count (language, (gint64) spelling->checklists);
  g_autofree char *checklists = g_strdup_printf (
    ngettext ("%s checklist", "%s checklists", (gulong) spelling->checklists), m);

  if (spelling->questionnaires == 0 && spelling->checklists == 0)
    return g_strdup (_("no data"));
  if (spelling->checklists == 0)
    return g_steal_pointer (&questionnaires);
  if (spelling->questionnaires == 0)
    return g_steal_pointer (&checklists);
  /* Translators: «214 questionnaires, 1 checklist» */
  return g_strdup_printf (_("%s, %s"), questionnaires, checklists);
}

static guint
position_of (MerSpellingsDialog *self,
             gint64              organization_id)
{
  for (guint i = 0; i < self->organizations->len; i++)
    {
      if (((MerOrganization *) self->organizations->pdata[i])->id == organization_id)
        return i + 1;
    }
  return GTK_INVALID_LIST_POSITION;
}

static void
free_spelling (gpointer data)
{
  mer_spelling_free (data);
}

/* Takes the spelling. */
static GtkWidget *
make_row (MerSpellingsDialog *self,
          MerSpelling        *spelling)
{
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *choice = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (self->names)),
                                               gtk_property_expression_new (GTK_TYPE_STRING_OBJECT,
                                                                            NULL, "string"));
  g_autofree char *title = g_markup_escape_text (spelling->name, -1);
  g_autofree char *subtitle = count_text (spelling);
  g_autofree char *label = g_strdup_printf (_("Whom “%s” means"), spelling->name);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_add_css_class (row, "numeric");
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (choice), TRUE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), position_of (self, self->organization_id));
  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (choice, CHOICE_WIDTH, -1);
  gtk_widget_set_sensitive (
    choice, !mer_document_is_read_only (mer_session_get_document (self->session)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data_full (G_OBJECT (choice), "mer-spelling", spelling, free_spelling);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (chosen_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), choice);
  return row;
}

static gboolean
load (MerSpellingsDialog *self)
{
  MerDocument *document = mer_session_get_document (self->session);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->organizations, g_ptr_array_unref);
  g_clear_object (&self->names);
  self->organizations = mer_store_organizations (document, &error);
  if (self->organizations == NULL)
    {
      mer_session_fail (self->session, _("The registry was not read"), error);
      return FALSE;
    }
  self->names = gtk_string_list_new (NULL);
  gtk_string_list_append (self->names, _("An organization of its own"));
  for (guint i = 0; i < self->organizations->len; i++)
    gtk_string_list_append (self->names, ((MerOrganization *) self->organizations->pdata[i])->name);
  return TRUE;
}

static void
fill (MerSpellingsDialog *self)
{
  g_autoptr (GPtrArray) spellings = NULL;

  if (self->session == NULL || !load (self))
    return;
  self->filling = TRUE;
  mer_list_box_clear (self->list);
  spellings = mer_store_spellings (mer_session_get_document (self->session), self->organization_id,
                                   NULL);
  gtk_stack_set_visible_child_name (self->stack,
                                    spellings != NULL && spellings->len > 0 ? "list" : "empty");
  while (spellings != NULL && spellings->len > 0)
    gtk_list_box_append (self->list, make_row (self, g_ptr_array_steal_index (spellings, 0)));
  self->filling = FALSE;
}

/* --- the object -------------------------------------------------------------------------- */

static void
mer_spellings_dialog_dispose (GObject *object)
{
  MerSpellingsDialog *self = MER_SPELLINGS_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MER_TYPE_SPELLINGS_DIALOG);
  g_clear_object (&self->session);
  g_clear_object (&self->names);
  g_clear_pointer (&self->organizations, g_ptr_array_unref);
  G_OBJECT_CLASS (mer_spellings_dialog_parent_class)->dispose (object);
}

static void
mer_spellings_dialog_class_init (MerSpellingsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_spellings_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MER_UI_RESOURCE ("mer-spellings-dialog.ui"));
  gtk_widget_class_bind_template_child (widget_class, MerSpellingsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, MerSpellingsDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, MerSpellingsDialog, list);
  gtk_widget_class_bind_template_child (widget_class, MerSpellingsDialog, done);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mer_spellings_dialog_init (MerSpellingsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mer_spellings_dialog_new:
 * @parent: the window that asks
 * @session: where the spellings are stored
 * @organization: whose
 *
 * Returns: the dialog, not shown yet
 */
GtkWidget *
mer_spellings_dialog_new (GtkWindow             *parent,
                          MerSession            *session,
                          const MerOrganization *organization)
{
  MerSpellingsDialog *self = g_object_new (MER_TYPE_SPELLINGS_DIALOG, "transient-for", parent,
                                           NULL);

  self->session = g_object_ref (session);
  self->organization_id = organization->id;
  adw_window_title_set_subtitle (self->heading, organization->name);
  fill (self);
  return GTK_WIDGET (self);
}
