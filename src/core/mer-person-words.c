/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words by which a person is told from a street: tables of beginnings and endings, all folded
 * to lower case and ё to е. Comments are short and carelessly typed, so the tables hold forms in
 * every case rather than a grammar. */

#include "config.h"

#include <string.h>

#include "core/mer-person-private.h"

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
ends_with_any (const char        *word,
               const char *const *endings)
{
  for (guint i = 0; endings[i] != NULL; i++)
    {
      if (g_str_has_suffix (word, endings[i]))
        return TRUE;
    }
  return FALSE;
}

gboolean
mer_person_is_role (const MerPersonWord *word)
{
  static const char *const beginnings[] = {
    "учител", "воспитател", "педагог", "директор", "завуч", "заведующ", "тренер",
    "преподавател", "логопед", "психолог", "дефектолог", "медсестр", "вахтер",
    "секретар", "методист", "библиотекар", "руководител", "концертмейстер", "хореограф",
    "куратор", "охранник", "нянечк", "помощник", "сотрудни", "администратор", NULL
  };
  static const char *const words[] = { "няня", "няне", "няню", "няней", "повар", "повару", "врач",
                                       "врачу", "физрук", "физруку", "г-жа", "г-н", "мастер" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (strcmp (word->folded, words[i]) == 0)
        return TRUE;
    }
  return begins_with_any (word->folded, beginnings);
}

/* Without their last vowel: what may follow is an ending of at most two letters. */
static const char *const given_names[] = {
  "александр", "алексе", "алексей", "алин", "алл", "анастаси", "анатоли", "анатолий", "андре",
  "андрей", "анн", "антон", "антонин", "артем", "богдан", "борис", "вадим", "валентин",
  "валери", "валерий", "варвар", "василис", "васили", "василий", "вер", "вероник", "виктор",
  "виктори", "виктория", "владимир", "владислав", "вячеслав", "галин", "геннади", "геннадий",
  "георги", "георгий", "григори", "григорий", "дарь", "денис", "диан", "дмитри", "дмитрий",
  "евгени", "евгений", "екатерин", "елен", "елизавет", "жанн", "зинаид", "зо", "иван", "игор",
  "игорь", "илья", "инесс", "инн", "ирин", "карин", "кирилл", "клавди", "константин", "ксени",
  "ларис", "лид", "лиди", "людмил", "максим", "маргарит", "марин", "мари", "марь", "михаил",
  "надежд", "натали", "наталь", "никит", "никола", "николай", "нин", "оксан", "олег", "ольг",
  "павел", "павл", "петр", "полин", "раис", "роман", "руслан", "свет", "светлан", "серге", "сергей",
  "софь", "софи", "станислав", "тамар", "татьян", "тимур", "ульян", "федор", "эдуард", "эльвир",
  "эмм", "юли", "юри", "юрий", "яков", "ян", NULL
};

gboolean
mer_person_is_given_name (const MerPersonWord *word)
{
  for (guint i = 0; given_names[i] != NULL; i++)
    {
      gsize length = strlen (given_names[i]);

      /* two bytes a letter */
      if (strncmp (word->folded, given_names[i], length) == 0 &&
          strlen (word->folded) <= length + 4 && word->n_letters > 2)
        return TRUE;
    }
  return FALSE;
}

gboolean
mer_person_is_patronymic (const MerPersonWord *word)
{
  static const char *const endings[] = {
    "ович", "овича", "овичу", "овичем", "овиче", "евич", "евича", "евичу", "евичем", "евиче",
    "овна", "овны", "овне", "овну", "овной", "евна", "евны", "евне", "евну", "евной",
    "ична", "ичны", "ичне", "ичну", "ичной", "инична", "иничны", "иничне", "иничну", "иничной",
    "ильич", "ильича", "ильичу", "ильичем", "кузьмич", "кузьмича", "кузьмичу", "лукич", "фомич",
    "никитич", "никитича", "никитичу", NULL
  };
  static const char *const others[] = { "царевна", "царевны", "царевне", "королевна", "королевны",
                                        "королевич", "царевич", "больнична", "основна", NULL };

  /* two cheap questions spare nearly every word the list */
  if (word->n_letters < 5 ||
      (strstr (word->folded, "ич") == NULL && strstr (word->folded, "вн") == NULL))
    return FALSE;
  return ends_with_any (word->folded, endings) &&
         !ends_with_any (word->folded, others);
}

/* Long adjectives, so that «Ломоносовской школы» is none. */
static const char *const adjective_endings[] = {
  "ский", "ская", "ской", "скому", "ского", "скую", "ским", "цкий", "цкая", "цкой", "цкому",
  "цкого", NULL
};

gboolean
mer_person_is_adjective (const MerPersonWord *word)
{
  return ends_with_any (word->folded, adjective_endings);
}

gboolean
mer_person_is_surname (const MerPersonWord *word)
{
  static const char *const endings[] = {
    "ов", "ова", "овой", "ову", "овым", "ове", "ев", "ева", "евой", "еву", "евым", "еве",
    "ин", "ина", "иной", "ину", "иным", "ине", "ын", "ына", "ыной", "ыну", "ыным",
    "енко", "ейко", "ук", "юк", "чук", "юка", "юку", "ян", "яна", "яну", "дзе", "швили",
    "ых", "их", "ец", "ко", NULL
  };
  static const char *const others[] = {
    "русский", "русская", "русской", "русского", "английский", "английская", "английской",
    "английского", "немецкий", "немецкого", "французский", "французского", "китайского",
    "татарского", "башкирского", "физической", "детский", "детская", "детской", "детского",
    "сельский", "сельской", "городской", "районной", "районный", "этих", "наших", "своих", "ваших",
    "моих", "таких", "других", "всех", "таких", "только", "никаких", "каких", "один", "одина",
    "магазин", "магазина", "причина", "машина", "машину", "половина", "класс", "классов", "ребят",
    "детей", "столовой", "основной", "новой", "здоровый", "здорово", "далеко", "близко",
    "несколько", "мягко", "редко", "высоко", "легко", "однако", "немного", "уроков", "кружков",
    "родителей", "снова", "слова", "дров", "садика", "первый", "молодец", "конец", "наконец",
    "отец", "изо", "лучших", "хороших", "начальных", "младших", "старших", "младшей", "медицина",
    "дисциплина", "медицине", "дисциплине", "дисциплину", "родина", "родине", NULL
  };

  for (guint i = 0; others[i] != NULL; i++)
    {
      if (strcmp (word->folded, others[i]) == 0)
        return FALSE;
    }
  return word->n_letters >= 4 &&
         (ends_with_any (word->folded, endings) || mer_person_is_adjective (word));
}

gboolean
mer_person_is_bearer (const MerPersonWord *word)
{
  static const char *const beginnings[] = {
    "имени", "улиц", "проспект", "площад", "переул", "бульвар", "шоссе", "набережн", "памятник",
    "музе", "парк", "сквер", "театр", "библиотек", "станци", "метро", "рассказ", "произведени",
    "сказк", "книг", "стих", "роман", "поселок", "поселк", "деревн", "село", "остановк", "аллея",
    "аллее", "проезд", "микрорайон", "город", "филармони", "фонд", "конкурс", "чтени", NULL
  };
  static const char *const words[] = { "им", "ул", "пр", "пр-т", "пр-кт", "пл", "пер", "б-р",
                                       "наб", "ш", "пос", "дер", "с", "г", "п", "мкр", "ост" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (!word->initial && strcmp (word->folded, words[i]) == 0)
        return TRUE;
    }
  return begins_with_any (word->folded, beginnings);
}

gboolean
mer_person_is_institution (const MerPersonWord *word)
{
  static const char *const beginnings[] = { "школ", "гимнази", "лице", "колледж", "техникум",
                                            "училищ", "центр", "дом", "дворец", "дворц", NULL };
  static const char *const words[] = { "сош", "оош", "нош", "доу", "мбоу", "мкоу", "моу", "сад",
                                       "сада", "саду", "дс", "црр", "дк", "дши", "дмш", "дюсш" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (strcmp (word->folded, words[i]) == 0)
        return TRUE;
    }
  return begins_with_any (word->folded, beginnings);
}

gboolean
mer_person_is_honour (const MerPersonWord *word)
{
  static const char *const words[] = {
    "героя", "героев", "героини", "дважды", "советского", "союза", "российской", "федерации",
    "россии", "социалистического", "труда", "академика", "профессора", "генерала", "полковника",
    "майора", "капитана", "лейтенанта", "маршала", "адмирала", "поэта", "писателя", "писательницы",
    "летчика", "летчика-космонавта", "космонавта", "святого", "святой", "преподобного", "князя",
    "и", "ссср", "рф", "гвардии", "старшего", "народного", "заслуженного", "художника",
    "композитора", "кавалера", "ордена", "славы", NULL
  };

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (strcmp (word->folded, words[i]) == 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
mer_person_is_common (const MerPersonWord *word)
{
  static const char *const beginnings[] = {
    "спасибо", "благодар", "уважаем", "дорог", "наш", "наша", "нашей", "нашего", "нашему", "ваш",
    "очень", "хоте", "просим", "прошу", "пусть", "замечательн", "отличн", "прекрасн", "лучш",
    "молод", "особ", "отдельн", "больш", "огромн", "хорош", "все", "для", "еще", "как", "она",
    "они", "это", "эта", "этот", "наши", "мой", "моя", "моей", "моего", "классн", "когда", "также",
    "может", "нам", "наc", "мне", "очередн", "только", NULL
  };

  return begins_with_any (word->folded, beginnings) || mer_person_is_role (word);
}
