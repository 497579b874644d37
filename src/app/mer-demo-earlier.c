/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An earlier year of the invented district, assessed by the edition of 2014: a dozen organizations,
 * questionnaires with five answers from bad to excellent, and what an expert gave for their sites.
 * Its rules are being looked through once more, while the results of 2021 stand approved. */

#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "app/mer-approval.h"
#include "app/mer-demo-private.h"
#include "app/mer-edit-rules.h"
#include "import/mer-importer.h"
#include "methodology/mer-methodology-edit.h"
#include "methodology/mer-methodology-xml.h"
#include "store/mer-evidence-typed.h"
#include "store/mer-registry-store.h"

#define YEAR 2016
#define EDITION "nok-2014-education"
#define EXPERT "протокол экспертной группы № 2"
/* Every so many of the organizations are assessed, by every so many of their later respondents. */
#define EVERY 3
#define SHARE 6
#define SHARE_ANSWERS 100
/* Without points, because the site could not be reached; and given them afterwards. */
#define NOT_REACHED "ДС «Родничок»"

static gboolean
is_assessed (const MerDemoOrganization *organizations,
             guint                      index)
{
  return index % EVERY == 0 && organizations[index].answers[0] > 0;
}

/* --- tables -------------------------------------------------------------------------------- */

/* The five answers stand from the worst to the best. */
static guint
choose_answer (const MerDemoOrganization *organization,
               guint                      n_options,
               MerDemoRandom             *random)
{
  guint drawn = mer_demo_random_below (random, SHARE_ANSWERS);
  guint best = n_options >= 5 ? 4 : 0;

  if (n_options < 5)
    return drawn < organization->satisfaction ? 0 : 1;
  if (drawn + 22 < organization->satisfaction)
    return best;
  if (drawn < organization->satisfaction)
    return best - 1;
  if (drawn + 4 >= SHARE_ANSWERS)
    return n_options - 1; /* cannot say */
  return drawn % 4 == 0 ? best - 3 : best - 2;
}

static void
add_answers (MerDemoTable              *table,
             const MerMethodology      *methodology,
             const MerDemoOrganization *organization,
             MerDemoRandom             *random)
{
  for (guint q = 0; q < methodology->questions->len; q++)
    {
      const MerQuestion *question = methodology->questions->pdata[q];
      guint              chosen = 0;

      if (!question->required)
        continue;
      chosen = choose_answer (organization, question->options->len, random);
      mer_demo_table_add (table, ((MerOption *) question->options->pdata[chosen])->text);
    }
}

static MerDemoTable *
survey_table (const MerMethodology *methodology)
{
  MerDemoTable              *table = mer_demo_table_new ();
  MerDemoRandom              random = { YEAR };
  guint                      n = 0;
  guint                      number = 0;
  const MerDemoOrganization *organizations = mer_demo_organizations (&n);

  mer_demo_table_add (table, "№ анкеты");
  mer_demo_table_add (table, "Наименование организации");
  mer_demo_table_add (table, "Дата заполнения");
  for (guint q = 0; q < methodology->questions->len; q++)
    {
      const MerQuestion *question = methodology->questions->pdata[q];

      if (question->required)
        mer_demo_table_add (table, question->text);
    }
  table->n_columns = table->cells->len;
  for (guint i = 0; i < n; i++)
    for (guint k = 0; is_assessed (organizations, i) && k < organizations[i].answers[0] / SHARE;
         k++)
      {
        g_autofree char *id = g_strdup_printf ("%u", ++number);
        g_autofree char *day = g_strdup_printf ("%02u.10.%d", 3 + k % 25, YEAR);

        mer_demo_table_add (table, id);
        mer_demo_table_add (table, organizations[i].name);
        mer_demo_table_add (table, day);
        add_answers (table, methodology, &organizations[i], &random);
      }
  return table;
}

/* Half a point less for each item that a site lacks. */
static char *
points_of (guint missing)
{
  guint halves = 20 - MIN (missing, 20);

  return g_strdup_printf (halves % 2 == 0 ? "%u" : "%u,5", halves / 2);
}

static MerDemoTable *
points_table (void)
{
  MerDemoTable              *table = mer_demo_table_new ();
  guint                      n = 0;
  const MerDemoOrganization *organizations = mer_demo_organizations (&n);

  mer_demo_table_add (table, "Организация");
  mer_demo_table_add (table, "1.1 Полнота и актуальность информации на сайте");
  mer_demo_table_add (table, "1.2 Сведения о педагогических работниках на сайте");
  table->n_columns = table->cells->len;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *whole = points_of (organizations[i].site_missing);
      g_autofree char *staff = points_of (organizations[i].stand_missing * 2);

      if (!is_assessed (organizations, i) || g_str_equal (organizations[i].name, NOT_REACHED))
        continue;
      mer_demo_table_add (table, organizations[i].name);
      mer_demo_table_add (table, whole);
      mer_demo_table_add (table, staff);
    }
  return table;
}

/* --- into the document --------------------------------------------------------------------- */

typedef struct
{
  MerMethodology *methodology; /* borrowed */
  gint64          cycle_id;
} Earlier;

static gint64
id_of (const GPtrArray *organizations,
       const char      *name)
{
  for (guint i = 0; i < organizations->len; i++)
    {
      const MerOrganization *organization = organizations->pdata[i];

      if (g_str_equal (organization->name, name))
        return organization->id;
    }
  return 0;
}

static gboolean
add_members (MerDocument *doc,
             Earlier     *self,
             GError     **error)
{
  guint                      n = 0;
  const MerDemoOrganization *demo = mer_demo_organizations (&n);
  g_autoptr (GPtrArray) organizations = mer_store_organizations (doc, error);

  for (guint i = 0; organizations != NULL && i < n; i++)
    {
      MerCycleMember member = { id_of (organizations, demo[i].name), -1, TRUE, NULL };

      if (member.organization_id == 0 || !is_assessed (demo, i))
        continue;
      member.recipients = demo[i].recipients * 9 / 10;
      if (!mer_store_save_member (doc, self->cycle_id, &member, error))
        return FALSE;
    }
  return organizations != NULL;
}

static gboolean
add_cycle (MerDocument *doc,
           Earlier     *self,
           GError     **error)
{
  g_autoptr (MerCycle) cycle = mer_cycle_new ("НОК 2016", YEAR);

  cycle->methodology_id = mer_store_add_methodology (doc, self->methodology, NULL, error);
  cycle->operator_name = g_strdup ("АНО «Ольховский мониторинг»");
  if (cycle->methodology_id == 0 || !mer_store_save_cycle (doc, cycle, error))
    return FALSE;
  self->cycle_id = cycle->id;
  return add_members (doc, self, error);
}

/* What the expert gave later, when the site could be reached, is typed in. */
static gboolean
type_points (MerDocument *doc,
             Earlier     *self,
             GError     **error)
{
  static const char *const given[][2] = { { "1.1", "7.5" }, { "1.2", "9" } };
  g_autoptr (GPtrArray) organizations = mer_store_organizations (doc, error);

  for (guint i = 0; organizations != NULL && i < G_N_ELEMENTS (given); i++)
    {
      MerTypedValue value = { .code = given[i][0], .value = given[i][1], .source = EXPERT };

      value.organization_id = id_of (organizations, NOT_REACHED);
      if (!mer_store_set_typed_point (doc, self->cycle_id, &value, error))
        return FALSE;
    }
  return organizations != NULL;
}

/* Whether «затрудняюсь ответить» is an answer was not settled at the time. */
static gboolean
begin_draft (MerDocument *doc,
             Earlier     *self,
             GError     **error)
{
  g_autoptr (MerMethodology) changed =
    mer_methodology_set_key (self->methodology, "hard-to-say", "blank", error);

  return changed != NULL && mer_edit_rules_change (doc, self->cycle_id, changed, error);
}

static gboolean
approve_first (MerDocument *doc,
               Earlier     *self,
               GError     **error)
{
  g_autoptr (GPtrArray) cycles = mer_store_cycles (doc, error);

  for (guint i = 0; cycles != NULL && i < cycles->len; i++)
    {
      const MerCycle *cycle = cycles->pdata[i];

      if (cycle->year == mer_demo_cycles[0].year)
        return mer_approve_results (doc, cycle->id, "протокол № 5 от 21.12.2021", error);
    }
  return FALSE;
}

typedef gboolean (*Step) (MerDocument *doc,
                          Earlier     *self,
                          GError     **error);

static gboolean
run_step (MerDocument *doc,
          const char  *label,
          Step         step,
          Earlier     *self,
          GError     **error)
{
  if (!mer_document_begin (doc, label, error))
    return FALSE;
  if (step (doc, self, error) && mer_document_commit_as_base (doc, error))
    return TRUE;
  mer_document_rollback (doc);
  return FALSE;
}

static gboolean
import (MerDocument        *doc,
        const Earlier      *self,
        const MerDemoTable *table,
        MerBatchKind        kind,
        const char         *folder,
        const char         *name,
        GError            **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *label = g_strdup_printf (_("Import of “%s”"), name);
  g_autoptr (MerImportOptions) options = mer_import_options_new (kind, path);
  g_autoptr (MerImportResult) result = NULL;

  options->cycle_id = self->cycle_id;
  if (!mer_demo_table_write_csv (table, path, TRUE, error))
    return FALSE;
  result = mer_import_run (doc, options, label, NULL, NULL, error);
  g_unlink (path);
  return result != NULL;
}

/**
 * mer_demo_add_earlier:
 * @doc: the example, its cycles filled and without an action under way
 * @folder: where the tables are written before they are imported
 * @error: return location
 *
 * Returns: %FALSE when it could not be added
 */
gboolean
mer_demo_add_earlier (MerDocument *doc,
                      const char  *folder,
                      GError     **error)
{
  g_autoptr (MerMethodology) methodology = mer_methodology_shipped (EDITION, error);
  Earlier self = { methodology, 0 };
  g_autoptr (MerDemoTable) survey = methodology != NULL ? survey_table (methodology) : NULL;
  g_autoptr (MerDemoTable) points = points_table ();
  const char *adding = _("Adding a cycle");
  const char *entry = _("Entry of an expert's points");
  const char *draft = _("Draft of the rules");
  const char *approval = _("Approval of results");

  return survey != NULL && run_step (doc, adding, add_cycle, &self, error) &&
         import (doc, &self, survey, MER_BATCH_SURVEY, folder, "Анкеты 2016.csv", error) &&
         import (doc, &self, points, MER_BATCH_POINTS, folder, "Оценки эксперта 2016.csv",
                 error) &&
         run_step (doc, entry, type_points, &self, error) &&
         run_step (doc, draft, begin_draft, &self, error) &&
         run_step (doc, approval, approve_first, &self, error);
}
