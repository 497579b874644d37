/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What respondents of the invented district write and who they are, and what a specialist has made
 * of it so far. All names are invented. */

#include "config.h"

#include "app/mer-comments.h"
#include "app/mer-demo-private.h"
#include "core/mer-comment-text.h"
#include "store/mer-finding-store.h"

/* As in life two thirds say nothing. */
static const char *const empty_comments[] = {
  "Нет",
  "нет",
  "Нет предложений",
  "Всё устраивает",
  "Всё хорошо, спасибо!",
  "-",
  "Замечаний нет",
  "Всё отлично, так держать!",
};

static const char *const full_comments[] = {
  "Спасибо педагогам за их труд",
  "Нужен ремонт спортивного зала",
  "Сделайте, пожалуйста, пандус у входа",
  "Хотелось бы больше кружков",
  "На сайте трудно найти расписание",
  "Поставьте кулер с водой в коридоре",
  "Не всегда можно дозвониться в приёмную; ответ по почте приходит быстро",
  "Обновите информацию на стенде у входа",
  "Расширить парковку у здания",
  "Осветить территорию: зимой утром темно, дорожки не посыпают, коляску к крыльцу не подвезти. "
  "Просим решить до морозов",
  "Хорошая группа, но в раздевалке \"тесно\"",
  "Улучшить питание: порции маленькие, каша холодная",
  "Продлить работу группы до 19:00",
  "Благодарность воспитателю И. И. Ромашкиной за внимание к детям",
  "Туалет на втором этаже закрыт с сентября",
  "Больше объявлений в родительском чате",
};

/* Two that are drawn but seldom: what must not leave the document as it is. */
static const char *const named_comments[] = {
  "Ромашкина И. И. разговаривает с родителями грубо, примите меры",
  "Перезвоните мне, пожалуйста: 8 900 000-00-00, по поводу секции",
};

const char *
mer_demo_comment (MerDemoRandom *random)
{
  guint dice = 0;

  if (mer_demo_random_below (random, 10) > 0)
    return "";
  /* one draw, so that whatever is drawn behind it stays as it is */
  dice = mer_demo_random_below (random, 1000);
  if (dice < 640)
    return empty_comments[dice % G_N_ELEMENTS (empty_comments)];
  if (dice < 985)
    return full_comments[dice % G_N_ELEMENTS (full_comments)];
  return named_comments[dice % G_N_ELEMENTS (named_comments)];
}

/* --- respondents ------------------------------------------------------------------------- */

static const char *
age_of (guint          from,
        guint          to,
        MerDemoRandom *random,
        char           buffer[4])
{
  g_snprintf (buffer, 4, "%u", from + mer_demo_random_below (random, to - from));
  return buffer;
}

void
mer_demo_person (MerOrganizationKind kind,
                 MerDemoRandom      *random,
                 MerDemoPerson      *person)
{
  static const char *const women[] = { "Женский", "Женский", "Женский", "женский", "Ж" };
  static const char *const men[] = { "Мужской", "мужской", "Мужской", "М" };
  guint                    dice = mer_demo_random_below (random, 100);
  gboolean                 learner = kind != MER_ORGANIZATION_PRESCHOOL && dice < 14;

  if (kind == MER_ORGANIZATION_VOCATIONAL)
    learner = dice < 80;
  person->sex = mer_demo_random_below (random, 100) < (learner ? 52u : 81u)
                  ? women[mer_demo_random_below (random, G_N_ELEMENTS (women))]
                  : men[mer_demo_random_below (random, G_N_ELEMENTS (men))];
  if (learner)
    {
      person->role = "Обучающийся";
      age_of (14, kind == MER_ORGANIZATION_VOCATIONAL ? 22 : 18, random, person->age);
    }
  else if (dice >= 95)
    {
      person->role = "Бабушка, дедушка или другой родственник";
      age_of (52, 74, random, person->age);
    }
  else
    {
      person->role = "Родитель (законный представитель)";
      age_of (23, 54, random, person->age);
    }
  if (mer_demo_random_below (random, 25) == 0)
    person->age[0] = '\0';
}

/* --- what was made of it ----------------------------------------------------------------- */

/* The first comment with this text; NULL when nobody wrote it. */
static const MerCommentEntry *
find_text (const MerCommentSet *set,
           const char          *text)
{
  for (guint i = 0; i < set->n_entries; i++)
    {
      if (g_str_equal (set->entries[i].text, text))
        return &set->entries[i];
    }
  return NULL;
}

/* The specialist has gone through the first half of the list. */
static gboolean
give_themes (MerDocument         *doc,
             const MerCommentSet *set,
             GError             **error)
{
  for (guint i = 0; i < set->n_entries / 2; i++)
    {
      const MerCommentEntry *entry = &set->entries[i];
      int                    theme = -1;

      if (!entry->says_nothing)
        theme = mer_comment_suggest_theme (entry->text);
      if (theme >= 0 &&
          !mer_store_set_comment_theme (doc, entry->batch_id, entry->row,
                                        mer_theme_title (MER_LANGUAGE_RU, (MerTheme) theme),
                                        error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_findings (MerDocument       *doc,
              const MerComments *comments,
              gint64             cycle_id,
              GError           **error)
{
  static const struct
  {
    const char    *comment;
    MerFindingKind kind;
    const char    *criterion;
    const char    *text;
  } made[] = {
    { "Сделайте, пожалуйста, пандус у входа", MER_FINDING_FINDING, "K3",
      "Вход в здание не оборудован пандусом" },
    { "Туалет на втором этаже закрыт с сентября", MER_FINDING_FINDING, "K2",
      "Санитарная комната на втором этаже не работает" },
    { "Хотелось бы больше кружков", MER_FINDING_PROPOSAL, "K5",
      "Расширить перечень кружков и секций" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (made); i++)
    {
      const MerCommentEntry *entry = find_text (comments->set, made[i].comment);
      g_autoptr (MerFinding) finding = NULL;

      if (entry == NULL)
        continue;
      finding = mer_comments_new_finding (comments, entry, cycle_id, made[i].kind, NULL,
                                          MER_LANGUAGE_RU);
      g_free (finding->text);
      finding->text = g_strdup (made[i].text);
      finding->criterion = g_strdup (made[i].criterion);
      if (!mer_store_save_finding (doc, finding, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
mer_demo_read_comments (MerDocument *doc,
                        gint64       cycle_id,
                        GError     **error)
{
  g_autoptr (MerComments) comments = mer_comments_load (doc, cycle_id, NULL, error);
  const MerCommentEntry *hidden = NULL;

  if (comments == NULL || !give_themes (doc, comments->set, error) ||
      !add_findings (doc, comments, cycle_id, error))
    return FALSE;
  hidden = find_text (comments->set, named_comments[0]);
  return hidden == NULL || mer_store_set_comment_state (doc, hidden->batch_id, hidden->row,
                                                        MER_COMMENT_HIDDEN, error);
}
