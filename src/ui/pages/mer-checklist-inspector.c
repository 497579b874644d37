/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Details of a cell of the grid. What the entries hold belongs to the cell that was shown when
 * it was typed: it is saved before another is shown. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "import/mer-timestamp.h"
#include "ui/mer-text-scale.h"
#include "ui/pages/mer-checklist-inspector.h"

enum
{
  FIELD_LINK,
  FIELD_DAY,
  FIELD_INSPECTOR,
  FIELD_NOTE,
  N_FIELDS,
};

enum
{
  OF_MARK,
  OF_WHOLE,
  N_NOTES,
};

enum
{
  SIGNAL_MARK,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

struct _MerChecklistInspector
{
  AdwBin parent_instance;

  /* template children */
  GtkLabel        *name, *problem, *place, *item, *source;
  GtkWidget       *clear;
  GtkToggleButton *present, *half, *absent, *not_required;
  GtkEditable     *mark_link, *mark_day, *mark_inspector, *mark_note;
  GtkEditable     *whole_link, *whole_day, *whole_inspector, *whole_note;

  GtkEditable      *entries[N_NOTES][N_FIELDS]; /* the same, to go over them */
  MerSession       *session;                    /* owned, nullable */
  MerChecklistData *data;                       /* owned, nullable */
  guint             row, column;
  gboolean          showing; /* what changes is not the user's doing */
  gboolean          saving;
  guint             n_shown; /* how often anything was shown */
};

G_DEFINE_FINAL_TYPE (MerChecklistInspector, mer_checklist_inspector, ADW_TYPE_BIN)

/* --- days ----------------------------------------------------------------------------- */

/* ISO 8601, or the text itself, which the store refuses. */
static char *
day_from_text (const char *text)
{
  g_autoptr (GDateTime) day = NULL;
  gint64   seconds = 0;
  gboolean has_time = FALSE;

  if (mer_timestamp_parse (text, strlen (text), &seconds, &has_time))
    day = g_date_time_new_from_unix_utc (seconds);
  return day != NULL ? g_date_time_format (day, "%Y-%m-%d") : g_strdup (text);
}

/* --- saving --------------------------------------------------------------------------- */

typedef struct
{
  MerMarkNote         note;
  const MerCycleItem *item; /* NULL: the whole checklist */
} NoteChange;

typedef struct
{
  gint64     cycle_id;
  NoteChange changes[N_NOTES];
  guint      n_changes;
} NoteAction;

static gboolean
save_notes_cb (MerDocument *document,
               gpointer     user_data,
               GError     **error)
{
  NoteAction *action = user_data;

  for (guint i = 0; i < action->n_changes; i++)
    {
      NoteChange *change = &action->changes[i];

      if (change->item != NULL)
        {
          change->note.item_id =
            mer_store_mark_item_id (document, action->cycle_id, change->item, error);
          if (change->note.item_id == 0)
            return FALSE;
        }
      if (!mer_store_save_mark_note (document, action->cycle_id, &change->note, error))
        return FALSE;
    }
  return TRUE;
}

static void
action_clear (NoteAction *action)
{
  for (guint i = 0; i < action->n_changes; i++)
    {
      MerMarkNote *note = &action->changes[i].note;

      g_free (note->link);
      g_free (note->inspector);
      g_free (note->note);
      g_free (note->day);
    }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NoteAction, action_clear)

static const MerMarkNote *
stored_note (MerChecklistInspector *self,
             guint                  which)
{
  return mer_checklist_data_note (self->data, self->row,
                                  which == OF_MARK ? (int) self->column : -1);
}

static char *
stored_text (const MerMarkNote *note,
             guint              field)
{
  if (note == NULL)
    return g_strdup ("");
  switch (field)
    {
    case FIELD_LINK:
      return g_strdup (note->link != NULL ? note->link : "");
    case FIELD_DAY:
      return note->day != NULL ? mer_checklist_day_text (note->day) : g_strdup ("");
    case FIELD_INSPECTOR:
      return g_strdup (note->inspector != NULL ? note->inspector : "");
    case FIELD_NOTE:
    default:
      return g_strdup (note->note != NULL ? note->note : "");
    }
}

static gboolean
is_changed (MerChecklistInspector *self,
            guint                  which)
{
  for (guint i = 0; i < N_FIELDS; i++)
    {
      g_autofree char *stored = stored_text (stored_note (self, which), i);

      if (!g_str_equal (stored, gtk_editable_get_text (self->entries[which][i])))
        return TRUE;
    }
  return FALSE;
}

static char *
typed_text (MerChecklistInspector *self,
            guint                  which,
            guint                  field)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->entries[which][field])));
}

static void
show_problem (MerChecklistInspector *self,
              const char            *text)
{
  gtk_label_set_text (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

static void
add_change (MerChecklistInspector *self,
            guint                  which,
            NoteAction            *action)
{
  NoteChange      *change = &action->changes[action->n_changes++];
  g_autofree char *day = typed_text (self, which, FIELD_DAY);

  change->note.organization_id = mer_checklist_data_organization (self->data, self->row)->id;
  change->item = which == OF_MARK ? mer_checklist_data_item (self->data, self->column) : NULL;
  change->note.link = typed_text (self, which, FIELD_LINK);
  change->note.inspector = typed_text (self, which, FIELD_INSPECTOR);
  change->note.note = typed_text (self, which, FIELD_NOTE);
  change->note.day = day_from_text (day);
}

/* All that was typed is read before anything is written: writing makes the owner show anew. */
void
mer_checklist_inspector_save (MerChecklistInspector *self)
{
  g_auto (NoteAction) action = { 0 };
  g_autoptr (MerChecklistData) held = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (MER_IS_CHECKLIST_INSPECTOR (self));
  if (self->saving || self->data == NULL || self->session == NULL)
    return;
  held = mer_checklist_data_ref (self->data);
  action.cycle_id = held->cycle_id;
  for (guint i = 0; i < N_NOTES; i++)
    if (is_changed (self, i))
      add_change (self, i, &action);
  if (action.n_changes == 0)
    return;
  self->saving = TRUE;
  mer_session_try (self->session, _("Note of a checklist"), NULL, save_notes_cb, &action, &error);
  self->saving = FALSE;
  show_problem (self, error != NULL ? error->message : NULL);
}

/* --- showing -------------------------------------------------------------------------- */

static void
show_mark (MerChecklistInspector *self)
{
  const MerMarkCell *cell = mer_checklist_data_cell (self->data, self->row, self->column);
  g_autofree char   *source = mer_checklist_data_source (self->data, self->row, self->column);

  gtk_toggle_button_set_active (self->present, cell->line != 0 && cell->mark == MER_MARK_PRESENT);
  gtk_toggle_button_set_active (self->half, cell->line != 0 && cell->mark == MER_MARK_HALF);
  gtk_toggle_button_set_active (self->absent, cell->line != 0 && cell->mark == MER_MARK_ABSENT);
  gtk_toggle_button_set_active (self->not_required,
                                cell->line != 0 && cell->mark == MER_MARK_NOT_REQUIRED);
  gtk_label_set_text (self->source,
                      source != NULL ? source : mer_checklist_state_title (cell));
  gtk_widget_set_visible (self->clear,
                          mer_checklist_data_is_by_hand (self->data, self->row, self->column));
}

static gboolean
has_focus (GtkEditable *entry)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (entry)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static void
show_notes (MerChecklistInspector *self,
            gboolean               anew)
{
  gboolean editable = !self->data->approved && self->session != NULL &&
                      mer_session_may_write (self->session);

  for (guint i = 0; i < N_NOTES; i++)
    for (guint j = 0; j < N_FIELDS; j++)
      {
        g_autofree char *text = stored_text (stored_note (self, i), j);

        /* what is being typed stays, whatever else changes meanwhile */
        if (anew || !has_focus (self->entries[i][j]))
          gtk_editable_set_text (self->entries[i][j], text);
        gtk_editable_set_editable (self->entries[i][j], editable);
      }
}

static gboolean
is_same_cell (MerChecklistInspector *self,
              MerChecklistData      *data,
              guint                  row,
              guint                  column)
{
  return self->data != NULL && data != NULL &&
         mer_checklist_data_organization (self->data, self->row)->id ==
           mer_checklist_data_organization (data, row)->id &&
         self->column == column;
}

/* Before another cell is shown. FALSE when saving has made the owner show the newest already. */
static gboolean
leave_cell (MerChecklistInspector *self)
{
  guint before = self->n_shown;

  if (self->saving)
    return TRUE;
  mer_checklist_inspector_save (self);
  /* what could not be saved is about to go out of sight */
  if (gtk_widget_get_visible (GTK_WIDGET (self->problem)))
    mer_session_tell (self->session, gtk_label_get_text (self->problem), FALSE);
  show_problem (self, NULL);
  return self->n_shown == before;
}

static void
show_cell (MerChecklistInspector *self,
           gboolean               anew)
{
  self->showing = TRUE;
  gtk_label_set_text (self->name, mer_checklist_data_organization (self->data, self->row)->name);
  gtk_label_set_text (self->place, mer_checklist_data_group (self->data, self->column)->title);
  gtk_label_set_text (self->item, mer_checklist_data_item (self->data, self->column)->text);
  show_mark (self);
  /* what was refused stays to be mended */
  if (anew || !gtk_widget_get_visible (GTK_WIDGET (self->problem)))
    show_notes (self, anew);
  self->showing = FALSE;
}

void
mer_checklist_inspector_show (MerChecklistInspector *self,
                              MerChecklistData      *data,
                              guint                  row,
                              guint                  column)
{
  g_autoptr (MerChecklistData) held = data != NULL ? mer_checklist_data_ref (data) : NULL;
  gboolean anew = FALSE;

  g_return_if_fail (MER_IS_CHECKLIST_INSPECTOR (self));
  anew = !is_same_cell (self, data, row, column);
  if (anew && !leave_cell (self))
    return;
  self->n_shown++;
  g_clear_pointer (&self->data, mer_checklist_data_unref);
  self->data = g_steal_pointer (&held);
  self->row = row;
  self->column = column;
  gtk_widget_set_sensitive (GTK_WIDGET (self), data != NULL);
  if (data != NULL)
    show_cell (self, anew);
}

void
mer_checklist_inspector_set_session (MerChecklistInspector *self,
                                     MerSession            *session)
{
  g_return_if_fail (MER_IS_CHECKLIST_INSPECTOR (self));
  g_set_object (&self->session, session);
}

void
mer_checklist_inspector_edit (MerChecklistInspector *self)
{
  g_return_if_fail (MER_IS_CHECKLIST_INSPECTOR (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->mark_link));
}

/* --- the object ----------------------------------------------------------------------- */

/* Each button stands for a mark; pressing the one that is set already changes nothing. */
static void
toggled_cb (MerChecklistInspector *self,
            GtkToggleButton       *button)
{
  GtkToggleButton *const buttons[] = { self->not_required, self->absent, self->half,
                                       self->present };

  if (self->showing || !gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    if (buttons[i] == button)
      g_signal_emit (self, signals[SIGNAL_MARK], 0, (int) i);
}

static void
set_width (MerChecklistInspector *self)
{
  gtk_widget_set_size_request (GTK_WIDGET (self), mer_text_scale_px (GTK_WIDGET (self), 272), -1);
}

static void
mer_checklist_inspector_dispose (GObject *object)
{
  MerChecklistInspector *self = MER_CHECKLIST_INSPECTOR (object);

  g_clear_pointer (&self->data, mer_checklist_data_unref);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (object), MER_TYPE_CHECKLIST_INSPECTOR);
  G_OBJECT_CLASS (mer_checklist_inspector_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, MerChecklistInspector, name);
  gtk_widget_class_bind_template_child (klass, MerChecklistInspector, problem);
  gtk_widget_class_bind_template_child (klass, MerChecklistInspector, place);
  gtk_widget_class_bind_template_child (klass, MerChecklistInspector, item);
  gtk_widget_class_bind_template_child (klass, MerChecklistInspector, source);
  gtk_widget_class_bind_template_child (klass, MerChecklistInspector, clear);
  gtk_widget_class_bind_template_child (klass, MerChecklistInspector, present);
  gtk_widget_class_bind_template_child (klass, MerChecklistInspector, half);
  gtk_widget_class_bind_template_child (klass, MerChecklistInspector, absent);
  gtk_widget_class_bind_template_child (klass, MerChecklistInspector, not_required);
  gtk_widget_class_bind_template_child (klass, MerChecklistInspector, mark_link);
  gtk_widget_class_bind_template_child (klass, MerChecklistInspector, mark_day);
  gtk_widget_class_bind_template_child (klass, MerChecklistInspector, mark_inspector);
  gtk_widget_class_bind_template_child (klass, MerChecklistInspector, mark_note);
  gtk_widget_class_bind_template_child (klass, MerChecklistInspector, whole_link);
  gtk_widget_class_bind_template_child (klass, MerChecklistInspector, whole_day);
  gtk_widget_class_bind_template_child (klass, MerChecklistInspector, whole_inspector);
  gtk_widget_class_bind_template_child (klass, MerChecklistInspector, whole_note);
}

static void
mer_checklist_inspector_class_init (MerChecklistInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_checklist_inspector_dispose;
  signals[SIGNAL_MARK] = g_signal_new ("mark", MER_TYPE_CHECKLIST_INSPECTOR, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/merilo/Merilo/ui/mer-checklist-inspector.ui");
  bind_children (widget_class);
}

static void
follow_entry (MerChecklistInspector *self,
              GtkEditable           *entry)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (mer_checklist_inspector_save), self);
  gtk_widget_add_controller (GTK_WIDGET (entry), focus);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (mer_checklist_inspector_save), self);
}

static void
mer_checklist_inspector_init (MerChecklistInspector *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  {
    GtkEditable *entries[N_NOTES][N_FIELDS] = {
      { self->mark_link, self->mark_day, self->mark_inspector, self->mark_note },
      { self->whole_link, self->whole_day, self->whole_inspector, self->whole_note },
    };
    GtkToggleButton *buttons[] = { self->present, self->half, self->absent, self->not_required };

    memcpy (self->entries, entries, sizeof entries);
    for (guint i = 0; i < N_NOTES * N_FIELDS; i++)
      follow_entry (self, entries[i / N_FIELDS][i % N_FIELDS]);
    for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
      g_signal_connect_swapped (buttons[i], "toggled", G_CALLBACK (toggled_cb), self);
  }
  /* entries and buttons fill the pane; the pane does not take room from the grid */
  gtk_widget_set_hexpand (GTK_WIDGET (self), FALSE);
  set_width (self);
  mer_text_scale_follow (GTK_WIDGET (self), G_CALLBACK (set_width), self);
  mer_checklist_inspector_show (self, NULL, 0, 0);
}
