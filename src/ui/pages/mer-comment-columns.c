/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the table of comments shows. */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/pages/mer-comment-columns.h"

#define COMMENT_LINES 2
#define SHORT 60

static char *
organization_text (gpointer item)
{
  MerComments *comments = mer_comment_item_get_comments (item);
  const char  *name = mer_comments_organization (comments,
                                                 mer_comment_item_get (item)->organization_id);

  return g_strdup (*name != '\0' ? name : "—");
}

/* What copying gives. */
static char *
comment_text (gpointer item)
{
  char *text = mer_comments_text (mer_comment_item_get_comments (item), mer_comment_item_get (item),
                                  mer_language_of_locale ());

  return text != NULL ? text : g_strdup (_("[comment hidden]"));
}

static GtkWidget *
comment_make (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_lines (GTK_LABEL (label), COMMENT_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

/* On the screen a comment is read as it was written. */
static void
comment_show (GtkWidget *cell,
              gpointer   item)
{
  MerComments           *comments = mer_comment_item_get_comments (item);
  const MerCommentEntry *entry = mer_comment_item_get (item);

  gtk_label_set_label (GTK_LABEL (cell), entry->text);
  if (entry->says_nothing || mer_comments_state (comments, entry) == MER_COMMENT_HIDDEN)
    gtk_widget_add_css_class (cell, "mer-secondary");
  else
    gtk_widget_remove_css_class (cell, "mer-secondary");
}

static char *
comment_tooltip (gpointer item)
{
  const char *text = mer_comment_item_get (item)->text;

  /* two lines hold it: there is nothing more to see */
  return g_utf8_strlen (text, -1) > SHORT ? g_strdup (text) : NULL;
}

static char *
theme_text (gpointer item)
{
  const char *theme =
    mer_comments_theme (mer_comment_item_get_comments (item), mer_comment_item_get (item));

  return g_strdup (theme != NULL ? theme : "");
}

static const char *
widest_mark (void)
{
  return C_("mark of a comment", "names a person");
}

static void
append_mark (GString    *text,
             const char *mark)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", mark);
}

char *
mer_comment_mark_text (MerCommentItem *item)
{
  MerComments           *comments = mer_comment_item_get_comments (item);
  const MerCommentEntry *entry = mer_comment_item_get (item);
  MerCommentState        state = mer_comments_state (comments, entry);
  GString               *text = g_string_new (NULL);

  if (state == MER_COMMENT_HIDDEN)
    append_mark (text, C_("mark of a comment", "hidden"));
  else if (entry->names_person)
    append_mark (text, state == MER_COMMENT_OPEN ? C_("mark of a comment", "open")
                                                       : C_("mark of a comment", "names a person"));
  if (mer_comments_has_finding (comments, entry))
    append_mark (text, C_("mark of a comment", "finding"));
  return g_string_free (text, FALSE);
}

static char *
mark_text (gpointer item)
{
  return mer_comment_mark_text (item);
}

/* clang-format off */
static const MerListColumn columns[] = {
  { .id = "organization", .title = N_("Organization"), .width = 200, .css_class = "mer-name",
    .text = organization_text, .tooltip = organization_text },
  { .id = "comment", .title = N_("Text of the comment"), .expand = TRUE, .text = comment_text,
    .tooltip = comment_tooltip, .make = comment_make, .show = comment_show },
  { .id = "theme", .title = N_("Theme"), .width = 140, .text = theme_text,
    .tooltip = theme_text },
  { .id = "mark", .title = N_("Mark"), .width = 124, .widest = widest_mark,
    .css_class = "small", .text = mark_text, .tooltip = mark_text },
};
/* clang-format on */

const MerListColumn *
mer_comment_columns (guint *n_columns)
{
  *n_columns = G_N_ELEMENTS (columns);
  return columns;
}
