# SPDX-License-Identifier: GPL-3.0-or-later
"""System C: a city's year by the five criteria, sixteen items in one list, from the choice of a
third of the organizations to the control of their plans and the next year."""
import datetime

import forms
import tables

MEMBERS = [('Берёзкина В. А.', 'chair', 'Совет ветеранов'),
           ('Тропинина Н. С.', 'secretary', 'Родительский совет'),
           ('Полевой Т. М.', 'member', 'Союз инвалидов'),
           ('Лугова Е. И.', 'member', 'Центр «Семья»'),
           ('Каменский О. Р.', 'member', 'Профсоюз строителей')]
CHOSEN = ['ДС «Берёзка»', 'СОШ № 1', 'Детская школа искусств', 'Луговская ООШ']


def begin(stage):
    stage.on('2021-01-15', 'the document, the registry, the years before, the council')
    stage.do('new', '--title', 'Ольховск')
    stage.do('cycle add', '--year', 2021, '--preset', 'c')
    tables.write_registry(stage.folder / 'registry.csv')
    stage.do('import organizations', 'registry.csv')
    for name, year in (('ДС «Берёзка»', 2018), ('СОШ № 1', 2018), ('СОШ № 2', 2019)):
        stage.do('cycle add', 'earlier', f'organization={name}', f'year={year}', 'total=80,5',
                 'most=100')
    for name, role, whom in MEMBERS:
        stage.do('council add', 'council-member', f'name={name}', f'role={role}',
                 f'represents={whom}', 'since=15.01.2020', 'until=14.01.2023')
    stage.do('check-rules')


def select(stage):
    stage.on('2021-02-08', 'the council chooses at least 33 %: protocol No. 1, appendix 1')
    stage.do('select propose')
    stage.do('select apply-proposal')
    stage.do('select share')
    stage.do('council meeting add', 'day=08.02.2021', 'state=held')
    stage.do('council agenda', 1, 'workplan', 'list', 'criteria')
    stage.do('council attend', 1, 'Каменский О. Р.', '--state', 'absent')
    for question in (1, 2, 3):
        stage.do('council vote', question, 'for=4', 'against=0')
        stage.do('council decide', question, 'adopted', 'Утвердить')
    stage.do('council links')
    stage.do('workplan set', 1, 'done_on=08.02.2021', 'evidence=Протокол № 1 от 08.02.2021')
    stage.on('2021-02-10', 'the department tells the numbers of recipients')
    tables.write_recipients(stage.folder / 'recipients.csv', list(tables.RECIPIENTS))
    stage.do('import recipients', 'recipients.csv')
    stage.do('select list', quiet=True)
    chosen = {row['organization'] for row in stage.rows('select list') if row['selected'] == 'yes'}
    stage.expect(chosen == set(CHOSEN), f'the choice of the council became {chosen}')
    for row in stage.rows('select list'):
        stage.expect(int(row['sample']) == tables.sample(row['organization']), f'sample: {row}')
    stage.do('workplan set', 5, 'done_on=10.02.2021', 'evidence=Письмо № 12')
    stage.do('check-rules')


def operate(stage):
    stage.on('2021-05-20', 'the operator: terms, contract, instructions, deliveries')
    stage.do('report', '--kind', 'terms', '--output', 'terms.csv')
    stage.do('operator add', 'remark', 'about=terms', 'day=10.05.2021', 'source=Общественный совет',
             'text=Добавить опрос по телефону')
    stage.do('operator add', 'contract', 'operator_name=ООО «Опрос»', 'number=7', 'day=18.05.2021',
             'amount=100000', 'deadline=до 15 октября 2021 г.')
    stage.expect('operator.terms' in stage.rules(), 'a remark is open, though the contract is made')
    stage.do('operator set', 'remark', 1, 'state=accepted', 'decided=12.05.2021',
             'decision=Внесён раздел о телефонном опросе')
    stage.do('workplan set', 2, 'done_on=12.05.2021', 'evidence=Критерии, анкеты')
    stage.do('publication add', 'paper', 'what=instruction', 'number=1', 'day=19.05.2021',
             'title=Инструкция для специалистов', 'issuer=ООО «Опрос»')
    stage.do('publication add', 'paper', 'what=letter', 'number=15', 'day=20.05.2021',
             'title=О сроках и условиях оценки')
    for item, paper in ((3, 1), (4, 2)):
        stage.do('workplan set', item, 'done_on=20.05.2021')
        stage.do('workplan add', 'link', 'role=evidence', 'from_kind=work-item', f'from_id={item}',
                 'to_kind=paper', f'to_id={paper}')
    stage.do('cycle set', 'stage', 'collection')
    stage.do('check-rules')


def collect(stage):
    stage.on('2021-10-12', 'what was collected comes in')
    counts = {name: tables.sample(name) for name in CHOSEN}
    tables.write_checklist(stage.folder / 'checklist.csv', CHOSEN, 21)
    tables.write_survey(stage.folder / 'survey.csv', counts, 22)
    stage.do('import checklist', 'checklist.csv')
    stage.do('import survey', 'survey.csv')
    stage.do('operator add', 'delivery', 'what=Таблицы', 'received=01.10.2021', 'state=returned',
             'decided=04.10.2021', 'reason=Нет столбца даты')
    stage.do('operator add', 'delivery', 'what=Отчёт', 'is_report=yes', 'received=12.10.2021')
    stage.on('2021-10-15')
    stage.do('operator set', 'delivery', 2, 'state=accepted', 'decided=15.10.2021')
    stage.do('workplan set', 6, 'done_on=15.10.2021', 'evidence=Отчёт о сборе')
    stage.do('select list', quiet=True)
    for row in stage.rows('select list'):
        if row['selected'] == 'yes':
            stage.expect(row['sample'] == row['collected'], f'plan and fact: {row}')
    stage.do('scores')
    stage.do('check-rules')


def discuss(stage):
    stage.on('2021-10-20', 'preliminary results, discussion, final results')
    stage.do('cycle set', 'stage', 'council')
    stage.do('council meeting add', 'day=20.10.2021', 'state=held')
    stage.do('council agenda', 2, 'preliminary')
    stage.do('council vote', 4, 'for=5')
    stage.do('council decide', 4, 'adopted', 'Вынести на обсуждение')
    stage.do('results preliminary', '--decision', 'протокол № 2 от 20.10.2021')
    stage.on('2021-11-05', 'a remark and an objection: a mark was wrong')
    stage.do('operator add', 'remark', 'about=rating', 'day=01.11.2021', 'source=Сайт',
             'organization=СОШ № 1', 'text=Стенд есть, эксперт его не видел')
    wrong = next(row for row in stage.rows('checklist list') if row['mark'] == '0'
                 and row['organization'] == 'СОШ № 1' and row['code'].startswith('site/'))
    stage.do('objections add', 'СОШ № 1', '1.1', '--ground', 'На сайте это есть', '--item',
             wrong['code'], '--received', '02.11.2021')
    stage.do('objections decide', 1, 'accepted', '--mark', 1, '--decision', 'Проверено', '--day',
             '05.11.2021')
    stage.do('results differences')
    stage.do('operator set', 'remark', 2, 'state=accepted', 'decided=05.11.2021',
             'decision=Отметка исправлена')
    stage.do('council meeting add', 'day=05.11.2021', 'state=held')
    stage.do('council agenda', 3, 'results', 'proposals', 'publication')
    for question in (5, 6, 7):
        stage.do('council vote', question, 'for=4', 'against=1')
        stage.do('council decide', question, 'adopted', 'Утвердить')
    stage.do('council form', 7, 'kinds')
    stage.do('approve', '--decision', 'протокол № 3 от 05.11.2021')
    stage.do('report', '--kind', 'rating', '--output', 'rating.csv')
    stage.say((stage.folder / 'rating.csv').read_text('utf-8-sig').rstrip())
    for item, shown in ((7, 'Отчёт, рейтинг: протокол № 3'), (8, 'Рекомендации: протокол № 3'),
                        (9, 'Письмо № 40')):
        stage.do('workplan set', item, 'done_on=05.11.2021', f'evidence={shown}')
    stage.do('check-rules')


def publish(stage):
    stage.on('2021-12-06', 'the results are published')
    for what, place in (('list', 'department'), ('results', 'department'),
                        ('recommendations', 'department'), ('results', 'busgov')):
        stage.do('publication add', f'what={what}', f'place={place}', 'deadline=декабрь 2021 г.',
                 'done_on=06.12.2021', 'link=https://uo.example/nok', 'checked_by=Специалист',
                 'checked=07.12.2021', quiet=True)
    stage.do('publication list')
    stage.do('workplan set', 10, 'done_on=06.12.2021')
    stage.do('workplan add', 'link', 'role=evidence', 'from_kind=work-item', 'from_id=10',
             'to_kind=publication', 'to_id=2')
    stage.do('workplan set', 15, 'done_on=06.12.2021')
    stage.do('workplan add', 'link', 'role=evidence', 'from_kind=work-item', 'from_id=15',
             'to_kind=publication', 'to_id=4')
    stage.do('check-rules')


def improve(stage):
    stage.on('2021-11-10', 'findings, recommendations, plans: ten days after they are received')
    stage.do('plan find', '--all')
    stage.do('plan recommend', '--all', '--day', '08.11.2021')
    stage.do('plan receive', '--all', '--day', '10.11.2021')
    stage.do('plan make', '--all')
    stage.do('cycle set', 'stage', 'plans')
    # item 12 runs from an item that marks the receipt
    stage.on('2021-11-21', 'nobody has sent a plan')
    late = stage.rules()['procedure.plan-due']
    stage.expect(len(late) == len(CHOSEN) and 'due by 20.11.2021' in late[0], f'{late}')
    stage.on('2021-11-19', 'the forms went out and come back filled in')
    for i, name in enumerate(CHOSEN):
        stage.do('plan form', name, f'form-{i}.xlsx')
        forms.plan(stage.folder / f'form-{i}.xlsx', stage.folder / f'filled-{i}.xlsx',
                   'до 31 января 2022 г.', f'Иванов {i}. И.', 'Обучить сотрудников')
        stage.do('plan read', f'filled-{i}.xlsx', '--organization', name)
        stage.do('plan state', name, 'submitted', '--day', '19.11.2021')
    stage.expect('procedure.plan-due' not in stage.rules(), 'plans came in time')
    stage.on('2021-12-01', 'the department approves')
    for i, name in enumerate(CHOSEN):
        stage.do('plan state', name, 'approved', '--day', '01.12.2021', '--approver',
                 'Начальник управления')
        stage.do('publication add', 'what=plan', 'place=organization', f'organization={name}',
                 'deadline=постоянно', 'done_on=01.12.2021', f'link=https://o{i}.example')
    stage.do('plan control')
    stage.do('workplan set', 12, 'done_on=19.11.2021', 'evidence=Планы четырёх организаций')
    stage.do('check-rules')


def control(stage):
    stage.on('2022-03-15', 'what was done, controlled by the inspector')
    stage.do('cycle set', 'stage', 'control')
    for i, name in enumerate(CHOSEN):
        stage.do('plan form', name, f'state-{i}.xlsx')
        forms.report(stage.folder / f'state-{i}.xlsx', stage.folder / f'report-{i}.xlsx',
                     datetime.date(2022, 1, 20 + i), left=1)
        stage.do('plan read', f'report-{i}.xlsx')
    stage.do('plan control')
    stage.do('plan control', '--quarters')
    stage.expect(len(stage.rules()['procedure.control']) == len(CHOSEN), 'nobody has controlled')
    for row in stage.rows('plan list', 'plan-item', 'state=done'):
        stage.do('plan add', 'control-mark', f'plan_item=#{row["id"]}', 'day=15.03.2022',
                 'inspector=Специалист', 'verdict=confirmed', 'share=100', quiet=True)
    stage.do('plan add', 'head', 'organization=СОШ № 1', 'name=Озёров П. П.', 'post=директор',
             'since=01.09.2015')
    stage.do('plan heads')
    stage.do('plan add', 'management-decision', 'number=12', 'day=14.03.2022',
             'title=Дорожная карта', 'amends=Программа развития образования', 'clause=раздел 3',
             'effective=01.04.2022', 'effect=Добавлены пандусы')
    stage.do('plan add', 'road-item', 'decision=Дорожная карта', 'what=Купить пандусы',
             'deadline=III квартал 2022 г.', 'responsible=Управление образования')
    for item in (11, 14):
        stage.do('workplan set', item, 'done_on=14.03.2022')
        stage.do('workplan add', 'link', 'role=evidence', 'from_kind=work-item',
                 f'from_id={item}', 'to_kind=management-decision', 'to_id=1')
    for item in (13, 16):
        stage.do('workplan set', item, 'done_on=15.03.2022', 'evidence=Справка о контроле')
    stage.do('workplan status')
    stage.do('workplan check')
    stage.do('check-rules')


def close(stage):
    stage.on('2022-04-01', 'closed, and the next year made of it')
    stage.do('cycle archive')
    stage.do('workplan set', 1, 'note=x', status=1)
    stage.do('cycle add', '--year', 2022, '--from', 1, '--choose', 'proposed')
    stage.do('select list')
    stage.do('workplan list')
    stage.do('cycle list')
    stage.do('check-rules')
    stage.do('verify')


def next_year(stage):
    stage.on('2022-10-10', 'did it help: an organization is assessed again')
    name = CHOSEN[1]
    stage.do('select add', name)
    tables.write_checklist(stage.folder / 'checklist-2.csv', [name], 23, missing=1)
    tables.write_survey(stage.folder / 'survey-2.csv', {name: tables.sample(name)}, 24, 0.95,
                        '03.10.2022')
    stage.do('import checklist', 'checklist-2.csv')
    stage.do('import survey', 'survey-2.csv')
    stage.do('plan effect', '--plans', 1)
    stage.do('compare', '--cycle', 2, '--with', 1)


def play(stage):
    for part in (begin, select, operate, collect, discuss, improve, publish, control, close,
                 next_year):
        part(stage)
