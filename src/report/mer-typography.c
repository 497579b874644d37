/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The no-break spaces of Russian office typography, put in by one expression. */
#include "config.h"

#include "report/mer-blocks.h"

#include <string.h>

#define NBSP "\302\240"

/* Spaces at which a line must not be broken. */
static const char pattern[] = "(?<=№) "
                              "| (?=[%—])"
                              "|(?<=[0-9]) (?=г(?:од|\\.|г\\.))"
                              "|(?<=(?<!\\pL)\\p{Lu}\\.) (?=\\p{Lu})";

static gpointer
compile (gpointer data)
{
  return g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, NULL);
}

/**
 * mer_typography:
 * @text: valid UTF-8
 *
 * Returns: (transfer full): @text with no-break spaces. Any thread.
 */
char *
mer_typography (const char *text)
{
  static GOnce     once = G_ONCE_INIT;
  g_autofree char *replaced = NULL;

  if (strchr (text, ' ') == NULL)
    return g_strdup (text);
  g_once (&once, compile, NULL);
  g_assert (once.retval != NULL);
  replaced = g_regex_replace_literal (once.retval, text, -1, 0, NBSP, 0, NULL);
  return replaced != NULL ? g_steal_pointer (&replaced) : g_strdup (text);
}
