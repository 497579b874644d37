# SPDX-License-Identifier: GPL-3.0-or-later
"""System D: a procedure, not a plan. A year is led by its rules: each is seen broken at the moment
when it is, and kept in the end."""
import datetime

import steps
import tables

CHOSEN = ['ДС «Берёзка»', 'ДС «Василёк»', 'СОШ № 1', 'СОШ № 2', 'Дом творчества']
CRITERION = """add criterion '' K5
set criterion/K5 title 'Взаимодействие с родителями'
set criterion/K5 weight 1
set criterion/K5 maximum 100
set criterion/K5 council yes
add question '' q17
set question/q17 text 'Приглашают ли Вас в организацию?'
add indicator criterion/K5
set indicator/5.1 title 'Приглашают родителей'
set indicator/5.1 inputs q17
set indicator/5.1 weight 1
"""


def said(stage, rule, *words):
    """The rule is broken now, and its sentence says so."""
    texts = stage.rules().get(rule, [])
    stage.expect(texts and all(word in ' '.join(texts) for word in words), f'{rule}: {texts}')
    stage.say(f'# broken: {rule}: {texts[0]}')


def kept(stage, *rules):
    for rule in rules:
        stage.expect(rule not in stage.rules(), f'{rule}: {stage.rules().get(rule)}')


def model(stage):
    stage.on('2016-02-01', 'the council, the model, the list')
    stage.do('new', '--title', 'Ключевской район', '--methodology', 'nok-2014-education')
    stage.do('cycle add', '--year', 2016, '--preset', 'd')
    tables.write_registry(stage.folder / 'registry.csv')
    stage.do('import organizations', 'registry.csv')
    said(stage, 'council.none', 'no council')
    steps.council(stage, '01.02.2015', '31.01.2018')
    kept(stage, 'council.none')
    stage.do('cycle add', 'earlier', 'organization=СОШ № 3', 'year=2016', 'total=120', 'most=160')
    stage.do('cycle add', 'earlier', 'organization=ДС «Берёзка»', 'year=2013', 'total=110',
             'most=160')
    said(stage, 'selection.interval-most', 'ДС «Берёзка»', '2013', '3 years')
    stage.do('select add', 'СОШ № 3')
    said(stage, 'selection.interval-least', 'СОШ № 3', '2016', 'once in 1 year')
    stage.do('select remove', 'СОШ № 3')
    stage.do('select add', *CHOSEN)
    kept(stage, 'selection.interval-most', 'selection.interval-least', 'selection.share')
    (stage.folder / 'criterion.txt').write_text(CRITERION, 'utf-8')
    stage.do('methodology set', 'council.criteria', 'beside')
    stage.do('methodology apply', 'criterion.txt', '--reason', 'Решение совета')
    said(stage, 'procedure.criteria', '1 criterion', 'without a decision of the council')
    stage.do('cycle set', 'stage', 'collection')
    said(stage, 'procedure.selection', '5 organizations', 'not approved the list')
    steps.meet(stage, '01.02.2016', 'list', 'criteria')
    kept(stage, 'procedure.criteria', 'procedure.model', 'procedure.selection')
    stage.do('operator add', 'contract', 'operator_name=ООО «Опрос»', 'day=01.03.2016',
             'deadline=до 1 июня 2016 г.')
    said(stage, 'procedure.terms', 'no proposals of the council')
    stage.do('operator add', 'remark', 'about=terms', 'day=15.02.2016', 'source=Общественный совет',
             'text=Опросить сёла', 'state=accepted', 'decided=16.02.2016', 'decision=Внесено')
    kept(stage, 'procedure.terms')


def collect(stage):
    stage.on('2016-05-20', 'questionnaires, points of the expert, an online vote')
    counts = {name: tables.sample(name) for name in CHOSEN}
    tables.write_recipients(stage.folder / 'recipients.csv', CHOSEN)
    stage.do('import recipients', 'recipients.csv')
    tables.write_scale_survey(stage.folder / 'survey.csv', counts, 41, extra=True)
    tables.write_points(stage.folder / 'points.csv', CHOSEN, 42)
    stage.do('import survey', 'survey.csv')
    stage.do('import points', 'points.csv')
    stage.do('scores')


def results(stage):
    stage.on('2016-06-01', 'preliminary results and reviews of citizens')
    stage.do('operator add', 'delivery', 'what=Отчёт', 'is_report=yes', 'received=25.05.2016')
    said(stage, 'operator.waiting', 'Отчёт', '25.05.2016')
    stage.do('results preliminary', '--decision', 'протокол № 2')
    review = stage.number('operator add', 'remark', 'about=review', 'day=05.06.2016',
                          'source=Отзыв на сайте', 'organization=СОШ № 1', 'text=Тесно')
    stage.do('approve', '--decision', 'протокол № 2', quiet=True)
    said(stage, 'procedure.report', 'no report of the operator was accepted')
    said(stage, 'procedure.discussion', '1 remark or review')
    stage.do('reopen', '--reason', 'отзыв не рассмотрен', quiet=True)
    stage.do('operator set', 'delivery', 1, 'state=accepted', 'decided=01.06.2016')
    stage.do('operator set', 'remark', review, 'state=rejected', 'decided=10.06.2016',
             'decision=На балл не влияет')
    stage.on('2016-07-02', 'the council has not handed over its proposals within its month')
    said(stage, 'procedure.hand-over', '01.06.2016', '01.07.2016')
    steps.meet(stage, '30.06.2016', 'results', 'proposals')
    kept(stage, 'procedure.hand-over')
    stage.do('cycle set', 'publication.form', 'bands')
    stage.do('cycle set', 'stage', 'council')
    said(stage, 'procedure.form', 'another form')
    question = steps.meet(stage, '01.07.2016', 'publication')[0]
    stage.do('council form', question, 'bands')
    kept(stage, 'procedure.form', 'procedure.report', 'procedure.discussion')
    stage.do('approve', '--decision', 'протокол № 2 от 30.06.2016', quiet=True)
    kept(stage, 'procedure.results')
    said(stage, 'procedure.rating', 'neither rating')
    steps.publish(stage, '01.07.2016', 'rating', 'opinion')
    kept(stage, 'procedure.rating')
    stage.do('report', '--kind', 'rating', '--output', 'rating.csv')
    stage.say((stage.folder / 'rating.csv').read_text('utf-8-sig').rstrip())


def plans(stage):
    stage.on('2016-07-04', 'the department works out the plans')
    stage.do('plan find', '--all')
    stage.do('plan recommend', '--all', '--day', '02.07.2016')
    stage.do('plan receive', '--all', '--day', '04.07.2016')
    stage.do('cycle set', 'stage', 'plans')
    stage.on('2016-07-15')
    said(stage, 'procedure.plan-due', '04.07.2016', '14.07.2016')
    stage.on('2016-07-13')
    stage.do('plan make', '--all')
    planned = [row['organization'] for row in stage.rows('plan list')]
    stage.expect(planned, 'nobody has a plan')
    for i, name in enumerate(planned):
        steps.exchange(stage, name, i, 'до 1 октября 2016 г.')
        stage.do('plan state', name, 'submitted', '--day', '13.07.2016')
        stage.do('plan state', name, 'approved', '--day', '13.07.2016')
    kept(stage, 'procedure.plan-due')
    said(stage, 'procedure.plan-published', 'not published')
    for name in planned:
        stage.do('publication add', 'what=plan', 'place=organization', f'organization={name}',
                 'done_on=13.07.2016')
    kept(stage, 'procedure.plan-published')
    stage.on('2016-10-03', 'control and conclusions')
    for i, name in enumerate(planned):
        steps.executed(stage, name, i, datetime.date(2016, 9, 20))
    said(stage, 'procedure.control', 'nobody has controlled')
    steps.inspect(stage, '03.10.2016')
    kept(stage, 'procedure.control')
    stage.do('cycle set', 'stage', 'control')
    said(stage, 'procedure.conclusions', 'no conclusions')
    stage.do('plan add', 'management-decision', 'title=О мерах', 'number=4', 'day=03.10.2016')
    kept(stage, 'procedure.conclusions')
    stage.do('plan control')
    steps.clean(stage)


def close(stage):
    stage.on('2016-12-20', 'closed; three years later everybody must be assessed again')
    stage.do('cycle close')
    stage.do('cycle add', '--year', 2019, '--from', 1, '--choose', 'proposed')
    chosen = {row['organization'] for row in stage.rows('select list') if row['selected'] == 'yes'}
    stage.expect(set(CHOSEN) | {'СОШ № 3'} <= chosen, f'chosen: {chosen}')
    stage.do('select list')
    stage.do('verify')


def play(stage):
    for part in (model, collect, results, plans, close):
        part(stage)
