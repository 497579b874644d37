/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns that are known by their words, whatever the methodology: who was assessed,
 * when, by whom, and what a registry says of an organization. */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "import/mer-recognizer.h"

#define IN_SURVEY (1u << MER_BATCH_SURVEY)
#define IN_CHECKLIST (1u << MER_BATCH_CHECKLIST)
#define IN_REGISTRY (1u << MER_BATCH_ORGANIZATIONS)
#define IN_COUNTS (1u << MER_BATCH_COUNTS)
#define IN_VALUES (1u << MER_BATCH_VALUES)
#define IN_FACTS (1u << MER_BATCH_FACTS)
#define IN_RECIPIENTS (1u << MER_BATCH_RECIPIENTS)
#define IN_POINTS (1u << MER_BATCH_POINTS)
#define IN_ALL                                                                                 \
  (IN_SURVEY | IN_CHECKLIST | IN_REGISTRY | IN_COUNTS | IN_VALUES | IN_FACTS | IN_RECIPIENTS | \
   IN_POINTS)

typedef struct
{
  const char *code;
  const char *title;
  guint       kinds;
  /* Keys (mer_header_key()) separated by "|"; those behind "||" yield to those before it. */
  const char *wordings;
} Words;

/* clang-format off */
static const Words table[] = {
  { MER_COLUMN_ORGANIZATION, N_("Organization"), IN_ALL,
    "организация|organization|наименование организации|название организации|имя организации"
    "|образовательная организация|наименование образовательной организации"
    "|название образовательной организации|наименование образовательного учреждения"
    "|название образовательного учреждения|образовательное учреждение|наименование оо"
    "|название оо|оо|наименование оу|название оу|оу|учреждение|наименование учреждения"
    "|название учреждения|организации|ваша организация|ваша образовательная организация"
    "|ваше образовательное учреждение|ваша школа|ваш детский сад|краткое наименование"
    "|краткое наименование организации|сокращенное наименование"
    "|сокращенное наименование организации|краткое наименование оо|сокращенное наименование оо"
    "|краткое название|наименование|название|школа|детский сад|доу|доо|name|school"
    "|наименование организации или п н по списку|наименование организации или номер по списку"
    "||полное наименование|полное наименование организации|полное наименование оо"
    "|полное наименование образовательной организации" },
  { MER_COLUMN_DATE, N_("Date"), IN_SURVEY | IN_CHECKLIST | IN_FACTS,
    "отметка времени|timestamp|submitdate|дата отправки|время отправки|дата и время отправки"
    "|дата ответа|время завершения|completion time|datestamp"
    "||время создания|дата создания|created|created at|submitted at|дата и время создания"
    "||дата публикации|день|дата факта|дата сведений"
    "|дата анкетирования|дата опроса|дата заполнения анкеты|время заполнения"
    "||дата последнего действия|startdate|время начала|дата начала|start time" },
  { MER_COLUMN_DATE, N_("Date"), IN_SURVEY | IN_FACTS,
    "||дата|дата заполнения|дата и время|date|дата обследования|дата наблюдения"
    "|дата и время наблюдения" },
  { "day", N_("Visited on"), IN_CHECKLIST,
    "дата осмотра|дата обследования|дата наблюдения|дата и время наблюдения|дата посещения"
    "|дата проверки|дата выезда|дата экспертизы|дата оценки|дата и время осмотра"
    "|дата и время обследования|дата проведения осмотра|дата проведения обследования|day"
    "|date of the visit|visited on"
    "||дата|дата заполнения|дата и время|date|дата заполнения чек листа" },
  { "inspector", N_("Inspector"), IN_CHECKLIST,
    "эксперт|фио эксперта|ф и о эксперта|эксперт фио|эксперт ф и о|эксперты|фио экспертов"
    "|проверяющий|фио проверяющего|ф и о проверяющего|проверяющий фио|кто проверял|кто проводил"
    "|наблюдатель|фио наблюдателя|ф и о наблюдателя|инспектор|фио инспектора|оценщик"
    "|фио оценщика|осмотр провел|осмотр проводил|обследование провел|обследование проводил"
    "|фио эксперта и телефон|фио эксперта телефон|ф и о эксперта телефон|inspector|expert"
    "||фио|ф и о|исполнитель|специалист|фио специалиста|ответственный" },
  { "link", N_("Evidence"), IN_CHECKLIST,
    "ссылка|ссылки|ссылка на фото|ссылка на фотографии|ссылка на материалы|ссылка на доказательства"
    "|ссылка на подтверждение|ссылка на подтверждающие материалы|ссылка на скриншоты"
    "|ссылка на папку|ссылка на фотоматериалы|фотоматериалы|доказательства|доказательство"
    "|подтверждение|подтверждающие материалы|link|evidence||фото|фотографии|url" },
  { "note", N_("Note"), IN_CHECKLIST,
    "примечание|примечания|пометка|пометки|заметки|заметка|note|notes|комментарий эксперта"
    "|комментарии эксперта|замечания эксперта||комментарий|комментарии|comment|comments" },
  { MER_COLUMN_RESPONDENT, N_("Respondent"), IN_SURVEY,
    "id|id ответа|response id|responseid|respondent|respondent id|id респондента|id анкеты"
    "|номер анкеты|анкета номер|идентификатор|идентификатор ответа|идентификатор анкеты"
    "|номер ответа||анкета|код респондента|код анкеты" },
  { MER_COLUMN_COMMENT, N_("Comment"), IN_SURVEY,
    "ваши предложения|предложения|комментарий|комментарии|comment|comments|замечания"
    "|замечания и предложения|предложения и замечания|пожелания|ваши пожелания|ваш комментарий"
    "|ваши комментарии|ваши замечания и предложения|ваши предложения и замечания"
    "|ваши предложения по улучшению условий оказания услуг в данной организации"
    "|ваши предложения по улучшению условий оказания услуг|предложения по улучшению"
    "|ваши предложения пожелания по улучшению качества условий оказания услуг"
    "|ваши предложения пожелания" },
  { MER_COLUMN_PROFILE "sex", NC_("profile", "Sex"), IN_SURVEY,
    "пол|ваш пол|sex|gender|пол респондента|укажите пол|укажите ваш пол|укажите свой пол"
    "|пол анкетируемого|пол опрошенного|пол получателя услуги" },
  { MER_COLUMN_PROFILE "age", NC_("profile", "Age"), IN_SURVEY,
    "возраст|ваш возраст|age|возраст респондента|укажите возраст|укажите ваш возраст"
    "|укажите свой возраст|сколько вам лет|сколько вам полных лет|возраст лет"
    "|ваш возраст полных лет|ваша возрастная группа|возрастная группа|возраст анкетируемого"
    "|возраст опрошенного|возраст получателя услуги" },
  { MER_COLUMN_PROFILE "role", NC_("profile", "Who answered"), IN_SURVEY,
    "кто вы|кем вы являетесь|вы являетесь|ваш статус|статус респондента|категория респондента"
    "|категория получателя услуги|кем вы приходитесь|кем вы приходитесь ребенку"
    "|кем вы приходитесь обучающемуся|кем вы приходитесь получателю услуги"
    "|кем вы приходитесь воспитаннику|ваше отношение к организации|role" },
  { "full-name", N_("Full name"), IN_REGISTRY,
    "полное наименование|полное наименование организации|полное наименование оо"
    "|полное наименование образовательной организации|полное название|full name"
    "|полное название организации|полное наименование учреждения"
    "|полное наименование юридического лица"
    /* so misspelled in the portal's table of completeness */
    "|полное наименование учереждения" },
  { "kind", N_("Kind"), IN_REGISTRY,
    "вид|вид организации|kind|вид образовательной организации|уровень образования|вид учреждения"
    "||тип|тип организации|тип образовательной организации|тип оо|вид оо|тип учреждения" },
  { "inn", N_("INN"), IN_REGISTRY,
    "инн|inn|инн организации" },
  { "ogrn", N_("OGRN"), IN_REGISTRY,
    "огрн|ogrn|огрн организации" },
  { "address", N_("Address"), IN_REGISTRY,
    "адрес|address|адрес организации||фактический адрес|местонахождение|место нахождения"
    "|адрес места нахождения||юридический адрес" },
  { "site", N_("Site"), IN_REGISTRY,
    "сайт|site|website|официальный сайт|адрес сайта|сайт организации|адрес официального сайта"
    "|ссылка на сайт|ссылка на официальный сайт|официальный сайт организации|url" },
  { "bus-gov-id", N_("bus.gov.ru id"), IN_REGISTRY,
    "bus gov id|bus gov ru id|id bus gov ru|bus gov ru|код на bus gov ru|номер на bus gov ru"
    "|идентификатор bus gov ru|id на bus gov ru"
    "||реестровый номер|реестровый номер в перечне гму|номер в перечне гму"
    "|реестровый номер организации|реестровый номер учреждения" },
  { "head", N_("Head"), IN_REGISTRY,
    "руководитель|head|фио руководителя|директор|заведующий|руководитель организации"
    "|ф и о руководителя|руководитель фио|руководитель ф и о" },
  { MER_COLUMN_RECIPIENTS, N_("Recipients"), IN_REGISTRY | IN_CHECKLIST | IN_RECIPIENTS,
    "численность получателей|получатели|recipients|количество получателей|число получателей"
    "|численность получателей услуг|количество получателей услуг|число получателей услуг"
    "|получателей услуг|численность обучающихся|количество обучающихся|число обучающихся"
    "|контингент|генеральная совокупность|численность воспитанников|количество воспитанников"
    "|количество учащихся|численность учащихся" },
  { "state", N_("State"), IN_REGISTRY,
    "состояние|состояние организации|state||статус организации" },
  { "state-day", N_("State since"), IN_REGISTRY,
    "состояние с|state since|state day|дата состояния|дата изменения состояния|дата реорганизации"
    "|дата закрытия|дата ликвидации|реорганизована с|закрыта с" },
  { "successor", N_("Successor"), IN_REGISTRY,
    "правопреемник|successor|преемник|организация правопреемник|присоединена к" },
  { "historic-building", N_("Historic building"), IN_REGISTRY,
    "историческое здание|historic building|объект культурного наследия" },
  { "parent", N_("Parent organization"), IN_REGISTRY,
    "головная организация|parent|parent organization|головное учреждение|филиал организации"
    "|является филиалом|родительская организация" },
  { MER_COLUMN_QUESTION, N_("Question"), IN_COUNTS,
    "вопрос|question|код вопроса|вопрос анкеты|номер вопроса|текст вопроса|question code" },
  { MER_COLUMN_ASKED, N_("Asked"), IN_COUNTS,
    "опрошено|asked|всего опрошено|число опрошенных|количество опрошенных|опрошено всего"
    "|опрошенных|опрошено человек|опрошено чел|число ответивших|количество ответивших|ответивших"
    "|ответило|ответило всего|всего ответов|число ответов|количество ответов" },
  { MER_COLUMN_POSITIVE, N_("Answered positively"), IN_COUNTS,
    "положительно|positive|положительных|положительных ответов|число положительных ответов"
    "|количество положительных ответов|из них положительно|положительно ответили"
    "|ответили положительно|ответило положительно|положительные ответы|из них положительных"
    "|число удовлетворенных|количество удовлетворенных|удовлетворены|удовлетворено"
    "|из них удовлетворены|из них удовлетворено" },
  { MER_COLUMN_SOURCE, N_("Source"), IN_FACTS,
    "источник|source|источник информации|источник сведений|открытый источник|название источника"
    "|наименование источника" },
  { MER_COLUMN_LINK, N_("Link"), IN_FACTS,
    "ссылка|link|url|ссылка на источник|адрес страницы|адрес в сети|ссылка на публикацию" },
  { MER_COLUMN_TEXT, N_("Text"), IN_FACTS,
    "текст|text|факт|fact|содержание|описание|сведения|суть|содержание факта|описание факта"
    "|информация|выявленный факт|цитата" },
                          };
/* clang-format on */

static const Words *
find_words (MerBatchKind kind,
            const char  *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      if ((table[i].kinds & 1u << kind) != 0 && strcmp (table[i].code, code) == 0)
        return &table[i];
    }
  return NULL;
}

const char *
mer_column_words_title (MerBatchKind kind,
                        const char  *code)
{
  const Words *words = find_words (kind, code);

  if (words == NULL && kind == MER_BATCH_SURVEY &&
      g_str_has_prefix (code, MER_COLUMN_PROFILE) && code[strlen (MER_COLUMN_PROFILE)] != '\0')
    return code + strlen (MER_COLUMN_PROFILE);
  if (words != NULL && g_str_has_prefix (code, MER_COLUMN_PROFILE))
    return g_dpgettext2 (NULL, "profile", words->title);
  return words != NULL ? gettext (words->title) : NULL;
}

/* Where a key stands in a list: 1 before the first "||", 2 behind it, …; 0 nowhere. */
static guint
rank_in (const char *wordings,
         const char *key)
{
  gsize length = strlen (key);
  guint rank = 1;

  for (const char *p = wordings; *p != '\0';)
    {
      const char *end = p + strcspn (p, "|");

      if (end == p)
        {
          rank++;
          p++;
          continue;
        }
      if ((gsize) (end - p) == length && memcmp (p, key, length) == 0)
        return rank;
      p = *end == '\0' ? end : end + 1;
    }
  return 0;
}

gboolean
mer_column_words_is (MerBatchKind kind,
                     const char  *code,
                     const char  *key)
{
  const Words *words = find_words (kind, code);

  return words != NULL && rank_in (words->wordings, key) > 0;
}

static gboolean
begins_with_any (const char        *word,
                 const char *const *beginnings)
{
  for (guint i = 0; beginnings[i] != NULL; i++)
    {
      if (g_str_has_prefix (word, beginnings[i]))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_pick_word (const char *word)
{
  static const char *const beginnings[] = { "наименован", "назван", "укажите", "выберите",
                                            "отметьте", "какую", "какой", "какое", "какая",
                                            "оцениваем", NULL };

  return begins_with_any (word, beginnings);
}

static gboolean
is_organization_word (const char *word)
{
  static const char *const beginnings[] = { "организаци", "учрежден", "школ", "детсад", "гимнази",
                                            "лице", "техникум", "колледж", "дошкольн", NULL };
  static const char *const words[] = { "оо", "оу", "доу", "доо", "сош", "сад", "сада", "саду" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (strcmp (word, words[i]) == 0)
        return TRUE;
    }
  return begins_with_any (word, beginnings);
}

/* Words that make a header ask something about an organization, not which one it is. */
static gboolean
is_other_matter (const char *word)
{
  static const char *const beginnings[] = {
    "тип", "вид", "адрес", "инн", "огрн", "руковод", "директор", "район", "муницип", "статус",
    "почт", "класс", "групп", "сотрудн", "работн", "педагог", "услови", "роль", "отношен",
    "должност", "возраст", "кем", "сколько", "оцените", "качеств", "информац", "причин",
    "предложен", "услуг", "количеств", "численн", "недостат", "подраздел", "форм", "учредител",
    NULL
  };

  return begins_with_any (word, beginnings);
}

/* Whether a header asks which organization is meant: «Укажите вашу организацию», «Наименование
 * детского сада, который посещает ваш ребёнок». */
static gboolean
asks_for_organization (const MerWording *header)
{
  g_auto (GStrv) words = g_strsplit (header->key, " ", -1);
  int picked = -1, distance = G_MAXINT;

  for (guint i = 0; i < header->stems->len; i++)
    {
      if (*(const char *) header->stems->pdata[i] == '@')
        return FALSE;
    }
  for (int i = 0; words[i] != NULL; i++)
    {
      if (is_other_matter (words[i]))
        return FALSE;
      if (is_pick_word (words[i]))
        picked = i;
      else if (picked >= 0 && is_organization_word (words[i]))
        distance = MIN (distance, i - picked);
    }
  return distance <= 4;
}

static void
propose_words (MerBatchKind kind,
               const Words *words,
               guint        similarity,
               guint        rank,
               GPtrArray   *proposals)
{
  MerColumnProposal *proposal =
    mer_column_proposal_new (words->code, mer_column_words_title (kind, words->code), similarity);

  proposal->rank = rank;
  proposal->single = kind == MER_BATCH_ORGANIZATIONS ||
                     strcmp (words->code, MER_COLUMN_ORGANIZATION) == 0;
  mer_column_propose (proposals, proposal);
}

/* Whether the methodology lists a wording for a code. */
static gboolean
is_listed (const MerMethodology *methodology,
           const char           *code,
           const char           *key)
{
  for (guint i = 0; methodology != NULL && i < methodology->columns->len; i++)
    {
      const MerColumn *column = methodology->columns->pdata[i];
      g_autofree char *title = NULL;

      if (strcmp (column->code, code) != 0)
        continue;
      title = column->title != NULL ? mer_header_key (column->title) : NULL;
      if (g_strcmp0 (title, key) == 0)
        return TRUE;
      for (guint j = 0; column->variants != NULL && column->variants[j] != NULL; j++)
        {
          g_autofree char *variant = mer_header_key (column->variants[j]);

          if (strcmp (variant, key) == 0)
            return TRUE;
        }
    }
  return FALSE;
}

void
mer_column_words_propose (MerBatchKind          kind,
                          const MerMethodology *methodology,
                          const MerWording     *header,
                          GPtrArray            *proposals)
{
  const Words *organization = find_words (kind, MER_COLUMN_ORGANIZATION);

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      guint rank = rank_in (table[i].wordings, header->key);

      /* A registry has a column of its own for the full name. */
      if (rank > 1 && kind == MER_BATCH_ORGANIZATIONS && &table[i] == organization)
        rank = 0;
      /* A methodology's wordings of the date are those of questionnaires: in a checklist a bare
       * «Дата» is the day of the visit. */
      if (rank == 0 && kind != MER_BATCH_ORGANIZATIONS &&
          (kind != MER_BATCH_CHECKLIST || strcmp (table[i].code, MER_COLUMN_DATE) != 0) &&
          is_listed (methodology, table[i].code, header->key))
        rank = 2;
      if (rank > 0 && (table[i].kinds & 1u << kind) != 0)
        propose_words (kind, &table[i], 100, rank, proposals);
    }
  if (proposals->len > 0)
    return;
  if (asks_for_organization (header))
    propose_words (kind, organization, 85, 3, proposals);
  else if (kind == MER_BATCH_SURVEY && header->follow_up && header->act == NULL &&
           (strstr (header->key, "предложени") != NULL ||
            strstr (header->key, "пожелани") != NULL || strstr (header->key, "комментари") != NULL))
    propose_words (kind, find_words (kind, MER_COLUMN_COMMENT), 80, 3, proposals);
}
