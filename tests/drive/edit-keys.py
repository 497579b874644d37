#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules are edited with keys alone: parts of every kind are added, copied, moved and removed,
weights, filters and texts changed, weights normalized. What each step made is read from the
document itself. Then everything is undone and done again, and must be the same to the byte."""
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile
import time
import zlib

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from driver import Atspi, Failure, Program, name_of, text_of  # noqa: E402


class Editor:
    def __init__(self, program, document):
        self.program, self.document, self.steps = program, document, 0

    def draft(self):
        """The text of the draft that the document has; None while there is none."""
        with sqlite3.connect(f'file:{self.document}?mode=ro', uri=True, timeout=5) as connection:
            row = connection.execute('SELECT xml FROM methodology_draft').fetchone()
        return zlib.decompress(row[0]).decode() if row else None

    def count(self, what):
        return len(re.findall(what, self.draft()))

    # --- the keyboard --------------------------------------------------------------------

    def focused(self):
        """What has the keyboard: its role and all that it says."""
        for node in self.program.walk(rows=400):
            try:
                if node.get_state_set().contains(Atspi.StateType.FOCUSED):
                    said = name_of(node)
                    if node.get_role_name() in ('text', 'entry'):
                        return node.get_role_name(), said
                    return node.get_role_name(), said or next(
                        (text_of(part) for part in self.program.walk(node)
                         if part.get_role_name() == 'label' and text_of(part)), '')
            except Exception:
                continue
        return None, ''

    def key_until(self, key, pattern, most=40):
        """Presses the key until what has the keyboard is called so."""
        for _ in range(most):
            if re.search(pattern, self.focused()[1]):
                return
            self.program.key(key)
        raise Failure(f'{key} did not come to {pattern}, but to {self.focused()}')

    def step(self, name, act, expected):
        """An edit that is to be in the document when it is done."""
        before = self.draft()
        act()
        try:
            self.program.wait(lambda: self.draft() not in (before, None), name, 8)
        except Failure:
            raise Failure(f'{name}: nothing changed; the keyboard is in {self.focused()}')
        if not expected():
            raise Failure(f'{name}: the draft is not as expected')
        self.steps += 1
        print(f'# {name}')

    def keys(self, *keys):
        return lambda: self.program.key(*keys)

    def counted(self, name, act, what, change):
        n = self.count(what)
        self.step(name, act, lambda: self.count(what) == n + change)

    def moved(self, name, key):
        """The same parts in another order."""
        before = self.draft()
        self.step(name, self.keys(key), lambda: sorted(self.draft()) == sorted(before))

    def added(self, name, what, text):
        """Insert adds one like the selected one and asks for its name; Shift+F6 goes back to the tree."""
        self.counted(name, self.keys('Insert'), what, 1)
        time.sleep(0.3)  # the field takes the keyboard when the row is there
        self.program.key('ctrl+a')

        def act():
            self.program.type(text)
            self.program.key('shift+F6')
        self.step(f'{name}: its text', act, lambda: text in self.draft())

    def everything(self, kind, what, text, move):
        """Another part like the selected one: added, copied, moved, removed."""
        self.added(f'{kind} added', what, text)
        self.moved(f'{kind} moved', move)
        self.counted(f'{kind} copied', self.keys('ctrl+d'), what, 1)
        self.counted(f'{kind} removed', self.keys('Delete'), what, -1)

    def tab(self, name):
        """To another tab and into its tree."""
        self.key_until('shift+Tab', f'^{name}$')
        self.program.key('space')
        self.key_until('Tab', '^(q1|remote)$', 12)


def edit(editor):
    program = editor.program
    program.until(lambda: program.key('alt+3'),
                  lambda: program.has_label('^Методика используется'), 'the rules')
    editor.key_until('shift+Tab', '^Править$')
    program.key('Return')
    program.wait(editor.draft, 'a draft')
    start = editor.draft()

    # criteria and indicators; the first row is the first criterion
    editor.counted('criterion copied', editor.keys('ctrl+d'), '<criterion ', 1)
    editor.counted('criterion removed', editor.keys('Delete'), '<criterion ', -1)
    program.key('Home')
    editor.moved('criterion moved', 'alt+Down')
    editor.moved('criterion moved back', 'alt+Up')
    editor.added('criterion added', '<criterion ', 'Кружки и секции')
    program.key('Home', 'Down')
    editor.everything('indicator', '<indicator ', 'Часы приёма', 'alt+Up')
    program.key('Home', 'Down')

    def weigh():
        program.key('F2')
        program.type('0,7')
        program.key('Return')
    editor.step('weight', weigh, lambda: 'weight="0.7"' in editor.draft())

    def normalize():
        program.key('shift+F10')
        editor.key_until('Down', '^Привести сумму', 16)
        program.key('Return')
    program.key('Home')
    editor.step('weights normalized', normalize, lambda: 'weight="0.7"' not in editor.draft())

    # the questionnaire
    editor.tab('Анкета')
    program.key('Home')
    editor.everything('question', '<question ', 'Удобно ли добираться?', 'alt+Down')
    program.key('Home', 'Down', 'Down', 'Down', 'Down')

    def ask_of_some():
        program.key('F6')
        editor.key_until('Tab', '^Задаётся тем|^всем', 14)
        program.key('space')
        time.sleep(0.3)
        program.key('Down', 'Return')
    filters = re.findall(' filter="[^"]*"', editor.draft())
    editor.step('filter', ask_of_some,
                lambda: re.findall(' filter="[^"]*"', editor.draft()) != filters)
    editor.key_until('shift+F6', '^q', 3)
    program.key('Home', 'Right', 'Down')
    editor.everything('option', '<option', 'Не помню', 'alt+Up')

    # the checklist
    editor.tab('Чек-листы')
    program.key('Home', 'Right', 'Down')
    editor.everything('item', '<item ', 'Почтовый ящик у входа', 'alt+Down')
    return start


def repeat(editor, key, wanted):
    """The key as often as there were edits; each time the draft becomes another."""
    for n in range(1, editor.steps + 1):
        before = editor.draft()
        editor.program.key(key)
        editor.program.wait(lambda: editor.draft() != before, f'{key}, time {n}', 8)
    if editor.draft() != wanted:
        raise Failure(f'{editor.steps} times {key} did not give the rules back')


def check(program, document):
    editor = Editor(program, document)
    start = edit(editor)
    end = editor.draft()
    repeat(editor, 'ctrl+z', start)
    repeat(editor, 'ctrl+shift+z', end)
    print(f'# {editor.steps} edits undone and done again')


def main():
    merilo, cli = sys.argv[1:3]
    print('1..1')
    folder = pathlib.Path(tempfile.mkdtemp(prefix='merilo-keys-'))
    document = folder / 'demo.merilo'
    subprocess.run([cli, 'demo', str(document)], check=True, capture_output=True)
    program = Program([merilo, str(document)], str(folder / 'program.log'))
    try:
        program.label('^Сохранено в', 30)
        program.until(program.activate, program.is_active, 'the window to have the keyboard')
        check(program, document)
    except Failure as failure:
        subprocess.run(['import', '-window', 'root', 'drive-failure-keys.png'], check=False)
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
    print('ok 1 - editing the rules with keys alone')
    return 0


sys.exit(main())
