#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole cycle by the keyboard alone, from an empty window to the archive: registry, council,
choice, operator, import, preliminary results, decision, plans of improvement, control, publication.
What the window did is asked of merilo-cli; on another day the program is started again."""
import os
import pathlib
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / 'systems'))
import gi
gi.require_version('Atspi', '2.0')
from gi.repository import Atspi  # noqa: E402

import tables  # noqa: E402
from driver import Failure, Program  # noqa: E402
from keyboard import Keyboard  # noqa: E402

MEMBERS = [(name, role, whom, '01.02.2024', '31.01.2027') for name, role, whom in (
    ('Берёзкина В. А.', 'председатель', 'Совет ветеранов'),
    ('Тропинина Н. С.', 'секретарь', 'Родительский совет'),
    ('Полевой Т. М.', 'член совета', 'Союз инвалидов'),
    ('Лугова Е. И.', 'член совета', 'Центр «Семья»'),
    ('Каменский О. Р.', 'член совета', 'Профсоюз строителей'))]


class District(Keyboard):
    def __init__(self, command, cli, folder):
        self.cli, self.folder = cli, folder
        self.document = command[1] if len(command) > 1 else None
        Program.__init__(self, command, str(folder / f'log-{len(list(folder.glob("log*")))}'))
        if self.document is not None:
            self.label('^Сохранено в', 30)
            self.ready()

    # --- what every page has -----------------------------------------------------------------

    def ready(self):
        self.until(self.activate, self.is_active, 'the keyboard')

    def shows(self, number):
        """Whether the page of that place in the sidebar is the one that is shown."""
        pages = next(node for node in self.walk(rows=1) if node.get_role_name() == 'list'
                     and node.get_name() == 'Страницы')
        row = pages.get_child_at_index(number - 1)
        return row.get_state_set().contains(Atspi.StateType.SELECTED)

    def page(self, number, words):
        self.until(lambda: self.key(f'alt+{number}'), lambda: self.shows(number), 'the page')
        self.label(words)
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
        self.confirm('^Утверждение')  # the decision is filled in from the minutes
        self.expect(lambda: self.table('cycle', 'list', self.document)[0]['approved'] == 'yes',
                    'the results are approved')

    # --- plans of improvement ----------------------------------------------------------------

    def control(self):
        return self.table('plan', 'control', self.document)

    def all_plans(self):
        """All organizations at once, from wherever the keyboard is."""
        self.key('alt+1')
        time.sleep(0.5)
        self.key('alt+6')
        time.sleep(1)
        self.go_to('^По организациям', 'shift+Tab')
        self.key('space')
        time.sleep(0.8)
        self.key('alt+6')
        self.key('Home', 'ctrl+a')
        self.label('^Выбраны 4 организации')

    def press_key(self, words):
        self.go_to(words)
        self.key('space')

    def find_findings(self):
        self.page(6, '^Недостатков пока нет')
        self.press_key('^Найти недостатки')
        self.label('^Добавлен')

    def plan(self):
        self.all_plans()
        self.press_key('^Рекомендации по недостаткам')
        self.expect(lambda: self.table('plan', 'list', self.document, 'recommendation'),
                    'recommendations')
        self.all_plans()
        self.press_key('^Рекомендации получены')
        self.label('^Рекомендации получены$')
        self.key('Return')
        self.expect(lambda: all(row['due'] for row in self.control()), 'days that plans are due by')
        self.all_plans()
        self.press_key('^Составить пункты')
        self.expect(lambda: all(row['items'] != '0' for row in self.control()),
                    'each has a plan with items')

    def all_items(self):
        self.key('alt+6')
        time.sleep(1)
        self.go_to('^По срокам', 'shift+Tab')
        self.key('space')
        time.sleep(0.8)
        self.key('alt+6')
        time.sleep(0.5)
        self.key('Home', 'Right', 'ctrl+a')
        self.label('^Выбран[оы]? 37 пункт')

    def items(self, key):
        return {row[key] for row in self.table('plan', 'list', self.document, 'plan-item')}

    def set_deadlines(self):
        self.all_items()
        self.key('ctrl+t')
        time.sleep(0.8)
        self.type('до 1 сентября 2024 г.')
        self.key('Return')
        self.expect(lambda: self.items('deadline') == {'до 1 сентября 2024 г.'},
                    'every item has its deadline')

    def advance(self, button, heading, state):
        self.all_plans()
        self.press_key(button)
        self.label(heading)
        self.key('Return')
        self.expect(lambda: all(row['state'] == state for row in self.control()),
                    f'all plans are {state}')

    def carry_out(self):
        self.all_items()
        self.press_key('^Исполнено')
        self.label('^Укажите, чем подтверждается')
        self.type('Акты от 30.08.2024')
        self.key('Return')
        self.expect(lambda: self.items('state') == {'done'}, 'every item is done')

    # --- the end -----------------------------------------------------------------------------

    def publish(self):
        self.page(9, '^Публикации$')
        self.opened('Insert', '^Публикация$')
        self.key('Tab')  # past what is published
        self.type('Результаты независимой оценки')
        self.key('Tab', 'Tab', 'Tab', 'Tab', 'Tab')  # where, the organization, its button, who
        self.type('до 1 декабря 2024 г.')
        self.confirm('^Публикация$')
        self.expect(lambda: [row['title'] for row in
                             self.table('publication', 'list', self.document)]
                    == ['Результаты независимой оценки'], 'the publication')

    def close_cycle(self):
        self.page(1, '^Требует внимания')
        self.go_to('^Настройки цикла')
        self.key('space')
        self.window('^Настройки цикла')
        time.sleep(0.6)
        self.go_to('^Закрыть цикл', 'shift+Tab')
        self.key('space')
        self.expect(lambda: self.table('cycle', 'list', self.document)[0]['closed'],
                    'the cycle is closed')
        if 'problems: 0' not in self.ask('verify', self.document):
            raise Failure(self.ask('verify', self.document))


def on(day, merilo, folder, program):
    """The same document on another day."""
    os.environ['MERILO_TODAY'] = day
    if program is None:
        return District([merilo], sys.argv[2], folder)
    program.close()
    return District([merilo, program.document], program.cli, folder)


def play(merilo, folder):
    program = on('2024-02-01', merilo, folder, None)
    try:
        for part in (program.begin, program.add_cycle, program.register, program.council,
                     program.choose_organizations):
            part()
        program.meet(1, 'перечне организаций')
        program.hire()
        program = on('2024-06-03', merilo, folder, program)
        program.collect()
        program.discuss()
        program.meet(2, '^О результатах независимой')
        program.approve()
        program = on('2024-06-10', merilo, folder, program)
        for part in (program.find_findings, program.plan, program.set_deadlines):
            part()
        program.advance('^представлен: ', '^представлен$', 'submitted')
        program.advance('^утверждён: ', '^утверждён$', 'approved')
        program = on('2024-11-05', merilo, folder, program)
        for part in (program.carry_out, program.publish, program.close_cycle):
            part()
    except Failure:
        subprocess.run(['import', '-window', 'root', 'drive-failure-whole-cycle.png'], check=False)
        raise
    finally:
        program.close()


def main():
    print('1..1')
    folder = pathlib.Path(tempfile.mkdtemp(prefix='merilo-whole-cycle-'))
    try:
        play(sys.argv[1], folder)
        for log in folder.glob('log*'):
            said = log.read_text(encoding='utf-8')
            if 'CRITICAL' in said:  # GTK 4.8 warns of its own file chooser
                raise Failure(f'the program complained: {said}')
    except Failure as failure:
        print(f'not ok 1 - {failure}')
        return 1
    print('ok 1 - a whole cycle by keys alone')
    return 0


sys.exit(main())
