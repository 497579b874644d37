#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An independent reckoning of the scores, to hold against merilo-cli.

It makes an invented district from a seed, writes the operator's tables the way operators
do (rows shuffled, checklist in another order than the questionnaires, names spelt in
several ways), imports them with merilo-cli, and compares every value of `scores` with
what the formulas of the federal methodology of 2018 give in exact fractions.

usage: oracle.py MERILO_CLI [--seed N] [--organizations N] [--questionnaires N] [--xlsx]
"""
import argparse
import csv
import pathlib
import random
import subprocess
import sys
import tempfile
from fractions import Fraction

QUESTIONS = [
    'Обращались ли Вы к информации о деятельности организации, размещенной на '
    'информационных стендах в помещениях организации?',
    'Удовлетворены ли Вы открытостью, полнотой и доступностью информации о деятельности '
    'организации, размещенной на информационных стендах в помещении организации?',
    'Пользовались ли Вы официальным сайтом организации, чтобы получить информацию о ее '
    'деятельности?',
    'Удовлетворены ли Вы открытостью, полнотой и доступностью информации о деятельности '
    'организации, размещенной на ее официальном сайте в информационно-телекоммуникационной '
    'сети «Интернет»?',
    'Удовлетворены ли Вы комфортностью условий предоставления услуг в организации?',
    'Имеете ли Вы (или лицо, представителем которого Вы являетесь) установленную группу '
    'инвалидности?',
    'Удовлетворены ли Вы доступностью предоставления услуг для инвалидов в организации?',
    'Удовлетворены ли Вы доброжелательностью и вежливостью работников организации, '
    'обеспечивающих первичный контакт с посетителями и информирование об услугах?',
    'Удовлетворены ли Вы доброжелательностью и вежливостью работников организации, '
    'обеспечивающих непосредственное оказание услуги?',
    'Пользовались ли Вы какими-либо дистанционными способами взаимодействия с '
    'организацией?',
    'Удовлетворены ли Вы доброжелательностью и вежливостью работников организации, с '
    'которыми взаимодействовали в дистанционной форме?',
    'Готовы ли Вы рекомендовать данную организацию родственникам и знакомым?',
    'Удовлетворены ли Вы организационными условиями предоставления услуг (графиком '
    'работы, навигацией внутри организации)?',
    'Удовлетворены ли Вы в целом условиями оказания услуг в организации?',
]
FILTER_OF = {1: 0, 3: 2, 6: 5, 10: 9}
BLOCKS = [
    ('Отметьте информацию, размещенную на СТЕНДЕ', 13),
    ('Отметьте информацию, размещенную на САЙТЕ', 49),
    ('Отметьте функционирующие дистанционные способы взаимодействия', 6),
    ('Укажите количество комфортных условий', 5),
    ('Укажите количество условий оборудования среды', 5),
    ('Укажите количество условий доступности организации', 6),
]
KINDS = ['СОШ № {}', 'Детский сад № {} «Ромашка»', 'Лицей № {}', 'Дом творчества № {}']
CODES = ['1.1', '1.2', '1.3', '2.1', '2.3', '3.1', '3.2', '3.3',
         '4.1', '4.2', '4.3', '5.1', '5.2', '5.3']
WEIGHTS = {'1.1': '3/10', '1.2': '3/10', '1.3': '4/10', '2.1': '1/2', '2.3': '1/2',
           '3.1': '3/10', '3.2': '4/10', '3.3': '3/10', '4.1': '4/10', '4.2': '4/10',
           '4.3': '2/10', '5.1': '3/10', '5.2': '2/10', '5.3': '5/10'}


def rounded(value, places=2):
    """Half away from zero; exact."""
    if value is None:
        return None
    scaled = abs(value) * 10 ** places
    whole = scaled.numerator * 2 // scaled.denominator
    whole = (whole + 1) // 2
    return Fraction(whole if value >= 0 else -whole, 10 ** places)


class Organization:
    def __init__(self, rng, number, questionnaires):
        self.name = rng.choice(KINDS).format(number)
        quality = rng.uniform(0.55, 0.99)
        self.marks = [[self.mark(rng, quality) for _ in range(n)] for _, n in BLOCKS]
        for block in self.marks:
            if all(mark is None for mark in block):
                block[0] = Fraction(0)
        silent = {q for q in FILTER_OF.values() if rng.random() < 0.06}
        self.answers = [self.answer(rng, quality, silent) for _ in range(questionnaires)]

    @staticmethod
    def mark(rng, quality):
        draw = rng.random()
        if draw < 0.06:
            return None
        if draw < 0.10:
            return Fraction(1, 2)
        return Fraction(1 if rng.random() < quality else 0)

    @staticmethod
    def answer(rng, quality, silent):
        row = []
        for q in range(14):
            if q in FILTER_OF.values():
                chance = 0.04 if q == 5 else 0.7
                row.append('нет' if q in silent or rng.random() > chance else 'да')
            elif q in FILTER_OF and row[FILTER_OF[q]] != 'да':
                # sometimes an answer that its filter skipped
                row.append('да' if rng.random() < 0.02 else '')
            else:
                draw = rng.random()
                row.append('' if draw < 0.02 else 'не знаю' if draw < 0.04 else
                           'да' if rng.random() < quality else 'нет')
        return row

    def exact(self):
        def ratio(block):
            required = [mark for mark in block if mark is not None]
            return Fraction(sum(required), len(required))

        def items(block, points):
            return min(points * sum(mark for mark in block if mark is not None), Fraction(100))

        def share(q):
            filter_ = FILTER_OF.get(q)
            if filter_ is None:
                base = [row for row in self.answers if row[q] != '']
            else:
                base = [row for row in self.answers if row[filter_] == 'да']
            if not base:
                return None
            return Fraction(100 * sum(row[q] == 'да' for row in base), len(base))

        channels = [value for value in (share(1), share(3)) if value is not None]
        stand, site, remote, comfort, equipment, conditions = self.marks
        return {
            '1.1': (ratio(stand) + ratio(site)) * 50,
            '1.2': items(remote, 30),
            '1.3': sum(channels) / len(channels) if channels else None,
            '2.1': items(comfort, 20), '2.3': share(4),
            '3.1': items(equipment, 20), '3.2': items(conditions, 20), '3.3': share(6),
            '4.1': share(7), '4.2': share(8), '4.3': share(10),
            '5.1': share(11), '5.2': share(12), '5.3': share(13),
        }


def scores(organization, by_stages):
    stage = rounded if by_stages else (lambda value: value)
    values = {code: stage(value) for code, value in organization.exact().items()}
    for k in '12345':
        parts = [code for code in CODES if code.startswith(k)]
        if any(values[code] is None for code in parts):
            values['K' + k] = None
        else:
            values['K' + k] = stage(sum(Fraction(WEIGHTS[code]) * values[code] for code in parts))
    criteria = [values['K' + k] for k in '12345']
    values['S'] = None if None in criteria else stage(sum(criteria) / 5)
    return {key: rounded(value) for key, value in values.items()}


def text(value):
    if value is None:
        return ''
    whole = value * 100
    return f'{whole.numerator // 100}.{whole.numerator % 100:02d}'


def spelt(rng, name):
    """One of the ways in which an operator's files spell the same name."""
    return rng.choice([
        name, name.lower(), name.upper(), '  ' + name + ' ', name.replace('№ ', '№'),
        name.replace('«', '"').replace('»', '"'), name.replace('№ ', 'N '),
    ])


def answer_spelt(rng, answer):
    return rng.choice({'да': ['Да', 'да', ' ДА', 'Да, полностью'], 'нет': ['Нет', 'нет ', 'НЕТ'],
                       '': [''], 'не знаю': ['Затрудняюсь ответить']}[answer])


def write_tables(rng, organizations, folder, separator, encoding):
    def writer(name):
        stream = open(folder / name, 'w', encoding=encoding, newline='')
        return stream, csv.writer(stream, delimiter=separator)

    stream, out = writer('organizations.csv')
    with stream:
        out.writerow(['Наименование организации'])
        out.writerows([o.name] for o in organizations)

    items = [(b, i) for b, (_, n) in enumerate(BLOCKS) for i in range(n)]
    stream, out = writer('checklist.csv')
    with stream:
        out.writerow(['Отметка времени', 'Наименование организации'] +
                     [f'{BLOCKS[b][0]} [Позиция {b + 1}.{i + 1}]' for b, i in items])
        for o in rng.sample(organizations, len(organizations)):
            out.writerow(['2024/11/05 9:00:00', spelt(rng, o.name)] + [
                '' if o.marks[b][i] is None else
                rng.choice(['0,5', '½']) if o.marks[b][i] == Fraction(1, 2)
                and encoding != 'cp1251' else
                '0,5' if o.marks[b][i] == Fraction(1, 2) else
                rng.choice(['1', 'да'] if o.marks[b][i] else ['0', 'Нет'])
                for b, i in items])

    order = rng.sample(range(14), 14)
    rows = [(o, row) for o in organizations for row in o.answers]
    rng.shuffle(rows)
    stream, out = writer('survey.csv')
    with stream:
        out.writerow(['Отметка времени'] + [QUESTIONS[q] for q in order[:7]] +
                     ['Выберите организацию'] + [QUESTIONS[q] for q in order[7:]])
        for number, (o, row) in enumerate(rows):
            stamp = f'{1 + number // 86400:02d}.10.2024 {number // 3600 % 24}:' \
                    f'{number // 60 % 60:02d}:{number % 60:02d}'
            cells = [answer_spelt(rng, row[q]) for q in order]
            out.writerow([stamp] + cells[:7] + [spelt(rng, o.name)] + cells[7:])


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in (0,):
        sys.exit(f'{" ".join(map(str, command))}: exit {done.returncode}\n'
                 f'{done.stdout}{done.stderr}')
    return done.stdout


def compare(cli, document, organizations, by_stages):
    option = [] if by_stages else ['--stage-rounding', 'exact']
    table = list(csv.DictReader(run(cli, 'scores', document, *option).splitlines()))
    given = {row['organization']: row for row in table}
    wrong = compared = 0
    expected = {o.name: scores(o, by_stages) for o in organizations}
    totals = [values['S'] for values in expected.values() if values['S'] is not None]
    for name, values in expected.items():
        row = given.get(name)
        if row is None:
            sys.exit(f'{name} is not in the scores')
        rank = '' if values['S'] is None else str(1 + sum(t > values['S'] for t in totals))
        for key, value in [(k, text(v)) for k, v in values.items()] + [('rank', rank)]:
            compared += 1
            if row[key] != value:
                wrong += 1
                print(f'{name}, {key}: {row[key]!r} instead of {value!r}')
    print(f'{"by stages" if by_stages else "exact"}: {compared} values, {wrong} wrong')
    return wrong == 0 and len(table) == len(organizations)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('cli')
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--organizations', type=int, default=30)
    parser.add_argument('--questionnaires', type=int, default=200)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    separator, encoding = rng.choice([(';', 'cp1251'), (',', 'utf-8'), ('\t', 'utf-8-sig'),
                                      (';', 'utf-8-sig')])
    organizations = [Organization(rng, n + 1, options.questionnaires)
                     for n in range(options.organizations)]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        document = folder / 'district.merilo'
        write_tables(rng, organizations, folder, separator, encoding)
        run(options.cli, 'new', document, '--title', 'Озёрный район')
        for kind in ('organizations', 'checklist', 'survey'):
            create = ['--create-organizations'] if kind == 'organizations' else []
            run(options.cli, 'import', kind, document, folder / f'{kind}.csv', *create)
        good = [compare(options.cli, document, organizations, by_stages)
                for by_stages in (True, False)]
        run(options.cli, 'verify', document)
    sys.exit(0 if all(good) else 1)


if __name__ == '__main__':
    main()
