/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who is chosen for the cycle: the bar that says what the rules think of it, its filter, and what
 * changes it. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-new-cycle.h"
#include "core/mer-language.h"
#include "cycle/mer-rule-note.h"
#include "cycle/mer-selection-rules.h"
#include "store/mer-registry-spellings.h"
#include "ui/dialogs/mer-schedule-window.h"
#include "ui/pages/mer-organizations-page-private.h"
#include "ui/print/mer-report-actions.h"

enum
{
  CHOICE_ANY,
  CHOICE_CHOSEN,
  CHOICE_OTHERS,
  CHOICE_MUST,
  CHOICE_NEXT,
  CHOICE_EARLY,
};

gboolean
mer_organizations_page_fits_choice (MerOrganizationsPage       *self,
                                    const MerOrganizationEntry *entry)
{
  const MerSelectionRow *part = entry->part;

  if (part == NULL)
    return TRUE;
  switch (gtk_drop_down_get_selected (self->choice))
    {
    case CHOICE_CHOSEN:
      return part->selected;
    case CHOICE_OTHERS:
      return !part->selected;
    case CHOICE_MUST:
      return part->counts && (part->due == MER_DUE_NOW || part->due == MER_DUE_MISSED);
    case CHOICE_NEXT:
      return part->counts && part->due == MER_DUE_NEXT;
    case CHOICE_EARLY:
      return part->counts && part->due == MER_DUE_EARLY;
    default:
      return TRUE;
    }
}

/* --- the bar --------------------------------------------------------------------------------- */

/* The first rule that is broken besides the share, and how many more. */
static char *
broken_words (const GPtrArray *notes)
{
  const MerRuleNote *first = NULL;
  guint              n = 0;

  for (guint i = 0; i < notes->len; i++)
    {
      const MerRuleNote *note = notes->pdata[i];

      if (note->severity != MER_RULE_WARNING || g_str_equal (note->rule, "selection.share"))
        continue;
      first = first != NULL ? first : note;
      n++;
    }
  if (n <= 1)
    return first != NULL ? g_strdup (first->text) : NULL;
  /* Translators: a broken rule, and how many more there are */
  return g_strdup_printf (ngettext ("%s And %u more.", "%s And %u more.", n - 1), first->text,
                          n - 1);
}

static char *
share_words (const MerSelection *selection)
{
  g_autofree char *share = mer_selection_share_words (selection);
  guint            missing = mer_selection_required (selection) - selection->chosen;

  /* Translators: «Chosen 16 of 48, 33.3 %; at least 33 % are asked for» */
  if (mer_selection_is_enough (selection))
    return g_strdup_printf (_("Chosen %s; at least %d %% are asked for."), share,
                               selection->rules.share);
  return g_strdup_printf (
    ngettext ("Chosen %s; at least %d %% are asked for, %u organization is missing.",
              "Chosen %s; at least %d %% are asked for, %u organizations are missing.", missing),
    share, selection->rules.share, missing);
}

void
mer_organizations_page_update_choice (MerOrganizationsPage *self)
{
  const MerSelection *selection = mer_organization_list_get_selection (self->list);
  g_autoptr (GPtrArray) notes = NULL;
  g_autofree char *share = NULL;
  g_autofree char *broken = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->rules_bar, selection != NULL);
  if (selection == NULL)
    return;
  notes = mer_selection_checks (selection);
  share = share_words (selection);
  broken = broken_words (notes);
  if (broken != NULL)
    /* Translators: how many are chosen; the rule that is broken: two sentences */
    text = g_strdup_printf (C_("sentences", "%s %s"), share, broken);
  else
    text = g_strdup (share);
  gtk_label_set_label (self->rules, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->rules), text);
  if (broken != NULL || !mer_selection_is_enough (selection))
    gtk_widget_add_css_class (GTK_WIDGET (self->rules), "mer-warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->rules), "mer-warning");
}

/* --- choosing -------------------------------------------------------------------------------- */

typedef struct
{
  const MerSelection *selection;
  GArray             *ids;
  gboolean            on;
  gboolean            pilot; /* whether pilots are meant */
} Choice;

static gboolean
choose_one (MerDocument  *document,
            const Choice *choice,
            gint64        id,
            GError      **error)
{
  const MerSelectionRow *row = mer_selection_find (choice->selection, id);
  const MerCycleMember  *there = row != NULL ? row->member : NULL;
  MerCycleMember         member = { .organization_id = id, .recipients = -1 };
  g_autofree char       *ground = there != NULL ? g_strdup (there->ground) : NULL;

  member.ground = ground;
  member.selected = choice->pilot ? choice->on || (there != NULL && there->selected) : choice->on;
  member.pilot = choice->pilot ? choice->on : choice->on && there != NULL && there->pilot;
  return mer_store_save_choice (document, choice->selection->cycle_id, &member, error);
}

static gboolean
choose (MerDocument *document,
        gpointer     user_data,
        GError     **error)
{
  const Choice *choice = user_data;

  for (guint i = 0; i < choice->ids->len; i++)
    if (!choose_one (document, choice, g_array_index (choice->ids, gint64, i), error))
      return FALSE;
  return TRUE;
}

static const char *
choice_label (void)
{
  return _("Selection of organizations");
}

static void
run_choice (MerOrganizationsPage *self,
            gboolean              on,
            gboolean              pilot)
{
  g_autoptr (GArray) ids = mer_organizations_page_get_selected_ids (self);
  Choice           choice = { mer_organization_list_get_selection (self->list), ids, on, pilot };
  g_autofree char *done = NULL;

  if (choice.selection == NULL)
    return;
  if (on)
    done = g_strdup_printf (ngettext ("%u organization was chosen for the cycle",
                                      "%u organizations were chosen for the cycle", ids->len),
                            ids->len);
  else
    done = g_strdup_printf (ngettext ("%u organization was taken out of the cycle",
                                      "%u organizations were taken out of the cycle", ids->len),
                            ids->len);
  mer_session_perform (mer_page_get_session (MER_PAGE (self)), choice_label (),
                       pilot ? NULL : done, choose, &choice);
}

static void
choose_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  run_choice (user_data, g_variant_get_boolean (parameter), FALSE);
}

static void
set_pilot_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  run_choice (user_data, g_variant_get_boolean (parameter), TRUE);
}

/* --- proposals, successors, the schedule ------------------------------------------------------ */

static gboolean
propose (MerDocument *document,
         gpointer     user_data,
         GError     **error)
{
  return mer_cycle_choose (document, *(const gint64 *) user_data, MER_NEW_CYCLE_PROPOSED, 0, NULL,
                           error);
}

static void
propose_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  MerOrganizationsPage *self = user_data;
  MerSession           *session = mer_page_get_session (MER_PAGE (self));
  const MerSelection   *selection = mer_organization_list_get_selection (self->list);
  g_autoptr (GArray) proposed = NULL;
  g_autofree char *done = NULL;
  gint64           cycle_id = selection != NULL ? selection->cycle_id : 0;

  if (selection == NULL)
    return;
  proposed = mer_selection_propose (selection);
  if (proposed->len == 0)
    {
      mer_session_tell (session, _("Nobody else needs to be chosen"), FALSE);
      return;
    }
  done = g_strdup_printf (ngettext ("%u organization was chosen for the cycle",
                                    "%u organizations were chosen for the cycle", proposed->len),
                          proposed->len);
  mer_session_perform (session, _("Selection of organizations"), done, propose, &cycle_id);
}

typedef struct
{
  gint64               cycle_id;
  gint64               organization_id;
  MerSuccessionAnswers answers;
} Succession;

static gboolean
succeed (MerDocument *document,
         gpointer     user_data,
         GError     **error)
{
  const Succession *succession = user_data;

  return mer_cycle_succeed (document, succession->cycle_id, succession->organization_id,
                            succession->answers, error);
}

static void
perform_succession (MerOrganizationsPage *self,
                    Succession           *succession)
{
  mer_session_perform (mer_page_get_session (MER_PAGE (self)), _("Successor in the cycle"),
                                                                  _("The successor takes part in "
                                                                    "the cycle"),
                                                                     succeed, succession);
}

static void
answered_cb (GtkWidget            *dialog,
             const char           *response,
             MerOrganizationsPage *self)
{
  Succession *succession = g_object_get_data (G_OBJECT (dialog), "succession");

  if (g_str_equal (response, "cancel"))
    return;
  succession->answers = g_str_equal (response, "move") ? MER_SUCCESSION_MOVE : MER_SUCCESSION_KEEP;
  perform_succession (self, succession);
}

/* What was collected stays or goes: nobody but the user can know which is right. */
static void
ask_for_answers (MerOrganizationsPage *self,
                 const Succession     *succession,
                 const char           *name,
                 const MerCollected   *collected)
{
  MerLanguage      language = mer_language_of_locale ();
  g_autofree char *answered = mer_format_count (language, (gint64) collected->questionnaires);
  g_autofree char *visited = mer_format_count (language, (gint64) collected->checklists);
  g_autofree char *others = mer_format_count (language, (gint64) collected->others);
  g_autofree char *stacks = mer_format_count (language, (gint64) collected->stacks);
  g_autofree char *heading = g_strdup_printf (_("What becomes of the answers of “%s”?"), name);
  g_autofree char *body = g_strdup_printf (
    /* Translators: four numbers. */
    _("Collected in this cycle: questionnaires %s, checklists %s, ready counts, points and facts "
      "%s, stacks of paper questionnaires that are being entered %s. They may count for the "
      "successor, or stay with the organization that ended."),
       answered, visited, others, stacks);
  GtkWidget *dialog =
    adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "keep", _("_Leave them"));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "move",
                                   _("_Give them to the successor"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "succession",
                          g_memdup2 (succession, sizeof *succession), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
succeed_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  MerOrganizationsPage *self = user_data;
  const MerSelection   *selection = mer_organization_list_get_selection (self->list);
  g_autoptr (MerOrganizationItem) item = mer_organizations_page_get_single (self);
  MerCollected collected = { 0 };
  Succession   succession = { 0 };

  if (selection == NULL || item == NULL)
    return;
  succession.cycle_id = selection->cycle_id;
  succession.organization_id = mer_organization_item_get (item)->organization->id;
  mer_store_count_collected (mer_session_get_document (mer_page_get_session (MER_PAGE (self))),
                             succession.cycle_id, succession.organization_id, &collected, NULL);
  if (collected.questionnaires + collected.checklists + collected.others + collected.stacks == 0)
    perform_succession (self, &succession);
  else
    ask_for_answers (self, &succession, mer_organization_item_get (item)->organization->name,
                     &collected);
}

static void
schedule_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  GtkRoot *root = gtk_widget_get_root (user_data);

  mer_schedule_window_present (GTK_WINDOW (root), mer_page_get_session (user_data));
}

/* The list that the council approves. */
static MerReportJob *
list_job (MerOrganizationsPage *self)
{
  MerSession *session = mer_page_get_session (MER_PAGE (self));

  return mer_report_job_new ("selection", mer_session_get_results (session),
                             mer_session_get_document (session));
}

static void
print_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  g_autoptr (MerReportJob) job = list_job (user_data);

  mer_report_print (user_data, mer_page_get_session (user_data), job,
                    _("List of organizations to be assessed"));
}

static void
export_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  g_autoptr (MerReportJob) job = list_job (user_data);

  mer_report_export (user_data, mer_page_get_session (user_data), job,
                     _("List of organizations to be assessed"));
}

static const GActionEntry entries[] = {
  { .name = "choose", .activate = choose_cb, .parameter_type = "b" },
  { .name = "set-pilot", .activate = set_pilot_cb, .parameter_type = "b" },
  { .name = "propose", .activate = propose_cb },
  { .name = "succeed", .activate = succeed_cb },
  { .name = "schedule", .activate = schedule_cb },
  { .name = "print", .activate = print_cb },
  { .name = "export", .activate = export_cb },
};

void
mer_organizations_page_init_choice (MerOrganizationsPage *self)
{
  mer_page_add_actions (MER_PAGE (self), entries, G_N_ELEMENTS (entries));
}
