#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Editing the rules through the window: begin, change a weight by the keyboard, read what it
would change in the rating, put it into force with a reason, see it in the scores, undo. What the
window says is compared with what merilo-cli says of the same document."""
import csv
import io
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from driver import Failure, Program  # noqa: E402


def scores(cli, document):
    output = subprocess.run([cli, 'scores', document], capture_output=True, text=True, check=True)
    return {line['organization']: (line['rank'], line['S'])
            for line in csv.DictReader(io.StringIO(output.stdout))}


def moved(before, after):
    return sum(before[name][0] != after[name][0] for name in before)


def type_weight(program, row, weight, told):
    """F2 begins to type the weight of the row that is chosen; what it means is told at once."""
    program.label(row)
    program.key('F2')
    program.type(weight)
    program.label(told)
    program.key('Return')


def edit(program):
    program.until(lambda: program.key('alt+3'),
                  lambda: program.has_label('^Методика используется'), 'the rules')
    program.press(program.button('^Править$'))
    program.label('^Влияние: места не изменятся')
    for _ in range(3):
        program.key('Down')
    type_weight(program, '^1.3 Удовлетворены', '0,1', '^0,7: не хватает 0,3$')
    for _ in range(2):
        program.key('Up')
    type_weight(program, '^1.1 Полнота', '0,6', '^1,0 ✓$')
    return program.label('^Влияние: измен')


def apply(program):
    program.press(program.button('^Применить…$'))
    program.window('Новая редакция')
    program.type('Решение совета')
    program.until(lambda: program.key('ctrl+Return'),
                  lambda: not program.has_window('Новая редакция'), 'the end of the form')
    program.label('^Методика используется. Правка создаст редакцию 3')


def check(program, cli, document):
    before = scores(cli, document)
    text = edit(program)
    if scores(cli, document) != before:
        raise Failure('a draft changed the scores')
    apply(program)
    after = program.wait(lambda: (lambda now: now if now != before else None)
                         (scores(cli, document)), 'other scores')
    n = moved(before, after)
    if f' {n} ' not in text:
        raise Failure(f'the window said “{text}”, and {n} places changed')
    program.key('ctrl+z')
    program.wait(lambda: scores(cli, document) == before, 'the scores as they were')
    program.label('^Влияние: ')  # the draft is there again
    print(f'# {text}')


def main():
    merilo, cli = sys.argv[1:3]
    print('1..1')
    folder = pathlib.Path(tempfile.mkdtemp(prefix='merilo-rules-'))
    document = folder / 'demo.merilo'
    subprocess.run([cli, 'demo', str(document)], check=True, capture_output=True)
    program = Program([merilo, str(document)], str(folder / 'program.log'))
    try:
        program.label('^Сохранено в', 30)
        program.until(program.activate, program.is_active, 'the window to have the keyboard')
        check(program, cli, str(document))
    except Failure as failure:
        subprocess.run(['import', '-window', 'root', 'drive-failure-rules.png'], check=False)
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
    print('ok 1 - editing the rules')
    return 0


sys.exit(main())
