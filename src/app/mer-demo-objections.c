/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two objections of the demo district: one that was rejected, one that waits for its decision. */
#include "config.h"

#include "app/mer-demo-private.h"
#include "app/mer-objections.h"

static const struct
{
  const char       *organization;
  const char       *subject;
  const char       *received;
  const char       *ground;
  MerObjectionState state;
  const char       *decision;
  const char       *decided;
} made[] = {
  { "Подгорновская ООШ", "K3", "2024-11-25",
    "Школа в здании 1913 года постройки, пандус установить нельзя. Просим пересчитать критерий.",
    MER_OBJECTION_REJECTED, "Балл следует из отметок чек-листа, они подтверждены при посещении",
    "2024-12-02" },
  { "ДС «Радуга»", "3.1", "2024-11-29", "Поручни и пандус у второго входа установлены в октябре.",
    MER_OBJECTION_OPEN, NULL, NULL },
};

static gint64
find_organization (GPtrArray  *organizations,
                   const char *name)
{
  for (guint i = 0; i < organizations->len; i++)
    {
      const MerOrganization *organization = g_ptr_array_index (organizations, i);

      if (g_str_equal (organization->name, name))
        return organization->id;
    }
  return 0;
}

gboolean
mer_demo_enter_objections (MerDocument *doc,
                           gint64       cycle_id,
                           GError     **error)
{
  g_autoptr (GPtrArray) organizations = mer_store_organizations (doc, error);

  for (guint i = 0; organizations != NULL && i < G_N_ELEMENTS (made); i++)
    {
      g_autoptr (MerObjection) objection = mer_objection_new (made[i].subject, made[i].ground);
      MerObjectionDecision decision = { .state = made[i].state,
                                        .decision = made[i].decision,
                                        .day = made[i].decided };

      objection->cycle_id = cycle_id;
      objection->organization_id = find_organization (organizations, made[i].organization);
      objection->received = g_strdup (made[i].received);
      if (objection->organization_id == 0)
        continue;
      if (!mer_objection_enter (doc, objection, error))
        return FALSE;
      decision.objection_id = objection->id;
      if (made[i].state != MER_OBJECTION_OPEN && !mer_objection_decide (doc, &decision, error))
        return FALSE;
    }
  return organizations != NULL;
}
