#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A publication by the keyboard alone: added, changed, copied, deleted, brought back. What the
window did is compared with what merilo-cli says of the document."""
import csv
import io
import os
import pathlib
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from driver import Failure, Program, text_of  # noqa: E402

TITLE = 'Рейтинг для сайта'
CHANGED = 'Рейтинг для печати'
PAGES = [f'alt+{i}' for i in range(1, 10)]


class Publications(Program):
    def __init__(self, merilo, cli, document, log):
        super().__init__([merilo, document], log)
        self.cli, self.document = cli, document
        self.label('^Сохранено в', 30)
        self.until(self.activate, self.is_active, 'the keyboard')

    def stored(self):
        output = subprocess.run([self.cli, 'publication', 'list', self.document],
                                capture_output=True, text=True, check=True)
        return list(csv.DictReader(io.StringIO(output.stdout)))

    def titles(self):
        return [row['title'] for row in self.stored()]

    def expect(self, condition, what):
        self.wait(condition, what)
        print(f'# {what}')

    def open_page(self):
        """Its place in the sidebar is not ours to know."""
        for key in PAGES:
            self.key(key)
            time.sleep(0.7)
            if self.has_label('^Документы в деле$'):
                return
        raise Failure('no page has the papers on file')

    def says(self, words):
        """Whether a row of the form tells it; blanks may be no-break ones."""
        return any(words in text_of(node).replace('\u00a0', ' ') for node in self.walk(rows=40)
                   if node.get_role_name() == 'label')

    def form(self, key):
        self.until(lambda: self.key(key), lambda: self.has_window('^Публикация$'), 'the form')
        time.sleep(0.5)

    def save(self):
        self.until(lambda: self.key('ctrl+Return'), lambda: not self.has_window('^Публикация$'),
                   'the end of the form')
        self.until(self.activate, self.is_active, 'the keyboard')

    def run(self):
        self.open_page()
        before = self.titles()
        self.form('Insert')
        self.key('Tab')  # past what is published
        self.type(TITLE)
        self.key('Tab', 'Tab', 'Tab', 'Tab')  # where, the row of the organization, its button, who
        self.key('Tab')
        self.type('до 1 декабря 2024 г.')
        self.wait(lambda: self.says('понято как до 01.12.2024'), 'how the deadline is understood')
        self.save()
        self.expect(lambda: self.titles() == before + [TITLE], 'the publication is there')
        self.label('^просрочено$')
        self.form('F2')
        self.key('Tab', 'ctrl+a')
        self.type(CHANGED)
        self.save()
        self.expect(lambda: self.titles() == before + [CHANGED], 'its title is another')
        self.key('ctrl+d')
        self.expect(lambda: self.titles() == before + [CHANGED, CHANGED], 'there are two')
        self.key('Delete')
        self.expect(lambda: self.titles() == before + [CHANGED], 'the copy is gone')
        self.key('Delete')
        self.expect(lambda: self.titles() == before, 'the publication is gone')
        self.key('ctrl+z')
        self.expect(lambda: self.titles() == before + [CHANGED], 'the publication is back')
        if self.stored()[-1]['deadline'] != 'до 1 декабря 2024 г.':
            raise Failure('the deadline is another')


def main():
    merilo, cli = sys.argv[1:3]
    os.environ['MERILO_TODAY'] = '2024-12-03'
    print('1..1')
    with tempfile.TemporaryDirectory() as folder:
        document = str(pathlib.Path(folder) / 'demo.merilo')
        log = str(pathlib.Path(folder) / 'log')
        subprocess.run([cli, 'demo', document], check=True, stdout=subprocess.DEVNULL)
        program = Publications(merilo, cli, document, log)
        try:
            program.run()
        except Failure as failure:
            subprocess.run(['import', '-window', 'root', 'drive-failure.png'], check=False)
            print(f'not ok 1 - publications: {failure}')
            return 1
        finally:
            program.close()
        complaints = [line for line in pathlib.Path(log).read_text(encoding='utf-8').splitlines()
                      if 'CRITICAL' in line or 'WARNING' in line]
    if complaints:
        print('not ok 1 - publications: the program complained')
        print('\n'.join(complaints))
        return 1
    print('ok 1 - publications')
    return 0


sys.exit(main())
