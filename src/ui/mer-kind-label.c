/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the window calls the kinds of organizations. */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/mer-kind-label.h"

const char *
mer_kind_label (MerOrganizationKind kind)
{
  switch (kind)
    {
    case MER_ORGANIZATION_PRESCHOOL:
      return C_("kind of organization", "Preschool");
    case MER_ORGANIZATION_GENERAL:
      return C_("kind of organization", "General");
    case MER_ORGANIZATION_ADDITIONAL:
      return C_("kind of organization", "Additional");
    case MER_ORGANIZATION_VOCATIONAL:
      return C_("kind of organization", "Vocational");
    case MER_ORGANIZATION_OTHER:
    default:
      return C_("kind of organization", "Other");
    }
}
