/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether the check digits of a taxpayer number (10 or 12 digits) are right. */
gboolean mer_inn_is_valid (const char *inn);
/* Whether the check digit of a registration number (13 or 15 digits) is right. */
gboolean mer_ogrn_is_valid (const char *ogrn);

G_END_DECLS
