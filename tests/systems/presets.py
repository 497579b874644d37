#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample work plans item by item: number, phrase word for word, roles and result, in the year
of the municipal documents; and how many items a plan has in any year.

usage: presets.py MERILO_CLI
"""
import pathlib
import sys
import tempfile

import stage as stages

# roles: what each responsible is called in the samples
TWO, ONE = 'специалисты управления образования (двое)', 'специалист управления образования'
SOME = 'специалисты управления образования'
COUNCIL, DECISION = 'Общественный совет', 'Общественный совет (решение)'
HEADS = 'руководители организаций'
OFFICERS, OFFICE = 'специалисты органа управления образованием', 'орган управления образованием'
SCHOOLS, LOCAL = 'образовательные организации', 'муниципальные органы управления образованием'
OPERATOR, DEPARTMENT = 'организация-оператор', 'управление образования'
ASSESSED = 'организации, в отношении которых проведена оценка'
INSTITUTE = 'институт повышения квалификации'
YEARS, YEARLY, ALWAYS = '2013–2015 гг.', 'декабрь 2013 г., далее ежегодно', 'постоянно'

# number, what it is about, phrase, roles, result; None: the municipal document has none
A = [
    ('1', 'письма', 'август–сентябрь 2013 г.', [TWO], None),
    ('2', 'проект приказа', 'август 2013 г.', [ONE], None),
    ('3', 'положение', 'сентябрь 2013 г.', [TWO], None),
    ('4', 'организационно и технически', YEARS, [TWO], None),
    ('5', 'пилотные', 'сентябрь–октябрь 2013 г.', [DECISION], None),
    ('6', 'критерии и показатели, способы сбора', 'сентябрь–октябрь 2013 г.', [TWO], None),
    ('7', 'Утвердить порядок', 'октябрь 2013 г.', [DECISION], None),
    ('8', 'раздел', 'сентябрь 2013 г.; затем 2013–2015 гг.', [ONE], None),
    ('9', 'на сайтах организаций', 'III квартал 2013 г.', [SOME, HEADS], None),
    ('10', 'открытость', YEARS, [HEADS], None),
    ('11', 'открытые источники', YEARS, [COUNCIL, SOME, HEADS], None),
    ('12', 'семинары', 'до 31 декабря 2013 г.', [ONE], None),
    ('13', 'дополнительные сведения', YEARS, [TWO, HEADS], None),
    ('14', 'рейтинг', 'по отдельному плану', [COUNCIL, SOME, HEADS], None),
    ('15', 'доклад', YEARLY, [COUNCIL, ONE], None),
    ('16', 'предложения', YEARLY, [COUNCIL, ONE], None),
    ('17', 'планы', '2014 г.', [COUNCIL, ONE, HEADS], None),
    ('18', 'исполнением', YEARS, [TWO], None),
]
B = [
    ('1', 'Подготовка', '', [], None),
    ('1.1', 'перечень', 'до 30 ноября 2016 г.', [COUNCIL, OFFICERS], 'утверждённый перечень'),
    ('1.2', 'раздел', ALWAYS, None, 'Размещённые сведения'),
    ('1.3', 'техническому заданию', 'до 20 декабря 2016 г.', [COUNCIL], 'Техническое задание'),
    ('1.4', 'bus.gov.ru', ALWAYS, [SCHOOLS], None),
    ('1.5', 'методически', ALWAYS, [LOCAL], 'Система независимой оценки'),
    ('2', 'Проведение', '', [], None),
    ('2.1', 'массовой информации', ALWAYS, None, 'Публикации'),
    ('2.2', 'дошкольных', 'февраль–апрель', [OPERATOR], 'Данные мониторинга, рейтинг'),
    ('2.3', 'общеобразовательных', 'март–май', [OPERATOR], 'Данные мониторинга, рейтинг'),
    ('2.4', 'дополнительного', 'апрель–май', [OPERATOR], 'Данные мониторинга, рейтинг'),
    ('2.5', 'обобщить', 'до 30 сентября 2016 г.', [OPERATOR], None),
    ('2.6', 'общественное обсуждение', 'октябрь 2016 г.', [COUNCIL], 'Окончательный рейтинг'),
    ('2.7', 'предложения', 'до 30 октября 2016 г.', [COUNCIL], 'рассмотренные на заседаниях'),
    ('2.8', 'Опубликовать', 'до 5 декабря 2016 г.', None, 'печатных и электронных'),
    ('2.9', 'bus.gov.ru', ALWAYS, None, None),
    ('2.10', 'социальных условиях', 'в течение года', [COUNCIL], 'программы поддержки'),
    ('2.11', 'конкурсов', 'согласно графику', [OFFICE, INSTITUTE, COUNCIL], 'конкурсы'),
    ('3', 'Использование', '', [], None),
    ('3.1', 'план', 'до 10 декабря 2015 г.', [OFFICERS, COUNCIL], 'решение Общественного совета'),
    ('3.2', 'на сайтах организаций', 'до 12 декабря 2016 г.', [SCHOOLS], None),
    ('3.3', 'исполнение', 'в течение срока, определённого планом', [OFFICERS],
     'Сведения об исполнении'),
    ('3.4', 'управленческие решения', 'ноябрь–декабрь 2016 г.', None, '«Дорожные карты»'),
    ('3.5', 'администрации', 'до 5 декабря 2016 г.', None, 'Справка'),
]
LATE = '2–4 квартал 2021 г.'
C = [
    ('1', 'не менее 33 %', '1 квартал 2021 г.', [COUNCIL], 'Перечень организаций'),
    ('2', 'документации о закупке', '2 квартал 2021 г.', [COUNCIL], 'Критерии, анкеты'),
    ('3', 'инструкции', LATE, [OPERATOR], 'Инструкции'),
    ('4', 'о сроках, операторе и условиях', LATE, [DEPARTMENT], 'Письмо'),
    ('5', 'число получателей', LATE, [DEPARTMENT], 'числе получателей'),
    ('6', 'Собрать и обобщить', LATE, [OPERATOR], 'Отчёт о сборе'),
    ('7', 'обсудить', '4 квартал 2021 г.', [COUNCIL, OPERATOR], 'Отчёт о результатах, рейтинг'),
    ('8', 'предложения', '4 квартал 2021 г.', [COUNCIL, OPERATOR], 'Рекомендации'),
    ('9', 'Передать', '4 квартал 2021 г.', [COUNCIL, OPERATOR], 'Отчёт, рекомендации'),
    ('10', 'сайте управления', 'декабрь 2021 г.', [DEPARTMENT], 'Сведения на сайтах'),
    ('11', 'Рассмотреть', 'I квартал 2022 г.', [DEPARTMENT, ASSESSED], 'Меры'),
    ('12', 'план', 'не позднее 10 дней после получения рекомендаций', [ASSESSED], 'План'),
    ('13', 'планы', ALWAYS, [ASSESSED], 'Сведения на сайте'),
    ('14', 'управленческие решения', 'I квартал 2022 г.', [DEPARTMENT], 'меры'),
    ('15', 'bus.gov.ru', 'в течение года', [DEPARTMENT], 'Размещённые сведения'),
    ('16', 'руководителей', ALWAYS, [DEPARTMENT, ASSESSED], 'Сведения об исполнении'),
]


def compare(wanted, row):
    """What is wrong with an item; None when it is as the municipal document has it."""
    number, about, phrase, roles, result = wanted
    for key, value in (('number', number), ('deadline', phrase)):
        if row[key] != value:
            return f'{key} is {row[key]!r}, not {value!r}'
    if about not in row['what']:
        return f'{row["what"]!r} is not about {about!r}'
    if roles is not None and [role for role in row['responsible'].splitlines() if role] != roles:
        return f'{row["responsible"]!r} instead of {roles}'
    if result is not None and result not in row['result']:
        return f'the result {row["result"]!r} does not say {result!r}'
    return None


def wrong(program, preset, year, plan, exact):
    with tempfile.TemporaryDirectory(prefix='merilo-preset-') as folder:
        stage = stages.Stage(program, pathlib.Path(folder))
        stage.on(f'{year}-06-01')
        stage.do('new')
        stage.do('cycle add', '--year', year, '--preset', preset)
        rows = stage.rows('workplan list')
    if len(rows) != len(plan):
        return [f'{preset}, {year}: {len(rows)} lines instead of {len(plan)}']
    found = [(wanted[0], compare(wanted, row)) for wanted, row in zip(plan, rows)] if exact else []
    return [f'{preset}, item {number}: {what}' for number, what in found if what]


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    problems = []
    for preset, year, plan in (('a', 2013, A), ('b', 2016, B), ('c', 2021, C), ('d', 2020, [])):
        problems += wrong(program, preset, year, plan, True)
        problems += wrong(program, preset, 2027, plan, False)
    print('\n'.join(problems) or 'every item is as the municipal plans have it')
    return 1 if problems else 0


if __name__ == '__main__':
    sys.exit(main())
