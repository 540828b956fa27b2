import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkCatalogue } from '#features/checks/check-catalogue.ts';
import { plantTree } from '#tests/support/planted-tree.ts';
import { placeFindings, readCatalogueFile } from './catalogue-file.ts';
import { describeCheck } from './describe-finding.ts';
import { hasError, showFindings } from './show-findings.ts';

const TARGET = `{
  "Home": {
    "lead": "قال \\"نعم\\" ، ثم",
    "title": "شراكة {عدد}"
  }
}
`;
const SOURCE = '{"Home": {"gone": "x", "lead": "He said \\"yes\\", then", "title": "partnership {n}"}}';
const tree = plantTree({ 'ar.json': TARGET, 'en.json': SOURCE, 'broken.json': '{\n  "a": "x",\n}' });
afterAll(() => {
  tree.remove();
});

function find(): ReturnType<typeof placeFindings> {
  const target = readCatalogueFile(path.join(tree.root, 'ar.json'), 'ar.json');
  const source = readCatalogueFile(path.join(tree.root, 'en.json'));
  return placeFindings(
    target,
    checkCatalogue({ source: source.texts, target: target.texts }, { locale: 'ar', sourceLocale: 'en' }),
  );
}

test('a line names file, line, column, key, check and reason; escapes in the file are counted', () => {
  expect(showFindings(find(), 'text', 'en')).toEqual([
    'error ar.json Home.gone: missing. The text is missing.',
    'warning ar.json:3:25 Home.lead: ar-punct-space at 9. A space is wrong or missing at ،.',
    'error ar.json:4:15 Home.title: arg-missing. The argument n of the source is missing.',
    'error ar.json:4:21 Home.title: arg-corrupt at 6. No code can mean an argument named عدد. Names in braces are not translated.',
    'error ar.json:4:21 Home.title: arg-extra at 6. The source has no argument عدد.',
  ]);
});

test('explanations come in the language that was asked for', () => {
  const [missing] = find();
  if (missing === undefined) throw new Error('not found');
  expect(describeCheck(missing, 'ar')).toBe('النص غير موجود.');
  expect(describeCheck(missing, 'de')).toBe('Der Text fehlt.');
});

test('JSON has a row for each, GitHub a remark at the line', () => {
  const findings = find();
  const [json = ''] = showFindings(findings, 'json', 'en');
  expect(JSON.parse(json)).toMatchObject({
    findings: [
      { file: 'ar.json', line: null, key: 'Home.gone', check: 'missing', severity: 'error', waivable: false },
      {
        line: 3,
        column: 25,
        check: 'ar-punct-space',
        severity: 'warning',
        range: { start: 9, end: 10 },
        fix: [{ text: '' }],
      },
      { check: 'arg-missing', waivable: true, fingerprint: 'arg-missing|n' },
      { check: 'arg-corrupt', offset: 6 },
      { check: 'arg-extra' },
    ],
  });
  const [first, second] = showFindings(findings, 'github', 'en');
  expect(first).toBe('::error file=ar.json,title=missing::Home.gone: missing. The text is missing.');
  expect(second).toMatch(/^::warning file=ar\.json,line=3,col=25,title=ar-punct-space::Home\.lead/u);
  expect(hasError(findings)).toBe(true);
  expect(hasError(findings.filter(({ severity }) => severity === 'warning'))).toBe(false);
});

test('a file that is no JSON says where it stops being one', () => {
  const broken = readCatalogueFile(path.join(tree.root, 'broken.json'), 'broken.json');
  expect(showFindings(placeFindings(broken, broken.findings), 'text', 'en')).toEqual([
    'error broken.json:3:1 json-syntax. The file is no valid JSON: a name in quotes belongs here.',
  ]);
});
