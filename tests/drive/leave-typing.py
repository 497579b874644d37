#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is typed is kept by whatever leads away from its field: another page, the import, the end of
the window. The pages that are led to were shown before, so that they follow the change at once."""
import pathlib
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from driver import Failure  # noqa: E402
from keyboard import Keyboard, main  # noqa: E402


class LeaveTyping(Keyboard):
    def deadlines(self):
        return [row['deadline'] for row in self.table('plan', 'list', self.document, 'plan-item')]

    def begin_typing(self, text):
        self.key('alt+6')
        self.label('^ДС «Алёнушка»')
        time.sleep(0.5)
        self.key('Home', 'Down', 'Down', 'Down', 'Down')
        time.sleep(0.5)
        self.key('ctrl+t')
        time.sleep(0.5)
        self.key('ctrl+a')
        self.type(text)

    def run(self):
        for number, words, text in ((1, '^Требует внимания', 'май'), (2, '^Показано', 'июнь')):
            self.until(lambda: self.key(f'alt+{number}'), lambda: self.has_label(words), words)
            time.sleep(0.5)
            self.begin_typing(text)
            self.key(f'alt+{number}')
            self.expect(lambda: text in self.deadlines(), f'“{text}” is kept')
            self.label(words)
        self.begin_typing('август')
        self.key('ctrl+i')
        self.expect(lambda: 'август' in self.deadlines(), 'it is kept behind the import')
        self.key('Escape')
        self.begin_typing('октябрь')
        self.key('ctrl+w')
        self.wait_for_end()
        if 'октябрь' not in self.deadlines():
            raise Failure('the end of the window lost it')

    def wait_for_end(self):
        for _ in range(100):
            if self.process.poll() is not None:
                return
            time.sleep(0.1)


sys.exit(main('leave-typing', LeaveTyping))
