/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli issued: documents that were issued, with their files as they were. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/mer-issue.h"
#include "cli/mer-cli-records.h"
#include "store/mer-issued-store.h"
#include "store/mer-record-store.h"

static const char *const kinds[] = { "issued", NULL };

/* --- issuing ------------------------------------------------------------------------------- */

typedef struct
{
  char *kind;
  char *record;
  char *format;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->kind);
  g_free (self->record);
  g_free (self->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* What the document is of, named as people name it. */
static gboolean
find_source (MerDocument   *doc,
             gint64         cycle_id,
             const Options *given,
             gint64        *source,
             GError       **error)
{
  const MerRecordKind *kind = mer_issue_record_kind (given->kind);
  MerField             field = { .key = "source", .title = "", .type = MER_FIELD_REFERENCE };
  g_autoptr (MerRecordNames) names = NULL;
  g_autoptr (MerIssued) issued = NULL;

  *source = 0;
  if (given->record == NULL)
    return TRUE;
  if (kind == NULL)
    {
      g_set_error_literal (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                           _("This kind of document is of the cycle as a whole."));
      return FALSE;
    }
  field.offset = G_STRUCT_OFFSET (MerIssued, source);
  field.target = kind->id;
  names = mer_record_names_new (doc, cycle_id);
  issued = mer_record_new (&mer_record_issued, cycle_id);
  if (!mer_record_names_read (names, issued, &field, given->record, error))
    return FALSE;
  *source = issued->source;
  return TRUE;
}

static gboolean
store (MerDocument *doc,
       MerIssued   *issued,
       GError     **error)
{
  if (!mer_document_begin (doc, _("Issuing a document"), error))
    return FALSE;
  if (mer_issue_store (doc, issued, error) && mer_document_commit (doc, error))
    return TRUE;
  mer_document_rollback (doc);
  return FALSE;
}

static gboolean
is_key (const char *argument,
        const char *key)
{
  gsize length = strlen (key);

  return strncmp (argument, key, length) == 0 && argument[length] == '=';
}

/* What else is kept of a document are facts about its file. */
static gboolean
check_keys (const MerCliCall *call,
            int               n,
            char            **arguments)
{
  for (int i = 0; i < n; i++)
    if (!is_key (arguments[i], "number") && !is_key (arguments[i], "day") &&
        !is_key (arguments[i], "title"))
      {
        if (mer_cli_check_text (&call->command, arguments[i]))
          mer_cli_usage (&call->command,
                         _("“%s”: only number, day and title of an issued document can be given."),
                            arguments[i]);
        return FALSE;
      }
  return TRUE;
}

static gboolean
refuse_given (const MerIssued *issued,
              const char      *key,
              GError         **error)
{
  if (!mer_issue_is_given (issued, key))
    return TRUE;
  g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
               /* Translators: "day" or "number", as it was written. */
               _("%s: this document has that of its meeting. Change it there."), key);
  return FALSE;
}

/* The number follows the day, because numbers run within a year. */
static gboolean
assign (MerDocument *doc,
        MerIssued   *issued,
        int          n,
        char       **arguments,
        GError     **error)
{
  gboolean numbered = FALSE;

  for (int i = 0; i < n; i++)
    {
      const char *key = is_key (arguments[i], "number") ? "number" : "day";

      numbered = numbered || is_key (arguments[i], "number");
      if (is_key (arguments[i], key) && !refuse_given (issued, key, error))
        return FALSE;
    }
  return mer_cli_records_assign (doc, issued, n, arguments, error) &&
         (numbered || mer_issue_renumber (doc, issued, error));
}

static gboolean
issue (MerDocument   *doc,
       gint64         cycle_id,
       const Options *given,
       int            n,
       char         **arguments,
       GError       **error)
{
  g_autoptr (MerIssued) issued = NULL;
  gint64 source = 0;

  if (!find_source (doc, cycle_id, given, &source, error))
    return FALSE;
  issued = mer_issue_new (doc, cycle_id, given->kind, source, error);
  if (issued == NULL || !assign (doc, issued, n, arguments, error))
    return FALSE;
  if (given->format != NULL)
    {
      g_free (issued->format);
      issued->format = g_strdup (given->format);
    }
  if (!store (doc, issued, error))
    return FALSE;
  mer_cli_print ("issued: %" G_GINT64_FORMAT "\n", issued->record.id);
  return TRUE;
}

static MerExit
run_add (const MerCliCall *call,
         int               argc,
         char            **argv)
{
  g_auto (Options) given = { 0 };
  g_autoptr (MerDocument) doc = NULL;
  g_autoptr (GError) error = NULL;
  gint64  cycle_id = 0;
  MerExit status = MER_EXIT_USAGE;
  /* clang-format off */
  const GOptionEntry options[] = {
    { "kind", 0, 0, G_OPTION_ARG_FILENAME, &given.kind, N_("Which document"), "KIND" },
    { "record", 0, 0, G_OPTION_ARG_FILENAME, &given.record,
      N_("Which meeting, contract …; the latest by default"), "NAME|ID" },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &given.format,
      N_("Format of the file; pdf by default"), "EXTENSION" },
    { NULL },
  };
  /* clang-format on */

  if (!mer_cli_records_open (call, options, &argc, &argv, 1, G_MAXINT, MER_OPEN_READ_WRITE, &doc,
                             &cycle_id, &status))
    return status;
  if (!mer_cli_check_text (&call->command, given.record) ||
      !mer_cli_check_text (&call->command, given.format))
    return MER_EXIT_USAGE;
  if (given.kind == NULL || mer_report_kind_find (given.kind) == NULL)
    return mer_cli_usage (&call->command, _("There is no report “%s”; see report --list."),
                                             given.kind != NULL ? given.kind : "");
  if (!check_keys (call, argc - 2, argv + 2))
    return MER_EXIT_USAGE;
  return issue (doc, cycle_id, &given, argc - 2, argv + 2, &error) ? MER_EXIT_DONE
                                                                   : mer_cli_fail (error);
}

/* --- saving -------------------------------------------------------------------------------- */

static gboolean
save (MerDocument *doc,
      gint64       id,
      const char  *path,
      GError     **error)
{
  g_autoptr (MerIssued) issued = mer_store_record (doc, &mer_record_issued, id, error);
  g_autoptr (GBytes) content =
    issued != NULL ? mer_store_issued_content (doc, issued, error) : NULL;

  return content != NULL && mer_report_save (content, path, error);
}

static MerExit
run_save (const MerCliCall *call,
          int               argc,
          char            **argv)
{
  static const GOptionEntry options[] = { { NULL } };
  g_autoptr (MerDocument) doc = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  if (!mer_cli_parse (&call->command, options, &argc, &argv, 3, 3) ||
      !mer_cli_parse_id (&call->command, argv[2], &id))
    return MER_EXIT_USAGE;
  doc = mer_document_open (argv[1], MER_OPEN_READ_ONLY, &error);
  return doc != NULL && save (doc, id, argv[3], &error) ? MER_EXIT_DONE : mer_cli_fail (error);
}

/* --- what is not done ---------------------------------------------------------------------- */

static MerExit
run_refused (const MerCliCall *call,
             int               argc,
             char            **argv)
{
  g_autoptr (GError) error =
    g_error_new_literal (MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                         _("An issued document stays as it is. Delete it and issue another one."));

  return mer_cli_fail (error);
}

/* clang-format off */
static const MerCliVerb verbs[] = {
  { "add", "DOC --kind KIND [--record NAME|ID] [--format EXTENSION] [number=…] [day=…] [title=…] "
    "[--cycle ID]", N_("Issues a document and keeps its file"), run_add },
  { "save", "DOC ID FILE", N_("Writes the file as it was issued"), run_save },
  { "set", "DOC", N_("Refused: an issued document stays as it is"), run_refused },
  { "import", "DOC", N_("Refused: an issued document stays as it is"), run_refused },
  { NULL },
};

static const MerCliRecords records = { &mer_command_issued, kinds, verbs };

static MerExit
run (int    argc,
     char **argv)
{
  return mer_cli_records_run (&records, argc, argv);
}

const MerCommand mer_command_issued = {
  "issued", MER_CLI_RECORDS_ARGUMENTS,
  N_("Keeps issued documents with their files"), run
};
/* clang-format on */
