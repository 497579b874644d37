/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The verbs that all commands of records have. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/mer-cli-records-private.h"
#include "cycle/mer-record-kinds.h"
#include "cycle/mer-work-order.h"
#include "store/mer-record-store.h"
#include "store/mer-store-error.h"

#define MOST_ARGUMENTS 1000

typedef struct
{
  char                *cycle;
  char                *format;
  gboolean             json;
  const MerRecordKind *kind;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->cycle);
  g_free (self->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

#define CYCLE_OPTION(given)                               \
  {                                                       \
    "cycle", 0, 0, G_OPTION_ARG_FILENAME, &(given).cycle, \
      N_("Cycle; the latest by default"), "ID"           \
  }

static gboolean
check_texts (const MerCliCall *call,
             int               argc,
             char            **argv)
{
  return mer_cli_check_texts (&call->command, (const char *const *) argv, (guint) argc);
}

/* --- list ------------------------------------------------------------------------------------ */

/* Keeps the records whose values are those of KEY=VALUE. */
static gboolean
filter (MerDocument *doc,
        GPtrArray   *records,
        MerRecord   *wanted,
        const char  *argument,
        GError     **error)
{
  const char      *value = NULL;
  const MerField  *field = mer_cli_records_split (wanted->kind, argument, &value, error);
  char            *arguments[] = { (char *) (gsize) argument };
  g_autofree char *text = NULL;

  if (field == NULL || !mer_cli_records_assign (doc, wanted, 1, arguments, error))
    return FALSE;
  text = mer_record_to_string (wanted, field);
  for (guint i = records->len; i > 0; i--)
    {
      g_autofree char *other = mer_record_to_string (records->pdata[i - 1], field);

      if (!g_str_equal (text, other))
        g_ptr_array_remove_index (records, i - 1);
    }
  return TRUE;
}

static MerExit
print_list (const MerCliCall *call,
            MerDocument      *doc,
            const Options    *given,
            gint64            cycle_id,
            char            **filters)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = mer_store_records (doc, given->kind, cycle_id, &error);
  g_autoptr (GPtrArray) ordered = NULL;
  g_autoptr (MerRecord) wanted = mer_record_new (given->kind, cycle_id);

  if (records == NULL)
    return mer_cli_fail (error);
  for (guint i = 0; filters[i] != NULL; i++)
    if (!filter (doc, records, wanted, filters[i], &error))
      return mer_cli_records_fail (call, error);
  if (given->kind == &mer_record_work_item)
    ordered = mer_work_items_in_order (records);
  return mer_cli_records_print (doc, given->kind, ordered != NULL ? ordered : records,
                                given->json);
}

static MerExit
run_list (const MerCliCall *call,
          int               argc,
          char            **argv)
{
  g_auto (Options) given = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;
  gint64             cycle_id = 0;
  MerExit            status = MER_EXIT_USAGE;
  const GOptionEntry options[] = {
    CYCLE_OPTION (given),
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &given.format, N_("Form of the output"), "csv|json" },
      { NULL },
    };

  if (!mer_cli_parse (&call->command, options, &argc, &argv, 1, MOST_ARGUMENTS) ||
      !mer_cli_parse_format (&call->command, given.format, &given.json))
    return MER_EXIT_USAGE;
  given.kind = mer_cli_records_take_kind (call, &argc, argv);
  argv[argc] = NULL;
  if (argc > 2 && strchr (argv[2], '=') == NULL)
    return mer_cli_records_no_kind (call, argv[2]);
  doc = mer_document_open (argv[1], MER_OPEN_READ_ONLY, &error);
  if (doc == NULL)
    return mer_cli_fail (error);
  if (!mer_cli_records_cycle_of_kind (call, doc, given.kind, given.cycle, &cycle_id, &status))
    return status;
  return print_list (call, doc, &given, cycle_id, argv + 2);
}

/* --- add and set ----------------------------------------------------------------------------- */

static MerExit
save (MerDocument *doc,
      MerRecord   *record,
      const char  *label_format,
      gboolean     print)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = g_strdup_printf ("%s: %s", label_format, _(record->kind->one));
  MerExit          status = MER_EXIT_DONE;

  if (!mer_document_begin (doc, label, &error))
    return mer_cli_fail (error);
  status = mer_cli_finish (doc, mer_store_save_record (doc, record, &error), &error);
  if (status == MER_EXIT_DONE && print)
    mer_cli_print ("%s: %" G_GINT64_FORMAT "\n", record->kind->id, record->id);
  return status;
}

static MerExit
run_add (const MerCliCall *call,
         int               argc,
         char            **argv)
{
  g_auto (Options) given = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;
  g_autoptr (MerRecord) record = NULL;
  gint64             cycle_id = 0;
  MerExit            status = MER_EXIT_USAGE;
  const GOptionEntry options[] = { CYCLE_OPTION (given), { NULL } };

  if (!mer_cli_parse (&call->command, options, &argc, &argv, 2, MOST_ARGUMENTS))
    return MER_EXIT_USAGE;
  given.kind = mer_cli_records_take_kind (call, &argc, argv);
  if (argc > 2 && strchr (argv[2], '=') == NULL)
    return mer_cli_records_no_kind (call, argv[2]);
  doc = mer_document_open (argv[1], MER_OPEN_READ_WRITE, &error);
  if (doc == NULL)
    return mer_cli_fail (error);
  if (!mer_cli_records_cycle_of_kind (call, doc, given.kind, given.cycle, &cycle_id, &status))
    return status;
  record = mer_record_new (given.kind, cycle_id);
  if (!mer_cli_records_assign (doc, record, argc - 2, argv + 2, &error))
    return mer_cli_records_fail (call, error);
  return save (doc, record, _("Adding"), TRUE);
}

/* The id that stands at argv[2] once the kind is taken out; «#5» or «5». */
static gboolean
take_id (const MerCliCall *call,
         int               argc,
         char            **argv,
         gint64           *id)
{
  const char *text = argc > 2 ? argv[2] : NULL;

  if (text != NULL && *text == '#')
    text++;
  if (text != NULL && g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, id, NULL))
    return TRUE;
  if (text == NULL)
    mer_cli_usage (&call->command, "%s", _("The id of a record is needed."));
  else if (argc > 3 && strchr (text, '=') == NULL)
    mer_cli_records_no_kind (call, text);
  else
    mer_cli_usage (&call->command, _("“%s” is no id of a record."), text);
  return FALSE;
}

/* A record is known by its id alone; where a cycle is named too, it must be of it. */
static MerRecord *
load (const MerCliCall    *call,
      MerDocument         *doc,
      const MerRecordKind *kind,
      gint64               id,
      const char          *cycle,
      MerExit             *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerRecord) record = NULL;
  gint64 cycle_id = 0;

  if (cycle != NULL && !mer_cli_records_cycle (call, doc, cycle, &cycle_id, status))
    return NULL;
  record = mer_store_record (doc, kind, id, &error);
  if (record != NULL && cycle_id != 0 && record->cycle_id != 0 && record->cycle_id != cycle_id)
    g_set_error (&error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND,
                 _("%s: there is no such record in this cycle."), _(kind->one));
  if (error == NULL)
    return g_steal_pointer (&record);
  *status = mer_cli_fail (error);
  return NULL;
}

static MerExit
run_set (const MerCliCall *call,
         int               argc,
         char            **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;
  g_autoptr (MerRecord) record = NULL;
  g_auto (Options) given = { 0 };
  const MerRecordKind *kind = NULL;
  gint64               id = 0;
  MerExit              status = MER_EXIT_USAGE;
  const GOptionEntry   options[] = { CYCLE_OPTION (given), { NULL } };

  if (!mer_cli_parse (&call->command, options, &argc, &argv, 3, MOST_ARGUMENTS) ||
      !check_texts (call, argc, argv))
    return MER_EXIT_USAGE;
  kind = mer_cli_records_take_kind (call, &argc, argv);
  if (!take_id (call, argc, argv, &id))
    return MER_EXIT_USAGE;
  doc = mer_document_open (argv[1], MER_OPEN_READ_WRITE, &error);
  if (doc == NULL)
    return mer_cli_fail (error);
  record = load (call, doc, kind, id, given.cycle, &status);
  if (record == NULL)
    return status;
  if (!mer_cli_records_assign (doc, record, argc - 3, argv + 3, &error))
    return mer_cli_records_fail (call, error);
  return save (doc, record, _("Changing"), FALSE);
}

/* --- delete and move ------------------------------------------------------------------------- */

static MerExit
run_delete (const MerCliCall *call,
            int               argc,
            char            **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;
  g_autofree char *label = NULL;
  g_autoptr (MerRecord) record = NULL;
  g_auto (Options) given = { 0 };
  const MerRecordKind *kind = NULL;
  gint64               id = 0;
  MerExit              status = MER_EXIT_USAGE;
  const GOptionEntry   options[] = { CYCLE_OPTION (given), { NULL } };

  if (!mer_cli_parse (&call->command, options, &argc, &argv, 2, 3) ||
      !check_texts (call, argc, argv))
    return MER_EXIT_USAGE;
  kind = mer_cli_records_take_kind (call, &argc, argv);
  if (!take_id (call, argc, argv, &id))
    return MER_EXIT_USAGE;
  label = g_strdup_printf ("%s: %s", _("Deleting"), _(kind->one));
  doc = mer_document_open (argv[1], MER_OPEN_READ_WRITE, &error);
  if (doc == NULL)
    return mer_cli_fail (error);
  record = load (call, doc, kind, id, given.cycle, &status);
  if (record == NULL)
    return status;
  if (!mer_document_begin (doc, label, &error))
    return mer_cli_fail (error);
  return mer_cli_finish (doc, mer_store_delete_record (doc, kind, id, &error), &error);
}

static MerExit
run_move (const MerCliCall *call,
          int               argc,
          char            **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;
  g_autofree char *label = NULL;
  g_autoptr (MerRecord) record = NULL;
  g_auto (Options) given = { 0 };
  const MerRecordKind *kind = NULL;
  gint64               id = 0, position = 0;
  MerExit              status = MER_EXIT_USAGE;
  const GOptionEntry   options[] = { CYCLE_OPTION (given), { NULL } };

  if (!mer_cli_parse (&call->command, options, &argc, &argv, 3, 4) ||
      !check_texts (call, argc, argv))
    return MER_EXIT_USAGE;
  kind = mer_cli_records_take_kind (call, &argc, argv);
  if (!take_id (call, argc, argv, &id))
    return MER_EXIT_USAGE;
  if (argc != 4 || !g_ascii_string_to_signed (argv[3], 10, 0, G_MAXINT64, &position, NULL))
    return mer_cli_usage (&call->command, "%s",
                          _("A position is needed: that of the record before which it goes, or "
                            "0 for the end."));
  label = g_strdup_printf ("%s: %s", _("Moving"), _(kind->one));
  doc = mer_document_open (argv[1], MER_OPEN_READ_WRITE, &error);
  if (doc == NULL)
    return mer_cli_fail (error);
  record = load (call, doc, kind, id, given.cycle, &status);
  if (record == NULL)
    return status;
  if (!mer_document_begin (doc, label, &error))
    return mer_cli_fail (error);
  return mer_cli_finish (doc, mer_store_move_record (doc, kind, id, position, &error), &error);
}

/* --- fields ---------------------------------------------------------------------------------- */

static MerExit
run_fields (const MerCliCall *call,
            int               argc,
            char            **argv)
{
  const GOptionEntry   options[] = { { NULL } };
  const MerRecordKind *kind = NULL;

  if (!mer_cli_parse (&call->command, options, &argc, &argv, 0, 1) ||
      !check_texts (call, argc, argv))
    return MER_EXIT_USAGE;
  kind = argc == 2 ? mer_cli_records_kind (call->records, argv[1])
                   : mer_record_kind_find (call->records->kinds[0]);
  if (kind == NULL)
    return mer_cli_records_no_kind (call, argv[1]);
  mer_cli_records_print_fields (kind);
  return MER_EXIT_DONE;
}

/* clang-format off */
const MerCliVerb mer_cli_records_verbs[] = {
  { "list", "DOC [KIND] [KEY=VALUE…]", N_("Lists records, or those that have these values"),
    run_list },
  { "add", "DOC [KIND] KEY=VALUE…", N_("Adds a record"), run_add },
  { "set", "DOC [KIND] ID KEY=VALUE…", N_("Changes a record"), run_set },
  { "delete", "DOC [KIND] ID", N_("Deletes a record with what is part of it"), run_delete },
  { "move", "DOC [KIND] ID POSITION", N_("Puts a record before that of the position"), run_move },
  { "import", "DOC [KIND] TABLE", N_("Adds and changes records as a table has them"),
    mer_cli_records_import },
  { "export", "DOC [KIND] FILE", N_("Saves records as a table that can be imported again"),
    mer_cli_records_export },
  { "fields", "[KIND]", N_("Lists the keys of a kind with what they take"), run_fields },
  { NULL },
};
/* clang-format on */
