#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the XLS tables beside it anew: one survey, written by different programs.

usage: make-xls.py FOLDER_OF_NODE_MODULES [FOLDER]

Not needed by the tests. Wants gnumeric, libreoffice-calc-nogui, libspreadsheet-writeexcel-perl,
the locale ru_RU.UTF-8, and for SheetJS a folder in which `npm install xlsx` was run. The name of
the user who made them is taken out afterwards.
"""
import os
import pathlib
import subprocess
import sys
import tempfile
import zipfile

HERE = pathlib.Path(__file__).resolve().parent

# A hidden sheet, a chart in the sheet and one of its own, a filter, formulas, merged cells.
WRITEEXCEL = r"""
use utf8; use strict; use Spreadsheet::WriteExcel;
my ($path, $is_1904) = @ARGV;
my $book = Spreadsheet::WriteExcel->new($path);
$book->set_1904() if $is_1904;
my $hidden = $book->add_worksheet('Скрытый');
$hidden->write(0, 0, 'нет');
my $sheet = $book->add_worksheet('Ответы');
$hidden->hide(); $sheet->activate(); $sheet->set_first_sheet();
my $moment = $book->add_format(num_format => 'dd.mm.yyyy hh:mm:ss');
my $time = $book->add_format(num_format => 'hh:mm');
my $share = $book->add_format(num_format => '0.0%');
my @header = ('Организация', 'Дата', 'Ответ', 'Доля', 'Балл', 'Время', 'Примечание');
$sheet->write_string(0, $_, $header[$_]) for 0 .. $#header;
my @rows = (
  ['МБОУ «СОШ № 3»', '2024-10-14T08:12:33', 'Да', 0.45, 5, 'T06:00:00', 'ё, «ёлочки» — тире'],
  ['ДС «Радуга»', '2024-10-15T23:59:00', 'Нет', 1, 0.5, 'T23:30:00', "две\nстроки"],
  ['Лицей № 1', '2023-02-28T00:00:01', 'Да', 0.125, -2.75, 'T00:05:00', '']);
for my $i (0 .. $#rows) {
  my @cells = @{$rows[$i]};
  $sheet->write_string($i + 1, $_, $cells[$_]) for grep { $cells[$_] ne '' } (0, 2, 6);
  $sheet->write_date_time($i + 1, 1, $cells[1], $moment);
  $sheet->write_number($i + 1, 3, $cells[3], $share);
  $sheet->write_number($i + 1, 4, $cells[4]);
  $sheet->write_date_time($i + 1, 5, $cells[5], $time);
}
$sheet->write_formula(5, 0, '=IF(E2>1,"total","none")', undef, 'total');
$sheet->write_formula(5, 4, '=SUM(E2:E4)', undef, 2.75);
$sheet->write_number(7, 4, 1234567.891);
$sheet->write_number(7, 5, 1e20);
$sheet->merge_range(8, 0, 10, 0, 'объединение', $book->add_format());
$sheet->write_number(7 + $_, 1, $_) for 1 .. 4;
$sheet->set_row(9, undef, undef, 1);
if (!$is_1904) {
  $sheet->autofilter(0, 0, 3, 6);
  my $inner = $book->add_chart(type => 'column', embedded => 1);
  $inner->add_series(categories => '=Ответы!$A$2:$A$4', values => '=Ответы!$E$2:$E$4');
  $sheet->insert_chart('I2', $inner);
  $book->add_chart(type => 'line', name => 'Диаграмма')->add_series(values => '=Ответы!$E$2:$E$4');
}
$book->close();
"""

# The same rows, then truths and an error; and texts that are longer than a record.
SHEETJS = r"""
const [modules, folder] = process.argv.slice(2);
const X = require(modules + '/xlsx');
const rows = [['Организация', 'Дата', 'Ответ', 'Доля', 'Балл', 'Время', 'Примечание'],
  ['МБОУ «СОШ № 3»', 45579.342048611, 'Да', 0.45, 5, 0.25, 'ё, «ёлочки» — тире'],
  ['ДС «Радуга»', 45580.9993055556, 'Нет', 1, 0.5, 0.979166666666667, 'две\nстроки'],
  ['Лицей № 1', 44985.0000115741, 'Да', 0.125, -2.75, 0.00347222222222222, ''],
  [true, false, {t: 'e', v: 0x2a}], [],
  ['объединение', 1], [null, 2], [null, 3], [null, 4]];
const sheet = X.utils.aoa_to_sheet(rows);
for (let r = 2; r <= 4; r++) {
  sheet['B' + r].z = 'dd.mm.yyyy hh:mm:ss'; sheet['D' + r].z = '0.0%'; sheet['F' + r].z = 'hh:mm';
}
sheet['!merges'] = [X.utils.decode_range('A7:A9')];
const book = X.utils.book_new();
X.utils.book_append_sheet(book, X.utils.aoa_to_sheet([]), 'Пустой');
X.utils.book_append_sheet(book, sheet, 'Ответы');
X.writeFile(book, folder + '/sheetjs.xls', {bookType: 'biff8'});
X.writeFile(book, folder + '/sheetjs-sst.xls', {bookType: 'biff8', bookSST: true});
X.writeFile(book, folder + '/rows.xlsx', {bookType: 'xlsx'});
const long = [['Номер', 'Текст']];
for (let i = 0; i < 40; i++)
  long.push([i, (i % 3 == 0 ? 'latin only text ' : 'Смешанный текст ') +
    (i % 3 == 1 ? 'абвгд '.repeat(i) : 'xyz '.repeat(i)) + '№' + i]);
long.push([40, 'a'.repeat(5000) + 'я'.repeat(20)], [41, 'б'.repeat(300) + ' end']);
const other = X.utils.book_new();
X.utils.book_append_sheet(other, X.utils.aoa_to_sheet(long), 'Длинные');
X.writeFile(other, folder + '/long.xlsx', {bookType: 'xlsx'});
"""

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def rich_rows():
    rows = ['<row r="1">' + "".join(f'<c r="{c}1" t="s"><v>{i}</v></c>' for i, c in enumerate("ABC"))
            + "</row>"]
    for i in range(2, 12):
        rows.append(
            f'<row r="{i}"><c r="A{i}"><v>{i / 4}</v></c><c r="B{i}"><f>A{i}*2</f><v>{i / 2}</v></c>'
            f'<c r="C{i}" t="str"><f>IF(A{i}&gt;1,"да, "&amp;A{i},"")</f><v>x</v></c>'
            f'<c r="D{i}" t="b"><f>A{i}&gt;1</f><v>1</v></c>'
            f'<c r="E{i}" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
        )
    rows.append(
        '<row r="12"><c r="A12" t="inlineStr"><is><t>\U0001f600 смайл</t></is></c>'
        '<c r="B12"><v>12345678901234</v></c><c r="C12"><v>0.000012345</v></c></row>'
    )
    return "".join(rows)


def write_rich(path):
    """Formatted texts, readings and results of formulas, for LibreOffice to turn into XLS."""
    texts = (
        '<si><t>Вопрос</t></si><si><r><t xml:space="preserve">Ответ </t></r><r><rPr><b/></rPr>'
        '<t>полностью</t></r></si><si><t>課長</t><rPh sb="0" eb="2"><t>カチョウ</t></rPh>'
        '<phoneticPr fontId="0"/></si>'
    )
    types = "".join(
        f'<Override PartName="/xl/{name}.xml" ContentType="{KIND}.{kind}+xml"/>'
        for name, kind in [("workbook", "sheet.main"), ("sheet", "worksheet"),
                           ("sharedStrings", "sharedStrings")]
    )
    relation = f'<Relationship Id="%s" Type="{OFFICE}/%s" Target="%s"/>'
    relations = f'<Relationships xmlns="{PACKAGE}/relationships">%s</Relationships>'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>',
        "_rels/.rels": relations % (relation % ("r", "officeDocument", "xl/workbook.xml")),
        "xl/_rels/workbook.xml.rels": relations
        % (relation % ("r1", "worksheet", "sheet.xml")
           + relation % ("r2", "sharedStrings", "sharedStrings.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="Лист" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}" count="3" uniqueCount="3">{texts}</sst>',
        "xl/sheet.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{rich_rows()}</sheetData></worksheet>',
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)


def run(*command):
    subprocess.run([str(word) for word in command], check=True, stdout=subprocess.DEVNULL)


def write_all(modules, work, out):
    (work / "book.pl").write_text(WRITEEXCEL, encoding="utf-8")
    (work / "book.js").write_text(SHEETJS, encoding="utf-8")
    run("node", work / "book.js", modules, work)
    run("perl", work / "book.pl", work / "writeexcel-chart.xls", 0)
    run("perl", work / "book.pl", work / "writeexcel-1904.xls", 1)
    write_rich(work / "rich.xlsx")
    run("ssconvert", "-T", "Gnumeric_Excel:excel_biff7", work / "rows.xlsx", work / "gnumeric-biff7.xls")
    run("ssconvert", "-T", "Gnumeric_Excel:excel_dsf", work / "rows.xlsx", work / "gnumeric-dual.xls")
    run("ssconvert", work / "long.xlsx", work / "gnumeric-long.xls")
    for name, result in [("writeexcel-chart.xls", "chart"), ("long.xlsx", "long"), ("rich.xlsx", "rich")]:
        run("env", "LC_ALL=C.UTF-8", "soffice", "--headless",
            f"-env:UserInstallation=file://{work}/profile",
            "--convert-to", "xls", "--outdir", work / "converted", work / name)
        (work / "converted" / name).with_suffix(".xls").rename(work / f"libreoffice-{result}.xls")
    for path in sorted(work.glob("*.xls")):
        # The user's name stands in a field of its own, padded with blanks.
        user = os.environ.get("USER", "root").encode()
        bytes_ = path.read_bytes()
        for head in (b"\4", b"\4\0\0"):
            bytes_ = bytes_.replace(head + user + b"  ", head + b"user"[: len(user)].ljust(len(user)) + b"  ")
        (out / path.name).write_bytes(bytes_)


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    os.environ["LC_ALL"] = os.environ["LANG"] = "ru_RU.UTF-8"  # chooses the old files' code page
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else HERE
        write_all(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(folder), out)


main()
