/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double red, green, blue;
} MerColor;

typedef enum
{
  MER_THEME_LIGHT,
  MER_THEME_DARK,
  MER_THEME_CONTRAST_LIGHT,
  MER_THEME_CONTRAST_DARK,
  MER_THEME_PRINT,
} MerThemeVariant;

typedef enum
{
  MER_FILL_SOLID,
  MER_FILL_DIAGONAL,
  MER_FILL_DOTS,
} MerFill;

/* All data colours of one style (the interface specification, chapter 2); chrome
 * colours come from the toolkit. Immutable statics. */
typedef struct
{
  MerThemeVariant variant;
  MerColor        paper, ink, secondary, grid, zero, outline;
  MerColor        bands[5]; /* excellent … unsatisfactory */
  MerColor        criteria[5];
  MerFill         criteria_fill[5];
  MerColor        bar, selected, mean, previous, best, warning;
  MerColor        status[4]; /* planned, in work, done, overdue */
} MerChartTheme;

const MerChartTheme *mer_chart_theme_get (MerThemeVariant variant);

G_END_DECLS
