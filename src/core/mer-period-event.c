/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Deadlines that are counted from an event: «не позднее 10 рабочих дней после получения
 * рекомендаций», «в месячный срок со дня …», «за 3 дня до заседания». The event is the rest of the
 * phrase as it was typed. Without a number: mer-period-moment.c. */

#include "config.h"

#include <string.h>

#include "core/mer-period-private.h"

/* Ten years of days; more is a slip of the pen. */
#define TERM_MOST 3660

typedef struct
{
  int         amount;
  MerTermUnit unit;
} Term;

/* «дней», «рабочих дней», «месяцев» behind an amount. */
static guint
read_unit (const GArray *tokens,
           guint         at,
           Term         *term)
{
  static const struct
  {
    const char *pattern;
    MerTermUnit unit;
    int         factor;
  } units[] = {
    { "рабоч*|раб|р|банковск* ?. дней|дня|день|дн|д|дню|дням ?.", MER_TERM_WORKING_DAYS, 1 },
    { "дней|дня|день|дн ?. рабоч*", MER_TERM_WORKING_DAYS, 1 },
    { "?календарн*|кал|к ?. дней|дня|день|дн|д|дню|дням|суток|сутки ?. ?календарн*",
      MER_TERM_DAYS, 1 },
    { "?календарн* недели|неделя|неделю|недель|нед ?.", MER_TERM_DAYS, 7 },
    { "декады|декада|декаду|декад", MER_TERM_DAYS, 10 },
    { "?календарн* месяца|месяц|месяцев|мес ?.", MER_TERM_MONTHS, 1 },
    { "квартал|квартала|кварталов", MER_TERM_MONTHS, 3 },
    { "полугодия|полугодие|полугода|полгода", MER_TERM_MONTHS, 6 },
    { "год|года|лет", MER_TERM_MONTHS, 12 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      guint n = mer_period_match (tokens, at, units[i].pattern, NULL);

      if (n > 0)
        {
          term->amount *= units[i].factor;
          term->unit = units[i].unit;
          return n;
        }
    }
  return 0;
}

/* «месячный», «десятидневный», «двухнедельный»; «дневный» alone stands behind a number. */
static gboolean
read_compound (const char *word,
               Term       *term)
{
  static const struct
  {
    const char *stem;
    MerTermUnit unit;
    int         factor;
  } stems[] = { { "дневн", MER_TERM_DAYS, 1 },
                { "недельн", MER_TERM_DAYS, 7 },
                { "декадн", MER_TERM_DAYS, 10 },
                { "месячн", MER_TERM_MONTHS, 1 },
                { "квартальн", MER_TERM_MONTHS, 3 },
                { "годичн", MER_TERM_MONTHS, 12 },
                { "годовой", MER_TERM_MONTHS, 12 } };

  for (guint i = 0; i < G_N_ELEMENTS (stems); i++)
    {
      const char      *stem = strstr (word, stems[i].stem);
      g_autofree char *prefix = stem != NULL ? g_strndup (word, (gsize) (stem - word)) : NULL;
      int              number = 1;

      if (prefix != NULL && *prefix != '\0')
        number = mer_period_number_of_word (prefix);
      if (stem == NULL || number == 0)
        continue;
      term->amount = number * stems[i].factor;
      term->unit = stems[i].unit;
      return TRUE;
    }
  if (!g_str_has_prefix (word, "полугодов"))
    return FALSE;
  term->amount = 6;
  term->unit = MER_TERM_MONTHS;
  return TRUE;
}

/* «10-дневный срок», «месячный срок»: the number of tokens. */
static guint
read_adjective (const GArray *tokens,
                guint         at,
                Term         *term)
{
  int   number = 0;
  guint n = mer_period_match (tokens, at, "# ?-", &number);
  guint behind = 0;

  if (mer_period_token (tokens, at + n)->kind != MER_TOKEN_WORD ||
      !read_compound (mer_period_token (tokens, at + n)->text, term))
    return 0;
  behind = mer_period_match (tokens, at + n + 1, "?рабоч*|календарн* срок|срока|период", NULL);
  if (behind == 0)
    return 0;
  if (term->unit == MER_TERM_DAYS && mer_period_match (tokens, at + n + 1, "рабоч*", NULL) > 0)
    term->unit = MER_TERM_WORKING_DAYS;
  if (n > 0)
    term->amount *= number;
  return n + 1 + behind;
}

/* «10 (десяти) рабочих дней», «месяца»: the number of tokens. */
static guint
read_term (const GArray *tokens,
           guint         at,
           Term         *term)
{
  static const char *const brackets[] = { "( # )", "( # # )" };
  int                      ignored = 0;
  guint                    n = read_adjective (tokens, at, term);
  guint                    unit = 0;

  if (n > 0)
    return n;
  n = mer_period_match (tokens, at, "#", &term->amount);
  if (n > 0)
    n += mer_period_match_any (tokens, at + n, brackets, G_N_ELEMENTS (brackets), &ignored);
  else
    term->amount = 1;
  unit = read_unit (tokens, at + n, term);
  return unit > 0 ? n + unit : 0;
}

/* «после», «со дня», «с момента»: the number of tokens. */
static guint
read_link (const GArray *tokens,
           guint         at)
{
  static const char *const links[] = {
    "?, ?считая ?начиная со|с|от ?следующего ?рабочего дня|даты|момента|времени|числа",
    "?, ?считая после ?дня|даты|момента",
    "?, ?считая с|со|от|по",
  };

  return mer_period_match_list (tokens, at, links);
}

static gboolean
is_quote (gunichar letter)
{
  return letter == '"' || letter == '\'' || letter == 0xab || letter == 0xbb ||
         (letter >= 0x2018 && letter <= 0x201f);
}

/* Quotes are no tokens: those that touch the words belong to them. */
static const char *
take_quotes_before (const char *phrase,
                    const char *start)
{
  while (start > phrase && is_quote (g_utf8_get_char (g_utf8_prev_char (start))))
    start = g_utf8_prev_char (start);
  return start;
}

static const char *
take_quotes_behind (const char *end)
{
  while (is_quote (g_utf8_get_char (end)))
    end = mer_period_next_letter (end);
  return end;
}

static char *
collapse_blanks (const char *start,
                 const char *end)
{
  GString *text = g_string_new (NULL);

  for (; start < end; start = mer_period_next_letter (start))
    {
      gunichar letter = g_utf8_get_char (start);
      gboolean blank = g_unichar_isspace (letter) || g_unichar_iscntrl (letter);

      if (!blank)
        g_string_append_unichar (text, letter);
      else if (text->len > 0 && text->str[text->len - 1] != ' ')
        g_string_append_c (text, ' ');
    }
  return g_strchomp (g_string_free (text, FALSE));
}

/* The words that only lead to an event are none of it. */
static guint
skip_to_event (const GArray *tokens,
               guint         at)
{
  while (mer_period_match (tokens, at, ".|,|-|:|до|после|дня|даты|момента", NULL) > 0)
    at++;
  return at;
}

/* Documented in mer-period-private.h. */
char *
mer_period_cut_event (const GArray *tokens,
                      guint         at,
                      const char   *phrase)
{
  guint       end = tokens->len;
  const char *start = NULL;

  at = skip_to_event (tokens, at);
  while (end > at && mer_period_match (tokens, end - 1, ".|,|-|:", NULL) > 0 &&
         !mer_period_is_year_point (tokens, end - 1))
    end--;
  if (at >= end)
    return g_strdup ("");
  start = take_quotes_before (phrase, phrase + mer_period_token (tokens, at)->start);
  return collapse_blanks (start,
                          take_quotes_behind (phrase + mer_period_token (tokens, end - 1)->end));
}

static MerPeriod *
new_event (const Term *term,
           char       *event)
{
  MerPeriod *self = NULL;

  if (ABS (term->amount) > TERM_MOST)
    {
      g_free (event);
      return NULL;
    }
  self = mer_period_alloc (MER_PERIOD_AFTER_EVENT);
  self->term = term->amount;
  self->term_unit = term->unit;
  self->event = event;
  return self;
}

/* Documented in mer-period-private.h. */
gboolean
mer_period_has_event (const GArray *tokens,
                      guint         at)
{
  for (at = skip_to_event (tokens, at); at < tokens->len; at++)
    {
      if (mer_period_token (tokens, at)->kind == MER_TOKEN_WORD)
        return TRUE;
    }
  return FALSE;
}

/* «в течение 10 дней с 1 марта 2021 г.», «за 10 дней до 1 сентября»: a date is no event. Its days
 * are counted when the year is known. */
static MerPeriod *
count_from_date (const GArray *tokens,
                 guint         at,
                 const Term   *term)
{
  MerPeriodPoint point = { 0 };
  MerPeriod     *self = NULL;

  if (ABS (term->amount) > TERM_MOST || !mer_period_read_point (tokens, &at, &point) ||
      point.unit != MER_UNIT_DAY)
    return NULL;
  while (mer_period_match (tokens, at, ".|,|-|:", NULL) > 0)
    at++;
  if (at < tokens->len)
    return NULL;
  self = mer_period_alloc (MER_PERIOD_RANGE);
  self->from = self->to = point;
  self->until = term->amount < 0;
  self->count = term->amount;
  self->count_unit = term->unit;
  return self;
}

/* «за 10 дней до заседания», «не позднее чем за …». */
static MerPeriod *
read_before (const GArray *tokens,
             guint         at,
             const char   *phrase)
{
  static const char *const openings[] = { "не|непозднее ?позднее|позже|менее ?, ?чем ?за", "за" };
  Term                     term = { 0, MER_TERM_NONE };
  guint                    n = mer_period_match_list (tokens, at, openings);
  guint                    length = n > 0 ? read_term (tokens, at + n, &term) : 0;
  guint                    link = 0;
  MerPeriod               *counted = NULL;

  if (length == 0)
    return NULL;
  at += n + length;
  link = mer_period_match (tokens, at, "до ?дня|даты ?начала", NULL);
  if (link == 0)
    return NULL;
  link = mer_period_match (tokens, at, "до ?дня|даты", NULL);
  term.amount = -term.amount;
  counted = count_from_date (tokens, skip_to_event (tokens, at + link), &term);
  if (counted != NULL || !mer_period_has_event (tokens, at + link))
    return counted;
  return new_event (&term, mer_period_cut_event (tokens, at + link, phrase));
}

/* Words before a term: «не позднее», «в течение», «через». */
static guint
read_lead (const GArray *tokens,
           guint         at)
{
  static const char *const leads[] = {
    "не|непозднее|непозже ?позднее|позже|более|свыше ?, ?чем ?через|в|за",
    "?в ?на течение|течении|протяжении|продолжение ?не ?более|позднее ?чем ?последующих|ближайших",
    "через|спустя",
    "по истечении|прошествии",
    "?в срок ?- ?: ?не ?более|позднее|позже|до",
    "на следующий",
    "в|за|до|на",
  };

  return mer_period_match_list (tokens, at, leads);
}

/* Without an event behind it a term must not be taken for a date: «5 марта», «I квартал». */
static gboolean
stands_alone (const GArray *tokens,
              guint         at,
              guint         length,
              const Term   *term)
{
  const MerToken *last = mer_period_token (tokens, tokens->len - 1);

  if (at < tokens->len || length < 2)
    return FALSE;
  if (term->unit == MER_TERM_MONTHS && term->amount % 3 == 0 &&
      (g_str_has_prefix (last->text, "квартал") || g_str_has_prefix (last->text, "полугод")))
    return FALSE;
  /* «в течение года» is that of the plan */
  return !(term->amount == 12 && term->unit == MER_TERM_MONTHS);
}

/**
 * mer_period_read_event:
 * @tokens: (element-type MerToken): a phrase
 * @at: where to begin
 * @phrase: what the tokens are of
 *
 * Returns: (transfer full) (nullable): a deadline relative to an event, or a range of days where
 *   the term is counted from a date
 */
MerPeriod *
mer_period_read_event (const GArray *tokens,
                       guint         at,
                       const char   *phrase)
{
  Term       term = { 0, MER_TERM_NONE };
  MerPeriod *before = read_before (tokens, at, phrase);
  guint      lead = read_lead (tokens, at);
  guint      length = read_term (tokens, at + lead, &term);
  guint      start = at;
  guint      link = 0;

  if (before != NULL)
    return before;
  if (length == 0)
    return mer_period_read_moment (tokens, at, phrase);
  at += lead + length;
  while (mer_period_match (tokens, at, ".", NULL) > 0)
    at++;
  if (stands_alone (tokens, at, lead + length, &term))
    return new_event (&term, g_strdup (""));
  link = read_link (tokens, at);
  if (link > 0)
    {
      MerPeriod *range = count_from_date (tokens, skip_to_event (tokens, at + link), &term);

      if (range != NULL)
        return range;
    }
  if (link == 0 || !mer_period_has_event (tokens, at + link))
    return mer_period_read_moment (tokens, start, phrase);
  return new_event (&term, mer_period_cut_event (tokens, at + link, phrase));
}
