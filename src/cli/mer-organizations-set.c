/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli organizations set: one field of an organization as KEY=VALUE. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/mer-find-organization.h"
#include "cli/mer-organizations-private.h"
#include "core/mer-day.h"
#include "core/mer-registry-number.h"

static gboolean
refuse (MerExit    *status,
        const char *key,
        const char *value)
{
  *status = mer_cli_usage (&mer_command_organizations, _("“%s” is not a value of “%s”."), value,
                                                          key);
  return FALSE;
}

static char **
text_field (MerOrganization *organization,
            const char      *key)
{
  const struct
  {
    const char *key;
    char      **field;
  } fields[] = {
    { "name", &organization->name },
    { "full-name", &organization->full_name },
    { "inn", &organization->inn },
    { "ogrn", &organization->ogrn },
    { "address", &organization->address },
    { "site", &organization->site },
    { "bus-gov-id", &organization->bus_gov_id },
    { "head", &organization->head },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (g_str_equal (fields[i].key, key))
        return fields[i].field;
    }
  return NULL;
}

static gboolean
set_text (char      **field,
          const char *key,
          const char *value,
          MerExit    *status)
{
  if (*value == '\0' && g_str_equal (key, "name"))
    return refuse (status, key, value);
  if (*value != '\0' && ((g_str_equal (key, "inn") && !mer_inn_is_valid (value)) ||
                         (g_str_equal (key, "ogrn") && !mer_ogrn_is_valid (value))))
    return refuse (status, key, value);
  g_free (*field);
  *field = *value != '\0' ? g_strdup (value) : NULL;
  return TRUE;
}

/* Another organization, or none. */
static gboolean
set_other (MerDocument *doc,
           gint64      *id,
           const char  *value,
           MerExit     *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerOrganization) other = NULL;

  if (*value != '\0')
    {
      other = mer_find_organization (doc, value, &error);
      if (other == NULL)
        {
          *status = mer_cli_fail (error);
          return FALSE;
        }
    }
  *id = other != NULL ? other->id : 0;
  return TRUE;
}

static gboolean
set_state_day (MerOrganization *organization,
               const char      *value,
               MerExit         *status)
{
  char *day = *value != '\0' ? mer_day_parse (value) : NULL;

  if (day == NULL && *value != '\0')
    return refuse (status, "state-day", value);
  g_free (organization->state_day);
  organization->state_day = day;
  return TRUE;
}

static gboolean
set_word (MerOrganization *organization,
          const char      *key,
          const char      *value,
          MerExit         *status)
{
  if (g_str_equal (key, "kind"))
    return mer_organization_kind_from_code (value, &organization->kind) ||
           refuse (status, key, value);
  if (g_str_equal (key, "state"))
    return mer_organization_state_from_code (value, &organization->state) ||
           refuse (status, key, value);
  if (g_str_equal (key, "historic-building"))
    {
      organization->historic_building = g_str_equal (value, "yes");
      return g_str_equal (value, "yes") || g_str_equal (value, "no") ||
             refuse (status, key, value);
    }
  *status = mer_cli_usage (&mer_command_organizations, _("An organization has no “%s”."), key);
  return FALSE;
}

gboolean
mer_cli_set_field (MerDocument     *doc,
                   MerOrganization *organization,
                   const char      *pair,
                   MerExit         *status)
{
  const char      *equals = strchr (pair, '=');
  g_autofree char *key = NULL;
  char           **field;

  if (equals == NULL || equals == pair)
    {
      *status = mer_cli_usage (&mer_command_organizations, _("“%s” is not of the form KEY=VALUE."),
                                                              pair);
      return FALSE;
    }
  key = g_strndup (pair, (gsize) (equals - pair));
  field = text_field (organization, key);
  if (field != NULL)
    return set_text (field, key, equals + 1, status);
  if (g_str_equal (key, "parent"))
    return set_other (doc, &organization->parent_id, equals + 1, status);
  if (g_str_equal (key, "successor"))
    return set_other (doc, &organization->successor_id, equals + 1, status);
  if (g_str_equal (key, "state-day"))
    return set_state_day (organization, equals + 1, status);
  return set_word (organization, key, equals + 1, status);
}
