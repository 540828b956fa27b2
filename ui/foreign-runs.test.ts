import { describe, expect, it } from 'vitest';
import { splitRuns } from './foreign-runs.ts';

function foreignIn(text: string, direction: 'ltr' | 'rtl' = 'rtl'): string[] {
  const runs = splitRuns(text, direction);
  expect(runs.map((run) => run.text).join('')).toBe(text);
  return runs.filter((run) => run.foreign).map((run) => run.text);
}

describe('foreign stretches of Arabic text', () => {
  it.each([
    ['مدن Hamburg, Busan, Dortmund معا', ['Hamburg', 'Busan', 'Dortmund']],
    ['شراكة Hamburg – Busan قائمة', ['Hamburg', 'Busan']],
    ['برنامج IURC 2019–2023 انتهى', ['IURC', '2019–2023']],
    ['برنامج IURC 2019-2023 انتهى', ['IURC', '2019-2023']],
    ['وقّعت Hamburg 04.05.2023 الإعلان', ['Hamburg', '04.05.2023']],
    ['في 2023-05-04 أُعلن', ['2023-05-04']],
    ['هاتف +49 40 428 31 0 للاستفسار', ['+49 40 428 31 0']],
    ['انظر https://ar.wikipedia.org/wiki/هامبورغ.', ['https://ar.wikipedia.org/wiki/هامبورغ']],
    ['درجة الحرارة -5 اليوم', ['-5']],
    ['الموقع 53.55°، 9.99°', ['53.55°', '9.99°']],
    ['ضمن Horizon 2020+ الأوروبي', ['Horizon 2020+']],
    ['الحساب @hamburg_de معروف', ['@hamburg_de']],
    ['برنامج IURC (12) مدينة', ['IURC', '12']],
    ['شعار „Haus der Zukunft“ قديم', ['„Haus der Zukunft“']],
    ['زاد 12% في 2024', ['12%', '2024']],
    ['المدن الذكية (Smart Green City) وحماية المناخ', ['Smart Green City']],
    ['حي HafenCity في هامبورغ', ['HafenCity']],
    ['راسل info@hamburg.de الآن', ['info@hamburg.de']],
    ['العضو Müller & Söhne في İzmir', ['Müller & Söhne', 'İzmir']],
    ['الساعة 10:30 صباحا', ['10:30']],
    ['نص عربي فقط، بلا غريب؟', []],
    ['', []],
  ])('%s', (text, expected) => {
    expect(foreignIn(text)).toEqual(expected);
  });
});

describe('foreign stretches of German and English text', () => {
  it.each([
    ['Der Name هامبورغ 2023 steht', ['هامبورغ']],
    ['مدينتان / Madinatan', ['مدينتان']],
    ['das Wort «توأمة المدن» heißt', ['توأمة المدن']],
    ['nur Latein, 2019–2023', []],
  ])('%s', (text, expected) => {
    expect(foreignIn(text, 'ltr')).toEqual(expected);
  });
});
