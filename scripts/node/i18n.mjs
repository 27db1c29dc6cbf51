// The words of the interface: checks assets/i18n and makes C++ of it.
// Usage: node i18n.mjs FOLDER OUT
//   FOLDER/de.json and FOLDER/en.json: "key": "text" or "key": {"one": "text", "other": "text"}; {name} stands for what
//   the program puts in.
//   OUT/say.h: the keys as an enum. OUT/words_table.h: the texts. Both are left alone when nothing in them changes.
// Fails with a sentence for each mistake.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const languages = ['de', 'en'];
const quotes = { de: ['„', '“'], en: ['“', '”'] };

// No enumerator can be called like these.
const reserved = new Set(
    ('and asm auto bool break case catch char class const continue default delete do double else enum explicit export ' +
     'extern false float for friend goto if inline int long mutable namespace new not operator or private protected public ' +
     'register return short signed sizeof static struct switch template this throw true try typedef typename union ' +
     'unsigned using virtual void volatile while xor').split(' '));

// --- Reading --------------------------------------------------------------------------------------------------------------

// The keys of the outermost object, as often as they stand there: JSON.parse keeps the last of two and says nothing.
// Requires: `text` is JSON.
function outer_keys(text) {
    const keys = [];
    let depth = 0;
    for (const [token, key] of text.matchAll(/"((?:[^"\\]|\\.)*)"(?=\s*:)|"(?:[^"\\]|\\.)*"|[{}]/g)) {
        if (token === '{') depth += 1;
        else if (token === '}') depth -= 1;
        else if (key !== undefined && depth === 1) keys.push(key);
    }
    return keys;
}

// Returns {entries: Map of key to {one?, other}, mistakes}.
function read_language(name, text) {
    const mistakes = [];
    let parsed;
    try {
        parsed = JSON.parse(text);
    } catch (error) {
        return { entries: new Map(), mistakes: [`${name} is no JSON: ${error.message}.`] };
    }
    const seen = new Set();
    for (const key of outer_keys(text)) {
        if (seen.has(key)) mistakes.push(`${name}: "${key}" stands there twice.`);
        seen.add(key);
    }
    const entries = new Map();
    for (const [key, value] of Object.entries(parsed)) {
        if (!/^[a-z][a-z0-9_]*$/.test(key)) mistakes.push(`${name}: "${key}" is no key; keys are small letters, digits and _.`);
        if (reserved.has(key)) mistakes.push(`${name}: "${key}" is a word of C++; choose another key.`);
        if (typeof value === 'string') {
            entries.set(key, { other: value });
        } else if (typeof value?.one === 'string' && typeof value?.other === 'string' && Object.keys(value).length === 2) {
            entries.set(key, { one: value.one, other: value.other });
        } else {
            mistakes.push(`${name}: "${key}" is neither a text nor {"one": text, "other": text}.`);
        }
    }
    return { entries, mistakes };
}

const placeholders = (text) => new Set([...text.matchAll(/\{([a-z_]+)\}/g)].map(([, name]) => name));
const forms = (entry) => Object.values(entry);

// --- The rules: each returns sentences ------------------------------------------------------------------------------------

function check_typography(language, text) {
    const [opening, closing] = quotes[language];
    const count = (mark) => text.split(mark).length - 1;
    const mistakes = [];
    if (text.trim() === '') mistakes.push('says nothing');
    if (text !== text.trim()) mistakes.push('begins or ends with a blank');
    if (text.includes('  ')) mistakes.push('has two blanks in a row');
    if (text !== text.normalize('NFC')) mistakes.push('is not in NFC');
    if (text.includes('"')) mistakes.push(`has a straight quotation mark; use ${opening} and ${closing}`);
    if (text.includes("'")) mistakes.push('has a straight apostrophe; use ’');
    if (text.includes('...')) mistakes.push('has three full stops; use …');
    if (/ -{1,2} /.test(text)) mistakes.push('has a hyphen for a dash; use –');
    if (/\d-\d/.test(text)) mistakes.push('has a hyphen in a range; use –');
    if (count(opening) !== count(closing)) mistakes.push(`opens and closes its quotation marks (${opening}…${closing}) unequally often`);
    if (language === 'de' && text.includes('”')) mistakes.push('has an English quotation mark; German closes with “');
    if (language === 'en' && text.includes('„')) mistakes.push('has a German quotation mark; English opens with “');
    if (/[{}]/.test(text.replace(/\{[a-z_]+\}/g, ''))) mistakes.push('has a brace that belongs to no {name}');
    return mistakes;
}

function check_entry(name, language, key, entry) {
    const mistakes = forms(entry).flatMap((text) =>
        check_typography(language, text).map((mistake) => `${name}: "${key}" ${mistake}.`));
    if ('one' in entry) {
        const others = placeholders(entry.other);
        for (const placeholder of placeholders(entry.one)) {
            if (!others.has(placeholder)) mistakes.push(`${name}: "${key}" has {${placeholder}} for one, but not for others.`);
        }
        if (!others.has('count')) mistakes.push(`${name}: "${key}" has a plural without {count}.`);
    }
    return mistakes;
}

// The second language against the first.
function check_pair(first, second) {
    const mistakes = [];
    for (const [key, entry] of first.entries) {
        const twin = second.entries.get(key);
        if (!twin) {
            mistakes.push(`${second.name} lacks "${key}", which ${first.name} has.`);
            continue;
        }
        if ('one' in entry !== 'one' in twin) {
            const [with_plural, without] = 'one' in entry ? [first, second] : [second, first];
            mistakes.push(`${without.name}: "${key}" needs a plural, as ${with_plural.name} has one.`);
        }
        const [mine, its] = [placeholders(entry.other), placeholders(twin.other)];
        for (const name of mine) if (!its.has(name)) mistakes.push(`${second.name}: "${key}" lacks {${name}}, which ${first.name} has.`);
        for (const name of its) if (!mine.has(name)) mistakes.push(`${first.name}: "${key}" lacks {${name}}, which ${second.name} has.`);
    }
    for (const key of second.entries.keys()) {
        if (!first.entries.has(key)) mistakes.push(`${first.name} lacks "${key}", which ${second.name} has.`);
    }
    return mistakes;
}

function check_all(texts) {
    const read = languages.map((language, i) => ({ name: `${language}.json`, language, ...read_language(`${language}.json`, texts[i]) }));
    const mistakes = read.flatMap((one) => one.mistakes);
    if (mistakes.length > 0) return { read, mistakes };
    for (const one of read) {
        for (const [key, entry] of one.entries) mistakes.push(...check_entry(one.name, one.language, key, entry));
    }
    mistakes.push(...check_pair(read[0], read[1]));
    return { read, mistakes };
}

// A check that finds nothing in texts full of mistakes is itself broken.
function test_myself() {
    const made_up = [
        ['{"a": "Ein „Wort“ …"}', '{"a": "A “word” …"}', ''],
        ['{"a": "x"}', '{}', 'en.json lacks "a"'],
        ['{}', '{"a": "x"}', 'de.json lacks "a"'],
        ['{"a": "x"', '{}', 'no JSON'],
        ['{"a": "x",\n"a": "y"}', '{"a": "x"}', 'stands there twice'],
        ['{"new": "x"}', '{"new": "x"}', 'a word of C++'],
        ['{"A": "x"}', '{"A": "x"}', 'no key'],
        ['{"a": 1}', '{"a": "x"}', 'neither a text'],
        ['{"a": "{n} x"}', '{"a": "x"}', 'lacks {n}'],
        ['{"a": {"one": "x", "other": "{count} x"}}', '{"a": "{count} x"}', 'needs a plural'],
        ['{"a": {"one": "x", "other": "y"}}', '{"a": {"one": "x", "other": "y"}}', 'plural without {count}'],
        ['{"a": "x..."}', '{"a": "x"}', 'three full stops'],
        ['{"a": "„x"}', '{"a": "x"}', 'unequally often'],
        ['{"a": "x"}', '{"a": "it\'s"}', 'straight apostrophe'],
        ['{"a": "\\"x\\""}', '{"a": "x"}', 'straight quotation mark'],
        ['{"a": "x - y"}', '{"a": "x"}', 'hyphen for a dash'],
        ['{"a": "x "}', '{"a": "x"}', 'ends with a blank'],
        ['{"a": "{N}"}', '{"a": "x"}', 'belongs to no {name}'],
    ];
    const faults = [];
    for (const [de, en, expected] of made_up) {
        const { mistakes } = check_all([de, en]);
        const is_seen = expected === '' ? mistakes.length === 0 : mistakes.some((mistake) => mistake.includes(expected));
        if (!is_seen) faults.push(`i18n.mjs itself: "${expected}" is what ${de} and ${en} should give, not: ${mistakes.join(' ')}`);
    }
    return faults;
}

// --- Writing --------------------------------------------------------------------------------------------------------------

const literal = (text) => `"${text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}"sv`;

function say_header(keys) {
    return `#pragma once
// Made from assets/i18n: what the interface can say. ui/words.h says it.

#include <cstdint>

namespace lesesaal::ui {

enum class Say : std::uint16_t {
${keys.map((key) => `    ${key},`).join('\n')}
};

}  // namespace lesesaal::ui
`;
}

function table_header(keys, read) {
    const plurals = keys.filter((key) => 'one' in read[0].entries.get(key));
    const texts = (one) => keys.map((key) => `    ${literal(one.entries.get(key).other)},`).join('\n');
    const ones = (one) => plurals.map((key) => `    {Say::${key}, ${literal(one.entries.get(key).one)}},`).join('\n');
    const tables = read.map((one) => `inline constexpr std::array<std::string_view, say_count> ${one.language}{{
${texts(one)}
}};
inline constexpr std::array<One, ${plurals.length}> ${one.language}_one{{
${ones(one)}
}};
`);
    return `#pragma once
// Made from assets/i18n: the texts, in the order of Say, which is the order of the keys' bytes.

#include <array>
#include <string_view>

#include "ui/say.h"

namespace lesesaal::ui::words_table {

using namespace std::string_view_literals;

inline constexpr std::size_t say_count = ${keys.length};
inline constexpr std::array<std::string_view, say_count> keys{{
${keys.map((key) => `    ${literal(key)},`).join('\n')}
}};
/// The singular of those that have one.
struct One {
    Say say;
    std::string_view text;
};
${tables.join('')}
}  // namespace lesesaal::ui::words_table
`;
}

// A file that stays as it is makes nothing compile again.
function write_if_new(path, text) {
    let before = '';
    try {
        before = readFileSync(path, 'utf8');
    } catch {
        // Not there yet.
    }
    if (before !== text) writeFileSync(path, text);
}

// --- -----------------------------------------------------------------------------------------------------------------------

const [folder, out] = process.argv.slice(2);
if (!folder || !out) {
    console.error('Usage: node i18n.mjs FOLDER OUT\nExample: node scripts/node/i18n.mjs assets/i18n build/native/generated/ui');
    process.exit(2);
}
const { read, mistakes } = check_all(languages.map((language) => readFileSync(join(folder, `${language}.json`), 'utf8')));
const all_mistakes = [...test_myself(), ...mistakes];
if (all_mistakes.length > 0) {
    for (const mistake of all_mistakes) console.error(mistake);
    process.exit(1);
}
const keys = [...read[0].entries.keys()].sort();
mkdirSync(out, { recursive: true });
write_if_new(join(out, 'say.h'), say_header(keys));
write_if_new(join(out, 'words_table.h'), table_header(keys, read));
