/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The error domain of the store. */

#include "config.h"

#include "store/mer-document.h"

G_DEFINE_QUARK (mer-store-error-quark, mer_store_error)
