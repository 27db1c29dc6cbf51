// What the notes are exported as is read by programs that others wrote.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import jsonld from 'jsonld';
import parse_bookmarks from 'node-bookmarks-parser';
import { root, run } from './lesesaal.mjs';

const notesFile = join(root, 'tests/golden/exchange/lesesaal-notizen.json');
const headline = '„Zehn Punkte“ für die Verwaltung & <Register>';
const url = 'https://www.example.org/zehn-punkte?a=1&b="2"';

function exported(format) {
  const { status, out, err } = run('notes', 'export', '--format', format, notesFile, '-o', '-');
  assert.equal(status, 0, err);
  return out;
}

for (const format of ['bibtex', 'ris', 'csl-json']) {
  test(`${format}: citation-js reads three articles with title, medium, address and date`, () => {
    const { data } = new Cite(exported(format));
    assert.deepEqual(data.map((item) => item.title), ['-Ohne Adresse', 'Mitgliederversammlung', headline]);
    assert.deepEqual(data.map((item) => item['container-title']), ['Amtsblatt', undefined, 'Kommune21']);
    assert.deepEqual(data.map((item) => item.URL), [undefined, 'https://example.org/m', url.replaceAll('"', '%22')]);
    // Of RIS this reader takes the year alone where a record has both year and date.
    assert.deepEqual(data.map((item) => item.issued?.['date-parts'][0][0]), [undefined, 2019, 2025]);
    if (format === 'ris') return;
    assert.deepEqual(data.map((item) => item.issued?.['date-parts']), [undefined, [[2019, 11, 14], [2019, 11, 15]], [[2025, 10, 8]]]);
  });
}

test('netscape: another reader finds folders, addresses, headlines and dates', () => {
  const [menu] = parse_bookmarks(exported('netscape'));
  const flat = ({ type, title, url: address, addDate, children }) =>
    (type === 'folder' ? { folder: title, in: children.map(flat) } : [title, address, addDate]);
  const marked = [headline, url, '1760000001'];
  assert.deepEqual(menu.children.map(flat), [
    { folder: 'Ausschuss / Sitzung', in: [marked] },
    { folder: 'Lesen', in: [marked] },
    ['-Ohne Adresse', 'urn:lesesaal:presse:c3d4e5f60718293a', '1760000021'],
    ['Mitgliederversammlung', 'https://example.org/m', '1760000010'],
  ]);
});

// The W3C's context lies on the web and in no npm package, so what it says of the terms in our files is said here again, and
// held to the vocabularies: https://www.w3.org/TR/annotation-vocab/#json-ld-context
const integer = (id) => ({ '@id': id, '@type': 'xsd:nonNegativeInteger' });
const link = (id) => ({ '@id': id, '@type': '@id' });
const context = {
  '@context': {
    oa: 'http://www.w3.org/ns/oa#', as: 'http://www.w3.org/ns/activitystreams#', dc: 'http://purl.org/dc/elements/1.1/',
    dcterms: 'http://purl.org/dc/terms/', dctypes: 'http://purl.org/dc/dcmitype/', schema: 'http://schema.org/',
    rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#', rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
    xsd: 'http://www.w3.org/2001/XMLSchema#',
    id: { '@id': '@id', '@type': '@id' }, type: { '@id': '@type', '@type': '@id' },
    Annotation: 'oa:Annotation', AnnotationPage: 'as:OrderedCollectionPage', AnnotationCollection: 'as:OrderedCollection',
    TextualBody: 'oa:TextualBody', SpecificResource: 'oa:SpecificResource', TextQuoteSelector: 'oa:TextQuoteSelector',
    TextPositionSelector: 'oa:TextPositionSelector', CssStylesheet: 'oa:CssStyle', Text: 'dctypes:Text',
    bookmarking: 'oa:bookmarking', classifying: 'oa:classifying', tagging: 'oa:tagging', commenting: 'oa:commenting',
    highlighting: 'oa:highlighting', motivation: { '@id': 'oa:motivatedBy', '@type': '@vocab' },
    purpose: { '@id': 'oa:hasPurpose', '@type': '@vocab' }, body: link('oa:hasBody'), target: link('oa:hasTarget'),
    source: link('oa:hasSource'), selector: link('oa:hasSelector'), stylesheet: link('oa:styledBy'), styleClass: 'oa:styleClass',
    exact: 'oa:exact', prefix: 'oa:prefix', suffix: 'oa:suffix', start: integer('oa:start'), end: integer('oa:end'),
    created: { '@id': 'dcterms:created', '@type': 'xsd:dateTime' }, value: 'rdf:value', format: 'dc:format',
    language: 'dc:language',
    label: 'rdfs:label', items: { '@id': 'as:items', '@type': '@id', '@container': '@list' }, partOf: link('as:partOf'),
    total: integer('as:totalItems'), startIndex: integer('as:startIndex'),
  },
};

const context_url = 'http://www.w3.org/ns/anno.jsonld';
const documentLoader = async (address) => {
  assert.equal(address, context_url);
  return { documentUrl: address, document: context, contextUrl: null };
};

/** The IRIs that a vocabulary defines. */
function defined_in(name) {
  const file = createRequire(import.meta.url).resolve(`@vocabulary/${name}`).replace(/index\.js$/, `${name}.nq`);
  const subjects = readFileSync(file, 'utf8').split('\n').map((line) => line.slice(1, line.indexOf('>')));
  // The context says http: of the namespace of ActivityStreams, as its specification does.
  return new Set(subjects.map((iri) => iri.replace(/^https:(.*activitystreams#)/, 'http:$1')));
}

test('annotations: jsonld expands them, and every term is one of the vocabularies', async () => {
  const [page] = await jsonld.expand(JSON.parse(exported('annotations')), { documentLoader });
  const terms = new Set();
  const collect = (value) => {
    if (Array.isArray(value)) return value.forEach(collect);
    if (value === null || typeof value !== 'object') return undefined;
    for (const [key, inner] of Object.entries(value)) {
      if (!key.startsWith('@')) terms.add(key);
      if (key === '@type') [inner].flat().forEach((type) => terms.add(type));
      if (key.endsWith('motivatedBy') || key.endsWith('hasPurpose')) inner.forEach((reason) => terms.add(reason['@id']));
      collect(inner);
    }
    return undefined;
  };
  collect(page);
  const vocabularies = ['oa', 'as', 'dc11', 'dcterms'].map(defined_in);
  const others = [...terms].filter((term) => !vocabularies.some((vocabulary) => vocabulary.has(term))).sort();
  assert.deepEqual(others, [
    'http://purl.org/dc/dcmitype/Text',
    'http://schema.org/sha256',
    'http://schema.org/url',
    'http://www.w3.org/1999/02/22-rdf-syntax-ns#value',
    'http://www.w3.org/2000/01/rdf-schema#label',
    'http://www.w3.org/2001/XMLSchema#dateTime',
    'http://www.w3.org/2001/XMLSchema#nonNegativeInteger',
  ]);
  assert.equal([...terms].filter((term) => term.startsWith('http://www.w3.org/ns/oa#')).length, 24);
});

test('annotations: as RDF nothing is lost: no member without a meaning, no id that is no IRI', async () => {
  const file = JSON.parse(exported('annotations'));
  // `safe` fails where a member would be dropped.
  const quads = await jsonld.toRDF(file, { documentLoader, safe: true });
  const objects = (predicate) => quads.filter((quad) => quad.predicate.value === predicate).map((quad) => quad.object.value);
  assert.equal(objects('http://www.w3.org/ns/oa#hasTarget').length, 11);
  assert.deepEqual(objects('http://www.w3.org/ns/oa#exact').sort(), ['@Datenschutz', 'Die Register werden verbunden.\nSofort.']);
  assert.ok(objects('http://www.w3.org/ns/oa#hasSource').every((id) => id === url.replaceAll('"', '%22')));
  assert.deepEqual([...new Set(objects('http://www.w3.org/ns/oa#motivatedBy'))].sort(),
    ['bookmarking', 'classifying', 'commenting', 'highlighting', 'tagging'].map((reason) => `http://www.w3.org/ns/oa#${reason}`));
});
