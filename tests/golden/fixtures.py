# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables for the transcripts: small, made anew for each run, always the same."""
import pathlib
import random
import shutil
import xml.etree.ElementTree

METHODOLOGY = (pathlib.Path(__file__).resolve().parents[2] / 'data' / 'methodologies' /
               'nok-2018-education.xml')
REGISTRY_XML = (pathlib.Path(__file__).resolve().parents[1] / 'data' / 'import' /
                'institution-info.xml')

QUESTIONS = [
    'Обращались ли Вы к информации на стендах?',
    'Удовлетворены ли Вы информацией на стендах?',
    'Пользовались ли Вы официальным сайтом организации?',
    'Удовлетворены ли Вы информацией на сайте?',
    'Удовлетворены ли Вы комфортностью условий предоставления услуг?',
    'Имеете ли Вы (или представляемое лицо) инвалидность?',
    'Удовлетворены ли Вы доступностью услуг для инвалидов?',
    'Удовлетворены ли Вы вежливостью работников при первичном контакте?',
    'Удовлетворены ли Вы вежливостью работников, оказывающих услуги?',
    'Пользовались ли Вы дистанционными способами взаимодействия?',
    'Удовлетворены ли Вы вежливостью работников при дистанционном взаимодействии?',
    'Готовы ли Вы рекомендовать организацию?',
    'Удовлетворены ли Вы организационными условиями?',
    'Удовлетворены ли Вы в целом условиями оказания услуг в организации?',
]
FILTER = {1: 0, 3: 2, 6: 5, 10: 9}

# The worked example of the specification of the rules: checklist (present, required) of stand
# and site, items of the other four places; questionnaires; "yes" to each question.
EXAMPLE = {
    'СОШ № 1': ((13, 14), (49, 52), 5, 5, 3, 4, 214,
                (168, 161, 187, 176, 201, 9, 7, 209, 210, 132, 129, 203, 206, 207)),
    'ДС «Ёлочка»': ((11, 11), (40, 41), 3, 4, 1, 3, 97,
                    (90, 90, 61, 58, 93, 0, 0, 97, 96, 44, 44, 95, 94, 96)),
    'Дом творчества': ((9, 13), (30, 44), 4, 6, 0, 2, 41,
                       (0, 0, 25, 21, 33, 3, 1, 39, 40, 0, 0, 37, 36, 38)),
}
BLOCKS = {'stand': 'Информация на СТЕНДЕ', 'site': 'Информация на САЙТЕ',
          'remote': 'Дистанционные способы', 'comfort': 'Комфортные условия',
          'equipment': 'Оборудование среды', 'conditions': 'Условия доступности'}
OWN_ITEM = 'Гардероб'  # an item that the methodology does not list


def table(path, rows, separator=',', encoding='utf-8'):
    """Writes rows as CSV, with quotes where they are needed."""
    def cell(text):
        text = str(text)
        quoted = any(mark in text for mark in (separator, '"', '\n'))
        return '"' + text.replace('"', '""') + '"' if quoted else text
    text = ''.join(separator.join(cell(value) for value in row) + '\r\n' for row in rows)
    path.write_bytes(text.encode(encoding))


def organizations():
    """Names, kinds and recipients of the worked example."""
    return [['Наименование организации', 'Полное наименование', 'Вид', 'ИНН',
             'Численность получателей'],
            ['СОШ № 1', 'МБОУ «Средняя общеобразовательная школа № 1»', 'Общее', '0012345673', 521],
            ['ДС «Ёлочка»', 'МБДОУ «Детский сад „Ёлочка“»', 'Дошкольное', '', 240],
            ['Дом творчества', '', 'Дополнительное', '', 100]]


def organizations_update():
    """What changed: an address, a branch above its parent, a new one, and empty cells."""
    return [['Организация', 'ИНН', 'Адрес', 'Численность получателей', 'Головная организация'],
            ['Филиал в с. Заречье', '', '', '', 'Школа № 1'],
            ['Школа № 1', '0012345673', 'ул. Мира, 1', '', ''],
            ['дс Елочка', '', '', 250, '']]


def items():
    """What may stand in the brackets, by place."""
    places = xml.etree.ElementTree.parse(METHODOLOGY).getroot().iter('place')
    texts = {place.get('code'): [item.find('text').text for item in place.findall('item')]
             for place in places if place.get('code')}
    texts['comfort'].append(OWN_ITEM)
    return texts


def checklist():
    """The worked example's checklist, in another order than the questionnaires."""
    texts = items()
    rows = [['Наименование организации или П/Н по списку',
             *(f'{words} [{text}]' for place, words in BLOCKS.items() for text in texts[place])]]
    for name in reversed(list(EXAMPLE)):
        stand, site, *counts = EXAMPLE[name][:6]
        marks = [stand, site, *((count, None) for count in counts)]
        row = [name]
        for place, (present, required) in zip(BLOCKS, marks):
            width = len(texts[place])
            norm = width if required is None else required
            row += [1] * present + [0] * (norm - present) + [''] * (width - norm)
        rows.append(row)
    return rows


def respondents(name, draw):
    """Rows of answers with exactly the wanted numbers of "yes"."""
    count, yes = EXAMPLE[name][6:]
    rows = [['' for _ in QUESTIONS] for _ in range(count)]
    for question, wanted in enumerate(yes):
        asked = [row for row in rows
                 if question not in FILTER or row[FILTER[question]] == 'Да']
        draw.shuffle(asked)
        for i, row in enumerate(asked):
            row[question] = 'Да' if i < wanted else 'Нет'
    return rows


def survey():
    """All questionnaires of the worked example, shuffled, spelled in several ways."""
    draw = random.Random(2024)
    spellings = {'СОШ № 1': ['СОШ № 1', 'сош №1', 'СОШ N 1', ' СОШ  № 1. '],
                 'ДС «Ёлочка»': ['ДС «Ёлочка»', 'ДС "Елочка"', 'дс ёлочка'],
                 'Дом творчества': ['Дом творчества', 'ДОМ ТВОРЧЕСТВА']}
    rows = [[draw.choice(spellings[name]), *answers]
            for name in EXAMPLE for answers in respondents(name, draw)]
    draw.shuffle(rows)
    stamped = [[f'{14 + i // 120:02}.10.2024 {8 + i % 120 // 10}:{i % 60:02}:{i % 59:02}', *row]
               for i, row in enumerate(rows)]
    return [['Отметка времени', 'Организация', *QUESTIONS], *stamped]


def voices():
    """Questionnaires of people who tell of themselves and have something to say."""
    people = [('СОШ № 1', 'Ж', 34, 'Мама', 'Нет'),
              ('СОШ № 1', 'жен.', '41 год', 'Родитель', 'Нужен пандус у входа'),
              ('СОШ № 1', 'Мужской', 52, 'Отец', 'Ромашкина И. И. кричит на детей'),
              ('СОШ № 1', 'М', 17, 'Обучающийся', 'Спасибо Марии Петровне, тел. 8 900 000-00-00'),
              ('ДС «Ёлочка»', 'Женский', 70, 'Бабушка', 'Всё устраивает'),
              ('ДС «Ёлочка»', '', '', 'Сосед', 'Школа им. А. С. Пушкина ближе; "тесно"'),
              ('Дом творчества', 'ж', '25-34', 'Мать', '')]
    rows = [[f'14.10.2024 {10 + i}:00:00', name, *YES, text, sex, age, role]
            for i, (name, sex, age, role, text) in enumerate(people)]
    return [['Отметка времени', 'Организация', *QUESTIONS, 'Ваши предложения', 'Пол', 'Возраст',
             'Кем Вы приходитесь?'], *rows, rows[2]]


def few(rows):
    """A survey of a handful of rows for what goes wrong."""
    return [['Организация', *QUESTIONS], *rows]


YES = ['Да'] * 14


def write_bad(folder):
    """Tables that cannot be read, or not wholly."""
    (folder / 'empty.csv').write_bytes(b'')
    (folder / 'junk.csv').write_bytes(bytes(random.Random(5).randrange(256) for _ in range(3000)))
    (folder / 'truncated.xlsx').write_bytes(b'PK\x03\x04' + b'\0' * 60)
    table(folder / 'header-only.csv', few([]))
    table(folder / 'no-question.csv', [row[:-1] for row in few([['СОШ № 1', *YES]])])
    twice = few([['СОШ № 1', *YES, 'Да']])
    twice[0].append(QUESTIONS[13])
    table(folder / 'column-twice.csv', twice)
    table(folder / 'ragged.csv', few([['СОШ № 1', *YES], ['СОШ № 1', 'Да', 'Да'],
                                      ['СОШ № 1', *YES, 'Да', 'Да']]))
    table(folder / 'unknown.csv', few([['СОШ № 1', *YES], ['СОШ № 2', *YES],
                                       ['ДС «Елочк»', *YES], ['', *YES],
                                       ['СОШ\n№ 9', *YES]]))
    table(folder / 'strange-answers.csv', few([
        ['СОШ № 1', *YES], ['СОШ № 1', 'да ', 'ДА', *YES[2:]],
        ['СОШ № 1', 'Да', 'Да, полностью', *YES[2:]],
        ['СОШ № 1', 'Нет', 'Да', *YES[2:]], ['СОШ № 1', *YES[:13], 'Как когда'],
        ['СОШ № 1', *YES[:13], 'как когда'], ['СОШ № 1', *[''] * 14]]))
    table(folder / 'own-words.csv', few([
        ['СОШ № 1', *YES], ['сош №1', *YES[:4], 'скорее да', *YES[5:]],
        ['СОШ № 1', *YES[:4], 'Скорее да!', *YES[5:]], ['Ёлка', *YES], ['Проба', *YES],
        ['ДС «Ёлочк»', *YES[:13], '?'], ['Ёлка', *YES[:13], 'Затрудняюсь ответить']]))
    table(folder / 'repeated.csv', [['ID', *row] if i == 0 else [(i + 1) // 2, *row]
                                    for i, row in enumerate(few([['СОШ № 1', *YES]] * 4))])
    table(folder / 'organization-twice.csv',
          [['Наименование организации', 'Вид'], ['СОШ № 7', 'Общее'], ['СОШ №7', 'Общее']])
    (folder / 'entities.xml').write_text('<?xml version="1.0"?>\n<!DOCTYPE m [<!ENTITY x SYSTEM '
                                         '"file:///etc/hostname">]>\n<methodology id="&x;"/>\n')
    rules = METHODOLOGY.read_text(encoding='utf-8')
    for right, wrong in (('code="1.1" weight="0.3"', 'code="1.1" weight="0.2"'),
                         (' points="30"', ''), ('code="stand.2"', 'code="stand.1"'),
                         ('filter="q1"', 'filter="q3"'), ('from="61"', 'from="91"')):
        assert right in rules
        rules = rules.replace(right, wrong, 1)
    (folder / 'edits.txt').write_text(
        "# a criterion of the council's own\n"
        "add criterion '' K6\nset criterion/K6 title 'Цифровая среда'\nset criterion/K6 weight 0,25\n"
        "add question '' q20\nset question/q20 text 'Удобен ли электронный дневник?'\n"
        "add indicator criterion/K6\nset indicator/6.1 inputs q20\nset indicator/6.1 weight 1\n\n"
        "normalize ''\nmove criterion/K6 '' 0\nremove calculated/2.2\n", encoding='utf-8')
    (folder / 'bad-edits.txt').write_text('remove criterion/K5\nmove criterion/K9 "" 0\n')
    (folder / 'half-edits.txt').write_text('remove criterion/K5\n')
    (folder / 'restore.txt').write_text(
        'remove criterion/K6\nremove question/q20\nrestore calculated/2.2\n'
        + ''.join(f'set criterion/K{n} weight 0.2\n' for n in range(1, 6)))
    (folder / 'broken-rules.xml').write_text(rules, encoding='utf-8')
    (folder / 'not-merilo.merilo').write_bytes(b'This is a letter, not a document.\n' * 40)


def write_evidence(folder):
    """What comes beside questionnaires: counts, values, facts, recipients."""
    table(folder / 'poll.csv', [
        ['Организация', 'Вопрос', 'Опрошено', 'Положительно'],
        ['СОШ № 1', 'q5', 40, 36], ['СОШ № 1', 'q2', 30, 25],
        ['ДС «Ёлочка»', QUESTIONS[6], 5, 4], ['ДС «Ёлочка»', 'q5', 20, 21],
        ['ДС «Ёлочка»', 'q12', 'двадцать', 20], ['СОШ № 1', 'q77', 1, 1]])
    table(folder / 'vote.csv', [
        ['Организация', 'q5 опрошено', 'q5 положительно', QUESTIONS[11] + ' Опрошено',
         QUESTIONS[11] + ' Положительно'],
        ['Дом творчества', '1 000', 900, '', '']], ';')
    table(folder / 'values.csv', [
        ['Организация', 'Показатель 1.1', 'Показатель 1.3', 'К1', 'Критерий 3', 'К5', 'Итоговый балл'],
        ['СОШ № 1', '93,5', '94,98', '96,05', '73,33', '96,1', '92,60'],
        ['ДС «Ёлочка»', '98,8', '97,54', '95,65', '60,00', '98,3', '84, 69']], ';')
    table(folder / 'facts.csv', [
        ['Организация', 'Дата', 'Источник', 'Ссылка', 'Текст'],
        ['СОШ № 1', '14.10.2024', 'Газета «Вести»', 'https://vesti.example/1', 'Открыт пандус.'],
        ['СОШ № 1', '', '', '', 'Слышал от соседа.']])
    table(folder / 'recipients.csv', [['Организация', 'Численность обучающихся'],
                                      ['СОШ № 1', '1 134'], ['ДС «Ёлочка»', '-']])


def write_council(folder):
    """The federal methodology with a criterion that the council added."""
    criterion = '''    <criterion code="K6" symbol="К6" weight="0.2" maximum="100" council="yes">
      <full-title>Мнение совета</full-title>
      <title>Мнение совета</title>
      <short-title>Совет</short-title>
      <indicator code="6.1" weight="1" measure="share" cap="100" base="answers">
        <full-title>Доля готовых рекомендовать</full-title>
        <title>Готовы рекомендовать</title>
        <short-title>Рекомендуют</short-title>
        <input question="q12"/>
      </indicator>
    </criterion>
  </criteria>
'''
    text = METHODOLOGY.read_text('utf-8').replace('  </criteria>\n', criterion)
    (folder / 'council.xml').write_text(text, 'utf-8')


def write_plan_forms(folder):
    """Forms of plans as offices return them; the codes are those of the demo."""
    head = ['5b. Actual term', '2. Measure', '1. Shortcoming', '5a. Measures that were taken',
            'Evidence (document, address on the site)', 'Примечание',
            'Code of the row (do not change)']
    table(folder / 'returned.csv', [
        ['', 'План ДЮСШ «Старт»'], head,
        ['45627', '', '', 'Отчёт размещён', 'http://start.example/otchet', 'проверьте', 'M72'],
        ['31.11.2024', '', '', 'Размещены', '', '', 'М73'],
        ['', '', '', 'Начали', '', '', 'M73'],
        ['', 'Вторая половина работ', '', '', '', '', 'M73'],
        ['', 'Совсем другое', 'Другой недостаток', '', '', '', 'M74'],
        ['', '', '', 'Работаем', '', '', 'M34'],
        ['', '', '', 'Работаем', '', '', 'M9999'],
        ['', 'Своя мера', 'Свой недостаток', '', '', '', ''],
    ], ';')
    table(folder / 'other.csv', [['a', 'b'], ['1', '2']], ';')


SCALE = ['неудовлетворительно, не устраивает', 'плохо, много недостатков',
         'удовлетворительно, но со значительными недостатками',
         'в целом хорошо, за исключением незначительных недостатков',
         'отлично, полностью удовлетворен(а)', 'Затрудняюсь ответить', '']

# The four-criterion example of the specification: how many of 60 gave each answer to the nine
# questions about conditions (8,00 twice, six times 7,00, 6,125) and to the five of shares.
EXAMPLE_2014 = [(3, 5, 5, 11, 36, 0, 0)] * 2 + [(5, 5, 10, 17, 23, 0, 0)] * 6 + \
    [(10, 8, 10, 9, 23, 0, 0)] + [(1, 1, 1, 20, 37, 0, 0), (0, 2, 3, 20, 35, 0, 0)] + \
    [(0, 4, 5, 20, 31, 0, 0)] * 3
FEW_2014 = [(0, 0, 1, 0, 2, 1, 1)] * 14


def survey_2014():
    """As a form of 2015 asks: whole sentences, without the expert's two indicators."""
    questions = xml.etree.ElementTree.parse(METHODOLOGY.with_name('nok-2014-education.xml'))
    texts = [q.find('text').text for q in questions.getroot().iter('question')][2:]
    rows = [['Отметка времени', 'Образовательная организация', *texts]]
    for name, counts in (('СОШ № 1', EXAMPLE_2014), ('ДС «Ёлочка»', FEW_2014)):
        columns = [[SCALE[i] for i, n in enumerate(count) for _ in range(n)] for count in counts]
        rows += [[f'{1 + n // 24:02d}.10.2015 {n % 24}:00:0{len(name) % 10}', name,
                  *[column[n] for column in columns]] for n in range(len(columns[0]))]
    return rows


def write_2014(folder):
    """Tables for the edition of 2014: questionnaires, and points of an expert."""
    table(folder / 'survey-2014.csv', survey_2014(), ';')
    table(folder / 'points.csv', [
        ['Организация', '1.1', '1.2 Сведения о педагогических работниках'],
        ['СОШ № 1', '8,5', '7,75'], ['ДС «Ёлочка»', '10,5', '9'], ['Дом творчества', '7', 'семь'],
        ['ДС «Ёлочка»', '—', '9']], ';')


def write_records(folder):
    """Tables of records, as they come back from people."""
    table(folder / 'members.csv', [
        ['Состав Общественного совета', '', '', '', ''], ['', '', '', '', ''],
        ['Фамилия, имя, отчество', 'Роль', 'Кого представляет', 'В должности с', 'Телефон'],
        ['Иванова Ирина Петровна', 'председатель', 'Совет ветеранов', '01.02.2024', '2-11-22'],
        ['Петров Пётр Петрович', 'member', 'Союз «Семья»', '2024-02-01', ''],
        ['Орлова Ольга Олеговна', 'Секретарь', '', '1 февраля 2024 г.', '']], ';')
    table(folder / 'plan-items.csv', [
        ['id', 'plan', 'measure', 'deadline', 'state', 'done_on', 'evidence'],
        ['', 'СОШ №1', 'Установить пандус', 'до 1 октября 2025 г.', 'в работе', '', ''],
        ['', 'сош № 1, версия 1', 'Обновить сайт', 'до 1 марта 2025 г.', 'done', '20.02.2025',
         'https://school1.example'],
        ['', '#2', 'Провести опрос', 'ежеквартально', '', '', '']])
    table(folder / 'plan-items-bad.csv', [
        ['id', 'plan', 'measure', 'deadline', 'state', 'done_on', 'share'],
        ['', 'СОШ № 1', 'Обновить стенды', '', '', '', '50'],
        ['', 'СОШ № 9', 'Установить пандус', '', 'почти', '31.02.2025', ''],
        ['', 'СОШ № 1', '', '', '', '', ''],
        ['', 'СОШ № 1', 'Починить лифт', '', '', '', '120'],
        ['77', 'СОШ № 1', 'Починить лифт', '', '', '', 'сто']])
    table(folder / 'work-plan.csv', [
        ['№', 'Уровень', 'Что сделать', 'Входит в', 'Срок', 'Ответственные'],
        ['1', 'раздел плана', 'Подготовка', '', '', ''],
        ['1.1', 'пункт плана', 'Определить оператора', '1 Подготовка', 'до 1 марта 2025 г.',
         'Управление образования\nОбщественный совет'],
        ['', 'этап пункта', 'Провести конкурс', '1.1', 'февраль 2025 г.', ''],
        ['2', 'раздел плана', 'Сбор данных', '', '', '']], ';', 'cp1251')


def write(folder):
    """Writes all tables into a folder."""
    write_records(folder)
    write_council(folder)
    write_plan_forms(folder)
    table(folder / 'organizations.csv', organizations())
    table(folder / 'update.csv', organizations_update())
    table(folder / 'checklist.csv', checklist())
    table(folder / 'survey.csv', survey())
    table(folder / 'survey-1251.csv', survey(), ';', 'cp1251')
    table(folder / 'survey-tab.tsv', [['Сводная таблица'], [''], *survey()], '\t', 'utf-8-sig')
    write_evidence(folder)
    table(folder / 'letters.csv', [['a', 'b', *[f'c{i}' for i in range(14)]], *survey()[1:]])
    for encoding in ('cp866', 'koi8-r', 'mac-cyrillic', 'iso-8859-5', 'utf-16', 'utf-32'):
        # KOI8-R has no «№», and ISO-8859-5 no quotation marks of this kind.
        rows = [[str(cell).translate(str.maketrans('№', 'N', '«»')) for cell in row]
                for row in survey()]
        table(folder / f'survey-{encoding}.csv', rows, '|', encoding)
    shutil.copy(REGISTRY_XML, folder)
    table(folder / 'voices.csv', voices())
    write_bad(folder)
    write_2014(folder)
