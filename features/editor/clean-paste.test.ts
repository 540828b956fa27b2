import { describe, expect, test } from 'vitest';
import { writeMarkup } from '#features/records/rich-text-markup.ts';
import { readHtml } from '#tests/support/read-html.ts';
import { cleanPaste, cleanPlainText } from './clean-paste.ts';
import { isPlain } from './internal/insert-paste.ts';

/** What enters, as markup without names, with what is taken out. */
function entered(html: string, lang = 'ar') {
  const { blocks, losses } = cleanPaste(readHtml(html), lang);
  const markup = writeMarkup({ type: 'doc', content: blocks }).replaceAll(/ \{#\}/gu, '');
  return { markup, losses: Object.fromEntries(losses.map(({ loss, count }) => [loss, count])) };
}

const WORD_ARABIC = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body lang=AR-SA>
<!--StartFragment-->
<h1 dir=RTL style='text-align:right;mso-pagination:widow-orphan'><span lang=AR-SA style='font-family:"Sakkal Majalla"'>شراكة هامبورغ
وبوسان<o:p></o:p></span></h1>
<p class=MsoNormal dir=RTL style='text-align:right;direction:rtl;unicode-bidi:embed'><span lang=AR-SA
style='font-size:14.0pt'>بدأت الشراكة عام <b>1989</b>&nbsp;&nbsp;&nbsp;بين المدينتين\u200F.<o:p>&nbsp;</o:p></span></p>
<p class=MsoListParagraphCxSpFirst dir=RTL style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>\uF0B7<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span lang=AR-SA>الميناء</span></p>
<p class=MsoListParagraphCxSpLast dir=RTL style='text-indent:-18.0pt;mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o<span>&nbsp;</span></span><span lang=AR-SA>الجامعات</span></p>
<p class=MsoListParagraph dir=RTL style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span>أولًا</p>
<p class=MsoNormal><span class=MsoCommentReference><a href="#_msocom_1">[AB1]</a></span>نص<a href="#_ftn1" name="_ftnref1" style='mso-footnote-id:ftn1'><span class=MsoFootnoteReference>[1]</span></a>
<span style='display:none;mso-hide:all'>سر</span><img src="file:///C:/x.png"></p>
<div style='mso-element:comment-list'><p class=MsoCommentText>تعليق</p></div>
</body></html>`;

describe('from Word', () => {
  test('headings, words and lists enter; styles, comments, pictures and hidden words do not', () => {
    const { markup, losses } = entered(WORD_ARABIC);
    expect(markup).toBe(
      '## شراكة هامبورغ وبوسان\n\nبدأت الشراكة عام **1989** بين المدينتين.\n\n- الميناء\n- الجامعات\n\n1. أولًا\n\nنص\\[1\\]',
    );
    expect(losses).toMatchObject({ pictures: 1, comments: 2, hidden: 1, footnotes: 1, nesting: 1, directionSigns: 1 });
    expect(losses['styles']).toBeGreaterThan(5);
  });

  test('what is taken out is marked in what was pasted', () => {
    const { trace } = cleanPaste(readHtml(WORD_ARABIC), 'ar');
    expect(trace.filter(({ isRemoved }) => isRemoved).map(({ text }) => text.trim())).toEqual(['[AB1]', 'سر', 'تعليق']);
  });

  test('German text with a tracked deletion and a table with spans', () => {
    const { markup, losses } = entered(
      `<h2>Ziele</h2><p class="MsoNormal">Der <del>alte </del><ins>neue</ins> Vertrag z.&nbsp;B. mit <a href="https://example.org/a">Izmir</a></p>
       <table class="MsoTableGrid"><thead><tr><th colspan="2"><p>Stadt</p></th></tr></thead>
       <tbody><tr><td rowspan="2"><p>İzmir</p><p>Türkei</p></td><td>1988</td></tr><tr><td><b>2000</b></td></tr></tbody></table>`,
      'de',
    );
    expect(markup).toBe(
      '## Ziele\n\nDer neue Vertrag z.\u00A0B. mit [Izmir](https://example.org/a)\n\n| Stadt |  |\n| İzmir Türkei | 1988 |\n|  | **2000** |',
    );
    expect(losses).toMatchObject({ deletions: 1 });
  });
});

describe('from elsewhere', () => {
  test('Google Docs wraps all in a bold that is none, and writes weights as styles', () => {
    const { markup } = entered(
      '<b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="rtl"><span style="font-weight:400">نص </span><span style="font-weight:700">مهم</span></p><ul><li><p>أول</p><ul><li>تحته</li></ul></li></ul></b>',
    );
    expect(markup).toBe('نص **مهم**\n\n- أول\n- تحته');
  });

  test('LibreOffice: titles sink only where there is a first one', () => {
    expect(entered('<h2>أ</h2><h3>ب</h3><h5>ج</h5>').markup).toBe('## أ\n\n### ب\n\n#### ج');
    expect(entered('<h1>أ</h1><h2>ب</h2><h3>ج</h3>').markup).toBe('## أ\n\n### ب\n\n#### ج');
  });

  test('a page: quotations, languages and addresses that lead somewhere', () => {
    const { markup, losses } = entered(
      '<blockquote><p>قال</p></blockquote><p>في <span lang="de">Rathaus</span> <a href="javascript:alert(1)">هنا</a></p><script>x</script><svg><text>y</text></svg><iframe></iframe><button>z</button>',
    );
    expect(markup).toBe('> قال\n\nفي {de:Rathaus} هنا');
    expect(losses).toEqual({ pictures: 1, media: 1, controls: 1, scripts: 1, links: 1 });
  });

  test('a table that lays out a page is no table', () => {
    expect(entered('<table role="presentation"><tr><td>أ</td><td>ب</td></tr></table>').markup).toBe('أ\n\nب');
  });

  test('signs that are not seen go, a joiner between letters that need it stays', () => {
    const { markup, losses } = entered('<p>می\u200Cخواهم a\u200Cb \u202Eab\u202C \uFEFFﺷﺮاﻛﺔ</p>');
    expect(markup).toBe('می\u200Cخواهم ab ab شراكة');
    expect(losses).toMatchObject({ directionSigns: 2, invisible: 2 });
    expect(losses['letterForms']).toBeGreaterThan(0);
  });

  test('hostile depth has an end', () => {
    const deep = '<div>'.repeat(3000) + 'x' + '</div>'.repeat(3000);
    expect(cleanPaste(readHtml(deep), 'ar').blocks.length).toBeLessThan(2);
  });
});

describe('what enters without a question', () => {
  test('lines of plain text, each a paragraph', () => {
    const paste = cleanPlainText('أول\r\n\r\nثان', 'ar');
    expect(paste.blocks).toHaveLength(2);
    expect(isPlain(paste)).toBe(true);
  });

  test('a few words that lose their look, and nothing that loses more', () => {
    expect(isPlain(cleanPaste(readHtml('<span style="color:red">كلمة</span>'), 'ar'))).toBe(true);
    expect(isPlain(cleanPaste(readHtml('<p class="a">كلمة</p><p>أخرى</p>'), 'ar'))).toBe(false);
    expect(isPlain(cleanPaste(readHtml('<p>كلمة<img src="x"></p>'), 'ar'))).toBe(false);
  });

  test('200 kB of Word are clean in a moment', () => {
    const html = WORD_ARABIC.repeat(Math.ceil(200_000 / WORD_ARABIC.length));
    const tree = readHtml(html);
    const began = performance.now();
    expect(cleanPaste(tree, 'ar').blocks.length).toBeGreaterThan(300);
    expect(performance.now() - began).toBeLessThan(1000);
  });
});
