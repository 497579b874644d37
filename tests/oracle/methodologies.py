#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Random methodologies against an independent reckoning.

From a seed it invents criteria and indicators of every kind of measure, questions with
filters and scales, places of a checklist, and a reading of every policy; writes the
methodology as XML and an invented district as tables; lets merilo-cli import all of it, and
compares every value of `scores` with what the formulas give in exact fractions.

usage: methodologies.py MERILO_CLI [--seed N] [--rounds N] [--organizations N]
"""
import argparse
import csv
import pathlib
import random
import subprocess
import sys
import tempfile
from fractions import Fraction as F

TITLES = '<full-title>{0}</full-title><title>{0}</title><short-title>{0}</short-title>'


def rounded(value, places):
    """Half away from zero; exact; nothing here is negative."""
    scaled = value * 10 ** places
    return F((scaled.numerator * 2 // scaled.denominator + 1) // 2, 10 ** places)


class Question:
    def __init__(self, rng, number, filters, scale):
        self.code = f'q{number}'
        self.filter = rng.choice(filters) if filters and rng.random() < 0.4 else None
        self.scale = scale
        n = rng.randint(2, 7)
        self.scores = None
        if self.scale:
            step = rng.choice([F(1), F(5, 2), F(1, 3), F(1, 4)])
            self.scores = [step * i for i in range(n)]
        self.positive = [i >= n // 2 for i in range(n)]
        self.unsure = [False] * n
        if rng.random() < 0.5:
            self.positive.append(False)
            self.unsure.append(True)
            if self.scores:
                self.scores.append(None)
        self.options = [f'вариант {number}.{i}' for i in range(len(self.positive))]

    def xml(self):
        filter_ = f' filter="{self.filter.code}"' if self.filter else ''
        out = f'<question code="{self.code}"{filter_}><text>Вопрос {self.code}</text>' \
              f'<short-text>{self.code}</short-text>'
        for i, text in enumerate(self.options):
            out += '<option'
            if self.positive[i]:
                out += ' positive="yes"'
            if self.unsure[i]:
                out += ' unsure="yes"'
            if self.scores and self.scores[i] is not None:
                out += f' score="{self.scores[i]}"'
            out += f'><text>{text}</text></option>'
        return out + '</question>'


class Rules:
    """A methodology: what it says, and what it gives."""

    def __init__(self, rng):
        self.rng = rng
        self.questions = []
        for number in range(1, rng.randint(4, 9)):
            filters = [q for q in self.questions if not q.scale and q.filter is None]
            self.questions.append(Question(rng, number, filters, rng.random() < 0.45))
        if not any(q.scale for q in self.questions):
            self.questions.append(Question(rng, len(self.questions) + 1, [], True))
        self.places = [(f'p{i}', rng.randint(1, 6)) for i in range(rng.randint(1, 3))]
        self.criteria = []
        self.policies = {
            'rounding': rng.choice(['stages', 'stages', 'exact']),
            'rounding.decimals': rng.choice(['0', '1', '2', '2', '3']),
            'base': rng.choice(['answered', 'all']),
            'base.channel': rng.choice(['filter', 'all']),
            'norm': rng.choice(['separate', 'pooled']),
            'undefined': rng.choice(['undecided', 'zero', 'mean', 'hundred', 'exclude']),
            'channel.missing': rng.choice(['available', 'zero']),
            'hard-to-say': rng.choice(['answered', 'blank']),
            'ties': rng.choice(['competition', 'dense']),
        }
        for k in range(1, rng.randint(2, 5)):
            self.criteria.append([self.indicator(f'{k}.{i}')
                                  for i in range(1, rng.randint(2, 5))])
        self.weights = [F(rng.randint(1, 9), rng.choice([1, 10, 7])) for _ in self.criteria]
        self.decimals = int(self.policies['rounding.decimals'])

    def indicator(self, code):
        rng = self.rng
        kind = rng.choice(['share', 'share-mean', 'items', 'place-ratio', 'mean-score', 'points',
                           'bands', 'weighted-sum'])
        one = {'code': code, 'kind': kind, 'weight': F(rng.randint(1, 9), rng.choice([1, 10, 3])),
               'cap': F(100), 'base': None, 'inputs': [], 'points': None, 'bands': [],
               'undefined': None}
        getattr(self, 'make_' + kind.replace('-', '_'))(one)
        if one['base'] in ('channel', 'filter') and rng.random() < 0.5:
            one['undefined'] = rng.choice(['inherit', 'undecided', 'zero', 'mean', 'hundred',
                                           'exclude'])
        return one

    def ask(self, one, questions):
        """The base fits the questions."""
        one['base'] = 'answers'
        if all(q.filter for q in questions):
            one['base'] = self.rng.choice(['answers', 'channel', 'filter'])
        return [('question', q, None) for q in questions]

    def make_share(self, one):
        one['inputs'] = self.ask(one, [self.rng.choice(self.questions)])

    def make_share_mean(self, one):
        one['inputs'] = self.ask(one, self.rng.sample(self.questions, self.rng.randint(1, 3)))

    def make_items(self, one):
        one['points'] = F(self.rng.choice([20, 30, F(25, 2)]))
        one['inputs'] = [('place', self.rng.choice(self.places), None)]

    def make_place_ratio(self, one):
        n = self.rng.randint(1, len(self.places))
        one['inputs'] = [('place', p, None) for p in self.rng.sample(self.places, n)]

    def make_mean_score(self, one):
        question = self.rng.choice([q for q in self.questions if q.scale])
        one['inputs'] = self.ask(one, [question])
        one['cap'] = max(s for s in question.scores if s is not None)

    def make_points(self, one):
        one['cap'] = F(self.rng.choice([5, 10, F(25, 2)]))

    def make_bands(self, one):
        if self.rng.random() < 0.7:
            one['inputs'] = self.ask(one, [self.rng.choice(self.questions)])
        top = 100
        if one['inputs'] and one['inputs'][0][1].scale:
            top = 6
        start = F(0)
        for _ in range(self.rng.randint(1, 5)):
            one['bands'].append((start, F(self.rng.randint(0, 200), 2)))
            start += F(self.rng.randint(1, 3 * top), 12)

    def make_weighted_sum(self, one):
        inputs = [('place', p, None) for p in self.places if self.rng.random() < 0.5]
        asked = self.rng.sample(self.questions, self.rng.randint(0 if inputs else 1, 2))
        inputs = inputs[:2] + (self.ask(one, asked) if asked else [])
        parts = [self.rng.randint(1, 9) for _ in inputs]
        one['inputs'] = [(sort, what, F(part, sum(parts)))
                         for (sort, what, _), part in zip(inputs, parts)]

    # --- as XML -------------------------------------------------------------------------

    def xml(self):
        maxima = [sum(i['weight'] * i['cap'] for i in c) for c in self.criteria]
        total = sum(w * m for w, m in zip(self.weights, maxima))
        out = '<methodology format="1" id="random" language="ru" date="2024-01-01" ' \
              f'maximum="{total}"><title>Случайная</title><policies>'
        for key, value in self.policies.items():
            out += f'<policy key="{key}" value="{value}"/>'
        for one in sum(self.criteria, []):
            if one['undefined']:
                out += f'<policy key="undefined.{one["code"]}" value="{one["undefined"]}"/>'
        out += '</policies><bands></bands><criteria>'
        for k, criterion in enumerate(self.criteria):
            out += f'<criterion code="K{k + 1}" symbol="К{k + 1}" weight="{self.weights[k]}" ' \
                   f'maximum="{maxima[k]}">' + TITLES.format(f'К{k + 1}')
            out += ''.join(self.indicator_xml(one) for one in criterion) + '</criterion>'
        out += '</criteria><questions>' + ''.join(q.xml() for q in self.questions)
        out += '</questions><checklist>'
        for code, n in self.places:
            out += f'<place code="{code}"><title>Место {code}</title>' \
                   f'<header-word>место{code}</header-word>'
            out += ''.join(f'<item code="{code}.{i}"><text>Пункт {code} {i}</text></item>'
                           for i in range(n)) + '</place>'
        return out + '</checklist><columns><column code="organization" required="yes">' \
                     '<title>Организация</title></column></columns></methodology>'

    @staticmethod
    def indicator_xml(one):
        out = f'<indicator code="{one["code"]}" weight="{one["weight"]}" measure="{one["kind"]}"'
        if one['points'] is not None:
            out += f' points="{one["points"]}"'
        out += f' cap="{one["cap"]}"'
        if one['base']:
            out += f' base="{one["base"]}"'
        out += '>' + TITLES.format('П' + one['code'])
        for sort, what, weight in one['inputs']:
            name = what[0] if sort == 'place' else what.code
            out += f'<input {sort}="{name}"' + (f' weight="{weight}"' if weight else '') + '/>'
        for start, points in one['bands']:
            out += f'<band from="{start}" points="{points}"/>'
        return out + '</indicator>'

    # --- what it gives ------------------------------------------------------------------

    def question(self, school, question, base):
        """Numerators and the base: (satisfied, sum of scores, base); base 0: undefined."""
        rows = school.answers
        if question.filter:
            f = question.filter
            rows = [row for row in rows if row[f.code] in f.options
                    and f.positive[f.options.index(row[f.code])]]
        given = [row[question.code] for row in rows if row[question.code] != '']
        codes = [question.options.index(g) if g in question.options else None for g in given]
        if self.policies['hard-to-say'] == 'blank':
            counted = [c for c in codes if c is not None and not question.unsure[c]]
        else:
            counted = codes
        satisfied = sum(c is not None and question.positive[c] for c in codes)
        scores = sum((question.scores[c] for c in codes
                      if question.scores and c is not None and question.scores[c] is not None),
                     F(0))
        if base == 'filter' or (base == 'channel' and self.policies['base.channel'] == 'filter'):
            size = len(rows)
        elif base == 'channel' or self.policies['base'] == 'all':
            size = len(school.answers)
        else:
            size = len(counted)
        return satisfied, scores, size

    def ratio(self, school, one, sort, what):
        if sort == 'place':
            marks = [m for m in school.marks[what[0]] if m is not None]
            return F(sum(marks), len(marks)) if marks else None
        satisfied, _, size = self.question(school, what, one['base'])
        return F(satisfied, size) if size else None

    def measured(self, school, one):
        kind, inputs = one['kind'], one['inputs']
        if kind == 'points' or (kind == 'bands' and not inputs):
            return school.points.get(one['code'])
        if kind == 'items':
            marks = [m for m in school.marks[inputs[0][1][0]] if m is not None]
            return one['points'] * sum(marks) if marks else None
        if kind == 'place-ratio' and self.policies['norm'] == 'pooled':
            marks = [m for _, p, _ in inputs for m in school.marks[p[0]] if m is not None]
            return 100 * F(sum(marks), len(marks)) if marks else None
        if kind == 'mean-score' or (kind == 'bands' and inputs[0][1].scale):
            _, scores, size = self.question(school, inputs[0][1], one['base'])
            return scores / size if size else None
        ratios = [self.ratio(school, one, sort, what) for sort, what, _ in inputs]
        if kind == 'share-mean':
            there = [r for r in ratios if r is not None]
            if not there:
                return None
            zero = self.policies['channel.missing'] == 'zero'
            return 100 * sum(there) / (len(ratios) if zero else len(there))
        if None in ratios:
            return None
        if kind == 'weighted-sum':
            return 100 * sum(r * w for r, (_, _, w) in zip(ratios, inputs))
        return 100 * sum(ratios) / len(ratios)

    def value(self, school, one):
        value = self.measured(school, one)
        if value is None:
            return None
        if one['kind'] == 'bands':
            value = [points for start, points in one['bands'] if value >= start][-1]
        return min(value, one['cap'])

    def stage(self, value):
        return rounded(value, self.decimals) if self.policies['rounding'] == 'stages' else value

    def settle(self, one, others):
        """(value, excluded) of an indicator that has none of its own."""
        policy = one['undefined'] or 'inherit'
        if policy == 'inherit':
            policy = self.policies['undefined']
        if policy == 'zero':
            return F(0), False
        if policy == 'hundred':
            return self.stage(one['cap']), False
        if policy == 'mean':
            there = [v for v in others if v is not None]
            return (self.stage(sum(there) / len(there)) if there else None), False
        return None, policy == 'exclude'

    def combine(self, values, excluded, weights):
        if any(v is None and not e for v, e in zip(values, excluded)):
            return None, False
        there = [(v, w) for v, e, w in zip(values, excluded, weights) if not e]
        if not there:
            return None, True
        total = sum(v * w for v, w in there)
        return self.stage(total * sum(weights) / sum(w for _, w in there)), False

    def scores(self, school):
        out, criteria, left_out = {}, [], []
        for k, criterion in enumerate(self.criteria):
            own = [self.value(school, one) for one in criterion]
            own = [None if v is None else self.stage(v) for v in own]
            settled = [(v, False) if v is not None else self.settle(one, own)
                       for v, one in zip(own, criterion)]
            for one, (v, _) in zip(criterion, settled):
                out[one['code']] = v
            v, e = self.combine([v for v, _ in settled], [e for _, e in settled],
                                [one['weight'] for one in criterion])
            out[f'K{k + 1}'] = v
            criteria.append(v)
            left_out.append(e)
        out['S'] = self.combine(criteria, left_out, self.weights)[0]
        return {key: None if v is None else rounded(v, self.decimals) for key, v in out.items()}


class School:
    def __init__(self, rng, number, rules):
        self.name = f'Школа № {number}'
        quality = rng.uniform(0.3, 0.95)
        self.marks = {code: [self.mark(rng, quality) for _ in range(n)]
                      for code, n in rules.places}
        if all(m is None for marks in self.marks.values() for m in marks):
            self.marks[rules.places[0][0]][0] = F(1)
        silent = {q.code for q in rules.questions if rng.random() < 0.12}
        self.answers = [self.row(rng, quality, silent, rules) for _ in range(rng.randint(1, 60))]
        self.points = {}
        for one in sum(rules.criteria, []):
            typed = one['kind'] == 'points' or (one['kind'] == 'bands' and not one['inputs'])
            most = one['cap'] if one['kind'] == 'points' else F(120)
            if typed and rng.random() < 0.8:
                self.points[one['code']] = F(rng.randint(0, int(most * 1000)), 1000)

    @staticmethod
    def mark(rng, quality):
        draw = rng.random()
        if draw < 0.15:
            return None
        return F(1, 2) if draw < 0.25 else F(int(rng.random() < quality))

    @staticmethod
    def row(rng, quality, silent, rules):
        row = {}
        for q in rules.questions:
            draw = rng.random()
            if q.code in silent or draw < 0.1:
                row[q.code] = ''
            elif draw < 0.14:
                row[q.code] = f'своими словами {rng.randint(1, 3)}'
            else:
                good = rng.random() < quality
                row[q.code] = rng.choice([o for o, p in zip(q.options, q.positive) if p == good])
        if all(v == '' for v in row.values()):
            first = rules.questions[0]
            row[first.code] = first.options[0]
        return row


def decimal(value):
    """As an expert writes it: exact, with a comma."""
    whole = value * 1000
    return f'{whole.numerator // 1000},{whole.numerator % 1000:03d}'


def write_tables(rng, rules, schools, folder):
    def write(name, header, rows):
        with open(folder / name, 'w', encoding='utf-8', newline='') as stream:
            out = csv.writer(stream, delimiter=';')
            out.writerow(header)
            out.writerows(rows)

    write('organizations.csv', ['Организация'], [[s.name] for s in schools])
    write('checklist.csv', ['Организация'] +
          [f'Место{code} [Пункт {code} {i}]' for code, n in rules.places for i in range(n)],
          [[s.name] + ['' if m is None else '0,5' if m == F(1, 2) else str(m)
                       for code, _ in rules.places for m in s.marks[code]]
           for s in rng.sample(schools, len(schools))])
    rows = [(s, row) for s in schools for row in s.answers]
    rng.shuffle(rows)
    write('survey.csv', ['Отметка времени', 'Организация'] + [q.code for q in rules.questions],
          [[f'{1 + n // 86400:02d}.10.2024 {n // 3600 % 24}:{n // 60 % 60:02d}:{n % 60:02d}',
            s.name] + [row[q.code] for q in rules.questions] for n, (s, row) in enumerate(rows)])
    codes = sorted({code for s in schools for code in s.points})
    write('points.csv', ['Организация'] + codes,
          [[s.name] + [decimal(s.points[c]) if c in s.points else '' for c in codes]
           for s in rng.sample(schools, len(schools)) if s.points])
    return bool(codes)


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f'{" ".join(map(str, command))}: exit {done.returncode}\n'
                 f'{done.stdout}{done.stderr}')
    return done.stdout


def ranks(rules, totals):
    """Places by the printed total."""
    if rules.policies['ties'] == 'dense':
        totals = set(totals)
    return lambda total: '' if total is None else str(1 + sum(t > total for t in totals))


def compare(cli, document, rules, schools):
    given = {row['organization']: row
             for row in csv.DictReader(run(cli, 'scores', document).splitlines())}
    expected = {s.name: rules.scores(s) for s in schools}
    place = ranks(rules, [v['S'] for v in expected.values() if v['S'] is not None])
    wrong = compared = 0
    for name, values in expected.items():
        for key, value in values.items():
            found = given[name][key]
            compared += 1
            if (found == '') != (value is None) or (found != '' and F(found) != value):
                wrong += 1
                print(f'{name}, {key}: {found!r} instead of {value}')
        if given[name]['rank'] != place(values['S']):
            wrong += 1
            print(f'{name}: place {given[name]["rank"]!r} instead of {place(values["S"])!r}')
    return compared, wrong


def one_round(cli, seed, n_schools):
    rng = random.Random(seed)
    rules = Rules(rng)
    schools = [School(rng, n + 1, rules) for n in range(n_schools)]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        document = folder / 'district.merilo'
        (folder / 'rules.xml').write_text(rules.xml(), encoding='utf-8')
        points = write_tables(rng, rules, schools, folder)
        run(cli, 'new', document, '--methodology', 'blank')
        run(cli, 'methodology', 'import', document, folder / 'rules.xml')
        run(cli, 'import', 'organizations', document, folder / 'organizations.csv',
            '--create-organizations')
        for kind in ['checklist', 'survey'] + (['points'] if points else []):
            run(cli, 'import', kind, document, folder / f'{kind}.csv')
        compared, wrong = compare(cli, document, rules, schools)
        for one in ('S', rules.criteria[0][0]['code']):
            run(cli, 'explain', document, schools[0].name, one)
        run(cli, 'verify', document)
        first, second = folder / 'first.xml', folder / 'second.xml'
        run(cli, 'methodology', 'export', document, first)
        run(cli, 'methodology', 'import', document, first)
        run(cli, 'methodology', 'export', document, second)
        if first.read_bytes() != second.read_bytes():
            sys.exit(f'seed {seed}: the methodology differs after export and import')
    if wrong:
        print(f'seed {seed}: {rules.policies}')
    return compared, wrong, [i['kind'] for c in rules.criteria for i in c]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('cli')
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--rounds', type=int, default=10)
    parser.add_argument('--organizations', type=int, default=12)
    options = parser.parse_args()
    compared = wrong = 0
    kinds = {}
    for seed in range(options.seed, options.seed + options.rounds):
        n, bad, used = one_round(options.cli, seed, options.organizations)
        compared += n
        wrong += bad
        for kind in used:
            kinds[kind] = kinds.get(kind, 0) + 1
    print(f'{options.rounds} methodologies, {compared} values, {wrong} wrong; '
          f'indicators by kind: {dict(sorted(kinds.items()))}')
    sys.exit(1 if wrong or not compared else 0)


if __name__ == '__main__':
    main()
