// Reads Debian's machine-readable copyright files (DEP-5): which copyright and licence hold for given files.

// Paragraphs as maps of field name (lower case) to value; " ." stands for an empty line.
function paragraphs(text) {
    const found = [];
    for (const block of text.split(/\n\s*\n/)) {
        const fields = new Map();
        let name = '';
        for (const line of block.split('\n')) {
            const field = /^([A-Za-z-]+):\s*(.*)$/.exec(line);
            if (field) {
                name = field[1].toLowerCase();
                fields.set(name, field[2]);
            } else if (name) {
                fields.set(name, `${fields.get(name)}\n${line.trim() === '.' ? '' : line.replace(/^ /, '')}`);
            }
        }
        if (fields.size) found.push(fields);
    }
    return found;
}

function matcher(pattern) {
    const source = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*').replaceAll('?', '.');
    return new RegExp(`^${source}$`);
}

const first_line = (text) => text.split('\n')[0].trim();
const without_first_line = (text) => text.split('\n').slice(1).join('\n').trimEnd();

// The licence names of "Expat or NCSA~LLVM": each may have a paragraph of its own.
const licence_names = (line) => line.split(/\s+(?:and|or)\s+|,\s*/).map((name) => name.replace(/[()]/g, '').trim());

// True when the text is in this format at all; other packages ship the upstream licence as it is.
export function is_debian_copyright(text) {
    return /^Format(-Specification)?:/im.test(text.slice(0, 2000)) && /^Files:/m.test(text);
}

// Returns the copyright and licence text for the paths; of several matching paragraphs the last one counts.
export function copyright_of(text, paths) {
    const all = paragraphs(text);
    const standalone = new Map();
    for (const fields of all) {
        if (fields.has('license') && !fields.has('files') && !fields.has('format')) {
            standalone.set(first_line(fields.get('license')), without_first_line(fields.get('license')));
        }
    }
    const chosen = new Set();
    for (const path of paths) {
        const matching = all.filter((fields) => (fields.get('files') ?? '').split(/\s+/).filter(Boolean)
            .some((pattern) => matcher(pattern).test(path)));
        if (!matching.length) throw new Error(`no paragraph of the copyright file is about '${path}'`);
        chosen.add(matching.at(-1));
    }
    const parts = [];
    const licences = new Map();
    for (const fields of chosen) {
        const copyright = fields.get('copyright').split('\n').map((line) => line.trim()).filter(Boolean);
        const licence = fields.get('license');
        parts.push(copyright.map((line) => (/^(copyright|©|all rights)/i.test(line) ? line : `Copyright ${line}`)).join('\n'));
        parts.push(`License: ${first_line(licence)}`);
        if (fields.has('comment')) parts.push(fields.get('comment').trim());
        if (without_first_line(licence)) licences.set(first_line(licence), without_first_line(licence));
        for (const name of licence_names(first_line(licence))) {
            if (standalone.has(name)) licences.set(name, standalone.get(name));
        }
    }
    if (!licences.size) throw new Error(`the copyright file has no licence text for '${paths.join("', '")}'`);
    for (const [name, body] of licences) parts.push(`${name}:\n${body}`);
    return parts.join('\n\n');
}
