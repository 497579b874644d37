#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job through the window: open the example, import a table, read the rating,
write it as PDF. The window is Russian; what it says is compared with what merilo-cli says
of the same document."""
import csv
import io
import os
import pathlib
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from driver import Failure, Program  # noqa: E402

HEADER = ['Отметка времени', 'Организация'] + [f'q{i}' for i in range(1, 15)]
ANSWERS = ['Да'] * 14


def write_survey(path, organization, n):
    with open(path, 'w', encoding='utf-8', newline='') as file:
        table = csv.writer(file, delimiter=';')
        table.writerow(HEADER)
        for i in range(n):
            table.writerow([f'01.11.2024 10:{i:02}:00', organization] + ANSWERS)


def scores(cli, document):
    output = subprocess.run([cli, 'scores', document], capture_output=True, text=True, check=True)
    return list(csv.DictReader(io.StringIO(output.stdout)))


def choose_file(program, path, dialog):
    """Types a path into the file chooser."""
    program.window(dialog)
    time.sleep(0.5)  # the chooser takes the focus only after its folder is read
    program.type(str(path))
    program.until(lambda: program.key('Return'), lambda: not program.has_window(dialog),
                  f'the end of {dialog}')


def open_example(program):
    """From the start page, by the keyboard: to the row of the example, Enter."""
    program.label('^Посмотреть пример$')
    program.until(program.activate, program.is_active, 'the window to have the keyboard')
    for key in 6 * ('Tab', 'Down', 'Down'):
        if program.focused_row() == 'Посмотреть пример':
            break
        if key == 'Down' or program.focused_row() is None:  # in the list the arrows take over
            program.key(key)
            time.sleep(0.3)
    program.until(lambda: program.key('Return'), lambda: program.has_window('район'),
                  'the example')
    program.label('^Сохранено в', 30)


def import_table(program, path, n):
    program.until(lambda: program.key('ctrl+i'), lambda: program.has_label('^Выберите файл'),
                  'the import')
    program.until(lambda: program.key('ctrl+o'), lambda: program.has_window('Выбор таблиц'),
                  'the file chooser')
    choose_file(program, path, 'Выбор таблиц')
    program.label(f'^{path.name}$')
    step(program, '^Далее$', '^✓ распознано: 16$')
    # every name is in the registry: the step of organizations has nothing to ask
    step(program, '^Далее$', f'^Будет загружен[оаы] {n} строк')
    step(program, '^Загрузить$', f'^Загружен[оаы] {n} строк')
    program.press(program.button('^Готово$'))


def find_document():
    """The example lies where the program keeps it: the only document of this home."""
    found = list(pathlib.Path(os.environ['HOME']).parent.rglob('*.merilo'))
    if len(found) != 1:
        raise Failure(f'documents after opening the example: {found}')
    return found[0]


def step(program, button, expected):
    """Presses the button at the right end once it may be pressed."""
    node = program.button(button)
    program.wait(lambda: program.is_enabled(node), f'{button} to be allowed')
    program.press(node)
    program.label(expected, 60)


def read_rating(program, cli, document):
    program.until(lambda: program.key('alt+5'),
                  lambda: program.has_label('^Средний балл'), 'the rating')
    shown = program.rows('Рейтинг', 5)
    expected = scores(cli, document)
    if len(shown) < 5:
        raise Failure(f'the rating shows {len(shown)} rows')
    for row, line in zip(shown, expected):
        said = (row[0], row[1], row[2])
        meant = (line['rank'], line['organization'], line['S'].replace('.', ','))
        if said != meant:
            raise Failure(f'the rating shows {said}, scores says {meant}')
    return expected


def export_pdf(program, path):
    program.until(lambda: program.key('ctrl+shift+e'),
                  lambda: program.has_window('Сохранение отчёта'), 'the save dialog')
    time.sleep(0.5)
    program.key('ctrl+a')
    choose_file(program, path, 'Сохранение отчёта')
    program.wait(path.exists, 'the PDF')
    return subprocess.run(['pdftotext', '-layout', str(path), '-'], capture_output=True, text=True,
                          check=True).stdout


def main():
    merilo, cli = sys.argv[1:3]
    print('1..1')
    folder = pathlib.Path(tempfile.mkdtemp(prefix='merilo-drive-'))
    table = folder / 'survey.csv'
    pdf = folder / 'rating.pdf'
    write_survey(table, 'СОШ № 3', 5)
    program = Program([merilo], str(folder / 'program.log'))
    try:
        print('# opening the example')
        open_example(program)
        document = find_document()
        before = {line['organization']: line for line in scores(cli, str(document))}
        print('# importing')
        import_table(program, table, 5)
        print('# rating')
        after = {line['organization']: line for line in read_rating(program, cli, str(document))}
        if after['СОШ № 3']['5.1'] == before['СОШ № 3']['5.1']:
            raise Failure('five more answers changed nothing')
        print('# exporting')
        text = export_pdf(program, pdf)
        for expected in ('РЕЙТИНГ', 'СОШ № 3', after['СОШ № 3']['S'].replace('.', ',')):
            if expected.lower() not in text.lower():
                raise Failure(f'the PDF does not say {expected}')
    except Failure as failure:
        subprocess.run(['import', '-window', 'root', 'drive-failure.png'], check=False)
        print(f'not ok 1 - {failure}')
        print(open(folder / 'program.log', encoding='utf-8').read())
        return 1
    finally:
        program.close()
    complaints = [line for line in open(folder / 'program.log', encoding='utf-8')
                  if 'CRITICAL' in line or 'WARNING' in line]
    if complaints:
        print('not ok 1 - the program complained')
        print(''.join(complaints))
        return 1
    print('ok 1 - main job')
    return 0


sys.exit(main())
