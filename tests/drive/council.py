#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A meeting of the council by the keyboard: a new one, who is absent, a usual question, everybody
for it, adopted, and its minutes saved as a document. What the window did is asked of merilo-cli."""
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
from driver import Failure, Program, is_visible, name_of  # noqa: E402


def ask(cli, *words):
    return subprocess.run([cli, *words], capture_output=True, text=True, check=True).stdout


def rows(cli, document, kind):
    return list(csv.DictReader(io.StringIO(ask(cli, 'council', 'list', document, kind))))


def focused(program):
    """What has the keyboard is called."""
    for node in program.walk(rows=40):
        if (node.get_state_set().contains(Atspi.StateType.FOCUSED)
                and node.get_role_name() not in ('frame', 'window')):
            return name_of(node) or ''
    return ''


def tab_to(program, pattern, key='Tab', most=40):
    for _ in range(most):
        if re.search(pattern, focused(program)):
            return
        program.key(key)
        time.sleep(0.1)
    raise Failure(f'Tab does not lead to {pattern}; {focused(program)!r} has the keyboard')


def choose_tab(program, name):
    def find():
        for node in program.walk():
            if (node.get_role_name() in ('page tab', 'radio button', 'toggle button', 'push button')
                    and name_of(node) == name and is_visible(node)):
                return node
        return None
    program.press(program.wait(find, f'the tab {name}'))


def begin(program):
    program.until(lambda: program.key('alt+8'), lambda: program.has_label('^Берёзкина'),
                  'the council')
    choose_tab(program, 'Заседания')
    program.label('^Заседание №.3, 2 декабря')
    program.press(program.button('^Добавить'))
    program.label('^Заседание №.4, 3 декабря')
    program.label('^Участвуют 7 из 7')


def attend(program, cli, document):
    tab_to(program, '^Берёзкина.*присутствует$')
    program.key('Down')
    program.key('Right')
    program.label('^Участвуют 6 из 7')
    program.key('Down')
    program.key('Right')
    program.label('^Участвуют 5 из 7')
    program.key('ctrl+z')
    program.label('^Участвуют 6 из 7')
    if 'participants: 6' not in ask(cli, 'council', 'quorum', document, '4'):
        raise Failure(ask(cli, 'council', 'quorum', document, '4'))


def decide(program, cli, document):
    """The first of the usual questions of the stage opens as soon as it is there."""
    tab_to(program, '^Типовые вопросы')
    program.key('space')
    time.sleep(0.5)
    program.key('Return')
    program.label('^1. О результатах')
    tab_to(program, '^Остальные')
    program.key('space')
    program.label('^за 6, против 0')
    votes = [row for row in rows(cli, document, 'vote') if 'О результатах' in row['agenda_item']]
    if len(votes) != 6 or {row['vote'] for row in votes} != {'for'}:
        raise Failure(f'votes: {votes}')


def save_minutes(program, folder):
    """Under the name that is proposed, beside the document."""
    program.press(program.button('^Протокол'))
    time.sleep(0.5)
    program.key('Down')  # the second of the menu
    program.key('Return')
    program.window('Сохранение отчёта')
    time.sleep(2)  # the chooser reads its folder first
    program.until(lambda: program.key('Return'),
                  lambda: not program.has_window('Сохранение отчёта'), 'the end of the dialog')
    path = program.wait(lambda: next(folder.glob('*.pdf'), None), 'the minutes')
    return subprocess.run(['pdftotext', '-layout', str(path), '-'], capture_output=True, text=True,
                          check=True).stdout


def complaints(folder):
    return [line for line in open(folder / 'program.log', encoding='utf-8')
            if 'CRITICAL' in line or 'WARNING' in line]


def check(program, cli, document, folder):
    begin(program)
    attend(program, cli, document)
    decide(program, cli, document)
    # before the file chooser: GTK 4.8 has complaints of its own about the popover of its entry
    if complaints(folder):
        raise Failure('the program complained: ' + ''.join(complaints(folder)))
    text = save_minutes(program, folder)
    for said in ('ПРОТОКОЛ', '3 декабря 2024', 'О результатах независимой оценки', '«за» – 6'):
        if said not in text.replace('\u00a0', ' '):
            raise Failure(f'the minutes do not say “{said}”: {text}')


def main():
    merilo, cli = sys.argv[1:3]
    print('1..1')
    os.environ['MERILO_TODAY'] = '2024-12-03'
    folder = pathlib.Path(tempfile.mkdtemp(prefix='merilo-council-'))
    document = folder / 'demo.merilo'
    subprocess.run([cli, 'demo', str(document)], check=True, capture_output=True)
    program = Program([merilo, str(document)], str(folder / 'program.log'))
    try:
        program.label('^Сохранено в', 30)
        program.until(program.activate, program.is_active, 'the window to have the keyboard')
        check(program, cli, str(document), folder)
    except Failure as failure:
        subprocess.run(['import', '-window', 'root', 'drive-failure-council.png'], check=False)
        print(f'not ok 1 - {failure}')
        print(open(folder / 'program.log', encoding='utf-8').read())
        return 1
    finally:
        program.close()
    print('ok 1 - a meeting of the council')
    return 0


sys.exit(main())
