/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The spellings of a checklist mark. Only these: what looks like a mark but is not in the
 * table is told to the user, not guessed. */
#include "config.h"

#include <string.h>

#include "core/mer-name.h"
#include "import/mer-mark-text.h"

static const struct
{
  const char *text; /* lower case */
  MerMark     mark;
} spellings[] = {
  { "", MER_MARK_NOT_REQUIRED },
  { "не требуется", MER_MARK_NOT_REQUIRED },
  { "not required", MER_MARK_NOT_REQUIRED },
  { "не применимо", MER_MARK_NOT_REQUIRED },
  { "неприменимо", MER_MARK_NOT_REQUIRED },
  { "н/п", MER_MARK_NOT_REQUIRED },
  { "н/т", MER_MARK_NOT_REQUIRED },
  { "n/a", MER_MARK_NOT_REQUIRED },
  { "да", MER_MARK_PRESENT },
  { "+", MER_MARK_PRESENT },
  { "есть", MER_MARK_PRESENT },
  { "имеется", MER_MARK_PRESENT },
  { "имеются", MER_MARK_PRESENT },
  { "yes", MER_MARK_PRESENT },
  { "true", MER_MARK_PRESENT },
  { "истина", MER_MARK_PRESENT },
  { "✓", MER_MARK_PRESENT },
  { "✔", MER_MARK_PRESENT },
  { "нет", MER_MARK_ABSENT },
  { "-", MER_MARK_ABSENT },
  { "–", MER_MARK_ABSENT },
  { "—", MER_MARK_ABSENT },
  { "−", MER_MARK_ABSENT },
  { "отсутствует", MER_MARK_ABSENT },
  { "отсутствуют", MER_MARK_ABSENT },
  { "no", MER_MARK_ABSENT },
  { "false", MER_MARK_ABSENT },
  { "ложь", MER_MARK_ABSENT },
  { "½", MER_MARK_HALF },
  { "1/2", MER_MARK_HALF },
};

/* "1", "1,0", "0.00", "0,5", ".50": FALSE when it is no such number. */
static gboolean
parse_number (const char *text,
              MerMark    *out)
{
  gsize       digits = strspn (text, "0123456789");
  const char *fraction = text + digits;
  gsize       zeros;

  if (digits > 1 || (digits == 1 && *text > '1'))
    return FALSE;
  *out = digits == 1 && *text == '1' ? MER_MARK_PRESENT : MER_MARK_ABSENT;
  if (*fraction == '\0')
    return digits == 1;
  if ((*fraction != '.' && *fraction != ',') || fraction[1] == '\0')
    return FALSE;
  fraction++;
  if (*fraction == '5' && *out == MER_MARK_ABSENT)
    {
      *out = MER_MARK_HALF;
      fraction++;
    }
  zeros = strspn (fraction, "0");
  return fraction[zeros] == '\0' && (digits == 1 || *out == MER_MARK_HALF);
}

gboolean
mer_mark_parse (const char *text,
                MerMark    *out)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  gsize            length = strlen (lower);

  if (length > 0 && lower[length - 1] == '.' && length > 1 && !g_ascii_isdigit (lower[length - 2]))
    lower[length - 1] = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      if (strcmp (lower, spellings[i].text) != 0)
        continue;
      *out = spellings[i].mark;
      return TRUE;
    }
  return parse_number (lower, out);
}

GHashTable *
mer_mark_decisions_new (const MerImportOptions *options,
                        const char             *code)
{
  GHashTable *decisions = NULL;

  for (guint i = 0; options->values != NULL && i < options->values->len; i++)
    {
      const MerValueDecision *decision = options->values->pdata[i];
      MerMark                 mark;

      if ((!g_str_equal (decision->code, code) && !g_str_equal (decision->code, "*")) ||
          !mer_mark_parse (decision->option, &mark))
        continue;
      if (decisions == NULL)
        decisions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_hash_table_replace (decisions, mer_name_fold (decision->spelling, -1),
                            GUINT_TO_POINTER (mark + 1u));
    }
  return decisions;
}

gboolean
mer_mark_understand (GHashTable *decisions,
                     const char *text,
                     MerMark    *out)
{
  g_autofree char *folded = decisions != NULL ? mer_name_fold (text, -1) : NULL;
  guint            decided =
    folded != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (decisions, folded)) : 0;

  if (decided == 0)
    return mer_mark_parse (text, out);
  *out = (MerMark) (decided - 1);
  return TRUE;
}
