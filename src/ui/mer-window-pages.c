/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages of a window: they are made when they are first shown, and the one that is shown
 * lends the window its header widgets and its group of actions. */

#include "config.h"

#include <glib/gi18n.h>

#include "cycle/mer-record-kinds.h"
#include "store/mer-record-store.h"
#include "ui/dialogs/mer-record-form.h"
#include "ui/mer-page-table.h"
#include "ui/mer-window-private.h"

MerPage *
mer_window_get_page (MerWindow *self)
{
  g_return_val_if_fail (MER_IS_WINDOW (self), NULL);
  return self->page;
}

void
mer_window_update_page_title (MerWindow *self)
{
  MerPage *page = mer_window_get_page (self);

  if (page == NULL)
    return;
  adw_window_title_set_title (self->page_title, mer_page_get_title (page));
  adw_window_title_set_subtitle (self->page_title, mer_page_get_subtitle (page));
}

void
mer_window_update_narrow (MerWindow *self)
{
  MerPage *page = mer_window_get_page (self);

  if (page && !adw_flap_get_folded (self->flap))
    mer_sidebar_set_narrow (self->sidebar, mer_page_get_narrow (page));
}

static void
show_if_action (GtkWidget  *button,
                MerPage    *page,
                const char *name)
{
  gtk_widget_set_visible (button, g_action_group_has_action (mer_page_get_actions (page), name));
}

static void
enter_page (MerWindow *self,
            MerPage   *page)
{
  self->page = page;
  mer_page_enter (page);
  g_signal_group_set_target (self->page_signals, page);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "page", mer_page_get_actions (page));
  adw_bin_set_child (self->header_start, mer_page_get_header_start (page));
  adw_bin_set_child (self->header_end, mer_page_get_header_end (page));
  show_if_action (self->find_button, page, "find");
  show_if_action (self->export_button, page, "export");
  show_if_action (self->print_button, page, "print");
  mer_window_update_page_title (self);
  mer_window_update_narrow (self);
}

/* Fields store what is typed when the keyboard leaves them. It does before another page is shown:
 * that one would rebuild itself while GTK moves the keyboard into it, and GTK never ends. Whether
 * the page had the keyboard, which nothing has now. */
gboolean
mer_window_settle_typing (MerWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus == NULL || self->page == NULL ||
      !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->page)))
    return FALSE;
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  return TRUE;
}

static void
leave_page (MerWindow *self)
{
  self->page = NULL;
  g_signal_group_set_target (self->page_signals, NULL);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "page", NULL);
  adw_bin_set_child (self->header_start, NULL);
  adw_bin_set_child (self->header_end, NULL);
}

static MerPage *
ensure_page (MerWindow         *self,
             const MerPageInfo *info)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, info->id);

  if (page == NULL)
    {
      page = g_object_new (info->get_type (),
                           "session", self->session,
                           "settings", self->settings,
                           "title", _(info->title), NULL);
      gtk_stack_add_named (self->pages, page, info->id);
    }
  return MER_PAGE (page);
}

/**
 * mer_window_show_page:
 * @self: a window with a document
 * @id: of the table of pages; an unknown one shows the first page
 */
void
mer_window_show_page (MerWindow  *self,
                      const char *id)
{
  guint              n_pages = 0;
  const MerPageInfo *pages = mer_page_table (&n_pages);
  int                position = MAX (mer_page_table_find (id), 0);
  MerPage           *page = NULL;
  gboolean           had_keyboard = FALSE;

  g_return_if_fail (MER_IS_WINDOW (self));
  if (self->session == NULL)
    return;
  page = ensure_page (self, &pages[position]);
  if (page == self->page)
    {
      gtk_widget_grab_focus (GTK_WIDGET (page));
      return;
    }
  had_keyboard = mer_window_settle_typing (self);
  leave_page (self);
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (page));
  enter_page (self, page);
  if (had_keyboard && !gtk_widget_grab_focus (GTK_WIDGET (page)))
    gtk_widget_child_focus (GTK_WIDGET (page), GTK_DIR_TAB_FORWARD);
  mer_sidebar_set_page (self->sidebar, pages[position].id);
  g_settings_set_string (self->settings, "page", pages[position].id);
}

/* The page whose class shows the kind; −1: none. */
static int
find_page_of (const char *kind)
{
  guint              n_pages = 0;
  const MerPageInfo *pages = mer_page_table (&n_pages);

  for (guint i = 0; i < n_pages; i++)
    {
      MerPageClass *klass = g_type_class_ref (pages[i].get_type ());
      gboolean      shows = mer_page_class_shows (klass, kind);

      g_type_class_unref (klass);
      if (shows)
        return (int) i;
    }
  return -1;
}

/* What stands on no page is shown in its form. */
static void
open_form (MerWindow  *self,
           const char *kind_id,
           gint64      id)
{
  const MerRecordKind *kind = mer_record_kind_find (kind_id);
  g_autoptr (GError) error = NULL;
  gpointer record = NULL;

  if (kind == NULL)
    return;
  record = mer_store_record (mer_session_get_document (self->session), kind, id, &error);
  if (record != NULL)
    mer_record_form_present (GTK_WINDOW (self), self->session, record, NULL);
  else
    mer_window_show_error (self, _("The record cannot be shown"), error);
  g_clear_pointer (&record, mer_record_free);
}

void
mer_window_show_record (MerWindow  *self,
                        const char *kind,
                        gint64      id,
                        gint64      cycle_id)
{
  guint n_pages = 0;
  int   page = find_page_of (kind);

  if (self->session == NULL)
    return;
  if (cycle_id != 0)
    mer_session_set_cycle_id (self->session, cycle_id);
  if (page < 0)
    {
      open_form (self, kind, id);
      return;
    }
  mer_window_show_page (self, mer_page_table (&n_pages)[page].id);
  mer_page_show_record (self->page, kind, id);
}

void
mer_window_drop_pages (MerWindow *self)
{
  GtkWidget *page = NULL;

  leave_page (self);
  while ((page = gtk_widget_get_first_child (GTK_WIDGET (self->pages))))
    gtk_stack_remove (self->pages, page);
}
