#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of what the window shows around an import: run by hand, looked at by a person.

usage: run tour.py MERILO MERILO-CLI FOLDER [STOP…]

  MERILO_SIZE=1024x680        size of the window, 1280x800 without it
  ADW_DISABLE_PORTAL=1 ADW_DEBUG_COLOR_SCHEME=prefer-dark ADW_DEBUG_HIGH_CONTRAST=1
  MERILO_TEXT=2               large text

Without STOP all stops of the table are made, each in a program of its own."""
import csv
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from driver import Atspi, Failure, Program, is_visible, name_of  # noqa: E402

HEADER = ['Отметка времени', 'Организация', 'Пол', 'Ваш возраст'] + [f'q{i}' for i in range(1, 15)]


class Tour(Program):
    def __init__(self, merilo, document, folder, stop):
        super().__init__([merilo, str(document)], str(folder / f'{stop}.log'))
        self.folder, self.stop, self.count = folder, stop, 0
        self.label('^Сохранено в', 30)
        self.until(self.activate, self.is_active, 'the keyboard')
        time.sleep(0.5)

    def shot(self, name, wait=0.6):
        time.sleep(wait)  # what moves comes to rest
        self.count += 1
        path = self.folder / f'{self.stop}-{self.count:02}-{name}.png'
        subprocess.run(['import', '-window', 'root', str(path)], check=True)
        print(f'# {path.name}')

    def tab(self, name):
        def find():
            for node in self.walk():
                if (node.get_role_name() in ('page tab', 'radio button', 'toggle button', 'push button')
                        and name in name_of(node) and is_visible(node)):
                    return node
            return None
        self.press(self.wait(find, f'the tab {name}'))

    def press_button(self, pattern):
        self.press(self.button(pattern))

    def click(self, pattern):
        """With the mouse: what opens a menu has no action of its own in GTK 4.8."""
        extents = Atspi.Component.get_extents(self.button(pattern), Atspi.CoordType.WINDOW)
        subprocess.run(['xdotool', 'mousemove', str(extents.x + extents.width // 2),
                        str(extents.y + extents.height // 2), 'click', '1'], check=True)
        time.sleep(0.5)
        subprocess.run(['xdotool', 'mousemove', '1270', '790'], check=True)

    def choose(self, pattern):
        """An item of the menu that is open."""
        def find():
            for node in self.walk():
                if (node.get_role_name() in ('menu item', 'check menu item', 'radio menu item')
                        and re.search(pattern, name_of(node))):
                    return node
            return None
        self.press(self.wait(find, f'the item {pattern}'))

    def data(self, tab):
        self.until(lambda: self.key('alt+4'), lambda: self.has_label('Чек-листы'), 'the data')
        self.tab(tab)

    def tree(self, depth=40):
        """What a screen reader is told, for looking."""
        def show(node, level):
            try:
                print('#', '  ' * level, node.get_role_name(), repr(node.get_name()))
            except Exception:
                return
            count = min(node.get_child_count(), 6 if node.get_role_name() == 'list' else 999)
            for i in range(count if level < depth else 0):
                child = node.get_child_at_index(i)
                if child is not None:
                    show(child, level + 1)
        show(self.root, 0)

    def settle(self, seconds=1):
        time.sleep(seconds)


def write_survey(path, n, bad=0, name='СОШ № 3'):
    with open(path, 'w', encoding='utf-8', newline='') as file:
        table = csv.writer(file, delimiter=';')
        table.writerow(HEADER)
        for i in range(n):
            when = f'{1 + i // 86400 % 28:02}.10.2024 {i // 3600 % 24:02}:{i // 60 % 60:02}:{i % 60:02}'
            who = 'Лицей космонавтики' if i < bad else name
            table.writerow([when, who, 'женский', '35'] + ['Да' if (i + k) % 7 else 'Нет' for k in range(14)])


def choose_files(program, path, dialog):
    program.window(dialog)
    time.sleep(2)  # the chooser takes the keyboard only after its folder is read
    program.type(str(path))
    program.until(lambda: program.key('Return'), lambda: not program.has_window(dialog), dialog)


def begin_import(program, path):
    program.until(lambda: program.key('ctrl+i'), lambda: program.has_label('^Выберите файл'), 'import')
    program.until(lambda: program.key('ctrl+o'), lambda: program.has_window('Выбор таблиц'), 'chooser')
    choose_files(program, path, 'Выбор таблиц')
    program.label(f'^{path.name}$')


def go_on(program, pattern='^Далее$'):
    node = program.button(pattern)
    program.wait(lambda: program.is_enabled(node), f'{pattern} to be allowed', 60)
    program.press(node)


def import_to_check(program, path, names=False):
    begin_import(program, path)
    go_on(program)
    program.label('^✓ распознано')
    go_on(program)
    if names:
        program.shot('names')
        program.press_button('Пропустить')
        go_on(program)
    program.button('^Загрузить$', 60)


# --- stops -----------------------------------------------------------------------------------

def stop_tabs(program, files):
    for name in ('Выборка', 'Файлы', 'Чек-листы', 'Ввод с бумаги', 'Отзывы', 'Другие сведения'):
        program.data(name)
        program.shot(name.replace(' ', '-'))


def stop_tree(program, files):
    program.data('Файлы')
    program.tree()


def stop_batch(program, files):
    path = files / 'Анкеты с ошибками.csv'
    write_survey(path, 400, bad=150)
    import_to_check(program, path, names=True)
    program.shot('check')
    go_on(program, '^Загрузить$')
    program.button('^Готово$', 60)
    program.shot('outcome')
    program.press_button('^Готово$')
    program.data('Файлы')
    program.press_button('^Сведения')
    program.window('№')
    program.shot('details')
    for _ in range(6):
        program.key('Tab')
    program.shot('details-tabbed')
    program.key('End')
    program.key('Escape')
    program.shot('closed')
    program.press_button('^Сохранить отклон')
    program.shot('where-is', 1.5)
    program.key('Escape')
    program.press_button('^Убрать')
    program.shot('removed')


def stop_repeats(program, files):
    for name, n in (('Первый', 20), ('Второй', 30)):
        path = files / f'{name}.csv'
        write_survey(path, n)
        import_to_check(program, path)
        go_on(program, '^Загрузить$')
        program.button('^Готово$', 60)
        program.press_button('^Готово$')
        program.label('^Сохранено в')
    program.data('Файлы')
    for _ in range(9):
        program.key('Tab')
    program.key('Up')
    program.shot('selected')
    program.press_button('^Убрать')
    program.shot('told', 1)


def stop_structure(program, files):
    program.data('Отзывы')
    program.press_button('^Структура')
    program.shot('all')
    program.key('Tab')
    program.shot('focus')


def stop_evidence(program, files):
    program.data('Другие сведения')
    for name in ('Подсчёты', 'Сравнение', 'Факты'):
        program.tab(name)
        program.shot(name)
        if name == 'Сравнение':
            program.press_button('^Все баллы')
            program.shot('all', 1.5)
        program.press_button('^Добавить')
        program.shot('form')
        program.key('Tab')
        program.key('Tab')
        program.shot('form-focus')
        program.key('Escape')
        program.settle()


def stop_sample(program, files):
    program.data('Выборка')
    program.key('alt+4')
    program.key('Down')
    program.shot('row')
    program.key('F2')
    program.shot('edit')


def stop_running(program, files):
    path = files / 'Анкеты области.csv'
    write_survey(path, int(os.environ.get('MERILO_ROWS', 3000000)))
    begin_import(program, path)
    program.shot('file')
    go_on(program)
    program.shot('columns')
    go_on(program)
    program.shot('trial', 0.3)
    program.wait(lambda: program.is_enabled(program.button('^Загрузить$')), 'the trial', 300)
    program.shot('check')
    program.press_button('^Загрузить$')
    program.shot('running', 0.5)
    program.key('Escape')
    program.shot('stopping', 0)
    program.shot('stopped', 2)
    program.press_button('^Назад')
    program.shot('back')


def stop_mapping(program, files):
    path = files / 'Анкеты с ошибками.csv'
    write_survey(path, 40)
    begin_import(program, path)
    go_on(program)
    program.label('^✓ распознано')
    program.shot('columns')
    go_on(program)
    go_on(program, '^Загрузить$')
    program.press_button('^Готово$')
    begin_import(program, path)
    program.shot('earlier')


def rules(program, tab=None):
    program.until(lambda: program.key('alt+3'),
                  lambda: program.has_label('^Методика используется'), 'the rules')
    if tab is not None:
        program.tab(tab)


def stop_rules(program, files):
    rules(program)
    program.shot('used')
    program.press_button('^Править$')
    program.label('^Влияние: места не изменятся')
    program.shot('draft')
    for _ in range(3):
        program.key('Down')
    program.key('F2')
    program.type('0,1')
    program.shot('weight', 1)
    program.key('Return')
    for tab in ('Анкета', 'Чек-листы', 'Правила'):
        program.tab(tab)
        program.shot(tab)
        program.key('Tab')
        program.key('Down')
        program.key('Down')
        program.shot(f'{tab}-row')
    program.press_button('^Отличия')
    program.shot('differences')
    program.key('Escape')
    program.press_button('^Проверка')
    program.shot('problems')
    program.key('Escape')
    program.press_button('^Применить')
    program.window('Новая редакция')
    program.shot('apply')
    program.key('Escape')


def stop_new_criterion(program, files):
    rules(program)
    program.press_button('^Править$')
    program.label('^Влияние: места не изменятся')
    program.key('Insert')
    program.shot('new', 1)
    program.type('Кружки')
    program.shot('typed', 1)
    program.key('Tab')
    program.shot('entered', 1)


def stop_approval(program, files):
    program.click('НОКО 20')
    program.shot('menu')
    program.choose('^Утвердить')
    program.shot('form', 1)
    program.key('Tab')
    program.key('Tab')
    program.shot('form-focus')


def stop_paper(program, files):
    program.data('Ввод с бумаги')
    program.shot('tab')
    program.press_button('^Новая стопка|^Начать')
    program.shot('stack')


def stop_objections(program, files):
    program.data('Возражения')
    program.shot('tab')
    program.press_button('^Возражение')
    program.shot('form')
    program.key('space')
    program.shot('organizations')
    program.key('Escape')
    program.key('Escape')
    program.press_button('^Решение')
    program.shot('decision', 1)
    program.key('Escape')


def stop_typed(program, files):
    program.data('Другие сведения')
    program.press_button('^Добавить')
    program.shot('form')


def stop_plan(program, files):
    path = files / 'Анкеты.csv'
    write_survey(path, 400, bad=150)
    import_to_check(program, path, names=True)
    program.shot('check')
    program.tab('План и факт')
    program.shot('plan')


def stop_wizard(program, files):
    path = files / 'Анкеты с ошибками.csv'
    write_survey(path, 40)
    begin_import(program, path)
    program.shot('file')
    go_on(program)
    program.label('^✓ распознано')
    program.shot('columns')
    go_on(program)
    go_on(program, '^Загрузить$')
    program.press_button('^Готово$')
    begin_import(program, path)
    program.press_button('ещё раз')
    program.shot('again')
    go_on(program)
    program.label('^✓ распознано')
    program.click('^Соответствия столбцов')
    program.shot('mappings')
    program.choose('^Сохранить')
    program.window('Сохранение')
    program.shot('save', 1.5)
    program.key('Escape')
    program.settle()
    program.click('^Соответствия столбцов')
    program.choose('^Взять')
    program.shot('take', 1.5)
    program.key('Escape')
    program.settle()
    program.click('^Соответствия столбцов')
    program.choose('^Удалить')
    program.shot('deleted')


STOPS = {name[5:]: function for name, function in list(globals().items())
         if name.startswith('stop_')}


def set_size():
    """The window opens with the size that it was left with."""
    width, height = os.environ.get('MERILO_SIZE', '1280x800').split('x')
    kept = pathlib.Path(os.environ['XDG_CONFIG_HOME'], 'glib-2.0', 'settings', 'keyfile')
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text(f'[io/github/merilo/Merilo]\nwindow-width={width}\nwindow-height={height}\n')
    os.environ['GSETTINGS_BACKEND'] = 'keyfile'
    text = float(os.environ.get('MERILO_TEXT', '1'))
    subprocess.run(['xprop', '-root', '-f', 'RESOURCE_MANAGER', '8s', '-set', 'RESOURCE_MANAGER',
                    f'Xft.dpi: {int(96 * text)}\n'], check=True)


def main():
    set_size()
    merilo, cli, target = sys.argv[1:4]
    target = pathlib.Path(target)
    target.mkdir(parents=True, exist_ok=True)
    files = pathlib.Path(tempfile.mkdtemp(prefix='merilo-tour-'))
    for stop in sys.argv[4:] or STOPS:
        document = files / f'{stop}.merilo'
        subprocess.run([cli, 'demo', str(document)], check=True)
        program = Tour(merilo, document, target, stop)
        try:
            STOPS[stop](program, files)
        except Failure as failure:
            program.shot('failure')
            print(f'# {stop}: {failure}')
        finally:
            program.close()
        for line in open(target / f'{stop}.log', encoding='utf-8'):
            if 'WARNING' in line or 'CRITICAL' in line:
                print('#', line.strip())


main()
