/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "methodology/mer-methodology.h"

G_BEGIN_DECLS

#define MER_METHODOLOGY_ERROR (mer_methodology_error_quark ())
GQuark mer_methodology_error_quark (void);
typedef enum
{
  MER_METHODOLOGY_ERROR_XML,     /* not well-formed, or it has entities */
  MER_METHODOLOGY_ERROR_SCHEMA,  /* does not fit the schema */
  MER_METHODOLOGY_ERROR_INVALID, /* fits, but contradicts itself */
  MER_METHODOLOGY_ERROR_UNKNOWN, /* no such shipped edition, policy or value */
} MerMethodologyError;

/* Parses and checks one methodology. Network, entities and DTDs are refused.
 * `name` names the text in messages («file.xml»). Any thread. */
MerMethodology *mer_methodology_from_xml (const char *text,
                                          gsize       length,
                                          const char *name,
                                          GError    **error);
/* All that is wrong with a file, a sentence each; empty when nothing is: (transfer full). */
GStrv mer_methodology_validate (const char *text,
                                gsize       length,
                                const char *name);
/* Canonical XML: parsing and writing it again gives the same bytes. */
char *mer_methodology_to_xml (const MerMethodology *self);

/* The shipped editions (GResource): ids, and one of them. */
const char *const *mer_methodology_shipped_ids (void);
MerMethodology    *mer_methodology_shipped (const char *id,
                                            GError    **error);

G_END_DECLS
