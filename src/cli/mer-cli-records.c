/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Commands of kinds of records: which verb is meant, of which kind, and what verbs share. */

#include "config.h"

#include "cli/mer-cli-records.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "app/mer-record-names.h"
#include "cli/mer-cli-records-private.h"
#include "cycle/mer-record-kinds.h"
#include "cycle/mer-rule-note.h"
#include "store/mer-registry-store.h"

static const MerCliVerb *
find_verb (const MerCliVerb *verbs,
           const char       *name)
{
  for (guint i = 0; verbs != NULL && verbs[i].name != NULL; i++)
    if (g_str_equal (verbs[i].name, name))
      return &verbs[i];
  return NULL;
}

const MerCliVerb *
mer_cli_records_generic (const char *name)
{
  return find_verb (mer_cli_records_verbs, name);
}

/* --- help ------------------------------------------------------------------------------------ */

static void
print_verbs (const MerCliRecords *self,
             const MerCliVerb    *verbs,
             const MerCliVerb    *hidden_by,
             FILE                *stream)
{
  for (guint i = 0; verbs != NULL && verbs[i].name != NULL; i++)
    if (find_verb (hidden_by, verbs[i].name) == NULL)
      fprintf (stream, "  merilo-cli %s %s %s\n      %s\n", self->command->name, verbs[i].name,
               verbs[i].arguments, _(verbs[i].summary));
}

static void
print_help (const MerCliRecords *self,
            FILE                *stream)
{
  fprintf (stream, "%s\n\n", _(self->command->summary));
  print_verbs (self, self->verbs, NULL, stream);
  if (self->kinds[0] == NULL)
    return;
  print_verbs (self, mer_cli_records_verbs, self->verbs, stream);
  fprintf (stream, "\n%s\n", _("KIND is one of these, the first when it is left out:"));
  for (guint i = 0; self->kinds[i] != NULL; i++)
    fprintf (stream, "  %s  %s\n", self->kinds[i],
             _(mer_record_kind_find (self->kinds[i])->title));
}

/**
 * mer_cli_records_run:
 * @self: the command
 * @argc: arguments with the command's name
 * @argv: the same
 *
 * Returns: the status to exit with
 */
MerExit
mer_cli_records_run (const MerCliRecords *self,
                     int                  argc,
                     char               **argv)
{
  MerCliCall        call = { .records = self, .command = *self->command };
  g_autofree char  *name = NULL;
  const MerCliVerb *verb = NULL;

  if (argc >= 2 && (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h")))
    {
      print_help (self, stdout);
      return MER_EXIT_DONE;
    }
  if (argc >= 2)
    {
      verb = find_verb (self->verbs, argv[1]);
      if (verb == NULL && self->kinds[0] != NULL)
        verb = mer_cli_records_generic (argv[1]);
    }
  if (verb == NULL)
    {
      if (argc >= 2)
        fprintf (stderr, _("There is no command “%s”."), argv[1]);
      fputs (argc >= 2 ? "\n\n" : "", stderr);
      print_help (self, stderr);
      return MER_EXIT_USAGE;
    }
  name = g_strdup_printf ("%s %s", self->command->name, verb->name);
  call.command.name = name;
  call.command.arguments = verb->arguments;
  call.command.summary = verb->summary;
  return verb->run (&call, argc - 1, argv + 1);
}

/* --- what verbs share ------------------------------------------------------------------------ */

const MerRecordKind *
mer_cli_records_kind (const MerCliRecords *self,
                      const char          *id)
{
  for (guint i = 0; self->kinds[i] != NULL; i++)
    if (g_str_equal (self->kinds[i], id))
      return mer_record_kind_find (id);
  return NULL;
}

const MerRecordKind *
mer_cli_records_take_kind (const MerCliCall *call,
                           int              *argc,
                           char            **argv)
{
  const MerRecordKind *kind = *argc > 2 ? mer_cli_records_kind (call->records, argv[2]) : NULL;

  if (kind == NULL)
    return mer_record_kind_find (call->records->kinds[0]);
  for (int i = 2; i + 1 < *argc; i++)
    argv[i] = argv[i + 1];
  (*argc)--;
  return kind;
}

/**
 * mer_cli_records_no_kind:
 * @call: the call
 * @text: what stands where a kind may be named
 *
 * Returns: the status of wrong usage, after the kinds were listed
 */
MerExit
mer_cli_records_no_kind (const MerCliCall *call,
                         const char       *text)
{
  g_autofree char *kinds = g_strjoinv (", ", (GStrv) (gsize) call->records->kinds);

  return mer_cli_usage (&call->command, _("“%s” is no kind of records of this command. There are: "
                                          "%s."),
                                           text, kinds);
}

gboolean
mer_cli_records_cycle (const MerCliCall *call,
                       MerDocument      *doc,
                       const char       *text,
                       gint64           *cycle_id,
                       MerExit          *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerCycle) cycle = NULL;

  *status = MER_EXIT_USAGE;
  if (!mer_cli_parse_id (&call->command, text, cycle_id))
    return FALSE;
  cycle = mer_store_cycle (doc, *cycle_id, &error);
  if (cycle == NULL)
    {
      *status = mer_cli_fail (error);
      return FALSE;
    }
  *cycle_id = cycle->id;
  return TRUE;
}

gboolean
mer_cli_records_open (const MerCliCall   *call,
                      const GOptionEntry *more,
                      int                *argc,
                      char             ***argv,
                      int                 least,
                      int                 most,
                      MerOpenMode         mode,
                      MerDocument       **doc,
                      gint64             *cycle_id,
                      MerExit            *status)
{
  g_autofree char *cycle = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) options = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));
  g_autoptr (MerDocument) opened = NULL;
  const GOptionEntry of_cycle = {
    "cycle", 0, 0, G_OPTION_ARG_FILENAME, &cycle, N_("Cycle; the latest by default"), "ID"
    };

  *status = MER_EXIT_USAGE;
  g_array_append_val (options, of_cycle);
  for (guint i = 0; more != NULL && more[i].long_name != NULL; i++)
    g_array_append_val (options, more[i]);
  if (!mer_cli_parse (&call->command, (const GOptionEntry *) (gpointer) options->data, argc, argv,
                      least, most))
    return FALSE;
  for (int i = 2; i < *argc; i++)
    if (!mer_cli_check_text (&call->command, (*argv)[i]))
      return FALSE;
  opened = mer_document_open ((*argv)[1], mode, &error);
  if (opened == NULL)
    {
      *status = mer_cli_fail (error);
      return FALSE;
    }
  if (!mer_cli_records_cycle (call, opened, cycle, cycle_id, status))
    return FALSE;
  *doc = g_steal_pointer (&opened);
  return TRUE;
}

void
mer_cli_records_print_notes (const GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    {
      const MerRuleNote *note = notes->pdata[i];

      mer_cli_print ("%s %s %" G_GINT64_FORMAT ": %s\n",
                     note->severity == MER_RULE_WARNING ? "warning" : "note", note->rule, note->id,
                     note->text);
    }
}

gboolean
mer_cli_records_cycle_of_kind (const MerCliCall    *call,
                               MerDocument         *doc,
                               const MerRecordKind *kind,
                               const char          *text,
                               gint64              *cycle_id,
                               MerExit             *status)
{
  *cycle_id = 0;
  return (kind->of_department && text == NULL) ||
         mer_cli_records_cycle (call, doc, text, cycle_id, status);
}

/* --- KEY=VALUE ------------------------------------------------------------------------------- */

static char *
list_keys (const MerRecordKind *kind)
{
  GString *keys = g_string_new (NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    g_string_append_printf (keys, "%s%s", i > 0 ? ", " : "", kind->fields[i].key);
  return g_string_free (keys, FALSE);
}

static gboolean
refuse_key (const MerRecordKind *kind,
            const char          *key,
            GError             **error)
{
  g_autofree char *keys = list_keys (kind);

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION,
               /* Translators: a kind of records, what was written, a list of keys. */
               _("“%s” has no key “%s”. There are: %s."), _(kind->title), key, keys);
  return FALSE;
}

const MerField *
mer_cli_records_split (const MerRecordKind *kind,
                       const char          *argument,
                       const char         **value,
                       GError             **error)
{
  const char      *sign = strchr (argument, '=');
  g_autofree char *key = sign != NULL ? g_strndup (argument, (gsize) (sign - argument)) : NULL;
  const MerField  *field = key != NULL ? mer_record_kind_field (kind, key) : NULL;

  if (!g_utf8_validate (argument, -1, NULL))
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                         _("The arguments are not in UTF-8."));
  else if (sign == NULL)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _("“%s” should have the form KEY=VALUE."), argument);
  else if (field == NULL)
    refuse_key (kind, key, error);
  else
    *value = sign + 1;
  return *error == NULL ? field : NULL;
}

static gboolean
assign (MerRecordNames *names,
        MerRecord      *record,
        const char     *argument,
        GError        **error)
{
  g_autoptr (GError) problem = NULL;
  const char     *value = NULL;
  const MerField *field = mer_cli_records_split (record->kind, argument, &value, &problem);

  if (field == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (mer_record_names_read (names, record, field, value, &problem))
    return TRUE;
  g_set_error (error, problem->domain, problem->code, "%s: %s", field->key, problem->message);
  return FALSE;
}

gboolean
mer_cli_records_assign (MerDocument *doc,
                        gpointer     self,
                        int          n,
                        char       **arguments,
                        GError     **error)
{
  MerRecord *record = self;
  g_autoptr (MerRecordNames) names = mer_record_names_new (doc, record->cycle_id);

  for (int i = 0; i < n; i++)
    if (!assign (names, record, arguments[i], error))
      return FALSE;
  return mer_record_names_check (names, record, error);
}

MerExit
mer_cli_records_fail (const MerCliCall *call,
                      const GError     *error)
{
  return error->domain == G_OPTION_ERROR ? mer_cli_usage (&call->command, "%s", error->message)
                                         : mer_cli_fail (error);
}
