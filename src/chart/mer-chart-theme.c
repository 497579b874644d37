/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The data colours of every style, in one place. They were chosen and measured
 * together (distances under colour blindness and in grey), so none is changed alone. */
#include "config.h"

#include "chart/mer-chart-theme.h"

#define RGB(hex)                              \
  {                                           \
    (double) (((hex) >> 16) & 0xff) / 255.0,  \
      (double) (((hex) >> 8) & 0xff) / 255.0, \
      (double) ((hex) &0xff) / 255.0          \
  }
/* `percent` of black ink on white paper. */
#define GREY(percent)                                                         \
  {                                                                           \
    1.0 - (percent) / 100.0, 1.0 - (percent) / 100.0, 1.0 - (percent) / 100.0 \
  }

#define SOLID5                                                                     \
  {                                                                                \
    MER_FILL_SOLID, MER_FILL_SOLID, MER_FILL_SOLID, MER_FILL_SOLID, MER_FILL_SOLID \
  }

#define PATTERNS5                                                     \
  {                                                                   \
    MER_FILL_SOLID, MER_FILL_DIAGONAL, MER_FILL_SOLID, MER_FILL_DOTS, \
      MER_FILL_SOLID                                                  \
  }

#define LIGHT_DATA                                                                                \
  .bands = { RGB (0xE6F0F8), RGB (0x94BFF7), RGB (0xCB8526), RGB (0x9A400F), RGB (0x451923) },    \
  .criteria = { RGB (0x1049A3), RGB (0xB96A0C), RGB (0x3F9C88), RGB (0x6E2438), RGB (0x9A76F0) }, \
  .criteria_fill = SOLID5,                                                                        \
  .bar = RGB (0x6C91C1), .mean = RGB (0x3D3846), .previous = RGB (0xB8690F),                      \
  .best = RGB (0x30A386), .warning = RGB (0x9A400F),                                              \
  .status = { RGB (0x757175), RGB (0x2A6ED8), RGB (0x173A33), RGB (0xC0300C) }

#define DARK_DATA                                                                                 \
  .bands = { RGB (0x25303A), RGB (0x1A5796), RGB (0x9A6615), RGB (0xF4935F), RGB (0xFFDAD4) },    \
  .criteria = { RGB (0x2B79CB), RGB (0xF3AC0A), RGB (0x9BEBC2), RGB (0xC84B67), RGB (0xD3BFF9) }, \
  .criteria_fill = SOLID5,                                                                        \
  .bar = RGB (0x486F99), .mean = RGB (0xFFFFFF), .previous = RGB (0xD98A2B),                      \
  .best = RGB (0x8FE0B0), .warning = RGB (0xF4935F),                                              \
  .status = { RGB (0x949496), RGB (0x4D94F1), RGB (0xC7FDE5), RGB (0xFF985C) }

static const MerChartTheme themes[] = {
  [MER_THEME_LIGHT] = {
    .variant = MER_THEME_LIGHT,
    .paper = RGB (0xFFFFFF),
    .ink = RGB (0x1E1E1E),
    .secondary = RGB (0x686868),
    .grid = RGB (0xE4E4E6),
    .zero = RGB (0x9A9996),
    .outline = RGB (0x9A9996),
    .selected = RGB (0x1A5FB4),
    LIGHT_DATA,
  },
  [MER_THEME_DARK] = {
    .variant = MER_THEME_DARK,
    .paper = RGB (0x1E1E1E),
    .ink = RGB (0xFFFFFF),
    .secondary = RGB (0xC4C4C4),
    .grid = RGB (0x3A3A3C),
    .zero = RGB (0x6A686E),
    .outline = RGB (0x6A686E),
    .selected = RGB (0x62A0EA),
    DARK_DATA,
  },
  [MER_THEME_CONTRAST_LIGHT] = {
    .variant = MER_THEME_CONTRAST_LIGHT,
    .paper = RGB (0xFFFFFF),
    .ink = RGB (0x000000),
    .secondary = RGB (0x000000),
    .grid = RGB (0x808080),
    .zero = RGB (0x000000),
    .outline = RGB (0x000000),
    .selected = RGB (0x000000),
    LIGHT_DATA,
  },
  [MER_THEME_CONTRAST_DARK] = {
    .variant = MER_THEME_CONTRAST_DARK,
    .paper = RGB (0x1E1E1E),
    .ink = RGB (0xFFFFFF),
    .secondary = RGB (0xFFFFFF),
    .grid = RGB (0x8E8E8E),
    .zero = RGB (0xFFFFFF),
    .outline = RGB (0xFFFFFF),
    .selected = RGB (0xFFFFFF),
    DARK_DATA,
  },
  [MER_THEME_PRINT] = {
    .variant = MER_THEME_PRINT,
    .paper = GREY (0),
    .ink = GREY (100),
    .secondary = GREY (100),
    .grid = GREY (25),
    .zero = GREY (100),
    .outline = GREY (100),
    .bands = { GREY (0), GREY (15), GREY (35), GREY (60), GREY (85) },
    .criteria = { GREY (75), GREY (100), GREY (20), GREY (100), GREY (0) },
    .criteria_fill = PATTERNS5,
    .bar = GREY (35),
    .selected = GREY (75),
    .mean = GREY (100),
    .previous = GREY (100),
    .best = GREY (60),
    .warning = GREY (100),
    .status = { GREY (0), GREY (20), GREY (55), GREY (100) },
  },
};

/**
 * mer_chart_theme_get:
 * @variant: which style
 *
 * Returns: (transfer none): its colours, from the interface specification, chapter 2.
 * Any thread.
 */
const MerChartTheme *
mer_chart_theme_get (MerThemeVariant variant)
{
  return &themes[variant <= MER_THEME_PRINT ? variant : MER_THEME_LIGHT];
}
