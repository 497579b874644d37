#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the tables beside it anew: the same survey, written by different programs.

usage: make.py [FOLDER_OF_NODE_MODULES]

Not needed by the tests. Wants python3-openpyxl, python3-xlsxwriter, gnumeric,
libreoffice-calc-nogui, and for SheetJS a folder in which `npm install xlsx` was run.
What names a person, a machine or the time of making is taken out afterwards.
"""
import datetime
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
HEADER = ["Отметка времени", "Организация", "Стенды", "Сайт", "Согласие", "Доля", "Начало",
          "Балл", "Комментарий"]
MOMENT = datetime.datetime
ROWS = [
    [MOMENT(2024, 10, 14, 8, 12, 33), "СОШ № 3", "Да", "Нет", True, 0.45, datetime.time(8, 30), 5,
     "Всё хорошо,\nспасибо & «до встречи»"],
    [MOMENT(2024, 10, 14, 9, 0, 0), None, "Да", "Да", False, 1, datetime.time(9, 5), 0.5, None],
    [MOMENT(2024, 10, 15, 23, 59, 59), "ДС «Радуга»", "Нет", None, True, 0.125,
     datetime.time(0, 0), 12345678, "два  пробела <и> \"кавычки\""],
    None,
    [MOMENT(2024, 12, 31, 0, 0, 0), "Дом творчества", None, "Да", False, 0, datetime.time(23, 59),
     -2.25, "№ 5"],
    [MOMENT(2025, 1, 1, 12, 30, 0), "Дом творчества", "Да", "Да", True, 1, datetime.time(12, 0), 0,
     "поле_xls и поле_x1"],
]
FORMATS = {0: "dd.mm.yyyy hh:mm:ss", 5: "0.0%", 6: "hh:mm"}
SHEET = "Ответы"
ABOUT = "Памятка"


def write_openpyxl(path):
    import openpyxl

    book = openpyxl.Workbook()
    about = book.active
    about.title = ABOUT
    about["A1"] = "Скрытый лист"
    about.sheet_state = "hidden"
    sheet = book.create_sheet(SHEET)
    book.active = 1
    sheet["A1"] = "Анкеты получателей услуг"
    sheet.merge_cells("A1:I1")
    for column, text in enumerate(HEADER, 1):
        sheet.cell(2, column, text)
    for number, row in enumerate(ROWS, 3):
        for column, value in enumerate(row or []):
            if value is not None:
                cell = sheet.cell(number, column + 1, value)
                cell.number_format = FORMATS.get(column, "General")
    sheet.merge_cells("B3:B4")
    book.save(path)


def write_xlsxwriter(path):
    import xlsxwriter

    book = xlsxwriter.Workbook(path)
    book.set_properties({"created": MOMENT(2024, 1, 1)})
    book.add_worksheet(ABOUT).write_string(0, 0, "Скрытый лист")
    sheet = book.add_worksheet(SHEET)
    sheet.activate()
    sheet.set_first_sheet()
    book.get_worksheet_by_name(ABOUT).hide()
    formats = {column: book.add_format({"num_format": text}) for column, text in FORMATS.items()}
    plain = book.add_format()
    sheet.merge_range("A1:I1", "Анкеты получателей услуг", plain)
    sheet.write_row(1, 0, HEADER)
    for number, row in enumerate(ROWS, 2):
        for column, value in enumerate(row or []):
            if isinstance(value, (datetime.datetime, datetime.time)):
                sheet.write_datetime(number, column, value, formats[column])
            elif isinstance(value, str):
                sheet.write_string(number, column, value)
            elif value is not None:
                sheet.write(number, column, value, formats.get(column))
    sheet.merge_range("B3:B4", "СОШ № 3", plain)
    book.close()


SHEETJS = """
const X = require('xlsx'), rows = JSON.parse(process.argv[2]);
const book = X.utils.book_new();
X.utils.book_append_sheet(book, X.utils.aoa_to_sheet([['Скрытый лист']]), process.argv[3]);
const value = c => c && c.d ? new Date(c.d) : c && c.n !== undefined ? c.n : c;
const sheet = X.utils.aoa_to_sheet(rows.map(r => r.map(value)), {cellDates: true});
rows.forEach((r, i) => r.forEach((c, j) => {
  if (c && c.z) sheet[X.utils.encode_cell({r: i, c: j})].z = c.z;
}));
sheet['!merges'] = [X.utils.decode_range('A1:I1'), X.utils.decode_range('B3:B4')];
X.utils.book_append_sheet(book, sheet, process.argv[4]);
book.Workbook = {Sheets: [{Hidden: 1}, {Hidden: 0}]};
for (const path of process.argv.slice(5)) X.writeFile(book, path, {compression: true, bookSST: true});
"""


def for_sheetjs(column, value):
    if isinstance(value, datetime.datetime):
        return {"d": value.isoformat(), "z": FORMATS[column]}
    if isinstance(value, datetime.time):
        value = (value.hour * 60 + value.minute) / 1440
    elif column not in FORMATS or value is None:
        return value
    return {"n": value, "z": FORMATS[column]}


def write_sheetjs(modules, paths):
    import json

    rows = [["Анкеты получателей услуг"], HEADER]
    rows += [[for_sheetjs(*cell) for cell in enumerate(row or [])] for row in ROWS]
    subprocess.run(
        ["node", "-e", SHEETJS, "-", json.dumps(rows), ABOUT, SHEET, *map(str, paths)],
        cwd=modules,
        env=dict(os.environ, TZ="UTC"),
        check=True,
    )


PERSONAL = [
    (rb"<dc:creator>[^<]*</dc:creator>", b""),
    (rb"<cp:lastModifiedBy>[^<]*</cp:lastModifiedBy>", b""),
    (rb"<meta:initial-creator>[^<]*</meta:initial-creator>", b""),
    (rb"<(dcterms:created|dcterms:modified|dc:date|meta:creation-date)([^>]*)>[^<]*<",
     rb"<\1\2>2024-01-01T00:00:00Z<"),
]


def clean(path):
    """The same archive with fixed times and nobody's name."""
    with zipfile.ZipFile(path) as archive:
        parts = [(info, archive.read(info)) for info in archive.infolist()]
    with zipfile.ZipFile(path, "w") as archive:
        for info, data in parts:
            if re.search(r"\.(png|pdf)$", info.filename):
                continue
            if re.search(r"(core|meta|app)\.xml$", info.filename):
                for pattern, replacement in PERSONAL:
                    data = re.sub(pattern, replacement, data)
            kept = zipfile.ZipInfo(info.filename)
            kept.compress_type = info.compress_type
            archive.writestr(kept, data)


def clean_flat(path):
    """Settings and metadata, most of the file, are left out."""
    data = path.read_bytes()
    for part in (rb"office:meta", rb"office:settings", rb"office:master-styles",
                 rb"office:font-face-decls", rb"office:scripts"):
        data = re.sub(rb"<" + part + rb">.*?</" + part + rb">", b"", data, flags=re.S)
    path.write_bytes(data)


def main():
    with tempfile.TemporaryDirectory() as folder:
        first = pathlib.Path(folder) / "libreoffice.xlsx"
        write_openpyxl(HERE / "openpyxl.xlsx")
        write_xlsxwriter(HERE / "xlsxwriter.xlsx")
        first.write_bytes((HERE / "openpyxl.xlsx").read_bytes())
        for kind in ("ods", "fods", "xlsx"):
            subprocess.run(["soffice", "--headless", "--convert-to", kind, "--outdir", HERE, first], check=True)
        for kind in ("ods", "xlsx"):
            subprocess.run(["ssconvert", first, HERE / f"gnumeric.{kind}"], check=True)
    if len(sys.argv) > 1:
        write_sheetjs(sys.argv[1], [HERE / "sheetjs.xlsx", HERE / "sheetjs.ods"])
    clean_flat(HERE / "libreoffice.fods")
    for path in sorted([*HERE.glob("*.xlsx"), *HERE.glob("*.ods")]):
        clean(path)


main()
