/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the table of organizations shows. */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/pages/mer-organization-columns.h"
#include "ui/mer-kind-label.h"
#include "ui/widgets/mer-scope.h"
#include "ui/widgets/mer-swatch.h"

#define NOTHING "—"

static const MerOrganizationEntry *
entry_of (gpointer item)
{
  return mer_organization_item_get (MER_ORGANIZATION_ITEM (item));
}

char *
mer_organization_format_count (gint64 count)
{
  return count < 0 ? g_strdup (NOTHING) : mer_format_count (mer_language_of_locale (), count);
}

char *
mer_organization_format_score (const MerScoreRow *score)
{
  if (score == NULL || !score->total.defined)
    return g_strdup (NOTHING);
  return mer_format_rational (mer_language_of_locale (), &score->total.value, 2);
}

static char *
name_text (gpointer item)
{
  return g_strdup (entry_of (item)->organization->name);
}

static char *
name_tooltip (gpointer item)
{
  const MerOrganization *organization = entry_of (item)->organization;

  return g_strdup (organization->full_name ? organization->full_name : organization->name);
}

static char *
kind_text (gpointer item)
{
  return g_strdup (mer_kind_label (entry_of (item)->organization->kind));
}

static char *
inn_text (gpointer item)
{
  const char *inn = entry_of (item)->organization->inn;

  return g_strdup (inn ? inn : NOTHING);
}

static char *
recipients_text (gpointer item)
{
  return mer_organization_format_count (entry_of (item)->recipients);
}

static char *
sample_text (gpointer item)
{
  return mer_organization_format_count (entry_of (item)->required);
}

static char *
last_text (gpointer item)
{
  const MerSelectionRow *part = entry_of (item)->part;

  return part != NULL && part->last > 0 ? g_strdup_printf ("%d", part->last) : g_strdup (NOTHING);
}

static char *
last_tooltip (gpointer item)
{
  const MerSelectionRow *part = entry_of (item)->part;

  return part != NULL && part->counts ? g_strdup (mer_due_to_words (part->due)) : NULL;
}

static char *
score_text (gpointer item)
{
  return mer_organization_format_score (entry_of (item)->score);
}

/* A blank needs its reason: not of the cycle, no data, or data that do not define a score. */
static char *
band_text (gpointer item)
{
  const MerOrganizationEntry *entry = entry_of (item);

  if (entry->band)
    return g_strdup (entry->band->title);
  if (entry->organization->state != MER_ORGANIZATION_WORKING)
    return g_strdup (mer_organization_state_title (entry->organization->state));
  if (entry->part != NULL && !entry->part->selected)
    return g_strdup (C_("organization", "not chosen"));
  if (entry->score == NULL || entry->score->evidence == NULL)
    return g_strdup (_("no data"));
  return g_strdup (_("undefined"));
}

static GtkWidget *
band_make (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "small");
  gtk_box_append (GTK_BOX (box), mer_swatch_new ());
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
band_show (GtkWidget *cell,
           gpointer   item)
{
  const MerOrganizationEntry *entry = entry_of (item);
  GtkWidget                  *swatch = gtk_widget_get_first_child (cell);
  GtkWidget                  *label = gtk_widget_get_last_child (cell);
  g_autofree char            *text = band_text (item);

  mer_swatch_set_band (MER_SWATCH (swatch), entry->band_index);
  gtk_widget_set_visible (swatch, entry->band_index >= 0);
  gtk_label_set_label (GTK_LABEL (label), text);
  if (entry->band)
    gtk_widget_remove_css_class (label, "mer-secondary");
  else
    gtk_widget_add_css_class (label, "mer-secondary");
}

#define RANK(name, RANK_ID)                                         \
  static guint name (gpointer item)                                 \
  {                                                                 \
    return entry_of (item)->ranks[MER_ORGANIZATION_RANK_##RANK_ID]; \
  }
RANK (name_rank, NAME)
RANK (kind_rank, KIND)
RANK (inn_rank, INN)
RANK (recipients_rank, RECIPIENTS)
RANK (sample_rank, SAMPLE)
RANK (score_rank, SCORE)
RANK (band_rank, BAND)
RANK (last_rank, LAST)
#undef RANK

static const char *
widest_kind (void)
{
  return mer_kind_label (MER_ORGANIZATION_VOCATIONAL);
}

static const char *
widest_inn (void)
{
  return "0000000000";
}

/* clang-format off */
static const MerListColumn columns[] = {
  { .id = "name", .title = N_("Organization"), .expand = TRUE, .css_class = "mer-name",
    .text = name_text, .tooltip = name_tooltip, .rank = name_rank },
  { .id = "kind", .title = N_("Kind"), .width = 108, .widest = widest_kind,
    .text = kind_text, .rank = kind_rank },
  { .id = "inn", .title = N_("INN"), .width = 98, .widest = widest_inn,
    .text = inn_text, .rank = inn_rank },
  { .id = "recipients", .title = N_("Recipients"), .width = 92, .end = TRUE,
    .text = recipients_text, .rank = recipients_rank },
  { .id = "sample", .title = N_("Required sample"), .width = 76, .end = TRUE,
    .text = sample_text, .rank = sample_rank },
  { .id = "score", .title = N_("Score"), .width = 66, .end = TRUE,
    .text = score_text, .rank = score_rank },
  { .id = "band", .title = N_("Band"), .width = 104, .text = band_text, .rank = band_rank,
    .make = band_make, .show = band_show },
  { .id = "last", .title = N_("Assessed"), .width = 78, .end = TRUE, .text = last_text,
    .tooltip = last_tooltip, .rank = last_rank },
};
/* clang-format on */

const MerListColumn *
mer_organization_columns (guint *n_columns)
{
  *n_columns = G_N_ELEMENTS (columns);
  return columns;
}

gboolean
mer_organization_column_is_wide_only (const char *id)
{
  return g_str_equal (id, "kind") || g_str_equal (id, "inn") || g_str_equal (id, "recipients") ||
         g_str_equal (id, "last");
}
