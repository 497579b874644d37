/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-language.h"

G_BEGIN_DECLS

/* What can be told of a free-text answer from its words alone. Pure; any thread. */

/* Whether a comment says nothing: «нет», «-», «предложений нет», «всё устраивает». `length` in
 * bytes; valid UTF-8. */
gboolean mer_comment_is_empty (const char *text,
                               gsize       length);

/* Themes that every document starts with; what a document holds is their text. */
typedef enum
{
  MER_THEME_FOOD,
  MER_THEME_BUILDING,
  MER_THEME_GROUNDS,
  MER_THEME_STAFF,
  MER_THEME_INFORMATION,
  MER_THEME_ACCESSIBILITY,
  MER_THEME_TIMETABLE,
  MER_THEME_THANKS,
  MER_THEME_OTHER,
} MerTheme;
#define MER_N_THEMES (MER_THEME_OTHER + 1)

/* (transfer none) */
const char *mer_theme_title (MerLanguage language,
                             MerTheme    theme);
/* The theme of that title in any language; −1 when it is one of the user's own. */
int mer_theme_from_title (const char *title);
/* What the words of a comment suggest: −1 when they suggest nothing. */
int mer_comment_suggest_theme (const char *text);
/* The criterion that findings of a theme belong to («K2»), NULL when it has none. */
const char *mer_theme_criterion (MerTheme theme);

G_END_DECLS
