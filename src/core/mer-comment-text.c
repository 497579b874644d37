/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two thirds of all free-text answers say «нет» in one way or another; the rest is about a few
 * things. Both are recognized by words, with caution: «не всё устраивает» says something. */

#include "config.h"

#include "core/mer-comment-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* More words than that are never nothing. */
#define MAX_EMPTY_WORDS 10
#define MAX_WORD 40

/* What a word is to a comment that says nothing; 0: it says something. */
enum
{
  NOTHING = 1,
  FILLING,
};

/* Words that say nothing, alone or together with each other. */
static const char *const nothing[] = {
  "нет", "нету", "ничего", "никаких", "никакие", "отсутствуют", "отсутствует", "без", "все", "всем",
  "устраивает", "нравится", "хорошо", "отлично", "прекрасно", "замечательно", "супер", "нормально",
  "норм", "ок", "окей", "доволен", "довольна", "довольны", "удовлетворен", "удовлетворена",
  "удовлетворены", "удовлетворяет", "затрудняюсь", "знаю", "имею", "имеем", "имеется", "нечего",
  "прочерк", "здорово", "класс", "порядке", "так", "пока", "n", "no", "none", "ok", "nothing",
  "net", "да", NULL
};

/* Words that may stand between those. */
static const char *const filling[] = {
  "не", "ни", "каких", "предложений", "предложения", "предложение", "замечаний", "замечания",
  "замечание", "пожеланий", "пожелания", "комментариев", "комментарии", "комментарий", "жалоб",
  "жалобы", "претензий", "претензии", "вопросов", "недостатков", "проблем", "изменений",
  "улучшений", "дополнений", "возражений", "это", "полностью", "очень", "вполне", "достаточно",
  "держать", "продолжайте", "продолжать", "в", "том", "же", "духе", "что", "ответить", "сказать",
  "могу", "трудно", "добавить", "менять", "у", "меня", "нас", "и", "а", "a", "по", "улучшению",
  "организации", "работы", "работе", "качества", "условий", "возникало", "возникли", "поступало",
  "поступили", "спасибо", "уже", "было", "особых", "к", "на", "данный", "момент", "сегодняшний",
  "день", "только", NULL
};

/* After «не» these still say nothing. */
static const char *const harmless[] = { "имею", "имеем", "имеется", "знаю", "могу", "возникало",
                                        "возникли", "поступало", "поступили", "было", "нужно",
                                        NULL };

/* Looked up once a word of every comment. */
static gpointer
make_known (gpointer data)
{
  GHashTable *known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; filling[i] != NULL; i++)
    g_hash_table_insert (known, (gpointer) (guintptr) filling[i], GUINT_TO_POINTER (FILLING));
  for (guint i = 0; nothing[i] != NULL; i++)
    g_hash_table_insert (known, (gpointer) (guintptr) nothing[i], GUINT_TO_POINTER (NOTHING));
  return known;
}

static guint
look_up (const char *word)
{
  static GOnce once = G_ONCE_INIT;

  return GPOINTER_TO_UINT (g_hash_table_lookup (g_once (&once, make_known, NULL), word));
}

static gboolean
is_one_of (const char        *word,
           const char *const *list)
{
  for (guint i = 0; list[i] != NULL; i++)
    {
      if (strcmp (word, list[i]) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Reads the next word, folded: FALSE at the end. `p` moves behind it. */
static gboolean
next_word (const char **p,
           const char  *end,
           char         word[MAX_WORD])
{
  gsize size = 0;

  while (*p < end && !g_unichar_isalpha (g_utf8_get_char (*p)))
    *p += g_utf8_skip[(guchar) * *p];
  while (*p < end && g_unichar_isalpha (g_utf8_get_char (*p)))
    {
      gunichar c = g_unichar_tolower (g_utf8_get_char (*p));

      if (c == 0x0451)
        c = 0x0435;
      if (size + 7 < MAX_WORD)
        size += (gsize) g_unichar_to_utf8 (c, word + size);
      *p += g_utf8_skip[(guchar) * *p];
    }
  word[size] = '\0';
  return size > 0;
}

/* Room numbers and telephones say something, a mark or a dash does not. */
static gboolean
has_number (const char *text,
            const char *end)
{
  guint n = 0;

  for (; text < end; text++)
    n += g_ascii_isdigit (*text) ? 1 : 0;
  return n > 3;
}

gboolean
mer_comment_is_empty (const char *text,
                      gsize       length)
{
  const char *end = text + length;
  const char *p = text;
  char        word[MAX_WORD];
  gboolean    negated = FALSE;
  gboolean    says_nothing = FALSE;
  guint       n = 0;

  for (; next_word (&p, end, word); n++)
    {
      guint known = n < MAX_EMPTY_WORDS ? look_up (word) : 0;

      if (known == 0)
        return FALSE;
      if (negated && !is_one_of (word, harmless))
        return FALSE;
      negated = strcmp (word, "не") == 0;
      says_nothing |= known == NOTHING;
    }
  return n > 0 ? says_nothing && !negated : !has_number (text, end);
}

/* --- themes ------------------------------------------------------------------------- */

/* Beginnings of folded words, separated by "|". */
/* clang-format off */
static const struct
{
  const char *title;
  const char *criterion;
  const char *words;
} themes[MER_N_THEMES] = {
  { NC_("theme", "food"), "K2",
    "питани|столов|обед|завтрак|еда|еду|еды|меню|буфет|кулер|вода|воды|кормят|порци" },
  { NC_("theme", "building and repair"), "K2",
    "ремонт|здани|крыш|окн|окон|туалет|санузл|мебел|парт|спортзал|спортивн|отоплен|холодно"
    "|коридор|раздевал|гардероб|стены|потолок" },
  { NC_("theme", "grounds and safety"), "K2",
    "парковк|территори|площадк|забор|огражден|двор|охран|безопасн|освещен|фонар|стоянк|асфальт"
    "|веранд" },
  { NC_("theme", "staff"), "K4",
    "педагог|учител|воспитател|преподавател|тренер|директор|заведующ|персонал|сотрудник|работник"
    "|психолог|логопед|кадр|вежлив|груб|хамств|приемн" },
  { NC_("theme", "information and site"), "K1",
    "сайт|стенд|информац|объявлен|расписани|телефон|дозвонит|почт|чат|новост" },
  { NC_("theme", "accessibility"), "K3",
    "пандус|инвалид|ковз|овз|доступност|коляск|лифт|подъемник|поручн|тактильн|слабовидящ" },
  { NC_("theme", "timetable and clubs"), "K5",
    "кружк|кружок|секци|график|занят|продленк|урок|каникул|дополнительн|экскурси|группа продлен" },
  { NC_("theme", "thanks"), NULL, "спасибо|благодар|молодц|признательн" },
  { NC_("theme", "other"), NULL, "" },
};
/* clang-format on */

const char *
mer_theme_title (MerLanguage language,
                 MerTheme    theme)
{
  g_return_val_if_fail ((guint) theme < MER_N_THEMES, "");
  return mer_trc (language, "theme", themes[theme].title);
}

int
mer_theme_from_title (const char *title)
{
  for (guint i = 0; title != NULL && i < MER_N_THEMES; i++)
    {
      if (g_str_equal (title, mer_theme_title (MER_LANGUAGE_RU, i)) ||
          g_str_equal (title, mer_theme_title (MER_LANGUAGE_EN, i)))
        return (int) i;
    }
  return -1;
}

const char *
mer_theme_criterion (MerTheme theme)
{
  g_return_val_if_fail ((guint) theme < MER_N_THEMES, NULL);
  return themes[theme].criterion;
}

/* How many of the theme's beginnings a word has. */
static guint
count_beginnings (const char *word,
                  const char *list)
{
  guint n = 0;

  for (const char *p = list; *p != '\0';)
    {
      gsize length = strcspn (p, "|");

      n += strncmp (word, p, length) == 0 ? 1 : 0;
      p += length + (p[length] == '|' ? 1 : 0);
    }
  return n;
}

int
mer_comment_suggest_theme (const char *text)
{
  guint       counts[MER_N_THEMES] = { 0 };
  guint       places[MER_N_THEMES] = { 0 }; /* of the first word */
  const char *p = text;
  const char *end = text + strlen (text);
  char        word[MAX_WORD];
  guint       best = MER_N_THEMES;

  for (guint n = 0; next_word (&p, end, word); n++)
    {
      for (guint i = 0; i < MER_N_THEMES; i++)
        {
          guint found = count_beginnings (word, themes[i].words);

          if (found > 0 && counts[i] == 0)
            places[i] = n;
          counts[i] += found;
        }
    }
  for (guint i = 0; i < MER_N_THEMES; i++)
    {
      gboolean more = best < MER_N_THEMES && counts[i] > counts[best];
      gboolean earlier = best < MER_N_THEMES && counts[i] == counts[best] &&
                         places[i] < places[best];

      /* thanks only where there is nothing else */
      if (counts[i] > 0 &&
          (best == MER_N_THEMES || (i != MER_THEME_THANKS && (more || earlier))))
        best = i;
    }
  return best < MER_N_THEMES ? (int) best : -1;
}
