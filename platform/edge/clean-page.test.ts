import { createHash } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanPage, filesOfStyleSheet } from './clean-page.ts';

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** As React writes a text. */
function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#x27;');
}

/** What a reader sees of a page that has no scripts. */
function textOf(html: string): string {
  return html.replaceAll(/<[^>]*>/gu, '');
}

describe('a page loses', () => {
  it.each([
    ['<script src="/_next/static/chunks/main.js" async=""></script>'],
    ['<script>self.__next_f.push([1,"<p>\\u003cscript>"])</script>'],
    ['<script id="_R_">self.__next_r="x"</script>'],
    ['<script nomodule="" src="/_next/static/polyfills.js"></script>'],
    ['<script type="module">go()</script>'],
    ['<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/main.js"/>'],
    ['<link rel="modulepreload" href="/_next/static/chunks/main.js"/>'],
    ['<link rel="preconnect" href="/" crossorigin="anonymous"/>'],
    ['<!-- -->'],
    ['<!--$-->'],
    ['<!--/$-->'],
    ['<!--\n two \n lines -->'],
    ['<meta name="page-tags" content="place:1"/>'],
  ])('%s', (element) => {
    expect(cleanPage(`<p>before${element}after</p>`).html).toBe('<p>beforeafter</p>');
  });
});

it('puts a script that is to be first before the style sheets, once and with its hash', () => {
  const first = '<script data-keep="first">a("$&")</script>';
  const sheet = '<link rel="stylesheet" href="/a.css"/>';
  const { html, scriptHashes } = cleanPage(
    `<head><title>x</title>${sheet}${sheet}</head><body>${first}<p>y</p></body>`,
  );
  expect(html).toBe(`<head><title>x</title>${first}${sheet}${sheet}</head><body><p>y</p></body>`);
  expect(scriptHashes).toEqual([hashOf('a("$&")')]);
  const without = '<noscript data-keep="first"><link rel="preload" href="/a.woff2" as="font"/></noscript>';
  expect(cleanPage(`<head>${sheet}</head><body>${first}${without}</body>`).html).toBe(
    `<head>${first}${without}${sheet}</head><body></body>`,
  );
  expect(cleanPage(`<body>${first}<p>y</p></body>`).html).toBe(`<body>${first}<p>y</p></body>`);
});

describe('a page keeps', () => {
  it.each([
    ['<script type="module" data-keep="" src="/_next/static/own.js" integrity="sha384-x"></script>'],
    ['<script data-keep="true">document.documentElement.dataset.theme="dark"</script>'],
    ['<script type="application/ld+json">{"@type":"City","name":"\\u003c/script>"}</script>'],
    ['<script type="application/json">{"a":1}</script>'],
    ['<link rel="modulepreload" data-keep="" href="/_next/static/own.js"/>'],
    ['<link rel="stylesheet" href="/_next/static/a.css" data-precedence="next"/>'],
    ['<link rel="preload" as="font" crossorigin="" href="/_next/static/a.woff2" type="font/woff2"/>'],
    ['<link rel="alternate" hrefLang="de" href="https://madinatan.example/de"/>'],
    ['<meta name="description" content="page-tags"/>'],
    ['<style>p{color:red}</style>'],
    ['<noscript><p>x</p></noscript>'],
  ])('%s', (element) => {
    expect(cleanPage(`<p>before${element}after</p>`).html).toBe(`<p>before${element}after</p>`);
  });

  it('what a block of data holds, also where it looks like something to be removed', () => {
    const block = '<script type="application/ld+json">{"name":"<!-- a --><link rel=\\"preconnect\\"/>"}</script>';
    const own = '<script data-keep="">const a = "<!-- b -->";</script>';
    const page = cleanPage(`${block}${own}<!-- c -->`);
    expect(page.html).toBe(`${block}${own}`);
    expect(page.scriptHashes).toEqual([hashOf('const a = "<!-- b -->";')]);
  });

  it('texts that look like elements', () => {
    const text = escape('<script>alert(1)</script><!-- x --><meta name="page-tags" content="stolen">');
    const page = cleanPage(`<p title="${text}">${text}</p>`);
    expect(page.html).toBe(`<p title="${text}">${text}</p>`);
    expect(page.tags).toEqual([]);
    expect(page.scriptHashes).toEqual([]);
  });

  it('every text, whatever it is and whatever stands around it', () => {
    const element = fc.constantFrom(
      '<!-- -->',
      '<script>self.__next_f.push([1,"x"])</script>',
      '<link rel="preload" as="script" href="/a.js"/>',
      '<link rel="stylesheet" href="/a.css"/>',
      '<meta name="page-tags" content="a"/>',
      '<br/>',
    );
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('<script>', '</script>', '<!--', '-->', '<meta '),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(text, element)), (parts) => {
        const html = parts.map(([words, other]) => `<p title="${escape(words)}">${escape(words)}</p>${other}`).join('');
        expect(textOf(cleanPage(html).html)).toBe(parts.map(([words]) => escape(words)).join(''));
      }),
    );
  });
});

describe('of a page is learnt', () => {
  it('what it shows', () => {
    const { tags } = cleanPage(
      '<meta name="page-tags" content="place:1 texts  texts"/><meta content="list:a place:1" name="page-tags"/><meta name="page-tags"/>',
    );
    expect(tags).toEqual(['place:1', 'texts', 'list:a']);
  });

  it('which of its own files it cannot be seen without', () => {
    const { files } = cleanPage(`
      <link rel="icon" href="/icon.svg?v=1&amp;x" type="image/svg+xml" sizes="any"/>
      <link rel="stylesheet" href="/_next/static/a.css"/><link rel="stylesheet" href="/_next/static/a.css"/>
      <link rel="preload" as="font" href="/_next/static/a.woff2"/>
      <link rel="canonical" href="/places"/><link rel="alternate" href="/de"/>
      <script data-keep="" src="/_next/static/own.js"></script><script src="/_next/static/chunks/main.js"></script>
      <img src="/_next/static/seal.png" alt=""/><img src="data:image/png;base64,x"/><img src="//evil.example/x.png"/>
      <img src="https://evil.example/x.png"/><a href="/places/hamburg">Hamburg</a>
      <picture><source src="/_next/static/wide.png"/></picture><svg><image href="/_next/static/map.svg"/></svg>`);
    expect(files).toEqual([
      '/icon.svg?v=1&x',
      '/_next/static/a.css',
      '/_next/static/a.woff2',
      '/_next/static/own.js',
      '/_next/static/seal.png',
      '/_next/static/wide.png',
      '/_next/static/map.svg',
    ]);
  });

  it('which of its scripts and styles its policy has to allow', () => {
    const page = cleanPage(`
      <style>p{}</style><style nonce="">b{}</style><style>p{}</style>
      <script data-keep="">a()</script><script data-keep="" src="/a.js"></script>
      <script type="application/ld+json">{}</script><script>framework()</script>`);
    expect(page.scriptHashes).toEqual([hashOf('a()')]);
    expect(page.styleHashes).toEqual([hashOf('p{}'), hashOf('b{}')]);
  });
});

describe('the files of a style sheet', () => {
  it.each([
    ['url(../media/a.woff2)', ['/_next/static/media/a.woff2']],
    [
      'url("../media/a.woff2") format("woff2"), url(\'b.png\')',
      ['/_next/static/media/a.woff2', '/_next/static/css/b.png'],
    ],
    ['url( /icon.svg?v=1 )', ['/icon.svg?v=1']],
    ['url(a.png) url(a.png)', ['/_next/static/css/a.png']],
    ['url(data:font/woff2;base64,x) url(#clip) url(https://evil.example/a.png)', []],
    ['url(DATA:font/woff2;base64,x) url(//evil.example/a.png) url(//[)', []],
    ['url()', []],
    ['p{color:red}', []],
  ])('%s', (css, files) => {
    expect(filesOfStyleSheet(css, '/_next/static/css/a.css')).toEqual(files);
  });
});

it('what is learnt from a page keeps none of the page in memory', () => {
  setFlagsFromString('--expose-gc');
  const collect = asFunction(runInNewContext('gc'));
  const text = 'نص '.repeat(20_000);
  const learnt: unknown[] = [];
  collect();
  const before = process.memoryUsage().heapUsed;
  for (let number = 0; number < 200; number += 1) {
    const tag = `record:0190c0de-0000-7000-8000-${String(number).padStart(12, '0')}`;
    const { tags, files } = cleanPage(
      `<meta name="page-tags" content="${tag} list:place"/><link rel="stylesheet" href="/_next/static/${tag}.css"/><p>${text}${tag}</p>`,
    );
    learnt.push(tags, files);
  }
  collect();
  const kept = process.memoryUsage().heapUsed - before;
  expect(learnt).toHaveLength(400);
  expect(kept, 'of 24 MB').toBeLessThan(4_000_000);
});

/** What V8 puts under this name when it is told to. */
function asFunction(value: unknown): () => void {
  return value as () => void;
}
