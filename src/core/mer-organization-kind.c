/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What kind of organization a name speaks of. A table of words, asked in order: the
 * first that stands in the name decides. */

#include "core/mer-name.h"
#include "core/mer-organization.h"

#include <string.h>

typedef enum
{
  WORD,   /* a whole word, or several */
  START,  /* the beginning of a word */
  ENDING, /* the end of a word */
} Place;

static const struct
{
  const char         *text;
  Place               place;
  MerOrganizationKind kind;
} clues[] = {
  { "техникум", START, MER_ORGANIZATION_VOCATIONAL },
  { "колледж", START, MER_ORGANIZATION_VOCATIONAL },
  { "училище", START, MER_ORGANIZATION_VOCATIONAL },
  { "профессиональн", START, MER_ORGANIZATION_VOCATIONAL },
  { "поу", ENDING, MER_ORGANIZATION_VOCATIONAL },
  { "спо", WORD, MER_ORGANIZATION_VOCATIONAL },
  { "дополнительного образования", WORD, MER_ORGANIZATION_ADDITIONAL },
  { "творчества", WORD, MER_ORGANIZATION_ADDITIONAL },
  { "дворец", START, MER_ORGANIZATION_ADDITIONAL },
  { "юных", WORD, MER_ORGANIZATION_ADDITIONAL },
  { "внешкольн", START, MER_ORGANIZATION_ADDITIONAL },
  { "юношеск", START, MER_ORGANIZATION_ADDITIONAL },
  { "спортивн", START, MER_ORGANIZATION_ADDITIONAL },
  { "музыкальн", START, MER_ORGANIZATION_ADDITIONAL },
  { "искусств", START, MER_ORGANIZATION_ADDITIONAL },
  { "художественн", START, MER_ORGANIZATION_ADDITIONAL },
  { "кванториум", START, MER_ORGANIZATION_ADDITIONAL },
  { "дюсш", WORD, MER_ORGANIZATION_ADDITIONAL },
  { "сшор", WORD, MER_ORGANIZATION_ADDITIONAL },
  { "дмш", WORD, MER_ORGANIZATION_ADDITIONAL },
  { "дши", WORD, MER_ORGANIZATION_ADDITIONAL },
  { "дхш", WORD, MER_ORGANIZATION_ADDITIONAL },
  { "ддт", WORD, MER_ORGANIZATION_ADDITIONAL },
  { "цдт", WORD, MER_ORGANIZATION_ADDITIONAL },
  { "цдо", WORD, MER_ORGANIZATION_ADDITIONAL },
  { "сюн", WORD, MER_ORGANIZATION_ADDITIONAL },
  { "сют", WORD, MER_ORGANIZATION_ADDITIONAL },
  { "удо", ENDING, MER_ORGANIZATION_ADDITIONAL },
  { "бу до", WORD, MER_ORGANIZATION_ADDITIONAL },
  { "мбу до", WORD, MER_ORGANIZATION_ADDITIONAL },
  { "мау до", WORD, MER_ORGANIZATION_ADDITIONAL },
  { "мбоу до", WORD, MER_ORGANIZATION_ADDITIONAL },
  { "школ", START, MER_ORGANIZATION_GENERAL },
  { "сош", WORD, MER_ORGANIZATION_GENERAL },
  { "оош", WORD, MER_ORGANIZATION_GENERAL },
  { "нош", WORD, MER_ORGANIZATION_GENERAL },
  { "гимнази", START, MER_ORGANIZATION_GENERAL },
  { "прогимнази", START, MER_ORGANIZATION_GENERAL },
  { "лице", START, MER_ORGANIZATION_GENERAL },
  { "кадетск", START, MER_ORGANIZATION_GENERAL },
  { "интернат", START, MER_ORGANIZATION_GENERAL },
  { "центр образования", WORD, MER_ORGANIZATION_GENERAL },
  { "детский сад", START, MER_ORGANIZATION_PRESCHOOL },
  { "дошкольн", START, MER_ORGANIZATION_PRESCHOOL },
  { "ясли", WORD, MER_ORGANIZATION_PRESCHOOL },
  { "центр развития ребенка", WORD, MER_ORGANIZATION_PRESCHOOL },
  { "доу", ENDING, MER_ORGANIZATION_PRESCHOOL },
  { "дс", WORD, MER_ORGANIZATION_PRESCHOOL },
  { "д/с", WORD, MER_ORGANIZATION_PRESCHOOL },
  { "црр", WORD, MER_ORGANIZATION_PRESCHOOL },
  { "общеобразовательн", START, MER_ORGANIZATION_GENERAL },
};

static gboolean
is_edge (char c)
{
  return c == '\0' || c == ' ' || strchr ("(),;:/[]", c) != NULL;
}

static gboolean
stands_in (const char *name,
           const char *text,
           Place       place)
{
  gsize length = strlen (text);

  for (const char *at = strstr (name, text); at != NULL; at = strstr (at + 1, text))
    {
      gboolean begins = at == name || is_edge (at[-1]);
      gboolean ends = is_edge (at[length]);

      if ((begins || place == ENDING) && (ends || place == START))
        return TRUE;
    }
  return FALSE;
}

/**
 * mer_organization_kind_guess:
 * @name: a name as people write it
 *
 * Returns: the kind that the name speaks of; %MER_ORGANIZATION_OTHER when none is certain
 */
MerOrganizationKind
mer_organization_kind_guess (const char *name)
{
  g_autofree char *folded = mer_name_fold (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (clues); i++)
    if (stands_in (folded, clues[i].text, clues[i].place))
      return clues[i].kind;
  return MER_ORGANIZATION_OTHER;
}
