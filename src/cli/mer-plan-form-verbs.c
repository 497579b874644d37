/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli plan form, read: the form goes out to be filled in or signed, and comes back. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-plan-form.h"
#include "app/mer-report-source.h"
#include "cli/mer-plan-verbs.h"

/* --- out ------------------------------------------------------------------------------------- */

static gboolean
write_workbook (MerDocument *doc,
                gint64       cycle_id,
                gint64       organization,
                const char  *path,
                GError     **error)
{
  g_autoptr (MerPlanBook) book = mer_plans_load (doc, cycle_id, error);
  g_autoptr (MerTemplate) form = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char    *department = mer_document_get_setting (doc, "department");
  const MerPlanSheet *sheet = NULL;

  if (book == NULL)
    return FALSE;
  if (organization != 0)
    sheet = mer_plan_book_sheet (book, organization);
  if (organization != 0 && (sheet == NULL || sheet->plan == NULL))
    {
      g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND,
                   _("“%s” has no plan in the cycle “%s” yet."),
                      mer_plan_book_organization (book, organization)->name,
                      book->facts.cycle->title);
      return FALSE;
    }
  form = mer_plan_form_new (book, sheet, mer_document_get_language (doc), department);
  bytes = mer_template_render (form, error);
  return bytes != NULL && mer_report_save (bytes, path, error);
}

static gboolean
write_document (MerDocument *doc,
                gint64       cycle_id,
                gint64       organization,
                const char  *kind,
                const char  *path,
                GError     **error)
{
  g_autoptr (MerResults) results = mer_results_load (doc, cycle_id, MER_RESULTS_AS_RULED, error);
  g_autoptr (GArray) only = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (MerReportSource) source = NULL;

  if (results == NULL)
    return FALSE;
  source = mer_report_source_new (doc, kind, results);
  if (organization != 0)
    {
      g_array_append_val (only, organization);
      mer_report_source_input (source)->organizations = only;
    }
  return mer_report_write (kind, mer_report_source_input (source), path, error);
}

static MerExit
write_each (MerDocument *doc,
            gint64       cycle_id,
            const char  *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerPlanBook) book = mer_plans_load (doc, cycle_id, &error);
  guint n = 0;

  if (book == NULL || !mer_plan_forms_write (doc, book, NULL, folder, &n, &error))
    return mer_cli_fail (error);
  mer_cli_print ("forms: %u\n", n);
  return MER_EXIT_DONE;
}

static gboolean
is_workbook (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ".xlsx");
}

MerExit
mer_plan_write_form (const MerCliCall *call,
                     int               argc,
                     char            **argv)
{
  g_autofree char *cycle = NULL;
  gboolean         all = FALSE;
  gboolean         each = FALSE;
  gint64           cycle_id = 0;
  gint64           organization = 0;
  gboolean         municipal = FALSE;
  gboolean         done = FALSE;
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;
  /* clang-format off */
  const GOptionEntry options[] = {
    { "cycle", 0, 0, G_OPTION_ARG_FILENAME, &cycle, N_("Cycle; the latest by default"), "ID" },
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, N_("Of all organizations"), NULL },
    { "each", 0, 0, G_OPTION_ARG_NONE, &each,
      N_("A workbook for each organization, in the folder that is named"), NULL },
    { NULL },
  };
  /* clang-format on */

  if (!mer_cli_parse (&call->command, options, &argc, &argv, 2, 3) ||
      !mer_cli_parse_id (&call->command, cycle, &cycle_id))
    return MER_EXIT_USAGE;
  all = all || each;
  if ((argc == 3) != all)
    return mer_cli_usage (&call->command, "%s", _("Name an organization, or say --all."));
  if (!all && !mer_cli_check_text (&call->command, argv[2]))
    return MER_EXIT_USAGE;
  municipal = !all && g_str_equal (argv[2], "-");
  doc = mer_document_open (argv[1], MER_OPEN_READ_ONLY, &error);
  if (doc == NULL || !mer_plan_find_organization (doc, all || municipal ? NULL : argv[2],
                                                  &organization, &error))
    return mer_cli_fail (error);
  if (each)
    return write_each (doc, cycle_id, argv[argc - 1]);
  if (is_workbook (argv[argc - 1]))
    done = write_workbook (doc, cycle_id, organization, argv[argc - 1], &error);
  else
    done = write_document (doc, cycle_id, organization, municipal ? "plan-municipal" : "plan",
                           argv[argc - 1], &error);
  return done ? MER_EXIT_DONE : mer_cli_fail (error);
}

/* --- in -------------------------------------------------------------------------------------- */

/* Keywords, never translated. */
static const char *
answer_of (const MerFormChange *change)
{
  if (change->kind == MER_FORM_MISSING)
    return change->taken ? "dropped" : "stays";
  return change->taken ? "taken" : "not taken";
}

static void
print_changes (const MerPlanReading *reading)
{
  for (guint i = 0; i < reading->changes->len; i++)
    {
      const MerFormChange *change = reading->changes->pdata[i];

      if (change->doubt == NULL)
        continue;
      if (change->row > 0)
        /* Translators: file, row, sentences. */
        mer_cli_print (_("%s, row %d: %s"), change->file, (int) change->row, change->doubt);
      else
        mer_cli_print ("%s: %s", change->file, change->doubt);
      mer_cli_print (" [%s]\n", answer_of (change));
    }
}

static void
print_reading (const MerPlanReading *reading,
               guint                 n_versions)
{
  mer_cli_print ("changed: %u\nadded: %u\nunchanged: %u\nrefused: %u\n", reading->changed,
                 reading->added, reading->unchanged, reading->refused);
  mer_cli_print ("doubtful: %u\nmissing: %u\ndropped: %u\nversions: %u\n", reading->doubtful,
                 reading->missing, reading->dropped, n_versions);
  print_changes (reading);
  for (guint i = 0; i < reading->problems->len; i++)
    mer_cli_print ("%s\n", (const char *) reading->problems->pdata[i]);
}

static MerExit
store (MerDocument    *doc,
       MerPlanReading *reading,
       gboolean        dry_run)
{
  g_autoptr (GError) error = NULL;
  MerExit status = MER_EXIT_DONE;
  guint   n_versions = 0;

  if (!dry_run && reading->changed + reading->added + reading->dropped > 0)
    {
      if (!mer_document_begin (doc, _("Reading the form of a plan"), &error))
        return mer_cli_fail (error);
      status = mer_cli_finish (doc, mer_plan_reading_apply (reading, doc, &n_versions, &error),
                               &error);
    }
  if (status != MER_EXIT_DONE)
    return status;
  print_reading (reading, n_versions);
  return reading->refused + reading->doubtful + reading->unread > 0 ? MER_EXIT_SOME_REJECTED
                                                                    : MER_EXIT_DONE;
}

typedef struct
{
  char    *cycle;
  char    *name;
  char    *sheet;
  gboolean dry_run;
  gboolean doubtful;
  gboolean missing;
  gint64   cycle_id;
} ReadOptions;

static void
read_options_clear (ReadOptions *self)
{
  g_free (self->cycle);
  g_free (self->name);
  g_free (self->sheet);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ReadOptions, read_options_clear)

static gboolean
parse_read (const MerCliCall *call,
            ReadOptions      *self,
            int              *argc,
            char           ***argv)
{
  /* clang-format off */
  const GOptionEntry options[] = {
    { "cycle", 0, 0, G_OPTION_ARG_FILENAME, &self->cycle, N_("Cycle; the latest by default"),
      "ID" },
    { "organization", 0, 0, G_OPTION_ARG_FILENAME, &self->name,
      N_("Whose plan rows without a code belong to"), "NAME" },
    { "sheet", 0, 0, G_OPTION_ARG_FILENAME, &self->sheet, N_("Sheet by name or number"), "NAME" },
    { "take-doubtful", 0, 0, G_OPTION_ARG_NONE, &self->doubtful,
      N_("Take rows that are in doubt as well"), NULL },
    { "drop-missing", 0, 0, G_OPTION_ARG_NONE, &self->missing,
      N_("Drop items whose rows are not in the form"), NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &self->dry_run, N_("Only say what would be done"),
      NULL },
    { NULL },
  };
  /* clang-format on */

  if (!mer_cli_parse (&call->command, options, argc, argv, 2, G_MAXINT))
    return FALSE;
  if (self->sheet != NULL && *argc > 3)
    {
      mer_cli_usage (&call->command, "%s", _("--sheet is for one file."));
      return FALSE;
    }
  return mer_cli_parse_id (&call->command, self->cycle, &self->cycle_id) &&
         mer_cli_check_text (&call->command, self->name) &&
         mer_cli_check_text (&call->command, self->sheet);
}

/* Of one file a sheet may be named; what cannot be read of several does not stop the others. */
static MerPlanReading *
read_files (MerPlanBook              *book,
            const ReadOptions        *options,
            const MerPlanFormOptions *form,
            char                    **files,
            guint                     n,
            GError                  **error)
{
  MerTableOptions         table = { .path = files[0], .sheet = options->sheet };
  g_autofree const char **paths = g_new0 (const char *, n + 1);

  if (n == 1)
    return mer_plan_form_read (book, &table, form, error);
  for (guint i = 0; i < n; i++)
    paths[i] = files[i];
  return mer_plan_forms_read (book, paths, form, error);
}

MerExit
mer_plan_read_form (const MerCliCall *call,
                    int               argc,
                    char            **argv)
{
  g_auto (ReadOptions) options = { 0 };
  MerPlanFormOptions form = { .elsewhere = mer_plan_form_elsewhere };
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;
  g_autoptr (MerPlanBook) book = NULL;
  g_autoptr (MerPlanReading) reading = NULL;

  if (!parse_read (call, &options, &argc, &argv))
    return MER_EXIT_USAGE;
  doc = mer_document_open (argv[1], options.dry_run ? MER_OPEN_READ_ONLY : MER_OPEN_READ_WRITE,
                           &error);
  if (doc == NULL || !mer_plan_find_organization (doc, options.name, &form.organization, &error))
    return mer_cli_fail (error);
  book = mer_plans_load (doc, options.cycle_id, &error);
  form.language = mer_document_get_language (doc);
  form.data = doc;
  if (book != NULL)
    reading = read_files (book, &options, &form, argv + 2, (guint) argc - 2, &error);
  if (reading == NULL)
    return mer_cli_fail (error);
  mer_plan_reading_take (reading, options.doubtful, options.missing);
  return store (doc, reading, options.dry_run);
}
