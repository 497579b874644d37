/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The invented district's list of organizations, as a department keeps it. */

#include "config.h"

#include "app/mer-demo-private.h"

static const char *const headers[] = {
  "Краткое наименование", "Полное наименование", "Вид", "ИНН", "ОГРН",
  "Адрес", "Сайт", "Руководитель", "Численность получателей услуг"
};

static const char *
kind_word (MerOrganizationKind kind)
{
  switch (kind)
    {
    case MER_ORGANIZATION_PRESCHOOL:
      return "Дошкольное";
    case MER_ORGANIZATION_GENERAL:
      return "Общее";
    case MER_ORGANIZATION_ADDITIONAL:
      return "Дополнительное";
    case MER_ORGANIZATION_VOCATIONAL:
      return "Профессиональное";
    case MER_ORGANIZATION_OTHER:
    default:
      return "Другое";
    }
}

/* Recipients grow by a few per cent from cycle to cycle. */
guint
mer_demo_recipients (const MerDemoOrganization *organization,
                     guint                      cycle)
{
  return organization->recipients * (cycle == MER_DEMO_LATEST ? 100 : 96) / 100;
}

static void
add_row (MerDemoTable              *table,
         const MerDemoOrganization *organization,
         guint                      cycle)
{
  gboolean         preschool = organization->kind == MER_ORGANIZATION_PRESCHOOL;
  g_autofree char *inn = mer_demo_inn (organization);
  g_autofree char *ogrn = mer_demo_ogrn (organization);
  g_autofree char *address = g_strdup_printf ("%s, %s", organization->locality,
                                              organization->street);
  g_autofree char *site = g_strdup_printf ("https://%s.example", organization->site);
  g_autofree char *recipients = g_strdup_printf ("%u", mer_demo_recipients (organization, cycle));

  mer_demo_table_add (table, organization->name);
  mer_demo_table_add (table, organization->full_name);
  mer_demo_table_add (table, kind_word (organization->kind));
  mer_demo_table_add (table, inn);
  mer_demo_table_add (table, ogrn);
  mer_demo_table_add (table, address);
  mer_demo_table_add (table, site);
  mer_demo_table_add (table, preschool ? "заведующий" : "директор");
  mer_demo_table_add (table, recipients);
}

/* Whether the department listed it at the time. */
static gboolean
is_listed (const MerDemoOrganization *organization,
           guint                      cycle)
{
  return cycle == MER_DEMO_LATEST ? !mer_demo_is_gone (organization)
                                  : organization->answers[cycle] > 0;
}

MerDemoTable *
mer_demo_organizations_table (guint cycle)
{
  MerDemoTable              *table = mer_demo_table_new ();
  guint                      n = 0;
  const MerDemoOrganization *organizations = mer_demo_organizations (&n);

  table->n_columns = G_N_ELEMENTS (headers);
  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    mer_demo_table_add (table, headers[i]);
  for (guint i = 0; i < n; i++)
    if (is_listed (&organizations[i], cycle))
      add_row (table, &organizations[i], cycle);
  return table;
}
