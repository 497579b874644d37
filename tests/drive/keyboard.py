# SPDX-License-Identifier: GPL-3.0-or-later
"""What scripts share that work by the keyboard alone, and how a whole one is run: on the demo, with
its day, and with the program's complaints as failures."""
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

from driver import Failure, Program, name_of, text_of  # noqa: E402


class Keyboard(Program):
    def __init__(self, merilo, cli, document, log):
        super().__init__([merilo, document], log)
        self.cli, self.document = cli, document
        self.label('^Сохранено в', 30)
        self.until(self.activate, self.is_active, 'the keyboard')

    # --- what the tool says --------------------------------------------------------------

    def ask(self, *words):
        return subprocess.run([self.cli, *words], capture_output=True, text=True, check=True).stdout

    def table(self, *words):
        return list(csv.DictReader(io.StringIO(self.ask(*words))))

    def expect(self, condition, what):
        self.wait(condition, what)
        print(f'# {what}')

    # --- where the keyboard is -----------------------------------------------------------

    def focused(self):
        """What has the keyboard is called; a row by its first label. A window that waits for
        a newer one has a widget with the focus, too."""
        windows = [self.root.get_child_at_index(i) for i in range(self.root.get_child_count())]
        for node in (node for window in reversed(windows) for node in self.walk(window, rows=60)):
            try:
                if (not node.get_state_set().contains(Atspi.StateType.FOCUSED)
                        or node.get_role_name() in ('frame', 'window')):
                    continue
                return name_of(node) or self._label_about(node)
            except Exception:  # it went away while it was looked at
                continue
        return ''

    def _label_about(self, node):
        """Of a row its first label, of an entry that of its row."""
        for _ in range(5):
            for part in self.walk(node):
                if part.get_role_name() == 'label' and text_of(part):
                    return text_of(part)
            node = node.get_parent()
        return ''

    def go_to(self, pattern, key='Tab', most=40):
        """Presses the key until what is called so has the keyboard."""
        for _ in range(most):
            if re.search(pattern, self.focused()):
                return
            self.key(key)
            time.sleep(0.12)
        raise Failure(f'{key} does not lead to {pattern}; {self.focused()!r} has the keyboard')

    def choose_in_menu(self, pattern):
        """The context menu of the row, by its words."""
        self.key('shift+F10')
        time.sleep(0.4)
        self.go_to(pattern, 'Down', 20)
        self.key('Return')

    def says(self, words):
        """Whether a label has the words; blanks may be no-break ones."""
        return any(words in text_of(node).replace('\u00a0', ' ') for node in self.walk(rows=60)
                   if node.get_role_name() == 'label')

    def complaints(self):
        return [line for line in open(self.log.name, encoding='utf-8')
                if 'CRITICAL' in line or 'WARNING' in line]


def main(name, program_class):
    """Runs `run` of the class on the demo; TAP."""
    merilo, cli = sys.argv[1:3]
    print('1..1')
    os.environ['MERILO_TODAY'] = '2024-12-03'
    folder = pathlib.Path(tempfile.mkdtemp(prefix='merilo-drive-'))
    document = str(folder / 'demo.merilo')
    subprocess.run([cli, 'demo', document], check=True, capture_output=True)
    program = program_class(merilo, cli, document, str(folder / 'program.log'))
    try:
        program.run()
        if program.complaints():
            raise Failure('the program complained: ' + ''.join(program.complaints()))
    except Failure as failure:
        subprocess.run(['import', '-window', 'root', f'drive-failure-{name}.png'], check=False)
        print(f'not ok 1 - {failure}')
        print(open(folder / 'program.log', encoding='utf-8').read())
        return 1
    finally:
        program.close()
    print(f'ok 1 - {name}')
    return 0
