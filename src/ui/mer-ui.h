/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What every program that shows these widgets does first (main(), widget tests): the
 * locale and its catalogue, the resources and the types that templates name. It may be
 * called again. */
void mer_ui_init (void);

/* Path of a template in the resources. */
#define MER_UI_RESOURCE(name) "/io/github/merilo/Merilo/ui/" name

G_END_DECLS
