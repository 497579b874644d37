/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Compares with tests/data/golden/NAME. MER_UPDATE_GOLDEN=1 writes the file instead: look
 * at the difference before committing it. */
void mer_test_golden (const char *name,
                      const char *text);

G_END_DECLS
