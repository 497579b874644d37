/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Names of files that are made of titles and names. The one place that knows what file systems
 * refuse. */

#include "config.h"

#include "core/mer-file-name.h"

#include <string.h>

#define LEFT_OUT "…"
#define NAMELESS "-"

/* What some file system does not take, and what breaks a line. */
static void
replace_refused (char *name)
{
  for (char *at = name; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at) || strchr ("/\\:*?\"<>|", *at) != NULL)
      *at = '-';
}

/* Names that begin with a point are hidden; points and spaces at the end are lost elsewhere. */
static char *
trim (char *name)
{
  gsize length = strlen (name);

  while (length > 0 && strchr (". ", name[length - 1]) != NULL)
    length--;
  name[length] = '\0';
  return name + strspn (name, ". ");
}

/* At most so many bytes, cut between characters. */
static char *
shorten (const char *name,
         gsize       most)
{
  gsize       length = strlen (name);
  gsize       head = (most - strlen (LEFT_OUT)) * 2 / 3;
  gsize       tail = most - strlen (LEFT_OUT) - head;
  const char *end = NULL;

  if (length <= most)
    return g_strdup (name);
  head = (gsize) (g_utf8_find_prev_char (name, name + head + 1) - name);
  end = g_utf8_find_next_char (name + length - tail - 1, NULL);
  return g_strdup_printf ("%.*s" LEFT_OUT "%s", (int) head, name, end);
}

/* `number` above 1 tells it from others. */
static char *
make_name (const char *stem,
           const char *suffix,
           guint       number)
{
  g_autofree char *clean = g_utf8_make_valid (stem, -1);
  g_autofree char *end =
    number > 1 ? g_strdup_printf (" (%u)%s%s", number, suffix != NULL ? "." : "",
                                  suffix != NULL ? suffix : "")
               : g_strdup_printf ("%s%s", suffix != NULL ? "." : "", suffix != NULL ? suffix : "");
  g_autofree char *body = NULL;
  char            *trimmed = NULL;

  replace_refused (clean);
  trimmed = trim (clean);
  body = shorten (*trimmed != '\0' ? trimmed : NAMELESS, MER_FILE_NAME_MOST_BYTES - strlen (end));
  return g_strconcat (body, end, NULL);
}

char *
mer_file_name (const char *stem,
               const char *suffix)
{
  return make_name (stem, suffix, 1);
}

GHashTable *
mer_file_names_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

char *
mer_file_name_unique (GHashTable *taken,
                      const char *stem,
                      const char *suffix)
{
  for (guint number = 1;; number++)
    {
      char *name = make_name (stem, suffix, number);

      if (g_hash_table_add (taken, g_utf8_casefold (name, -1)))
        return name;
      g_free (name);
    }
}
