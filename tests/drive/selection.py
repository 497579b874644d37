#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The choice of organizations by the keyboard: one taken out and put back, what the share says
meanwhile, a mark in the schedule of three years by a digit."""
import pathlib
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from driver import Failure, name_of  # noqa: E402
from keyboard import Keyboard, main  # noqa: E402

FIRST = 'Верхнеольховский аграрный техникум'


class Selection(Keyboard):
    def chosen(self):
        return {row['organization'] for row in self.table('select', 'list', self.document)
                if row['selected'] == 'yes'}

    def schedule(self):
        return {(row['organization'], row['year'])
                for row in self.table('select', 'schedule', self.document)}

    def take_out(self):
        before = self.chosen()
        self.choose_in_menu('^Не отбирать|^Исключить|^Убрать из цикла|^Снять')
        self.expect(lambda: self.chosen() == before - {FIRST}, f'“{FIRST}” is not chosen')
        self.wait(lambda: self.says('35 из 38'), 'what the share says')
        if 'procedure.list-changed' not in self.ask('check-rules', self.document, '--json'):
            raise Failure('the change of the approved list is not told')
        self.key('ctrl+z')
        self.expect(lambda: self.chosen() == before, 'it is chosen again')
        self.wait(lambda: self.says('36 из 38'), 'what the share says')

    def open_schedule(self):
        self.go_to('^График', 'shift+Tab')
        self.key('space')
        self.window('^График')
        time.sleep(0.8)

    def plan_years(self):
        before = self.schedule()
        self.open_schedule()
        self.go_to('техникум', 'Tab', 6)
        self.key('3')
        self.expect(lambda: self.schedule() == before | {(FIRST, '2026')}, 'its turn comes in 2026')
        self.key('3')
        self.expect(lambda: self.schedule() == before, 'it does not')
        self.key('3')
        self.expect(lambda: (FIRST, '2026') in self.schedule(), 'it does')
        self.key('ctrl+z')
        self.expect(lambda: self.schedule() == before, 'undone')
        self.key('Escape')
        self.wait(lambda: not self.has_window('^График'), 'the end of the schedule')

    def run(self):
        if FIRST not in self.chosen():
            raise Failure(f'“{FIRST}” is not chosen')
        self.until(lambda: self.key('alt+2'), lambda: self.says('36 из 38'), 'the organizations')
        self.take_out()
        self.plan_years()


sys.exit(main('selection', Selection))
