/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The document of the invented district. It is made as a user would make it: tables are
 * written as files and imported; only what has no import of its own is set directly. */

#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "app/mer-demo-private.h"
#include "app/mer-new-document.h"
#include "import/mer-importer.h"
#include "methodology/mer-methodology-xml.h"
#include "store/mer-mark-store.h"
#include "store/mer-registry-store.h"

typedef MerDemoTable *(*MakeTable) (const MerMethodology *methodology,
                                    guint                 cycle);

static MerDemoTable *
make_organizations (const MerMethodology *methodology,
                    guint                 cycle)
{
  return mer_demo_organizations_table (cycle);
}

/* In the order of their import. */
static const struct
{
  MerBatchKind kind;
  const char  *file;  /* base name of the files to import by hand */
  const char  *title; /* what the file is called in the document, before the year */
  MakeTable    make;
} tables[] = {
  { MER_BATCH_ORGANIZATIONS, "organizations", "Организации", make_organizations },
  { MER_BATCH_CHECKLIST, "checklist", "Чек-листы", mer_demo_checklist_table },
  { MER_BATCH_SURVEY, "survey", "Анкеты", mer_demo_survey_table },
};

/**
 * mer_demo_write_tables:
 * @folder: made when it is not there
 *
 * Writes organizations, checklist and survey of the latest cycle, each as .csv and .xlsx.
 *
 * Returns: %FALSE and error when a file cannot be written
 */
gboolean
mer_demo_write_tables (const char *folder,
                       GError    **error)
{
  g_autoptr (MerMethodology) methodology = mer_methodology_shipped (MER_DEFAULT_METHODOLOGY, error);
  g_autoptr (GFile) directory = g_file_new_for_path (folder);
  g_autoptr (GError) problem = NULL;

  if (methodology == NULL)
    return FALSE;
  if (!g_file_make_directory_with_parents (directory, NULL, &problem) &&
      !g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_EXISTS))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (MerDemoTable) table = tables[i].make (methodology, MER_DEMO_LATEST);
      g_autofree char *stem = g_build_filename (folder, tables[i].file, NULL);
      g_autofree char *csv = g_strconcat (stem, ".csv", NULL);
      g_autofree char *xlsx = g_strconcat (stem, ".xlsx", NULL);

      if (!mer_demo_table_write_csv (table, csv, FALSE, error) ||
          !mer_demo_table_write_xlsx (table, xlsx, tables[i].title, error))
        return FALSE;
    }
  return TRUE;
}

static const MerDemoOrganization *
find_demo (const char *name)
{
  guint                      n = 0;
  const MerDemoOrganization *organizations = mer_demo_organizations (&n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (organizations[i].name, name))
      return &organizations[i];
  return NULL;
}

/* Who is assessed in a cycle: exactly those with questionnaires. */
static gboolean
select_members (MerDocument *doc,
                guint        cycle,
                gint64       cycle_id,
                GError     **error)
{
  g_autoptr (GPtrArray) organizations = mer_store_organizations (doc, error);

  for (guint i = 0; organizations != NULL && i < organizations->len; i++)
    {
      const MerOrganization     *organization = g_ptr_array_index (organizations, i);
      const MerDemoOrganization *demo = find_demo (organization->name);
      MerCycleMember             member = { organization->id, -1, FALSE };

      if (demo == NULL)
        continue;
      member.recipients = mer_demo_recipients (demo, cycle);
      member.selected = demo->answers[cycle] > 0;
      if (!mer_store_save_member (doc, cycle_id, &member, error))
        return FALSE;
    }
  return organizations != NULL;
}

/* What of the survey did not come by file; the preliminary results do not have it yet. */
static gboolean
type_paper (MerDocument    *doc,
            MerMethodology *methodology,
            gint64          cycle_id,
            GPtrArray      *rows,
            GError        **error)
{
  if (!mer_document_begin (doc, _("Paper entry"), error))
    return FALSE;
  if (select_members (doc, MER_DEMO_LATEST, cycle_id, error) &&
      mer_demo_publish_preliminary (doc, cycle_id, error) &&
      mer_demo_fill_paper (doc, methodology, cycle_id, rows, error) &&
      mer_document_commit_as_base (doc, error))
    return TRUE;
  mer_document_rollback (doc);
  return FALSE;
}

/* Imports one table of a cycle through a file of its own. */
static gboolean
import_table (MerDocument    *doc,
              MerMethodology *methodology,
              const char     *folder,
              guint           which,
              guint           cycle,
              gint64          cycle_id,
              GError        **error)
{
  g_autoptr (MerDemoTable) table = tables[which].make (methodology, cycle);
  g_autoptr (GPtrArray) paper = NULL;
  g_autofree char *name = g_strdup_printf ("%s %d.csv", tables[which].title,
                                           mer_demo_cycles[cycle].year);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *label = g_strdup_printf (_("Import of “%s”"), name);
  g_autoptr (MerImportOptions) options = mer_import_options_new (tables[which].kind, path);
  g_autoptr (MerImportResult) result = NULL;

  options->cycle_id = cycle_id;
  options->create_organizations = tables[which].kind == MER_BATCH_ORGANIZATIONS;
  if (tables[which].kind == MER_BATCH_SURVEY && cycle == MER_DEMO_LATEST)
    paper = mer_demo_take_paper (table, methodology);
  if (!mer_demo_table_write_csv (table, path, cycle != MER_DEMO_LATEST, error))
    return FALSE;
  result = mer_import_run (doc, options, label, NULL, NULL, error);
  g_unlink (path);
  return result != NULL &&
         (paper == NULL || type_paper (doc, methodology, cycle_id, paper, error));
}

static gint64
add_cycle (MerDocument *doc,
           guint        cycle,
           GError     **error)
{
  g_autoptr (MerCycle) added = mer_cycle_new (mer_demo_cycles[cycle].title,
                                              mer_demo_cycles[cycle].year);

  added->methodology_id = mer_store_latest_methodology_id (doc);
  added->operator_name = g_strdup ("ООО «Центр оценки качества»");
  return mer_store_save_cycle (doc, added, error) ? added->id : 0;
}

/* Runs `step` as one action named `label`. */
typedef gboolean (*Step) (MerDocument *doc,
                          guint        cycle,
                          gint64      *cycle_id,
                          GError     **error);

static gboolean
run_step (MerDocument *doc,
          const char  *label,
          Step         step,
          guint        cycle,
          gint64      *cycle_id,
          GError     **error)
{
  if (!mer_document_begin (doc, label, error))
    return FALSE;
  /* the example is where its user begins, nothing of it is taken back */
  if (step (doc, cycle, cycle_id, error) && mer_document_commit_as_base (doc, error))
    return TRUE;
  mer_document_rollback (doc);
  return FALSE;
}

static gboolean
add_cycle_step (MerDocument *doc,
                guint        cycle,
                gint64      *cycle_id,
                GError     **error)
{
  *cycle_id = add_cycle (doc, cycle, error);
  return *cycle_id != 0;
}

static gboolean
select_step (MerDocument *doc,
             guint        cycle,
             gint64      *cycle_id,
             GError     **error)
{
  return select_members (doc, cycle, *cycle_id, error);
}

static gboolean
settings_step (MerDocument *doc,
               guint        cycle,
               gint64      *cycle_id,
               GError     **error)
{
  static const struct
  {
    const char *key;
    const char *value;
  } settings[] = {
    { "territory", "Верхнеольховского района" },
    { "department", "Управление образования администрации Верхнеольховского района" },
    { "signatory.post", "Начальник управления образования" },
    { "signatory.name", "А. Б. Ольховская" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    if (!mer_document_set_setting (doc, settings[i].key, settings[i].value, error))
      return FALSE;
  return TRUE;
}

/* The first of its kind that works goes on with its work. */
static gint64
find_successor (const GPtrArray *organizations,
                const char      *name,
                int              kind)
{
  for (guint i = 0; i < organizations->len; i++)
    {
      const MerOrganization     *organization = g_ptr_array_index (organizations, i);
      const MerDemoOrganization *demo = find_demo (organization->name);

      if (demo != NULL && !mer_demo_is_gone (demo) && (int) organization->kind == kind &&
          !g_str_equal (organization->name, name))
        return organization->id;
    }
  return 0;
}

/* Organizations that ended between the cycles. */
static gboolean
close_step (MerDocument *doc,
            guint        cycle,
            gint64      *cycle_id,
            GError     **error)
{
  g_autoptr (GPtrArray) organizations = mer_store_organizations (doc, error);

  for (guint i = 0; organizations != NULL && i < organizations->len; i++)
    {
      const MerOrganization     *organization = g_ptr_array_index (organizations, i);
      const MerDemoOrganization *demo = find_demo (organization->name);
      g_autoptr (MerOrganization) closed = NULL;

      if (demo == NULL || !mer_demo_is_gone (demo))
        continue;
      closed = mer_organization_dup (organization);
      closed->state = demo->kind == MER_ORGANIZATION_GENERAL ? MER_ORGANIZATION_CLOSED
                                                             : MER_ORGANIZATION_REORGANIZED;
      closed->state_day = g_strdup ("2022-08-31");
      closed->successor_id = find_successor (organizations, demo->name, (int) demo->kind);
      if (!mer_store_save_organization (doc, closed, error))
        return FALSE;
    }
  return organizations != NULL;
}

static gboolean
is_rural (const MerDemoOrganization *demo)
{
  return !g_str_equal (demo->locality, "с. Верхняя Ольховка");
}

static gboolean
comments_step (MerDocument *doc,
               guint        cycle,
               gint64      *cycle_id,
               GError     **error)
{
  return mer_demo_read_comments (doc, *cycle_id, error);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  const gint64 *left = a;
  const gint64 *right = b;

  return (*left > *right) - (*left < *right);
}

static gboolean
group_step (MerDocument *doc,
            guint        cycle,
            gint64      *cycle_id,
            GError     **error)
{
  g_autoptr (GPtrArray) organizations = mer_store_organizations (doc, error);
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (MerGroup) group = g_new0 (MerGroup, 1);

  for (guint i = 0; organizations != NULL && i < organizations->len; i++)
    {
      const MerOrganization     *organization = g_ptr_array_index (organizations, i);
      const MerDemoOrganization *demo = find_demo (organization->name);

      if (demo != NULL && is_rural (demo))
        g_array_append_val (members, organization->id);
    }
  g_array_sort (members, compare_ids);
  group->name = g_strdup ("Вне районного центра");
  group->members = g_steal_pointer (&members);
  return organizations != NULL && mer_store_save_group (doc, group, error);
}

/* Who went to see each organization, and when: five a day. */
static gboolean
visits_step (MerDocument *doc,
             guint        cycle,
             gint64      *cycle_id,
             GError     **error)
{
  static const char *const inspectors[] = { "Сосновская Е. Н.", "Луговой П. И.",
                                            "Ручьёва М. А." };
  g_autoptr (MerMarkTable) marks = mer_store_mark_table (doc, *cycle_id, error);
  g_autoptr (GPtrArray) organizations = marks != NULL ? mer_store_organizations (doc, error) : NULL;
  guint n = 0;

  for (guint i = 0; organizations != NULL && i < organizations->len; i++)
    {
      const MerOrganization *organization = g_ptr_array_index (organizations, i);
      g_autofree char       *inspector = NULL;
      g_autofree char       *day = NULL;
      MerMarkNote            note = { organization->id, 0, NULL, NULL, NULL, NULL };

      if (mer_mark_table_row (marks, organization->id) == NULL)
        continue;
      inspector = g_strdup (inspectors[n % G_N_ELEMENTS (inspectors)]);
      day = g_strdup_printf ("%d-10-%02u", mer_demo_cycles[cycle].year, 7 + n / 5);
      note.inspector = inspector;
      note.day = day;
      n++;
      if (!mer_store_save_mark_note (doc, *cycle_id, &note, error))
        return FALSE;
    }
  return organizations != NULL;
}

static gboolean
objections_step (MerDocument *doc,
                 guint        cycle,
                 gint64      *cycle_id,
                 GError     **error)
{
  return mer_demo_enter_objections (doc, *cycle_id, error);
}

static gboolean
selection_step (MerDocument *doc,
                guint        cycle,
                gint64      *cycle_id,
                GError     **error)
{
  return mer_demo_enter_selection (doc, cycle, *cycle_id, error);
}

static gboolean
earlier_step (MerDocument *doc,
              guint        cycle,
              gint64      *cycle_id,
              GError     **error)
{
  return mer_demo_enter_earlier (doc, error);
}

static gboolean
council_step (MerDocument *doc,
              guint        cycle,
              gint64      *cycle_id,
              GError     **error)
{
  return mer_demo_add_council (doc, *cycle_id, error);
}

static gboolean
work_plan_step (MerDocument *doc,
                guint        cycle,
                gint64      *cycle_id,
                GError     **error)
{
  return mer_demo_enter_work_plan (doc, cycle, *cycle_id, error);
}

static gboolean
publications_step (MerDocument *doc,
                   guint        cycle,
                   gint64      *cycle_id,
                   GError     **error)
{
  return mer_demo_enter_publications (doc, *cycle_id, error);
}

static gboolean
plans_step (MerDocument *doc,
            guint        cycle,
            gint64      *cycle_id,
            GError     **error)
{
  return mer_demo_make_plans (doc, cycle, *cycle_id, error);
}

static gboolean
operator_step (MerDocument *doc,
               guint        cycle,
               gint64      *cycle_id,
               GError     **error)
{
  return mer_demo_enter_operator (doc, *cycle_id, error);
}

static gboolean
issued_step (MerDocument *doc,
             guint        cycle,
             gint64      *cycle_id,
             GError     **error)
{
  return mer_demo_issue_documents (doc, *cycle_id, error);
}

/* What is kept besides scores of the cycle that the demo plays in. */
static gboolean
fill_latest (MerDocument *doc,
             gint64      *cycle_id,
             GError     **error)
{
  /* clang-format off */
  static const struct
  {
    const char *label;
    gboolean (*step) (MerDocument *doc, guint cycle, gint64 *cycle_id, GError **error);
  } steps[] = {
    { N_("Work plan from a sample"), work_plan_step },
    { N_("Council"), council_step },
    { N_("Publications"), publications_step },
    { N_("Work of the operator"), operator_step },
    { N_("Issuing a document"), issued_step },
  };
  /* clang-format on */

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (!run_step (doc, _(steps[i].label), steps[i].step, MER_DEMO_LATEST, cycle_id, error))
      return FALSE;
  return TRUE;
}

static gboolean
fill_cycle (MerDocument    *doc,
            MerMethodology *methodology,
            const char     *folder,
            guint           cycle,
            GError        **error)
{
  gint64 cycle_id = 0;

  if (!run_step (doc, _("Adding a cycle"), add_cycle_step, cycle, &cycle_id, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (!import_table (doc, methodology, folder, i, cycle, cycle_id, error))
      return FALSE;
  if (cycle == MER_DEMO_LATEST &&
      !run_step (doc, _("Themes of comments"), comments_step, cycle, &cycle_id, error))
    return FALSE;
  if (!run_step (doc, _("Selection of organizations"), select_step, cycle, &cycle_id, error))
    return FALSE;
  if (!run_step (doc, _("Visits to organizations"), visits_step, cycle, &cycle_id, error))
    return FALSE;
  if (!run_step (doc, _("Schedule of assessments"), selection_step, cycle, &cycle_id, error))
    return FALSE;
  if (cycle == MER_DEMO_LATEST &&
      (!mer_demo_add_evidence (doc, folder, cycle_id, error) ||
       !run_step (doc, _("Objections"), objections_step, cycle, &cycle_id, error)))
    return FALSE;
  if (cycle == MER_DEMO_LATEST && !fill_latest (doc, &cycle_id, error))
    return FALSE;
  return run_step (doc, _("Making improvement plans"), plans_step, cycle, &cycle_id, error);
}

static gboolean
between_cycles (MerDocument *doc,
                GError     **error)
{
  gint64 none = 0;

  if (!run_step (doc, _("Closing of organizations"), close_step, 0, &none, error))
    return FALSE;
  return run_step (doc, _("Earlier assessments"), earlier_step, 0, &none, error);
}

static gboolean
fill (MerDocument    *doc,
      MerMethodology *methodology,
      const char     *folder,
      GError        **error)
{
  gint64 none = 0;

  if (!run_step (doc, _("Department"), settings_step, 0, &none, error))
    return FALSE;
  for (guint cycle = 0; cycle < MER_DEMO_N_CYCLES; cycle++)
    {
      if (cycle == MER_DEMO_LATEST && !between_cycles (doc, error))
        return FALSE;
      if (!fill_cycle (doc, methodology, folder, cycle, error))
        return FALSE;
    }
  return run_step (doc, _("Group of organizations"), group_step, 0, &none, error) &&
                   mer_demo_add_earlier (doc, folder, error);
}

/**
 * mer_demo_document:
 * @path: where; there must be no file yet
 *
 * Returns: (transfer full): the open document; %NULL and error, and no file, when it cannot
 *   be made
 */
MerDocument *
mer_demo_document (const char *path,
                   GError    **error)
{
  g_autoptr (MerMethodology) methodology = mer_methodology_shipped (MER_DEFAULT_METHODOLOGY, error);
  g_autoptr (MerDocument) doc = NULL;
  g_autofree char *folder = NULL;
  gboolean         filled = FALSE;

  if (methodology == NULL)
    return NULL;
  doc = mer_new_document (path, "Верхнеольховский район", NULL, error);
  if (doc == NULL)
    return NULL;
  folder = g_dir_make_tmp ("merilo-demo-XXXXXX", error);
  if (folder != NULL)
    {
      filled = fill (doc, methodology, folder, error);
      g_rmdir (folder);
    }
  if (filled)
    return g_steal_pointer (&doc);
  g_clear_object (&doc);
  g_unlink (path);
  return NULL;
}
