# SPDX-License-Identifier: GPL-3.0-or-later
"""System B: the yearly cycle in three sections, with windows of collection per kind, a result
document per item, and a slip in its own plan: 3.1 is due a year before the plan begins."""
import datetime

import steps
import tables

CHOSEN = {'ДС «Берёзка»': 'preschool', 'ДС «Снежинка»': 'preschool', 'СОШ № 2': 'general',
          'Озёрская СОШ': 'general', 'Станция юных техников': 'additional'}
WINDOWS = [('preschool', 'февраль–апрель 2016 г.'), ('general', 'март–май 2016 г.'),
           ('additional', 'апрель–май 2016 г.')]


def begin(stage):
    stage.on('2016-01-12', 'the plan and what is wrong with it')
    stage.do('new', '--title', 'Берёзовский район', '--methodology', 'nok-2014-education')
    stage.do('cycle add', '--year', 2016, '--preset', 'b')
    tables.write_registry(stage.folder / 'registry.csv')
    stage.do('import organizations', 'registry.csv')
    steps.council(stage, '12.01.2015', '11.01.2018')
    stage.do('workplan check')
    flagged = stage.rules()
    stage.expect(len(flagged['work.years']) == 1 and '3.1' in flagged['work.years'][0]
                 and '2015' in flagged['work.years'][0], f'3.1: {flagged}')
    item = next(row['id'] for row in stage.rows('workplan list') if row['number'] == '3.1')
    stage.do('workplan set', item, 'deadline=до 10 декабря 2016 г.')
    stage.expect('work.years' not in stage.rules(), '3.1 was mended')
    windows = [(row['organization_kind'], row['deadline'].replace('\u00a0', ' '))
               for row in stage.rows('cycle list', 'window')]
    stage.expect(windows == WINDOWS, f'windows: {windows}')


def prepare(stage):
    stage.on('2016-01-20', '1: the list, the terms, what is published all the time')
    stage.do('select add', *CHOSEN)
    stage.do('select share')
    questions = steps.meet(stage, '20.01.2016', 'list', 'criteria', 'operator')
    steps.shown(stage, '1.1', '20.01.2016', 'agenda-item', questions[0])
    stage.do('operator add', 'remark', 'about=terms', 'day=20.01.2016',
             'source=Общественный совет', 'text=Опрашивать на сайте', 'state=accepted',
             'decided=21.01.2016', 'decision=Внесено')
    stage.do('operator add', 'contract', 'operator_name=Институт', 'day=25.01.2016',
             'deadline=до 30 сентября 2016 г.')
    steps.shown(stage, '1.3', '20.01.2016', 'remark', 1)
    section = steps.publish(stage, '20.01.2016', 'list', 'method')
    steps.shown(stage, '1.2', '20.01.2016', 'publication', section[0])
    steps.publish(stage, '20.01.2016', 'information', place='busgov')
    steps.shown(stage, '1.4', '20.01.2016', 'publication', 3)
    steps.shown(stage, '1.5', '20.01.2016', evidence='Методические письма')
    stage.do('cycle set', 'stage', 'collection')
    steps.clean(stage, 'work.order')


def conduct(stage):
    stage.on('2016-06-01', '2: what was collected kind by kind, ratings, discussion')
    tables.write_recipients(stage.folder / 'recipients.csv', list(CHOSEN))
    stage.do('import recipients', 'recipients.csv')
    for number, (kind, _window) in zip(('2.2', '2.3', '2.4'), WINDOWS):
        names = [name for name, its in CHOSEN.items() if its == kind]
        counts = {name: tables.sample(name) for name in names}
        tables.write_scale_survey(stage.folder / f'{kind}.csv', counts, len(kind), 4)
        tables.write_points(stage.folder / f'{kind}-points.csv', names, 7)
        stage.do('import survey', f'{kind}.csv')
        stage.do('import points', f'{kind}-points.csv')
        steps.shown(stage, number, '01.06.2016', evidence='Данные мониторинга, рейтинг')
    stage.do('scores')
    news = steps.publish(stage, '01.06.2016', 'news', place='press')[0]
    steps.shown(stage, '2.1', '01.06.2016', 'publication', news)
    stage.on('2016-09-28')
    stage.do('operator add', 'delivery', 'what=Отчёт', 'is_report=yes', 'received=20.09.2016',
             'state=accepted', 'decided=28.09.2016')
    steps.shown(stage, '2.5', '28.09.2016', 'delivery', 1)
    stage.do('results preliminary', quiet=True)
    stage.on('2016-10-27', 'the public discussion, 2.6 and 2.7')
    hearing = stage.number('publication add', 'event', 'what=hearing', 'title=Обсуждение',
                           'deadline=октябрь 2016 г.', 'held=14.10.2016', 'participants=40')
    stage.do('operator add', 'remark', 'about=rating', 'day=14.10.2016', 'source=Обсуждение',
             'text=Показать места по видам', 'state=accepted', 'decided=27.10.2016',
             'decision=Места по видам')
    questions = steps.meet(stage, '27.10.2016', 'results', 'proposals', 'publication')
    stage.do('council form', questions[2], 'kinds')
    steps.shown(stage, '2.6', '27.10.2016', 'event', hearing)
    steps.shown(stage, '2.7', '27.10.2016', 'agenda-item', questions[1])
    stage.do('approve', '--decision', 'протокол № 2 от 27.10.2016', quiet=True)
    stage.on('2016-12-01', '2.8 to 2.11')
    results = steps.publish(stage, '01.12.2016', 'results', 'rating')
    steps.shown(stage, '2.8', '01.12.2016', 'publication', results[0])
    busgov = steps.publish(stage, '01.12.2016', 'results', place='busgov')[0]
    steps.shown(stage, '2.9', '01.12.2016', 'publication', busgov)
    steps.shown(stage, '2.10', '01.12.2016', evidence='Аналитические материалы')
    # five contests: steps of one item, each with its own term and its own mark
    item = next(row['id'] for row in stage.rows('workplan list') if row['number'] == '2.11')
    for number in range(1, 6):
        stage.do('workplan add', 'work-item', 'level=step', f'parent=#{item}',
                 f'what=Конкурс {number}', f'deadline=до {number} декабря 2016 г.')
    status = {row['number']: row['status'] for row in stage.rows('workplan status')}
    stage.expect(status['2.11'] != 'done', f'no contest was held: {status["2.11"]}')
    for row in stage.rows('workplan list', 'level=step'):
        contest = stage.number('publication add', 'event', 'what=contest', f'title={row["what"]}',
                               'held=01.12.2016')
        stage.do('workplan set', row['id'], 'done_on=01.12.2016')
        stage.do('workplan add', 'link', 'role=evidence', 'from_kind=work-item',
                 f'from_id={row["id"]}', 'to_kind=event', f'to_id={contest}')
    status = {row['number']: row['status'] for row in stage.rows('workplan status')}
    stage.expect(status['2.11'] == 'done' and status['2'] == 'done', f'section 2: {status}')
    steps.clean(stage, 'work.order')


def use(stage):
    stage.on('2016-12-05', '3: plans, control, decisions, the note for the administration')
    stage.do('plan find', '--all')
    stage.do('plan recommend', '--all', '--day', '30.11.2016')
    stage.do('plan receive', '--all', '--day', '30.11.2016')
    stage.do('plan make', '--all')
    planned = [row['organization'] for row in stage.rows('plan list')]
    for i, name in enumerate(planned):
        steps.exchange(stage, name, i, 'до 20 декабря 2016 г.')
        for state in ('submitted', 'agreed', 'approved'):
            stage.do('plan state', name, state, '--day', '05.12.2016')
    question = steps.meet(stage, '05.12.2016', 'plans')[0]
    steps.shown(stage, '3.1', '05.12.2016', 'agenda-item', question)
    for name in planned:
        stage.do('publication add', 'what=plan', 'place=organization', f'organization={name}',
                 'deadline=до 12 декабря 2016 г.', 'done_on=05.12.2016')
    steps.shown(stage, '3.2', '05.12.2016', evidence='Планы на сайтах')
    stage.do('plan consolidate')
    note = stage.number('publication add', 'paper', 'what=report', 'title=Справка',
                        'day=05.12.2016')
    steps.shown(stage, '3.5', '05.12.2016', 'paper', note)
    stage.on('2016-12-26')
    stage.do('cycle set', 'stage', 'control')
    for i, name in enumerate(planned):
        steps.executed(stage, name, i, datetime.date(2016, 12, 19))
    steps.inspect(stage, '26.12.2016')
    stage.do('plan control')
    steps.shown(stage, '3.3', '26.12.2016', evidence='Сведения об исполнении')
    stage.do('plan add', 'management-decision', 'title=Дорожная карта', 'number=9',
             'day=26.12.2016', 'amends=Программа развития', 'clause=п. 4', 'effective=01.01.2017',
             'effect=Добавлены меры')
    steps.shown(stage, '3.4', '26.12.2016', 'management-decision', 1)
    stage.do('workplan status')
    steps.clean(stage, 'work.order')


def close(stage):
    stage.on('2016-12-30', 'closed, and the next year made of it')
    stage.do('cycle close')
    stage.do('cycle add', '--year', 2017, '--from', 1, '--choose', 'proposed')
    stage.do('cycle list', 'window')
    stage.do('workplan list')
    stage.do('check-rules')
    stage.do('verify')


def play(stage):
    for part in (begin, prepare, conduct, use, close):
        part(stage)
