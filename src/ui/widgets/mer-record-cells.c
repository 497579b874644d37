/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The columns of a table of records: what their cells say and how they sort. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/mer-day.h"
#include "core/mer-language.h"
#include "core/mer-period.h"
#include "core/mer-rational.h"
#include "ui/mer-text-scale.h"
#include "ui/widgets/mer-record-table-private.h"
#include "ui/widgets/mer-state-cell.h"
#include "ui/widgets/mer-type-ahead.h"

#define SCALE_OF_DECIMALS 10000 /* ranks of decimals tell four places apart */
#define STATE_ID "state"
#define STATE_WIDTH 146
#define HEADER_PADDING 20
#define LEAST_CHARS 12  /* of a column that takes what is left */
#define NARROW_ROOM 800 /* px for all columns of a narrow table */
#define EXPAND_ROOM 170 /* of these for the one that expands */

/* --- what a cell says ------------------------------------------------------------------------ */

const MerField *
mer_record_table_field (MerRecordTable *self,
                        guint           column)
{
  const MerRecordColumn *description = &g_array_index (self->columns, MerRecordColumn, column);

  return description->key != NULL ? mer_record_kind_field (self->kind, description->key) : NULL;
}

static gboolean
is_state (MerRecordTable *self,
          guint           column)
{
  const MerRecordColumn *description = &g_array_index (self->columns, MerRecordColumn, column);

  return description->key == NULL && description->text == NULL;
}

/* One line a cell: what stands on several is joined. */
static char *
in_one_line (char       *text,
             const char *between)
{
  g_auto (GStrv) lines = NULL;
  GString *joined = NULL;

  if (strchr (text, '\n') == NULL)
    return text;
  lines = g_strsplit (text, "\n", -1);
  joined = g_string_new (NULL);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_strstrip (lines[i]);
      if (*lines[i] != '\0' && joined->len > 0)
        g_string_append (joined, between);
      g_string_append (joined, lines[i]);
    }
  g_free (text);
  return g_string_free (joined, FALSE);
}

static char *
field_text (MerRecordTable *self,
            gconstpointer   record,
            const MerField *field)
{
  const char *symbol = NULL;

  if (field->type == MER_FIELD_CODE && self->symbols != NULL &&
      !mer_record_is_blank (record, field))
    symbol = g_hash_table_lookup (self->symbols, mer_record_text (record, field));
  if (symbol != NULL)
    return g_strdup (symbol);
  if (self->names == NULL)
    return g_strdup ("");
  if (field->type == MER_FIELD_DECIMAL && !mer_record_is_blank (record, field))
    return mer_format_decimal (mer_language_of_locale (), mer_record_text (record, field));
  return in_one_line (mer_record_names_words (self->names, record, field),
                      field->type == MER_FIELD_LIST ? "; " : " ");
}

static char *
state_text (MerRecordTable *self,
            gconstpointer   record)
{
  char *words = NULL;

  self->info->state (self, record, &words);
  return words;
}

char *
mer_record_table_cell (MerRecordTable *self,
                       gconstpointer   record,
                       guint           column)
{
  const MerRecordColumn *description = &g_array_index (self->columns, MerRecordColumn, column);
  const MerField        *field = mer_record_table_field (self, column);
  char                  *text = NULL;

  if (field != NULL)
    return field_text (self, record, field);
  text = is_state (self, column) ? state_text (self, record) : description->text (self, record);
  return text != NULL ? text : g_strdup ("");
}

/* --- how it sorts ---------------------------------------------------------------------------- */

static gint64
day_rank (const char *iso)
{
  gint64 number = 0;

  return iso != NULL && mer_day_to_number (iso, &number) ? number : G_MAXINT64;
}

static gint64
decimal_rank (const char *text)
{
  g_auto (MerRational) value = MER_RATIONAL_ZERO;

  if (text == NULL || !mer_rational_parse (text, &value))
    return G_MAXINT64;
  return (gint64) (mer_rational_to_double (&value) * SCALE_OF_DECIMALS);
}

/* By the last day, then by the first; what has no days after them, what is no deadline last. */
static gint64
period_rank (MerRecordTable *self,
             const char     *phrase)
{
  MerResults *results = mer_session_get_results (self->session);
  g_autoptr (MerPeriod) period = NULL;
  MerDay last = MER_DAY_NONE;

  if (phrase == NULL)
    return G_MAXINT64;
  period = mer_period_parse (phrase, results != NULL ? results->cycle->year : 0);
  last = mer_period_get_last (period);
  if (last == MER_DAY_NONE)
    return G_MAXINT64 - MER_N_PERIOD_KINDS +
           (mer_period_get_kind (period) + MER_N_PERIOD_KINDS - 1) % MER_N_PERIOD_KINDS;
  return ((gint64) last << 32) + mer_period_get_first (period);
}

/* What is not filled in comes last. */
static gboolean
field_rank (MerRecordTable *self,
            gconstpointer   record,
            const MerField *field,
            gint64         *rank)
{
  switch ((int) field->type)
    {
    case MER_FIELD_DAY:
      *rank = day_rank (mer_record_text (record, field));
      return TRUE;
    case MER_FIELD_PERIOD:
      *rank = period_rank (self, mer_record_text (record, field));
      return TRUE;
    case MER_FIELD_DECIMAL:
      *rank = decimal_rank (mer_record_text (record, field));
      return TRUE;
    case MER_FIELD_NUMBER:
      *rank = mer_record_number (record, field);
      if (*rank < 0)
        *rank = G_MAXINT64;
      return TRUE;
    case MER_FIELD_FLAG:
    case MER_FIELD_CHOICE:
      *rank = mer_record_number (record, field);
      return TRUE;
    default:
      return FALSE;
    }
}

/* What needs somebody comes first. */
static gint64
state_rank (MerRecordTable *self,
            gconstpointer   record)
{
  static const int ranks[] = {
    [MER_RECORD_STATE_OVERDUE] = 0,
    [MER_RECORD_STATE_WARNING] = 1,
    [MER_RECORD_STATE_WORK] = 2,
    [MER_RECORD_STATE_PLANNED] = 3,
    [MER_RECORD_STATE_NONE] = 4,
    [MER_RECORD_STATE_DONE] = 5,
  };
  g_autofree char *words = NULL;

  return ranks[self->info->state (self, record, &words)];
}

gboolean
mer_record_table_rank (MerRecordTable *self,
                       gconstpointer   record,
                       guint           column,
                       gint64         *rank)
{
  const MerRecordColumn *description = &g_array_index (self->columns, MerRecordColumn, column);
  const MerField        *field = mer_record_table_field (self, column);

  if (description->rank != NULL)
    *rank = description->rank (self, record);
  else if (is_state (self, column))
    *rank = state_rank (self, record);
  else
    return field != NULL && field_rank (self, record, field, rank);
  return TRUE;
}

/* --- cells ----------------------------------------------------------------------------------- */

/* A description has no room for the table: its items lead there. */
static MerRecordTable *
table_of_row (MerRecordRow *row)
{
  return mer_record_row_get_owner (row);
}

static char *
text_of (gpointer item,
         guint    number)
{
  return mer_record_table_cell (table_of_row (item), mer_record_row_get (item), number);
}

static char *
period_tooltip (MerRecordTable *self,
                const char     *phrase)
{
  MerResults *results = mer_session_get_results (self->session);
  MerLanguage language = mer_language_of_locale ();
  g_autoptr (MerPeriod) period = NULL;
  g_autofree char *understood = NULL;

  if (phrase == NULL)
    return NULL;
  period = mer_period_parse (phrase, results != NULL ? results->cycle->year : 0);
  if (mer_period_get_kind (period) == MER_PERIOD_UNKNOWN)
    return mer_period_describe_problem (period, phrase, language);
  understood = mer_period_understood (period, language);
  return g_strdup_printf (_("%s\nunderstood as %s"), phrase, understood);
}

/* What does not fit into its cell can be read whole. */
static char *
tooltip_of (gpointer item,
            guint    number)
{
  MerRecordTable  *self = table_of_row (item);
  const MerField  *field = mer_record_table_field (self, number);
  g_autofree char *text = NULL;

  if (field != NULL && (field->type == MER_FIELD_NOTE || field->type == MER_FIELD_LIST))
    return g_strdup (mer_record_text (mer_record_row_get (item), field));
  if (field != NULL && field->type == MER_FIELD_PERIOD)
    return period_tooltip (self, mer_record_text (mer_record_row_get (item), field));
  text = text_of (item, number);
  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static void
show_state (GtkWidget *cell,
            gpointer   item,
            guint      number)
{
  MerRecordTable  *self = table_of_row (item);
  g_autofree char *words = NULL;
  MerRecordState   state = self->info->state (self, mer_record_row_get (item), &words);

  mer_state_cell_show (cell, state, words);
}

/* A sentence is read from its beginning; names, which tables elide in the middle, are short. */
static GtkWidget *
make_wide (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), LEAST_CHARS);
  return label;
}

static void
show_wide (GtkWidget *cell,
           gpointer   item,
           guint      number)
{
  g_autofree char *text = text_of (item, number);

  gtk_label_set_label (GTK_LABEL (cell), text);
}

static guint
no_rank (gpointer item)
{
  return 0; /* the list sorts by itself; without a rank a header could not be clicked */
}

/* --- making columns -------------------------------------------------------------------------- */

static int
width_of (const MerField *field)
{
  static const int widths[] = {
    [MER_FIELD_TEXT] = 148,
    [MER_FIELD_NOTE] = 180,
    [MER_FIELD_LIST] = 150,
    [MER_FIELD_DAY] = 98,
    [MER_FIELD_PERIOD] = 174,
    [MER_FIELD_LINK] = 150,
    [MER_FIELD_DECIMAL] = 96,
    [MER_FIELD_CODE] = 78,
    [MER_FIELD_NUMBER] = 84,
    [MER_FIELD_FLAG] = 72,
    [MER_FIELD_CHOICE] = 138,
    [MER_FIELD_REFERENCE] = 180,
    [MER_FIELD_ORGANIZATION] = 180,
  };

  return widths[field->type];
}

static void
add_default_columns (MerRecordTable *self)
{
  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      MerRecordColumn column = { .key = self->kind->fields[i].key };

      if (self->kind->fields[i].flags & MER_FIELD_COLUMN)
        g_array_append_val (self->columns, column);
    }
}

/* Fills in what the description of a field knows. */
static void
complete_column (MerRecordTable  *self,
                 MerRecordColumn *column)
{
  const MerField *field =
    column->key != NULL ? mer_record_kind_field (self->kind, column->key) : NULL;

  if (field == NULL)
    return;
  column->id = field->key;
  if (column->title == NULL)
    column->title = field->title;
  column->expand = column->expand || (field->flags & MER_FIELD_WIDE);
  column->end = column->end || field->type == MER_FIELD_NUMBER || field->type == MER_FIELD_DECIMAL;
  if (column->width == 0 && !column->expand)
    column->width = width_of (field);
}

/* From the right, what a narrow table has no room for. */
static void
hide_when_narrow (MerRecordTable *self)
{
  int room = NARROW_ROOM;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const MerRecordColumn *column = &g_array_index (self->columns, MerRecordColumn, i);

      room -= column->expand ? EXPAND_ROOM : column->width;
    }
  for (guint i = self->columns->len; i > 1 && room < 0; i--)
    {
      MerRecordColumn *column = &g_array_index (self->columns, MerRecordColumn, i - 1);

      if (column->expand || is_state (self, i - 1))
        continue;
      column->wide = TRUE;
      room += column->width;
    }
}

/* As its header needs at least: titles may be longer than what stands below them. */
static int
least_width (MerRecordTable        *self,
             const MerRecordColumn *column)
{
  g_autoptr (PangoLayout) layout =
    gtk_widget_create_pango_layout (GTK_WIDGET (self->view), _(column->title));
  int width = 0;

  pango_layout_get_pixel_size (layout, &width, NULL);
  /* widths are given for the usual size of text */
  return width * 100 / MAX (mer_text_scale_px (GTK_WIDGET (self->view), 100), 1) + HEADER_PADDING;
}

static MerListColumn
list_column (MerRecordTable        *self,
             const MerRecordColumn *column,
             guint                  number)
{
  MerListColumn description = {
    .id = column->id,
    .title = column->title,
    .width = column->expand ? 0 : MAX (column->width, least_width (self, column)),
    .expand = column->expand,
    .end = column->end,
    .rank = no_rank,
    .number = number,
    .text_of = text_of,
    .tooltip_of = tooltip_of,
  };

  if (column->expand)
    {
      description.make = make_wide;
      description.show_of = show_wide;
    }
  else if (is_state (self, number))
    {
      description.make = mer_state_cell_new;
      description.show_of = show_state;
    }
  return description;
}

static char *
row_name (gpointer item)
{
  return mer_record_name (mer_record_row_get (item));
}

void
mer_record_table_make_columns (MerRecordTable *self)
{
  const MerRecordTableInfo *info = self->info;
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (MerListColumn));
  MerRecordColumn state = { .id = STATE_ID, .title = info->state_title, .width = STATE_WIDTH };

  self->columns = g_array_new (FALSE, FALSE, sizeof (MerRecordColumn));
  if (info->columns != NULL)
    g_array_append_vals (self->columns, info->columns, info->n_columns);
  else
    add_default_columns (self);
  if (state.title == NULL)
    state.title = N_("State");
  if (info->state != NULL)
    g_array_append_val (self->columns, state);
  for (guint i = 0; i < self->columns->len; i++)
    complete_column (self, &g_array_index (self->columns, MerRecordColumn, i));
  if (info->columns == NULL)
    hide_when_narrow (self);
  for (guint i = 0; i < self->columns->len; i++)
    {
      MerListColumn description =
        list_column (self, &g_array_index (self->columns, MerRecordColumn, i), i);

      g_array_append_val (list, description);
    }
  mer_list_view_setup (self->view, (const MerListColumn *) (gpointer) list->data, list->len);
  mer_type_ahead_follow (self->view, row_name);
}
