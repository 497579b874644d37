/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Wordings of headers, taken apart and compared. Nothing here knows a methodology:
 * only Russian words, their endings, and which of them mean the same in a questionnaire. */
#include "config.h"

#include <string.h>

#include "import/mer-header-text.h"

/* Words longer than this are cut: no header needs them. */
#define MAX_WORDS 400

/* --- keys --------------------------------------------------------------------- */

/* The Cyrillic letter that a Latin one looks like, 0 when none. */
static gunichar
cyrillic_twin (gunichar c)
{
  static const char     latin[] = "aceopxykmthb";
  static const gunichar cyrillic[] = { 0x430, 0x441, 0x435, 0x43e, 0x440, 0x445,
                                       0x443, 0x43a, 0x43c, 0x442, 0x43d, 0x432 };
  const char           *found = c > 0 && c < 128 ? strchr (latin, (int) c) : NULL;

  return found != NULL ? cyrillic[found - latin] : 0;
}

static gboolean
is_cyrillic (gunichar c)
{
  return c >= 0x400 && c < 0x530;
}

/* Appends a word, its Latin look-alikes made Cyrillic where it is a Russian one. */
static void
append_word (GString        *out,
             const gunichar *word,
             gsize           length)
{
  gboolean russian = FALSE;

  if (length == 0)
    return;
  for (gsize i = 0; i < length; i++)
    russian |= is_cyrillic (word[i]);
  if (out->len > 0)
    g_string_append_c (out, ' ');
  for (gsize i = 0; i < length; i++)
    {
      gunichar twin = russian ? cyrillic_twin (word[i]) : 0;

      g_string_append_unichar (out, twin != 0 ? twin : word[i]);
    }
}

char *
mer_header_key (const char *text)
{
  /* Only where a combining mark stands (U+0300 to U+037F) is there anything to compose. */
  g_autofree char *composed = strpbrk (text, "\xcc\xcd") != NULL
                                ? g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT_COMPOSE)
                                : g_strdup (text);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (gunichar));

  for (const char *p = composed != NULL ? composed : ""; *p != '\0'; p = mer_utf8_next (p))
    {
      gunichar c = g_unichar_tolower (g_utf8_get_char (p));

      if (c == 0x451)
        c = 0x435;
      if (c == 0xad || c == 0x200b || c == 0xfeff || g_unichar_ismark (c))
        continue;
      if (g_unichar_isalnum (c))
        {
          g_array_append_val (word, c);
          continue;
        }
      append_word (out, (const gunichar *) (gpointer) word->data, word->len);
      g_array_set_size (word, 0);
    }
  append_word (out, (const gunichar *) (gpointer) word->data, word->len);
  return g_strdup (out->str);
}

static gboolean
is_number_word (const char *word)
{
  return *word != '\0' && strspn (word, "0123456789") == strlen (word);
}

/* «q5», «g01q02», «q01», «в3»: letters of a code with digits, no more. */
static gboolean
is_code_word (const char *word)
{
  const char *p = word;

  if (g_str_has_prefix (p, "в"))
    p += strlen ("в");
  else
    {
      while (*p == 'q' || *p == 'g')
        {
          p++;
          p += strspn (p, "0123456789");
        }
    }
  return p > word && (p[-1] >= '0' && p[-1] <= '9' ? *p == '\0' : is_number_word (p));
}

static gboolean
is_numbering_word (const char *word)
{
  static const char *const words[] = { "вопрос", "question", "q", "no",
                                       "п", "пункт", "показатель" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (strcmp (word, words[i]) == 0)
        return TRUE;
    }
  return is_number_word (word) || is_code_word (word);
}

/* «ORG. Организация»: programs put the code of a question in front, of Latin letters and digits,
 * with a mark behind it. What follows it, or the whole text. */
static const char *
behind_code (const char *text)
{
  const char *code = text + strspn (text, " ");
  const char *rest;
  gsize       length = 0;

  while (g_ascii_isalpha (code[length]) ||
         (length > 0 && (g_ascii_isdigit (code[length]) || code[length] == '_')))
    length++;
  if (length == 0 || (code[length] != '.' && code[length] != ':' && code[length] != ')'))
    return text;
  rest = code + length + 1;
  rest += strspn (rest, " ");
  return is_cyrillic (g_utf8_get_char (rest)) ? rest : text;
}

char *
mer_header_strip_numbering (const char *text)
{
  g_autofree char *key = mer_header_key (behind_code (text));
  g_auto (GStrv) words = g_strsplit (key, " ", -1);
  gboolean digits = FALSE;
  guint    i = 0;

  /* A numbering has a digit in it: «вопрос» alone is a word like any other. */
  for (; words[i] != NULL && is_numbering_word (words[i]); i++)
    digits |= is_number_word (words[i]) || is_code_word (words[i]);
  if (!digits || words[i] == NULL)
    return g_steal_pointer (&key);
  return g_strjoinv (" ", words + i);
}

gboolean
mer_header_split (const char *text,
                  char      **block,
                  char      **item)
{
  const char *open = strchr (text, '[');
  const char *close = strrchr (text, ']');

  if (open == NULL || close == NULL || close <= open + 1)
    return FALSE;
  *block = g_strndup (text, (gsize) (open - text));
  *item = g_strstrip (g_strndup (open + 1, (gsize) (close - open - 1)));
  if (**item != '\0')
    return TRUE;
  g_clear_pointer (block, g_free);
  g_clear_pointer (item, g_free);
  return FALSE;
}

/* --- words -------------------------------------------------------------------- */

/* Beginnings of words that say the same in a questionnaire. A class with "act" is what
 * the question asks for; the first act of a wording is what it is about. A class with "~"
 * is one word with several spellings and weighs no more than a word. What operators ask about
 * besides («питанием») is a class too, so that it weighs as much as a subject of ours. */
static const struct
{
  const char *beginning;
  const char *class;
  gboolean act;
} classes[] = {
  { "удовлетвор", "@satisfied", TRUE },
  { "доволен", "@satisfied", TRUE },
  { "довольн", "@satisfied", TRUE },
  { "устраива", "@satisfied", TRUE },
  { "устроил", "@satisfied", TRUE },
  { "satisfied", "@satisfied", TRUE },
  { "пользова", "@use", TRUE },
  { "воспользова", "@use", TRUE },
  { "использова", "@use", TRUE },
  { "обращали", "@use", TRUE },
  { "обращение", "@use", TRUE },
  { "обратили", "@use", TRUE },
  { "обращался", "@use", TRUE },
  { "заходи", "@use", TRUE },
  { "посещали", "@use", TRUE },
  { "знакоми", "@use", TRUE },
  { "изучали", "@use", TRUE },
  { "взаимодействова", "@use", TRUE },
  { "читали", "@use", TRUE },
  { "смотрели", "@use", TRUE },
  { "рекоменд", "@recommend", TRUE },
  { "порекоменд", "@recommend", TRUE },
  { "посовет", "@recommend", TRUE },
  { "советова", "@recommend", TRUE },
  { "знаете", "@know", TRUE },
  { "осведомлен", "@know", TRUE },
  { "имеются", "@exist", TRUE },
  { "есть", "@have", TRUE },
  { "имеете", "@have", TRUE },
  { "имеет", "@have", TRUE },
  { "являетесь", "@have", TRUE },
  { "относитесь", "@have", TRUE },
  { "установлен", "@have", FALSE },
  { "стенд", "@stand", FALSE },
  { "сайт", "@site", FALSE },
  { "комфорт", "@comfort", FALSE },
  { "удобств", "@comfort", FALSE },
  { "инвалид", "@disability", FALSE },
  { "вежлив", "@polite", FALSE },
  { "доброжелат", "@polite", FALSE },
  { "тактичн", "@polite", FALSE },
  { "первичн", "@first", FALSE },
  { "перво", "@first", FALSE },
  { "впервые", "@first", FALSE },
  { "первый", "@first", FALSE },
  { "приемн", "@first", FALSE },
  { "секретар", "@first", FALSE },
  { "охрана", "@first", FALSE },
  { "охранник", "@first", FALSE },
  { "вахт", "@first", FALSE },
  { "справочн", "@first", FALSE },
  { "педагог", "~teacher", FALSE },
  { "учител", "~teacher", FALSE },
  { "воспитател", "~teacher", FALSE },
  { "преподавател", "~teacher", FALSE },
  { "тренер", "~teacher", FALSE },
  { "дистанц", "@remote", FALSE },
  { "удаленн", "@remote", FALSE },
  { "телефон", "@remote", FALSE },
  { "онлайн", "@remote", FALSE },
  { "организационн", "@organizational", FALSE },
  { "график", "@organizational", FALSE },
  { "навигац", "@organizational", FALSE },
  { "целом", "@overall", FALSE },
  { "bus", "@portal", FALSE },
  { "портал", "@portal", FALSE },
  { "питани", "@food", FALSE },
  { "столов", "@food", FALSE },
  { "каникул", "@holidays", FALSE },
  { "горяч", "@hotline", FALSE },
  { "организаци", "~organization", FALSE },
  { "учрежден", "~organization", FALSE },
  { "школ", "~organization", FALSE },
  { "детск", "~organization", FALSE },
  { "гимнази", "~organization", FALSE },
  { "лицей", "~organization", FALSE },
  { "лицея", "~organization", FALSE },
  { "лицее", "~organization", FALSE },
  { "доступн", "~access", FALSE },
};

static const char *const endings[] = {
  "ностью", "ностями", "ности", "ность", "ениями", "ениях", "ением", "ения", "ение", "ений",
  "ыми", "ими", "иями", "ями", "ами", "ого", "его", "ому", "ему", "иях", "ией", "ию", "ия",
  "ии", "ие", "ая", "яя", "ое", "ее", "ые", "ый", "ий", "ой", "ей", "ом", "ем", "ам", "ям",
  "ах", "ях", "ую", "юю", "ою", "ею", "ов", "ев", "ых", "их", "ым", "им",
  "а", "я", "о", "е", "и", "ы", "у", "ю", "ь", "й"
};

/* Words that carry no meaning of their own. */
static const char *const stop_words[] = {
  "ли", "вы", "вас", "вам", "вами", "ваш", "ваша", "ваше", "ваши", "вашей", "вашего", "и", "в",
  "во", "на", "о", "об", "обо", "с", "со", "для", "по", "при", "к", "ко", "у", "из", "а", "но",
  "или", "бы", "не", "что", "чтобы", "как", "это", "этой", "этом", "данной", "данную", "данная",
  "ее", "его", "ей", "их", "если", "за", "от", "до", "то", "был", "была", "были", "было",
  "который", "которой", "которые", "которых", "которого", "которая", "он", "она", "они", "так",
  "также", "же", "сети", "интернет", "сад", "сада", "саду", "садом", "либо", "какими", "нибудь",
  "the", "of", "you", "with", "is", "are", "do"
};

static gpointer
make_stop_words (gpointer data)
{
  GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (stop_words); i++)
    g_hash_table_add (table, (gpointer) (guintptr) stop_words[i]);
  return table;
}

static gboolean
is_stop_word (const char *word)
{
  static GOnce once = G_ONCE_INIT;

  return g_hash_table_contains (g_once (&once, make_stop_words, NULL), word);
}

/* Asks for words of one's own, so that its answers are never a yes or no. */
static gboolean
is_follow_up_word (const char *word)
{
  static const char *const beginnings[] = {
    "почему", "причин", "укажите", "уточните", "поясните", "опишите", "напишите",
    "комментар", "предложен", "пожелан", "замечан", "перечислите"
  };

  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    {
      if (g_str_has_prefix (word, beginnings[i]))
        return TRUE;
    }
  return FALSE;
}

static char *
stem_of (const char *word)
{
  gsize length = strlen (word);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      gsize ending = strlen (endings[i]);

      /* At least three letters remain. */
      if (length >= ending + 6 && g_str_has_suffix (word, endings[i]))
        return g_strndup (word, length - ending);
    }
  return g_strdup (word);
}

static void
add_stem (MerWording *self,
          const char *stem)
{
  if (!g_ptr_array_find_with_equal_func (self->stems, stem, g_str_equal, NULL))
    g_ptr_array_add (self->stems, g_strdup (stem));
}

/* What tables made by hand cut short, as far as it is one word only. */
static const char *
written_out (const char *word,
             const char *next)
{
  static const struct
  {
    const char *cut;
    const char *next; /* only before this beginning; NULL: before any word */
    const char *word;
  } cuts[] = {
    { "удовл", NULL, "удовлетворены" },
    { "довол", NULL, "довольны" },
    { "обращ", NULL, "обращались" },
    { "польз", NULL, "пользовались" },
    { "исп", NULL, "использовали" },
    { "вежл", NULL, "вежливость" },
    { "доброж", NULL, "доброжелательность" },
    { "перв", NULL, "первичный" },
    { "первич", NULL, "первичный" },
    { "конт", NULL, "контакт" },
    { "оказ", NULL, "оказание" },
    { "дост", NULL, "доступность" },
    { "комф", NULL, "комфортность" },
    { "дист", NULL, "дистанционно" },
    { "инв", NULL, "инвалидов" },
    { "инф", NULL, "информация" },
    { "рек", NULL, "рекомендуют" },
    { "орг", "услов", "организационные" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cuts); i++)
    {
      if (strcmp (word, cuts[i].cut) == 0 &&
          (cuts[i].next == NULL || (next != NULL && g_str_has_prefix (next, cuts[i].next))))
        return cuts[i].word;
    }
  return word;
}

static void
take_word (MerWording *self,
           const char *word,
           const char *previous)
{
  g_autofree char *stem = NULL;
  const char      *bare;

  self->follow_up |= is_follow_up_word (word);
  if (is_stop_word (word))
    return;
  /* Lessons at a distance are no way to reach an organization. */
  if (previous != NULL && g_str_has_prefix (previous, "дистанц") &&
      g_str_has_prefix (word, "обучен"))
    add_stem (self, "@lessons");
  bare = g_str_has_prefix (word, "не") ? word + strlen ("не") : NULL;
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      const char *beginning = classes[i].beginning;
      gboolean    negative =
        bare != NULL && *bare == *beginning && g_str_has_prefix (bare, beginning);

      if (!negative && (word[1] != beginning[1] || !g_str_has_prefix (word, beginning)))
        continue;
      add_stem (self, classes[i].class);
      if (!classes[i].act || self->act != NULL)
        return;
      self->act = g_strdup (classes[i].class);
      self->negated = negative || (previous != NULL && strcmp (previous, "не") == 0);
      return;
    }
  stem = stem_of (word);
  add_stem (self, stem);
}

/* What stands in round brackets explains and mentions other things: it is left out, unless
 * no more than a word remains. */
static char *
without_brackets (const char *text)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *key = NULL;
  int              depth = 0;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '(')
        depth++;
      else if (*p == ')' && depth > 0)
        depth--;
      else if (depth == 0)
        g_string_append_c (out, *p);
    }
  key = mer_header_strip_numbering (out->str);
  if (depth != 0 || strchr (key, ' ') == NULL)
    return g_strdup (text);
  return g_strdup (out->str);
}

/* «Если обращались, удовлетворены ли Вы …?» asks what stands behind the comma. */
static const char *
behind_condition (const char *text)
{
  g_autofree char *key = mer_header_strip_numbering (text);
  const char      *comma = strchr (text, ',');

  return g_str_has_prefix (key, "если ") && comma != NULL ? comma + 1 : text;
}

/* «Что …», «Какие …»: asks for words of one's own. */
static gboolean
is_open_question (const char *key)
{
  static const char *const beginnings[] = { "что ", "чего ", "чем ", "какие ", "каких ",
                                            "как часто ", "сколько " };

  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    {
      if (g_str_has_prefix (key, beginnings[i]))
        return TRUE;
    }
  return FALSE;
}

/* Takes `plain`, what there is to go by of a header, apart. */
static MerWording *
take_apart (const char *text,
            const char *plain)
{
  MerWording      *self = g_new0 (MerWording, 1);
  g_autofree char *key = mer_header_strip_numbering (plain);
  g_auto (GStrv) words = g_strsplit (key, " ", MAX_WORDS);
  const char *previous = NULL;

  self->key = mer_header_strip_numbering (text);
  self->stems = g_ptr_array_new_with_free_func (g_free);
  self->follow_up = is_open_question (key);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] != '\0')
        take_word (self, written_out (words[i], words[i + 1]), previous);
      previous = words[i];
    }
  return self;
}

MerWording *
mer_wording_new (const char *text)
{
  g_autofree char *plain = without_brackets (behind_condition (text));

  return take_apart (text, plain);
}

MerWording *
mer_wording_new_whole (const char *text)
{
  return take_apart (text, behind_condition (text));
}

void
mer_wording_free (MerWording *self)
{
  if (self == NULL)
    return;
  g_free (self->key);
  g_free (self->act);
  g_ptr_array_unref (self->stems);
  g_free (self);
}
