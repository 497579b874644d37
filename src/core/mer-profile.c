/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The profile of respondents: from answers as people type them to values that can be counted. */

#include "config.h"

#include "core/mer-profile.h"

#include <glib/gi18n.h>
#include <string.h>

#define OLDEST 120
#define LONGEST_VALUE 60

/* Spellings are folded to lower case, ё to е, without points; separated by "|". */
typedef struct
{
  const char *field;
  const char *value;
  const char *title;
  const char *spellings;
} Value;

/* In the order in which they are shown. */
/* clang-format off */
static const Value values[] = {
  { MER_PROFILE_SEX, "female", NC_("sex", "women"),
    "ж|жен|женский|женщина|женск|female|f|woman|женский пол" },
  { MER_PROFILE_SEX, "male", NC_("sex", "men"),
    "м|муж|мужской|мужчина|мужск|male|m|man|мужской пол" },
  { MER_PROFILE_AGE, "0-17", NC_("age", "under 18"),
    "до 18|до 18 лет|младше 18|младше 18 лет|менее 18 лет|under 18" },
  { MER_PROFILE_AGE, "18-24", "18–24", "18-24|18-24 лет|18-24 года|от 18 до 24|от 18 до 24 лет" },
  { MER_PROFILE_AGE, "25-34", "25–34", "25-34|25-34 лет|25-34 года|от 25 до 34|от 25 до 34 лет" },
  { MER_PROFILE_AGE, "35-44", "35–44", "35-44|35-44 лет|35-44 года|от 35 до 44|от 35 до 44 лет" },
  { MER_PROFILE_AGE, "45-54", "45–54", "45-54|45-54 лет|45-54 года|от 45 до 54|от 45 до 54 лет" },
  { MER_PROFILE_AGE, "55-64", "55–64", "55-64|55-64 лет|55-64 года|от 55 до 64|от 55 до 64 лет" },
  { MER_PROFILE_AGE, "65+", NC_("age", "65 and over"),
    "65+|65 и старше|65 лет и старше|старше 65|старше 65 лет|от 65 лет" },
  { MER_PROFILE_ROLE, "parent", NC_("role", "parents and other legal representatives"),
    "родитель|родители|законный представитель|родитель (законный представитель)|мать|отец|мама"
    "|папа|опекун|родитель/законный представитель|родитель (законный представитель) ребенка"
    "|родитель обучающегося|родитель (законный представитель) обучающегося|родитель ребенка"
    "|приемный родитель|попечитель|представитель получателя услуги|parent" },
  { MER_PROFILE_ROLE, "relative", NC_("role", "other relatives"),
    "бабушка|дедушка|родственник|другой родственник|иной родственник|сестра|брат|тетя|дядя"
    "|бабушка, дедушка или другой родственник|бабушка/дедушка|бабушка или дедушка" },
  { MER_PROFILE_ROLE, "learner", NC_("role", "learners"),
    "обучающийся|обучающаяся|ученик|ученица|студент|студентка|учащийся|учащаяся|воспитанник"
    "|получатель услуги|обучающийся старше 14 лет|обучающийся (14 лет и старше)|student|learner" },
};
/* clang-format on */

/* --- reading ------------------------------------------------------------------------- */

/* Lower case, ё as е, every dash "-", single blanks, no point at the end. */
static char *
fold (const char *text)
{
  GString *folded = g_string_new (NULL);
  gboolean blank = FALSE;

  for (const char *p = text; *p != '\0'; p += g_utf8_skip[(guchar) *p])
    {
      gunichar c = g_unichar_tolower (g_utf8_get_char (p));

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        {
          blank = folded->len > 0;
          continue;
        }
      if (c == 0x0451)
        c = 0x0435;
      if (c >= 0x2010 && c <= 0x2015)
        c = '-';
      if (c == '-' && blank && folded->len > 0 && g_ascii_isdigit (folded->str[folded->len - 1]))
        blank = FALSE;
      if (blank && folded->len > 0 && folded->str[folded->len - 1] != '-')
        g_string_append_c (folded, ' ');
      blank = FALSE;
      g_string_append_unichar (folded, c);
    }
  while (folded->len > 0 && strchr (".,;", folded->str[folded->len - 1]) != NULL)
    g_string_truncate (folded, folded->len - 1);
  return g_string_free (folded, FALSE);
}

static gboolean
is_listed (const char *spellings,
           const char *key)
{
  gsize length = strlen (key);

  for (const char *p = spellings; *p != '\0';)
    {
      gsize n = strcspn (p, "|");

      if (n == length && memcmp (p, key, n) == 0)
        return TRUE;
      p += n + (p[n] == '|' ? 1 : 0);
    }
  return FALSE;
}

static const Value *
find_value (const char *field,
            const char *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      if (strcmp (values[i].field, field) == 0 && strcmp (values[i].value, value) == 0)
        return &values[i];
    }
  return NULL;
}

/* «34», «34 года», «34,0»: NULL when it is no age. */
static const char *
band_of (const char *key)
{
  static const guint       limits[] = { 18, 25, 35, 45, 55, 65, OLDEST };
  static const char *const behind[] = { "", "лет", "год", "года", "г", "л", ",0", ".0" };
  gsize                    digits = strspn (key, "0123456789");
  const char              *rest = key + digits;
  guint                    age = 0;
  const Value             *first = find_value (MER_PROFILE_AGE, "0-17"); /* the bands follow it */
  gboolean                 known = FALSE;

  if (digits == 0 || first == NULL || digits > 3)
    return NULL;
  age = (guint) g_ascii_strtoull (key, NULL, 10);
  rest += strspn (rest, " ");
  for (guint i = 0; i < G_N_ELEMENTS (behind); i++)
    known |= strcmp (rest, behind[i]) == 0;
  for (guint i = 0; known && i < G_N_ELEMENTS (limits); i++)
    {
      if (age < limits[i])
        return first->value;
      first++;
    }
  return NULL;
}

/* The answer in its own words, with a capital first letter so that spellings fall together. */
static char *
own_words (const char *key)
{
  g_autofree char *shorter = g_utf8_strlen (key, -1) > LONGEST_VALUE
                               ? g_utf8_substring (key, 0, LONGEST_VALUE)
                               : g_strdup (key);

  return g_strdup (g_strchomp (shorter));
}

char *
mer_profile_value (const char *field,
                   const char *text,
                   gboolean   *usual)
{
  g_autofree char *key = fold (text);
  const char      *band = NULL;

  if (usual != NULL)
    *usual = TRUE;
  if (*key == '\0' || strcmp (key, "-") == 0)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      if (strcmp (values[i].field, field) == 0 && is_listed (values[i].spellings, key))
        return g_strdup (values[i].value);
    }
  band = strcmp (field, MER_PROFILE_AGE) == 0 ? band_of (key) : NULL;
  if (band != NULL)
    return g_strdup (band);
  if (usual != NULL)
    *usual = FALSE;
  return own_words (key);
}

/* --- showing -------------------------------------------------------------------------- */

static const char *const known_fields[] = { MER_PROFILE_SEX, MER_PROFILE_AGE, MER_PROFILE_ROLE };

const char *
mer_profile_field_title (MerLanguage language,
                         const char *field)
{
  static const char *const titles[] = {
    NC_("profile", "Sex"),
         NC_("profile", "Age"),
              NC_("profile", "Who answered"),
         };

  for (guint i = 0; i < G_N_ELEMENTS (known_fields); i++)
    {
      if (strcmp (known_fields[i], field) == 0)
        return mer_trc (language, "profile", titles[i]);
    }
  return field;
}

const char *
mer_profile_value_title (MerLanguage language,
                         const char *field,
                         const char *value)
{
  const Value *known = find_value (field, value);

  if (strcmp (value, MER_PROFILE_OTHER) == 0)
    return mer_trc (language, "profile", "other answers");
  if (known == NULL)
    return value;
  /* bands in figures are no words */
  if (g_ascii_isdigit (*known->title) && strchr (known->title, ' ') == NULL)
    return known->title;
  return mer_trc (language, field, known->title);
}

static guint
field_rank (const char *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (known_fields); i++)
    {
      if (strcmp (known_fields[i], field) == 0)
        return i;
    }
  return G_N_ELEMENTS (known_fields);
}

int
mer_profile_compare_fields (const char *first,
                            const char *second)
{
  guint a = field_rank (first);
  guint b = field_rank (second);

  return a != b ? (a > b) - (a < b) : strcmp (first, second);
}

static guint
value_rank (const char *field,
            const char *value)
{
  const Value *known = find_value (field, value);

  if (strcmp (value, MER_PROFILE_OTHER) == 0)
    return G_N_ELEMENTS (values) + 1;
  return known != NULL ? (guint) (known - values) : G_N_ELEMENTS (values);
}

int
mer_profile_compare_values (const char *field,
                            const char *first,
                            gint64      n_first,
                            const char *second,
                            gint64      n_second)
{
  guint a = value_rank (field, first);
  guint b = value_rank (field, second);

  if (a != b)
    return (a > b) - (a < b);
  return n_first != n_second ? (n_first < n_second ? 1 : -1) : strcmp (first, second);
}
