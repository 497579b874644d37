/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of tables that are short enough to have all their texts made at once. */

#include "config.h"

#include "ui/widgets/mer-text-item.h"

typedef struct
{
  char *text;
  guint rank;
} Cell;

struct _MerTextItem
{
  GObject parent_instance;

  gint64 id;
  guint  n_cells;
  Cell  *cells;   /* owned */
  char  *tooltip; /* owned */
  char  *key;     /* owned, nullable */
};

G_DEFINE_FINAL_TYPE (MerTextItem, mer_text_item, G_TYPE_OBJECT)

static void
mer_text_item_finalize (GObject *object)
{
  MerTextItem *self = MER_TEXT_ITEM (object);

  for (guint i = 0; i < self->n_cells; i++)
    g_free (self->cells[i].text);
  g_free (self->cells);
  g_free (self->tooltip);
  g_free (self->key);
  G_OBJECT_CLASS (mer_text_item_parent_class)->finalize (object);
}

static void
mer_text_item_class_init (MerTextItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mer_text_item_finalize;
}

static void
mer_text_item_init (MerTextItem *self)
{
}

MerTextItem *
mer_text_item_new (gint64 id,
                   guint  n_cells)
{
  MerTextItem *self = g_object_new (MER_TYPE_TEXT_ITEM, NULL);

  self->id = id;
  self->n_cells = n_cells;
  self->cells = g_new0 (Cell, n_cells);
  return self;
}

void
mer_text_item_set (MerTextItem *self,
                   guint        cell,
                   char        *text,
                   guint        rank)
{
  g_return_if_fail (MER_IS_TEXT_ITEM (self) && cell < self->n_cells);
  g_free (self->cells[cell].text);
  self->cells[cell].text = text;
  self->cells[cell].rank = rank;
}

void
mer_text_item_set_tooltip (MerTextItem *self,
                           char        *text)
{
  g_return_if_fail (MER_IS_TEXT_ITEM (self));
  g_free (self->tooltip);
  self->tooltip = text;
}

void
mer_text_item_set_key (MerTextItem *self,
                       char        *key)
{
  g_return_if_fail (MER_IS_TEXT_ITEM (self));
  g_free (self->key);
  self->key = key;
}

const char *
mer_text_item_get_key (MerTextItem *self)
{
  g_return_val_if_fail (MER_IS_TEXT_ITEM (self), NULL);
  return self->key;
}

gboolean
mer_text_item_is_same (MerTextItem *self,
                       MerTextItem *other)
{
  g_return_val_if_fail (MER_IS_TEXT_ITEM (self) && MER_IS_TEXT_ITEM (other), FALSE);
  if (self->key == NULL && other->key == NULL)
    return self->id == other->id;
  return g_strcmp0 (self->key, other->key) == 0;
}

gint64
mer_text_item_get_id (MerTextItem *self)
{
  g_return_val_if_fail (MER_IS_TEXT_ITEM (self), 0);
  return self->id;
}

const char *
mer_text_item_get (MerTextItem *self,
                   guint        cell)
{
  g_return_val_if_fail (MER_IS_TEXT_ITEM (self) && cell < self->n_cells, "");
  return self->cells[cell].text != NULL ? self->cells[cell].text : "";
}

guint
mer_text_item_get_rank (const MerTextItem *self,
                        guint              cell)
{
  g_return_val_if_fail (self != NULL && cell < self->n_cells, 0);
  return self->cells[cell].rank;
}

const char *
mer_text_item_get_tooltip (MerTextItem *self)
{
  g_return_val_if_fail (MER_IS_TEXT_ITEM (self), NULL);
  return self->tooltip;
}
