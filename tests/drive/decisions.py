#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From the rating to the decision on it and back, then a document is issued: it stays in the list
with its number, and its file is the same however often it is taken out."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from driver import Failure, Program, is_visible, name_of  # noqa: E402

BUTTONS = ('page tab', 'radio button', 'toggle button', 'push button')


def ask(cli, *words):
    return subprocess.run([cli, *words], capture_output=True, text=True, check=True).stdout


def node(program, pattern, roles=BUTTONS):
    def find():
        for item in program.walk(rows=60):
            if (item.get_role_name() in roles and re.search(pattern, name_of(item) or '')
                    and is_visible(item)):
                return item
        return None
    return program.wait(find, pattern)


def follow(program):
    program.until(lambda: program.key('alt+5'), lambda: program.has_label('^Средний балл'),
                  'the rating')
    program.press(node(program, '^протокол №.3 от'))
    program.label('^Заседание №.3')
    program.press(node(program, '^Предварительные результаты: '))
    program.label('^Средний балл')


def issue(program, cli, document, folder):
    program.key('alt+9')
    program.press(node(program, '^Выпущенные$'))
    program.press(node(program, '^Выпустить$'))
    program.press(node(program, '^Рейтинг$', ('menu item',)))
    program.until(lambda: program.key('ctrl+Return'),
                  lambda: 'rating' in ask(cli, 'issued', 'list', document), 'the document')
    lines = ask(cli, 'issued', 'list', document).splitlines()
    number = next(line.split(',')[0] for line in lines if 'rating' in line)
    first, second = folder / 'first.pdf', folder / 'second.pdf'
    ask(cli, 'issued', 'save', document, number, str(first))
    ask(cli, 'issued', 'save', document, number, str(second))
    if first.read_bytes() != second.read_bytes() or not first.read_bytes().startswith(b'%PDF'):
        raise Failure('what was issued is not what it was')


def run(merilo, cli, folder):
    document, log = str(folder / 'demo.merilo'), folder / 'log'
    ask(cli, 'demo', document)
    program = Program([merilo, document], log)
    try:
        program.label('^Сохранено в', 30)
        program.until(program.activate, program.is_active, 'the keyboard')
        follow(program)
        issue(program, cli, document, folder)
    finally:
        program.close()
    complaints = [line for line in log.read_text(encoding='utf-8').splitlines()
                  if 'CRITICAL' in line or 'WARNING' in line]
    if complaints:
        raise Failure('the program complained: ' + '; '.join(complaints))


def main():
    os.environ['MERILO_TODAY'] = '2024-12-03'
    print('1..1')
    with tempfile.TemporaryDirectory() as name:
        try:
            run(*sys.argv[1:3], pathlib.Path(name))
        except Failure as failure:
            subprocess.run(['import', '-window', 'root', 'drive-failure.png'], check=False)
            print(f'not ok 1 - decisions: {failure}')
            return 1
    print('ok 1 - decisions')
    return 0


sys.exit(main())
