// Writes the third-party notices of the page and the command: name, version and licence text of what is in them.
// Usage: node notices.mjs SOURCES-DIR OUT
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyright_of, is_debian_copyright } from './debian_copyright.mjs';

// `paths` are files of the source package that are used, for packages whose copyright file tells them apart.
const components = [
    { name: 'Dear ImGui', folder: 'imgui' },
    { name: 'SQLite', folder: 'sqlite3' },
    { name: 'JSON for Modern C++', folder: 'nlohmann_json',
      paths: ['include/nlohmann/json.hpp', 'include/nlohmann/detail/conversions/to_chars.hpp',
              'include/nlohmann/detail/output/serializer.hpp'] },
    { name: 'CLI11 (in the lesesaal command only)', folder: 'cli11', paths: ['include/CLI/CLI.hpp'] },
    { name: 'Gumbo (in the lesesaal command only)', folder: 'gumbo', paths: ['src/parser.c'] },
    { name: 'libdeflate', folder: 'libdeflate' },
    { name: 'SHA-256 of libmd', folder: 'libmd', paths: ['src/sha2.c'] },
    { name: 'Snowball', folder: 'snowball' },
    { name: 'utf8proc', folder: 'utf8proc' },
    { name: 'Zstandard', folder: 'libzstd' },
    { name: 'Emscripten and LLVM run-time libraries', folder: 'emscripten',
      paths: ['src/preamble.js', 'system/lib/libcxx/src/string.cpp', 'system/lib/libcxxabi/src/cxa_guard.cpp',
              'system/lib/compiler-rt/lib/builtins/divti3.c'] },
    { name: 'musl, the C library in Emscripten', folder: 'emscripten', file: 'MUSL' },
    { name: 'Inter', folder: 'fonts-inter', paths: ['docs/font-files/Inter-Regular.otf'] },
    { name: 'Noto Serif', folder: 'fonts-noto-core', paths: ['unhinted/ttf/NotoSerif/NotoSerif-Regular.ttf'] },
    { name: 'Atkinson Hyperlegible Next', folder: 'atkinson-hyperlegible' },
    { name: 'Bootstrap Icons', folder: 'bootstrap-icons' },
];

function notice(sources, { name, folder, file = 'COPYING', paths }) {
    const text = readFileSync(join(sources, folder, file), 'utf8').trim();
    const version = readFileSync(join(sources, folder, 'VERSION'), 'utf8').trim();
    const licence = paths && is_debian_copyright(text) ? copyright_of(text, paths) : text;
    const title = `${name} ${version}`;
    return `${title}\n${'='.repeat(title.length)}\n\n${licence}\n`;
}

const [sources, out] = process.argv.slice(2);
const notices = components.map((component) => {
    try {
        return notice(sources, component);
    } catch (error) {
        console.error(`notices: ${component.name}: ${error.message} (in ${join(sources, component.folder)}). ` +
            'Remove .deps/stamps and run scripts/setup; if it stays so, the package changed and notices.mjs must follow.');
        process.exit(1);
    }
});
writeFileSync(out, notices.join('\n\n'));
