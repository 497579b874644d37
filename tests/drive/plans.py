#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans of improvement by the keyboard, from a finding to the control mark: a recommendation and
its receipt, an item of the finding, its deadline, the way of the plan, evidence, an inspector's
mark, a returned form. What the window did is asked of merilo-cli."""
import csv
import io
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

import gi
gi.require_version('Atspi', '2.0')
from gi.repository import Atspi  # noqa: E402

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from driver import Failure, Program, name_of  # noqa: E402

WHOSE = 'Гимназия № 2'


def ask(cli, *words):
    return subprocess.run([cli, *words], capture_output=True, text=True, check=True).stdout


def rows(cli, document, *words):
    return list(csv.DictReader(io.StringIO(ask(cli, 'plan', *words[:1], document, *words[1:]))))


def sheet(cli, document):
    return next(row for row in rows(cli, document, 'control') if row['organization'] == WHOSE)


def item(cli, document):
    return next(row for row in rows(cli, document, 'list', 'plan-item')
                if row['plan'].startswith(WHOSE))


def expect(program, read, key, value):
    """What the tool reads becomes what the window was asked for."""
    try:
        program.wait(lambda: read()[key] == value, f'{key} to be {value}')
    except Failure as failure:
        raise Failure(f'{failure}; it is {read()}') from None


def focused(program):
    for node in program.walk(rows=40):
        if (node.get_state_set().contains(Atspi.StateType.FOCUSED)
                and node.get_role_name() not in ('frame', 'window')):
            return name_of(node) or ''
    return ''


def tab_to(program, pattern, most=40):
    for _ in range(most):
        if re.search(pattern, focused(program)):
            return
        program.key('Tab')
        time.sleep(0.1)
    raise Failure(f'Tab does not lead to {pattern}; {focused(program)!r} has the keyboard')


def press(program, pattern):
    tab_to(program, pattern)
    program.key('space')


def to_plan(program):
    """The row of the organization, from wherever the keyboard is."""
    program.key('alt+1')
    time.sleep(0.5)
    program.key('alt+6')
    program.label('^ДС «Алёнушка»')
    program.key('Home')
    program.key('Down')
    program.label(r'^План(а пока нет|, редакция 1)')


def confirm_day(program, heading):
    program.label(heading)
    program.key('Return')


def recommend(program, cli, document):
    to_plan(program)
    press(program, '^Рекомендации по недостаткам')
    program.label('^Добавлена 1 рекомендация')
    to_plan(program)
    press(program, '^Рекомендации получены')
    confirm_day(program, '^Рекомендации получены$')
    expect(program, lambda: sheet(cli, document), 'due', '2024-12-13')


def make_item(program, cli, document):
    to_plan(program)
    press(program, '^Составить пункты по недостаткам')
    expect(program, lambda: sheet(cli, document), 'items', '1')
    to_plan(program)
    program.key('Right')
    program.key('Down')
    program.label('^Недостаток$')
    program.key('ctrl+t')
    program.type('до 20 декабря 2024 г.')
    program.key('Return')
    expect(program, lambda: item(cli, document), 'deadline', 'до 20 декабря 2024 г.')


def approve(program, cli, document):
    for button, state in (('^представлен: ', 'submitted'), ('^утверждён: ', 'approved')):
        to_plan(program)
        press(program, button)
        confirm_day(program, '^(представлен|утверждён)$')
        expect(program, lambda: sheet(cli, document), 'state', state)


def carry_out(program, cli, document):
    """Space asks for evidence, which closes the item."""
    to_plan(program)
    program.key('Right')
    program.key('Down')
    program.label('^Недостаток$')
    program.key('space')
    program.label('^Укажите, чем подтверждается')
    program.type('Акт № 5')
    program.key('Return')
    expect(program, lambda: item(cli, document), 'state', 'done')
    program.key('ctrl+z')
    expect(program, lambda: item(cli, document), 'state', 'planned')
    program.key('ctrl+shift+z')
    expect(program, lambda: item(cli, document), 'state', 'done')


def look_for(program):
    """Letters look for a row, and a space among them is one of them: it asks for no evidence."""
    to_plan(program)
    program.key('Right')
    program.key('Down')
    program.label('^Недостаток$')
    program.type('вход в')
    time.sleep(0.5)
    if program.has_label('^Укажите, чем подтверждается'):
        raise Failure('a space within a word that is looked for asked for evidence')


def control(program, cli, document):
    to_plan(program)
    program.key('Right')
    program.key('Down')
    program.label('^Недостаток$')
    press(program, '^Отметка контроля')
    program.window('Отметка контроля')
    program.key('ctrl+Return')
    number = item(cli, document)['id']
    program.wait(lambda: any(f'#{number}' in row['plan_item'] or WHOSE in row['plan_item']
                             for row in rows(cli, document, 'list', 'control-mark')
                             if row['day'] == '2024-12-03'), 'the control mark')


def read_form(program, cli, document, folder):
    """A form comes back with what is certain and what is not."""
    number = item(cli, document)['id']
    form = folder / 'form.csv'
    form.write_text('2. Мероприятие;5а. Реализованные меры;Код строки (не изменять)\n'
                    f';Пандус установлен;M{number}\nВторая мера;;M{number}\n', 'utf-8')
    to_plan(program)
    press(program, '^Прочитать форму')
    program.window('форм')
    time.sleep(2)  # the chooser reads its folder first
    program.type(str(form))
    program.key('Return')
    program.label('^Код «M.*в двух строках')
    program.key('ctrl+Return')
    expect(program, lambda: item(cli, document), 'taken', 'Пандус установлен')
    expect(program, lambda: sheet(cli, document), 'items', '1')


def complaints(folder):
    return [line for line in open(folder / 'program.log', encoding='utf-8')
            if 'CRITICAL' in line or 'WARNING' in line]


def check(program, cli, document, folder):
    recommend(program, cli, document)
    make_item(program, cli, document)
    approve(program, cli, document)
    look_for(program)
    carry_out(program, cli, document)
    control(program, cli, document)
    # before the file chooser: GTK 4.8 has complaints of its own about the popover of its entry
    if complaints(folder):
        raise Failure('the program complained: ' + ''.join(complaints(folder)))
    read_form(program, cli, document, folder)
    if 'problems: 0' not in ask(cli, 'verify', document):
        raise Failure(ask(cli, 'verify', document))


def main():
    merilo, cli = sys.argv[1:3]
    print('1..1')
    os.environ['MERILO_TODAY'] = '2024-12-03'
    folder = pathlib.Path(tempfile.mkdtemp(prefix='merilo-plans-'))
    document = folder / 'demo.merilo'
    subprocess.run([cli, 'demo', str(document)], check=True, capture_output=True)
    program = Program([merilo, str(document)], str(folder / 'program.log'))
    try:
        program.label('^Сохранено в', 30)
        program.until(program.activate, program.is_active, 'the window to have the keyboard')
        check(program, cli, str(document), folder)
    except Failure as failure:
        subprocess.run(['import', '-window', 'root', 'drive-failure-plans.png'], check=False)
        print(f'not ok 1 - {failure}')
        print(open(folder / 'program.log', encoding='utf-8').read())
        return 1
    finally:
        program.close()
    print('ok 1 - plans from a finding to the control mark')
    return 0


sys.exit(main())
