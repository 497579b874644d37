#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The beginning of system A by the keyboard alone: a new document, a cycle from the sample, a member
of the council, a meeting with a decision. What the window did is asked of merilo-cli."""
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

YEAR = '2013'


class District(Program):
    def __init__(self, merilo, cli, log):
        super().__init__([merilo], log)
        self.cli = cli
        self.document = None

    # --- what the tool says of the document

    def rows(self, *words):
        done = subprocess.run([self.cli, words[0], words[1], self.document, *words[2:]],
                              capture_output=True, text=True, check=True)
        return list(csv.DictReader(io.StringIO(done.stdout)))

    def expect(self, condition, what):
        self.wait(condition, what)
        print(f'# {what}')

    # --- the keyboard

    def focused(self):
        """What has the keyboard is called: the innermost that is on the screen."""
        names = [name_of(node) or '' for node in self.walk(rows=60)
                 if node.get_state_set().contains(Atspi.StateType.FOCUSED) and is_visible(node)
                 and node.get_role_name() not in ('frame', 'window')]
        return names[-1] if names else ''

    def tab_to(self, pattern, key='Tab', most=40):
        for _ in range(most):
            if re.search(pattern, self.focused()):
                return
            self.key(key)
            time.sleep(0.15)
        raise Failure(f'{key} does not lead to {pattern}; {self.focused()!r} has the keyboard')

    def page(self, number, words):
        self.until(lambda: self.key(f'alt+{number}'), lambda: self.has_label(words), words)

    def opened(self, keys, title):
        self.until(lambda: self.key(keys), lambda: self.has_window(title), title)
        time.sleep(0.6)

    def confirm(self, title):
        self.until(lambda: self.key('ctrl+Return'), lambda: not self.has_window(title),
                   f'the end of {title}')
        self.until(self.activate, self.is_active, 'the window to have the keyboard')

    # --- the year

    def begin(self):
        self.label('^Посмотреть пример$')
        self.until(self.activate, self.is_active, 'the window to have the keyboard')
        self.opened('ctrl+n', 'Новый документ')
        self.type('Кедровский район')
        self.key('ctrl+Return')
        self.label('^Сохранено в', 30)
        home = pathlib.Path(os.environ['HOME']).parent
        self.document = str(self.wait(lambda: next(home.rglob('*.merilo'), None), 'the document'))

    def add_cycle(self):
        self.page(1, '^Создайте цикл$')
        self.tab_to('^Создайте цикл$')
        self.key('Tab')
        self.opened('space', 'Новый цикл')
        self.key('ctrl+a')
        self.type(YEAR)
        self.tab_to('^Начать с')
        self.key('space')
        time.sleep(0.6)
        self.key('Down')  # past «nothing»: the samples
        self.key('Return')
        time.sleep(0.4)
        self.confirm('Новый цикл')
        self.expect(lambda: len(self.rows('workplan', 'list')) == 18, 'eighteen items of the sample')

    def add_member(self):
        self.page(8, '^Члены совета$|^Совет$')
        self.opened('Insert', 'Член совета')
        self.type('Берёзкина В. А.')
        self.confirm('Член совета')
        self.expect(lambda: [row['name'] for row in self.rows('council', 'list')] ==
                    ['Берёзкина В. А.'], 'a member of the council')

    def meet(self):
        self.key('ctrl+Next')
        time.sleep(1.5)
        self.key('Insert')
        self.label('^Заседание №.1, 20 сентября')
        self.tab_to('^Типовые вопросы')
        self.key('space')
        time.sleep(0.6)
        self.key('Return')
        self.label('^1. Об избрании')
        self.tab_to('^Остальные')
        self.key('space')
        self.label('^за 1, против 0')
        self.tab_to('^Итог', 'shift+Tab')
        self.key('space')
        time.sleep(0.6)
        self.key('Down')  # from «no decision» to the next
        self.key('Return')
        self.expect(lambda: [row['outcome'] for row in self.rows('council', 'list', 'agenda-item')]
                    == ['adopted'], 'a decision')


def run(program):
    program.begin()
    program.add_cycle()
    program.add_member()
    program.meet()


def main():
    merilo, cli = sys.argv[1:3]
    os.environ['MERILO_TODAY'] = '2013-09-20'
    print('1..1')
    log = pathlib.Path(tempfile.mkdtemp(prefix='merilo-system-a-')) / 'log'
    program = District(merilo, cli, str(log))
    try:
        run(program)
    except Failure as failure:
        subprocess.run(['import', '-window', 'root', 'drive-failure-system-a.png'], check=False)
        print(f'not ok 1 - {failure}')
        print(log.read_text(encoding='utf-8'))
        return 1
    finally:
        program.close()
    complaints = [line for line in log.read_text(encoding='utf-8').splitlines()
                  if 'CRITICAL' in line or 'WARNING' in line]
    if complaints:
        print('not ok 1 - the program complained\n' + '\n'.join(complaints))
        return 1
    print('ok 1 - system A begins')
    return 0


sys.exit(main())
