/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The dialog of a merge. What is going to happen is read anew each time the choice of who stays
 * changes; what must be confirmed has a switch of its own. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-merge-words.h"
#include "store/mer-registry-spellings.h"
#include "ui/dialogs/mer-form.h"
#include "ui/dialogs/mer-merge-dialog.h"
#include "ui/mer-ui.h"
#include "ui/widgets/mer-children.h"

#define ICON_ROOM 24 /* what an icon and the space behind it take */

struct _MerMergeDialog
{
  AdwWindow parent_instance;

  /* template children */
  GtkWidget      *rows[2];
  GtkCheckButton *radios[2];
  GtkListBox     *lines;
  GtkWidget      *force_group;
  GtkSwitch      *force;
  GtkWidget      *problem;

  /* owned */
  MerSession   *session;
  MerMergePlan *plans[2]; /* by which of the two stays */
};

G_DEFINE_FINAL_TYPE (MerMergeDialog, mer_merge_dialog, ADW_TYPE_WINDOW)

enum
{
  MERGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const MerMergePlan *
chosen_plan (MerMergeDialog *self)
{
  return self->plans[gtk_check_button_get_active (self->radios[1]) ? 1 : 0];
}

/* --- what is going to happen ------------------------------------------------------------- */

static GtkWidget *
make_line (const MerMergeLine *line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (line->text);

  if (line->warning)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name ("merilo-warning-symbolic");

      gtk_widget_set_valign (icon, GTK_ALIGN_START);
      gtk_widget_add_css_class (icon, "mer-warning");
      gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _("Attention"), -1);
      gtk_box_append (GTK_BOX (box), icon);
    }
  else
    gtk_widget_set_margin_start (label, ICON_ROOM);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 8);
  gtk_widget_set_margin_bottom (box, 8);
  return box;
}

static void
show_lines (MerMergeDialog *self)
{
  g_autoptr (GPtrArray) lines = mer_merge_words (chosen_plan (self));
  GtkListBoxRow *row = NULL;

  mer_list_box_clear (self->lines);
  for (guint i = 0; i < lines->len; i++)
    gtk_list_box_append (self->lines, make_line (lines->pdata[i]));
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->lines, i)) != NULL; i++)
    {
      gtk_list_box_row_set_activatable (row, FALSE);
      gtk_widget_set_focusable (GTK_WIDGET (row), FALSE);
    }
}

static void
update_cb (MerMergeDialog *self)
{
  const MerMergePlan *plan = chosen_plan (self);

  if (plan == NULL)
    return;
  gtk_widget_set_visible (self->force_group, plan->conflicts != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.confirm",
                                 plan->conflicts == 0 || gtk_switch_get_active (self->force));
}

static void
choice_changed_cb (MerMergeDialog *self)
{
  if (chosen_plan (self) == NULL)
    return;
  show_lines (self);
  update_cb (self);
}

/* --- doing it ---------------------------------------------------------------------------- */

typedef struct
{
  gint64   keep_id, gone_id;
  gboolean force;
} Merge;

static gboolean
merge (MerDocument *document,
       gpointer     user_data,
       GError     **error)
{
  const Merge *what = user_data;

  return mer_store_merge (document, what->keep_id, what->gone_id, what->force, error);
}

static void
confirm_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  MerMergeDialog     *self = MER_MERGE_DIALOG (widget);
  const MerMergePlan *plan = chosen_plan (self);
  Merge               what = { plan->keep->id, plan->gone->id, plan->conflicts != 0 };
  g_autofree char    *label = NULL;
  g_autofree char    *done = NULL;
  g_autoptr (GError) error = NULL;

  label = g_strdup_printf (_("Merge of “%s” into “%s”"), plan->gone->name, plan->keep->name);
  done = g_strdup_printf (_("“%s” was merged into “%s”"), plan->gone->name, plan->keep->name);
  if (mer_session_try (self->session, label, done, merge, &what, &error))
    {
      g_signal_emit (self, signals[MERGED], 0, what.keep_id);
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  gtk_label_set_text (GTK_LABEL (self->problem), error->message);
  gtk_widget_set_visible (self->problem, TRUE);
}

/* --- the object -------------------------------------------------------------------------- */

static void
mer_merge_dialog_dispose (GObject *object)
{
  MerMergeDialog *self = MER_MERGE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MER_TYPE_MERGE_DIALOG);
  g_clear_object (&self->session);
  for (guint i = 0; i < 2; i++)
    g_clear_pointer (&self->plans[i], mer_merge_plan_free);
  G_OBJECT_CLASS (mer_merge_dialog_parent_class)->dispose (object);
}

static void
mer_merge_dialog_class_init (MerMergeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_merge_dialog_dispose;
  signals[MERGED] = g_signal_new ("merged", MER_TYPE_MERGE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MER_UI_RESOURCE ("mer-merge-dialog.ui"));
  gtk_widget_class_bind_template_child_full (widget_class, "first_row", FALSE,
                                             G_STRUCT_OFFSET (MerMergeDialog, rows[0]));
  gtk_widget_class_bind_template_child_full (widget_class, "second_row", FALSE,
                                             G_STRUCT_OFFSET (MerMergeDialog, rows[1]));
  gtk_widget_class_bind_template_child_full (widget_class, "first", FALSE,
                                             G_STRUCT_OFFSET (MerMergeDialog, radios[0]));
  gtk_widget_class_bind_template_child_full (widget_class, "second", FALSE,
                                             G_STRUCT_OFFSET (MerMergeDialog, radios[1]));
  gtk_widget_class_bind_template_child (widget_class, MerMergeDialog, lines);
  gtk_widget_class_bind_template_child (widget_class, MerMergeDialog, force_group);
  gtk_widget_class_bind_template_child (widget_class, MerMergeDialog, force);
  gtk_widget_class_bind_template_child (widget_class, MerMergeDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_cb);
  mer_form_class_install (widget_class, confirm_cb);
}

static void
mer_merge_dialog_init (MerMergeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* --- the two ----------------------------------------------------------------------------- */

static guint64
count_questionnaires (MerDocument *document,
                      gint64       id)
{
  g_autoptr (GPtrArray) spellings = mer_store_spellings (document, id, NULL);
  guint64 n = 0;

  for (guint i = 0; spellings != NULL && i < spellings->len; i++)
    n += ((MerSpelling *) spellings->pdata[i])->questionnaires;
  return n;
}

/* «ИНН 0105067490, 214 анкет» */
static void
show_organization (MerMergeDialog        *self,
                   guint                  which,
                   const MerOrganization *organization,
                   guint64                n)
{
  g_autofree char *count = mer_format_count (mer_language_of_locale (), (gint64) n);
  g_autofree char *questionnaires =
    g_strdup_printf (ngettext ("%s questionnaire", "%s questionnaires", (gulong) n), count);
  g_autofree char *subtitle = NULL;
  g_autofree char *title = g_markup_escape_text (organization->name, -1);

  if (organization->inn != NULL)
    /* Translators: a number, then «214 questionnaires». */
    subtitle = g_strdup_printf (_("INN %s, %s"), organization->inn, questionnaires);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[which]), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->rows[which]),
                               subtitle != NULL ? subtitle : questionnaires);
}

/**
 * mer_merge_dialog_new:
 * @parent: the window that asks
 * @session: where they are stored
 * @first_id: one organization
 * @second_id: another
 *
 * The one with more questionnaires stays unless it is chosen otherwise.
 *
 * Returns: (nullable): the dialog, not shown yet
 */
GtkWidget *
mer_merge_dialog_new (GtkWindow  *parent,
                      MerSession *session,
                      gint64      first_id,
                      gint64      second_id)
{
  MerDocument *document = mer_session_get_document (session);
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMergePlan) first = mer_store_merge_plan (document, first_id, second_id, &error);
  g_autoptr (MerMergePlan) second =
    first != NULL ? mer_store_merge_plan (document, second_id, first_id, &error) : NULL;
  MerMergeDialog *self = NULL;
  guint64         n[2];

  if (second == NULL)
    {
      mer_session_fail (session, _("The organizations cannot be merged"), error);
      return NULL;
    }
  self = g_object_new (MER_TYPE_MERGE_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  n[0] = count_questionnaires (document, first_id);
  n[1] = count_questionnaires (document, second_id);
  show_organization (self, 0, first->keep, n[0]);
  show_organization (self, 1, second->keep, n[1]);
  self->plans[0] = g_steal_pointer (&first);
  self->plans[1] = g_steal_pointer (&second);
  gtk_check_button_set_active (self->radios[n[1] > n[0] ? 1 : 0], TRUE);
  choice_changed_cb (self);
  return GTK_WIDGET (self);
}
