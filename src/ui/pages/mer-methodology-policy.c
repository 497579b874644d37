/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One open reading of the rules. Its choices come from the table of policies, so a new one needs
 * nothing here. */

#include "config.h"

#include <glib/gi18n.h>

#include "methodology/mer-policy.h"
#include "ui/pages/mer-methodology-policy.h"

struct _MerMethodologyPolicy
{
  GtkBox parent_instance;

  /* owned */
  MerMethodologyEditing *editing;
  char                  *key;
  GPtrArray             *choices; /* of GtkCheckButton, borrowed */

  GtkEditable *date;    /* child */
  GtkLabel    *problem; /* child */
  gboolean     showing;
  gboolean     typing; /* a day that was not entered yet */
};

G_DEFINE_FINAL_TYPE (MerMethodologyPolicy, mer_methodology_policy, GTK_TYPE_BOX)

/* --- the day of the decision ------------------------------------------------------------- */

/* «12.05.2024» for 2024-05-12, and back; what is neither stays as it is. */
static char *
day_text (const char *iso)
{
  g_auto (GStrv) parts = g_strsplit (iso != NULL ? iso : "", "-", 3);

  if (g_strv_length (parts) != 3)
    return g_strdup ("");
  return g_strdup_printf ("%s.%s.%s", parts[2], parts[1], parts[0]);
}

/* FALSE when it is no day. */
static gboolean
parse_day (const char *text,
           char      **iso)
{
  g_auto (GStrv) parts = g_strsplit (text, ".", 3);
  guint64 numbers[3] = { 0 };

  *iso = NULL;
  if (*text == '\0')
    return TRUE;
  if (g_strv_length (parts) != 3)
    return FALSE;
  for (guint i = 0; i < 3; i++)
    if (!g_ascii_string_to_unsigned (parts[i], 10, 1, 9999, &numbers[i], NULL))
      return FALSE;
  if (numbers[2] < 1900 ||
      !g_date_valid_dmy ((GDateDay) MIN (numbers[0], 99), (GDateMonth) MIN (numbers[1], 99),
                         (GDateYear) numbers[2]))
    return FALSE;
  *iso = g_strdup_printf ("%04u-%02u-%02u", (guint) numbers[2], (guint) numbers[1],
                          (guint) numbers[0]);
  return TRUE;
}

static void
show_problem (MerMethodologyPolicy *self,
              const char           *text)
{
  gtk_label_set_text (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

/* --- storing ----------------------------------------------------------------------------- */

static void
store (MerMethodologyPolicy *self,
       const char           *value,
       const char           *day)
{
  g_autoptr (GError) error = NULL;
  const MerPolicy *policy = mer_policy_find (self->key);
  g_autofree char *label = NULL;
  g_autoptr (MerMethodology) methodology =
    mer_methodology_with_decision (mer_methodology_editing_get_stored (self->editing), self->key,
                                   value, day, &error);

  if (methodology == NULL)
    {
      show_problem (self, error->message);
      return;
    }
  show_problem (self, NULL);
  /* Translators: an action; %s is a reading of the rules: "Changing the rules: Rounding". */
  label = g_strdup_printf (_("Changing the rules: %s"), _(policy->title));
  mer_methodology_editing_store (self->editing, label, NULL, methodology);
}

/* The day of another decision says nothing of this one. */
static void
chosen_cb (MerMethodologyPolicy *self,
           GtkCheckButton       *choice)
{
  if (self->showing || !gtk_check_button_get_active (choice))
    return;
  self->typing = FALSE;
  store (self, g_object_get_data (G_OBJECT (choice), "value"), NULL);
}

static void
date_typed_cb (MerMethodologyPolicy *self)
{
  self->typing = self->typing || !self->showing;
}

static void
date_entered_cb (MerMethodologyPolicy *self)
{
  MerMethodology  *stored = mer_methodology_editing_get_stored (self->editing);
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->date)));
  g_autofree char *day = NULL;

  if (self->showing || !mer_methodology_editing_may_edit (self->editing))
    return;
  if (!parse_day (text, &day))
    {
      show_problem (self, _("Write the day as 12.05.2024."));
      return;
    }
  show_problem (self, NULL);
  self->typing = FALSE;
  if (g_strcmp0 (day, g_hash_table_lookup (stored->decided, self->key)) != 0)
    store (self, mer_methodology_policy (stored, self->key), day);
}

/* --- the object -------------------------------------------------------------------------- */

static void
update (MerMethodologyPolicy *self)
{
  MerMethodology  *methodology = mer_methodology_editing_get (self->editing);
  const char      *value = NULL;
  g_autofree char *day = NULL;
  gboolean         may_edit = mer_methodology_editing_may_edit (self->editing);

  if (methodology == NULL || !g_hash_table_contains (methodology->policies, self->key))
    return;
  value = mer_methodology_policy (methodology, self->key);
  day = day_text (g_hash_table_lookup (methodology->decided, self->key));
  self->showing = TRUE;
  for (guint i = 0; i < self->choices->len; i++)
    {
      GObject *choice = self->choices->pdata[i];

      if (g_strcmp0 (g_object_get_data (choice, "value"), value) == 0)
        gtk_check_button_set_active (GTK_CHECK_BUTTON (choice), TRUE);
      gtk_widget_set_sensitive (GTK_WIDGET (choice), may_edit);
    }
  if (!self->typing || !may_edit)
    gtk_editable_set_text (self->date, day);
  self->typing = self->typing && may_edit;
  gtk_editable_set_editable (self->date, may_edit);
  self->showing = FALSE;
}

static void
mer_methodology_policy_dispose (GObject *object)
{
  MerMethodologyPolicy *self = MER_METHODOLOGY_POLICY (object);

  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->key, g_free);
  g_clear_object (&self->editing);
  G_OBJECT_CLASS (mer_methodology_policy_parent_class)->dispose (object);
}

static void
mer_methodology_policy_class_init (MerMethodologyPolicyClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mer_methodology_policy_dispose;
}

static void
mer_methodology_policy_init (MerMethodologyPolicy *self)
{
  self->choices = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 4);
}

static GtkWidget *
wrapped (const char *text,
         const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_choice (MerMethodologyPolicy  *self,
            const MerPolicyChoice *choice)
{
  GtkWidget *button = gtk_check_button_new_with_label (_(choice->title));
  GtkWidget *meaning = wrapped (_(choice->explanation), "mer-secondary");

  gtk_widget_add_css_class (meaning, "small");
  gtk_widget_set_margin_start (meaning, 28);
  gtk_widget_set_margin_bottom (meaning, 8);
  g_object_set_data_full (G_OBJECT (button), "value", g_strdup (choice->value), g_free);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  meaning, NULL, -1);
  if (self->choices->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), self->choices->pdata[0]);
  g_signal_connect_object (button, "toggled", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->choices, button);
  gtk_box_append (GTK_BOX (self), button);
  gtk_box_append (GTK_BOX (self), meaning);
}

static void
add_date (MerMethodologyPolicy *self)
{
  GtkWidget          *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget          *label = wrapped (_("Decision of the council of"), "mer-secondary");
  GtkWidget          *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  self->date = GTK_EDITABLE (entry);
  self->problem = GTK_LABEL (wrapped (NULL, "mer-warning"));
  gtk_editable_set_width_chars (self->date, 12);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("no day"));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (date_typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (date_entered_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (date_entered_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, focus);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (self), box);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->problem));
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
}

/**
 * mer_methodology_policy_new:
 * @editing: the rules
 * @key: of a policy of theirs
 *
 * Returns: (transfer floating): its choices
 */
GtkWidget *
mer_methodology_policy_new (MerMethodologyEditing *editing,
                            const char            *key)
{
  MerMethodologyPolicy *self = g_object_new (MER_TYPE_METHODOLOGY_POLICY, NULL);
  const MerPolicy      *policy = mer_policy_find (key);

  self->editing = g_object_ref (editing);
  self->key = g_strdup (key);
  for (const MerPolicyChoice *choice = policy->choices; choice->value != NULL; choice++)
    add_choice (self, choice);
  add_date (self);
  g_signal_connect_object (editing, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
