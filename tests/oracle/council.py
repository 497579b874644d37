#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A criterion of the council against the independent reckoning of oracle.py.

It adds a sixth criterion of one or two indicators to the federal methodology, imports a
random district, and compares every score in both readings: beside the total, and counted
into it with weights that are scaled alike.

usage: council.py MERILO_CLI [--seed N]
"""
import argparse
import csv
import pathlib
import random
import sys
import tempfile
from fractions import Fraction

import oracle

CRITERION = '''    <criterion code="K6" symbol="К6" weight="{weight}" maximum="100" council="yes">
      <full-title>Мнение совета</full-title>
      <title>Мнение совета</title>
      <short-title>Совет</short-title>
{indicators}    </criterion>
  </criteria>
'''
INDICATOR = '''      <indicator code="{code}" weight="{weight}" measure="share" cap="100" base="answers">
        <full-title>Доля</full-title>
        <title>Доля</title>
        <short-title>Доля</short-title>
        <input question="{question}"/>
      </indicator>
'''
# A question and the indicator of the federal edition that is measured by it, too.
QUESTIONS = [('q12', '5.1'), ('q13', '5.2'), ('q14', '5.3'), ('q5', '2.3'), ('q8', '4.1')]


class Council:
    def __init__(self, rng):
        self.weight = Fraction(rng.choice([1, 2, 3, 4, 6]), 20)
        chosen = rng.sample(QUESTIONS, rng.choice([1, 2]))
        share = Fraction(rng.choice([2, 3, 5, 7]), 10)
        weights = [Fraction(1)] if len(chosen) == 1 else [share, 1 - share]
        self.parts = [(f'6.{n}', question, code, weight) for n, ((question, code), weight)
                      in enumerate(zip(chosen, weights), 1)]

    def xml(self, exported):
        indicators = ''.join(INDICATOR.format(code=code, weight=weight, question=question)
                             for code, question, _, weight in self.parts)
        return exported.replace('  </criteria>\n',
                                CRITERION.format(weight=self.weight, indicators=indicators))

    def scores(self, organization, by_stages, reading):
        stage = oracle.rounded if by_stages else (lambda value: value)
        exact = organization.exact()
        values = {code: stage(value) for code, value in exact.items()}
        for code, _, like, _ in self.parts:
            values[code] = stage(exact[like])
        weights = {code: Fraction(weight) for code, weight in oracle.WEIGHTS.items()}
        weights.update({code: weight for code, _, _, weight in self.parts})
        for k in '123456':
            parts = [code for code in weights if code.startswith(k)]
            known = all(values[code] is not None for code in parts)
            values['K' + k] = stage(sum(weights[c] * values[c] for c in parts)) if known else None
        counted = {f'K{k}': Fraction(1, 5) for k in '12345'}
        if reading == 'total':
            counted['K6'] = self.weight
        scale = sum(counted.values())
        known = all(values[k] is not None for k in counted)
        values['S'] = stage(sum(w / scale * values[k] for k, w in counted.items())) \
            if known else None
        return {key: oracle.rounded(value) for key, value in values.items()}


def compare(cli, document, organizations, council, reading):
    good = True
    for by_stages in (True, False):
        option = [] if by_stages else ['--stage-rounding', 'exact']
        table = list(csv.DictReader(oracle.run(cli, 'scores', document, *option).splitlines()))
        given = {row['organization']: row for row in table}
        compared = wrong = 0
        for organization in organizations:
            for key, value in council.scores(organization, by_stages, reading).items():
                compared += 1
                if given[organization.name][key] != oracle.text(value):
                    wrong += 1
                    print(f'{organization.name}, {key}: {given[organization.name][key]!r} '
                          f'instead of {oracle.text(value)!r}')
        print(f'{reading}, {"by stages" if by_stages else "exact"}: {compared} values, '
              f'{wrong} wrong')
        good = good and wrong == 0
    return good


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('cli')
    parser.add_argument('--seed', type=int, default=1)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    council = Council(rng)
    organizations = [oracle.Organization(rng, n + 1, 40) for n in range(20)]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        document, rules = folder / 'district.merilo', folder / 'rules.xml'
        oracle.write_tables(rng, organizations, folder, ';', 'utf-8-sig')
        oracle.run(options.cli, 'new', document, '--title', 'Озёрный район')
        oracle.run(options.cli, 'methodology', 'export', document, rules)
        rules.write_text(council.xml(rules.read_text('utf-8')), 'utf-8')
        oracle.run(options.cli, 'methodology', 'import', document, rules)
        for kind in ('organizations', 'checklist', 'survey'):
            create = ['--create-organizations'] if kind == 'organizations' else []
            oracle.run(options.cli, 'import', kind, document, folder / f'{kind}.csv', *create)
        good = [compare(options.cli, document, organizations, council, 'beside')]
        oracle.run(options.cli, 'methodology', 'set', document, 'council.criteria', 'total')
        good.append(compare(options.cli, document, organizations, council, 'total'))
        oracle.run(options.cli, 'verify', document)
    sys.exit(0 if all(good) else 1)


if __name__ == '__main__':
    main()
