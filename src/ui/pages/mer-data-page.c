/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The data page: two tables over one session. */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/pages/mer-data-files.h"
#include "ui/pages/mer-data-page.h"
#include "ui/pages/mer-data-sample.h"

struct _MerDataPage
{
  MerPage parent_instance;

  /* template children */
  GtkStack      *stack;
  GtkStack      *views;
  GtkLabel      *summary;
  GtkWidget     *file_buttons;
  MerDataSample *sample;
  MerDataFiles  *files;
};

G_DEFINE_FINAL_TYPE (MerDataPage, mer_data_page, MER_TYPE_PAGE)

/* 8 706: all questionnaires of the cycle. */
static gint64
n_questionnaires (MerResults *results)
{
  gint64 n = 0;
  guint  i;

  for (i = 0; results != NULL && i < results->scores->n_rows; i++)
    {
      const MerEvidence *evidence = results->scores->rows[i].evidence;

      if (evidence != NULL && evidence->tally != NULL)
        n += evidence->tally->n;
    }
  return n;
}

char *
mer_data_page_counter (MerSession *session)
{
  gint64 fact = 0;
  gint64 plan = 0;

  mer_sample_totals (mer_session_get_results (session), &fact, &plan);
  if (plan == 0)
    return NULL;
  /* Translators: a percentage in the sidebar; the space is a no-break space. */
  return g_strdup_printf (_("%d %%"), (int) (fact * 100 / plan));
}

static void
view_changed_cb (MerDataPage *self)
{
  gboolean         files = g_strcmp0 (gtk_stack_get_visible_child_name (self->views), "files") == 0;
  gboolean         some = files && mer_data_files_has_selection (self->files);
  MerDocument     *document = mer_session_get_document (mer_page_get_session (MER_PAGE (self)));
  g_autofree char *summary = files ? NULL : mer_data_sample_get_summary (self->sample);

  gtk_widget_set_visible (self->file_buttons, files);
  gtk_label_set_text (self->summary, summary != NULL ? summary : "");
  mer_page_set_action_enabled (MER_PAGE (self), "problems", some);
  mer_page_set_action_enabled (MER_PAGE (self), "delete",
                               some && !mer_document_is_read_only (document));
}

static void
update (MerDataPage *self)
{
  MerResults      *results = mer_session_get_results (mer_page_get_session (MER_PAGE (self)));
  gint64           n = n_questionnaires (results);
  g_autofree char *count = mer_format_count (mer_language_of_locale (), n);
  g_autofree char *subtitle =
    g_strdup_printf (ngettext ("%s questionnaire", "%s questionnaires", (unsigned long) n),
                     count);
  gboolean any = FALSE;

  mer_data_sample_update (self->sample);
  mer_data_files_update (self->files);
  any = mer_data_files_get_n (self->files) > 0 ||
        (results != NULL && results->scores->n_rows > 0);
  gtk_stack_set_visible_child_name (self->stack, any ? "data" : "empty");
  mer_page_set_subtitle (MER_PAGE (self), any ? subtitle : "");
  view_changed_cb (self);
}

static void
problems_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  mer_data_files_show_problems (MER_DATA_PAGE (user_data)->files);
}

static void
delete_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  mer_data_files_remove (MER_DATA_PAGE (user_data)->files);
}

static void
narrow_changed_cb (MerDataPage *self)
{
  gboolean narrow = mer_page_get_narrow (MER_PAGE (self));

  mer_data_sample_set_narrow (self->sample, narrow);
  mer_data_files_set_narrow (self->files, narrow);
}

static void
mer_data_page_constructed (GObject *object)
{
  MerDataPage *self = MER_DATA_PAGE (object);
  MerSession  *session = mer_page_get_session (MER_PAGE (self));

  G_OBJECT_CLASS (mer_data_page_parent_class)->constructed (object);
  mer_data_sample_set_session (self->sample, session);
  mer_data_files_set_session (self->files, session);
  g_signal_connect_object (session, "results-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}

static void
mer_data_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MER_TYPE_DATA_PAGE);
  G_OBJECT_CLASS (mer_data_page_parent_class)->dispose (object);
}

static void
mer_data_page_class_init (MerDataPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = mer_data_page_constructed;
  object_class->dispose = mer_data_page_dispose;
  g_type_ensure (MER_TYPE_DATA_SAMPLE);
  g_type_ensure (MER_TYPE_DATA_FILES);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/merilo/Merilo/ui/mer-data-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MerDataPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MerDataPage, views);
  gtk_widget_class_bind_template_child (widget_class, MerDataPage, summary);
  gtk_widget_class_bind_template_child (widget_class, MerDataPage, file_buttons);
  gtk_widget_class_bind_template_child (widget_class, MerDataPage, sample);
  gtk_widget_class_bind_template_child (widget_class, MerDataPage, files);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
}

static const GActionEntry actions[] = {
  { "problems", problems_cb, NULL, NULL, NULL, { 0 } },
  { "delete", delete_cb, NULL, NULL, NULL, { 0 } },
};

static void
mer_data_page_init (MerDataPage *self)
{
  mer_page_add_actions (MER_PAGE (self), actions, G_N_ELEMENTS (actions));
  gtk_widget_init_template (GTK_WIDGET (self));
  mer_page_bind_table_keys (MER_PAGE (self), GTK_WIDGET (self->files));
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_changed_cb), NULL);
}
