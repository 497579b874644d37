/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "core/mer-language.h"
#include "methodology/mer-methodology.h"

G_BEGIN_DECLS

typedef struct
{
  const char *family;
  double      size; /* in units of the cairo context */
  gboolean    bold;
} MerTextStyle;

typedef enum
{
  MER_TEXT_LEFT,
  MER_TEXT_CENTRE,
  MER_TEXT_RIGHT,
} MerTextAlign;

/* Draws many short texts in a few styles. Lives on one thread, for one painting or
 * for many: what it has once shaped it keeps. */
typedef struct _MerText MerText;

MerText *mer_text_new (void);
/* For pages: measures without rounding to pixels, so that every device sees the same lines. */
MerText *mer_text_new_for_paper (void);
/* (transfer full) */
void mer_text_free (MerText *self);

/* Call before drawing into another context: takes over its font options and scale. */
void mer_text_begin (MerText *self,
                     cairo_t *cr);

/* (transfer full): shaped text; `width` ≤ 0: one line without limit, else wrapped. */
PangoLayout *mer_text_layout (MerText            *self,
                              const MerTextStyle *style,
                              const char         *text,
                              double              width);
/* Width of one line. */
double mer_text_width (MerText            *self,
                       const MerTextStyle *style,
                       const char         *text);
/* Height of one line. */
double mer_text_line_height (MerText            *self,
                             const MerTextStyle *style);

/* Draws one line in the current source; (x, y) is the middle of its left edge, middle
 * or right edge as `align` says. `width` > 0: elided in the middle to fit. */
void mer_text_show (MerText            *self,
                    cairo_t            *cr,
                    const MerTextStyle *style,
                    const char         *text,
                    double              x,
                    double              y,
                    MerTextAlign        align,
                    double              width);

/* The quick way for numbers: add them while the style is the same, then draw them all. */
gboolean mer_text_add_number (MerText            *self,
                              const MerTextStyle *style,
                              const char         *text,
                              double              x,
                              double              y,
                              MerTextAlign        align,
                              double              limit);
/* Draws the numbers that wait, in the current source. */
void mer_text_flush (MerText *self,
                     cairo_t *cr);

/* How a criterion is printed: «К1» with a Cyrillic letter in Russian, else "K1". */
const char *mer_chart_criterion_label (MerLanguage         language,
                                       const MerCriterion *criterion);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerText, mer_text_free)

G_END_DECLS
