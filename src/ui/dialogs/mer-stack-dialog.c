/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The form of a stack of paper questionnaires. The organization is found by any part of its
 * name, however it is spelled. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/mer-name.h"
#include "ui/dialogs/mer-form.h"
#include "ui/dialogs/mer-stack-dialog.h"
#include "ui/mer-error-presenter.h"
#include "ui/mer-ui.h"

struct _MerStackDialog
{
  AdwWindow parent_instance;

  /* template children */
  GtkWidget          *confirm;
  GtkWidget          *chooser;
  GtkEditable        *search;
  GtkListView        *organizations;
  GtkSingleSelection *selection;
  GtkFilterListModel *filtered;
  GtkStringList      *names;
  GtkEditable        *title_row;
  GtkSpinButton      *expected;
  GtkLabel           *problem;

  /* owned */
  MerSession *session;
  GPtrArray  *registry; /* of MerOrganization, in the order of `names` */
  GPtrArray  *stacks;   /* of MerStack */
  GPtrArray  *keys;     /* of char*: folded names, in the order of `names` */
  char       *typed;    /* folded */

  gint64   cycle_id;
  gint64   stack_id; /* 0: a new one */
  gboolean titled;   /* the user wrote the title */
  gboolean setting;  /* it is the form that writes */
};

G_DEFINE_FINAL_TYPE (MerStackDialog, mer_stack_dialog, ADW_TYPE_WINDOW)

enum
{
  STORED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

/* --- the organization -------------------------------------------------------------------- */

static guint
index_of (MerStackDialog  *self,
          GtkStringObject *name)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (name), "index"));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_margin_start (label, 8);
  gtk_widget_set_margin_end (label, 8);
  gtk_widget_set_margin_top (label, 4);
  gtk_widget_set_margin_bottom (label, 4);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  GtkStringObject *name = gtk_list_item_get_item (item);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (name));
}

static gboolean
matches_cb (gpointer item,
            gpointer user_data)
{
  MerStackDialog *self = user_data;

  return self->typed == NULL ||
         strstr (g_ptr_array_index (self->keys, index_of (self, item)), self->typed) != NULL;
}

static const MerOrganization *
chosen_organization (MerStackDialog *self)
{
  GtkStringObject *name = gtk_single_selection_get_selected_item (self->selection);

  return name != NULL ? g_ptr_array_index (self->registry, index_of (self, name)) : NULL;
}

/* «стопка 2»: the next of the organization. */
static void
propose_title (MerStackDialog *self)
{
  const MerOrganization *organization = chosen_organization (self);
  g_autofree char       *title = NULL;
  guint                  n = 1;

  if (self->titled || self->stack_id != 0 || organization == NULL)
    return;
  for (guint i = 0; i < self->stacks->len; i++)
    n += ((MerStack *) g_ptr_array_index (self->stacks, i))->organization_id == organization->id;
  /* Translators: the usual name of a stack of paper questionnaires. */
  title = g_strdup_printf (_("stack %u"), n);
  self->setting = TRUE;
  gtk_editable_set_text (self->title_row, title);
  self->setting = FALSE;
}

static void
update (MerStackDialog *self)
{
  g_autofree char *title = mer_form_text (self->title_row);
  gboolean         chosen = self->stack_id != 0 || chosen_organization (self) != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.confirm", chosen && *title != '\0');
}

static void
selected_cb (MerStackDialog *self)
{
  propose_title (self);
  update (self);
}

static void
search_changed_cb (MerStackDialog *self)
{
  const char *text = gtk_editable_get_text (self->search);
  GtkFilter  *filter = gtk_filter_list_model_get_filter (self->filtered);

  g_clear_pointer (&self->typed, g_free);
  if (*text != '\0')
    self->typed = mer_name_fold (text, -1);
  gtk_filter_changed (filter, GTK_FILTER_CHANGE_DIFFERENT);
  gtk_single_selection_set_selected (self->selection, 0);
  selected_cb (self);
}

/* Arrows in the search walk the list without leaving it. */
static gboolean
search_key_cb (MerStackDialog *self,
               guint           key)
{
  guint position = gtk_single_selection_get_selected (self->selection);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  if (n == 0 || (key != GDK_KEY_Down && key != GDK_KEY_Up))
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Down && position + 1 < n)
    position++;
  else if (key == GDK_KEY_Up && position > 0)
    position--;
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->organizations), "list.scroll-to-item", "u",
                              position);
  return GDK_EVENT_STOP;
}

static void
search_activated_cb (MerStackDialog *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->expected));
}

static void
title_changed_cb (MerStackDialog *self)
{
  if (!self->setting)
    self->titled = TRUE;
  update (self);
}

/* --- storing ------------------------------------------------------------------------------ */

static gboolean
save_stack (MerDocument *document,
            gpointer     user_data,
            GError     **error)
{
  return mer_store_save_stack (document, user_data, error);
}

static MerStack *
read_form (MerStackDialog *self)
{
  const MerOrganization *organization = chosen_organization (self);
  g_autofree char       *title = mer_form_text (self->title_row);
  MerStack              *stack = mer_stack_new (self->cycle_id,
                                   organization != NULL ? organization->id : 0, title);
  int                    expected = gtk_spin_button_get_value_as_int (self->expected);

  stack->id = self->stack_id;
  stack->expected = expected > 0 ? expected : -1;
  return stack;
}

static void
confirm_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  MerStackDialog *self = MER_STACK_DIALOG (widget);
  g_autoptr (MerStack) stack = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *problem = NULL;
  const char      *label = self->stack_id == 0 ? _("New stack of questionnaires")
                                               : _("Changing a stack of questionnaires");

  gtk_spin_button_update (self->expected); /* what is typed is not its value yet */
  stack = read_form (self);
  if (mer_session_try (self->session, label, NULL, save_stack, stack, &error))
    {
      g_signal_emit (self, signals[STORED], 0, stack->id);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  problem = mer_error_describe (error);
  mer_form_show_problem (self->problem, problem);
}

/* --- the object --------------------------------------------------------------------------- */

/* Only a list that has its size can scroll. */
static void
show_selected_cb (MerStackDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->organizations), "list.scroll-to-item", "u",
                              gtk_single_selection_get_selected (self->selection));
}

static void
mer_stack_dialog_dispose (GObject *object)
{
  MerStackDialog *self = MER_STACK_DIALOG (object);

  if (self->filtered != NULL)
    gtk_filter_list_model_set_filter (self->filtered, NULL);
  g_clear_object (&self->session);
  g_clear_pointer (&self->registry, g_ptr_array_unref);
  g_clear_pointer (&self->stacks, g_ptr_array_unref);
  g_clear_pointer (&self->keys, g_ptr_array_unref);
  g_clear_pointer (&self->typed, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), MER_TYPE_STACK_DIALOG);
  G_OBJECT_CLASS (mer_stack_dialog_parent_class)->dispose (object);
}

static void
mer_stack_dialog_class_init (MerStackDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_stack_dialog_dispose;
  signals[STORED] = g_signal_new ("stored", MER_TYPE_STACK_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MER_UI_RESOURCE ("mer-stack-dialog.ui"));
  gtk_widget_class_bind_template_child (widget_class, MerStackDialog, confirm);
  gtk_widget_class_bind_template_child (widget_class, MerStackDialog, chooser);
  gtk_widget_class_bind_template_child (widget_class, MerStackDialog, search);
  gtk_widget_class_bind_template_child (widget_class, MerStackDialog, organizations);
  gtk_widget_class_bind_template_child (widget_class, MerStackDialog, selection);
  gtk_widget_class_bind_template_child (widget_class, MerStackDialog, filtered);
  gtk_widget_class_bind_template_child (widget_class, MerStackDialog, names);
  gtk_widget_class_bind_template_child (widget_class, MerStackDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, MerStackDialog, expected);
  gtk_widget_class_bind_template_child (widget_class, MerStackDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_changed_cb);
  mer_form_class_install (widget_class, confirm_cb);
}

static void
mer_stack_dialog_init (MerStackDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->keys = g_ptr_array_new_with_free_func (g_free);
}

/* Who works stands in the list; the names are in the registry's order. */
static void
fill_organizations (MerStackDialog *self,
                    gint64          organization_id)
{
  MerDocument *document = mer_session_get_document (self->session);
  g_autoptr (GPtrArray) all = mer_store_organizations (document, NULL);
  guint selected = 0;

  self->registry = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_organization_unref);
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      MerOrganization *organization = g_ptr_array_index (all, i);
      guint            position = self->registry->len;
      g_autoptr (GtkStringObject) item = NULL;

      if (organization->state != MER_ORGANIZATION_WORKING && organization->id != organization_id)
        continue;
      if (organization->id == organization_id)
        selected = position;
      g_ptr_array_add (self->registry, mer_organization_ref (organization));
      g_ptr_array_add (self->keys, mer_name_fold (organization->name, -1));
      gtk_string_list_append (self->names, organization->name);
      item = g_list_model_get_item (G_LIST_MODEL (self->names), position);
      g_object_set_data (G_OBJECT (item), "index", GUINT_TO_POINTER (position));
    }
  gtk_filter_list_model_set_filter (
    self->filtered, GTK_FILTER (gtk_custom_filter_new (matches_cb, self, NULL)));
  gtk_single_selection_set_selected (self->selection, selected);
}

static void
fill_stack (MerStackDialog *self,
            const MerStack *stack)
{
  self->stack_id = stack->id;
  self->titled = TRUE;
  gtk_widget_set_visible (self->chooser, FALSE);
  gtk_window_set_title (GTK_WINDOW (self), _("Stack of Questionnaires"));
  gtk_button_set_label (GTK_BUTTON (self->confirm), _("_Save"));
  gtk_editable_set_text (self->title_row, stack->title);
  gtk_spin_button_set_value (self->expected, (double) MAX (stack->expected, 0));
}

/**
 * mer_stack_dialog_present:
 * @parent: the window that asks
 * @session: where the stack is stored
 * @cycle_id: of a new stack
 * @organization_id: proposed for a new stack; 0: none
 * @stack: (nullable): what is changed; %NULL: a new one
 *
 * Returns: (transfer none): the dialog
 */
MerStackDialog *
mer_stack_dialog_present (GtkWindow      *parent,
                          MerSession     *session,
                          gint64          cycle_id,
                          gint64          organization_id,
                          const MerStack *stack)
{
  MerStackDialog *self = g_object_new (MER_TYPE_STACK_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->cycle_id = cycle_id;
  self->stacks = mer_store_stacks (mer_session_get_document (session), cycle_id, NULL);
  if (self->stacks == NULL)
    self->stacks = g_ptr_array_new ();
  if (stack != NULL)
    fill_stack (self, stack);
  else
    fill_organizations (self, organization_id);
  selected_cb (self);
  g_signal_connect_object (self, "map", G_CALLBACK (show_selected_cb), self, G_CONNECT_AFTER);
  gtk_widget_grab_focus (stack != NULL ? GTK_WIDGET (self->expected) : GTK_WIDGET (self->search));
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
