/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Languages of printed output: their catalogues, plural rules and number signs. Adding
 * one is a line in the table below and its catalogue in po/. */

#include "core/mer-language.h"

#include "config.h"

#include <libintl.h>
#include <string.h>

#include "core/mer-catalogue.h"
#include "core/mer-core-resources.h"

#define NO_BREAK_SPACE "\302\240"
#define MINUS "\342\210\222"
#define MOST_PLACES 9

typedef struct
{
  const char *code;
  const char *resource; /* of the catalogue; NULL: the msgids are in this language */
  guint (*plural_form) (unsigned long n);
  const char *decimal_mark;
  const char *group_mark;
} Language;

static guint
russian_plural_form (unsigned long n)
{
  if (n % 10 == 1 && n % 100 != 11)
    return 0;
  return n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14) ? 1 : 2;
}

static guint
english_plural_form (unsigned long n)
{
  return n == 1 ? 0 : 1;
}

/* By MerLanguage. */
static const Language languages[] = {
  { "ru", "/io/github/merilo/Merilo/catalogues/ru.mo", russian_plural_form, ",", NO_BREAK_SPACE },
  { "en", NULL, english_plural_form, ".", "," },
};

static const Language *
language_of (MerLanguage language)
{
  g_return_val_if_fail ((guint) language < G_N_ELEMENTS (languages), &languages[0]);
  return &languages[language];
}

/**
 * mer_language_to_code:
 * @language: a language
 *
 * Returns: its code, as "ru"
 */
const char *
mer_language_to_code (MerLanguage language)
{
  return language_of (language)->code;
}

/**
 * mer_language_from_code:
 * @code: (nullable): a code, as "ru"
 * @out: (out): the language, only set on success
 *
 * Returns: %FALSE when the program prints in no such language
 */
gboolean
mer_language_from_code (const char  *code,
                        MerLanguage *out)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_strcmp0 (code, languages[i].code) == 0)
      {
        *out = (MerLanguage) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * mer_language_of_locale:
 *
 * Asks the catalogue that gettext has chosen, so that numbers and sentences of the
 * window always agree.
 *
 * Returns: the language that the program's own texts are shown in
 */
MerLanguage
mer_language_of_locale (void)
{
  static const char header_message[] = ""; /* by name: the collector of strings warns of it */
  const char       *header = dgettext (GETTEXT_PACKAGE, header_message);
  const char       *field = strstr (header, "\nLanguage: ");

  if (field == NULL)
    return MER_LANGUAGE_EN;
  field += strlen ("\nLanguage: ");
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_str_has_prefix (field, languages[i].code))
      return (MerLanguage) i;
  return MER_LANGUAGE_EN;
}

/* The catalogue of a language: read once, kept for good. NULL where msgids are the text. */
static const MerCatalogue *
catalogue_of (MerLanguage language)
{
  static gsize         ready = 0;
  static MerCatalogue *catalogues[G_N_ELEMENTS (languages)];

  if (g_once_init_enter (&ready))
    {
      for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
        {
          g_autoptr (GBytes) bytes = NULL;

          if (languages[i].resource == NULL)
            continue;
          bytes = g_resource_lookup_data (mer_core_get_resource (), languages[i].resource,
                                          G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
          catalogues[i] = bytes != NULL ? mer_catalogue_new (bytes) : NULL;
        }
      g_once_init_leave (&ready, 1);
    }
  return (guint) language < G_N_ELEMENTS (languages) ? catalogues[language] : NULL;
}

static const char *
translate (MerLanguage language,
           const char *context,
           const char *msgid,
           guint       form)
{
  const MerCatalogue *catalogue = catalogue_of (language);

  /* the empty message is the catalogue's header */
  if (catalogue == NULL || *msgid == '\0')
    return NULL;
  return mer_catalogue_find (catalogue, context, msgid, form);
}

/**
 * mer_tr:
 * @language: of the printed text
 * @msgid: English
 *
 * Returns: the translation, or @msgid itself; never freed. Any thread.
 */
const char *
mer_tr (MerLanguage language,
        const char *msgid)
{
  const char *text = translate (language, NULL, msgid, 0);

  return text != NULL ? text : msgid;
}

/**
 * mer_trn:
 * @language: of the printed text
 * @msgid: English singular
 * @msgid_plural: English plural
 * @n: the count that decides
 *
 * Returns: the translation in the right form, or one of the msgids; never freed
 */
const char *
mer_trn (MerLanguage   language,
         const char   *msgid,
         const char   *msgid_plural,
         unsigned long n)
{
  const char *text = translate (language, NULL, msgid, language_of (language)->plural_form (n));

  if (text != NULL)
    return text;
  return english_plural_form (n) == 0 ? msgid : msgid_plural;
}

/**
 * mer_trc:
 * @language: of the printed text
 * @context: tells apart equal English words
 * @msgid: English
 *
 * Returns: the translation, or @msgid itself; never freed
 */
const char *
mer_trc (MerLanguage language,
         const char *context,
         const char *msgid)
{
  const char *text = translate (language, context, msgid, 0);

  return text != NULL ? text : msgid;
}

/* Writes "1234567.89" with the marks of a language. */
static char *
localize (MerLanguage language,
          const char *decimal)
{
  const Language *signs = language_of (language);
  gsize           whole = strcspn (decimal, ".");
  GString        *text = g_string_new (NULL);

  for (gsize i = 0; i < whole; i++)
    {
      if (i > 0 && (whole - i) % 3 == 0)
        g_string_append (text, signs->group_mark);
      g_string_append_c (text, decimal[i]);
    }
  if (decimal[whole] == '.')
    {
      g_string_append (text, signs->decimal_mark);
      g_string_append (text, decimal + whole + 1);
    }
  return g_string_free (text, FALSE);
}

static char *
format_signed (MerLanguage language,
               const char *decimal,
               const char *plus)
{
  g_autofree char *number = NULL;
  gboolean         is_zero = strspn (decimal, "0.") == strlen (decimal);

  if (*decimal == '-')
    {
      number = localize (language, decimal + 1);
      return g_strconcat (MINUS, number, NULL);
    }
  number = localize (language, decimal);
  return g_strconcat (is_zero ? "" : plus, number, NULL);
}

/**
 * mer_format_rational:
 * @language: whose marks
 * @value: the number
 * @decimals: places, 0..9; rounded half away from zero
 *
 * Returns: (transfer full): as "92,06"
 */
char *
mer_format_rational (MerLanguage        language,
                     const MerRational *value,
                     guint              decimals)
{
  g_autofree char *decimal = mer_rational_to_decimal (value, decimals);

  return format_signed (language, decimal, "");
}

/**
 * mer_format_difference:
 * @language: whose marks
 * @value: the number
 * @decimals: places, 0..9; rounded half away from zero
 *
 * Returns: (transfer full): as "+2,35"; what rounds to zero has no sign
 */
char *
mer_format_difference (MerLanguage        language,
                       const MerRational *value,
                       guint              decimals)
{
  g_autofree char *decimal = mer_rational_to_decimal (value, decimals);

  return format_signed (language, decimal, "+");
}

/**
 * mer_format_decimal:
 * @language: whose marks
 * @decimal: a number as it is stored
 *
 * Returns: (transfer full): as "240 000,50"; @decimal itself where it is none
 */
char *
mer_format_decimal (MerLanguage language,
                    const char *decimal)
{
  const char *point = strchr (decimal, '.');
  guint       places = point != NULL ? (guint) strlen (point + 1) : 0;
  g_auto (MerRational) value = MER_RATIONAL_ZERO;

  if (places > MOST_PLACES || !mer_rational_parse (decimal, &value))
    return g_strdup (decimal);
  return mer_format_rational (language, &value, places);
}

/**
 * mer_format_count:
 * @language: whose marks
 * @value: a count
 *
 * Returns: (transfer full): as "8 706"
 */
char *
mer_format_count (MerLanguage language,
                  gint64      value)
{
  g_autofree char *decimal = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  return format_signed (language, decimal, "");
}
