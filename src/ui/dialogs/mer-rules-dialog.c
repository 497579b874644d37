/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The dialog of open readings. Rows are made from the table of policies, so a new policy
 * needs nothing here. Before anything is applied the effect on the rating is told: scores
 * are a pure function of the rules and of evidence that is in memory already. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-change-rules.h"
#include "methodology/mer-policy.h"
#include "ui/dialogs/mer-rules-dialog.h"

struct _MerRulesDialog
{
  AdwWindow parent_instance;

  /* template children */
  GtkWidget           *apply;
  AdwPreferencesGroup *group;
  GtkWidget           *own_group;
  GtkWidget           *reason_group;
  GtkEditable         *reason;
  GtkLabel            *effect;
  GtkLabel            *problem;

  MerSession *session; /* owned */
  MerResults *results; /* owned: what is in force */
  GPtrArray  *rows;    /* owned, of GtkDropDown that the groups own */
};

G_DEFINE_FINAL_TYPE (MerRulesDialog, mer_rules_dialog, ADW_TYPE_WINDOW)

/* --- rows ------------------------------------------------------------------------ */

static const char *
row_key (GObject *row)
{
  return g_object_get_data (row, "key");
}

static const MerPolicyChoice *
row_choice (GObject *row)
{
  const MerPolicy *policy = mer_policy_find (row_key (row));

  return &policy->choices[gtk_drop_down_get_selected (GTK_DROP_DOWN (row))];
}

/* What was decided otherwise than it stands: key → value. */
static GHashTable *
changes (MerRulesDialog *self)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  guint       i;

  for (i = 0; i < self->rows->len; i++)
    {
      GObject               *row = g_ptr_array_index (self->rows, i);
      const MerPolicyChoice *choice = row_choice (row);

      if (g_strcmp0 (mer_methodology_policy (self->results->methodology, row_key (row)),
                     choice->value) != 0)
        g_hash_table_insert (table, g_strdup (row_key (row)), g_strdup (choice->value));
    }
  return table;
}

/* --- effect ---------------------------------------------------------------------- */

/* The rating as it would be; NULL when a choice does not fit the methodology. */
static MerScoreTable *
table_with (MerRulesDialog *self,
            GHashTable     *policies,
            GError        **error)
{
  const MerScoreTable *now = self->results->scores;
  g_autoptr (MerMethodology) methodology = mer_methodology_ref (self->results->methodology);
  GHashTableIter iter;
  gpointer       key = NULL;
  gpointer       value = NULL;

  g_hash_table_iter_init (&iter, policies);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      MerMethodology *next = mer_methodology_with_policy (methodology, key, value, error);

      if (next == NULL)
        return NULL;
      mer_methodology_unref (methodology);
      methodology = next;
    }
  return mer_score_table_new (methodology, now->organizations, now->items, now->evidence);
}

static char *
effect_text (const MerScoreTable *now,
             const MerScoreTable *then)
{
  guint moved = 0;
  guint i;

  for (i = 0; i < now->n_rows; i++)
    {
      const MerScoreRow *row =
        mer_score_table_find (then, now->rows[i].organization->id);

      if (row != NULL && row->rank != now->rows[i].rank)
        moved++;
    }
  if (moved == 0)
    return g_strdup (_("No place changes."));
  return g_strdup_printf (ngettext ("%u organization changes its place.",
                                    "%u organizations change their places.", moved),
                          moved);
}

static void
show_problem (MerRulesDialog *self,
              const GError   *error)
{
  gtk_label_set_text (self->problem, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), error != NULL);
}

static void
update_cb (MerRulesDialog *self)
{
  g_autoptr (GHashTable) policies = changes (self);
  g_autoptr (MerScoreTable) then = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gboolean         changed = g_hash_table_size (policies) > 0;
  gboolean         reasoned = !self->results->cycle->approved ||
                      *gtk_editable_get_text (self->reason) != '\0';

  if (changed)
    then = table_with (self, policies, &error);
  if (then != NULL)
    text = effect_text (self->results->scores, then);
  show_problem (self, error);
  gtk_label_set_text (self->effect, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->effect), text != NULL);
  gtk_widget_set_sensitive (self->apply, then != NULL && reasoned);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rules.apply", then != NULL && reasoned);
}

static void
row_selected_cb (MerRulesDialog *self,
                 GParamSpec     *pspec,
                 GObject        *row)
{
  const MerPolicyChoice *choice = row_choice (row);

  gtk_label_set_text (g_object_get_data (row, "explanation"), _(choice->explanation));
  update_cb (self);
}

/* --- applying -------------------------------------------------------------------- */

typedef struct
{
  gint64      cycle_id;
  GHashTable *policies;
  const char *reason;
} RulesChange;

static gboolean
change_rules (MerDocument *document,
              gpointer     user_data,
              GError     **error)
{
  const RulesChange *change = user_data;

  return mer_change_policies (document, change->cycle_id, change->policies, change->reason,
                              error);
}

static void
apply_cb (MerRulesDialog *self)
{
  g_autoptr (GHashTable) policies = changes (self);
  g_autoptr (GError) error = NULL;
  RulesChange change = { self->results->cycle->id, policies,
                         gtk_editable_get_text (self->reason) };
  const char *label = _("Changing the rules of the calculation");
  const char *done = _("The rules of the calculation were changed");

  if (mer_session_try (self->session, label, done, change_rules, &change, &error))
    gtk_window_close (GTK_WINDOW (self));
  else
    show_problem (self, error);
}

static void
apply_action_cb (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  apply_cb (MER_RULES_DIALOG (widget));
}

/* --- the object -------------------------------------------------------------------- */

static void
mer_rules_dialog_dispose (GObject *object)
{
  MerRulesDialog *self = MER_RULES_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MER_TYPE_RULES_DIALOG);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->results, mer_results_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (mer_rules_dialog_parent_class)->dispose (object);
}

static void
mer_rules_dialog_class_init (MerRulesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_rules_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/merilo/Merilo/ui/mer-rules-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MerRulesDialog, apply);
  gtk_widget_class_bind_template_child (widget_class, MerRulesDialog, group);
  gtk_widget_class_bind_template_child (widget_class, MerRulesDialog, own_group);
  gtk_widget_class_bind_template_child (widget_class, MerRulesDialog, reason_group);
  gtk_widget_class_bind_template_child (widget_class, MerRulesDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, MerRulesDialog, effect);
  gtk_widget_class_bind_template_child (widget_class, MerRulesDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_cb);
  gtk_widget_class_install_action (widget_class, "rules.apply", NULL, apply_action_cb);
}

static void
mer_rules_dialog_init (MerRulesDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Question, answer and what it means stand one under the other: none of them is short. */
static GtkWidget *
make_row (const char *title,
          GtkWidget  *drop,
          GtkWidget  *explanation)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), drop);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (drop), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, explanation,
                                  NULL, -1);
  gtk_label_set_xalign (GTK_LABEL (explanation), 0);
  gtk_label_set_wrap (GTK_LABEL (explanation), TRUE);
  gtk_widget_add_css_class (explanation, "small");
  gtk_widget_add_css_class (explanation, "mer-secondary");
  gtk_widget_set_margin_top (box, 8);
  gtk_widget_set_margin_bottom (box, 8);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), drop);
  gtk_box_append (GTK_BOX (box), explanation);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static void
add_row (MerRulesDialog      *self,
         AdwPreferencesGroup *group,
         const char          *key,
         const char          *title)
{
  const MerPolicy *policy = mer_policy_find (key);
  const char      *value = mer_methodology_policy (self->results->methodology, key);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  GtkWidget *drop = NULL;
  GtkWidget *explanation = NULL;
  guint      selected = 0;
  guint      n = 0;

  for (n = 0; policy->choices[n].value != NULL; n++)
    {
      gtk_string_list_append (titles, _(policy->choices[n].title));
      if (g_strcmp0 (policy->choices[n].value, value) == 0)
        selected = n;
    }
  /* What can be read in one way only is no question. */
  if (n < 2)
    return;
  drop = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&titles)), NULL);
  explanation = gtk_label_new (_(policy->choices[selected].explanation));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), selected);
  g_object_set_data_full (G_OBJECT (drop), "key", g_strdup (key), g_free);
  g_object_set_data (G_OBJECT (drop), "explanation", explanation);
  g_ptr_array_add (self->rows, drop);
  g_signal_connect_swapped (drop, "notify::selected", G_CALLBACK (row_selected_cb), self);
  adw_preferences_group_add (group, make_row (title, drop, explanation));
}

static void
fill (MerRulesDialog *self)
{
  g_autoptr (GPtrArray) indicators = mer_methodology_indicators (self->results->methodology);
  guint            n = 0;
  const MerPolicy *policies = mer_policies (&n);
  gboolean         any = FALSE;
  guint            i;

  for (i = 0; i < n; i++)
    add_row (self, self->group, policies[i].key, _(policies[i].title));
  for (i = 0; i < indicators->len; i++)
    {
      const MerIndicator *indicator = g_ptr_array_index (indicators, i);
      g_autofree char    *key = g_strconcat ("undefined.", indicator->code, NULL);
      g_autofree char    *title =
        g_strdup_printf ("%s %s", indicator->code,
                         indicator->short_title != NULL ? indicator->short_title
                                                        : indicator->title);

      if (!indicator->may_be_undefined)
        continue;
      add_row (self, ADW_PREFERENCES_GROUP (self->own_group), key, title);
      any = TRUE;
    }
  gtk_widget_set_visible (self->own_group, any);
  gtk_widget_set_visible (self->reason_group, self->results->cycle->approved);
}

/**
 * mer_rules_dialog_new:
 * @session: a session with results
 *
 * Returns: (transfer floating): the dialog for the rules that are in force
 */
GtkWidget *
mer_rules_dialog_new (MerSession *session)
{
  MerRulesDialog *self = g_object_new (MER_TYPE_RULES_DIALOG, NULL);

  self->session = g_object_ref (session);
  self->results = mer_results_ref (mer_session_get_results (session));
  fill (self);
  update_cb (self);
  return GTK_WIDGET (self);
}
