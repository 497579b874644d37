/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What kinds and states of organizations are called in a document's language. */
#include "config.h"

#include "core/mer-organization-words.h"

/**
 * mer_organization_kind_words:
 * @language: of the text
 * @kind: a kind of organization
 *
 * Returns: (transfer none): «Дошкольная»; the import understands it
 */
const char *
mer_organization_kind_words (MerLanguage         language,
                             MerOrganizationKind kind)
{
  switch (kind)
    {
    case MER_ORGANIZATION_PRESCHOOL:
      return mer_trc (language, "kind of organization", "Preschool");
    case MER_ORGANIZATION_GENERAL:
      return mer_trc (language, "kind of organization", "General");
    case MER_ORGANIZATION_ADDITIONAL:
      return mer_trc (language, "kind of organization", "Additional");
    case MER_ORGANIZATION_VOCATIONAL:
      return mer_trc (language, "kind of organization", "Vocational");
    case MER_ORGANIZATION_OTHER:
    default:
      return mer_trc (language, "kind of organization", "Other");
    }
}

/**
 * mer_organization_state_words:
 * @language: of the text
 * @state: a state of an organization
 *
 * Returns: (transfer none): «Действует»; the import understands it
 */
const char *
mer_organization_state_words (MerLanguage          language,
                              MerOrganizationState state)
{
  switch (state)
    {
    case MER_ORGANIZATION_REORGANIZED:
      return mer_trc (language, "state of organization", "Reorganized");
    case MER_ORGANIZATION_CLOSED:
      return mer_trc (language, "state of organization", "Closed");
    case MER_ORGANIZATION_WORKING:
    default:
      return mer_trc (language, "state of organization", "Working");
    }
}
