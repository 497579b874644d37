# SPDX-License-Identifier: GPL-3.0-or-later
"""System A: three years that build the assessment from nothing, eighteen items in one list; pilot
organizations, criteria of the district's own, open sources, a report each year."""
import datetime

import steps
import tables

PILOTS = ['ДС «Берёзка»', 'СОШ № 1', 'Дом творчества']
PROCEDURE = """add criterion '' K1
set criterion/K1 title 'Открытость организации'
set criterion/K1 weight 0,4
add indicator criterion/K1
set indicator/1.1 title 'Сведения в открытых источниках'
set indicator/1.1 measure points
set indicator/1.1 base ''
set indicator/1.1 cap 100
set indicator/1.1 weight 1
add criterion '' K2
set criterion/K2 title 'Мнение родителей'
set criterion/K2 weight 0,6
add question '' q1
set question/q1 text 'Удовлетворены ли Вы условиями?'
add question '' q2
set question/q2 text 'Готовы ли Вы рекомендовать организацию?'
add indicator criterion/K2
set indicator/2.1 title 'Удовлетворены условиями'
set indicator/2.1 inputs q1
set indicator/2.1 weight 0,5
add indicator criterion/K2
set indicator/2.2 title 'Готовы рекомендовать'
set indicator/2.2 inputs q2
set indicator/2.2 weight 0,5
set '' title 'Порядок района 2013 года'
"""


def begin(stage):
    stage.on('2013-08-15', 'letters, a draft order')
    stage.do('new', '--title', 'Кедровский район', '--methodology', 'blank')
    stage.do('cycle add', '--year', 2013, '--preset', 'a')
    tables.write_registry(stage.folder / 'registry.csv')
    stage.do('import organizations', 'registry.csv')
    letter = stage.number('publication add', 'paper', 'what=letter', 'day=15.08.2013',
                          'title=О предстоящей оценке')
    steps.shown(stage, '1', '15.08.2013', 'paper', letter)
    order = stage.number('publication add', 'paper', 'what=order', 'number=598', 'day=30.08.2013',
                         'title=Об организации работы', 'issuer=Отдел образования')
    stage.on('2013-08-30')
    steps.shown(stage, '2', '30.08.2013', 'paper', order)


def council(stage):
    stage.on('2013-09-20', 'the council with its regulation, the pilots')
    steps.council(stage, '20.09.2013', '19.09.2016')
    regulation = stage.number('publication add', 'paper', 'what=regulation', 'day=20.09.2013',
                              'title=Положение об Общественном совете')
    steps.shown(stage, '3', '20.09.2013', 'paper', regulation)
    for name in PILOTS:
        stage.do('select set', name, 'selected=yes', 'pilot=yes')
    pilots = stage.rules()['procedure.pilot']
    stage.expect(len(pilots) == 3, f'pilots without a decision: {pilots}')
    question = steps.meet(stage, '20.09.2013', 'list')[0]
    stage.do('council link', question, 'organization', PILOTS[0])
    stage.expect(len(stage.rules()['procedure.pilot']) == 2, 'the decision names one pilot')
    for name in PILOTS[1:]:
        stage.do('council link', question, 'organization', name)
    stage.expect('procedure.pilot' not in stage.rules(), 'the decision names all pilots')
    steps.shown(stage, '5', '20.09.2013', 'agenda-item', question)


def model(stage):
    stage.on('2013-10-10', 'the district\'s own procedure')
    (stage.folder / 'procedure.txt').write_text(PROCEDURE, 'utf-8')
    stage.expect('procedure.indicators' in stage.rules(), 'there are no indicators yet')
    stage.do('methodology apply', 'procedure.txt', '--reason', 'Порядок района')
    stage.expect('procedure.indicators' not in stage.rules(), 'there are indicators')
    steps.shown(stage, '6', '08.10.2013', evidence='Предложения к порядку')
    question = steps.meet(stage, '10.10.2013', 'criteria')[0]
    steps.shown(stage, '7', '10.10.2013', 'agenda-item', question)
    news = steps.publish(stage, '25.09.2013', 'method')[0]
    steps.shown(stage, '8', '10.10.2013', 'publication', news)
    steps.publish(stage, '27.09.2013', 'information', place='organization')
    steps.shown(stage, '9', '27.09.2013', evidence='Проверка сайтов')
    stage.do('cycle set', 'stage', 'collection')
    steps.clean(stage)


def collect(stage):
    stage.on('2013-11-20', 'open sources, the questionnaire, the plan that item 14 speaks of')
    tables.write(stage.folder / 'facts.csv', [
        ['Организация', 'Дата', 'Источник', 'Ссылка', 'Текст'],
        ['СОШ № 1', '14.11.2013', 'Газета «Вести»', '', 'Школа открыла музей'],
        ['ДС «Берёзка»', '15.11.2013', 'Сайт района', 'https://r.example/1', 'Новая площадка']])
    tables.write(stage.folder / 'points.csv', [['Организация', '1.1'],
                                                 *zip(PILOTS, (70, 85, 90))])
    answers = [[name, 'Да' if i % 4 else 'Нет', 'Да' if i % 3 else 'Нет']
               for name in PILOTS for i in range(20)]
    tables.write(stage.folder / 'survey.csv', [
        ['Организация', 'Удовлетворены ли Вы условиями?',
         'Готовы ли Вы рекомендовать организацию?'], *answers])
    for kind in ('facts', 'points', 'survey'):
        stage.do(f'import {kind}', f'{kind}.csv')
    stage.do('evidence list', '--kind', 'facts')
    stage.do('scores')
    # the separate plan: an event with its own term, which item 14 is due by
    event = stage.number('publication add', 'event', 'what=other', 'title=Мониторинг пилотных',
                         'deadline=ноябрь 2013 г.', 'held=20.11.2013')
    item = next(row['id'] for row in stage.rows('workplan list') if row['number'] == '14')
    stage.do('workplan add', 'link', 'role=deadline', 'from_kind=work-item', f'from_id={item}',
             'to_kind=event', f'to_id={event}')
    due = next(row['last'] for row in stage.rows('workplan status') if row['number'] == '14')
    stage.expect(due == '2013-11-30', f'item 14 is due by {due!r}, not as its own plan is')
    steps.shown(stage, '14', '20.11.2013', evidence='Рейтинг пилотных организаций')
    seminar = stage.number('publication add', 'event', 'what=seminar',
                           'title=Семинар с общественными организациями',
                           'deadline=до 31 декабря 2013 г.', 'held=25.11.2013', 'participants=30')
    stage.on('2013-11-26')
    steps.shown(stage, '12', '25.11.2013', 'event', seminar)


def report(stage):
    stage.on('2013-12-16', 'results, the yearly report, proposals')
    stage.do('results preliminary', quiet=True)
    questions = steps.meet(stage, '16.12.2013', 'results', 'proposals')
    stage.do('approve', '--decision', 'протокол № 3 от 16.12.2013', quiet=True)
    rating = steps.publish(stage, '16.12.2013', 'rating')[0]
    steps.shown(stage, '15', '16.12.2013', evidence='Доклад за 2013 год')
    steps.shown(stage, '16', '16.12.2013', 'agenda-item', questions[1])
    stage.say(f'# the rating is publication {rating}')
    steps.clean(stage)
    stage.on('2013-12-17', 'what recurs is done until next December')
    stage.do('workplan status')
    stage.on('2014-12-01')
    status = {row['number']: row['status'] for row in stage.rows('workplan status')}
    stage.expect(status['15'] == 'running', f'the report of 2014: {status["15"]}')
    stage.on('2015-01-01')
    status = {row['number']: row['status'] for row in stage.rows('workplan status')}
    stage.expect(status['15'] == 'overdue', f'the report of 2014: {status["15"]}')


def improve(stage):
    stage.on('2014-02-03', 'the plans: the council agrees, the department approves')
    stage.do('plan find', '--all')
    stage.do('plan recommend', '--all', '--day', '20.01.2014')
    stage.do('plan receive', '--all', '--day', '27.01.2014')
    stage.do('plan make', '--all')
    planned = [row['organization'] for row in stage.rows('plan list')]
    for i, name in enumerate(planned):
        steps.exchange(stage, name, i, 'до 1 сентября 2014 г.')
        stage.do('plan state', name, 'submitted', '--day', '03.02.2014')
        stage.do('plan state', name, 'approved', status=1)
        stage.do('plan state', name, 'agreed', '--day', '10.02.2014')
        stage.do('plan state', name, 'approved', '--day', '11.02.2014')
        stage.do('publication add', 'what=plan', 'place=organization', f'organization={name}',
                 'done_on=12.02.2014')
    stage.on('2014-02-12')
    steps.shown(stage, '17', '11.02.2014', evidence='Утверждённые планы')
    stage.do('cycle set', 'stage', 'plans')
    steps.clean(stage)
    stage.on('2014-09-10', 'what was done')
    for i, name in enumerate(planned):
        steps.executed(stage, name, i, datetime.date(2014, 8, 20))
    steps.inspect(stage, '10.09.2014')
    stage.do('plan control')
    stage.do('plan add', 'management-decision', 'title=О поощрении', 'number=7', 'day=10.09.2014')
    stage.do('cycle set', 'stage', 'control')


def close(stage):
    stage.on('2014-12-10', 'the report of the second year')
    steps.shown(stage, '15', '10.12.2014', evidence='Доклад за 2014 год')
    steps.shown(stage, '16', '10.12.2014', evidence='Предложения 2014 года')
    stage.on('2015-12-20', 'the third year, and the plan as a document')
    for number in ('15', '16', '4', '10', '11', '13', '18'):
        steps.shown(stage, number, '20.12.2015', evidence='Справка за 2013–2015 годы')
    stage.do('workplan status')
    steps.clean(stage)
    stage.do('report', '--kind', 'work-plan', '--output', 'plan.csv')
    stage.say((stage.folder / 'plan.csv').read_text('utf-8-sig').rstrip())
    stage.do('cycle archive')
    stage.do('cycle add', '--year', 2016, '--from', 1, '--choose', 'same')
    stage.do('workplan list', 'number=8')
    stage.do('cycle list')
    stage.do('verify')


def play(stage):
    for part in (begin, council, model, collect, report, improve, close):
        part(stage)
