/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The council of the demo district: seven invented members, three meetings, what they decided. */
#include "config.h"

#include "app/mer-council.h"
#include "app/mer-demo-private.h"
#include "store/mer-record-store.h"

static const struct
{
  const char    *name;
  const char    *represents;
  MerCouncilRole role;
} members[] = {
  { "Берёзкина В. А.", "Районный совет ветеранов", MER_COUNCIL_CHAIR },
  { "Осинцев Г. Л.", "Общество краеведов «Ольха»", MER_COUNCIL_DEPUTY },
  { "Тропинина Н. С.", "Районный родительский совет", MER_COUNCIL_SECRETARY },
  { "Камышев Р. Д.", "Районное общество инвалидов", MER_COUNCIL_MEMBER },
  { "Заречная Л. И.", "Женсовет с. Верхняя Ольховка", MER_COUNCIL_MEMBER },
  { "Полевой Т. М.", "Союз предпринимателей района", MER_COUNCIL_MEMBER },
  { "Снегирёва О. Ю.", "Клуб многодетных семей", MER_COUNCIL_MEMBER },
};

/* Who was not there, and who voted how: numbers of members, from 1; the rest were for it. */
typedef struct
{
  const char *template;
  const char      *speaker;
  const char      *heard;
  const char      *decision; /* NULL: as usual */
  MerDecisionState outcome;
  int              against;   /* number of a member; 0: nobody */
  int              abstained; /* the same */
} Question;

/* clang-format off */
static const Question first[] = {
  { "workplan", "Берёзкина В. А.", "О проекте плана мероприятий на год", NULL,
    MER_DECISION_ADOPTED, 0, 0 },
  { "list", "Тропинина Н. С.",
    "О перечне организаций с учётом сроков прежних оценок: не реже раза в три года",
    "Утвердить перечень организаций, в отношении которых проводится оценка, и передать его "
    "организации-оператору.", MER_DECISION_ADOPTED, 0, 6 },
  { "criteria", "Осинцев Г. Л.", "О критериях и показателях, об анкете и чек-листах", NULL,
    MER_DECISION_ADOPTED, 0, 0 },
  { NULL, NULL, NULL, NULL, MER_DECISION_NONE, 0, 0 },
};

static const Question second[] = {
  { "operator", "Полевой Т. М.", "О техническом задании и проекте договора с оператором",
    NULL, MER_DECISION_ADOPTED, 0, 0 },
  { "collection", "Тропинина Н. С.", "О том, как организации готовятся к опросу", NULL,
    MER_DECISION_ADOPTED, 0, 0 },
  { NULL, NULL, NULL, NULL, MER_DECISION_NONE, 0, 0 },
};

static const Question third[] = {
  { "preliminary", "Берёзкина В. А.", "Об отчёте оператора и о предварительных результатах", NULL,
    MER_DECISION_ADOPTED, 0, 0 },
  { "publication", "Снегирёва О. Ю.",
    "О том, показывать ли на сайте места: высказаны мнения за рейтинг и за алфавитный перечень",
    "Публиковать результаты с местами по итоговому баллу.", MER_DECISION_ADOPTED, 4, 7 },
  { "control", "Камышев Р. Д.", "О ходе исполнения планов прошлой оценки",
    "Вернуться к вопросу, когда организации представят отчёты.", MER_DECISION_POSTPONED, 0, 0 },
  { NULL, NULL, NULL, NULL, MER_DECISION_NONE, 0, 0 },
};

static const struct
{
  const char     *day;
  MerMeetingForm  form;
  MerMeetingState state;
  int             absent;  /* numbers of members; 0: nobody */
  int             writing;
  const Question *questions;
} meetings[] = {
  { "2024-02-01", MER_MEETING_TOGETHER, MER_MEETING_HELD, 7, 0, first },
  { "2024-09-12", MER_MEETING_ABSENTEE, MER_MEETING_HELD, 5, 0, second },
  { "2024-12-02", MER_MEETING_MIXED, MER_MEETING_HELD, 2, 6, third },
};
/* clang-format on */

static gboolean
add_members (MerDocument *doc,
             gint64       ids[],
             GError     **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autoptr (MerCouncilMember) member = mer_record_new (&mer_record_member, 0);

      member->name = g_strdup (members[i].name);
      member->represents = g_strdup (members[i].represents);
      member->role = members[i].role;
      member->since = g_strdup ("2022-03-01");
      member->until = g_strdup ("2025-02-28");
      member->appointed = g_strdup ("Решение Общественной палаты района от 25.02.2022 № 3");
      if (!mer_store_save_record (doc, member, error))
        return FALSE;
      ids[i] = member->record.id;
    }
  return TRUE;
}

static gboolean
add_votes (MerDocument    *doc,
           gint64          item_id,
           const Question *question,
           guint           meeting,
           const gint64    ids[],
           GError        **error)
{
  for (int i = 1; i <= (int) G_N_ELEMENTS (members); i++)
    {
      int vote = i == question->against     ? MER_VOTE_AGAINST
                 : i == question->abstained ? MER_VOTE_ABSTAINED
                                            : MER_VOTE_FOR;

      if (i != meetings[meeting].absent &&
          !mer_council_set_vote (doc, item_id, ids[i - 1], vote, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_question (MerDocument    *doc,
              gint64          meeting_id,
              const Question *question,
              guint           meeting,
              const gint64    ids[],
              GError        **error)
{
  g_autoptr (MerAgendaItem) item = NULL;
  gint64 item_id = 0;

  if (!mer_council_add_question (doc, meeting_id, mer_agenda_template_find (question->template),
                                 &item_id, error))
    return FALSE;
  item = mer_store_record (doc, &mer_record_agenda_item, item_id, error);
  if (item == NULL)
    return FALSE;
  item->speaker = g_strdup (question->speaker);
  item->heard = g_strdup (question->heard);
  item->outcome = question->outcome;
  if (question->decision != NULL)
    {
      g_free (item->decision);
      item->decision = g_strdup (question->decision);
    }
  return mer_council_save_question (doc, item, error) &&
         (question->outcome == MER_DECISION_POSTPONED ||
          add_votes (doc, item_id, question, meeting, ids, error)) &&
         (item->about != MER_ABOUT_PUBLICATION ||
          mer_council_decide_form (doc, item_id, "places", error));
}

static gboolean
add_meeting (MerDocument *doc,
             gint64       cycle_id,
             guint        index,
             const gint64 ids[],
             GError     **error)
{
  g_autoptr (MerMeeting) meeting =
    mer_council_new_meeting (doc, cycle_id, meetings[index].day, error);
  int absent = meetings[index].absent;
  int writing = meetings[index].writing;

  if (meeting == NULL)
    return FALSE;
  meeting->hour = g_strdup ("15:00");
  meeting->place = g_strdup ("с. Верхняя Ольховка, зал заседаний управления образования");
  meeting->form = (int) meetings[index].form;
  meeting->state = (int) meetings[index].state;
  if (!mer_council_add_meeting (doc, meeting, error) ||
      (absent > 0 && !mer_council_set_attendance (doc, meeting->record.id, ids[absent - 1],
                                                  MER_ATTENDANCE_ABSENT, error)) ||
      (writing > 0 && !mer_council_set_attendance (doc, meeting->record.id, ids[writing - 1],
                                                   MER_ATTENDANCE_WRITING, error)))
    return FALSE;
  for (const Question *question = meetings[index].questions; question->template != NULL; question++)
    if (!add_question (doc, meeting->record.id, question, index, ids, error))
      return FALSE;
  return TRUE;
}

gboolean
mer_demo_add_council (MerDocument *doc,
                      gint64       cycle_id,
                      GError     **error)
{
  gint64 ids[G_N_ELEMENTS (members)] = { 0 };

  if (!add_members (doc, ids, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (meetings); i++)
    if (!add_meeting (doc, cycle_id, i, ids, error))
      return FALSE;
  return TRUE;
}
