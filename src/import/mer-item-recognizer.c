/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which place and item of the checklist a header names: «… на стенде [Режим работы]».
 * The words before the bracket tell the place, the bracket tells the item. An item that
 * is not in the list is a new one: operators' lists differ. */
#include "config.h"

#include <string.h>

#include "import/mer-recognizer.h"

/* An item is taken for one of the list only when it is nearly word for word the same: a new
 * item costs nothing, a wrong one would mix two. */
#define ITEM_SURE 85
/* Longest text of an item that a file may add, in letters. */
#define MAX_ITEM 300

typedef struct
{
  char *code; /* "stand/ITEM" */
  char *text;
  int   item; /* index into the cycle's list, or −1 */
} KnownItem;

typedef struct
{
  const char    *code;
  const char    *title;
  GStrv          words;    /* keys of the header words */
  GPtrArray     *items;    /* of KnownItem */
  MerWordingSet *wordings; /* by index into items */
} Place;

struct _MerItemRecognizer
{
  GPtrArray *places; /* of Place */
};

static void
known_item_free (gpointer data)
{
  KnownItem *known = data;

  g_free (known->code);
  g_free (known->text);
  g_free (known);
}

static void
place_free (gpointer data)
{
  Place *place = data;

  g_strfreev (place->words);
  g_ptr_array_unref (place->items);
  mer_wording_set_free (place->wordings);
  g_free (place);
}

static GStrv
keys_of (GStrv words)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      g_autofree char *key = mer_header_key (words[i]);

      if (*key != '\0')
        g_strv_builder_add (keys, key);
    }
  return g_strv_builder_end (keys);
}

static guint
add_known (Place      *place,
           const char *code,
           const char *text,
           int         item)
{
  KnownItem *known = g_new0 (KnownItem, 1);

  known->code = g_strdup_printf ("%s/%s", place->code, code);
  known->text = g_strdup (text);
  known->item = item;
  g_ptr_array_add (place->items, known);
  mer_wording_set_add (place->wordings, place->items->len - 1, text);
  return place->items->len - 1;
}

static Place *
place_new (const MerPlace *source)
{
  Place *place = g_new0 (Place, 1);

  place->code = source->code;
  place->title = source->title;
  place->words = keys_of (source->header_words);
  place->items = g_ptr_array_new_with_free_func (known_item_free);
  place->wordings = mer_wording_set_new ();
  for (guint i = 0; i < source->items->len; i++)
    {
      const MerItem *item = source->items->pdata[i];
      guint          index = add_known (place, item->code, item->text, -1);

      for (guint j = 0; item->variants != NULL && item->variants[j] != NULL; j++)
        mer_wording_set_add (place->wordings, index, item->variants[j]);
    }
  return place;
}

static Place *
find_place (MerItemRecognizer *self,
            const char        *code)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      Place *place = self->places->pdata[i];

      if (strcmp (place->code, code) == 0)
        return place;
    }
  return NULL;
}

static KnownItem *
find_known (Place      *place,
            const char *code)
{
  for (guint i = 0; i < place->items->len; i++)
    {
      KnownItem *known = place->items->pdata[i];

      if (strcmp (strchr (known->code, '/') + 1, code) == 0)
        return known;
    }
  return NULL;
}

MerItemRecognizer *
mer_item_recognizer_new (const MerMethodology *methodology,
                         GPtrArray            *items)
{
  MerItemRecognizer *self = g_new0 (MerItemRecognizer, 1);

  self->places = g_ptr_array_new_with_free_func (place_free);
  for (guint i = 0; i < methodology->places->len; i++)
    g_ptr_array_add (self->places, place_new (methodology->places->pdata[i]));
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      const MerCycleItem *item = items->pdata[i];
      Place              *place = find_place (self, item->place);
      KnownItem          *known;

      if (place == NULL)
        continue;
      known = item->code != NULL ? find_known (place, item->code) : NULL;
      if (known != NULL)
        known->item = (int) i;
      else
        add_known (place, item->code != NULL ? item->code : item->text, item->text, (int) i);
    }
  return self;
}

void
mer_item_recognizer_free (MerItemRecognizer *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->places);
  g_free (self);
}

char *
mer_item_recognizer_title (MerItemRecognizer *self,
                           const char        *code,
                           int               *item,
                           gboolean          *new_item)
{
  const char      *slash = strchr (code, '/');
  g_autofree char *place_code = slash != NULL ? g_strndup (code, (gsize) (slash - code)) : NULL;
  Place           *place = place_code != NULL ? find_place (self, place_code) : NULL;
  const KnownItem *known;

  if (place == NULL || slash[1] == '\0')
    return NULL;
  known = find_known (place, slash + 1);
  *item = known != NULL ? known->item : -1;
  *new_item = known == NULL;
  return g_strdup_printf ("%s: %s", place->title, known != NULL ? known->text : slash + 1);
}

/* --- places -------------------------------------------------------------------------- */

static gboolean
has_word (const char *key,
          const char *beginning)
{
  gsize length = strlen (beginning);

  for (const char *p = strstr (key, beginning); p != NULL; p = strstr (p + length, beginning))
    {
      if (p == key || p[-1] == ' ')
        return TRUE;
    }
  return FALSE;
}

static gboolean
names_place (const Place *place,
             const char  *key)
{
  for (guint i = 0; place->words[i] != NULL; i++)
    {
      if (has_word (key, place->words[i]))
        return TRUE;
    }
  return FALSE;
}

/* The places that a block's words name, the first of the methodology's order first. */
static GPtrArray *
places_of (MerItemRecognizer *self,
           const char        *key)
{
  GPtrArray *named = g_ptr_array_new ();

  for (guint i = 0; i < self->places->len; i++)
    {
      if (names_place (self->places->pdata[i], key))
        g_ptr_array_add (named, self->places->pdata[i]);
    }
  return named;
}

/* --- items ----------------------------------------------------------------------------- */

/* The item of a place that is most like a wording; NULL when none is or two are. */
static const KnownItem *
best_item (Place            *place,
           const MerWording *wording,
           guint            *similarity)
{
  g_autoptr (GArray) likeness = mer_wording_set_compare (place->wordings, wording);
  guint best = 0, second = 0, index = 0;

  for (guint i = 0; i < likeness->len; i++)
    {
      guint value = g_array_index (likeness, guint, i);

      if (value > best)
        {
          second = best;
          best = value;
          index = i;
        }
      else
        second = MAX (second, value);
    }
  *similarity = best;
  if (best == 100 && second < 100)
    return place->items->pdata[index];
  if (best >= ITEM_SURE && best - second >= MER_LIKENESS_MARGIN)
    return place->items->pdata[index];
  return NULL;
}

/* The text of a new item as it will stand in lists: numbering and closing marks cut off. */
static char *
new_item_text (const char *item)
{
  static GRegex   *numbering = NULL;
  g_autofree char *cut = NULL;
  char            *text;

  if (g_once_init_enter (&numbering))
    {
      GRegex *regex =
        g_regex_new ("^\\s*(?:п\\.\\s*)?\\d{1,3}(?:\\.\\d{1,3})*\\s*[.):]?\\s+|[\\s.;,]+$",
                     G_REGEX_OPTIMIZE, 0, NULL);

      g_once_init_leave (&numbering, regex);
    }
  text = g_regex_replace_literal (numbering, item, -1, 0, "", 0, NULL);
  if (text == NULL || *text == '\0')
    {
      g_free (text);
      text = g_strdup (item);
    }
  cut = g_steal_pointer (&text);
  for (char *p = cut; *p != '\0'; p++)
    {
      if (*p == '\n' || *p == '\r' || *p == '\t')
        *p = ' ';
    }
  return g_utf8_substring (cut, 0, MIN (g_utf8_strlen (cut, -1), MAX_ITEM));
}

static MerColumnProposal *
propose_new_item (const Place *place,
                  const char  *item)
{
  g_autofree char   *text = new_item_text (item);
  g_autofree char   *code = g_strdup_printf ("%s/%s", place->code, text);
  g_autofree char   *title = g_strdup_printf ("%s: %s", place->title, text);
  MerColumnProposal *proposal = mer_column_proposal_new (code, title, 100);

  proposal->new_item = TRUE;
  return proposal;
}

/* `item` is the header's own wording. Where the list holds it word for word it is the item
 * itself; a variant may be a part of it, which counts when two columns claim the item. */
static MerColumnProposal *
propose_item (const Place     *place,
              const KnownItem *known,
              const char      *item,
              guint            similarity)
{
  g_autofree char *title = g_strdup_printf ("%s: %s", place->title, known->text);
  g_autofree char *key = mer_header_strip_numbering (item);
  g_autofree char *main_key = mer_header_strip_numbering (known->text);
  g_autoptr (MerColumnProposal) apart = propose_new_item (place, item);
  MerColumnProposal *proposal = mer_column_proposal_new (known->code, title, similarity);

  proposal->item = known->item;
  proposal->rank = strcmp (key, main_key) == 0 ? 0 : 1;
  proposal->apart_code = g_steal_pointer (&apart->code);
  proposal->apart_title = g_steal_pointer (&apart->title);
  return proposal;
}

/* An item of the named places: of the first, unless only a later one has it in its list. Then
 * both are possible: a new item here, or that one there. */
static void
propose_in_places (GPtrArray  *places,
                   const char *item,
                   GPtrArray  *proposals)
{
  g_autoptr (MerWording) wording = mer_wording_new (item);

  for (guint i = 0; i < places->len; i++)
    {
      Place           *place = places->pdata[i];
      guint            similarity;
      const KnownItem *known = best_item (place, wording, &similarity);

      if (known != NULL)
        mer_column_propose (proposals, propose_item (place, known, item, similarity));
      else if (i == 0)
        mer_column_propose (proposals, propose_new_item (place, item));
      if (known != NULL && i == 0)
        return;
    }
}

/* «Сайт: режим работы», «На стенде — режим работы»: the place before a mark, the item behind. */
static gboolean
propose_by_prefix (MerItemRecognizer *self,
                   const char        *header,
                   GPtrArray         *proposals)
{
  static const char *const marks[] = { ": ", ". ", " — ", " – ", " - ", "\n", " | ", " / " };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      const char      *mark = strstr (header, marks[i]);
      g_autofree char *block = mark != NULL ? g_strndup (header, (gsize) (mark - header)) : NULL;
      g_autofree char *key = block != NULL ? mer_header_key (block) : NULL;
      g_autoptr (GPtrArray) places = key != NULL ? places_of (self, key) : NULL;

      if (places == NULL || places->len == 0)
        continue;
      propose_in_places (places, mark + strlen (marks[i]), proposals);
      /* Without a bracket an unknown remainder need not be an item: the user decides. */
      for (guint j = 0; j < proposals->len; j++)
        {
          MerColumnProposal *proposal = proposals->pdata[j];

          if (proposal->new_item)
            proposal->similarity = MER_LIKENESS_MAYBE;
        }
      return TRUE;
    }
  return FALSE;
}

static void
propose_anywhere (MerItemRecognizer *self,
                  const char        *item,
                  GPtrArray         *proposals)
{
  g_autoptr (MerWording) wording = mer_wording_new (item);

  for (guint i = 0; i < self->places->len; i++)
    {
      Place           *place = self->places->pdata[i];
      guint            similarity;
      const KnownItem *known = best_item (place, wording, &similarity);

      if (known != NULL)
        mer_column_propose (proposals, propose_item (place, known, item, similarity));
    }
}

/* Words that also stand over whom a form was filled by, as Google's «Адрес электронной почты». */
static gboolean
may_be_contact (const MerWording *wording)
{
  static const char *const keys[] = { "адрес электронной почты", "электронная почта", "e mail",
                                      "номер телефона", "контактный телефон",
                                      "ссылка на анкету" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (strcmp (wording->key, keys[i]) == 0)
        return TRUE;
    }
  return wording->stems->len < 2;
}

/* A header without a bracket: an item where its words are those of one item and of nothing else.
 * One word («Адрес») is too little; among bracketed columns it is surely something else. */
static void
propose_bare (MerItemRecognizer *self,
              const char        *header,
              gboolean           bracketed,
              GPtrArray         *proposals)
{
  g_autoptr (MerWording) wording = mer_wording_new (header);

  if (propose_by_prefix (self, header, proposals))
    return;
  if (!may_be_contact (wording))
    {
      propose_anywhere (self, header, proposals);
      return;
    }
  if (bracketed)
    return;
  propose_anywhere (self, header, proposals);
  for (guint i = 0; i < proposals->len; i++)
    ((MerColumnProposal *) proposals->pdata[i])->similarity = MER_LIKENESS_MAYBE;
}

void
mer_item_recognizer_propose (MerItemRecognizer *self,
                             const char        *header,
                             gboolean           bracketed,
                             GPtrArray         *proposals)
{
  g_autofree char *block = NULL, *item = NULL, *key = NULL;
  g_autoptr (GPtrArray) places = NULL;

  if (!mer_header_split (header, &block, &item))
    {
      propose_bare (self, header, bracketed, proposals);
      return;
    }
  key = mer_header_key (block);
  places = places_of (self, key);
  if (places->len > 0)
    propose_in_places (places, item, proposals);
  else
    propose_anywhere (self, item, proposals);
}
