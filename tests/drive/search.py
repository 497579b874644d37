#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything is found by the keyboard alone: Ctrl+K, a part of a word, arrows, Enter; and what is
found is selected on the page of its kind."""
import os
import pathlib
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from driver import Failure, Program  # noqa: E402


def search(program, text):
    program.until(lambda: program.key('ctrl+k'),
                  lambda: program.has_window('Поиск по всему документу'), 'the search')
    time.sleep(1)  # a window that is still opening loses letters
    program.type(text)


def went_to(program, pattern):
    """The window of the search is gone, and the page shows what was found."""
    program.until(lambda: program.key('Return'),
                  lambda: not program.has_window('Поиск по всему документу'), 'the end of the search')
    program.label(pattern)


def check(program):
    search(program, 'родничок')
    program.label('^ДС «Родничок»$')
    went_to(program, '^МБДОУ «Детский сад „Родничок“»')
    print('ok 1 - an organization')
    search(program, 'коляской')
    program.label('^Замечание: 1$')
    went_to(program, '^Пандуса нет, с коляской в школу не войти')
    print('ok 2 - a remark of the discussion')
    search(program, 'телефонного опроса')
    program.label('^Передача: 1$')
    went_to(program, '^Исходные файлы телефонного опроса$')
    print('ok 3 - a delivery of the operator')
    search(program, 'этого нигде нет')
    program.label('^Ничего не найдено$')
    program.until(lambda: program.key('Escape'),
                  lambda: not program.has_window('Поиск по всему документу'), 'the end by Escape')
    print('ok 4 - nothing')


def main():
    merilo, cli = sys.argv[1:]
    print('1..4')
    with tempfile.TemporaryDirectory() as folder:
        document = pathlib.Path(folder) / 'Район.merilo'
        subprocess.run([cli, 'demo', str(document)], check=True)
        program = Program([merilo, str(document)], str(pathlib.Path(folder) / 'log'))
        try:
            program.label('^Сохранено в', 30)
            program.until(program.activate, program.is_active, 'the keyboard')
            check(program)
        except Failure as failure:
            print(f'Bail out! {failure}')
            return 1
        finally:
            program.close()
    return 0


if __name__ == '__main__':
    os.environ['MERILO_TODAY'] = '2024-12-03'
    sys.exit(main())
