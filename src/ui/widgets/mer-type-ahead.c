/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Jumping to a row of a table by typing what it is called. */

#include "config.h"

#include "ui/widgets/mer-type-ahead.h"

#include "core/mer-name.h"
#include "ui/widgets/mer-list-view.h"

#define TYPING_PAUSE (G_USEC_PER_SEC)

typedef struct
{
  GtkColumnView *view; /* borrowed: it owns this */
  char *(*text) (gpointer item);
  GString *typed;
  gint64   typed_at;
} TypeAhead;

static void
type_ahead_free (gpointer data)
{
  TypeAhead *self = data;

  g_string_free (self->typed, TRUE);
  g_free (self);
}

static gboolean
row_begins_with (TypeAhead  *self,
                 GListModel *model,
                 guint       position,
                 const char *folded)
{
  g_autoptr (GObject) item = g_list_model_get_item (model, position);
  g_autofree char *text = self->text (item);
  g_autofree char *key = mer_name_fold (text, -1);
  const char      *word = key;

  for (; word; word = strchr (word, ' '))
    {
      while (*word == ' ')
        word++;
      if (g_str_has_prefix (word, folded))
        return TRUE;
    }
  return FALSE;
}

/* The first letter goes on from the row that is selected, those after it stay if they can. */
static void
jump (TypeAhead *self)
{
  GListModel      *model = G_LIST_MODEL (gtk_column_view_get_model (self->view));
  guint            n_rows = g_list_model_get_n_items (model);
  guint            start = mer_list_view_get_selected (self->view);
  g_autofree char *folded = mer_name_fold (self->typed->str, (gssize) self->typed->len);

  if (folded[0] == '\0')
    return;
  if (start == GTK_INVALID_LIST_POSITION)
    start = 0;
  else if (g_utf8_strlen (self->typed->str, -1) == 1)
    start++;
  for (guint i = 0; i < n_rows; i++)
    if (row_begins_with (self, model, (start + i) % n_rows, folded))
      {
        mer_list_view_select (self->view, (start + i) % n_rows);
        return;
      }
}

static gboolean
is_typing (TypeAhead *self)
{
  return self->typed->len > 0 && g_get_monotonic_time () - self->typed_at <= TYPING_PAUSE;
}

static void
take_letter (TypeAhead *self,
             gunichar   letter)
{
  if (!is_typing (self))
    g_string_truncate (self->typed, 0);
  self->typed_at = g_get_monotonic_time ();
  g_string_append_unichar (self->typed, letter);
  jump (self);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                TypeAhead             *self)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) || !g_unichar_isalnum (letter))
    return GDK_EVENT_PROPAGATE;
  take_letter (self, letter);
  return GDK_EVENT_STOP;
}

/* Before rows take it: «до 1 мая» is typed on, and selects or marks nothing. */
static gboolean
space_pressed_cb (GtkEventControllerKey *controller,
                  guint                  keyval,
                  guint                  keycode,
                  GdkModifierType        state,
                  TypeAhead             *self)
{
  if (keyval != GDK_KEY_space || !is_typing (self) ||
      (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_SHIFT_MASK)))
    return GDK_EVENT_PROPAGATE;
  take_letter (self, ' ');
  return GDK_EVENT_STOP;
}

/**
 * mer_type_ahead_follow:
 * @view: a table
 * @text: what a row is called
 *
 * Makes letters typed in the table jump to the next row that has a word beginning with them.
 */
void
mer_type_ahead_follow (GtkColumnView *view,
                       char *(*text) (gpointer item))
{
  TypeAhead          *self = g_new0 (TypeAhead, 1);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *spaces = gtk_event_controller_key_new ();

  self->view = view;
  self->text = text;
  self->typed = g_string_new (NULL);
  g_object_set_data_full (G_OBJECT (view), "mer-type-ahead", self, type_ahead_free);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (view), keys);
  gtk_event_controller_set_propagation_phase (spaces, GTK_PHASE_CAPTURE);
  g_signal_connect (spaces, "key-pressed", G_CALLBACK (space_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (view), spaces);
}

gboolean
mer_type_ahead_is_typing (GtkColumnView *view)
{
  TypeAhead *self = g_object_get_data (G_OBJECT (view), "mer-type-ahead");

  return self != NULL && is_typing (self);
}
