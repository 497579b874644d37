# SPDX-License-Identifier: GPL-3.0-or-later
"""What every system does in its own year: the council meets, a question is decided, an item of the
work plan is closed by what shows it, forms go out and come back, marks of control."""
import forms

MEMBERS = [('Берёзкина В. А.', 'chair', 'Совет ветеранов'),
           ('Тропинина Н. С.', 'secretary', 'Родительский совет'),
           ('Полевой Т. М.', 'member', 'Союз инвалидов'),
           ('Лугова Е. И.', 'member', 'Центр «Семья»'),
           ('Каменский О. Р.', 'member', 'Профсоюз строителей')]


def council(stage, since, until):
    for name, role, whom in MEMBERS:
        stage.do('council add', 'council-member', f'name={name}', f'role={role}',
                 f'represents={whom}', f'since={since}', f'until={until}')


def meet(stage, day, *questions):
    """A meeting with usual questions, each adopted by everybody; the ids of its decisions."""
    meeting = stage.number('council meeting add', f'day={day}', 'state=held')
    ids = stage.do('council agenda', meeting, *questions).split()
    for question in ids:
        stage.do('council vote', question, f'for={len(MEMBERS)}')
        stage.do('council decide', question, 'adopted', 'Утвердить')
    return ids


def shown(stage, number, day, kind=None, record=0, evidence=None):
    """The item of that number is done: a text shows it, or a record that it is connected with."""
    item = next(row['id'] for row in stage.rows('workplan list') if row['number'] == number
                and row['level'] == 'item')
    told = [f'evidence={evidence}'] if evidence else []
    stage.do('workplan set', item, f'done_on={day}', *told)
    if kind is not None:
        stage.do('workplan add', 'link', 'role=evidence', 'from_kind=work-item',
                 f'from_id={item}', f'to_kind={kind}', f'to_id={record}')


def exchange(stage, name, number, deadline):
    """The form goes out, is filled in, and comes back with a measure of the head's own."""
    out, back = f'form-{number}.xlsx', f'filled-{number}.xlsx'
    stage.do('plan form', name, out)
    forms.plan(stage.folder / out, stage.folder / back, deadline, f'Директор {number}',
               'Обучить сотрудников')
    # a row of its own names nobody: whose form it is, is told by who reads it
    stage.do('plan read', back, '--organization', name)


def executed(stage, name, number, day, left=0):
    """The same table, now with what was done."""
    out, back = f'state-{number}.xlsx', f'report-{number}.xlsx'
    stage.do('plan form', name, out)
    forms.report(stage.folder / out, stage.folder / back, day, left)
    stage.do('plan read', back)


def inspect(stage, day):
    """Every item that is said to be done gets its mark."""
    for row in stage.rows('plan list', 'plan-item', 'state=done'):
        done = stage.run('plan', 'add', stage.document, 'control-mark', f'plan_item=#{row["id"]}',
                         f'day={day}', 'inspector=Специалист', 'verdict=confirmed', 'share=100')
        stage.expect(done.returncode == 0, f'a mark of control: {done.stderr}')


def publish(stage, day, *what, place='department'):
    """The ids of the publications."""
    return [stage.number('publication add', f'what={one}', f'place={place}', f'done_on={day}',
                         f'deadline={day}', 'link=https://uo.example/nok') for one in what]


def clean(stage, *allowed):
    """No rule is broken; advice may stand."""
    stage.do('check-rules')
    found = stage.rules()
    broken = [rule for rule, texts in found.items() if rule not in allowed
              and any(text.startswith('warn') for text in texts)]
    stage.expect(not broken, f'rules are broken: {broken}')
