#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole cycle by the keyboard alone, from an empty window to the archive: registry, council,
choice, operator, import, preliminary results, decision, plans of improvement, control, publication.
What the window did is asked of merilo-cli; on another day the program is started again."""
import csv
import os
import pathlib
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / 'systems'))
import tables  # noqa: E402
from driver import Failure, Program  # noqa: E402
from keyboard import Keyboard  # noqa: E402

CHOSEN = ['ДС «Берёзка»', 'Дом творчества', 'СОШ № 1', 'СОШ № 2']
MEMBERS = [(name, role, whom, '01.02.2024', '31.01.2027') for name, role, whom in (
    ('Берёзкина В. А.', 'председатель', 'Совет ветеранов'),
    ('Тропинина Н. С.', 'секретарь', 'Родительский совет'),
    ('Полевой Т. М.', 'член совета', 'Союз инвалидов'),
    ('Лугова Е. И.', 'член совета', 'Центр «Семья»'),
    ('Каменский О. Р.', 'член совета', 'Профсоюз строителей'))]
COUNTS = {name: tables.sample(name) for name in CHOSEN}


class District(Keyboard):
    def __init__(self, merilo, cli, folder):
        Program.__init__(self, [merilo], str(folder / 'log'))
        self.cli, self.folder, self.document = cli, folder, None

    # --- what every page has -----------------------------------------------------------------

    def ready(self):
        self.until(self.activate, self.is_active, 'the keyboard')

    def page(self, number, words):
        self.until(lambda: self.key(f'alt+{number}'), lambda: self.has_label(words), words)
        time.sleep(0.8)  # what it gives the keyboard to may still be read

    def opened(self, keys, title):
        self.until(lambda: self.key(keys), lambda: self.has_window(title), title)
        time.sleep(0.6)

    def confirm(self, title):
        self.until(lambda: self.key('ctrl+Return'), lambda: not self.has_window(title),
                   f'the end of {title}')
        self.ready()

    def choose(self, row, steps):
        """A line of a drop-down, so many below the one that is chosen."""
        self.go_to(row)
        self.key('space')
        time.sleep(0.6)
        self.key(*['Down'] * steps, 'Return')
        time.sleep(0.4)

    # --- from the letter to the choice -------------------------------------------------------

    def begin(self):
        self.label('^Новый документ')
        self.ready()
        self.opened('Return', 'Новый документ')
        self.type('Кедровский район')
        self.key('ctrl+Return')
        self.label('^Сохранено в', 30)
        home = pathlib.Path(os.environ['HOME']).parent
        self.document = str(self.wait(lambda: next(home.rglob('*.merilo'), None), 'the document'))
        self.ready()

    def add_cycle(self):
        self.page(1, '^Создайте цикл$')
        self.go_to('^Создайте цикл$')
        self.opened('space', 'Новый цикл')
        self.choose('^Начать с', 3)
        self.confirm('Новый цикл')
        self.expect(lambda: len(self.table('workplan', 'list', self.document)) >= 16,
                    'the items of the sample')

    def bring(self, path, done):
        """A table goes through the import as it is."""
        self.until(lambda: self.key('ctrl+i'), lambda: self.has_label('^Выберите файл'),
                   'the import')
        self.until(lambda: self.key('ctrl+o'), lambda: self.has_window('Выбор таблиц'),
                   'the file chooser')
        time.sleep(0.6)  # the chooser takes the focus only after its folder is read
        self.type(str(path))
        self.until(lambda: self.key('Return'), lambda: not self.has_window('Выбор таблиц'),
                   'the end of the chooser')
        self.label(f'^{path.name}$')
        for _ in range(5):
            if self.has_label(done):
                break
            self.key('ctrl+Return')
            time.sleep(1)
        self.label(done)
        self.until(lambda: self.key('ctrl+Return'), lambda: self.has_label('^Сохранено в'),
                   'the end of the import')

    def register(self):
        path = self.folder / 'registry.csv'
        tables.write_registry(path, with_recipients=True)
        self.bring(path, '^Загружен[оаы] 12 строк')
        self.label('^Показан[оаы] 12 из 12')

    def pick_file(self, path, dialog):
        self.window(dialog)
        time.sleep(1)  # the chooser takes the focus only after its folder is read
        self.type(str(path))
        self.until(lambda: self.key('Return'), lambda: not self.has_window(dialog),
                   f'the end of {dialog}')

    def council(self):
        """Five members come as a table."""
        path = self.folder / 'council.csv'
        tables.write(path, [['ФИО', 'Роль в совете', 'Кого представляет', 'С', 'По'], *MEMBERS])
        self.page(8, '^Членов совета пока нет$')
        self.go_to('^Загрузить таблицу')
        self.key('space')
        self.pick_file(path, 'Загрузка таблицы|таблиц')

    def choose_organizations(self):
        self.page(2, '^Показано')
        self.go_to('^Предложить', 'shift+Tab')
        self.key('space')
        self.expect(lambda: len(self.chosen()) == 4, 'four of twelve are chosen')

    def chosen(self):
        return [row['organization'] for row in self.table('select', 'list', self.document)
                if row['selected'] == 'yes']

    def meet(self, number, *questions):
        """A meeting whose usual questions are adopted by everybody."""
        self.page(8, '^Члены$')
        self.key('ctrl+Next')
        time.sleep(1)
        self.until(lambda: self.key('Insert'),
                   lambda: self.has_label(f'^Заседание №.{number},'), 'the meeting')
        self.choose('^Состояние', 1)
        for i, question in enumerate(questions):
            self.go_to('^Типовые вопросы')
            self.key('space')
            time.sleep(0.6)
            self.go_to(question, 'Down', 20)
            self.key('Return')
            self.adopt(number, i + 1)

    def outcomes(self, number):
        return [row['outcome'] for row in self.table('council', 'list', self.document, 'agenda-item')
                if row['meeting'].startswith(f'№\u00a0{number} ')]

    def adopt(self, number, question):
        self.label(f'^{question}. ')
        self.go_to('^Остальные')
        self.key('space')
        self.label('^за 5, против 0')
        self.go_to('^Итог', 'shift+Tab')
        self.key('space')
        time.sleep(0.6)
        self.key('Down', 'Return')
        self.expect(lambda: self.outcomes(number)[-1] == 'adopted', 'a decision')

    # --- what the operator brings ------------------------------------------------------------

    def hire(self):
        self.page(4, '^Выборка$|^Данные$')
        self.key('ctrl+Prior')
        self.label('^Договора пока нет')
        self.opened('Insert', 'Договор')
        self.type('Центр опросов')
        self.key('Tab', 'Tab', 'Tab')  # INN, number, day
        self.type('01.03.2024')
        self.key('Tab', 'Tab', 'Tab', 'Tab')  # calendar, subject, amount, term
        self.type('до 1 июня 2024 г.')
        self.confirm('Договор')
        self.expect(lambda: [row['deadline'] for row in
                             self.table('operator', 'list', self.document, 'contract')]
                    == ['до 1 июня 2024 г.'], 'the contract')

    def collect(self):
        names = self.chosen()
        survey, checklist = self.folder / 'survey.csv', self.folder / 'checklist.csv'
        counts = {name: tables.sample(name) for name in names}
        tables.write_survey(survey, counts, 7, day='14.04.2024')
        tables.write_checklist(checklist, names, 8)
        self.bring(survey, f'^Загружен[оаы] {sum(counts.values())} строк')
        self.bring(checklist, f'^Загружен[оаы] {len(names)} строк')
        self.expect(lambda: all(row['S'] for row in self.table('scores', self.document)),
                    'everybody has a score')

    # --- results -----------------------------------------------------------------------------

    def cycle_menu(self, words):
        self.page(5, '^Средний балл')
        self.go_to('^Цикл оценки', 'shift+Tab')
        self.key('space')
        time.sleep(0.8)
        self.go_to(words, 'Down', 8)
        self.key('Return')

    def discuss(self):
        self.cycle_menu('^Предварительные')
        self.window('^Предварительные')
        time.sleep(0.6)
        self.type('письмо № 5 от 03.06.2024')
        self.go_to('^Вынести')
        self.key('space')
        self.label('^Ничего не изменилось$')
        self.key('Escape')
        self.wait(lambda: not self.has_window('^Предварительные'), 'the end of the dialog')
        self.ready()

    def approve(self):
        self.cycle_menu('^Утвердить')
        self.window('^Утверждение')
        time.sleep(0.6)
        self.type('протокол № 2 от 03.06.2024')
        self.confirm('^Утверждение')
        self.expect(lambda: 'решение' in self.ask('cycle', 'list', self.document)
                    or 'протокол' in self.ask('cycle', 'list', self.document), 'the approval')
