import { describe, expect, it } from 'vitest';
import { citationId, firstCitationOf, sourceAnchor, textCitations } from './citations.ts';
import { readPublishedText } from './published-rich-text.ts';

const SOURCES = ['hansa', 'senate', 'press'].map((id) => {
  const empty = { url: null, title: null, language: null, publishedOn: null, retrievedOn: null, kind: null };
  return { id, publisher: id, ...empty };
});

describe('the way between a fact and its source', () => {
  it('has an anchor at both ends', () => {
    expect(sourceAnchor(2)).toBe('source-2');
    expect(citationId('agreements.a1', 2)).toBe('cite-agreements-a1-2');
  });

  it('leads back to the first place that names the source', () => {
    const citations = [
      { sourceId: 'senate', at: 'type' },
      { sourceId: 'hansa', at: 'status' },
      { sourceId: 'senate', at: 'status' },
    ];
    expect(firstCitationOf({ sources: SOURCES }, citations, 'senate')).toBe('cite-type-2');
    expect(firstCitationOf({ sources: SOURCES }, citations, 'press')).toBeNull();
    expect(firstCitationOf({ sources: [] }, citations, 'senate')).toBeNull();
  });

  it('finds the places within a text', () => {
    const marks = [{ type: 'sourceNote', attrs: { sourceId: 'hansa' } }];
    const content = [{ type: 'paragraph', attrs: { id: 'p1' }, content: [{ type: 'text', text: 'نص', marks }] }];
    expect(textCitations(readPublishedText({ type: 'doc', content }))).toEqual([
      { sourceId: 'hansa', at: 'text-p1-0' },
    ]);
  });
});
