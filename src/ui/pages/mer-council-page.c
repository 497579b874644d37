/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of the council: members and decisions are tables of records, meetings a view of their
 * own. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-council.h"
#include "core/mer-day.h"
#include "ui/pages/mer-council-page.h"
#include "ui/pages/mer-meetings-view.h"
#include "ui/widgets/mer-rule-list.h"

/* A term that ends within so many days is pointed out. */
#define SOON 90
/* The bar names so many rules; the button has them all. */
#define MOST_SENTENCES 3

struct _MerCouncilPage
{
  MerTabPage parent_instance;

  MerRecordTable *members;  /* in its view */
  MerRuleList    *problems; /* in the table's bar */
  GtkInfoBar     *bar;      /* above the table */
  GtkLabel       *sentences;
};

G_DEFINE_FINAL_TYPE (MerCouncilPage, mer_council_page, MER_TYPE_TAB_PAGE)

/* --- what both tables read ----------------------------------------------------------------- */

static gpointer
load_council (MerRecordTable *table,
              MerDocument    *document,
              gint64          cycle_id)
{
  MerSession *session = mer_record_table_get_session (table);
  g_autoptr (MerCycle) cycle = NULL;

  /* members are the department's: the rules that they are checked by are the cycle's */
  if (!mer_store_find_cycle (document, mer_session_get_cycle_id (session), &cycle, NULL) ||
      cycle == NULL)
    return NULL;
  return mer_council_load_meetings (document, cycle->id, NULL);
}

static void
unload_council (gpointer council)
{
  if (council != NULL)
    mer_council_unref (council);
}

/* --- members ------------------------------------------------------------------------------- */

static MerRecordState
term_of (MerRecordTable *table,
         gconstpointer   record,
         char          **words)
{
  const MerCouncilMember *member = record;
  g_autofree char        *iso = mer_today ();
  MerDay                  today = mer_day_from_iso (iso);
  MerDay                  since = mer_day_from_iso (member->since);
  MerDay                  until = mer_day_from_iso (member->until);
  int                     left = 0;

  if (since != MER_DAY_NONE && since > today)
    {
      *words = g_strdup (_("not in office yet"));
      return MER_RECORD_STATE_PLANNED;
    }
  if (until == MER_DAY_NONE || until - today > SOON)
    {
      *words = g_strdup (_("in office"));
      return MER_RECORD_STATE_DONE;
    }
  left = (int) (until - today);
  /* Translators: of a term of office, which is nearly or quite over. */
  *words = g_strdup (left < 0 ? C_("term", "over") : C_("term", "ends soon"));
  return left < 0 ? MER_RECORD_STATE_OVERDUE : MER_RECORD_STATE_WARNING;
}

static gboolean
sits (MerRecordTable *table,
      gconstpointer   record)
{
  g_autofree char *today = mer_today ();

  return mer_council_member_sits (record, mer_day_from_iso (today));
}

static gboolean
sits_not (MerRecordTable *table,
          gconstpointer   record)
{
  return !sits (table, record);
}

/* --- decisions ----------------------------------------------------------------------------- */

static MerRecordState
outcome_of (MerRecordTable *table,
            gconstpointer   record,
            char          **words)
{
  static const MerRecordState states[] = {
    [MER_DECISION_NONE] = MER_RECORD_STATE_NONE,
    [MER_DECISION_ADOPTED] = MER_RECORD_STATE_DONE,
    [MER_DECISION_REJECTED] = MER_RECORD_STATE_WARNING,
    [MER_DECISION_POSTPONED] = MER_RECORD_STATE_PLANNED,
  };
  const MerAgendaItem *item = record;

  *words = mer_record_to_words (item, mer_record_kind_field (&mer_record_agenda_item, "outcome"));
  return states[item->outcome];
}

static const MerMeeting *
meeting_of (MerRecordTable *table,
            gconstpointer   record)
{
  MerCouncil *council = mer_record_table_get_context (table);

  return council != NULL ? mer_council_meeting_of (council->records, record) : NULL;
}

static char *
meeting_text (MerRecordTable *table,
              gconstpointer   record)
{
  const MerMeeting *meeting = meeting_of (table, record);
  g_autofree char  *day = meeting != NULL ? mer_day_to_words (meeting->day) : NULL;

  if (meeting == NULL)
    return NULL;
  return meeting->number != NULL ? g_strdup_printf ("№\302\240%s, %s", meeting->number, day)
                                 : g_steal_pointer (&day);
}

static gint64
meeting_rank (MerRecordTable *table,
              gconstpointer   record)
{
  const MerMeeting *meeting = meeting_of (table, record);

  return meeting != NULL ? mer_day_from_iso (meeting->day) : 0;
}

static char *
votes_text (MerRecordTable *table,
            gconstpointer   record)
{
  MerCouncil  *council = mer_record_table_get_context (table);
  MerVoteCount count;

  if (council == NULL)
    return NULL;
  mer_council_count_votes (&council->context, record, &count);
  if (count.yes < 0)
    return NULL;
  return g_strdup_printf ("%d : %d : %d", (int) count.yes, (int) MAX (count.no, 0),
                          (int) MAX (count.abstained, 0));
}

static gboolean
is_decided (MerRecordTable *table,
            gconstpointer   record)
{
  return ((const MerAgendaItem *) record)->outcome != MER_DECISION_NONE;
}

#define ABOUT(name, subject)                                     \
  static gboolean is_about_##name (MerRecordTable *table,        \
                                   gconstpointer   record)       \
  {                                                              \
    return ((const MerAgendaItem *) record)->about == (subject); \
  }

ABOUT (council, MER_ABOUT_COUNCIL)
ABOUT (work_plan, MER_ABOUT_WORK_PLAN)
ABOUT (selection, MER_ABOUT_SELECTION)
ABOUT (methodology, MER_ABOUT_METHODOLOGY)
ABOUT (operator, MER_ABOUT_OPERATOR)
ABOUT (preliminary, MER_ABOUT_PRELIMINARY)
ABOUT (results, MER_ABOUT_RESULTS)
ABOUT (recommendations, MER_ABOUT_RECOMMENDATIONS)
ABOUT (plans, MER_ABOUT_PLANS)
ABOUT (publication, MER_ABOUT_PUBLICATION)

static void
open_decision (MerRecordTable *table,
               gconstpointer   record)
{
  GtkWidget           *page = gtk_widget_get_ancestor (GTK_WIDGET (table), MER_TYPE_COUNCIL_PAGE);
  const MerAgendaItem *item = record;

  if (page != NULL)
    mer_council_page_show_meeting (MER_COUNCIL_PAGE (page), item->meeting, item->record.id);
}

/* --- the tables ---------------------------------------------------------------------------- */

/* clang-format off */
static const MerRecordColumn member_columns[] = {
  { .key = "name", .expand = TRUE },
  { .key = "represents", .expand = TRUE },
  { .key = "role", .width = 184 },
  { .key = "until", .width = 120 },
};

static const MerRecordFilter member_filters[] = {
  { "now", N_("In office now"), sits },
  { "before", N_("Not in office"), sits_not },
};

static const MerRecordTableInfo member_info = {
  .kind = "council-member",
  .columns = member_columns, .n_columns = G_N_ELEMENTS (member_columns),
  .state = term_of, .state_title = N_("Term"),
  .filters = member_filters, .n_filters = G_N_ELEMENTS (member_filters),
  .empty_title = N_("There are no members of the council yet"),
  .empty_text = N_("At least five are needed. Enter who they are, whom they represent and until "
                   "when they are in office."),
  .load = load_council, .unload = unload_council,
};

static const MerRecordColumn decision_columns[] = {
  { .id = "meeting", .title = N_("Meeting"), .width = 128, .text = meeting_text,
    .rank = meeting_rank },
  { .key = "question", .expand = TRUE },
  { .key = "about", .width = 208 },
  { .id = "votes", .title = N_("For : against : abst."), .width = 140, .wide = TRUE,
    .text = votes_text },
};

static const MerRecordFilter decision_filters[] = {
  { "selection", N_("the list of organizations"), is_about_selection },
  { "methodology", N_("criteria and rules"), is_about_methodology },
  { "results", N_("results"), is_about_results },
  { "preliminary", N_("preliminary results"), is_about_preliminary },
  { "publication", N_("publication"), is_about_publication },
  { "recommendations", N_("proposals for improvement"), is_about_recommendations },
  { "plans", N_("improvement plans"), is_about_plans },
  { "workplan", N_("the work plan"), is_about_work_plan },
  { "operator", N_("the operator"), is_about_operator },
  { "council", N_("the council itself"), is_about_council },
};

static const MerRecordTableInfo decision_info = {
  .kind = "agenda-item",
  .columns = decision_columns, .n_columns = G_N_ELEMENTS (decision_columns),
  .state = outcome_of, .state_title = N_("Outcome"),
  .filters = decision_filters, .n_filters = G_N_ELEMENTS (decision_filters),
  .single = TRUE, .no_paste = TRUE,
  .empty_title = N_("There are no decisions yet"),
  .empty_text = N_("They appear when a meeting decides on a question of its agenda."),
  .load = load_council, .unload = unload_council,
  .open = open_decision,
};

/* A decision is shown in its meeting, with its votes. */
static const char *const meeting_kinds[] = { "meeting", "agenda-item", NULL };

static const MerTab tabs[] = {
  { "members", N_("Members"), NULL, &member_info },
  { "meetings", N_("Meetings"), mer_meetings_view_get_type, NULL, meeting_kinds },
  { "decisions", N_("Decisions"), NULL, &decision_info },
};
/* clang-format on */

/* --- counter ------------------------------------------------------------------------------- */

char *
mer_council_page_counter (MerSession *session)
{
  MerDocument *document = mer_session_get_document (session);
  g_autoptr (MerCouncil) council =
    mer_council_load_meetings (document, mer_session_get_cycle_id (session), NULL);
  g_autoptr (GPtrArray) notes = NULL;
  guint n = 0;

  if (council == NULL || council->context.members->len == 0)
    return NULL;
  notes = mer_council_check (&council->context);
  for (guint i = 0; i < notes->len; i++)
    n += ((const MerRuleNote *) notes->pdata[i])->severity == MER_RULE_WARNING ? 1 : 0;
  return n > 0 ? g_strdup_printf ("%u !", n) : NULL;
}

/* --- checks -------------------------------------------------------------------------------- */

static void
show_bar (MerCouncilPage  *self,
          const GPtrArray *notes)
{
  GString *text = g_string_new (NULL);
  guint    n = 0;

  for (guint i = 0; i < notes->len; i++)
    {
      const MerRuleNote *note = notes->pdata[i];

      if (note->severity == MER_RULE_WARNING && n++ < MOST_SENTENCES)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", note->text);
    }
  gtk_label_set_label (self->sentences, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), n > 0);
  gtk_info_bar_set_revealed (self->bar, n > 0);
  g_string_free (text, TRUE);
}

static void
refreshed_cb (MerCouncilPage *self)
{
  MerCouncil      *council = mer_record_table_get_context (self->members);
  GPtrArray       *notes = council != NULL && council->context.members->len > 0
                             ? mer_council_check (&council->context)
                             : mer_rule_notes_new ();
  guint            n = council != NULL
                         ? mer_council_count_members (&council->context, council->context.today)
                         : 0;
  g_autofree char *subtitle = g_strdup_printf (ngettext ("%u member", "%u members", n), n);

  mer_page_set_subtitle (MER_PAGE (self), subtitle);
  show_bar (self, notes);
  mer_rule_list_take (self->problems, notes);
}

static void
note_activated_cb (MerCouncilPage *self,
                   const char     *kind,
                   gint64          id)
{
  MerCouncil          *council = mer_record_table_get_context (self->members);
  const MerAgendaItem *item = NULL;

  if (g_strcmp0 (kind, mer_record_meeting.id) == 0)
    mer_council_page_show_meeting (self, id, 0);
  else if (g_strcmp0 (kind, mer_record_member.id) == 0)
    mer_record_table_select (self->members, id);
  else if (g_strcmp0 (kind, mer_record_agenda_item.id) == 0 && council != NULL)
    {
      item = mer_record_set_find (council->records, &mer_record_agenda_item, id);
      if (item != NULL)
        mer_council_page_show_meeting (self, item->meeting, id);
    }
}

/* --- actions ------------------------------------------------------------------------------- */

void
mer_council_page_show_meeting (MerCouncilPage *self,
                               gint64          meeting_id,
                               gint64          item_id)
{
  MerDataView *view = NULL;

  g_return_if_fail (MER_IS_COUNCIL_PAGE (self));
  view = mer_tab_page_show_tab (MER_TAB_PAGE (self), "meetings");
  mer_meetings_view_show (MER_MEETINGS_VIEW (view), meeting_id, item_id);
}

static void
print_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  mer_meetings_view_print (
    MER_MEETINGS_VIEW (mer_tab_page_show_tab (MER_TAB_PAGE (user_data), "meetings")));
}

static const GActionEntry page_actions[] = {
  { "print", print_cb, NULL, NULL, NULL, { 0 } },
};

/* --- views --------------------------------------------------------------------------------- */

/* What keeps the council from being one stands above its members. */
static void
set_up_members (MerCouncilPage *self,
                MerRecordView  *view)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->members = mer_record_view_get_table (view);
  self->problems = MER_RULE_LIST (mer_rule_list_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->problems), GTK_ALIGN_CENTER);
  gtk_box_append (mer_record_table_get_tools (self->members), GTK_WIDGET (self->problems));
  self->bar = GTK_INFO_BAR (gtk_info_bar_new ());
  self->sentences = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->sentences, TRUE);
  gtk_label_set_xalign (self->sentences, 0);
  gtk_info_bar_set_message_type (self->bar, GTK_MESSAGE_WARNING);
  gtk_info_bar_add_child (self->bar, GTK_WIDGET (self->sentences));
  g_object_ref (self->members);
  adw_bin_set_child (ADW_BIN (view), NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->bar));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->members));
  g_object_unref (self->members);
  gtk_widget_set_vexpand (GTK_WIDGET (self->members), TRUE);
  adw_bin_set_child (ADW_BIN (view), box);
  g_signal_connect_object (self->members, "refreshed", G_CALLBACK (refreshed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->problems, "note-activated", G_CALLBACK (note_activated_cb), self,
                           G_CONNECT_SWAPPED);
  refreshed_cb (self);
}

static void
mer_council_page_view_made (MerTabPage  *page,
                            const char  *id,
                            MerDataView *view)
{
  if (g_str_equal (id, "members"))
    set_up_members (MER_COUNCIL_PAGE (page), MER_RECORD_VIEW (view));
  else if (g_str_equal (id, "decisions"))
    mer_record_table_set_filter (mer_record_view_get_table (MER_RECORD_VIEW (view)), is_decided);
}

static void
mer_council_page_class_init (MerCouncilPageClass *klass)
{
  MER_TAB_PAGE_CLASS (klass)->view_made = mer_council_page_view_made;
  mer_tab_page_class_set_tabs (MER_TAB_PAGE_CLASS (klass), tabs, G_N_ELEMENTS (tabs));
}

static void
mer_council_page_init (MerCouncilPage *self)
{
  mer_page_add_actions (MER_PAGE (self), page_actions, G_N_ELEMENTS (page_actions));
}
