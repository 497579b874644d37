#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The work plan by the keyboard: an item whose deadline counts from a meeting, a step of it with two
people who are responsible, its mark with evidence, undone and done again."""
import pathlib
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from driver import Failure  # noqa: E402
from keyboard import Keyboard, main  # noqa: E402

FORM = '^Пункт плана мероприятий$'


class WorkPlan(Keyboard):
    def items(self):
        return self.table('workplan', 'list', self.document)

    def item(self, what):
        return next(row for row in self.items() if row['what'] == what)

    def status(self, what):
        """As the tool tells it: the line of the item."""
        lines = self.ask('workplan', 'status', self.document).splitlines()
        return next((line for line in lines if what in line), '')

    def open_form(self, key):
        self.until(lambda: self.key(key), lambda: self.has_window(FORM), 'the form')
        time.sleep(0.6)

    def save(self):
        self.until(lambda: self.key('ctrl+Return'), lambda: not self.has_window(FORM),
                   'the end of the form')
        self.until(self.activate, self.is_active, 'the keyboard')

    def add_item(self):
        self.open_form('Insert')
        self.key('Tab', 'Tab', 'Tab')  # what it is part of, its button, the number
        self.type('17')
        self.key('Tab')
        self.type('Разослать материалы')
        self.key('Tab')
        self.type('за 5 дней до заседания')
        self.wait(lambda: self.says('понято как за 5 дней до'), 'how the deadline is understood')
        self.go_to('^Отсчитывается от записи')
        self.key('space')
        time.sleep(0.4)
        self.go_to('^Заседание', 'Down', 12)
        self.key('Return')
        self.go_to('^Что именно')
        self.key('space')
        time.sleep(0.6)
        self.go_to('02.12.2024', 'Down', 6)
        self.key('Return')
        time.sleep(0.4)
        self.save()
        self.expect(lambda: self.item('Разослать материалы')['deadline'] == 'за 5 дней до заседания',
                    'the item is there, its deadline as it was typed')
        self.expect(lambda: '2024-11-27' in self.status('Разослать материалы'),
                    'it is due five days before the meeting of 2 December')

    def add_step(self):
        self.choose_in_menu('^Добавить часть')
        self.window(FORM)
        time.sleep(0.6)
        self.go_to('^Что сделать')
        self.type('Собрать подписи')
        self.go_to('^Ответственные')
        self.type('Зимина О. П.')
        self.key('Return')
        self.type('Лыков С. Г.')
        self.save()
        self.expect(lambda: self.item('Собрать подписи')['level'] == 'step', 'the step is there')
        step = self.item('Собрать подписи')
        if '17' not in step['parent'] or step['responsible'].splitlines() != ['Зимина О. П.',
                                                                             'Лыков С. Г.']:
            raise Failure(f'the step is {step}')

    def mark(self):
        """The keyboard is on the step still."""
        self.open_form('F2')
        self.go_to('^Состояние')
        self.key('Tab')
        self.type('28.11.2024')
        self.go_to('^Ссылка на доказательства')
        self.type('Ведомость')
        self.save()
        self.expect(lambda: self.item('Собрать подписи')['done_on'] == '2024-11-28', 'it is marked')
        self.key('ctrl+z')
        self.expect(lambda: self.item('Собрать подписи')['done_on'] == '', 'the mark is undone')
        self.key('ctrl+shift+z')
        self.expect(lambda: self.item('Собрать подписи')['done_on'] == '2024-11-28',
                    'and done again')

    def run(self):
        before = len(self.items())
        self.until(lambda: self.key('alt+7'), lambda: self.has_label('^Отобрать для независимой'),
                   'the plan')
        self.add_item()
        self.add_step()
        self.mark()
        self.key('Delete')
        self.expect(lambda: len(self.items()) == before + 1, 'the step is gone')
        self.key('ctrl+z')
        self.expect(lambda: len(self.items()) == before + 2, 'the step is back')


sys.exit(main('workplan', WorkPlan))
