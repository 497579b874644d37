/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli council: what is wrong with the council, meetings and who takes part in them. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/mer-council-verbs.h"
#include "store/mer-record-store.h"

/* --- what the verbs share ------------------------------------------------------------------ */

gboolean
mer_council_call_open (const MerCliCall   *call,
                       const GOptionEntry *more,
                       int                *argc,
                       char             ***argv,
                       int                 least,
                       int                 most,
                       MerOpenMode         mode,
                       MerCouncilCall     *self,
                       MerExit            *status)
{
  if (!mer_cli_records_open (call, more, argc, argv, least, most, mode, &self->doc,
                             &self->cycle_id, status))
    return FALSE;
  self->names = mer_record_names_new (self->doc, self->cycle_id);
  return TRUE;
}

void
mer_council_call_clear (MerCouncilCall *self)
{
  g_clear_pointer (&self->names, mer_record_names_free);
  g_clear_object (&self->doc);
}

/* What a reference of a record of `kind` would be to, were it told in these words. */
static gint64
find_by_name (MerCouncilCall      *self,
              const MerRecordKind *kind,
              const char          *key,
              const char          *text,
              GError             **error)
{
  const MerField *field = mer_record_kind_field (kind, key);
  g_autoptr (MerRecord) record = mer_record_new (kind, self->cycle_id);

  if (!mer_record_names_read (self->names, record, field, text, error))
    return 0;
  if (mer_record_number (record, field) == 0)
    g_set_error_literal (error, MER_RECORD_ERROR, MER_RECORD_ERROR_INVALID,
                         _("A name or a number is needed."));
  return mer_record_number (record, field);
}

gint64
mer_council_call_meeting (MerCouncilCall *self,
                          const char     *text,
                          GError        **error)
{
  return find_by_name (self, &mer_record_attendance, "meeting", text, error);
}

gint64
mer_council_call_question (MerCouncilCall *self,
                           const char     *text,
                           GError        **error)
{
  return find_by_name (self, &mer_record_vote, "agenda_item", text, error);
}

gint64
mer_council_call_member (MerCouncilCall *self,
                         const char     *text,
                         GError        **error)
{
  return find_by_name (self, &mer_record_vote, "member", text, error);
}

/* --- check, quorum ------------------------------------------------------------------------- */

MerExit
mer_council_verb_check (const MerCliCall *call,
                        int               argc,
                        char            **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerCouncil) council = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  g_auto (MerCouncilCall) self = { 0 };
  MerExit status = MER_EXIT_DONE;

  if (!mer_council_call_open (call, NULL, &argc, &argv, 1, 1, MER_OPEN_READ_ONLY, &self, &status))
    return status;
  council = mer_council_load (self.doc, self.cycle_id, &error);
  if (council == NULL)
    return mer_cli_fail (error);
  notes = mer_council_check (&council->context);
  mer_cli_records_print_notes (notes);
  return MER_EXIT_DONE;
}

static void
print_quorum (MerCouncil *council,
              gint64      meeting_id)
{
  const MerMeeting *meeting =
    mer_record_set_find (council->records, &mer_record_meeting, meeting_id);
  MerQuorum quorum;

  mer_council_quorum (&council->context, meeting, &quorum);
  mer_cli_print ("members: %u\nparticipants: %u\nneeded: %u\nquorum: %s\n", quorum.members,
                 quorum.participants, quorum.needed, quorum.reached ? "yes" : "no");
}

MerExit
mer_council_verb_quorum (const MerCliCall *call,
                         int               argc,
                         char            **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerCouncil) council = NULL;
  g_auto (MerCouncilCall) self = { 0 };
  MerExit status = MER_EXIT_DONE;
  gint64  meeting = 0;

  if (!mer_council_call_open (call, NULL, &argc, &argv, 2, 2, MER_OPEN_READ_ONLY, &self, &status))
    return status;
  meeting = mer_council_call_meeting (&self, argv[2], &error);
  council = meeting != 0 ? mer_council_load (self.doc, self.cycle_id, &error) : NULL;
  if (council == NULL)
    return mer_cli_fail (error);
  print_quorum (council, meeting);
  return MER_EXIT_DONE;
}

/* --- meeting add --------------------------------------------------------------------------- */

static const char *
find_day (int    n,
          char **arguments)
{
  for (int i = 0; i < n; i++)
    if (g_str_has_prefix (arguments[i], "day="))
      return arguments[i] + strlen ("day=");
  return NULL;
}

/* The day is read first: number, chair and secretary follow from it. */
static MerMeeting *
make_meeting (MerCouncilCall *self,
              int             n,
              char          **arguments,
              GError        **error)
{
  g_autoptr (MerMeeting) told = mer_record_new (&mer_record_meeting, self->cycle_id);
  g_autoptr (MerMeeting) meeting = NULL;
  const char *day = find_day (n, arguments);

  if (day != NULL &&
      !mer_record_from_string (told, mer_record_kind_field (&mer_record_meeting, "day"), day,
                               error))
    return NULL;
  meeting = mer_council_new_meeting (self->doc, self->cycle_id, told->day, error);
  if (meeting == NULL || !mer_cli_records_assign (self->doc, meeting, n, arguments, error))
    return NULL;
  return g_steal_pointer (&meeting);
}

MerExit
mer_council_verb_meeting (const MerCliCall *call,
                          int               argc,
                          char            **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMeeting) meeting = NULL;
  g_auto (MerCouncilCall) self = { 0 };
  MerExit status = MER_EXIT_DONE;

  if (argc < 2 || !g_str_equal (argv[1], "add"))
    return mer_cli_usage (&call->command, "%s", _("Only “add” can be done so; see “fields”."));
  argc--;
  argv++;
  if (!mer_council_call_open (call, NULL, &argc, &argv, 1, G_MAXINT, MER_OPEN_READ_WRITE, &self,
                              &status))
    return status;
  meeting = make_meeting (&self, argc - 2, argv + 2, &error);
  if (meeting == NULL ||
      !mer_document_begin (self.doc, _("Meeting of the council: adding"), &error))
    return mer_cli_fail (error);
  status = mer_cli_finish (self.doc, mer_council_add_meeting (self.doc, meeting, &error), &error);
  if (status == MER_EXIT_DONE)
    mer_cli_print ("%" G_GINT64_FORMAT "\n", meeting->record.id);
  return status;
}

/* --- attend -------------------------------------------------------------------------------- */

static gboolean
parse_state (const char         *text,
             MerAttendanceState *state)
{
  const MerField *field = mer_record_kind_field (&mer_record_attendance, "state");
  int             choice = mer_choice_find (field->choices, field->n_choices, text);

  *state = choice >= 0 ? (MerAttendanceState) choice : MER_ATTENDANCE_PRESENT;
  return choice >= 0 || text == NULL;
}

/* All who could have come; with `only`, those who are not named were absent. */
static gboolean
set_absent (MerCouncilCall *self,
            gint64          meeting_id,
            GError        **error)
{
  g_autoptr (MerCouncil) council = mer_council_load (self->doc, self->cycle_id, error);
  g_autoptr (GPtrArray) members = NULL;

  if (council == NULL)
    return FALSE;
  members = mer_council_members_of (
    council, mer_record_set_find (council->records, &mer_record_meeting, meeting_id));
  for (guint i = 0; i < members->len; i++)
    if (!mer_council_set_attendance (self->doc, meeting_id,
                                     ((const MerRecord *) members->pdata[i])->id,
                                     MER_ATTENDANCE_ABSENT, error))
      return FALSE;
  return TRUE;
}

static gboolean
set_attendance (MerCouncilCall    *self,
                gint64             meeting_id,
                MerAttendanceState state,
                char             **names,
                GError           **error)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      gint64 member = mer_council_call_member (self, names[i], error);

      if (member == 0 ||
          !mer_council_set_attendance (self->doc, meeting_id, member, state, error))
        return FALSE;
    }
  return TRUE;
}

MerExit
mer_council_verb_attend (const MerCliCall *call,
                         int               argc,
                         char            **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerCouncil) council = NULL;
  g_autofree char *how = NULL;
  g_auto (MerCouncilCall) self = { 0 };
  MerAttendanceState state = MER_ATTENDANCE_PRESENT;
  MerExit            status = MER_EXIT_DONE;
  gboolean           only = FALSE;
  gint64             meeting = 0;
  /* clang-format off */
  const GOptionEntry options[] = {
    { "state", 0, 0, G_OPTION_ARG_FILENAME, &how, N_("How they took part; present by default"),
      "present|absent|writing" },
    { "only", 0, 0, G_OPTION_ARG_NONE, &only, N_("All others were absent"), NULL },
    { NULL },
  };
  /* clang-format on */

  if (!mer_council_call_open (call, options, &argc, &argv, 2, G_MAXINT, MER_OPEN_READ_WRITE, &self,
                              &status))
    return status;
  if (!parse_state (how, &state))
    return mer_cli_usage (&call->command, "%s",
                          _("“--state” is present, absent or writing."));
  meeting = mer_council_call_meeting (&self, argv[2], &error);
  if (meeting == 0 || !mer_document_begin (self.doc, _("Attendance"), &error))
    return mer_cli_fail (error);
  status = mer_cli_finish (self.doc,
                           (!only || set_absent (&self, meeting, &error)) &&
                             set_attendance (&self, meeting, state, argv + 3, &error),
                           &error);
  council = status == MER_EXIT_DONE ? mer_council_load (self.doc, self.cycle_id, NULL) : NULL;
  if (council != NULL)
    print_quorum (council, meeting);
  return status;
}

/* --- agenda -------------------------------------------------------------------------------- */

static MerExit
list_templates (void)
{
  guint                    n = 0;
  const MerAgendaTemplate *templates = mer_agenda_templates (&n);

  for (guint i = 0; i < n; i++)
    mer_cli_print ("%s\t%s\t%s\n", templates[i].id, templates[i].stage, _(templates[i].question));
  return MER_EXIT_DONE;
}

static gboolean
add_questions (MerCouncilCall *self,
               gint64          meeting,
               char          **ids,
               GError        **error)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const MerAgendaTemplate *template = mer_agenda_template_find (ids[i]);
      gint64 item = 0;

      if (template == NULL)
        {
          g_set_error (error, MER_RECORD_ERROR, MER_RECORD_ERROR_INVALID,
                       _("There is no usual question “%s”; see --list."), ids[i]);
          return FALSE;
        }
      if (!mer_council_add_question (self->doc, meeting, template, &item, error))
        return FALSE;
      mer_cli_print ("%" G_GINT64_FORMAT "\n", item);
    }
  return TRUE;
}

MerExit
mer_council_verb_agenda (const MerCliCall *call,
                         int               argc,
                         char            **argv)
{
  g_autoptr (GError) error = NULL;
  g_auto (MerCouncilCall) self = { 0 };
  MerExit status = MER_EXIT_DONE;
  gint64  meeting = 0;

  if (argc == 2 && g_str_equal (argv[1], "--list"))
    return list_templates ();
  if (!mer_council_call_open (call, NULL, &argc, &argv, 3, G_MAXINT, MER_OPEN_READ_WRITE, &self,
                              &status))
    return status;
  meeting = mer_council_call_meeting (&self, argv[2], &error);
  if (meeting == 0 || !mer_document_begin (self.doc, _("Usual questions"), &error))
    return mer_cli_fail (error);
  return mer_cli_finish (self.doc, add_questions (&self, meeting, argv + 3, &error), &error);
}
