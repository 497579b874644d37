#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of rules that are wrong in some way, against the promise that each is refused with a
sentence that names the file and the line, and that the document stays as it was.

Every case is the shipped edition of 2018 with one change, or bytes of its own.

usage: broken-rules.py MERILO_CLI [-v]
"""
import hashlib
import pathlib
import re
import subprocess
import sys
import tempfile


def swap(old, new, line=0):
    """The first `old` becomes `new`; «@» in it marks the line that must be told, else its start
    does. What is wrong with a whole is told where the whole begins: then `line` says."""
    def change(text):
        at = text.index(old)
        changed = text[:at] + new.replace('@', '') + text[at + len(old):]
        mark = at + (new.index('@') if '@' in new else 0)
        return changed.encode(), changed[:mark].count('\n') + 1 if line == 0 else line
    return change


def raw(data, line):
    return lambda text: (data, line)


def whole(change, line=1):
    return lambda text: (change(text), line)


INPUT = '<input place="remote"/>'
DOCTYPE = '<?xml version="1.0"?>\n<!DOCTYPE methodology [\n%s\n]>\n<methodology/>\n'
LAUGHS = '<!ENTITY a0 "ha">\n' + '\n'.join(
    f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10))

# name, how the file comes about, a word that the sentence must have
CASES = [
    # elements
    ('unknown element', swap('<questions>', '<questions>\n<evil/>@'), 'evil'),
    ('element in a wrong place', swap('<bands>', '<bands>\n<policy key="ties" value="dense"/>@'),
     'policy'),
    ('no title', swap('  <title>Федеральная 2018 года, образование</title>\n', ''), 'title'),
    ('closed by another', swap('</criteria>', '</criterions>'), 'criterions'),
    ('no criteria', whole(lambda t: re.sub(r'<criteria>.*</criteria>', '', t, flags=re.S).encode(),
                          46), 'criteria'),
    ('no indicators', whole(lambda t: re.sub(r'<indicator code="5.*?</indicator>\n *', '', t,
                                             flags=re.S).encode(), 138), 'indicator'),
    ('two roots', whole(lambda t: (t + '<methodology/>\n').encode(), None), ''),
    ('text between elements', swap('<criteria>', '<criteria>\nлишнее@'), ''),
    ('another document', raw(b'<?xml version="1.0"?>\n<html><body/></html>\n', 2), 'html'),
    ('another format', swap('format="1"', 'format="2"'), 'format'),
    # attributes
    ('unknown attribute', swap('cap="100"', 'kap="100"'), 'kap'),
    ('attribute twice', swap('code="1.2"', 'code="1.2" code="1.2"'), 'code'),
    ('no weight', swap(' weight="0.3"', ''), 'weight'),
    ('bad date', swap('date="2019-03-13"', 'date="13.03.2019"'), 'date'),
    ('unknown kind of organization', swap('kinds="general vocational"', 'kinds="military"'),
     'kinds'),
    # numbers
    ('weight in words', swap('weight="0.3"', 'weight="треть"'), 'weight'),
    ('negative weight', swap('weight="0.3"', 'weight="-0.3"'), 'weight'),
    ('weight of a hundred digits', swap('weight="0.3"', f'weight="{"9" * 100}"'), '999'),
    ('fraction of a hundred digits', swap('weight="0.3"', f'weight="1/{"7" * 100}"'), '777'),
    ('huge exponent', swap('cap="100"', 'cap="1e999999999"'), 'cap'),
    ('division by zero', swap('weight="0.3"', 'weight="3/0"'), '3/0'),
    ('infinity', swap('cap="100"', 'cap="inf"'), 'cap'),
    ('no points', swap(' points="30"', ''), 'Indicator 1.2'),
    ('too many points', swap('points="30"', 'points="9999999999999999999999"'), '9999'),
    ('zero maximum', swap('cap="100"', 'cap="0"', line=46), 'instead of 100'),
    # sums
    ('weights of a criterion', swap('weight="0.3"', 'weight="0.35"', line=46), '0.05 too much'),
    ('weights of the criteria', swap('weight="0.2"', 'weight="0.1"', line=2), '0.1'),
    # duplicates
    ('criterion twice', swap('code="K2"', 'code="K1"'), '“K1” is used twice'),
    ('indicator twice', swap('code="1.2"', 'code="1.1"'), '“1.1” is used twice'),
    ('question twice', swap('<question code="q5"', '<question code="q4"><text>?</text><short-text>?'
                            '</short-text><option positive="yes"><text>!</text></option></question>'
                            '\n<question code="q5"'), '“q4” is used twice'),
    ('item twice', swap('code="stand.2"', 'code="stand.1"'), 'used twice'),
    ('setting twice', swap('key="norm"', 'key="ties"'), 'ties'),
    ('code of the total', swap('code="K2"', 'code="S"'), '“S” is used twice'),
    # references
    ('no such place', swap(INPUT, '<input place="roof"/>'), 'roof'),
    ('no such question', swap('<input question="q5"/>', '<input question="q99"/>'), 'q99'),
    ('no such filter', swap('filter="q1"', 'filter="q99"'), 'q99'),
    ('no such setting', swap('key="ties"', 'key="tie"'), 'tie'),
    ('no such reading', swap('value="competition"', 'value="fair"'), 'fair'),
    ('no such measure', swap('measure="items"', 'measure="guess"'), 'guess'),
    ('an input of no kind', swap(INPUT, '<input/>'), 'input'),
    ('an input of both kinds', swap(INPUT, '<input place="remote" question="q1"/>'), 'input'),
    ('the same input twice', swap('<input question="q4"/>', '<input question="q2"/>', line=63), 'twice'),
    ('a mean of what is elsewhere', swap('mean-of="2.1 2.3"', 'mean-of="2.1 3.1"'), ''),
    # circles
    ('filter of itself', swap('code="q1"', 'code="q1" filter="q1"'), 'q1'),
    ('filters in a circle', swap('code="q1"', 'code="q1" filter="q2"'), 'q'),
    ('calculated from itself', swap('mean-of="2.1 2.3"', 'mean-of="2.1 2.2"'), '2.2'),
    # meaning
    ('no positive option', swap(' positive="yes"', '', line=163), 'no positive option'),
    ('bands upside down', swap('from="61"', 'from="91"'), 'best to the worst'),
    ('blank title', swap('<title>отлично</title>', '<title> </title>', line=None), 'is empty'),
    # entities
    ('a billion laughs', raw((DOCTYPE % LAUGHS).encode(), 2), 'document type'),
    ('quadratic blow-up', raw((DOCTYPE % f'<!ENTITY a "{"x" * 100000}">').encode(), 2),
     'document type'),
    ('a file of the machine', raw((DOCTYPE % '<!ENTITY x SYSTEM "file:///etc/passwd">').encode(),
                                  2), 'document type'),
    ('a file of the net', raw((DOCTYPE % '<!ENTITY % p SYSTEM "http://127.0.0.1:9/x"> %p;')
                              .encode(), 2), 'document type'),
    ('unknown entity', swap('<title>отлично', '<title>&nbsp;отлично'), 'nbsp'),
    ('included file', swap('<questions>', '<questions>\n<xi:include xmlns:xi='
                           '"http://www.w3.org/2001/XInclude" href="/etc/passwd"/>@'), 'include'),
    # encodings
    ('bytes of windows-1251', whole(lambda t: t.encode('cp1251', 'replace'), None), ''),
    ('declared otherwise', whole(lambda t: t.replace('UTF-8', 'UTF-16', 1).encode(), None), ''),
    ('unknown encoding', whole(lambda t: t.replace('UTF-8', 'x-none', 1).encode(), 1), 'x-none'),
    ('zero bytes', whole(lambda t: t.replace('отлично', 'от\0лично', 1).encode(), None), ''),
    ('a control character', swap('<title>отлично', '<title>&#1;отлично'), ''),
    # not XML at all
    ('empty file', raw(b'', 1), ''),
    ('white space', raw(b'\n\n  \n', None), ''),
    ('a spreadsheet', raw(b'PK\x03\x04\x14\0\0\0\x08\0', 1), ''),
    ('cut in the middle', whole(lambda t: t[:len(t) // 2].encode(), None), ''),
    ('unclosed element', swap('</criteria>', '', line=None), 'methodology'),
    ('deep nesting', raw(b'<methodology>' + b'<a>' * 100000, 1), ''),
    ('a long name', raw(b'<' + b'm' * 1000000 + b'/>', 1), ''),
]


def run(*command):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True,
                          timeout=60, check=False)


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def problems_of(case, done, path):
    """What is wrong with how the case was refused."""
    name, _, word, line = case
    out = done.stderr + done.stdout
    if done.returncode != 1:
        yield f'exit {done.returncode} instead of 1'
    told = re.search(re.escape(path.name) + r', line (\d+): ', out)
    if told is None:
        yield 'no file and line'
    elif line is not None and int(told[1]) != line:
        yield f'line {told[1]} instead of {line}'
    if word not in out:
        yield f'“{word}” is not said'
    if len(out) > 1000:
        yield f'{len(out)} characters of message'
    if not out.rstrip().endswith('.'):
        yield 'no sentence'


def main():
    cli, verbose = sys.argv[1], '-v' in sys.argv
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        document, good = folder / 'district.merilo', folder / 'good.xml'
        run(cli, 'new', document)
        run(cli, 'methodology', 'export', document, good)
        before = digest(document)
        for name, change, word in CASES:
            data, line = change(good.read_text('utf-8'))
            path = folder / 'rules.xml'
            path.write_bytes(data)
            for verb in (['import', document, path], ['validate', path]):
                done = run(cli, 'methodology', *verb)
                wrong = list(problems_of((name, change, word, line), done, path))
                if digest(document) != before:
                    wrong.append('the document is changed')
                bad += bool(wrong)
                if wrong or verbose:
                    print(f'{name} ({verb[0]}): {"; ".join(wrong)}\n   '
                          f'{(done.stderr + done.stdout).strip()[:600]}')
    print(f'{len(CASES)} broken files, {bad} not refused as promised')
    sys.exit(1 if bad else 0)


if __name__ == '__main__':
    main()
