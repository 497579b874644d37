/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Search over everything. The texts are read once by a worker when the window opens; after that
 * each letter searches at once. */

#include "config.h"

#include <glib/gi18n.h>

#include "store/mer-registry-store.h"
#include "ui/dialogs/mer-search-dialog.h"
#include "ui/dialogs/mer-search-job.h"
#include "ui/mer-error-presenter.h"
#include "ui/mer-ui.h"
#include "ui/widgets/mer-children.h"

/* Of each kind; what is searched for is among the first, or more letters are needed. */
#define MOST_OF_KIND 8

struct _MerSearchDialog
{
  AdwWindow parent_instance;

  /* template children */
  GtkSearchEntry *entry;
  GtkStack       *stack;
  GtkListBox     *list;
  GtkLabel       *count;
  GtkLabel       *problem;

  /* owned */
  MerSession   *session;
  MerSearch    *search; /* NULL while it is read */
  GArray       *hits;   /* of MerSearchHit: shown, by kinds */
  GHashTable   *totals; /* kind → how many there are */
  GHashTable   *cycles; /* id → title */
  GCancellable *loading;

  gint64 revision; /* that is searched */
};

G_DEFINE_FINAL_TYPE (MerSearchDialog, mer_search_dialog, ADW_TYPE_WINDOW)

static guint
total_of (MerSearchDialog *self,
          const char      *kind)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->totals, kind));
}

/* --- rows ------------------------------------------------------------------------------------ */

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static char *
one_line (const char *text)
{
  return g_strdelimit (g_strdup (text), "\n\r\t", ' ');
}

/* «Ответственный: Сосновская Е. Н.», unless it is the name itself that was found. */
static char *
where_found (const MerSearchHit *hit)
{
  g_autofree char *text = NULL;

  if (g_strcmp0 (hit->text, hit->name) == 0)
    return NULL;
  text = one_line (hit->text);
  return g_strdup_printf ("%s: %s", _(hit->field), text);
}

static GtkWidget *
make_row (MerSearchDialog    *self,
          const MerSearchHit *hit)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget       *first = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *name = one_line (hit->name);
  g_autofree char *where = where_found (hit);
  GtkWidget       *title = make_label (name, NULL);
  const char      *cycle =
    hit->cycle_id != 0 ? g_hash_table_lookup (self->cycles, &hit->cycle_id) : NULL;

  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_set_tooltip_text (box, hit->text);
  gtk_box_append (GTK_BOX (first), title);
  if (cycle != NULL)
    {
      GtkWidget *of = make_label (cycle, "mer-secondary");

      gtk_widget_add_css_class (of, "small");
      gtk_box_append (GTK_BOX (first), of);
    }
  gtk_box_append (GTK_BOX (box), first);
  if (where != NULL)
    {
      GtkWidget *second = make_label (where, "mer-secondary");

      gtk_widget_add_css_class (second, "small");
      gtk_box_append (GTK_BOX (box), second);
    }
  return box;
}

static const MerSearchHit *
hit_of (MerSearchDialog *self,
        GtkListBoxRow   *row)
{
  return &g_array_index (self->hits, MerSearchHit, gtk_list_box_row_get_index (row));
}

/* «Отзыв — показано 8 из 31» above the first of its kind. */
static void
update_header_cb (GtkListBoxRow *row,
                  GtkListBoxRow *before,
                  gpointer       user_data)
{
  MerSearchDialog    *self = user_data;
  const MerSearchHit *hit = hit_of (self, row);
  guint               total = total_of (self, hit->kind);
  g_autofree char    *text = NULL;
  GtkWidget          *label = NULL;

  if (before != NULL && g_str_equal (hit_of (self, before)->kind, hit->kind))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  /* Translators: what is found: «Organization: 12»; or «Organization: 8 of 12 shown». */
  if (total <= MOST_OF_KIND)
    text = g_strdup_printf (_("%s: %u"), _(hit->title), total);
  else
    text = g_strdup_printf (_("%s: %u of %u shown"), _(hit->title), MOST_OF_KIND, total);
  label = make_label (text, "mer-search-kind");
  gtk_list_box_row_set_header (row, label);
}

/* --- searching ------------------------------------------------------------------------------- */

/* The first hits of one kind. */
static GArray *
hits_of (GPtrArray  *kinds,
         const char *kind)
{
  GArray *hits = NULL;

  for (guint i = kinds->len; i > 0; i--) /* most are of the kind before */
    {
      hits = kinds->pdata[i - 1];
      if (g_str_equal (g_array_index (hits, MerSearchHit, 0).kind, kind))
        return hits;
    }
  hits = g_array_new (FALSE, FALSE, sizeof (MerSearchHit));
  g_ptr_array_add (kinds, hits);
  return hits;
}

static void
add_total (MerSearchDialog *self,
           const char      *kind,
           guint            n)
{
  g_hash_table_insert (self->totals, (gpointer) (guintptr) kind,
                       GUINT_TO_POINTER (total_of (self, kind) + n));
}

/* The order of kinds is that of their best hits; of each kind only the first. One letter is in
 * everything, so each hit is looked at once. */
static void
take_hits (MerSearchDialog *self,
           const GArray    *found)
{
  g_autoptr (GPtrArray) kinds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  g_array_set_size (self->hits, 0);
  g_hash_table_remove_all (self->totals);
  for (guint i = 0, end = 0; i < found->len; i = end)
    {
      const MerSearchHit *hit = &g_array_index (found, MerSearchHit, i);
      GArray             *hits = hits_of (kinds, hit->kind);

      while (end < found->len && g_array_index (found, MerSearchHit, end).kind == hit->kind)
        end++;
      add_total (self, hit->kind, end - i);
      if (hits->len < MOST_OF_KIND)
        g_array_append_vals (hits, hit, MIN (end - i, MOST_OF_KIND - hits->len));
    }
  for (guint k = 0; k < kinds->len; k++)
    g_array_append_vals (self->hits, ((GArray *) kinds->pdata[k])->data,
                         ((GArray *) kinds->pdata[k])->len);
}

static void
show_hits (MerSearchDialog *self)
{
  mer_list_box_clear (self->list);
  for (guint i = 0; i < self->hits->len; i++)
    gtk_list_box_append (self->list,
                         make_row (self, &g_array_index (self->hits, MerSearchHit, i)));
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

static void
show_count (MerSearchDialog *self,
            guint            n,
            gboolean         asked)
{
  g_autofree char *text = NULL;

  if (asked && self->search != NULL)
    text = g_strdup_printf (ngettext ("%u found", "%u found", n), n);
  gtk_label_set_text (self->count, text != NULL ? text : "");
}

static void
search_changed_cb (MerSearchDialog *self)
{
  const char      *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *bare = g_strstrip (g_strdup (text));
  g_autoptr (GArray) found = NULL;
  guint n = 0;

  if (self->search == NULL)
    return;
  found = mer_search_find (self->search, text, 0, &n);
  take_hits (self, found);
  show_hits (self);
  show_count (self, n, *bare != '\0');
  gtk_stack_set_visible_child_name (self->stack, n > 0           ? "list"
                                                 : *bare == '\0' ? "hint"
                                                                 : "nothing");
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (MerSearchDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  MerSearch       *search = mer_search_load_finish (result, &error);
  g_autofree char *text = NULL;

  if (g_cancellable_is_cancelled (self->loading))
    {
      mer_search_free (search);
      return;
    }
  self->search = search;
  if (search != NULL)
    {
      search_changed_cb (self);
      return;
    }
  text = mer_error_describe (error);
  gtk_label_set_text (self->problem, text);
  gtk_stack_set_visible_child_name (self->stack, "problem");
}

/* --- what was read before -------------------------------------------------------------------- */

#define KEPT "mer-search"

/* The texts of one revision, for the next time that something is looked for in it. */
typedef struct
{
  MerSearch *search;
  gint64     revision;
} Kept;

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  g_clear_pointer (&kept->search, mer_search_free);
  g_free (kept);
}

static void
keep (MerSearchDialog *self)
{
  Kept *kept = NULL;

  if (self->search == NULL || self->session == NULL)
    return;
  kept = g_new0 (Kept, 1);
  kept->search = g_steal_pointer (&self->search);
  kept->revision = self->revision;
  g_object_set_data_full (G_OBJECT (self->session), KEPT, kept, kept_free);
}

static void
load (MerSearchDialog *self)
{
  MerDocument *document = mer_session_get_document (self->session);
  Kept        *kept = g_object_get_data (G_OBJECT (self->session), KEPT);

  self->revision = mer_document_get_revision (document);
  if (kept != NULL && kept->revision == self->revision)
    {
      self->search = g_steal_pointer (&kept->search);
      g_object_set_data (G_OBJECT (self->session), KEPT, NULL);
      if (self->search != NULL)
        {
          search_changed_cb (self);
          return;
        }
    }
  mer_search_load_async (document, self->loading, loaded_cb, g_object_ref (self));
}

/* --- going there ----------------------------------------------------------------------------- */

static void
go (GtkWindow          *window,
    const MerSearchHit *hit)
{
  GtkWidget *widget = GTK_WIDGET (window);

  if (g_str_equal (hit->kind, "organization"))
    gtk_widget_activate_action (widget, "win.show-organization", "x", hit->id);
  else if (g_str_equal (hit->kind, "cycle"))
    {
      gtk_widget_activate_action (widget, "win.cycle", "x", hit->id);
      gtk_widget_activate_action (widget, "win.page", "s", "rating");
    }
  else
    gtk_widget_activate_action (widget, "win.show-record", "(sxx)", hit->kind, hit->id,
                                hit->cycle_id);
}

static void
row_activated_cb (MerSearchDialog *self,
                  GtkListBoxRow   *row)
{
  GtkWindow       *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  MerSearchHit     hit = *hit_of (self, row);
  g_autofree char *kind = g_strdup (hit.kind);

  /* the hit's texts go with the search, which goes with the window */
  hit.kind = kind;
  gtk_window_destroy (GTK_WINDOW (self));
  if (parent != NULL)
    go (parent, &hit);
}

/* The entry takes Escape for itself. */
static void
stop_cb (MerSearchDialog *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
activate_cb (MerSearchDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    row_activated_cb (self, row);
}

/* --- keys ------------------------------------------------------------------------------------ */

static void
reveal (MerSearchDialog *self,
        GtkListBoxRow   *row)
{
  GtkAdjustment *adjustment = gtk_list_box_get_adjustment (self->list);
  double         y = 0;

  if (adjustment != NULL &&
      gtk_widget_translate_coordinates (GTK_WIDGET (row), GTK_WIDGET (self->list), 0, 0, NULL, &y))
    gtk_adjustment_clamp_page (adjustment, y, y + gtk_widget_get_height (GTK_WIDGET (row)));
}

static void
step (MerSearchDialog *self,
      int              by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int            index = row != NULL ? gtk_list_box_row_get_index (row) : -1;
  int            last = (int) self->hits->len - 1;

  if (last < 0)
    return;
  row = gtk_list_box_get_row_at_index (self->list, CLAMP (index + by, 0, last));
  gtk_list_box_select_row (self->list, row);
  reveal (self, row);
}

static gboolean
key_pressed_cb (MerSearchDialog *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      step (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      step (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
      step (self, -MOST_OF_KIND);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
      step (self, MOST_OF_KIND);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* --- the object ------------------------------------------------------------------------------ */

static void
mer_search_dialog_dispose (GObject *object)
{
  MerSearchDialog *self = MER_SEARCH_DIALOG (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  keep (self);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), MER_TYPE_SEARCH_DIALOG);
  G_OBJECT_CLASS (mer_search_dialog_parent_class)->dispose (object);
}

static void
mer_search_dialog_finalize (GObject *object)
{
  MerSearchDialog *self = MER_SEARCH_DIALOG (object);

  g_clear_object (&self->loading);
  g_clear_pointer (&self->search, mer_search_free);
  g_array_unref (self->hits);
  g_hash_table_unref (self->totals);
  g_hash_table_unref (self->cycles);
  G_OBJECT_CLASS (mer_search_dialog_parent_class)->finalize (object);
}

static void
mer_search_dialog_class_init (MerSearchDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_search_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = mer_search_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MER_UI_RESOURCE ("mer-search-dialog.ui"));
  gtk_widget_class_bind_template_child (widget_class, MerSearchDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, MerSearchDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, MerSearchDialog, list);
  gtk_widget_class_bind_template_child (widget_class, MerSearchDialog, count);
  gtk_widget_class_bind_template_child (widget_class, MerSearchDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mer_search_dialog_init (MerSearchDialog *self)
{
  self->hits = g_array_new (FALSE, FALSE, sizeof (MerSearchHit));
  self->totals = g_hash_table_new (g_str_hash, g_str_equal);
  self->cycles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->entry, GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, update_header_cb, self, NULL);
}

static void
read_cycles (MerSearchDialog *self)
{
  g_autoptr (GPtrArray) cycles =
    mer_store_cycles (mer_session_get_document (self->session), NULL);

  for (guint i = 0; cycles != NULL && i < cycles->len; i++)
    {
      const MerCycle *cycle = cycles->pdata[i];

      g_hash_table_insert (self->cycles, g_memdup2 (&cycle->id, sizeof cycle->id),
                           g_strdup (cycle->title));
    }
}

/**
 * mer_search_dialog_present:
 * @parent: the window whose pages show what is found
 * @session: whose document is searched
 *
 * Returns: (transfer none): the window
 */
MerSearchDialog *
mer_search_dialog_present (GtkWindow  *parent,
                           MerSession *session)
{
  MerSearchDialog *self = g_object_new (MER_TYPE_SEARCH_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->loading = g_cancellable_new ();
  read_cycles (self);
  load (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
